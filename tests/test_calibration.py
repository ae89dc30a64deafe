"""The gold set of the project, and the confidence that was fitted on what the rules said of it at first."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.confidence.fitted import confidence_of, model
from duizhao.validator.confidence.severity import severity_of
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Severity
from duizhao.validator.measuring.evaluate import evaluate
from duizhao.validator.measuring.gold import KINDS, read_gold
from duizhao.validator.registry import registry

ROOT = Path(__file__).resolve().parents[1] / "calibration"
SETS = sorted(path.parent for path in (ROOT / "gold").glob("*/gold.jsonl"))
RECORD = [json.loads(line) for line in (ROOT / "findings.jsonl").read_text(encoding="utf-8").splitlines()]


def test_there_is_enough_of_it() -> None:
    assert sum(len(list(folder.glob("*.md"))) for folder in SETS) >= 60
    kinds = {line.kind.split("-")[0] for folder in SETS for line in read_gold(str(folder / "gold.jsonl"))}
    assert {"number", "multiple", "fraction", "ordinal", "date", "none"} <= kinds


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.name)
def test_gold_lines_speak_of_their_articles(folder: Path) -> None:
    for line in read_gold(str(folder / "gold.jsonl")):
        assert line.kind.split("-")[0] in KINDS or line.kind in KINDS
        article = parse(Source.decode(line.file, (folder / line.file).read_bytes()))
        text, middle = article.source.text, article.chinese.start
        assert not line.en or line.line or text[:middle].count(line.en) == 1, (line.file, line.en)
        assert not line.zh or text[middle:].count(line.zh) >= 1, (line.file, line.zh)


def test_what_was_read_is_found_and_little_else_and_errors_are_right() -> None:
    # One test, as the 479 articles take most of a minute to check on a slow machine.
    result = evaluate([str(folder) for folder in SETS], Settings())
    assert result.catchable.hit / result.catchable.total > 0.84
    assert result.overall.hit / result.overall.total > 0.80
    assert result.errors.hit / result.errors.total > 0.97


def test_the_model_counts_what_is_recorded() -> None:
    found = Counter(row["rule"] for row in RECORD)
    right = Counter(row["rule"] for row in RECORD if row["right"])
    for code, measured in model().rules.items():
        if len(code) > 1:
            assert code in registry()
            assert (measured.findings, measured.right) == (found[code], right[code])
    assert set(model().signs) == {sign for row in RECORD for sign in row["signs"]}


@pytest.mark.parametrize("code", ["N101", "D103", "N999"])
def test_signs_move_the_confidence(code: str) -> None:
    plain = confidence_of(code, ())
    sure, doubtful = confidence_of(code, ("sure",)), confidence_of(code, ("doubtful",))
    assert plain is not None
    assert sure is not None
    assert doubtful is not None
    assert 0 < doubtful < plain < sure < 1


def test_a_family_that_nobody_measured_has_none() -> None:
    assert confidence_of("H101", ("sure",)) is None


@pytest.mark.parametrize(
    ("harm", "confidence", "severity"),
    [
        (Severity.ERROR, 0.7, Severity.ERROR),
        (Severity.ERROR, 0.69, Severity.WARNING),
        (Severity.ERROR, 0.04, Severity.WARNING),
        (Severity.ERROR, 0.03, Severity.INFO),
        (Severity.WARNING, 1.0, Severity.WARNING),
        (Severity.WARNING, 0.12, Severity.WARNING),
        (Severity.WARNING, 0.11, Severity.INFO),
        (Severity.INFO, 1.0, Severity.INFO),
    ],
)
def test_severity_is_harm_times_confidence(harm: Severity, confidence: float, severity: Severity) -> None:
    assert severity_of(harm, confidence) is severity
