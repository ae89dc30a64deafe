"""A rule's manual page as SARIF metadata."""

from __future__ import annotations

from typing import Any

from duizhao.validator.finding import Severity
from duizhao.validator.rule import FAMILIES, Rule

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
"""SARIF's names of the severities, for rules and for what they find."""


def descriptor(rule: Rule) -> dict[str, Any]:
    """The rule as a SARIF reportingDescriptor."""
    text = f"{rule.summary}\n\n{rule.why}"
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        # Both: SARIF asks for the text, GitHub shows the Markdown.
        "help": {"text": text, "markdown": _markdown(rule)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [FAMILIES[rule.family].lower()], "problem.severity": _problem_severity(rule.severity)},
    }


def _markdown(rule: Rule) -> str:
    parts = [f"**{rule.code} {rule.name}.** {rule.summary}", rule.why]
    for title, examples in (("Found in", rule.fires), ("Not found in", rule.silent)):
        parts += [f"{title}:\n\n```text\n{example}\n```" for example in examples]
    if rule.source:
        parts.append(f"Source: {rule.source}")
    return "\n\n".join(parts)


def _problem_severity(severity: Severity) -> str:
    """GitHub's own name for a level."""
    return "recommendation" if severity is Severity.INFO else severity.word
