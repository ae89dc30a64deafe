"""Severity is harm times confidence: what a wrong figure does to a reader, and how likely it is wrong.

The harm is the rule's: an error is what a reader would believe and quote, a warning what shades the meaning, an info
what is only worth knowing.  What could do much harm is a warning though it be doubtful, and an error where it is
likely; what could do little is a warning only where it is not unlikely.
"""

from __future__ import annotations

from duizhao.validator.finding import Severity

LEAST = {
    # (harm, severity): the confidence from which on a finding of that harm is that severe
    (Severity.ERROR, Severity.ERROR): 0.7,
    (Severity.ERROR, Severity.WARNING): 0.04,
    (Severity.WARNING, Severity.WARNING): 0.12,
}


def severity_of(harm: Severity, confidence: float) -> Severity:
    """How severe a finding is.

    Args:
        harm: the severity of its rule, or the one configured in its place.
        confidence: the share of such findings that are right.
    """
    for severity in (Severity.ERROR, Severity.WARNING):
        least = LEAST.get((harm, severity))
        if least is not None and confidence >= least:
            return severity
    return Severity.INFO
