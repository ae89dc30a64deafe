"""Files of whole issues in a package: their rows, their identifiers, and the files given back."""

from __future__ import annotations

import csv
import json
import sqlite3
import zipfile
from pathlib import Path

import pytest
from made_up_issues import STORIES, Story, chinese, english, markdown, page
from sample_articles import article, write_articles

from duizhao.datapackage.exports.export import export
from duizhao.datapackage.format.metadata import Metadata
from duizhao.datapackage.format.package import open_package
from duizhao.datapackage.make.build import Making, build
from duizhao.datapackage.prove.verify import verify
from duizhao.datapackage.reading.load import load
from duizhao.datapackage.reading.unpack import unpack
from duizhao.datapackage.versions.changelog import render
from duizhao.datapackage.versions.changes import Level, compare
from duizhao.datapackage.versions.release import Terms, release
from duizhao.errors import PackageError
from duizhao.schema.inputs.discover import list_sources
from duizhao.schema.publication import Publication
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.running.whole_run import RunPlan, results_of
from duizhao.validator.waiving.waivers import Waivers

LAKE = Publication("Lake Post", paths=("lake/",))
HILL = Publication("hill", paths=("hill/",))
PAPERS = Making(settings=Settings(publications=(LAKE, HILL)))
PRICES = "（湖城）昨日米價如下、白米每石八元、糙米每石七元、豆每石六元、麥每石五元、鹽每擔四元、油每擔三元、"
QUOTED = (
    "(Lake City) Yesterday's prices were as follows: white rice 8 yuan a shi, brown rice 7 yuan a shi, beans 6 yuan a"
    " shi, wheat 5 yuan a shi, salt 4 yuan a dan, oil 3 yuan a dan."
)
STANDING = (
    *STORIES,
    Story("物價", (PRICES, "市況平穩、"), "Prices", (QUOTED, "The market is quiet.")),
    Story("物價", (PRICES, "市況活躍、"), "Lively Prices", (QUOTED, "The market is lively.")),
    Story("物價", (PRICES, "市況活躍、"), "Prices Again", (QUOTED, "The market is lively.")),
)


