"""`duizhao.arrow`: the rows of a package from bytes alone, in batches of fixed schemas."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from made_up_issues import chinese, english, page
from sample_articles import article, many, write_articles

import duizhao
from duizhao.datapackage.make.build import Making, build
from duizhao.errors import UsageError

WRONG = article("歉收", sentences=(("全县收粮食一万五千吨。", "The county harvested 1,500 tons of grain."),))
FILES = {
    **many(3),
    "formula.md": article("春耕", title="=Ploughing"),
    "wrong.md": WRONG,
    "1936.05.04.html": page(chinese(), english()),
}
TABLES = ("articles", "paragraphs", "quantities", "findings", "issues")


def files(texts: dict[str, str]) -> list[tuple[str, bytes]]:
    return [(name, text.encode()) for name, text in texts.items()]


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'duizhao\[arrow\]'"):
        duizhao.arrow.check_bytes("a.md", article().encode())


@pytest.fixture
def arrow() -> Any:
    return pytest.importorskip("pyarrow", reason="pyarrow is not installed (dependency group `extras`)")


@pytest.mark.extras
@pytest.mark.parametrize("table", TABLES)
def test_the_rows_are_those_of_a_package(table: str, tmp_path: Path, arrow: Any) -> None:
    alone = Making(settings=duizhao.Settings(ignore=("C",)))
    build([write_articles(str(tmp_path / "s"), FILES)], str(tmp_path / "p"), alone)
    rows = list(duizhao.load(str(tmp_path / "p")).rows(table))
    found = getattr(duizhao.arrow.check_files(files(FILES)), table).to_pylist()
    assert rows
    key = next(iter(rows[0]))
    assert sorted(found, key=lambda row: str(row[key])) == rows


@pytest.mark.extras
def test_schemas_are_the_same_whatever_there_is(arrow: Any) -> None:
    schemas = duizhao.arrow.schemas()
    for some in ([], files(FILES), [("bad.md", b"Title: \xff")]):
        batches = duizhao.arrow.check_files(some)
        assert {name: batch.schema for name, batch in batches._asdict().items()} == schemas
        for batch in batches:
            batch.validate(full=True)
    described = schemas["quantities"].field("value")
    assert described.metadata[b"description"]
    assert schemas["findings"].field("rule").nullable is False


@pytest.mark.extras
def test_a_file_that_cannot_be_used_is_a_row_of_problems(arrow: Any) -> None:
    batches = duizhao.arrow.check_files([("bad.md", b"Title: \xff"), ("a.md", article().encode())])
    (problem,) = batches.problems.to_pylist()
    assert (problem["path"], problem["line"], problem["column"], problem["fault"]) == ("bad.md", 1, 8, False)
    assert batches.articles["path"].to_pylist() == ["a.md"]


@pytest.mark.extras
def test_signatures_are_compared_after_batches_were_put_together(tmp_path: Path, arrow: Any) -> None:
    texts = {"a.md": article("丰收在望", title="Another Title"), "b.md": article()}  # in the order of identifiers
    parts = [duizhao.arrow.check_bytes(name, data).signatures for name, data in files(texts)]
    (row,) = duizhao.arrow.compare_articles([arrow.Table.from_batches(parts)]).to_pylist()
    build([write_articles(str(tmp_path / "s"), texts)], str(tmp_path / "p"))
    rows = [row for row in duizhao.load(str(tmp_path / "p")).rows("findings") if str(row["rule"]).startswith("C")]
    assert [row] == rows
    own = [one.signature for name, data in files(texts) for one in duizhao.check_bytes(name, data)]
    assert [one for part in parts for one in duizhao.arrow.signatures_of(part)] == own
    assert duizhao.arrow.compare_articles(parts, duizhao.Settings(ignore=("C",))).num_rows == 0
