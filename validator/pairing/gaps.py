"""Blanks that stand for characters which could not be read: what is next to them has no value.

Optical recognition leaves blanks of a character's width where it reads nothing: 五千　　元, 　　月五日.  Whether a
newspaper has them so, its description says; elsewhere blanks part the cells of a table, or a place from its news.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.pairing.model import PROBABLE, Link
from duizhao.validator.quantities.model import Cluster, Kind, Quantity

_NUMERALS = "〇零一二三四五六七八九十百千万亿廿卅两0-9０-９"
_UNITS = "元角斤石斗担磅吨尺丈里亩人名架艘辆岁户"
_GAP = regex(f"\u3000{{2,4}}(?!\u3000)|(?<=[{_NUMERALS}])\u3000(?=[{_UNITS}])")
_BLANKS, _MARKS = regex("\u3000+"), regex("[，。、；：！？]")
_NUMERAL = regex(f"[{_NUMERALS}]")
_BEHIND = regex(
    f"[余馀]?[{_UNITS}]|月份?(?=[{_NUMERALS}\u3000，。、；初中底])|日(?=[，。、；：）晨早午晚夜起开举\u3000]|$)|[时点](?=[{_NUMERALS}，。、；]|[开起半])"
)
"""What has a number before it."""
_SMALLER = frozenset("角分升两")
"""Units that go on with the measure before the gap: 七元　　角."""


def unknown(text: str, start: int, end: int, found: Sequence[Cluster]) -> list[Span]:
    """The places of what cannot be known.

    Args:
        text: of the file, the original in simplified characters.
        start: where a paragraph begins; blanks before it mean nothing.
        end: where it ends.
        found: its expressions as they are written.
    """
    return _together(_next_to_gaps(text, start, end, found)) if "\u3000" in text[start:end] else []


def _next_to_gaps(text: str, start: int, end: int, found: Sequence[Cluster]) -> Iterator[Span]:
    gaps = [match.span() for match in _GAP.finditer(text, start, end) if match.start() > start]
    # More blanks than stops: that is a table, or a list of names and sums.
    if not gaps or len(_BLANKS.findall(text, start, end)) > len(_MARKS.findall(text, start, end)):
        return
    by_end, by_start = {one.end: one for one in found}, {one.start: one for one in found}
    for first, last in gaps:
        before, behind = by_end.get(first), by_start.get(last)
        unit = _BEHIND.match(text, last, end)
        if before and not (
            _NUMERAL.match(text, first - 1) or text[first - 1] == "月" or text[last : last + 1] in _SMALLER
        ):
            before = None  # a measure that is whole
        if before or behind or unit:
            stop = behind.end if behind else unit.end() if unit else last
            # The day of a month without name.
            following = by_start.get(stop) if unit and unit[0][0] in "月时点" else None
            yield Span(before.start if before else first, following.end if following else stop)


def _together(spans: Iterable[Span]) -> list[Span]:
    """The same where they meet, as one."""
    whole: list[Span] = []
    for span in sorted(spans):
        if whole and span.start < whole[-1].end:
            span = Span(whole.pop().start, span.end)  # noqa: PLW2901  it grew
        whole.append(span)
    return whole


def masked(links: Sequence[Link], spans: Sequence[Span]) -> list[Link]:
    """Links in which what cannot be known accuses nobody of another value: the translation has filled it in.

    Args:
        links: of two texts, as the original is written.
        spans: what of it cannot be known.
    """
    found = [_masked(one, spans) for one in links]
    taken = {one.zh[:2] for one in found if one.zh}
    free = [span for span in spans if span not in taken and not any(_meets(one, span) for one in found)]
    added = [index for index, one in enumerate(found) if one.zh is None and one.verdict]
    if len(free) == len(added) == 1:  # a unit alone, whose number is lost as a whole
        found[added[0]] = _filled_in(free[0], found[added[0]])
    return found


def _masked(link: Link, spans: Sequence[Span]) -> Link:
    span = next((one for one in spans if _meets(link, one)), None)
    if span is None or link.zh is None:
        return link
    if link.en is None:
        return Link(_lost(span), None)
    dates = link.zh.date is not None and link.zh.date != link.en.date
    return _filled_in(span, link) if link.verdict or dates else link


def _filled_in(span: Span, link: Link) -> Link:
    return Link(_lost(span), link.en, "masked", "the original has no legible figure here", PROBABLE)


def _meets(link: Link, span: Span) -> bool:
    return link.zh is not None and link.zh.start < span.end and span.start < link.zh.end


def _lost(span: Span) -> Quantity:
    return Quantity(*span, Kind.UNKNOWN, 0, 0, weak=True, name="masked")
