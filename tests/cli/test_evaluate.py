"""`duizhao evaluate` on the command line: slips planted, findings drawn, verdicts read."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pytest
from made_up import Run
from made_up_issues import chinese, english, markdown, page

from duizhao.validator.examples import article_bytes

GRAIN = {"zh": "产粮一万五千吨。 ¶ 来了两人。", "en": "It produced 15,000 tons of grain. ¶ There came two people."}
WRONG = {"zh": "产粮一万五千吨。", "en": "It produced 1,500 tons of grain."}


@pytest.fixture
def articles(folder: Path) -> Path:
    (folder / "in").mkdir()
    (folder / "in" / "a.md").write_bytes(article_bytes(GRAIN))
    (folder / "in" / "b.md").write_bytes(article_bytes(WRONG))
    return folder


TEXT = """\
3 slips planted in copies of 2 articles, 3 found (100%)
of 3 English expressions 2 agree with the original
500 were asked for, but there are no more places for such slips

kind                  planted    found  as error  as warning  as info
scale                       2        2         2           0        0
unit                        1        1         1           0        0
all                         3        3         3           0        0

in title                    0        0         0           0        0
in body                     3        3         3           0        0
in figures                  2        2         2           0        0
in words                    1        1         1           0        0

missed: 0
"""


def test_the_report(articles: Path, run: Run) -> None:
    done = run("evaluate", "--plant", "500", "--kinds", "unit,scale", "in")
    assert (done.code, done.out, done.err) == (0, TEXT, "")
    assert sorted(path.name for path in articles.rglob("*")) == ["a.md", "b.md", "in"]


def test_what_is_missed(articles: Path, run: Run) -> None:
    (articles / "duizhao.yaml").write_text("ignore: [N]\n", "utf-8")
    out = run("evaluate", "--plant", "9", "--kinds", "number-added,wan", "--seed", "3", "in").out
    assert out.splitlines()[-4] == "missed: 3"
    assert "  in/a.md:6: wan: “15,000” → “1,500" in out
    assert "  in/a.md:6: number-added: nothing → “" in out
    assert "” after “15,000 tons”" in out


def test_the_report_for_programs(articles: Path, run: Run) -> None:
    document = json.loads(run("evaluate", "--plant", "9", "--kinds", "unit", "--output-format", "json", "in").out)
    assert document["kinds"] == {"unit": {"planted": 1, "found": 1, "error": 1, "warning": 0, "info": 0}}
    assert (document["asked"], document["planted"], document["articles"]) == (9, 1, 2)
    (slip,) = document["slips"]
    assert (slip["path"], slip["line"], slip["before"], slip["rule"]) == ("in/a.md", 6, "tons", "N111")
    assert document["missed"] == []
    assert document["note"].startswith("9 were asked for")


def test_no_numbers(folder: Path, run: Run) -> None:
    (folder / "a.md").write_bytes(article_bytes({}))
    done = run("evaluate", "--plant", "9", "a.md")
    assert done.code == 0
    assert "there are no numbers that both languages give alike" in done.out
    assert "kind" not in done.out.splitlines()[0]


def test_the_same_again(articles: Path, run: Run) -> None:
    line = ("evaluate", "--plant", "4", "--output-format", "json", "in")
    assert run(*line).out == run(*line, "--seed", "0").out
    assert len({run(*line, "--seed", str(seed)).out for seed in range(4)}) == 4


def test_what_cannot_be_read_is_told(articles: Path, run: Run) -> None:
    (articles / "in" / "c.md").write_bytes(b"Title: \xff\n")
    done = run("evaluate", "--plant", "1", "in")
    assert done.code == 3
    assert done.err.startswith("duizhao: in/c.md:1:8: not UTF-8")
    assert done.out.startswith("1 slip planted")
    assert run("evaluate", "--sample", "1", "in").code == 3


def test_a_sheet_there_and_back(articles: Path, run: Run) -> None:
    done = run("evaluate", "--sample", "9", "in", "--output", "sheet.csv", "--severity", "error")
    assert (done.code, done.out, done.err) == (0, "", "duizhao: 1 finding, not 9: no more there\n")
    data = (articles / "sheet.csv").read_text("utf-8")
    assert data.startswith("\ufeffrule,")
    head, row = csv.reader(data.removeprefix("\ufeff").splitlines())
    assert row[head.index("rule")] == "N102"
    assert row[head.index("english_sentence")] == "It produced 1,500 tons of grain."
    assert row[head.index("verdict")] == ""
    (articles / "sheet.csv").write_text(data.rstrip("\n") + "right\n", "utf-8")
    done = run("evaluate", "--judged", "sheet.csv")
    assert done.out.splitlines() == [
        "rule        right  wrong  unsure  unjudged  precision   95 % interval",
        "N102            1      0       0         0       1.00   0.21 to 1.00",
        "all             1      0       0         0       1.00   0.21 to 1.00",
    ]
    document = json.loads(run("evaluate", "--judged", "sheet.csv", "--output-format", "json").out)
    assert document["overall"]["precision"] == 1
    assert document["overall"]["interval"] == pytest.approx([0.2065, 1], abs=1e-4)


def test_a_workbook_there_and_back(articles: Path, run: Run) -> None:
    done = run("evaluate", "--sample", "1", "in", "--output", "Sheet.XLSX", "--severity", "error")
    assert (done.code, done.out, done.err) == (0, "", "")
    done = run("evaluate", "--judged", "Sheet.XLSX", "--output-format", "json")
    assert json.loads(done.out)["rules"]["N102"]["unjudged"] == 1


def test_a_workbook_without_its_library_is_not_begun(articles: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    done = run("evaluate", "--sample", "1", "in", "--output", "sheet.xlsx")
    assert (done.code, done.err) == (2, "duizhao: openpyxl is not installed: pip install 'duizhao[xlsx]'\n")
    assert not (articles / "sheet.xlsx").exists()


def test_a_sheet_on_standard_output_has_no_mark(articles: Path, run: Run) -> None:
    assert run("evaluate", "--sample", "1", "in").out.startswith("rule,severity,")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "name gold files, or folders with them"),
        (["--plant", "3"], "name articles, or folders with them"),
        (["--plant", "3", "in", "--kinds", "scale,typo"], "no kind of slip: typo; there are scale, wan"),
        (["--plant", "3", "absent"], "absent: no such file or folder"),
        (["in", "--kinds", "scale"], "--kinds needs --plant"),
        (["in", "--seed", "1"], "--seed needs --plant or --sample"),
        (["--plant", "3", "in", "--output", "x"], "--output does not go with --plant"),
        (["--sample", "3", "in", "--output-format", "json"], "--output-format does not go with --sample"),
        (["--judged", "sheet.csv", "in"], "in: --judged reads one sheet, and no articles"),
        (["--judged", "in"], "in: cannot read the sheet"),
        (["--plant", "0", "in"], "'0' is not a number from 1 to 1,000,000"),
        (["--plant", "1", "--sample", "1", "in"], "not allowed with argument"),
    ],
)
def test_wrong_usage(articles: Path, run: Run, arguments: list[str], message: str) -> None:
    done = run("evaluate", *arguments)
    assert done.code in (2, 3)
    assert message in done.err
    assert done.out == ""


@pytest.fixture
def gold(articles: Path) -> Path:
    """A gold file beside two articles, with a line that is found in one of them."""
    line = {"file": "b.md", "kind": "number-scale", "zh": "一万五千吨", "en": "1,500 tons"}
    (articles / "in" / "gold.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    return articles


def test_gold(gold: Path, run: Run) -> None:
    done = run("evaluate", "in", "--output-format", "json")
    assert (done.code, done.err) == (0, "")
    document = json.loads(done.out)
    assert document["files"] == 1
    assert document["recall"] == {"number-scale": {"total": 1, "hit": 1, "share": 1.0}}
    assert document["precision"] == {"N102": {"total": 1, "hit": 1, "share": 1.0}}
    assert document["precision_errors"] == document["precision_overall"] == document["precision"]["N102"]
    assert (document["missed"], document["unconfirmed"], document["problems"]) == ([], [], [])
    assert run("evaluate", "in").out.splitlines()[-5].split() == ["…", "errors", "alone", "1", "1", "1.00"]


def test_gold_under_the_configuration_that_is_found(gold: Path, run: Run) -> None:
    (gold / "duizhao.yaml").write_text("overrides: [{paths: [in/b.md], ignore: [N]}]\n", "utf-8")
    missed = ["in/b.md: number-scale: 一万五千吨 | 1,500 tons"]
    assert json.loads(run("evaluate", "in", "--output-format", "json").out)["missed"] == missed
    assert json.loads(run("evaluate", "in", "--output-format", "json", "--no-config").out)["missed"] == []
    assert run("evaluate", "in", "--config", "absent.yaml").code == 2


def test_gold_of_a_page_whose_newspaper_the_configuration_describes(folder: Path, run: Run) -> None:
    (folder / "duizhao.yaml").write_text("publications: [{name: lake, pane: half}]\n", "utf-8")
    text = page(chinese(), english()).replace("450 pupils", "4500 pupils").replace("pane", "half")
    (folder / "1936.05.04.html").write_text(text, "utf-8")
    line = {"file": "1936.05.04.html", "kind": "number-value", "zh": "四百五十人", "en": "4500 pupils"}
    (folder / "gold.jsonl").write_text(json.dumps(line), "utf-8")
    done = run("evaluate", ".", "--output-format", "json")
    assert (done.code, json.loads(done.out)["recall"]["number-value"]["hit"]) == (0, 1)
    done = run("evaluate", ".", "--output-format", "json", "--no-config")
    said = "an HTML page that no reader knows: issue-html wants elements of the class `pane`"
    assert (done.code, done.err) == (3, f"duizhao: 1936.05.04.html: {said}\n")
    document = json.loads(done.out)
    assert document["missed"] == ["1936.05.04.html: number-value: 四百五十人 | 4500 pupils"]
    assert document["problems"] == [{"path": "1936.05.04.html", "message": said, "line": 0, "column": 0}]


def test_gold_of_an_article_that_cannot_be_read(gold: Path, run: Run) -> None:
    with (gold / "in" / "gold.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps({"file": "c.md", "kind": "none"}) + "\n")
    (gold / "in" / "c.md").write_bytes(b"Title: \xff\n")
    done = run("evaluate", "in")
    assert done.code == 3
    assert done.err.startswith("duizhao: in/c.md:1:8: not UTF-8")
    assert done.out.startswith("1 article\n")


@pytest.mark.parametrize("way", [["--plant", "3"], ["--sample", "3"]])
def test_articles_of_an_issue_and_of_its_english_alone_count_once(folder: Path, run: Run, way: list[str]) -> None:
    wrong = page(chinese(), english()).replace("450 pupils", "4500 pupils")
    (folder / "1936.05.04.html").write_text(wrong, "utf-8")
    alone = run("evaluate", *way, ".")
    (folder / "1936.05.04.md").write_text(markdown().replace("450 pupils", "4500 pupils"), "utf-8")
    assert run("evaluate", *way, ".") == alone


def test_an_article_that_is_too_large_for_slips(articles: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    size = len(article_bytes(GRAIN).decode())
    (articles / "in" / "b.md").write_bytes(article_bytes({"zh": "产粮一万五千吨。", "en": "It produced. " * size}))
    monkeypatch.setattr("duizhao.validator.bounds.MOST_CHARACTERS", size + 20)
    done = run("evaluate", "--plant", "1", "in")
    assert done.code == 3
    assert done.err.startswith("duizhao: in/b.md: ")
    assert done.out.startswith("1 slip planted in copies of 1 article, ")
