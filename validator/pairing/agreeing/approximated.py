"""What is left of an approximator that changed, once the words further off are looked at."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duizhao.regex import regex
from duizhao.validator.pairing.agreeing.bounds import bound_crossed
from duizhao.validator.pairing.agreeing.qualifiers import comes_close, falls_short, qualified
from duizhao.validator.pairing.agreeing.said_once import last_before, said_before, said_behind
from duizhao.validator.pairing.agreeing.setting import Setting
from duizhao.validator.pairing.context import NEAR, Context, blank
from duizhao.validator.pairing.model import DOUBTFUL, FINE, PROBABLE, Judgement
from duizhao.validator.pairing.values.approximators import SIDE
from duizhao.validator.pairing.values.dimensions import is_length, is_time
from duizhao.validator.quantities.model import Approx, Cluster, Quantity

_OVER = regex("over ", re.IGNORECASE)
"""A preposition more often than an approximator, where the original has none: scattered over 72 ridges."""
_AMOUNT_AHEAD = regex(
    r"(?:^|[.,;:(\n]\s*|\b(?:of|and|or|with|were|was|is|are|been|has|have|had|to|for|by|in|from|at) )$", re.IGNORECASE
)
"""What stands before an "over" that is an approximator: the beginning of a clause, a preposition, an auxiliary."""
_ABOVE = regex("(?:above|below|beyond) ", re.IGNORECASE)


def approximated(setting: Setting, zh: Quantity, en: Quantity, judgement: Judgement) -> Judgement:
    """An approximator that changed, unless the words around say that it did not.

    Args:
        setting: where both stand.
        zh: an expression of the original.
        en: its counterpart.
        judgement: that the approximator was lost, added, changed or reversed.

    Returns:
        That judgement, a milder one, or `FINE`.
    """
    text = setting.text
    added, changed = judgement.verdict == "approx-added", judgement.verdict == "approx-changed"
    # Asked first: the 多 of 至多 would pass for a "more than" that excuses the approximator.
    crossed = bound_crossed(_alone(setting, zh, en, judgement), text, en) if added else None
    if crossed is not None:
        return crossed
    if _qualified(setting, zh, en, judgement) or (changed and comes_close(text, zh, en)):
        return FINE
    if changed and text[zh.start : zh.end].find("来") > 0 and _ODD.search(text, en.start, en.end):
        return FINE  # 四十来个 is forty or a few more or less, as "forty-odd" is in all but name
    # "above" a measure is where it is counted from, no approximator.
    if added and _ABOVE.match(text, en.start) and _measured_off(setting.en, en):
        return FINE
    if judgement.verdict == "approx-lost" and _AWAY.match(text, zh.end - 2) and is_length(zh):
        return judgement._replace(certainty=DOUBTFUL)
    if added and _OVER.match(text, en.start) and not _AMOUNT_AHEAD.search(text, max(0, en.start - 12), en.start):
        return judgement._replace(certainty=DOUBTFUL)
    if changed and falls_short(text, zh):
        return judgement._replace(certainty=PROBABLE)
    return judgement


def _measured_off(clusters: Sequence[Cluster], en: Quantity) -> bool:
    """Whether a measure stands right before: 0.86 metres above 28.28."""
    at = last_before(clusters, en.start)
    return at >= 0 and clusters[at].end == en.start - 1 and any(q.unit for q in clusters[at].covers[0].quantities)


def _qualified(setting: Setting, zh: Quantity, en: Quantity, judgement: Judgement) -> bool:
    if judgement.verdict == "approx-changed":
        return False
    text = setting.text
    if judgement.verdict == "approx-lost" and _RATE_OR_SO.match(text, en.end):
        return True
    if judgement.verdict == "approx-lost" and (
        _throughout(text, zh, en) or _is_record(text, zh, en) or _lately(text, zh)
    ):
        return True
    if zh.approx in _NEAR and _AS_MUCH.match(text, en.start):
        return True  # 估计可达一百斤 is "as much as 100 jin"
    if judgement.verdict == "approx-added" and said_behind(text, setting.zh, zh, en.approx):
        return True
    words = text[zh.start : zh.end], text[en.start : en.end].lower()
    if qualified(_alone(setting, zh, en, judgement), judgement, (SIDE[zh.approx], SIDE[en.approx]), *words):
        return True
    return judgement.verdict == "approx-lost" and said_before(text, setting.en, en, zh.approx)


_NEAR = frozenset((Approx.ABOUT, Approx.AT_MOST))
_AS_MUCH = regex(r"as [a-z]+ as\b", re.IGNORECASE)
_ODD = regex(r"\bodd\b", re.IGNORECASE)
_WITHIN = regex("[以之]?[内內中间間]$")
_AWAY = regex("[以之]外(?:的|之|处|處|去|来|來)")
"""What lies so far away: 一百五十公里以外的投票站 may be "150 kilometers away"."""
_THROUGHOUT = regex(
    r"\b(?:for|during|throughout|over|in)(?: a| the)?(?: first| next| following| past| last| full)? $", re.IGNORECASE
)


def _throughout(text: str, zh: Quantity, en: Quantity) -> bool:
    """Whether a time is within itself: 十天以内不许进地 is "for ten days"."""
    return (
        is_time(zh)
        and _WITHIN.search(text, zh.start, zh.end) is not None
        and _THROUGHOUT.search(text, max(0, en.start - 24), en.start) is not None
    )


def _lately(text: str, zh: Quantity) -> bool:
    """Whether 近 says that a time is the last one, and not that it is nearly over: 近半月来, 近两个月以来."""
    return is_time(zh) and text[zh.start] == "近" and "来" in text[zh.end - 1 : zh.end + 2]


_OF_RECORD = regex("(?:多|余)?[^，。；：]{0,6}[纪记紀記][录錄]")
_EN_RECORD = regex(r"\b(?:record|highest|peak|maximum|best)\b", re.IGNORECASE)


def _is_record(text: str, zh: Quantity, en: Quantity) -> bool:
    """Whether the most is the record that is spoken of, and no bound: 打破最高十七万斤的纪录."""
    if text[zh.start] != "最" or not _OF_RECORD.match(text, zh.end):
        return False
    return _EN_RECORD.search(text, max(0, en.start - NEAR), en.end + NEAR) is not None


_RATE_OR_SO = regex(r" (?:an?|per|each) [a-z]+,? or (?:so|thereabouts|more|less|thereabout)\b")
"""137 yuan a month or thereabouts."""


def _alone(setting: Setting, zh: Quantity, en: Quantity, judgement: Judgement) -> Context:
    """The words around a pair, those of other expressions left out: their approximators are not its own.

    Only what `qualified` reads for a judgement is there.
    """
    text, ours, theirs = setting.text, setting.zh, setting.en
    lost, added = judgement.verdict == "approx-lost", judgement.verdict == "approx-added"
    return Context(
        # A lost approximator is looked for in the English, but for 除…以外, where 除 stands before the figure.
        "" if lost and text[zh.end - 1] != "外" else blank(text, ours, zh.start - NEAR, zh.start),
        blank(text, ours, zh.end, zh.end + NEAR) if added else "",
        blank(text, theirs, en.start - NEAR, en.start) if lost else "",
        blank(text, theirs, en.end, en.end + NEAR) if lost or added else "",
    )
