"""What the rules of family H say of the lines of either head: message, severity and the words marked."""

from __future__ import annotations

import pytest
from rule_hits import HEAD, HEADER, Said, case_in_issue, case_of_text, hits_of, said, text_of

from duizhao.schema.publication import Publication
from duizhao.validator.configuration.settings import Settings


def none(name: str) -> str:
    return f"no `{name}:` line in the header; add it"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (HEADER, []),
        (HEADER.replace("Page", "Edition"), []),
        (HEADER.replace("Author:\n", ""), [("", none("Author"), "Title: A", None)]),
        ("\nTitle: A\nAuthor:\nPage: 2\n", [("", none("Date"), "", None)]),
        ("", [("", none(name), "", None) for name in ("Title", "Author", "Date", "Page")]),
    ],
)
def test_missing_lines(header: str, expected: list[Said]) -> None:
    assert said("H101", case_of_text(text_of(header))) == expected


def test_missing_lines_of_a_file_of_one_line() -> None:
    found = said("H101", case_of_text("Title: A"))
    assert found == [("", none(name), "Title: A", None) for name in ("Author", "Date", "Page")]


def test_only_lines_that_the_newspaper_has_are_wanted() -> None:
    settings = Settings(publication=Publication("example", header=(("Title", "Title"), ("Date", "Date"))))
    text = text_of("Title: A\n")
    assert said("H101", case_of_text(text, settings=settings)) == [("", none("Date"), "Title: A", None)]


def test_articles_of_an_issue_have_no_header() -> None:
    assert said("H101", case_in_issue({"date": "1936.05.04"})) == []


@pytest.mark.parametrize(
    ("line", "severity"),
    [
        ("page: 2", "warning"),
        ("Page : 2", "warning"),
        ("Page： 2", "warning"),
        ("PAGE： 2", "warning"),
        ("Pgae: 2", ""),
    ],
)
def test_a_misspelt_label(line: str, severity: str) -> None:
    words = line.removesuffix(" 2")
    expected = [(severity, "the label of this header line is `Page:`", words, None)]
    assert said("H102", case_of_text(text_of(HEADER.replace("Page: 2", line)))) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Title: A|Author:|Date: 1958-10-13|Edition: 2|Page: 2", []),
        ("Title: A|Author:|Date: 1958-10-13|Page: 2|Edition: 2", []),
        ("Author:|Title: A|Date: 1958-10-13|Page: 2", [("Title", "Author")]),
        ("Title: A|Date: 1958-10-13|Author:|Page: 2", [("Author", "Date")]),
        ("Title: A|Author:|Page: 2|Date: 1958-10-13", [("Date", "Page")]),
        ("Title: A|Author:|Edition: 2|Date: 1958-10-13", [("Date", "Edition")]),
        ("Title: A|Author:|Edition: 2|Page: 2|Date: 1958-10-13", [("Date", "Edition")]),
        ("Title: A|Page: 2|Author:|Date: 1958-10-13", [("Author", "Page"), ("Date", "Page")]),
        ("Title: A|Author:|Date: 1958-10-13|Title: B|Page: 2", []),  # a second one is another rule's
        ("Title: A|Date: 1958-10-13|Title: B|Author:|Page: 2", [("Author", "Date")]),
    ],
)
def test_the_order_of_lines(lines: str, expected: list[tuple[str, str]]) -> None:
    found = said("H103", case_of_text(text_of(lines.replace("|", "\n") + "\n")))
    assert found == [("", f"`{one}:` belongs above `{other}:`", f"{one}:", None) for one, other in expected]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Author:\nAuthor:", [("warning", "a second `Author:` line, the same as the first", "Author:", None)]),
        ("Author:  \nAuthor:", [("warning", "a second `Author:` line, the same as the first", "Author:", None)]),
        (
            "Author: x\nAuthor:\nAuthor: x",
            [
                ("", "a second `Author:` line; the first says otherwise", "Author:", None),
                ("warning", "a second `Author:` line, the same as the first", "Author: x", None),
            ],
        ),
    ],
)
def test_lines_that_occur_twice(lines: str, expected: list[Said]) -> None:
    assert said("H104", case_of_text(text_of(HEADER.replace("Author:", lines)))) == expected


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("Page: 第3版", "the page as 3"),
        ("Page: 003", "the page as 3"),
        ("Page: 第03版", "the page as 3"),
        ("Page: (2)", "the page as 2"),
        ("Page: 2.", "the page as 2"),
        ("Page: 0", "the page as a number, such as 2"),
        ("Page: 1000", "the page as a number, such as 2"),
        ("Page: ２", "the page as a number, such as 2"),
        ("Page:", "the page as a number, such as 2"),
        ("Edition: x", "the page as a number, such as 2"),
        ("Page: 999", ""),
        ("Edition: 1", ""),
        ("Date: 1958年10月13日", "the date as 1958-10-13"),
        ("Date: 1958-1-3", "the date as 1958-01-03"),
        ("Date: soon", "the date as YYYY-MM-DD"),
        ("Date:", "the date as YYYY-MM-DD"),
        ("Date: 1958-13-45", ""),  # that there is no such day is another rule's
        ("Author: 1000", ""),
    ],
)
def test_the_form_of_values(line: str, advice: str) -> None:
    label, _, value = line.partition(": ")
    old = "Date: 1958-10-13" if line.startswith("Date") else "Author:" if line.startswith("Author") else "Page: 2"
    found = said("H105", case_of_text(text_of(HEADER.replace(old, line))))
    assert found == ([("", f"write {advice}", value or label, None)] if advice else [])


