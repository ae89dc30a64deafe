#!/usr/bin/env python3
# /// script
# requires-python = ">=3.11"
# dependencies = ["nox>=2025.2.9"]
# ///
"""Sets up and runs everything there is to run; needs nothing but Python 3.11 or newer.

    python3 noxfile.py -s main      check and convert the seed articles into out/
    python3 noxfile.py              lint, types and all tests
    python3 noxfile.py --list       what else there is

Run as a script it fetches nox into `.nox/` first, where none is installed; nothing outside this folder is touched.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONSTRAINTS = HERE / "constraints.txt"
NOX = "nox>=2025.2.9"


def _nox_is_here() -> bool:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  after the check of Python's age

    try:
        return int(version("nox").split(".")[0]) >= 2025
    except PackageNotFoundError:
        return False


def _run_with_own_nox() -> int:
    """Install nox into a virtual environment of its own, once, and run this file again with it."""
    home = HERE / ".nox" / "bootstrap"
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not (home / "ready").exists():
        sys.stderr.write("noxfile.py: setting up nox in .nox/bootstrap, once\n")
        if subprocess.call([sys.executable, "-m", "venv", "--clear", str(home)]):
            return _say("this Python cannot make a virtual environment; on Debian: apt install python3-venv")
        install = ["install", "--quiet", "--disable-pip-version-check", "--constraint", str(CONSTRAINTS), NOX]
        if subprocess.call([str(python), "-m", "pip", *install]):
            return _say("nox could not be installed; is the Python Package Index within reach?")
        (home / "ready").touch()
    return subprocess.call([str(python), __file__, *sys.argv[1:]])


def _say(problem: str) -> int:
    sys.stderr.write(f"noxfile.py: {problem}\n")
    return 1


if __name__ == "__main__":
    if sys.version_info < (3, 11):
        sys.exit(_say("duizhao needs Python 3.11 or newer, this is " + sys.version.split()[0]))
    if not _nox_is_here():
        sys.exit(_run_with_own_nox())

import nox

PROJECT = nox.project.load_toml(HERE / "pyproject.toml")
BESIDE = {"PYTHONSAFEPATH": ""}  # for scripts that import what lies beside them

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "virtualenv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "types", "tests"]


def _install(session: nox.Session, *groups: str, package: str = "-e.") -> None:
    """Install the project with groups of pyproject.toml, and keep this folder off the import path.

    Versions are those of `constraints.txt`: in the tests a warning is an error, so that any new release of a library
    could fail a change that has nothing to do with it.  Of the import path: `schema`, `datapackage` and `validator`
    would hide distributions of those names.
    """
    wanted = nox.project.dependency_groups(PROJECT, *groups)
    session.install("--constraint", str(CONSTRAINTS), *([package] if package else []), *wanted)
    session.env["PYTHONSAFEPATH"] = "1"


@nox.session
def main(session: nox.Session) -> None:
    """Check the seed articles and convert them into out/; `-- FOLDER …` takes other articles."""
    _install(session)
    sources = session.posargs or ["seeds"]
    session.run("duizhao", "check", *sources, success_codes=[0, 1])
    session.run("duizhao", "build", *sources, "-o", "out", success_codes=[0, 1])
    session.run("duizhao", "verify", "out")
    session.log("the data package: %s", HERE / "out" / "datapackage.json")


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests and report what they cover; `-- -k dates` runs some of them."""
    _install(session, "test")
    _pytest(session)


@nox.session
def cross(session: nox.Session) -> None:
    """Cross all forms and words of both languages, and draw many examples at random; takes minutes."""
    _install(session, "test")
    drawn = [f"tests/quantities/test_{name}.py" for name in ("crossing", "metamorphic", "consistency", "numerals")]
    session.run("pytest", "-n", "2", *(session.posargs or drawn), env={"DUIZHAO_FUZZ": "1"})


