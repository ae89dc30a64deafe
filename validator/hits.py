"""Links that went wrong, as hits of a rule."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.pairing.model import PROBABLE, SURE, Link
from duizhao.validator.pairing.values.difference import show
from duizhao.validator.quantities.model import Kind, Quantity
from duizhao.validator.rule import Hit

_SEVERITY = {SURE: None, PROBABLE: Severity.WARNING}


def hits(case: Case, *verdicts: str) -> Iterator[Hit]:
    """Hits for the links of the body with one of these verdicts; dates are for the D rules."""
    return (hit(case, link) for link in links_with(case, *verdicts))


def links_with(case: Case, *verdicts: str) -> Iterator[Link]:
    """The links of the body with one of these verdicts, but for those of dates."""
    return (link for link in case.wrong if link.verdict in verdicts and not _dated(link))


def hit(case: Case, link: Link, severity: Severity | None = None) -> Hit:
    """The hit of a link: both places, and a sentence with both values."""
    spans = [Span(q.start, q.end) if q else None for q in (link.en, link.zh)]
    certain = severity or _SEVERITY.get(link.certainty, Severity.INFO)
    return Hit(_sentence(case, link), en=spans[0], zh=spans[1], severity=certain)


def _dated(link: Link) -> bool:
    return any(q is not None and q.kind is Kind.DATE for q in (link.zh, link.en))


def _sentence(case: Case, link: Link) -> str:
    en, zh = _said(case, link.en), _said(case, link.zh)
    end = f": {link.detail}" if link.detail else ""
    if not link.en:
        return f"{zh} has no counterpart in the English{end}"
    if not link.zh:
        return f"{en} has no counterpart in the original{end}"
    return f"{en}, but the original has {zh}{end}"


def _said(case: Case, quantity: Quantity | None) -> str:
    """An expression as written, and its value where that is not plain to see."""
    if quantity is None:
        return ""
    words = " ".join(case.words(Span(quantity.start, quantity.end)).split())
    value = show(quantity)
    # Longer ones are lists; their place shows them whole.
    if len(words) > 60:
        words = words[:57] + "…"
    return f"“{words}”" if value in words or quantity.kind in (Kind.UNKNOWN, Kind.CODE) else f"“{words}” ({value})"
