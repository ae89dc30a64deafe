"""Whether something changes by a figure, to it, or from it."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.pairing.model import PROBABLE, Judgement

_CHANGE = regex(
    "(?<!直)(?:增加|增产|增长|减少|减产|减低|提高|提升|升高|降低|上升|下降|下落|跌落|扩大|缩小|缩短|延长|加宽|加深|加高|加长|加厚|削减|压缩|"
    "上涨|下跌|涨价|加价|提价|降价|跌价|减价|扩种|扩建|发展|推广|增|减|升|降|涨|跌|落)(到|至|为|成|了)?(?:收入|工资|产量|产值|收益|面积|粮食|存粮|(?<![到至为成])[^，。；：、和及与的到至为成了0-9一二三四五六七八九十百千万]{1,3})?"
    "(?:(?<=[到至为成])[^，。；：]{1,10}的)?[约近达将]?$"
)
_EN_CHANGE = regex(
    r"\b(?:increas|rais|ris|rose|reduc|cut|lower|decreas|f[ae]ll|drop|declin|grow|grew|expand|shorten|lengthen|"
    r"go up|went up|gone up|come down|came down|"
    r"shr[iau]nk|extend|boost|slash|climb|develop)\w*\b"
    r"(?:[^.;:]{0,40}?|[^.,;:]{0,100}?)"
    r"\b(by|to)(?: (?:about|over|nearly|almost|more than|some|around|only|an average of|a total of))*\s*$"
)
_NEAR = 30
"""Characters of the English within which a change is looked for where 由 may be "by" as well: 由一个社员饲养."""
_FROM = regex("[由从自](?:原来|去年|过去|平均|每亩)?的?[约近达]?$")


def by_or_to(zh_before: str, en_before: str) -> Judgement | None:
    """增加到四十个 as "increased by forty".

    Args:
        zh_before: the words before the figure of the original, simplified.
        en_before: those before its counterpart, in lower case.
    """
    zh = _CHANGE.search(zh_before)
    en = _EN_CHANGE.search(en_before)
    near = _EN_CHANGE.search(en_before[-_NEAR:])
    if zh is None and near is not None and near[1] == "by" and _FROM.search(zh_before):
        return Judgement("percent", "the original changes from this figure, the English by it", PROBABLE)
    if zh is None:
        return None
    # 增加了四十 is by forty, as 增加四十 is; 到, 至, 为 and 成 say to.
    if en is None or (zh[1] is not None and zh[1] != "了") == (en[1] == "to"):
        return None
    said = "to" if en[1] == "by" else "by"
    return Judgement("percent", f"the original changes {said} this figure, the English {en[1]} it", PROBABLE)


_TOTAL = regex("使[^，。；：]{0,36}(?:总[数额量]|总共|总计|合计|累计|共)(?:已经?|就|将)?$")


def to_total(zh_before: str, en_before: str) -> Judgement | None:
    """使总数达到五百架 as "increasing the total by 500".

    By itself 达 leaves it open: 涨达七十万元 says to, 增产达五百斤 by.

    Args:
        zh_before: the words before a figure of the original that begins with 达, simplified.
        en_before: those before its counterpart, in lower case.
    """
    en = _EN_CHANGE.search(en_before)
    if en is None or en[1] == "to" or not _TOTAL.search(zh_before):
        return None
    return Judgement("percent", "the original changes to this figure, the English by it", PROBABLE)