def rows(package: Path, table: str) -> list[dict[str, str]]:
    with open(package / "data" / f"{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def built(tmp_path: Path, files: dict[str, str | bytes], making: Making = Making(), out: str = "out") -> Path:  # noqa: B008  immutable
    source = write_articles(str(tmp_path / f"{out}-source"), files)
    build([source], str(tmp_path / out), making)
    assert verify(str(tmp_path / out)).flaws == ()
    return tmp_path / out


def by_title(package: Path) -> dict[str, str]:
    return {row["title"]: row["id"] for row in rows(package, "articles")}


def test_an_issue_has_a_row_and_its_articles_say_where_they_stand(tmp_path: Path) -> None:
    text = page(chinese(), english((STORIES[0], *STORIES[2:])))
    package = built(tmp_path, {"lake/1936.05.04.html": text}, PAPERS)
    (issue,) = rows(package, "issues")
    del issue["sha256"], issue["layout"]
    assert issue == {
        "id": "lake-post-19360504",
        "publication": "Lake Post",
        "date": "1936-05-04",
        "reader": "issue-html",
        "lacks": "",
        "counterpart": "",
        "pages": "1",
        "articles": "4",
        "pairs": "3",
        "characters": "124",
        "words": "93",
        "path": "lake/1936.05.04.html",
    }
    articles = sorted(rows(package, "articles"), key=lambda row: row["position"])
    assert [(row["position"], row["headline"], row["title"]) for row in articles] == [
        ("1", "湖水大漲", "Lake Rises"),
        ("2", "新校開學", ""),
        ("3", "汽船通航", "Steamer Service Begins"),
        ("4", "米價續跌", "Price of Rice Falls Further"),
    ]
    assert {(row["issue"], row["path"], row["layout"], row["column"]) for row in articles} == {
        ("lake-post-19360504", "lake/1936.05.04.html", "", "")
    }
    first, second = articles[:2]
    assert text[int(first["zh_start"]) : int(first["zh_end"])] == chinese(STORIES[:1], mark="").strip()
    assert text[int(first["en_start"]) : int(first["en_end"])] == english(STORIES[:1], mark="").strip()
    assert (second["en_start"], second["en_end"]) == ("", "")
    assert text[int(second["zh_start"]) : int(second["zh_end"])] == chinese(STORIES[1:2], mark="").strip()


def test_the_section_of_an_article(tmp_path: Path) -> None:
    parts = chinese(STORIES[:2]) + "<h2>體育</h2>\n" + chinese(STORIES[2:], mark="")
    package = built(tmp_path, {"1936.05.04.html": page(parts, english())})
    sections = {row["headline"]: row["section"] for row in rows(package, "articles")}
    assert sections == {"湖水大漲": "", "新校開學": "", "汽船通航": "體育", "米價續跌": "體育"}


def test_places_of_quantities_and_paragraphs_are_those_of_the_page(tmp_path: Path) -> None:
    text = page(chinese(), english()).replace("450 pupils", "<b>450</b>&nbsp;pupils")
    package = built(tmp_path, {"1936.05.04.html": text})
    lines = text.split("\n")
    for row in rows(package, "quantities"):
        line = lines[int(row["line"]) - 1]
        assert line[int(row["column"]) - 1 : int(row["end_column"]) - 1].startswith(row["text"][0])
        assert text[int(row["start"]) : int(row["end"])].startswith(row["text"][0])
    (pupils,) = [row for row in rows(package, "quantities") if row["value"] == "450" and row["side"] == "en"]
    assert text[int(pupils["start"]) : int(pupils["end"])] == "450"
    (eighty,) = [row for row in rows(package, "quantities") if row["text"].startswith("80 li")]
    assert text[int(eighty["start"]) : int(eighty["end"])] == eighty["text"]
    (pair,) = [row for row in rows(package, "paragraphs") if "到學生四百五十人" in row["chinese"]]
    assert "到學生四百五十人" in lines[int(pair["zh_line"]) - 1]
    assert "pupils" in lines[int(pair["en_line"]) - 1]


PLAIN = page(chinese(), english())


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(PLAIN.encode(), id="plain"),
        pytest.param(b"\xef\xbb\xbf" + PLAIN.replace("\n", "\r\n").encode(), id="mark and line ends of Windows"),
        pytest.param(PLAIN.replace("湖水", "<b>湖</b>水").replace("sun", "&amp;").encode(), id="tags and entities"),
        pytest.param(PLAIN.replace("</p>", "").replace("</h3>", "").encode(), id="tags that are not closed"),
        pytest.param(
            PLAIN.replace("五尺", "五\x07尺\x85").replace("5 chi", "5\tchi").encode(), id="control characters"
        ),
        pytest.param(PLAIN.replace("<p>（湖城）", "<p>=1+1（湖城）").encode(), id="a formula"),
        pytest.param(PLAIN.replace("</h3>\n<p>", "</h3>\n<p>— LI MING</p><p>").encode(), id="authors"),
        pytest.param(page(english(), chinese()).encode(), id="panes in the wrong order"),
        pytest.param(page(chinese(), english(), english(STORIES[:1])).encode(), id="a pane too many"),
        pytest.param(page(chinese(), english((STORIES[3], STORIES[0]))).encode(), id="articles out of order"),
        pytest.param(page(chinese(STANDING), english(STANDING)).encode(), id="standing columns"),
        pytest.param(page(chinese()).encode(), id="Chinese alone"),
        pytest.param(markdown().encode(), id="English alone"),
        pytest.param(markdown().replace("\n", "\r\n").encode(), id="English alone, from Windows"),
        pytest.param(page(chinese(), english(), date="none").encode(), id="no date"),
        pytest.param(PLAIN.replace("湖水大漲", "湖" * 3_000).encode(), id="a heading that is too long"),
        pytest.param(PLAIN.replace("又訊", "湖水大漲" * 60_000).encode(), id="an article that is too large"),
    ],
)
def test_a_page_comes_back_byte_by_byte(data: bytes, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"a/x.html" if data.lstrip(b"\xef\xbb\xbf")[:1] == b"<" else "a/x.md": data}
    files["b/1936/1936.06.01.html"] = page(chinese(), english(), date="1936.06.01")
    files["c.md"] = article()
    package = built(tmp_path, files, Making(settings=Settings(ignore=("C",))))
    assert unpack(str(package), str(tmp_path / "back")) == 3
    assert {name: (tmp_path / "back" / name).read_bytes() for name in files} == {
        name: content if isinstance(content, bytes) else content.encode() for name, content in files.items()
    }


def test_the_texts_of_a_page_stand_in_the_rows_alone(tmp_path: Path) -> None:
    package = built(tmp_path, {"1936.05.04.html": PLAIN})
    (issue,) = rows(package, "issues")
    layout = json.loads(issue["layout"])["parts"]
    assert "1.headline.0" in layout
    assert "3.chinese.2" in layout
    assert not [part for part in layout if "湖" in part or "lake" in part]


