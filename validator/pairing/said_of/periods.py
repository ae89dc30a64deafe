"""With which time a figure is compared: 比今年多 ("more than this year") as "more than last year"."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.pairing.context import Context
from duizhao.validator.pairing.model import SURE, Judgement

_PERIODS = {
    "今年": ("this year",),
    "本年": ("this year",),
    "去年": ("last year", "the previous year"),
    "前年": ("the year before last",),
    "上月": ("last month", "the previous month"),
    "本月": ("this month",),
}
_THAN = regex(r"比(今年|本年|去年|前年|上月|本月)[^，。；比]{0,6}(?:(多|增|高|超)|少|减|減|低)[^，。；]{0,3}$")
_EN_THAN = regex(
    r"[^.;]{0,24}\b(?:(more|higher|greater)|less|fewer|lower)(?: [a-z]+){0,3}? than (?:that of |in |it was )?"
    r"(this year|last year|the previous year|the year before last|this month|last month|the previous month)"
)


def base_exchanged(context: Context) -> Judgement | None:
    """比今年尚多二十五亿 as "2.5 billion more than last year": what was the base became what is compared.

    Args:
        context: the words around the pair.
    """
    zh, en = _THAN.search(context.zh_before), _EN_THAN.match(context.en_after)
    if zh and en and en[2] not in _PERIODS[zh[1]] and bool(zh[2]) == bool(en[1]):
        return Judgement("comparison", f"the original compares with {zh[1]}, the English with “{en[2]}”", SURE)
    return None


def turned_round(zh_before: str, en_after: str) -> bool:
    """Whether both the direction and the base changed: 比今年多三百吨 is "300 tons less than last year".

    Args:
        zh_before: the words before the figure of the original.
        en_after: the words behind that of the translation, in lower case.
    """
    zh, en = _THAN.search(zh_before), _EN_THAN.match(en_after)
    return bool(zh and en and en[2] not in _PERIODS[zh[1]] and bool(zh[2]) != bool(en[1]))
