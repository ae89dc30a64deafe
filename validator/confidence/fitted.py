"""The fitted model: log-odds of each rule, and what each sign adds or takes away.

`fitted.json` is written by `nox -s fit` and is never edited by hand; `docs/accuracy.md` tells how well it holds on
articles that it was not fitted on.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from functools import lru_cache
from math import exp
from typing import NamedTuple


class Measured(NamedTuple):
    """What is known of a rule."""

    log_odds: float
    """That a finding without any sign is right."""
    findings: int
    """Looked at by people."""
    right: int


class Model(NamedTuple):
    """A logistic model with an intercept for each rule."""

    rules: dict[str, Measured]
    """By code, and by the letter of a family for rules that nobody has seen a finding of."""
    signs: dict[str, float]
    """Log-odds that each sign adds."""


@lru_cache(maxsize=1)
def model() -> Model:
    """The model as it was fitted."""
    with open(os.path.join(os.path.dirname(__file__), "fitted.json"), encoding="utf-8") as file:
        data = json.load(file)
    return Model({code: Measured(*row) for code, row in data["rules"].items()}, data["signs"])


def confidence_of(rule: str, signs: Iterable[str]) -> float | None:
    """How likely a finding is right, from 0 to 1 and to two places; None for a family that was not measured."""
    fitted = model()
    measured = fitted.rules.get(rule) or fitted.rules.get(rule[0])
    if measured is None:
        return None
    odds = measured.log_odds + sum(fitted.signs.get(sign, 0.0) for sign in signs)
    return round(1 / (1 + exp(-odds)), 2)
