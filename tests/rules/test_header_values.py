"""What the rules of family H say of the values of the header, beside those of the original."""

from __future__ import annotations

import pytest
from rule_hits import HEAD, HEADER, Said, case_in_issue, case_of, case_of_text, hits_of, said, text_of


@pytest.mark.parametrize(
    ("line", "page", "expected"),
    [
        ("Page: 3", "第2版()", "page 3 here, 第2版 in the original"),
        ("Edition: 3", "第2版()", "page 3 here, 第2版 in the original"),
        ("Edition: 3\nPage: 2", "第2版()", ""),  # the page counts
        ("Page: 100", "第99版()", "page 100 here, 第99版 in the original"),
        ("Page: 1000", "第2版()", ""),  # not of the form of a page
        ("Page: ３", "第2版()", ""),
        ("Page: two", "第2版()", ""),
        ("Page:", "第2版()", ""),
        ("Page: 3", "", ""),
        ("", "第2版()", ""),
        ("Page: 3", "第二版()", "page 3 here, 第2版 in the original"),
        ("Page: 02", "第2版()", ""),
    ],
)
def test_pages_that_differ(line: str, page: str, expected: str) -> None:
    text = text_of(
        HEADER.replace("Page: 2\n", line + "\n" if line else ""), head=HEAD.replace("第2版()\n", page + "\n")
    )
    value = line.partition(": ")[2]
    found = [("", expected, value, page[1:-3])] if expected else []
    assert said("H202", case_of_text(text)) == found


@pytest.mark.parametrize("zh_page", ["乙", "２", "1000"])
def test_a_page_of_the_original_that_is_no_number(zh_page: str) -> None:
    assert said("H202", case_of({"page": "3", "zh_page": zh_page})) == []


def test_pages_of_an_issue_are_not_told_of_each_article() -> None:
    assert said("H202", case_in_issue({"date": "1936.05.04", "page": "3", "zh_page": "2"})) == []


@pytest.mark.parametrize(
    ("date", "original", "expected"),
    [
        ("1958-10-13", "1958-10-14", [("", "1958-10-13 here, 1958-10-14 in the original", "1958-10-13", "1958-10-14")]),
        ("1958-10-13", "1958年10月13日", []),
        ("1958-10-13", "1958-02-30", []),
        ("1958-02-30", "1958-10-13", []),
        ("soon", "1958-10-13", []),
    ],
)
def test_dates_that_differ(date: str, original: str, expected: list[Said]) -> None:
    case = case_of({"date": date, "zh_date": original})
    assert said("H203", case) == expected
    assert not any(hit.of_issue for hit in hits_of("H203", case))


IMPOSSIBLE = "the file's name has a date that no calendar has"
NAMED = "the file's name says 1958-10-14, the article {}"


@pytest.mark.parametrize(
    ("path", "date", "expected"),
    [
        ("1958-10-14_a.md", "1958-10-13", [("", NAMED.format("1958-10-13"), "1958-10-13", "1958-10-13")]),
        ("x/1958-10-14.md", "1958-10-13", [("", NAMED.format("1958-10-13"), "1958-10-13", "1958-10-13")]),
        ("x\\1958-10-14.md", "1958-10-13", [("", NAMED.format("1958-10-13"), "1958-10-13", "1958-10-13")]),
        ("1958-10-13_a.md", "1958-10-13", []),
        ("1958-02-30_a.md", "1958-10-13", [("", IMPOSSIBLE, "1958-10-13", "1958-10-13")]),
        ("1958-10-145.md", "1958-10-13", []),
        ("1958-10-14/a.md", "1958-10-13", []),
        ("a.md", "1958-10-13", []),
        ("1958-10-14_a.md", "soon", []),
    ],
)
def test_the_date_of_a_name(path: str, date: str, expected: list[Said]) -> None:
    text = text_of(HEADER, head=HEAD).replace("1958-10-13", date)
    case = case_of_text(text, path)
    assert said("H204", case) == expected
    assert all(hit.of_issue for hit in hits_of("H204", case))


