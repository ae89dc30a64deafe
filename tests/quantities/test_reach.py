"""The distances of `reach.yaml`: a word speaks of a figure as far as that, and not one character further."""

from __future__ import annotations

from typing import Any

from sentence_pairs import each_row, filled
from test_judged import judged


@each_row(__file__, "reach.yaml")
def test_reach(row: dict[str, Any]) -> None:
    assert judged(*filled(row, row["as_far_as"])) == row["say"]
    assert judged(*filled(row, row["as_far_as"] + 1)) == row["beyond"]
