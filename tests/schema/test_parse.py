"""The parser: what it makes of every way in which article files are written, and where it says each part stands."""

from __future__ import annotations

import itertools
import re
import time
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.schema.parse import parse
from duizhao.schema.tree import Article, Chinese, English, Field, Paragraph
from duizhao.source import Source

HEADER = "Title: A Good Harvest\nAuthor:\nDate: 1958-10-13\nPage: 2\n"
ENGLISH = "\nThe harvest was good.\n"
CUT = "\n\n\n<hr /> \n\nOriginal: \n\n\n"
CHINESE = "### 丰收\n\n1958-10-13\n第2版()\n专栏：\n\n    今年丰收。\n"


def _parse(text: str) -> Article:
    return parse(Source("a.txt", text))


def _oddities(article: Article) -> list[tuple[str, str]]:
    return [(odd.code, article.source.text[odd.start : odd.end]) for odd in article.oddities]


def _texts(fields: tuple[Field, ...] | tuple[Paragraph, ...]) -> list[str]:
    return [field.text for field in fields]


def test_the_usual_article() -> None:
    article = _parse(HEADER + ENGLISH + CUT + CHINESE)
    assert [line.name for line in article.english.headers] == ["Title", "Author", "Date", "Page"]
    assert [line.value.text for line in article.english.headers] == ["A Good Harvest", "", "1958-10-13", "2"]
    assert _texts(article.english.paragraphs) == ["The harvest was good."]
    assert _texts(article.chinese.paragraphs) == ["今年丰收。"]
    assert article.oddities == ()
    assert article.source.position(article.chinese.paragraphs[0].start) == (21, 5)
    assert article.source.position(article.chinese.paragraphs[0].end) == (21, 10)


HEADERS = {
    "usual": (HEADER, ["Title=A Good Harvest", "Author=", "Date=1958-10-13", "Page=2"]),
    "blank between author label and its value": (
        "Title: A\nAuthor: \nDate: 1958-10-13\nPage: 2\n",
        ["Title=A", "Author=", "Date=1958-10-13", "Page=2"],
    ),
    "no space after the colon": (
        "Title:A\nAuthor:B\nDate:1958-10-13\nPage:2\n",
        ["Title=A", "Author=B", "Date=1958-10-13", "Page=2"],
    ),
    "blank lines between": (
        "\n\nTitle: A\n\nAuthor: B\n \nDate: 1958-10-13\n\n\nPage: 2\n\n",
        ["Title=A", "Author=B", "Date=1958-10-13", "Page=2"],
    ),
    "edition of old files": (
        "Title: A\nAuthor:\nDate: 1947-03-02\nEdition: 1\n",
        ["Title=A", "Author=", "Date=1947-03-02", "Edition=1"],
    ),
    "another order": (
        "Date: 1958-10-13\nTitle: A\nPage: 2\nAuthor: B\n",
        ["Date=1958-10-13", "Title=A", "Page=2", "Author=B"],
    ),
    "full-width colon and indents": (
        "　Title：A\n\tAuthor : B\n  Date:  1958-10-13  \nPage:\t2\n",
        ["Title=A", "Author=B", "Date=1958-10-13", "Page=2"],
    ),
    "other cases": (
        "TITLE: A\nauthor: B\nDATE: 1958-10-13\npage: 2\n",
        ["Title=A", "Author=B", "Date=1958-10-13", "Page=2"],
    ),
    "slips of the pen": (
        "Tilte: A\nAuther: B\nDat: 1958-10-13\nPagee: 2\n",
        ["Title=A", "Author=B", "Date=1958-10-13", "Page=2"],
    ),
    "repeated": (
        "Title: A\nTitle: B\nAuthor:\nDate: 1958-10-13\nPage: 2\n",
        ["Title=A", "Title=B", "Author=", "Date=1958-10-13", "Page=2"],
    ),
    "a colon in the title": (
        'Title: "Small and Many": 15,000 Tons\nAuthor:\nDate: 1958-10-13\nPage: 2\n',
        ['Title="Small and Many": 15,000 Tons', "Author=", "Date=1958-10-13", "Page=2"],
    ),
    "CRLF": (
        "Title: A\r\nAuthor:\r\nDate: 1958-10-13\r\nPage: 2\r\n",
        ["Title=A", "Author=", "Date=1958-10-13", "Page=2"],
    ),
    "none": ("", []),
}


