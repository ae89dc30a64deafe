"""N112: a measure was converted into another unit, but not to the right value."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hits
from duizhao.validator.rule import Hit, rule


@rule("N112", "unit-converted-wrongly", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """A measure was converted into another unit, but not to the right value.

    Why: the reader cannot see that a conversion took place, and will quote the wrong figure.

    Fires:
        zh: 两地相距一百里。
        en: The two places are 80 kilometers apart.
        marks: 80 kilometers

    Silent:
        zh: 两地相距一百里。
        en: The two places are 50 kilometers apart.
    """
    return hits(case, "conversion")
