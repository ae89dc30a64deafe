from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.datapackage.disk import external_sort


@given(st.lists(st.tuples(st.binary(max_size=5), st.binary(max_size=5)), max_size=60), st.integers(1, 2000))
@settings(max_examples=40, deadline=None)
def test_sorted_whatever_the_memory(
    tmp_path_factory: pytest.TempPathFactory, items: list[tuple[bytes, bytes]], budget: int
) -> None:
    sorter = external_sort.Sorter(str(tmp_path_factory.mktemp("runs")), 2, budget=budget)
    for item in items:
        sorter.add(item)
    assert list(sorter.sorted()) == sorted(items)


def test_many_runs_are_merged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(external_sort, "_RUNS", 3)
    sorter = external_sort.Sorter(str(tmp_path), 1, budget=1)
    items = [(b"%03d" % (number * 37 % 100),) for number in range(100)]
    for item in items:
        sorter.add(item)
    assert len(os.listdir(tmp_path)) == 1 + 0 + 2 + 0 + 1  # of 81, 27, 9, 3 and 1 items
    assert list(sorter.sorted()) == sorted(items)


def test_runs_of_another_are_adopted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(external_sort, "_RUNS", 3)
    whole = external_sort.Sorter(str(tmp_path), 1)
    for part in range(5):
        (folder := tmp_path / str(part)).mkdir()
        sorter = external_sort.Sorter(str(folder), 1, budget=200)
        for number in range(part, 50, 5):
            sorter.add((b"%03d" % number,))
        whole.adopt(sorter.runs())
    assert list(whole.sorted()) == [(b"%03d" % number,) for number in range(50)]
