"""Figures that sum up against those that are added: a list with its total, another 3,000 or a surplus as the total."""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.validator.pairing.context import Context
from duizhao.validator.pairing.lists import closes_list
from duizhao.validator.pairing.model import PROBABLE, SURE, Judgement
from duizhao.validator.pairing.nearby import ZH_CLAUSE, words_before, words_behind
from duizhao.validator.pairing.said_of.more_or_less import RANK
from duizhao.validator.quantities.model import Approx, Kind, Quantity

_OTHER_BEFORE = regex(r"\bother (?:of the )?$")
_OTHERS = regex(r" (?:others?|more|further|additional)\b(?! than\b)")


def list_total(context: Context, zh: Quantity, en: Quantity) -> Judgement | None:
    """甲、乙、丙等五县 ("five counties, among them A, B and C") as "A, B, C and five other counties".

    Args:
        context: the words around the pair.
        zh: a count of the original.
        en: its counterpart.
    """
    if context.zh_before.endswith("一行") and zh.low == en.low and _ACCOMPANIED.search(context.en_before):
        return Judgement("list-total", "the figure counts the whole party, the one who leads it included", SURE)
    if zh.low >= _MANY and zh.approx is not Approx.NONE:
        return None
    if zh.low == en.low and _LED_BY.search(context.zh_before) and _OTHERS.match(context.en_after):
        return Judgement("list-total", "the figure counts the one who is named as well", PROBABLE)
    if zh.low == en.low and _WITH_OTHERS.search(context.zh_before) and _OTHERS.match(context.en_after):
        return Judgement("list-total", "the figure counts the whole list, those named included", PROBABLE)
    if not closes_list(context.zh_before):
        return None
    if zh.low == en.low and (_OTHER_BEFORE.search(context.en_before) or _OTHERS.match(context.en_after)):
        return Judgement("list-total", "the figure counts the whole list, those named included", SURE)
    if "共" in context.zh_before[-3:] and re.match(r" \w+ (?:of|from) the \w", context.en_after):
        return Judgement("list-total", "the figure sums up the list; it is no part of its last item", PROBABLE)
    return None


_MANY = 1000
"""From these on it makes no difference to a round figure whether the few who are named are counted: 六千余人."""
_WITH_OTHERS = regex("[和及与、]其[他它余][^，。；：]{1,6}共计?有?$")
"""甲岛、乙岛和其他岛屿共四十六处: the others are not so many."""
_LED_BY = regex(f"{RANK}以下(?:官兵)?(?:共|计|计有)?$")
"""营长宋某以下四百三十人: he is one of them."""
_ACCOMPANIED = regex(r"\b(?:accompanied|followed|escorted|joined) by (?:a (?:party|group|staff) of )?$", re.IGNORECASE)
_OTHERS_ZH = regex("(?:其他|其它|其余|另外)$")
_WITH_THEM = regex(r"^[^.;]{0,40}\b(?:including|includes?|among (?:them|which)|such as)\b")
_OTHER_EN = regex(r"\b(?:others?|another|further|additional|more|remaining|rest|else|elsewhere|besides|plus)\b")
_FURTHER = regex("(?:[又另][^，。；：、共总合]{0,3}|[还還再]有)$")
_OF_EACH = regex("(?:(?<!平)均|各(?![种類类界地项項级級])|每[年月日天人户戶亩畝])[^，。；：、]{0,12}$")
"""两区均在一千三百万亩以上: so much in each of them."""
_SUMMED_ZH = regex("[共总總合]")
_TOTAL = ("a total of ", "in total ", "totaling ", "totalling ")


def further_as_total(context: Context, words: str, zh_words: str) -> Judgement | None:
    """又有三千人 ("another 3,000") as "a total of 3,000".

    Args:
        context: the words around the pair.
        words: the English expression, in lower case.
        zh_words: the expression of the original.
    """
    if _OTHERS_ZH.search(context.zh_before) and _WITH_THEM.search(context.en_after):
        if not _OTHER_EN.search(f"{context.en_before} {context.en_after}"):
            return Judgement("total", "the original counts others beside those named", PROBABLE)
        return None
    summed = context.en_before.endswith(_TOTAL) or words.startswith(_TOTAL)
    if summed and _OF_EACH.search(context.zh_before) and not _SUMMED_ZH.search(context.zh_before + zh_words):
        return Judgement("total", "the original says so much of each, the English of all", PROBABLE)
    if summed and _FURTHER.search(context.zh_before):
        return Judgement("total", "the original adds them to others; they are not the total", PROBABLE)
    return None


# ---------------------------------------------------------------- a surplus told as the whole

