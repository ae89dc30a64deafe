"""What a run over many files found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from duizhao.errors import UnreadableError
from duizhao.printable import one_line
from duizhao.validator.finding import Finding, Severity


class Problem(NamedTuple):
    """A file that could not be read or checked at all."""

    path: str
    message: str
    line: int = 0
    column: int = 0
    fault: bool = False
    """True where it is not the file's fault but duizhao's own."""

    @classmethod
    def unread(cls, path: str, error: UnreadableError) -> Problem:
        """Why something of a file cannot be read."""
        return cls(path, error.message, error.line, error.column)

    def document(self) -> dict[str, object]:
        """As JSON data."""
        document = self._asdict()
        if not self.fault:
            del document["fault"]
        return document

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return one_line(f"{place}: {self.message}")


class FileResult(NamedTuple):
    """What was found in one file."""

    path: str
    findings: tuple[Finding, ...] = ()
    problem: Problem | None = None
    text: str = ""
    """The file's text, where it was asked for and there are findings to show in it."""
    skipped: bool = False
    """True for a file that no reader knows, met in a folder: not checked, not complained of."""
    reason: str = ""
    """Why it was skipped."""
    whole: bool = True
    """False where this adds findings to files that have had their result: those of rules that look across files."""
    digests: tuple[bytes, ...] = ()
    """What its articles are compared with others by, where that was asked for; see `across.digest`."""
    key: bytes = b""
    """The file's key in the cache, b'' where there is none."""


class Summary(NamedTuple):
    """Counts of a run; waived findings count apart, skipped files not among `files`."""

    files: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    waived: int = 0
    unreadable: int = 0
    skipped: int = 0
    looked_at: int = 0
    """All of them: recognised, unreadable or skipped."""


class Tally:
    """Counts results as they pass, so that a run of any length needs no memory of them."""

    def __init__(self) -> None:
        self.files = 0
        self.skipped = 0
        self.reasons: Counter[str] = Counter()
        """Why files were skipped."""
        self.unreadable = 0
        self.faults = 0
        """Of the unreadable ones, those that are so through a fault of duizhao."""
        self.waived = 0
        self.severities: Counter[Severity] = Counter()
        self.rules: Counter[tuple[str, str]] = Counter()
        """Findings that are not waived, by code and name of their rule."""

    def add(self, result: FileResult) -> None:
        """Count a result."""
        if result.skipped:
            self.skipped += 1
            self.reasons[result.reason] += 1
        self.files += result.whole and not result.skipped
        self.unreadable += result.problem is not None
        self.faults += result.problem is not None and result.problem.fault
        for finding in result.findings:
            if finding.waived:
                self.waived += 1
            else:
                self.severities[finding.severity] += 1
                self.rules[finding.rule, finding.name] += 1

    @property
    def summary(self) -> Summary:
        """The counts so far."""
        count = self.severities
        return Summary(
            self.files,
            count[Severity.ERROR],
            count[Severity.WARNING],
            count[Severity.INFO],
            self.waived,
            self.unreadable,
            self.skipped,
            self.files + self.skipped,
        )

    def failing(self, threshold: Severity) -> bool:
        """Whether a finding that is not waived reached the threshold."""
        return any(count and severity >= threshold for severity, count in self.severities.items())


class Report(NamedTuple):
    """The results of a run that is small enough to be held, in the order of a report."""

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    summary: Summary

    @classmethod
    def of(cls, results: Iterable[FileResult]) -> Report:
        """Gather results."""
        findings: list[Finding] = []
        problems = []
        tally = Tally()
        for result in results:
            tally.add(result)
            findings += result.findings
            if result.problem:
                problems.append(result.problem)
        findings.sort(key=Finding.sort_key)
        problems.sort()
        return cls(tuple(findings), tuple(problems), tally.summary)

    def failing(self, threshold: Severity) -> bool:
        """Whether a finding that is not waived reaches the threshold."""
        return any(finding.severity >= threshold and not finding.waived for finding in self.findings)


def gravest_first(results: Iterable[FileResult], *, by_file: bool) -> Iterator[FileResult]:
    """Results with the gravest and likeliest findings first, over all files; holds all that have findings.

    Args:
        results: in any order.
        by_file: whether the findings of a file stay together, the file with the gravest first; else a file comes once
            for each of its findings, as a part of the report that counts as no file.
    """
    found: list[FileResult] = []
    for result in results:
        yield result._replace(findings=())
        part = result._replace(whole=False, problem=None, digests=(), skipped=False, reason="")
        kept = tuple(sorted(result.findings, key=_gravity))
        found += (
            [part._replace(findings=kept)] * bool(kept) if by_file else [part._replace(findings=(f,)) for f in kept]
        )
    found.sort(key=lambda part: _gravity(part.findings[0]))
    yield from found


def _gravity(finding: Finding) -> tuple[object, ...]:
    likely = 1.0 if finding.confidence is None else finding.confidence
    return (-finding.severity, -likely, finding.sort_key())


def by_file(findings: Iterable[Finding]) -> list[FileResult]:
    """Findings that belong to no single file's run, as results to be added to a report."""
    paths: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=Finding.sort_key):
        paths.setdefault(finding.path, []).append(finding)
    return [FileResult(path, tuple(found), whole=False) for path, found in paths.items()]
