"""Compiled wheels: on request only, what they hold, and what is said where they cannot be made."""

from __future__ import annotations

import importlib
import re
import shutil
import sys
import sysconfig
from collections.abc import Callable
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

import duizhao.version
from duizhao.cli.main import main
from duizhao.version import __version__, is_compiled

ROOT = Path(__file__).resolve().parents[1]
Load = Callable[[str], ModuleType]


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Load:
    """Import a module of `compiling/`, which imports what lies beside it."""
    monkeypatch.syspath_prepend(str(ROOT / "compiling"))
    return importlib.import_module


def test_what_is_compiled(load: Load) -> None:
    found = load("modules").compiled_modules()
    assert [path for path in found if "/align/" in path] == [
        f"duizhao/validator/align/{name}.py"
        for name in ("__init__", "anchors", "cells", "evidence", "model", "moved", "path", "places")
    ]
    assert {"duizhao/validator/hits.py", "duizhao/validator/quantities/grammar/shares/percents.py"} <= set(found)
    assert [path for path in found if "/rules/" in path or path.endswith("validator/case.py")] == []


@pytest.mark.parametrize(("said", "asked"), [("1", True), ("0", False), ("", False), (None, False)])
def test_who_asks(said: str | None, asked: bool, load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DUIZHAO_COMPILED", raising=False)
    if said is not None:
        monkeypatch.setenv("DUIZHAO_COMPILED", said)
    assert load("compiled").asked() is asked


def test_no_other_word_asks(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUIZHAO_COMPILED", "yes")
    with pytest.raises(SystemExit, match="DUIZHAO_COMPILED is 1 for a compiled wheel, or 0, and not 'yes'"):
        load("compiled").asked()


@pytest.mark.parametrize("said", ["0", "1"])
def test_mypyc_is_fetched_for_compiled_wheels_only(said: str, load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = load("backend")
    monkeypatch.setattr("setuptools.build_meta.get_requires_for_build_wheel", lambda _: [])
    monkeypatch.setenv("DUIZHAO_COMPILED", said)
    (pinned,) = re.findall(r"^mypy==.*$", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert backend.get_requires_for_build_wheel() == ([pinned] if said == "1" else [])


def test_without_mypyc_there_is_one_line(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mypyc.build", None)
    line = r"^DUIZHAO_COMPILED=1 needs mypy==[\d.]+, which a build without isolation has to bring$"
    with pytest.raises(SystemExit, match=line):
        load("compiled").extensions()


@pytest.mark.skipif(sys.platform == "win32", reason="there setuptools looks for the compiler, and says so")
def test_without_a_compiler_there_is_one_line(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("mypyc", "mypyc.build"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setattr(sys.modules["mypyc.build"], "mypycify", None, raising=False)
    monkeypatch.setenv("CC", "no-such-cc -pthread")
    line = "^DUIZHAO_COMPILED=1 needs a C compiler, and there is no no-such-cc; a wheel without it finds the same, and"
    with pytest.raises(SystemExit, match=line):
        load("compiled").extensions()


@pytest.mark.skipif(sys.platform == "win32", reason="there Python comes with its headers")
def test_without_the_headers_of_python(load: Load, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    compiled = load("compiled")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(sysconfig, "get_path", lambda _: str(tmp_path))
    assert compiled.missing() == "the headers of Python (on Debian: apt install python3-dev)"
    (tmp_path / "Python.h").touch()
    assert compiled.missing() == ""


def test_all_that_is_compiled_is_machine_code_here_or_nothing(load: Load) -> None:
    paths = [path.removesuffix(".py").removesuffix("/__init__") for path in load("modules").compiled_modules()]
    names = [path.replace("/", ".") for path in paths]
    machine_code = [name for name in names if isinstance(_loader(name), ExtensionFileLoader)]
    assert machine_code == (names if is_compiled() else [])


def _loader(name: str) -> object:
    spec = find_spec(name)
    assert spec is not None, name
    return spec.loader


@pytest.mark.parametrize("compiled", [True, False])
def test_the_version_says_so(
    compiled: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(duizhao.version, "__file__", str(tmp_path / "duizhao" / "version.py"))
    if compiled:
        (tmp_path / f"duizhao__mypyc{EXTENSION_SUFFIXES[0]}").touch()
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"duizhao {__version__}{' (compiled)' if compiled else ''}\n"
