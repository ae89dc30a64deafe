"""From modules to the extensions of a compiled wheel, with mypyc.

Raises SystemExit with one line where the machine lacks what that takes.
"""

from __future__ import annotations

import os
import shutil
import sysconfig
import tomllib
from pathlib import Path

from modules import ROOT, compiled_modules
from setuptools import Extension

ASKED = "DUIZHAO_COMPILED"
"""The variable that asks for a compiled wheel, as 1."""
REQUIREMENT = "mypy==2.4.1"
"""What compiles: one version, since another one may refuse a line that this one takes, or make something else of it."""
LIBRARY = "duizhao"
"""The name of what holds the machine code of all modules, `duizhao__mypyc` as mypyc calls it.  It lies beside the package:
in the package modules would look in the wrong place for the tables that lie beside them."""
TREE = ROOT / "build" / "compiled"


def asked() -> bool:
    """Whether a compiled wheel is asked for.

    Raises:
        SystemExit: the variable is neither 1 nor 0.
    """
    said = os.environ.get(ASKED) or "0"
    if said not in {"0", "1"}:
        raise SystemExit(f"{ASKED} is 1 for a compiled wheel, or 0, and not {said!r}")
    return said == "1"


def extensions() -> list[Extension]:
    """What setuptools compiles; the C of it is written here.

    Raises:
        SystemExit: mypyc, a compiler or the headers of Python are missing.
    """
    try:
        from mypyc.build import mypycify  # noqa: PLC0415  a requirement of compiled wheels only
    except ImportError:
        raise SystemExit(f"{ASKED}=1 needs {REQUIREMENT}, which a build without isolation does not bring") from None
    if missing := _missing():
        raise SystemExit(f"{ASKED}=1 needs {missing}; without it the wheel is pure Python, and finds the same")
    _lay_out()
    here = Path.cwd()
    os.chdir(TREE)  # mypyc names a module by its path from here
    try:
        made: list[Extension] = mypycify(
            # No configuration: the types have been checked, with stubs that a build does not have.
            ["--config-file=", "--ignore-missing-imports", *compiled_modules()],
            opt_level=os.environ.get("DUIZHAO_COMPILED_LEVEL", "1"),  # 3 takes several times as long, and is no faster
            debug_level="0",
            multi_file=True,  # else one file of C has it all, which takes gigabytes to compile
            group_name=LIBRARY,
            target_dir=str(TREE / "c"),
        )
    finally:
        os.chdir(here)
    return made


def _missing() -> str:
    """What the machine lacks, '' where nothing; compilers of Windows are for setuptools to find, which says so too."""
    if os.name == "nt":
        return ""
    compiler = os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc"
    if shutil.which(compiler.split()[0]) is None:
        return f"a C compiler ({compiler.split()[0]} is not there)"
    if not (Path(sysconfig.get_path("include")) / "Python.h").exists():
        return "the headers of Python (Debian: apt install python3-dev)"
    return ""


def _lay_out() -> None:
    """Copy the rooms into a tree in which folders are named as their packages are, as mypyc needs them."""
    shutil.rmtree(TREE, ignore_errors=True)  # a module deleted since the last build would still be compiled
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for package, folder in sorted(project["tool"]["setuptools"]["package-dir"].items()):
        unwanted = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, TREE.joinpath(*package.split(".")), ignore=unwanted)
