"""Newspapers are described, by profiles that come along or by the user, and nothing else knows them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from made_up_issues import STORIES, chinese, english, markdown, page
from reading import read

from duizhao.cli.main import main
from duizhao.schema.marks import date_in_name, page_of
from duizhao.schema.publication import ANY, Publication
from duizhao.schema.readers.recognise import reader_of
from duizhao.schema.tree import Article
from duizhao.validator.configuration.config_file import load
from duizhao.validator.configuration.keys.file import schema
from duizhao.validator.configuration.profiles import names, profile
from duizhao.validator.registry import registry

DOCS = Path(__file__).resolve().parents[2] / "docs" / "publications.md"
BLOCKS = re.findall(r"```(?:yaml|html)\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
LAKE = Publication(
    "lake",
    file_names=("lake-YYYY-MM-DD",),
    pane=("half",),
    page_marks=("Sheet N", "第N張"),
    readers=("issue-html", "issue-md"),
)
PAGE = page(chinese(mark="<h2>第2張</h2>"), english(mark="<h2>Sheet 2</h2>"), date="Lake Post").replace(
    'class="pane"', 'class="half wide"'
)
FOREIGN = "an HTML page that no reader knows: issue-html wants elements of the class `half`"
Check = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    """Checks what lies in a folder that holds issues of the Lake Post, and its description where that is wanted."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lake").mkdir()

    def call(*arguments: str) -> tuple[int, list[str]]:
        code = main(["check", "--output-format", "concise", *arguments])
        return code, [
            line.split(" ")[0].rpartition("/")[2] + line.split(" ")[1] for line in capsys.readouterr().out.splitlines()
        ]

    return call


def describe(folder: Path) -> None:
    (folder / "duizhao.yaml").write_text(BLOCKS[2], encoding="utf-8")


@pytest.mark.parametrize("name", names())
def test_a_profile_is_of_the_form_of_a_publication(name: str) -> None:
    form = {**schema()["properties"]["publications"]["items"], "$defs": schema()["$defs"]}
    jsonschema.Draft202012Validator(form).validate(profile(name))


def test_the_profiles_are_documented() -> None:
    text = DOCS.read_text(encoding="utf-8")
    assert all(f"| `{name}` | {profile(name)['title']}, " in text for name in names())


def test_a_profile_holds_where_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "duizhao.yaml").write_text(BLOCKS[0], encoding="utf-8")
    shenbao, daily = load(str(tmp_path / "duizhao.yaml"), registry).settings.publications
    assert (shenbao.title, shenbao.calendars, shenbao.paths) == ("申報", ("roc",), ("shenbao/",))
    assert (daily.first, daily.last, daily.readers) == ("1946-05-15", "1976-12-31", ("article",))


def test_what_holds_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "duizhao.yaml").write_text(BLOCKS[0], encoding="utf-8")
    assert main(["config", "--config", str(tmp_path / "duizhao.yaml")]) == 0
    shown = capsys.readouterr().out
    assert '"title": "申報", "first": "1872-04-30", "last": "1949-05-27"' in shown
    (tmp_path / "shown.yaml").write_text(shown, encoding="utf-8")
    again = load(str(tmp_path / "shown.yaml"), registry).settings.publications
    assert again == load(str(tmp_path / "duizhao.yaml"), registry).settings.publications


