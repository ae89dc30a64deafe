"""By what an expression is found among those of the other language, exactly."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from test_agree import q, share, times

from duizhao.validator.pairing.choice.keys import keys
from duizhao.validator.quantities.model import Approx, DateParts, Kind, Quantity

PAPER = (1956, 3, 14)
OPEN = "range"
"""What open counts, ranges and bounds have in common."""


def day(**parts: Any) -> Quantity:
    return Quantity(0, 1, Kind.DATE, 0, 0, date=DateParts(**parts))


def part(above: int, below: int) -> Quantity:
    return q(Fraction(above, below), kind=Kind.FRACTION)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (q(5), [5]),
        (q(Fraction(5, 2)), [(5, 2)]),
        (q(5, to=7), [5, OPEN]),
        (q(11), [11]),
        (q(12), [12, OPEN]),  # "a dozen" stands for 十几
        (q(10, approx=Approx.OVER), [10, OPEN]),
        (q(10, approx=Approx.AT_LEAST), [10, OPEN]),
        (q(10, approx=Approx.UNDER), [10]),
        (q(10, approx=Approx.ABOUT), [10]),
        (q(5, others=((7, 7), (8, 9))), [5, 7, 8, OPEN]),
        (q(5, kind=Kind.CODE), [Kind.CODE]),
        (q(5, kind=Kind.UNKNOWN), [Kind.UNKNOWN]),
        # four times as many, by four times more, by three times more
        (times(4), [4, 5, 3]),
        # 30 percent, "30", the rest, and 130 percent
        (share(30), [(3, 10), 30, (7, 10), (13, 10), ("percent", 30)]),
        (share(108), [(27, 25), 108, (-2, 25), (52, 25), ("percent", 108)]),
        # a share without end may be given in whole per cents, cut or rounded
        (part(1, 3), [(1, 3), (100, 3), (2, 3), (4, 3), ("percent", 33), ("percent", 34)]),
        (part(2, 7), [(2, 7), (200, 7), (5, 7), (9, 7), ("percent", 28), ("percent", 29)]),
        (part(3, 4), [(3, 4), 75, (1, 4), (7, 4)]),
        # money in cents, and by its size
        (q(Fraction(1, 4), "yuan"), [(1, 4), ("cents", 25), 25, ("money", -24), ("money", -23)]),
        (q(3, "jiao"), [3, ("cents", 30), 30, ("money", -21), ("money", -20)]),
        (q(5, "fen-money"), [5, ("cents", 5), 5, ("money", -50), ("money", -49)]),
        (q(5, "cent"), [5, ("cents", 5), 5, ("money-usd", -50), ("money-usd", -49)]),
        # three jin are one and a half kilograms, three months thirteen weeks or ninety days
        (q(3, "jin"), [3, ("mass", 121), ("mass", 122)]),
        (q(Fraction(3, 2), "kg"), [(3, 2), ("mass", 121), ("mass", 122)]),
        (q(3, "month"), [3, ("time", 264), ("time", 265)]),
        (q(13, "week"), [13, ("time", 264), ("time", 265)]),
        (q(90, "day"), [90, ("time", 264), ("time", 265)]),
        (q(1, "liang"), [1, ("mass", 57), ("mass", 58), ("mass", 65), ("mass", 66)]),  # of sixteen, or ten, to the jin
        (q(0, "jin"), [0]),
        # more than a float can hold, and less
        (q(10**400, "ton"), [10**400, ("mass", 15580), ("mass", 15581)]),
        (q(Fraction(1, 10**400), "ton"), [(1, 10**400), ("mass", -15121), ("mass", -15120)]),
        # dates by the finest part that is a figure
        (day(day=5, month=3, year=1956), [("day", 5)]),
        (day(month=3, year=1956), [("month", 3)]),
        (day(year=1956), [("year", 1956), 1956]),
        (day(weekday=3), [("weekday", 3)]),
        (day(hour=15), [("hour", 3)]),
        (day(hour=3), [("hour", 3)]),
        (day(month=1, calendar="lunar"), [("month", 1), "relative"]),
        (day(span="winter", year=1956), [("year", 1956), 1956, "span"]),
        (day(relative="last-year"), ["relative", ("year", 1955)]),
        (day(relative="next-year"), ["relative", ("year", 1957)]),
        (day(relative="year-before-last"), ["relative", ("year", 1954)]),
        (day(relative="year-after-next"), ["relative", ("year", 1958)]),
        (day(relative="this-month"), ["relative", ("year", 1956)]),
        (day(relative="last-month", day=5), [("day", 5), "relative"]),
    ],
)
def test_keys(one: Quantity, expected: list[object]) -> None:
    assert list(keys(one, PAPER)) == expected


def test_a_paper_of_no_day_gives_no_year() -> None:
    assert list(keys(day(relative="last-year"), None)) == ["relative"]
