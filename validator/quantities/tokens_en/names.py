"""Names and idioms around a numeral that counts nothing."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.tokens import Token
from duizhao.validator.quantities.tokens_en.shared import LINE
from duizhao.validator.quantities.tokens_en.stretch import EnglishStretch
from duizhao.validator.quantities.tokens_en.tables import BEFORE, NEXT

NAMED = 0.3
"""What a numeral costs more that stands in a name or idiom; two (six of one and half a dozen of the other) are more
than the margin of the grammar, so that nothing else is left of them.
"""
_NEVER = 1.0
"""And one that is a part of a name only, the 19 of covid-19: more than the margin, so that it is never read."""


def fork_name(stretch: EnglishStretch, key: str, at: int) -> None:
    """A phrase around a numeral that counts nothing: on the one hand, second to none."""
    low = stretch.low
    if stretch.forks is None:
        return
    # By the next word first: of the phrases with "one" in them few have that one behind it.
    known = stretch.tables.phrases[key]
    following = NEXT.match(low, at + len(key), stretch.stop)
    some = known.get(following[1], []) if following else []
    if BEFORE in known:
        previous = low[max(stretch.floor, at - LINE) : at].split()
        some = [*some, *known.get("<" + previous[-1] if previous else "<", ())]
    for before, rest, name in some:
        start, end = at - len(before), at + len(rest)
        if (
            start < stretch.floor
            or end > stretch.stop
            or not low.startswith(rest, at)
            or not low.startswith(before, start)
        ):
            continue
        if (low[end : end + 1].isalpha() and rest[-1].isalpha()) or (
            start and low[start - 1].isalpha() and low[start].isalpha()
        ):
            continue
        if (name.before and low.startswith(name.before, end)) or (name.after and low.endswith(name.after, 0, start)):
            continue
        stretch.fork(start, Token(start, end, BIT["NONE"], word=name.value), _NEVER if name.value == "never" else NAMED)
        return


_LOWER_BEFORE = regex(r"(?<![\w'’-])[a-z]+ [a-z]+ $")
"""Two words without capitals: what follows stands neither in a title nor at the head of a sentence."""


def in_name(stretch: EnglishStretch, at: int, end: int) -> bool:
    """Whether a numeral in words is part of a name: from Thousand Buddha Hill to the lake."""
    text = stretch.text
    # Thousand Buddha Hill: both words have capitals, and what stands before has none.
    if not text[at].isupper() or text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper():
        return False
    return _LOWER_BEFORE.search(text, max(stretch.start, at - 2 * LINE), at) is not None
