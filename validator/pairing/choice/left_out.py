"""What the English leaves out of a list whose other members it has.

野炮三门、山炮四门、迫击炮四十二门 as "three field guns and 42 mortars".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from duizhao.validator.pairing.choice.texts import Texts
from duizhao.validator.pairing.model import Link
from duizhao.validator.quantities.model import Cluster, Kind, Quantity

LEFT_OUT = "the rest of its list is there"
_GAP_ZH, _GAP_EN = 12, 80
"""Characters between neighbours of a list, and between the counterparts of those beside what is left out."""
_MARKS, _ENDS = frozenset("、，；"), frozenset("。！？\n")


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
        """Whether the English has what stands before and behind an expression in its list, and nothing between.

        Args:
            zh: an expression of the original without counterpart.
        """
        if zh.weak or zh.kind is Kind.ORDINAL or not (zh.unit or zh.counter or zh.kind is Kind.PERCENT):
            return False  # 第一次 and a bare figure are no members
        at = bisect_left(self._starts, zh.start)
        if not 0 < at < len(self._pairs):
            return False
        (before, before_en), (behind, behind_en) = self._pairs[at - 1], self._pairs[at]
        gaps = self._text[before.end : zh.start], self._text[zh.end : behind.start]
        if any(len(gap) > _GAP_ZH or _MARKS.isdisjoint(gap) or not _ENDS.isdisjoint(gap) for gap in gaps):
            return False
        if not 0 < behind_en.start - before_en.end < _GAP_EN:
            return False
        return not _anything(self._en, before_en.end, behind_en.start)


def _anything(clusters: Sequence[Cluster], start: int, end: int) -> bool:
    """Whether any expression stands between two places."""
    at = bisect_right(clusters, start - 1, key=lambda one: one.start)
    return at < len(clusters) and clusters[at].start < end
