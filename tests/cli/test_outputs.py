"""Every output format says everything, in its own valid form."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import xmlschema
from made_up import HOSTILE, RESULTS, SOURCE, finding

import duizhao.cli.output as output_package
from duizhao.cli.output import FORMATS, Options, writer
from duizhao.validator.finding import Severity
from duizhao.validator.report import FileResult, Tally

VENDOR = Path(__file__).parents[1] / "vendor"


def render(name: str, results: Iterable[FileResult] = RESULTS, options: Options | None = None) -> str:
    """The report in a format."""
    pieces: list[str] = []
    output = writer(name, pieces.append, options or Options())
    tally = Tally()
    for result in results:
        tally.add(result)
        output.add(result)
    output.end(tally)
    return "".join(pieces)


def schema(path: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((VENDOR / path).read_text(encoding="utf-8"))
    return document


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("results", [RESULTS, (), (FileResult("a.md"),)], ids=["all", "none", "clean"])
def test_no_format_lets_a_file_command_the_reader(name: str, results: tuple[FileResult, ...]) -> None:
    text = render(name, results, Options(show_waived=True))
    assert not re.search("[\x00-\x08\x0b-\x1f]", text)
    if name in ("text", "concise", "junit", "github", "html"):  # the others are data, and exact
        assert not re.search("[\x7f\x80-\x9f\u202e]", text)
    if name in ("html", "junit"):
        assert "<script>alert" not in text


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_deterministic_and_hides_waived(name: str) -> None:
    assert render(name) == render(name)
    hidden = name != "sarif"  # which has a place of its own for them
    assert ("as printed" in render(name)) != hidden
    assert "as printed" in render(name, options=Options(show_waived=True)) or name in {"gitlab", "rdjson"}


@pytest.mark.parametrize("waived", [False, True])
@pytest.mark.parametrize("results", [RESULTS, (), RESULTS[:1]], ids=["all", "none", "one"])
def test_json_keeps_its_contract(results: tuple[FileResult, ...], *, waived: bool) -> None:
    document = json.loads(render("json", results, Options(show_waived=waived)))
    path = Path(output_package.__path__[0], "report.schema.json")
    jsonschema.validate(document, json.loads(path.read_text(encoding="utf-8")))


def test_json_says_everything() -> None:
    document = json.loads(render("json"))
    assert [(one["rule"], one["path"], one["severity"]) for one in document["findings"]] == [
        ("N102", "1958/a b.md", "error"),
        ("H101", "1958/a b.md", "warning"),
        ("P301", HOSTILE.path, "info"),
        ("C101", "1958/a b.md", "error"),
    ]
    assert document["findings"][0]["zh"] == {
        "line": 7,
        "column": 7,
        "end_line": 7,
        "end_column": 12,
        "text": "一万五千吨",
    }
    assert document["problems"] == [{"path": "bad.md", "message": "not UTF-8: byte 0xff", "line": 3, "column": 7}]
    assert document["summary"] == {
        "files": 4,
        "errors": 2,
        "warnings": 1,
        "infos": 1,
        "waived": 1,
        "unreadable": 1,
        "skipped": 0,
        "looked_at": 4,
        "skipped_because": {},
        "rules": {"C101": 1, "H101": 1, "N102": 1, "P301": 1},
    }


def test_json_lines_are_what_json_has() -> None:
    lines = [json.loads(line) for line in render("jsonl").splitlines()]
    document = json.loads(render("json"))
    assert [line for line in lines if "rule" in line] == document["findings"]
    assert [line["problem"] for line in lines if "problem" in line] == document["problems"]


def test_concise_is_a_line_a_finding() -> None:
    lines = render("concise").splitlines()
    assert lines[0] == (
        "1958/a b.md:3:16: N102 “1,500 tons”, but the original has “一万五千吨” (15,000): 10 times too small"
    )
    assert lines[1] == "1958/a b.md:1:1: H101 no `Date:` line"
    assert lines[3] == "bad.md:3:7: not UTF-8: byte 0xff"
    assert len(lines) == 5


# SARIF


def test_sarif_is_valid() -> None:
    for results in (RESULTS, ()):
        jsonschema.validate(json.loads(render("sarif", results)), schema("sarif/sarif-2.1.0-rtm.5.json"))


def test_sarif_points_at_both_sides() -> None:
    run = json.loads(render("sarif"))["runs"][0]
    result = next(one for one in run["results"] if one["ruleId"] == "N102" and "suppressions" not in one)
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "1958/a%20b.md", "uriBaseId": "SRCROOT"}
    assert location["region"] == {
        "startLine": 3,
        "startColumn": 16,
        "endLine": 3,
        "endColumn": 26,
        "snippet": {"text": "1,500 tons"},
    }
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 7
    assert result["message"]["text"].endswith("([original](1))")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "N102"
    assert run["columnKind"] == "unicodeCodePoints"
    suppressed = [one["suppressions"] for one in run["results"] if "suppressions" in one]
    assert suppressed == [[{"kind": "external", "status": "accepted", "justification": "as printed"}]]


def test_sarif_says_what_could_not_be_read() -> None:
    invocation = json.loads(render("sarif"))["runs"][0]["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "not UTF-8: byte 0xff"


def test_sarif_keeps_the_most_severe_within_the_limits() -> None:
    many = [
        FileResult(
            f"{n}.md", tuple(finding(severity, path=f"{n}.md") for severity in (Severity.INFO, Severity.WARNING))
        )
        for n in range(14_990)
    ]
    many += [FileResult(f"e{n}.md", (finding(path=f"e{n}.md"),)) for n in range(20)]
    text = render("sarif", many)
    run = json.loads(text)["runs"][0]
    levels = [one["level"] for one in run["results"]]
    assert (levels.count("error"), levels.count("warning"), levels.count("note")) == (20, 4_980, 0)
    assert len(gzip.compress(text.encode())) < 10_000_000
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("25,000 of 30,000 results are left out")
    jsonschema.validate(json.loads(text)["runs"][0]["invocations"], {"type": "array", "minItems": 1})


def test_sarif_gives_way_to_the_limit_of_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duizhao.cli.output.sarif.MAX_BYTES", 6_000)
    many = [FileResult(f"{n}.md", (finding(path=f"{n}.md"),)) for n in range(500)]
    text = render("sarif", many)
    kept = len(json.loads(text)["runs"][0]["results"])
    assert 10 < kept < 500
    assert len(gzip.compress(text.encode())) <= 6_200  # gzip has a header of its own


# JUnit, GitLab, reviewdog


def test_junit_is_valid() -> None:
    checker = xmlschema.XMLSchema10(str(VENDOR / "junit" / "junit-10.xsd"))
    for results in (RESULTS, ()):
        checker.validate(render("junit", results, Options(show_waived=True)))


def test_junit_has_a_case_a_file() -> None:
    text = render("junit")
    assert '<testsuite name="duizhao" tests="5" failures="2" errors="1">' in text
    assert '<testcase classname="duizhao" name="clean.md"/>' in text
    assert '<testcase classname="duizhao.corpus" name="1958/a b.md">' in text
    assert text.count("<failure ") == 2


def test_junit_fails_from_the_threshold() -> None:
    assert render("junit", options=Options(fail_on=Severity.INFO)).count("<failure ") == 4


def test_gitlab_is_valid_and_its_marks_are_unique() -> None:
    issues = json.loads(render("gitlab"))
    jsonschema.validate(issues, schema("gitlab/code-quality.schema.json"))
    assert json.loads(render("gitlab", ())) == []
    assert [one["severity"] for one in issues] == ["major", "minor", "info", "critical", "major"]
    twice = [FileResult(path, (finding(path=path),)) for path in ("a.md", "b.md")]
    assert len({one["fingerprint"] for one in json.loads(render("gitlab", twice))}) == 2


def test_rdjson_counts_bytes() -> None:
    diagnostics = json.loads(render("rdjson"))["diagnostics"]
    related = diagnostics[0]["relatedLocations"][0]["location"]["range"]
    line = SOURCE.line(7)
    assert line.encode()[related["start"]["column"] - 1 : related["end"]["column"] - 1].decode() == "一万五千吨"
    assert json.loads(render("rdjson", ()))["diagnostics"] == []


# GitHub


def test_github_annotates() -> None:
    lines = render("github").splitlines()
    assert lines[0].startswith("  1958/a b.md:3:16: N102")
    annotations = [line for line in lines if line.startswith("::")]
    assert annotations[0] == (
        "::error title=N102 number-scale,file=1958/a b.md,line=3,endLine=3,col=16,endColumn=26::"
        "“1,500 tons”, but the original has “一万五千吨” (15,000): 10 times too small%0AOriginal, line 7: 一万五千吨"
    )
    assert "::error title=unreadable,file=bad.md,line=3,col=7::not UTF-8: byte 0xff" in annotations
    notice = next(line for line in annotations if line.startswith("::notice"))
    assert "file=a%2Cb%3Ac%25/<x>" in notice
    assert "col=" not in notice  # it spans two lines
    assert "\r" not in notice
    assert "%0A##[endgroup]" in notice


def test_github_log_lines_are_no_commands() -> None:
    for line in render("github").splitlines():
        if not re.match(r"::(error|warning|notice) title=", line):
            assert "::" not in line
            assert "##[" not in line


def test_github_stays_within_its_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    many = [FileResult(f"{n}.md", (finding(path=f"{n}.md"), finding(Severity.WARNING))) for n in range(200)]
    text = render("github", many)
    assert text.count("\n::error") == text.count("\n::warning") == 10
    assert "380 more findings without an annotation" in text
    written = summary.read_text(encoding="utf-8")
    assert written.startswith("### duizhao: 200 errors, 200 warnings in 200 files\n")
    assert "| N102 | number-scale | 400 |" in written
    assert "350 more findings are in the log." in written
    assert len(written.encode()) < 1 << 20


def test_the_summary_is_plain_text_to_markdown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    render("github")
    written = summary.read_text(encoding="utf-8")
    assert "<b>" not in written
    assert "](1)" not in written
    assert [row.count("|") for row in written.splitlines() if "commentary" in row or "P301" in row] == [4, 5]
