"""What was read once is kept: 一个, one of, 1958年 and most other tokens stand in texts many times."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from duizhao.validator.quantities.covers import clusters_of
from duizhao.validator.quantities.grammar.plan import Grammar
from duizhao.validator.quantities.grammar.row import Question, Text
from duizhao.validator.quantities.model import Cluster, Cover, Quantity
from duizhao.validator.quantities.tokens import Lexed, Variant


class _Memory(NamedTuple):
    """What a cluster of tokens was found to say, and what it depends on besides them."""

    start: int
    variants: tuple[Variant, ...]
    year: int | None
    """Of the issue; -1 where it was not asked for."""
    answers: tuple[tuple[Question, int, int, object], ...]
    clusters: tuple[Cluster, ...]


_ANY = -1
_MOST_MEMORIES = 4000
"""Of a language; then all are forgotten, so that a run over many files does not grow."""
memories: dict[str, dict[str, _Memory]] = {"zh": {}, "en": {}}
"""By language, and by the characters of the tokens."""
_new = tuple.__new__  # quicker than the class


def remembered(context: Text, rules: Grammar, lexed: Lexed) -> Sequence[Cluster]:
    """The clusters of some tokens, from memory where the same have been read elsewhere: 一个, one of, 1958年."""
    start, end, variants = lexed
    known = memories[context.language]
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
    found = tuple(clusters_of(context, rules, lexed))
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
            start, end, bits, numerals, senses, _ = one
            begin, stop, mask, values, meanings, _ = other
            if (
                start + away != begin
                or end + away != stop
                or bits != mask
                or (numerals is not values and numerals != values)
                or (senses is not meanings and senses != meanings)
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
