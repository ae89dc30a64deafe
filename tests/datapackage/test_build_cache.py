"""A build with the cache: the same bytes, and nothing is examined twice, by whichever command it was first."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sample_articles import article, many, write_articles

import duizhao.datapackage
from duizhao.datapackage.format.metadata import Metadata
from duizhao.datapackage.make.build import Making, build
from duizhao.datapackage.make.files_to_rows import kind_of_rows
from duizhao.schema.inputs.discover import list_sources
from duizhao.validator.report import FileResult
from duizhao.validator.running.cache.database import FILE
from duizhao.validator.running.whole_run import RunPlan, results_of
from duizhao.validator.waiving.waivers import Waiver, Waivers

WRONG = article("歉收", sentences=(("全县收粮食一万五千吨。", "The county harvested 1,500 tons of grain."),))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def source(tmp_path: Path) -> str:
    files: dict[str, str | bytes] = {**many(22), "wrong.md": WRONG, "bad.md": b"Title: \xff"}
    return write_articles(str(tmp_path / "source"), files)


@pytest.fixture
def cache(tmp_path: Path) -> str:
    return str(tmp_path / "cache")


def checked(source: str, cache: str) -> list[FileResult]:
    plan = RunPlan(lambda: list_sources([source]), jobs=1, cache=cache, across=True)
    return list(results_of(plan, Waivers((), "")))


def _refuse(*_: object) -> None:
    raise AssertionError("an article was examined again")


def nothing_is_examined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duizhao.validator.running.one_file.examine", _refuse)


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_second_build_gives_the_same_bytes_and_examines_nothing(
    jobs: int, source: str, cache: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("duizhao.validator.running.pool.PARALLEL_FROM", 3)
    making = Making(jobs=jobs)
    build([source], str(tmp_path / "plain"), making)
    build([source], str(tmp_path / "first"), making._replace(cache=cache))
    nothing_is_examined(monkeypatch)
    built = build([source], str(tmp_path / "second"), making._replace(cache=cache))
    plain = contents(tmp_path / "plain")
    assert contents(tmp_path / "first") == plain
    assert contents(tmp_path / "second") == plain
    assert [problem.path for problem in built.problems] == [f"{source}/bad.md"]


def test_a_check_takes_what_a_build_has_kept(
    source: str, cache: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = checked(source, "")
    build([source], str(tmp_path / "out"), Making(cache=cache))
    nothing_is_examined(monkeypatch)
    assert [one.findings for one in checked(source, cache)] == [one.findings for one in expected]


def test_a_build_after_a_check_makes_the_rows_that_are_missing(source: str, cache: str, tmp_path: Path) -> None:
    build([source], str(tmp_path / "plain"))
    checked(source, cache)
    build([source], str(tmp_path / "out"), Making(cache=cache))
    assert contents(tmp_path / "out") == contents(tmp_path / "plain")


def test_the_second_build_makes_no_signature_anew(
    source: str, cache: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    making = Making(cache=cache)
    title = "A Harvest Such as Never Before"
    alike = {
        "one.md": article("春耕", title=title, sentences=(("春天来了。", "Spring has come."),)),
        "two.md": article("秋收", title=title, sentences=(("秋天来了。", "Autumn has come."),)),
    }
    also = write_articles(str(tmp_path / "also"), alike)
    build([source, also], str(tmp_path / "a"), making)
    assert b",C105," in contents(tmp_path / "a")["data/findings.csv"]
    monkeypatch.setattr("duizhao.datapackage.make.files_to_rows.signature_of", _refuse)
    build([source, also], str(tmp_path / "b"), making)
    assert contents(tmp_path / "b") == contents(tmp_path / "a")


def test_what_a_package_says_and_waives_is_not_kept(
    source: str, cache: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([source], str(tmp_path / "a"), Making(cache=cache))
    mark = next(
        finding.fingerprint for one in checked(source, "") for finding in one.findings if finding.rule == "N102"
    )
    waiver = Waiver("N102", mark, "", "", "as printed", "me", "2025-01-01")
    making = Making(Metadata(publication="rmrb", translation="by hand"), waivers=(waiver,))
    build([source], str(tmp_path / "plain"), making)
    nothing_is_examined(monkeypatch)
    build([source], str(tmp_path / "b"), making._replace(cache=cache))
    assert contents(tmp_path / "b") == contents(tmp_path / "plain")
    assert contents(tmp_path / "b") != contents(tmp_path / "a")


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM extra",
        "UPDATE extra SET data = x'00'",
        "DELETE FROM result",
        "UPDATE result SET digests = x'00'",
        "UPDATE result SET digests = x''",
    ],
)
def test_what_is_lost_is_made_again(statement: str, source: str, cache: str, tmp_path: Path) -> None:
    build([source], str(tmp_path / "a"), Making(cache=cache))
    with closing(sqlite3.connect(Path(cache) / FILE)) as connection, connection:
        connection.execute(statement)
    build([source], str(tmp_path / "b"), Making(cache=cache))
    assert contents(tmp_path / "b") == contents(tmp_path / "a")


def test_rows_are_kept_under_the_source_that_lays_them_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kind_of_rows()
    assert kind_of_rows() == before
    for name in ("format", "make"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.py").write_text("")
    monkeypatch.setattr(duizhao.datapackage, "__path__", [str(tmp_path)])
    assert kind_of_rows() != before


def test_few_files_leave_the_cache_alone(cache: str, tmp_path: Path) -> None:
    few = write_articles(str(tmp_path / "few"), many(3))
    build([few], str(tmp_path / "out"), Making(cache=cache))
    assert not Path(cache).exists()