def test_an_issue_in_an_archive_becomes_a_file_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "in" / "may.zip", "w") as archive:
        archive.writestr("1936.05.04.html", PLAIN)
    build([str(tmp_path / "in")], str(tmp_path / "out"))
    unpack(str(tmp_path / "out"), str(tmp_path / "back"))
    assert (tmp_path / "back" / "may.zip" / "1936.05.04.html").read_text("utf-8") == PLAIN


# ---------------------------------------------------------------- identifiers


def test_identifiers_stay_when_the_translation_is_corrected_and_articles_come_or_go(tmp_path: Path) -> None:
    before = by_title(built(tmp_path, {"1936.05.04.html": page(chinese(STANDING), english(STANDING))}))
    corrected = english(STANDING).replace("1,200 mu", "1,300 mu").replace("is quiet", "was quiet")
    after = by_title(built(tmp_path, {"1936.05.04.html": page(chinese(STANDING), corrected)}, out="corrected"))
    assert after == before
    fewer = STANDING[1:]
    after = by_title(built(tmp_path, {"1936.05.04.html": page(chinese(fewer), english(fewer))}, out="fewer"))
    assert set(after.values()) < set(before.values())
    for title in after:
        assert after[title] == before[title]


def test_a_headline_put_back_costs_no_identifier_but_its_own(tmp_path: Path) -> None:
    lost = english().replace("<h3>New School Opens</h3>\n", "<p>New School Opens</p>\n")
    before = {
        row["headline"]: row["id"] for row in rows(built(tmp_path, {"a.html": page(chinese(), lost)}), "articles")
    }
    whole = built(tmp_path, {"a.html": page(chinese(), english())}, out="whole")
    after = {row["headline"]: row["id"] for row in rows(whole, "articles")}
    assert set(after) - set(before) == {"新校開學"}
    assert {headline: after[headline] for headline in before} == before


@pytest.mark.parametrize("section", ["<p>體育</p>\n", ""])
def test_a_line_that_may_name_a_section_is_no_part_of_an_identifier(section: str, tmp_path: Path) -> None:
    parts = chinese(STORIES[:2]) + "<p>體育</p>\n" + chinese(STORIES[2:], mark="")
    translated = english(STORIES[:2]) + section.replace("體育", "Sports") + english(STORIES[2:], mark="")
    package = built(tmp_path, {"a.html": page(parts, translated)})
    plain = built(tmp_path, {"a.html": page(chinese(), english())}, out="plain")
    assert by_title(package) == by_title(plain)


def test_standing_columns_have_identifiers_of_their_own(tmp_path: Path) -> None:
    package = built(tmp_path, {"1936.05.04.html": page(chinese(STANDING), english(STANDING))})
    found = [row["id"] for row in rows(package, "articles")]
    assert len(set(found)) == 7
    assert {identity.rpartition("-")[0] for identity in found} == {"19360504-01"}


def test_the_same_text_in_two_newspapers_is_two_articles(tmp_path: Path) -> None:
    files = {
        "lake/1936.05.04.html": PLAIN,
        "hill/1936.05.04.html": PLAIN,
        "lake/a.md": article(),
        "hill/a.md": article(),
    }
    package = built(tmp_path, dict(files), PAPERS)
    found = [row["id"] for row in rows(package, "articles")]
    assert len(found) == 10
    assert {identity[:-13] for identity in found} == {
        "hill-19360504-01",
        "hill-19581013-02",
        "lake-post-19360504-01",
        "lake-post-19581013-02",
    }
    assert [row["id"] for row in rows(package, "issues")] == ["hill-19360504", "lake-post-19360504"]
    assert [row["publication"] for row in rows(package, "issues")] == ["hill", "Lake Post"]


def test_half_an_issue_beside_the_whole(tmp_path: Path) -> None:
    zh = page(chinese(), date="1936.05.05")
    other = markdown().replace("450 pupils", "four hundred and fifty pupils")
    package = built(tmp_path, {"1936.05.04.html": PLAIN, "1936.05.04.md": other, "1936.05.05.html": zh})
    assert [(row["id"], row["lacks"]) for row in rows(package, "issues")] == [
        ("19360504", ""),
        ("19360504-en", "chinese"),
        ("19360505-zh", "english"),
    ]


def test_an_issue_without_date_is_known_by_its_first_article(tmp_path: Path) -> None:
    package = built(tmp_path, {"a.html": page(chinese(), english(), date="none")})
    (issue,) = rows(package, "issues")
    first = next(row for row in rows(package, "articles") if row["position"] == "1")
    assert (issue["id"], issue["date"]) == (f"00000000-{first['id'].rpartition('-')[2]}", "")


