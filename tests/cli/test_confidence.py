"""What a finding's likelihood of being right does on the command line and in the reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from made_up import BAD, DOUBTFUL, RESULTS, SOURCE, WHOLE_FILE, Run, finding
from test_outputs import render

from duizhao.cli.output import FORMATS
from duizhao.validator.finding import Finding, Severity
from duizhao.validator.report import FileResult, gravest_first

LIKELY = finding()._replace(confidence=0.934)


@pytest.fixture
def two(folder: Path) -> Path:
    """A folder with an article whose finding is doubtful, and one after it whose finding is likely."""
    (folder / "a.md").write_bytes(DOUBTFUL)
    (folder / "b.md").write_bytes(BAD)
    return folder


@pytest.mark.usefixtures("two")
def test_json_tells_the_confidence(run: Run) -> None:
    found = {one["path"]: one for one in json.loads(run("check", "--output-format", "json", ".").out)["findings"]}
    assert (found["a.md"]["rule"], found["a.md"]["severity"]) == ("N103", "info")
    assert (found["b.md"]["rule"], found["b.md"]["severity"]) == ("N102", "error")
    assert 0 < found["a.md"]["confidence"] < 0.7
    assert 0.7 < found["b.md"]["confidence"] <= 1


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(("least", "left"), [("0", ["a.md", "b.md"]), ("0.7", ["b.md"]), ("1", [])])
def test_less_likely_findings_are_left_out_of_report_and_exit_code(run: Run, least: str, left: list[str]) -> None:
    done = run("check", "--output-format", "json", "--min-confidence", least, ".")
    assert [one["path"] for one in json.loads(done.out)["findings"]] == left
    assert done.code == (1 if left else 0)


def test_a_finding_without_confidence_is_never_left_out(run: Run, folder: Path) -> None:
    (folder / "a.md").write_bytes(BAD.replace(b"Date:", b"Dated:"))
    done = run("check", "--output-format", "json", "--min-confidence", "1", ".")
    rules = [one["rule"] for one in json.loads(done.out)["findings"]]
    assert rules
    assert all(rule.startswith("H") for rule in rules)


@pytest.mark.parametrize("wrong", ["1.1", "-0.1", "nan", "likely"])
def test_a_confidence_is_from_0_to_1(run: Run, wrong: str) -> None:
    done = run("check", f"--min-confidence={wrong}", ".")
    assert done.code == 2
    assert "--min-confidence" in done.err


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(("order", "paths"), [("place", ["a.md", "b.md"]), ("severity", ["b.md", "a.md"])])
def test_order(run: Run, order: str, paths: list[str]) -> None:
    done = run("check", "--output-format", "json", "--sort", order, ".")
    document = json.loads(done.out)
    assert [one["path"] for one in document["findings"]] == paths
    assert document["summary"]["files"] == 2


def _ordered(*findings: Finding, by_file: bool = False) -> list[Finding]:
    one, other = FileResult("a.md", findings[:1]), FileResult("b.md", findings[1:])
    return [found for result in gravest_first([one, other], by_file=by_file) for found in result.findings]


@pytest.mark.parametrize("by_file", [False, True])
def test_the_likelier_of_two_errors_is_first(by_file: bool) -> None:
    doubtful, likely = (finding()._replace(confidence=share) for share in (0.71, 0.98))
    assert _ordered(doubtful, likely, by_file=by_file) == [likely, doubtful]


def test_severity_goes_before_confidence_and_certainty_before_likelihood() -> None:
    error, warning = (finding(severity)._replace(confidence=0.9) for severity in (Severity.ERROR, Severity.WARNING))
    assert _ordered(warning, WHOLE_FILE, error) == [error, WHOLE_FILE, warning]
    assert _ordered(warning, WHOLE_FILE, error, by_file=True) == [error, WHOLE_FILE, warning]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_the_confidence(name: str) -> None:
    likely = render(name, [FileResult(SOURCE.path, (LIKELY,), text=SOURCE.text)])
    plain = render(name, [FileResult(SOURCE.path, (finding(),), text=SOURCE.text)])
    shown = {"json": "0.934", "jsonl": "0.934", "sarif": "93.4"}.get(name, "93")
    assert shown in likely
    assert likely != plain


def test_what_has_no_confidence_claims_none() -> None:
    assert "likely" not in render("text", RESULTS)
    assert '"rank"' not in render("sarif", RESULTS)


def test_rules_tells_how_many_were_right(run: Run) -> None:
    lines = {line.split()[0]: line for line in run("rules").out.splitlines() if line.strip()}
    right, found = next(word for word in lines["N102"].split() if "/" in word).split("/")
    assert 0 < int(right) <= int(found)
    assert "/" not in lines["H101"]
