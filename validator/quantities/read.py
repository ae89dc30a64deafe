"""Texts to quantities: tokens, their covers by the grammar, and what these say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from duizhao.validator.quantities import tokens_en, tokens_zh
from duizhao.validator.quantities.grammar.plan import MARGIN, Edge, Grammar, Path, Segment
from duizhao.validator.quantities.grammar.row import Text
from duizhao.validator.quantities.grammar.rows import ROWS
from duizhao.validator.quantities.model import Cluster, Cover, Quantity
from duizhao.validator.quantities.tokens import Lexed, Token, Variant

MOST_COVERS = 5
_LONG = 2
"""Tokens from which on a segment may have more covers than a plan keeps."""


@lru_cache(maxsize=2)
def grammar(language: str) -> Grammar:
    """The grammar of a language, built at first use."""
    return Grammar(ROWS, language)


def clusters(
    text: str, language: str, start: int = 0, end: int | None = None, *, year: int | None = None
) -> list[Cluster]:
    """Every numeric expression of `text[start:end]` with its readings.

    Args:
        text: of that language.
        language: 'zh' or 'en'.
        start: where to begin.
        end: where to stop; None for the end of the text.
        year: of the issue, for units that changed; None where it is not known.
    """
    stop = len(text) if end is None else max(start, min(end, len(text)))
    if language == "zh":
        low, lexed_all = text, tokens_zh.lex(text, start, stop)
    else:
        low, lexed_all = tokens_en.lower(text), tokens_en.lex(text, start, stop)
    context = Text(text, low, language, year)
    rules = grammar(language)
    found: list[Cluster] = []
    for lexed in lexed_all:
        found += _clusters(context, rules, lexed)
    return found


def _clusters(context: Text, rules: Grammar, lexed: Lexed) -> Iterator[Cluster]:
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
    part = tokens[segment.i : segment.j]
    covers = list(_covers(context, part, segment.i, segment.paths, 0.0))
    if covers or len(part) < _LONG:
        return covers

    def holds(edge: Edge) -> bool:
        caught = dict(zip(edge.names, tokens[edge.i : edge.j], strict=True))
        return any(True for _ in edge.row.make(context, caught))

    masks = tuple([token.mask for token in tokens])
    return list(_covers(context, part, segment.i, rules.retry(masks, segment.i, segment.j, holds), 0.0))


def _varied(context: Text, rules: Grammar, variants: tuple[Variant, ...]) -> Iterator[Cluster]:
    """Clusters of text that can be cut in several ways: they part where all ways do."""
    plans = [(variant, rules.plan(tuple([token.mask for token in variant.tokens]))) for variant in variants]
    cuts: set[int] | None = None
    last = max(variant.tokens[-1].end for variant in variants)
    for variant, segments in plans:
        mine = {variant.tokens[segment.i].start for segment in segments}
        cuts = mine if cuts is None else cuts & mine
    first = min(variant.tokens[0].start for variant in variants)
    bounds = sorted({first, *(cuts or ()), last + 1})
    for low, high in zip(bounds, bounds[1:], strict=False):
        covers: list[Cover] = []
        for variant, segments in plans:
            groups = [s for s in segments if low <= variant.tokens[s.i].start < high]
            some: list[Cover] = [Cover(variant.cost, ())]
            for segment in groups:
                more = _read(context, rules, variant.tokens, segment) or [Cover(0.0, ())]
                some = sorted(
                    (Cover(a.cost + b.cost, a.quantities + b.quantities, b.name or a.name) for a in some for b in more),
                    key=lambda cover: cover.cost,
                )[:MOST_COVERS]
            if groups:
                covers += some
        cluster = _cluster(covers)
        if cluster is not None:
            yield cluster


def _cluster(covers: list[Cover]) -> Cluster | None:
    """The best of the covers, each reading once; None where nothing is read."""
    if not covers:
        return None
    if len(covers) > 1:
        covers.sort(key=_COST)
    floor = covers[0].cost
    kept: list[Cover] = []
    seen = set()
    for cover in covers:
        if cover.cost > floor + MARGIN or len(kept) == MOST_COVERS:
            break
        key = tuple([(q.kind, q.low, q.high, q.approx, q.unit, q.date, q.relation, q.soft, q.weak) for q in cover.quantities])
        if key not in seen:
            seen.add(key)
            kept.append(Cover(cover.cost - floor, cover.quantities, cover.name))
    spans = [(q.start, q.end) for cover in kept for q in cover.quantities]
    if not spans:
        return None
    return Cluster(min(a for a, _ in spans), max(b for _, b in spans), tuple(kept))


def _covers(
    context: Text, tokens: tuple[Token, ...], base: int, paths: tuple[Path, ...], extra: float
) -> Iterator[Cover]:
    """The covers of a segment, filled in with the values at this place."""
    made: dict[int, list[tuple[float, tuple[Quantity, ...]]]] = {}
    floor: float | None = None
    for path in paths:
        if floor is not None and path.cost > floor + MARGIN:
            break
        some: list[tuple[float, tuple[Quantity, ...]]] = [(path.cost + extra, ())]
        for edge in path.edges:
            readings = made.get(id(edge))
            if readings is None:
                caught = dict(zip(edge.names, tokens[edge.i - base : edge.j - base], strict=True))
                readings = made[id(edge)] = list(edge.row.make(context, caught))
            if not readings:
                some = []
                break
            some = [(cost + more, quantities + read) for cost, quantities in some for more, read in readings]
            if len(some) > MOST_COVERS:
                some = sorted(some, key=_COST)[:MOST_COVERS]
        for cost, quantities in some:
            if floor is None or cost < floor:
                floor = cost
            yield Cover(cost, quantities, path.name)


_COST = itemgetter(0)


def quantities(
    text: str, language: str, start: int = 0, end: int | None = None, *, year: int | None = None
) -> list[Quantity]:
    """Every numeric expression of a text in its likeliest reading, other values of it in `others`.

    Args:
        text: of that language.
        language: 'zh' or 'en'.
        start: where to begin.
        end: where to stop; None for the end of the text.
        year: of the issue; None where it is not known.
    """
    found: list[Quantity] = []
    for cluster in clusters(text, language, start, end, year=year):
        found += [_with_others(one, cluster) for one in cluster.covers[0].quantities]
    return found


def _with_others(one: Quantity, cluster: Cluster) -> Quantity:
    others = [
        (q.low, q.high)
        for cover in cluster.covers[1:]
        for q in cover.quantities
        if q.start < one.end and one.start < q.end and q.date is None and one.date is None and q.unit == one.unit
        and (q.low, q.high) != (one.low, one.high)
    ]
    return one._replace(others=tuple(dict.fromkeys((*one.others, *others)))) if others else one
