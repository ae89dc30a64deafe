"""What a half is written with, and in which language it is."""

from __future__ import annotations

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source, Span
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.text.mixed import mixed_words
from duizhao.validator.text.mojibake import _bytes_of_1252, _from_1252, _from_latin1, mojibake
from duizhao.validator.text.scripts import LanguageText, _half, count_han, survey
from duizhao.validator.text.sides import sides


def case_of(**keys: str) -> Case:
    return Case(parse(Source.decode("a.md", article_bytes(keys))), Settings())


SOUND_CONTROLS = "\t\n\r"


@pytest.mark.parametrize("character", [*map(chr, range(0x20)), " ", "~", "\x7f", "\x80", "\x9f"])
@pytest.mark.parametrize("beside", ["plain", "收成"])
def test_control_characters_are_seen_in_any_text(character: str, beside: str) -> None:
    is_control = character not in f"{SOUND_CONTROLS} ~"
    for skip_han in (False, True):
        half = _half(f"{beside}{character}", 5, skip_han=skip_han)
        assert ("control" in half.kinds) is is_control
        at = len(beside) + 5
        assert list(half.runs("control")) == ([Span(at, at + 1)] if is_control else [])


@pytest.mark.parametrize(
    ("text", "skip_han", "kinds"),
    [
        ("All met.", False, set()),
        ("“All” — met…", False, set()),
        ("收成", False, {"han"}),
        ("收成", True, set()),
        ("收成Мир", True, {"cyrillic"}),
        ("㐀収", True, {"han"}),  # a rare character is looked at
        ("café", False, {"accented"}),
        ("丨", False, set()),  # the vertical bar
    ],
)
def test_kinds_of_characters(text: str, skip_han: bool, kinds: set[str]) -> None:
    half = _half(text, 0, skip_han=skip_han)
    assert half.kinds == kinds
    assert half.characters == (frozenset() if text.isascii() else frozenset(text))


def test_runs_stand_in_the_file() -> None:
    half = LanguageText("a收成b好", 10, frozenset("a收成b好"), frozenset({"han"}))
    assert list(half.runs("han")) == [Span(11, 13), Span(14, 15)]
    assert list(half.runs("kana")) == []
    assert count_han("a收成b好") == 3


def test_where_the_halves_are() -> None:
    case = case_of(en="All met.", zh="开会。")
    look = survey(case)
    assert look.en.start == 0
    assert look.en.text == case.text[: case.article.separator.start]  # type: ignore[union-attr]
    assert case.text[look.zh.start :].startswith(look.zh.text)
    assert look.zh.text.endswith("开会。\n")
    assert case.text[: look.body].endswith("Page: 2")


def test_named_entities_are_none_of_the_english() -> None:
    case = case_of(en="All met. ¶ **Named Entities** ¶ 李明 Li Ming ¶ 王海 Wang Hai", zh="开会。")
    assert survey(case).en.kinds == frozenset()
    assert "All met." in survey(case).en.text
    assert "李明" not in survey(case).en.text


@pytest.mark.parametrize(
    ("en", "words"),
    [
        ("The M\u043escow paper and the \u0391ll.", ["M\u043escow", "\u0391ll"]),
        ("The Мир paper.", []),
        ("A 5 \u03bcm film.", []),
        ("The Moscow paper.", []),
    ],
)
def test_words_of_two_scripts(en: str, words: list[str]) -> None:
    case = case_of(en=en, zh="开会。")
    assert [case.words(span) for span in mixed_words(case)] == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The farmerâ€™s house", [(20, 23, "’")]),
        ("â€™s house", [(10, 13, "’")]),
        ("The café", []),
        ("锟斤拷好烫烫烫", [(10, 13, ""), (14, 17, "")]),
        ("锛屽煿鍏荤殑", [(10, 16, "，培养的")]),
        # the same bytes may be taken for either: what begins first is told
        ("ÖÐ¹úÈË", [(10, 16, "中国人")]),
        ("锟斤拷。锛屽煿鍏荤殑", [(10, 13, ""), (14, 20, "，培养的")]),
    ],
)
def test_wrongly_decoded_text(text: str, found: list[tuple[int, int, str]]) -> None:
    half = _half(text, 10, skip_han=True)
    said = [(span.start, span.end, meant) for span, meant in mojibake(half)]
    assert said == found


@pytest.mark.parametrize(
    ("text", "data"),
    [("é", b"\xe9"), ("ÿ", b"\xff"), ("Ā", b""), ("€", b"\x80"), ("\x81", b"\x81"), ("好", b"")],
)
def test_bytes_that_were_read_as_windows_1252(text: str, data: bytes) -> None:
    assert _bytes_of_1252(text) == data


def test_a_text_that_says_the_same_was_not_decoded_wrongly() -> None:
    assert _from_1252("plain") == ""
    assert _from_latin1("¡¡ÖÐ") == ""  # half of it blanks


@pytest.mark.parametrize(
    ("en", "language"),
    [
        ("All met.", "english"),
        ("1958", "neither"),
        ("——", "neither"),
        ("收成", "chinese"),
        ("收a", "chinese"),
        ("收abc", "english"),  # three letters say as much
        ("收ab", "chinese"),
        ("x" * 600 + " ¶ " + "收" * 600, "english"),  # more would not change it
        ("x" * 598 + " ¶ " + "收" * 600, "chinese"),
        ("x" * 599 + " ¶ " + "收" * 600, "english"),
        ("x" * 600 + "收" * 600, "english"),
    ],
)
def test_the_language_of_a_half(en: str, language: str) -> None:
    assert sides(case_of(en=en, zh="收成很好。")).english == language


def test_a_half_without_text_has_no_language() -> None:
    assert sides(case_of(en="", zh="")) == ("empty", "empty")
