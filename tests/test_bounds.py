"""How much one article may hold, and what is said of one that holds more."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from duizhao.cli.main import main
from duizhao.errors import UnreadableError
from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.bounds import MOST_CHARACTERS, MOST_NUMERALS, within_bounds
from duizhao.validator.running.engine import check_article

GOLD = Path(__file__).parent / "gold"
HEAD = (
    "Title: A\nDate: 1958-10-13\nPage: 2\n\n{english}\n\n<hr />\n\nOriginal:\n\n### 丰收\n\n1958-10-13\n    {chinese}\n"
)
TOO_LARGE = {
    "digits": ("12 " * 20_000, "全县。", "digits and numerals, of at most 30,000"),
    "fractions": ("½" * 31_000, "全县。", "digits and numerals, of at most 30,000"),
    "Chinese numerals": ("A county.", "三" * 31_000, "digits and numerals, of at most 30,000"),
    "halves": ("A county.", "半数" * 31_000, "digits and numerals, of at most 30,000"),
    "words": ("twenty-" * 40_000, "全县。", "characters, of at most 200,000"),
    "line ends": ("\n" * 300_000, "全县。", "characters, of at most 200,000"),
}


@pytest.mark.parametrize(("english", "chinese", "reason"), TOO_LARGE.values(), ids=TOO_LARGE)
def test_what_is_too_large_is_refused_soon(english: str, chinese: str, reason: str) -> None:
    article = parse(Source("a.md", HEAD.format(english=english, chinese=chinese)))
    start = time.process_time()
    with pytest.raises(UnreadableError, match=reason) as caught:
        check_article(article)
    assert time.process_time() - start < 5
    assert str(caught.value).startswith("a.md: is too large for one article: ")


@pytest.mark.parametrize("text", ["a" * MOST_CHARACTERS, "1" * MOST_NUMERALS, "a" * 100_000 + "十" * MOST_NUMERALS])
def test_what_is_just_not(text: str) -> None:
    within_bounds(Source("a.md", text))
    with pytest.raises(UnreadableError):
        within_bounds(Source("a.md", text + text[-1]))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A good article, and one that is too large."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    good = min(GOLD.glob("*.md")).read_text("utf-8")
    (tmp_path / "in" / "good.md").write_text(good, "utf-8")
    (tmp_path / "in" / "large.md").write_text(HEAD.format(english="12 " * 20_000, chinese="全县。"), "utf-8")
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_every_command_says_so_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    reason = "is too large for one article: 40,017 digits and numerals, of at most 30,000; cut it into articles"
    lines = {
        "check": (["check", "in", "--no-cache", "--exit-zero", "--quiet"], 3),
        "build": (["build", "in", "-o", "out", "--jobs", "1"], 3),
        "align": (["align", "in/large.md"], 3),
    }
    for name, (line, code) in lines.items():
        capsys.readouterr()
        assert main(line) == code, name
        told = capsys.readouterr()
        assert (told.out + told.err).count(f"large.md: {reason}") == 1, name
        assert told.err.count("\n") <= 1, name
    assert main(["verify", "out", "--allow-incomplete"]) == 0
    assert f"large.md: {reason}" in capsys.readouterr().out
