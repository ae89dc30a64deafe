"""A file of English alone whose issue has a page among the inputs: its articles are told and counted once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from made_up_issues import STORIES, chinese, english, markdown, page

import duizhao
from duizhao.cli.main import main
from duizhao.datapackage.prove.verify import verify
from duizhao.schema.inputs.discover import list_sources
from duizhao.schema.inputs.entry import Entry, FileBeside
from duizhao.schema.inputs.walk import Beside, Location
from duizhao.validator.configuration.config_file import load
from duizhao.validator.finding import Finding, Place
from duizhao.validator.registry import registry
from duizhao.validator.running.issue_files import Day, IssueFiles
from duizhao.validator.running.one_file import entries_of
from duizhao.validator.running.pages import SAME, with_pages

PAGE, ALONE = page(chinese(), english()), markdown()
OTHER = ALONE.replace("450 pupils", "540 pupils")
"""Another translation, with a wrong figure."""
TWO = "publications:\n- {name: lake, paths: [a/]}\n- {name: hill, paths: [b/]}\n"
ONE = "publications:\n- {name: lake}\n"


def put(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def told(folder: Path) -> tuple[int, list[str]]:
    """How many files are left, and of which it is said that they have no original."""
    config = folder / "duizhao.yaml"
    settings = load(str(config), registry).settings if config.exists() else duizhao.Settings()
    report = duizhao.check(str(folder), settings=settings._replace(select=("P102",)))
    return report.summary.files, [Path(finding.path).name for finding in report.findings]


@pytest.mark.parametrize(
    ("files", "left", "alone"),
    [
        pytest.param({"1936.05.04.md": ALONE}, 1, ["1936.05.04.md"], id="no page"),
        pytest.param({"1936.05.04.html": PAGE, "1936.05.04.md": ALONE}, 1, [], id="beside its page"),
        pytest.param({"a/1936.05.04.md": ALONE, "z/1936.05.04.html": PAGE}, 1, [], id="before its page"),
        pytest.param({"1936.05.04.md": ALONE, "1936.05.04 (scan 2).HTML": PAGE}, 1, [], id="names that go on"),
        pytest.param(
            {"1936.05.04.html": PAGE, "1936.05.04.md": ALONE.replace("450", "540")}, 2, [], id="another translation"
        ),
        pytest.param({"1936.05.04.html": page(chinese()), "1936.05.04.md": ALONE}, 2, [], id="of a page without any"),
        pytest.param(
            {"1936.05.04.html": page(english()), "1936.05.04.md": OTHER},
            2,
            ["1936.05.04.html", "1936.05.04.md"],
            id="of a page without Chinese",
        ),
        pytest.param({"a/1936.05.04.md": OTHER, "z/1936.05.04.html": PAGE}, 2, [], id="another, before its page"),
        pytest.param({"1936.05.05.html": PAGE, "1936.05.04.md": ALONE}, 2, ["1936.05.04.md"], id="another day"),
        pytest.param(
            {"1936.05.04.html": "<html><p>No issue", "1936.05.04.md": ALONE}, 1, ["1936.05.04.md"], id="no issue"
        ),
        pytest.param(
            {"1936.05.04.html": PAGE.encode() + b"\xff", "1936.05.04.md": ALONE}, 2, ["1936.05.04.md"], id="no text"
        ),
        pytest.param(
            {"duizhao.yaml": TWO, "a/1936.05.04.html": PAGE, "b/1936.05.04.md": ALONE},
            2,
            ["1936.05.04.md"],
            id="another newspaper",
        ),
        pytest.param(
            {"duizhao.yaml": ONE, "a/1936.05.04.html": PAGE, "b/1936.05.04.md": ALONE}, 1, [], id="one newspaper"
        ),
    ],
)
def test_english_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str | bytes], left: int, alone: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, files)
    assert told(tmp_path) == (left, alone)


def test_why_it_is_passed_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, {"1936.05.04.html": PAGE, "1936.05.04.md": ALONE})
    assert main(["check", "--no-config", "--no-cache", str(tmp_path)]) == 0
    assert f"2 looked at, 1 of them skipped (1 {SAME})" in capsys.readouterr().out


def test_its_articles_are_in_a_package_once(tmp_path: Path) -> None:
    put(tmp_path / "in", {"1936.05.04.html": PAGE, "1936.05.04.md": ALONE})
    built = duizhao.build([str(tmp_path / "in")], str(tmp_path / "out"))
    data = duizhao.load(str(tmp_path / "out"))
    assert Counter(row["path"] for row in data.rows("issues")) == {"1936.05.04.html": 1}
    assert len({row["title"] for row in data.rows("articles")}) == len(list(data.rows("articles")))
    assert built.skipped == ((SAME, 1),)


def test_sources_are_listed_again_only_where_a_name_asks_for_it(tmp_path: Path) -> None:
    put(tmp_path, {"notes.md": "x", "a.html": PAGE, "1936.05.05.txt": "x", "1936.05.06.md": "x"})
    listed: list[int] = []

    def again() -> list[None]:
        listed.append(1)
        return []

    items = list(with_pages(list_sources([str(tmp_path)]), again, duizhao.Settings()))  # type: ignore[arg-type]
    assert [Path(item.path).name for item in items] == ["1936.05.05.txt", "1936.05.06.md", "a.html", "notes.md"]
    assert listed == [1]
    listed.clear()
    list(with_pages(list_sources([str(tmp_path / "a.html"), str(tmp_path / "notes.md")]), again, duizhao.Settings()))  # type: ignore[arg-type]
    assert listed == []


def checked(folder: Path, select: str = "N,D,P,H,C,T") -> list[Finding]:
    settings = duizhao.Settings(select=tuple(select.split(",")))
    return list(duizhao.check(str(folder), settings=settings).findings)


@pytest.mark.parametrize(
    ("page_has", "said"), [(english(), ["N101", "P111"]), ("", ["N101"])], ids=["another English", "no English"]
)
def test_another_translation_is_checked_against_the_original_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page_has: str, said: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    text = page(chinese(), page_has) if page_has else page(chinese())
    put(tmp_path, {"a/1936.05.04.md": OTHER, "z/1936.05.04.html": text})
    found = checked(Path())
    assert sorted(one.rule for one in found) == said
    assert {one.path for one in found} == {"a/1936.05.04.md"}
    (wrong,) = [one for one in found if one.rule == "N101"]
    lines = {one: files.splitlines() for one, files in (("en", OTHER), ("zh", text))}
    at = next(n for n, line in enumerate(lines["en"]) if "540" in line)
    column = lines["en"][at].index("540") + 1
    assert wrong.en == Place(at + 1, column, at + 1, column + 3, "540")
    at = next(n for n, line in enumerate(lines["zh"]) if "四百五十人" in line)
    column = lines["zh"][at].index("四百五十人") + 1
    assert wrong.zh == Place(at + 1, column, at + 1, column + 5, "四百五十人", "z/1936.05.04.html")
    if "P111" in said:
        (other,) = [one for one in found if one.rule == "P111"]
        assert other.en is not None
        assert (other.en.line, other.en.column, other.en.text) == (9, 5, "New School Opens")
        assert "z/1936.05.04.html" in other.message


def test_an_article_that_the_english_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {"1936.05.04.md": markdown((STORIES[0], *STORIES[2:])), "1936.05.04.html": PAGE})
    (lost,) = checked(Path(), "P101,P102")
    assert (lost.rule, lost.message) == ("P101", "the translation has no such article")
    line = PAGE[: PAGE.index("新校開學")].count("\n") + 1
    assert (lost.path, lost.en) == ("1936.05.04.md", None)
    assert lost.zh == Place(line, 5, line, 9, "新校開學", "1936.05.04.html")
    assert lost.place is None


@pytest.mark.parametrize(
    ("page_has", "told"),
    [(english(), ["N101", "P111"]), ("", ["N101", "P101", "P101", "P101"])],
    ids=["a second translation", "the only one"],
)
def test_a_translation_of_a_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page_has: str, told: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    text = page(chinese(), page_has) if page_has else page(chinese())
    alone = markdown(STORIES[1:2]).replace("450 pupils", "540 pupils")
    put(tmp_path, {"1936.05.04.md": alone, "1936.05.04.html": text})
    found = checked(Path())
    assert sorted(one.rule for one in found) == told
    assert {one.path for one in found} == {"1936.05.04.md"}
    if page_has:
        assert "it has less than half of the articles there" in next(one.message for one in found if one.rule == "P111")


def test_an_article_that_the_page_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {"1936.05.04.md": ALONE, "1936.05.04.html": page(chinese((STORIES[0], *STORIES[2:])))})
    (added,) = checked(Path(), "P101,P102")
    assert (added.rule, added.message) == ("P102", "the original has no such article")
    assert (added.path, added.zh) == ("1936.05.04.md", None)
    assert added.en == Place(9, 5, 9, 21, "New School Opens")


def words(row: Mapping[str, object], start: str, end: str) -> str:
    """What stands in the page between two places of a row."""
    return PAGE[int(str(row[start])) : int(str(row[end]))]


def test_both_come_back_from_a_package_and_each_has_identifiers_of_its_own(tmp_path: Path) -> None:
    data = OTHER.replace("\n", "\r\n")
    put(tmp_path / "in", {"a/1936.05.04.md": data, "z/1936.05.04.html": PAGE})
    built = duizhao.build([str(tmp_path / "in")], str(tmp_path / "out"))
    assert (built.skipped, built.problems) == ((), ())
    assert verify(str(tmp_path / "out")).flaws == ()
    package = duizhao.load(str(tmp_path / "out"))
    issues = {row["id"]: row for row in package.rows("issues")}
    assert {name: (row["lacks"], row["counterpart"], row["pairs"]) for name, row in issues.items()} == {
        "19360504": (None, None, 4),
        "19360504-en": ("chinese", "z/1936.05.04.html", 4),
    }
    articles = list(package.rows("articles"))
    assert len({row["id"] for row in articles}) == 8
    spans = {(row["issue"], words(row, "zh_start", "zh_end")[:8]) for row in articles if row["position"] == 1}
    assert spans == {("19360504", "<h3>湖水大漲"), ("19360504-en", "<h3>湖水大漲")}
    pupils = [row for row in package.rows("quantities") if row["text"] == "四百五十人"]
    assert [words(row, "start", "end") for row in pupils] == ["四百五十人"] * 2
    assert {row["rule"] for row in package.rows("findings")} == {"N101", "P111"}  # and nothing is a duplicate
    assert main(["unpack", str(tmp_path / "out"), "-o", str(tmp_path / "back")]) == 0
    assert (tmp_path / "back" / "a" / "1936.05.04.md").read_bytes() == data.encode()
    assert (tmp_path / "back" / "z" / "1936.05.04.html").read_bytes() == PAGE.encode()


@pytest.mark.parametrize(("day_has", "found"), [(english(), 0), ("", 4)], ids=["second translation", "the only one"])
def test_what_is_compared_with_other_issues(tmp_path: Path, day_has: str, found: int) -> None:
    day = page(chinese(), day_has, date="1936.05.05") if day_has else page(chinese(), date="1936.05.05")
    others = {"1936.05.05.html": day.replace("、", "，"), "1936.05.05.md": OTHER}
    put(tmp_path, {"1936.05.04.html": PAGE, **others})
    told = [one for one in checked(tmp_path, "C") if one.path.endswith(".md")]
    assert [one.rule for one in told] == ["C101", "C103", "C101", "C101"][:found]
    assert {one.zh for one in told} <= {None}
    assert {one.en.line for one in told if one.en} == set([3, 9, 13, 21][:found])


def test_an_article_of_another_translation_keeps_its_identifier(tmp_path: Path) -> None:
    def identifiers(name: str, text: str) -> list[str]:
        put(tmp_path / name, {"1936.05.04.md": text, "1936.05.04.html": PAGE})
        duizhao.build([str(tmp_path / name)], str(tmp_path / f"{name}-out"))
        rows = duizhao.load(str(tmp_path / f"{name}-out")).rows("articles")
        return sorted(str(row["id"]) for row in rows if row["issue"] == "19360504-en")

    assert identifiers("one", OTHER) == identifiers("two", OTHER.replace("New School Opens", "A School Is Opened"))


def test_a_result_is_kept_until_either_file_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "in"
    others = {f"1936.06.{day:02d}.html": PAGE for day in range(1, 25)}  # so many that there is a cache
    put(folder, {"1936.05.04.md": OTHER, "1936.05.04.html": PAGE, **others})
    config = tmp_path / "duizhao.yaml"
    config.write_text(f"cache: {tmp_path / 'cache'}\nselect: [N101]\n")

    def said() -> list[str]:
        main(["check", "--config", str(config), "--output-format", "concise", str(folder)])
        return [line for line in capsys.readouterr().out.splitlines() if "1936.05.04.md:" in line]

    first = said()
    assert len(first) == 1
    assert said() == first
    put(folder, {"1936.05.04.html": PAGE.replace("四百五十人", "五百四十人")})
    assert said() == []
    put(folder, {"1936.05.04.html": PAGE})
    assert said() == first


FORMATS = {
    "text": ["zh in z/1936.05.04.html", "四百五十人"],
    "json": ['"path": "z/1936.05.04.html"'],
    "sarif": ['"uri": "z/1936.05.04.html"'],
    "rdjson": ['"relatedLocations": [{"message": "四百五十人", "location": {"path": "z/1936.05.04.html"'],
    "github": ["Original, z/1936.05.04.html, line"],
    "junit": ["zh z/1936.05.04.html:"],
    "html": ["四百五十人"],
    "gitlab": ["a/1936.05.04.md"],
    "concise": ["a/1936.05.04.md:11:"],
}


@pytest.mark.parametrize("form", FORMATS)
def test_every_report_names_the_file_of_the_original(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {"a/1936.05.04.md": OTHER, "z/1936.05.04.html": PAGE})
    assert main(["check", "--no-config", "--no-cache", "--select", "N101", "--output-format", form, "."]) == 1
    out = capsys.readouterr().out
    for words in FORMATS[form]:
        assert words in out


def test_what_is_sent_to_another_machine_holds_both_files(tmp_path: Path) -> None:
    put(tmp_path, {"1936.05.04.html": PAGE, "1936.05.04.md": OTHER})
    found = [
        Location(f"in/{name}", str(tmp_path / name), "article", named=False)
        for name in ("1936.05.04.md", "1936.05.04.html")
    ]
    items = with_pages(found, lambda: found, duizhao.Settings())
    sent = [entry for item in items for entry in entries_of(item)]
    assert sent == [
        Entry("in/1936.05.04.md", OTHER.encode(), beside=FileBeside("in/1936.05.04.html", PAGE.encode())),
        Entry("in/1936.05.04.html", PAGE.encode(), beside=FileBeside("in/1936.05.04.md", OTHER.encode())),
    ]


def test_days_beyond_those_held_in_memory() -> None:
    files = IssueFiles(held=1)
    days = [Day("lake", f"1936-05-{day:02d}") for day in (4, 5, 6)]
    for day in days:
        for name in ("first", "second"):
            files.add(day, Beside(f"{name}-{day.date}.html", f"/\udcff/{name}"), page=True)
    files.add(days[1], Beside("x.md", "x.md"), page=False)
    assert [files.get(day, page=True) for day in days] == [
        Beside(f"first-{day.date}.html", "/\udcff/first") for day in days
    ]
    assert [files.get(day, page=False) for day in days] == [None, Beside("x.md", "x.md"), None]
    assert files.get(Day("hill", "1936-05-04"), page=True) is None
    files.close()
