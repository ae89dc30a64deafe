from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sample_articles import many, write_articles

from duizhao.datapackage.make.build import Making, build
from duizhao.datapackage.prove.verify import ensure, verify
from duizhao.errors import PackageError, UsageError


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
        ("articles", ",A Good", ",=A Good", "data/articles.csv:2:41: title: would be run by a spreadsheet"),
        (
            "articles",
            "A Good",
            "A\tGood",
            "data/articles.csv:2:42: control character U+0009, which a package does not hold",
        ),
        ("articles", "A Good", 'A "Good', "data/articles.csv:2:41: a quotation mark in a cell that is not quoted"),
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
