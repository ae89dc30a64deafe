"""Bytes to text, and every offset to its line and column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.errors import Exit, UnreadableError
from duizhao.source import BOM, Excerpt, Position, Source, Stretch

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, (1, 1)),
        ("abc", 0, (1, 1)),
        ("abc", 3, (1, 4)),
        ("a\nb", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("a\nb\n", 4, (3, 1)),
        ("\n\n\n", 2, (3, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb", 2, (1, 3)),
        ("a\u2028b\x0bc", 4, (1, 5)),
        ("产煤\n一万𠀋吨", 6, (2, 4)),
    ],
)
def test_position(text: str, offset: int, position: tuple[int, int]) -> None:
    assert Source("a.txt", text).position(offset) == Position(*position)


@pytest.mark.parametrize(
    ("text", "number", "line"),
    [
        ("", 1, ""),
        ("a\nb\nc", 2, "b"),
        ("a\nb\nc", 3, "c"),
        ("a\r\nb\r\n", 1, "a"),
        ("a\r\nb\r\n", 2, "b"),
        ("a\r\nb\r\n", 3, ""),
        ("a\r\r\nb", 1, "a\r"),
        ("　丰收\n", 1, "　丰收"),
    ],
)
def test_line(text: str, number: int, line: str) -> None:
    assert Source("a.txt", text).line(number) == line


@given(TEXTS, st.booleans())
def test_decoding_loses_nothing(text: str, bom: bool) -> None:
    data = (BOM if bom else b"") + text.encode()
    assert Source.decode("a.txt", data).encode() == data


def test_a_byte_order_mark_is_no_text() -> None:
    source = Source.decode("a.txt", BOM + "Title: 甲".encode())
    assert source.bom
    assert source.text == "Title: 甲"
    assert source.position(0) == (1, 1)


@given(TEXTS, st.data())
def test_every_offset_lies_on_its_line(text: str, data: st.DataObject) -> None:
    source = Source("a.txt", text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = source.position(offset)
    assert line == text.count("\n", 0, offset) + 1
    assert text.split("\n")[line - 1][: column - 1] == text[:offset].rsplit("\n", 1)[-1]
    assert source.line(line) == text.split("\n")[line - 1].removesuffix("\r")


@pytest.mark.parametrize(
    ("data", "line", "column", "says"),
    [
        (b"\xff\xfeT\x00", 1, 1, "0xff"),
        (b"Title: a\nAuthor: \xc4\xe3\n", 2, 9, "0xc4"),
        ("产煤\n一万".encode() + b"\x80", 2, 3, "0x80"),
        ("产".encode()[:2], 1, 1, "0xe4"),
        (b"\xed\xa0\x80", 1, 1, "0xed"),
        (BOM + b"a\xff", 1, 2, "0xff"),
        ("产\n一\0".encode(), 2, 2, "NUL"),
        (b"\0", 1, 1, "NUL"),
    ],
)
def test_what_is_no_text_is_refused_at_its_place(data: bytes, line: int, column: int, says: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        Source.decode("a.txt", data)
    assert (caught.value.path, caught.value.line, caught.value.column) == ("a.txt", line, column)
    assert says in caught.value.message
    assert str(caught.value).startswith(f"a.txt:{line}:{column}: ")
    assert caught.value.exit_code is Exit.UNREADABLE


def test_an_excerpt_has_the_places_of_the_whole() -> None:
    whole = Source("a.html", "ab&amp;c\n<b>de</b>f")
    stretches = [
        Stretch(0, 0, 0),
        Stretch(2, 0, 2),
        Stretch(4, 2, 7),
        Stretch(5, 7, 8),
        Stretch(6, 12, 14),
        Stretch(8, 14, 14),
    ]
    excerpt = Excerpt(whole, "T:ab&cde!", stretches)
    places = [whole.text[excerpt.origin(n)] for n in range(2, 8)]
    assert places == list("ab&cde")
    assert excerpt.position(0) == excerpt.position(1) == (1, 1)
    assert excerpt.position(6) == (2, 4)
    assert [excerpt.end_position(n) for n in (4, 5, 6, 8, 9)] == [(1, 3), (1, 8), (1, 9), (2, 6), (2, 6)]
    assert [excerpt.inside(n) for n in (0, 2, 4, 6, 7, 12, 13, 14)] == [2, 4, 4, 4, 5, 6, 7, None]
    assert [whole.inside(n) for n in (-1, 0, 17, 99)] == [None, 0, 17, None]
    assert excerpt.line(2) == "<b>de</b>f"
    assert excerpt.path == "a.html"
