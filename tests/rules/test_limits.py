"""How long a passage must be, and how much of it missing, before a rule speaks: to the letter."""

from __future__ import annotations

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.running.engine import check_article

CHINESE = "全县农民积极参加兴修水利运动挖渠打井抗旱保苗争取今年农业丰收支援国家工业建设提高社员生活水平"
ENGLISH = "the farmers of the whole county took an active part in building irrigation works and digging wells "
BEFORE = ("The harvest was 52,300 tons in the county.", "全县收成五万二千三百吨。")
BEHIND = ("They will grow 61,800 tons next year.", "明年要打六万一千八百吨。")


def zh(count: int) -> str:
    """A Chinese paragraph of so many characters and a full stop."""
    return (CHINESE * 20)[:count] + "。"


def en(count: int) -> str:
    """An English one of so many letters, its full stop among them."""
    return (ENGLISH * 40)[: count - 1].rstrip().ljust(count - 1, "s").capitalize() + "."


def found(code: str, english: str, chinese: str) -> list[tuple[str, str, str]]:
    """Severity, message and words of what a rule says."""
    article = parse(Source.decode("a.md", article_bytes({"en": english, "zh": chinese})))
    return [
        (one.severity.word, one.message, ((place := one.en or one.zh) and place.text) or "")
        for one in check_article(article, Settings())
        if one.rule == code
    ]


def between(code: str, english: str, chinese: str) -> list[tuple[str, str]]:
    """What a rule says of a passage between two that belong together beyond doubt."""
    sides = [
        " ¶ ".join(part for part in (BEFORE[side], passage, BEHIND[side]) if part)
        for side, passage in enumerate((english, chinese))
    ]
    return [(severity, message) for severity, message, _ in found(code, *sides)]


GONE = "this paragraph is not in the English"


@pytest.mark.parametrize(
    ("english", "chinese", "expected"),
    [
        (0, 11, []),  # a caption or a signature
        (0, 12, [("warning", GONE)]),
        (0, 24, [("warning", GONE)]),
        (0, 25, [("error", GONE)]),
        (39, 59, [("error", GONE)]),
        (40, 59, [("info", GONE)]),  # an English paragraph of its own may be the one
    ],
)
def test_a_paragraph_left_out(english: int, chinese: int, expected: list[tuple[str, str]]) -> None:
    assert between("P104", en(english) if english else "", zh(chinese)) == expected


@pytest.mark.parametrize(
    ("english", "chinese", "share"),
    [(40, 39, None), (40, 40, 36), (40, 41, 35), (66, 59, 40), (72, 59, 43), (78, 59, None)],
)
def test_a_paragraph_cut_short(english: int, chinese: int, share: int | None) -> None:
    first = ("The harvest is very good this year in the whole county.", "今年全县收成很好，农民都很高兴。")
    last = ("Everybody is determined to grow more next year.", "大家决心明年多打粮食，争取丰收。")
    sides = (f"{first[side]} ¶ {passage} ¶ {last[side]}" for side, passage in enumerate((en(english), zh(chinese))))
    part = "a part of this is not in the English, which has {} % of the length to be expected"
    said = [(severity, message) for severity, message, _ in found("P104", *sides)]
    assert said == ([("warning", part.format(share))] if share else [])


@pytest.mark.parametrize(("length", "told"), [(89, False), (90, True)])
def test_a_paragraph_put_in(length: int, told: bool) -> None:
    expected = [("warning", "this paragraph is not in the original")] if told else []
    assert between("P105", en(length), "") == expected


@pytest.mark.parametrize(("length", "told"), [(39, False), (40, True)])
def test_a_sentence_said_twice(length: int, told: bool) -> None:
    said = en(length)
    expected = [("warning", "the same words occur above, but once in the original", said)] if told else []
    assert found("P106", f"{said} ¶ Another thing. ¶ {said}", "今年收成很好。") == expected
    assert found("P106", f"{said} Another thing was said. {said} The end.", "今年收成很好。") == expected


