"""Whether two values are equal in one of their readings: exact, open, rounded, or as the other language says them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.values.dimensions import FEN
from duizhao.validator.quantities.model import ROUND, Approx, Kind, Number, Quantity

_OPEN = Approx.SEVERAL  # up to Python 3.11 slow to look up


def values_of(quantity: Quantity) -> Iterator[tuple[Number, Number]]:
    """Every (low, high) an expression can mean."""
    yield quantity.low, quantity.high
    yield from quantity.others


def equal(zh: Quantity, en: Quantity) -> bool:
    """Whether two values are equal, in any of the ways in which both languages may put it.

    Args:
        zh: an expression of the original.
        en: its counterpart.
    """
    if zh.low == en.low and zh.high == en.high:
        return True
    if zh.unit in FEN and en.unit == "cent" and zh.low * FEN[zh.unit] == en.low and zh.high * FEN[zh.unit] == en.high:
        return True
    # An expression with several readings carries them all; any that both have will do.
    if (zh.others or en.others) and not set(values_of(zh)).isdisjoint(values_of(en)):
        return True
    if zh.approx is _OPEN or en.approx is _OPEN:
        return _open_equal(_upright(zh), _upright(en))
    if en.low == w.DOZEN and zh.low == TEN:
        return zh.approx in _MORE and en.approx in _ABOUT_A_DOZEN
    if in_decade(en):
        return zh.low == en.low
    return {zh.kind, en.kind} == _SHARE_OR_PERCENT and (
        _rounded_share(zh.low, en.low) if zh.kind is Kind.FRACTION else _rounded_share(en.low, zh.low)
    )


_SHARE_OR_PERCENT = {Kind.FRACTION, Kind.PERCENT}
_PLACES = 3
"""Digits behind the point that a share in per cent is given with."""


def endless(denominator: int) -> bool:
    """Whether a fraction in lowest terms has no end in decimals: one of thirds, of sevenths."""
    return pow(10, 64, denominator) != 0


def _rounded_share(share: Number, said: Number) -> bool:
    """Whether a share without end and its per cent are one: 三分之二 is "66.7 percent", cut or rounded.

    A share that ends is not rounded: 四分之三 is 75 percent and no other.
    """
    exact, percent = Fraction(share) * 100, Fraction(said) * 100
    if not endless(exact.denominator):
        return False
    # How many digits the per cent is given with says how much it was rounded.
    step = next((10**places for places in range(_PLACES) if 10**places % percent.denominator == 0), None)
    return step is not None and abs(exact - percent) * step < 1


TEN = 10
"""The figure of 十多个, which is "over a dozen"."""
_MORE = frozenset((Approx.OVER, Approx.AT_LEAST))
_ABOUT_A_DOZEN = frozenset((*_MORE, Approx.ABOUT))
"""How English tells 十多个 by the dozen: "over a dozen", "a dozen or so"."""


def in_decade(quantity: Quantity) -> bool:
    """Whether a range is one of ages: "in their seventies" is any from 70 to 79."""
    return quantity.high - quantity.low == 9 and quantity.low >= 20 and quantity.low % 10 == 0


def _upright(quantity: Quantity) -> Quantity:
    """A negative value by its size: 零下十几度 is "more than ten degrees below zero"."""
    if quantity.high >= 0:
        return quantity
    return quantity._replace(low=-quantity.high, high=-quantity.low)


def _open_equal(zh: Quantity, en: Quantity) -> bool:
    """Open counts agree where their bounds meet: 几十 and "dozens", 十几 and "more than ten", 上千 and "thousands"."""
    if zh.name == ROUND and en.approx is not Approx.SEVERAL:
        return False
    if zh.low <= en.high and en.low <= zh.high:
        # An open count against a range with both its ends must fit it but for one on either side.
        exact = Approx.SEVERAL in (zh.approx, en.approx) and zh.approx is not en.approx and en.low != en.high
        return not exact or zh.approx is not Approx.SEVERAL or (zh.low - 1 <= en.low and en.high <= zh.high + 1)
    if en.approx is Approx.SEVERAL and zh.approx is not Approx.NONE and zh.low * 2 == en.low:
        return True  # 上千 is a thousand or more, "thousands" two or more
    return en.approx in (Approx.OVER, Approx.AT_LEAST) and zh.low - 1 <= en.low < zh.high
