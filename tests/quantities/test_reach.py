"""The distances of `reach.yaml`: a word speaks of a figure as far as that, and not one character further."""

from __future__ import annotations

import os
from typing import Any

import pytest
import yaml
from test_judged import judged

with open(os.path.join(os.path.dirname(__file__), "reach.yaml"), encoding="utf-8") as file:
    GROUPS: dict[str, list[dict[str, Any]]] = yaml.safe_load(file)


def apart(row: dict[str, Any], count: int) -> list[str]:
    """What is told where so many characters that say nothing stand in the holes of a row."""
    letters = "z" * (count - 1)
    en = row["en"].replace("{}", f"{letters} " if count else "").replace("[]", f" {letters}" if count else "")
    return judged(row["zh"].replace("{}", "某" * count), en)


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, id=f"{group}-{number}") for group, rows in GROUPS.items() for number, row in enumerate(rows)],
)
def test_reach(row: dict[str, Any]) -> None:
    assert apart(row, row["as_far_as"]) == row["say"]
    assert apart(row, row["as_far_as"] + 1) == row["beyond"]