def test_a_copy_of_an_issue_is_refused_by_both_names(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"a.html": PLAIN, "b.html": PLAIN.replace("5 chi", "6 chi")}
    with pytest.raises(PackageError, match=r"a\.html and .*b\.html are the same issue, 19360504; remove one of them"):
        built(tmp_path, files)


# ---------------------------------------------------------------- what cannot be used


def test_what_of_an_issue_cannot_be_used_is_told_and_the_rest_is_there(tmp_path: Path) -> None:
    source = write_articles(str(tmp_path / "in"), {"a.html": PLAIN.replace("又訊", "湖水大漲" * 60_000)})
    done = build([source], str(tmp_path / "out"))
    assert [(one.path, one.line, one.message.partition(";")[0]) for one in done.left_out] == [
        ("a.html", 9, "is too large for one article: 240,047 characters, of at most 200,000")
    ]
    assert (done.read, done.unused) == (1, 0)
    left = {(row["headline"], row["title"]) for row in rows(tmp_path / "out", "articles")}
    # Its translation is left out too: by itself it would pass for one that has lost its original.
    assert left == {(story.headline, story.title) for story in STORIES[1:]}
    incomplete = open_package(str(tmp_path / "out")).descriptor["duizhao"]["incomplete"]
    assert [file["path"] for file in incomplete["files"]] == ["a.html"]


# ---------------------------------------------------------------- what is made of a package


