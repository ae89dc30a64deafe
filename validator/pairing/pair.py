"""The expressions of two texts that belong together, paired so that readings and counterparts are chosen together.

Every cluster has covers (`quantities.model.Cover`); pairing an expression decides for its cover.  A pair that agrees
costs what its covers cost, what is wrong with it, and how far it stands from where it is expected; the cheapest are
joined first.  What is left over is joined where it differs by a likely slip and stands in the other's place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from duizhao.validator.dates.compare import alike, compatible, distance
from duizhao.validator.dates.resolve import Day
from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing import wording
from duizhao.validator.pairing.agree import SIDE, judge, same_dimension
from duizhao.validator.pairing.assign import Correspondence, assign
from duizhao.validator.pairing.differ import RATES, SORTS, differ, distinct, lonely, same_rate, same_sort
from duizhao.validator.pairing.difference import difference
from duizhao.validator.pairing.glosses import glosses
from duizhao.validator.pairing.keys import keys
from duizhao.validator.pairing.model import DOUBTFUL, FINE, PROBABLE, SURE, Judgement, Link
from duizhao.validator.pairing.patterns import (
    NEAR,
    Context,
    blank,
    closes_list,
    counts_the_rest,
    decide,
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
from duizhao.validator.pairing.sides import Candidate, Item, Side
from duizhao.validator.pairing.things import other_thing
from duizhao.validator.pairing.transliterated import find
from duizhao.validator.quantities.lexicon import units
from duizhao.validator.quantities.model import Cluster, Cover, DateParts, Form, Kind, Quantity

_YUAN = frozenset({"yuan", "jiao", "fen-money"})
_DOLLARS = frozenset({"usd", "cent", "us-dime", "silver-dollar"})
_SILVER = re.compile("大洋|银元|銀元|现洋|現洋|光洋|白洋|银洋|銀洋|法币|法幣|国币|國幣")
"""Money of the Republic, whose 元 English calls a dollar."""


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
        self.expect = Correspondence(self.ends, ())

    def _rates(self) -> set[str]:
        if self._rates_there is None:
            self._rates_there = wording.rates_of(self.original)
        return self._rates_there

    def run(self) -> list[Link]:
        """All links, in the order of the original."""
        if self.zh.items and self.en.items:
            told = self._set_glosses_aside()
            candidates = self._candidates()
            self._fix(candidates)
            self.expect = Correspondence(self.ends, self.points)
            self._join_cheapest(candidates)
            self.expect = Correspondence(self.ends, self.points)
            self._join_differing()
            self._judge_glosses(told)
        self._leave_rest()
        self.links = [self._settle_rate(link) for link in self.links]
        self.links.sort(key=_place)
        return self.links

    def _settle_rate(self, link: Link) -> Link:
        """A "per" of another unit is doubtful, and nothing where either text has the other's unit as well."""
        zh, en = link.zh, link.en
        if zh is None or en is None or not link.verdict or not same_rate(zh, en):
            return link
        crossed = any(item.quantity.unit == en.unit and item.quantity.name in RATES for item in self.zh.items)
        crossed = crossed or any(
            item.quantity.unit == zh.unit and item.quantity.name in RATES for item in self.en.items
        )
        return Link(zh, en) if crossed else link._replace(certainty=DOUBTFUL)

    # ------------------------------------------------------------ agreeing

    def _candidates(self) -> list[Candidate]:
        """All pairs of items that agree, found by what they share."""
        buckets: dict[object, list[int]] = {}
        for index, item in enumerate(self.en.items):
            for key in keys(item.quantity, self.issue):
                buckets.setdefault(key, []).append(index)
        found: list[Candidate] = []
        for i, item in enumerate(self.zh.items):
            seen: set[int] = set()
            for key in keys(item.quantity, self.issue):
                some: Sequence[int] = buckets.get(key, ())
                if len(some) > w.MOST_IN_BUCKET:
                    some = self._nearest(i, some)
                for j in some:
                    if j not in seen:
                        seen.add(j)
                        judgement = self._agree(item.quantity, self.en.items[j].quantity)
                        if judgement is not None:
                            found.append(Candidate(self._cost(i, j, judgement), i, j, judgement))
        found += self._others_of_lists({(one.zh, one.en) for one in found})
        return self._with_remainders(found)

    def _others_of_lists(self, known: set[tuple[int, int]]) -> Iterator[Candidate]:
        """甲、乙、丙等五县 as "A, B, C and two other counties": two values that share nothing."""
        others = [j for j, item in enumerate(self.en.items) if is_others(self.text, item.quantity)]
        if not others:
            return
        for i, item in enumerate(self.zh.items):
            if not closes_list(self.text[max(0, item.quantity.start - 3) : item.quantity.start]):
                continue
            for j in self._nearest(i, others):
                if (i, j) not in known and self._agree(item.quantity, self.en.items[j].quantity) is FINE:
                    yield Candidate(self._cost(i, j, FINE), i, j, FINE)

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
        if judgement is FINE and a.unit != b.unit and a.unit and b.unit and a.low != b.low:
            cost += w.CONVERTED
        if judgement is FINE and not distinct(a) and other_thing(self.text, a, b) is not None:
            cost += w.OTHER_THING
        if a.kind is not b.kind:
            cost += w.OTHER_KIND if SORTS[a.kind] != SORTS[b.kind] and judgement.verdict != "percent" else 0.0
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
            one._replace(
                cost=one.cost + rest[0].get((a.cluster, a.cover), 0.0) + rest[1].get((b.cluster, b.cover), 0.0)
            )
            for one in found
            for a, b in ((self.zh.items[one.zh], self.en.items[one.en]),)
        ]

    @staticmethod
    def _remainders(side: Side, have: set[int]) -> dict[tuple[int, int], float]:
        costs: dict[tuple[int, int], float] = {}
        for index, item in enumerate(side.items):
            if index not in have and (item.cover or not item.quantity.weak):
                # In a reading that is not the usual one even a weak rest is paid: it may have become weak by it.
                key = (item.cluster, item.cover)
                costs[key] = costs.get(key, 0.0) + (w.WEAK_REMAINDER if item.quantity.weak else w.REMAINDER)
        # What the usual cover leaves beside what it pairs is no reason to doubt it, unless another cover leaves
        # nothing: 由一百万元降到九十万元.
        paired = {(side.items[index].cluster, side.items[index].cover) for index in have}
        whole = {cluster for cluster, cover in paired if cover and (cluster, cover) not in costs}
        for cluster, cover in paired:
            if not cover and cluster not in whole:
                costs.pop((cluster, 0), None)
        return costs

    def _fix(self, candidates: list[Candidate]) -> None:
        """Join what is equal, tells by itself what it is, and occurs once on both sides: the fixed points."""
        sure = [c for c in candidates if c.cost < w.SURE_COST and distinct(self.zh.items[c.zh].quantity)]
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
            if c.cost < w.DEAREST_READING and self.zh.open(c.zh) and self.en.open(c.en):
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
        if judgement is FINE:
            judgement = (
                wording.look(self.text, zh.quantity, en.quantity)
                or wording.rate(self.text, zh.quantity, en.quantity, self._rates, self.english)
                or other_thing(self.text, zh.quantity, en.quantity)
                or FINE
            )
        self.links.append(Link(zh.quantity, en.quantity, *judgement, reading=self._why(zh, en)))
        self.points.append((self.zh.place(one.zh), self.en.place(one.en)))

    def _why(self, zh: Item, en: Item) -> str:
        if not zh.cover and not en.cover:
            return ""
        return "/".join(
            f"{covers[item.cover].name} rather than {covers[0].name}"
            for side, item in ((self.zh, zh), (self.en, en))
            for covers in (side.clusters[item.cluster].covers,)
            if item.cover
        )

    def _agree(self, zh: Quantity, en: Quantity) -> Judgement | None:
        """What is wrong with a pair of the same value; None where the values differ."""
        if zh.kind is Kind.DATE or en.kind is Kind.DATE:
            if zh.kind is en.kind and zh.date and en.date:
                return FINE if compatible(zh.date, en.date, self.issue) else None
            return FINE if _bare_year(zh, en) else None
        if zh.kind is Kind.CODE or en.kind is Kind.CODE:
            return FINE if zh.kind is en.kind and same_letters(self.text, zh, en) else None
        if same_letters(self.text, zh, en):
            return FINE
        en = negated(self.text, zh, en)
        judgement = decide(self.text, zh, en) or judge(zh, en)
        if judgement is None:
            if closes_list(self.text[max(0, zh.start - 3) : zh.start]):
                return FINE if counts_the_rest(Context.of(self.text, zh, en), zh, en) else None
            return self._elliptic(zh, en)
        return self._weighed(zh, en, judgement)

    def _elliptic(self, zh: Quantity, en: Quantity) -> Judgement | None:
        """A measure whose unit was said with the one before: eighty fen in front, fifty in the middle; every three
        months instead of every six.
        """
        if not zh.unit or en.unit or en.kind is not Kind.CARDINAL:
            return None
        said = en._replace(unit=unit_before(self.text, self.en.clusters, en), kind=Kind.MEASURE)
        return FINE if same_dimension(zh, said) and judge(zh, said) is FINE else None

    def _weighed(self, zh: Quantity, en: Quantity, judgement: Judgement) -> Judgement | None:
        """What is left of a judgement once the words further off are looked at; None where the pair is none."""
        if judgement is not FINE and self.text[en.start : en.end] == "few":
            return None  # few mouths
        if judgement.verdict.startswith("approx") and self._qualified(zh, en, judgement):
            return FINE
        if judgement.verdict == "approx-changed" and falls_short(self.text, zh):
            judgement = judgement._replace(certainty=PROBABLE)
        if judgement.verdict == "unit" and en.weak and en.name == "article" and _is_time(zh) and _is_time(en):
            return None  # 150,000 jin a day: a rate
        if judgement.verdict == "percent" and zh.kind is Kind.PERCENT and en.kind is Kind.CARDINAL:
            return FINE if not en.counter and percent_said(self.text, en) else judgement
        rates = (zh.name in RATES) + (en.name in RATES)
        if judgement is not FINE and ((zh.weak and en.weak) or rates == 1) and not same_rate(zh, en):
            return None
        return self._unit(zh, en, judgement) if judgement.verdict == "unit" else judgement

    def _qualified(self, zh: Quantity, en: Quantity, judgement: Judgement) -> bool:
        words = self.text[zh.start : zh.end], self.text[en.start : en.end].lower()
        if qualified(self._alone(zh, en), judgement, (SIDE[zh.approx], SIDE[en.approx]), *words):
            return True
        return judgement.verdict == "approx-lost" and said_before(self.text, self.en.clusters, en, zh.approx)

    def _alone(self, zh: Quantity, en: Quantity) -> Context:
        """The words around a pair, those of other expressions left out: their approximators are not its own."""
        return Context(
            *(
                blank(self.text, side.clusters, start, end)
                for side, start, end in (
                    (self.zh, zh.start - NEAR, zh.start),
                    (self.zh, zh.end, zh.end + NEAR),
                    (self.en, en.start - NEAR, en.start),
                    (self.en, en.end, en.end + NEAR),
                )
            )
        )

    def _unit(self, zh: Quantity, en: Quantity, judgement: Judgement) -> Judgement:
        """A unit that changed, unless the words around say that it is the same."""
        if zh.unit == "cun" and en.unit == "inch" and self.issue is not None and self.issue[0] >= w.INCHES_FROM:
            return FINE
        theirs = units().get(en.unit)
        foreign = theirs is not None and theirs.dimension.startswith("money") and en.unit not in _YUAN
        if foreign and en.unit in _DOLLARS and zh.unit in _YUAN and _SILVER.search(self.text):
            return FINE
        if foreign and theirs and zh.unit in _YUAN and any(name in self.text for name in theirs.zh):
            return FINE  # 元 in a story about the United States is a dollar
        return judgement

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
        told = {link.en: link.zh for link in self.links}
        for index, before in found:
            measure, gloss = self.en.items[before].quantity, self.en.items[index].quantity
            zh = told.get(measure)
            judgement = judge(zh or measure, gloss)
            if judgement is not None and judgement.verdict == "conversion":
                self.links.append(Link(zh, gloss, *judgement))

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
            return self._least_unlike(a, b, away)[0]

        for i, j in assign(len(rows), len(columns), cost, w.DIFFERENT):
            a, b = rows[i], columns[j]
            _, a, b = self._least_unlike(a, b, 0.0)
            if self.zh.open(a) and self.en.open(b):
                zh, en = self.zh.items[a].quantity, self.en.items[b].quantity
                self.zh.take(a)
                self.en.take(b)
                self.links.append(Link(zh, en, *(self._elliptic(zh, en) or differ(zh, en))))

    def _least_unlike(self, a: int, b: int, away: float) -> tuple[float | None, int, int]:
        """The cost of the readings of two expressions that are least unlike, where the usual ones cannot be compared.

        第二届 and "the 7th" are ordinals, though "the 7th" is rather a day.
        """
        usual = self._unlikeness(self.zh.items[a].quantity, self.en.items[b].quantity, away)
        if usual is not None and usual < w.DIFFERENT:
            return usual, a, b
        best: tuple[float | None, int, int] = (usual, a, b)
        for i in self._readings(self.zh, a):
            for j in self._readings(self.en, b):
                zh, en = self.zh.items[i], self.en.items[j]
                cost = self._unlikeness(zh.quantity, en.quantity, away)
                if cost is not None and (best[0] is None or cost + zh.cost + en.cost < best[0]):
                    best = cost + zh.cost + en.cost, i, j
        return best

    @staticmethod
    def _readings(side: Side, index: int) -> list[int]:
        """An item and what else can be read in its place, alone in its cover."""
        item = side.items[index]
        if side.chosen[item.cluster] is not None or len(side.clusters[item.cluster].covers[item.cover].quantities) > 1:
            return [index]
        covers = side.clusters[item.cluster].covers
        return [
            other for other in side.of_cluster[item.cluster] if len(covers[side.items[other].cover].quantities) == 1
        ]

    def _unlikeness(self, zh: Quantity, en: Quantity, away: float) -> float | None:
        """What it costs to say that a pair of differing values is one; None where they cannot be."""
        dates = (zh.kind is Kind.DATE) + (en.kind is Kind.DATE)
        if dates == 2 and zh.date and en.date:
            if (zh.weak or en.weak) and not (away < w.REACH_RELATIVE and alike(zh.date, en.date)):
                return None
            return 0.1 + distance(zh.date, en.date, self.issue) * 0.9 + away / w.FAR
        markers = (zh.kind is Kind.LIST_MARKER) + (en.kind is Kind.LIST_MARKER)
        if dates or markers == 1 or self.text[en.start : en.end] == "few":
            return None
        if markers:
            return w.NO_SLIP + away / w.FAR
        idle = 0.0
        if zh.weak or en.weak:
            if zh.low <= 1 or en.low <= 1 or Kind.CODE in (zh.kind, en.kind) or Kind.UNKNOWN in (zh.kind, en.kind):
                return None
            idle = w.IDLE
        kinds = 0.0 if same_sort(zh, en) else w.OTHER_SORT
        slip = difference(zh.low, en.low).slip and distinct(zh)
        return (w.SLIP if slip else w.NO_SLIP) + kinds + idle + away / w.FAR

    # ------------------------------------------------------------ left over

    def _leave_rest(self) -> None:
        numbered = (
            sum(one.zh is not None and one.zh.kind is Kind.LIST_MARKER and one.en is not None for one in self.links) > 1
        )
        for i in self.zh.left():
            if (
                numbered
                and self.zh.items[i].quantity.kind is Kind.LIST_MARKER
                and self._figured(self.zh.items[i].quantity)
            ):
                self.links.append(
                    Link(self.zh.items[i].quantity, None, "missing", "the other marks of the list are there", PROBABLE)
                )
                continue
            zh, en_end = self.zh.items[i].quantity, self.en_from + self.ends[1]
            name = find(self.text, self.en_from, en_end, zh)
            if name is not None:
                spelt = Quantity(name.start, name.end, Kind.ORDINAL, zh.low, zh.high, form=Form.WORDS)
                self.links.append(Link(zh, spelt, "transliterated", "a designation was taken for a name", SURE))
            else:
                self.links.append(Link(zh, None, *lonely(zh, "missing", self._dispensable(i))))
        for j in self.en.left():
            en = self.en.items[j].quantity
            self.links.append(
                Link(None, en, *lonely(en, "added", self._silent(self.en, j) or self._repeated(self.en, j)))
            )

    def _dispensable(self, i: int) -> bool:
        """Whether the English may well do without a Chinese expression."""
        return self._silent(self.zh, i) or self._repeated(self.zh, i) or sums_list(self.text, self.zh.items[i].quantity)

    def _figured(self, mark: Quantity) -> bool:
        """Whether a mark counts in figures: 甲 and 乙 become letters, or nothing."""
        return not any(stem in self.text[mark.start : mark.end] for stem in "甲乙丙丁戊己庚辛")

    def _repeated(self, side: Side, index: int) -> bool:
        """Whether the same value stands right beside it and is paired: 十八岁和十八岁以上 is "18 and above"."""
        one = side.items[index].quantity
        return any(
            q.low == one.low and q.unit == one.unit and abs(q.start - one.start) < w.BESIDE
            for other in side.used
            for q in (side.items[other].quantity,)
        )

    def _silent(self, side: Side, index: int) -> bool:
        """Whether the text may well hold no quantity here: another reading of it has none."""
        item = side.items[index]
        covers = side.clusters[item.cluster].covers
        alone = item.quantity.kind is not Kind.DATE and not item.quantity.unit
        if side is self.en and alone and any(map(_is_year, covers)):
            return True  # a year that the translator supplied: the Beijing 2022 Olympics
        if item.quantity.kind is Kind.ORDINAL and self.text[item.quantity.start : item.quantity.end].isupper():
            return True  # Louis XV
        # 二十五师 is lost whether it is the 25th Division or twenty-five of them.
        return any(all(q.weak and q.kind is not Kind.ORDINAL for q in cover.quantities) for cover in covers)


def _is_time(quantity: Quantity) -> bool:
    return quantity.unit in units() and units()[quantity.unit].dimension.startswith("time")


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
