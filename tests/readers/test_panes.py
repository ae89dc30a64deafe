"""Which text of a page is that of its panes."""

from __future__ import annotations

import pytest
from made_up_issues import STORIES, chinese, english, page
from reading import read

from duizhao.schema.readers.issues.halves import Unread
from duizhao.schema.readers.issues.panes import panes
from duizhao.schema.tree import Article

OPEN, CLOSE = '<div class="pane">', "</div>"
ZH, EN = OPEN + "<h3>湖</h3><p>水漲</p>", OPEN + "<h3>Lake</h3><p>It rises.</p>"
BOTH = ["湖 水漲", "Lake It rises."]


def texts(page: str) -> list[str]:
    """Of each pane its words."""
    return [" ".join(block.words(page) for block in pane.blocks) for pane in panes(page)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(ZH + CLOSE + '<div class="mid"><p>out</p></div>' + EN + CLOSE, BOTH, id="an element between"),
        pytest.param(ZH + CLOSE + '<div class="mid"><p>out</p>' + EN + CLOSE, BOTH, id="between, never closed"),
        pytest.param(ZH + CLOSE + "<p>out</p><h3>out</h3>" + EN + CLOSE, BOTH, id="paragraphs between"),
        pytest.param(
            f"<div>{ZH}{CLOSE}<p>out</p></div><div><p>out</p>{EN}{CLOSE}</div>", BOTH, id="between, a frame each"
        ),
        pytest.param(ZH + CLOSE + "<p>out</p><div>" + EN + CLOSE, BOTH, id="between, the second in a frame"),
        pytest.param(
            ZH + "</div><p>in</p><div>in</div></div>" + EN + CLOSE, ["湖 水漲 in", BOTH[1]], id="a tag too many in it"
        ),
        pytest.param(ZH + "</div>" * 9 + "<p>in</p></div>" + EN + CLOSE, ["湖 水漲 in", BOTH[1]], id="nine too many"),
        pytest.param(ZH + EN, BOTH, id="never closed"),
        pytest.param(OPEN + ZH + CLOSE + EN + CLOSE + CLOSE, BOTH, id="panes in a pane"),
        pytest.param(ZH + CLOSE + EN + CLOSE + "<aside><p>out</p></aside>", BOTH, id="an element behind"),
        pytest.param(ZH + CLOSE + EN + CLOSE + "<div><p>out</p></div><p>out</p>", BOTH, id="a frame behind"),
        pytest.param(ZH + CLOSE + EN + CLOSE + "<a href='x'>Home</a><p>out</p>", BOTH, id="a link behind"),
        pytest.param(ZH + CLOSE + EN + CLOSE + "<button>x</button><p>out</p>", BOTH, id="a button behind"),
        pytest.param(ZH + CLOSE + EN + CLOSE + "<script>x</script><p>out</p>", BOTH, id="a script behind"),
        pytest.param(ZH + CLOSE + EN + CLOSE + "<footer><p>out</p></footer><p>out</p>", BOTH, id="a footer behind"),
        pytest.param(
            f"<body>{ZH}{CLOSE}{EN}{CLOSE}<p>out</p></body>", BOTH, id="a paragraph behind, on a page that is closed"
        ),
        pytest.param(
            f"<body>{ZH}{CLOSE}{EN}</div><p>in</p></div><nav>x</nav><p>out</p></body>",
            [BOTH[0], BOTH[1] + " in"],
            id="a tag too many in the last",
        ),
        pytest.param(
            f"<body>{ZH}{CLOSE}{EN}</div><p>in <b>b</b></p><h3>in</h3>", [BOTH[0], BOTH[1] + " in b in"], id="cut off"
        ),
        pytest.param(ZH + CLOSE + "out" + EN + CLOSE + "out", BOTH, id="loose text"),
        pytest.param(
            "<table><tr><td class='pane'><p>湖</p></td><td>out</td><td class='pane'><p>Lake</p></td></tr></table>",
            ["湖", "Lake"],
            id="cells of a table",
        ),
    ],
)
def test_what_stands_outside_is_none_of_its_text(text: str, found: list[str]) -> None:
    assert texts(text) == found


# ---------------------------------------------------------------- several pairs


def articles(text: str) -> list[Article]:
    return [one for one in read("1936.05.04.html", text.encode()) if isinstance(one, Article)]


def headlines(some: list[Article]) -> list[str]:
    return [article.chinese.headline.text for article in some if article.chinese.headline]


def notes(text: str) -> list[str]:
    return [one.message for one in read("1936.05.04.html", text.encode()) if isinstance(one, Unread)]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (0, 2, 1, 3), (1, 0, 3, 2)])
def test_all_pairs_of_panes_are_read(order: tuple[int, ...]) -> None:
    some = (chinese(STORIES[:2]), english(STORIES[:2]))
    others = (chinese(STORIES[2:], "<h2>Page 2</h2>\n"), english(STORIES[2:], "<h2>Page 2</h2>\n"))
    panes = (*some, *others)
    text = page(*(panes[index] for index in order))
    found = articles(text)
    assert headlines(found) == [story.headline for story in STORIES]
    assert [article.issue and article.issue.page_zh for article in found] == [1, 1, 2, 2]
    assert [article.issue and article.issue.page_en for article in found] == [1, 1, 2, 2]
    assert notes(text) == []


def test_a_pane_without_counterpart_is_not_read() -> None:
    text = page(chinese(STORIES[:2]), english(STORIES[:2]), chinese(STORIES[2:]), english(STORIES[2:]), english())
    assert headlines(articles(text)) == [story.headline for story in STORIES]
    assert notes(text) == ["this pane is not read: the page has another one in its language above it"]
