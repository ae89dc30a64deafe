"""The expressions of two texts that belong together, paired so that readings and counterparts are chosen together.

Every cluster has covers (`quantities.model.Cover`); pairing an expression decides for its cover.  A pair that agrees
costs what its covers cost, what is wrong with it, and how far it stands from where it is expected; the cheapest are
joined first.  What is left over is joined where it differs by a likely slip and stands in the other's place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from duizhao.validator.dates.compare import compatible, distance
from duizhao.validator.dates.resolve import Day
from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.agree import SIDE, in_decade, judge
from duizhao.validator.pairing.assign import Correspondence, assign
from duizhao.validator.pairing.difference import difference, show
from duizhao.validator.pairing.model import DOUBTFUL, FINE, PROBABLE, SURE, Judgement, Link
from duizhao.validator.pairing.patterns import NEAR, Context, blank, closes_list, counts_the_rest, decide, look, qualified, same_letters
from duizhao.validator.pairing.transliterated import find
from duizhao.validator.quantities.lexicon import units
from duizhao.validator.quantities.model import Approx, Cluster, Form, Kind, Number, Quantity


class Item(NamedTuple):
    """An expression in one of the readings of its text."""

    cluster: int
    cover: int
    place: int
    """Its place in the cover."""
    quantity: Quantity
    cost: float
    """Of the cover."""


class Candidate(NamedTuple):
    """Two expressions that agree."""

    cost: float
    zh: int
    en: int
    judgement: Judgement


class Side:
    """The clusters of one language, and what has been decided about them."""

    def __init__(self, clusters: Sequence[Cluster], start: int) -> None:
        self.clusters = clusters
        self.start = start
        self.items = [
            Item(c, k, n, q, cover.cost)
            for c, cluster in enumerate(clusters)
            for k, cover in enumerate(cluster.covers)
            for n, q in enumerate(cover.quantities)
        ]
        self.chosen: list[int | None] = [None] * len(clusters)
        self.used: set[int] = set()

    def open(self, index: int) -> bool:
        """Whether an item may still be paired."""
        item = self.items[index]
        return index not in self.used and self.chosen[item.cluster] in (None, item.cover)

    def take(self, index: int) -> None:
        """Pair an item, which decides for its cover."""
        item = self.items[index]
        self.used.add(index)
        self.chosen[item.cluster] = item.cover

    def place(self, index: int) -> int:
        """Where an item stands in its text."""
        return self.items[index].quantity.start - self.start

    def left(self, *, all_covers: bool = False) -> list[int]:
        """Items still open; of undecided clusters those of the cheapest cover only, unless asked for all."""
        return [
            index
            for index, item in enumerate(self.items)
            if index not in self.used
            and (self.chosen[item.cluster] == item.cover or (self.chosen[item.cluster] is None and (all_covers or item.cover == 0)))
        ]


_SORTS = {
    Kind.CARDINAL: 1,
    Kind.MEASURE: 1,
    Kind.PERCENT: 2,
    Kind.FRACTION: 2,
    Kind.MULTIPLE: 3,
    Kind.ORDINAL: 4,
    Kind.CODE: 6,
    Kind.LIST_MARKER: 5,
    Kind.DATE: 7,
    Kind.UNKNOWN: 8,
}


class Pairing:
    """The pairing of two texts that say the same."""

    def __init__(
        self,
        text: str,
        zh: Sequence[Cluster],
        en: Sequence[Cluster],
        zh_span: tuple[int, int],
        en_span: tuple[int, int],
        issue: Day | None,
    ) -> None:
        self.text, self.issue = text, issue
        self.zh, self.en = Side(zh, zh_span[0]), Side(en, en_span[0])
        self.en_from = en_span[0]
        self.ends = (zh_span[1] - zh_span[0], en_span[1] - en_span[0])
        self.links: list[Link] = []
        self.points: list[tuple[int, int]] = []
        self.expect = Correspondence(self.ends, ())

    def run(self) -> list[Link]:
        """All links, in the order of the original."""
        if self.zh.items and self.en.items:
            candidates = self._candidates()
            self._fix(candidates)
            self.expect = Correspondence(self.ends, self.points)
            self._join_cheapest(candidates)
            self.expect = Correspondence(self.ends, self.points)
            self._join_differing()
        self._leave_rest()
        self.links.sort(key=_place)
        return self.links

    # ------------------------------------------------------------ agreeing

    def _candidates(self) -> list[Candidate]:
        """All pairs of items that agree, found by what they share."""
        buckets: dict[object, list[int]] = {}
        for index, item in enumerate(self.en.items):
            for key in _keys(item.quantity, self.issue):
                buckets.setdefault(key, []).append(index)
        found: list[Candidate] = []
        for i, item in enumerate(self.zh.items):
            seen: set[int] = set()
            for key in _keys(item.quantity, self.issue):
                some = buckets.get(key, ())
                if len(some) > w.MOST_IN_BUCKET:
                    some = self._nearest(i, some)
                for j in some:
                    if j not in seen:
                        seen.add(j)
                        judgement = self._agree(item.quantity, self.en.items[j].quantity)
                        if judgement is not None:
                            found.append(Candidate(self._cost(i, j, judgement), i, j, judgement))
        return self._with_remainders(found)

    def _nearest(self, i: int, some: Sequence[int]) -> Sequence[int]:
        """Of many alike, those around the place where the counterpart is expected."""
        at = self.expect(self.zh.place(i))
        middle = bisect_left(some, at, key=self.en.place)
        near = some[max(0, middle - w.MOST_IN_BUCKET) : middle + w.MOST_IN_BUCKET]
        return sorted(near, key=lambda j: abs(self.en.place(j) - at))[: w.MOST_IN_BUCKET]

    def _cost(self, i: int, j: int, judgement: Judgement) -> float:
        """What a pair costs but for its place."""
        zh, en = self.zh.items[i], self.en.items[j]
        cost = zh.cost + en.cost + w.PROBLEM[judgement.certainty] * (judgement is not FINE)
        if judgement.verdict == "unit":
            cost += w.OTHER_UNIT
        a, b = zh.quantity, en.quantity
        if a.kind is not b.kind:
            cost += w.OTHER_KIND if _SORTS[a.kind] != _SORTS[b.kind] else 0.0
        if a.kind is Kind.DATE and b.kind is Kind.DATE and a.date and b.date:
            cost += distance(a.date, b.date, self.issue)
        elif a.unit != b.unit and (not a.unit or not b.unit):
            cost += w.UNIT_ONE_SIDE
        return cost

    def _with_remainders(self, found: list[Candidate]) -> list[Candidate]:
        """A cover is paid with what it leaves unpaired: 八日 of 五月八日 may not agree with "June 8"."""
        partners = [{c.zh for c in found}, {c.en for c in found}]
        rest = [self._remainders(side, have) for side, have in zip((self.zh, self.en), partners, strict=True)]
        return [
            one._replace(cost=one.cost + rest[0].get((a.cluster, a.cover), 0.0) + rest[1].get((b.cluster, b.cover), 0.0))
            for one in found
            for a, b in ((self.zh.items[one.zh], self.en.items[one.en]),)
        ]

    @staticmethod
    def _remainders(side: Side, have: set[int]) -> dict[tuple[int, int], float]:
        costs: dict[tuple[int, int], float] = {}
        for index, item in enumerate(side.items):
            if index not in have and not item.quantity.weak:
                key = (item.cluster, item.cover)
                costs[key] = costs.get(key, 0.0) + w.REMAINDER
        return costs

    def _fix(self, candidates: list[Candidate]) -> None:
        """Join what is equal, tells by itself what it is, and occurs once on both sides: the fixed points."""
        sure = [
            c
            for c in candidates
            if c.cost < w.SURE_COST and distinct(self.zh.items[c.zh].quantity)
        ]
        ours: dict[int, set[int]] = {}
        theirs: dict[int, set[int]] = {}
        for c in candidates:
            a, b = self.zh.items[c.zh].cluster, self.en.items[c.en].cluster
            if c.cost < w.RIVAL_COST:
                ours.setdefault(a, set()).add(b)
                theirs.setdefault(b, set()).add(a)
        for c in sorted(sure, key=lambda c: c[:3]):
            a, b = self.zh.items[c.zh].cluster, self.en.items[c.en].cluster
            if len(ours.get(a, ())) == 1 and len(theirs.get(b, ())) == 1 and self.zh.open(c.zh) and self.en.open(c.en):
                self._join(c)

    def _join_cheapest(self, candidates: list[Candidate]) -> None:
        """Join the rest of what agrees, the cheapest first."""
        priced = []
        for c in candidates:
            if self.zh.open(c.zh) and self.en.open(c.en):
                away = abs(self.expect(self.zh.place(c.zh)) - self.en.place(c.en))
                small = not distinct(self.zh.items[c.zh].quantity)
                price = c.cost + away / (w.FAR_SMALL if small else w.FAR)
                if price < w.DEAREST:
                    priced.append(c._replace(cost=price))
        for c in sorted(priced, key=lambda c: c[:3]):
            if self.zh.open(c.zh) and self.en.open(c.en):
                self._join(c)

    def _join(self, one: Candidate) -> None:
        zh, en = self.zh.items[one.zh], self.en.items[one.en]
        self.zh.take(one.zh)
        self.en.take(one.en)
        judgement = one.judgement
        if judgement is FINE:
            judgement = look(self.text, zh.quantity, en.quantity)
        self.links.append(Link(zh.quantity, en.quantity, *judgement, reading=self._why(zh, en)))
        self.points.append((self.zh.place(one.zh), self.en.place(one.en)))

    def _why(self, zh: Item, en: Item) -> str:
        if not zh.cover and not en.cover:
            return ""
        return "/".join(
            f"{side.clusters[item.cluster].covers[item.cover].name} rather than {side.clusters[item.cluster].covers[0].name}"
            for side, item in ((self.zh, zh), (self.en, en))
            if item.cover
        )

    def _agree(self, zh: Quantity, en: Quantity) -> Judgement | None:
        """What is wrong with a pair of the same value; None where the values differ."""
        if zh.kind is Kind.DATE or en.kind is Kind.DATE:
            if zh.kind is en.kind and zh.date and en.date:
                return FINE if compatible(zh.date, en.date, self.issue) else None
            return None
        if zh.kind is Kind.CODE or en.kind is Kind.CODE:
            return FINE if zh.kind is en.kind and same_letters(self.text, zh, en) else None
        if same_letters(self.text, zh, en):
            return FINE
        judgement = decide(self.text, zh, en) or judge(zh, en)
        if judgement is None:
            if closes_list(self.text[max(0, zh.start - 3) : zh.start]):
                return FINE if counts_the_rest(Context.of(self.text, zh, en), zh, en) else None
            return None
        if judgement.verdict.startswith("approx") and qualified(
            self._alone(zh, en), judgement, (SIDE[zh.approx], SIDE[en.approx])
        ):
            return FINE
        if judgement.verdict == "unit":
            return self._unit(zh, en, judgement)
        return judgement

    def _alone(self, zh: Quantity, en: Quantity) -> Context:
        """The words around a pair, those of other expressions left out: their approximators are not its own."""
        return Context(*(
            blank(self.text, side.clusters, start, end)
            for side, start, end in (
                (self.zh, zh.start - NEAR, zh.start),
                (self.zh, zh.end, zh.end + NEAR),
                (self.en, en.start - NEAR, en.start),
                (self.en, en.end, en.end + NEAR),
            )
        ))

    def _unit(self, zh: Quantity, en: Quantity, judgement: Judgement) -> Judgement:
        """A unit that changed, unless the words around say that it is the same."""
        if zh.unit == "cun" and en.unit == "inch" and self.issue is not None and self.issue[0] >= w.INCHES_FROM:
            return FINE
        table = units()
        ours, theirs = table.get(zh.unit), table.get(en.unit)
        if ours and theirs and ours.dimension.startswith("money") and theirs.dimension.startswith("money"):
            if zh.unit in {"yuan", "jiao", "fen-money"} and any(name in self.text for name in theirs.zh):
                return FINE  # 元 in a story about the United States is a dollar
        return judgement

    # ------------------------------------------------------------ differing

    def _join_differing(self) -> None:
        """Join values that differ but stand in each other's place."""
        rows, columns = self.zh.left(), self.en.left()
        if not rows or not columns:
            return

        def cost(i: int, j: int) -> float | None:
            a, b = rows[i], columns[j]
            away = abs(self.expect(self.zh.place(a)) - self.en.place(b))
            if away > w.REACH:
                return None
            return self._unlikeness(self.zh.items[a].quantity, self.en.items[b].quantity, away)

        for i, j in assign(len(rows), len(columns), cost, w.DIFFERENT):
            a, b = rows[i], columns[j]
            if self.zh.open(a) and self.en.open(b):
                zh, en = self.zh.items[a].quantity, self.en.items[b].quantity
                self.zh.take(a)
                self.en.take(b)
                self.links.append(Link(zh, en, *_differ(zh, en)))

    def _unlikeness(self, zh: Quantity, en: Quantity, away: float) -> float | None:
        """What it costs to say that a pair of differing values is one; None where they cannot be."""
        dates = (zh.kind is Kind.DATE) + (en.kind is Kind.DATE)
        if dates == 2 and zh.date and en.date:
            if zh.weak or en.weak:
                return None
            return 0.1 + distance(zh.date, en.date, self.issue) * 0.9 + away / w.FAR
        if dates or zh.weak or en.weak:
            return None
        kinds = 0.0 if _same_sort(zh, en) else w.OTHER_SORT
        slip = difference(zh.low, en.low).slip and distinct(zh)
        return (w.SLIP if slip else w.NO_SLIP) + kinds + away / w.FAR

    # ------------------------------------------------------------ left over

    def _leave_rest(self) -> None:
        for i in self.zh.left():
            zh, en_end = self.zh.items[i].quantity, self.en_from + self.ends[1]
            name = find(self.text, self.en_from, en_end, zh)
            if name is not None:
                spelt = Quantity(name.start, name.end, Kind.ORDINAL, zh.low, zh.high, form=Form.WORDS)
                self.links.append(Link(zh, spelt, "transliterated", "a designation was taken for a name", SURE))
            else:
                self.links.append(Link(zh, None, *lonely(zh, "missing", self._silent(self.zh, i))))
        for j in self.en.left():
            en = self.en.items[j].quantity
            self.links.append(Link(None, en, *lonely(en, "added", self._silent(self.en, j))))

    @staticmethod
    def _silent(side: Side, index: int) -> bool:
        """Whether the text may well hold no quantity here: another reading of it has none."""
        covers = side.clusters[side.items[index].cluster].covers
        return any(all(q.weak for q in cover.quantities) for cover in covers)


