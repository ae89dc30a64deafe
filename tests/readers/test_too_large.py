"""Articles of an issue that are too large: a line for each, and nothing is said of their counterparts."""

from __future__ import annotations

import pytest
from made_up_issues import STORIES, chinese, english, page
from reading import articles, read, story, unread

from duizhao.schema.readers.issues.halves import MOST_CHARACTERS, MOST_LINES, MOST_RAW, MOST_SIGNS, Unread


def told(text: str) -> list[int]:
    """Where it is that what was not read stands."""
    return [one.start for one in read("1936.05.04.html", text.encode()) if isinstance(one, Unread)]


@pytest.mark.parametrize(
    ("many", "reason"),
    [
        ("<p>" + "水" * (MOST_RAW + 1), "more than 400,000 characters with their tags"),
        ("<p>" + "水" * (MOST_CHARACTERS + 1), "200,033 characters, of at most 200,000"),
        ("<p>" + "&amp;" * (MOST_SIGNS + 1), "more than 50,000 tags and entities"),
        ("<p>水" * MOST_LINES, "more than 20,000 lines"),
    ],
)
def test_an_article_too_large_is_told_once_and_costs_its_counterpart_alone(many: str, reason: str) -> None:
    text = page(chinese(STORIES[:2]) + many + chinese(STORIES[2:], ""), english())
    assert unread(text) == [f"is too large for one article: {reason}; cut it into articles"]
    assert [story(article) for article in articles(text)] == [STORIES[0], *STORIES[2:]]
    assert [article.issue.number for article in articles(text) if article.issue] == [1, 2, 3]


def test_an_article_too_large_stands_where_its_headline_does_or_its_first_line() -> None:
    many = "<p>水" * (MOST_LINES + 1)
    assert told(page(many + chinese(), english())) == [page(many).index("水")]
    assert told(page(chinese(STORIES[:1]) + many, english(STORIES[:1]))) == [page(chinese()).index("湖水大漲")]
