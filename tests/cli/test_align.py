"""`duizhao align`: the articles that a check looks at, with the links between their quantities."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from made_up import BAD, GOOD, UNREADABLE, Run
from made_up_issues import chinese, english, page

PAGE = """\
in/a.md

paragraphs
  zh 18               en 6

titles

body
  18:7 一万五千吨 [measure 15,000 ton] = 6:16 15,000 tons [measure 15,000 ton]

"""


@pytest.fixture
def articles(folder: Path) -> Path:
    (folder / "in").mkdir()
    (folder / "in" / "a.md").write_bytes(GOOD)
    return folder


@pytest.mark.parametrize("paths", [["in/a.md"], ["in"], ["in/*.md"]])
def test_files_and_folders(articles: Path, run: Run, paths: list[str]) -> None:
    (articles / "in" / "README.md").write_text("# Notes\n", "utf-8")
    assert run("align", *paths if "*" not in paths[0] else ["in/a*.md"]) == (0, PAGE, "")


def test_an_archive(articles: Path, run: Run) -> None:
    with zipfile.ZipFile("in/a.zip", "w") as archive:
        archive.writestr("a.md", GOOD)
    assert run("align", "in/a.zip") == (0, PAGE.replace("in/a.md", "in/a.zip!/a.md"), "")


def test_standard_input(articles: Path, run: Run) -> None:
    assert run("align", "-", stdin=GOOD) == (0, PAGE.replace("in/a.md", "<stdin>"), "")


def test_what_cannot_be_read_is_told_and_the_others_are_shown(articles: Path, run: Run) -> None:
    (articles / "bad.txt").write_bytes(UNREADABLE)
    done = run("align", "bad.txt", "in/a.md")
    assert (done.code, done.out) == (3, PAGE)
    assert done.err.startswith("duizhao: bad.txt:1:8: not UTF-8: byte 0xff")
    assert done.err.count("\n") == 1


def test_a_page_that_no_reader_knows_is_refused_as_in_a_check(folder: Path, run: Run) -> None:
    (folder / "page.html").write_text("<!DOCTYPE html>\n<html><body><p>An article.</p></body></html>\n", "utf-8")
    done = run("align", "page.html")
    assert (done.code, done.out) == (3, "")
    assert done.err == (
        "duizhao: page.html: an HTML page that no reader knows: issue-html wants elements of the class `pane`\n"
    )


def test_the_newspaper_is_that_of_the_configuration(folder: Path, run: Run) -> None:
    (folder / "duizhao.yaml").write_text("publications: [{name: lake, pane: half}]\n", "utf-8")
    text = page(chinese(), english()).replace("450 pupils", "4500 pupils").replace("pane", "half")
    (folder / "1936.05.04.html").write_text(text, "utf-8")
    checked = run("check", "1936.05.04.html", "--output-format", "concise", "--select", "N102")
    assert checked.out.count("N102") == 1
    done = run("align", "1936.05.04.html")
    assert (done.code, done.err) == (0, "")
    assert done.out.count("paragraphs\n") == 4
    assert "四百五十人 " in done.out
    assert " 4500 " in done.out
    assert run("align", "1936.05.04.html", "--no-config").code == 3


def test_an_article_that_is_too_large(articles: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (articles / "in" / "b.md").write_bytes(BAD)
    monkeypatch.setattr("duizhao.validator.bounds.MOST_CHARACTERS", len(GOOD.decode()))
    (articles / "in" / "b.md").write_bytes(BAD.replace(b"The output", b"And so it came to pass that the output"))
    done = run("align", "in")
    assert (done.code, done.out) == (3, PAGE)
    assert done.err.startswith("duizhao: in/b.md: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["in/absent.md"], "in/absent.md: no such file or folder"),
        (["empty"], "empty: no article there; `duizhao check` says what was seen"),
        (["in", "--config", "absent.yaml"], "absent.yaml"),
    ],
)
def test_wrong_usage(articles: Path, run: Run, arguments: list[str], said: str) -> None:
    (articles / "empty").mkdir()
    done = run("align", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
