"""Labels that belong to one number in the original and to the other one in the translation."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import NamedTuple

from duizhao.validator.pairing.exchanged.attach import Owners, Passage
from duizhao.validator.pairing.exchanged.labels import LabelAt

_MOST = 10
"""Labels that are compared; a sentence with more of them is too full to tell."""


class SaidOf(NamedTuple):
    """What two numbers are said of, as written: of the first, of the second."""

    zh: tuple[str, str]
    en: tuple[str, str]


def crossed(zh: Passage, en: Passage) -> SaidOf | None:
    """Find two labels of a sort that changed numbers; None where any two labels are where they should be."""
    labels = {token.label for token in zh.tokens} & {token.label for token in en.tokens}
    # Most passages end here, before anything is placed.
    if len(labels) < 2:
        return None
    ours, theirs = _by_label(zh, labels), _by_label(en, labels)
    shared = list(ours.values())
    # Labels of as many sorts as there are: nothing could be set against another.
    if len(shared) > _MOST or len({token.sort for token in shared}) == len(shared):
        return None
    if not _may_cross(zh, en, ours, theirs):
        return None
    in_zh, in_en = Owners(zh), Owners(en)
    # Pairs of one sort come first: once these have told of an exchange, the others can still take it back.
    two = sorted(combinations(shared, 2), key=lambda tokens: tokens[0].sort != tokens[1].sort)
    found: SaidOf | None = None
    for one, other in two:
        kin = one.sort == other.sort
        if found is None and not kin:
            return None
        meant = in_zh(one.label, other.label)
        said = None if meant is None else in_en(one.label, other.label)
        if said is None:
            continue
        # Two that are where they should be speak for the others: men and women kept their numbers, whatever wheat did.
        if meant == said:
            return None
        if found is None:
            first, second = (one.label, other.label) if meant else (other.label, one.label)
            found = SaidOf(
                (_words(zh, ours[first]), _words(zh, ours[second])),
                (_words(en, theirs[second]), _words(en, theirs[first])),
            )
    return found


def _may_cross(zh: Passage, en: Passage, ours: dict[str, LabelAt], theirs: dict[str, LabelAt]) -> bool:
    """Whether two labels of a sort are turned round where the numbers are not, or the other way round.

    Where both keep their order each label has its number, whichever side of it they stand on; most sentences do.
    """
    turned = (zh.numbers[0] < zh.numbers[1]) is not (en.numbers[0] < en.numbers[1])
    return any(
        ((one.start < other.start) is not (theirs[one.label].start < theirs[other.label].start)) is not turned
        for one, other in combinations(ours.values(), 2)
        if one.sort == other.sort
    )


def _by_label(side: Passage, labels: AbstractSet[str]) -> dict[str, LabelAt]:
    """Of each label the place that is nearest to the numbers."""
    low, high = min(side.numbers).start, max(side.numbers).end
    some = [token for token in side.tokens if token.label in labels]
    # The last that is put in stays: the nearest.
    far_first = sorted(some, key=lambda token: max(low - token.end, token.start - high), reverse=True)
    return {token.label: token for token in far_first}


def _words(side: Passage, token: LabelAt) -> str:
    return " ".join(side.text[token.start : token.end].split())
