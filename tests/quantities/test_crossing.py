"""Equal values give no finding, one change gives one: crossed over forms, words of the lexicon and constructs.

A sixth of the cases is tried here, and all with `nox -s fuzz`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import crossing
import pytest

from duizhao.validator.quantities.lexicon import units

STEP = 1 if os.environ.get("DUIZHAO_FUZZ") else 6
KNOWN = crossing.gaps()


@pytest.mark.parametrize("make", crossing.CONSTRUCTS, ids=lambda make: make.__name__)
def test_crossing(make: Callable[[], Iterator[crossing.Case]]) -> None:
    wrong, mended = [], []
    for case in list(make())[::STEP]:
        complaint = crossing.complaint(case)
        if complaint and case.id not in KNOWN:
            wrong.append(f"{case.id}: {complaint}")
        elif not complaint and case.id in KNOWN:
            mended.append(case.id)
    assert wrong == []
    assert mended == [], "python tests/quantities/crossing.py leaves them out of crossing_gaps.txt"


def test_each_row_of_units_takes_part() -> None:
    """A unit with words in both languages is crossed without being named."""
    kinds = {case.kind for case in crossing.measures()}
    both = {f"unit {code}" for code, unit in units().items() if unit.zh and unit.en}
    assert both <= kinds