@pytest.mark.parametrize(
    ("header", "head", "en", "zh"),
    [
        (HEADER.replace("Date: 1958-10-13\n", ""), HEAD, None, "1958-10-13"),
        (HEADER, HEAD.replace("1958-10-13\n", ""), "1958-10-13", None),
    ],
)
def test_a_date_that_one_half_has(header: str, head: str, en: str | None, zh: str | None) -> None:
    case = case_of_text(text_of(header, head=head), "1958-10-14.md")
    assert said("H204", case) == [("", NAMED.format("1958-10-13"), en, zh)]


def test_the_name_of_an_issue() -> None:
    one = {"date": "1936.05.04", "page": "1"}
    assert said("H204", case_in_issue({"issue": "1936.05.04.html", **one})) == []
    (found,) = hits_of("H204", case_in_issue({"issue": "1936.05.05.html", **one}))
    assert (found.message, found.of_issue) == ("the file's name says 1936-05-05, the article 1936-05-04", True)


MISSING = "the original names an author, `Author:` is empty"


@pytest.mark.parametrize(
    ("author", "original", "expected"),
    [
        ("", "柏青", [("", MISSING, "Author:", "柏青")]),
        ("", "（附圖）", []),
        ("", "附图", []),
        ("", "A. B.", []),  # nothing that would have to be translated
        ("", "", []),
        ("Bai Qing", "柏青", []),
        ("柏青", "柏青", [("", "the author is left in Chinese", "柏青", "柏青")]),
        ("柏青", "", [("", "the author is left in Chinese", "柏青", None)]),
        ("Bai 青", "", [("", "the author is left in Chinese", "Bai 青", None)]),
    ],
)
def test_an_author_that_is_missing(author: str, original: str, expected: list[Said]) -> None:
    assert said("H301", case_of({"author": author, "zh_author": original})) == expected


def test_without_a_line_no_author_is_missing() -> None:
    text = text_of(HEADER.replace("Author:\n", ""), head=HEAD.replace("\n\n", "\n柏青\n", 1))
    for code in ("H301", "H302", "H303"):
        assert said(code, case_of_text(text)) == []


@pytest.mark.parametrize(
    ("author", "told"),
    [
        ("Bai Qing", True),
        ("Bai Xiaoqing", True),
        ("Ouyang Xiaoqing", True),
        ("Bai Xiao Qing", True),
        ("Baiqing", False),
        ("Bai Da Xiao Qing", False),
        ("Bai", False),
        ("Ouyangxiao Daminghai", False),  # more syllables than a name has
        ("John Smith", False),
        ("", False),
    ],
)
def test_an_author_whom_the_original_has_not(author: str, told: bool) -> None:
    expected = [("", "the original names no such author", author, None)] if told else []
    assert said("H302", case_of({"author": author})) == expected
    assert said("H302", case_of({"author": author, "zh_author": "王小明"})) == []


@pytest.mark.parametrize(
    ("author", "original", "expected"),
    [
        ("Wang Daming", "王小明", [("", "not a reading of 王小明", "Wang Daming", "王小明")]),
        ("Wang Daming, Li Dahai", "王小明、李大海", [("", "not a reading of 王小明", "Wang Daming", "王小明")]),
        ("Photo by Wang Daming", "王小明", [("", "not a reading of 王小明", "Wang Daming", "王小明")]),
        ("Wang  Daming", "王小明", [("", "not a reading of 王小明", "Wang  Daming", "王小明")]),
        ("by Wang  Daming", "王小明", [("", "not a reading of 王小明", "by Wang  Daming", "王小明")]),
        ("Wangxiaomin", "王小明", [("info", "not a reading of 王小明", "Wangxiaomin", "王小明")]),
        ("Lao Sha", "老　舍", [("", "not a reading of 老舍", "Lao Sha", "老　")]),
        ("Our Staff Reporter", "王小明", [("", "王小明 is not among the authors", "Our Staff Reporter", "王小明")]),
        ("Wang Daming", "王小東", [("", "not a reading of 王小東", "Wang Daming", "王小東")]),
        ("", "王小明", []),
        ("Wang Daming", "", []),
    ],
)
def test_an_author_that_is_read_otherwise(author: str, original: str, expected: list[Said]) -> None:
    assert said("H303", case_of({"author": author, "zh_author": original})) == expected
