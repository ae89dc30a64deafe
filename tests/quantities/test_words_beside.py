"""What single questions about a pair say, asked by themselves."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from test_agree import q, share

from duizhao.source import Span
from duizhao.validator.pairing.agreeing.agree import as_compared, elliptic
from duizhao.validator.pairing.agreeing.length import as_length
from duizhao.validator.pairing.agreeing.said_once import percent_said
from duizhao.validator.pairing.agreeing.setting import Setting
from duizhao.validator.pairing.agreeing.speed import as_speed
from duizhao.validator.pairing.choice.transliterated import spelt_in_pinyin
from duizhao.validator.pairing.context import Context
from duizhao.validator.pairing.lists import closes_list, counts_the_rest, is_others, sums_list
from duizhao.validator.pairing.model import FINE, PROBABLE, WHICH_ONE
from duizhao.validator.pairing.said_of.lost_unit import lost_unit
from duizhao.validator.pairing.values.sorts import same_sort
from duizhao.validator.quantities.model import DateParts, Kind, Quantity, Relation
from duizhao.validator.quantities.read import clusters


def at(text: str, words: str, one: Quantity) -> Quantity:
    """An expression where its words stand."""
    return one._replace(start=text.index(words), end=text.index(words) + len(words))


NUMERALS = ("Yi", "Er", "San", "Si", "Wu", "Liu", "Qi", "Ba", "Jiu", "Shi")
DESIGNATIONS = {
    "区": "qu", "乡": "xiang", "村": "cun", "组": "zu", "队": "dui", "社": "she", "校": "xiao", "厂": "chang",
    "营": "ying", "连": "lian", "团": "tuan", "旅": "lu", "师": "shi", "街": "jie", "道": "dao",
    "中": "zhong", "小": "xiao",
}  # fmt: skip


@pytest.mark.parametrize("counter", DESIGNATIONS)
@pytest.mark.parametrize("number", range(1, 11))
def test_a_designation_spelt_as_a_name(counter: str, number: int) -> None:
    name = NUMERALS[number - 1] + DESIGNATIONS[counter]
    text = f"In {name} they met."
    one = q(number, kind=Kind.ORDINAL, counter=counter)
    assert spelt_in_pinyin(text, 0, len(text), one) == Span(3, 3 + len(name))
    assert spelt_in_pinyin(text, 0, len(text), one._replace(low=number + 1, high=number + 1)) is None
    assert spelt_in_pinyin(text.lower(), 0, len(text), one) is None
    assert spelt_in_pinyin(text, 4, len(text), one) is None


@pytest.mark.parametrize(
    "one", [q(0, counter="区"), q(11, counter="区"), q(2, counter="省"), q(2, "jin", counter="区")]
)
def test_what_is_no_designation(one: Quantity) -> None:
    text = "In Erqu, Qu and Shiyiqu they met."
    assert spelt_in_pinyin(text, 0, len(text), one) is None


@pytest.mark.parametrize(
    ("text", "date", "en", "length"),
    [
        ("一九四六年", DateParts(year=1946), q(1946, "year"), True),
        ("一九四六年", DateParts(year=1946), q(1940, "year", to=1950), True),
        ("一九四六年", DateParts(year=1946), q(1947, "year", to=1950), False),
        ("一九四六年", DateParts(year=1946), q(1940, "year", to=1945), False),
        ("一九四六年", DateParts(year=1946), q(1946, "month"), False),
        ("一九四六年", DateParts(year=1946), q(1946), False),
        ("一九四六年五月", DateParts(year=1946, month=5), q(1946, "year"), False),
        ("五月", DateParts(month=5), q(5, "month"), False),  # 五月内 may be within five months
        ("、五月", DateParts(month=5), q(5, "month"), True),  # 四、五月
        ("五月、", DateParts(month=5), q(5, "month"), True),
        ("五月的、", DateParts(month=5), q(5, "month"), False),
        ("、的五月", DateParts(month=5), q(5, "month"), False),
        ("五日", DateParts(day=5), q(5, "day"), False),
    ],
)
def test_a_year_that_became_so_many(text: str, date: DateParts, en: Quantity, length: bool) -> None:
    text = f"。{text}。"
    zh = q(0, kind=Kind.DATE, date=date)._replace(start=text.index(words := text.strip("。、的")))
    zh = zh._replace(end=zh.start + len(words))
    found = as_length(text, zh, en)
    assert found == ((zh._replace(kind=Kind.ORDINAL, date=None), WHICH_ONE) if length else None)
    assert as_length(text, zh._replace(weak=True), en) is None


@pytest.mark.parametrize(
    ("text", "unit", "en_unit", "expected"),
    [
        ("每秒三十米", "m", "metre-second", "metre-second"),
        ("每秒钟飞行三十米", "m", "metre-second", "metre-second"),
        ("时速三十米", "m", "metre-second", "m"),
        ("时速三十公里", "km", "km-hour", "km-hour"),
        ("每小时三十公里", "km", "mile-hour", "km-hour"),
        ("每点钟三十公里", "km", "km-hour", "km-hour"),
        ("秒速三十公里", "km", "km-hour", "km"),
        ("每小时三十英里", "mile", "mile-hour", "mile-hour"),
        ("每秒三十立方米", "m3", "m3-second", "m3-second"),
        ("每小时三十公里", "km", "km", "km"),
        ("每小时，三十公里", "km", "km-hour", "km"),
        ("每小时能够很安全地跑三十公里", "km", "km-hour", "km"),
        ("每小时能够安全地跑三十公里", "km", "km-hour", "km-hour"),
        ("每小时能够安全跑三十公里", "km", "km-hour", "km-hour"),
    ],
)
def test_a_measure_with_its_per(text: str, unit: str, en_unit: str, expected: str) -> None:
    zh = at(text, text[text.index("三十") :], q(30, unit))
    assert as_speed(text, zh, q(30, en_unit)).unit == expected


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("比计划多降低千分之三", Relation.NONE),
        ("比计划少增加千分之三", Relation.NONE),
        ("比计划多节约了千分之三", Relation.NONE),
        ("比计划降低千分之三", Relation.DECREASE_BY),
        ("比计划不多降低千分之三", Relation.DECREASE_BY),
        ("比计划多降低的千分之三", Relation.DECREASE_BY),
    ],
)
def test_a_fall_that_is_compared(text: str, relation: Relation) -> None:
    zh = at(text, "千分之三", q(Fraction(3, 1000), kind=Kind.PERCENT, relation=Relation.DECREASE_BY))
    assert as_compared(text, zh).relation is relation


def setting(text: str) -> Setting:
    return Setting(text, text, (), clusters(text, "en", 0, len(text), year=1950), (1950, 6, 1))


@pytest.mark.parametrize(
    ("text", "zh", "low", "fine"),
    [
        ("Seats cost eighty fen in front and fifty in the middle.", q(5, "jiao"), 50, True),
        ("Seats cost eighty fen in front and fifty in the middle.", q(50, "jin"), 50, False),
        ("Seats cost eighty fen in front. Then fifty came.", q(5, "jiao"), 50, False),
        ("They ate eighty jin, sold two sheep and fifty more.", q(50, "jin"), 50, True),
        ("Seats cost eighty fen in front and fifty in the middle.", q(6, "jiao"), 50, False),
    ],
)
def test_a_unit_that_was_said_before(text: str, zh: Quantity, low: int, fine: bool) -> None:
    en = at(text, "fifty", q(low))
    assert elliptic(setting(text), zh, en) is (FINE if fine else None)
    assert elliptic(setting(text), zh, en._replace(unit="jin")) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("from 3.2 per cent to five", True),
        ("from 3.2 per cent. Then to five", False),
        ("from 3.2 per cent; then to five", False),
        ("from 3.2 per cent\nto five", False),
        ("five to 3.2 per cent", True),
        ("five. Then to 3.2 per cent", False),
        ("five; then to 3.2 per cent", False),
        ("five\nto 3.2 per cent", False),
        ("of five, in percentages", True),
        ("of five %", True),
        ("of five persons", False),
    ],
)
def test_a_percent_that_is_shared(text: str, said: bool) -> None:
    assert percent_said(text, at(text, "five", share(5))) is said


@pytest.mark.parametrize("words", ["等", "等共", "等共计", "等共有", "等共约", "等约", "等计"])
def test_words_that_close_a_list(words: str) -> None:
    assert closes_list(f"甲、乙、丙{words}")
    assert not closes_list(f"甲、乙、丙{words}的")


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("two other counties", True),
        ("two  others", True),
        ("the other two counties", True),
        ("two of other counties", False),
        ("other counties, two", False),
        ("another two counties", True),
    ],
)
def test_a_count_of_others(text: str, others: bool) -> None:
    assert is_others(text, at(text, "two", q(2))) is others


@pytest.mark.parametrize(
    ("before", "zh", "en", "after", "rest"),
    [
        ("甲、乙、丙等", 5, 2, " other counties", True),
        ("甲、乙、丙等", 5, 5, " other counties", False),
        ("甲、乙、丙等", 5, 4, " other counties", True),
        ("甲、乙、丙等", 5, 0, " other counties", False),
        ("甲、乙、丙等", 5, 1, " other county", True),
        ("甲、乙、丙", 5, 2, " other counties", False),
        ("甲、乙、丙等", 5, 2, " counties", False),
    ],
)
def test_the_rest_of_a_list(before: str, zh: int, en: int, after: str, rest: bool) -> None:
    assert counts_the_rest(Context(before, "县", "a, b, c and ", after), q(zh), q(en)) is rest


@pytest.mark.parametrize(
    ("names", "low", "sums"),
    [
        ("富山、石川、福井", 3, True),
        ("富山、石川、福井", 2, False),
        ("富山、石川、福井", 4, False),
        ("富山", 1, False),
        ("富山、石川", 2, True),
        ("来的有富山。富山、石川", 2, True),
        ("富山、石川、", 3, False),
        ("、".join("甲乙丙丁戊己庚辛壬"), 9, True),
        ("、".join("甲乙丙丁戊己庚辛壬癸"), 10, False),
    ],
)
def test_a_count_that_sums_names_up(names: str, low: int, sums: bool) -> None:
    text = f"来的有{names}×县"
    assert sums_list(text, at(text, "×县", q(low))) is sums


@pytest.mark.parametrize(
    ("zh", "en", "text", "lost"),
    [
        (q(300, "jin"), q(300), "there were 300 in all", True),
        (q(300, "jin"), q(300), "in jin there were 300 in all", False),
        (q(300, "jin"), q(300), "there were 300 in all\n\nof a weight", True),  # another paragraph
        (q(300, "jin"), q(300), "of a weight\n\nthere were 300 in all", True),
        (q(300, "jin"), q(300), "there were 300 in all, of a weight", False),
        (q(300, "mu"), q(300), "there were 300 in all, of a weight", True),
        (q(300, "mu"), q(300), "there were 300 in all, each square", False),
        (q(300, "m"), q(300), "300 it was long", False),
        (q(300, "m"), q(300), "there were 300 m² in all", False),
        (q(300, "m3"), q(300), "there were 300 loads in all", False),
        (q(300, "yuan"), q(300), "there were 300 in all", False),  # English leaves money to the context
        (q(300, "day"), q(300), "there were 300 in all", False),
        (q(9, "jin"), q(9), "there were 9 in all", False),  # so small a figure is everywhere
        (q(300), q(300), "there were 300 in all", False),
        (q(300, "jin"), q(300, "kg"), "there were 300 in all", False),
        (q(300, "jin"), q(300, kind=Kind.ORDINAL), "there were 300 in all", False),
        (q(300, "jin", kind=Kind.ORDINAL), q(300), "there were 300 in all", False),
        (q(300, "jin", weak=True), q(300), "there were 300 in all", False),
        (q(300, "jin"), q(300, weak=True), "there were 300 in all", False),
        (q(300, "jin"), q(300, "kg", kind=Kind.CARDINAL), "there were 300 in all", False),
    ],
)
def test_a_unit_that_the_english_has_nowhere(zh: Quantity, en: Quantity, text: str, lost: bool) -> None:
    found = re.search(r"\d+", text)
    assert found
    judgement = lost_unit(text, zh, en._replace(start=found.start(), end=found.end()))
    assert (judgement is not None) is lost
    if judgement:
        assert (judgement.verdict, judgement.certainty) == ("unit", PROBABLE)


@pytest.mark.parametrize(
    ("words", "far", "lost"),
    [("jin {} 300", 235, False), ("jin {} 300", 236, True), ("300 {} jin", 115, False), ("300 {} jin", 116, True)],
)
def test_how_far_off_a_unit_may_be_said(words: str, far: int, lost: bool) -> None:
    text = words.format("x" * far)
    at_ = text.index("300")
    assert (lost_unit(text, q(300, "jin"), q(300)._replace(start=at_, end=at_ + 3)) is not None) is lost


TOGETHER = ({Kind.CARDINAL, Kind.MEASURE}, {Kind.PERCENT, Kind.FRACTION})
"""Kinds that are of one sort: a measure may have lost its unit, and a share is a percentage."""


@pytest.mark.parametrize("one", Kind)
def test_kinds_of_one_sort(one: Kind) -> None:
    found = {other for other in Kind if same_sort(q(1, kind=one), q(1, kind=other))}
    assert found == next((some for some in TOGETHER if one in some), {one})
