"""What the parser finds: the parts of an article file, each with its exact place.

Every part keeps `start` and `end`, offsets into the source's text, so that whatever is said of it later can point at
line and column.
"""

from __future__ import annotations

from typing import NamedTuple

from duizhao.source import Source


class Field(NamedTuple):
    """A value without the blanks around it."""

    text: str
    start: int
    end: int


class HeaderLine(NamedTuple):
    """One line of the English header, in the order of the file."""

    name: str
    """The label meant, one of `LABELS`."""
    label: str
    """The label as written, without the colon."""
    start: int
    """Where the label begins."""
    label_end: int
    """Where the label ends, the colon included."""
    value: Field


class Paragraph(NamedTuple):
    """A non-blank line of a body."""

    text: str
    start: int
    end: int
    deck: bool
    """True where the line repeats a part of the headline above the body."""


class Oddity(NamedTuple):
    """Something the format does not provide for; what it means is for the rules to say."""

    code: str
    start: int
    end: int


class English(NamedTuple):
    """The translated half."""

    headers: tuple[HeaderLine, ...]
    paragraphs: tuple[Paragraph, ...]
    entities: tuple[Field, ...]
    """Lines of the `**Named Entities**` list."""
    start: int
    end: int

    def header(self, name: str) -> HeaderLine | None:
        """The first header line of that name."""
        for line in self.headers:
            if line.name == name:
                return line
        return None

    def value(self, name: str) -> str:
        """The value of the first header line of that name, '' where there is none."""
        line = self.header(name)
        return line.value.text if line else ""


class Chinese(NamedTuple):
    """The original half."""

    headline: Field | None
    author: Field | None
    date: Field | None
    page: Field | None
    """The number in 第N版, as written."""
    column: Field | None
    """The name after 专栏："""
    export: Field | None
    """A raw `<REC>` line of the archive's export."""
    paragraphs: tuple[Paragraph, ...]
    start: int
    end: int


class Article(NamedTuple):
    """An article file, parsed."""

    source: Source
    english: English
    chinese: Chinese
    separator: Field | None
    """The `<hr />` line."""
    original: Field | None
    """The `Original:` line."""
    oddities: tuple[Oddity, ...]

    @property
    def path(self) -> str:
        return self.source.path


LABELS = ("Title", "Author", "Date", "Page", "Edition")
"""The header labels, in their order; older files have `Edition` where newer ones have `Page`."""
