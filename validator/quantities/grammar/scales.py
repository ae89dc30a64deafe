"""The scale that two numbers of a range share: 3 to 4 million, 二十至三十万, two to three hundred percent."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from duizhao.validator.quantities.grammar.build import Amount
from duizhao.validator.quantities.model import Number
from duizhao.validator.quantities.numeral import exact

_UNSCALED, _ABSURD = 0.35, 0.7
"""What it costs to take the first number without the scale that the second has."""


_NOT_SHARING = 100
"""Numbers from which on the first may do without a scale: 900 to 1.2 million."""


def ends_of(low: Amount, high: Amount) -> Iterator[tuple[float, Number, Number]]:
    """The values of a range, with the scale of the upper end for the lower one where it has none."""
    if low.low < high.high:
        scale = shared(low, high)
        scaled = exact(low.low * scale)
        # From 800 to 1.6 million: with the scale the lower end would be above the upper one.
        if scale == 1 or scaled >= high.high:
            yield (0.0 if scale == 1 or low.low >= _NOT_SHARING else _UNSCALED), low.low, high.high
        else:
            yield 0.0, scaled, high.high
            # 3000~3200万 begins with 30 million beyond doubt; 三至五万 hardly ever with three.
            yield (_UNSCALED if low.low < _NOT_SHARING else _ABSURD), low.low, high.high


def changed(first: Amount, second: Amount, *, falling: bool) -> Iterator[tuple[float, Amount]]:
    """What a value changed from, with the scale of what it changed to where it has none: from 1.2 to 2.4 million.

    Args:
        first: what it changed from.
        second: what it changed to.
        falling: whether it may be less than before.
    """
    scale = shared(first, second)
    # "from 7.4 to 2.9 billion" fell, "from 1.2 to 2.4 million" grew: only one that may fall may begin higher.
    if scale != 1 and (falling or first.high * scale < second.low):
        yield 0.0, first._replace(low=exact(first.low * scale), high=exact(first.high * scale))
    if falling or first.high < second.low:
        yield (0.0 if scale == 1 else _UNSCALED), first


def shared(low: Amount, high: Amount) -> Number:
    """The scale that the second number has and the first has not; 1 for none, as in five to one hundred."""
    if high.scale != 1 and not (high.low == high.scale and low.low >= 1):
        return high.scale if low.scale == 1 else 1
    return 1


def counts_on(first: Number, second: Number) -> bool:
    """Whether the second number is the next: four or five, fifty or sixty."""
    return second - first == last_place(second)


_FINEST = Fraction(1, 10000)
"""The last place of decimals that is looked at: a third has none."""


_FIGURES = frozenset("零〇○一二三四五六七八九")


def figure_by_figure(word: str) -> bool:
    """Whether a Chinese numeral is written so: 一二○."""
    return _FIGURES.issuperset(word)


def last_place(value: Number) -> Number:
    """The place of the last figure that is none: 10 of 560, 1 of 12, a tenth of 1.3."""
    if value.denominator != 1:
        part = Fraction(1, 10)
        # 1.2 and 1.3 count on by tenths.
        while (value / part).denominator != 1 and part > _FINEST:
            part /= 10
        return part
    size = 1
    while value % (10 * size) == 0:
        size *= 10
    return size
