"""An article of a half, looked at as a whole: what it is compared by, and what it is known by."""

from __future__ import annotations

from typing import NamedTuple

from duizhao.schema.readers.figures import chinese_figures, chinese_ordinals, english_figures, english_ordinals
from duizhao.schema.readers.issues.halves import MOST_CHARACTERS, HalfArticle
from duizhao.schema.readers.issues.known_by import said_in_chinese
from duizhao.schema.readers.issues.likeness import Measure

_UNREAD = Measure((), (), None, unread=True)


class LookedAt(NamedTuple):
    """What is kept of an article of the original."""

    measure: Measure
    said: str
    """A hash of what it says."""


def looked_at(text: str, article: HalfArticle) -> LookedAt:
    """Look at an article of the original; one that is too large is refused."""
    seen = _words_of(text, article)
    if seen is None:
        return LookedAt(_UNREAD, "")
    words = "\n".join(seen.lines)
    measure = Measure(seen.lengths, _marks(chinese_figures(words), chinese_ordinals(words)), article.page)
    # Whether its last line names a section the translation decides; what it is known by must not hang on that.
    return LookedAt(measure, said_in_chinese(seen.lines[:-1] if article.tail else seen.lines))


def measured(text: str, article: HalfArticle) -> Measure:
    """What an article of the translation is compared by; one that is too large is refused."""
    seen = _words_of(text, article)
    if seen is None:
        return _UNREAD
    words = "\n".join(seen.lines)
    return Measure(seen.lengths, _marks(english_figures(words), english_ordinals(words)), article.page)


def _marks(figures: frozenset[int], ordinals: frozenset[int]) -> tuple[int, ...]:
    return tuple(figures.union([-ordinal for ordinal in ordinals]))


class _Words(NamedTuple):
    lines: list[str]
    """All of an article, in order."""
    lengths: tuple[int, ...]
    """As `Measure` has them."""


def _words_of(text: str, article: HalfArticle) -> _Words | None:
    """The words of an article, made once; None for one that is refused."""
    if article.refused:
        return None
    parts = article.parts()
    lines = [block.words(text) for block in parts]
    if (length := sum(map(len, lines))) > MOST_CHARACTERS:
        article.refuse(f"{length:,} characters, of at most {MOST_CHARACTERS:,}")
        return None
    lengths = {block: len(words) for block, words in zip(parts, lines, strict=True)}
    headline = lengths[article.headline] if article.headline else 0
    return _Words(lines, (headline, *[lengths[block] for block in article.body]))
