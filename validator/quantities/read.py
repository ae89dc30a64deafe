"""Texts to quantities: tokens, their covers by the grammar, and what these say."""

from __future__ import annotations

from functools import lru_cache

from duizhao.validator.quantities.grammar.plan import Grammar
from duizhao.validator.quantities.grammar.row import Text
from duizhao.validator.quantities.grammar.rows import ROWS
from duizhao.validator.quantities.memory import remembered
from duizhao.validator.quantities.model import Cluster, Quantity
from duizhao.validator.quantities.tokens_en.lexer import lex as lex_english
from duizhao.validator.quantities.tokens_en.plain import lower
from duizhao.validator.quantities.tokens_zh.lexer import lex as lex_chinese


@lru_cache(maxsize=2)  # one for each language
def grammar(language: str) -> Grammar:
    """The grammar of a language, built at first use."""
    return Grammar(ROWS, language)


def clusters(
    text: str, language: str, start: int = 0, end: int | None = None, *, year: int | None = None, low: str | None = None
) -> list[Cluster]:
    """Every numeric expression of `text[start:end]` with its readings.

    Args:
        text: of that language.
        language: 'zh' or 'en'.
        start: where to begin.
        end: where to stop; None for the end of the text.
        year: of the issue, for units that changed; None where it is not known.
        low: what `lower` makes of an English text, from whoever reads many stretches of it; None to make it here.
    """
    stop = len(text) if end is None else max(start, min(end, len(text)))
    if language == "zh":
        low, lexed_all = text, lex_chinese(text, start, stop)
    else:
        low = lower(text) if low is None else low
        lexed_all = lex_english(text, low, start, stop)
    context = Text(text, low, language, year)
    rules = grammar(language)
    found: list[Cluster] = []
    for lexed in lexed_all:
        found += remembered(context, rules, lexed)
    return found


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
