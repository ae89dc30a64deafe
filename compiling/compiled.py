"""From modules to the extensions of a compiled wheel, with mypyc."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
import tomllib
from pathlib import Path

from modules import ROOT, compiled_modules
from setuptools import Extension

ASKED = "DUIZHAO_COMPILED"
"""The variable that asks for a compiled wheel, as 1."""
LIBRARY = "duizhao"
"""The name of what holds the machine code of all modules, `duizhao__mypyc` as mypyc calls it.

It lies beside the package.  In the package, modules would look in the wrong place for the tables that lie beside them.
"""
TREE, C = ROOT / "build" / "compiled", ROOT / "build" / "compiled-c"
"""Where packages are laid out, and where their C is written."""


def asked() -> bool:
    """Whether a compiled wheel is asked for.

    Raises:
        SystemExit: the variable is neither 1 nor 0.
    """
    said = os.environ.get(ASKED) or "0"
    if said not in {"0", "1"}:
        raise SystemExit(f"{ASKED} is 1 for a compiled wheel, or 0, and not {said!r}")
    return said == "1"


def requirement() -> str:
    """What compiles, in the version of `constraints.txt`: another one may refuse what this one takes."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith("mypy=="))


def extensions() -> list[Extension]:
    """What setuptools is to compile; its C is written here.

    Raises:
        SystemExit: mypyc, a compiler or the headers of Python are missing.
    """
    try:
        from mypyc.build import mypycify  # noqa: PLC0415  there for compiled wheels only
    except ImportError:
        raise SystemExit(f"{ASKED}=1 needs {requirement()}, which a build without isolation has to bring") from None
    if lack := missing():
        raise SystemExit(f"{ASKED}=1 needs {lack}; a wheel without it finds the same, and takes longer")
    _lay_out()
    here = os.getcwd()
    os.chdir(TREE)  # a module is named by its path from here, and so is its file where a fault is told
    try:
        made: list[Extension] = mypycify(
            # No configuration: types are checked elsewhere, with stubs of libraries that a build does not have.
            ["--config-file=", "--ignore-missing-imports", *compiled_modules()],
            opt_level="1",  # higher ones take far longer to compile, and bring little
            debug_level="0",
            multi_file=True,  # one file of C with everything takes gigabytes to compile
            group_name=LIBRARY,
            target_dir=str(C),
        )
    finally:
        os.chdir(here)
    for one in made:  # from the root: what is made of a file goes by its path, which some systems want short
        one.sources = [os.path.relpath(source, here) for source in one.sources]
    return made


def missing() -> str:
    """What the machine lacks, '' where nothing; on Windows setuptools looks for the compiler, and says so itself."""
    if sys.platform == "win32":
        return ""
    compiler = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0]
    if shutil.which(compiler) is None:
        return f"a C compiler, and there is no {compiler}"
    if not (Path(sysconfig.get_path("include")) / "Python.h").exists():
        return "the headers of Python (on Debian: apt install python3-dev)"
    return ""


def _lay_out() -> None:
    """Copy the rooms into a tree where folders have the names of their packages."""
    for stale in (TREE, C):  # a module deleted since the last build would still be there
        shutil.rmtree(stale, ignore_errors=True)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for package, folder in sorted(project["tool"]["setuptools"]["package-dir"].items()):
        target = TREE.joinpath(*package.split("."))
        shutil.copytree(ROOT / folder, target, ignore=shutil.ignore_patterns("__pycache__"))
