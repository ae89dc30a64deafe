"""The words and phrases of the lexicon at a place, where their neighbours do not forbid them."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.quantities.lexicon import LexiconEntry
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.tokens import Token, new_token
from duizhao.validator.quantities.tokens_en.shared import WORD
from duizhao.validator.quantities.tokens_en.stretch import EnglishStretch
from duizhao.validator.quantities.tokens_en.tables import lengths

_BLANK = regex(r"(?:[ \t]{1,12}(?:\n[ \t]{0,8})?|\n[ \t]{0,8})")
"""Blanks inside a phrase, which may go on in the next line."""


def word_at(stretch: EnglishStretch, at: int, name: str = "") -> Token | None:
    """The longest word or phrase that begins at a place; `name` is its first word, where that is known."""
    low = stretch.low
    if not name:
        first = WORD.match(low, at, stretch.stop)
        name = first[0] if first else low[at]
    known = stretch.tables.forward.get(name)
    if known is None:
        return None
    if known.alone is not None:
        return guarded(stretch, known.alone, at, at + len(name))
    longest, ways = lengths(name)
    limit = stretch.stop
    chunk = low[at : min(at + longest + 1, limit)]
    ends: list[int] | None = None
    if "  " in chunk or "\n" in chunk or "\t" in chunk:
        chunk, ends = _plainly(low, at, limit, longest)
    behind = len(name)
    for length in ways.get(chunk[behind : behind + 2]) or ways[""]:
        entry = known.entries.get(chunk[:length])
        if entry is None or length > len(chunk):
            continue
        end = at + length if ends is None else ends[length]
        if end > limit:
            continue
        word = entry.word
        # m of miles
        if "a" <= word[-1] <= "z" and end < limit and "a" <= low[end] <= "z":
            continue
        token = guarded(stretch, entry, at, end)
        # A single word has no shorter one in it to fall back on.
        if token is not None or " " not in low[at:end]:
            return token
        limit = end - 1  # what the neighbours forbid gives way to a shorter word
    return None


def _plainly(low: str, at: int, stop: int, longest: int) -> tuple[str, list[int]]:
    """The text from a place on with single blanks, and where each length of it ends."""
    chars: list[str] = []
    ends = [at]
    while at < stop and len(chars) < longest:
        blank = _BLANK.match(low, at, stop)
        chars.append(low[at] if blank is None else " ")
        at = at + 1 if blank is None else blank.end()
        ends.append(at)
    return "".join(chars), ends


def guarded(stretch: EnglishStretch, entry: LexiconEntry, start: int, end: int) -> Token | None:
    """A word in those of its meanings that its neighbours allow."""
    if entry.mask & BIT["MONTH"] and not _is_month(stretch, entry.word, start, end):
        return None
    if not entry.guarded:
        return new_token((start, end, entry.mask, (), entry.senses, entry.word))
    low = stretch.low
    senses = tuple(
        [
            sense
            for sense in entry.senses
            if not (
                sense.before
                and low.startswith(sense.before, end)
                and not (sense.but and low.startswith(sense.but, end))
            )
            and not (sense.after and low.endswith(sense.after, 0, start))
        ]
    )
    bits = 0
    for sense in senses:
        bits |= BIT[sense.cls]
    return new_token((start, end, bits, (), senses, entry.word)) if senses else None


_DOUBTFUL_MONTHS = frozenset(
    [
        "may",
        "march",
        "mar",
        "mar.",
        "sep",
        "sep.",
        "dec",
        "dec.",
        "jan",
        "jan.",
        "feb",
        "feb.",
        "jun",
        "jun.",
        "jul",
        "jul.",
        "aug",
        "aug.",
        "oct",
        "oct.",
        "nov",
        "nov.",
        "apr",
        "apr.",
        "sept",
        "sept.",
    ]
)
"""Months that are other words, or names, as well, and the short forms; they need a neighbour that says so."""
_MONTH_AFTER = regex(
    r"\.? ?\d|,? (?:of|1[0-9]\d\d|20\d\d|the \d|day)\b|\.? \d|-\d|[-–/ ](?:to )?(?:[a-z]{3,9}\.? \d)| (?:first|second|third|[a-z]+th|twenty-[a-z]+)\b"
)
_MONTH_BEFORE = regex(
    r"(?:\b(?:in|of|since|by|from|until|till|to|during|last|this|next|early|mid|late|and|between|before|after|for|through|or|each|every|around|past)|\d(?:st|nd|rd|th)?,?|mid-|[a-z](?:st|nd|rd|th)|[(\[,]|^|\n|[-–])[ -]?$"
)
_LONGEST_BEFORE = 12
"""More characters than the longest of these words has with a blank."""


def _is_month(stretch: EnglishStretch, word: str, start: int, end: int) -> bool:
    """May, March and the short forms are months only in capitals, and by their neighbours."""
    if not stretch.text[start].isupper():
        return False
    if word not in _DOUBTFUL_MONTHS:
        return True
    return (
        _MONTH_AFTER.match(stretch.low, end) is not None
        or _MONTH_BEFORE.search(stretch.low, max(0, start - _LONGEST_BEFORE), start) is not None
        or (word == "may" and stretch.low[max(0, start - 4) : start] == "the ")  # the May plan: no verb stands there
    )
