"""Lines that say where a text comes from: which are no more than that, and which begin with it."""

from __future__ import annotations

import pytest

from duizhao.validator.text.datelines import (
    begins_with_dateline,
    chinese_dateline,
    is_chinese_dateline,
    is_credit,
    is_dateline,
)

OWN = ("(PLACE, DATE)", "（PLACE，DATE）")
"""How a newspaper writes them without a word of the trade."""


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("[Xinhua News Agency]", True),
        ("  [Xinhua News Agency]  ", True),
        ("(Xinhua News Agency)", True),
        ("【Xinhua News Agency】", True),
        ("[Xinhua News Agency] Rain", False),  # it goes on
        ("Xinhua News Agency", True),
        ("Xinhua News Agency, Changsha, July 12:", True),
        ("Rain in Hunan", False),
        ("", False),
        ("[" + "Xinhua News Agency ".ljust(88, "x") + "]", True),
        ("[" + "Xinhua News Agency ".ljust(89, "x") + "]", False),
    ],
)
def test_an_english_line_that_is_a_dateline(line: str, is_one: bool) -> None:
    assert is_dateline(line) is is_one


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("(Nanjing, July 7)", True),
        (" (Nanjing, July 7) ", True),
        ("(Nanjing, July 7) Rain.", False),
        ("Rain.", False),
        ("", False),
        ("[Xinhua News Agency]", True),
    ],
)
def test_an_english_line_as_the_newspaper_writes_datelines(line: str, is_one: bool) -> None:
    assert is_dateline(line, OWN) is is_one


@pytest.mark.parametrize(
    ("line", "own", "is_one"),
    [
        ("新华社长沙十二日电", (), True),
        ("【新华社长沙十二日电】", (), True),
        (" 本报讯 ", (), True),
        ("今年收成很好。", (), False),
        ("", (), False),
        ("", OWN, False),
        ("（南京，七日）", (), False),
        ("（南京，七日）", OWN, True),
        ("（南京，七日）大雨。", OWN, False),
        ("新華社長沙十二日電", (), True),
    ],
)
def test_a_chinese_line_that_is_a_dateline(line: str, own: tuple[str, ...], is_one: bool) -> None:
    assert is_chinese_dateline(line, own) is is_one


@pytest.mark.parametrize(
    ("text", "own", "does"),
    [
        ("Xinhua, Changsha, July 12. The harvest is good.", (), True),
        ("The harvest is good.", (), False),
        ("x" * 63 + " xinhua", (), True),  # within seventy
        ("x" * 64 + " xinhua", (), False),
        ("(Nanjing, July 7) Rain.", (), False),
        ("(Nanjing, July 7) Rain.", OWN, True),
        ("Rain (Nanjing, July 7).", OWN, False),
    ],
)
def test_a_paragraph_that_begins_with_a_dateline(text: str, own: tuple[str, ...], does: bool) -> None:
    assert begins_with_dateline(text, own) is does


@pytest.mark.parametrize(
    ("text", "own", "dateline"),
    [
        ("新华社长沙十二日电　今年收成很好。", (), "新华社长沙十二日电"),
        ("【新华社长沙十二日电】今年收成很好。", (), "【新华社长沙十二日电】"),
        ("【本报】今年", (), "【本报】"),
        ("【讯】今年", (), "【讯】"),
        ("【丰收】今年收成很好，本报讯。", (), ""),  # no dateline in it
        ("【新华社长沙十二日电今年收成很好。", (), ""),  # it never ends
        ("】新华社长沙十二日电", (), ""),
        ("今年收成很好。新华社长沙十二日电", (), ""),
        ("【新华社" + "长" * 35 + "】今年", (), "【新华社" + "长" * 35 + "】"),
        ("【新华社" + "长" * 36 + "】今年", (), ""),  # too long for one
        ("（南京，七日）大雨。", (), ""),
        ("（南京，七日）大雨。", OWN, "（南京，七日）"),
        ("", (), ""),
    ],
)
def test_what_a_chinese_paragraph_begins_with(text: str, own: tuple[str, ...], dateline: str) -> None:
    assert chinese_dateline(text, own) == dateline


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("图片由本社供稿", True),
        ("【新华社讯】", True),
        ("今年收成很好", False),
        ("图片由" + "今" * 35 + "供稿", True),
        ("图片由" + "今" * 36 + "供稿", False),  # longer than any
    ],
)
def test_a_line_that_is_a_credit(line: str, is_one: bool) -> None:
    assert is_credit(line) is is_one


@pytest.mark.parametrize(
    ("length", "end", "dateline"), [(45, "x", True), (46, "x", False), (46, ":", True), (91, ":", False)]
)
def test_how_long_a_byline_is(length: int, end: str, dateline: bool) -> None:
    assert is_dateline("By our own reporter ".ljust(length - 1, "x") + end) is dateline
