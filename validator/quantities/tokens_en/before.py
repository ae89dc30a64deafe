"""The words before a numeral."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.quantities.lexicon import LexiconEntry
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.tokens import Token
from duizhao.validator.quantities.tokens_en.glued import is_signed
from duizhao.validator.quantities.tokens_en.shared import LINE
from duizhao.validator.quantities.tokens_en.stretch import EnglishStretch
from duizhao.validator.quantities.tokens_en.words import guarded


def words_before(stretch: EnglishStretch, at: int) -> list[Token]:
    """The words before a numeral, up to three: over, No., US$.

    No text needs more; without an end a row of them would be walked back from each numeral.
    """
    low, where = stretch.low, at
    tokens: list[Token] = []
    while len(tokens) < 3 and where > stretch.floor:
        edge = where
        char = low[edge - 1]
        # mid-1958
        if char == "-" and edge - 2 >= stretch.floor and low[edge - 2].isalpha():
            edge -= 1
        elif char in " \t":
            while edge > stretch.floor and low[edge - 1] in " \t" and edge > where - 12:
                edge -= 1
            if edge > stretch.floor and low[edge - 1] == "\n":
                edge -= 1
        elif char == "\n":
            edge -= 1
        # RM2 has its currency right before it; in N95 the letter is a part of the name.
        elif char.isalpha() and (low[where].isalpha() or not is_signed(stretch, where)):
            break
        if edge <= stretch.floor:
            break
        token = _ending_at(stretch, edge, where)
        if token is None:
            break
        tokens.append(token)
        where = token.start
    tokens.reverse()
    return tokens


_LAST = regex(r"^.*[^a-z.$](?=[a-z.$]+$)")
"""All before the last word of what is glued together: (US$."""
_NOBODY: tuple[tuple[str, ...], tuple[LexiconEntry, ...]] = ((), ())


def _ending_at(stretch: EnglishStretch, edge: int, where: int) -> Token | None:
    """The word that ends at a place, before a numeral that begins at the same place or behind a blank."""
    low = stretch.low
    chunk = low[max(low.rfind(" ", max(stretch.floor, edge - LINE), edge) + 1, stretch.floor, edge - LINE) : edge]
    if chunk not in stretch.tables.backward:
        # Nearly all words that stand before a number are in no table, and have no sign to cut off.
        if chunk.isalpha():
            return None
        cut = max(chunk.rfind("\n"), chunk.rfind("("), chunk.rfind('"'), chunk.rfind("“"), chunk.rfind("["))
        chunk = chunk[cut + 1 :]
    if not chunk:
        return None
    if chunk[-1] in "-+" and edge == where:
        # 5-3 is no minus three.
        free = edge - 2 < stretch.floor or low[edge - 2] in " (\n[,;:=$£€"
        return Token(edge - 1, edge, BIT["NEG"], (), (), "-") if free and chunk[-1] == "-" else None
    keys = (chunk,) if chunk.isalpha() else (chunk, chunk.lstrip("'–-—.&/+"), _LAST.sub("", chunk), chunk[-1])
    for key in keys:
        words, entries = stretch.tables.backward.get(key, _NOBODY)
        if not low.endswith(words, stretch.floor, edge):
            continue
        for entry in entries:
            begin = edge - len(entry.word)
            if begin < stretch.floor or not low.startswith(entry.word, begin):
                continue
            if entry.word[0].isalpha() and begin and (low[begin - 1].isalnum()):
                continue
            token = guarded(stretch, entry, begin, edge)
            if token is not None:
                return token
    return None
