"""The article as data: an immutable record that JSON holds, and back to the bytes of its file.

`article.schema.json` describes the same record; a test holds the two together.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from typing import Any, NamedTuple

from duizhao.regex import regex
from duizhao.schema.dates import iso_date
from duizhao.schema.numerals import page_in_numerals
from duizhao.schema.tree import LABELS, Article
from duizhao.source import BOM

HAN_RUN = regex(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
"""Chinese characters of all planes, one behind another."""
_OTHER_FORMS = regex("[\u2e9f-\u2fd5\u3038-\u303a\u3192-\u33fe\uf900-\ufad9\U0001f210-\U0001f251\U0002f800-\U0002fa1d]")
"""Whatever is another Chinese character, or several, in its standard form: ㊀, radicals, forms for compatibility."""
_OPENING = 64  # characters of the body that help to tell articles of one headline apart
PAGE_FORM = regex(r"[1-9][0-9]{0,2}")
"""A page as the format writes it: 1 to 999."""


class EnglishRecord(NamedTuple):
    """The translated half, as written."""

    title: str
    author: str
    date: str
    page: str
    edition: str
    paragraphs: tuple[str, ...]
    entities: tuple[str, ...]


class ChineseRecord(NamedTuple):
    """The original half, as written."""

    headline: str
    author: str
    date: str
    page: str
    column: str
    export: str
    paragraphs: tuple[str, ...]


class Layout(NamedTuple):
    """How a file was written: literal, slot, literal, … in turn."""

    bom: bool
    parts: tuple[str, ...]


class Record(NamedTuple):
    """An article; see `article.schema.json` for each field."""

    id: str
    date: str | None
    page: int | None
    english: EnglishRecord
    chinese: ChineseRecord
    layout: Layout | None = None

    def to_json(self) -> dict[str, Any]:
        """The record as JSON data, valid against `article.schema.json` where the article is well formed."""
        document: dict[str, Any] = {
            "id": self.id,
            "date": self.date,
            "page": self.page,
            "english": _half_to_json(self.english._asdict()),
            "chinese": _half_to_json(self.chinese._asdict()),
        }
        if self.layout is not None:
            document["layout"] = {"bom": self.layout.bom, "parts": list(self.layout.parts)}
        return document

    @classmethod
    def from_json(cls, document: dict[str, Any]) -> Record:
        """The record of JSON data that is valid against the schema."""
        layout = document.get("layout")
        return cls(
            document["id"],
            document["date"],
            document["page"],
            EnglishRecord(**with_tuples(document["english"])),
            ChineseRecord(**with_tuples(document["chinese"])),
            Layout(layout["bom"], tuple(layout["parts"])) if layout is not None else None,
        )


def record_of(article: Article) -> Record:
    """The record of a parsed article."""
    english, chinese = article.english, article.chinese
    date, page = issue_date(article), issue_page(article)
    record = Record(
        article_id(article),
        date,
        page,
        EnglishRecord(
            english.value("Title"),
            english.value("Author"),
            english.value("Date"),
            english.value("Page"),
            english.value("Edition"),
            tuple(p.text for p in english.paragraphs),
            tuple(e.text for e in english.entities),
        ),
        ChineseRecord(
            chinese.headline.text if chinese.headline else "",
            chinese.author.text if chinese.author else "",
            chinese.date.text if chinese.date else "",
            chinese.page.text if chinese.page else "",
            chinese.column.text if chinese.column else "",
            chinese.export.text if chinese.export else "",
            tuple(p.text for p in chinese.paragraphs),
        ),
    )
    layout = _layout_of(article)
    return record if layout == canonical_layout(record) else record._replace(layout=layout)


def issue_date(article: Article) -> str | None:
    """The day of the issue, YYYY-MM-DD: the original's date, else the header's; None where neither is possible."""
    written = article.chinese.date.text if article.chinese.date else ""
    return iso_date(written) or iso_date(article.english.value("Date"))


def issue_page(article: Article) -> int | None:
    """The page of the issue: 第N版, else `Page:`; None where neither is a number from 1 to 999."""
    original = article.chinese.page.text if article.chinese.page else ""
    if original and not original.isascii():
        original = str(page_in_numerals(original) or "")
    for written in (original, article.english.value("Page"), article.english.value("Edition")):
        if PAGE_FORM.fullmatch(written):
            return int(written)
    return None


def article_id(article: Article) -> str:
    """Identifier of an article: newspaper where that is known, date, page, and a hash of what the original says.

    Of a file of its own it is what the original says first, for whoever sends a correction of the rest should not get
    another id.  Of an issue it is all: its standing columns begin alike.
    """
    date = (issue_date(article) or "0000-00-00").replace("-", "")
    newspaper = f"{article.publication}-" if article.publication else ""
    digest = article.issue.digest if article.issue else opening_digest(article)
    return f"{newspaper}{date}-{issue_page(article) or 0:02d}-{digest}"


def without_publication(identifier: str) -> str:
    """The identifier of an article as it is where the newspaper is not known.

    >>> without_publication("lake-post-19360504-01-aca439a63957")
    '19360504-01-aca439a63957'
    """
    return "-".join(identifier.rsplit("-", 3)[-3:])


def opening_digest(article: Article) -> str:
    """A hash of what the original says first.

    Headline and opening are reduced to Han characters, so that punctuation and blanks do not count, and nothing of the
    translation goes in: a corrected translation keeps its id.  An article without Chinese is known by its English.
    """
    headline = article.chinese.headline.text if article.chinese.headline else ""
    original = han(headline) + "|" + _opening(p.text for p in article.chinese.paragraphs if not p.deck)
    if original == "|":
        title = article.english.value("Title")
        original = title + "|" + " ".join(p.text for p in article.english.paragraphs)[:_OPENING]
    return digest_of(original)


def digest_of(text: str) -> str:
    """A hash as identifiers have it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def han(text: str) -> str:
    """The Chinese characters of a text, those of one standard form where there are several of one."""
    if _OTHER_FORMS.search(text):  # to normalize takes ten times as long as to see that nothing would change
        text = unicodedata.normalize("NFKC", text)
    return "".join(HAN_RUN.findall(text))


