"""The report as one JSON document; the contract of `report.schema.json`."""

from __future__ import annotations

from collections.abc import Callable
from json import dumps
from typing import Any

from duizhao.cli.output import Options, Output
from duizhao.validator.finding import Finding
from duizhao.validator.report import FileResult, Problem, Tally


class Writer(Output):
    def __init__(self, write: Callable[[str], object], options: Options) -> None:
        super().__init__(write, options)
        self._problems: list[Problem] = []
        self._before = '{"findings": [\n '

    def add(self, result: FileResult) -> None:
        for finding in self.shown(result):
            self.write(self._before + dumps(finding_document(finding), ensure_ascii=False))
            self._before = ",\n "
        # they follow the list of findings, which is not at its end before the run is
        if result.problem:
            self._problems.append(result.problem)

    def end(self, tally: Tally) -> None:
        self.write("\n" if self._before.startswith(",") else '{"findings": [')
        problems = ",\n ".join(dumps(problem.document(), ensure_ascii=False) for problem in self._problems)
        self.write(f'],\n"problems": [{problems}],\n"summary": {dumps(summary_document(tally))}}}\n')


def finding_document(finding: Finding) -> dict[str, Any]:
    """A finding as JSON data."""
    data: dict[str, Any] = {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity.word,
        "path": finding.path,
        "message": finding.message,
        "en": finding.en.document() if finding.en else None,
        "zh": finding.zh.document() if finding.zh else None,
        "fingerprint": finding.fingerprint,
    }
    if finding.confidence is not None:
        data["confidence"] = finding.confidence
    if finding.waived:
        data["waived"] = finding.waived
    return data


def summary_document(tally: Tally) -> dict[str, Any]:
    """The counts as JSON data."""
    rules = {code: count for (code, _), count in sorted(tally.rules.items())}
    return {**tally.summary._asdict(), "skipped_because": dict(sorted(tally.reasons.items())), "rules": rules}
