"""Nothing that an input contains commands a terminal, whatever command shows it, in whatever form."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from made_up import BAD, GOOD, Run

from duizhao.cli.main import COMMANDS
from duizhao.cli.output import FORMATS
from duizhao.errors import DuizhaoError
from duizhao.printable import escaped, escaped_but_paint, in_one_line, one_line, visible
from duizhao.validator.report import Problem

DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
EVIL = "\x1b[31m\x07\x08\x0c\x7f\x9b2J\x85\u2028\u2029" + DIRECTIONS
SEEN = re.compile(f"[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f\u2028\u2029{DIRECTIONS}\ud800-\udfff]")
OURS = re.compile(r"\x1b\[[0-9;]*m")
NAME = "a\x1b[31m\n::error::\u202eb\udcff.md"

ARTICLE = BAD.decode().replace("1,500 tons", f"1,500{EVIL} tons").replace("# ", f"# {EVIL}")
ARTICLE = ARTICLE.replace("Title: ", f"Title: {EVIL}").replace("Author:", f"Author: {EVIL}x")


@pytest.fixture
def files(folder: Path) -> Path:
    """Hostile files of every kind."""
    (folder / "in").mkdir()
    Path(os.fsdecode(b"in/" + os.fsencode(NAME))).write_text(ARTICLE, "utf-8")
    Path(os.fsdecode(b"in/no" + os.fsencode(NAME))).write_bytes(b"Title: \xff\n")
    (folder / "gold").mkdir()
    (folder / "gold" / "a.md").write_bytes(BAD)
    line = {"file": "a.md", "kind": f"number-{EVIL}", "zh": f"无{EVIL}\n", "en": EVIL}
    (folder / "gold" / "gold.jsonl").write_text(json.dumps(line), "utf-8")
    (folder / "bad.yaml").write_text(f'"{json.dumps(EVIL)[1:-1]}": 1\n', "utf-8")
    (folder / "good.md").write_bytes(GOOD)
    return folder


@pytest.fixture
def package(files: Path, run: Run) -> Path:
    """A package whose author wrote what no build writes."""
    assert run("build", "good.md", "-o", "sound").code == 0
    shutil.copytree("sound", "foreign")
    descriptor = Path("foreign/datapackage.json")
    document = json.loads(descriptor.read_text("utf-8"))
    document |= {"title": EVIL, "name": f"a{EVIL}\nb", f"x{EVIL}\ny": 1}
    descriptor.write_text(json.dumps(document), "utf-8")
    shutil.copytree("sound", "foreign2")
    document = json.loads(Path("sound/datapackage.json").read_text("utf-8"))
    document |= {"title": EVIL, "rights": f"{EVIL}\n", f"x{EVIL}\ny": 1}
    Path("foreign2/datapackage.json").write_text(json.dumps(document), "utf-8")
    articles = Path("foreign2/data/articles.csv")
    text = articles.read_text("utf-8").replace("A Good Harvest", f"A\u202e\u2066\u2028{EVIL[-3:]}Harvest")
    articles.write_text(text, "utf-8")
    (files / "foreign2" / NAME).write_text("x", "utf-8")
    (files / "releases").mkdir()
    (files / "releases" / "index.json").write_text(json.dumps({"name": f"{EVIL}\n", "versions": []}), "utf-8")
    return files


LINES: dict[str, list[list[str]]] = {
    "check": [
        *(["check", "in", "--output-format", form, "--statistics"] for form in FORMATS),
        *(["check", "in", "--output-format", form, "--output", "report"] for form in FORMATS),
        ["check", "in", "--diff"],
        ["check", f"in/{NAME}", "--fix"],
        ["check", f"none{EVIL}"],
        ["check", "in", "--config", "bad.yaml"],
        ["check", "in", "--waivers", "bad.yaml"],
        ["check", "in", "--select", EVIL],
        ["check", "in", f"--{EVIL}"],
        ["check", "-", "--stdin-filename", NAME],
    ],
    "build": [["build", "in", "-o", f"out{EVIL}"], ["build", "good.md", "in", "-o", "out"]],
    "verify": [["verify", "foreign"], ["verify", "foreign2"], ["verify", f"none{EVIL}\n"]],
    "unpack": [["unpack", "foreign", "-o", f"o{EVIL}"], ["unpack", "foreign2", "-o", f"p{EVIL}"]],
    "diff": [
        *(["diff", one, "sound", "--output-format", f] for one in ("foreign", "foreign2") for f in ("text", "json")),
        ["diff", "sound", "foreign2", "--output-format", "markdown"],
        ["diff", "sound", f"sound/./{EVIL}/.."],
    ],
    "export": [["export", "foreign2", "--to", "all", "-o", "e"], ["export", "sound", "--to", EVIL, "-o", "e"]],
    "release": [["release", "good.md", "--to", "r"], ["release", "in", "--to", f"r{EVIL}"]],
    "publish": [["publish", "releases", "t"], ["publish", f"none{EVIL}", "t"]],
    "get": [["get", "releases", "-o", "g"], ["get", f"none{EVIL}", "-o", "g"], ["get", f"x@{EVIL}", "-o", "g"]],
    "align": [["align", f"in/{NAME}"], ["align", f"none{EVIL}\n"]],
    "evaluate": [
        ["evaluate", "gold"],
        ["evaluate", "gold", "--output-format", "json"],
        ["evaluate", f"no{EVIL}"],
        *(["evaluate", "--plant", "200", "in", "--output-format", f] for f in ("text", "json")),
        ["evaluate", "--plant", "9", "in", "--kinds", EVIL],
        ["evaluate", "--sample", "200", "in"],
        ["evaluate", "--sample", "200", "in", "--output", "report"],
        ["evaluate", "--judged", f"in/{NAME}"],
        ["evaluate", "--judged", f"none{EVIL}"],
    ],
    "baseline": [["baseline", "in", "-o", f"b{EVIL}.yaml", "--by", EVIL], ["baseline", "in", "-o", "b.yaml"]],
    "config": [["config", "--config", "bad.yaml"], ["config", "--config", f"none{EVIL}"]],
    "rules": [["rules", EVIL]],
    "explain": [["explain", EVIL]],
}


def test_every_command_is_tried() -> None:
    assert set(LINES) == set(COMMANDS)


@pytest.mark.parametrize("command", LINES)
def test_no_command_shows_what_commands(command: str, package: Path, run: Run) -> None:
    for line in LINES[command]:
        done = run(*line, stdin=ARTICLE.encode())
        assert done.code in (0, 1, 2, 3)
        assert SEEN.findall(done.out.replace("\r\n", "\n")) == [], line
        assert SEEN.findall(done.err) == [], line
        if done.code == 2 and not done.err.startswith("usage"):
            assert done.err.count("\n") == 1, line
        if os.path.exists("report"):
            text = Path("report").read_text("utf-8")
            assert SEEN.findall(text) == [], line
            if "json" in line or "sarif" in line or "gitlab" in line or "rdjson" in line:
                json.loads(text)
            os.unlink("report")


def test_what_is_generated_for_people_and_catalogues_is_clean(files: Path, run: Run) -> None:
    """But for the cells of the tables, which have the texts as they are, and the articles themselves."""
    dataset = {
        "name": "sample",
        "title": f"T{EVIL}\n# x",
        "description": f"D{EVIL}\nmore",
        "rights": f"R{EVIL}",
        "publication": f"P{EVIL}",
        "keywords": [f"K{EVIL}"],
        "created": "2026-01-01T00:00:00Z",
        "creators": [{"name": f"Doe{EVIL}, Jane", "affiliation": f"A{EVIL}"}],
        "licenses": [{"name": "CC-BY-4.0", "title": f"L{EVIL}", "path": "https://example.org/l"}],
        "sources": [{"title": f"S{EVIL}", "path": "https://example.org/s", "rights": f"R{EVIL}"}],
    }
    (files / "duizhao.yaml").write_text(json.dumps({"dataset": dataset}), "utf-8")
    (files / "evil.md").write_text(ARTICLE, "utf-8")
    for article in ("good.md", "evil.md"):
        done = run("release", article, "--to", "releases", "--allow-findings", "99", "--leave-out", "9")
        assert done.code == 0, done.err
    first, newest = sorted(path for path in (files / "releases").iterdir() if path.is_dir())
    assert first.name == "1.0.0"
    forms = "citation,croissant,datacite,jsonl,zenodo"
    assert run("export", str(newest), "--to", forms, "-o", "exported").code == 0
    written = [path for top in ("releases", "exported") for path in (files / top).rglob("*") if path.is_file()]
    shown = [path for path in written if path.suffix != ".csv"]
    assert {"README.md", "CHANGES.md", "CITATION.cff", "articles.jsonl"} <= {path.name for path in shown}
    for path in shown:
        assert SEEN.findall(path.read_text("utf-8")) == [], path
    assert json.loads((newest / "datapackage.json").read_text("utf-8"))["title"] == dataset["title"]
    assert yaml.safe_load((files / "exported/CITATION.cff").read_text("utf-8"))["title"] == dataset["title"]
    assert (newest / "README.md").read_text("utf-8").splitlines()[0].endswith(f"\\n# x, version {newest.name}")


def test_json_says_the_same_with_escapes(files: Path, run: Run) -> None:
    document = json.loads(run("check", "in", "--output-format", "json").out)
    places = [finding["en"] or finding["zh"] for finding in document["findings"] if finding["rule"] == "P207"]
    assert "\u202e" in "".join(place["text"] for place in places)


def test_colours_are_ours_alone(files: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = run("check", "in").out
    assert "\x1b[1m" in out
    assert SEEN.findall(OURS.sub("", out)) == []
    assert run("check", "in").out.replace("\x1b[31m", "").count("\x1b[") > 0


def test_corrected_text_is_no_report(files: Path, run: Run) -> None:
    done = run("check", "-", "--fix", stdin=ARTICLE.encode())
    assert done.out == ARTICLE


def test_a_summary_for_the_page_of_a_job(files: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(files / "summary.md"))
    run("check", "in", "--output-format", "github")
    assert SEEN.findall((files / "summary.md").read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("show", "expected"),
    [
        (escaped, "a\tb\nc\r\nd\\re\\u001b[31m\\u202e\\u009b\\udc80"),
        (one_line, "a\\tb\\nc\\r\\nd\\re\\u001b[31m\\u202e\\u009b\\udc80"),
        (in_one_line, "a b c  d e\ufffd[31m\ufffd\ufffd\ufffd"),
        (visible, "a\tb\nc\nd\ufffde\ufffd[31m\ufffd\ufffd\ufffd"),
        (escaped_but_paint, "a\tb\nc\r\nd\\re\x1b[31m\\u202e\\u009b\\udc80"),
    ],
)
def test_what_is_shown(show: Callable[[str], str], expected: str) -> None:
    assert show("a\tb\nc\r\nd\re\x1b[31m\u202e\x9b\udc80") == expected
    assert show("产煤 1,500 tons – “so”") == "产煤 1,500 tons – “so”"


@given(st.text())
def test_any_text_becomes_harmless(text: str) -> None:
    assert SEEN.findall(escaped(text).replace("\r\n", "\n")) == []
    assert len(one_line(text).splitlines()) <= 1
    assert len(in_one_line(text)) == len(text)
    assert json.loads(f'"{escaped(json.dumps(text, ensure_ascii=False)[1:-1])}"') == text


def test_errors_and_problems_are_lines() -> None:
    assert str(DuizhaoError("a\nb\x1b", path="c\u202e\n", line=1)) == "c\\u202e\\n:1: a\\nb\\u001b"
    assert str(Problem("a\n", "b\x9b")) == "a\\n: b\\u009b"
