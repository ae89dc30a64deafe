"""P207: a control character, or one that cannot be seen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.scripts import LanguageText, survey

_JOINERS = "\u200d\u200c"
_BIDI = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_CLEAN = frozenset("\u00ad\u200b\u2060\ufeff")


@rule("P207", "invisible-character", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    r"""A control character, or one that cannot be seen.

    Why: it breaks searches, tables and comparisons, and a mark that turns the direction of writing can make a text read
    otherwise than it is stored. Zero-width blanks and soft hyphens alone are a warning.

    Fires:
        en: The har\u200bvest is good.
        marks: \u200b

    Fires:
        zh: 今年收成\u0007很好。
        marks: \u0007

    Silent:
        zh: 今年收成　很好。
    """
    look = survey(case)
    for half, is_english in ((look.en, True), (look.zh, False)):
        for span, severity in _invisible(half):
            names = ", ".join(f"U+{ord(c):04X}" for c in case.words(span)[:3])
            message = f"{_name(case.words(span)[0])} ({names})"
            yield Hit(message, en=span if is_english else None, zh=None if is_english else span, severity=severity)


def _invisible(half: LanguageText) -> Iterator[tuple[Span, Severity | None]]:
    for run in half.runs("control"):
        yield run, None
    for run in half.runs("invisible"):
        words = half.text[run.start - half.start : run.end - half.start]
        # A zero-width joiner makes one picture of two: it belongs there.
        if words.strip(_JOINERS) == "" and _joins_emoji(half, run):
            continue
        yield run, Severity.WARNING if _CLEAN.issuperset(words) else None


def _joins_emoji(half: LanguageText, run: Span) -> bool:
    before = half.text[run.start - half.start - 1 : run.start - half.start]
    # The planes of emoji, and the sign that asks for a picture instead of a letter.
    return before >= "\U0001f000" or before == "\ufe0f"


def _name(character: str) -> str:
    if character in _BIDI:
        return "a mark that turns the direction of writing"
    return unicodedata.name(character, "a control character").lower()
