"""reviewdog's diagnostic format, `reviewdog -f=rdjson`; its columns count bytes of UTF-8.

Source: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from duizhao.cli.output import JsonList, likely
from duizhao.source import Source
from duizhao.validator.finding import Finding, Place, Severity
from duizhao.validator.report import FileResult, Problem, Tally

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


class Writer(JsonList):
    before = '{"source": {"name": "duizhao"}, "diagnostics": ['

    def add(self, result: FileResult) -> None:
        source = Source(result.path, result.text)
        for finding in self.shown(result):
            self.item(_diagnostic(finding, source))
        if result.problem:
            self.item(_problem(result.problem))

    def end(self, _: Tally) -> None:
        self.write(("\n" if self.before == "," else self.before) + "]}\n")


def _diagnostic(finding: Finding, source: Source) -> dict[str, object]:
    location: dict[str, object] = {"path": finding.path}
    if finding.place:
        location["range"] = _range(finding.place, source)
    diagnostic: dict[str, object] = {
        "message": finding.message + likely(finding),
        "location": location,
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    if finding.zh and finding.zh is not finding.place:
        path = finding.zh.path or finding.path
        related = {"path": path, "range": _range(finding.zh, Source(path, "") if finding.zh.path else source)}
        diagnostic["relatedLocations"] = [{"message": finding.zh.text, "location": related}]
    return diagnostic


def _problem(problem: Problem) -> dict[str, object]:
    return {"message": problem.message, "location": {"path": problem.path}, "severity": "ERROR"}


def _range(place: Place, source: Source) -> dict[str, dict[str, int]]:
    return {"start": _point(place.line, place.column, source), "end": _point(place.end_line, place.end_column, source)}


def _point(line: int, column: int, source: Source) -> dict[str, int]:
    # Without the text nobody can count bytes, and a column would be a guess.
    if not source.text:
        return {"line": line}
    start = source.line_span(line).start
    return {"line": line, "column": source.bytes_before(start + column - 1) - source.bytes_before(start) + 1}
