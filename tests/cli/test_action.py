"""What the GitHub Action and the GitLab job do, with simulated events in a real git repository."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from made_up import BAD, GOOD

ROOT = Path(__file__).resolve().parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GITLAB: dict[str, Any] = yaml.safe_load((ROOT / "docs" / "gitlab.yml").read_text(encoding="utf-8"))["duizhao"]
_EXPRESSION = re.compile(r"\$\{\{ *([^}]+?) *\}\}")


@pytest.fixture
def repository(folder: Path, git: Callable[..., str]) -> Path:
    """A pull request: on `main` an old bad file, on the branch a new bad one."""
    command = folder / ".git" / "bin" / "duizhao"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m duizhao "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    (folder / "old.md").write_bytes(BAD)
    git("add", ".")
    git("commit", "-qm", "base")
    git("checkout", "-qb", "work")
    (folder / "1958").mkdir()
    (folder / "1958/new one.md").write_bytes(BAD)
    (folder / "1958/good.md").write_bytes(GOOD)
    git("add", ".")
    git("commit", "-qm", "head")
    return folder


def run_action(repository: Path, event: dict[str, Any], **inputs: str) -> tuple[int, str]:
    """Run the action's own check step; returns exit code and log."""
    github = {"event": event, "action_path": str(ROOT)}
    defaults = {
        name: str(_filled(one.get("default", ""), {"github": github})) for name, one in ACTION["inputs"].items()
    }
    context = {"github": github, "inputs": defaults | {name.replace("_", "-"): word for name, word in inputs.items()}}
    (step,) = [step for step in ACTION["runs"]["steps"] if step.get("name") == "Check articles"]
    given = {name: _filled(value, context) for name, value in step["env"].items()}
    return _bash(repository, step["run"], given)


def _bash(repository: Path, script: str, given: dict[str, str]) -> tuple[int, str]:
    path = f"{repository / '.git' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    summary = repository / ".git" / "summary.md"
    environment = {**os.environ, **given, "PATH": path, "GITHUB_STEP_SUMMARY": str(summary)}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=repository,
        env=environment,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return done.returncode, done.stdout


def _filled(template: str, context: dict[str, Any]) -> str:
    """The expressions of a workflow, as far as the action has any: `a.b.c`, empty where there is none."""

    def value(match: re.Match[str]) -> str:
        found: Any = context
        for name in match[1].split("."):
            found = found.get(name, {})
        return str(found or "")

    return _EXPRESSION.sub(value, template)


def pull_request(git: Callable[..., str]) -> dict[str, Any]:
    return {"pull_request": {"base": {"sha": git("rev-parse", "main").strip()}}}


def test_a_pull_request_is_checked_for_what_it_brings(repository: Path, git: Callable[..., str]) -> None:
    code, log = run_action(repository, pull_request(git))
    assert code == 1
    (annotation,) = [line for line in log.splitlines() if line.startswith("::")]
    assert re.sub(r"\d+%25 likely", "N%25 likely", annotation) == (
        "::error title=N102 number-scale,file=1958/new one.md,line=6,endLine=6,col=16,endColumn=26::"
        "“1,500 tons”, but the original has “一万五千吨” (15,000): 10 times too small (N%25 likely)"
        "%0AOriginal, line 18: 一万五千吨"
    )
    sarif = json.loads((repository / "duizhao.sarif").read_text(encoding="utf-8"))
    uris = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in sarif["runs"][0]["results"]]
    assert uris == ["1958/new%20one.md"]
    summary = (repository / ".git" / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("### duizhao: 1 error in 2 files\n")


def test_a_push_is_checked_as_a_whole(repository: Path) -> None:
    code, log = run_action(repository, {"before": "0" * 40})
    assert code == 1
    assert "old.md:6:16: N102" in log


def test_inputs(repository: Path, git: Callable[..., str]) -> None:
    event = pull_request(git)
    assert run_action(repository, event, paths="old.md\n1958/good.md\n")[0] == 0
    assert run_action(repository, event, paths="1958")[0] == 1
    assert run_action(repository, event, since="", paths="old.md")[0] == 1
    assert run_action(repository, event, arguments="--ignore\nN\n")[0] == 0
    assert run_action(repository, event, arguments="--exit-zero", sarif_file="a b.sarif")[0] == 0
    assert (repository / "a b.sarif").exists()
    assert run_action(repository, event, changed_lines_only="true", fail_on="info")[0] == 1
    assert run_action(repository, {}, changed_lines_only="true", arguments="--exit-zero")[0] == 0


def test_inputs_are_words_and_no_script(repository: Path, git: Callable[..., str]) -> None:
    code, log = run_action(
        repository, pull_request(git), paths="$(touch hacked)\n; touch hacked", since='"; touch hacked'
    )
    assert code == 2
    assert "git knows no such commit" in log or "no such file" in log
    assert not (repository / "hacked").exists()
    script = "".join(step.get("run", "") for step in ACTION["runs"]["steps"])
    assert "${{" not in script


def test_the_other_steps() -> None:
    python, install, _ = ACTION["runs"]["steps"]
    assert re.fullmatch(r"actions/setup-python@[0-9a-f]{40}", python["uses"])
    assert install["run"] == 'python -m pip install --quiet --disable-pip-version-check "$ACTION_PATH"'
    assert (ROOT / "pyproject.toml").exists()


@pytest.mark.parametrize("base", ["main", ""])
def test_the_gitlab_job(base: str, repository: Path, git: Callable[..., str]) -> None:
    sha = git("rev-parse", base).strip() if base else ""
    code, log = _bash(repository, GITLAB["script"][1], {"CI_MERGE_REQUEST_DIFF_BASE_SHA": sha})
    assert code == 1
    assert ("old.md:6:16" in log) != bool(base)
    reports = GITLAB["artifacts"]["reports"]
    issues = json.loads((repository / reports["codequality"]).read_text(encoding="utf-8"))
    assert issues[0]["check_name"] == "N102 number-scale"
    assert "<failure" in (repository / reports["junit"]).read_text(encoding="utf-8")
