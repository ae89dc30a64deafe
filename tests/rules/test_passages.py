"""What the rules of passages say, to the word, and where: what is left out, put in, said twice or goes in circles."""

from __future__ import annotations

import pytest
from rule_hits import case_of, hits_of, said

from duizhao.validator.align import Bead
from duizhao.validator.rules.p104_omission import _merged
from duizhao.validator.text.weights import Weight

A, B = "The harvest is very good this year in the county.", "Everybody is determined to grow more next year."
ZH = "今年全县收成很好，农民都很高兴。"


def row(letters: int, expected: int) -> Weight:
    return Weight(Bead((0,), (0,)), letters, float(expected), 0)


@pytest.mark.parametrize(
    ("rows", "number", "is_merged"),
    [
        ([(100, 100), (0, 40), (100, 100)], 1, False),
        ([(120, 100), (0, 40), (100, 100)], 1, True),  # half of it more than the one above takes
        ([(119, 100), (0, 40), (100, 100)], 1, False),
        ([(100, 100), (0, 40), (120, 100)], 1, True),
        ([(100, 100), (0, 40), (119, 100)], 1, False),
        ([(200, 100), (100, 100), (0, 40), (100, 100), (200, 100)], 2, False),  # not beside it
        ([(0, 40), (120, 100)], 0, True),
        ([(0, 40), (100, 100), (200, 100)], 0, False),
        ([(120, 100), (0, 40)], 1, True),
        ([(200, 100), (100, 100), (0, 40)], 2, False),
        ([(0, 40)], 0, False),
        ([(80, 40), (100, 100)], 0, False),  # what it has too much itself is not a neighbour's
    ],
)
def test_a_paragraph_that_is_in_the_one_beside(rows: list[tuple[int, int]], number: int, is_merged: bool) -> None:
    assert _merged(tuple(row(*one) for one in rows), number) is is_merged


@pytest.mark.parametrize(
    ("length", "zh", "times"),
    [(400, "今年收成很好。", "15.0"), (400, "……", "400.0"), (401, "……", "401.0")],
)
def test_how_much_too_long_a_paragraph_is(length: int, zh: str, times: str) -> None:
    message = f"{times} times the length that the original leads to expect"
    assert said("P105", case_of({"en": "x" * length, "zh": zh})) == [("", message, "x" * 60, zh)]


@pytest.mark.parametrize(
    ("en", "zh", "expected"),
    [
        (f"{A} ¶ {A} ¶ {B} ¶ {B}", ZH, [(7, A), (11, B)]),
        (f"Short. ¶ {A} ¶ {A}", ZH, [(9, A)]),
        (f"{A} ¶ {A} ¶ {A}", ZH, [(7, A), (9, A)]),
        (f"{A} {B} ¶ {B} {A}", ZH, [(7, B), (7, A)]),
        (f"{A} {B} ¶ {A} {B}", ZH, [(7, f"{A} {B}"[:60])]),
        (f"{A} {B} ¶ Then: {A} {B}", ZH, [(7, B)]),
        (f"{A} ¶ Long live peace! {A}", ZH, [(7, A)]),
        (f"{A} ¶ {B}", ZH, []),
        (f"{A} ¶ {A}", f"{ZH}{ZH}", []),
        (f"{A} ¶ {A}", f"{ZH} ¶ {ZH}", []),
        (f"{A} ¶ {A}", f"{ZH} ¶ 好。好。", [(7, A)]),  # slogans of the original are none
    ],
)
def test_what_is_said_twice(en: str, zh: str, expected: list[tuple[int, str]]) -> None:
    case = case_of({"en": en, "zh": zh})
    found = [(case.text[: hit.en.start].count("\n"), case.words(hit.en)) for hit in hits_of("P106", case) if hit.en]
    assert found == expected


FILLER = "".join(chr(97 + at % 23) + chr(97 + at % 19) for at in range(40))
"""Letters that do not repeat."""
END = "|The end of it all, which is long enough to go on for a while more, and for another while."


@pytest.mark.parametrize(
    ("before", "loop", "times"),
    [
        (70, "abcdefg " * 4, 4),  # a probe of 24 letters stands where the loop begins, and once more behind it
        (70, "abcdefg " * 3 + "abcdefg", 0),
        (69, "abcdefg " * 4, 0),
        (71, "abcdefg " * 4, 0),
        (70, "abcdefg " * 5, 5),
        (142, "abcdefg " * 4, 4),  # as many steps on
        (20, "abcdefg " * 14, 13),  # longer than a step: wherever it stands
    ],
)
def test_a_loop(before: int, loop: str, times: int) -> None:
    case = case_of({"en": (FILLER * 2)[: before - 1] + "|" + loop + END, "zh": "农民在田里劳动。"})
    found = [(message, words) for _, message, words, _ in said("P108", case)]
    assert found == ([(f"the same words {times} times in a row", loop[:60])] if times else [])


@pytest.mark.parametrize(
    ("zh", "told"), [("农民在田里劳动。", True), ("增产增产增产增产增产", False), ("好好好", True)]
)
def test_an_original_that_repeats_itself(zh: str, told: bool) -> None:
    assert (said("P108", case_of({"en": "in the fields and " * 8, "zh": zh})) != []) is told


@pytest.mark.parametrize("before", range(4))
def test_an_original_that_laughs_repeats_itself_from_eight_times_on(before: int) -> None:
    for times, told in ((4, True), (8, False)):
        zh = "农民高兴"[:before] + "哈" * times + "，大家都很高兴，回家去了。"
        assert (said("P108", case_of({"en": "in the fields and " * 8, "zh": zh})) != []) is told
