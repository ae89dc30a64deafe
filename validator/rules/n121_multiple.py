"""N121: an increase by N times became an increase to N times, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hits
from duizhao.validator.rule import Hit, rule


@rule("N121", "multiple", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """An increase by N times became an increase to N times, or the reverse.

    Why: 提高四倍 is an increase by four times, to five times the base; 是…的四倍 is four times the base. English "a
    fourfold increase" may mean either and is worth a look only.

    Fires:
        zh: 煤产量比八月份提高两倍多。
        en: Coal output was more than double that of August.
        marks: more than double

    Silent:
        zh: 煤产量比八月份增加一倍多。
        en: Coal output was more than double that of August.
    """
    return hits(case, "multiple")
