"""Findings and signatures, from the rows of JSON that they are kept as."""

from __future__ import annotations

from typing import Any

from duizhao.validator.across.signature import Signature
from duizhao.validator.finding import Finding, Place, Severity


def finding_of(row: list[Any]) -> Finding:
    """A finding as it was kept.

    Args:
        row: its fields, in their order; a severity is its name, and a place a row of its own.
    """
    rule, name, severity, path, message, en, zh, *rest = row
    return Finding(rule, name, Severity(severity), path, message, _place(en), _place(zh), *rest)


def signature_of(row: list[Any]) -> Signature:
    """A signature as it was kept.

    Args:
        row: its fields, in their order.
    """
    path, identity, title, headline, *hashes, sketch, line = row
    original, translation, title_key, headline_key, letters = hashes
    places = _place(title), _place(headline)
    return Signature(
        path, identity, *places, original, translation, title_key, headline_key, letters, tuple(sketch), line
    )


def _place(row: list[Any] | None) -> Place | None:
    return Place(*row) if row else None
