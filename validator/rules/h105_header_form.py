"""H105: the value of a header line is not of its form."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.schema.dates import ISO_FORM, iso_date
from duizhao.schema.record import PAGE_FORM
from duizhao.schema.tree import HeaderLine
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("H105", "header-form", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The value of a header line is not of its form.

    Why: `Date:` is a day as YYYY-MM-DD and `Page:` a plain number from 1 to 999; anything else cannot be sorted,
    counted or looked up. Whether the calendar has such a day is another rule's question.

    Fires:
        header: Title: A Good Harvest | Author: | Date: October 13, 1958 | Page: 2
        marks: October 13, 1958

    Fires:
        header: Title: A Good Harvest | Author: | Date: 1958-10-13 | Page: second
        marks: second

    Silent:
        header: Title: A Good Harvest | Author: | Date: 1958-10-13 | Page: 2
    """
    for line in case.article.english.headers:
        value = line.value.text
        if line.name == "Date" and not ISO_FORM.fullmatch(value):
            meant = iso_date(value)
            yield Hit(f"write the date as {meant or 'YYYY-MM-DD'}", en=_span(line))
        elif line.name in ("Page", "Edition") and not PAGE_FORM.fullmatch(value):
            # 第2版() and "2." have their number in them; of "second" none can be told.
            meant = value.strip("第版() .")
            advice = meant.lstrip("0") if PAGE_FORM.fullmatch(meant.lstrip("0")) else "a number, such as 2"
            yield Hit(f"write the page as {advice}", en=_span(line))


def _span(line: HeaderLine) -> Span:
    """The value, or the label where there is no value."""
    if line.value.text:
        return Span(line.value.start, line.value.end)
    return Span(line.start, line.label_end)
