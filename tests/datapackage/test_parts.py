"""Tables that were cut into files: the same data set, and every command works on it."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sample_articles import article, many, write_articles
from sample_package import METADATA, contents

import duizhao
from duizhao.datapackage.exports.export import export
from duizhao.datapackage.format.package import open_package
from duizhao.datapackage.format.table_writer import MOST_BYTES, TableWriter
from duizhao.datapackage.format.tables import tables
from duizhao.datapackage.make.build import Making, build
from duizhao.datapackage.prove.verify import verify
from duizhao.datapackage.prove.verify_table import PartReader
from duizhao.datapackage.reading.unpack import unpack
from duizhao.datapackage.versions.changes import compare
from duizhao.datapackage.versions.fetch import fetch
from duizhao.datapackage.versions.publish import publish
from duizhao.datapackage.versions.release import Terms, release
from duizhao.errors import PackageError
from duizhao.validator.running.pool import WorkerError
from duizhao.validator.running.workers import Worker

PART = 2_000  # bytes: two or three articles, so that every table of the sample is cut
WRONG = article("歉收", sentences=(("全县收粮食一万五千吨。", "The county harvested 1,500 tons of grain."),))
SMALL = Making(METADATA, jobs=1, part=PART)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> str:
    files = {**many(24), "wrong.md": WRONG, "formula.md": article("春耕", title="=Ploughing")}
    return write_articles(str(tmp_path_factory.mktemp("parts") / "source"), files)


@pytest.fixture(scope="module")
def whole(source: str) -> Path:
    path = Path(source).parent / "whole"
    build([source], str(path), SMALL._replace(part=MOST_BYTES))
    return path


@pytest.fixture(scope="module")
def built(source: str) -> Path:
    path = Path(source).parent / "built"
    build([source], str(path), SMALL)
    return path


@pytest.fixture
def package(built: Path, tmp_path: Path) -> Path:
    """A copy to be damaged."""
    shutil.copytree(built, tmp_path / "package")
    return tmp_path / "package"


def paths(package: Path, table: str) -> list[str]:
    found = open_package(str(package)).resource(table)["path"]
    assert isinstance(found, list)
    return found


def seal(package: Path) -> None:
    """Write checksums that fit what is there."""
    files = sorted(path for path in package.rglob("*") if path.is_file() and path.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(package).as_posix()}\n" for p in files]
    (package / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def flaws(package: Path) -> list[str]:
    return [str(flaw).removeprefix(f"{package}/") for flaw in verify(str(package)).flaws]


def test_a_table_is_cut_between_articles_and_says_so(built: Path, whole: Path) -> None:
    for table in ("articles", "paragraphs", "quantities", "findings"):
        names = paths(built, table)
        assert names[:2] == [f"data/{table}-0001.csv", f"data/{table}-0002.csv"]
        assert max((built / name).stat().st_size for name in names) <= PART
        pieces = [(built / name).read_bytes().split(b"\n", 1) for name in names]
        assert len({header for header, _ in pieces}) == 1
        joined = pieces[0][0] + b"\n" + b"".join(rows for _, rows in pieces)
        assert joined == (whole / "data" / f"{table}.csv").read_bytes()
        mine, plain = (open_package(str(one)).resource(table) for one in (built, whole))
        assert {**mine, "path": ""} == {**plain, "path": ""}
    owners = [
        {row["article"] for row in csv.DictReader((built / name).read_text(encoding="utf-8").splitlines())}
        for name in paths(built, "quantities")
    ]
    assert len(set.union(*owners)) == sum(map(len, owners))  # the rows of an article stand in one file
    assert min(path.name for path in (built / "data").iterdir()) == "articles-0001.csv"
    assert "data/NAME-*.csv" in (built / "README.md").read_text(encoding="utf-8")
    assert "data/NAME-*.csv" not in (whole / "README.md").read_text(encoding="utf-8")


def test_rows_that_are_larger_than_a_part_stay_together(tmp_path: Path) -> None:
    with TableWriter(str(tmp_path), tables()["findings"], 10) as writer:
        for _ in range(2):
            writer.write(b"x" * 50 + b"\n", 1)
            writer.write(b"", 0)
    assert [part.path for part in writer.written().parts] == ["data/findings-0001.csv", "data/findings-0002.csv"]


def test_it_is_proved(built: Path) -> None:
    assert verify(str(built)).flaws == ()
    assert verify(str(built)).rows["articles"] == 26


def test_frictionless_accepts_it(built: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"],
        cwd=built,
        capture_output=True,
        check=False,
    )
    report = json.loads(done.stdout)
    assert report["valid"], report
    assert report["tasks"][0]["stats"]["rows"] == 26


def swap(package: Path) -> None:
    first, second = (package / name for name in paths(package, "quantities")[:2])
    mine, theirs = first.read_bytes(), second.read_bytes()
    first.write_bytes(theirs)
    second.write_bytes(mine)


def change_header(package: Path) -> None:
    second = package / paths(package, "articles")[1]
    second.write_bytes(second.read_bytes().replace(b"id,", b"no,", 1))


def change_cell(package: Path) -> None:
    second = package / paths(package, "findings")[1]
    second.write_bytes(second.read_bytes().replace(b",C101,", b",C1o1,", 1))


def point_elsewhere(package: Path) -> None:
    third = package / paths(package, "paragraphs")[2]
    lines = third.read_bytes().split(b"\n")
    article = lines[-2].split(b",")[1]
    third.write_bytes(third.read_bytes().replace(b"," + article + b",", b",19991231-99-ffffffffffff,"))


def leave_out(package: Path) -> None:
    (package / paths(package, "quantities")[1]).unlink()


def of_another_build(package: Path) -> None:
    first, second = (package / name for name in paths(package, "quantities")[:2])
    second.write_bytes(first.read_bytes())


DAMAGE: list[tuple[Callable[[Path], None], str]] = [
    (swap, "data/quantities-0002.csv:2:1: id: "),
    (change_header, "data/articles-0002.csv:1:1: the header is not id,publication"),
    (change_cell, "data/findings-0002.csv:"),
    (point_elsewhere, "article: articles has no 19991231-99-ffffffffffff"),
    (leave_out, "data/quantities-0002.csv: is missing"),
    (of_another_build, "data/quantities-0002.csv:2:1: id: "),
]


@pytest.mark.parametrize(("damage", "says"), DAMAGE, ids=[damage.__name__ for damage, _ in DAMAGE])
@pytest.mark.parametrize("sealed", [False, True], ids=["", "sealed"])
def test_damage_is_told_with_its_place(sealed: bool, damage: Callable[[Path], None], says: str, package: Path) -> None:
    damage(package)
    if sealed:
        seal(package)
    found = flaws(package)
    assert any(says in flaw for flaw in found), found


@pytest.mark.parametrize("damage", [*(damage for damage, _ in DAMAGE), lambda _: None])
def test_what_several_processes_find_is_the_same(
    damage: Callable[[Path], None], package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(package)
    seal(package)
    alone = verify(str(package), jobs=1)
    monkeypatch.setattr("duizhao.datapackage.prove.verify._PARALLEL_FROM", 0)
    tasks: list[str] = []
    take = Worker.take

    def counted(self: Worker) -> Any:
        tasks.append(str(self.tasks[0]))
        return take(self)

    monkeypatch.setattr(Worker, "take", counted)
    assert verify(str(package), jobs=2) == alone
    assert len(tasks) > 1


@pytest.mark.skipif(sys.platform != "linux", reason="needs a copy of this process")
def test_a_reader_that_dies_proves_nothing(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duizhao.datapackage.prove.verify._PARALLEL_FROM", 0)
    monkeypatch.setattr("duizhao.validator.running.pool._start_method", lambda: "fork")
    monkeypatch.setattr(PartReader, "__call__", lambda *_: os._exit(1))
    with pytest.raises(WorkerError, match="a worker process was ended from outside"):
        verify(str(package), jobs=2)


def test_a_part_that_fits_but_is_of_another_build_is_told(package: Path, source: str, tmp_path: Path) -> None:
    shutil.copytree(source, tmp_path / "source")
    text = (tmp_path / "source" / "0000.md").read_text(encoding="utf-8")
    (tmp_path / "source" / "0000.md").write_text(text.replace("A Good", "A Fine"), encoding="utf-8")
    build([str(tmp_path / "source")], str(tmp_path / "other"), SMALL)
    names = paths(package, "articles")
    assert paths(tmp_path / "other", "articles") == names
    changed = [name for name in names if (tmp_path / "other" / name).read_bytes() != (package / name).read_bytes()]
    shutil.copy(tmp_path / "other" / changed[0], package / changed[0])
    assert f"{changed[0]}: was changed: its SHA-256 is not the one in SHA256SUMS" in flaws(package)
    seal(package)
    said = f"data/articles-0001.csv: the {len(names)} files of the table: was changed: its SHA-256 is not the one in"
    assert any(flaw.startswith(said) for flaw in flaws(package))


def test_a_descriptor_cannot_name_a_part_twice(package: Path) -> None:
    path = package / "datapackage.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    document["resources"][0]["path"].append(document["resources"][1]["path"][0])
    path.write_text(json.dumps(document), encoding="utf-8")
    assert any("two resources have the same path" in flaw for flaw in flaws(package))


def test_what_is_read_is_the_same(built: Path, whole: Path, tmp_path: Path) -> None:
    mine, plain = (duizhao.load(str(one)) for one in (built, whole))
    assert [list(mine.rows(name)) for name in mine.tables] == [list(plain.rows(name)) for name in plain.tables]
    assert list(mine.records()) == list(plain.records())
    assert unpack(str(built), str(tmp_path / "files")) == 26
    assert (tmp_path / "files" / "wrong.md").read_text(encoding="utf-8") == WRONG


@pytest.mark.parametrize("form", ["jsonl", "sqlite", "citation", "parquet"])
def test_exports_are_the_same(form: str, built: Path, whole: Path, tmp_path: Path) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed (dependency group `extras`)")
    for name, package in (("a", built), ("b", whole)):
        export(str(package), [form], str(tmp_path / name))
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_where_it_was_cut_is_no_change(built: Path, whole: Path) -> None:
    changes = compare(open_package(str(built)), open_package(str(whole)))
    assert changes == type(changes)()


def test_release_publish_and_get(source: str, tmp_path: Path) -> None:
    folder = str(tmp_path / "releases")
    first = release([source], folder, SMALL, Terms(allowed=99))
    assert not release([source], folder, SMALL._replace(part=MOST_BYTES), Terms(allowed=99)).new
    publish(folder, str(tmp_path / "published"))
    fetched = fetch(str(tmp_path / "published"), str(tmp_path / "got"))
    assert verify(str(tmp_path / "got")).flaws == (), fetched
    assert len(paths(tmp_path / "got", "quantities")) > 2
    assert contents(tmp_path / "got") == contents(Path(first.path))


def test_a_file_that_is_no_part_is_refused_when_read(package: Path) -> None:
    (package / paths(package, "articles")[1]).write_bytes(b"x\n")
    with pytest.raises(PackageError, match=r"articles-0002\.csv:1:1: the header is not id,"):
        list(duizhao.load(str(package), verify=False).rows("articles"))