@pytest.mark.parametrize(("header", "expected"), HEADERS.values(), ids=HEADERS)
def test_header(header: str, expected: list[str]) -> None:
    article = _parse(header + ENGLISH + CUT + CHINESE)
    assert [f"{line.name}={line.value.text}" for line in article.english.headers] == expected
    assert _texts(article.english.paragraphs) == ["The harvest was good."]
    assert article.oddities == ()


def test_a_header_line_knows_its_label() -> None:
    article = _parse("  Tilte ： A\n")
    (line,) = article.english.headers
    assert (line.label, article.source.text[line.start : line.label_end]) == ("Tilte", "Tilte ：")


def test_no_blank_line_after_the_header() -> None:
    article = _parse(HEADER + "The harvest was good." + CUT + CHINESE)
    assert article.english.value("Page") == "2"
    assert _texts(article.english.paragraphs) == ["The harvest was good."]


def test_a_line_that_went_astray_in_the_header() -> None:
    article = _parse("Title: A\nTranslated by machine\nAuthor:\nDate: 1958-10-13\nPage: 2\n" + ENGLISH)
    assert article.english.value("Page") == "2"
    assert _oddities(article) == [("header-stray-line", "Translated by machine")]
    assert _texts(article.english.paragraphs) == ["The harvest was good."]


def test_a_label_in_the_text_is_text() -> None:
    article = _parse(HEADER + "\nThe slogan is:\nTitle: none\nDate: unknown\n" + CUT + CHINESE)
    assert _texts(article.english.paragraphs) == ["The slogan is:", "Title: none", "Date: unknown"]
    assert article.english.value("Title") == "A Good Harvest"


class Head(NamedTuple):
    """What stands above the Chinese body; None for what is not there."""

    headline: str | None = "丰收"
    author: str | None = None
    date: str | None = "1958-10-13"
    page: str | None = "2"
    column: str | None = ""
    export: str | None = None


CHINESE_HEADS = {
    "usual": (CHINESE, Head()),
    "an author": ("### 丰收\n柏青\n1958-10-13\n第2版()\n专栏：\n\n    今年丰收。", Head(author="柏青")),
    "an institution": ("### 丰收\n新华社 \n1958-10-13\n第2版()\n专栏：\n\n    今年丰收。", Head(author="新华社")),
    "no author line": ("### 丰收\n1958-10-13\n第2版()\n专栏：\n    今年丰收。", Head()),
    "a column": ("### 丰收\n\n1958-10-13\n第2版()\n专栏：读者来信\n\n    今年丰收。", Head(column="读者来信")),
    "a column with another colon": ("### 丰收\n\n1958-10-13\n第2版()\n专栏: 通讯 \n今年丰收。", Head(column="通讯")),
    "a title deck": ("### 克服困难  丰收\n\n1958-10-13\n第2版()\n专栏：\n今年丰收。", Head(headline="克服困难  丰收")),
    "no headline": ("1958-10-13\n第2版()\n专栏：\n今年丰收。", Head(headline=None)),
    "no head at all": ("今年丰收。", Head(None, None, None, None, None)),
    "tabs and ideographic spaces": (
        "　### 丰收\n　1958-10-13　\n\t第2版()\n　专栏：\n　　今年丰收。",
        Head(),
    ),
    "page above the date": ("### 丰收\n\n第2版()\n1958-10-13\n专栏：\n今年丰收。", Head()),
    "a date in Chinese": ("### 丰收\n\n1958年10月13日\n第2版()\n专栏：\n今年丰收。", Head(date="1958年10月13日")),
    "page in words": ("### 丰收\n\n1958-10-13\n第二版()\n专栏：\n今年丰收。", Head(page="二")),
    "no page number": ("### 丰收\n\n1958-10-13\n第版()\n专栏：\n今年丰收。", Head(page="")),
    "an export line": (
        "### 丰收\n\n1958-10-13\n第2版()\n专栏：\n<REC>〈日期〉=1958.10.13\n今年丰收。",
        Head(export="<REC>〈日期〉=1958.10.13"),
    ),
    "CRLF": ("### 丰收\r\n柏青\r\n1958-10-13\r\n第2版()\r\n专栏：\r\n\r\n    今年丰收。\r\n", Head(author="柏青")),
}


