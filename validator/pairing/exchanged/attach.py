"""Which of two labels belongs to which of two numbers, in one language, where its construction leaves no doubt."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.pairing.exchanged.labels import LabelAt

_ZH_BREAKS = {"、": 1, "（": 1, "(": 1, "：": 1, ":": 1, "）": 2, ")": 2, "，": 3, ",": 3, "；": 4, ";": 4, "。": 5}
"""How far a mark sets apart what stands on either side of it."""
_EN_BREAK = regex(
    # The stronger first; a stop or comma has a blank behind it, or it stands in a number.
    r"(?P<l5>[.!?]['\"”’)]*(?=\s|$))|(?P<l4>;)|(?P<l3>\b(?:and|but|while|whereas|against|or|plus|versus)\b)"
    r"|(?P<l2>,(?=\s|$)|\|)|(?P<l1>[:()—–])"
)
_ZH_RESPECTIVELY, _EN_RESPECTIVELY = regex("分别|分別|依次|顺次|順次"), regex(r"\brespectively\b")
_NEAR = regex("[:：;；]")
"""What a sentence announces before these marks is not said of one number."""
# 小麦加上外面的小麦 is still one breath; with a character more it is two.
_BREATH = 5
"""Characters between two words that say the same of one number."""
_TIGHT = 2
"""Characters between a Chinese label and its number, where no mark parts two of them: 男十五女八."""


class Passage(NamedTuple):
    """A passage of one language with two numbers, and everything between and around them that matters."""

    text: str
    """Of the whole file; all places are places in it."""
    english: bool
    start: int
    end: int
    numbers: tuple[Span, Span]
    """The first of either side is a number of the same link; which of them stands first, their places say."""
    alike: tuple[Span, ...]
    """Other numbers here that are counted in the same unit: a label may be theirs."""
    others: tuple[Span, ...]
    """Other numbers here that are counted in another one."""
    tokens: tuple[LabelAt, ...]


class Owners:
    """Tells of a passage which labels belong to which of its numbers.

    Args:
        side: the passage; what does not depend on the labels is looked for once.
    """

    def __init__(self, side: Passage) -> None:
        self._side = side
        self._labels: dict[str, list[LabelAt]] = {}
        for token in side.tokens:
            self._labels.setdefault(token.label, []).append(token)
        self._stretches = _stretches(side)

    def __call__(self, one: str, other: str) -> bool | None:
        """Whether each label belongs to the number of its rank; None where that is not sure."""
        labels = self._placed(one, other)
        if labels is None:
            return None
        first, second = labels if labels[0].start <= labels[1].start else labels[::-1]
        left, right = sorted(self._side.numbers)
        straight = _in_order(self._side, (first, second), (left, right))
        if straight is None:
            return None
        return straight == ((first.label == one) == (left == self._side.numbers[0]))

    def _placed(self, one: str, other: str) -> tuple[LabelAt, LabelAt] | None:
        """The only place of each label: up to the next numbers on either side, or else in the whole sentence."""
        ours, theirs = self._labels.get(one, []), self._labels.get(other, [])
        for begin, stop in self._stretches:
            first = _together([token for token in ours if begin <= token.start and token.end <= stop])
            second = _together([token for token in theirs if begin <= token.start and token.end <= stop])
            # A label in two places is nobody's.
            if len(first) > 1 or len(second) > 1:
                return None
            if first and second:
                return first[0], second[0]
        return None


def _stretches(side: Passage) -> tuple[tuple[int, int], ...]:
    """Where the labels of two numbers are looked for, the nearest stretch first."""
    low, high = min(side.numbers).start, max(side.numbers).end
    bounds = side.alike + side.others
    start = max([place.end for place in bounds if place.end <= low], default=side.start)
    end = min([place.start for place in bounds if place.start >= high], default=side.end)
    # Behind the last announcement before the numbers: 情况：小麦…
    near = max([match.end() for match in _NEAR.finditer(side.text, start, low)], default=start)
    # Without the same stretch twice, as it often is.
    return tuple(dict.fromkeys(((near, end), (start, end), (side.start, side.end))))


def _together(tokens: list[LabelAt]) -> list[LabelAt]:
    """The same label twice in one breath is one: "cultural and educational"."""
    if len(tokens) < 2 or any(right.start - left.end > _BREATH for left, right in pairwise(tokens)):
        return tokens
    return [tokens[0]._replace(end=tokens[-1].end)]


class _Group(NamedTuple):
    """A number with its label."""

    start: int
    end: int
    gap: Span
    """What lies between them."""
    label_first: bool


def _in_order(side: Passage, labels: tuple[LabelAt, LabelAt], numbers: tuple[Span, Span]) -> bool | None:
    """Whether the label that stands first belongs to the number that stands first; None where that is not sure."""
    # Both labels on one side of both numbers: "wheat and maize were 300 and 500" says which is whose only with a word.
    if labels[1].start <= numbers[0].start or labels[0].start > numbers[1].start:
        said = _EN_RESPECTIVELY if side.english else _ZH_RESPECTIVELY
        # The record of 12.5 that two runners broke with 12.1 and 12.2, respectively, is neither's.
        as_many = sum(one.sort == labels[0].sort for one in side.tokens) >= len(side.alike) + len(numbers)
        return True if as_many and said.search(side.text, side.start, side.end) else None
    groups = [_group(token, place) for token, place in zip(labels, numbers, strict=True)]
    return True if _set_apart(side, groups) and not _other_owner(side, groups) else None


def _group(token: LabelAt, place: Span) -> _Group:
    # 三百斤小麦: the number was read with its label, and nothing lies between.
    if place.start <= token.start < place.end:
        return _Group(place.start, place.end, Span(place.end, place.end), label_first=False)
    if token.start < place.start:
        return _Group(token.start, place.end, Span(token.end, place.start), label_first=True)
    return _Group(place.start, token.end, Span(place.end, token.start), label_first=False)


def _set_apart(side: Passage, groups: list[_Group]) -> bool:
    """Whether what parts the two groups is stronger than what stands in them."""
    level = _english if side.english else _chinese
    (before, after) = groups
    between = level(side.text, before.end, after.start)
    within = max(level(side.text, *group.gap) for group in groups)
    if side.english:
        # A colon or bracket parts too little in English: 300 jin of wheat: 500 jin of maize.
        return between > within and between > 1
    tight = all(group.gap.end - group.gap.start <= _TIGHT for group in groups)
    return between > within or (between == within == 0 and tight and before.label_first == after.label_first)


def _other_owner(side: Passage, groups: list[_Group]) -> bool:
    """Whether another number stands between a label and its number, so that the label may be that one's."""
    for group in groups:
        # 小麦二百亩三百斤: another unit's number behind the label takes it from none; before a label it may.
        near = side.alike if group.label_first else side.alike + side.others
        if any(group.gap.start <= place.start < group.gap.end for place in near):
            return True
    return any(one.end > other.start for one, other in pairwise(groups))


def _chinese(text: str, start: int, end: int) -> int:
    return max([_ZH_BREAKS[character] for character in text[start:end] if character in _ZH_BREAKS], default=0)


def _english(text: str, start: int, end: int) -> int:
    found = [int(match.lastgroup[1]) for match in _EN_BREAK.finditer(text, start, end) if match.lastgroup]
    return max(found, default=0)
