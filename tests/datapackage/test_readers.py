"""The tools that people use read what duizhao writes, each by its own front door."""

from __future__ import annotations

import datetime as dt
import json
import math
import os
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest
from sample_articles import many, write_articles
from sample_package import METADATA, contents, environment, make_package

from duizhao.datapackage.exports.export import describe_for_catalogues, export
from duizhao.datapackage.format.package import open_package
from duizhao.datapackage.make.build import Making, build
from duizhao.datapackage.reading.typed_rows import typed_rows

pytestmark = [pytest.mark.extras, pytest.mark.slow]

TABLES = ("articles", "paragraphs", "quantities", "findings", "issues")
FILLED = TABLES[:-1]
"""The tables of the sample that have rows."""


def reader(name: str) -> Any:
    """A library of the group `extras`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what others do when they are imported
        return pytest.importorskip(name, reason=f"{name} is not installed (dependency group `extras`)")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    package = make_package(tmp_path_factory.mktemp("read"))
    assert describe_for_catalogues(open_package(str(package)), str(package)) == []
    (package / "SHA256SUMS").unlink()
    from duizhao.datapackage.format.checksums import write_checksums

    write_checksums(str(package), {})
    return package


@pytest.fixture(scope="module")
def exported(package: Path) -> Path:
    reader("pyarrow")
    target = package.parent / "exported"
    export(str(package), ["parquet", "huggingface", "sqlite", "jsonl"], str(target))
    return target


def rows(package: Path, table: str) -> list[tuple[Any, ...]]:
    return list(typed_rows(open_package(str(package)), table))


def columns(package: Path, table: str) -> list[str]:
    fields = open_package(str(package)).resource(table)["schema"]["fields"]
    return [field["name"] for field in fields]


@pytest.mark.parametrize("table", TABLES)
class TestParquet:
    def test_pyarrow(self, package: Path, exported: Path, table: str) -> None:
        read = reader("pyarrow.parquet").read_table(exported / "data" / f"{table}.parquet")
        assert read.column_names == columns(package, table)
        assert [tuple(row.values()) for row in read.to_pylist()] == rows(package, table)
        assert [field.name for field in read.schema if not field.metadata[b"description"]] == []

    def test_required_columns_are_marked(self, package: Path, exported: Path, table: str) -> None:
        schema = reader("pyarrow.parquet").read_schema(exported / "data" / f"{table}.parquet")
        fields = open_package(str(package)).resource(table)["schema"]["fields"]
        required = [field["name"] for field in fields if field.get("constraints", {}).get("required")]
        assert [field.name for field in schema if not field.nullable] == required

    def test_pandas(self, package: Path, exported: Path, table: str) -> None:
        reader("pyarrow")
        read = reader("pandas").read_parquet(exported / "data" / f"{table}.parquet")
        assert list(read.columns) == columns(package, table)
        assert read["id"].tolist() == [row[columns(package, table).index("id")] for row in rows(package, table)]

    def test_polars(self, package: Path, exported: Path, table: str) -> None:
        read = reader("polars").read_parquet(exported / "data" / f"{table}.parquet")
        assert read.rows() == rows(package, table)

    def test_duckdb(self, package: Path, exported: Path, table: str) -> None:
        path = exported / "data" / f"{table}.parquet"
        found = reader("duckdb").sql(f"from '{path}'").fetchall()
        assert found == rows(package, table)


def test_the_same_package_gives_the_same_bytes(package: Path, exported: Path, tmp_path: Path) -> None:
    export(str(package), ["parquet", "huggingface", "sqlite", "jsonl"], str(tmp_path / "again"))
    assert contents(tmp_path / "again") == contents(exported)


def test_parquet_row_groups(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parquet = reader("pyarrow.parquet")
    from duizhao.datapackage.exports.forms import parquet as exporter

    monkeypatch.setattr(exporter, "_ROWS", (1, 3))
    export(str(package), ["parquet"], str(tmp_path / "out"))
    file = parquet.ParquetFile(tmp_path / "out" / "data" / "articles.parquet")
    assert [file.metadata.row_group(group).num_rows for group in range(file.num_row_groups)] == [3, 3, 2]
    assert [tuple(row.values()) for row in file.read().to_pylist()] == rows(package, "articles")


def test_parquet_parts(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parquet, datasets = reader("pyarrow.parquet"), reader("datasets")
    from duizhao.datapackage.exports.forms import parquet as exporter

    monkeypatch.setattr(exporter, "_ROWS", (1, 3))
    monkeypatch.setattr(exporter, "_GROUP", 1)
    monkeypatch.setattr(exporter, "MOST_BYTES", 12_000)  # two groups of articles
    export(str(package), ["parquet", "huggingface"], str(tmp_path / "out"))
    names = sorted(path.name for path in (tmp_path / "out" / "data").glob("articles*"))
    assert names[:2] == ["articles-0001.parquet", "articles-0002.parquet"]
    for table in TABLES:
        read = parquet.read_table([str(one) for one in sorted((tmp_path / "out" / "data").glob(f"{table}*.parquet"))])
        assert [tuple(row.values()) for row in read.to_pylist()] == rows(package, table)
    loaded = datasets.load_dataset(str(tmp_path / "out"), "articles", split="train", cache_dir=str(tmp_path / "cache"))
    assert loaded["id"] == [row[0] for row in rows(package, "articles")]


class TestCsv:
    def test_pandas(self, package: Path) -> None:
        read = reader("pandas").read_csv(package / "data" / "quantities.csv", keep_default_na=False)
        low = columns(package, "quantities").index("low")
        values = [row[low] for row in rows(package, "quantities")]
        assert [float(value) if value != "" else None for value in read["low"]] == values

    def test_pandas_reads_dates(self, package: Path) -> None:
        read = reader("pandas").read_csv(package / "data" / "articles.csv", parse_dates=["date"])
        assert {stamp.date() for stamp in read["date"]} == {dt.date(1958, 10, 13)}

    def test_polars(self, package: Path) -> None:
        read = reader("polars").read_csv(package / "data" / "articles.csv", try_parse_dates=True)
        assert read["chinese"].to_list() == [
            row[columns(package, "articles").index("chinese")] for row in rows(package, "articles")
        ]

    def test_duckdb(self, package: Path) -> None:
        duckdb = reader("duckdb")
        sql = "select unit, sum(low) from '{}' where side = 'zh' and verdict = 'same' group by unit order by unit"
        found = dict(duckdb.sql(sql.format(package / "data" / "quantities.csv")).fetchall())
        names = columns(package, "quantities")
        expected: dict[Any, float] = {}
        for row in rows(package, "quantities"):
            item = dict(zip(names, row, strict=True))
            if (item["side"], item["verdict"]) == ("zh", "same") and item["low"] is not None:
                expected[item["unit"]] = expected.get(item["unit"], 0) + item["low"]
        assert {unit: value for unit, value in found.items() if value is not None} == expected
        assert math.fsum(expected.values()) > 15000

    def test_frictionless(self, package: Path) -> None:
        command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
        done = subprocess.run(command, cwd=package, capture_output=True, text=True, check=False, env=environment())
        assert done.returncode == 0, done.stdout


class TestHuggingFace:
    @pytest.fixture
    def datasets(self, monkeypatch: pytest.MonkeyPatch) -> Any:
        monkeypatch.setenv("HF_HUB_OFFLINE", "1")
        return reader("datasets")

    @pytest.mark.parametrize("table", FILLED)
    def test_every_table(self, datasets: Any, package: Path, exported: Path, table: str, tmp_path: Path) -> None:
        read = datasets.load_dataset(str(exported), table, split="train", cache_dir=str(tmp_path))
        assert [tuple(row.values()) for row in read] == rows(package, table)

    def test_the_default(self, datasets: Any, package: Path, exported: Path, tmp_path: Path) -> None:
        read = datasets.load_dataset(str(exported), cache_dir=str(tmp_path))
        assert list(read) == ["train"]
        assert read["train"].column_names == columns(package, "articles")

    def test_the_card(self, exported: Path) -> None:
        hub = reader("huggingface_hub")
        card = hub.DatasetCard.load(exported / "README.md")
        head = card.data.to_dict()
        assert (head["license"], head["language"], head["size_categories"]) == ("unknown", ["zh", "en"], ["n<1K"])
        assert [config["config_name"] for config in head["configs"]] == list(FILLED)
        assert "Rights in the texts: unknown." in card.text
        assert "### quantities" in card.text

    def test_json_lines(self, datasets: Any, exported: Path, tmp_path: Path) -> None:
        file = str(exported / "articles.jsonl")
        read = datasets.load_dataset("json", data_files=file, split="train", cache_dir=str(tmp_path))
        assert read.num_rows == 8
        assert read[0]["english"]["paragraphs"][-1] == "The harvest is over."


class TestCroissant:
    def test_the_validator(self, package: Path) -> None:
        reader("mlcroissant")
        command = [sys.executable, "-m", "mlcroissant.scripts.validate", "--jsonld", str(package / "croissant.json")]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment())
        assert done.returncode == 0, done.stderr
        complaints = [line for line in done.stderr.splitlines() if line.startswith("  -  ")]
        # The version is that of a release, and this is none.
        assert [line for line in complaints if "schema.org/version" not in line] == []

    @pytest.mark.parametrize("cut", [False, True], ids=["", "cut"])
    def test_records(self, cut: bool, package: Path, tmp_path: Path) -> None:
        reader("mlcroissant")
        if cut:
            package = tmp_path / "cut"
            source = write_articles(str(tmp_path / "source"), many(9))
            build([source], str(package), Making(METADATA, jobs=1, part=2_000))
            assert describe_for_catalogues(open_package(str(package)), str(package)) == []
        script = """if True:
            import json, sys, warnings
            warnings.simplefilter("ignore")
            import mlcroissant
            dataset = mlcroissant.Dataset(sys.argv[1])
            found = {}
            for name in sys.argv[2:]:
                found[name] = [str(row[name + "/id"], "utf-8") for row in dataset.records(name)]
            print(json.dumps(found))
        """
        filled = [table for table in TABLES if rows(package, table)]
        command = [sys.executable, "-c", script, str(package / "croissant.json"), *filled]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment(HOME=str(tmp_path)))
        assert done.returncode == 0, done.stderr
        names = {table: columns(package, table).index("id") for table in filled}
        assert json.loads(done.stdout) == {
            table: [row[at] for row in rows(package, table)] for table, at in names.items()
        }


def test_pandas_reads_json_lines(exported: Path) -> None:
    read = reader("pandas").read_json(exported / "articles.jsonl", lines=True)
    assert len(read) == 8
    assert sorted(os.listdir(exported / "data")) == sorted(f"{table}.parquet" for table in TABLES)
