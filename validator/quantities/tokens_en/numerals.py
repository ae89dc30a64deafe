"""Numerals at a place, in figures and in words."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.quantities import numeral_en
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.numeral import MAX_DIGITS
from duizhao.validator.quantities.tokens import Token, new_token
from duizhao.validator.quantities.tokens_en.codes import code_at
from duizhao.validator.quantities.tokens_en.names import NAMED, fork_name, in_name
from duizhao.validator.quantities.tokens_en.shapes import may_have_shape, shape_at
from duizhao.validator.quantities.tokens_en.shared import CODE, DECADE_WORDS, WORD
from duizhao.validator.quantities.tokens_en.stretch import EnglishStretch
from duizhao.validator.quantities.tokens_en.words import word_at

_DIGITS = regex(r"[0-9]+")
_RELAY = regex(r"\d{1,2} [x×] (?:50|[1248]00|1500)(?: ?m(?:et(?:er|re)s?)?\b)?")
"""4 x 100 meters: the name of a race."""
_CLEAR = frozenset(' \n\t%)(;,$£€"“”')
"""Between these a few figures are a number and nothing else, as nearly all are."""


def figure_at(stretch: EnglishStretch, at: int, before: Token | None) -> Token | None:
    """What figures are: a time, a date, a race, an identifier, and otherwise a number."""
    low = stretch.low
    run = _DIGITS.match(low, at, stretch.stop)
    end = run.end() if run else at
    char = low[end : end + 1]
    if may_have_shape(low, at, end):
        # over-60s are people, no decade
        bound = char == "s" and low.endswith(("over-", "under-"), 0, at)
        if not bound and (shape := shape_at(low, at, stretch.stop)) is not None:
            return shape
        if low[at] == "'":
            return None
    # Only what begins an expression can head an item: 1. and (1).
    if before is None and char and char in ".)":
        _marked(stretch, at)
    # 4 x 100 meters: the sign is looked for before the pattern.
    if char == " " and low[end + 1 : end + 2] in "x×" and (relay := _RELAY.match(low, at, stretch.stop)) is not None:
        return Token(at, relay.end(), CODE)
    previous = low[at - 1] if at > stretch.floor else " "
    if end - at <= MAX_DIGITS and previous in _CLEAR and (not char or char in _CLEAR):
        return numeral_at(stretch, at)
    code = code_at(stretch, at, before.end if before else stretch.floor)
    return numeral_at(stretch, at) if code is None else code


_MARK = regex(r"(?:\(([0-9]{1,2}|[ivx]{1,4})\)|([0-9]{1,2})[.)])(?= ?[A-Za-z(\"“'])")


def _marked(stretch: EnglishStretch, at: int) -> None:
    """(1), 1. at the head of a line: a marker beside the number."""
    low = stretch.low
    start = at - 1 if at > stretch.floor and low[at - 1] == "(" else at
    line = start
    while line > stretch.floor and low[line - 1] in " \t":
        line -= 1
    found = _MARK.match(low, start, stretch.stop)
    if found and (line == 0 or low[line - 1] in "\n.;:,") and found[0][0] == low[start]:
        # A little: where all else is equal, it is a marker.
        stretch.fork(at, Token(start, found.end(), BIT["MARKER"], word=found[1] or found[2]), 0.05)


_MODEL = regex(r"[A-Z]{1,3}[-–—][0-9]{1,4}[A-Z]?(?![A-Za-z0-9])")
"""M-113, T-34: the name of a make."""
_LONGEST_MODEL = 3
"""Its letters: longer words are not looked at as one."""


def spoken_at(stretch: EnglishStretch, at: int, before: Token | None) -> Token | None:
    """What a word is: the name of a make, a numeral in words or in Roman figures, a word of the lexicon."""
    low = stretch.low
    word = WORD.match(low, at, stretch.stop)
    if word is None:
        return None
    name = word[0]
    if (
        len(name) <= _LONGEST_MODEL
        and stretch.text[at].isupper()
        and (model := _MODEL.match(stretch.text, at, stretch.stop))
    ):
        return Token(at, model.end(), CODE)
    if name in stretch.tables.phrases:
        fork_name(stretch, name, at)
    elif name not in stretch.tables.spoken and (name[0] not in "ivxlc" or not stretch.text[at].isupper()):
        return None
    if name in DECADE_WORDS:
        return Token(at, word.end(), BIT["DECADE"], (), (), str(DECADE_WORDS[name]))
    if name in numeral_en.HEADS or name in {"a", "an"}:
        token = numeral_at(stretch, at)
        if token is not None and not token.mask & BIT["ORD"] and in_name(stretch, at, token.end):
            stretch.fork(at, Token(at, token.end, BIT["NONE"], word=""), NAMED)
        other = word_at(stretch, at, name) if name in stretch.tables.forward else None
        if token is None or (other is not None and other.end >= token.end):
            if token is not None and other is not None and other.end == token.end:
                return token._replace(mask=token.mask | other.mask, senses=other.senses, word=other.word)
            return other
        return token
    if (
        name[0] in "ivxlc"
        and stretch.text[at].isupper()
        and (
            len(name) > 1
            or (name in "ivx" and before is not None and before.mask & BIT["DI"] and not _masked(name, before))
        )
    ):
        found = numeral_en.roman(low, at)
        if found is not None and stretch.text[at : found.end].isupper():
            return Token(at, found.end, found.numerals[0].mask, found.numerals)
    return word_at(stretch, at, name)


_MASKS = frozenset(
    [
        "group",
        "team",
        "unit",
        "brigade",
        "division",
        "regiment",
        "company",
        "factory",
        "workshop",
        "mine",
        "area",
        "district",
    ]
)
"""What a reporter calls X because it must not be named: "made by Group X" of 某某小组制."""


def _masked(name: str, before: Token) -> bool:
    """Whether a single X stands for what is not told, and is no ten."""
    return name == "x" and before.word in _MASKS


def numeral_at(stretch: EnglishStretch, at: int) -> Token | None:
    """The numeral at a place; a shorter reading of it is a fork."""
    found = numeral_en.read(stretch.low, at)
    if len(found) != 1 or found[0].end > stretch.stop:
        found = [one for one in found if one.end <= stretch.stop]
        if not found:
            return None
    # Phrases with a figure in them are few: 24/7, 9/11.
    if stretch.low[at].isdecimal() and stretch.low[at] in stretch.tables.phrases:
        fork_name(stretch, stretch.low[at], at)
    if len(found) > 1 and stretch.low.startswith(") ", at - _BRACKET):
        found = _said_again(stretch.low, at, found)
    if len(found) > 1 and stretch.forks is not None:
        stretch.fork(at, _token(at, found[1]), 0.0)
    return _token(at, found[0])


_BRACKET = 2
_IN_BRACKETS = regex(r"\(([0-9]{2,4})\) $")


def _said_again(low: str, at: int, found: list[numeral_en.Found]) -> list[numeral_en.Found]:
    """The reading that says the figures before it once more, one by one, if there is one: (24) Two Four."""
    figures = _IN_BRACKETS.search(low, max(0, at - 7), at)
    value = int(figures[1]) if figures else None
    again = [one for one in found if one.numerals[0].low == value]
    return [one._replace(numerals=tuple(n._replace(cost=0.0) for n in one.numerals)) for one in again] or found


def _token(at: int, found: numeral_en.Found) -> Token:
    bits = 0
    for one in found.numerals:
        bits |= one.mask
    return new_token((at, found.end, bits, found.numerals, (), ""))
