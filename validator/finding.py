"""What a rule has to say, and where."""

from __future__ import annotations

import hashlib
from enum import IntEnum
from typing import Any, NamedTuple

from duizhao.regex import regex
from duizhao.source import Source, Span

RULE_CODE = regex(r"[A-Z][0-9]{3}")
"""The letter of a family and three digits."""


class Severity(IntEnum):
    """How much it matters; ordered."""

    INFO = 1
    """Worth a look."""
    WARNING = 2
    """Probably wrong."""
    ERROR = 3
    """A reader is misled about a fact, or the file breaks the format."""

    @property
    def word(self) -> str:
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> Severity:
        """The severity of that name; KeyError where there is none."""
        return cls[word.upper()]


class Place(NamedTuple):
    """A stretch of a file, for people: lines and columns from 1, columns in Unicode characters, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    path: str = ""
    """The file, '' where it is that of the finding: an original may stand in the page of its issue."""

    @classmethod
    def of(cls, source: Source, span: Span) -> Place:
        start = source.position(span.start)
        end = source.end_position(span.end)
        words = source.text[span.start : span.end]
        return cls(start.line, start.column, end.line, end.column, words, source.beside(span.start))

    def document(self) -> dict[str, Any]:
        """As JSON data."""
        document = self._asdict()
        if not self.path:
            del document["path"]
        return document


class Finding(NamedTuple):
    """One finding; `en` or `zh` is None where that side has no counterpart, both where it concerns the whole file."""

    rule: str
    name: str
    severity: Severity
    path: str
    message: str
    en: Place | None
    zh: Place | None
    fingerprint: str
    """Anchored on content (rule, article, the words marked), so that edits elsewhere in the file do not change it."""
    waived: str = ""
    """The reason for which it was accepted, '' where it was not."""
    confidence: float | None = None
    """The share of such findings that are right, as measured; None for rules that nothing was measured of."""

    @property
    def place(self) -> Place | None:
        """Where in its file to look first: the English, which is what gets corrected, else the Chinese."""
        return next((place for place in (self.en, self.zh) if place and not place.path), None)

    def sort_key(self) -> tuple[Any, ...]:
        """Order of a report: by path, then place, then rule."""
        place = self.place
        where = (place.line, place.column) if place else (0, 0)
        return (self.path, where, self.rule, self.message)


def squeezed(words: str) -> str:
    """Words without blanks, for which edits of the layout do not count."""
    return "".join(words.split())


def fingerprint(rule: str, article: str, en: str, zh: str, occurrence: int) -> str:
    """Identity of a finding: `occurrence` tells equal ones of an article apart."""
    # 80 bits: among a million findings, two are the same by chance once in a million million corpora.
    words = (rule, article, squeezed(en), squeezed(zh), str(occurrence))
    return hashlib.sha256("\x1f".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:20]
