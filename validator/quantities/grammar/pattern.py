"""Patterns of constructs as a trie over word classes, opened only where a text leads.

Most of the thousands of sequences that the patterns allow never occur, so a node finds its ways when it is first
reached.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.validator.quantities.grammar.row import Row
from duizhao.validator.quantities.lexicon.classes import mask

_ELEMENT = regex(r"(?:(\w+):)?([A-Z0-9|]+)(\?)?\s*")
_BLANKS = regex(r"\s*")


class _Element(NamedTuple):
    bits: int
    name: str
    optional: bool


class Pattern:
    """The elements of a row, and what may follow which.

    Raises:
        ValueError: the pattern cannot be read.
    """

    __slots__ = ("_first", "elements", "groups", "row")

    def __init__(self, row: Row) -> None:
        self.row = row
        self.elements: list[_Element] = []
        self.groups: dict[int, int] = {}
        """Where a part in parentheses begins and ends."""
        self._first: dict[int, tuple[int, ...]] = {}
        self._parse(row.pattern.strip())

    def _parse(self, text: str) -> None:
        at, opened = 0, -1
        while at < len(text):
            if text[at] == "(" and opened < 0:
                opened, at = len(self.elements), at + 1
            elif text.startswith(")?", at) and opened >= 0:
                self.groups[opened], opened, at = len(self.elements), -1, at + 2
            elif found := _ELEMENT.match(text, at):
                self.elements.append(_Element(mask(found[2]), found[1] or found[2].lower(), found[3] is not None))
                at = found.end()
                continue
            else:
                raise ValueError(f"cannot read the pattern at {text[at:]!r}")
            at = _BLANKS.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing at all as well
        if opened >= 0:
            raise ValueError(f"a parenthesis is open in {text!r}")

    def first(self, at: int) -> tuple[int, ...]:
        """The elements that may come next at a place, the usual ones first; their number for the end."""
        known = self._first.get(at)
        if known is None:
            known = self._first[at] = tuple(dict.fromkeys(self._firsts(at, whole=True)))
        return known

    def _firsts(self, at: int, *, whole: bool) -> list[int]:
        if at == len(self.elements):
            return [at]
        if whole and at in self.groups:
            after = self._firsts(self.groups[at], whole=True)
            return [after[0], *self._firsts(at, whole=False), *after[1:]]
        return [at, *self._firsts(at + 1, whole=True)] if self.elements[at].optional else [at]

    def rank(self, picked: tuple[int, ...]) -> tuple[bool, ...]:
        """The order of ways to name the same tokens: the last elements are the likeliest, parentheses are not."""
        ends = {end: start for start, end in self.groups.items()}
        order: list[bool] = []
        for index in range(len(self.elements) - 1, -1, -1):
            if (start := ends.get(index + 1)) is not None:
                order.append(any(start <= one <= index for one in picked))
            order.append(index not in picked)
        return tuple(order)


class _Item(NamedTuple):
    """A pattern of which some elements have been matched."""

    pattern: Pattern
    at: int
    picked: tuple[int, ...]


class Node:
    """What has been matched so far of all patterns; ends are rows with the names of their tokens."""

    __slots__ = ("_opened", "ends", "items", "ways")

    def __init__(self, items: Iterable[_Item] = ()) -> None:
        self.items = list(items)
        self.ways: dict[int, Node] = {}
        self.ends: list[tuple[Row, tuple[str, ...]]] = []
        self._opened = False

    def open(self) -> None:
        """Find the ways on."""
        if self._opened:
            return
        self._opened = True
        ends: dict[Pattern, list[tuple[int, ...]]] = {}
        for pattern, at, picked in self.items:
            for index in pattern.first(at):
                if index < len(pattern.elements):
                    node = self.ways.setdefault(pattern.elements[index].bits, Node())
                    node.items.append(_Item(pattern, index + 1, (*picked, index)))
                elif picked:
                    ends.setdefault(pattern, []).append(picked)
        self.items.clear()
        for pattern, ways in ends.items():
            best = ways[0] if len(ways) == 1 else min(ways, key=pattern.rank)
            self.ends.append((pattern.row, tuple([pattern.elements[index].name for index in best])))


class Front:
    """Everything that some tokens match: the nodes reached, and the constructs that may end here."""

    __slots__ = ("ends", "nodes", "steps")

    def __init__(self, nodes: tuple[Node, ...]) -> None:
        for node in nodes:
            node.open()
        self.nodes = nodes
        self.ends = [end for node in nodes for end in node.ends]
        self.steps: dict[int, Front | None] = {}


class Trie:
    """All patterns of a language."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._root = Node(_Item(Pattern(row), 0, ()) for row in rows)
        self.forget()

    def forget(self) -> None:
        """Drop what was found for the masks of tokens, but not the nodes."""
        self.start = Front((self._root,))
        self._fronts: dict[tuple[Node, ...], Front] = {}

    def step(self, front: Front, bits: int) -> Front | None:
        """What is matched with one more token of those classes; None for nothing."""
        nodes = tuple([node for one in front.nodes for want, node in reversed(one.ways.items()) if bits & want])
        found = None
        if nodes:
            found = self._fronts.get(nodes)
            if found is None:
                found = self._fronts[nodes] = Front(nodes)
        front.steps[bits] = found
        return found
