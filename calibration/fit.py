"""Fit how likely findings are right, and say how well that holds on sets that were left out.

    nox -s fit                          write validator/confidence/fitted.json, print the reliability
    nox -s fit -- --check FOLDER…       print the reliability on other gold folders, and write nothing

A logistic model with an intercept for each rule and a weight for each sign, drawn towards nought (L2), so that a rule
seen once says little.  What is printed was predicted for each set by a model that had not seen it.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from collect import collect, rows
from sklearn.linear_model import LogisticRegression

from duizhao.validator.confidence.severity import severity_of
from duizhao.validator.finding import Severity
from duizhao.validator.measuring.judged import wilson
from duizhao.validator.registry import registry

FITTED = Path(__file__).resolve().parents[1] / "validator" / "confidence" / "fitted.json"
STRENGTH = 0.5
"""Inverse of the penalty; between 0.2 and 2 the reliability hardly changes."""
BANDS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.01)
Row = dict[str, Any]
Predict = Callable[[Sequence[Row]], Sequence[float]]


def main() -> int:
    parser = argparse.ArgumentParser(description="Fit how likely findings are right.")
    parser.add_argument("--check", nargs="+", metavar="FOLDER", help="gold folders to judge the model by")
    arguments = parser.parse_args()
    known = rows()
    if arguments.check:
        others = [row for folder in arguments.check for row in collect(folder, os.path.basename(folder))]
        predict, _ = fit(known)
        report("sets that the model has not seen", list(zip(predict(others), others, strict=True)))
        return 0
    predicted = []
    for name in sorted({row["set"] for row in known}):
        predict, _ = fit([row for row in known if row["set"] != name])
        left_out = [row for row in known if row["set"] == name]
        predicted += list(zip(predict(left_out), left_out, strict=True))
    report("each set by a model fitted on the others", predicted)
    _, model = fit(known)
    FITTED.write_text(json.dumps(model, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


def fit(some: Sequence[Row]) -> tuple[Predict, dict[str, Any]]:
    """A model of some rows: what predicts by it, and what is to be written down."""
    codes = sorted({row["rule"] for row in some})
    names = sorted({sign for row in some for sign in row["signs"]})
    families = sorted({code[0] for code in codes})

    def features(of: Iterable[Row]) -> Any:
        return np.array(
            [
                [float(row["rule"][0] == family) for family in families]
                + [float(row["rule"] == code) for code in codes]
                + [float(name in row["signs"]) for name in names]
                for row in of
            ]
        )

    fitted = LogisticRegression(C=STRENGTH, max_iter=2000)
    fitted.fit(features(some), np.array([int(row["right"]) for row in some]))

    def predict(of: Sequence[Row]) -> Sequence[float]:
        return list(fitted.predict_proba(features(of))[:, 1]) if of else []

    weights = [round(float(weight), 3) for weight in fitted.coef_[0]]
    start = float(fitted.intercept_[0])
    of_family = dict(zip(families, weights, strict=False))
    of_code = dict(zip(codes, weights[len(families) :], strict=False))
    model = {
        "rules": {family: [round(start + of_family[family], 3), 0, 0] for family in families}
        | {code: [round(start + of_family[code[0]] + of_code[code], 3), *_counts(some, code)] for code in codes},
        "signs": dict(zip(names, weights[len(families) + len(codes) :], strict=True)),
    }
    return predict, model


def _counts(some: Iterable[Row], code: str) -> tuple[int, int]:
    mine = [row["right"] for row in some if row["rule"] == code]
    return len(mine), sum(mine)


def report(title: str, predicted: Sequence[tuple[float, Row]]) -> None:
    """Print how the stated confidence compares with the share that is right, by band and by severity."""
    print(
        f"{title}: {len(predicted)} findings\n\n{'confidence':<14}{'findings':>9}{'stated':>9}{'right':>9}{'95 %':>16}"
    )
    for low, high in pairwise(BANDS):
        line(f"{low:.1f} to {min(high, 1):.1f}", [(p, row) for p, row in predicted if low <= p < high])
    for severity in reversed(Severity):
        line(f"{severity.word}s", [(p, row) for p, row in predicted if severity_in(p, row) is severity])
    right = Counter(severity_in(p, row) for p, row in predicted if row["right"])
    counts = ", ".join(f"{right[severity]} {severity.word}s" for severity in reversed(Severity))
    print(f"\nof {right.total()} right findings: {counts}\n")


def severity_in(confidence: float, row: Row) -> Severity:
    """How severe the engine makes such a finding."""
    severity = severity_of(registry()[row["rule"]].severity, confidence)
    return min(severity, Severity.INFO) if "doubtful" in row["signs"] else severity


def line(name: str, some: Sequence[tuple[float, Row]]) -> None:
    if not some:
        return
    total, right = len(some), sum(row["right"] for _, row in some)
    low, high = wilson(right, total)
    stated = sum(p for p, _ in some) / total
    print(f"{name:<14}{total:>9}{stated:>9.2f}{right / total:>9.2f}{low:>9.2f} – {high:.2f}")


if __name__ == "__main__":
    raise SystemExit(main())
