"""Words in which letters of another alphabet stand for Latin ones."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.case import Case, analysis
from duizhao.validator.text.scripts import survey

_LATIN = "A-Za-z\u00c0-\u024f"
_LOOKALIKE = "\u0400-\u052f\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bd\u03bf"
_WORD = regex(f"[{_LATIN}{_LOOKALIKE}]+")
_LATIN_LETTER = regex(f"[{_LATIN}]")
_LOOKALIKE_LETTER = regex(f"[{_LOOKALIKE}]")


@analysis
def mixed_words(case: Case) -> tuple[Span, ...]:
    """Words of the English half with Latin letters and Cyrillic ones, or Greek ones that look Latin."""
    english = survey(case).en
    # The survey knows which kinds there are: nearly every text ends here.
    if not english.kinds & {"cyrillic", "greek"}:
        return ()
    return tuple(
        Span(*match.span())  # the English begins where the file does
        for match in _WORD.finditer(english.text)
        if _LATIN_LETTER.search(match[0]) and _LOOKALIKE_LETTER.search(match[0])
    )
