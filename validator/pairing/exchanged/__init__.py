"""Two numbers that were given to one another's things: 男子十五项，女子八项 as "fifteen for women and eight for men".

Values that are all there pair well, whatever they are said of.  Here the words are compared that say what two
neighbouring numbers are of.  A translator may turn clauses round, so order proves nothing: each label must belong to
one number in the original, beyond doubt, and to the other one in the translation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from duizhao.source import Span
from duizhao.validator.pairing.exchanged.attach import Place, Side, owner
from duizhao.validator.pairing.exchanged.labels import Token, chinese, english
from duizhao.validator.pairing.exchanged.names import names
from duizhao.validator.pairing.model import Link
from duizhao.validator.quantities.lexicon import simplified
from duizhao.validator.quantities.model import Form, Kind, Quantity
from duizhao.validator.text.lazy import lazy

_COUNTED = frozenset((Kind.CARDINAL, Kind.MEASURE, Kind.PERCENT, Kind.FRACTION, Kind.MULTIPLE))
_NAMING = frozenset((Kind.DATE, Kind.ORDINAL, Kind.CODE))
"""Expressions that say what another number is of: 一九五七年, 第二组."""
_SAID = frozenset(("", "counted", "approx-added", "approx-changed", "approx-lost", "approx-reversed"))
"""Verdicts on pairs whose values agree."""
_NEXT = 3
"""How many numbers further on a neighbour may stand."""
_ZH_APART, _EN_APART = 60, 160
"""Characters between two numbers that are still neighbours."""
_ZH_AROUND, _EN_AROUND = 40, 140
"""Characters of a sentence before its first number, and behind its second, that are looked at."""
_ZH_STOP, _EN_STOP = lazy("[。！？\n]"), lazy(r"[.!?]['\"”’)]*\s|\n")
_MOST = 8
"""Labels that are compared; a sentence with more of them is too full to tell."""


class Exchange(NamedTuple):
    """Two links whose numbers changed places."""

    first: Link
    """The one that stands first in the original."""
    second: Link
    zh: tuple[str, str]
    """What they are said of in the original."""
    en: tuple[str, str]
    """What they are said of in the translation."""


def exchanges(text: str, links: Sequence[Link]) -> Iterator[Exchange]:
    """Find pairs of neighbouring numbers that changed places.

    Args:
        text: the text of the file.
        links: which expressions say the same.
    """
    pairs = sorted((one for one in links if _plain(one)), key=lambda one: one.zh.start if one.zh else 0)
    if len(pairs) < 2:
        return
    article = _Article(text, links)
    last: Link | None = None
    for index, one in enumerate(pairs):
        if one is last:
            continue
        for other in pairs[index + 1 : index + 1 + _NEXT]:
            if not _neighbours(text, one, other):
                continue
            if found := article.exchanged(one, other):
                yield found
                last = other
                break


def _plain(one: Link) -> bool:
    if one.zh is None or one.en is None or one.verdict not in _SAID:
        return False
    return all(_counts(q) and q.low != 1 for q in (one.zh, one.en))


def _counts(one: Quantity) -> bool:
    """Whether it is a figure that may be said of something; a 1 may be an article."""
    return one.kind in _COUNTED and not one.weak and one.form is not Form.IMPLIED


def _sort(one: Quantity) -> tuple[bool, str]:
    """What two numbers that may be mistaken for one another have in common."""
    return one.kind is Kind.PERCENT, one.unit


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are of one sort; English says a unit once for two numbers."""
    return _sort(one) == _sort(other) or (
        "" in (one.unit, other.unit) and one.kind is not Kind.PERCENT and other.kind is not Kind.PERCENT
    )


def _neighbours(text: str, one: Link, other: Link) -> bool:
    """Whether two numbers stand near one another in both languages and may be mistaken for one another."""
    assert one.zh and one.en and other.zh and other.en
    for left, right, apart in ((one.zh, other.zh, _ZH_APART), (one.en, other.en, _EN_APART)):
        if left.start > right.start:
            left, right = right, left
        if not _alike(left, right) or left.low == right.low or right.start - left.end > apart:
            return False
        if "\n" in text[left.end : right.start]:
            return False
    return _sort(one.zh) == _sort(other.zh)


_BRACKETS = "before the brackets", "in brackets"
_OPEN = lazy(r"[^\S\n]*[（(][^\S\n]*|[^\S\n][A-Za-z ]{1,20}\([^\S\n]*")
_SHUT = lazy(r"[^\S\n]*[）)]")


