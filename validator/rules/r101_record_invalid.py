"""R101: the article's record is not of the published form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.schema.dates import parts_of, possible
from duizhao.schema.numerals import page_in_numerals
from duizhao.schema.publication import PAGE_MARKS
from duizhao.schema.record import PAGE_FORM
from duizhao.schema.tree import Field, HeaderLine, Paragraph
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule

_LONGEST = {
    "english.title": 2000,
    "english.author": 500,
    "english.date": 40,
    "english.page": 40,
    "english.edition": 200,
    "english.entities": 10_000,
    "english.paragraphs": 1_000_000,
    "chinese.headline": 1000,
    "chinese.author": 200,
    "chinese.date": 40,
    "chinese.page": 8,
    "chinese.column": 200,
    "chinese.export": 10_000,
    "chinese.paragraphs": 1_000_000,
}
"""`maxLength` of article.schema.json; a test holds the two together."""
_MOST = 20_000
"""`maxItems` of its lists."""
_WORDS = {"english": "English", "chinese": "Chinese"}

_Part = Field | Paragraph


@rule("R101", "record-invalid", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The article's record is not of the published form.

    Why: the data package promises its readers `article.schema.json`: every value within its length, every list within
    its size, pages that are numbers, days that there are; for an issue, in its heading. What a header rule says of a
    value is not said again here.

    Fires:
        zh_page: 二
        marks: 二

    Silent:
        zh_page: 2
    Source: article.schema.json, JSON Schema 2020-12.
    """
    yield from _of_issue(case)
    page, date = case.article.chinese.page, case.article.chinese.date
    newspaper = case.newspaper
    numerals = newspaper.page_marks != PAGE_MARKS and page and page_in_numerals(page.text)
    if page and page.text and not PAGE_FORM.fullmatch(page.text) and not numerals:
        yield Hit("the page of the original is to be a number from 1 to 999", zh=Span(page.start, page.end))
    if date and (says := _wrong_date(date.text, newspaper.date_form)):
        yield Hit(says, zh=Span(date.start, date.end))
    if len(case.text) > _MOST:  # else no list can have as many items
        yield from _too_many(case)
    yield from _too_long(case)


def _wrong_date(written: str, form: str) -> str:
    """What is wrong with a date that is to be of some form, '' for nothing."""
    parts = parts_of(written)
    if parts is None or not possible(*parts) or not parts[0]:
        return "the calendar has no such day"
    # 1958年1月3日 is written without zeros; what can be sorted by its signs has them.
    if re.sub("[YMD]+", "", form) == re.sub("[0-9]+", "", written) and ("年" in form or len(written) == len(form)):
        return ""
    meant = form.replace("YYYY", f"{parts[0]:04}").replace("MM", f"{parts[1]:02}").replace("DD", f"{parts[2]:02}")
    return f"write the date of the original as {meant}"


def _of_issue(case: Case) -> Iterator[Hit]:
    for oddity in case.article.oddities:
        if oddity.code == "heading-date-impossible":
            span = Span(oddity.start, oddity.end)
            en, zh = (None, span) if case.article.chinese.headline else (span, None)
            yield Hit("the heading of this issue has a date that no calendar has", en, zh, of_issue=True)


def _too_long(case: Case) -> Iterator[Hit]:
    least = min(_LONGEST.values())
    for slot, part in _parts(case):
        # Most parts are shorter than the shortest bound, and need no look into the table.
        if len(part.text) > least and len(part.text) > _LONGEST[slot]:
            half, name = slot.split(".")
            says = f"the {_WORDS[half]} {name} may have {_LONGEST[slot]:,} characters, this has {len(part.text):,}"
            span = Span(part.start, min(part.end, part.start + 60))
            yield Hit(says, en=span if half == "english" else None, zh=span if half == "chinese" else None)


def _too_many(case: Case) -> Iterator[Hit]:
    english, chinese = case.article.english, case.article.chinese
    for name, parts in (("English paragraphs", english.paragraphs), ("named entities", english.entities)):
        if len(parts) > _MOST:
            yield Hit(f"{len(parts):,} {name}, more than {_MOST:,}", en=Span(parts[_MOST].start, parts[_MOST].end))
    if len(chinese.paragraphs) > _MOST:
        first = chinese.paragraphs[_MOST]
        yield Hit(
            f"{len(chinese.paragraphs):,} Chinese paragraphs, more than {_MOST:,}", zh=Span(first.start, first.end)
        )


def _parts(case: Case) -> Iterator[tuple[str, _Part]]:
    english, chinese = case.article.english, case.article.chinese
    seen: set[str] = set()
    for line in english.headers:
        if line.name not in seen:
            yield _slot(line), line.value
        seen.add(line.name)
    for slot, parts in (
        ("english.paragraphs", english.paragraphs),
        ("english.entities", english.entities),
        ("chinese.paragraphs", chinese.paragraphs),
    ):
        for part in parts:
            yield slot, part
    for name in ("headline", "author", "date", "page", "column", "export"):
        field: Field | None = getattr(chinese, name)
        if field:
            yield f"chinese.{name}", field


def _slot(line: HeaderLine) -> str:
    return f"english.{line.name.lower()}"
