"""What is shipped: every package and every data file, nothing under a name that is not ours."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ROOMS: dict[str, str] = {folder: package for package, folder in PYPROJECT["tool"]["setuptools"]["package-dir"].items()}
NOT_SHIPPED = {"__pycache__"}


def _folders(room: str) -> list[Path]:
    """A room and the folders below it that hold Python files."""
    top = ROOT / room
    below = (path for path in top.rglob("*") if path.is_dir() and not NOT_SHIPPED & set(path.parts))
    return [top, *(path for path in below if any(path.glob("*.py")))]


def _package(folder: Path) -> str:
    room, *below = folder.relative_to(ROOT).parts
    return ".".join([ROOMS[room], *below])


def _shipped_files() -> dict[str, Path]:
    """Name in the wheel to file of the tree, for all that belongs into a wheel."""
    files = {}
    for room in ROOMS:
        for folder in _folders(room):
            for file in folder.iterdir():
                if file.is_file() and file.suffix != ".pyc":
                    files[f"{_package(folder).replace('.', '/')}/{file.name}"] = file
    return files


def test_list_of_packages_is_the_tree() -> None:
    tree = sorted(_package(folder) for room in ROOMS for folder in _folders(room))
    assert sorted(PYPROJECT["tool"]["setuptools"]["packages"]) == tree


def test_every_folder_of_code_is_a_package() -> None:
    without = [str(f.relative_to(ROOT)) for r in ROOMS for f in _folders(r) if not (f / "__init__.py").exists()]
    assert without == []


def test_every_room_is_below_duizhao() -> None:
    assert {package.split(".")[0] for package in ROOMS.values()} == {"duizhao"}


def test_there_is_one_version() -> None:
    from duizhao.version import __version__

    assert PYPROJECT["project"]["dynamic"] == ["version"]
    assert f"### [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"version: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An sdist, and a wheel built from it, as `python -m build` does; without isolation, so without a network."""
    folder = tmp_path_factory.mktemp("dist")
    # What the tests beside this one write here comes and goes while it is copied: coverage's and Hypothesis's files.
    written = (".coverage*", ".hypothesis", ".*_cache", ".duizhao-cache", "__pycache__", "build", "dist", "out", "site")
    unwanted = shutil.ignore_patterns(".git", ".nox", ".venv", "*.egg-info", *written)
    shutil.copytree(ROOT, folder / "tree", ignore=unwanted)
    _build("build_sdist", folder / "tree", folder)
    (sdist,) = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (folder / sdist.name.removesuffix(".tar.gz")).rename(folder / "src")
    _build("build_wheel", folder / "src", folder)
    return folder


def _build(target: str, source: Path, folder: Path) -> None:
    script = f"import sys; sys.path.insert(0, 'compiling'); import backend; backend.{target}(sys.argv[1])"
    pure = {**os.environ, "DUIZHAO_COMPILED": ""}
    subprocess.run([sys.executable, "-c", script, str(folder)], cwd=source, check=True, capture_output=True, env=pure)


@pytest.mark.slow
def test_the_wheel_holds_the_tree_and_nothing_else(dist: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        entry_points = archive.read(next(n for n in archive.namelist() if n.endswith("entry_points.txt")))
        assert names == set(_shipped_files())
        for name, file in _shipped_files().items():
            assert archive.read(name) == file.read_bytes(), name
    assert b"duizhao = duizhao.cli.main:main" in entry_points


@pytest.mark.slow
def test_the_sdist_can_be_worked_with(dist: Path) -> None:
    source = dist / "src"
    wanted = [
        "noxfile.py",
        "setup.py",
        "compiling/backend.py",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "constraints.txt",
        "docs/index.md",
        "mkdocs.yml",
        "tests",
    ]
    assert [name for name in wanted if not (source / name).exists()] == []
    seeds = {path.name for path in (ROOT / "seeds").iterdir()}
    assert {path.name for path in (source / "seeds").iterdir()} == seeds
