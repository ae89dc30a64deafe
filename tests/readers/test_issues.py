"""Files of whole issues: which articles they hold, and where each part of them stands."""

from __future__ import annotations

from typing import Any

import pytest
from made_up_issues import STORIES, Story, chinese, english, markdown, page
from reading import articles, story, unread

from duizhao.schema.readers.issues.halves import MOST_ARTICLES, MOST_HEADLINE
from duizhao.schema.readers.recognise import recognise
from duizhao.schema.record import canonical_layout, record_of
from duizhao.schema.tree import Article
from duizhao.source import Excerpt


def place(article: Article) -> Any:
    assert article.issue is not None
    return article.issue


PAGE = page(chinese(), english())


@pytest.mark.parametrize(
    ("text", "name", "reader"),
    [
        (PAGE, "x", "issue-html"),
        ("\ufeff \n" + PAGE, "x", "issue-html"),
        (page(chinese()), "x.html", "issue-html"),
        ("<html><p>About us", "about.html", "article"),
        (markdown(), "x.md", "issue-md"),
        (markdown().removeprefix("## Page 1\n\n"), "1936/1936.05.04.md", "issue-md"),
        (markdown().removeprefix("## Page 1\n\n"), "README.md", "article"),
        ("### A\n\nb\n\n## Page 2\n\n### C\n", "x.md", "issue-md"),
        ("### 湖水大漲\n\n今年\n", "1936.05.04.md", "article"),
        ("# Notes\n\n### On pages\n", "1936.05.04.md", "issue-md"),
        ("# Notes\n\n### On pages\n", "notes.md", "article"),
        ("\ufeff### Lake Rises\nIt did.\n", "1936.05.04.md", "issue-md"),
        ("\ufeffTitle: A\n### Lake Rises\nIt did.\n", "1936.05.04.md", "article"),
        ("It is ###.\n  ### Lake Rises\nIt did.\n", "1936.05.04.md", "issue-md"),
        ("The lake rose.\n\n### Lake Rises\nIt did.\n", "1936.05.04.md", "issue-md"),
        ("The lake rose.\n\n### Lake Rises\nIt did.\n", "1936-05-04.md", "article"),
        ("Title: A\n\nIt did.\n\n### 湖水大漲\n", "1936.05.04.md", "article"),
        ("Title: A\n\n### Lake Rises\n", "1936.05.04.md", "article"),
        ('<?xml version="1.0"?>\n' + PAGE, "x", "issue-html"),
        ("<!-- a > b -->\n<!-- " + "c" * 9_000 + "-->" + PAGE, "x", "issue-html"),
        ('\ufeff<?xml version="1.0"?><!-- a --> \n' + PAGE, "x", "issue-html"),
        ("<!-- " + PAGE, "x", "article"),
        ("Title: A\nAuthor:\n", "1936.05.04.md", "article"),
        ("", "1936.05.04.md", "article"),
    ],
)
def test_the_reader_is_known_by_the_content(text: str, name: str, reader: str) -> None:
    assert recognise(text.encode(), name) == reader


def test_a_page_is_split_into_its_articles() -> None:
    found = articles(PAGE)
    assert [story(article) for article in found] == list(STORIES)
    assert [place(article).number for article in found] == [1, 2, 3, 4]
    assert {article.english.value("Date") for article in found} == {"1936-05-04"}
    assert {record_of(article).page for article in found} == {1}
    assert {place(article).lacks for article in found} == {""}


def test_every_part_has_its_place_in_the_page() -> None:
    for article in articles(PAGE):
        source, issue = article.source, place(article)
        assert isinstance(source, Excerpt)
        assert PAGE[issue.zh.start : issue.zh.end].startswith(f"<h3>{story(article).headline}</h3>")
        assert PAGE[issue.en.start : issue.en.end].endswith("</p>")
        for part in (*article.english.paragraphs, *article.chinese.paragraphs):
            assert source.text[part.start : part.end] == part.text
            at = source.whole.text.index(part.text)
            assert source.position(part.start) == source.whole.position(at)
            assert source.end_position(part.end) == source.whole.position(at + len(part.text))


def test_an_article_is_written_as_article_files_are() -> None:
    for article in articles(PAGE):
        record = record_of(article)
        assert record.layout is None
        assert canonical_layout(record).parts[0] == "Title: "


