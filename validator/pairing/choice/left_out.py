"""What the English leaves out of a list whose other members it has.

野炮三门、山炮四门、迫击炮四十二门 as "three field guns and 42 mortars".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from duizhao.regex import regex
from duizhao.validator.pairing.choice.texts import Texts
from duizhao.validator.pairing.model import Link
from duizhao.validator.quantities.model import Cluster, Kind, Quantity

LEFT_OUT = "the rest of its list is there"
_GAP_ZH, _GAP_EN = 12, 80
"""Characters between neighbours of a list, and between the counterparts of those beside what is left out."""
_MARKS, _LAST_MARKS, _ENDS = frozenset("、，；又"), frozenset("、和及与又"), frozenset("。！？\n")
_PLACES = frozenset("省县市区乡镇村国州旗盟路社厂校")
"""Counters that are nouns, with which names are summed up."""
_COMMA = frozenset("，")
_SHARES = frozenset((Kind.PERCENT, Kind.MULTIPLE))
"""Kinds whose sign says what they count."""
_SHORT, _PERSONS = 4, frozenset("人名")
"""Characters between persons of whom a comma alone makes a list."""
_CLAUSE_END = regex(r"[,.;:!?()\n]")


class Lists:
    """The pairs of two texts, to ask for the neighbours of what has no counterpart.

    Args:
        texts: the two texts.
        links: the pairs.
    """

    def __init__(self, texts: Texts, links: Sequence[Link]) -> None:
        self._text, self._en = texts.setting.text, texts.setting.en
        both = sorted((one.zh.start, one.zh, one.en) for one in links if one.zh is not None and one.en is not None)
        self._starts = [start for start, _, _ in both]
        self._pairs = [(zh, en) for _, zh, en in both]

    def leave_out(self, zh: Quantity) -> bool:
        """Whether the English has its neighbours in its list, and nothing in its place.

        Args:
            zh: an expression of the original without counterpart.
        """
        if zh.weak or not (zh.unit or zh.counter or zh.kind in _SHARES):
            return False  # a bare figure is no member
        if self._text[zh.start - 1] == "每":
            return False  # what others are reckoned by
        at = bisect_left(self._starts, zh.start)
        return at > 0 and (self._stands_between(zh, at) or self._closes(zh, at))

    def _stands_between(self, zh: Quantity, at: int) -> bool:
        """Whether an expression is one of the middle, and English goes from its neighbour to the next without it."""
        if at == len(self._pairs):
            return False
        (before, before_en), (behind, behind_en) = self._pairs[at - 1], self._pairs[at]
        gaps = self._text[before.end : zh.start], self._text[zh.end : behind.start]
        if not all(_listed(gap, _MARKS) for gap in gaps):
            return False
        if zh.kind is Kind.ORDINAL and not (_alike(zh, before) and _alike(zh, behind)):
            return False  # 第一次 is a member among its like only
        if not 0 < behind_en.start - before_en.end < _GAP_EN:
            return False
        return not _anything(self._en, before_en.end, behind_en.start)

    def _closes(self, zh: Quantity, at: int) -> bool:
        """Whether an expression is the last of its list, and the English clause ends with the one before.

        It must count as its neighbour does: 甘肃、山西两省 sums up names, whatever provinces stand before.

        Args:
            zh: the expression.
            at: where it would stand among the pairs; there is one before.
        """
        before, before_en = self._pairs[at - 1]
        if zh.kind is Kind.ORDINAL or zh.counter in _PLACES or not _alike(zh, before):
            return False
        if not _listed(self._text[before.end : zh.start], _LAST_MARKS) and not self._goes_on(zh, at):
            return False
        end = _CLAUSE_END.search(self._text, before_en.end, before_en.end + _GAP_EN)
        return end is not None and not _anything(self._en, before_en.end, end.start())

    def _goes_on(self, zh: Quantity, at: int) -> bool:
        """Whether commas part the members too: 九个馆，七个室，两个站 are three at least."""
        neighbour = self._pairs[at - 1][0]
        if zh.counter in _PERSONS and zh.low != neighbour.low:  # 三百人去，三百人来 may be said of the same ones
            return _listed(self._text[neighbour.end : zh.start], _COMMA, _SHORT)  # 淹死二十四人，伤七人
        if at < 2:
            return False
        earlier, before = self._pairs[at - 2][0], self._pairs[at - 1][0]
        gaps = self._text[earlier.end : before.start], self._text[before.end : zh.start]
        return _alike(earlier, before) and all(_listed(gap, _COMMA) for gap in gaps)


def _listed(gap: str, marks: frozenset[str], most: int = _GAP_ZH) -> bool:
    """Whether what stands between two expressions makes them neighbours in a list."""
    return len(gap) <= most and not marks.isdisjoint(gap) and _ENDS.isdisjoint(gap)


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two expressions count in the same way: 三十五座 and 五座, 第六旅 and 第八旅."""
    return (
        one.kind is other.kind
        and bool(one.counter or one.unit or one.kind in _SHARES)
        and (one.counter, one.unit) == (other.counter, other.unit)
    )


def _anything(clusters: Sequence[Cluster], start: int, end: int) -> bool:
    """Whether any expression stands between two places."""
    at = bisect_right(clusters, start - 1, key=lambda one: one.start)
    return at < len(clusters) and clusters[at].start < end
