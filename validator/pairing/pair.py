"""The expressions of two texts that belong together, paired so that readings and counterparts are chosen together.

Every cluster has covers (`quantities.model.Cover`); pairing an expression decides for its cover.  A pair that agrees
costs what its covers cost, what is wrong with it, and how far it stands from where it is expected; the cheapest are
joined first.  What is left over is joined where it differs by a likely slip and stands in the other's place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heappop, heappush
from math import inf

from duizhao.validator.dates.compare import alike, compatible, distance
from duizhao.validator.dates.resolve import Day
from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing import wording
from duizhao.validator.pairing.agree import (
    MANY,
    SIDE,
    converted_anew,
    converted_wrongly,
    is_time,
    judge,
    same_dimension,
)
from duizhao.validator.pairing.assign import Correspondence, assign
from duizhao.validator.pairing.compared import turned
from duizhao.validator.pairing.differ import RATES, SORTS, as_length, differ, distinct, lonely, same_rate, same_sort
from duizhao.validator.pairing.difference import difference
from duizhao.validator.pairing.glosses import glosses
from duizhao.validator.pairing.keys import keys
from duizhao.validator.pairing.lost_unit import lost_unit
from duizhao.validator.pairing.model import DOUBTFUL, FINE, PROBABLE, SURE, Judgement, Link
from duizhao.validator.pairing.patterns import (
    NEAR,
    OPPOSITE,
    Context,
    blank,
    bound_crossed,
    closes_list,
    comes_close,
    counts_the_rest,
    decide,
    decides,
    falls_short,
    is_others,
    look,
    negated,
    percent_said,
    qualified,
    said_before,
    same_letters,
    sums_list,
    unit_before,
)
from duizhao.validator.pairing.rates import as_speed
from duizhao.validator.pairing.scope import scope
from duizhao.validator.pairing.shares import share_of
from duizhao.validator.pairing.sides import Candidate, Side
from duizhao.validator.pairing.things import counts_thing, other_thing
from duizhao.validator.pairing.transliterated import find
from duizhao.validator.quantities.lexicon import Unit, units
from duizhao.validator.quantities.model import Approx, Cluster, Cover, DateParts, Form, Kind, Quantity

_YUAN = frozenset({"yuan", "jiao", "fen-money"})
_DOLLARS = frozenset({"usd", "cent", "us-dime", "silver-dollar"})
_OVER = re.compile("over ", re.IGNORECASE)
"""A preposition more often than an approximator, where the original has none: scattered over 72 ridges."""
_ABOVE = re.compile("(?:above|below|beyond) ", re.IGNORECASE)
_SILVER = re.compile("大洋|银元|銀元|现洋|現洋|光洋|白洋|银洋|銀洋|法币|法幣|国币|國幣")
"""Money of the Republic, whose 元 English calls a dollar."""
_OURS = ("人民币", "人民幣", "国币", "國幣", "边币", "邊幣", "冀钞", "冀鈔")
_COUNTRIES = {
    code: re.compile(words)
    for code, words in (
        ("usd", "美国|美國|纽约|紐約|华盛顿|華盛頓|华尔街|芝加哥"),
        ("hkd", "香港"),
        ("cad", "加拿大"),
        ("aud", "澳大利亚|澳洲"),
        ("sgd", "新加坡|星洲"),
        ("jpy", "日本|东京|東京"),
    )
}
"""The places by which a story tells in whose money it counts: wages of 47.12 元 in a story from the United States."""
_PLAIN = frozenset({Kind.CARDINAL, Kind.MEASURE, Kind.FRACTION, Kind.ORDINAL, Kind.LIST_MARKER})
"""Kinds whose expressions of the same value and unit say the same, whatever stands beside them."""
_SHARES = frozenset({Kind.PERCENT})
_NONE: frozenset[Kind] = frozenset()
_CARDINAL, _DATE, _CODE, _PERCENT, _OPEN = Kind.CARDINAL, Kind.DATE, Kind.CODE, Kind.PERCENT, Approx.SEVERAL
"""Looking up a member of an enumeration takes longer than what is done with it here."""
_DOUBTED = w.RIVAL_COST - 2 * max(w.PROBLEM)
"""Cost from which a wrong approximator can decide whether a pair is a rival of others."""
_OCCASIONS = frozenset("次回趟")
_SEVERAL = -1
"""In place of the number of a cluster, where several would do."""


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
        self.english = text[en_span[0] : en_span[1]]
        self.original = text[zh_span[0] : zh_span[1]]
        self._rates_there: set[str] | None = None
        self.ends = (zh_span[1] - zh_span[0], en_span[1] - en_span[0])
        self.links: list[Link] = []
        self.points: list[tuple[int, int]] = []
        self.expect: Correspondence | None = None
        self.zh_rest: dict[int, float] = {}
        self.en_rest: dict[int, float] = {}

    def _rates(self) -> set[str]:
        if self._rates_there is None:
            self._rates_there = wording.rates_of(self.original)
        return self._rates_there

    def run(self) -> list[Link]:
        """All links, in the order of the original."""
        if self.zh.quantities and self.en.quantities:
            told = self._set_glosses_aside()
            candidates = self._candidates()
            self._fix(candidates)
            self._join_cheapest(candidates)
            self._join_differing()
            self._join_hidden()
            self._judge_glosses(told)
        self._leave_rest()
        links = [self._settle_rate(link) if link.verdict else link for link in self.links]
        links.sort(key=_place)
        return turned(self.text, links)

    def _settle_rate(self, link: Link) -> Link:
        """A "per" of another unit is nothing where either text has the other's unit as well."""
        zh, en = link.zh, link.en
        if zh is None or en is None or not same_rate(zh, en):
            return link
        crossed = any(one.unit == en.unit and one.name in RATES for one in self.zh.quantities)
        crossed = crossed or any(one.unit == zh.unit and one.name in RATES for one in self.en.quantities)
        if crossed:
            return Link(zh, en)
        told = any(
            one is not link and one.verdict == "unit" and one.en and abs(one.en.start - en.start) < w.RATE_BESIDE
            for one in self.links
        )  # three shi per mu: said with the amount
        return link._replace(certainty=DOUBTFUL if told else min(link.certainty, PROBABLE))

    # ------------------------------------------------------------ agreeing

    def _candidates(self) -> list[Candidate]:
        """All pairs of items that agree, found by what they share."""
        buckets, issue, most = self._buckets(), self.issue, w.MOST_IN_BUCKET
        found: list[Candidate] = []
        for i, quantity in enumerate(self.zh.quantities):
            met = [buckets[key] for key in keys(quantity, issue) if key in buckets]
            if not met:
                continue
            some: Iterable[int] = met[0]
            if len(met) > 1 or len(met[0]) > 1:
                some = set().union(*[self._nearest(i, one) if len(one) > most else one for one in met])
            found += self._agreeing(i, some)
        found += self._others_of_lists(found)
        return self._with_remainders(found)

    def _buckets(self) -> dict[object, list[int]]:
        """The items of the English by what they share with others."""
        buckets: defaultdict[object, list[int]] = defaultdict(list)
        for index, quantity in enumerate(self.en.quantities):
            for key in keys(quantity, self.issue):
                buckets[key].append(index)
        return buckets

    def _agreeing(self, i: int, some: Iterable[int]) -> Iterator[Candidate]:
        """The pairs of an item of the original with those of the English that agree with it.

        Most say plainly the same, or plainly not, but for their approximators: that is seen at once, in `_agree` it
        would come out in the end.  What the words around an expression may say of it is for `_agree` to find.
        """
        zh, price, prices = self.zh.quantities[i], self.zh.costs[i], self.en.costs
        start, _, kind, low, high, approx, unit, _, _, relation, others, date, _, weak, _, name = zh
        sorts = self._of_its_sort(zh)
        closed = not others and approx is not _OPEN and self._stands_alone(start)
        for j in some:
            en = self.en.quantities[j]
            begin, end, sort, bottom, top, qualifier, measure, _, _, change, readings, day, _, idle, _, construct = en
            if sort in sorts and (measure == unit or not measure or not unit):
                if bottom == low and top == high and (change is relation or not change or not relation):
                    cost = price + prices[j]
                    if sort is not kind and SORTS[sort] != SORTS[kind]:
                        cost += w.OTHER_KIND
                    if measure != unit:
                        cost += w.UNIT_ONE_SIDE
                    same = qualifier is approx and qualifier not in OPPOSITE
                    firm = not (weak and idle) and (name in RATES) is (construct in RATES)
                    if same or (firm and self.text[begin:end] != "few"):
                        yield cost, i, j, FINE if same else None
                        continue
                elif closed and bottom != low and not readings and qualifier is not _OPEN and self._apart(zh, en):
                    continue
            elif date is not None and day == date:
                yield price + prices[j], i, j, FINE
                continue
            judgement = self._agree(zh, en)
            if judgement is not None:
                yield self._cost(i, j, judgement), i, j, judgement

    @staticmethod
    def _apart(zh: Quantity, en: Quantity) -> bool:
        """Whether values that differ say so for good: neither a surplus over all, nor a figure without its unit."""
        if zh.kind is _PERCENT:
            return zh.low != en.low + 1
        if en.low == w.DOZEN:
            return False  # "over a dozen" is 十多个 as well
        return not zh.unit or en.unit != "" or en.kind is not _CARDINAL

    def _of_its_sort(self, zh: Quantity) -> frozenset[Kind]:
        """Kinds of expressions that, with the same value and unit, say the same as one of the original."""
        sorts = _PLAIN if zh.kind in _PLAIN else _SHARES if zh.kind is _PERCENT else _NONE
        if sorts and (
            zh.unit in MANY
            or zh.counter[:1] in _OCCASIONS
            or decides(self.text, zh)
            or (not distinct(zh) and counts_thing(self.text, zh))
        ):
            return _NONE
        return sorts

    def _stands_alone(self, start: int) -> bool:
        """Whether an expression of the original has no figures of the English print, nor counts up a list."""
        text = self.text
        return text[start] > "\x7f" and text[start - 1] not in "等共计约有"

    def _others_of_lists(self, found: Iterable[Candidate]) -> Iterator[Candidate]:
        """甲、乙、丙等五县 as "A, B, C and two other counties": two values that share nothing."""
        if "等" not in self.original:
            return
        around = self.text[max(0, self.en_from - NEAR) : self.en_from + self.ends[1] + NEAR]
        if "other" not in around.lower():
            return
        others = [j for j, quantity in enumerate(self.en.quantities) if is_others(self.text, quantity)]
        if not others:
            return
        known = {(i, j) for _, i, j, _ in found}
        for i, quantity in enumerate(self.zh.quantities):
            if not closes_list(self.text[max(0, quantity.start - 3) : quantity.start]):
                continue
            for j in self._nearest(i, others):
                if (i, j) not in known and self._agree(quantity, self.en.quantities[j]) is FINE:
                    yield self._cost(i, j, FINE), i, j, FINE

    def _nearest(self, i: int, some: Sequence[int]) -> Sequence[int]:
        """Of many alike, those around the place where the counterpart is expected."""
        if self.expect is None:
            self.expect = Correspondence(self.ends, ())
        at = self.expect(self.zh.places[i])
        places = self.en.places
        middle = bisect_left(some, at, key=places.__getitem__)
        near = some[max(0, middle - w.MOST_IN_BUCKET) : middle + w.MOST_IN_BUCKET]
        return sorted(near, key=lambda j: abs(places[j] - at))[: w.MOST_IN_BUCKET]

    def _cost(self, i: int, j: int, judgement: Judgement) -> float:
        """What a pair costs but for its place."""
        cost = self.zh.costs[i] + self.en.costs[j] + w.PROBLEM[judgement.certainty] * (judgement is not FINE)
        if judgement.verdict == "unit":
            cost += w.OTHER_UNIT
        a, b = self.zh.quantities[i], self.en.quantities[j]
        if judgement is FINE and a.unit != b.unit and a.unit and b.unit and a.low != b.low:
            cost += w.CONVERTED
        if judgement is FINE and not distinct(a) and other_thing(self.text, a, b) is not None:
            cost += w.OTHER_THING
        if a.kind is not b.kind:
            cost += w.OTHER_KIND if SORTS[a.kind] != SORTS[b.kind] and judgement.verdict != "percent" else 0.0
        if a.date is not None and b.date is not None:
            cost += distance(a.date, b.date, self.issue)
        elif a.unit != b.unit and (not a.unit or not b.unit):
            cost += w.UNIT_ONE_SIDE
        return cost

    def _with_remainders(self, found: list[Candidate]) -> list[Candidate]:
        """A cover is paid with what it leaves unpaired: 八日 of 五月八日 may not agree with "June 8"."""
        # A pair that is too dear to be joined leaves its expressions unpaired all the same: the 1978 of "46 billion
        # yuan in 1978 to 67.7 billion" shares its figure with 一九七八年 when it is read as yuan, and is none.
        some = [one for one in found if one[0] < w.DEAREST_READING]
        if self.zh.beside_others:
            self.zh_rest = self._remainders(self.zh, {i for _, i, _, _ in some})
        if self.en.beside_others:
            self.en_rest = self._remainders(self.en, {j for _, _, j, _ in some})
        if not self.zh_rest and not self.en_rest:
            return found
        return [
            one if i not in self.zh_rest and j not in self.en_rest else (self._in_all(cost, i, j), i, j, judgement)
            for one in found
            for cost, i, j, judgement in (one,)
        ]

    def _in_all(self, cost: float, i: int, j: int) -> float:
        """What a pair costs with all that its covers leave unpaired."""
        return cost + self.zh_rest.get(i, 0.0) + self.en_rest.get(j, 0.0)

    @staticmethod
    def _remainders(side: Side, have: set[int]) -> dict[int, float]:
        """By item, what its cover leaves unpaired, where it leaves anything."""
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

    def _fix(self, candidates: list[Candidate]) -> None:
        """Join what is equal, tells by itself what it is, and occurs once on both sides: the fixed points."""
        zh_cluster, en_cluster, rival, certain = self.zh.cluster_of, self.en.cluster_of, w.RIVAL_COST, w.SURE_COST
        ours: dict[int, int] = {}
        theirs: dict[int, int] = {}
        sure: list[Candidate] = []
        for one in candidates:
            cost, i, j, judgement = one
            if judgement is None and _DOUBTED < cost < rival:
                cost, _ = self._looked_at(i, j)
            if cost < rival:
                a, b = zh_cluster[i], en_cluster[j]
                if ours.setdefault(a, b) != b:
                    ours[a] = _SEVERAL
                if theirs.setdefault(b, a) != a:
                    theirs[b] = _SEVERAL
                if cost < certain:
                    sure.append(one)
        sure = [
            one
            for one in sure
            if ours[zh_cluster[one[1]]] != _SEVERAL
            and theirs[en_cluster[one[2]]] != _SEVERAL
            and distinct(self.zh.quantities[one[1]])
        ]
        if sure:
            self._join_open(sure, lambda cost, _i, _j: cost if cost < w.SURE_COST else inf)

    def _join_cheapest(self, candidates: list[Candidate]) -> None:
        """Join the rest of what agrees, the cheapest first."""
        zh, en, dearest = self.zh, self.en, w.DEAREST_READING
        ours, theirs = zh.closed, en.closed
        candidates = [one for one in candidates if one[0] < dearest and not ours[one[1]] and not theirs[one[2]]]
        if not candidates:
            return
        expect = Correspondence(self.ends, self.points)
        expected: dict[int, tuple[float, float]] = {}

        def price(cost: float, i: int, j: int) -> float:
            if i not in expected:
                expected[i] = expect(zh.places[i]), w.FAR if distinct(zh.quantities[i]) else w.FAR_SMALL
            at, far = expected[i]
            price = cost + abs(at - en.places[j]) / far
            return price if cost < dearest and price < w.DEAREST else inf

        self._join_open([(price(cost, i, j), i, j, judgement) for cost, i, j, judgement in candidates], price)

    def _join_open(self, candidates: list[Candidate], price: Callable[[float, int, int], float]) -> None:
        """Join candidates, the cheapest first, as long as neither expression has found another.

        What may be wrong with a pair is looked at when its turn comes; where that makes it dearer it waits for another.
        """
        ours, theirs = self.zh.closed, self.en.closed
        candidates.sort(reverse=True)
        waiting: list[Candidate] = []
        while candidates or waiting:
            if waiting and (not candidates or waiting[0] < candidates[-1]):
                cost, i, j, judgement = heappop(waiting)
            else:
                cost, i, j, judgement = candidates.pop()
            if ours[i] or theirs[j] or cost == inf:
                continue
            if judgement is None:
                cost, judgement = self._looked_at(i, j)
                heappush(waiting, (price(cost, i, j), i, j, judgement))
            else:
                self._join(i, j, judgement)

    def _looked_at(self, i: int, j: int) -> tuple[float, Judgement]:
        """What is wrong with a pair of the same value, and what it costs in all."""
        judgement = self._agree(self.zh.quantities[i], self.en.quantities[j]) or FINE
        return self._in_all(self._cost(i, j, judgement), i, j), judgement

    def _join(self, i: int, j: int, judgement: Judgement) -> None:
        zh, en = self.zh.quantities[i], self.en.quantities[j]
        self.zh.take(i)
        self.en.take(j)
        if judgement is FINE:
            judgement = look(self.text, zh, en)
        if judgement is FINE:
            judgement = (
                wording.look(self.text, zh, en)
                or wording.rate(self.text, zh, en, self._rates, self.english)
                or share_of(self.text, zh, en)
                or other_thing(self.text, zh, en)
                or scope(self.text, zh, en)
                or lost_unit(self.text, zh, en)
                or FINE
            )
        why = self._why(i, j) if self.zh.cover_of[i] or self.en.cover_of[j] else ""
        self.links.append(Link(zh, en, *judgement, why) if why or judgement is not FINE else Link(zh, en))
        self.points.append((self.zh.places[i], self.en.places[j]))

    def _why(self, i: int, j: int) -> str:
        return "/".join(
            f"{covers[side.cover_of[index]].name} rather than {covers[0].name}"
            for side, index in ((self.zh, i), (self.en, j))
            for covers in (side.clusters[side.cluster_of[index]].covers,)
            if side.cover_of[index]
        )

    def _agree(self, zh: Quantity, en: Quantity) -> Judgement | None:
        """What is wrong with a pair of the same value; None where the values differ."""
        if zh.kind is _DATE or en.kind is _DATE:
            if zh.kind is en.kind and zh.date and en.date:
                return FINE if compatible(zh.date, en.date, self.issue) else None
            return FINE if _bare_year(zh, en) else None
        if zh.kind is _CODE or en.kind is _CODE:
            return FINE if zh.kind is en.kind and same_letters(self.text, zh, en) else None
        if same_letters(self.text, zh, en):
            return FINE
        en = negated(self.text, zh, en)
        if self._of_new_units(zh, en):
            return FINE
        if zh.counter[:1] in _OCCASIONS and is_time(en):
            return None  # 三次 are no three hours
        zh = as_speed(self.text, zh, en)
        judgement = decide(self.text, zh, en) or judge(zh, en)
        if judgement is None:
            if "等" in self.original and closes_list(self.text[max(0, zh.start - 3) : zh.start]):
                return FINE if counts_the_rest(Context.of(self.text, zh, en), zh, en) else None
            return self._elliptic(zh, en)
        return self._weighed(zh, en, judgement)

    def _elliptic(self, zh: Quantity, en: Quantity) -> Judgement | None:
        """A measure whose unit was said with the one before: eighty fen in front, fifty in the middle; every three
        months instead of every six.
        """
        if not zh.unit or en.unit or en.kind is not Kind.CARDINAL:
            return None
        unit = unit_before(self.text, self.en.clusters, en)
        if not unit:
            return None
        said = en._replace(unit=unit, kind=Kind.MEASURE)
        return FINE if same_dimension(zh, said) and judge(zh, said) is FINE else None

    def _weighed(self, zh: Quantity, en: Quantity, judgement: Judgement) -> Judgement | None:
        """What is left of a judgement once the words further off are looked at; None where the pair is none."""
        if judgement is not FINE and self.text[en.start : en.end] == "few":
            return None  # few mouths
        if judgement.verdict.startswith("approx"):
            judgement = self._approximated(zh, en, judgement)
        if judgement.verdict == "unit" and en.weak and en.name == "article" and is_time(zh) and is_time(en):
            return None  # 150,000 jin a day: a rate
        if judgement.verdict == "percent" and zh.kind is Kind.PERCENT and en.kind in (_CARDINAL, Kind.FRACTION):
            bare = not en.counter or en.counter.startswith("point")
            return FINE if bare and percent_said(self.text, en) else judgement
        rates = (zh.name in RATES) + (en.name in RATES)
        idle = zh.weak and en.weak and not (judgement.verdict == "unit" and _open_measures(zh, en))
        if judgement is not FINE and (idle or rates == 1) and not same_rate(zh, en):
            return None
        return self._unit(zh, en, judgement) if judgement.verdict == "unit" else judgement

    def _approximated(self, zh: Quantity, en: Quantity, judgement: Judgement) -> Judgement:
        """An approximator that changed, unless the words around say that it did not."""
        added, changed = judgement.verdict == "approx-added", judgement.verdict == "approx-changed"
        crossed = bound_crossed(self._alone(zh, en, judgement), self.text, en) if added else None
        if crossed is not None:
            return crossed
        if self._qualified(zh, en, judgement) or (changed and comes_close(self.text, zh, en)):
            return FINE
        if added and _ABOVE.match(self.text, en.start) and self._measured_off(en):
            return FINE
        if added and _OVER.match(self.text, en.start):
            return judgement._replace(certainty=DOUBTFUL)
        if changed and falls_short(self.text, zh):
            return judgement._replace(certainty=PROBABLE)
        return judgement

    def _measured_off(self, en: Quantity) -> bool:
        """Whether a measure stands right before: 0.86 metres above 28.28."""
        clusters = self.en.clusters
        at = bisect_left(clusters, en.start, key=lambda one: one.start) - 1
        return at >= 0 and clusters[at].end == en.start - 1 and any(q.unit for q in clusters[at].covers[0].quantities)

    def _qualified(self, zh: Quantity, en: Quantity, judgement: Judgement) -> bool:
        if judgement.verdict == "approx-changed":
            return False
        words = self.text[zh.start : zh.end], self.text[en.start : en.end].lower()
        if qualified(self._alone(zh, en, judgement), judgement, (SIDE[zh.approx], SIDE[en.approx]), *words):
            return True
        return judgement.verdict == "approx-lost" and said_before(self.text, self.en.clusters, en, zh.approx)

    def _alone(self, zh: Quantity, en: Quantity, judgement: Judgement) -> Context:
        """The words around a pair, those of other expressions left out: their approximators are not its own.

        Only what `qualified` reads for a judgement is there.
        """
        text, ours, theirs = self.text, self.zh.clusters, self.en.clusters
        lost, added = judgement.verdict == "approx-lost", judgement.verdict == "approx-added"
        return Context(
            "" if lost and text[zh.end - 1] != "外" else blank(text, ours, zh.start - NEAR, zh.start),
            blank(text, ours, zh.end, zh.end + NEAR) if added else "",
            blank(text, theirs, en.start - NEAR, en.start) if lost else "",
            blank(text, theirs, en.end, en.end + NEAR) if lost or added else "",
        )

    def _of_new_units(self, zh: Quantity, en: Quantity) -> bool:
        return self.issue is not None and self.issue[0] >= w.NEW_UNITS and converted_anew(zh, en)

    def _unit(self, zh: Quantity, en: Quantity, judgement: Judgement) -> Judgement:
        """A unit that changed, unless the words around say that it is the same."""
        if zh.unit == "cun" and en.unit == "inch" and self.issue is not None and self.issue[0] >= w.INCHES_FROM:
            return FINE
        theirs = units().get(en.unit)
        foreign = theirs is not None and theirs.dimension.startswith("money") and en.unit not in _YUAN
        if foreign and en.unit in _DOLLARS and zh.unit in _YUAN and _SILVER.search(self.text):
            return FINE
        if foreign and theirs and zh.unit in _YUAN and self._abroad(zh, theirs):
            return FINE
        return judgement

    def _abroad(self, zh: Quantity, theirs: Unit) -> bool:
        """Whether 元 is that foreign money: named just before, or nowhere in a story from its country."""
        before = self.text[max(0, zh.start - w.MONEY_NAMED) : zh.start]
        named = max((before.rfind(name) for name in theirs.zh), default=-1)
        if named >= 0:
            return named > max(before.rfind(name) for name in _OURS)
        country = _COUNTRIES.get(theirs.code)
        return (
            country is not None
            and country.search(self.text) is not None
            and not any(name in self.text for name in _OURS)
        )

    # ------------------------------------------------------------ glosses

    def _set_glosses_aside(self) -> list[tuple[int, int]]:
        """Conversions that the translator added in brackets, each with the measure before it.

        They have no counterpart of their own; where the original has brackets of that kind, they may have.
        """
        found = list(glosses(self.text, self.en))
        if not found or next(glosses(self.text, self.zh), None) is not None:
            return []
        for index, _ in found:
            self.en.take(index)
        return found

    def _judge_glosses(self, found: list[tuple[int, int]]) -> None:
        if not found:
            return
        told = {link.en: link.zh for link in self.links}
        for index, before in found:
            measure, gloss = self.en.quantities[before], self.en.quantities[index]
            zh = told.get(measure)
            judgement = converted_wrongly(zh or measure, gloss)
            if judgement is not None and not self._of_new_units(zh or measure, gloss):
                self.links.append(Link(zh, gloss, *judgement))

    # ------------------------------------------------------------ differing

    def _join_differing(self) -> None:
        """Join values that differ but stand in each other's place."""
        rows, columns = self.zh.left(), self.en.left()
        if not rows or not columns:
            return
        expect = Correspondence(self.ends, self.points)
        expected = [expect(self.zh.places[a]) for a in rows]

        def cost(i: int, j: int) -> float | None:
            away = abs(expected[i] - self.en.places[columns[j]])
            return None if away > w.REACH else self._least_unlike(rows[i], columns[j], away)[0]

        for i, j in assign(len(rows), len(columns), cost, w.DIFFERENT):
            _, a, b = self._least_unlike(rows[i], columns[j], 0.0)
            if not self.zh.closed[a] and not self.en.closed[b]:
                zh, en = self.zh.quantities[a], self.en.quantities[b]
                self.zh.take(a)
                self.en.take(b)
                judgement = self._elliptic(zh, en) or converted_wrongly(zh, en) or differ(zh, en)
                if (which := as_length(self.text, zh, en)) is not None:
                    zh, judgement = which
                self.links.append(Link(zh, en, *judgement))

    def _join_hidden(self) -> None:
        """Join what is left of one side with a name or idiom of the other that counts in the same unit: 二年计划 and
        "the six-year plan", which by itself is taken for a name.
        """
        expect = Correspondence(self.ends, self.points)
        for i in self.zh.left():
            self._join_with(i, self._hidden(self.en, self.zh.quantities[i]), expect(self.zh.places[i]), self.en)
        for j in self.en.left():
            at = self.en.places[j]
            some = [(abs(expect(self.zh.places[i]) - at), i) for i in self._hidden(self.zh, self.en.quantities[j])]
            if some and min(some)[0] < w.REACH_HIDDEN:
                self._differ(min(some)[1], j)

    def _join_with(self, i: int, some: Iterable[int], at: float, other: Side) -> None:
        near = min(((abs(at - other.places[j]), j) for j in some), default=None)
        if near is not None and near[0] < w.REACH_HIDDEN:
            self._differ(i, near[1])

    @staticmethod
    def _hidden(side: Side, one: Quantity) -> list[int]:
        """What else can be read in names and idioms, of the kind and unit of an expression that is left."""
        if not one.unit or one.weak:
            return []
        return [
            index
            for index, other in enumerate(side.quantities)
            if other.unit == one.unit
            and other.kind is one.kind
            and side.cover_of[index]
            and not side.closed[index]
            and not side.decided[side.cluster_of[index]]
            and not side.clusters[side.cluster_of[index]].covers[0].quantities
        ]

    def _differ(self, i: int, j: int) -> None:
        zh, en = self.zh.quantities[i], self.en.quantities[j]
        self.zh.take(i)
        self.en.take(j)
        self.links.append(Link(zh, en, *differ(zh, en)))

    def _least_unlike(self, a: int, b: int, away: float) -> tuple[float | None, int, int]:
        """The cost of the readings of two expressions that are least unlike, where the usual ones cannot be compared.

        第二届 and "the 7th" are ordinals, though "the 7th" is rather a day.
        """
        usual = self._unlikeness(self.zh.quantities[a], self.en.quantities[b], away)
        if usual is not None and usual < w.DIFFERENT:
            return usual, a, b
        best: tuple[float | None, int, int] = (usual, a, b)
        for i in self._readings(self.zh, a):
            for j in self._readings(self.en, b):
                cost = self._unlikeness(self.zh.quantities[i], self.en.quantities[j], away)
                if cost is not None:
                    cost = cost + self.zh.costs[i] + self.en.costs[j]
                    if best[0] is None or cost < best[0]:
                        best = cost, i, j
        return best

    @staticmethod
    def _readings(side: Side, index: int) -> Sequence[int]:
        """An item and what else can be read in its place, alone in its cover."""
        cluster = side.cluster_of[index]
        if side.decided[cluster] or len(side.cover(index)) > 1:
            return [index]
        return [other for other in side.of_cluster(index) if len(side.cover(other)) == 1]

    def _unlikeness(self, zh: Quantity, en: Quantity, away: float) -> float | None:
        """What it costs to say that a pair of differing values is one; None where they cannot be."""
        if zh.kind is _DATE or en.kind is _DATE:
            return self._date_unlike(zh, en, away)
        markers = (zh.kind is Kind.LIST_MARKER) + (en.kind is Kind.LIST_MARKER)
        if markers == 1 or self.text[en.start : en.end] == "few":
            return None
        if markers:
            return w.NO_SLIP + away / w.FAR
        if zh.kind is Kind.UNKNOWN:  # ×月×日 is "one day"
            return w.NO_SLIP + away / w.FAR if en.low > 1 else None
        if converted_wrongly(zh, en) is not None:
            return w.NO_SLIP + w.CONVERTED + away / w.FAR
        idle = 0.0
        if en.form is Form.IMPLIED and zh.form is not Form.IMPLIED and en.weak and not en.unit:
            return None  # "both" is said of two, and of nothing else
        if zh.weak or en.weak:
            if zh.low <= 1 or en.low <= 1 or Kind.CODE in (zh.kind, en.kind) or Kind.UNKNOWN in (zh.kind, en.kind):
                return None
            idle = w.IDLE
        kinds = 0.0 if same_sort(zh, en) else w.LABEL if _labelled(zh, en) else w.OTHER_SORT
        slip = difference(zh.low, en.low).slip and distinct(zh)
        return (w.SLIP if slip else w.NO_SLIP) + kinds + idle + away / w.FAR

    def _date_unlike(self, zh: Quantity, en: Quantity, away: float) -> float | None:
        """The same where one of them is a date, or both are."""
        if not (zh.date and en.date):
            return None if as_length(self.text, zh, en) is None else w.SLIP + away / w.FAR
        if (zh.weak or en.weak) and not (away < w.REACH_RELATIVE and alike(zh.date, en.date, self.issue)):
            return None
        return 0.1 + distance(zh.date, en.date, self.issue) * 0.9 + away / w.FAR

    # ------------------------------------------------------------ left over

    def _leave_rest(self) -> None:
        numbered: bool | None = None
        for i in self.zh.left():
            zh = self.zh.quantities[i]
            if zh.kind is Kind.LIST_MARKER:
                numbered = self._numbered() if numbered is None else numbered
                if numbered and self._figured(zh):
                    why = "the other marks of the list are there"
                    self.links.append(Link(zh, None, "missing", why, PROBABLE))
                    continue
            name = find(self.text, self.en_from, self.en_from + self.ends[1], zh)
            if name is not None:
                spelt = Quantity(name.start, name.end, Kind.ORDINAL, zh.low, zh.high, form=Form.WORDS)
                self.links.append(Link(zh, spelt, "transliterated", "a designation was taken for a name", SURE))
            else:
                self.links.append(Link(zh, None, *self._lonely(self.zh, i, "missing")))
        for j in self.en.left():
            self.links.append(Link(None, self.en.quantities[j], *self._lonely(self.en, j, "added")))

    def _numbered(self) -> bool:
        """Whether other marks of a list have been paired."""
        pairs = (one for one in self.links if one.zh is not None and one.en is not None)
        return sum(one.zh is not None and one.zh.kind is Kind.LIST_MARKER for one in pairs) > 1

    def _lonely(self, side: Side, index: int, verdict: str) -> Judgement:
        judgement = lonely(side.quantities[index], verdict)
        if judgement.certainty >= PROBABLE and self._dispensable(side, index):
            return judgement._replace(certainty=DOUBTFUL)
        return judgement

    def _dispensable(self, side: Side, index: int) -> bool:
        """Whether the other language may well do without an expression."""
        sums = side is self.zh and sums_list(self.text, side.quantities[index])
        return sums or self._silent(side, index) or self._repeated(side, index)

    def _figured(self, mark: Quantity) -> bool:
        """Whether a mark counts in figures: 甲 and 乙 become letters, or nothing."""
        return not any(stem in self.text[mark.start : mark.end] for stem in "甲乙丙丁戊己庚辛")

    def _repeated(self, side: Side, index: int) -> bool:
        """Whether the same value stands right beside it and is paired: 十八岁和十八岁以上 is "18 and above"."""
        one = side.quantities[index]
        places = side.paired().get((one.low, one.unit), [])
        at = bisect_right(places, one.start - w.BESIDE)
        return at < len(places) and places[at] < one.start + w.BESIDE

    def _silent(self, side: Side, index: int) -> bool:
        """Whether the text may well hold no quantity here: another reading of it has none."""
        one, covers = side.quantities[index], side.clusters[side.cluster_of[index]].covers
        alone = one.kind is not Kind.DATE and not one.unit
        if side is self.en and alone and any(map(_is_year, covers)):
            return True  # a year that the translator supplied: the Beijing 2022 Olympics
        if one.kind is Kind.ORDINAL and self.text[one.start : one.end].isupper():
            return True  # Louis XV
        # 二十五师 is lost whether it is the 25th Division or twenty-five of them.
        return any(all(q.weak and q.kind is not Kind.ORDINAL for q in cover.quantities) for cover in covers)


