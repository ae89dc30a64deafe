"""A month that the datelines of an issue share: from how many of them on, and of which days."""

from __future__ import annotations

import pytest

from duizhao.schema.tree import Datelines, DispatchDay
from duizhao.validator.text.shared_month import _expected, _shared

MARCH_2 = (1937, 3, 2)


def lines(*days: tuple[int, int]) -> tuple[DispatchDay, ...]:
    """Datelines of such months and days, one behind the other."""
    return tuple(DispatchDay(10 * at, 10 * at + 8, month, day) for at, (month, day) in enumerate(days))


@pytest.mark.parametrize(
    ("day", "month"),
    [(1, 3), (2, 3), (3, 2), (31, 2)],
)
def test_the_month_of_the_last_such_day(day: int, month: int) -> None:
    assert _expected(day, MARCH_2) == month


@pytest.mark.parametrize(("day", "month"), [(2, 1), (3, 12)])
def test_the_month_before_january(day: int, month: int) -> None:
    assert _expected(day, (1937, 1, 2)) == month


@pytest.mark.parametrize(
    ("english", "chinese_months", "expected"),
    [
        (lines(*[(7, 1)] * 4), (), (7, 4, 4)),
        (lines(*[(7, 1)] * 3), (), None),  # fewer are told one by one
        (lines(*[(3, 1)] * 4), (), None),  # the month that is to be expected
        (lines(*[(2, 28)] * 4), (), None),
        (lines(*[(7, 1)] * 4), (7,), None),  # the original names it
        (lines(*[(7, 1)] * 4), (8,), (7, 4, 4)),
        (lines(*[(7, 1)] * 4, *[(3, 1)] * 4), (), (7, 4, 8)),  # half of them
        (lines(*[(7, 1)] * 4, *[(3, 1)] * 5), (), None),
        (lines(*[(8, 1)] * 2, *[(7, 1)] * 4, (9, 1)), (), (7, 4, 7)),  # the commonest
        (lines(*[(8, 1)] * 5, *[(7, 1)] * 4), (8,), None),
        ((), (), None),
    ],
)
def test_a_month_that_is_shared(
    english: tuple[DispatchDay, ...], chinese_months: tuple[int, ...], expected: tuple[int, int, int] | None
) -> None:
    found = _shared(Datelines(english, frozenset(chinese_months)), MARCH_2)
    assert (found and (found.month, len(found.wrong), found.dated)) == expected
    assert found is None or found.wrong == tuple(one for one in english if one.month == found.month)
