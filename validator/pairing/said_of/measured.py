"""A count that became a measure, an age that became a length of time, and days that lie between."""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.validator.pairing.model import IS_NAME, PROBABLE, Judgement
from duizhao.validator.pairing.nearby import ZH_CLAUSE, words_before, words_behind
from duizhao.validator.pairing.values.dimensions import TELLING, unit_of
from duizhao.validator.quantities.model import Kind, Quantity

PIECES = frozenset(
    "株棵头頭匹只隻盘盤座辆輛艘架门門挺支枝名位户戶台臺部处處所家盏盞眼口尊尾窝窩朵袋箱包筐篓簍捆件张張册冊颗顆发發车車幢栋棟间間"
)
"""Classifiers of what is counted one by one or by packs, and never measured."""


def count_as_measure(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """四十三万株 as "430,000 mu of trees".

    Args:
        text: of the article.
        zh: a count of the original.
        en: a measure of the translation with the same figure.
    """
    if zh.kind is not Kind.CARDINAL or en.kind is not Kind.MEASURE or zh.counter[:1] not in PIECES or zh.unit:
        return None
    unit = unit_of(en.unit)
    if unit is None or unit.dimension not in TELLING or en.weak or not text[en.end - 1].isalnum():
        return None  # 2,430' may be the end of a quotation
    if text[en.start : en.end].rpartition(" ")[2].istitle():
        return None  # the three Li families, the two Zhang brothers
    return Judgement("unit", f"{zh.counter[:1]} counts one by one, and was measured", PROBABLE)


_BY_HEIGHT = ("高地", "高峰")
"""What is known by its height in metres, and named by the figure alone: 五九七点九高地 is Hill 597.9."""


def name_as_measure(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """五九七点九高地 as "the 597.9-foot high ground".

    Args:
        text: of the article.
        zh: a figure of the original.
        en: a measure of the translation with the same figure.
    """
    named = zh.counter.startswith(_BY_HEIGHT) or text.startswith(_BY_HEIGHT, zh.end)
    if not named or zh.unit or en.kind is not Kind.MEASURE or en.unit == "m":
        return None  # heights are named by their metres
    return Judgement("unit", IS_NAME, PROBABLE)


_LENGTH_OF = regex(
    r"[’']?s?[’']? (?:of )?(?:[a-z-]+ )?(?:experience|service|standing|practice|seniority)\b", re.IGNORECASE
)
_STANDING = regex("的?[^，。；、]{0,6}(?:经验|經驗|工龄|工齡|教龄|教齡|军龄|軍齡|党龄|黨齡|生涯|资历|資歷)")


def age_as_length(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """今年十九岁 as "of nineteen years' experience", 四十年舞台经验 as "a forty-year-old actor".

    Args:
        text: of the article.
        zh: an age or a length of time of the original.
        en: its counterpart.
    """
    if zh.unit == "age" and en.unit == "year" and _LENGTH_OF.match(text, en.end):
        return Judgement("unit", "the original tells an age, the English a length of time", PROBABLE)
    if zh.unit == "year" and en.unit == "age" and _STANDING.match(text, zh.end):
        return Judgement("unit", "the original tells a length of time, the English an age", PROBABLE)
    return None


_GONGFEN = "公分"
_BEFORE, _BEHIND = 16, 8
"""Characters of the clause beside a figure in which is told what is weighed or has a length, mostly before it."""
_WEIGHED = regex("[片药藥服粒丸剂劑糖盐鹽]|注射|每瓶")
_LONG = regex("[高长長宽寬深厚径徑跳距粗]")


def gram_or_centimeter(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """每片零点一公分 as "0.1 centimeter": 公分 is a gram of what is weighed out, and a centimeter of what has a length.

    Args:
        text: of the article.
        zh: a measure of the original.
        en: its counterpart.
    """
    if en.unit not in ("cm", "g") or text[zh.end - len(_GONGFEN) : zh.end] != _GONGFEN:
        return None
    clause = f"{words_before(text, zh.start, _BEFORE, ZH_CLAUSE)} {words_behind(text, zh.end, _BEHIND, ZH_CLAUSE)}"
    weighed, long = _WEIGHED.search(clause), _LONG.search(clause)
    if en.unit == "cm" and weighed and not long:
        return Judgement("unit", "公分 of what is weighed out is a gram", PROBABLE)
    if en.unit == "g" and long and not weighed:
        return Judgement("unit", "公分 of a length is a centimeter", PROBABLE)
    return None


_EVERY = regex(r"\bevery $", re.IGNORECASE)


def days_between(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """隔两天一次 ("every third day") as "every two days"; 每隔 is used for both.

    Args:
        text: of the article.
        zh: a length of time of the original.
        en: its counterpart.
    """
    if zh.kind is not Kind.MEASURE or zh.unit != en.unit or zh.low != en.low or zh.low < 2 or zh.low != zh.high:
        return None
    if (
        text[zh.start - 1] != "隔"
        or text[zh.start - 2] in "每相毎"
        or not _EVERY.search(text, max(0, en.start - 6), en.start)
    ):
        return None
    return Judgement("value", "so many lie between, so that it is every next one", PROBABLE)