def test_records_have_the_identifiers_of_the_package(tmp_path: Path) -> None:
    package = built(tmp_path, {"lake/1936.05.04.html": PLAIN, "lake/a.md": article()}, PAPERS)
    records = {record.id: record for record in load(str(package)).records()}
    assert sorted(records) == [row["id"] for row in rows(package, "articles")]
    rises = records[by_title(package)["Lake Rises"]]
    assert (rises.date, rises.page, rises.chinese.headline) == ("1936-05-04", 1, "湖水大漲")
    assert rises.english.paragraphs == STORIES[0].english
    assert rises.chinese.paragraphs == STORIES[0].chinese
    export(str(package), ["jsonl"], str(tmp_path / "jsonl"))
    lines = (tmp_path / "jsonl" / "articles.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == list(records)


def test_a_database_refers_from_articles_to_issues(tmp_path: Path) -> None:
    package = built(tmp_path, {"1936.05.04.html": PLAIN})
    export(str(package), ["sqlite"], str(tmp_path / "db"))
    (path,) = (tmp_path / "db").glob("*.db")
    database = sqlite3.connect(path)
    assert database.execute("pragma foreign_key_check").fetchall() == []
    query = "select issues.date, count(*) from articles join issues on issues.id = articles.issue group by 1"
    assert database.execute(query).fetchall() == [("1936-05-04", 4)]
    database.close()


def test_what_became_of_an_issue(tmp_path: Path) -> None:
    one = open_package(str(built(tmp_path, {"1936.05.04.html": PLAIN}, out="one")))
    other = page(chinese(STORIES[:2]), english(STORIES[:2]), date="1936.05.05")
    two = open_package(str(built(tmp_path, {"1936.05.04.html": PLAIN, "1936.05.05.html": other}, out="two")))
    changes = compare(one, two)
    assert (changes.level, changes.issues_added, changes.issues_removed) == (Level.MINOR, ("19360505",), ())
    assert len(changes.added) == 2
    changes = compare(two, one)
    assert (changes.level, changes.issues_added, changes.issues_removed) == (Level.MAJOR, (), ("19360505",))


def test_issues_that_changed_are_named(tmp_path: Path) -> None:
    old, new = english(), english().replace("many people", "most people")
    before, after = (
        built(
            tmp_path,
            {
                f"1936.05.0{day}.html": page(chinese(), text, date=f"1936.05.0{day}")
                for day, text in enumerate(texts, 4)
            },
            out=out,
        )
        for out, texts in (("one", (old, old, old)), ("two", (old, new, new)))
    )
    changes = compare(open_package(str(before)), open_package(str(after)))
    assert (changes.level, [*changes.issues_changed]) == (Level.PATCH, ["19360505", "19360506"])
    assert (changes.issues_added, changes.issues_removed) == ((), ())
    assert "Issues changed (2)" in "".join(render(changes, "text", title=""))


def test_an_issue_that_is_corrected_raises_the_last_part_of_the_version(tmp_path: Path) -> None:
    source = write_articles(str(tmp_path / "in"), {"1936.05.04.html": PLAIN})
    release([source], str(tmp_path / "releases"), Making(Metadata()), Terms())
    write_articles(source, {"1936.05.04.html": PLAIN.replace("many people", "most people")})
    released = release([source], str(tmp_path / "releases"), Making(Metadata()), Terms())
    assert released.version == "1.0.1"
    assert released.changes is not None
    assert [(change.title, change.fields) for change in released.changes.changed] == [("Lake Rises", ("english",))]


def test_a_package_of_the_form_before_issues_is_read_and_the_next_is_a_major_version(tmp_path: Path) -> None:
    package = built(tmp_path, {"a.md": article()})
    document = json.loads((package / "datapackage.json").read_text("utf-8"))
    old = tmp_path / "old"
    old.mkdir()
    (old / "data").mkdir()
    document["resources"] = [one for one in document["resources"] if one["name"] != "issues"]
    articles = document["resources"][0]
    gone = {"issue", "position", "section", "zh_start", "zh_end", "en_start", "en_end"}
    articles["schema"]["fields"] = [field for field in articles["schema"]["fields"] if field["name"] not in gone]
    del articles["schema"]["foreignKeys"]
    (old / "datapackage.json").write_text(json.dumps(document), encoding="utf-8")
    for table in ("paragraphs", "quantities", "findings"):
        (old / "data" / f"{table}.csv").write_bytes((package / "data" / f"{table}.csv").read_bytes())
    with open(old / "data" / "articles.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [field["name"] for field in articles["schema"]["fields"]], lineterminator="\n")
        writer.writeheader()
        writer.writerows(
            {key: cell for key, cell in row.items() if key not in gone} for row in rows(package, "articles")
        )
    assert unpack(str(old), str(tmp_path / "back")) == 1
    assert (tmp_path / "back" / "a.md").read_text("utf-8") == article()
    changes = compare(open_package(str(old)), open_package(str(package)))
    assert changes.level == Level.MAJOR
    assert "field articles.issue added" in [item.message for item in changes.structure]
    assert "table issues added" in [item.message for item in changes.structure]
    assert (changes.added, changes.removed) == ((), ())


def test_a_layout_that_does_not_fit_is_told(tmp_path: Path) -> None:
    package = built(tmp_path, {"1936.05.04.html": PLAIN})
    path = package / "data" / "issues.csv"
    path.write_text(path.read_text("utf-8").replace("1.headline.0", "9.headline.0"), encoding="utf-8")
    with pytest.raises(PackageError, match="issue 19360504: the layout does not fit"):
        unpack(str(package), str(tmp_path / "back"))


# ---------------------------------------------------------------- the cache, and what stands elsewhere too


def test_the_cache_gives_the_same_rows_and_nothing_is_examined_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("duizhao.validator.running.many_files.CACHE_BYTES", 1_000)
    wrong = page(chinese(STANDING), english(STANDING).replace("450 pupils", "540 pupils").replace("1,200 mu", "1 mu"))
    files: dict[str, str | bytes] = {
        "lake/1936.05.04.html": wrong,
        "lake/1936.05.05.md": markdown(),
        "hill/a.md": article(),
    }
    plain = built(tmp_path, files, PAPERS)
    making = PAPERS._replace(cache=str(tmp_path / "cache"))
    source = str(tmp_path / "out-source")
    build([source], str(tmp_path / "first"), making)
    list(results_of(RunPlan(lambda: list_sources([source]), PAPERS.settings, cache=making.cache), Waivers((), "")))

    def refuse(*_: object) -> None:
        raise AssertionError("an article was examined again")

    monkeypatch.setattr("duizhao.validator.running.one_file.examine", refuse)
    build([source], str(tmp_path / "second"), making)
    for table in ("articles", "paragraphs", "quantities", "findings", "issues"):
        assert rows(tmp_path / "first", table) == rows(plain, table)
        assert rows(tmp_path / "second", table) == rows(plain, table)
    assert {row["rule"] for row in rows(plain, "findings")} >= {"C101", "N101", "P102"}


def test_articles_of_issues_are_compared_by_their_identifiers(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"a.html": PLAIN, "b.html": page(chinese(), english(), date="1936.05.05")}
    package = built(tmp_path, files, Making(settings=Settings(select=("C",))))
    articles = {row["id"]: row for row in rows(package, "articles")}
    found = rows(package, "findings")
    assert [row["rule"] for row in found] == ["C101"] * 4
    for row in found:
        other = row["message"].rpartition(" ")[2]
        assert articles[other]["headline"] == articles[row["article"]]["headline"]
        assert (articles[row["article"]]["date"], articles[other]["date"]) == ("1936-05-05", "1936-05-04")
        assert articles[row["article"]]["warnings"] == "1"
