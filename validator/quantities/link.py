"""Which numeric expressions of the two languages say the same, and what is wrong where they do not.

Within paragraphs that belong together, four passes over what is still unpaired, each the cheapest pairing there is:
equal values that occur once (they become fixed points), other equal values near where the fixed points lead to expect
them, values that agree in another reading, unit or form, and at last values that differ but stand in each other's
place.  What is left is missing or added.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from duizhao.schema.tree import Article
from duizhao.validator.align import Alignment
from duizhao.validator.dates.compare import compatible, distance
from duizhao.validator.dates.resolve import Day
from duizhao.validator.quantities.agree import DOUBTFUL, FINE, PROBABLE, SURE, Judgement, in_decade, judge
from duizhao.validator.quantities.difference import difference, show
from duizhao.validator.quantities.match import Correspondence, pair
from duizhao.validator.quantities.model import Approx, Form, Kind, Quantity
from duizhao.validator.quantities.patterns import (
    Context,
    closes_list,
    counts_the_rest,
    decide,
    look,
    qualified,
    same_letters,
)
from duizhao.validator.quantities.readings import Readings
from duizhao.validator.quantities.transliterated import find


class Link(NamedTuple):
    """A numeric expression of the original and its counterpart; one of them is None where there is none."""

    zh: Quantity | None
    en: Quantity | None
    verdict: str = ""
    """'' where they agree, else what is wrong: 'value', 'scale', 'missing', 'added', 'unit', 'date', …"""
    detail: str = ""
    """What the difference looks like, in words."""
    certainty: int = DOUBTFUL
    """See `agree`: DOUBTFUL, PROBABLE or SURE."""


class Links(NamedTuple):
    """All expressions of an article, each in exactly one link; offsets refer to the text of the file."""

    body: tuple[Link, ...]
    title: tuple[Link, ...]
    """Of the English title and the Chinese headline."""


def link(article: Article, readings: Readings, alignment: Alignment, issue: Day | None) -> Links:
    """Pair the numeric expressions of an article and judge each pair."""
    links: list[Link] = []
    en, zh = article.english.paragraphs, article.chinese.paragraphs
    for bead in alignment.beads:
        ours = [q for i in bead.zh for q in readings.zh[i]]
        theirs = [q for i in bead.en for q in readings.en[i]]
        if not ours and not theirs:
            continue
        if not bead.en or not bead.zh:
            # The paragraph itself has no counterpart; that is said once, by a rule of family P.
            links += [Link(q, None, "missing", "its paragraph has no counterpart") for q in ours]
            links += [Link(None, q, "added", "its paragraph has no counterpart") for q in theirs]
            continue
        zh_span = (zh[bead.zh[0]].start, zh[bead.zh[-1]].end)
        en_span = (en[bead.en[0]].start, en[bead.en[-1]].end)
        links += _Pairing(article.source.text, ours, theirs, zh_span, en_span, issue).run()
    title: list[Link] = []
    if readings.title or readings.headline:
        title_line, headline = article.english.header("Title"), article.chinese.headline
        if title_line and headline:
            spans = (headline.start, headline.end), (title_line.value.start, title_line.value.end)
            title = _Pairing(article.source.text, readings.headline, readings.title, *spans, issue).run()
    return Links(tuple(_settle(links)), tuple(title))


# ---------------------------------------------------------------- pairing

_INCHES_FROM = 1980  # year of an issue
_SMALL = 10  # whole numbers below it repeat so often that place must decide
_FAR = 400.0  # characters of displacement that cost as much as a wrong kind
_REACH = 160.0  # characters within which values that differ can stand in each other's place
_DIFFERENT = 1.0  # cost from which two values that differ are better left alone


class _Pairing:
    """The passes over one bead."""

    def __init__(
        self,
        text: str,
        zh: Sequence[Quantity],
        en: Sequence[Quantity],
        zh_span: tuple[int, int],
        en_span: tuple[int, int],
        issue: Day | None,
    ) -> None:
        self.text, self.zh, self.en, self.issue = text, zh, en, issue
        self.zh_from, self.en_from = zh_span[0], en_span[0]
        self.ends = (zh_span[1] - zh_span[0], en_span[1] - en_span[0])
        self.zh_left, self.en_left = list(range(len(zh))), list(range(len(en)))
        self.links: list[Link] = []
        self.points: list[tuple[int, int]] = []
        self.expect: Correspondence | None = None

    def run(self) -> list[Link]:
        """All links of the bead, in the order of the original."""
        self._pair_equal()
        for rest in (self._pair_agreeing, self._pair_range_ends, self._pair_differing):
            if self.zh_left and self.en_left:
                rest()
        self._leave_rest()
        self.links.sort(key=_place)
        return self.links

    def _displacement(self, zh: Quantity, en: Quantity) -> float:
        if self.expect is None:
            self.expect = Correspondence(self.ends, self.points)
        return abs(self.expect(zh.start - self.zh_from) - (en.start - self.en_from))

    def _join(self, i: int, j: int, judgement: Judgement) -> None:
        zh, en = self.zh[i], self.en[j]
        self.zh_left.remove(i)
        self.en_left.remove(j)
        if judgement is FINE:
            judgement = look(self.text, zh, en)
        self.links.append(Link(zh, en, *judgement))
        self.points.append((zh.start - self.zh_from, en.start - self.en_from))

    def _pair_equal(self) -> None:
        """Equal values: first those that occur once on either side, then the rest by place."""
        theirs = _by_key(self.en)
        often = []
        for key, rows in _by_key(self.zh).items():
            columns = theirs.get(key)
            if columns is None:
                continue
            if len(rows) == len(columns) == 1 and _distinct(self.zh[rows[0]]):
                self._join_equal(rows[0], columns[0])
            else:
                often.append((rows, columns))
        for rows, columns in often:
            self._pair_by_place(rows, columns)
        self.expect = None  # new fixed points

    def _pair_by_place(self, rows: list[int], columns: list[int]) -> None:
        def cost(i: int, j: int) -> float:
            return self._displacement(self.zh[rows[i]], self.en[columns[j]])

        reach = 10.0 * _FAR if _distinct(self.zh[rows[0]]) else _FAR
        for i, j in pair(len(rows), len(columns), cost, reach):
            self._join_equal(rows[i], columns[j])

    def _join_equal(self, i: int, j: int) -> None:
        judgement = FINE if self.zh[i].kind is Kind.DATE else self._judge(self.zh[i], self.en[j])
        if judgement is not None:
            self._join(i, j, judgement)

    def _pair_agreeing(self) -> None:
        """Values that agree in another reading, unit or form."""
        judged: dict[tuple[int, int], Judgement] = {}

        def cost(i: int, j: int) -> float | None:
            zh, en = self.zh[self.zh_left[i]], self.en[self.en_left[j]]
            judgement = self._agree(zh, en)
            if judgement is None:
                return None
            judged[i, j] = judgement
            sort = 0.0 if _SORTS.get(zh.kind) == _SORTS.get(en.kind) else 0.5
            return sort + 0.2 * judgement.certainty + self._displacement(zh, en) / _FAR

        self._pair_left(cost, lambda i, j: judged[i, j], 1.5)
        self.expect = None

    def _pair_left(
        self, cost: Callable[[int, int], float | None], verdict: Callable[[int, int], Judgement], gap: float
    ) -> None:
        rows, columns = list(self.zh_left), list(self.en_left)
        for i, j in pair(len(rows), len(columns), cost, gap):
            self._join(rows[i], columns[j], verdict(i, j))

    def _judge(self, zh: Quantity, en: Quantity) -> Judgement | None:
        if same_letters(self.text, zh, en):
            return FINE
        judgement = decide(self.text, zh, en) or judge(zh, en)
        if judgement is not None and judgement.verdict.startswith("approx") and qualified(self.text, zh, en, judgement):
            return FINE
        if judgement is not None and judgement.verdict == "unit" and self._modern_inch(zh, en):
            return FINE
        return judgement

    def _modern_inch(self, zh: Quantity, en: Quantity) -> bool:
        """Since screens and tyres are sold in China, 寸 is short for 英寸 there."""
        return zh.unit == "cun" and en.unit == "inch" and self.issue is not None and self.issue[0] >= _INCHES_FROM

    def _agree(self, zh: Quantity, en: Quantity) -> Judgement | None:
        if zh.kind is Kind.DATE and en.kind is Kind.DATE and zh.date and en.date:
            return FINE if compatible(zh.date, en.date, self.issue) else None
        if zh.kind is Kind.DATE or en.kind is Kind.DATE:
            return FINE if _date_as_number(zh, en) else None
        judgement = self._judge(zh, en)
        if judgement is None and closes_list(self.text[max(0, zh.start - 3) : zh.start]):
            return FINE if counts_the_rest(Context.of(self.text, zh, en), zh, en) else None
        return judgement

    def _pair_range_ends(self) -> None:
        """四五亩到七八亩 as "four to five mu to seven to eight mu": a range here, both its ends there."""
        for ranges, ends in ((self.zh, self.en), (self.en, self.zh)):
            left = self.en_left if ends is self.en else self.zh_left
            whole = self.zh_left if ranges is self.zh else self.en_left
            for index in [i for i in whole if ranges[i].low < ranges[i].high]:
                found = _ends_of(ranges[index], ends, left)
                if found is not None:
                    first, second = found
                    self._join(*((index, first) if ranges is self.zh else (first, index)), FINE)
                    left.remove(second)
                    other = ends[second]
                    self.links.append(Link(None, other) if ends is self.en else Link(other, None))

    def _pair_differing(self) -> None:
        """Values that differ but stand in each other's place."""

        def cost(i: int, j: int) -> float | None:
            zh, en = self.zh[self.zh_left[i]], self.en[self.en_left[j]]
            away = self._displacement(zh, en)
            return None if away > _REACH else _unlikeness(zh, en, self.issue, away)

        rows, columns = list(self.zh_left), list(self.en_left)
        self._pair_left(cost, lambda i, j: _differ(self.zh[rows[i]], self.en[columns[j]]), _DIFFERENT)

    def _leave_rest(self) -> None:
        for i in self.zh_left:
            zh, en_end = self.zh[i], self.en_from + self.ends[1]
            name = find(self.text, self.en_from, en_end, zh)
            if name is not None:
                spelt = Quantity(name.start, name.end, Kind.ORDINAL, zh.low, zh.high, form=Form.WORDS)
                self.links.append(Link(zh, spelt, "transliterated", "a designation was taken for a name", SURE))
            else:
                self.links.append(Link(zh, None, *_lonely(zh, "missing")))
        self.links += [Link(None, self.en[j], *_lonely(self.en[j], "added")) for j in self.en_left]


