"""Whether a figure says how much more or how much less, how much there was then, or whom it counts from a rank on."""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.validator.pairing.model import PROBABLE, SURE, Judgement
from duizhao.validator.pairing.said_of.periods import turned_round
from duizhao.validator.quantities.model import Approx, Quantity

_THAN = regex(
    "(?:(多|增加|增|高|超过|贵|涨|长|重|大)|(少|减少|减|低|降低|轻|短|贱|便宜|落|跌|小))[产收打卖用花出付了]?[约近达]?$"
)
_EN_THAN = regex(
    r"(?: (?!than\b)[a-z]+){0,2} (?:(more|higher|greater|longer|heavier|dearer|taller|larger)|"
    r"(less|fewer|lower|shorter|lighter|cheaper|smaller)) than\b"
)
_DID_MORE = regex("(?:(多)|(少))[产收打卖用花出付种运织交吃采炼挖修造砍生耗][^，。；：、多少]{0,2}$")
"""多产钢八十吨: what is more or less stands between, as it does in "80 tons more steel"."""
_EN_MORE = regex(r" (?:(more)|(less|fewer)) [a-z]+")
_MEASURED = frozenset("高贵长重大低轻短贱小")
"""Adjectives that compare only with 比; without it they say how much."""


def direction(zh_before: str, en_before: str, en_after: str) -> Judgement | None:
    """多四百斤 as "400 jin less than".

    Args:
        zh_before: the words before the figure of the original, simplified.
        en_before: those before its counterpart, in lower case.
        en_after: those behind it.
    """
    zh, en = _THAN.search(zh_before), _EN_THAN.match(en_after) or _EN_MORE.match(en_after)
    zh = zh or _DID_MORE.search(zh_before)
    if zh is None or en is None or bool(zh[1]) == bool(en[1]) or "不" in zh_before[-4:] or " not " in en_before:
        return None
    # Where the base was turned round as well, both say the same.
    if turned_round(zh_before, en_after) or (zh[0][:1] in _MEASURED and "比" not in zh_before):
        return None  # 长不过七里 says how long
    said = ("more", "less") if zh[1] else ("less", "more")
    return Judgement("comparison", f"the original says {said[0]} by this much, the English {said[1]}", SURE)


_MORE_THAN_THEN = regex("比[^，。；：]{1,10}?(?:多|少|增加|减少|增|减|高|低|超过)[了产收打卖出]{0,2}[约近达]?$")
_EN_THEN = regex(
    r"\b(?:compared (?:with|to)|as against|as compared (?:with|to)|against|up from|down from|from) "
    r"(?:about |only |the |just )?$"
)


def then(zh_before: str, en_before: str) -> Judgement | None:
    """比去年多十五次 as "compared with 15 last year": by how much became how many.

    Args:
        zh_before: the words before the figure of the original, simplified.
        en_before: those before its counterpart, in lower case.
    """
    if not _MORE_THAN_THEN.search(zh_before) or not _EN_THEN.search(en_before):
        return None
    return Judgement("comparison", "the original says by how many more or fewer, the English how many then", PROBABLE)


_JUST = regex(r"(?:(?:only )?(?:just|slightly)|barely|a (?:little|bit|shade)|marginally) ", re.IGNORECASE)
_SOME_MORE = regex("[多余餘馀]")
_LITTLE_MORE = regex("刚|剛|略|稍|一点|一些|仅|僅|才")
"""What says that it is not much more; 多 and 余 leave that open."""


def narrowed(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """六百多户 as "just over 600 households".

    Args:
        text: of the article.
        zh: an expression of the original.
        en: its counterpart.
    """
    if zh.approx is not Approx.OVER or en.approx is not Approx.OVER:
        return None
    said = _JUST.match(text, en.start) or _JUST.search(text, max(0, en.start - _JUST_NEAR), en.start)
    if (
        said is None
        or not _SOME_MORE.search(text, zh.start, zh.end)
        or _LITTLE_MORE.search(text, max(0, zh.start - 2), zh.end + 2)
    ):
        return None
    word = said[0].strip().lower()
    return Judgement("approx-added", f"“{word}” says how little more, which the original leaves open", PROBABLE)


_JUST_NEAR = 9
"""Letters before a figure in which such a word ends right before it."""
RANK = r"(?:[长長级級]|司令官?|[长長]官|参谋|參謀|主任|团总|总队副)(?:[^\W等、]{2,4})?"
"""A rank, and who has it: 营长宋秋山."""
_FROM_RANK = regex(
    f"{RANK}以(?:(上)|(下))(?:官兵|人员|人員|军官|軍官|将士|將士|干部|幹部|职务|職務|职|敌|匪)?的?(?:共|计|計|就有|约|約|有)?$"
)
"""团长以下官兵三千人: the rank that is named is counted."""
_EN_FROM_RANK = {
    1: regex(r"\b(?:above|over) (?:the )?(?:rank |level |position )?(?:of )?[a-z]"),
    2: regex(r"\b(?:below|under|beneath) (?:the )?(?:rank |level |position )?(?:of )?[a-z]"),
}
_INCLUDED = regex(
    r"\b(?:and|or) (?:above|below|under|higher|lower|up|down|upwards?|downwards?)\b|\bdown(?:wards?)? from\b"
    r"|\bup(?:wards?)? from\b"
    r"|\bfrom [^.;]{0,40}\b(?:down|up)|\binclu|\bat or\b|\bhimself\b|\bled by\b|\bheaded by\b"
)
_RANK_NEAR = 90
"""Letters on either side of a figure in which the rank stands from which it counts."""


def rank_excluded(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """团长以下四百七十八名 as "478 men below the rank of regimental commander".

    Args:
        text: of the article, the original in simplified characters.
        zh: a count of the original.
        en: its counterpart.
    """
    said = _FROM_RANK.search(text, max(0, zh.start - 20), zh.start)
    if said is None:
        return None
    near = text[max(0, en.start - _RANK_NEAR) : en.end + _RANK_NEAR].lower()
    if text[max(0, en.start - 5) : en.start].lower().endswith((" and ", " with ")):
        return None  # Zhang Ke and over 3,100 men below him
    if _INCLUDED.search(near) or not _EN_FROM_RANK[said.lastindex or 1].search(near):
        return None
    return Judgement("approx-lost", "the rank that the original names is counted, the English leaves it out", PROBABLE)