@pytest.mark.parametrize(("chinese", "expected"), CHINESE_HEADS.values(), ids=CHINESE_HEADS)
def test_chinese_head(chinese: str, expected: Head) -> None:
    article = _parse(HEADER + ENGLISH + CUT + chinese)
    half = article.chinese
    found = (half.headline, half.author, half.date, half.page, half.column, half.export)
    assert Head(*(field.text if field else None for field in found)) == expected
    assert _texts(half.paragraphs) == ["今年丰收。"]
    assert article.oddities == ()


def test_a_long_line_between_headline_and_date_is_no_author() -> None:
    article = _parse(HEADER + ENGLISH + CUT + "### 丰收\n" + "今年丰收。" * 20 + "\n1958-10-13\n第2版()\n")
    assert article.chinese.author is None
    assert article.chinese.paragraphs[0].text == "今年丰收。" * 20


def test_a_repeated_date_line() -> None:
    article = _parse(HEADER + ENGLISH + CUT + "### 丰收\n1958-10-13\n1958-10-14\n第2版()\n今年丰收。\n")
    assert article.chinese.date is not None
    assert article.chinese.date.text == "1958-10-13"
    assert _oddities(article) == [("chinese-date-repeated", "1958-10-14")]


TEXT_IN_THE_HEAD = {
    "after the page": ("第2版 产煤三万吨", "2", ["产煤三万吨"]),
    "after the page and its brackets": ("第2版()产煤三万吨", "2", ["产煤三万吨"]),
    "in the brackets": ("第2版(增刊)", "2", ["(增刊)"]),
    "after brackets of full width": ("第2版（）　产煤三万吨", "2", ["产煤三万吨"]),
    "a long one": ("第2版 " + "产煤三万吨，" * 20, "2", ["产煤三万吨，" * 20]),
    "a long one after the brackets": ("第2版()" + "产煤三万吨，" * 20, "2", ["产煤三万吨，" * 20]),
    "a sentence that begins so is no page": ("第2版上刊登了关于全县产煤三万吨的消息。", None, None),
    "no blank between": ("第2版产煤三万吨", "2", ["产煤三万吨"]),
    "after a second page": ("第2版()\n第3版 产煤", "2", ["产煤"]),
    "after the column": ("第2版()\n专栏：" + "产煤三万吨，" * 20, "2", ["产煤三万吨，" * 20]),
}


@pytest.mark.parametrize(("line", "page", "text"), TEXT_IN_THE_HEAD.values(), ids=TEXT_IN_THE_HEAD)
def test_text_on_a_line_of_the_head_is_text(line: str, page: str | None, text: list[str] | None) -> None:
    article = _parse(HEADER + ENGLISH + CUT + f"### 丰收\n\n1958-10-13\n{line}\n今年丰收。\n")
    assert (article.chinese.page.text if article.chinese.page else None) == page
    assert _texts(article.chinese.paragraphs) == [*(text or [line]), "今年丰收。"]
    said = [words for code, words in _oddities(article) if code == "chinese-head-text"]
    assert said == (text or [])


def test_the_head_goes_on_below_text_on_its_lines() -> None:
    article = _parse(HEADER + ENGLISH + CUT + "### 丰收\n\n第2版 产煤三万吨\n1958-10-13\n专栏：通讯\n今年丰收。\n")
    assert _texts(article.chinese.paragraphs) == ["产煤三万吨", "今年丰收。"]
    assert article.chinese.date is not None
    assert article.chinese.column is not None
    assert article.chinese.column.text == "通讯"


class Halves(NamedTuple):
    english: list[str]
    chinese: list[str]
    oddities: list[tuple[str, str]]