def _ends_of(whole: Quantity, ends: Sequence[Quantity], left: Sequence[int]) -> tuple[int, int] | None:
    """Two neighbours that are the ends of a range."""
    for first, second in pairwise(left):
        if ends[first].low == whole.low and whole.high in (ends[second].low, ends[second].high):
            return first, second
    return None


def _place(one: Link) -> tuple[int, int]:
    if one.zh is not None:
        return (0, one.zh.start)
    return (1, one.en.start if one.en else 0)


_CLASS = {Kind.DATE: "date", Kind.MULTIPLE: "multiple", Kind.ORDINAL: "ordinal"}


def _key(quantity: Quantity) -> tuple[object, ...]:
    """What equal expressions have in common."""
    if quantity.kind is Kind.DATE:
        return ("date", quantity.date)
    return (_CLASS.get(quantity.kind, ""), quantity.low, quantity.high, quantity.unit)


def _by_key(quantities: Sequence[Quantity]) -> dict[tuple[object, ...], list[int]]:
    groups: dict[tuple[object, ...], list[int]] = {}
    for index, quantity in enumerate(quantities):
        groups.setdefault(_key(quantity), []).append(index)
    return groups


def _distinct(quantity: Quantity) -> bool:
    """Whether a value says by itself which expression is meant."""
    return quantity.low >= _SMALL or quantity.low.denominator != 1 or quantity.kind in (Kind.DATE, Kind.PERCENT)


