"""From the classes of a cluster's tokens to the ways to cover them with constructs.

The rows of a language are kept as a trie over word classes.  What can be done with a cluster depends on the classes of
its tokens only, so a plan is made once for each string of classes and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from duizhao.validator.quantities.grammar.pattern import Trie
from duizhao.validator.quantities.grammar.row import Row
from duizhao.validator.quantities.lexicon.classes import BIT

MOST_PATHS = 10
"""Covers kept of a segment before values are looked at: some fall when they are filled in."""
MARGIN = 0.75
"""A cover dearer than the cheapest by more is not kept: a row is missing then."""
_MOST_PLANS = 20000  # then all are dropped, so that a run of any length does with the same memory


class Edge(NamedTuple):
    """A construct over tokens i to j (exclusive) of a segment; the names of its tokens in order."""

    i: int
    j: int
    row: Row
    names: tuple[str, ...]


class Path(NamedTuple):
    """Constructs that cover a segment, and what they cost by themselves."""

    cost: float
    edges: tuple[Edge, ...]
    name: str = ""


class Segment(NamedTuple):
    """Tokens that no construct joins to their neighbours."""

    i: int
    j: int
    paths: tuple[Path, ...]


# Each is held by a text: without YEARU 一九五八年度 may be a bare 1958, without MORE 一月余 January,
# without ZERO 初五 five, without BC 公元前二二一年 221 years, without TIMES 增加两倍 two.
SKIP = {
    "NUM": 2.0,
    "ORD": 2.0,
    "UNIT": 0.85,
    "PCT": 0.9,
    "POINT": 0.9,
    "PCTPRE": 0.9,
    "FENZHI": 0.9,
    "CUR": 0.7,
    "YEARU": 0.85,
    "MONTHU": 0.85,
    "DAYU": 0.85,
    "HOURU": 0.5,
    "MINU": 0.5,
    "SECU": 0.5,
    "TIMES": 0.9,
    "CHENG": 0.9,
    "ZHE": 0.9,
    "FAN": 0.9,
    "PRE": 0.3,
    "POST": 0.3,
    "MORE": 0.4,
    "NEG": 0.9,
    "NOT": 0.3,
    "DI": 0.5,
    "TO": 0.1,
    "MONTH": 1.0,
    "WEEKDAY": 1.0,
    "WEEK": 0.9,
    "ZERO": 0.8,
    "REL": 0.9,
    "ERA": 0.9,
    "REIGN": 0.6,  # 长兴三年 may be three years in a town of that name
    "BC": 0.9,
    "DECADE": 1.5,
    "CENTURY": 0.7,
    "CLOCK": 1.5,
    "AMPM": 0.8,
    "SPAN": 0.8,
    "LUNAR": 0.8,
    "HALF": 0.7,
    "FACTOR": 1.0,
    "CODE": 1.0,
    "MASK": 1.0,
    "NONE": 0.0,
    "MARKER": 0.2,
    "POINTSEP": 0.3,
    "BETWEEN": 0.1,
    "CLS": 0.06,
    "OF": 0.3,
    "COMMA": 0.5,
    "GE": 0.7,
    "THE": 0.02,
}
"""What it costs to leave a token of a class unread: a unit or a part of a date that a cover drops is dear, or a bare 5
of "five inches" would agree with any 5.  Of a token of several classes the dearest counts; classes not named cost
nothing."""
_JOIN = 0.05
"""What each construct of a cover costs: of two covers with the same tokens the one with fewer constructs is meant."""
_SPLIT = 1.5
"""What it costs to begin a construct right behind another, with nothing between them: 五月八日 is not 五月 and 八日."""


_BEHIND_DATE = 0.65
"""The same behind a date: 五月三人 are three people in May.  Dearer than what two sides may be talked into."""


_BEHIND_BODY = -0.1
"""The same behind a body known by its number: 二车间四十六名车工."""


_BEHIND_ORDER = _BEHIND_DATE
"""The same behind an English ordinal, a second 24-hour strike: as dear as behind the day that it may be."""
_BEHIND_MEASURE = _BEHIND_DATE
"""The same behind an English measure: in three days fourteen villages; cheaper than to drop its unit."""
_ORDERS = frozenset(("ordinal", "first"))


_OPENS = BIT["PRE"]
"""What begins an expression of its own: 满半年不足一年."""


_SHAPES = {"FRAC", "INT", "TEN", "LE12", "LE31", "LE60", "DIGIT", "YEAR4", "YEAR2", "OPEN", "IDLE", "DESIG"}
_DATES = frozenset(
    {
        "date",
        "days",
        "clock",
        "clocks",
        "clock-range",
        "weekday",
        "relative",
        "day-clock",
        "part-of-day",
        "past",
        "year",
    }
)


def _apart(before: Row, row: Row) -> float:
    """What it costs that nothing stands between two constructs; a day and its hour, a weekday and a date belong so."""
    if before.name == "designation":
        return _BEHIND_BODY
    # "A second 48-hour strike" is no 2nd of the month with a strike behind it.
    if before.name in _ORDERS and before.languages == "en":
        return _BEHIND_ORDER
    if before.name == "measure" and before.languages == "en":
        return _BEHIND_MEASURE
    # 身高一米七八 would else fall into a metre, and seven or eight.
    if before.name not in _DATES:
        return _SPLIT
    if row.name not in _DATES:
        return _BEHIND_DATE
    # 29日零时: a day and its hour; two days side by side have a sign between them.
    return 0.0 if before.follows or row.follows else _SPLIT


@lru_cache(maxsize=4096)  # 480 articles have 120 different classes of tokens, and 14,000 tokens to skip
def _skip(bits: int) -> float:
    # Shapes say what else a numeral may be, and cost nothing; of a unit that is a classifier as well the unit counts.
    shapes = _SHAPES | {"CLS"} if bits & BIT["UNIT"] else _SHAPES
    prices = [SKIP.get(name, 0.0) for name, bit in BIT.items() if bits & bit and name not in shapes]
    return max(prices, default=0.0)


_IDLE = frozenset({"the", "the2", "cls", "cls1", "c", "c2", "of", "of2", "two", "a", "a2"})


_COST = itemgetter(0)
_new = tuple.__new__
_WIDER = 0.6
"""Covers dearer than the cheapest by more than the margin and this are not worth filling in, whatever their values say."""


def _telling(edge: Edge) -> tuple[str, frozenset[tuple[str, int]]]:
    """What makes a difference in an edge: its construct and the places of its tokens but article and classifier."""
    return edge.row.name, frozenset([(name, n) for n, name in enumerate(edge.names, edge.i) if name not in _IDLE])


class Grammar:
    """The rows of one language, ready to be matched."""

    def __init__(self, rows: Iterable[Row], language: str) -> None:
        self._trie = Trie([row for row in rows if language in row.languages.split()])
        self.plans: dict[tuple[int, ...], tuple[Segment, ...]] = {}
        self._parts: dict[tuple[int, ...], tuple[Path, ...]] = {}
        """The covers of segments: the same ones stand in different clusters."""

    def plan(self, masks: tuple[int, ...]) -> tuple[Segment, ...]:
        """The segments of a cluster with their covers, the cheapest first."""
        known = self.plans.get(masks)
        if known is None:
            if len(self.plans) > _MOST_PLANS:
                self.plans.clear()
                self._parts.clear()
                self._trie.forget()
            known = self.plans[masks] = tuple(self._make(masks))
        return known

    def retry(self, masks: tuple[int, ...], holds: Callable[[Edge], bool]) -> tuple[Path, ...]:
        """Covers of a segment none of whose cheapest ones says anything: only constructs that hold are tried."""
        return _paths(masks, [[edge for edge in self._edges(masks, i) if holds(edge)] for i in range(len(masks))])

    def _make(self, masks: tuple[int, ...]) -> Iterator[Segment]:
        edges = [self._edges(masks, i) for i in range(len(masks))]
        start = reach = 0
        for i, some in enumerate(edges):
            # Nothing that began before reaches over this token: what follows is planned, and kept, by itself.
            if i and reach <= i:
                yield self._segment(masks, edges, start, i)
                start = i
            reach = max(reach, i + 1, some[-1].j if some else 0)
        yield self._segment(masks, edges, start, len(masks))

    def _segment(self, masks: tuple[int, ...], edges: list[list[Edge]], start: int, end: int) -> Segment:
        part = masks[start:end]
        paths = self._parts.get(part)
        if paths is None:
            inner = edges[start:end]
            if start:
                # Edges count from the beginning of their segment: the same one elsewhere has the same paths.
                inner = [
                    [_new(Edge, (i - start, j - start, row, names)) for i, j, row, names in some] for some in inner
                ]
            paths = self._parts[part] = _paths(part, inner)
        return Segment(start, end, paths)

    def _edges(self, masks: tuple[int, ...], i: int) -> list[Edge]:
        """Every construct that begins at a token, the shortest first."""
        found: list[Edge] = []
        front = self._trie.start
        for j in range(i, len(masks)):
            bits = masks[j]
            following = front.steps[bits] if bits in front.steps else self._trie.step(front, bits)
            if following is None:
                break
            front = following
            if front.ends:
                found += [_new(Edge, (i, j + 1, row, names)) for row, names in front.ends]
        return found


_Way = tuple[float, tuple[Edge, ...], Row | None]
"""Cost, constructs, and the last of them where it touches what follows."""


def _paths(masks: tuple[int, ...], edges: list[list[Edge]]) -> tuple[Path, ...]:
    best: list[list[_Way]] = [[] for _ in range(len(masks) + 1)]
    best[0] = [(0.0, (), None)]
    for i, bits in enumerate(masks):
        here = best[i]
        # Twice as many as are kept: some of them say the same, and fall out at the end.
        if len(here) > 1:
            here = sorted(here, key=_COST)[: MOST_PATHS * 2]
        # The two are the same for every way that has come as far.
        skip, following = _skip(bits), best[i + 1]
        ways = [(edge, edge.row, edge.row.cost, best[edge.j]) for edge in edges[i]]
        for cost, path, before in here:
            following.append((cost + skip, path, None))
            for edge, row, price, target in ways:
                apart = 0.0 if before is None or (bits & _OPENS and before.name not in _DATES) else _apart(before, row)
                target.append((cost + price + _JOIN + apart, (*path, edge), row))
    return tuple(_cheapest(best[-1]))


def _cheapest(ways: list[_Way]) -> Iterator[Path]:
    """The best ways through a segment, each reading of it once."""
    if not ways:
        return
    ways.sort(key=_COST)
    limit = ways[0][0] + MARGIN + _WIDER
    if len(ways) == 1 or ways[1][0] > limit:
        cost, path, _ = ways[0]
        yield Path(cost, path, "+".join([edge.row.name for edge in path]))
        return
    seen: set[tuple[tuple[str, frozenset[tuple[str, int]]], ...]] = set()
    told: dict[int, tuple[str, frozenset[tuple[str, int]]]] = {}
    for cost, path, _ in ways:
        if cost > limit or len(seen) == MOST_PATHS:
            return
        for edge in path:
            # Edges are shared by many paths, and hashing one costs more than its address.
            if id(edge) not in told:
                told[id(edge)] = _telling(edge)
        key = tuple([told[id(edge)] for edge in path])
        if key not in seen:
            seen.add(key)
            yield Path(cost, path, "+".join([edge.row.name for edge in path]))
