"""Texts to quantities: tokens, their covers by the grammar, and what these say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from duizhao.validator.quantities.grammar.plan import MARGIN, Edge, Grammar, Path, Segment
from duizhao.validator.quantities.grammar.row import Question, Reading, Text
from duizhao.validator.quantities.grammar.rows import ROWS
from duizhao.validator.quantities.model import Cluster, Cover, Quantity
from duizhao.validator.quantities.tokens import Lexed, Token, Variant
from duizhao.validator.quantities.tokens_en.lexer import lex as lex_english
from duizhao.validator.quantities.tokens_en.plain import lower
from duizhao.validator.quantities.tokens_zh.lexer import lex as lex_chinese

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
        low, lexed_all = text, lex_chinese(text, start, stop)
    else:
        low, lexed_all = lower(text), lex_english(text, start, stop)
    context = Text(text, low, language, year)
    rules = grammar(language)
    found: list[Cluster] = []
    for lexed in lexed_all:
        found += _remembered(context, rules, lexed)
    return found


# ---------------------------------------------------------------- memory


class _Memory(NamedTuple):
    """What a cluster of tokens was found to say, and what it depends on besides them."""

    start: int
    variants: tuple[Variant, ...]
    year: int | None
    """Of the issue; -1 where it was not asked for."""
    answers: tuple[tuple[Question, int, int, object], ...]
    clusters: tuple[Cluster, ...]


_ANY = -1
_MOST_MEMORIES = 10000
_memories: dict[str, dict[str, _Memory]] = {"zh": {}, "en": {}}


def _remembered(context: Text, rules: Grammar, lexed: Lexed) -> Sequence[Cluster]:
    """The clusters of some tokens, from memory where the same have been read elsewhere: 一个, one of, 1958年."""
    start, end, variants = lexed
    known = _memories[context.language]
    words = context.text_of(start, end)
    memory = known.get(words)
    if memory is not None:
        at, cut, year, answers, clusters = memory
        away = start - at
        if (
            year in (_ANY, context.issue)
            and _alike(cut, variants, away)
            and (not answers or context.agrees(answers, away))
        ):
            return [_moved(cluster, away) for cluster in clusters] if away else clusters
    context.forget()
    found = tuple(_clusters(context, rules, lexed))
    if not context.looked:
        if len(known) > _MOST_MEMORIES:
            known.clear()
        answers = tuple([(*asked, answer) for asked, answer in context.answers.items()])
        known[words] = _Memory(start, variants, context.issue if context.asked else _ANY, answers, found)
    return found


def _alike(some: tuple[Variant, ...], others: tuple[Variant, ...], away: int) -> bool:
    """Whether the same words are cut in the same way so far away, into tokens of the same meanings."""
    if len(some) != len(others):
        return False
    for (cost, tokens), (price, marks) in zip(some, others):  # noqa: B905  as many
        if cost != price or len(tokens) != len(marks):
            return False
        for one, other in zip(tokens, marks):  # noqa: B905  as many
            if (
                one[0] + away != other[0]
                or one[1] + away != other[1]
                or one[2] != other[2]
                or (one[3] is not other[3] and one[3] != other[3])
                or (one[4] is not other[4] and one[4] != other[4])
            ):
                return False
    return True


def _moved(cluster: Cluster, away: int) -> Cluster:
    start, end, covers = cluster
    moved = [
        _new(Cover, (cost, tuple([_new(Quantity, (q[0] + away, q[1] + away, *q[2:])) for q in some]), name))
        for cost, some, name in covers
    ]
    return _new(Cluster, (start + away, end + away, tuple(moved)))


_new = tuple.__new__


# ---------------------------------------------------------------- covers


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


_TELLING = itemgetter(
    *map(Quantity._fields.index, ("kind", "low", "high", "approx", "unit", "date", "relation", "soft", "weak"))
)


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


_COST = itemgetter(0)
_NOTHING = [Cover(0.0, ())]
_UNLIMITED = float("inf")


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
        if q.start < one.end
        and one.start < q.end
        and q.date is None
        and one.date is None
        and q.unit == one.unit
        and (q.low, q.high) != (one.low, one.high)
    ]
    return one._replace(others=tuple(dict.fromkeys((*one.others, *others)))) if others else one
