"""Lists of any length."""

from __future__ import annotations

import tracemalloc

import pytest

from duizhao.datapackage.disk import spool
from duizhao.datapackage.disk.spool import Spool


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7])
def test_it_gives_back_what_it_was_given(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "_HELD", 2)
    items = [("文", number) for number in range(count)]
    gathered = Spool(items)
    assert (len(gathered), list(gathered), bool(gathered)) == (count, items, count > 0)
    assert [pair for pair in zip(gathered, gathered, strict=True)] == [(one, one) for one in items]  # noqa: C416  two at once
    gathered.add(("more", 0))
    assert list(gathered) == [*items, ("more", 0)]


@pytest.mark.parametrize(
    ("other", "equal"),
    [((1, 2, 3), True), (Spool([1, 2, 3]), True), ((1, 2), False), ((1, 2, 4), False), (3, False)],
    ids=["tuple", "spool", "shorter", "other", "no list"],
)
def test_it_is_equal_to_what_holds_the_same(other: object, equal: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "_HELD", 2)
    assert (Spool([1, 2, 3]) == other) is equal
    assert (other == Spool([1, 2, 3])) is equal
    assert 3 in Spool([1, 2, 3])
    assert 4 not in Spool([1, 2, 3])


def test_memory_holds_the_beginning() -> None:
    tracemalloc.start()
    gathered = Spool(f"{number:0100}" for number in range(50_000))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(gathered) == 50_000
    assert peak < 500_000
