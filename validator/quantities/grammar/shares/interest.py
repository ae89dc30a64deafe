"""Rates of interest: 月息六厘, 年息一分二厘, 由二厘半提高到四厘."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

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


_RATE = re.compile("[利年月]息|利率|贴现")


def _rate_named(text: str, start: int, end: int) -> str:
    """The last name of a rate of interest before a place, '' where there is none."""
    # The name stands once for several rates: 银行利率由二厘半提高到四厘.
    before = text[max(0, start - 40) : start]
    if "息" not in before and "率" not in before and "贴" not in before:
        return ""  # three looks for a character cost less than one for the names
    return next(iter(reversed(_RATE.findall(before))), "")


_bears = followed("的?[利行起]?息")
"""What follows a rate that no name stands before: 五厘息, 一分利息."""
_AS_SAID = 0.3
"""What it costs to take 厘 of a rate for as many 厘: "six li a month" keeps the unit."""
_BY_TIME = frozenset(("月息", "年息"))
_RATHER_OTHER = 0.5
"""What it costs to take interest of the month for that of the year, where it is named."""


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
    # By the month 厘 are of a thousand, by the year of a hundred; a bank may mean either.
    # 月息六厘 is 0.6 percent, 年息六厘 six.
    sizes = (Fraction(1, 1000), Fraction(1, 100)) if named == "月息" else (Fraction(1, 100), Fraction(1, 1000))
    for cost, size in zip((0.0, _RATHER_OTHER if named in _BY_TIME else 0.05), sizes, strict=True):
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
