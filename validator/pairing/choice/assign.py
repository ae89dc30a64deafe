"""Who belongs to whom: the cheapest pairing of two lists, and where one text is in the other.

The pairing of short lists is optimal: the shortest-augmenting-path form of the Hungarian method (Jonker and Volgenant,
"A Shortest Augmenting Path Algorithm for Dense and Sparse Linear Assignment Problems", Computing 38, 1987).  Long
lists, which no slip of a pen makes, are paired cheapest first among neighbours.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

Cost = Callable[[int, int], float | None]

LARGEST = 48
"""Lists longer than this are not paired freely: the method is cubic."""
_NEAR = 24
"""Columns on either side of a row's own place that it is compared with; both sides together are `LARGEST`."""


def assign(rows: int, columns: int, cost: Cost, gap: float) -> list[tuple[int, int]]:
    """The cheapest pairing of rows with columns.

    Args:
        rows: how many there are on the left.
        columns: how many there are on the right.
        cost: of pairing a row with a column; None where they cannot be paired.
        gap: the cost of leaving a row and a column without a partner; a dearer pair is not made.

    Returns:
        Pairs of a row and a column, by row.
    """
    if not rows or not columns:
        return []
    # One against one needs no table.
    if rows == 1 and columns == 1:
        only = cost(0, 0)
        return [(0, 0)] if only is not None and only < gap else []
    if max(rows, columns) > LARGEST:
        return _cheapest_first(rows, columns, cost, gap)
    table = [[_or_gap(cost(i, j), gap) for j in range(columns)] for i in range(rows)]
    if rows > columns:
        turned = [[table[i][j] for i in range(rows)] for j in range(columns)]
        return sorted((i, j) for j, i in _hungarian(turned) if table[i][j] < gap)
    return [(i, j) for i, j in _hungarian(table) if table[i][j] < gap]


def _or_gap(value: float | None, gap: float) -> float:
    return gap if value is None or value > gap else value


def _cheapest_first(rows: int, columns: int, cost: Cost, gap: float) -> list[tuple[int, int]]:
    found = []
    for i in range(rows):
        centre = i * columns // rows
        for j in range(max(0, centre - _NEAR), min(columns, centre + _NEAR + 1)):
            price = cost(i, j)
            if price is not None and price < gap:
                found.append((price, i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(found):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return sorted(pairs.items())


def _hungarian(table: list[list[float]]) -> list[tuple[int, int]]:
    """The cheapest full assignment of rows to columns; there are no more rows than columns."""
    rows, columns = len(table), len(table[0])
    row_price = [0.0] * (rows + 1)
    column_price = [0.0] * (columns + 1)
    owner = [0] * (columns + 1)  # of each column, rows and columns counted from 1
    for row in range(1, rows + 1):
        owner[0] = row
        _augment(table, row_price, column_price, owner)
    return sorted((owner[j] - 1, j - 1) for j in range(1, columns + 1) if owner[j])


def _augment(table: list[list[float]], row_price: list[float], column_price: list[float], owner: list[int]) -> None:
    """Give one more row its column along the cheapest alternating path."""
    columns = len(column_price) - 1
    reach = [float("inf")] * (columns + 1)
    came_from = [0] * (columns + 1)
    done = [False] * (columns + 1)
    column = 0
    while owner[column]:
        done[column] = True
        row, delta, nearest = owner[column], float("inf"), 0
        costs, price = table[row - 1], row_price[row]
        for j in range(1, columns + 1):
            if done[j]:
                continue
            reduced = costs[j - 1] - price - column_price[j]
            if reduced < reach[j]:
                reach[j], came_from[j] = reduced, column
            if reach[j] < delta:
                delta, nearest = reach[j], j
        for j in range(columns + 1):
            if done[j]:
                row_price[owner[j]] += delta
                column_price[j] -= delta
            else:
                reach[j] -= delta
        column = nearest
    while column:
        owner[column] = owner[came_from[column]]
        column = came_from[column]


class Correspondence:
    """Where an offset of one text is to be expected in the other: linear between points known to correspond."""

    def __init__(self, ends: tuple[int, int], points: Sequence[tuple[int, int]]) -> None:
        """Begin.

        Args:
            ends: the lengths of both texts.
            points: offsets that correspond, in any order; those that cross others are left out.
        """
        kept = _increasing(sorted(set(points))) if points else ()
        self._left = [0, *(left for left, _ in kept), ends[0]]
        self._right = [0, *(right for _, right in kept), ends[1]]

    def __call__(self, offset: int) -> float:
        """The offset of the second text that belongs to an offset of the first."""
        at = min(bisect_right(self._left, offset), len(self._left) - 1)
        left, right = self._left[at - 1], self._right[at - 1]
        width = self._left[at] - left
        if width <= 0:
            return float(right)
        return right + (offset - left) * (self._right[at] - right) / width


def _increasing(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of points that grow on both sides (patience sorting)."""
    rights = [right for _, right in points]
    # Texts told in the same order need no search for the longest run.
    if rights == sorted(rights):
        return points
    tails: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, (_, right) in enumerate(points):
        at = bisect_right(tails, right)
        before.append(tops[at - 1] if at else -1)
        if at == len(tails):
            tails.append(right)
            tops.append(index)
        else:
            tails[at], tops[at] = right, index
    run = []
    index = tops[-1] if tops else -1
    while index >= 0:
        run.append(points[index])
        index = before[index]
    return run[::-1]
