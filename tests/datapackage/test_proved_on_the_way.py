"""What is published and fetched is a package that `verify` takes, also where an index was made to fit another."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sample_package import make_package

from duizhao.datapackage.places.store import StoreError
from duizhao.datapackage.versions.fetch import fetch
from duizhao.datapackage.versions.publish import publish
from duizhao.datapackage.versions.release_index import ReleaseIndex, release_of, serialise_index
from duizhao.errors import DuizhaoError, PackageError


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    (tmp_path / "releases").mkdir()
    make_package(tmp_path).rename(tmp_path / "releases" / "1.0.0")
    return tmp_path / "releases"


def link(package: Path) -> None:
    (package / "README.md").unlink()
    (package / "README.md").symlink_to(os.devnull if os.name == "nt" else "/etc/passwd")


def rename(package: Path) -> None:
    (package / "README.md").rename(package / "readme.MD")


def reword(package: Path) -> None:
    (package / "README.md").write_text("another", "utf-8")


def link_folder(package: Path) -> None:
    (package / "data").rename(package.parent / "elsewhere")
    (package / "data").symlink_to(package.parent / "elsewhere")


def index_made_to_fit(releases: Path) -> None:
    release = release_of(str(releases / "1.0.0"), version="1.0.0", created="")
    (releases / "index.json").write_bytes(serialise_index(ReleaseIndex("peoples-daily-bilingual", (release,))))


@pytest.mark.parametrize(
    ("change", "error", "said"),
    [
        (link, StoreError, r"1\.0\.0/README\.md: cannot be read: a symbolic link; a place holds its files itself"),
        (link_folder, StoreError, r"1\.0\.0/data/.*: cannot be read: a symbolic link; a place holds its files itself"),
        (rename, PackageError, r"1\.0\.0/readme\.MD: is not declared.*; nothing was written"),
        (reword, PackageError, r"1\.0\.0/README\.md: was changed.*; nothing was written"),
    ],
)
def test_what_is_no_package_is_not_fetched(
    change: Callable[[Path], None], error: type[DuizhaoError], said: str, releases: Path, tmp_path: Path
) -> None:
    index_made_to_fit(releases)
    change(releases / "1.0.0")
    if change is not link_folder:
        index_made_to_fit(releases)
    with pytest.raises(error, match=said):
        fetch(str(releases), str(tmp_path / "got"))
    assert not (tmp_path / "got").exists()


@pytest.mark.parametrize("change", [link, rename, reword])
def test_what_is_no_package_is_not_published(change: Callable[[Path], None], releases: Path, tmp_path: Path) -> None:
    change(releases / "1.0.0")
    index_made_to_fit(releases)
    with pytest.raises(PackageError):
        publish(str(releases), str(tmp_path / "place"))
    assert not (tmp_path / "place").exists()


def test_what_is_a_package_is(releases: Path, tmp_path: Path) -> None:
    index_made_to_fit(releases)
    publish(str(releases), str(tmp_path / "place"))
    assert fetch(str(tmp_path / "place"), str(tmp_path / "got")).version == "1.0.0"
