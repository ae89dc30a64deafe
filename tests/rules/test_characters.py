"""What the rules of single characters, of foreign words and of the translator's own words say, and of what."""

from __future__ import annotations

import pytest
from rule_hits import Said, case_of, case_of_text, said

from duizhao.schema.publication import Publication
from duizhao.validator.configuration.settings import Settings

SIMPLIFIED = (
    "丛东丝丢两严丧个临为丽举义乌乐乔习乡书买乱亏亚产亩亲亵亿仅从仑仓仪们众会伛伞伟传伤伥伦伧伪伫佥侠侥侦侧侨侩侪侬俣俦俨俩俪俭债倾偬偻偾偿傥傧储傩兰关兴兹养兽冁冈写军冯冻"
    "凤凫凭凯击凿刍刘则刚创刭刽刿剀剂剐剑剧劝办务"
)
"""Characters that only the simplified script has."""
TRADITIONAL = "們佇偉側偵偽傑傖"
MIXED = "{} characters in a text in the other standard"
OTHER = "the text is in {} characters, those of the newspaper are {}"


@pytest.mark.parametrize(
    ("rare", "others", "severity"),
    [(4, 5, "info"), (4, 80, "info"), (5, 5, ""), (5, 100, ""), (5, 101, "info"), (6, 101, "")],
)
def test_how_many_characters_of_the_other_script_make_a_patchwork(rare: int, others: int, severity: str) -> None:
    zh = f"{TRADITIONAL[:rare]}火{SIMPLIFIED[:others]}"
    expected = [(severity, MIXED.format("traditional"), None, TRADITIONAL[:rare])]
    assert said("P204", case_of({"headline": "火", "zh": zh})) == expected
    zh = f"{SIMPLIFIED[:2]}火{SIMPLIFIED[2]}{TRADITIONAL[:4]}"
    assert [words for *_, words in said("P204", case_of({"headline": "火", "zh": zh}))] == [
        SIMPLIFIED[:2],
        SIMPLIFIED[2],
    ]


@pytest.mark.parametrize(
    ("script", "zh", "expected"),
    [
        ("simplified", TRADITIONAL[:5], [("", OTHER.format("traditional", "simplified"), None, TRADITIONAL[:5])]),
        ("simplified", TRADITIONAL[:4], [("info", MIXED.format("traditional"), None, TRADITIONAL[:4])]),
        (
            "simplified",
            f"{TRADITIONAL[:5]}火{SIMPLIFIED[:5]}",  # as many of its own
            [("", MIXED.format("traditional"), None, TRADITIONAL[:5])],
        ),
        ("traditional", SIMPLIFIED[:6], [("", OTHER.format("simplified", "traditional"), None, SIMPLIFIED[:6])]),
        ("traditional", TRADITIONAL, []),
        ("simplified", SIMPLIFIED, []),
    ],
)
def test_a_text_that_is_not_in_the_script_of_its_newspaper(script: str, zh: str, expected: list[Said]) -> None:
    settings = Settings(publication=Publication("example", script=script))
    assert said("P204", case_of({"headline": "火", "zh": zh}, settings)) == expected


BLANKS = "blanks before a stop seem to stand for lost characters"
PRIVATE = "a private character, which each font shows differently"
LOST = "a character was lost here (U+FFFD)"
QUESTION = "`?` seems to stand for a lost character"


@pytest.mark.parametrize(
    ("en", "zh", "expected"),
    [
        ("g\ufffd\ufffdd", "收\ufffd好", [("", LOST, "\ufffd\ufffd", None), ("", LOST, None, "\ufffd")]),
        ("g\ue000d", "收\ue000好", [("warning", PRIVATE, "\ue000", None), ("warning", PRIVATE, None, "\ue000")]),
        ("good", "二十\u3000\u3000，好", [("info", BLANKS, None, "\u3000\u3000")]),
        ("good", "二十\u3000好，好", []),
        ("good", "睢?战役", [("warning", QUESTION, None, "?")]),
        ("good", "收成好吗?大家说好", []),
        ("good", "好吗，收成??大家说好", []),
        ("good", "好吗。收成?大家说好", [("warning", QUESTION, None, "?")]),
        ("good", "谁说的？收成?大家说好", [("warning", QUESTION, None, "?")]),
        ("good", "收成很好?", []),  # at the end of the text
    ],
)
def test_lost_characters(en: str, zh: str, expected: list[Said]) -> None:
    assert said("P206", case_of({"en": en, "zh": zh})) == expected


def test_what_asks_stands_in_the_sentence_and_near() -> None:
    for between, told in ((58, False), (59, False), (60, True)):
        zh = f"谁{'今' * between}?战役"
        assert (said("P206", case_of({"zh": zh})) != []) is told, between


@pytest.mark.parametrize(
    ("en", "zh", "expected"),
    [
        ("har\u200bvest", "好", [("warning", "zero width space (U+200B)", "\u200b", None)]),
        ("har\u00advest", "好", [("warning", "soft hyphen (U+00AD)", "\u00ad", None)]),
        ("har\u200b\u200evest", "好", [("", "zero width space (U+200B, U+200E)", "\u200b\u200e", None)]),
        ("a\u200eb", "好", [("", "a mark that turns the direction of writing (U+200E)", "\u200e", None)]),
        ("a\u200db", "好", [("", "zero width joiner (U+200D)", "\u200d", None)]),
        ("a \U0001f468\u200d\U0001f469 b", "好", []),  # they join pictures
        ("a \u2764\ufe0f\u200d\U0001f525 b", "好", []),
        ("a \U0001f468\u200e b", "好", [("", "a mark that turns the direction of writing (U+200E)", "\u200e", None)]),
        ("a \U0001f000\u200d\U0001f469 b", "好", []),
        ("good", "好\u2764\ufe0f\u200d\U0001f525好", []),
        ("good", "好\u200b好", [("warning", "zero width space (U+200B)", None, "\u200b")]),
        (
            "a\x01\x02\x03\x04b",
            "好\x07好",
            [
                ("", "a control character (U+0001, U+0002, U+0003)", "\x01\x02\x03\x04", None),
                ("", "a control character (U+0007)", None, "\x07"),
            ],
        ),
    ],
)
def test_invisible_characters(en: str, zh: str, expected: list[Said]) -> None:
    assert said("P207", case_of({"en": en, "zh": zh})) == expected


