"""Pairs whose meaning the words around decide, whatever their values say: discounts, and bases that were exceeded."""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.validator.pairing.agreeing.qualifiers import EN_QUALIFIERS, EN_QUALIFIERS_BEHIND, SHARE_OF
from duizhao.validator.pairing.agreeing.said_once import NO_COUNTS
from duizhao.validator.pairing.context import NEAR, Context
from duizhao.validator.pairing.model import FINE, PROBABLE, SURE, Judgement
from duizhao.validator.pairing.values.difference import show_number
from duizhao.validator.quantities.model import Approx, Kind, Quantity

_ONCE = regex("[^，。；：、一二两三四五六七八九十0-9]{0,4}一(?:次|回|趟|遍)")


def decide(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge a pair whose meaning the words around it decide, whatever the values say; None for all others.

    Args:
        text: of the article.
        zh: an expression of the original.
        en: its counterpart.
    """
    if text[zh.end - 1] == "折":
        return _discount(zh, en, text[max(0, en.start - 24) : en.start].lower(), text[en.end : en.end + 12].lower())
    if (en.counter == "times" or en.kind is Kind.MULTIPLE) and zh.unit and _ONCE.match(text, zh.end):
        return Judgement("unit", "the original says after how long once, the English how many times", PROBABLE)
    if _of_what(text, zh) and (found := _bounded(Context.of(text, zh, en), zh, en)):
        return found
    if _roughly(text, zh) and (found := _about(Context.of(text, zh, en), zh, en)):
        return found
    # 超过原定计划六万亿元百分之七: the amount is what was exceeded, and by how much follows.
    if zh.unit and text.startswith(("百分之", "千分之"), zh.end):
        return None
    if zh.unit and en.unit == zh.unit and "超过" in text[max(0, zh.start - 12) : zh.start - 2]:
        return _record(text, zh, en)
    if zh.kind is Kind.PERCENT and zh.low == en.low and _PART.search(text, max(0, zh.start - 4), zh.start):
        return _grown(text, en)
    if zh.kind is Kind.PERCENT and _SURPLUS.search(text, max(0, zh.start - 8), zh.start):
        return _overfulfilled(text, zh, en)
    if zh.kind in NO_COUNTS and "超过" in text[max(0, zh.start - 12) : zh.start]:
        # The base may have many words: "surpassed the highest pre-war output of 33 percent".
        wide = text[max(0, en.start - 2 * NEAR) : en.start].lower()
        return _exceeded(Context.of(text, zh, en)._replace(en_before=wide), text[en.start : en.end].lower(), zh)
    return None


def decides(text: str, zh: Quantity) -> bool:
    """Whether `decide` has to be asked about an expression of the original.

    It looks at the original only, so that it is asked once of an expression and not of each possible counterpart.

    Args:
        text: of the article.
        zh: the expression.
    """
    return (
        text[zh.end - 1] == "折"
        or (zh.unit != "" and _ONCE.match(text, zh.end) is not None)
        or _of_what(text, zh)
        or _roughly(text, zh)
        or (zh.kind is Kind.PERCENT and _PART.search(text, max(0, zh.start - 4), zh.start) is not None)
        or (zh.kind is Kind.PERCENT and _SURPLUS.search(text, max(0, zh.start - 8), zh.start) is not None)
        or ((zh.kind in NO_COUNTS or zh.unit != "") and "超过" in text[max(0, zh.start - 12) : zh.start])
    )


_DISCOUNT_OF = regex(
    r"\b(?:discount|reduction|rebate)s? of (?:about |only )?$"
    r"|\b(?:reduc|cut|lower|mark|slash|drop|discount|com)[a-z]*(?: down)?(?: [a-z]+){0,2} by (?:about |only )?$"
)
_LESS = regex(r" ?(?:off|discount|reduction|less\b|below\b|under\b|cheaper|lower|down\b)")


def _discount(zh: Quantity, en: Quantity, before: str, after: str) -> Judgement | None:
    """六折 is 60 percent of the price, which is 40 percent off."""
    off = _LESS.match(after) or _DISCOUNT_OF.search(before)
    if not off or en.kind is not Kind.PERCENT:
        return None
    if en.low == 1 - zh.low:
        return FINE
    paid, rest = show_number(zh.low * 100), show_number(100 - zh.low * 100)
    return Judgement("percent", f"{paid}% of the price is {rest}% off", SURE)


def _of_what(text: str, zh: Quantity) -> bool:
    """Whether what a share or multiple is of stands right before it: 超过去年收入的两倍."""
    return text[zh.start - 1] == "的" and (zh.kind in NO_COUNTS or zh.kind is Kind.FRACTION)


def _bounded(context: Context, zh: Quantity, en: Quantity) -> Judgement | None:
    """超过去年收入的两倍 as "twice last year's income": what is exceeded stands between the bound and its figure."""
    if zh.kind is not en.kind or not _same_exact(zh, en):
        return None
    for side, said in (("+", "more than"), ("-", "less than")):
        # 超过去年产量的百分之三十 is 30 percent more than last year's, though 超过…的两倍 is more than twice as much.
        if SHARE_OF[side].search(context.zh_before) and not (side == "+" and zh.kind is Kind.PERCENT):
            return _became_exact(context, side, said)
    return None


def _same_exact(zh: Quantity, en: Quantity) -> bool:
    """Whether both are the same single value, and neither has an approximator of its own."""
    return zh.approx is en.approx is Approx.NONE and zh.low == zh.high == en.low == en.high


def _became_exact(context: Context, side: str, said: str) -> Judgement | None:
    """What the original says of a figure is lost, unless a word beside the English one says it too."""
    if EN_QUALIFIERS[side].search(context.en_before) or EN_QUALIFIERS_BEHIND[side].match(context.en_after):
        return None
    return Judgement("approx-lost", f"“{said}” became an exact figure", PROBABLE)


_ROUGHLY = regex(
    "(?:大约|大概|约略|约)(?:增加|增长|增产|提高|上升|减少|下降|降低|占|合|等于|相当于)(?:了|到|至)?"
    "[^，。；：、0-9０-９一二三四五六七八九十百]{0,14}$"
)


def _roughly(text: str, zh: Quantity) -> bool:
    """Whether "about" stands before the verb of a share: 约增加了百分之二十, 约占锭数百分之十二."""
    return zh.kind in NO_COUNTS and _ROUGHLY.search(text, max(0, zh.start - 22), zh.start) is not None


def _about(context: Context, zh: Quantity, en: Quantity) -> Judgement | None:
    """约增加了百分之二十四 as "increased by 24 percent"."""
    return _became_exact(context, "~", "about") if _same_exact(zh, en) else None


_EXCEEDED = regex(r"\b(?:exceed|surpass)(?:ed|es|s|ing)? (?:nearly |almost |about |roughly |over )?$")
_EXCEEDED_OF = regex(
    r"\b(?:exceed|surpass|beat|break|broke)(?:ed|es|s|ing|ing)? [^.;,]{0,30}"
    r"\b(?:output|level|yield|production|plan|record|figure|target)s? of $"
)
"""surpassed the highest pre-war output of 33 percent."""
_ZH_RECORD = regex("超过[^，。；：]{0,10}(?:纪录|记录|紀錄|水平|产量|產量|计划|計劃|指标|指標|定额|定額|任务)$")


_OF_PLAN = regex(
    "超过(?:原定?|国家|月|年|本月|全年)?(?:计划|計劃|指标|指標|定额|定額|任务|任務|去年|上年|战前)[^，。；]{0,8}$"
)
"""What a share stands behind that was exceeded by it, whatever the English leaves out: "exceeded 5.4 percent"."""


def _record(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """超过全国纪录二十一公尺 as "surpassing the national record of 21 metres"."""
    if zh.low != en.low or not _ZH_RECORD.search(text, max(0, zh.start - 16), zh.start):
        return None
    if _SHARE_OF_IT.match(text, zh.end):
        return None  # 超过计划八千亩的百分之二十: it is the base itself
    if not _EXCEEDED_OF.search(text[max(0, en.start - 2 * NEAR) : en.start].lower()):
        return None
    return Judgement("percent", "what stood before was exceeded by this much, not this much itself", PROBABLE)


_OF_ALL = regex(
    "超过[^，。；]{0,8}(?:人口|总数|總數|总人数|总额|总户数|户数|戶數|面积|面積|全[县市省国区村部体乡社厂校班组縣國區體鄉廠組])[^，。；]{0,4}$"
)
"""A whole that cannot be exceeded, so that a part of it was."""
_SHARE_OF_IT = regex("的(?:百分之|[0-9０-９.．]{1,8}[%％])")
_PART = regex("占了?[到约約]?$")
_EN_GROWN = regex(
    r"\b(?:increas|ris|rose|grew|grow|climb|went up|gone up|(?:is|are|was|were) up|"
    r"decreas|fell|fall|drop|reduc|cut|declin)[a-z]* (?:by )?(?:about |some )?$"
)


def _grown(text: str, en: Quantity) -> Judgement | None:
    """占百分之六十四 as "increased by 64 percent"."""
    if not _EN_GROWN.search(text[max(0, en.start - NEAR) : en.start].lower()):
        return None
    return Judgement("percent", "the original says how much of it, the English by how much", SURE)


_SURPLUS = regex("超[额額](?:[了达為为]|完成)?$")
_EN_OVER = regex(
    r"\b(?:over\w*|exceed\w*|surpass\w*|above|beyond|ahead|excess|extra|outstrip\w*|plus|beat\w*|topp\w*|better\w*|"
    r"surplus)\b"
)
_EN_FULFILLED = regex(r"\b(?:fulfil|complet|accomplish|achiev|attain|reach|met\b|meet)")


def _overfulfilled(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """超额百分之十四完成计划 as "completing 14 percent of the plan"."""
    if zh.low != en.low:
        return None
    before = text[max(0, en.start - 2 * NEAR) : en.start].lower()
    words = before + text[en.start : en.end + NEAR].lower()
    if _EN_OVER.search(words) or not _EN_FULFILLED.search(before):
        return None
    return Judgement("percent", "the plan was overfulfilled by this much", SURE)


def _exceeded(context: Context, words: str, zh: Quantity) -> Judgement | None:
    """超过战前百分之五十七 as "exceeded 57 percent of the pre-war level": that is less than it, not more."""
    # What stands before the figure may have been read as part of the expression.
    figure = re.search(r"\d|\b(?:double|twice|treble|triple|one|two|three|four|five|six|seven|eight|nine|ten)", words)
    before = context.en_before + (words[: figure.start()] if figure else "")
    if context.zh_before.endswith(("不超过", "未超过")) or "not " in before[-40:]:
        return None
    ends = r"\s+(?:of|the|its|that)\b" + (r"|\s*[,.;]" if _OF_PLAN.search(context.zh_before) else "")
    if zh.kind is Kind.PERCENT and zh.low > 1 and context.zh_before.endswith("的"):
        return None  # 超过去年产量的百分之二百九十 may well be more than 290 percent of it
    if _OF_ALL.search(context.zh_before):
        return None  # 已超过全市人口百分之八十: more than that share of all
    share = _EXCEEDED.search(before) and re.match(ends, context.en_after)
    if not share and not _EXCEEDED_OF.search(before):
        return None
    name = "percent" if zh.kind is Kind.PERCENT else "multiple"
    certainty = SURE if zh.kind is Kind.PERCENT else PROBABLE
    return Judgement(name, "the base was exceeded by this much, not this share or multiple of it", certainty)