HALVES = {
    "usual": (HEADER + ENGLISH + CUT + CHINESE, Halves(["The harvest was good."], ["今年丰收。"], [])),
    "a rule of another form": (
        HEADER + ENGLISH + "\n<HR>\noriginal：\n" + CHINESE,
        Halves(["The harvest was good."], ["今年丰收。"], []),
    ),
    "no rule": (
        HEADER + ENGLISH + "\nOriginal:\n" + CHINESE,
        Halves(["The harvest was good."], ["今年丰收。"], [("separator-missing", "Original:")]),
    ),
    "no `Original:`": (
        HEADER + ENGLISH + "\n<hr />\n" + CHINESE,
        Halves(["The harvest was good."], ["今年丰收。"], [("original-missing", "<hr />")]),
    ),
    "neither": (
        HEADER + ENGLISH + CHINESE,
        Halves(["The harvest was good."], ["今年丰收。"], [("separator-missing", "### 丰收")]),
    ),
    "Chinese on the line of `Original:`": (
        HEADER + ENGLISH + "<hr />\nOriginal: " + CHINESE,
        Halves(["The harvest was good."], ["今年丰收。"], [("original-not-alone", "Original: ### 丰收")]),
    ),
    "a rule in the Chinese": (
        HEADER + ENGLISH + "\nOriginal:\n### 丰收\n1958-10-13\n今年丰收。\n<hr />\n明年更好。\n",
        Halves(
            ["The harvest was good."],
            ["今年丰收。", "<hr />", "明年更好。"],
            [("separator-missing", "Original:")],
        ),
    ),
    "only English": (HEADER + ENGLISH, Halves(["The harvest was good."], [], [])),
    "only a header": (HEADER, Halves([], [], [])),
    "only Chinese": (CHINESE, Halves([], ["今年丰收。"], [("separator-missing", "### 丰收")])),
    "Chinese without a headline": (
        "今年丰收。\n明年更好。\n",
        Halves([], ["今年丰收。", "明年更好。"], [("separator-missing", "今年丰收。")]),
    ),
    "nothing": ("", Halves([], [], [])),
    "nothing but blanks": (" \n\t\n　\n", Halves([], [], [])),
    "no final newline": (
        HEADER + ENGLISH + CUT + CHINESE.rstrip(),
        Halves(["The harvest was good."], ["今年丰收。"], []),
    ),
    "several paragraphs, other indents": (
        HEADER
        + "\nOne.\nTwo.\n\n\tThree.\n"
        + CUT
        + "### 丰收\n\n1958-10-13\n第2版()\n专栏：\n　　一。\n\n\t二。\n三。",
        Halves(["One.", "Two.", "Three."], ["一。", "二。", "三。"], []),
    ),
}


@pytest.mark.parametrize(("text", "expected"), HALVES.values(), ids=HALVES)
def test_halves(text: str, expected: Halves) -> None:
    article = _parse(text)
    found = Halves(_texts(article.english.paragraphs), _texts(article.chinese.paragraphs), _oddities(article))
    assert found == expected


@pytest.mark.parametrize(
    "line", ["**Named Entities**", "**Named Entities:**", "Named Entities:", "### Named Entities", "named entities"]
)
def test_named_entities(line: str) -> None:
    article = _parse(f"{HEADER}{ENGLISH}\n{line}\n\n丰收 Good Harvest\n  毛主席 Chairman Mao\n{CUT}{CHINESE}")
    assert _texts(article.english.entities) == ["丰收 Good Harvest", "毛主席 Chairman Mao"]
    assert _texts(article.english.paragraphs) == ["The harvest was good."]


DECKS = {
    "the headline again": ("### 克服困难  丰收", ["克服困难", "丰收", "今年丰收。"], [True, True, False]),
    "the author again": ("### 丰收\n柏青", ["丰收", "柏青", "今年丰收。"], [True, True, False]),
    "not below the text": ("### 丰收", ["今年北方各地庄稼长得都比往年好得多，农民高兴。", "丰收"], [False, False]),
    "one character is too little": ("### 丰收", ["丰", "今年丰收。"], [False, False]),
}


@pytest.mark.parametrize(("head", "body", "expected"), DECKS.values(), ids=DECKS)
def test_deck(head: str, body: list[str], expected: list[bool]) -> None:
    author = "" if "\n" in head else "\n"
    article = _parse(f"{HEADER}{ENGLISH}{CUT}{head}{author}\n1958-10-13\n第2版()\n专栏：\n" + "\n".join(body))
    assert [(p.text, p.deck) for p in article.chinese.paragraphs] == list(zip(body, expected, strict=True))


# ---------------------------------------------------------------- any text at all

PIECES = st.one_of(
    st.sampled_from(
        [
            *("Title: A", "Author:", "Author: 柏青", "Date: 1958-10-13", "Page: 2", "Edition: 1", "Tilte：", "Title"),
            *("<hr />", "<hr>", "Original:", "Original: 丰收", "### 丰收", "#", "1958-10-13", "1958.2.30", "第2版()"),
            *(
                "第版",
                "第2版 产煤三万吨",
                "第2版（）增刊",
                "第3版()版",
                "专栏：",
                "专栏：" + "产煤三万吨。" * 12,
                "专栏：通讯",
                "<REC>",
                "**Named Entities**",
                "The harvest.",
                "今年丰收。",
                "",
                " ",
                "　",
            ),
        ]
    ),
    st.text("TilePagDu:：#<hr/>第2版专()（） \t　\r\x0b\u2028今", max_size=12),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
)
ENDS = st.sampled_from(["\n", "\r\n", "\n\n", "\n　", "\r"])
MESS = st.lists(st.tuples(PIECES, ENDS), max_size=24).map(lambda parts: "".join(piece + end for piece, end in parts))