def test_tags_entities_and_line_ends_are_no_text_and_keep_their_places() -> None:
    text = page(
        "<h3>湖水</h3><p>今年\n<b>收成</b>&amp;很好。</p>", "<h3>A &#38; B</h3><p>The <i>har</i>vest&nbsp;is good.</p>"
    )
    (article,) = articles(text)
    assert story(article) == Story("湖水", ("今年 收成&很好。",), "A & B", ("The harvest\xa0is good.",))
    (paragraph,) = article.chinese.paragraphs
    for words in ("今年", "收成", "很好"):
        at = paragraph.start + paragraph.text.index(words)
        assert article.source.position(at) == article.source.whole.position(text.index(words))
    at = paragraph.start + paragraph.text.index("&")
    assert article.source.end_position(at + 1) == article.source.whole.position(text.index("很好"))


def test_signs_and_scripts_are_no_text() -> None:
    text = page(chinese() + "<button>Hide</button>", english() + "<script>let a = '<p>b</p>'</script><!-- <p>c</p> -->")
    assert [story(article) for article in articles(text)] == list(STORIES)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</p>", ""),
        ("</h3>", ""),
        ("</p>", "</p></span>"),
        ("<p>", "<p><b><i>"),
        ("<p>", "<div><div><p>"),
        ("</p>", "</p></div>"),
        ("<p>", "<p><!--"),
        ("<h2>", '<button><h2 title="x>'),
        ("<p>", "<P CLASS=x>"),
        ("\n", "\r\n"),
    ],
)
def test_tags_that_are_not_closed_cost_no_text(old: str, new: str) -> None:
    head, body = PAGE.split("<h2>", 1)
    text = head + ("<h2>" + body).replace(old, new)
    assert [story(article) for article in articles(text)] == list(STORIES)


def test_panes_in_the_wrong_order_are_read_and_told() -> None:
    found = articles(page(english(), chinese()))
    assert [story(article) for article in found] == list(STORIES)
    assert [[odd.code for odd in article.oddities] for article in found] == [["panes-swapped"], [], [], []]


@pytest.mark.parametrize(("pane", "lacks"), [(chinese(), "english"), (english(), "chinese")])
def test_a_page_of_one_language(pane: str, lacks: str) -> None:
    for text in (page(pane), page(pane, pane)):
        found = articles(text)
        assert [place(article).lacks for article in found] == [lacks] * 4
    assert unread(page(pane)) == []
    assert unread(page(pane, pane)) == ["this pane is not read: the page has another one in its language above it"]


def test_a_page_without_anything() -> None:
    assert unread(page("", "")) == ["an issue (issue-html) without any article: no heading and no text"]


def test_too_many_headings() -> None:
    text = page("<h3>湖</h3>" * 100_000, "<h3>Lake</h3><p>It is.</p>")
    assert len(articles(text)) in (MOST_ARTICLES - 1, MOST_ARTICLES)  # two of them may be one in the English
    assert unread(text) == [f"more than {MOST_ARTICLES:,} headings; what follows is not read"]


def test_a_heading_too_long_costs_only_itself() -> None:
    text = page(chinese(STORIES[:2]).replace("新校開學", "新" * 1_000_000), english(STORIES[:2]))
    assert unread(text) == [f"a heading of 1,000,000 characters is not read; a headline has at most {MOST_HEADLINE:,}"]
    found = [story(article) for article in articles(text)]
    assert found == [STORIES[0], STORIES[1]._replace(headline="")]


