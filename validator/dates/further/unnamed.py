"""Ten days of a month that the original does not name: 本旬, 一旬 as "the first ten days of June"."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.regex import regex
from duizhao.schema.dates import MONTH_STEMS
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.exclusive.find import BeadTexts, beads
from duizhao.validator.rule import Hit
from duizhao.validator.times.resolve import Day, shift_day

_ZH = regex("(?<![上中下第每隔前])(?:[本该这此]一?|(?<![本该这此])一)旬(?![报刊])")
_ZH_NAMED = regex("[上中下头前]一?旬|月[初底末中]|[前头]十[天日]|一日至十日|将|预")
"""What names such days, and what speaks of those to come."""
_EN = regex(
    rf"\b(first|second|middle|last|final|third) ten days of (?:the month of )?({'|'.join(MONTH_STEMS)})[a-z]*\b"
)
_EN_BEFORE = regex(r"\b(?:previous|preceding|prior|last|past|earlier|former) ten[ -]days?\b(?! of)")
"""上旬 as the ten days before these, which is no name of them."""
_ENDS = {"first": 10, "second": 20, "middle": 20}
_LAST = 28
"""The end of a month's last ten days, in any month."""
_LEFT, _PAST = 2, 14
"""Days that may be missing of ten days of which a paper reports, and days that the report may be on its way."""


def named(case: Case) -> Iterator[Hit]:
    """The ten days of an article that only the translation names, and that its paper cannot mean.

    Args:
        case: the article.
    """
    chinese = case.article.chinese
    if case.date is None or "旬" not in case.plain[chinese.start : chinese.end]:
        return
    for bead in (*_titles(case), *beads(case)):
        yield from _in_bead(bead, case.date, case.text)


def _titles(case: Case) -> Iterator[BeadTexts]:
    """The title of the header and the headline of the original."""
    ours, theirs = case.article.chinese.headline, case.article.english.header("Title")
    if ours and theirs:
        title = theirs.value
        yield BeadTexts(case.plain[ours.start : ours.end], ours.start, title.text.lower(), title.start)


def _in_bead(bead: BeadTexts, issue: Day, text: str) -> Iterator[Hit]:
    zh = _ZH.search(bead.zh)
    if zh is None or len(_ZH_NAMED.findall(bead.zh)) > len(_EN_BEFORE.findall(bead.en)):
        return
    for en in _EN.finditer(bead.en):
        if not _reported(en[1], MONTH_STEMS.index(en[2]) + 1, issue):
            english = Span(bead.en_start + en.start(), bead.en_start + en.end())
            words = " ".join(text[english.start : english.end].split())
            message = f"“{words}”, but the original has “{zh[0]}” and does not say which"
            yield Hit(message, english, Span(bead.zh_start + zh.start(), bead.zh_start + zh.end()))


def _reported(which: str, month: int, issue: Day) -> bool:
    """Whether a paper may report of ten days: they are over or nearly so, and not long ago."""
    first, last = shift_day(issue, -_PAST), shift_day(issue, _LEFT)
    ends = _ENDS.get(which, _LAST)
    return any(first <= (year, month, ends) <= last for year in {first[0], last[0]})