def _fields(article: Article) -> Iterator[Field | Paragraph]:
    """Every part of an article, in the order of the file."""
    english: English = article.english
    chinese: Chinese = article.chinese
    yield from (line.value for line in english.headers)
    yield from english.paragraphs
    yield from english.entities
    yield from (field for field in (article.separator, article.original) if field)
    head = (chinese.headline, chinese.author, chinese.date, chinese.page, chinese.column, chinese.export)
    yield from sorted((field for field in head if field), key=lambda field: field.start)
    yield from chinese.paragraphs


@given(MESS)
def test_every_part_stands_where_it_is_said_to(text: str) -> None:
    article = _parse(text)
    for field in _fields(article):
        assert field.text == text[field.start : field.end]
        assert field.text == field.text.strip()
    assert all(line.label == line.label.strip(" \t:：") for line in article.english.headers)
    assert all(0 <= odd.start <= odd.end <= len(text) for odd in article.oddities)


@given(MESS)
def test_no_two_parts_overlap(text: str) -> None:
    spans = [(field.start, field.end) for field in _fields(_parse(text)) if field.end > field.start]
    original = _parse(text).original
    if original:  # the Chinese may begin on its line
        spans.remove((original.start, original.end))
    assert spans == sorted(spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))


MARK = re.compile(
    r"""\#{1,6}                                # of a headline
      | 第 | 版\s*(?:\(\s*\)|（\s*）)?          # around the number of a page
      | 第\s*版\s*(?:\(\s*\)|（\s*）)?         # around no number
      | 专栏[：:]
      | (?:\*\*|\#{1,6}[ ]+)?named\ entities(?:\*\*)?(?:\s*[:：])?(?:\s*\*\*)?""",
    re.VERBOSE | re.IGNORECASE,
)
"""What the format itself writes: the only thing that may stand in no part."""


@settings(deadline=None)
@given(MESS)
def test_every_character_is_in_some_part(text: str) -> None:
    article = _parse(text)
    covered = bytearray(len(text))
    marks = [(line.start, line.value.end) for line in article.english.headers]
    marks += [(field.start, field.end) for field in _fields(article)]
    marks += [(odd.start, odd.end) for odd in article.oddities]
    for start, end in marks:
        covered[start:end] = b"\1" * (end - start)
    left = "".join("\0" if seen else char for char, seen in zip(text, covered, strict=True))
    pieces = [piece.strip() for piece in re.split("[\0\n]+", left)]
    assert [piece for piece in pieces if piece and not MARK.fullmatch(piece)] == []


HOSTILE = {
    "blanks": lambda n: " " * n,
    "ideographic spaces": lambda n: "　" * n,
    "hashes": lambda n: "### " * n,
    "labels": lambda n: "Title:\n" * (n // 7),
    "rules": lambda n: "<hr" + " " * n,
    "entities": lambda n: "**Named Entities**" + " " * n + "x",
    "original": lambda n: "Original" + "\t" * n,
    "pages": lambda n: "Original:\n第" + " " * n,
    "one line": lambda n: "丰" * n,
    "short lines": lambda n: "丰\n" * (n // 2),
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_the_text_only(make) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    def cost(size: int) -> float:
        text = make(size)
        times = []
        for _ in range(3):
            start = time.process_time()
            _parse(text)
            times.append(time.process_time() - start)
        return min(times)

    assert cost(160_000) < 24 * cost(20_000) + 0.02  # eight times as long; a square would be sixty-four times


def test_an_article_from_a_file_of_another_system() -> None:
    data = b"\xef\xbb\xbf" + (HEADER + ENGLISH + CUT + CHINESE).replace("\n", "\r\n").encode()
    article = parse(Source.decode("a.txt", data))
    assert article.english.value("Title") == "A Good Harvest"
    assert article.chinese.headline == Field("丰收", 121, 123)
    assert article.source.text[121:123] == "丰收"
