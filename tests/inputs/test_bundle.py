from __future__ import annotations

import gzip
import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from discovering import discover
from hypothesis import given
from hypothesis import strategies as st

from duizhao.schema.inputs.bundle_article import article_text
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.inputs.limits import Limits

BETWEEN = "\n\n\n\n<hr /> \n\nOriginal: \n\n\n"
HALVES = "The mill spun forty bales." + BETWEEN + "### 纱厂\n\n1951-02-03\n第2版()\n专栏：\n\n    该厂纺纱四十包。"
ARTICLE = {
    "path": "1951.02/1951-02-03_纱厂.md",
    "title": "The Mill",
    "author": "",
    "date": "1951-02-03",
    "page_number": "2",
    "content": HALVES,
}
FILE = f"Title: The Mill\nAuthor:\nDate: 1951-02-03\nPage: 2\n\n{HALVES}\n"


def read(tmp_path: Path, text: str | bytes, name: str = "b.js", limits: Limits | None = None) -> list[Entry]:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    entries = list(discover([str(path)], limits=limits or Limits()))
    return [entry._replace(path=entry.path.replace(str(tmp_path) + "/", "")) for entry in entries]


def script(elements: list[Any], indent: int | None = 2) -> str:
    return "const ARTICLES = " + json.dumps(elements, ensure_ascii=False, indent=indent) + ";"


@pytest.mark.parametrize("indent", [None, 2])
def test_the_archives_own_form(tmp_path: Path, indent: int | None) -> None:
    other = ARTICLE | {"path": "1951.02/1951-02-03_又.md", "title": "Again"}
    entries = read(tmp_path, script([ARTICLE, other], indent))
    assert [entry.path for entry in entries] == [
        "b.js!/1951.02/1951-02-03_纱厂.md",
        "b.js!/1951.02/1951-02-03_又.md",
    ]
    assert entries[0].data == FILE.encode()
    assert entries[1].data == FILE.replace("The Mill", "Again").encode()


def test_gzip(tmp_path: Path) -> None:
    packed = gzip.compress(script([ARTICLE]).encode())
    assert [entry.data for entry in read(tmp_path, packed, "b.js.gz")] == [FILE.encode()]


@pytest.mark.parametrize(
    "text",
    [
        'var x = "const ARTICLES = [";\nconst ARTICLES = ["Title: T"];',
        '// const ARTICLES = [1\n/* ARTICLES = [2 */ const ARTICLES=["Title: T",];',
        "'it is' ; `ARTICLES = [3` \nwindow.ARTICLES = [ \"Title: T\" , ] ; more()",
        '\ufeffexport const ARTICLES\n=\n[\n"Title: T"\n]',
        'MY_ARTICLES = [4]; x.ARTICLES = [5]; let ARTICLES = ["Title: T"]',
    ],
)
def test_scripts_around_the_array(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == [Entry("b.js!/1", b"Title: T")]


def test_an_empty_array(tmp_path: Path) -> None:
    assert read(tmp_path, "const ARTICLES = [ ];") == []


TWO_LINES = 'const ARTICLES = [\n  "Title: One",\n'


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("let x = 1;", 1, 1, "no bundle of articles"),
        (TWO_LINES + '  {"title": T}\n];', 3, 13, "not JSON: Expecting value, in element 2"),
        (TWO_LINES + '  "纱厂" "纱厂"\n];', 3, 8, "a comma or the `]`"),
        (TWO_LINES + "  ,\n];", 3, 3, "not JSON: Expecting value, in element 2"),
        (TWO_LINES + '  {"title": "cut', 3, 3, "the file ends inside element 2"),
        (TWO_LINES, 3, 1, "the file ends before the `]`"),
        (TWO_LINES.encode() + b'  "\xe7\xba\xb1\xff"];', 3, 5, "not UTF-8: byte 0xff"),
        (TWO_LINES.encode() + b'  "\xe7\xba', 3, 4, "not UTF-8: byte 0xe7"),
        (TWO_LINES + "  " + "[" * 200_000, 3, 3, "nested too deeply"),
    ],
    ids=lambda value: str(value)[:24] if isinstance(value, str) else "",
)
def test_the_first_malformed_place(tmp_path: Path, text: str | bytes, line: int, column: int, says: str) -> None:
    *before, last = read(tmp_path, text)
    assert last.path == "b.js"
    assert last.problem
    assert (last.problem.code, last.problem.line, last.problem.column) == ("bundle-broken", line, column)
    assert says in last.problem.message
    assert [entry.data for entry in before][:1] == ([b"Title: One"] if "One" in str(text) else [])


