"""Findings drawn for people to judge, and what their verdicts come to."""

from __future__ import annotations

from collections import Counter

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.measuring.judged import Precision, overall, precision, sample, wilson
from duizhao.validator.report import FileResult
from duizhao.validator.running.engine import check_article

SETTINGS = Settings(select=("N",))
SCALE = {"zh": "今年很好。产粮一万五千吨。", "en": "The year is good. It produced 1,500 tons of grain. All were glad."}
MISSING = {
    "zh": "天很好。 ¶ 歼灭敌人三百四十人，缴获步枪一百二十支。",
    "en": "It is fine. ¶ Our army wiped out 340 and captured rifles.",
}


def result(path: str, keys: dict[str, str]) -> FileResult:
    source = Source.decode(path, article_bytes(keys))
    return FileResult(path, tuple(check_article(parse(source), SETTINGS)), text=source.text)


MANY = [result(f"{n}.md", SCALE) for n in range(30)] + [result("rare.md", MISSING)]


def test_every_rule_is_represented() -> None:
    for seed in range(10):
        drawn = Counter(one.finding.rule for one in sample(MANY, SETTINGS, 5, seed=str(seed)))
        assert drawn == {"N102": 4, "N103": 1}


def test_by_rule_and_in_the_order_of_the_report() -> None:
    drawn = [(one.finding.rule, one.finding.path) for one in sample(MANY, SETTINGS, 100)]
    assert drawn == [*(("N102", f"{n}.md") for n in range(30)), ("N103", "rare.md")]


def test_fewer_than_there_are_rules() -> None:
    drawn = {tuple(one.finding.rule for one in sample(MANY, SETTINGS, 1, seed=str(seed))) for seed in range(20)}
    assert drawn == {("N102",), ("N103",)}


def test_the_same_seed_gives_the_same() -> None:
    assert sample(MANY, SETTINGS, 7, seed="a") == sample(MANY, SETTINGS, 7, seed="a")
    paths = {tuple(one.finding.path for one in sample(MANY, SETTINGS, 7, seed=str(seed))) for seed in range(5)}
    assert len(paths) == 5


def test_the_sentences_of_a_finding() -> None:
    (one,) = sample([result("a.md", SCALE)], SETTINGS, 1)
    assert (one.english, one.chinese) == ("It produced 1,500 tons of grain.", "产粮一万五千吨。")


def test_where_one_side_has_nothing_its_paragraph_is_given() -> None:
    (one,) = sample([result("a.md", MISSING)], SETTINGS, 1)
    assert one.english == "Our army wiped out 340 and captured rifles."
    assert one.chinese == "歼灭敌人三百四十人，缴获步枪一百二十支。"


@pytest.mark.parametrize(
    ("right", "total", "bounds"),
    [  # published examples: Newcombe 1998, table I, method 3; and tables of the interval
        (81, 263, (0.2553, 0.3662)),
        (15, 148, (0.0624, 0.1605)),
        (0, 20, (0.0, 0.1611)),
        (1, 29, (0.0061, 0.1718)),
        (8, 10, (0.4902, 0.9433)),
        (10, 10, (0.7225, 1.0)),
        (0, 0, (0.0, 1.0)),
    ],
)
def test_wilson(right: int, total: int, bounds: tuple[float, float]) -> None:
    assert wilson(right, total) == pytest.approx(bounds, abs=5e-5)


def test_precision_by_rule() -> None:
    verdicts = [("N101", "right"), ("N101", "wrong"), ("N101", "right"), ("D101", "unsure"), ("D101", "")]
    assert precision(verdicts) == {"D101": Precision(0, 0, 1, 1), "N101": Precision(2, 1, 0, 0)}
    assert overall(verdicts) == Precision(2, 1, 1, 1)
    assert overall(verdicts).share == pytest.approx(2 / 3)
    assert precision(verdicts)["D101"].share is None