def _in_brackets(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether the second number stands alone in brackets behind the first one: 五百三十元（五百七十五元）."""
    return bool(_OPEN().fullmatch(text, one.end, other.start) and _SHUT().match(text, other.end))


_COURSE = "at first", "at last"
_ZH_FROM, _ZH_TO = lazy("[由从自從](?:原来|原來|去年|过去|過去)?的?$"), lazy("(?:[到至]|[加减降升长高大]为|變為|变为)(?:了|现在的|今年的)?$")
_EN_FROM, _EN_TO = lazy(r"\bfrom (?:the |an? )?$", re.IGNORECASE), lazy(r"\bto (?:the |an? )?$", re.IGNORECASE)


def _course(text: str, zh: tuple[Quantity, Quantity], en: tuple[Quantity, Quantity]) -> bool:
    """Whether the original goes from the first number to the second, and the translation back: 由八台增加到二十四台."""
    return (
        bool(_ZH_FROM().search(text[max(0, zh[0].start - 6) : zh[0].start]))
        and bool(_ZH_TO().search(text[zh[0].end : zh[1].start]))
        and bool(_EN_FROM().search(text[max(0, en[1].start - 9) : en[1].start]))
        and bool(_EN_TO().search(text[max(0, en[0].start - 7) : en[0].start]))
    )


class _Numbers:
    """All numeric expressions of one language, in their order."""

    def __init__(self, found: list[Quantity]) -> None:
        self.all = sorted(found, key=lambda one: one.start)
        self.starts = [one.start for one in self.all]

    def within(self, start: int, end: int) -> list[Quantity]:
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


class _Article:
    """What is needed of an article to look at a pair of numbers."""

    def __init__(self, text: str, links: Sequence[Link]) -> None:
        self.text = text
        self.zh = _Numbers([one.zh for one in links if one.zh])
        self.en = _Numbers([one.en for one in links if one.en])
        self.meant = {one.en.start: one.zh for one in links if one.en and one.zh}

    def exchanged(self, one: Link, other: Link) -> Exchange | None:
        assert one.zh and one.en and other.zh and other.en
        if _in_brackets(self.text, one.zh, other.zh) and _in_brackets(self.text, other.en, one.en):
            return Exchange(one, other, _BRACKETS, _BRACKETS[::-1])
        if _course(self.text, (one.zh, other.zh), (one.en, other.en)):
            return Exchange(one, other, _COURSE, _COURSE[::-1])
        zh, en = self._side((one.zh, other.zh), in_english=False), self._side((one.en, other.en), in_english=True)
        if zh is None or en is None:
            return None
        crossed = _crossed(zh, en)
        if crossed is None and len(en.tokens) < _MOST * 2:
            crossed = _crossed(*_with_names(zh, en))
        if crossed is None:
            return None
        ours, theirs = ([self.text[span.start : span.end] for span in spans] for spans in crossed)
        return Exchange(one, other, (f"for {ours[0]}", f"for {ours[1]}"), (theirs[1], theirs[0]))

    def _side(self, two: tuple[Quantity, Quantity], *, in_english: bool) -> Side | None:
        """The passage of two numbers; None where another number there is equal to one of them."""
        text = self.text
        numbers = self.en if in_english else self.zh
        stop, around = (_EN_STOP(), _EN_AROUND) if in_english else (_ZH_STOP(), _ZH_AROUND)
        low, high = min(q.start for q in two), max(q.end for q in two)
        start = max((match.end() for match in stop.finditer(text, max(0, low - around), low)), default=low - around)
        start = max(start, 0)
        end = found.start() if (found := stop.search(text, high, high + around)) else min(len(text), high + around)
        alike: list[Place] = []
        others: list[Place] = []
        naming: list[Token] = []
        for one in numbers.within(start, end):
            if one in two:
                continue
            if one.kind in _NAMING:
                meant = self.meant.get(one.start, one) if in_english else one
                naming.append(Token(_name(meant), one.kind.name, one.start, one.end))
            elif _counts(one):
                if one.low in (two[0].low, two[1].low):
                    return None
                (alike if any(_alike(one, number) for number in two) else others).append(Place(one.start, one.end))
        places = Place(two[0].start, two[0].end), Place(two[1].start, two[1].end)
        if in_english:
            words = english(text, start, end)
        else:
            classifiers = {one.end - len(one.counter) for one in numbers.within(start, end) if len(one.counter) == 1}
            found_here = chinese(text[start:end].translate(simplified()), start, end)
            words = [token for token in found_here if token.start not in classifiers]
        return Side(text, in_english, start, end, places, tuple(alike), tuple(others), (*words, *naming))


def _name(one: Quantity) -> str:
    """A date or an ordinal as a label."""
    return f"{one.kind.name} {one.date or one.low}"


_Spans = tuple[Span, Span]


def _crossed(zh: Side, en: Side) -> tuple[_Spans, _Spans] | None:
    """The labels that belong to one number in the original and to the other one in the translation.

    None where there are none, or where any two labels are where they should be.
    """
    ours, theirs = ({token.label: token for token in side.tokens} for side in (zh, en))
    shared = [token for label, token in ours.items() if label in theirs]
    if not 2 <= len(shared) <= _MOST:
        return None
    verdicts = {
        (one.label, other.label): verdict
        for one, other in combinations(shared, 2)
        if one.sort == other.sort and (verdict := _compared(zh, en, one.label, other.label))
    }
    if not verdicts or any(not verdict.crossed for verdict in verdicts.values()):
        return None
    for one, other in combinations(shared, 2):
        if one.sort != other.sort and (verdict := _compared(zh, en, one.label, other.label)) and not verdict.crossed:
            return None
    two, verdict = next(iter(verdicts.items()))
    first, second = two if verdict.straight else reversed(two)
    return tuple(  # type: ignore[return-value]
        (Span(*tokens[first][2:]), Span(*tokens[second][2:])) for tokens in (ours, theirs)
    )


class _Verdict(NamedTuple):
    """To whom two labels belong."""

    straight: bool
    """In the original the first one belongs to the first number."""
    crossed: bool
    """In the translation they belong to the other ones."""


def _compared(zh: Side, en: Side, one: str, other: str) -> _Verdict | None:
    """What two labels say; None where either language leaves a doubt."""
    meant = owner(zh, one, other)
    if meant is None:
        return None
    said = owner(en, one, other)
    return None if said is None else _Verdict(meant, meant != said)


def _with_names(zh: Side, en: Side) -> tuple[Side, Side]:
    """The same passages, with names among the labels."""
    ours, theirs = names(zh.text[zh.start : zh.end].translate(simplified()), zh.start, en.text[en.start : en.end], en.start)
    return zh._replace(tokens=(*zh.tokens, *ours)), en._replace(tokens=(*en.tokens, *theirs))
