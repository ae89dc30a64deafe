"""Units that changed and may be the same: whose money 元 is, and the inches that 寸 has become."""

from __future__ import annotations

from fractions import Fraction

from duizhao.regex import regex
from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.model import FINE, Judgement
from duizhao.validator.pairing.values.dimensions import FEN
from duizhao.validator.quantities.lexicon import Unit, units
from duizhao.validator.quantities.model import Quantity
from duizhao.validator.quantities.numeral import exact
from duizhao.validator.times.resolve import Day

_YUAN = frozenset(FEN)
SMALL_MONEY = _YUAN - {"yuan"}
"""Parts of a yuan."""
_DOLLARS = frozenset({"usd", "cent", "us-dime", "silver-dollar"})
_SILVER = regex("大洋|银元|銀元|现洋|現洋|光洋|白洋|银洋|銀洋|法币|法幣|国币|國幣")
"""Money of the Republic, whose 元 English calls a dollar."""
_PRICED = 30
"""Characters before a price in which what is priced stands: silver dollars (per piece), 300 yuan."""
_OURS = ("人民币", "人民幣", "国币", "國幣", "边币", "邊幣", "冀钞", "冀鈔")
_BESIDE = regex(r"[（(][^（()）]{1,8}[）)]")
"""The brackets behind a sum, which say in what money it is: 三十六亿圆（朝鲜币）以上."""
_COUNTRIES = {
    code: regex(words)
    for code, words in (
        ("usd", "美国|美國|纽约|紐約|华盛顿|華盛頓|华尔街|芝加哥"),
        ("hkd", "香港"),
        ("cad", "加拿大"),
        ("aud", "澳大利亚|澳洲"),
        ("sgd", "新加坡|星洲"),
        ("yen", "日本|东京|東京"),
        ("won", "朝鲜|朝鮮|平壤|汉城|漢城"),
    )
}
"""The places by which a story tells in whose money it counts: wages of 47.12 元 in a story from the United States."""


def same_unit(text: str, issue: Day | None, zh: Quantity, en: Quantity, judgement: Judgement) -> Judgement:
    """A unit that changed, unless the words around say that it is the same.

    Args:
        text: of the article.
        issue: its day.
        zh: a measure of the original.
        en: its counterpart.
        judgement: that the unit is another.

    Returns:
        That judgement, or `FINE`.
    """
    if zh.unit == "cun" and en.unit == "inch" and issue is not None and issue[0] >= w.INCHES_FROM:
        return FINE
    # 银元三百元 prices the silver dollar: "silver dollar 300 yuan".
    if (
        zh.unit == "silver-dollar"
        and en.unit in _YUAN
        and "silver" in text[max(0, en.start - _PRICED) : en.end].lower()
    ):
        return FINE
    theirs = units().get(en.unit)
    foreign = theirs is not None and theirs.dimension.startswith("money") and en.unit not in _YUAN
    # Papers of the Republic count in silver, and English of the time calls its yuan a dollar.
    if foreign and en.unit in _DOLLARS and zh.unit in _YUAN and _SILVER.search(text):
        return FINE
    if foreign and theirs and zh.unit in _YUAN and _abroad(text, zh, theirs):
        return FINE
    return judgement


def in_yuan(zh: Quantity, en: Quantity) -> Quantity:
    """The original in yuan where it counts parts of one and the English another money.

    三角七分五厘 of a share in New York is $0.375.
    """
    if zh.unit not in SMALL_MONEY:
        return zh
    size, theirs = FEN[zh.unit], units().get(en.unit)
    if theirs is None or not theirs.dimension.startswith("money-") or theirs.factor not in (1, None):
        return zh
    low, high = exact(Fraction(zh.low) * size / 100), exact(Fraction(zh.high) * size / 100)
    return zh._replace(low=low, high=high, unit="yuan")


def _abroad(text: str, zh: Quantity, theirs: Unit) -> bool:
    """Whether 元 is that foreign money: named beside it, or nowhere in a story from its country."""
    beside = _BESIDE.match(text, zh.end)
    if beside is not None and any(name in beside[0] for name in (*theirs.zh, *_OURS)):
        return any(name in beside[0] for name in theirs.zh)
    before = text[max(0, zh.start - w.MONEY_NAMED) : zh.start]
    named = max((before.rfind(name) for name in theirs.zh), default=-1)
    # The currency that was named last is the one that is meant.
    if named >= 0:
        return named > max(before.rfind(name) for name in _OURS)
    country = _COUNTRIES.get(theirs.code)
    return country is not None and country.search(text) is not None and not any(name in text for name in _OURS)
