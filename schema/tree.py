"""What the readers find: the parts of an article, each with its exact place.

Every part keeps `start` and `end`, offsets into the source's text, so that whatever is said of it later can point at
line and column.
"""

from __future__ import annotations

from typing import NamedTuple

from duizhao.regex import regex
from duizhao.source import Source, Span

HAN = regex("[\u3400-\u9fff]")
"""A Chinese character of the first plane, which all common ones are of: by these the readers tell languages apart."""


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


class DispatchDay(NamedTuple):
    """A day that the translation says a dispatch is of, with a month."""

    start: int
    """In the text of the file."""
    end: int
    month: int
    day: int


class Datelines(NamedTuple):
    """What an issue says of the days of its dispatches."""

    english: tuple[DispatchDay, ...] = ()
    chinese_months: frozenset[int] = frozenset()
    """Those that datelines of the original name."""


class Unpaired(NamedTuple):
    """More than half of a half of an issue, which has no counterpart."""

    number: int
    of: int
    """The articles of the half."""
    first: bool
    """Whether this article is the first of them."""


class InIssue(NamedTuple):
    """Where an article stands in the newspaper issue that its file holds."""

    reader: str
    """The reader that found it: `issue-html`, `issue-md`."""
    number: int
    """Its place among the articles of the issue, from 1."""
    section: str
    """The section it stands in, '' where no line above it names one."""
    page_en: int | None
    """The page by the marks of the translation, None above the first of them."""
    page_zh: int | None
    """The page by the marks of the original."""
    en: Span | None
    """All of the translation in the text of the file, None where it has none."""
    zh: Span | None
    """All of the original."""
    lacks: str = ""
    """The half that the whole file lacks: `english`, `chinese`; '' for none."""
    counterpart: str = ""
    """The file of the same issue that has that half, '' where it is not known: the original may come from there."""
    second: bool = False
    """Whether this is a second translation: the file that the original comes from has one as well."""
    digest: str = ""
    """Hash of what the article says, another for each article of the issue."""
    name: str = ""
    """What the issue is called among those of its newspaper: its date, and the half it has where it has one alone."""
    datelines: Datelines = Datelines()
    """Of the whole issue."""
    other_marks: bool = False
    """Whether its page marks are not those of the article before, of those that have both halves."""
    broken: tuple[int, ...] = ()
    """Paragraphs of the original that a page mark stands before, as indexes."""
    unpaired: Unpaired | None = None
    """Of the half of an article without counterpart: where most of that half have none."""


class Article(NamedTuple):
    """An article, parsed: a file of its own, or one of many in an issue."""

    source: Source
    english: English
    chinese: Chinese
    separator: Field | None
    """The `<hr />` line."""
    original: Field | None
    """The `Original:` line."""
    oddities: tuple[Oddity, ...]
    issue: InIssue | None = None
    """Where it stands in an issue, None where the file holds this article alone."""
    publication: str = ""
    """What identifiers call its newspaper, '' where that is not known."""

    @property
    def path(self) -> str:
        return self.source.path


LABELS = ("Title", "Author", "Date", "Page", "Edition")
"""The header labels, in their order; older files have `Edition` where newer ones have `Page`."""