@nox.session
def extras(session: nox.Session) -> None:
    """Run the tests that open packages with the readers people use: pandas, DuckDB, datasets and others."""
    _install(session, "test", "extras")
    session.env["COVERAGE_FILE"] = str(HERE / ".coverage-extras")  # what `tests` has measured stays
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", "-m", "extras", *session.posargs)
    session.run("coverage", "combine", "--quiet")
    if not session.posargs:  # modules that need these readers, which `tests` leaves out of its share
        theirs = ",".join(PROJECT["tool"]["coverage"]["report"]["omit"])
        # Something has to be left out, else it is what `tests` leaves out.
        session.run("coverage", "report", f"--include={theirs}", "--omit=none")


@nox.session(python=nox.project.python_versions(PROJECT))
def matrix(session: nox.Session) -> None:
    """Run the tests on every Python version that is supported and installed."""
    _install(session, "test")
    session.run("pytest", "-n", "2", "--dist", "loadgroup", *session.posargs)


def _pytest(session: nox.Session) -> None:
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", "-n", "2", "--dist", "loadgroup", *session.posargs)
    session.run("coverage", "combine", "--quiet")
    # Some of the tests reach some of the code; and what is written for one system is not reached on the others.
    whole = not session.posargs and sys.platform == "linux"
    session.run("coverage", "report", *([] if whole else ["--fail-under=0"]))


@nox.session
def kill(session: nox.Session) -> None:
    """Kill every command at every moment, and see what is left; `-- --delays 5` does so less often."""
    _install(session)
    session.run("python", str(HERE / "tests" / "harness" / "kill.py"), *session.posargs, env=BESIDE)


@nox.session
def starve(session: nox.Session) -> None:
    """Let every command run short of descriptors, memory and disk; `-- --kinds descriptors` of one of them."""
    _install(session)
    session.run("python", str(HERE / "tests" / "harness" / "starve.py"), *session.posargs, env=BESIDE)


@nox.session
def mutate(session: nox.Session) -> None:
    """Change the meaning of judging modules, and see whether tests notice; `-- --sample 200` does so more often."""
    _install(session, "test", "mutate")
    session.run("pytest", "-q", "tests/mutants")
    session.run("python", str(HERE / "tests" / "mutants" / "survey.py"), *session.posargs, env=BESIDE)


@nox.session
def fit(session: nox.Session) -> None:
    """Fit the confidence of findings on what is recorded of gold articles; `-- --check FOLDER` only judges it."""
    _install(session, "fit")
    session.run("python", str(HERE / "calibration" / "fit.py"), *session.posargs, env=BESIDE)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and format with ruff; `-- --fix` corrects."""
    _install(session, "lint", package="")
    fix = "--fix" in session.posargs
    session.run("ruff", "check", *(["--fix"] if fix else []), ".")
    session.run("ruff", "format", *([] if fix else ["--check"]), ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check types with mypy."""
    _install(session, "types")
    session.run("mypy", "-p", "duizhao")
    session.run("mypy", "setup.py", env={"MYPYPATH": "compiling"})
    session.run("mypy", "noxfile.py", *map(str, (HERE / "tests").glob("*.py")))
    folders = {
        path.parent
        for top in ("tests", "benchmarks", "calibration", "compiling", "docs")
        for path in (HERE / top).rglob("*.py")
    }
    shared = {HERE / "tests" / name for name in ("harness", "readers")}  # of use to tests of several rooms
    for folder in sorted(folders - {HERE / "tests"}):  # scripts that import what lies beside them
        paths = {folder, *shared} if folder.is_relative_to(HERE / "tests") else {folder}
        session.run("mypy", str(folder.relative_to(HERE)), env={"MYPYPATH": os.pathsep.join(sorted(map(str, paths)))})


@nox.session
def imports(session: nox.Session) -> None:
    """Check that no room imports from one above it."""
    _install(session, "test")
    session.run("lint-imports")


@nox.session
def package(session: nox.Session) -> None:
    """Build sdist and wheel, look into them, and run the tests on the installed wheel."""
    _install(session, "package", "test", package="")
    dist = HERE / "dist"
    for stale in (dist, HERE / "build" / "lib", HERE / "duizhao.egg-info"):
        shutil.rmtree(stale, ignore_errors=True)  # a module deleted since the last build would still be shipped
    session.run("python", "-m", "build", "--outdir", str(dist), ".")
    (wheel,) = dist.glob("*.whl")
    session.run("check-wheel-contents", str(wheel))
    session.install("--force-reinstall", "--no-deps", str(wheel))
    session.install("--constraint", str(CONSTRAINTS), str(wheel))
    session.run("pytest", "-n", "2", "--dist", "loadgroup", *session.posargs)


