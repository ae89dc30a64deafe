"""Packages of others: whatever their descriptors and tables say, every command ends with one line and exit code 2."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sample_articles import many, write_articles
from sample_package import make_package
from test_verify import restate

from duizhao.cli.main import main
from duizhao.datapackage.format.descriptor_shape import pattern_of
from duizhao.datapackage.make.build import Making, build
from duizhao.datapackage.reading.load import load
from duizhao.datapackage.versions.release_index import parse_index
from duizhao.errors import DuizhaoError, MalformedError, PackageError

Change = Callable[[dict[str, Any]], object]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    build([write_articles(str(folder / "source"), many(2))], str(folder / "out"), Making(jobs=1))
    return folder / "out"


@pytest.fixture
def package(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "p"))


def table(document: dict[str, Any], name: str = "articles") -> dict[str, Any]:
    return next(resource for resource in document["resources"] if resource["name"] == name)


def field(document: dict[str, Any], number: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = table(document)["schema"]["fields"][number]
    return found


MALFORMED: dict[str, Change] = {
    "resources are a text": lambda d: d.update(resources="x"),
    "a resource is a text": lambda d: d["resources"].append("x"),
    "a schema is a text": lambda d: table(d).update(schema="a/../b"),
    "a resource has no name": lambda d: table(d).pop("name"),
    "a resource has no description": lambda d: table(d).pop("description"),
    "a path is a list": lambda d: table(d).update(path=["data/articles.csv"]),
    "a path leads out": lambda d: table(d).update(path="../articles.csv"),
    "a path is absolute": lambda d: table(d).update(path="/etc/passwd"),
    "no field": lambda d: table(d)["schema"].update(fields=[]),
    "a field is a number": lambda d: table(d)["schema"]["fields"].append(3),
    "a field has no description": lambda d: field(d).pop("description"),
    "a type that is none": lambda d: field(d).update(type="geojson"),
    "a type that is a list": lambda d: field(d).update(type=["string"]),
    "two fields of one name": lambda d: field(d, 1).update(name="id"),
    "a key that is no field": lambda d: table(d)["schema"].update(primaryKey=["x"]),
    "constraints are a list": lambda d: field(d).update(constraints=[]),
    "a minimum that is a text": lambda d: field(d, 3).update(constraints={"minimum": "1"}),
    "a pattern that never ends": lambda d: field(d).update(constraints={"pattern": "(a+)+$"}),
    "contributors are texts": lambda d: d.update(contributors=["Doe, Jane"]),
    "roles are a number": lambda d: d.update(contributors=[{"title": "Doe, Jane", "roles": 3}]),
    "keywords are numbers": lambda d: d.update(keywords=[1]),
    "a licence is a text": lambda d: table(d).update(licenses=["CC0-1.0"]),
    "a source has a list": lambda d: d.update(sources=[{"title": ["x"]}]),
    "a title is a number": lambda d: d.update(title=3),
    "nested deeply": lambda d: d.update(x=[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]),
}


@pytest.mark.parametrize("change", MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_descriptor(
    change: Change, package: Path, sound: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    restate(package, change)
    out = str(tmp_path / "out")
    for command in (
        ["diff", str(package), str(sound)],
        ["diff", str(sound), str(package)],
        ["unpack", str(package), "-o", out],
    ):
        capsys.readouterr()
        assert main(command) == 2
        assert capsys.readouterr().err.count("\n") == 1
    with pytest.raises(MalformedError, match=r"p/datapackage\.json: "):
        load(str(package), verify=False)
    with pytest.raises(MalformedError):
        load(str(package))
    assert main(["export", str(package), "--to", "all", "-o", out]) == 2
    assert main(["verify", str(package)]) == (2 if change is MALFORMED["nested deeply"] else 1)
    assert not os.path.exists(out)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[]", "{", '{"a": NaN}', "9" * 10_000, '"\\ud800"'])
def test_no_descriptor_at_all(text: str, package: Path) -> None:
    (package / "datapackage.json").write_text(text, "utf-8")
    for verify in (False, True):
        with pytest.raises(MalformedError, match=r"no JSON|no descriptor"):
            load(str(package), verify=verify)


def renamed(package: Path, table_name: str, old: str, new: str) -> None:
    """Rename a column, in the table and in the descriptor: the package is sound, but not one of ours."""
    path = package / "data" / f"{table_name}.csv"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")

    def change(document: dict[str, Any]) -> None:
        for item in table(document, table_name)["schema"]["fields"]:
            if item["name"] == old:
                item["name"] = new

    restate(package, change)


@pytest.mark.parametrize(
    ("name", "old", "command"),
    [
        ("findings", "rule", ["diff", "SOUND", "P"]),
        ("articles", "layout", ["unpack", "P", "-o", "OUT"]),
        ("articles", "layout", ["export", "P", "--to", "jsonl", "-o", "OUT"]),
        ("articles", "headline", ["export", "P", "--to", "sqlite", "-o", "OUT"]),
        ("quantities", "verdict", ["export", "P", "--to", "sqlite", "-o", "OUT"]),
    ],
)
def test_a_column_that_is_missing_is_named(
    name: str,
    old: str,
    command: list[str],
    package: Path,
    sound: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    renamed(package, name, old, "n999")
    words = {"SOUND": str(sound), "P": str(package), "OUT": str(tmp_path / "out")}
    assert main([words.get(word, word) for word in command]) == 2
    assert capsys.readouterr().err == f"duizhao: {package}/datapackage.json: the table {name} has no column {old}\n"


def test_a_header_that_is_not_the_declared_one(package: Path, sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = package / "data" / "findings.csv"
    path.write_text(path.read_text("utf-8").replace("id,article", "id,darticle") + "x\n", "utf-8")
    restate(package)
    assert main(["diff", str(sound), str(package)]) == 2
    assert capsys.readouterr().err.startswith(f"duizhao: {path}:1:1: the header is not id,article,rule,")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_links_and_pipes_are_not_read(package: Path, sound: Path, tmp_path: Path) -> None:
    articles = package / "data" / "articles.csv"
    outside = tmp_path / "outside.csv"
    articles.rename(outside)
    articles.symlink_to(outside)
    with pytest.raises(PackageError, match="is a symbolic link"):
        list(load(str(package), verify=False).rows("articles"))
    assert main(["unpack", str(package), "-o", str(tmp_path / "out")]) == 1
    articles.unlink()
    os.mkfifo(articles)
    (package / "SHA256SUMS").unlink()
    os.mkfifo(package / "SHA256SUMS")
    with pytest.raises(PackageError, match="is no regular file"):
        list(load(str(package), verify=False).rows("articles"))
    assert main(["verify", str(package)]) == 1
    (package / "datapackage.json").unlink()
    os.mkfifo(package / "datapackage.json")
    assert main(["verify", str(package)]) == 3


COSTLY = (
    "(a+)+$",
    "(a|a)*b",
    "(a|aa)+$",
    "a*a*a*a*b",
    "a{0,9}a{0,9}a{0,9}",
    "a?a?a?a?a?a",
    "(a?){30}",
    "(?=a)*",
    "(.)\\1",
)


@pytest.mark.parametrize("pattern", [*COSTLY, "[", "a{999999999999}", "(?P<", "^[0--9]{2}$", "^[a||b]$"])
def test_patterns_that_could_take_for_ever(pattern: str) -> None:
    with pytest.raises(PackageError, match="the pattern "):
        pattern_of(pattern)


def test_patterns_that_cannot() -> None:
    for pattern in ("^[a-z0-9]+(-[a-z0-9]+)*$", "^[0-9]{4}(-[0-9]{2})?$", "(ab)+", "^(en|zh)$", ""):
        start = time.process_time()
        pattern_of(pattern).fullmatch("a" * 1000 + "!")
        assert time.process_time() - start < 0.1


@pytest.mark.parametrize("path", ["\ud800", "a\x9b", "a\u202eb", "a\u2028b", "../x", "/x", "a//b", "a\\b"])
def test_a_path_of_an_index_that_no_release_has(path: str) -> None:
    release = {
        "version": "1.0.0",
        "path": path,
        "files": [{"path": "datapackage.json", "bytes": 1, "hash": "sha256:" + "0" * 64}],
    }
    data = json.dumps({"name": "a", "versions": [release]}).encode()
    with pytest.raises(DuizhaoError, match="is no path below the folder of a release") as caught:
        parse_index(data, "index.json")
    assert caught.value.exit_code == 2


def test_a_table_that_was_changed_is_not_taken_for_no_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package = make_package(tmp_path)
    shutil.copytree(package, tmp_path / "changed")
    findings = tmp_path / "changed" / "data" / "findings.csv"
    findings.write_text(findings.read_text("utf-8").replace("error", "fatal"), "utf-8")
    for both in (("package", "changed"), ("changed", "package")):
        assert main(["diff", *(str(tmp_path / name) for name in both)]) == 2
        said = "was changed: its SHA-256 is not the one in the descriptor; `duizhao verify` says more"
        assert capsys.readouterr() == ("", f"duizhao: {findings}: {said}\n")
