"""P202: a script of neither language."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.mixed import mixed_words
from duizhao.validator.text.scripts import SCRIPTS, survey


@rule("P202", "foreign-script", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """A script of neither language: Hangul, kana, Cyrillic, Arabic and so on.

    Why: language models slip into a third language; the archive warns of it itself. In the original such letters are
    rare but possible, and therefore a warning.

    Fires:
        en: The harvest is very 좋다 this year.
        marks: 좋다

    Fires:
        en: The harvest is очень good this year.
        marks: очень

    Silent:
        en: The café of Mr. Ørsted sells 5 Ω resistors and α-rays.
    """
    look = survey(case)
    mixed = mixed_words(case)
    for kind, words in SCRIPTS.items():
        for run in look.en.runs(kind):
            # P203 tells of a letter within a word
            if not any(word.start <= run.start < word.end for word in mixed):
                yield Hit(f"{words} in the English", en=run)
        for run in look.zh.runs(kind):
            yield Hit(f"{words} in the Chinese", zh=run, severity=Severity.WARNING)
