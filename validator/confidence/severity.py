"""Severity is harm times confidence: what a wrong figure does to a reader, and how likely it is wrong.

The harm is the rule's: an error is what a reader would believe and quote, a warning what shades the meaning, an info
what is only worth knowing.  A finding that is not likely enough for that counts as less.
"""

from __future__ import annotations

from duizhao.validator.finding import Severity

LEAST = {Severity.ERROR: 0.75, Severity.WARNING: 0.5, Severity.INFO: 0.0}
"""The confidence from which on a finding can be this severe."""


def severity_of(harm: Severity, confidence: float) -> Severity:
    """How severe a finding is.

    Args:
        harm: the severity of its rule, or the one configured in its place.
        confidence: the share of such findings that are right.
    """
    return max(severity for severity in Severity if severity <= harm and confidence >= LEAST[severity])
