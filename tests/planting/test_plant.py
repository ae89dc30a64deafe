"""Slips planted in whole articles: which, and whether they are found."""

from __future__ import annotations

import pytest
from slipping import article

from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Severity
from duizhao.validator.planting import differ
from duizhao.validator.planting.plant import PlantingResult, altered, plant
from duizhao.validator.planting.slips import KINDS
from duizhao.validator.quantities.model import Cluster
from duizhao.validator.quantities.read import clusters

RIFLES = {"zh": "缴获步枪一百二十支，机枪四十五挺。", "en": "They captured 120 rifles and 45 machine guns."}
GRAIN = {"zh": "产粮一万五千吨。 ¶ 来了两人。", "en": "It produced 15,000 tons of grain. ¶ There came two people."}
NOTHING = {"zh": "今天很高兴。", "en": "People were glad."}


def outcome(*articles: dict[str, str], number: int = 1000, **how: object) -> PlantingResult:
    own = [article(f"{n}.md", **keys) for n, keys in enumerate(articles)]
    return plant(own, how.pop("settings", Settings()), number, **how)  # type: ignore[arg-type]


def words(result: PlantingResult) -> list[tuple[str, str, str]]:
    return [(one.slip.kind, one.slip.before, one.slip.after) for one in result.planted]


def test_each_place_once_for_each_kind() -> None:
    result = outcome(GRAIN, kinds=["scale", "digit-dropped", "unit"])
    assert (result.articles, result.expressions, result.agreeing) == (1, 2, 2)
    assert [(one.slip.kind, one.slip.expression) for one in result.planted] == [
        ("digit-dropped", "15,000 tons"),
        ("scale", "15,000 tons"),
        ("scale", "two"),
        ("unit", "15,000 tons"),
    ]


def test_where_a_slip_is() -> None:
    result = outcome(GRAIN, kinds=["unit"])
    (one,) = result.planted
    source = article("0.md", **GRAIN).source
    assert (one.slip.path, one.slip.line) == ("0.md", 6)
    assert source.text[one.slip.start : one.slip.end] == one.slip.before == "tons"
    assert source.text[slice(*one.slip.original)] == "一万五千吨"
    assert f"15,000 {one.slip.after} of grain" in altered(source, one.slip).text


def test_found_with_the_gravest_finding() -> None:
    result = outcome(GRAIN, kinds=["wan"])
    (one,) = result.planted
    assert one.finding is not None
    assert (one.finding.rule, one.finding.severity) == ("N102", Severity.ERROR)


def test_a_number_left_out_is_found_at_the_original() -> None:
    result = outcome(RIFLES, kinds=["number-dropped"])
    found = [
        (one.slip.before, one.finding.rule, one.finding.zh.text)
        for one in result.planted
        if one.finding and one.finding.zh
    ]
    assert found == [("120 ", "N103", "一百二十支"), ("45 ", "N103", "四十五挺")]


def test_missed_where_no_rule_speaks_of_it() -> None:
    result = outcome(GRAIN, kinds=["wan"], settings=Settings(ignore=("N102", "N101")))
    assert [one.finding for one in result.planted] == [None]


def test_missed_where_the_finding_is_below_what_counts() -> None:
    assert [one.finding for one in outcome(RIFLES, kinds=["number-dropped"], least=Severity.ERROR).planted] == [
        None
    ] * 2


def test_what_was_said_before_does_not_count() -> None:
    """The title is wrong as it is; its finding is no answer to a slip in the body."""
    keys = RIFLES | {"headline": "缴获步枪一百二十支", "title": "They Capture 180 Rifles"}
    result = outcome(keys, kinds=["digits-swapped"])
    assert {one.slip.title for one in result.planted} == {False}
    assert all(one.finding and one.finding.en and "Capture" not in one.finding.en.text for one in result.planted)