def _open_measures(zh: Quantity, en: Quantity) -> bool:
    """Whether both are an open count of one dimension: 几里路 and "a few miles"."""
    return zh.approx is _OPEN and en.approx is _OPEN and same_dimension(zh, en)


def _labelled(zh: Quantity, en: Quantity) -> bool:
    """Whether a bare figure may be the number by which a thing is known: Districts 1, 3 and 8."""
    return zh.kind is Kind.ORDINAL and en.kind is Kind.CARDINAL and not en.counter and en.form is Form.DIGITS


def _bare_year(zh: Quantity, en: Quantity) -> bool:
    """Whether a figure that may be a year is one in the other language: 公元七一三年 and "that is, 713"."""
    date, other = (zh, en) if zh.kind is Kind.DATE else (en, zh)
    bare = other.kind is Kind.CARDINAL and not other.counter and other.form is Form.DIGITS
    return bare and date.date == DateParts(year=int(other.low)) and other.low == other.high


def _is_year(cover: Cover) -> bool:
    """Whether a figure by itself may be a year."""
    return (
        len(cover.quantities) == 1 and cover.quantities[0].date is not None and cover.quantities[0].low > w.YEARS_FROM
    )


def _place(one: Link) -> tuple[int, int]:
    if one.zh is not None:
        return (0, one.zh.start)
    return (1, one.en.start if one.en else 0)
