"""The expressions of one text in all their readings, and what has been decided about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from duizhao.validator.pairing.model import Judgement
from duizhao.validator.quantities.model import Cluster, Quantity


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
        self.of_cluster: list[list[int]] = [[] for _ in clusters]
        """The items of each cluster."""
        for index, item in enumerate(self.items):
            self.of_cluster[item.cluster].append(index)
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

    def usual(self, cluster: int) -> list[int]:
        """The items of a cluster in its chosen cover, or else in the cheapest."""
        chosen = self.chosen[cluster] or 0
        return [index for index in self.of_cluster[cluster] if self.items[index].cover == chosen]

    def place(self, index: int) -> int:
        """Where an item stands in its text."""
        return self.items[index].quantity.start - self.start

    def left(self, *, all_covers: bool = False) -> list[int]:
        """Items still open; of undecided clusters those of the cheapest cover only, unless asked for all."""
        return [
            index
            for index, item in enumerate(self.items)
            if index not in self.used
            and (
                self.chosen[item.cluster] == item.cover
                or (self.chosen[item.cluster] is None and (all_covers or item.cover == 0))
            )
        ]