@pytest.mark.parametrize(("length", "excused"), [(7, False), (8, True)])
def test_a_sentence_that_the_original_says_twice_too(length: int, excused: bool) -> None:
    said, original = en(60), zh(length)
    assert (found("P106", f"{said} ¶ {said}", f"{original} ¶ {original}") == []) is excused


BROKEN = "the English breaks off here"
OPEN = "the English ends without a full stop"
LONG = "The harvest is very good this year, and all the farmers of "


@pytest.mark.parametrize(
    ("english", "original", "expected"),
    [
        (f"{LONG}this county", zh(30), [("warning", OPEN, "county")]),
        (f"{LONG}this county", zh(30) + "”", [("warning", OPEN, "county")]),
        (f"{LONG}this county", zh(30)[:-1] + "！", [("warning", OPEN, "county")]),
        (f"{LONG}this county", zh(30)[:-1], []),  # the original has none either
        (f"{LONG}this county”", zh(30), [("warning", OPEN, "county")]),
        (f"{LONG}this county.", zh(30), []),
        (f"{LONG}this county.”", zh(30), []),
        (f"{LONG}this county…", zh(30), []),
        (f"{LONG}all THE", zh(30), [("error", BROKEN, "THE")]),
        (f"{LONG}this county,", zh(30), [("error", BROKEN, "county,")]),
        (f"{LONG}this county:", zh(30), [("error", BROKEN, "county:")]),
        (f"{LONG}this county (", zh(30), [("error", BROKEN, "(")]),
        (f"{LONG}this county –", zh(30), [("error", BROKEN, "–")]),
        (f"{LONG}a"[:-1] + "x", zh(30), [("warning", OPEN, "x")]),  # sixty letters
        (f"{LONG}".rstrip(), zh(30), []),  # fifty-eight: a signature
        (f"{LONG}".rstrip() + "f", zh(30), []),
    ],
)
def test_a_text_that_breaks_off(english: str, original: str, expected: list[tuple[str, str, str]]) -> None:
    assert found("P107", english, original) == expected


@pytest.mark.parametrize(
    ("numbers", "shared", "severity"),
    [
        (3, 0, None),  # too few to tell
        (4, 0, "warning"),
        (4, 1, "warning"),  # a quarter: chance gives as many
        (4, 2, None),
        (7, 1, "warning"),
        (7, 2, None),
        (8, 0, "error"),
        (8, 2, "error"),
        (8, 3, None),
    ],
)
def test_numbers_of_another_article(numbers: int, shared: int, severity: str | None) -> None:
    ours = [1000 + 7 * number for number in range(numbers)]
    theirs = ours[:shared] + [50000 + 11 * number for number in range(numbers - shared)]
    english = "; ".join(f"{one} cows" for one in ours) + "."
    said = found("P109", english, "，".join(f"{one}头牛" for one in theirs) + "。")
    assert [one[0] for one in said] == ([severity] if severity else [])


@pytest.mark.parametrize(("length", "severity"), [(40, "warning"), (41, "info")])
def test_a_long_bracket_may_be_text(length: int, severity: str) -> None:
    said = found("P302", f"The committee ({'x' * length}) met.", "委员会开会了。")
    assert [one[0] for one in said] == [severity]


@pytest.mark.parametrize(
    ("code", "english", "chinese", "expected"),
    [
        ("P205", "All met.", "开会了。锟斤拷", [("error", "wrongly decoded text", "锟斤拷")]),
        ("P203", "All m\u0435t.", "开会了。", [("error", "letters of two scripts in one word", "m\u0435t")]),
        ("P202", "All met Мир here.", "开会了。", [("error", "Cyrillic script in the English", "Мир")]),
        ("P302", "The committee (PC) met.", "委员会开会了。", []),
        (
            "P302",
            "The committee (Pc) met.",
            "委员会开会了。",
            [("warning", "a bracket that the original has not", "(Pc)")],
        ),
    ],
)
def test_signs_of_other_scripts(code: str, english: str, chinese: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(code, english, chinese) == expected
