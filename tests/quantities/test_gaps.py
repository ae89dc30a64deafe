"""Blanks for characters that were lost: what stands next to them is of no value, in newspapers that have them so."""

from __future__ import annotations

import pytest

from duizhao.schema.parse import parse
from duizhao.schema.publication import Publication
from duizhao.source import Source
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.running.engine import check_article

WITH, WITHOUT = (Settings(publications=(Publication("lake", gaps=gaps),)) for gaps in (True, False))
GAP = "\u3000\u3000"


def told(zh: str, en: str, settings: Settings = WITH, families: str = "ND") -> list[tuple[str, str, str]]:
    """The findings of an article of a paragraph: rule, words of the original, of the English."""
    text = (
        f"Title: Lake Rises\nAuthor: \nDate: 1936-05-04\nPage: 1\n\n{en}\n\n<hr /> \n\nOriginal: \n\n\n"
        f"### 湖水大漲\n\n1936-05-04\n第1版()\n专栏：\n\n    {zh}\n"
    )
    article = parse(Source.decode("a.md", text.encode()))
    settings = settings._replace(publication=settings.publications[0])
    return [
        (one.rule, one.zh.text if one.zh else "", one.en.text if one.en else "")
        for one in check_article(article, settings)
        if one.rule[0] in families
    ]


LOST = {
    "before a numeral": (
        f"昨日到者{GAP}百人、均表贊成、",
        "Yesterday 300 people came; all agreed.",
        f"{GAP}百人",
        "300",
    ),
    "before a price": (f"米價每石{GAP}七元五角、", "Rice costs 27.50 yuan a shi.", f"{GAP}七元五角", "27.50 yuan"),
    "before a month": (f"該會定於{GAP}月五日開會、", "It will meet on July 5th.", f"{GAP}月五日", "July 5th"),
    "before a unit": (f"收洋五千{GAP}元、", "It received 5,600 yuan.", f"洋五千{GAP}元", "5,600 yuan"),
    "one blank before a unit": ("收洋五千\u3000元、", "It received 5,600 yuan.", "洋五千\u3000元", "5,600 yuan"),
    "before what is counted": (f"到會者四十{GAP}人、", "Over forty people came.", f"四十{GAP}人", "Over forty"),
    "before a smaller unit": (f"米價七元{GAP}角、", "Rice costs 7.50 yuan.", f"七元{GAP}角", "7.50 yuan"),
    "before a unit that has no number": (
        f"該廠損失達{GAP}元、",
        "The works lost 5,600 yuan.",
        f"{GAP}元",
        "5,600 yuan",
    ),
}


@pytest.mark.parametrize(("zh", "en", "lost", "filled"), LOST.values(), ids=LOST)
def test_what_was_filled_in(zh: str, en: str, lost: str, filled: str) -> None:
    assert told(zh, en) == [("N141", lost, filled)]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (f"昨日到者{GAP}三百人、均表贊成、", "Yesterday 300 people came; all agreed."),
        (f"收洋五千{GAP}元、", "It received a sum in yuan."),
        (f"會長{GAP}君到會、會員三百人、", "The chairman came, and 300 members."),
        ("捐款張三　　十元　　李四　　五元、", "Donations: Zhang San, 10 yuan; Li Si, 5 yuan."),
        ("東京電\u3000日軍三百人、", "Tokyo: 300 Japanese soldiers."),
    ],
)
def test_what_is_there_is_compared_as_ever(zh: str, en: str) -> None:
    assert told(zh, en) == []


def test_beside_a_gap_all_else_is_compared() -> None:
    found = told(f"收洋五千{GAP}元、淹田一千二百畝、", "It received 5,600 yuan, and 1,300 mu were flooded.")
    assert [rule for rule, *_ in found] == ["N141", "N101"]


def test_blanks_of_other_newspapers_are_no_gaps() -> None:
    assert [rule for rule, *_ in told(f"收洋五千{GAP}元、", "It received 5,600 yuan.", WITHOUT)] == ["N101"]


@pytest.mark.parametrize(
    ("zh", "gaps", "found"),
    [
        ("昨日朱\u3000君到會、會員甚衆、", WITH, ["\u3000"]),
        ("昨日李\u3000\u3000局長到會、會員甚衆、", WITH, [GAP]),
        ("昨日朱\u3000君到會、會員甚衆、", WITHOUT, []),
        ("到會者朱\u3000德、王\u3000君、李\u3000强、", WITH, []),
        ("昨日開會\u3000先生到會、", WITH, []),
    ],
)
def test_a_blank_in_a_name(zh: str, gaps: Settings, found: list[str]) -> None:
    en = "Yesterday Mr. Zhu came to the meeting, and many members."
    assert told(zh, en, gaps, "P") == [("P206", one, "") for one in found]