def test_in_a_title() -> None:
    keys = NOTHING | {"headline": "全国储蓄三十亿元", "title": "National Savings Reach 3 Billion Yuan"}
    (one,) = outcome(keys, kinds=["yi"]).planted
    assert one.slip.title
    assert one.finding is not None
    assert one.finding.rule == "N201"


def test_figures_and_words() -> None:
    assert {one.slip.expression: one.slip.figures for one in outcome(GRAIN, kinds=["scale"]).planted} == {
        "15,000 tons": True,
        "two": False,
    }


@pytest.mark.parametrize("number", [1, 3, 7])
def test_as_many_as_are_asked_for(number: int) -> None:
    assert len(outcome(GRAIN, RIFLES, number=number).planted) == number


def test_evenly_over_the_kinds() -> None:
    kinds = ["scale", "digit-changed", "unit"]
    result = outcome(GRAIN, RIFLES, number=5, kinds=kinds)
    assert sorted(len(result.of_kind(kind)) for kind in kinds) == [1, 2, 2]


def test_no_numbers() -> None:
    result = outcome(NOTHING)
    assert (result.planted, result.articles, result.agreeing) == ((), 1, 0)


def test_the_same_seed_gives_the_same() -> None:
    assert outcome(GRAIN, RIFLES, number=9, seed="a") == outcome(GRAIN, RIFLES, number=9, seed="a")
    drawn = {tuple(words(outcome(GRAIN, RIFLES, number=9, seed=str(seed)))) for seed in range(5)}
    assert len(drawn) == 5


def test_a_kind_is_drawn_the_same_without_the_others() -> None:
    alone = words(outcome(GRAIN, RIFLES, kinds=["digit-changed"]))
    assert [one for one in words(outcome(GRAIN, RIFLES)) if one[0] == "digit-changed"] == alone


def test_the_articles_stay_as_they_are() -> None:
    own = article(**GRAIN)
    text = own.source.text
    plant([own], Settings(), 50)
    assert own.source.text == text


def test_one_slip_a_copy() -> None:
    own = article(**RIFLES)
    for one in plant([own], Settings(), 1000).planted:
        copy = altered(own.source, one.slip).text
        assert copy[: one.slip.start] == own.source.text[: one.slip.start]
        assert copy[one.slip.start + len(one.slip.after) :] == own.source.text[one.slip.end :]
        assert copy != own.source.text


def test_every_kind_is_found_somewhere() -> None:
    keys = {
        "headline": "缴获步枪一百二十支",
        "title": "They Capture 120 Rifles",
        "zh": "五月十二日，我军缴获步枪一百二十支。 ¶ 一九五六年产粮三百四十万吨，增加百分之十五点七。 ¶ "
        "储蓄一亿二千万元。 ¶ 六千余人到会。 ¶ 第二十五师到了。 ¶ 产量是去年的四倍。",
        "en": "On May 12 our army captured 120 rifles. ¶ In 1956 it produced 3.4 million tons of grain, "
        "a rise of 15.7 percent. ¶ Savings came to 120 million yuan. ¶ More than 6,000 farmers attended. ¶ "
        "The 25th Division arrived. ¶ Output is four times that of last year.",
    }
    result = outcome(keys)
    assert {kind for kind in KINDS if any(one.finding for one in result.of_kind(kind))} == set(KINDS)


def test_of_a_long_paragraph_only_what_is_near_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    lengths: list[int] = []

    def recorded(text: str, language: str, start: int, end: int, *, year: int | None) -> list[Cluster]:
        lengths.append(end - start)
        return clusters(text, language, start, end, year=year)

    monkeypatch.setattr(differ, "clusters", recorded)
    zh = "，".join(f"缴获步枪{number}支" for number in range(1000, 1200))
    en = ", ".join(f"captured {number:,} rifles" for number in range(1000, 1200))
    assert len(outcome({"zh": zh, "en": en}, number=3).planted) == 3
    assert 300 < max(lengths) < 1000 < len(en)
