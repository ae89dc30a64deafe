"""One line a finding: `path:line:col: CODE message`, which terminals and editors make clickable."""

from __future__ import annotations

from duizhao.validator.finding import Finding
from duizhao.validator.report import Report


def render(report: Report) -> str:
    """The report, one line each for findings and for unreadable files."""
    lines = [_line(finding) for finding in report.findings if not finding.waived]
    lines += [str(problem) for problem in report.problems]
    return "".join(line + "\n" for line in lines)


def _line(finding: Finding) -> str:
    place = finding.place
    where = f"{place.line}:{place.column}" if place else "1:1"
    return f"{finding.path}:{where}: {finding.rule} {finding.message}"
