"""W102: a waiver has expired."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("W102", "waiver-expired", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """A waiver has expired.

    Why: what was accepted for a while is not accepted for ever; the finding counts again, and somebody has to decide.
    Looked for only when everything is checked.

    Fires:
        waiver: N102 | 1,500 tons | 2000-01-01
        zh: 产煤一万五千吨。
        en: The output was 1,500 tons of coal.

    Silent:
        waiver: N102 | 1,500 tons | 9999-01-01
        zh: 产煤一万五千吨。
        en: The output was 1,500 tons of coal.
    """
    del case  # one article tells nothing: duizhao.validator.waiving.waivers looks at all of them
    yield from ()
