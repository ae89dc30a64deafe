"""What is wrong with times beside what a pair of dates says by itself, each with its sort."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duizhao.validator.align.places import Places
from duizhao.validator.case import Case
from duizhao.validator.dates.dispatches import numbered
from duizhao.validator.dates.durations import turned
from duizhao.validator.dates.further.before_last import told_as_previous
from duizhao.validator.dates.further.events import lost_events
from duizhao.validator.dates.further.fiscal import of_fiscal_years
from duizhao.validator.dates.further.lunar import told_by_their_numbers
from duizhao.validator.dates.further.seasons import of_another_year
from duizhao.validator.dates.further.unnamed import named
from duizhao.validator.dates.pairs import DatePair
from duizhao.validator.dates.ranges import spanned
from duizhao.validator.exclusive.two_times import left_out_of_two
from duizhao.validator.rule import Hit
from duizhao.validator.times.resolve import Day


def by_paragraphs(case: Case) -> Iterator[tuple[str, Hit]]:
    """What is looked for in lengths of time, and in paragraphs that belong together.

    Args:
        case: the article.
    """
    for hit in turned(case.plain, case.links.body):
        yield "bound", hit
    for lost in left_out_of_two(case):
        yield "missing", Hit(f"the English leaves out “{lost.lost}” of “{lost.words}”", None, lost.zh)
    for hit in numbered(case):
        yield "missing", hit
    for hit in lost_events(case):
        yield "missing", hit
    for hit in named(case):
        yield "part", hit


def by_pairs(found: Sequence[DatePair], text: str, issue: Day | None, places: Places) -> Iterator[tuple[str, Hit]]:
    """What is looked for in pairs of dates, whether they agree or have no counterpart.

    Args:
        found: the pairs.
        text: of the article.
        issue: of the paper.
        places: to ask for the paragraphs that belong to a date.
    """
    for hit in spanned(found, text):
        yield "bound", hit
    for hit in told_by_their_numbers(found, text, places):
        yield "calendar", hit
    for hit in told_as_previous(found, places):
        yield "relative", hit
    for hit in of_another_year(found, text, issue, places):
        yield "relative", hit
    for hit in of_fiscal_years(found, text):
        yield "part", hit
