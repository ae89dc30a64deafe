"""SARIF 2.1.0, within the limits of GitHub code scanning.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, and for the limits
https://docs.github.com/code-security/code-scanning/troubleshooting-sarif-uploads
"""

from __future__ import annotations

from collections.abc import Callable
from json import dumps
from typing import Any

from duizhao.cli.output import Options, Output
from duizhao.cli.output.parts.sarif_rules import LEVELS, descriptor
from duizhao.cli.output.parts.uri import location_uri
from duizhao.validator.finding import Finding, Place, Severity
from duizhao.validator.registry import registry
from duizhao.validator.report import FileResult, Problem, Tally
from duizhao.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MAX_RESULTS = 5_000  # shown by GitHub
MAX_BYTES = 10_000_000  # of the file after gzip, taken by GitHub
MAX_TEXT = 500  # characters of a quotation; a finding may mark a whole paragraph
MAX_PROBLEMS = 100  # beyond it only their number is told: what is cut for GitHub must not come back as notes


class Writer(Output):
    """Keeps the most severe results, the first of each severity."""

    def __init__(self, write: Callable[[str], object], options: Options) -> None:
        super().__init__(write, options)
        self._kept: dict[Severity, list[Finding]] = {severity: [] for severity in reversed(Severity)}
        self._waived: list[Finding] = []
        self._problems: list[Problem] = []
        self._total = 0

    def add(self, result: FileResult) -> None:
        self._total += len(result.findings)
        # Waived ones too: SARIF has a place for what was suppressed. They are the first to be cut.
        for finding in result.findings:
            kept = self._waived if finding.waived else self._kept[finding.severity]
            if len(kept) < MAX_RESULTS:
                kept.append(finding)
        if result.problem and len(self._problems) < MAX_PROBLEMS:
            self._problems.append(result.problem)

    def end(self, tally: Tally) -> None:
        findings = [finding for kept in (*self._kept.values(), self._waived) for finding in kept][:MAX_RESULTS]
        text = self._document(findings, tally)
        # a quarter at a time: how far a text shrinks is known only when it is packed
        while findings and _packed(text) > MAX_BYTES:
            findings = findings[: len(findings) * 3 // 4]
            text = self._document(findings, tally)
        self.write(text)

    def _document(self, findings: list[Finding], tally: Tally) -> str:
        rules = _Rules()
        results = [_result(finding, rules) for finding in findings]
        run = {
            "tool": {"driver": _driver(rules)},
            "originalUriBaseIds": {"SRCROOT": {"description": {"text": "the folder in which duizhao was run"}}},
            "columnKind": "unicodeCodePoints",
            "invocations": [self._invocation(len(findings), tally)],
            "results": results,
        }
        return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"

    def _invocation(self, kept: int, tally: Tally) -> dict[str, Any]:
        notes = [_unreadable(problem) for problem in self._problems]
        if tally.unreadable > len(self._problems):
            notes.append(_note("error", f"{tally.unreadable - len(self._problems):,} more files could not be read."))
        if self._total > kept:
            cut = (
                f"{self._total - kept:,} of {self._total:,} results are left out, the least severe, to stay within the"
            )
            notes.append(_note("warning", f"{cut} {MAX_RESULTS:,} results and {MAX_BYTES:,} bytes that GitHub takes."))
        summary = tally.summary
        seen = {
            "files": summary.files,
            "lookedAt": summary.looked_at,
            "skipped": summary.skipped,
            "skippedBecause": dict(sorted(tally.reasons.items())),
        }
        invocation: dict[str, Any] = {"executionSuccessful": not tally.unreadable, "properties": seen}
        return invocation | ({"toolExecutionNotifications": notes} if notes else {})


class _Rules:
    """The rules that occur, each with its index in the report."""

    def __init__(self) -> None:
        self.indexes: dict[str, int] = {}

    def index(self, code: str) -> int:
        return self.indexes.setdefault(code, len(self.indexes))


def _driver(rules: _Rules) -> dict[str, Any]:
    known = registry()
    return {
        "name": "duizhao",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [descriptor(known[code]) if code in known else {"id": code} for code in rules.indexes],
    }


def _result(finding: Finding, rules: _Rules) -> dict[str, Any]:
    place = finding.place
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rules.index(finding.rule),
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message.replace("](", "] (")},  # `[words](1)` is a link in SARIF
        "locations": [{"physicalLocation": _physical(finding.path, place)}],
        "partialFingerprints": {"duizhao/v1": finding.fingerprint},
    }
    if finding.zh and finding.zh is not finding.place:
        original = {
            "id": 1,
            "message": {"text": "the original"},
            "physicalLocation": _physical(finding.zh.path or finding.path, finding.zh),
        }
        result["relatedLocations"] = [original]
        result["message"]["text"] += " ([original](1))"
    if finding.confidence is not None:
        result["rank"] = round(100 * finding.confidence, 1)  # SARIF 2.1.0, 3.27.25: priority, from 0 to 100
    if finding.waived:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": finding.waived}]
    return result


def _physical(path: str, place: Place | None) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": location_uri(path)}
    if place:
        location["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
        if place.text:
            location["region"]["snippet"] = {"text": place.text[:MAX_TEXT]}
    return location


def _unreadable(problem: Problem) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": location_uri(problem.path)}
    # SARIF counts from 1, and a region without a line is none.
    if problem.line:
        physical["region"] = {"startLine": problem.line, "startColumn": max(1, problem.column)}
    return _note("error", problem.message) | {"locations": [{"physicalLocation": physical}]}


def _note(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": text}}


def _packed(text: str) -> int:
    """Bytes after gzip; what is small anyway is not packed to know it."""
    import zlib

    data = text.encode()
    # As gzip does it, but for a header of some bytes.
    return len(zlib.compress(data, 6)) if len(data) > MAX_BYTES else len(data)
