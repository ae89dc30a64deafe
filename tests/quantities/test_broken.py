"""Paragraphs of the original that were broken in mid-sentence: numbers and dates are read over the break."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reading import read

from duizhao.schema.parse import parse
from duizhao.schema.tree import Article
from duizhao.source import Source, Span
from duizhao.validator.align import Alignment, Bead
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding
from duizhao.validator.pairing.broken import Break, Rejoined, brought_together, signs
from duizhao.validator.running.engine import check_article

HEAD = "湖水大漲"


def issue(zh: str, en: str) -> Article:
    """An article of an issue; `|` breaks a paragraph, `#` a page as well."""
    chinese = zh.replace("|", "</p>\n<p>").replace("#", "</p>\n<h2>Page 2</h2>\n<p>")
    text = (
        '<!DOCTYPE html>\n<html><body>\n<div class="pane"><h1>1936.05.04</h1>\n<h2>Page 1</h2>\n'
        f"<h3>{HEAD}</h3>\n<p>{chinese}</p>\n</div>\n"
        '<div class="pane"><h1>1936.05.04</h1>\n<h2>Page 1</h2>\n'
        f"<h3>Lake Rises</h3>\n<p>{en.replace('|', '</p> <p>')}</p>\n</div>\n</body></html>\n"
    )
    (article,) = read("1936.05.04.html", text.encode())
    assert isinstance(article, Article)
    return article


def single(zh: str, en: str) -> Article:
    """The same as an article file."""
    lines = zh.replace("#", "|").split("|")
    body = "".join(f"    {line}\n" for line in lines)
    text = (
        "Title: Lake Rises\nAuthor: \nDate: 1950-05-04\nPage: 1\n\n"
        + en.replace("|", "\n\n")
        + f"\n\n<hr /> \n\nOriginal: \n\n\n### {HEAD}\n\n1950-05-04\n第1版()\n专栏：\n\n{body}"
    )
    return parse(Source.decode("a.md", text.encode()))


def told(article: Article) -> list[Finding]:
    return [one for one in check_article(article, Settings()) if one.rule[0] in "ND"]


BROKEN = {
    "a number": (
        "連日大雨、湖水漲五尺、淹田一千|二百畝、居民多遷高處、",
        "After days of rain the lake rose 5 chi, flooding 1,200 mu; most people have moved to higher ground.",
    ),
    "and a page": (
        "湖水漲五尺、淹田一萬三千#二百四十五畝、居民遷居、",
        "The lake rose 5 chi, flooding 13,245 mu; the people who live there have been moved.",
    ),
    "and signs of it": (
        "湖水漲五尺、淹田一萬三千|〔下轉第二版〕#（上文接第一版）二百四十五畝、居民遷居、",
        "The lake rose 5 chi, flooding 13,245 mu; the people who live there have been moved.",
    ),
    "a month and its day": ("湖水漲五尺、縣府定三月|五日開會、", "The lake rose 5 chi; the county meets on March 5th."),
    "a month": ("湖水漲五尺、縣府定三|月五日開會、", "The lake rose 5 chi; the county meets on March 5th."),
    "a unit": ("湖水漲五尺、損失三百七十五|元、居民稱謝、", "The lake rose 5 chi; 375 yuan were lost."),
    "three pieces": ("湖水漲五尺、淹田一萬|三千|二百畝、", "The lake rose 5 chi, flooding 13,200 mu."),
}


@pytest.mark.parametrize(("zh", "en"), BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("layout", [issue, single])
def test_what_was_broken_is_read_as_one(layout: Callable[[str, str], Article], zh: str, en: str) -> None:
    assert told(layout(zh, en)) == []


def test_at_the_end_of_a_page_whatever_the_lengths_say() -> None:
    zh = "連日大雨、湖水漲五尺、居民多遷高處、縣府已派員前往查勘、計淹田一千#二百畝、現水勢已退、災民陸續返里、"
    en = (
        "After days of rain the lake rose 5 chi; people moved, and the county has sent men to see; they say it flooded|"
        "1,200 mu; now the water falls, and the refugees are going home."
    )
    assert told(issue(zh, en)) == []


def test_a_wrong_one_is_told_once_with_its_places_in_both_lines_of_the_page() -> None:
    (found,) = told(
        issue(
            "湖水漲五尺、淹田一千#二百畝、居民遷居、", "The lake rose 5 chi, flooding 1,300 mu; the people have moved."
        )
    )
    assert found.zh is not None
    assert (found.rule, found.zh.line, found.zh.column) == ("N101", 6, 12)
    assert (found.zh.end_line, found.zh.end_column, "".join(found.zh.text.split())) == (8, 7, "一千二百畝")


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("湖南　三百|二百人到會、", "Hunan: 300; 200 people came to the meeting."),
        ("第一組三百|二月開會、", "The first group has 300; it meets in February."),
        ("收洋五元、|六元、", "5 yuan and 6 yuan were received."),
    ],
)
def test_lines_that_say_the_same_as_they_stand_stay_apart(zh: str, en: str) -> None:
    assert told(single(zh, en)) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("〔下转第二版〕", ["〔下转第二版〕"]),
        ("淹田一千〔下转第二版〕", ["〔下转第二版〕"]),
        ("（上文接第一版）二百亩", ["（上文接第一版）"]),
        ("淹田一千（续前页）", ["（续前页）"]),
        ("淹田一千。下接第3版", ["下接第3版"]),
        ("（未完，转第四版）", ["（未完，转第四版）"]),
        ("本报第二版转载此文", []),
        ("接第二批货，又转第三团", []),
    ],
)
def test_signs_that_a_text_goes_on(words: str, found: list[str]) -> None:
    assert sorted({words[start:end] for start, end in signs(words, 0, len(words))}, key=len)[-1:] == found


@pytest.mark.parametrize("en", ["", " (Continued on page 2)", " [Continued on Page 2]", " (continued from page 1)"])
def test_a_sign_of_either_language_is_no_number(en: str) -> None:
    assert told(issue("湖水漲五尺、居民遷居、〔下轉第二版〕", f"The lake rose 5 chi; people moved.{en}")) == []


def test_pieces_are_brought_together_over_what_stands_between() -> None:
    beads = (Bead((0,), (0,)), Bead((), (1,)), Bead((1,), (2,)), Bead((2,), (3,)))
    page = Break(0, 2, Span(0, 0), marked=True)
    assert brought_together(Alignment(beads, 4.0), [page]).beads == (Bead((0, 1), (0, 1, 2)), Bead((2,), (3,)))


def test_places_of_a_text_without_its_gaps() -> None:
    whole = Rejoined.of("ab--cd---ef", (Span(2, 4), Span(6, 9)))
    assert whole.text == "abcdef"
    assert [whole.origin(n) for n in range(7)] == [0, 1, 4, 5, 9, 10, 11]
    assert [whole.origin(n, end=True) for n in range(7)] == [0, 1, 2, 5, 6, 10, 11]
    assert [whole.place(n) for n in (0, 1, 2, 4, 5, 6, 9, 11)] == [0, 1, 2, 2, 3, 4, 4, 6]


def test_no_article_has_breaks_where_sentences_end() -> None:
    assert Case(single("湖水漲五尺、|居民遷居、", "The lake rose 5 chi.|People moved."), Settings()).breaks == ()
