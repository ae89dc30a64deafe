"""Where nothing is recognised, that is said aloud."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from made_up import GOOD, Run


@pytest.fixture
def strange(folder: Path) -> Path:
    """A folder of files none of which any reader knows."""
    inside = folder / "strange" / "1936"
    inside.mkdir(parents=True)
    for name, text in {"README.md": "# Notes\n", "a.html": "<html>x", "a.pdf": "x", "b.pdf": "x", "LIST": "x"}.items():
        (inside / name).write_text(text, encoding="utf-8")
    (inside / ".git").mkdir()
    (inside / ".git" / "x.bin").write_text("x", encoding="utf-8")
    return folder


SEEN = (
    "duizhao: strange: nothing recognised: 2 looked at (1 HTML without panes, 1 no sign of an article); "
    "not looked at: 2 .pdf, 1 without a suffix. Read are .md, .txt, .html, .htm, .zip, .tar, .tar.gz, .tgz, .js, "
    ".js.gz; `--allow-empty` where nothing is meant\n"
)


@pytest.mark.parametrize("command", ["check", "build -o out"])
def test_it_ends_with_2_and_says_what_was_seen(command: str, strange: Path, run: Run) -> None:
    done = run(*command.split(), "strange")
    assert (done.code, done.err) == (2, SEEN)
    assert not os.path.lexists("out")


@pytest.mark.parametrize("command", ["check", "build -o out"])
def test_who_means_it_can_say_so(command: str, strange: Path, run: Run) -> None:
    done = run(*command.split(), "strange", "--allow-empty")
    assert (done.code, done.err) == (0, "")
    assert not os.path.lexists("out")


def test_what_is_excluded_is_counted(strange: Path, run: Run) -> None:
    done = run("check", "strange", "--exclude", "*.md")
    assert done.code == 2
    assert "nothing recognised: 1 looked at (1 HTML without panes); not looked at: 2 .pdf" in done.err
    assert "; 1 file excluded. Read are" in done.err


def test_the_report_is_written_all_the_same(strange: Path, run: Run) -> None:
    done = run("check", "strange", "--output-format", "json")
    assert done.code == 2
    summary = json.loads(done.out)["summary"]
    assert (summary["files"], summary["skipped"], summary["looked_at"]) == (0, 2, 2)
    assert summary["skipped_because"] == {"HTML without panes": 1, "no sign of an article": 1}


def test_one_that_is_recognised_is_enough(strange: Path, run: Run) -> None:
    (strange / "strange" / "good.md").write_bytes(GOOD)
    done = run("check", "strange")
    assert done.code == 0
    assert done.out.endswith(
        "in 1 file; 3 looked at, 2 of them skipped (1 HTML without panes, 1 no sign of an article)\n"
    )
    built = run("build", "-o", "out", "strange")
    assert built.code == 0
    assert (
        "files: 3 looked at · 1 recognised and read · skipped: 1 HTML without panes · 1 no sign of an article\n"
        in built.out
    )


def test_of_many_kinds_the_most_frequent_are_named(folder: Path, run: Run) -> None:
    (folder / "many").mkdir()
    for number in range(20):
        (folder / "many" / f"x.k{number:02d}").touch()
    err = run("check", "many").err
    assert err.count(" .k") == 6
    assert ", 14 others. Read are" in err


def test_every_report_says_what_was_skipped(strange: Path, run: Run) -> None:
    (strange / "strange" / "good.md").write_bytes(GOOD)
    sarif = json.loads(run("check", "strange", "--output-format", "sarif").out)
    assert sarif["runs"][0]["invocations"][0]["properties"] == {
        "files": 1,
        "lookedAt": 3,
        "skipped": 2,
        "skippedBecause": {"HTML without panes": 1, "no sign of an article": 1},
    }
    junit = run("check", "strange", "--output-format", "junit").out
    assert re.findall('<property name="(.*)" value="(.*)"/>', junit) == [
        ("files", "1"),
        ("looked_at", "3"),
        ("skipped", "2"),
        ("skipped: HTML without panes", "1"),
        ("skipped: no sign of an article", "1"),
    ]


def test_so_does_a_baseline(strange: Path, run: Run) -> None:
    (strange / "strange" / "good.md").write_bytes(GOOD)
    assert run("baseline", "strange").out == (
        "duizhao-baseline.yaml: 0 findings accepted; 0 new, 0 dropped; "
        "3 looked at, 2 of them skipped (1 HTML without panes, 1 no sign of an article)\n"
    )


def test_a_baseline_of_nothing_leaves_the_file_alone(strange: Path, run: Run) -> None:
    (strange / "kept.yaml").write_text("[]\n", encoding="utf-8")
    done = run("baseline", "strange", "-o", "kept.yaml")
    assert (done.code, done.err) == (2, SEEN)
    assert (strange / "kept.yaml").read_text("utf-8") == "[]\n"
    assert run("baseline", "strange").code == 2
    assert not os.path.lexists("duizhao-baseline.yaml")
    assert run("baseline", "strange", "--allow-empty").code == 0
    assert os.path.lexists("duizhao-baseline.yaml")
