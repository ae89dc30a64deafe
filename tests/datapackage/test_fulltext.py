from __future__ import annotations

import doctest
import sqlite3
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.datapackage.exports import bibtex, dataset, fulltext
from duizhao.datapackage.exports.fulltext import query, searchable
from duizhao.datapackage.places import open_store
from duizhao.datapackage.versions import fetch, release_index

HAN = st.text("中国共产党人民公社大办钢铁一二三", min_size=1, max_size=12)
TEXT = st.lists(HAN | st.sampled_from(["。", "10", "iron ore", "，", "１５", "\n"]), min_size=1, max_size=8).map(
    "".join
)


def found(text: str, words: str) -> bool:
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table f using fts5(chinese, content='', tokenize='porter unicode61')")
    database.execute("insert into f(rowid, chinese) values (1, ?)", (searchable(text),))
    hit: bool = database.execute("select count(*) from f where f match ?", (words,)).fetchone() == (1,)
    database.close()
    return hit


@pytest.mark.parametrize(
    ("text", "indexed"),
    [
        ("", ""),
        ("钢", "钢"),
        ("钢铁", "钢铁 铁"),
        ("钢铁厂", "钢铁 铁厂 厂 钢铁厂"),
        ("日产 30 吨", "日产 产 30 吨"),
        ("iron ore", "iron ore"),
        ("钢铁钢铁钢铁", "钢铁 铁钢 钢铁 铁钢 钢铁 铁 钢铁钢 铁钢铁 钢铁钢铁 铁钢铁钢"),
        ("𠀀𠀁", "𠀀𠀁 𠀁"),
    ],
)
def test_what_is_indexed(text: str, indexed: str) -> None:
    assert searchable(text) == indexed


@given(TEXT, st.data())
def test_whatever_stands_in_a_text_is_found(text: str, data: st.DataObject) -> None:
    runs = [run for run in text.replace("\n", "。").replace("，", "。").split("。") if run]
    run = data.draw(st.sampled_from(runs or ["钢铁"]))
    start = data.draw(st.integers(0, len(run) - 1))
    part = run[start : data.draw(st.integers(start + 1, len(run)))]
    if runs and all("一" <= sign <= "鿿" for sign in part):
        assert found(text, query(part))


@given(HAN, HAN)
def test_what_does_not_stand_there_is_not_found(words: str, text: str) -> None:
    assert found(text, query(words)) == (words in text)


@pytest.mark.parametrize("words", ['"', "a OR", "NEAR(", "*", "x:y", "-", "钢铁 AND", "'", "{}"])
def test_no_query_is_a_wrong_one(words: str) -> None:
    found("钢铁", query(words) or '""')


def test_long_texts_take_time_in_proportion() -> None:
    def taken(count: int) -> float:
        start = time.process_time()
        searchable("中国共产党人民公社大办钢铁" * count)
        return time.process_time() - start

    taken(100)
    assert taken(40_000) < 40 * max(taken(4_000), 1e-4)


@pytest.mark.parametrize("module", [bibtex, dataset, fetch, fulltext, release_index, open_store])
def test_examples_in_docstrings(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
