"""What a change is to its figure: a rise or a fall, by so much or to so much."""

from __future__ import annotations

from duizhao.validator.pairing.model import PROBABLE, Judgement
from duizhao.validator.quantities.model import Quantity, Relation

GROWS_BY = (Relation.INCREASE_BY, Relation.EXCEEDS_BY)
"""Relations whose figure comes on top of the base."""
_UPWARD = (Relation.INCREASE_BY, Relation.INCREASE_TO)
_DOWNWARD = (Relation.DECREASE_BY, Relation.DECREASE_TO)


def judge_relation(zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge the relations of equal figures; None where they are one, or one of the figures has none.

    Args:
        zh: an expression of the original.
        en: its counterpart.
    """
    ours, theirs = zh.relation, en.relation
    if ours is theirs or ours is Relation.NONE or theirs is Relation.NONE:
        return None
    if (ours in _UPWARD and theirs in _DOWNWARD) or (ours in _DOWNWARD and theirs in _UPWARD):
        return Judgement("percent", "a rise and a fall are exchanged", PROBABLE)
    if (ours in _UPWARD and theirs in _UPWARD) or (ours in _DOWNWARD and theirs in _DOWNWARD):
        return Judgement("percent", "“by” and “to” are exchanged", PROBABLE)
    return None
