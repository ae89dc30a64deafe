"""How long a translation is to be expected, and which of several paragraphs it then lacks."""

from __future__ import annotations

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source, Span
from duizhao.validator.align import Bead
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.text.weights import Weight, left_out, opening, size, span_of, weights

FLOOD = (
    "南边遭了水灾房屋倒塌牲口淹死农民生活十分困难政府已经派人前去救济"
    "发动群众挖沟排水抢种晚秋作物准备战胜灾荒渡过难关不让一个人饿死"
)


def case_of(zh: str, en: str) -> Case:
    return Case(parse(Source.decode("a.md", article_bytes({"zh": zh, "en": en}))), Settings())


def test_paragraphs_are_weighed_by_what_the_others_take() -> None:
    told = [FLOOD[:20], FLOOD[20:45], FLOOD[30:60]]
    case = case_of(" ¶ ".join(f"{one}。" for one in told), " ¶ ".join("x" * 4 * len(one) for one in told))
    assert weights(case) == (
        Weight(Bead((0,), (0,)), 80, 80.0, 20),
        Weight(Bead((1,), (1,)), 100, 100.0, 25),
        Weight(Bead((2,), (2,)), 120, 120.0, 30),
    )


def test_letters_of_the_original_count_for_themselves() -> None:
    case = case_of(f"{FLOOD[:40]}AK47。", "x" * 144)
    assert size(case.article.chinese.paragraphs[0].text) == (40, 4)
    (only,) = weights(case)
    assert only == Weight(Bead((0,), (0,)), 144, 40 * case.alignment.ratio + 4, 40)


def test_two_paragraphs_of_one_tell_nothing_of_the_others() -> None:
    case = case_of(f"{FLOOD[:60]}。 ¶ {FLOOD[:60]}。", "x" * 400)
    assert [one.bead for one in weights(case)] == [Bead((0,), (0, 1))]
    assert weights(case)[0].expected == 120 * case.alignment.ratio


def lacking(han: tuple[int, ...], letters: int, expected: float = 200.0, en: str = "x") -> int | None:
    """Which paragraph of so many characters is missing from so many letters."""
    zh = " ¶ ".join(FLOOD[:count] for count in han)
    weight = Weight(Bead((0,), tuple(range(len(han)))), letters, expected, sum(han))
    return left_out(case_of(zh, en), weight)


@pytest.mark.parametrize(
    ("han", "letters", "missing"),
    [
        ((30, 50), 125, 0),  # the second takes 125 of 200
        ((50, 30), 125, 1),
        ((30, 50), 155, 0),
        ((30, 50), 156, None),  # long enough for both
        ((30, 50), 105, 0),  # both fit, and this one better
        ((30, 50), 95, 1),
        ((30, 50), 45, 1),  # 15 % from what the first would take
        ((30, 50), 44, None),
        ((20, 60), 150, 0),
        ((19, 60), 150, None),  # too short to tell
        ((30, 50), 0, None),
        ((50, 1), 0, None),  # of nothing nothing is missing, though the first fits
        ((50,), 100, None),
        ((25, 25, 30), 125, 2),
    ],
)
def test_which_paragraph_fits_what_is_missing(han: tuple[int, ...], letters: int, missing: int | None) -> None:
    assert lacking(han, letters) == missing


def test_of_those_that_fit_the_one_whose_numbers_are_missing() -> None:
    zh = [
        "今年全县收成很好，农民都很高兴，交了公粮五千三百斤。",
        "南边遭了水灾房屋倒塌，淹死牲口三百二十头，还有别的。",
    ]
    for order, number in ((zh, "5,300"), (zh[::-1], "320")):
        case = case_of(" ¶ ".join(order), f"There were {number} of them.")
        assert left_out(case, Weight(Bead((0,), (0, 1)), 100, 200.0, 46)) == 1


@pytest.mark.parametrize(
    ("text", "span", "longest", "expected"),
    [
        ("abcdef", (0, 6), 60, (0, 6)),
        ("abcdef", (1, 5), 3, (1, 4)),
        ("abcdef", (1, 4), 3, (1, 4)),
        ("ab\ncdef", (0, 7), 60, (0, 2)),
        ("ab\ncdef", (0, 2), 60, (0, 2)),
        ("\nab", (0, 3), 60, (0, 0)),
        ("x" * 70, (5, 70), 60, (5, 65)),
    ],
)
def test_the_first_line_of_a_span(text: str, span: tuple[int, int], longest: int, expected: tuple[int, int]) -> None:
    assert opening(Span(*span), text, longest) == Span(*expected)
    assert longest != 60 or opening(Span(*span), text) == Span(*expected)


def test_from_the_first_to_the_last_of_some_paragraphs() -> None:
    paragraphs = case_of("开会。", "One. ¶ Two. ¶ Three. ¶ Four.").article.english.paragraphs
    assert span_of(paragraphs, (1, 2)) == Span(paragraphs[1].start, paragraphs[2].end)
    assert span_of(paragraphs, (1,)) == Span(paragraphs[1].start, paragraphs[1].end)
