"""One line a finding: `path:line:col: CODE message`, which terminals and editors make clickable."""

from __future__ import annotations

from duizhao.cli.output import Output, likely, position
from duizhao.cli.output.parts.statistics import statistics
from duizhao.printable import in_one_line
from duizhao.validator.finding import Finding
from duizhao.validator.report import FileResult, Tally


class Writer(Output):
    def add(self, result: FileResult) -> None:
        for finding in self.shown(result):
            self.write(line(finding) + "\n")
        if result.problem:
            self.write(in_one_line(str(result.problem)) + "\n")

    def end(self, tally: Tally) -> None:
        if self.options.statistics:
            self.write(statistics(tally))


def line(finding: Finding) -> str:
    """The one line of a finding."""
    row, column = position(finding)
    waived = f" (waived: {finding.waived})" if finding.waived else ""
    return in_one_line(f"{finding.path}:{row}:{column}: {finding.rule} {finding.message}{likely(finding)}{waived}")
