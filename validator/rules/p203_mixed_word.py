"""P203: letters of two scripts in one word."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.mixed import mixed_words


@rule("P203", "mixed-word", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    r"""Letters of two scripts in one word.

    Why: a Cyrillic or Greek letter that looks like a Latin one cannot be seen, but no search finds the word.

    Fires:
        en: The M\u043escow paper reports a good harvest.
        marks: M\u043escow

    Silent:
        en: The film is 5 μm thick.
    """
    for span in mixed_words(case):
        yield Hit("letters of two scripts in one word", en=span)
