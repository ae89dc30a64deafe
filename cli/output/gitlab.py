"""GitLab's code quality report.

Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import hashlib

from duizhao.cli.output import JsonList, likely, position
from duizhao.validator.finding import Finding, Severity
from duizhao.validator.report import FileResult, Problem, Tally

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class Writer(JsonList):
    def add(self, result: FileResult) -> None:
        for finding in self.shown(result):
            self.item(_issue(finding))
        if result.problem:
            self.item(_problem(result.problem))

    def end(self, _: Tally) -> None:
        self.write("[]\n" if self.before == "[" else "\n]\n")


def _issue(finding: Finding) -> dict[str, object]:
    line, _ = position(finding)
    end = finding.place.end_line if finding.place else line
    return {
        "description": finding.message + likely(finding),
        "check_name": f"{finding.rule} {finding.name}",
        "fingerprint": _identity(finding.path, finding.fingerprint),
        "severity": SEVERITIES[finding.severity],
        "location": {"path": finding.path, "lines": {"begin": line, "end": end}},
    }


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "description": problem.message,
        "check_name": "unreadable",
        "fingerprint": _identity(problem.path, "unreadable"),
        # Above all findings: of this file nothing was checked.
        "severity": "critical",
        "location": {"path": problem.path, "lines": {"begin": problem.line or 1}},
    }


def _identity(path: str, mark: str) -> str:
    """GitLab wants a mark that no other finding of the report has; one article may lie in two files."""
    return hashlib.sha256(f"{path}\x1f{mark}".encode()).hexdigest()[:32]
