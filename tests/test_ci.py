"""The check of every change: on all systems, with the sessions of noxfile.py, and with no more rights than it needs."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
WORKFLOW: dict[Any, Any] = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8"))
JOBS: dict[str, dict[str, Any]] = WORKFLOW["jobs"]
NOXFILE = (ROOT / "noxfile.py").read_text("utf-8")
SESSIONS = set(re.findall(r"^@nox\.session.*\ndef (\w+)", NOXFILE, re.MULTILINE))


def run_in_workflow() -> set[str]:
    """The sessions that the workflow runs."""
    found: set[str] = set()
    for job in JOBS.values():
        for line in (step.get("run", "") for step in job["steps"]):
            for session in re.findall(r"noxfile\.py -s (\w+|\$\{\{ matrix\.session \}\})", line):
                matrix = job.get("strategy", {}).get("matrix", {})
                named = matrix.get("session") or [one["session"] for one in matrix.get("include", [])]
                found |= set(named) if "matrix" in session else {session}
    return found


def test_every_system_and_python_that_is_supported() -> None:
    classifiers = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["classifiers"]
    pythons = [re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", line) for line in classifiers]
    matrix = JOBS["tests"]["strategy"]["matrix"]
    assert matrix["python"] == [match[1] for match in pythons if match]
    assert matrix["system"] == ["ubuntu", "macos", "windows"]


def test_the_sessions_exist_and_are_those_of_the_own_machine() -> None:
    own = (ROOT / ".ci" / "run").read_text("utf-8")
    (default,) = re.findall(r"^nox\.options\.sessions = \[(.*)\]$", NOXFILE, re.MULTILINE)
    assert run_in_workflow() <= SESSIONS
    named = " ".join(re.findall(r"noxfile\.py -s ([\w ]+)", own)).split()
    assert {*re.findall(r'"(\w+)"', default), *named} <= run_in_workflow()
    assert {"docs", "extras", "generate", "imports", "package"} <= set(named)
    assert {"fuzz", "grow", "kill", "starve"} <= run_in_workflow()


def test_each_requirement_has_a_version_that_all_sessions_install() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()[1:]
    pinned = {canonicalize_name(name): version for name, _, version in (line.partition("==") for line in lines)}
    assert len(pinned) == len(lines)
    groups = [one for group in project["dependency-groups"].values() for one in group if isinstance(one, str)]
    for wanted in map(Requirement, [*project["project"]["dependencies"], *groups]):
        assert wanted.specifier.contains(pinned[canonicalize_name(wanted.name)]), f"nox -s constraints, for {wanted}"


def test_no_more_rights_than_reading() -> None:
    assert WORKFLOW["permissions"] == {}
    for name, job in JOBS.items():
        assert job["permissions"] in ({}, {"contents": "read"}), name
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"]["persist-credentials"] is False, name


def test_actions_are_pinned_and_nothing_of_an_event_is_run() -> None:
    for job in JOBS.values():
        for step in job["steps"]:
            assert re.fullmatch(r"actions/[a-z-]+@v\d+", step.get("uses", "actions/none@v0"))
            assert "github.event" not in step.get("run", "")


def test_what_must_pass_waits_for_all_that_a_change_runs() -> None:
    last = JOBS["passed"]
    assert set(last["needs"]) == {name for name, job in JOBS.items() if "if" not in job}
    (step,) = last["steps"]
    assert step["run"].count("success") == len(last["needs"])


@pytest.mark.parametrize(
    ("path", "attribute", "expected"),
    [
        ("core/source.py", "eol", "lf"),
        (".ci/run", "eol", "lf"),
        ("docs/rules/N101.md", "linguist-generated", "set"),
        ("seeds/a.md", "text", "unset"),
        ("tests/gold/a.md", "text", "unset"),
        ("tests/fuzz/found/a.json", "text", "unset"),
    ],
)
def test_line_ends_are_the_same_on_every_system(path: str, attribute: str, expected: str) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("no git repository")
    command = ["git", "-C", str(ROOT), "check-attr", attribute, "--", path]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout.rsplit(": ", 1)[-1].strip() == expected


def test_attributes_name_folders_that_exist() -> None:
    lines = (ROOT / ".gitattributes").read_text("utf-8").splitlines()
    named = [line.split()[0].removesuffix("/**") for line in lines if line and line[0] not in "#*"]
    assert [name for name in named if not (ROOT / name).exists()] == []