def _place(one: Link) -> tuple[int, int]:
    if one.zh is not None:
        return (0, one.zh.start)
    return (1, one.en.start if one.en else 0)


def _keys(quantity: Quantity, issue: Day | None) -> Iterator[object]:
    """What expressions that agree share: a value in some form, a date part, or an open count."""
    date = quantity.date
    if date is not None:
        if date.day is not None:
            yield ("day", date.day)
        elif date.month is not None:
            yield ("month", date.month)
        elif date.year is not None:
            yield ("year", date.year)
        if date.weekday:
            yield ("weekday", date.weekday)
        if date.hour is not None:
            yield ("hour", date.hour % 12)
        if date.relative or date.calendar == "lunar":
            yield "relative"
        if date.span:
            yield "span"
        if date.relative and date.day is None and issue is not None:
            yield ("year", issue[0] + {"last-year": -1, "next-year": 1, "year-before-last": -2}.get(date.relative, 0))
        return
    if quantity.kind is Kind.CODE:
        yield "code"
        return
    if quantity.kind is Kind.UNKNOWN:
        yield "unknown"
        return
    for low, high in ((quantity.low, quantity.high), *quantity.others):
        yield low
        if low != high:
            yield "range"
    if quantity.kind is Kind.MULTIPLE:
        yield quantity.low + 1
        yield quantity.low - 1
    if quantity.kind in (Kind.PERCENT, Kind.FRACTION):
        yield quantity.low * 100
        yield 1 - quantity.low
        yield 1 + quantity.low
    unit = units().get(quantity.unit)
    if unit is not None and unit.factor:
        # Conversions round: the logarithm of the size, in steps of some per cent, and the step beside it.
        size = abs(quantity.low * unit.factor * (w.MONTH if unit.dimension == "time-long" else 1))
        if size:
            dimension = "time" if unit.dimension == "time-long" else unit.dimension
            step = _step(size)
            yield (dimension, step)
            yield (dimension, step + 1)
    if quantity.approx is Approx.SEVERAL or in_decade(quantity):
        yield "range"
    if quantity.approx in (Approx.OVER, Approx.AT_LEAST) and (quantity.low == 1 or quantity.low % 10 == 0):
        yield "range"