def test_every_value_that_holds_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = (
        "publications:\n- {name: lake, header: {Headline: Title, Day: Date}, pane: [left, right]}\n"
        "- {name: hill, pane: half, header: [Title]}\n"
    )
    (tmp_path / "duizhao.yaml").write_text(written, encoding="utf-8")
    assert main(["config", "--config", str(tmp_path / "duizhao.yaml")]) == 0
    shown = capsys.readouterr().out
    lake, hill = (json.loads(line[2:]) for line in shown.splitlines() if line.startswith("- "))
    assert lake == {
        "name": "lake",
        "file-names": ["YYYY.MM.DD"],
        "header": {"Headline": "Title", "Day": "Date"},
        "date-form": "YYYY-MM-DD",
        "pane": ["left", "right"],
        "page-marks": ["Page N", "第N版"],
    }
    assert (hill["pane"], hill["header"]) == (["half"], {"Title": "Title"})
    (tmp_path / "shown.yaml").write_text(shown, encoding="utf-8")
    again = load(str(tmp_path / "shown.yaml"), registry).settings.publications
    assert again == load(str(tmp_path / "duizhao.yaml"), registry).settings.publications
    assert again[0].header == (("Headline", "Title"), ("Day", "Date"))


def test_a_profile_that_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "duizhao.yaml").write_text("publications:\n- name: a\n  profile: lake\n", encoding="utf-8")
    assert main(["check", "."]) == 2
    assert capsys.readouterr().err == (
        "duizhao: duizhao.yaml:3:3: no profile is called `lake`; there are people_daily, shenbao\n"
    )


def test_nothing_else_names_a_newspaper() -> None:
    root = Path(__file__).resolve().parents[2]
    files = [file for room in ("schema/readers", "validator") for file in (root / room).rglob("*.py")]
    texts = {file: file.read_text(encoding="utf-8") for file in files}
    assert [
        file for file, text in texts.items() if re.search("(?i)shenbao|申報|人民日报|rmrb|people's daily", text)
    ] == []


@pytest.mark.parametrize(
    ("text", "name", "publication", "reader"),
    [
        (PAGE, "a.html", LAKE, "issue-html"),
        (PAGE, "a.html", ANY, "article"),
        (PAGE.replace("half", "pane"), "a.html", LAKE, None),
        (PAGE, "a.html", LAKE._replace(readers=("article",)), None),
        (PAGE, "a.html", LAKE._replace(readers=("issue-md",)), None),
        (PAGE, "a.html", LAKE._replace(readers=()), "issue-html"),
        (PAGE.replace("half", "pane"), "a.html", LAKE._replace(readers=()), "article"),
        (PAGE.replace("half", "behalf"), "a.html", LAKE, None),
        (PAGE.replace("half", "half-size"), "a.html", LAKE, None),
        (PAGE, "a.html", LAKE._replace(pane=("left", "wide")), "issue-html"),
        (markdown().replace("Page", "Sheet"), "a.md", LAKE, "issue-md"),
        (markdown(), "a.md", LAKE, None),
        (markdown().partition("\n\n")[2], "lake-1936-05-04.md", LAKE, "issue-md"),
        (markdown().partition("\n\n")[2], "1936.05.04.md", LAKE, None),
    ],
)
def test_readers_are_those_of_the_newspaper(text: str, name: str, publication: Publication, reader: str | None) -> None:
    assert reader_of(text.encode(), name, publication) == reader


@pytest.mark.parametrize(
    ("written", "page"),
    [
        ("Sheet 12", 12),
        ("SHEET12", 12),
        ("第 二 張", 2),
        ("第廿一張", 21),
        ("Page 2", None),
        ("Sheet 0", None),
        ("Sheet", None),
    ],
)
def test_page_marks(written: str, page: int | None) -> None:
    assert page_of(written, LAKE) == page


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("x/lake-1936-05-04.html", "1936-05-04"),
        ("lake-1936-05-04_b.md", "1936-05-04"),
        ("lake-1936-02-30.md", ""),
        ("lake-1936-05-041.md", ""),
        ("1936-05-04.md", ""),
    ],
)
def test_dates_in_names(path: str, date: str) -> None:
    assert date_in_name(path, LAKE) == date


# ---------------------------------------------------------------- a third newspaper, described by the user


def test_without_a_description_nothing_is_recognised(tmp_path: Path, check: Check) -> None:
    (tmp_path / "lake" / "lake-1936-05-04.html").write_text(PAGE, encoding="utf-8")
    assert check("lake")[0] == 2


