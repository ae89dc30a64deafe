"""What `--fix` changes, what it leaves, and that doing it twice changes nothing more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.examples import article_bytes
from duizhao.validator.running.fixes import fix

HEAD = "Title: A\nAuthor:\nDate: 1958-10-13\nPage: 2\n\nThe harvest is good.\n"


def fixed(text: str) -> str:
    return fix(Source("a.md", text))


@pytest.mark.parametrize(
    ("given_text", "wanted"),
    [
        pytest.param(HEAD, HEAD, id="nothing to do"),
        pytest.param(HEAD.replace("\n", "\r\n"), HEAD, id="line ends"),
        pytest.param(HEAD.replace("Title", "Titel"), HEAD, id="misspelt"),
        pytest.param(HEAD.replace("Title:", "TITLE："), HEAD, id="capitals and colon"),
        pytest.param(HEAD.replace("Page: 2", "Page: 第2版"), HEAD, id="page"),
        pytest.param(HEAD.replace("Page: 2", "Page: 02"), HEAD, id="page with zero"),
        pytest.param(HEAD.replace("1958-10-13", "1958.10.13"), HEAD, id="date"),
        pytest.param(HEAD + "\n\n", HEAD, id="end of file"),
        pytest.param(HEAD[:-1], HEAD, id="no line end"),
        pytest.param(HEAD.replace("good.", "good. \t\u3000"), HEAD, id="trailing blanks"),
        pytest.param("Date: 1958-10-13\nTitle: A\nPage: 2\nAuthor:\n\nText.\n", HEAD[:42] + "\nText.\n", id="order"),
        pytest.param("", "", id="empty"),
    ],
)
def test_fix(given_text: str, wanted: str) -> None:
    assert fixed(given_text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Title: A\nDate: 1958-10-13\nDate: 1958-10-14\nAuthor:\nPage: 2\n\nT.\n", id="two dates"),
        pytest.param("Title: A\nof two lines\nDate: 1958-10-13\nAuthor:\nPage: 2\n\nT.\n", id="stray line"),
        pytest.param("Title: A\nAuthor:\nRate: 5 percent\nPage: 2\n\nT.\n", id="a word like a label"),
        pytest.param("Title: A\nAuthor:\nDate: last Monday\nPage: two\n\nT.\n", id="values that say nothing"),
        pytest.param(HEAD + "\n<hr /> \n\nOriginal: \n\n\n### 丰收\n", id="blanks of the archive's own"),
    ],
)
def test_what_needs_a_person_is_left(text: str) -> None:
    assert fixed(text) == text


def test_prose_is_never_touched() -> None:
    messy = article_bytes({"header": "Date: 1958.10.3 | Titel: A  B | Page: 02", "en": "Two  blanks,Titel: kept."})
    before = Source.decode("a.md", messy)
    after = Source("a.md", fix(before))
    assert [p.text for p in parse(after).english.paragraphs] == [p.text for p in parse(before).english.paragraphs]
    assert [p.text for p in parse(after).chinese.paragraphs] == [p.text for p in parse(before).chinese.paragraphs]
    assert parse(after).english.value("Title") == "A  B"


LINES = st.sampled_from(
    [
        *(
            "Title: A",
            "Titel: B ",
            "TITLE： C",
            "Author:",
            "Author: Bai Qing",
            "Authr: X",
            "Date: 1958-10-13",
            "Date： 1958.1.2",
        ),
        *(
            "Page: 02",
            "Page: 第3版",
            "page: x",
            "Edition: 1",
            "",
            "  ",
            "\u3000",
            "Text. ",
            "<hr /> ",
            "Original: ",
            "### 丰收",
        ),
        *("1958-10-13", "第2版()", "专栏：", "    今年收成很好。\u3000", "Rate: 5", "\t"),
    ]
)


@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n"]))
def test_fixing_twice_is_fixing_once(lines: list[str], end: str) -> None:
    once = fixed(end.join(lines))
    assert fixed(once) == once


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=80))
def test_any_text_can_be_fixed(text: str) -> None:
    once = fixed(text)
    assert fixed(once) == once
