"""P205: text that was decoded wrongly."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.mojibake import mojibake
from duizhao.validator.text.scripts import survey


@rule("P205", "mojibake", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    r"""Text that was decoded wrongly.

    Why: UTF-8 read as Windows-1252 or GBK, or the reverse, leaves "â€™" for an apostrophe and 锟斤拷 for what is lost
    for good. What it was is told where it can be known.

    Fires:
        en: The farmer\u00e2\u20ac\u2122s harvest is good.
        marks: \u00e2\u20ac\u2122

    Fires:
        zh: 今年锟斤拷收成很好。
        marks: 锟斤拷

    Silent:
        en: The café in São Paulo sells “crème brûlée”.
    """
    look = survey(case)
    for span, meant in mojibake(look.en):
        yield Hit(f"wrongly decoded text; it was {meant}" if meant else "wrongly decoded text", en=span)
    for span, meant in mojibake(look.zh):
        yield Hit(f"wrongly decoded text; it was {meant}" if meant else "wrongly decoded text", zh=span)
