"""The report as one JSON document; the contract of `report.schema.json`."""

from __future__ import annotations

import json
from typing import Any

from duizhao.validator.finding import Finding
from duizhao.validator.report import Report


def render(report: Report) -> str:
    """The report as indented JSON."""
    return json.dumps(document(report), ensure_ascii=False, indent=1) + "\n"


def document(report: Report) -> dict[str, Any]:
    """The report as JSON data."""
    return {
        "findings": [finding_document(finding) for finding in report.findings],
        "problems": [problem._asdict() for problem in report.problems],
        "summary": report.summary._asdict(),
    }


def finding_document(finding: Finding) -> dict[str, Any]:
    """A finding as JSON data."""
    data = {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity.word,
        "path": finding.path,
        "message": finding.message,
        "en": finding.en._asdict() if finding.en else None,
        "zh": finding.zh._asdict() if finding.zh else None,
        "fingerprint": finding.fingerprint,
    }
    if finding.waived:
        data["waived"] = finding.waived
    return data
