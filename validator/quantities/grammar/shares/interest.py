"""Rates of interest: 月息六厘, 年息一分二厘, 由二厘半提高到四厘."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from duizhao.regex import regex
from duizhao.validator.quantities.grammar.build import Amount, amounts, followed, reading, span
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.grammar.shares.sizes import shares_of
from duizhao.validator.quantities.model import Kind
from duizhao.validator.quantities.numeral import exact

_RATES = {"分": Fraction(10), "厘": Fraction(1), "釐": Fraction(1), "毫": Fraction(1, 10)}
"""How many 厘 the words of a rate are."""


def interest(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """月息六厘, 年息一分二厘: 厘 of the rate is what the word before says, 分 ten times that."""
    word = tokens["ppre"].value("PCTPRE")
    if word[:1] != "i":
        return
    size, total, factor = Fraction(word[1:]), Fraction(0), Fraction(0)
    one = next(amounts(tokens))
    for index in ("", "2"):
        if "num" + index not in tokens:
            break
        if "u" + index in tokens:
            rate = tokens["u" + index].word
            if rate not in _RATES:
                return
            factor = _RATES[rate]
        else:
            # Without a unit the next figure is of the tenth: 厘 behind 分, 毫 behind 厘.
            factor /= 10  # 八厘四
        total += next(amounts(tokens, "num" + index)).low * factor
    if "half" in tokens:
        total += factor / 2
    yield from shares_of(
        text, tokens, size, "interest", iter([(one.cost, total, total, one.approx, one.soft, one.form)])
    )
    yield from _as_said(tokens, one, total)


def _as_said(tokens: Tokens, one: Amount, total: Fraction) -> Iterator[Reading]:
    """So many 厘, in the unit that is written first: 月息一分二厘 is 1.2 fen."""
    word = tokens["u"].word
    code = {"分": "fen-money", "毫": "hao-money"}.get(word, "li-money")
    value = exact(total / _RATES[word])
    yield reading(
        one._replace(cost=one.cost + _AS_SAID), span(tokens), Kind.MEASURE, value, value, "interest", unit=code
    )


_RATE = regex("[利年月日]息|[年月日]利|利率|贴现")
_MAY_NAME = regex("[息率贴利]")
"""A character of every name: to look for it costs less than to look for the names."""
_ANY = "利率"
"""A rate by whatever time: one that is called so itself need not be reckoned as what was named in another clause."""
_PERIOD = regex("[按每以][年月日天][^，。；：、]{0,3}$")
"""What says by which time a rate is reckoned that has no name before it: 按月二分计息."""
_LENT = regex("(?:利息|[收取付起]利)[^，。；：、]{0,4}$")
"""What says that it is one, where nothing behind it does: 利息每月三分."""


def _rate_named(text: str, start: int, end: int) -> str:
    """The last name of a rate of interest before a place, '' where there is none."""
    # The name stands once for several rates: 银行利率由二厘半提高到四厘.
    before = text[max(0, start - 40) : start]
    found = [*_RATE.finditer(before)][-1:] if _MAY_NAME.search(before) else []
    if found and "，" in before[found[0].end() :] and _bears(text, start, end):
        return _ANY  # 月息六厘，借款五厘息
    if found:
        return f"{found[0][0][0]}息" if found[0][0][1:] == "利" else found[0][0]
    period = _PERIOD.search(before) if _LENT.search(before) or _bears(text, start, end) else None
    return "" if period is None else f"{period[0][1].replace('天', '日')}息"


_bears = followed("的?(?:[利行起计付取收还]?息|[计收取]利)")
"""What follows a rate that no name stands before: 五厘息, 一分利息."""
_AS_SAID = 0.3
"""What it costs to take 厘 of a rate for as many 厘: "six li a month" keeps the unit."""
_BY_YEAR, _BY_MONTH, _BY_DAY = Fraction(1, 100), Fraction(1, 1000), Fraction(1, 10_000)
"""What one 厘 is of the sum."""
_BY_TIME = {"年息": _BY_YEAR, "月息": _BY_MONTH, "日息": _BY_DAY}
_RATHER_MONTH = 0.05
"""What it costs to take interest for that of the month, where no time is named: a bank may mean either."""


def bare_interest(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """银行利率由二厘半提高到四厘, 月息四厘、七厘: the rate was named before."""
    if tokens["u"].word not in _RATES:
        return  # most units end here
    rates = [_RATES.get(tokens["u" + index].word) for index in ("", "2") if "num" + index in tokens]
    # Asked only of what may be a rate: whatever is asked is asked again where the same words are met.
    named = "" if None in rates else text.ask(_rate_named, *span(tokens))
    if not named and (None in rates or not text.ask(_bears, *span(tokens))):
        return
    total, factor = Fraction(0), Fraction(0)
    for index, rate in zip(("", "2"), rates, strict=False):
        factor = rate or factor
        total += next(amounts(tokens, "num" + index)).low * factor
    total += factor / 2 if "half" in tokens else 0
    one = next(amounts(tokens))
    # What is named says how much 厘 are: where 月息 stands, 一分半 is 1.5 percent and never 15.
    sizes = ((0.0, _BY_TIME[named]),) if named in _BY_TIME else ((0.0, _BY_YEAR), (_RATHER_MONTH, _BY_MONTH))
    for cost, size in sizes:
        yield from shares_of(
            text, tokens, size, "interest", iter([(cost, total, total, one.approx, one.soft, one.form)])
        )


ROWS: tuple[Row, ...] = (
    Row(
        "interest",
        "pre:PRE? ppre:PCTPRE pre2:PRE? num:NUM u:UNIT|MINU|CLS (num2:NUM u2:UNIT|MINU|CLS?)? half:HALF?",
        interest,
        -0.2,
        "zh",
    ),
    Row(
        "interest",
        "pre:PRE? num:NUM u:UNIT|MINU|CLS (num2:NUM u2:UNIT|MINU|CLS)? half:HALF?",
        # Cheaper than five 厘 of money, which 借款五厘息 says as well; where no rate is named nothing comes of it.
        bare_interest,
        -0.1,
        "zh",
    ),
)
