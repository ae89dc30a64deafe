"""The passages that two numbers stand in, and the labels there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter
from typing import Generic, TypeVar

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.pairing.exchanged.attach import Passage
from duizhao.validator.pairing.exchanged.labels import LabelAt, chinese, english
from duizhao.validator.pairing.exchanged.names import NAME, may_stand, names_in, romanised
from duizhao.validator.pairing.exchanged.neighbours import NumberPair, alike, counts
from duizhao.validator.pairing.model import Link
from duizhao.validator.quantities.lexicon.simplify import simplify
from duizhao.validator.quantities.model import Kind, Quantity

_NAMING = frozenset((Kind.DATE, Kind.ORDINAL, Kind.CODE))
"""Expressions that say what another number is of: 一九五七年, 第二组."""
_ZH_AROUND, _EN_AROUND = 40, 140
"""Characters of a sentence before its first number, and behind its second, that are looked at."""
_LINE = regex("\n")
_ZH_STOP, _EN_STOP = regex("[。！？\n]"), regex(r"[.!?]['\"”’)]*\s|\n")


class Passages:
    """All passages of an article."""

    def __init__(self, text: str, links: Sequence[Link]) -> None:
        self._text = text
        self._zh = _Sorted(one.zh for one in links if one.zh)
        self._en = _Sorted(one.en for one in links if one.en)
        self._meant = {one.en.start: one.zh for one in links if one.en and one.zh}
        self._lines = [0, *(match.end() for match in _LINE.finditer(text))]
        self._zh_lines: dict[int, _Sorted[LabelAt]] = {}
        self._en_lines: dict[int, _Sorted[LabelAt]] = {}
        self._spelt_lines: dict[int, _Sorted[LabelAt]] = {}
        self._two: dict[tuple[int, int], bool] = {}
        self._straight: dict[tuple[int, int], bool] = {}

    def of(self, one: NumberPair, other: NumberPair) -> tuple[Passage, Passage] | None:
        """The passages of two numbers with their labels.

        None where fewer than two labels of a sort stand there, or a third number is equal to one of the two.
        """
        # Asked of whole lines, and kept: two numbers of a line have the same answer.
        if not self._share_two(one) or ((one.zh < other.zh) is (one.en < other.en) and self._in_one_order(one)):
            return None
        zh, en = self._side(one.zh, other.zh, english=False), self._side(one.en, other.en, english=True)
        if zh is None or en is None:
            return None
        spelt = self._spelt(one.en.start).within(en.start, en.end)
        ours = self._zh_labels(one.zh.start).within(zh.start, zh.end) + self._names(zh, spelt)
        # Without two labels of a sort in the original those of the translation need not be looked for.
        if max(Counter(token.sort for token in ours).values(), default=0) < 2:
            return None
        theirs = self._en_labels(one.en.start).within(en.start, en.end)
        return zh._replace(tokens=tuple(ours)), en._replace(tokens=(*theirs, *spelt))

    def _side(self, one: Quantity, other: Quantity, *, english: bool) -> Passage | None:
        """A passage without its labels."""
        left, right = sorted((one, other))
        start, end = _sentence(self._text, left.start, right.end, english=english)
        others = [
            number
            for number in (self._en if english else self._zh).within(start, end)
            if number not in (one, other) and counts(number)
        ]
        # A third number of the same value may be the one that was meant.
        if any(number.low in (one.low, other.low) for number in others):
            return None
        near: list[Span] = []
        far: list[Span] = []
        for number in others:
            (near if alike(number, one) or alike(number, other) else far).append(Span(number.start, number.end))
        places = Span(one.start, one.end), Span(other.start, other.end)
        return Passage(self._text, english, start, end, places, tuple(near), tuple(far), ())

    def _share_two(self, one: NumberPair) -> bool:
        """Whether the lines of a number can have two labels of a sort in common: most have not, and that ends it."""
        key = self._line(one.zh.start)[0], self._line(one.en.start)[0]
        known = self._two.get(key)
        if known is None:
            known = self._two[key] = self._two_shared(one)
        return known

    def _in_one_order(self, one: NumberPair) -> bool:
        """Whether the lines of a number have the same labels in the same order, each once: then none is exchanged."""
        key = self._line(one.zh.start)[0], self._line(one.en.start)[0]
        known = self._straight.get(key)
        if known is None:
            ours = [token.label for token in self._zh_labels(one.zh.start).all]
            theirs = [token.label for token in self._en_labels(one.en.start).all]
            shared = set(ours) & set(theirs)
            kept = [label for label in ours if label in shared]
            straight = len(kept) == len(shared) and kept == [label for label in theirs if label in shared]
            # A name is in neither list: where there may be one, nothing is known of its order.
            known = self._straight[key] = straight and not self._may_be_named(one)
        return known

    def _two_shared(self, one: NumberPair) -> bool:
        ours = {(token.label, token.sort) for token in self._zh_labels(one.zh.start).all}
        names: set[str] = set()
        if not _two_of_a_sort(ours):
            # Before the labels of the translation are looked for: without a name there cannot be two.
            names = self._may_be_named(one)
            if not _two_of_a_sort(ours | {(name, NAME) for name in names}):
                return False
        theirs = {token.label for token in self._en_labels(one.en.start).all}
        if _two_of_a_sort({label for label in ours if label[0] in theirs}):
            return True
        theirs |= {token.label for token in self._spelt(one.en.start).all}
        # Names cost most, so that what the tables say is asked before them.
        names = names or self._may_be_named(one)
        return _two_of_a_sort({label for label in ours if label[0] in theirs} | {(name, NAME) for name in names})

    def _may_be_named(self, one: NumberPair) -> set[str]:
        """What may be names in the line of the translation, of which that of the original has a first character."""
        spelt = {token.label for token in self._spelt(one.en.start).all}
        original = self._simplified(*self._line(one.zh.start)) if spelt else ""
        return {label for label in spelt if may_stand(original, label)}

    def _zh_labels(self, at: int) -> _Sorted[LabelAt]:
        """The labels of the line of a number of the original."""
        start, end = self._line(at)
        if start not in self._zh_lines:
            there = self._zh.within(start, end)
            # 人 of 五人 is a classifier, and no label of its own.
            classifiers = {one.end - 1 for one in there if len(one.counter) == 1}
            found = [token for token in chinese(self._simplified(start, end), start) if token.start not in classifiers]
            self._zh_lines[start] = _Sorted(found + [_naming(one, one) for one in there if one.kind in _NAMING])
        return self._zh_lines[start]

    def _en_labels(self, at: int) -> _Sorted[LabelAt]:
        """The labels of the line of a number of the translation."""
        start, end = self._line(at)
        if start not in self._en_lines:
            there = self._en.within(start, end)
            # "in the second year" has the name of 第二年, so that both sides can be set against one another.
            naming = [_naming(one, self._meant.get(one.start, one)) for one in there if one.kind in _NAMING]
            self._en_lines[start] = _Sorted(english(self._text, start, end) + naming)
        return self._en_lines[start]

    def _spelt(self, at: int) -> _Sorted[LabelAt]:
        """What may be names in the line of a number of the translation."""
        start, end = self._line(at)
        if start not in self._spelt_lines:
            self._spelt_lines[start] = _Sorted(romanised(self._text, start, end))
        return self._spelt_lines[start]

    def _names(self, side: Passage, spelt: list[LabelAt]) -> list[LabelAt]:
        """The names of the translation, where the original has them."""
        if not spelt:
            return []
        original = self._simplified(side.start, side.end)
        labels = dict.fromkeys(token.label for token in spelt)
        return [token for label in labels for token in names_in(original, side.start, label)]

    def _simplified(self, start: int, end: int) -> str:
        return simplify(self._text[start:end])

    def _line(self, at: int) -> tuple[int, int]:
        """From where to where the line of a place goes; its labels are for other pairs of numbers there as well."""
        index = bisect_right(self._lines, at)
        return self._lines[index - 1], self._lines[index] if index < len(self._lines) else len(self._text)


_Placed = TypeVar("_Placed", Quantity, LabelAt)
_START: Callable[[Quantity | LabelAt], int] = attrgetter("start")


class _Sorted(Generic[_Placed]):
    """Things of one language in their order."""

    def __init__(self, found: Iterable[_Placed]) -> None:
        self.all: list[_Placed] = sorted(found, key=_START)
        self._starts: list[int] = [one.start for one in self.all]

    def within(self, start: int, end: int) -> list[_Placed]:
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _sentence(text: str, low: int, high: int, *, english: bool) -> tuple[int, int]:
    """From where to where the sentence of text[low:high] goes, as far as it is looked at."""
    stop, around = (_EN_STOP, _EN_AROUND) if english else (_ZH_STOP, _ZH_AROUND)
    start = max(0, low - around)
    for match in stop.finditer(text, start, low):
        start = match.end()
    last = stop.search(text, high, high + around)
    return start, last.start() if last else min(len(text), high + around)


def _two_of_a_sort(labels: AbstractSet[tuple[str, str]]) -> bool:
    """Whether of labels, each with its sort, two are of the same."""
    return len(labels) > len({sort for _, sort in labels})


def _naming(one: Quantity, meant: Quantity) -> LabelAt:
    """A date or an ordinal as a label, with the name that its counterpart has."""
    return LabelAt(f"{meant.kind.name} {meant.date or meant.low}", meant.kind.name, one.start, one.end)
