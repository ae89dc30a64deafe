"""Lines of a headline that stand above the English text in other words than in its title."""

from __future__ import annotations

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.align import Bead
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.pairing.heads import heads_apart

ARTICLE = """Title: Exhibition of Model Workers Closes; 260,000 Visitors in Thirty Days
Author:
Date: 1950-11-02
Page: 3

    Exhibition of Model Workers Closes
    {head}
    [Our report] The exhibition of model workers closed on the 31st. {more}

<hr />

Original:

### 劳动模范展览会闭幕  三十天中参观者二十六万人

1950-11-02
第3版()
专栏：

    劳动模范展览会闭幕
    三十天中参观者二十六万人
    【本报讯】劳动模范展览会已于三十一日闭幕。会场里挂着工人送来的锦旗，也有农民带来的大玉米。
"""
MORE = "Banners from workers hung in the hall, and there was big maize that peasants had brought."


@pytest.mark.parametrize(
    ("head", "wrong"),
    [
        ("Thirty Days See 260,000 Visitors", []),
        ("Thirty Days See 360,000 Visitors", ["360,000"]),  # of its own headline a slip is told
        ("In thirty days 260,000 visitors came.", ["thirty days", "260,000"]),  # a sentence is one of the text
    ],
)
def test_a_line_of_the_headline_is_compared_with_the_headline(head: str, wrong: list[str]) -> None:
    case = Case(parse(Source.decode("a.md", ARTICLE.format(head=head, more=MORE).encode())), Settings())
    links = (*case.links.body, *case.links.title)
    assert [case.text[one.en.start : one.en.end] for one in links if one.verdict and one.en] == wrong


def test_only_what_stands_above_the_text_is_taken_apart() -> None:
    article = parse(Source.decode("a.md", ARTICLE.format(head="Many Visitors", more=MORE).encode()))
    english, chinese = article.english.paragraphs, article.chinese.paragraphs
    body = len(chinese) - 1
    whole = Bead(tuple(range(len(english))), (body,))
    apart = [Bead((number,), ()) for number in range(len(english) - 1)]
    assert list(heads_apart([whole], english, chinese)) == [*apart, Bead((len(english) - 1,), (body,))]
    first = Bead((0,), (0,))
    assert list(heads_apart([first, whole], english, chinese)) == [first, whole]
    undecked = [one._replace(deck=False) for one in chinese]
    assert list(heads_apart([whole], english, undecked)) == [whole]