def test_with_it_its_articles_are_checked(tmp_path: Path, check: Check) -> None:
    describe(tmp_path)
    wrong = PAGE.replace("450 pupils", "540 pupils")
    (tmp_path / "lake" / "lake-1936-05-04.html").write_text(wrong, encoding="utf-8")
    (tmp_path / "lake" / "about.html").write_text("<html><p>About us", encoding="utf-8")
    (tmp_path / "lake" / "notes.md").write_text("### On pages\n", encoding="utf-8")
    code, found = check("lake")
    assert code == 1
    assert [line.rpartition(":")[2] for line in found] == ["N101"]
    (tmp_path / "lake" / "lake-1936-05-04.html").write_text(PAGE, encoding="utf-8")
    assert check("lake") == (0, [])


def test_a_file_for_a_reader_that_it_has_not(tmp_path: Path, check: Check, capsys: pytest.CaptureFixture[str]) -> None:
    describe(tmp_path)
    (tmp_path / "lake" / "lake-1936-05-04.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "lake" / "a.md").write_text("Title: A\nAuthor:\nDate: 1936-05-04\nPage: 1\n\nB.\n", encoding="utf-8")
    (tmp_path / "lake" / "1936-05-04.html").write_text(PAGE.replace("half", "pane"), encoding="utf-8")
    assert check("lake") == (0, [])
    main(["check", "--output-format", "json", "lake"])
    summary = json.loads(capsys.readouterr().out)["summary"]
    assert summary["skipped_because"] == {
        "HTML without panes": 1,
        "of a form that its newspaper does not have": 1,
    }
    assert main(["check", "lake/a.md", "lake/1936-05-04.html"]) == 3
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("unreadable")] == [
        "unreadable lake/a.md: a file for the reader `article`, and the newspaper lake has issue-html, issue-md",
        "unreadable lake/1936-05-04.html: " + FOREIGN,
    ]


