"""The record: what JSON holds of an article, and that it gives back the very bytes of its file."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any, get_type_hints

import jsonschema
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from duizhao.schema import record as record_module
from duizhao.schema.parse import parse
from duizhao.schema.record import ChineseRecord, EnglishRecord, Layout, Record, han, record_of, write
from duizhao.source import BOM, Source

SCHEMA: dict[str, Any] = json.loads(
    Path(record_module.__file__).with_name("article.schema.json").read_text(encoding="utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())

USUAL = Record(
    "19581013-02-8f4b3f6d1c2a",
    "1958-10-13",
    2,
    EnglishRecord("A Good Harvest", "", "1958-10-13", "2", "", ("The harvest was good.", "So it was."), ()),
    ChineseRecord("丰收", "", "1958-10-13", "2", "", "", ("今年丰收。", "是这样。")),
)
USUAL_FILE = """\
Title: A Good Harvest
Author:
Date: 1958-10-13
Page: 2

The harvest was good.

So it was.



<hr />\x20

Original:\x20


### 丰收

1958-10-13
第2版()
专栏：

    今年丰收。
    是这样。
"""


def _read(data: bytes) -> Record:
    return record_of(parse(Source.decode("a.txt", data)))


# ---------------------------------------------------------------- articles in every variation

WORDS = st.lists(
    st.sampled_from(["The", "harvest", "of", "1958", "was", "15,000 tons,", "“good”", "and", "rose", "by 30%."]),
    min_size=1,
    max_size=8,
).map(" ".join)
HAN = st.text("今年丰收产煤一万五千吨，。“”日报社会主义", min_size=1, max_size=24)
SPACES = st.sampled_from(["", " ", "  ", "\t", "　"])
GAPS = st.sampled_from(["\n", "\n\n", "\n \n", "\n\n\n"])
INDENTS = st.sampled_from(["", "    ", "　　", "\t", " 　"])


@st.composite
def headers(draw: st.DrawFn) -> str:
    colon = draw(st.sampled_from([":", ": ", "：", " : "]))
    number = draw(st.sampled_from(["Page", "Edition"]))
    lines = [
        f"Title{colon}{draw(WORDS)}",
        f"Author{colon}{draw(st.sampled_from(['', 'Bai Qing', 'Xinhua News Agency']))}",
        f"Date{colon}{draw(st.sampled_from(['1958-10-13', '1947-3-2', '1958.10.13', 'October']))}",
        f"{number}{colon}{draw(st.sampled_from(['2', '12', 'two', '']))}",
    ]
    if draw(st.booleans()):
        lines = draw(st.permutations(lines))
    return "".join(line + draw(SPACES) + draw(GAPS) for line in lines)


@st.composite
def english_halves(draw: st.DrawFn) -> str:
    body = "".join(draw(INDENTS) + text + draw(SPACES) + draw(GAPS) for text in draw(st.lists(WORDS, max_size=4)))
    if draw(st.booleans()):
        entities = draw(st.lists(HAN.map(lambda han: f"{han} Good Harvest"), max_size=3))
        body += "**Named Entities**\n\n" + "".join(entity + draw(GAPS) for entity in entities)
    return draw(headers()) + draw(GAPS) + body


@st.composite
def chinese_halves(draw: st.DrawFn) -> str:
    headline = draw(st.lists(HAN, min_size=1, max_size=3).map("  ".join))
    author = draw(st.sampled_from(["", "\n", " \n", "柏青\n", "新华社\n", "　本报记者　柏青 \n"]))
    lines = [
        draw(st.sampled_from(["1958-10-13", "1958年10月13日", "1958-10-32"])),
        draw(st.sampled_from(["第2版()", "第二版()", "第版()", "第12版（副刊）"])),
        draw(st.sampled_from(["专栏：", "专栏：读者来信", "专栏: "])),
    ]
    if draw(st.booleans()):
        lines.append("<REC>〈日期〉=1958.10.13")
    decks = headline.split("  ") if draw(st.booleans()) else []
    body = [*decks, *draw(st.lists(HAN, max_size=4))]
    text = f"### {headline}\n{author}" + "\n".join(lines) + draw(GAPS)
    return text + "".join(draw(INDENTS) + line + draw(SPACES) + draw(GAPS) for line in body)


@st.composite
def article_files(draw: st.DrawFn) -> bytes:
    english = draw(st.one_of(english_halves(), st.just("")))
    chinese = draw(st.one_of(chinese_halves(), st.just("")))
    between = draw(
        st.sampled_from(["\n\n\n<hr /> \n\nOriginal: \n\n\n", "<hr>\nOriginal:\n", "\nOriginal：\n", "<hr/>\n", ""])
    )
    text = english + between + chinese
    if draw(st.booleans()):
        text = text.rstrip()
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return (BOM if draw(st.booleans()) else b"") + text.encode()


@given(article_files())
def test_a_record_gives_back_its_file(data: bytes) -> None:
    assert write(_read(data)) == data


@given(article_files())
def test_so_it_does_after_json(data: bytes) -> None:
    record = _read(data)
    again = Record.from_json(json.loads(json.dumps(record.to_json())))
    assert again == record
    assert write(again) == data


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_text_comes_back(text: str) -> None:
    assert write(_read(text.encode())) == text.encode()


@given(article_files())
def test_without_its_layout_a_record_keeps_what_it_says(data: bytes) -> None:
    record = _read(data)
    assume(record.english.title and record.chinese.headline)  # the canonical layout is that of a whole article
    again = _read(write(record._replace(layout=None)))
    assert (again.id, again.date, again.english.paragraphs) == (record.id, record.date, record.english.paragraphs)
    assert again.chinese == record.chinese


# ---------------------------------------------------------------- the canonical layout


def test_the_canonical_layout() -> None:
    assert write(USUAL).decode() == USUAL_FILE


def test_the_canonical_layout_needs_no_words() -> None:
    record = _read(USUAL_FILE.encode())
    assert record.layout is None
    assert record._replace(id="") == USUAL._replace(id="")


@pytest.mark.parametrize(
    ("before", "after", "field", "value"),
    [
        ("Author:\n", "Author: Bai Qing\n", "english.author", "Bai Qing"),
        ("Page: 2\n", "Edition: 2\nPage: 2\n", "english.edition", "2"),
        ("### 丰收\n\n", "### 丰收\n柏青\n", "chinese.author", "柏青"),
        ("专栏：\n", "专栏：读者来信\n", "chinese.column", "读者来信"),
    ],
)
def test_values_in_the_canonical_layout(before: str, after: str, field: str, value: str) -> None:
    data = USUAL_FILE.replace(before, after).encode()
    record = _read(data)
    half, name = field.split(".")
    assert getattr(getattr(record, half), name) == value
    assert record.layout is None
    assert write(record) == data


@pytest.mark.parametrize(
    "data",
    [
        BOM + USUAL_FILE.encode(),
        USUAL_FILE.replace("\n", "\r\n").encode(),
        USUAL_FILE.replace("    今", "　　今").encode(),
        USUAL_FILE.rstrip().encode(),
        USUAL_FILE.replace("Author:", "Author: ").encode(),
    ],
)
def test_any_other_layout_is_kept(data: bytes) -> None:
    record = _read(data)
    assert record.layout is not None
    assert "".join(record.layout.parts[::2]).strip() != ""
    assert write(record) == data


# ---------------------------------------------------------------- identity, date and page


def _id(text: str) -> str:
    return _read(text.encode()).id


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The harvest was good.", "The harvest was excellent."),
        ("A Good Harvest", "A Rich Harvest"),
        ("Author:", "Author: Bai Qing"),
        ("今年丰收。", "今年丰收！"),
        ("    今", "　　今"),
        ("\n", "\r\n"),
        ("So it was.", ""),
    ],
)
def test_what_leaves_the_id_as_it_is(before: str, after: str) -> None:
    assert _id(USUAL_FILE.replace(before, after)) == _id(USUAL_FILE)


def test_characters_by_which_an_article_is_known_are_those_of_standard_form() -> None:
    every = (chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000)
    others = {one: standard for one in every if (standard := unicodedata.normalize("NFKC", one)) != one}
    known = {one: "".join(re.findall(r"[\u3400-\u9fff\U00020000-\U0003ffff]", many)) for one, many in others.items()}
    assert {one: han(one) for one in others} == known
    assert len(set(filter(None, known.values()))) > 1_000


@pytest.mark.parametrize(
    ("before", "after"),
    [("### 丰收", "### 大丰收"), ("今年", "明年"), ("第2版", "第3版"), ("1958-10-13\n第", "1958-10-14\n第")],
)
def test_what_changes_the_id(before: str, after: str) -> None:
    assert _id(USUAL_FILE.replace(before, after)) != _id(USUAL_FILE)


@pytest.mark.parametrize(
    ("english", "chinese", "date"),
    [
        ("1958-10-13", "1958-10-14", "1958-10-14"),
        ("1958-10-13", "1958-10-32", "1958-10-13"),
        ("1958-2-29", "1958-10-32", None),
        ("1956-2-29", "", "1956-02-29"),
        ("13 October", "1958年1月3日", "1958-01-03"),
        ("0000-01-01", "", None),
    ],
)
def test_the_date_of_the_issue(english: str, chinese: str, date: str | None) -> None:
    text = USUAL_FILE.replace("Date: 1958-10-13", f"Date: {english}").replace("1958-10-13\n第", f"{chinese}\n第")
    assert _read(text.encode()).date == date


@pytest.mark.parametrize(
    ("english", "chinese", "page"),
    [
        ("Page: 2", "3", 3),
        ("Page: 2", "", 2),
        ("Page: x", "二", 2),
        ("Edition: 4", "", 4),
        ("Page: 1000", "0", None),
    ],
)
def test_the_page_of_the_issue(english: str, chinese: str, page: int | None) -> None:
    text = USUAL_FILE.replace("Page: 2", english).replace("第2版", f"第{chinese}版")
    assert _read(text.encode()).page == page


def test_an_article_without_chinese_has_an_id() -> None:
    one, other = (f"Title: {title}\nDate: 1958-10-13\nPage: 2\n\nText.\n" for title in ("A", "B"))
    assert _id(one).startswith("19581013-02-")
    assert _id(one) != _id(other)


# ---------------------------------------------------------------- the schema


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("cls", "pointer"),
    [
        (Record, ()),
        (EnglishRecord, ("properties", "english")),
        (ChineseRecord, ("properties", "chinese")),
        (Layout, ("properties", "layout")),
    ],
)
def test_the_schema_describes_the_class(cls: type, pointer: tuple[str, ...]) -> None:
    schema = SCHEMA
    for key in pointer:
        schema = schema[key]
    hints = get_type_hints(cls)
    assert list(schema["properties"]) == list(hints)
    assert schema["required"] == [name for name in hints if name != "layout"]
    types = {"string": str, "boolean": bool, "array": tuple[str, ...], "object": object}
    for name, hint in hints.items():
        written = schema["properties"][name]["type"]
        if isinstance(written, list):
            assert hint == {"string": str, "integer": int}[written[0]] | None
        elif written != "object":
            assert hint == types[written]


def _properties(schema: dict[str, Any], path: str = "") -> list[tuple[str, dict[str, Any]]]:
    found = []
    for name, child in schema.get("properties", {}).items():
        found.append((f"{path}.{name}".strip("."), child))
        found += _properties(child, f"{path}.{name}")
    return found


@pytest.mark.parametrize(("name", "schema"), _properties(SCHEMA), ids=[name for name, _ in _properties(SCHEMA)])
def test_each_property_is_documented_and_bounded(name: str, schema: dict[str, Any]) -> None:
    assert schema["title"]
    assert schema["description"].endswith(".")
    kind = schema["type"]
    if kind == "string":
        assert "maxLength" in schema
    if kind == "array":
        assert "maxItems" in schema
    if kind == "object":
        assert schema["additionalProperties"] is False
    else:
        assert schema["examples"], name
    for example in schema.get("examples", []):
        jsonschema.Draft202012Validator(schema).validate(example)


def test_a_sound_article_is_valid() -> None:
    VALIDATOR.validate(_read(USUAL_FILE.encode()).to_json())
    VALIDATOR.validate(_read(USUAL_FILE.replace("\n", "\r\n").encode()).to_json())


@pytest.mark.parametrize(
    ("before", "after", "path"),
    [
        ("Title: A Good Harvest", "Title:", "english.title"),
        ("Date: 1958-10-13", "Date: October 13", "english.date"),
        ("Date: 1958-10-13", "Date: 1958-13-10", "english.date"),
        ("Page: 2", "Page: two", "english.page"),
        ("### 丰收", "", "chinese.headline"),
        ("第2版", "第乙版", "chinese.page"),
        ("So it", "So\x07it", "english.paragraphs.1"),
    ],
)
def test_an_unsound_one_is_not(before: str, after: str, path: str) -> None:
    errors = VALIDATOR.iter_errors(_read(USUAL_FILE.replace(before, after).encode()).to_json())
    assert {".".join(map(str, error.absolute_path)) for error in errors} == {path}
