"""What a run over many files found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from duizhao.validator.finding import Finding, Severity


class Problem(NamedTuple):
    """A file that could not be read at all."""

    path: str
    message: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return f"{place}: {self.message}"


class FileResult(NamedTuple):
    """What was found in one file."""

    path: str
    findings: tuple[Finding, ...] = ()
    problem: Problem | None = None


class Summary(NamedTuple):
    """Counts of a run; waived findings count apart."""

    files: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    waived: int = 0
    unreadable: int = 0


class Report(NamedTuple):
    """The results of a run, in the order of a report."""

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    summary: Summary

    @classmethod
    def of(cls, results: Iterable[FileResult], extra: Iterable[Finding] = ()) -> Report:
        """Gather results; `extra` are findings that belong to no single file's run."""
        findings: list[Finding] = list(extra)
        problems = []
        files = 0
        for result in results:
            files += 1
            findings += result.findings
            if result.problem:
                problems.append(result.problem)
        findings.sort(key=Finding.sort_key)
        problems.sort()
        return cls(tuple(findings), tuple(problems), _count(files, findings, len(problems)))

    def failing(self, threshold: Severity) -> bool:
        """Whether a finding that is not waived reaches the threshold."""
        return any(finding.severity >= threshold and not finding.waived for finding in self.findings)


def _count(files: int, findings: Iterable[Finding], unreadable: int) -> Summary:
    counts = {Severity.ERROR: 0, Severity.WARNING: 0, Severity.INFO: 0}
    waived = 0
    for finding in findings:
        if finding.waived:
            waived += 1
        else:
            counts[finding.severity] += 1
    return Summary(files, counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.INFO], waived, unreadable)