@pytest.mark.parametrize(
    "bomb",
    [
        "<!--",
        "<div>",
        "<a",
        '<a b="',
        "<script>",
        "&lt;",
        "&",
        "</",
        "<style>x</style>",
        '<div class="pane">',
        "<br>",
        "<!x",
    ],
)
def test_a_bomb_costs_no_more_than_its_length(bomb: str) -> None:
    text = page(bomb * (1_000_000 // len(bomb)) + chinese(), english())  # quadratic, it would take minutes
    assert [story(article) for article in articles(text)][-3:] == list(STORIES[1:])


# ---------------------------------------------------------------- sections, pages, authors


def test_a_line_above_a_heading_names_a_section() -> None:
    zh = chinese(STORIES[:2], "<h2>Page 2</h2>\n<p>本埠新聞</p>\n") + "<p>體育</p>\n" + chinese(STORIES[2:], "")
    en = english(STORIES[:2], "<h2>Page 2</h2>\n<p>Local News</p>\n") + "<p>Sports</p>\n" + english(STORIES[2:], "")
    found = articles(page(zh, en))
    assert [story(article) for article in found] == list(STORIES)
    assert [place(article).section for article in found] == ["本埠新聞", "本埠新聞", "體育", "體育"]
    assert [(place(article).page_zh, place(article).page_en) for article in found] == [(2, 2)] * 4


def test_a_short_last_line_of_both_languages_need_not_be_one() -> None:
    zh = chinese(STORIES[:1]) + "<p>一萬元</p>\n" + chinese(STORIES[1:], "")
    en = english(STORIES[:1]) + "<p>Ten Thousand Yuan</p>\n" + english(STORIES[1:], "")
    assert [len(article.chinese.paragraphs) for article in articles(page(zh, en))] == [3, 1, 3, 1]


def test_a_section_that_the_translation_lost() -> None:
    zh = chinese(STORIES[:2]) + "<p>體育</p>\n" + chinese(STORIES[2:], "")
    found = articles(page(zh, english()))
    assert [story(article) for article in found] == list(STORIES)
    assert [place(article).section for article in found] == ["", "", "體育", "體育"]


def test_pages_are_those_of_the_marks() -> None:
    zh = "<h2>Page 1</h2><h2>第二版</h2>" + chinese(STORIES[:2], "") + "<h2>第十一版</h2>" + chinese(STORIES[2:], "")
    en = english(STORIES[:2], "") + "<h2>Page 11</h2>" + english(STORIES[2:], "")
    found = articles(page(zh, en))
    assert [(place(article).page_zh, place(article).page_en) for article in found] == [(2, None)] * 2 + [(11, 11)] * 2
    assert [record_of(article).page for article in found] == [2, 2, 11, 11]


def test_a_page_mark_may_stand_inside_an_article() -> None:
    cut = chinese().replace("<p>可載", "<h2>Page 2</h2>\n<p>可載")
    found = articles(page(cut, english()))
    assert [story(article) for article in found] == list(STORIES)
    assert [place(article).page_zh for article in found] == [1, 1, 1, 2]


def test_the_author_stands_below_the_headline() -> None:
    zh = chinese().replace("<p>湖城新校", "<p>— 陳舟</p><p>湖城新校")
    en = english().replace("<p>The new school", "<p>— Chen Zhou</p><p>The new school")
    found = articles(page(zh, en))
    assert [story(article) for article in found] == list(STORIES)
    assert record_of(found[1]).english.author == "Chen Zhou"
    assert record_of(found[1]).chinese.author == "陳舟"


def test_text_above_the_first_heading_is_an_article_without_one() -> None:
    found = articles(page("<p>今日天晴、湖上風平浪靜、遊人如織、畫舫皆滿、歌聲不絕、</p>" + chinese(), english()))
    assert [place(article).number for article in found] == [1, 2, 3, 4, 5]
    assert found[0].chinese.headline is None
    assert place(found[0]).en is None
    assert [story(article) for article in found[1:]] == list(STORIES)


# ---------------------------------------------------------------- the date


@pytest.mark.parametrize(
    ("heading", "path", "date"),
    [
        ("1936.05.04", "a.html", "1936-05-04"),
        ("1936.05.04: 1936 - 5 - 4923", "a.html", "1936-05-04"),
        ("1936 - 52 - 4922923", "x/1936.05.06.html", "1936-05-06"),
        ("1936.02.30", "1936.05.06.html", "1936-05-06"),
        ("Lake Post", "a.html", ""),
    ],
)
def test_the_date_of_an_issue(heading: str, path: str, date: str) -> None:
    found = articles(page(chinese(), english(), date=heading), path)
    assert {article.english.value("Date") for article in found} == {date}


# ---------------------------------------------------------------- English alone


def test_an_issue_in_english_alone() -> None:
    found = articles(markdown(), "1936.05.04.md")
    assert [story(article) for article in found] == [one._replace(headline="", chinese=()) for one in STORIES]
    assert {place(article).lacks for article in found} == {"chinese"}
    assert {(record_of(article).date, record_of(article).page) for article in found} == {("1936-05-04", 1)}
    lines = [article.source.position(article.english.headers[0].value.start) for article in found]
    assert [line.line for line in lines] == [3, 9, 13, 21]
    assert {line.column for line in lines} == {5}
