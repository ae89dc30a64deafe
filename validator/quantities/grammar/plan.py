"""From the classes of a cluster's tokens to the ways to cover them with constructs.

The rows of a language are kept as a trie over word classes.  What can be done with a cluster depends on the classes of
its tokens only, so a plan is made once for each string of classes and kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from duizhao.validator.quantities.grammar.row import Row
from duizhao.validator.quantities.lexicon.classes import BIT, mask

MOST_PATHS = 10
"""Covers kept of a segment before values are looked at: some fall when they are filled in."""
MARGIN = 0.75
"""A cover dearer than the cheapest by more is not kept: a row is missing then."""
_MOST_PLANS = 20000


class Edge(NamedTuple):
    """A construct over tokens i to j (exclusive); the names of its tokens in order."""

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


_ELEMENT = re.compile(r"(?:(\w+):)?([A-Z0-9|]+)(\?)?")


def expand(pattern: str) -> Iterator[tuple[tuple[int, str], ...]]:
    """Every sequence of (class bits, name) that a pattern allows.

    Raises:
        ValueError: the pattern cannot be read.
    """
    return _expand(pattern.strip())


def _expand(pattern: str) -> Iterator[tuple[tuple[int, str], ...]]:
    if not pattern:
        yield ()
        return
    if pattern[0] == "(":
        close = pattern.index(")?")
        for rest in _expand(pattern[close + 2 :].strip()):
            yield rest
            for inner in _expand(pattern[1:close].strip()):
                yield inner + rest
        return
    found = _ELEMENT.match(pattern)
    if found is None:
        raise ValueError(f"cannot read the pattern at {pattern!r}")
    name = found[1] or found[2].lower()
    one = (mask(found[2]), name)
    for rest in _expand(pattern[found.end() :].strip()):
        yield (one, *rest)
        if found[3]:
            yield rest


class _Node:
    __slots__ = ("ends", "ways")

    def __init__(self) -> None:
        self.ways: dict[int, _Node] = {}
        self.ends: list[tuple[Row, tuple[str, ...]]] = []


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
    "DI": 0.5,
    "TO": 0.1,
    "MONTH": 1.0,
    "WEEKDAY": 1.0,
    "WEEK": 0.9,
    "ZERO": 0.8,
    "REL": 0.9,
    "ERA": 0.9,
    "BC": 0.9,
    "DECADE": 1.5,
    "CENTURY": 0.7,
    "CLOCK": 1.5,
    "AMPM": 0.8,
    "SPAN": 0.8,
    "LUNAR": 0.8,
    "HALF": 0.5,
    "FACTOR": 1.0,
    "CODE": 1.0,
    "MASK": 1.0,
    "NONE": 0.0,
    "MARKER": 0.2,
    "POINTSEP": 0.3,
    "BETWEEN": 0.1,
    "CLS": 0.02,
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


_DATES = frozenset({"date", "days", "clock", "clocks", "clock-range", "weekday", "relative", "day-clock", "part-of-day", "past", "year"})


def _side_by_side(before: Row, row: Row) -> bool:
    """Whether two constructs may stand without anything between them: a day and its hour, a weekday and a date."""
    return (before.follows or row.follows) and before.name in _DATES and row.name in _DATES


def _skip(bits: int) -> float:
    shapes = _SHAPES | {"CLS"} if bits & BIT["UNIT"] else _SHAPES
    prices = [SKIP.get(name, 0.0) for name, bit in BIT.items() if bits & bit and name not in shapes]
    return max(prices, default=0.0)


_SHAPES = {"FRAC", "INT", "LE12", "LE31", "LE60", "DIGIT", "YEAR4", "YEAR2", "OPEN", "IDLE", "DESIG"}


_IDLE = frozenset({"the", "the2", "cls", "cls1", "c", "c2", "of", "of2", "two", "a", "a2"})


def _telling(edge: Edge) -> frozenset[str]:
    """The names of an edge that make a difference: the article and the classifier do not."""
    return frozenset(f"{name}{edge.i + n}" for n, name in enumerate(edge.names) if name not in _IDLE)


class Grammar:
    """The rows of one language, ready to be matched."""

    def __init__(self, rows: Iterable[Row], language: str) -> None:
        self.root = _Node()
        self.plans: dict[tuple[int, ...], tuple[Segment, ...]] = {}
        for row in rows:
            if language in row.languages.split():
                for sequence in expand(row.pattern):
                    self._add(row, sequence)

    def _add(self, row: Row, sequence: tuple[tuple[int, str], ...]) -> None:
        node = self.root
        for bits, _ in sequence:
            node = node.ways.setdefault(bits, _Node())
        names = tuple(name for _, name in sequence)
        if names and not any(known is row for known, _ in node.ends):
            node.ends.append((row, names))

    def plan(self, masks: tuple[int, ...]) -> tuple[Segment, ...]:
        """The segments of a cluster with their covers, the cheapest first."""
        known = self.plans.get(masks)
        if known is None:
            if len(self.plans) > _MOST_PLANS:
                self.plans.clear()
            known = self.plans[masks] = tuple(self._make(masks))
        return known

    def retry(self, masks: tuple[int, ...], i: int, j: int, holds: Callable[[Edge], bool]) -> tuple[Path, ...]:
        """Covers of a segment none of whose cheapest ones says anything: only constructs that hold are tried."""
        edges = [[edge for edge in self._edges(masks, k) if edge.j <= j and holds(edge)] if i <= k < j else [] for k in range(len(masks))]
        return self._segment(masks, edges, i, j).paths

    def _make(self, masks: tuple[int, ...]) -> Iterator[Segment]:
        edges = [self._edges(masks, i) for i in range(len(masks))]
        start = reach = 0
        for i, some in enumerate(edges):
            if i and reach <= i:
                yield self._segment(masks, edges, start, i)
                start = i
            reach = max(reach, i + 1, max((edge.j for edge in some), default=0))
        yield self._segment(masks, edges, start, len(masks))

    def _edges(self, masks: tuple[int, ...], i: int) -> list[Edge]:
        """Every construct that begins at a token."""
        found: list[Edge] = []
        stack = [(self.root, i)]
        while stack:
            node, at = stack.pop()
            found += [Edge(i, at, row, names) for row, names in node.ends]
            if at < len(masks):
                bits = masks[at]
                stack += [(following, at + 1) for want, following in node.ways.items() if bits & want]
        return found

    def _segment(self, masks: tuple[int, ...], edges: list[list[Edge]], start: int, end: int) -> Segment:
        best: list[list[tuple[float, tuple[Edge, ...], Row | None]]] = [[] for _ in range(end - start + 1)]
        best[0] = [(0.0, (), None)]
        for i in range(start, end):
            here = sorted(best[i - start], key=lambda one: one[0])[: MOST_PATHS * 2]
            skip = _skip(masks[i])
            for cost, path, joined in here:
                best[i + 1 - start].append((cost + skip, path, None))
                for edge in edges[i]:
                    price = cost + edge.row.cost + _JOIN + (_SPLIT if joined and not _side_by_side(joined, edge.row) else 0.0)
                    best[edge.j - start].append((price, (*path, edge), edge.row))
        ways = sorted(best[-1], key=lambda one: one[0])
        floor = ways[0][0] if ways else 0.0
        kept: list[Path] = []
        seen = set()
        for cost, path, _ in ways:
            key = tuple([(edge.row.name, _telling(edge)) for edge in path])
            if cost <= floor + MARGIN + 0.6 and key not in seen and len(kept) < MOST_PATHS:
                seen.add(key)
                kept.append(Path(cost, path, "+".join([edge.row.name for edge in path])))
        return Segment(start, end, tuple(kept))