def test_a_line_without_a_label() -> None:
    text = text_of(HEADER.replace("Title: A", "Title: A\nin Hunan"))
    assert said("H106", case_of_text(text)) == [("", "this line of the header has no label", "in Hunan", None)]


@pytest.mark.parametrize(
    ("mark", "message", "words"),
    [
        ("Original:\n", "no `<hr />` line above the original", "Original:"),
        ("<hr />\n", "no `Original:` line between `<hr />` and the Chinese", "<hr />"),
        (
            "<hr />\nlost\nOriginal:\n",
            "nothing may stand between `<hr />` and `Original:`; this belongs to one of the halves",
            "lost",
        ),
    ],
)
def test_the_mark_between_the_halves(mark: str, message: str, words: str) -> None:
    assert said("H107", case_of_text(text_of(mark=mark))) == [("", message, None, words)]


def lacks(what: str) -> str:
    return f"no {what} in the head of the original"


TWICE = "the head of the original has this line twice"


@pytest.mark.parametrize(
    ("was", "becomes", "expected"),
    [
        ("", "", []),
        ("### 丰收\n", "", [(lacks("`### ` headline"), "开会。")]),
        ("1958-10-13\n", "", [(lacks("date line"), "丰收")]),
        ("第2版()\n", "", [(lacks("第N版 line"), "丰收")]),
        ("第2版()\n", "第2版()\n第2版()\n", [(TWICE, "2")]),
        ("1958-10-13\n", "1958-10-13\n1958-10-14\n", [(TWICE, "1958-10-14")]),
        ("第2版()\n", "第2版 多\n", [("text on a line of the head; it is read as part of the body", "多")]),
    ],
)
def test_the_head_of_the_original(was: str, becomes: str, expected: list[tuple[str, str]]) -> None:
    found = said("H108", case_of_text(text_of(head=HEAD.replace(was, becomes))))
    assert found == [("", message, None, words) for message, words in expected]


def test_without_a_headline_the_text_is_marked_where_it_begins() -> None:
    text = text_of(head=HEAD.replace("### 丰收\n", ""), zh="    开会。\n    投票。\n")
    assert said("H108", case_of_text(text)) == [("", lacks("`### ` headline"), None, "开会。")]


def test_a_head_without_a_text_below_it_is_not_complete_either() -> None:
    assert said("H108", case_of_text(text_of(head="### 丰收\n", zh=""))) == []


def test_what_the_head_of_an_issue_lacks_is_told_once() -> None:
    alone = [hit.of_issue for hit in hits_of("H108", case_of_text(text_of(head="\n")))]
    assert alone == [False, False, False]
    found = hits_of("H108", case_in_issue({"date": "1936.05.04", "page": "none"}))
    assert [(hit.message, hit.of_issue) for hit in found] == [(lacks("第N版 line"), True)]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Title:", [("the title is empty", "Title:")]),
        ("Title: A 丰 and 收", [("Chinese left in the title", "丰"), ("Chinese left in the title", "收")]),
        ("Title: 丰 A", [("Chinese left in the title", "丰")]),
        ("Title: A\nAuthor: 柏青", []),
        ("", []),
    ],
)
def test_the_title(title: str, expected: list[tuple[str, str]]) -> None:
    header = HEADER.replace("Title: A\n", title + "\n" if title else "")
    assert said("H201", case_of_text(text_of(header))) == [("", says, words, None) for says, words in expected]