def _opening(texts: Any) -> str:
    opening = ""
    for text in texts:
        opening += han(text)
        if len(opening) >= _OPENING:
            break
    return opening[:_OPENING]


def _half_to_json(half: dict[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in half.items()}


def with_tuples(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values of a JSON object as an immutable record holds them: its lists as tuples."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}


# ---------------------------------------------------------------- layout


def _slots(article: Article) -> list[tuple[int, int, str]]:
    """Where the values of the record stand in the file, in order."""
    english, chinese = article.english, article.chinese
    first = (line for name in LABELS if (line := english.header(name)))
    slots = [(line.value.start, line.value.end, f"english.{line.name.lower()}") for line in first]
    slots += [(p.start, p.end, "english.paragraphs") for p in english.paragraphs]
    slots += [(e.start, e.end, "english.entities") for e in english.entities]
    for name in ("headline", "author", "date", "page", "column", "export"):
        if field := getattr(chinese, name):
            slots.append((field.start, field.end, f"chinese.{name}"))
    slots += [(p.start, p.end, "chinese.paragraphs") for p in chinese.paragraphs]
    slots.sort()
    return slots


def _layout_of(article: Article) -> Layout:
    text, at = article.source.text, 0
    parts = []
    for start, end, slot in _slots(article):
        parts += [text[at:start], slot]
        at = end
    parts.append(text[at:])
    return Layout(article.source.bom, tuple(parts))


def canonical_layout(record: Record) -> Layout:
    """The layout of a file that duizhao writes itself: the archive's own."""
    english, chinese = record.english, record.chinese
    head = ["Title: ", "english.title", "\nAuthor: " if english.author else "\nAuthor:", "english.author"]
    head += ["\nDate: ", "english.date"]
    if english.edition:
        head += ["\nEdition: ", "english.edition"]
    if english.page or not english.edition:
        head += ["\nPage: ", "english.page"]
    body = _listed("english.paragraphs", len(english.paragraphs), "\n\n")
    if english.entities:
        gap = "\n\n**Named Entities**\n\n"
        body += [gap, "english.entities", *_listed("english.entities", len(english.entities) - 1, "\n")]
    parts = [*head, *body, "\n\n\n\n<hr /> \n\nOriginal: \n\n\n### ", "chinese.headline", "\n"]
    gap = parts.pop()
    for slot, value, before, after in (
        ("chinese.author", chinese.author, "", "\n"),
        ("chinese.date", chinese.date, "", "\n"),
        ("chinese.page", chinese.page, "第", "版()\n"),
        ("chinese.column", chinese.column or "=", "专栏：", "\n"),
        ("chinese.export", chinese.export, "", "\n"),
    ):
        if not value and slot == "chinese.author":
            gap += "\n"
        elif value:
            parts += [gap + before, slot]
            gap = after
    gap += "\n    " if not chinese.export else "    "
    for _ in chinese.paragraphs:
        parts += [gap, "chinese.paragraphs"]
        gap = "\n    "
    parts.append("\n")
    return Layout(bom=False, parts=tuple(parts))


def _listed(slot: str, count: int, gap: str) -> list[str]:
    return [gap, slot] * count


def write(record: Record) -> bytes:
    """The article file of a record: the very bytes it was read from, or the canonical layout where it has none."""
    layout = record.layout or canonical_layout(record)
    values = _values(record)
    pieces = [part if index % 2 == 0 else next(values[part]) for index, part in enumerate(layout.parts)]
    return (BOM if layout.bom else b"") + "".join(pieces).encode("utf-8", "surrogatepass")


def _values(record: Record) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for half, data in (("english", record.english), ("chinese", record.chinese)):
        for name, value in data._asdict().items():
            values[f"{half}.{name}"] = iter(value if isinstance(value, tuple) else (value,))
    return values
