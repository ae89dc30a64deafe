"""English text to clusters of tokens: where one begins, how far it goes, and in how many ways it can be cut."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.quantities import numeral_en
from duizhao.validator.quantities.lexicon import Sense
from duizhao.validator.quantities.lexicon.classes import BIT, mask
from duizhao.validator.quantities.tokens import MOST_TOKENS, Lexed, Token, Variant, only
from duizhao.validator.quantities.tokens_en.among import among, side
from duizhao.validator.quantities.tokens_en.before import words_before
from duizhao.validator.quantities.tokens_en.numerals import figure_at, spoken_at
from duizhao.validator.quantities.tokens_en.shared import ENDS, GAP, NUM, TO, UNIT
from duizhao.validator.quantities.tokens_en.signs import comma_at, dash_at
from duizhao.validator.quantities.tokens_en.starts import next_start
from duizhao.validator.quantities.tokens_en.stretch import EnglishStretch
from duizhao.validator.quantities.tokens_en.tables import names_period
from duizhao.validator.quantities.tokens_en.words import word_at

_LOOSE = mask("TO|AND|COMMA|OR|OF|THE|ART|BETWEEN|OUTOF|BI|PRE|NOT|CUR|DI|SPAN|OTHER")
"""What a cluster does not end with, unless it is one of the next as well."""
_KEEP = mask("POST|UNIT|PCT|AMPM|HOURU|MONTH|DECADE|REL")
_HEADS = mask("EACH|NUM|ORD|MONTH|WEEKDAY|REL|FACTOR|CLOCK|DECADE|CODE|AMPM|HALF|IMPLIED|MARKER|SPAN|ART")
"""What a cluster says something with."""
_CAPITALIZED = frozenset(("may", "march", "mar", "dec", "sat", "sun", "wed", "august"))
"""Months and days only with a capital; other words begin no cluster, which spares looking at each may."""
_HE = (Sense("UNIT", "ge"),)


def lex(text: str, low: str, start: int, end: int) -> Iterator[Lexed]:
    """The clusters of `text[start:end]`, in order.

    Args:
        text: as it is written.
        low: the same as `plain.lower` gives it; made once for all stretches of a text.
        start: where to begin.
        end: where to stop.
    """
    stretch = EnglishStretch(text, low, start, end)
    at = start
    while (found := next_start(stretch, at)) is not None:
        begin, end = found
        if stretch.low[begin:end] in _CAPITALIZED and not stretch.text[begin].isupper():
            at = end
            continue
        lexed = _cluster(stretch, begin)
        if lexed is None:
            at = max(end, at + 1)  # at least one on, or the same place would be met for ever
            continue
        yield lexed
        at = stretch.floor = max(lexed.end, end)


def _cluster(stretch: EnglishStretch, at: int) -> Lexed | None:
    """The cluster that begins at a place, with the forks that were met in it as other ways to cut it."""
    forks: list[tuple[int, Token, float]] = []
    stretch.forks = forks
    chain = _chain(stretch, at, words_before(stretch, at))
    bits = 0
    for token in chain:
        bits |= token.mask
    # What only joins or qualifies says nothing; one of its forks may.
    if not bits & _HEADS:
        chain = []
    if not forks:
        return only(chain) if chain else None
    # as it stands it is dearer by what its forks cost
    dear = sum(cost for _, _, cost in forks)
    variants = [Variant(dear, tuple(chain))] if chain else []
    # one fork after the other: within one no further ones are opened
    stretch.forks = None
    named: list[Token] = []
    for place, token, _ in forks:
        if token.mask & BIT["NONE"]:
            named.append(token)
            continue
        kept = [one for one in chain if one.end <= min(place, token.start)]
        variants.append(Variant(0.0, tuple(_chain(stretch, token.end, [*kept, token]))))
    if named:
        rest = [one for one in chain if not any(one.start < name.end and name.start < one.end for name in named)]
        variants.append(Variant(0.0, tuple(sorted([*rest, *named], key=lambda one: one.start))))
    if not variants:
        return None
    begin = min(v.tokens[0].start for v in variants)
    return Lexed(begin, max(v.tokens[-1].end for v in variants), tuple(variants))


def _chain(stretch: EnglishStretch, where: int, tokens: list[Token]) -> list[Token]:
    """The tokens so far and those from a place on."""
    while where < stretch.stop and len(tokens) < MOST_TOKENS:
        token = _next(stretch, where, tokens[-1] if tokens else None)
        if token is None:
            token = _he(stretch, where, tokens) if len(tokens) > 1 else None
            if token is None and tokens:
                token = among(stretch, where, tokens[-1]) or side(stretch, where, tokens[-1])
            if token is None:
                break
        tokens.append(token)
        where = token.end
    while tokens and tokens[-1].mask & _LOOSE and not (tokens[-1].mask & _KEEP or names_period(tokens[-1].word)):
        tokens.pop()
    return tokens


def _he(stretch: EnglishStretch, where: int, tokens: list[Token]) -> Token | None:
    """The tenth of a sheng, which has the name of a pronoun: 3 sheng and 4 he."""
    if not stretch.low.startswith(" he", where) or stretch.low[where + 3 : where + 4].isalpha():
        return None
    amount = tokens[-1].mask & NUM and any(one.value("UNIT") in {"sheng", "dou"} for one in tokens[-3:-1])
    return Token(where + 1, where + 3, UNIT, (), _HE, "he") if amount else None


def _next(stretch: EnglishStretch, where: int, before: Token | None) -> Token | None:
    """The token behind another; None where the cluster ends."""
    low, at = stretch.low, where
    # One blank is the usual gap: the pattern is for the others.
    if low[at] == " " and at + 1 < stretch.stop and low[at + 1] not in " \n\t":
        at += 1
    elif low[at] in " \n\t":
        gap = GAP.match(low, at, stretch.stop)
        if gap is None:
            return None
        at = gap.end()
        if at >= stretch.stop:
            return None
    char = low[at]
    if char.isalpha():
        # Inside a word nothing begins.
        if at and low[at - 1].isalpha():
            return None
        return spoken_at(stretch, at, before)
    if char.isdecimal():
        return figure_at(stretch, at, before)
    if char in numeral_en.VULGAR or (
        # .5 and '58; the 5 of 3.5 belongs to its 3.
        char in ".'" and low[at + 1 : at + 2].isdecimal() and (not at or not low[at - 1].isalnum())
    ):
        return figure_at(stretch, at, before)
    if before is None:
        return word_at(stretch, at)
    if char in "-–—~":
        return dash_at(stretch, at, before, spaced=at > where)
    if char == "/" and before.mask & NUM:
        return (
            # 1958/59; other strokes are of fractions and identifiers.
            Token(at, at + 1, TO, (), (), "/")
            if low[at + 1 : at + 2].isdecimal() and before.mask & BIT["YEAR4"]
            else None
        )
    if char in {",", ";"}:
        return comma_at(stretch, at)
    # "five catties (jin)": the gloss is no part of the amount.
    if char == "(" and before.mask & ENDS and low[at + 1 : at + 2].isalpha():
        return None
    return word_at(stretch, at)
