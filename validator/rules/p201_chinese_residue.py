"""P201: Chinese is left in the English."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.residue import residue


@rule("P201", "chinese-residue", Severity.ERROR, requires=("P101", "P103"))
def check(case: Case) -> Iterator[Hit]:
    """Chinese is left in the English.

    Why: the reader of the English edition cannot read it, and a search for its English finds nothing. Letters glued to
    it are marked too. A Chinese gloss in brackets is another rule's; between quotation marks it is a warning.

    Fires:
        en: The enemy was 狂妄ly advancing.
        zh: 敌人狂妄地前进。
        marks: 狂妄ly

    Fires:
        en: 【H菏泽电】 ¶ The harvest is very good this year.
        zh: 【本报菏泽电】 ¶ 今年收成很好。
        marks: H菏泽电

    Silent:
        en: The Relief Administration (行总) has arrived.
        zh: 行总已到。
    """
    found = residue(case)
    for span in found.left:
        yield Hit("Chinese left in the English", en=span)
    for span in found.quoted:
        yield Hit("Chinese quoted in the English without a translation", en=span, severity=Severity.WARNING)
