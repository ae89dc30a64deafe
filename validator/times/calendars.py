"""The Chinese lunisolar calendar: whether 农历正月初五 and a day of the Gregorian one may be the same."""

from __future__ import annotations

from duizhao.schema.lunar import LunarMonth, months
from duizhao.validator.times.resolve import Point, shift_day


def meets(lunar: Point, solar: Point) -> bool:
    """Whether a lunar date and a Gregorian one may be the same: 正月 of 1946 is 2 February to 3 March.

    Leap months are tried too, since the original may leave 闰 out.  A lunar date without its month is a bare day of
    the month (初五), which is compared as it stands.
    """
    if lunar.month is None:
        return lunar.day == solar.day and solar.month is None
    year = lunar.year or solar.year
    if year is None or not months(year):
        return _later(lunar.month, solar.month)
    # the year of a Gregorian date may be one later: 腊月 ends in January or February
    around = (year,) if lunar.year else (year - 1, year)
    return any(
        _matches(month, lunar.day, solar) for each in around for month in months(each) if month.month == lunar.month
    )


def _later(lunar: int, solar: int | None) -> bool:
    """Whether the month is of those that a lunar month falls in, in one year or another."""
    # 正月 is February or March; that it may begin in the last days of January does not make it January.
    return solar is not None and (solar - lunar) % 12 in {1, 2}


def _matches(month: LunarMonth, day: int | None, solar: Point) -> bool:
    first = month.first if day is None else shift_day(month.first, day - 1)
    last = shift_day(month.first, month.days - 1) if day is None else first
    if solar.month is None:
        return solar.day in (None, first[2]) and solar.year in (None, first[0])
    years = {solar.year} if solar.year else {first[0], last[0]}
    fine = 2 if solar.day is None else 3
    return any(first[:fine] <= (year, solar.month, solar.day)[:fine] <= last[:fine] for year in years)
