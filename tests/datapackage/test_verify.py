from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sample_articles import many, write_articles

from duizhao.datapackage.format import cell_forms
from duizhao.datapackage.format import package as package_module
from duizhao.datapackage.format.article_paths import unfit_here
from duizhao.datapackage.format.csv_file import CsvFile
from duizhao.datapackage.format.package import open_package
from duizhao.datapackage.make.build import Making, build
from duizhao.datapackage.prove.verify import ensure, verify
from duizhao.errors import MalformedError, PackageError, UnreadableError, UsageError


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    build([write_articles(str(folder / "source"), many(3))], str(folder / "out"))
    return folder / "out"


@pytest.fixture
def package(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "p"))


def flaws(package: Path) -> list[str]:
    return [str(flaw).removeprefix(f"{package}/") for flaw in verify(str(package)).flaws]


def restate(package: Path, change: Callable[[dict], object] = lambda _: None) -> None:  # type: ignore[type-arg]
    """Make descriptor and checksums fit the files, as one would who covers up a change."""
    descriptor = package / "datapackage.json"
    document = json.loads(descriptor.read_text("utf-8"))
    for resource in document["resources"]:
        data = (package / resource["path"]).read_bytes()
        resource["bytes"] = len(data)
        resource["hash"] = "sha256:" + hashlib.sha256(data).hexdigest()
    change(document)
    descriptor.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", "utf-8")
    paths = sorted(path for path in package.rglob("*") if path.is_file() and path.name != "SHA256SUMS")
    sums = [f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(package).as_posix()}\n" for p in paths]
    (package / "SHA256SUMS").write_text("".join(sums), "utf-8")