def test_an_element_that_is_no_article_does_not_end_the_bundle(tmp_path: Path) -> None:
    entries = read(tmp_path, '// c\nARTICLES = [7, null, [],\n {"id": 1},\n "\\ud800", "Title: T"]')
    assert [entry.problem and (entry.problem.line, entry.problem.column) for entry in entries] == [
        (2, 13),
        (2, 16),
        (2, 22),
        (3, 2),
        (4, 2),
        None,
    ]
    assert entries[3].problem
    assert "found id" in entries[3].problem.message
    assert entries[-1] == Entry("b.js!/6", b"Title: T")


def test_too_many_bad_elements(tmp_path: Path) -> None:
    entries = read(tmp_path, script([1] * 50), limits=Limits(problems=3))
    assert [entry.problem.code for entry in entries if entry.problem] == ["bundle-broken"] * 3 + ["archive-too-many"]


def test_an_element_too_large(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, script(["x" * 300_000]), limits=Limits(article=100_000))
    assert entry.problem
    assert entry.problem.message == "element 1 is too large for an article; the limit is 97 KiB"
    assert (entry.problem.line, entry.problem.column) == (2, 3)


def test_a_gzip_bomb(tmp_path: Path) -> None:
    packed = gzip.compress(b'const ARTICLES = ["' + b"x" * 40_000_000)
    (entry,) = read(tmp_path, packed, "b.js.gz")
    assert entry.problem
    assert entry.problem.code == "archive-too-large"


@pytest.mark.parametrize("cut", [5, 40])
def test_gzip_cut_short(tmp_path: Path, cut: int) -> None:
    (entry,) = read(tmp_path, gzip.compress(script([ARTICLE]).encode())[:cut], "b.js.gz")
    assert entry.problem
    assert entry.problem.code == "bundle-broken"
    assert "cut short" in entry.problem.message


@pytest.mark.parametrize(
    "path",
    ["../up.md", "/etc/passwd", "C:/x.md", "a\\b.md", "a\nb.md", ""],
    ids=["up", "root", "drive", "back", "nl", "none"],
)
def test_a_path_not_to_be_trusted_gives_way_to_the_number(tmp_path: Path, path: str) -> None:
    assert [entry.path for entry in read(tmp_path, script([ARTICLE | {"path": path}]))] == ["b.js!/1"]


@pytest.mark.parametrize(
    ("element", "text"),
    [
        ({"Title": "A\nB", "Page-Number": None, "content": "x"}, "Title: A B\nPage:\n\nx\n"),
        ({"title": "A", "page_no": "3", "text": "x"}, "Title: A\nPage: 3\n\nx\n"),
        ({"title": "A", "edition": "4", "content": "x"}, "Title: A\nEdition: 4\n\nx\n"),
        ({"title": "ignored", "content": "Title: A\n\nx"}, "Title: A\n\nx"),
        (
            {
                "title": "A",
                "date": "1951-02-03",
                "page": "2",
                "en": "E.",
                "zh": "中。",
                "headline": "题",
                "column": "栏",
            },
            "Title: A\nDate: 1951-02-03\nPage: 2\n\nE." + BETWEEN + "### 题\n\n1951-02-03\n第2版()\n专栏：栏\n\n中。\n",
        ),
        ({"body": "E.", "original": "### 题\n中。"}, "\nE." + BETWEEN + "### 题\n中。\n"),
        ("Title: A", "Title: A"),
    ],
)
def test_objects_of_other_makes(element: object, text: str) -> None:
    assert article_text(element) == text


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=40), max_size=8), st.booleans())
def test_any_strings_come_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str], ascii_only: bool) -> None:
    text = "const ARTICLES = " + json.dumps(texts, ensure_ascii=ascii_only) + ";"
    entries = read(tmp_path_factory.mktemp("bundle"), text)
    assert [entry.data for entry in entries] == [string.encode() for string in texts]


@given(st.binary(max_size=200))
def test_any_bytes_end_in_one_problem_at_most(tmp_path_factory: pytest.TempPathFactory, tail: bytes) -> None:
    entries = read(tmp_path_factory.mktemp("bundle"), b'ARTICLES = ["Title: T"' + tail)
    assert sum(entry.path == "b.js" for entry in entries) <= 1


def test_elements_across_the_edges_of_the_window(tmp_path: Path) -> None:
    texts = [f"Title: {number}\n" + '纱"\\\n' * (number * 37) for number in range(120)]
    assert [entry.data for entry in read(tmp_path, script(texts))] == [text.encode() for text in texts]


def test_memory_is_flat(tmp_path: Path) -> None:
    path = tmp_path / "big.js"
    element = json.dumps(ARTICLE | {"content": HALVES + "纱" * 4_000}, ensure_ascii=False)
    with path.open("w", encoding="utf-8") as file:
        file.write("const ARTICLES = [" + element)
        for _ in range(2_000):
            file.write(",\n" + element)
        file.write("];")
    tracemalloc.start()
    count = sum(entry.data is not None for entry in discover([str(path)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 2_001
    assert peak < 2_000_000  # the file has 25 MB
