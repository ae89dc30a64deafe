"""Texts that went through the wrong encoding."""

from __future__ import annotations

import pytest

from duizhao.validator.text.mojibake import _from_1252, _from_gbk, _from_latin1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("锛屽煿鍏荤殑", "，培养的"),
        ("钢铁", ""),
        ("鐨", ""),  # one character is no text
        ("涓鍥", ""),
        ("鐨勩", ""),
        ("浠婂勾鐨勫ソ", "今年的好"),
        ("浠婂勾鐨勫ソa", "今年的好a"),  # four of five
        ("鐨勪汉", "的人"),
        ("鐨勫ソa", ""),  # two of three
        ("浠婂勾鐨勫ソ中", "今年的好"),  # a part that is lost
        ("浠婂勾鐨勫ソ中中", ""),  # too much of it
    ],
)
def test_utf8_read_as_gbk(text: str, expected: str) -> None:
    assert _from_gbk(text) == expected


def test_other_wrong_encodings() -> None:
    assert _from_1252("Ã©") == "é"
    assert _from_1252("é") == ""
    assert _from_latin1("¡¡ÖÐ¹ú") == "　中国"
    assert _from_latin1("¡¡¡¡ÖÐ") == ""
