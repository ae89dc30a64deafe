"""The expressions of one text in all their readings, and what has been decided about them."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.validator.pairing.model import Judgement
from duizhao.validator.quantities.model import Cluster, Number, Quantity

Candidate = tuple[float, int, int, Judgement | None]
"""Two expressions that agree: what the pair costs, the items of the original and the English, what is wrong with them.

None where only their approximators may be wrong, which is long to say and seldom asked: then the cost is the least that
it can come to.
"""


class Side:
    """The clusters of one language, and what has been decided about them.

    An item is an expression in one of the readings of its text.  What is known of items stands in columns, by their
    number, for all of them are looked at and most are never asked for more than one of their parts.
    """

    def __init__(self, clusters: Sequence[Cluster], start: int) -> None:
        self.clusters = clusters
        self.start = start
        rows = [
            (quantity, cost, c, k, len(quantities))
            for c, (_, _, covers) in enumerate(clusters)
            for k, (cost, quantities, _) in enumerate(covers)
            for quantity in quantities
        ]
        columns = tuple(zip(*rows, strict=True)) or ((),) * 5
        self.quantities: Sequence[Quantity] = columns[0]
        self.costs: Sequence[float] = columns[1]
        """Of the cover of each item."""
        self.cluster_of: Sequence[int] = columns[2]
        self.cover_of: Sequence[int] = columns[3]
        self.beside_others = [index for index, size in enumerate(columns[4]) if size > 1]
        """The items of covers that have several."""
        self.places = [quantity[0] - start for quantity in self.quantities]
        """Where each item stands in its text."""
        self.closed = bytearray(len(self.costs))
        """Of each item 1 where it may no longer be paired."""
        self.decided = bytearray(len(clusters))
        self.used: list[int] = []
        self._paired: tuple[int, dict[tuple[Number, str], list[int]]] = 0, {}

    def paired(self) -> dict[tuple[Number, str], list[int]]:
        """Where the paired items of each value and unit stand, in order; made anew only where more were paired."""
        if self._paired[0] != len(self.used):
            places: dict[tuple[Number, str], list[int]] = {}
            for index in self.used:
                one = self.quantities[index]
                places.setdefault((one.low, one.unit), []).append(one.start)
            for starts in places.values():
                starts.sort()
            self._paired = len(self.used), places
        return self._paired[1]

    def take(self, index: int) -> None:
        """Pair an item, which decides for its cover."""
        cluster = self.cluster_of[index]
        self.used.append(index)
        self.closed[index] = 1
        if not self.decided[cluster]:
            self.decided[cluster] = 1
            if len(self.clusters[cluster].covers) > 1:
                cover = self.cover_of[index]
                for other in self.of_cluster(index):
                    # The other readings of its words are out of the question now.
                    if self.cover_of[other] != cover:
                        self.closed[other] = 1

    def of_cluster(self, index: int) -> range:
        """All items of the cluster of an item: they stand in a row."""
        cluster_of = self.cluster_of
        cluster, first, end, count = cluster_of[index], index, index + 1, len(cluster_of)
        while first and cluster_of[first - 1] == cluster:
            first -= 1
        while end < count and cluster_of[end] == cluster:
            end += 1
        return range(first, end)

    def left(self) -> list[int]:
        """Items still open; of undecided clusters those of the cheapest cover only."""
        # Where all is paired no item need be looked at.
        if 0 not in self.closed:
            return []
        return [
            index
            for index in range(len(self.closed))
            if not self.closed[index] and (not self.cover_of[index] or self.decided[self.cluster_of[index]])
        ]

    def cover(self, index: int) -> Sequence[Quantity]:
        """All expressions of the reading that an item belongs to."""
        return self.clusters[self.cluster_of[index]].covers[self.cover_of[index]].quantities
