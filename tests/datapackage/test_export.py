from __future__ import annotations

import errno
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from sample_package import METADATA, contents, environment, make_package

from duizhao.cli.main import main
from duizhao.datapackage.disk.staging import WriteError
from duizhao.datapackage.exports import export as exporting
from duizhao.datapackage.exports.dataset import Dataset
from duizhao.datapackage.exports.export import describe_for_catalogues, export, formats
from duizhao.datapackage.exports.forms import sqlite
from duizhao.datapackage.format.metadata import Metadata
from duizhao.datapackage.format.package import open_package
from duizhao.datapackage.make.build import Making, build
from duizhao.datapackage.reading.typed_rows import typed_rows
from duizhao.errors import ConfigError, PackageError, UsageError
from duizhao.optional_libraries import library
from duizhao.schema import record
from duizhao.schema.record import Record, write

LIGHT = ["citation", "croissant", "datacite", "jsonl", "sqlite", "zenodo"]
"""Forms that need no library beside those of duizhao itself."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_package(tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="module")
def exported(package: Path) -> Path:
    export(str(package), LIGHT, str(package.parent / "exported"))
    return package.parent / "exported"


@pytest.fixture
def database(exported: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(exported / "peoples-daily-bilingual.db")) as database:
        yield database


def test_every_form_has_a_name_and_says_what_it_is() -> None:
    assert list(formats()) == [
        "citation",
        "croissant",
        "datacite",
        "huggingface",
        "jsonl",
        "parquet",
        "sqlite",
        "zenodo",
    ]
    assert formats()["jsonl"] == "JSON Lines: articles.jsonl, one article a line, as article.schema.json describes it"


def test_what_is_written(exported: Path, package: Path) -> None:
    assert sorted(contents(exported)) == [
        ".zenodo.json",
        "CITATION.cff",
        "SHA256SUMS",
        "articles.jsonl",
        "croissant.json",
        "datacite.json",
        "metadata.json",
        "peoples-daily-bilingual.db",
    ]
    before = contents(exported)
    assert export(str(package / "datapackage.json"), LIGHT, str(exported)).path == str(exported)
    assert contents(exported) == before


def test_an_older_export_gives_way_and_nothing_else(package: Path, tmp_path: Path) -> None:
    target = tmp_path / "out"
    export(str(package), ["citation", "jsonl"], str(target))
    export(str(package), ["citation"], str(target))
    assert sorted(contents(target)) == ["CITATION.cff", "SHA256SUMS"]
    (target / "CITATION.cff").write_text("edited")
    with pytest.raises(UsageError, match="holds files that no export wrote, or that were changed"):
        export(str(package), ["jsonl"], str(target))
    (target / "SHA256SUMS").write_bytes(b"\xff")
    with pytest.raises(UsageError, match="holds files that no export wrote"):
        export(str(package), ["jsonl"], str(target))
    assert sorted(contents(target)) == ["CITATION.cff", "SHA256SUMS"]
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(UsageError, match="is not a folder"):
        export(str(package), ["jsonl"], str(file))


@pytest.mark.parametrize("names", [LIGHT, ["sqlite"], ["jsonl", "zenodo"]], ids=len)
def test_several_processes_write_the_same(
    names: list[str], package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "_PARALLEL_FROM", 0)
    one, two = (export(str(package), names, str(tmp_path / str(jobs)), jobs=jobs) for jobs in (1, 2))
    assert one.files == two.files
    assert contents(tmp_path / "1") == contents(tmp_path / "2")


def test_what_another_process_meets_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "_PARALLEL_FROM", 0)
    package = make_package(tmp_path, METADATA._replace(creators=()))
    with pytest.raises(ConfigError, match=r"must name who made the data set"):
        export(str(package), ["citation", "sqlite"], str(tmp_path / "out"), jobs=2)
    assert not (tmp_path / "out").exists()


def test_every_form_is_written_once_and_with_those_that_share_its_files() -> None:
    assert exporting._tasks([*formats(), "other"]) == [
        ("sqlite",),
        ("huggingface", "parquet"),
        ("citation", "croissant", "datacite", "zenodo"),
        ("jsonl",),
        ("other",),
    ]
    assert exporting._tasks(["jsonl", "parquet", "zenodo"]) == [("parquet",), ("zenodo",), ("jsonl",)]


@pytest.mark.parametrize("below", ["", "exports", "data"])
def test_a_package_is_not_written_into(package: Path, below: str) -> None:
    before = contents(package)
    with pytest.raises(UsageError, match="lies within the package, which stays as it is"):
        export(str(package), ["jsonl"], str(package / below))
    assert contents(package) == before


def test_a_form_that_is_not_there(package: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no form 'excel'; there are citation, croissant"):
        export(str(package), ["jsonl", "excel"], str(tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_a_package_that_was_changed_is_not_exported(tmp_path: Path) -> None:
    package = make_package(tmp_path)
    with open(package / "data" / "articles.csv", "ab") as file:
        file.write(b"x\n")
    with pytest.raises(PackageError, match=r"data/articles\.csv"):
        export(str(package), ["jsonl"], str(tmp_path / "out"))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("module", "name", "extra"), [("pyarrow", "parquet", "parquet"), ("pyarrow", "huggingface", "parquet")]
)
def test_a_library_that_is_missing(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UsageError) as caught:
        export(str(package), [name], str(tmp_path / "out"))
    assert str(caught.value) == f"{module} is not installed: pip install 'duizhao[{extra}]'"
    assert list(tmp_path.iterdir()) == []


def test_a_library_that_is_broken_is_not_called_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "halfhere.py").write_text("import nothing_of_this_name")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(ModuleNotFoundError, match="nothing_of_this_name"):
        library("halfhere", "parquet")


def test_a_cell_that_is_no_value_of_its_column(tmp_path: Path) -> None:
    package = make_package(tmp_path)
    path = package / "data" / "articles.csv"
    path.write_bytes(path.read_bytes().replace(b",1958-10-13,", b",1958-13-10,", 1))
    with pytest.raises(PackageError, match=r"data/articles\.csv:2: cannot be read: month must be in 1\.\.12"):
        list(typed_rows(open_package(str(package)), "articles"))


def test_a_disk_that_fills(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(sqlite, "_fill", full)
    with pytest.raises(WriteError, match="cannot be written: the disk is full; nothing was changed"):
        export(str(package), ["sqlite"], str(tmp_path / "out"))
    assert list(tmp_path.iterdir()) == []


def test_what_a_package_says_of_itself_comes_back(package: Path) -> None:
    dataset = Dataset.of(open_package(str(package)))
    same = METADATA._replace(publication="", translation="")  # these are columns
    creators = [same.creators[0]._replace(roles=("creator",)), *same.creators[1:]]
    assert dataset.metadata == same._replace(creators=tuple(creators))
    assert (dataset.version, dataset.date, dataset.publisher) == ("", "2025-03-01", "Archive Press")
    assert [person.name for person in dataset.creators] == ["Doe, Jane", "中文报刊研究小组"]
    assert [(person.name, role) for person, role in dataset.contributors] == [
        ("Roe, Richard", "curator"),
        ("Roe, Richard", "juggler"),
    ]
    assert dataset.license is None
    assert dataset.rights == "Rights in the texts: unknown. Tables quantities, findings: CC-BY-4.0."


def test_what_is_not_known_is_not_made_up(tmp_path: Path) -> None:
    package = make_package(tmp_path, Metadata())
    left_out = describe_for_catalogues(open_package(str(package)), str(tmp_path))
    names = ("citation: CITATION.cff", "datacite: datacite.json", "zenodo: .zenodo.json")
    assert [reason.partition(" must ")[0].removeprefix("no ") for reason in left_out] == [
        names[0],
        names[1].replace("datacite.json", "datacite.json"),
        names[2],
    ]
    assert [name for name in os.listdir(tmp_path) if name not in {"source", "package"}] == ["croissant.json"]
    with pytest.raises(ConfigError, match=r"CITATION\.cff must name who made the data set; duizhao\.yaml does so"):
        export(str(package), ["citation"], str(tmp_path / "out"))
    assert not (tmp_path / "out").exists()


class TestJsonLines:
    def records(self, exported: Path) -> list[dict[str, Any]]:
        lines = (exported / "articles.jsonl").read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def test_each_line_is_a_record(self, exported: Path) -> None:
        schema = json.loads(Path(record.__file__).with_name("article.schema.json").read_text("utf-8"))
        validator = jsonschema.Draft202012Validator(schema)
        records = self.records(exported)
        assert len(records) == 8
        assert [error.message for item in records for error in validator.iter_errors(item)] == []
        assert "=Ploughing" in {item["english"]["title"] for item in records}

    def test_they_give_the_article_files_back(self, exported: Path, package: Path) -> None:
        files = contents(package.parent / "source")
        assert sorted(write(Record.from_json(item)) for item in self.records(exported)) == sorted(files.values())

    def test_no_reader_sees_a_line_break_inside_a_line(self, tmp_path: Path) -> None:
        source = (make_package(tmp_path).parent / "source" / "0001.md").read_text("utf-8")
        odd = source.replace("The harvest is over.", "The harvest\u2028is\x85over.")
        (tmp_path / "odd.md").write_text(odd, "utf-8")
        build([str(tmp_path / "odd.md")], str(tmp_path / "odd"), Making(METADATA, jobs=1))
        export(str(tmp_path / "odd"), ["jsonl"], str(tmp_path / "out"))
        (line,) = (tmp_path / "out" / "articles.jsonl").read_text("utf-8").splitlines()
        assert write(Record.from_json(json.loads(line))) == odd.encode()


class TestSqlite:
    def test_the_tables_are_those_of_the_package(self, database: sqlite3.Connection, package: Path) -> None:
        opened = open_package(str(package))
        for table in ("articles", "paragraphs", "quantities", "findings", "issues"):
            plain = [
                tuple(str(value) if type(value).__name__ == "date" else value for value in row)
                for row in typed_rows(opened, table)
            ]
            assert database.execute(f"select * from {table} order by rowid").fetchall() == plain  # noqa: S608

    def test_keys_hold(self, database: sqlite3.Connection) -> None:
        assert database.execute("pragma foreign_key_check").fetchall() == []
        assert database.execute("pragma integrity_check").fetchall() == [("ok",)]
        keys = {row[2:5] for row in database.execute("pragma foreign_key_list(quantities)")}
        assert keys == {
            ("articles", "article", "id"),
            ("paragraphs", "paragraph", "id"),
            ("quantities", "counterpart", "id"),
        }

    def test_types(self, database: sqlite3.Connection) -> None:
        row = database.execute("select date, page, typeof(date), typeof(page), typeof(author) from articles").fetchone()
        assert row == ("1958-10-13", row[1], "text", "integer", "text")
        low = database.execute("select low, typeof(low), value from quantities where text = '15,000 tons'").fetchone()
        assert low == (15000.0, "real", "15000")
        assert set(database.execute("select distinct waived, typeof(waived) from findings")) <= {(0, "integer")}

    def test_it_says_what_it_is(self, database: sqlite3.Connection) -> None:
        about = dict(database.execute("select key, value from about").fetchall())
        assert about["name"] == "peoples-daily-bilingual"
        assert about["rights"].startswith("Rights in the texts: unknown.")

    @pytest.mark.parametrize(
        ("query", "titles"),
        [
            ("钢铁", ["Steel"]),
            ("吨*", None),
            ("大办钢铁", ["Steel"]),
            ("人民公社", ["Steel"]),
            ("领导人", ["Steel"]),
            ('"中国 国共 共产 产党"', ["Steel"]),
            ('"中国 产党"', []),
            ("chinese : 春耕", ["Steel"]),
            ("headline : 春耕", ["=Ploughing"]),
            ("steel", ["Steel"]),
            ("makes AND ploughing", ["Steel"]),
            ('"wind the ploughing"', ["Steel"]),
            ("make", ["Steel"]),  # stemmed
            ("harvested 一万五千", None),
            ("铁钢", []),
        ],
    )
    def test_the_search_knows_both_languages(
        self, database: sqlite3.Connection, query: str, titles: list[str] | None
    ) -> None:
        sql = "select title from articles where rowid in (select rowid from articles_fts where articles_fts match ?)"
        found = sorted(title for (title,) in database.execute(sql, (query,)))
        assert found == titles if titles is not None else len(found) >= 7

    @pytest.mark.parametrize(
        ("words", "found"),
        [("中国共产党领导", 1), ("中国领导", 0), ("钢铁", 1), ("钢", 1), ("steel", 1), ("STEEL plant", 1), ("", 0)],
    )
    def test_the_search_of_datasette(
        self, database: sqlite3.Connection, exported: Path, words: str, found: int
    ) -> None:
        described = json.loads((exported / "metadata.json").read_text("utf-8"))
        sql = described["databases"]["peoples-daily-bilingual"]["queries"]["search"]["sql"]
        database.create_function("escape_fts", 1, lambda text: " ".join(f'"{word}"' for word in text.split()))
        assert len(database.execute(sql, {"words": words}).fetchall()) == found

    def test_what_datasette_shows(self, exported: Path) -> None:
        described = json.loads((exported / "metadata.json").read_text("utf-8"))
        assert described["title"] == "People's Daily in two languages"
        assert "license" not in described
        tables = described["databases"]["peoples-daily-bilingual"]["tables"]
        assert list(tables) == ["articles", "paragraphs", "quantities", "findings", "issues"]
        assert tables["articles"]["fts_table"] == "articles_fts"
        assert tables["articles"]["columns"]["date"].startswith("The day the newspaper appeared")

    def test_a_sqlite_without_full_text_search(
        self, package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def none(*_: object) -> None:
            raise sqlite3.OperationalError("no such module: fts5")

        monkeypatch.setattr(sqlite, "_fill", none)
        with pytest.raises(UsageError, match="has no full-text search"):
            export(str(package), ["sqlite"], str(tmp_path / "out"))


def test_the_command(package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = str(tmp_path / "out")
    assert main(["export", str(package), "--to", "jsonl, citation", "-o", target]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{target}/{n}" for n in ("CITATION.cff", "articles.jsonl", "SHA256SUMS")
    ]
    assert main(["export", str(package), "--to", "nothing", "-o", target]) == 2
    assert capsys.readouterr().err.startswith("duizhao: there is no form 'nothing'; there are ")
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    helped = capsys.readouterr().out
    assert [name for name in formats() if f"\n  {name} " not in helped] == []


def test_the_help_loads_no_heavy_library() -> None:
    script = "import sys; from duizhao.datapackage.exports.export import formats; formats(); print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment())
    loaded = set(json.loads(done.stdout.replace("'", '"')))
    assert loaded & {"pyarrow", "yaml", "fsspec", "frictionless", "jsonschema", "pandas"} == set()


def test_errors_of_the_system_are_told(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(sqlite, "_fill", refused)
    with pytest.raises(WriteError, match="cannot be written: Permission denied"):
        export(str(package), ["sqlite"], str(tmp_path / "out"))
