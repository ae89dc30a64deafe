"""What a pair of expressions that agree costs, but for its place."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.choice.sides import Candidate, Side
from duizhao.validator.pairing.choice.texts import Texts
from duizhao.validator.pairing.model import FINE, Judgement
from duizhao.validator.pairing.said_of.things.other import other_thing
from duizhao.validator.pairing.values.sorts import SORTS, distinct
from duizhao.validator.times.compare import distance


def cost_of(texts: Texts, i: int, j: int, judgement: Judgement) -> float:
    """What a pair costs by itself: its readings, what is wrong with it, and how unlike its two sides are.

    Args:
        texts: the two texts.
        i: an item of the original.
        j: one of the translation.
        judgement: of the two.
    """
    cost = texts.zh.costs[i] + texts.en.costs[j] + w.PROBLEM[judgement.certainty] * (judgement is not FINE)
    if judgement.verdict == "unit":
        cost += w.OTHER_UNIT
    elif judgement.verdict == "conversion":
        cost += w.BADLY_CONVERTED
    a, b = texts.zh.quantities[i], texts.en.quantities[j]
    if judgement is FINE and a.unit != b.unit and a.unit and b.unit and a.low != b.low:
        cost += w.CONVERTED
    if judgement is FINE and not distinct(a) and other_thing(texts.setting.text, a, b) is not None:
        cost += w.OTHER_THING
    if a.kind is not b.kind:
        cost += w.OTHER_KIND if SORTS[a.kind] != SORTS[b.kind] and judgement.verdict != "percent" else 0.0
    if a.date is not None and b.date is not None:
        cost += distance(a.date, b.date, texts.setting.issue)
    elif a.unit != b.unit and (not a.unit or not b.unit):
        cost += w.UNIT_ONE_SIDE
    return cost


class Rests(NamedTuple):
    """By item of either side, what it costs that its cover leaves expressions unpaired."""

    zh: dict[int, float]
    en: dict[int, float]

    @classmethod
    def of(cls, texts: Texts, found: list[Candidate]) -> Rests:
        """What covers leave unpaired: 八日 of 五月八日 may not agree with "June 8".

        Args:
            texts: the two texts.
            found: all pairs that agree.
        """
        # A pair that is too dear to be joined leaves its expressions unpaired all the same: the 1978 of "46 billion
        # yuan in 1978 to 67.7 billion" shares its figure with 一九七八年 when it is read as yuan, and is none.
        some = [one for one in found if one[0] < w.DEAREST_READING]
        return cls(
            rests(texts.zh, {i for _, i, _, _ in some}) if texts.zh.beside_others else {},
            rests(texts.en, {j for _, _, j, _ in some}) if texts.en.beside_others else {},
        )

    def in_all(self, cost: float, i: int, j: int) -> float:
        """What a pair costs with all that its covers leave unpaired."""
        return cost + self.zh.get(i, 0.0) + self.en.get(j, 0.0)

    def added(self, found: list[Candidate]) -> list[Candidate]:
        """The same pairs, each with what its covers leave unpaired."""
        if not self.zh and not self.en:
            return found
        return [
            one if i not in self.zh and j not in self.en else (self.in_all(cost, i, j), i, j, judgement)
            for one in found
            for cost, i, j, judgement in (one,)
        ]


def rests(side: Side, have: AbstractSet[int]) -> dict[int, float]:
    """By item, what its cover leaves unpaired, where it leaves anything.

    Args:
        side: one of the texts.
        have: the items for which there is a counterpart.
    """
    costs: dict[tuple[int, int], float] = {}
    for index in side.beside_others:
        weak = side.quantities[index].weak
        if index not in have and (side.cover_of[index] or not weak):
            # In a reading that is not the usual one even a weak rest is paid: it may have become weak by it.
            key = (side.cluster_of[index], side.cover_of[index])
            costs[key] = costs.get(key, 0.0) + (w.WEAK_REMAINDER if weak else w.REMAINDER)
    if usual := [key for key in costs if not key[1]]:
        # What the usual cover leaves beside what it pairs is no reason to doubt it, unless another cover leaves
        # nothing: 由一百万元降到九十万元.
        paired = {(side.cluster_of[index], side.cover_of[index]) for index in have}
        whole = {cluster for cluster, cover in paired if cover and (cluster, cover) not in costs}
        for key in usual:
            if key[0] not in whole:
                del costs[key]
    return {
        index: costs[key]
        for index in side.beside_others
        for key in ((side.cluster_of[index], side.cover_of[index]),)
        if key in costs
    }
