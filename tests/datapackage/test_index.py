from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_package import lay_down

from duizhao.datapackage.versions.release_index import (
    FileEntry,
    Release,
    ReleaseIndex,
    parse_index,
    read_index,
    release_of,
    serialise_index,
    version_key,
)
from duizhao.errors import PackageError, UnreadableError

FILE = {"path": "data/articles.csv", "bytes": 3, "hash": "sha256:" + "a" * 64}
DESCRIPTOR = {"path": "datapackage.json", "bytes": 2, "hash": "sha256:" + "b" * 64}
ENTRY = {"version": "1.0.0", "path": "1.0.0", "created": "2025-03-01T00:00:00Z", "files": [FILE, DESCRIPTOR]}
DOCUMENT = {"name": "sample", "versions": [ENTRY, {**ENTRY, "version": "1.10.0", "path": "1.10.0"}]}


def parsed(document: Any) -> ReleaseIndex:
    return parse_index(json.dumps(document).encode(), "index.json")


def test_reading_and_writing() -> None:
    index = parsed(DOCUMENT)
    assert [release.version for release in index.versions] == ["1.0.0", "1.10.0"]
    assert index.versions[0].files[0] == FileEntry("data/articles.csv", 3, "sha256:" + "a" * 64)
    assert index.versions[0].bytes == 5
    assert index.newest == index.find("1.10.0")
    assert index.find("2.0.0") is None
    assert ReleaseIndex("empty").newest is None
    assert json.loads(serialise_index(index)) == DOCUMENT
    assert serialise_index(index).endswith(b"\n}\n")


def test_a_release_without_a_date_has_none_in_the_index() -> None:
    release = Release("1.0.0", "1.0.0", "", (FileEntry("datapackage.json", 2, "sha256:" + "b" * 64),))
    written = serialise_index(ReleaseIndex("sample", (release,)))
    assert "created" not in written.decode()
    assert parse_index(written, "").versions == (release,)


def change(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    def changed(document: dict[str, Any]) -> None:
        *parents, last = (int(part) if part.isdigit() else part for part in path.split("."))
        item: Any = document
        for parent in parents:
            item = item[parent]
        item[last] = value

    return changed


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("name", "Sample Data", "'Sample Data' is no name of a data set"),
        ("name", 7, "the index has no name"),
        ("versions", {}, "the index has no versions"),
        ("versions.0", 7, "a version has no version"),
        ("versions.0.version", "1.0", "'1.0' is no version; one is written 1.2.3"),
        ("versions.0.version", "01.0.0", "'01.0.0' is no version"),
        ("versions.0.version", "１.0.0", "is no version"),
        ("versions.0.version", "2.0.0", "not in ascending order"),
        ("versions.0.version", "1.10.0", "not in ascending order"),
        ("versions.0.path", "1.10.0", "two versions lie in one folder"),
        ("versions.0.path", "../elsewhere", "'../elsewhere' is no path below the folder"),
        ("versions.0.created", 7, "1.0.0 has no created"),
        ("versions.0.files", [DESCRIPTOR, DESCRIPTOR], "a file is named twice"),
        ("versions.0.files", [FILE], "has no datapackage.json"),
        ("versions.0.files.0", "data.csv", "a file has no path"),
        ("versions.0.files.0.bytes", True, "has no bytes"),
        ("versions.0.files.0.bytes", -1, "bytes or hash is not what it must be"),
        ("versions.0.files.0.hash", "md5:abc", "bytes or hash is not what it must be"),
        *(
            ("versions.0.files.0.path", bad, "is no path below the folder of a release")
            for bad in ("/etc/passwd", "..", "a/../../b", "./a", "a//b", "", "C:x", "a\\b", "a\nb", "a/", "con.", "a ")
        ),
    ],
)
def test_an_index_is_not_taken_on_trust(path: str, value: object, said: str) -> None:
    document = copy.deepcopy(DOCUMENT)
    change(path, value)(document)
    with pytest.raises(PackageError, match=r"^index\.json: is no index of releases: ") as caught:
        parsed(document)
    assert said in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b"null", b"[" * 100_000])
def test_what_is_no_index_at_all(data: bytes) -> None:
    with pytest.raises(PackageError, match="is no index of releases"):
        parse_index(data, "index.json")


@given(
    st.binary(max_size=40)
    | st.recursive(st.none() | st.text() | st.integers(), st.lists).map(json.dumps).map(str.encode)
)
def test_whatever_comes_is_an_index_or_a_clear_error(data: bytes) -> None:
    with pytest.raises(PackageError):
        parse_index(data, "index.json")


@given(st.tuples(*[st.integers(0, 10**9 - 1)] * 3), st.tuples(*[st.integers(0, 10**9 - 1)] * 3))
def test_versions_sort_as_numbers(first: tuple[int, ...], second: tuple[int, ...]) -> None:
    assert (version_key(".".join(map(str, first))) < version_key(".".join(map(str, second)))) == (first < second)


def test_a_release_never_changes() -> None:
    index = parsed(DOCUMENT)
    middle = index.versions[0]._replace(version="1.2.0", path="1.2.0")
    assert [release.version for release in index.with_release(middle).versions] == ["1.0.0", "1.2.0", "1.10.0"]
    assert index.with_release(index.versions[0]) == index
    with pytest.raises(PackageError, match=r"version 1\.0\.0 exists already with other files"):
        index.with_release(middle._replace(version="1.0.0", files=()))


def test_on_disk(tmp_path: Path) -> None:
    assert read_index(str(tmp_path)) is None
    lay_down(tmp_path, "1.0.0", {"data/a.csv": b"abc", ".zenodo.json": b""})
    index = read_index(str(tmp_path))
    assert index is not None
    assert [file.path for file in index.versions[0].files] == [".zenodo.json", "data/a.csv", "datapackage.json"]
    assert index.versions[0] == release_of(str(tmp_path / "1.0.0"), version="1.0.0", created="2025-03-01T00:00:00Z")
    (tmp_path / "index.json").unlink()
    (tmp_path / "index.json").mkdir()
    with pytest.raises(UnreadableError, match="cannot be read"):
        read_index(str(tmp_path))