def _step(size: Number) -> int:
    from math import floor, log  # noqa: PLC0415

    return floor(log(float(size)) / w.STEP)


def distinct(quantity: Quantity) -> bool:
    """Whether a value says by itself which expression is meant."""
    if quantity.kind is Kind.DATE:
        return not quantity.weak
    return quantity.low >= w.SMALL or quantity.low.denominator != 1 or quantity.kind is Kind.PERCENT


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
    if Kind.PERCENT in (zh.kind, en.kind) and zh.kind is not en.kind:
        return Judgement("percent", f"the original has {show(zh)}, the English {show(en)}", PROBABLE)
    name = "scale" if found.name in ("scale", "zero") else "value"
    certainty = SURE if found.slip and distinct(zh) else PROBABLE
    return Judgement(name, found.words, certainty)


_HALF = Fraction(1, 2)
_LOOSE = (Kind.CODE, Kind.UNKNOWN, Kind.MULTIPLE, Kind.FRACTION)
"""Kinds that a translation may well put into words without a number."""


def lonely(quantity: Quantity, verdict: str, silent: bool = False) -> Judgement:  # noqa: FBT001, FBT002
    """What it means that an expression has no counterpart: nothing at all, where the other language needs none."""
    if quantity.weak or quantity.kind is Kind.LIST_MARKER:
        return FINE
    plain = quantity.kind not in _LOOSE and quantity.approx is not Approx.SEVERAL and quantity.form is not Form.IMPLIED
    doubtful = silent or not plain or not distinct(quantity) or quantity.low == _HALF or in_decade(quantity)
    return Judgement(verdict, "", DOUBTFUL if doubtful else PROBABLE)