def test_its_dates_are_compared(tmp_path: Path, check: Check) -> None:
    describe(tmp_path)
    (tmp_path / "lake" / "lake-1939-05-04.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "lake" / "lake-1936-05-05.html").write_text(PAGE.replace("Lake Post", "1936.05.04"), encoding="utf-8")
    found = check("lake", "--ignore", "C101")[1]
    assert [line.split(".html:")[0] + line.rpartition(":")[2] for line in found] == [
        "lake-1936-05-05H204",
        "lake-1939-05-04D203",
    ]


def test_the_page_of_the_documentation_is_read(tmp_path: Path, check: Check) -> None:
    (tmp_path / "lake" / "lake-1936-05-04.html").write_text(BLOCKS[1], encoding="utf-8")
    assert check("lake")[0] == 2
    describe(tmp_path)
    assert check("lake") == (0, [])


def test_header_lines_that_it_has_not(tmp_path: Path, check: Check) -> None:
    text = f"Title: {STORIES[0].title}\nDate: 1936-05-04\nPage: 1\n\n{STORIES[0].english[0]}\n\n<hr />\n\nOriginal:\n\n"
    text += f"### {STORIES[0].headline}\n\n1936-05-04\n第1版()\n专栏：\n\n{STORIES[0].chinese[0]}\n"
    (tmp_path / "lake" / "a.md").write_text(text, encoding="utf-8")
    assert [line.rpartition(":")[2] for line in check("lake", "--select", "H")[1]] == ["H101"]
    (tmp_path / "duizhao.yaml").write_text(
        "publications:\n- {name: lake, header: [Title, Date, Page]}\n", encoding="utf-8"
    )
    assert check("lake", "--select", "H") == (0, [])


DATED = """publications:
- name: lake
  datelines: [〔湖報PLACE DATE電〕, （DATE快電）, "[Lake Post, PLACE, DATE]", (DATE Express)]
"""


@pytest.mark.parametrize(
    ("dateline", "described", "told"),
    [
        ("", False, ["P307"]),
        ("", True, ["P307"]),
        ("[Lake Post, Lake City, 3rd] ", False, []),  # brackets at the head are a dateline of any newspaper
        ("Lake Post, Lake City, 3rd. ", False, ["P307"]),
        ("[Lake Post, Lake City, 3rd] ", True, []),
    ],
)
def test_datelines_of_its_own(tmp_path: Path, check: Check, dateline: str, described: bool, told: list[str]) -> None:
    zh = "<h3>湖水大漲</h3><p>〔湖報湖城三日電〕連日大雨、湖水漲五尺、淹田一千二百畝、居民多遷高處、</p>"
    en = f"<h3>Lake Rises</h3><p>{dateline}After days of rain the lake has risen 5 chi, flooding 1,200 mu.</p>"
    (tmp_path / "lake" / "1936.05.04.html").write_text(page(zh, en), encoding="utf-8")
    if described:
        (tmp_path / "duizhao.yaml").write_text(DATED, encoding="utf-8")
    assert [line.rpartition(":")[2] for line in check("lake", "--select", "P3")[1]] == told


def test_a_month_that_its_datelines_share(tmp_path: Path, check: Check) -> None:
    rain = ("雨", "雪", "風", "霧", "晴")
    zh = "".join(f"<h3>湖城大{one}</h3>\n<p>（湖城）昨日大{one}、居民多遷高處、（三日快電）</p>\n" for one in rain)
    words = ("Rain", "Snow", "Wind", "Fog", "Sun")
    en = "".join(
        f"<h3>{one} in Lake City</h3>\n<p>(Lake City) {one} all day; many people have moved. (July 3rd Express)</p>\n"
        for one in words
    )
    (tmp_path / "lake" / "1936.05.04.html").write_text(page(zh, en), encoding="utf-8")
    assert [line.rpartition(":")[2] for line in check("lake", "--select", "P308")[1]] == []
    (tmp_path / "duizhao.yaml").write_text(DATED, encoding="utf-8")
    assert [line.rpartition(":")[2] for line in check("lake", "--select", "P308")[1]] == ["P308"]


TERMS = """publications:
- name: lake
  terms:
  - {chinese: 湖, accepted: [Lake City], rejected: [Hunan], apart: [湖南], last: 1938}
"""


@pytest.mark.parametrize(
    ("zh", "en", "date", "told"),
    [
        pytest.param("張君今日抵湖", "Mr. Zhang reached Hunan today.", "1936.05.04", 1, id="another place"),
        pytest.param("張君今日抵湖", "Mr. Zhang reached Lake City today.", "1936.05.04", 0, id="right"),
        pytest.param("張君今日抵湖南", "Mr. Zhang reached Hunan today.", "1936.05.04", 0, id="a word that holds it"),
        pytest.param("張君由湖南抵湖", "Mr. Zhang came from Hunan to Hunan.", "1936.05.04", 0, id="whose it is"),
        pytest.param("張君由湖南抵湖", "Mr. Zhang came from the south to Hunan.", "1936.05.04", 1, id="beside it"),
        pytest.param("張君今日抵湖", "Mr. Zhang reached Hunan today.", "1939.05.04", 0, id="later"),
    ],
)
def test_terms_of_its_time(tmp_path: Path, check: Check, zh: str, en: str, date: str, told: int) -> None:
    text = page(f"<h3>要聞</h3>\n<p>{zh}、居民歡迎、</p>", f"<h3>News</h3>\n<p>{en} Many welcomed him.</p>", date=date)
    (tmp_path / "lake" / "a.html").write_text(text, encoding="utf-8")
    assert check("lake", "--select", "T") == (0, [])
    (tmp_path / "duizhao.yaml").write_text(TERMS, encoding="utf-8")
    assert [line.rpartition(":")[2] for line in check("lake", "--select", "T")[1]] == ["T101"] * told


UNITS = """publications:
- name: lake
  units:
  - {chinese: 湖洋, accepted: [old lake dollars, dollars], rejected: [renminbi, RMB, lakes], last: 1938}
  - {chinese: 塊, accepted: [yuan], rejected: [pieces], apart: [塊煤]}
"""


@pytest.mark.parametrize(
    ("zh", "en", "date", "told"),
    [
        pytest.param("發湖洋三百元", "The county gave 300 dollars.", "1936.05.04", "", id="accepted"),
        pytest.param(
            "發湖洋三百元", "The county gave 300 old  lake\ndollars.", "1936.05.04", "", id="of several words"
        ),
        pytest.param("發湖洋三百元", "The county gave RMB 300.", "1936.05.04", "T101", id="rejected, before"),
        pytest.param("發湖洋三百元", "The county gave 300 renminbi.", "1936.05.04", "T101", id="rejected, behind"),
        pytest.param("發湖洋三百元", "The county gave 300 yuan; renminbi is new.", "1936.05.04", "", id="farther away"),
        pytest.param("發湖洋三百元", "The county gave 300 US dollars.", "1936.05.04", "N111", id="another unit"),
        pytest.param("發湖洋三百元", "The county gave 400 renminbi.", "1936.05.04", "N101", id="another figure"),
        pytest.param("發湖洋三百元", "The county gave 300 dollars.", "1939.05.04", "N111", id="later"),
        pytest.param("發銀三百元", "The county gave 300 renminbi.", "1936.05.04", "", id="without it"),
        pytest.param("發三百塊", "The county gave 300 pieces.", "1936.05.04", "T101", id="behind in the original"),
        pytest.param("發三百塊煤", "The county gave 300 pieces of coal.", "1936.05.04", "", id="a word that holds it"),
    ],
)
def test_units_of_its_time(tmp_path: Path, check: Check, zh: str, en: str, date: str, told: str) -> None:
    text = page(f"<h3>要聞</h3>\n<p>縣府{zh}、居民歡迎、</p>", f"<h3>News</h3>\n<p>{en} Many are glad.</p>", date=date)
    (tmp_path / "lake" / "a.html").write_text(text, encoding="utf-8")
    (tmp_path / "duizhao.yaml").write_text(UNITS, encoding="utf-8")
    assert [line.rpartition(":")[2] for line in check("lake", "--select", "N,T")[1]] == told.split()


SECTIONS = Publication("lake", section_marks=("▲NAME", "【 NAME 】", "湖濱閒話"))


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("<p>▲本城新聞</p>", "本城新聞"),
        ("<p>▲ 本城新聞 </p>", "本城新聞"),
        ("<p>【本城新聞】</p>", "本城新聞"),
        ("<p>湖濱閒話</p>", "湖濱閒話"),
        ("<h2>▲本城新聞</h2>", "本城新聞"),
        ("<h2>本城新聞</h2>", "本城新聞"),
        ("<p>▲</p>", ""),
        ("<p>▲" + "湖" * 41 + "</p>", ""),
        ("<p>本城新聞</p>", ""),  # of a line that is not marked the other language decides
        ("<p>▲<b>本城</b>新聞</p>", "▲本城新聞"),  # with a tag in it, it is taken as it stands
    ],
)
def test_section_marks(line: str, section: str) -> None:
    zh = chinese(STORIES[:2]) + line + chinese(STORIES[2:], mark="")
    en = english(STORIES[:2]) + "<p>Notes</p>" * (line == "<p>本城新聞</p>") + english(STORIES[2:], mark="")
    found = list(read("1936.05.04.html", page(zh, en).encode(), SECTIONS))
    articles = [article for article in found if isinstance(article, Article)]
    if line == "<p>本城新聞</p>":  # both have such a line
        section = "本城新聞"
    assert [article.issue and article.issue.section for article in articles] == ["", "", section, section]
    if section:
        assert [len(article.chinese.paragraphs) for article in articles] == [2, 1, 3, 1]


