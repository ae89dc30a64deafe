"""Dates side by side: which share their month, which month of a list is lost, and which two became a stretch."""

from __future__ import annotations

import pytest

from duizhao.source import Span
from duizhao.validator.dates.pairs import Dated, DatePair
from duizhao.validator.dates.ranges import listed_month_lost, share_month, spanned
from duizhao.validator.quantities.model import DateParts as D

LAST = "last-month"


def dates(text: str, *parts: D) -> tuple[str, list[Dated]]:
    """A text without the bars around its dates, and the dates."""
    plain, found = "", []
    for at, piece in enumerate(text.split("|")):
        if at % 2:
            found.append(Dated(Span(len(plain), len(plain) + len(piece)), parts[at // 2]))
        plain += piece
    return plain, found


@pytest.mark.parametrize(
    ("zh", "first", "second", "shared"),
    [
        ("|上月十三|至|十九日|", D(day=13, relative=LAST), D(day=19), True),
        ("|上月十三日|至|十九日|", D(day=13, relative=LAST), D(day=19), True),
        ("|上月十三|、|十九日|", D(day=13, relative=LAST), D(day=19), True),
        ("|下月十三|和|十九日|", D(day=13, relative="next-month"), D(day=19), True),
        ("|本月十三|——|十九日|", D(day=13, relative="this-month"), D(day=19), True),
        ("|上月十三|，|十九日|", D(day=13, relative=LAST), D(day=19), False),
        ("|上月十三|来，至|十九日|", D(day=13, relative=LAST), D(day=19), False),
        ("|去年十三|至|十九日|", D(day=13, relative="last-year"), D(day=19), False),
        ("|三月十三|至|十九日|", D(month=3, day=13), D(day=19), False),
        ("|上月十三|至|三月十九日|", D(day=13, relative=LAST), D(month=3, day=19), False),
        ("|上月十三|至|一九四八年十九日|", D(day=13, relative=LAST), D(1948, day=19), False),
        ("|上月十三|至|本月十九日|", D(day=13, relative=LAST), D(day=19, relative="this-month"), False),
        ("|上月十三|至|三月|", D(day=13, relative=LAST), D(month=3), False),
        ("|上月十三|至|年底|", D(day=13, relative=LAST), D(span="late"), False),
    ],
)
def test_a_day_with_the_month_of_the_one_before(zh: str, first: D, second: D, shared: bool) -> None:
    text, (one, other) = dates(zh, first, second)
    en = Dated(Span(90, 95), D(day=19))
    found = [DatePair(other, en, excused=True), DatePair(one, None), DatePair(None, en)]
    meant = other._replace(parts=second._replace(relative=first.relative)) if shared else other
    assert share_month(found, text) == (DatePair(meant, en, excused=True), DatePair(one, None), DatePair(None, en))


ENGLISH = "It rained in |{}|, and the harvest of the whole county was good."


@pytest.mark.parametrize(
    ("zh", "parts", "en", "told"),
    [
        ("|八|、|九月|", (D(month=8), D(month=9)), "September", "August"),
        ("|八|和|九月|", (D(month=8), D(month=9)), "September", None),  # no mark of a list
        ("|八|、|九月|", (D(month=8), D(month=9)), "Aug. and September", None),
        ("|八|、|九月|", (D(month=8), D(month=9)), "from summer to September", None),
        ("|八|、|九月|", (D(month=8), D(month=9)), "July–September", None),
        ("|八月五日|、|九月|", (D(month=8, day=5), D(month=9)), "September", None),  # a day, which is another's
        ("|八|、|去年|", (D(month=8), D(1947)), "last year", None),
        ("|去年|、|九月|", (D(1947), D(month=9)), "September", None),
    ],
)
def test_a_month_of_a_list(zh: str, parts: tuple[D, D], en: str, told: str | None) -> None:
    text, found = dates(f"{ENGLISH.format(en)}\n{zh}", D(month=9), *parts)
    english, lost, kept = found
    hit = listed_month_lost(lost, [DatePair(lost, None), DatePair(kept, english), DatePair(None, english)], text)
    assert (hit and (hit.message, hit.en, hit.zh)) == (told and (f"the English leaves out {told}", None, lost.span))


def test_a_month_that_stands_for_nothing_in_the_english() -> None:
    text, (lost, kept) = dates("|八|、|九月|", D(month=8), D(month=9))
    assert listed_month_lost(lost, [DatePair(lost, None), DatePair(kept, None)], text) is None
    year = Dated(Span(90, 94), D(1948))
    assert listed_month_lost(lost, [DatePair(kept, year)], text) is None


@pytest.mark.parametrize(
    ("en", "told"),
    [
        (f"August{' ' * 18}|September|", False),  # 24 characters, of which three name the month
        (f"August{' ' * 19}|September|", True),
        (f"|September|{' ' * 21}August", False),
        (f"|September|{' ' * 22}August", True),
    ],
)
def test_how_far_from_its_neighbour_a_month_may_stand(en: str, told: bool) -> None:
    text, (english, lost, kept) = dates(f"{en} \n|八|、|九月|", D(month=9), D(month=8), D(month=9))
    assert (listed_month_lost(lost, [DatePair(kept, english)], text) is not None) is told


@pytest.mark.parametrize(
    ("zh", "days", "en", "words"),
    [
        ("|二十七|、|二十九|两日", (27, 29), "from the |27th| to the |29th|", "27th to the 29th"),
        ("|二十七|、|二十九两日|", (27, 29), "|July 27| through |July 29|", "July 27 through July 29"),
        ("|二十七|、|二十九|两日", (27, 29), "|July 27|–|29|", "July 27–29"),
        ("|二十九|、|二十七|两日", (29, 27), "the |29th| to the |27th|", "29th to the 27th"),
        ("|二十九|、|二十八|两日", (29, 28), "the |29th| to the |28th|", "29th to the 28th"),
        ("|二十七|、|二十八|两日", (27, 28), "the |27th| to the |28th|", None),  # which is all of it
        ("|二十七|、|二十七|两日", (27, 27), "the |27th| to the |27th|", None),
        ("|二十七|、|二十九|日", (27, 29), "the |27th| to the |29th|", None),
        ("|二十七|至|二十九|两日", (27, 29), "the |27th| to the |29th|", None),
        ("|二十七|、|二十九|两日", (27, 29), "the |27th| and the |29th|", None),
        ("|二十七|、|二十九|日两次", (27, 29), "the |27th| to the |29th|", None),
        ("|七月|、|二十九|两日", (None, 29), "|July| to the |29th|", None),
        ("|二十七|、|七月|两月", (27, None), "the |27th| to |July|", None),
    ],
)
def test_two_days_that_became_all_the_time_between(
    zh: str, days: tuple[int | None, int | None], en: str, words: str | None
) -> None:
    parts = [D(day=day) if day else D(month=7) for day in days]
    text, (start, end, first, second) = dates(f"{en}\n{zh}", *parts, *parts)
    hits = list(
        spanned([DatePair(second, end), DatePair(first, start), DatePair(first, None), DatePair(None, end)], text)
    )
    message = f"“{words}” is all the time between, but the original names two days"
    spans = Span(start.span.start, end.span.end), Span(first.span.start, second.span.end)
    assert [(hit.message, hit.en, hit.zh) for hit in hits] == ([(message, *spans)] if words else [])
