"""W101: a waiver accepts nothing any more."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("W101", "waiver-unused", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """A waiver accepts no finding any more.

    Why: what it accepted has been corrected, or reworded; a list that keeps such entries hides the next mistake, and
    nobody knows which of its lines still matter. Looked for only when everything is checked.

    Fires:
        waiver: N102 | 1,500 tons
        zh: 产煤一万五千吨。
        en: The output was 15,000 tons of coal.

    Silent:
        waiver: N102 | 1,500 tons
        zh: 产煤一万五千吨。
        en: The output was 1,500 tons of coal.
    """
    del case  # one article tells nothing: duizhao.validator.waiving.waivers looks at all of them
    yield from ()
