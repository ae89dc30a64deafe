"""Files of one article, as a newspaper writes them that has its own labels, marks, names and dates."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import duizhao
from duizhao.cli.main import main
from duizhao.schema.marks import as_marked, page_of
from duizhao.schema.parse import parse
from duizhao.schema.publication import Publication
from duizhao.schema.record import issue_page, record_of, write
from duizhao.source import Source

RIVER = Publication(
    "river",
    header=(("Headline", "Title"), ("By", "Author"), ("Date", "Date"), ("Sheet No", "Page")),
    page_marks=("Sheet N", "第N頁"),
    section_marks=("專欄 NAME", "河濱閒話"),
    date_form="YYYY.MM.DD",
    file_names=("RG_YYYY_MMDD",),
)
CONFIGURATION = """publications:
- name: river
  header: {Headline: Title, Date: Date, "Sheet No": Page}
  header-absent: [Author]
  page-marks: [Sheet N, 第N頁]
  section-marks: [專欄 NAME]
  date-form: YYYY.MM.DD
  file-names: [RG_YYYY_MMDD]
"""
HEAD = "Headline: River Rises\nDate: 1951-04-12\nSheet No: 3\n"
NO_TITLE = "no `Headline:` line in the header; add it"
ENGLISH = "\nThe flood rose by three meters and 2,300 mu were drowned.\n"
CHINESE = "### 河水上漲\n\n1951.04.12\n第三頁\n專欄 水利\n\n洪水上漲三公尺，淹田二千三百畝。\n"
ARTICLE = HEAD + ENGLISH + "\n<hr />\n\nOriginal:\n\n" + CHINESE


def test_its_parts_are_read() -> None:
    article = parse(Source("a.md", ARTICLE.replace("Date:", "By:  Wang Ming\nDate:")), RIVER)
    assert [(line.name, line.label, line.value.text) for line in article.english.headers] == [
        ("Title", "Headline", "River Rises"),
        ("Author", "By", "Wang Ming"),
        ("Date", "Date", "1951-04-12"),
        ("Page", "Sheet No", "3"),
    ]
    head = article.chinese
    assert head.page
    assert head.column
    assert (head.page.text, head.column.text) == ("三", "水利")
    assert article.source.text[head.column.start : head.column.end] == "水利"
    assert [one.text for one in head.paragraphs] == ["洪水上漲三公尺，淹田二千三百畝。"]
    assert article.oddities == ()
    assert (article.publication, issue_page(article)) == ("river", 3)
    assert write(record_of(article)).decode() == article.source.text


@pytest.mark.parametrize(
    ("line", "page", "column", "paragraphs"),
    [
        ("第3頁", "3", "", 1),
        ("第 十二 頁（ ）", "十二", "", 1),
        ("第3版()", "3", "", 1),  # the archive's own form is read all the same
        ("Sheet 3", "3", "", 1),
        ("第3頁載有河水上漲之消息，惟未詳述其原因。", None, "", 2),
        ("河濱閒話", None, "河濱閒話", 1),
        ("专栏：水利", None, "水利", 1),
    ],
)
def test_its_marks(line: str, page: str | None, column: str, paragraphs: int) -> None:
    text = ARTICLE.replace("第三頁\n專欄 水利", line)
    head = parse(Source("a.md", text), RIVER).chinese
    assert head.page == (head.page and head.page._replace(text=page or ""))
    assert (head.page is None) == (page is None)
    assert (head.column.text if head.column else "") == column
    assert len(head.paragraphs) == paragraphs


def told(folder: Path, capsys: pytest.CaptureFixture[str], text: str, name: str = "RG_1951_0412_p3.md") -> list[Any]:
    """Rule and message of what is found in an article."""
    (folder / name).write_text(text, encoding="utf-8")
    main(["check", "--no-cache", "--output-format", "json", "."])
    return [[one["rule"], one["message"]] for one in json.loads(capsys.readouterr().out)["findings"]]


@pytest.mark.parametrize(
    ("old", "new", "name", "found"),
    [
        pytest.param("", "", "RG_1951_0412_p3.md", [], id="as it should be"),
        pytest.param(
            "Headline: River Rises\n",
            "",
            "a.md",
            [["H101", "no `Headline:` line in the header; add it"]],
            id="no title",
        ),
        pytest.param(
            "Sheet No", "Page", "a.md", [["H102", "the label of this header line is `Sheet No:`"]], id="another label"
        ),
        pytest.param(
            "Date: ",
            "Author: X\nDate: ",
            "a.md",
            [["H109", "a `Author:` line, which files of this newspaper do not have"]],
            id="a line that must not be there",
        ),
        pytest.param(
            "第三頁\n", "", "a.md", [["H108", "no 第N頁 line in the head of the original"]], id="no mark of a page"
        ),
        pytest.param("第三頁", "第四頁", "a.md", [["H202", "page 3 here, 第4頁 in the original"]], id="another page"),
        pytest.param(
            "1951.04.12",
            "1951-04-12",
            "a.md",
            [["R101", "write the date of the original as 1951.04.12"]],
            id="another form of dates",
        ),
        pytest.param(
            "1951.04.12", "1951.02.30", "a.md", [["R101", "the calendar has no such day"]], id="an impossible date"
        ),
        pytest.param(
            "",
            "",
            "RG_1951_0413_p3.md",
            [["H204", "the file's name says 1951-04-13, the article 1951-04-12"]],
            id="another date in the name",
        ),
        pytest.param(
            "",
            "",
            "RG_1951_0231_p3.md",
            [["H204", "the file's name has a date that no calendar has"]],
            id="an impossible date in the name",
        ),
    ],
)
def test_what_is_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    old: str,
    new: str,
    name: str,
    found: list[list[str]],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "duizhao.yaml").write_text(CONFIGURATION, encoding="utf-8")
    text = ARTICLE.replace(old, new, 1) if old else ARTICLE
    assert told(tmp_path, capsys, text, name) == found


def test_a_package_of_it_gives_its_files_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "duizhao.yaml").write_text(CONFIGURATION, encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "RG_1951_0412_p3.md").write_text(ARTICLE, encoding="utf-8")
    assert main(["build", "in", "-o", "out"]) == 0
    assert main(["verify", "out"]) == 0
    (record,) = duizhao.load("out").records()
    assert (record.date, record.page, record.english.title) == ("1951-04-12", 3, "River Rises")
    assert (record.english.paragraphs, record.chinese.column) == ((ENGLISH.strip(),), "水利")
    assert write(record).decode() == ARTICLE
    assert main(["unpack", "out", "-o", "back"]) == 0
    assert (tmp_path / "back" / "RG_1951_0412_p3.md").read_text("utf-8") == ARTICLE


SHEETS = Publication("lake", page_marks=("Sheet N, Page N", "第N張第N版", "NEW PAGE N"))


@pytest.mark.parametrize(
    ("written", "page"),
    [
        ("Sheet 2, Page 3", 3),
        ("sheet2,page 3", 3),
        ("第二張第三版", 3),
        ("第 2 張第 十二 版", 12),
        ("New page 4", 4),
        ("Sheet 2", None),
        ("第三版", None),
    ],
)
def test_marks_with_two_numbers(written: str, page: int | None) -> None:
    assert page_of(written, SHEETS) == page


def test_a_page_is_named_as_the_originals_mark_it() -> None:
    assert (as_marked(3, RIVER), as_marked(3, SHEETS)) == ("第3頁", "page 3")