@nox.session
def compiled(session: nox.Session) -> None:
    """Build a compiled wheel, run the tests on it, and compare what it finds with pure Python; half an hour."""
    _install(session, "package", "test", package="")
    with tempfile.TemporaryDirectory() as folder:  # not nox's own, within which the tests would lie in a repository
        session.run("python", "-m", "build", "--outdir", folder, ".", env={"DUIZHAO_COMPILED": "1"}, silent=True)
        (wheel,) = Path(folder).glob("*.whl")
        session.install("--force-reinstall", "--no-deps", str(wheel))
        session.install("--constraint", str(CONSTRAINTS), str(wheel))
    session.run("python", str(HERE / "compiling" / "compare.py"))
    session.run("pytest", "-n", "2", "--dist", "loadgroup", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Check the documentation's links and build it as a web site in site/."""
    _install(session, "docs", package="")
    session.run("mkdocs", "build", "--strict", "--quiet")


@nox.session
def fuzz(session: nox.Session) -> None:
    """Give duizhao damaged input of every kind; `-- --count 100000` takes its time, `-- --help` tells more."""
    _install(session, "test")
    if "guided" in session.posargs:
        session.install("atheris>=2.3", success_codes=[0, 1])  # not for every system and Python; the harness says so
    session.run("python", str(HERE / "tests" / "fuzz" / "fuzz.py"), *session.posargs, env=BESIDE)


@nox.session
def grow(session: nox.Session) -> None:
    """Measure how the time of a check grows with an article, for patterns of both languages."""
    _install(session, "test")
    session.run("python", str(HERE / "tests" / "fuzz" / "grow.py"), *session.posargs, env=BESIDE)


@nox.session
def generate(session: nox.Session) -> None:
    """Write the generated files anew; `-- --check` only says whether they are stale."""
    _install(session)
    # Some are not made for every system and Python, and the generators say so. They are for Linux: where a change must
    # pass there, nothing is left uncompared because an index was out of reach.
    wanted = os.environ.get("CI") and sys.platform == "linux"
    for library in nox.project.dependency_groups(PROJECT, "sources"):
        session.install(library, success_codes=[0] if wanted else [0, 1])
    for script in sorted((HERE / "docs").glob("generate*.py")):
        session.run("python", str(script), *session.posargs, env=BESIDE)


@nox.session(python=nox.project.python_versions(PROJECT)[0])  # what runs on the oldest Python has to suit all
def constraints(session: nox.Session) -> None:
    """Look up the newest versions that suit each other, and write them into constraints.txt."""
    groups = nox.project.dependency_groups(PROJECT, *PROJECT["dependency-groups"])
    wanted = sorted({*PROJECT["project"]["dependencies"], *groups, NOX})
    report = Path(session.create_tmp()) / "report.json"
    command = ("python", "-m", "pip", "install", "-qq", "--dry-run", "--ignore-installed", "--report", str(report))
    session.run(*command, *wanted)
    found = (one["metadata"] for one in json.loads(report.read_text(encoding="utf-8"))["install"])
    lines = sorted(f"{one['name'].lower()}=={one['version']}\n" for one in found)
    head = "# Versions that all sessions of noxfile.py install; written by `python3 noxfile.py -s constraints`.\n"
    CONSTRAINTS.write_text(head + "".join(lines), encoding="utf-8", newline="\n")


@nox.session
def bench(session: nox.Session) -> None:
    """Measure speed and memory against the tools that people would use instead; `-- --help` tells more."""
    shutil.rmtree(HERE / "build" / "lib", ignore_errors=True)
    _install(session, "bench", package=".")  # an editable install would start slower
    session.run("python", str(HERE / "benchmarks" / "bench.py"), *session.posargs, env=BESIDE)


if __name__ == "__main__":
    sys.argv[1:1] = ["--noxfile", __file__]
    nox.main()
