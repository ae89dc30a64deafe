"""Pairs that agree, joined: first those that are beyond doubt, then the cheapest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from heapq import heappop, heappush
from itertools import pairwise
from math import inf
from operator import attrgetter, itemgetter

from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.agreeing.agree import agree
from duizhao.validator.pairing.agreeing.regrouped import regrouped
from duizhao.validator.pairing.choice.assign import Correspondence
from duizhao.validator.pairing.choice.prices import Rests, cost_of
from duizhao.validator.pairing.choice.sides import Candidate
from duizhao.validator.pairing.choice.texts import Texts
from duizhao.validator.pairing.model import FINE, Judgement, Link
from duizhao.validator.pairing.said_of.look import look
from duizhao.validator.pairing.said_of.per import rates_of
from duizhao.validator.pairing.values.sorts import distinct
from duizhao.validator.quantities.model import Number, Quantity

_DOUBTED = w.RIVAL_COST - 2 * max(w.PROBLEM)
"""Cost from which a wrong approximator can decide whether a pair is a rival of others."""


def _ordered(links: list[Link]) -> bool:
    """Whether pairs stand in the same order in both languages."""
    places = sorted((link.zh.start, link.en.start) for link in links if link.zh and link.en)
    return all(one[1] <= other[1] for one, other in pairwise(places))


_TELLING = itemgetter(
    *map(Quantity._fields.index, ("kind", "low", "high", "approx", "unit", "counter", "date", "relation", "weak"))
)
"""What makes two expressions equal, wherever they stand."""
_START = attrgetter("start")
_SEVERAL = -1
"""In place of the number of a cluster, where several would do."""


class Joining:
    """Pairs of two texts as they are joined.

    Args:
        texts: the two texts.
        rests: what their covers leave unpaired.
    """

    def __init__(self, texts: Texts, rests: Rests) -> None:
        self._texts, self._rests = texts, rests
        self._rates_there: Counter[str] | None = None
        self.links: list[Link] = []
        self.points: list[tuple[int, int]] = []
        """Where the two of each pair stand in their texts."""

    def fix(self, candidates: list[Candidate]) -> None:
        """Join what is equal, tells by itself what it is, and occurs once on both sides: the fixed points.

        Args:
            candidates: all pairs that agree.
        """
        # They come before all others because the rest is chosen by its place, and places are told by these.
        texts, rival, certain = self._texts, w.RIVAL_COST, w.SURE_COST
        zh_cluster, en_cluster = texts.zh.cluster_of, texts.en.cluster_of
        ours: dict[int, int] = {}
        theirs: dict[int, int] = {}
        sure: list[Candidate] = []
        for one in candidates:
            cost, i, j, judgement = one
            # The cost is only the least that it can come to; here the rest of it may decide.
            if judgement is None and _DOUBTED < cost < rival:
                cost, _ = self.looked_at(i, j)
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
            and distinct(texts.zh.quantities[one[1]])
        ]
        if sure:
            self._join_open(sure, lambda cost, _i, _j: cost if cost < w.SURE_COST else inf)

    def join_cheapest(self, candidates: list[Candidate]) -> None:
        """Join the rest of what agrees, the cheapest first.

        Args:
            candidates: all pairs that agree.
        """
        zh, en, dearest = self._texts.zh, self._texts.en, w.DEAREST_READING
        ours, theirs = zh.closed, en.closed
        candidates = [one for one in candidates if one[0] < dearest and not ours[one[1]] and not theirs[one[2]]]
        if not candidates:
            return
        expect = Correspondence(self._texts.ends, self.points)
        expected: dict[int, tuple[float, float]] = {}

        def price(cost: float, i: int, j: int) -> float:
            if i not in expected:
                # Small numbers repeat, so that of them place must decide sooner.
                expected[i] = expect(zh.places[i]), w.FAR if distinct(zh.quantities[i]) else w.FAR_SMALL
            at, far = expected[i]
            price = cost + abs(at - en.places[j]) / far
            return price if cost < dearest and price < w.DEAREST else inf

        self._join_open([(price(cost, i, j), i, j, judgement) for cost, i, j, judgement in candidates], price)

    def uncross(self) -> None:
        """Give pairs of equal expressions the order of the original: joined one by one, they may stand crosswise."""
        alike: dict[Number, list[int]] = {}
        for number, link in enumerate(self.links):
            if link.zh and link.en:
                alike.setdefault(link.zh.low, []).append(number)
        for numbers in alike.values():
            # Most figures stand once, and most others in order: what makes them equal is asked of few.
            if len(numbers) > 1 and not _ordered([self.links[number] for number in numbers]):
                self._sort_equals(numbers)

    def _sort_equals(self, numbers: list[int]) -> None:
        same: dict[tuple[object, ...], list[int]] = {}
        for number in numbers:
            link = self.links[number]
            if link.zh and link.en:
                same.setdefault((_TELLING(link.zh), _TELLING(link.en)), []).append(number)
        for some in same.values():
            if len(some) > 1:
                self._in_order([self.links[number] for number in some], some)

    def _in_order(self, links: list[Link], numbers: list[int]) -> None:
        ours = sorted((link.zh for link in links if link.zh), key=_START)
        theirs = sorted((link.en for link in links if link.en), key=_START)
        judged = {(link.zh, link.en): link for link in links}
        for number, zh, en in zip(numbers, ours, theirs, strict=True):
            if (link := judged.get((zh, en))) is not None:
                self.links[number] = link
                continue
            judgement = agree(self._texts.setting, zh, en) or FINE
            if judgement is FINE:
                judgement = self._said_of(zh, en)
            self.links[number] = Link(zh, en, *judgement, self.links[number].reading)

    def _join_open(self, candidates: list[Candidate], price: Callable[[float, int, int], float]) -> None:
        """Join candidates, the cheapest first, as long as neither expression has found another.

        What may be wrong with a pair is looked at when its turn comes; where that makes it dearer it waits for another.
        """
        ours, theirs = self._texts.zh.closed, self._texts.en.closed
        candidates.sort(reverse=True)
        waiting: list[Candidate] = []
        while candidates or waiting:
            if waiting and (not candidates or waiting[0] < candidates[-1]):
                cost, i, j, judgement = heappop(waiting)
            else:
                cost, i, j, judgement = candidates.pop()
            # A pair that was made since has decided for the covers of both.
            if ours[i] or theirs[j] or cost == inf:
                continue
            if judgement is None:
                cost, judgement = self.looked_at(i, j)
                heappush(waiting, (price(cost, i, j), i, j, judgement))
            else:
                self._join(i, j, judgement)

    def looked_at(self, i: int, j: int) -> tuple[float, Judgement]:
        """What is wrong with a pair of the same value, and what it costs in all.

        Args:
            i: an item of the original.
            j: one of the translation.
        """
        texts = self._texts
        judgement = agree(texts.setting, texts.zh.quantities[i], texts.en.quantities[j]) or FINE
        return self._rests.in_all(cost_of(texts, i, j, judgement), i, j), judgement

    def _join(self, i: int, j: int, judgement: Judgement) -> None:
        texts = self._texts
        zh, en = texts.zh.quantities[i], texts.en.quantities[j]
        texts.zh.take(i)
        texts.en.take(j)
        if judgement is FINE:
            judgement = self._said_of(zh, en)
        why = self._why(i, j) if texts.zh.cover_of[i] or texts.en.cover_of[j] else ""
        self.links.append(Link(zh, en, *judgement, why) if why or judgement is not FINE else Link(zh, en))
        self.points.append((texts.zh.places[i], texts.en.places[j]))

    def _said_of(self, zh: Quantity, en: Quantity) -> Judgement:
        """What is wrong with a pair of which the values agree: what is said of it, and how it is printed."""
        text = self._texts.setting.text
        judgement = look(text, zh, en, self._rates, self._texts.english)
        return judgement if judgement is not FINE else regrouped(text, en) or FINE

    def _rates(self) -> Counter[str]:
        """What amounts of the original are reckoned by; few pairs ask for it, and some of them again and again."""
        # Looked up once: it is a search through the whole stretch.
        if self._rates_there is None:
            self._rates_there = rates_of(self._texts.setting.original)
        return self._rates_there

    def _why(self, i: int, j: int) -> str:
        return "/".join(
            f"{covers[side.cover_of[index]].name} rather than {covers[0].name}"
            for side, index in ((self._texts.zh, i), (self._texts.en, j))
            for covers in (side.clusters[side.cluster_of[index]].covers,)
            if side.cover_of[index]
        )
