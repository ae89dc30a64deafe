"""A small issue of a newspaper that never was, to be cut, damaged and put together anew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Story(NamedTuple):
    """An article in both languages: headline and paragraphs."""

    headline: str
    chinese: tuple[str, ...]
    title: str
    english: tuple[str, ...]


STORIES = (
    Story(
        "湖水大漲",
        ("（湖城）連日大雨、湖水漲五尺、淹田一千二百畝、居民多遷高處、", "又訊、縣府撥欵三百元賑濟災民、"),
        "Lake Rises",
        (
            "(Lake City) After days of rain the lake has risen 5 chi, flooding 1,200 mu; many people have moved.",
            "It is also learned that the county has set aside 300 yuan for the victims of the flood.",
        ),
    ),
    Story(
        "新校開學",
        ("湖城新校今日開學、到學生四百五十人、校長致詞、勉以勤學、",),
        "New School Opens",
        ("The new school of Lake City opened today with 450 pupils; the principal urged them to study hard.",),
    ),
    Story(
        "汽船通航",
        ("湖上汽船昨日通航、全程八十里、票價二元、每日往返兩次、乘客稱便、", "船名飛雲、長六十尺、", "可載九十人、"),
        "Steamer Service Begins",
        (
            "The steamer on the lake began its service yesterday: 80 li for 2 yuan, twice a day, to everybody's joy.",
            "The ship is called Flying Cloud and is 60 chi long.",
            "It carries 90 passengers.",
        ),
    ),
    Story(
        "米價續跌",
        ("昨日米價續跌、每石售七元五角、較上月低一元、市民稱快、",),
        "Price of Rice Falls Further",
        ("The price of rice fell further yesterday, to 7.50 yuan a shi, 1 yuan less than last month; all were glad.",),
    ),
)


def chinese(stories: Iterable[Story] = STORIES, mark: str = "<h2>Page 1</h2>\n") -> str:
    """The original of some articles, as it stands in a pane."""
    return mark + "".join(_marked(story.headline, story.chinese) for story in stories)


def english(stories: Iterable[Story] = STORIES, mark: str = "<h2>Page 1</h2>\n") -> str:
    """The translation of some articles, likewise."""
    return mark + "".join(_marked(story.title, story.english) for story in stories)


def _marked(heading: str, paragraphs: Iterable[str]) -> str:
    return f"<h3>{heading}</h3>\n" + "".join(f"<p>{text}</p>\n" for text in paragraphs)


def page(*panes: str, date: str = "1936.05.04") -> str:
    """A page with some panes."""
    inner = "".join(
        f'  <div id="p{n}" class="pane">\n<h1>{date}</h1>\n{pane}  </div>\n' for n, pane in enumerate(panes)
    )
    head = f"<!DOCTYPE html>\n<html>\n<head><title>{date}</title><style>p {{ color: red }}</style></head>\n<body>\n"
    tail = (
        '<footer><a href="x">Home</a></footer>\n<script type="application/json">{"next": "<p>no text</p>"}</script>\n'
    )
    return f"{head}<div class='all'>\n{inner}</div>\n{tail}</body>\n</html>\n"


def markdown(stories: Iterable[Story] = STORIES) -> str:
    """The English of an issue alone."""
    return "## Page 1\n\n" + "".join(
        f"### {story.title}\n\n" + "".join(f"{text}\n\n" for text in story.english) for story in stories
    )