def test_a_section_whose_name_is_marked_in_one_language_alone() -> None:
    zh = chinese(STORIES[:2]) + "<p>▲本城新聞</p>" + chinese(STORIES[2:], mark="")
    en = english(STORIES[:2]) + "<p>City News</p>" + english(STORIES[2:], mark="")
    found = list(read("1936.05.04.html", page(zh, en).encode(), SECTIONS))
    assert [len(article.english.paragraphs) for article in found if isinstance(article, Article)] == [2, 1, 3, 1]


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("", []),
        ("script: traditional", ["the text is in simplified characters, those of the newspaper are traditional"]),
        ("script: simplified", []),
    ],
)
def test_the_script_of_its_originals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], script: str, told: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    zh = "<h3>湖水大涨</h3>\n<p>连日大雨、湖水涨五尺、县府拨欵赈济灾民、农业受损、</p>"
    (tmp_path / "a.html").write_text(page(zh, english(STORIES[:1])), encoding="utf-8")
    (tmp_path / "duizhao.yaml").write_text(f"publications:\n- name: lake\n  {script}\n", encoding="utf-8")
    main(["check", "--select", "P204", "--output-format", "json", "."])
    assert [one["message"] for one in json.loads(capsys.readouterr().out)["findings"]] == told


@pytest.mark.parametrize("script", ["traditional", "simplified"])
def test_characters_of_the_other_script(tmp_path: Path, check: Check, script: str) -> None:
    text = page("<h3>湖水大漲</h3>\n<p>連日大雨、縣府拨款、</p>", english(STORIES[:1]))
    (tmp_path / "lake" / "a.html").write_text(text, encoding="utf-8")
    (tmp_path / "duizhao.yaml").write_text(f"publications:\n- name: lake\n  script: {script}\n", encoding="utf-8")
    marked = {"traditional": 1, "simplified": 3}  # 拨; 漲, 連 and 縣
    assert len(check("lake", "--select", "P204")[1]) == marked[script]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            "section-marks: [NAME to NAME]",
            "[1].section-marks[1]` is 'NAME to NAME'; want a mark with NAME in it once at most",
        ),
        ("page-marks: [N-N-N]", "`publications[1].page-marks[1]` is 'N-N-N'; want a mark with an N in it, or two"),
        ("page-marks: [Page]", "`publications[1].page-marks[1]` is 'Page'; want a mark with an N in it, or two"),
        ("calendars: [宋]", "`publications[1].calendars[1]` is '宋'; want roc, 咸豐, "),
        ("pane: 7", "`publications[1].pane` is 7; want a class of HTML or a list of classes"),
        ("pane: [a b]", "`publications[1].pane[1]` is 'a b'; want a class of HTML"),
        ("header: {Headline: Titel}", "`publications[1].header.Headline` is 'Titel'; want Title, Author, Date or Page"),
        ("header: Title", "`publications[1].header` is 'Title'; want a list or a mapping of labels to header lines"),
        ("date-form: DD.MM.YYYY", "`publications[1].date-form` is 'DD.MM.YYYY'; want YYYY-MM-DD, "),
        ("script: Korean", "`publications[1].script` is 'Korean'; want"),
        ("units: [{chinese: 元}]", "`publications[1].units[1]` has no `accepted`"),
        (
            "datelines: [DATE to DATE]",
            "[1].datelines[1]` is 'DATE to DATE'; want a dateline, with PLACE and DATE in it once at most",
        ),
        ("terms: [{chinese: 湖}]", "`publications[1].terms[1]` has no `accepted`"),
        (
            "terms: [{chinese: 湖, accepted: [Lake], first: May}]",
            "`publications[1].terms[1].first` is 'May'; want YYYY, YYYY-MM or YYYY-MM-DD",
        ),
    ],
)
def test_what_cannot_be_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], written: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "duizhao.yaml").write_text(f"publications:\n- name: lake\n  {written}\n", encoding="utf-8")
    assert main(["check", "."]) == 2
    assert message in capsys.readouterr().err
