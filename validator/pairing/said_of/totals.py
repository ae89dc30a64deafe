"""Figures that sum up against figures that are added: a list with its total, another three thousand as the total."""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.validator.pairing.context import Context
from duizhao.validator.pairing.lists import closes_list
from duizhao.validator.pairing.model import PROBABLE, SURE, Judgement
from duizhao.validator.quantities.model import Quantity

_OTHERS = regex(r" (?:others?|more|further|additional)\b(?! than\b)")


def list_total(context: Context, zh: Quantity, en: Quantity) -> Judgement | None:
    """甲、乙、丙等五县 ("five counties, among them A, B and C") as "A, B, C and five other counties".

    Args:
        context: the words around the pair.
        zh: a count of the original.
        en: its counterpart.
    """
    if not closes_list(context.zh_before):
        return None
    if re.search(r"\bother (?:of the )?$", context.en_before) or (zh.low == en.low and _OTHERS.match(context.en_after)):
        return Judgement("list-total", "the figure counts the whole list, those named included", SURE)
    if "共" in context.zh_before[-3:] and re.match(r" \w+ (?:of|from) the \w", context.en_after):
        return Judgement("list-total", "the figure sums up the list; it is no part of its last item", PROBABLE)
    return None


_OTHERS_ZH = regex("(?:其他|其它|其余|另外)$")
_WITH_THEM = regex(r"^[^.;]{0,40}\b(?:including|includes?|among (?:them|which)|such as)\b")
_OTHER_EN = regex(r"\b(?:others?|another|further|additional|more|remaining|rest|else|elsewhere|besides|plus)\b")
_FURTHER = regex("(?:[又另][^，。；：、共总合]{0,3}|[还還再]有)$")
_TOTAL = ("a total of ", "in total ", "totaling ", "totalling ")


def further_as_total(context: Context, words: str) -> Judgement | None:
    """又有三千人 ("another 3,000") as "a total of 3,000".

    Args:
        context: the words around the pair.
        words: the English expression, in lower case.
    """
    if _OTHERS_ZH.search(context.zh_before) and _WITH_THEM.search(context.en_after):
        if not _OTHER_EN.search(f"{context.en_before} {context.en_after}"):
            return Judgement("total", "the original counts others beside those named", PROBABLE)
        return None
    summed = context.en_before.endswith(_TOTAL) or words.startswith(_TOTAL)
    if summed and _FURTHER.search(context.zh_before):
        return Judgement("total", "the original adds them to others; they are not the total", PROBABLE)
    return None
