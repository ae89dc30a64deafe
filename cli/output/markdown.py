"""A summary of a run in Markdown, for the page of a job."""

from __future__ import annotations

import re

from duizhao.cli.output import likely, position
from duizhao.cli.output.parts.statistics import closing_line
from duizhao.printable import escaped, in_one_line
from duizhao.unwritable import unwritable
from duizhao.validator.finding import Finding, Severity
from duizhao.validator.report import FileResult, Problem, Tally

ROWS = 50  # the page of a job is for a first look; the log has all
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&@]")


class MarkdownSummary:
    """Keeps the first findings of each severity, and the first unreadable files."""

    def __init__(self) -> None:
        self._findings: dict[Severity, list[Finding]] = {severity: [] for severity in reversed(Severity)}
        self._problems: list[Problem] = []

    def add(self, result: FileResult) -> None:
        for finding in result.findings:
            kept = self._findings[finding.severity]
            # of each severity, for the gravest may come last
            if not finding.waived and len(kept) < ROWS:
                kept.append(finding)
        if result.problem and len(self._problems) < ROWS:
            self._problems.append(result.problem)

    def text(self, tally: Tally) -> str:
        """The summary: counts, rules, and the most severe findings."""
        parts = [f"### duizhao: {closing_line(tally)}\n"]
        if tally.rules:
            rows = sorted(tally.rules.items(), key=lambda item: (-item[1], item[0]))
            parts.append(
                _table("| rule | | findings |\n|---|---|--:|", [f"{code} | {name} | {n:,}" for (code, name), n in rows])
            )
        # Cut after all severities are put together, the gravest first.
        findings = [finding for kept in self._findings.values() for finding in kept][:ROWS]
        rows_shown = [_problem_row(problem) for problem in self._problems] + [_row(finding) for finding in findings]
        if rows_shown:
            parts.append(_table("| | where | what | original |\n|---|---|---|---|", rows_shown))
        total = sum(tally.rules.values())
        if total > len(findings):
            parts.append(f"{total - len(findings):,} more findings are in the log.\n")
        return "\n".join(parts) + "\n"

    def append_to(self, path: str, tally: Tally) -> None:
        """Add the summary to a file."""
        try:
            with open(path, "a", encoding="utf-8") as file:
                file.write(escaped(self.text(tally)))
        except OSError as error:
            raise unwritable(path, error) from None


def _table(head: str, rows: list[str]) -> str:
    return head + "\n" + "".join(f"| {row} |\n" for row in rows)


def _row(finding: Finding) -> str:
    line, column = position(finding)
    where = _cell(f"{finding.path}:{line}:{column}")
    original = _cell(finding.zh.text) if finding.zh else ""
    return f"{finding.severity.word} {finding.rule} | {where} | {_cell(finding.message + likely(finding))} | {original}"


def _problem_row(problem: Problem) -> str:
    return f"unreadable | {_cell(problem.path)} | {_cell(problem.message)} | "


def _cell(text: str) -> str:
    """Text that neither ends a cell nor is Markdown or HTML, cut to 200 characters."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", in_one_line(text)[:200])