def edit(package: Path, table: str, old: str, new: str, count: int = 1) -> None:
    path = package / "data" / f"{table}.csv"
    text = path.read_text("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new, count).encode())


def test_a_package_as_it_was_made(package: Path) -> None:
    verified = verify(str(package))
    assert verified.flaws == ()
    assert verified.rows["articles"] == 3
    assert verify(str(package / "datapackage.json")).flaws == ()
    assert ensure(str(package)).descriptor["name"] == "bilingual-articles"


@pytest.mark.parametrize("name", ["articles", "paragraphs", "quantities"])
def test_any_byte_changed_is_told(package: Path, name: str) -> None:
    path = package / "data" / f"{name}.csv"
    data = bytearray(path.read_bytes())
    data[-5] ^= 1
    path.write_bytes(data)
    assert all(flaw.startswith(f"data/{name}.csv") for flaw in flaws(package))
    assert flaws(package)


@pytest.mark.parametrize("name", ["README.md", "datapackage.json"])
def test_other_files_are_told_too(package: Path, name: str) -> None:
    with open(package / name, "a", encoding="utf-8") as file:
        file.write("\n")
    assert flaws(package) == [f"{name}: was changed: its SHA-256 is not the one declared"]


@pytest.mark.parametrize(
    ("table", "old", "new", "flaw"),
    [
        ("articles", "1958-10-13,", "1958-10-3,", "data/articles.csv:2:27: date: '1958-10-3' is no date YYYY-MM-DD"),
        ("articles", "1958-10-13,", "1958-02-30,", "data/articles.csv:2:27: date: '1958-02-30' is no date YYYY-MM-DD"),
        ("articles", ",1,", ",１,", "data/articles.csv:2:38: page: '１' is not written as integer must be"),
        ("articles", ",1,", ",1_0,", "data/articles.csv:2:38: page: '1_0' is not written as integer must be"),
        ("articles", ",1,", ",1000,", "data/articles.csv:2:38: page: 1000 is more than 999"),
        ("articles", ",A Good", ",=A Good", "data/articles.csv:2:44: title: would be run by a spreadsheet"),
        (
            "articles",
            "A Good",
            "A\tGood",
            "data/articles.csv:2:45: control character U+0009, which a package does not hold",
        ),
        ("articles", "A Good", 'A "Good', "data/articles.csv:2:44: a quotation mark in a cell that is not quoted"),
        ("articles", "id,", "\ufeffid,", "data/articles.csv:1:1: a byte order mark, which a package does not hold"),
        ("articles", "id,pub", "pub,id", None),
        ("quantities", ",measure,15000,15000,", ",measure,15000,1.5e4,", None),
        ("quantities", ",measure,", ",weight,", None),
        ("quantities", ",same\n", ",\n", None),
        ("paragraphs", "-p001,", "-p01,", None),
    ],
)
def test_what_other_validators_let_pass(package: Path, table: str, old: str, new: str, flaw: str | None) -> None:
    edit(package, table, old, new)
    restate(package)
    found = flaws(package)
    assert found
    assert found[0].startswith(f"data/{table}.csv:")
    if flaw:
        assert found == [flaw]


def test_order_and_uniqueness(package: Path) -> None:
    path = package / "data" / "quantities.csv"
    header, first, second, *rest = path.read_text("utf-8").splitlines(keepends=True)
    path.write_bytes("".join([header, second, first, *rest]).encode())
    restate(package)
    assert flaws(package) == [f"data/quantities.csv:3:1: id: {first.split(',')[0]} stands after a larger one"]
    path.write_bytes("".join([header, first, first, second, *rest]).encode())
    restate(package, lambda document: document["resources"][2].update(rows=len(rest) + 3))
    assert flaws(package) == [f"data/quantities.csv:3:1: id: {first.split(',')[0]} stands twice"]


def test_references(package: Path) -> None:
    path = package / "data" / "quantities.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    cells = lines[1].split(",")
    gone = "19000101-01-000000000000"
    path.write_bytes("".join([lines[0], lines[1].replace(f",{cells[1]},", f",{gone},"), *lines[2:]]).encode())
    restate(package)
    assert flaws(package) == [f"data/quantities.csv:2:1: article: articles has no {gone}"]


def test_unique_keys(package: Path) -> None:
    restate(package, lambda document: document["resources"][0]["schema"].update(uniqueKeys=[["title"], ["headline"]]))
    assert flaws(package) == [
        "data/articles.csv:5:1: title: 'A Good Harvest' stands twice",
        "data/articles.csv:8:1: title: 'A Good Harvest' stands twice",
    ]


@pytest.mark.parametrize(
    ("change", "flaw"),
    [
        (lambda d: d.update(profile="data-package"), "False schema does not allow 'data-package'"),
        (lambda d: d.update(sources=[]), "sources: [] should be non-empty"),
        (lambda d: d["resources"][0].update(rows=7), "data/articles.csv: has 3 rows; the descriptor says 7"),
        (lambda d: d["resources"][0].update(bytes=0), "resources/0/bytes: 0 is less than the minimum of 1"),
        (lambda d: d["resources"][0].update(path="../x.csv"), "resources/0/path: '../x.csv' does not match"),
        (lambda d: d["resources"][0].update(path="/etc/x.csv"), "resources/0/path: '/etc/x.csv' does not match"),
        (lambda d: d["resources"][1].update(name="articles"), "two resources have the same name"),
        (lambda d: d["resources"][0]["schema"].update(primaryKey=["key"]), "articles: a key names the field key"),
        (
            lambda d: d["resources"][0]["schema"]["fields"][0].update(type="any"),
            "resources/0/schema/fields/0/type: 'any'",
        ),
        (lambda d: d.pop("resources"), "descriptor: 'resources' is a required property"),
    ],
)
def test_descriptors(package: Path, change: Callable[[dict], object], flaw: str) -> None:  # type: ignore[type-arg]
    restate(package, change)
    assert flaw in "\n".join(flaws(package))


def test_files_that_nobody_declared_or_that_are_gone(package: Path) -> None:
    (package / "data" / "extra.csv").write_text("x")
    (package / "README.md").unlink()
    (package / "README.md").symlink_to("datapackage.json")
    (package / "data" / "findings.csv").unlink()
    assert flaws(package) == [
        "data/extra.csv: is not declared; the package did not have it when it was made",
        "data/findings.csv: is missing",
        "README.md: is a symbolic link; a package holds its files itself",
    ]
    (package / "SHA256SUMS").write_text("nonsense\n")
    assert flaws(package)[0] == "SHA256SUMS:1: not a SHA-256 sum, two blanks and a path"


def test_no_package(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        verify(str(tmp_path / "nothing"))
    with pytest.raises(UsageError, match="is no data package"):
        verify(str(tmp_path))
    (tmp_path / "datapackage.json").write_text('{"a": 1,}')
    with pytest.raises(PackageError, match=r"datapackage\.json:1:"):
        verify(str(tmp_path))


def test_many_flaws_are_not_all_told(tmp_path: Path) -> None:
    build([write_articles(str(tmp_path / "s"), many(150))], str(tmp_path / "p"), Making(jobs=1))
    edit(tmp_path / "p", "articles", "1958-10-13,", "1958,", count=-1)
    restate(tmp_path / "p")
    assert flaws(tmp_path / "p")[100:] == [
        "data/articles.csv: these are the first 100 flaws; the rest was not looked at"
    ]


def test_a_descriptor_that_cannot_be_read(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    descriptor = package / "datapackage.json"
    descriptor.write_bytes(b'{"name": "\xff"}')
    with pytest.raises(MalformedError, match="not UTF-8: byte 0xff at offset 10"):
        open_package(str(package))
    monkeypatch.setattr(package_module, "LARGEST", 10)
    with pytest.raises(MalformedError, match="too large for a descriptor"):
        open_package(str(package))
    descriptor.unlink()
    descriptor.mkdir()
    with pytest.raises(UnreadableError, match="cannot be read: Is a directory"):
        open_package(str(package))


def test_checksums_that_cannot_be_read(package: Path) -> None:
    (package / "SHA256SUMS").write_bytes(b"\xff")
    assert flaws(package)[0] == "SHA256SUMS: cannot be read: not UTF-8"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'a,"b\n', "unexpected end of data"),
        (b"a,b\nc,d", "t.csv:2:1: the last line does not end in a line feed; the file was cut short"),
        (b"a,b\nc\xe4\xb8,d\n", "t.csv:2:2: not UTF-8: byte 0xe4"),
    ],
)
def test_a_table_that_cannot_be_read(data: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(data)
    with pytest.raises(PackageError, match=re.escape(message)) as caught:
        list(CsvFile(str(tmp_path / "t.csv"), "t.csv"))
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("a/" + "丰" * 100, "its name is longer than 255 bytes"),
        ("/".join(["a" * 200] * 30), "its path is longer than 2,000 bytes"),
        ("a/../b", "its path leads out of the folder"),
        ("a\0b", "its path has a NUL character"),
        ("a/b.md", ""),
    ],
)
def test_paths_that_no_folder_takes(path: str, reason: str) -> None:
    found = unfit_here(path)
    assert found.startswith(reason)
    assert bool(found) == bool(reason)


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ({"name": "a", "type": "geopoint"}, "field a: type geopoint is none of those"),
        ({"name": "a", "type": "string", "constraints": {"jsonSchema": {}}}, "field a: constraint jsonSchema is none"),
    ],
)
def test_what_duizhao_does_not_write_it_does_not_vouch_for(field: dict[str, Any], message: str) -> None:
    with pytest.raises(PackageError, match=message):
        cell_forms.checker(field)