def _date_as_number(zh: Quantity, en: Quantity) -> bool:
    """A year, month or day that one side's reader took for a plain number, or the reverse."""
    date, number = (zh, en) if zh.kind is Kind.DATE else (en, zh)
    return date.date is not None and number.low == number.high and number.low in date.date[:4]


# ---------------------------------------------------------------- values that differ


def _unlikeness(zh: Quantity, en: Quantity, issue: Day | None, away: float) -> float | None:
    """What it costs to say that a pair of differing values is one; None where they cannot be."""
    dates = (zh.kind is Kind.DATE) + (en.kind is Kind.DATE)
    if dates == 2 and zh.date and en.date:
        return 0.1 + distance(zh.date, en.date, issue) * 0.9 + away / _FAR
    if dates or zh.weak or en.weak:
        return None
    kinds = 0.0 if _same_sort(zh, en) else 0.35
    likeness = 0.05 if difference(zh.low, en.low).slip and _distinct(zh) else 0.45
    return likeness + kinds + away / _FAR


_SORTS = {
    Kind.CARDINAL: 1,
    Kind.MEASURE: 1,
    Kind.PERCENT: 2,
    Kind.FRACTION: 2,
    Kind.MULTIPLE: 3,
    Kind.ORDINAL: 4,
    Kind.LIST_MARKER: 5,
    Kind.CODE: 4,
}


