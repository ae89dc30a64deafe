"""The command line over files that hold whole issues."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from made_up_issues import STORIES, Story, chinese, english, markdown, page

import duizhao
from duizhao.cli.main import main

WRONG = english().replace("1,200 mu", "12,000 mu").replace("450 pupils", "540 pupils")


class Done(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> Done:
        capsys.readouterr()
        code = main(arguments)
        return Done(code, *capsys.readouterr())

    return call


def write(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return str(path)


def findings(run: Run, *arguments: str) -> list[str]:
    done = run("check", "--no-config", "--output-format", "concise", "--exit-zero", *arguments)
    assert done.err == ""
    return [line.split(" ")[0] + line.split(" ")[1] for line in done.out.splitlines()]


def test_findings_point_into_the_page(folder: Path, run: Run) -> None:
    text = page(chinese(), WRONG)
    write(folder / "1936.05.04.html", text)
    assert findings(run, "1936.05.04.html", "--select", "N101,N102") == [
        f"1936.05.04.html:{_line(text, '12,000 mu')}:{_column(text, '12,000 mu')}:N102",
        f"1936.05.04.html:{_line(text, '540 pupils')}:{_column(text, '540 pupils')}:N101",
    ]


def test_the_report_quotes_the_page(folder: Path, run: Run) -> None:
    text = page(chinese(), WRONG)
    write(folder / "a.html", text)
    done = run("check", "--no-config", "a.html", "--select", "N101")
    assert f"en {_line(text, '540')} │" in done.out
    assert "540 pupils" in done.out
    assert "四百五十人" in done.out


def _line(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def _column(text: str, words: str) -> int:
    at = text.index(words)
    return at - text.rindex("\n", 0, at)


def test_a_clean_issue_has_no_findings(folder: Path, run: Run) -> None:
    write(folder / "1936" / "1936.05.04.html", page(chinese(), english()))
    write(folder / "1936" / "style.html", "<html><p>Nothing of ours.")
    done = run("check", "--no-config", "1936")
    assert (done.code, done.out) == (
        0,
        "no findings in 1 file; 2 looked at, 1 of them skipped (1 HTML without panes)\n",
    )


def test_half_an_issue_says_so_once(folder: Path, run: Run) -> None:
    write(folder / "1936.05.04.md", markdown())
    write(folder / "1936.05.05.html", page(chinese(), date="1936.05.05"))
    assert findings(run, ".") == ["1936.05.04.md:3:5:P102", "1936.05.05.html:9:5:P101"]


def test_an_article_without_counterpart(folder: Path, run: Run) -> None:
    text = page(chinese(), english((STORIES[0], *STORIES[2:])))
    write(folder / "a.html", text)
    assert findings(run, "a.html") == [f"a.html:{_line(text, '新校開學')}:5:P101"]
    text = page(chinese((*STORIES[:2], *STORIES[3:])), english())
    write(folder / "b.html", text)
    assert findings(run, "b.html") == [f"b.html:{_line(text, 'Steamer Service')}:5:P102"]


def test_a_date_in_the_name_that_is_another(folder: Path, run: Run) -> None:
    write(folder / "1936.05.06.html", page(chinese(), english()))
    assert [line.rpartition(":")[2] for line in findings(run, ".")] == ["H204"]


def test_panes_in_the_wrong_order(folder: Path, run: Run) -> None:
    write(folder / "a.html", page(english(), chinese()))
    assert [line.rpartition(":")[2] for line in findings(run, ".")] == ["H107"]


def test_what_is_not_read_is_told_and_the_rest_is_checked(folder: Path, run: Run) -> None:
    write(folder / "a.html", page(chinese(STORIES[:1]) + "<h3>" + "湖" * 5_000 + "</h3>" + chinese(STORIES[1:]), WRONG))
    done = run("check", "--no-config", "--output-format", "json", "a.html", "--select", "N101,N102")
    document = json.loads(done.out)
    assert done.code == 3
    assert [problem["message"][:35] for problem in document["problems"]] == ["a heading of 5,000 characters is no"]
    assert document["summary"]["files"] == 1
    assert [finding["rule"] for finding in document["findings"]] == ["N102", "N101"]


def test_several_problems_of_one_file_are_all_told(folder: Path, run: Run) -> None:
    huge = "<p>" + "湖水大漲" * 60_000 + "</p>"
    write(folder / "a.html", page(chinese(STORIES[:1]) + huge + chinese(STORIES[1:]), english(), english()))
    done = run("check", "--no-config", "--output-format", "json", "a.html")
    document = json.loads(done.out)
    assert [problem["message"].split(":")[0] for problem in document["problems"]] == [
        "this pane is not read",
        "is too large for one article",
    ]
    assert document["summary"]["files"] == 1


def test_a_page_that_no_reader_knows(folder: Path, run: Run) -> None:
    write(folder / "a.html", "<!doctype html><p>Nothing of ours.")
    done = run("check", "--no-config", "a.html")
    assert done.code == 3
    assert "an HTML page that no reader knows: issue-html wants elements of the class `pane`" in done.out


def test_an_issue_in_an_archive(folder: Path, run: Run) -> None:
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("1936/1936.05.04.html", page(chinese(), WRONG))
        archive.writestr("1936/about.html", "<html><p>Nothing of ours.")
    assert [line.rpartition(":")[2] for line in findings(run, "a.zip", "--select", "N101")] == ["N101"]


@pytest.mark.parametrize("option", ["--fix-only", "--diff"])
def test_issues_are_not_corrected(option: str, folder: Path, run: Run) -> None:
    path = write(folder / "a.html", page(chinese(), english()) + "  \n\n\n")
    done = run("check", option, "a.html")
    assert (done.code, done.out) == (0, "")
    assert Path(path).read_text(encoding="utf-8").endswith("  \n\n\n")


def test_the_cache_gives_the_same(folder: Path, run: Run) -> None:
    for day in range(1, 23):
        write(folder / "in" / f"1936.05.{day:02d}.html", page(chinese(), WRONG, date=f"1936.05.{day:02d}"))
    first = run("check", "in", "--output-format", "json")
    assert json.loads(first.out)["summary"]["files"] == 22
    assert run("check", "in", "--output-format", "json") == first
    assert run("check", "in", "--output-format", "json", "--no-cache") == first


def test_all_articles_of_a_file_are_given_to_an_engine() -> None:
    found = duizhao.check_bytes("a.html", page(chinese(), WRONG).encode(), duizhao.Settings(select=("N101", "N102")))
    assert [(one.path, one.problem) for one in found] == [("a.html", None)] * 4
    assert [one.signature.line for one in found if one.signature] == [24, 27, 29, 33]
    assert len({one.record.id for one in found if one.record}) == 4
    assert sorted(finding.rule for one in found for finding in one.findings) == ["N101", "N102"]


def test_what_cannot_be_read_of_a_file_costs_none_of_its_articles() -> None:
    huge = "<p>" + "湖水大漲" * 60_000 + "</p>"
    found = duizhao.check_bytes(
        "a.html", page(chinese(STORIES[:1]) + huge + chinese(STORIES[1:]), english(), english()).encode()
    )
    assert sorted({one.problem.message.split(":")[0] for one in found if one.problem}) == [
        "is too large for one article",
        "this pane is not read",
    ]
    halves = [(bool(one.record.english.title), bool(one.record.chinese.headline)) for one in found if one.record]
    assert halves == [(True, True)] * 3  # of the first nothing can be compared


def test_articles_of_an_issue_as_batches() -> None:
    pytest.importorskip("pyarrow")
    data = page(chinese(), WRONG).encode()
    batches = duizhao.arrow.check_bytes("a.html", data)
    assert (batches.articles.num_rows, batches.signatures.num_rows, batches.problems.num_rows) == (4, 4, 0)
    (issue,) = batches.issues.to_pylist()
    assert (issue["id"], issue["articles"], issue["pairs"]) == ("19360504", 4, 4)
    own = [one.record.id for one in duizhao.check_bytes("a.html", data) if one.record]
    assert batches.articles.column("id").to_pylist() == own


def test_a_package_of_issues_says_what_it_holds(folder: Path, run: Run) -> None:
    write(folder / "in" / "a.html", page(chinese(), english()))
    write(folder / "in" / "about.html", "<html><p>Nothing of ours.")
    done = run("build", "in", "-o", "out", "--no-config")
    assert (done.code, done.err) == (0, "")
    assert "with 4 articles · 7 paragraphs · 34 quantities · 0 findings · 1 issues" in done.out
    assert "files: 2 looked at · 1 recognised and read · skipped: 1 HTML without panes" in done.out
    assert run("verify", "out").code == 0
    assert run("unpack", "out", "-o", "back").out == "back: 1 file\n"


def test_alignment_is_shown_article_by_article(folder: Path, run: Run) -> None:
    write(folder / "a.html", page(chinese(), english()))
    done = run("align", "a.html")
    assert done.code == 0
    assert done.out.count("a.html\n") == 4


def test_the_html_report_shows_the_page(folder: Path, run: Run) -> None:
    write(folder / "a.html", page(chinese(), WRONG))
    done = run("check", "--no-config", "a.html", "--output-format", "html", "--exit-zero", "--select", "N101")
    assert done.code == 0
    english, chinese_side = done.out.partition("<div class=halves>")[2].split("</section>")[:2]
    assert "540 pupils" in re.sub("<[^>]*>", "", english)
    assert "Lake Rises" not in english
    assert "四百五十人" in re.sub("<[^>]*>", "", chinese_side)


JULY = (
    Story(
        "大雨",
        ("（南京）大雨、（一日專電）", "（上海）天晴、（一日專電）"),
        "Rain",
        ("(Nanjing) Rain. (July 1st Dispatch)",) * 2,
    ),
    Story(
        "大風",
        ("（漢口）大風、（一日專電）", "（北平）大雪、（一日專電）"),
        "Wind",
        ("(Hankow) Wind. (July 1st Dispatch)",) * 2,
    ),
    Story("會議", ("工程六月開始、",), "Works", ("The works began in July.",)),
)


def test_a_month_that_datelines_share_is_told_once(folder: Path, run: Run) -> None:
    write(folder / "a.html", page(chinese(JULY), english(JULY), date="1937.03.02"))
    rules = [line.rpartition(":")[2] for line in findings(run, "a.html", "--select", "D,P308")]
    assert rules == ["P308", "D102"]
    alone = findings(run, "a.html", "--select", "D")  # who does not want that rule must not lose what it stands for
    assert [line.rpartition(":")[2] for line in alone] == ["D102"] * 5


def test_a_page_mark_points_at_the_heading(folder: Path, run: Run) -> None:
    text = page(chinese(mark="<h2>第二版</h2>\n"), english(mark="<h2>Page 3</h2>\n"))
    write(folder / "a.html", text)
    assert findings(run, "a.html") == [f"a.html:{_line(text, 'Page 3')}:{_column(text, 'Page 3')}:P110"]
