"""What a sentence says once for several figures: their "percent", their unit, their approximator."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from duizhao.regex import regex
from duizhao.validator.pairing.values.approximators import SIDE
from duizhao.validator.quantities.model import Approx, Cluster, Kind, Quantity

NO_COUNTS = frozenset((Kind.PERCENT, Kind.MULTIPLE))
"""Kinds that are no counts: what is said of one does not hold for the other."""
_SENTENCE = 150
"""Characters of a sentence in which a unit that was said once may be left out."""
_PERCENT = regex(r"%|\bper ?cent(?:age)?s?\b")
_SHARED = 80
"""Characters of a sentence over which figures share a "percent": 10 percent in the first year, 15 in the second."""


def percent_said(text: str, en: Quantity) -> bool:
    """Whether a sentence says "percent" near one of its figures: from 3.2 per cent to less than two.

    Args:
        text: of the article.
        en: a figure of the translation.
    """
    before = text[max(0, en.start - _SHARED) : en.start].lower()
    # A semicolon parts as a full stop does: what the next clause counts is another thing.
    before = before[max(before.rfind(". "), before.rfind("\n"), before.rfind("; ")) + 1 :]
    after = text[en.end : en.end + _SHARED].lower()
    cut = [at for at in map(after.find, (". ", "\n", "; ")) if at >= 0]
    return bool(_PERCENT.search(before) or _PERCENT.search(after[: min(cut, default=len(after))]))


_SERIES = regex(r"(?:[ -][a-z-]+){0,4}(?:, and|,| and) ", re.IGNORECASE)
_GAPPED = regex(r"(?:[ -][a-z-]+){0,4}[,;] (?:and )?[A-Z][\w’'-]*(?:,? (?:and )?[A-Z][\w’'-]*){0,5} ")
"""Names with the verb left out: Wuhe exceeded 60 percent, Guzhen and Mengcheng 50 percent."""
_EACH = regex(r"(?: [a-z-]+){0,2} (?:for|in|to|per|out of)(?: every| each)? ", re.IGNORECASE)


def last_before(clusters: Sequence[Cluster], start: int) -> int:
    """Which of some expressions is the last to begin before a place, -1 for none."""
    return bisect_left(clusters, start, key=lambda one: one.start) - 1


def said_before(text: str, clusters: Sequence[Cluster], en: Quantity, approx: Approx) -> bool:
    """Whether an approximator stands with the number before: "more than 90,000 bridges, 17,000 tunnels and 240 weirs",
    "about one bed for every 230 people".

    Args:
        text: of the article.
        clusters: the expressions of the translation.
        en: one of them, which has none.
        approx: the approximator.
    """
    at = last_before(clusters, en.start)
    if at >= 0 and _EACH.fullmatch(text, clusters[at].end, en.start):
        # A rate has one approximator for both of its numbers, and it stands with the first.
        return any(one.approx is approx for one in clusters[at].covers[0].quantities[-1:])
    return _said_for_series(text, clusters, en, approx)


def said_behind(text: str, clusters: Sequence[Cluster], zh: Quantity, approx: Approx) -> bool:
    """Whether an approximator stands with the number behind: 四千斤、五千斤以上 as "more than 4,000 and 5,000 jin".

    Args:
        text: of the article.
        clusters: the expressions of the original.
        zh: one of them, which has none.
        approx: the approximator of its counterpart.
    """
    if text[zh.end : zh.end + 1] not in _JOINTS:
        return False
    at = last_before(clusters, zh.start + 1)
    near = (one for cluster in clusters[max(0, at) : at + 2] for one in cluster.covers[0].quantities)
    following = next((one for one in near if one.start == zh.end + 1), None)
    # 十八岁和十八岁以上 is one bound, said with its beginning
    if following is None or following.low == zh.low:
        return False
    return following.kind is zh.kind and SIDE[following.approx] == SIDE[approx]


_JOINTS = frozenset(("、", "和", "及", "与", "與"))


def units_before(text: str, clusters: Sequence[Cluster], en: Quantity) -> Iterator[str]:
    """The units of the measures before a figure in its sentence, with no full stop between, the nearest first.

    Args:
        text: of the article.
        clusters: the expressions of the translation.
        en: one of them, which has no unit.
    """
    at = last_before(clusters, en.start)
    while at >= 0 and en.start - clusters[at].end < _SENTENCE and ". " not in text[clusters[at].end : en.start]:
        quantities = clusters[at].covers[0].quantities
        if quantities and quantities[-1].unit:
            yield quantities[-1].unit
        at -= 1


_SUMS_UP = regex(r"(?:a )?total|reaching|amounting", re.IGNORECASE)
"""How a figure begins that is no further member: more than 900 households, totaling 4,300 people."""


def _said_for_series(text: str, clusters: Sequence[Cluster], en: Quantity, approx: Approx) -> bool:
    """Whether the first of a series of figures has an approximator that holds for all of them."""
    if _SUMS_UP.match(text, en.start):
        return False
    at, start = last_before(clusters, en.start), en.start
    if at >= 0 and clusters[at].end > start:
        # "more than 7% and 10%" is read as one
        inner = [one for one in clusters[at].covers[0].quantities if one.end < start]
        if not inner or not _SERIES.fullmatch(text, inner[-1].end, start):
            return False
        return (inner[-1].kind is en.kind) and SIDE[inner[-1].approx] == SIDE[approx]
    while at >= 0 and (
        _SERIES.fullmatch(text, clusters[at].end, start) or _GAPPED.fullmatch(text, clusters[at].end, start)
    ):
        before = clusters[at].covers[0].quantities
        if len(before) != 1 or (before[0].kind in NO_COUNTS) is not (en.kind in NO_COUNTS):
            return False  # more than 11,000 pigs, 40% more than in 1958
        if before[0].approx is not Approx.NONE:
            return SIDE[before[0].approx] == SIDE[approx]
        at, start = at - 1, clusters[at].start
    return False