def _same_sort(zh: Quantity, en: Quantity) -> bool:
    if zh.unit and en.unit and zh.unit != en.unit:
        return False
    return _SORTS.get(zh.kind) == _SORTS.get(en.kind)


def _differ(zh: Quantity, en: Quantity) -> Judgement:
    if zh.kind is Kind.DATE:
        return Judgement("date", "", PROBABLE)
    if zh.kind is Kind.UNKNOWN:
        return Judgement("masked", "the original has no legible figure here", PROBABLE)
    found = difference(zh.low, en.low)
    if zh.low != zh.high or en.low != en.high:
        return Judgement("value", f"the original has {show(zh)}, the English {show(en)}", PROBABLE)
    name = "scale" if found.name in ("scale", "zero") else "value"
    certainty = SURE if found.slip and _distinct(zh) else PROBABLE
    return Judgement(name, found.words, certainty)


# ---------------------------------------------------------------- what is left


def _lonely(quantity: Quantity, verdict: str) -> Judgement:
    """What it means that an expression has no counterpart: nothing at all, where the other language needs none."""
    if quantity.weak or quantity.kind is Kind.LIST_MARKER:
        return FINE
    plain = quantity.kind not in _LOOSE and quantity.approx is not Approx.SEVERAL and quantity.form is not Form.IMPLIED
    doubtful = not plain or not _distinct(quantity) or quantity.low == _HALF or in_decade(quantity)
    return Judgement(verdict, "", DOUBTFUL if doubtful else PROBABLE)


_HALF = Fraction(1, 2)
_LOOSE = (Kind.CODE, Kind.UNKNOWN, Kind.MULTIPLE, Kind.FRACTION)
"""Kinds that a translation may well put into words without a number."""


def _settle(links: list[Link]) -> list[Link]:
    """Look at what is left over in the whole article.

    Equal expressions left over in different paragraphs moved, and nothing is wrong.  An ordinal that the original has
    elsewhere ("the 19th Central Committee") was named again for clearness.
    """
    lost: dict[tuple[object, ...], list[int]] = {}
    named: set[tuple[object, ...]] = set()
    for index, one in enumerate(links):
        if one.zh is not None and one.zh.kind is Kind.ORDINAL:
            named.add(_key(one.zh))
        if one.en is None and one.zh is not None:
            lost.setdefault(_key(one.zh), []).append(index)
    gone: set[int] = set()
    for index, one in enumerate(links):
        if one.zh is not None or one.en is None:
            continue
        key = _key(one.en)
        if (found := lost.get(key)) and _distinct(one.en):
            at = found.pop(0)
            links[at] = Link(links[at].zh, one.en)
            gone.add(index)
        elif key in named:
            links[index] = one._replace(certainty=DOUBTFUL)
    return [one for index, one in enumerate(links) if index not in gone]
