"""P108: the English repeats itself over and over."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.loops import loops
from duizhao.validator.text.scripts import survey


@rule("P108", "repetition-loop", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The English repeats itself over and over.

    Why: a language model ran into a loop; what should have come after is missing. Where the original repeats itself
    too, as slogans do, nothing is said.

    Fires:
        en: The farmers work in the fields and in the fields and in the fields and in the fields and in the fields and
          in the fields and in the fields.
        zh: 农民在田里劳动。

    Silent:
        en: The farmers work in the fields, and in the evening they study.
        zh: 农民在田里劳动，晚上学习。
    """
    look = survey(case)
    # Twenty-four letters are some four words; a loop of three turns is long enough for a step of 72.
    found = list(loops(look.en.text, look.body, unit=24, step=72))
    if found and not any(True for _ in loops(look.zh.text, 0, unit=4, step=4)):
        for start, end, times in found:
            yield Hit(f"the same words {times} times in a row", en=Span(start, min(end, start + 60)))
