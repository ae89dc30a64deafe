"""Findings, from the rows of JSON that they are kept as."""

from __future__ import annotations

from typing import Any

from duizhao.validator.finding import Finding, Place, Severity


def finding_of(row: list[Any]) -> Finding:
    """A finding as it was kept.

    Args:
        row: its fields, in their order; a severity is its name, and a place a row of its own.
    """
    rule, name, severity, path, message, en, zh, *rest = row
    return Finding(rule, name, Severity(severity), path, message, _place(en), _place(zh), *rest)


def _place(row: list[Any] | None) -> Place | None:
    return Place(*row) if row else None