def test_a_placeholder() -> None:
    message = "a placeholder for a character the archive could not store"
    found = said("P208", case_of({"zh": "指着破铁＠柄□□。"}))
    assert found == [("", message, None, "＠"), ("", message, None, "□□")]


@pytest.mark.parametrize(
    ("en", "zh", "expected"),
    [
        ("The Мир paper.", "好。", [("", "Cyrillic script in the English", "Мир", None)]),
        ("The M\u043escow paper.", "好。", []),  # a mixed word, which `P203` tells
        ("The M\u043escow Мир.", "好。", [("", "Cyrillic script in the English", "Мир", None)]),
        (
            "Good 좋다.",
            "好の。",
            [
                ("", "Korean script in the English", "좋다", None),
                ("warning", "Japanese kana in the Chinese", None, "の"),
            ],
        ),
        ("All met.", "好Мир。", [("warning", "Cyrillic script in the Chinese", None, "Мир")]),
    ],
)
def test_other_scripts(en: str, zh: str, expected: list[Said]) -> None:
    assert said("P202", case_of({"en": en, "zh": zh})) == expected


def test_chinese_in_brackets() -> None:
    case = case_of({"en": "The works (钢铁) met (in the town).", "zh": "钢铁厂开会。"})
    assert said("P302", case) == [
        ("", "a bracket that the original has not", "(in the town)", None),
        ("info", "a Chinese word in brackets", "钢铁", None),
    ]


@pytest.mark.parametrize(
    ("en", "told"),
    [
        ("[Ji Zhong Electric] The harvest is good.", "[Ji Zhong Electric]"),
        ("The harvest is good. ¶ Ji Zhong Electric: All met.", "Ji Zhong Electric:"),
        ("The harvest is good [Ji Zhong Electric].", None),  # not at its head
        ("The Electric Plant is good.", None),
    ],
)
def test_a_dispatch_that_became_electric(en: str, told: str | None) -> None:
    expected = [("", "电 of a dateline is a dispatch", told, None)] if told else []
    assert said("P306", case_of({"en": en, "zh": "【冀中电】今年收成很好。"})) == expected
    assert said("P306", case_of({"en": en, "zh": "今年收成很好。"})) == []


OURS, THEIRS = "this is no part of the article", "this seems to be no part of the article"


@pytest.mark.parametrize(
    ("en", "zh", "expected"),
    [
        (
            "Fine. ¶   Here is the translation of it: ¶ Good.",
            "好。",
            [("", OURS, "Here is the translation of it:", None)],
        ),
        ("Here is the translation of it: ¶ Good.", "好。", [("", OURS, "Here is the translation of it:", None)]),
        ("Fine. ¶   Sure, here it is.", "好。", [("", OURS, "Sure, here it is.", None)]),
        ("He translated Gorky.", "他翻译高尔基的书。", []),
        ("Fine.", "以下是翻译：好。", [("warning", THEIRS, None, "以下是翻译：好")]),
        ("Fine.", "作为人工智能，我不能。", [("warning", THEIRS, None, "作为人工智能，我不能")]),
        ("Fine.", "譯者註：好。", [("warning", THEIRS, None, "譯者註：")]),
        ("Fine.", "譯文如下。", [("warning", THEIRS, None, "譯文如下")]),
    ],
)
def test_words_of_the_translator(en: str, zh: str, expected: list[Said]) -> None:
    assert said("P301", case_of({"en": en, "zh": zh})) == expected


def test_a_file_without_a_header_begins_with_its_text() -> None:
    text = "Here is the translation of it:\n\nAll **met**.\n\n<hr />\nOriginal:\n\n### 丰收\n\n    好。\n"
    assert said("P301", case_of_text(text)) == [("", OURS, "Here is the translation of it:", None)]
    assert said("P303", case_of_text(text)) == [("", "markup left in the English", "**met**", None)]


def test_a_title_is_none_of_the_text() -> None:
    assert said("P301", case_of({"title": "Translation: a Harvest, translated by AI"})) == []
    assert said("P303", case_of({"title": "A **Good** Harvest", "headline": "**丰收**"})) == []


@pytest.mark.parametrize(
    ("en", "zh", "expected"),
    [
        ("All met. nextSend", "好。", [("nextSend", None)]),
        ("All met. ¶    ## Head", "好。", [("##", None)]),
        ("**a** and <b>b</b>, `c`", "好。", [("**a**", None), ("<b>", None), ("</b>", None)]),
        ("R&amp;D, [x](y).", "好。", [("&amp;", None), ("[x](y)", None)]),
        ("5 * 3 = 15", "好。", []),
        ("All.", "好**很**。 ¶ 好。 ¶ **大** **小**", [(None, "**很**"), (None, "**大**"), (None, "**小**")]),
        ("All **met**.", "", [("**met**", None)]),
    ],
)
def test_markup(en: str, zh: str, expected: list[tuple[str | None, str | None]]) -> None:
    rows = [
        ("", f"markup left in the {'English' if en_words else 'Chinese'}", en_words, zh_words)
        for en_words, zh_words in expected
    ]
    assert said("P303", case_of({"en": en, "zh": zh})) == rows
