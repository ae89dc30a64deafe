"""What some tokens say: the covers of each of their segments by the grammar, filled in with the values at a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import itemgetter

from duizhao.validator.quantities.grammar.plan import MARGIN, Edge, Grammar, Path, Segment
from duizhao.validator.quantities.grammar.row import Reading, Text
from duizhao.validator.quantities.model import Cluster, Cover, Quantity
from duizhao.validator.quantities.tokens import Lexed, Token, Variant

MOST_COVERS = 5
"""Readings kept of a cluster: pairing tries each of them with each of the other side's."""
_LONG = 2
"""Tokens from which on a segment may have more covers than a plan keeps."""
_new = tuple.__new__
"""Makes a named tuple quicker than its class does; there is one for every reading of every text."""
_COST = itemgetter(0)
_TELLING = itemgetter(
    *map(Quantity._fields.index, ("kind", "low", "high", "approx", "unit", "date", "relation", "soft", "weak"))
)
"""What makes two readings differ; of those that agree in it the dearer is dropped."""
_NOTHING = [Cover(0.0, ())]
_UNLIMITED = float("inf")


def clusters_of(context: Text, rules: Grammar, lexed: Lexed) -> Iterator[Cluster]:
    """The clusters that some tokens fall into, each with its covers, the cheapest first."""
    if len(lexed.variants) == 1:
        tokens = lexed.variants[0].tokens
        for segment in rules.plan(tuple([token.mask for token in tokens])):
            cluster = _cluster(_read(context, rules, tokens, segment))
            if cluster is not None:
                yield cluster
        return
    yield from _varied(context, rules, lexed.variants)


def _read(context: Text, rules: Grammar, tokens: tuple[Token, ...], segment: Segment) -> list[Cover]:
    """The covers of a segment; where all the cheapest fall, those of the constructs that hold."""
    i, j, paths = segment
    part = tokens[i:j]
    covers = _covers(context, part, paths)
    if covers or j - i < _LONG:
        return covers

    def holds(edge: Edge) -> bool:
        return bool(_filled(context, part, edge))

    return _covers(context, part, rules.retry(tuple([token.mask for token in part]), holds))


def _varied(context: Text, rules: Grammar, variants: tuple[Variant, ...]) -> Iterator[Cluster]:
    """Clusters of text that can be cut in several ways: they part where all ways do."""
    plans = [(variant, rules.plan(tuple([token.mask for token in variant.tokens]))) for variant in variants]
    cuts: set[int] | None = None
    for variant, segments in plans:
        mine = {variant.tokens[segment.i].start for segment in segments}
        cuts = mine if cuts is None else cuts & mine
    first = min([variant.tokens[0].start for variant in variants])
    last = max([variant.tokens[-1].end for variant in variants])
    bounds = sorted({first, *(cuts or ()), last + 1})
    for low, high in pairwise(bounds):
        covers: list[Cover] = []
        for variant, segments in plans:
            tokens = variant.tokens
            groups = [segment for segment in segments if low <= tokens[segment.i].start < high]
            if groups:
                covers += _joined(variant.cost, [_read(context, rules, tokens, segment) for segment in groups])
        cluster = _cluster(covers)
        if cluster is not None:
            yield cluster


def _joined(cost: float, groups: Iterable[list[Cover]]) -> list[Cover]:
    """The cheapest covers of neighbouring segments, each with what its variant costs."""
    some = [Cover(cost, ())]
    for group in groups:
        more = group or _NOTHING
        some = [Cover(a.cost + b.cost, a.quantities + b.quantities, b.name or a.name) for a in some for b in more]
        if len(some) > 1:
            some = sorted(some, key=_COST)[:MOST_COVERS]
    return some


def _cluster(covers: list[Cover]) -> Cluster | None:
    """The best of the covers, each reading once; None where nothing is read."""
    if not covers:
        return None
    if len(covers) == 1:
        _, quantities, name = covers[0]
        kept = [Cover(0.0, quantities, name)]
    else:
        covers.sort(key=_COST)
        kept = _different(covers)
    spans = [q for cover in kept for q in cover[1]]
    if not spans:
        return None
    start, end = spans[0][:2]
    if len(spans) > 1:
        start, end = min([q[0] for q in spans]), max([q[1] for q in spans])
    return Cluster(start, end, tuple(kept))


def _different(covers: list[Cover]) -> list[Cover]:
    floor = covers[0].cost
    kept: list[Cover] = []
    seen: list[object] = []
    for cost, quantities, name in covers:
        if cost > floor + MARGIN or len(kept) == MOST_COVERS:
            break
        key = [_TELLING(q) for q in quantities]
        if key not in seen:
            seen.append(key)
            kept.append(_new(Cover, (cost - floor, quantities, name)))
    return kept


def _covers(context: Text, tokens: tuple[Token, ...], paths: tuple[Path, ...]) -> list[Cover]:
    """The covers of a segment, filled in with the values at this place."""
    if len(paths) == 1 and len(paths[0].edges) == 1:
        cost, edges, name = paths[0]
        return [_new(Cover, (cost + more, read, name)) for more, read in _filled(context, tokens, edges[0])]
    made: dict[int, list[Reading]] = {}
    found: list[Cover] = []
    limit = _UNLIMITED
    for price, edges, name in paths:
        if price > limit:
            break
        if (
            len(edges) == 1
            and (one := made.get(id(edges[0])) or _filled(context, tokens, edges[0]))
            and len(one) <= MOST_COVERS
        ):
            made[id(edges[0])] = one
            for more, read in one:
                found.append(_new(Cover, (price + more, read, name)))
                limit = min(limit, price + more + MARGIN)
            continue
        some: list[Reading] = [(price, ())]
        for edge in edges:
            readings = made.get(id(edge))
            if readings is None:
                readings = made[id(edge)] = _filled(context, tokens, edge)
            if not readings:
                break
            some = [(cost + more, quantities + read) for cost, quantities in some for more, read in readings]
            if len(some) > MOST_COVERS:
                some = sorted(some, key=_COST)[:MOST_COVERS]
        else:
            for cost, quantities in some:
                found.append(_new(Cover, (cost, quantities, name)))
                limit = min(limit, cost + MARGIN)
    return found


def _filled(context: Text, tokens: tuple[Token, ...], edge: Edge) -> list[Reading]:
    i, j, row, names = edge
    if j - i == 1:
        return list(row.make(context, {names[0]: tokens[i]}))
    return list(row.make(context, dict(zip(names, tokens[i:j]))))  # noqa: B905  as many names as tokens
