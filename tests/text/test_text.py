"""What rules ask of a text: brackets, leftovers, languages and sizes."""

from __future__ import annotations

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.text.brackets import added_glosses
from duizhao.validator.text.common_names import named_in_both
from duizhao.validator.text.residue import residue
from duizhao.validator.text.sides import sides
from duizhao.validator.text.weights import _wordiness, opening, size


def case_of(zh: str, en: str) -> Case:
    return Case(parse(Source.decode("a.md", article_bytes({"zh": zh, "en": en}))), Settings())


@pytest.mark.parametrize(
    ("en", "zh", "expected"),
    [
        ("The committee (the first of its kind) met.", "委员会开会了。", [("(the first of its kind)", True)]),
        ("The committee (the first of its kind) met.", "委员会（第一个）开会了。", []),
        ("The committee (UNRRA) met.", "委员会开会了。", []),
        ("UNRRA (United Nations Relief and Rehabilitation Administration) met.", "联总开会了。", []),
        ("The PCC (People's Consultative Conference) met.", "政协开会了。", []),
        (
            "The PCX (People's Consultative Conference) met.",
            "政协开会了。",
            [("(People's Consultative Conference)", True)],
        ),
        ("The road (30 km) was built.", "公路修好了。", []),
        ("The committee (a) met, (b) voted.", "委员会开会了。", []),
        ("The committee (iv) met.", "委员会开会了。", []),
        ("The committee (委员会) met.", "委员会开会了。", []),
        ("The committee [the first of its kind] met.", "委员会开会了。", []),
        ("(The first of its kind) met the committee.", "委员会开会了。", []),
        ("He said “yes” (that is how it was put) and went.", "他说是，就走了。", [("(that is how it was put)", True)]),
        ("The committee (PlaNeT) met.", "委员会开会了。", []),  # half of it in capitals
        ("The committee (PlaNets) met.", "委员会开会了。", [("(PlaNets)", True)]),
        ("The committee (Planet) met.", "委员会开会了。", [("(Planet)", True)]),
        (f"The committee ({'x' * 40}) met.", "委员会开会了。", [(f"({'x' * 40})", True)]),
        (f"The committee ({'x' * 41}) met.", "委员会开会了。", [(f"({'x' * 41})", False)]),  # may be text of its own
        (
            "The committee (of the county) met, and the board (of the plant) voted.",
            "委员会（县的）开会，董事会投票。",
            [("(of the plant)", True)],
        ),
        (
            "The committee (of the county) met, and the board (of the plant) voted.",
            "委员会开会，董事会（厂的）投票。",
            [("(of the county)", True)],
        ),
    ],
)
def test_brackets_that_the_original_does_not_have(en: str, zh: str, expected: list[tuple[str, bool]]) -> None:
    case = case_of(zh, en)
    assert [(case.words(one.span), one.sure) for one in added_glosses(case)] == expected


@pytest.mark.parametrize(
    ("en", "kind", "expected"),
    [
        ("The 钢铁 works.", "left", ["钢铁"]),
        ("The works (钢铁) met.", "glosses", ["钢铁"]),
        ("The works(钢铁) met.", "glosses", ["钢铁"]),
        ("The works (钢铁, steel) met.", "glosses", ["钢铁"]),
        ("The works “钢铁” met.", "quoted", ["钢铁"]),
        ("The works. (钢铁) met.", "left", ["钢铁"]),  # no word that it explains
        ("The works “钢铁 met.", "left", ["钢铁"]),
        ("The 钢，铁 works.", "left", ["钢，铁"]),
        ("The 钢，，，铁 works.", "left", ["钢，，，铁"]),
        ("The 钢，，，，铁 works.", "left", ["钢", "铁"]),
        ("The 钢 a 铁 works.", "left", ["钢", "铁"]),
        ("The gang钢tie works.", "left", ["gang钢tie"]),
        (f"The {'g' * 20}钢 works.", "left", [f"{'g' * 20}钢"]),
        (f"The {'g' * 21}钢 works.", "left", [f"{'g' * 20}钢"]),
        (f"The 钢{'g' * 21} works.", "left", [f"钢{'g' * 20}"]),
        (
            "李明 Li Ming ¶ 王海 Wang Hai ¶ 张山 Zhang Shan",
            "entities",
            ["李明 Li Ming\n\n王海 Wang Hai\n\n张山 Zhang Shan"],
        ),
        ("李明 Li Ming ¶ 王海 Wang Hai", "left", ["李明", "王海"]),
        ("李明 Li Ming ¶ 王海 Wang Hai ¶ 张山 Zhang Shan ¶ The 钢铁 works.", "left", ["钢铁"]),
    ],
)
def test_chinese_in_the_english(en: str, kind: str, expected: list[str]) -> None:
    case = case_of("今年收成很好，农民都很高兴。", en)
    assert [case.words(span) for span in getattr(residue(case), kind)] == expected


@pytest.mark.parametrize(
    ("en", "zh", "expected"),
    [
        ("The harvest is good.", "收成很好。", ("english", "chinese")),
        ("收成很好。", "The harvest is good.", ("chinese", "english")),
        ("1958, 1959", "—— 1958", ("neither", "neither")),
        ("abcdef 收成", "收成", ("english", "chinese")),  # three letters for a character
        ("abcde 收成", "收成", ("chinese", "chinese")),
        ("Résumé", "收成", ("english", "chinese")),
    ],
)
def test_the_language_of_a_side(en: str, zh: str, expected: tuple[str, str]) -> None:
    assert sides(case_of(zh, en)) == expected


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([(60, 20), (80, 20), (100, 20)], 4.0),  # the median
        ([(60, 20), (80, 20)], 0.0),  # too few
        ([(300, 60), (180, 60)], 5.0),  # but long enough
        ([(300, 60), (177, 59)], 0.0),
        ([(57, 19), (57, 19), (57, 19), (57, 19)], 0.0),  # too short to tell
        ([(57, 19), (60, 20), (80, 20), (100, 20)], 4.0),
    ],
)
def test_how_wordy_a_translation_is(pairs: list[tuple[int, int]], expected: float) -> None:
    assert _wordiness(pairs) == expected


def test_sizes_and_first_lines() -> None:
    assert size("收成 is good，1958年") == (3, 10)
    case = case_of("收成很好。", f"{'x' * 70}")
    first = case.article.english.paragraphs[0]
    whole = opening(first, case.text)  # type: ignore[arg-type]
    assert case.words(whole) == "x" * 60


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("北京和上海", "Beijing and Shanghai", (2, 2)),
        ("北京和上海", "Beijing and Paris", (2, 1)),
        ("北京", "nowhere", (1, 0)),
        ("没有", "Beijing", (0, 0)),
        ("北京、上海、天津、美国", "Tianjin and America", (4, 2)),
    ],
)
def test_names_that_every_translator_knows(zh: str, en: str, expected: tuple[int, int]) -> None:
    assert named_in_both(zh, en) == expected
