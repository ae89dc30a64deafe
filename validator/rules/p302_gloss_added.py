"""P302: a bracket was added."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.brackets import added_glosses
from duizhao.validator.text.residue import residue


@rule("P302", "gloss-added", Severity.WARNING, requires=("P101", "P102", "P103"))
def check(case: Case) -> Iterator[Hit]:
    """A bracket was added that the original has not: a translator's gloss.

    Why: the reader takes the explanation for the newspaper's. Abbreviations of the words before them, list numbers and
    datelines are not meant; a Chinese word quoted in brackets is a matter of information.

    Fires:
        en: The declaration was read in Gyeongseong (Seoul), and spread to the counties (gun).
        zh: 在朝鲜京城宣读了宣言，传到各郡（县）。
        marks: (Seoul)

    Fires:
        en: The Relief Administration (行总) has arrived.
        zh: 行总已到。
        marks: 行总

    Silent:
        en: The work in Heze (Caozhou) is led by the United Nations Relief Administration (UNRRA).
        zh: 联总领导荷泽（曹州）的工作。
    """
    for gloss in added_glosses(case):
        severity = None if gloss.sure else Severity.INFO
        yield Hit("a bracket that the original has not", en=gloss.span, severity=severity)
    for span in residue(case).glosses:
        yield Hit("a Chinese word in brackets", en=span, severity=Severity.INFO)
