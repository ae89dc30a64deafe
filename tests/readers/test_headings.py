"""The date in the heading of an issue."""

from __future__ import annotations

import pytest
from made_up_issues import chinese, english, page
from reading import read

from duizhao.schema.eras import ERAS
from duizhao.schema.publication import Publication
from duizhao.schema.readers.issues.headings import date_in_heading
from duizhao.schema.tree import Article
from duizhao.validator.quantities.lexicon import rows, words

EVERY = tuple(ERAS)


def dated(written: str, calendars: tuple[str, ...]) -> tuple[str, str] | None:
    """What is read in a heading, and what of it."""
    text = f"## {written}\n"
    found = date_in_heading(text, 3, len(text) - 1, Publication("lake", calendars=calendars))
    return (found.iso, text[found.start : found.end]) if found else None


@pytest.mark.parametrize(
    ("written", "calendars", "iso", "words"),
    [
        ("1936.05.04: 1936 - 5 - 4923", (), "1936-05-04", "1936.05.04"),
        ("1936.02.30", (), "", "1936.02.30"),
        ("1936.02.30, May 4, 1936", (), "1936-05-04", "May 4, 1936"),
        ("August 6, 1926", (), "1926-08-06", "August 6, 1926"),
        ("7 August, 1926", (), "1926-08-07", "7 August, 1926"),
        ("Friday, 7th of August 1926, No. 12", (), "1926-08-07", "7th of August 1926"),
        ("MONDAY, SEPT. 1st, 1926", (), "1926-09-01", "SEPT. 1st, 1926"),
        ("February 30, 1926", (), "", "February 30, 1926"),
        ("湖報 中華民國二十五年五月四日", ("roc",), "1936-05-04", "民國二十五年五月四日"),
        ("民國廿五年五月卅一日　農曆閏三月", ("roc",), "1936-05-31", "民國廿五年五月卅一日"),
        ("民國三五年十月十日", ("roc",), "1946-10-10", "民國三五年十月十日"),
        ("民国元年1月1日", ("roc",), "1912-01-01", "民国元年1月1日"),
        ("1936.05.04 民國二十六年五月四日", ("roc",), "1936-05-04", "1936.05.04"),
        ("民國二十五年十三月四日", ("roc",), "", "民國二十五年十三月四日"),
        ("民國二十五年二月三十日", ("roc",), "", "民國二十五年二月三十日"),
        ("大正十五年八月六日", ("大正",), "1926-08-06", "大正十五年八月六日"),
        ("昭和元年十二月廿六日", ("大正", "昭和"), "1926-12-26", "昭和元年十二月廿六日"),
        ("康德六年三月一日", ("康德",), "1939-03-01", "康德六年三月一日"),
        ("大同元年3月1日", ("大同",), "1932-03-01", "大同元年3月1日"),
        ("光緒三十四年九月三十日", ("光緒",), "1908-10-24", "光緒三十四年九月三十日"),
        ("宣統元年閏二月初一", ("宣統",), "1909-03-22", "宣統元年閏二月初一"),
        ("宣统三年正月初一日", ("宣統",), "1911-01-30", "宣统三年正月初一日"),
        ("光緒三十年腊月十五日", ("光緒",), "1905-01-20", "光緒三十年腊月十五日"),
        ("宣統元年閏三月初一", ("宣統",), "", "宣統元年閏三月初一"),
        ("光緒三十四年九月三十一日", ("光緒",), "", "光緒三十四年九月三十一日"),
        ("同治十一年三月廿三日 1872.04.30", EVERY, "1872-04-30", "1872.04.30"),
        ("同治十一年三月廿三日", EVERY, "1872-04-30", "同治十一年三月廿三日"),
    ],
)
def test_a_date_in_a_heading(written: str, calendars: tuple[str, ...], iso: str, words: str) -> None:
    assert dated(written, calendars) == (iso, words)


@pytest.mark.parametrize(
    ("written", "calendars"),
    [
        ("1936: 25 - 4925471", EVERY),
        ("1948-9 - 319 - 4960992", EVERY),
        ("Lake Post", EVERY),
        ("民國二十五年五月四日", ("大正", "昭和")),
        ("大正十五年八月六日", ()),
        ("大正十五年八月", ("大正",)),
        ("Founded in May 1926", ()),
    ],
)
def test_a_heading_without_one(written: str, calendars: tuple[str, ...]) -> None:
    assert dated(written, calendars) is None


def test_dates_in_both_headings_are_compared() -> None:
    text = page(chinese(), english(), date="大正十五年八月九日")
    at = text.rindex("大正十五年八月九日")
    text = text[:at] + "August 6, 1926" + text[at + len("大正十五年八月九日") :]
    first = next(iter(read("a.html", text.encode(), Publication("lake", calendars=("大正",)))))
    assert isinstance(first, Article)
    assert first.chinese.date
    assert (first.english.value("Date"), first.chinese.date.text) == ("1926-08-06", "1926-08-09")
    assert first.source.position(first.chinese.date.start).line == 7


def test_the_eras_are_those_of_the_lexicon() -> None:
    reigns = {word: int(row["before"]) for row in rows("reigns.tsv") for word in words(row["zh"])}
    for name, era in ERAS.items():
        if name != "roc":
            assert [reigns[word] for word in era.words if word in reigns] == [era.before]