_NEAR_ZH, _NEAR_EN = 24, 160
"""Characters of the clause and of the English sentence that are looked at; what is compared may stand far off."""
_COUNTED = frozenset((Kind.CARDINAL, Kind.MEASURE))
_DID = (
    "生产|增产|增加|增收|收入|收获|收割|开垦|完成|节约|积累|交售|出售|种了|"
    "[收打产织纺出干做采挖炼运拉造砍修养得赚用花付交积挣印装耕挑抬背搬送卖割锄走跑翻烧编榨铸轧锻捞捕钻掘缝浇灌施派吃喝建盖铺]"
)
_MORE = regex(
    # 许多, 不多 and 三百多 say no more than what there is.
    "(?:(?<![共许很不最至大顶过更众几十百千万亿余太好甚繁增诸居占颇么样差０-９0-9])"
    f"多(?:{_DID})[了出]?(?:[^，。；：、的是为有到至成一二两三四五六七八九十百千万几数0-9]{{1,3}})?"
    "|[比较](?![例赛价重较])[^，。；：]{2,16}(?<![许很不最至大顶过更众几十百千万亿余])(?:多|增产|增收|增加)了?)[约近达]?$"
)
_EN_SENTENCE = regex(r"(?:(?<!\bi\.e)(?<!\be\.g)\.|[;!?])(?:\s|$)|\n|, (?:and|but|while|whereas|so) ")
_EN_BOUND = regex(
    r"\b(?:no |not )?(?:more than|over|above|upwards? of|up to|better than)"
    r"(?= (?:(?:an?|the|some|about) )?(?:[0-9$£]|one\b|two\b|three\b|fo(?:ur|rty)|fi(?:ve|f)|six|seven|eigh|nine|ten\b|"
    r"eleven|twel|twen|thir|hundred|thousand|million|dozen|half\b|several\b|few\b|score))"
)
"""A bound of a figure, which says nothing of what it exceeds: more than 50 jin."""
_EN_MORE = regex(
    r"\b(?:more|less|fewer|additional\w*|addition|extra|another|others|further\w*|surplus|excess\w*|exceed\w*|"
    r"surpass\w*|over\w*|above|beyond|besides|up|plus|too|again|increas\w*|ris[ei]\w*|rose|rais\w+|gain\w*|gr[eo]w\w*|add\w*|boost\w*|"
    r"climb\w*|jump\w*|improv\w*|extend\w*|expand\w*|better\w*|higher|greater|larger|bigger|longer|faster|heavier|"
    r"ahead(?! of (?:schedule|time))|outstrip\w*|outdo\w*|top\w*|beat\w*|sav\w+|spare\w*|advance\w*|upward\w*|"
    r"instead|rather|detour|later?|difference|margin|doubl\w*|twice|times|fold|supplement\w*|"
    r"dearer|costlier|wider|deeper|taller|thicker|farther|augment\w*|on top|enlarg\w*|lengthen\w*)\b"
)

_MORE_THAN = regex(r"(?: [a-z]+){0,3} (?:more|over|above|better)\b")
"""Behind the figure it is no bound of the next: 12 yuan more than three years ago."""
_TOLD = regex(r"\b(?:the|those|these|this|that)\s$")
"""A figure that has been told before: the 500 yuan."""


_EXCESS = regex("(?:超额(?:完成)?|超产)了?$")
_PLANNED = regex(
    r"\b(?:exceed|surpass|over-?fulfil)\w* (?:the|its|their|a) "
    r"(?:planned|target(?:ed)?|original(?:ly)?(?: planned)?|plan of|target of|quota of|goal of) (?:of )?$",
    re.IGNORECASE,
)


def excess_as_plan(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """超额完成了二十一亿 as "exceeding the planned 2.1 billion".

    Args:
        text: of the article.
        zh: an amount of the original.
        en: its counterpart.
    """
    if not _EXCESS.search(text, max(0, zh.start - 8), zh.start) or not _PLANNED.search(
        text, max(0, en.start - 50), en.start
    ):
        return None
    return Judgement("total", "the original says by how much, the English how much was planned", PROBABLE)


def surplus_as_whole(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge whether the English lost that a figure is so much more; None where nothing speaks against it.

    Args:
        text: of the article.
        zh: a count or a measure of the original.
        en: its counterpart.
    """
    if zh.kind not in _COUNTED or en.kind not in _COUNTED or zh.weak or en.weak:
        return None
    near = text[max(0, zh.start - _NEAR_ZH) : zh.start]
    if "多" not in near and "增" not in near:
        return None
    if not _MORE.search(words_before(text, zh.start, _NEAR_ZH, ZH_CLAUSE)):
        return None
    before = words_before(text, en.start, _NEAR_EN, _EN_SENTENCE)
    behind = words_behind(text, en.end, _NEAR_EN, _EN_SENTENCE).lower()
    if _TOLD.search(before.lower()) or _MORE_THAN.match(behind):
        return None
    sentence = f"{before}{text[en.start : en.end]}".lower() + behind
    if _EN_MORE.search(_EN_BOUND.sub("", sentence)):
        return None
    return Judgement("total", "the original says so much more, the English so much in all", PROBABLE)
