"""Each kind of slip on small articles of our own: the very words that it makes, and where it makes none."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from slipping import ways

from duizhao.validator.planting.numerals import in_words
from duizhao.validator.planting.points import rank
from duizhao.validator.planting.slips import KINDS
from duizhao.validator.quantities.read import quantities

MADE: list[tuple[str, str, str, list[str]]] = [
    # kind, original, English with the words that are altered in braces, what they become
    (
        "scale",
        "产粮一万五千吨。",
        "It produced {15,000} tons.",
        ["150,000", "1,500", "1,500,000", "150", "15,000,000", "15"],
    ),
    (
        "scale",
        "产粮三百四十万吨。",
        "It produced {3.4 million} tons.",
        ["34 million", "340 thousand", "340 million", "34,000", "3.4 billion", "3,400"],
    ),
    ("scale", "来了二十人。", "{Twenty} people came.", ["Two hundred", "Two", "Two thousand", "Twenty thousand"]),
    ("scale", "来了一人。", "One person came.", []),
    ("wan", "产粮三百四十万吨。", "It produced {3.4 million} tons.", ["340 thousand", "340 million"]),
    ("wan", "产粮一万五千吨。", "It produced {15,000} tons.", ["1,500", "1,500,000"]),
    ("wan", "来了三百人。", "There came 300 people.", []),
    ("wan", "储蓄一亿二千万元。", "Savings came to 120 million yuan.", []),
    ("yi", "储蓄一亿二千万元。", "Savings came to {120 million} yuan.", ["1.2 million", "1.2 billion"]),
    ("yi", "储蓄二千万元。", "Savings came to 20 million yuan.", []),
    (
        "digit-changed",
        "来了两人。",
        "There came {two} people.",
        ["three", "four", "five", "six", "seven", "eight", "nine"],
    ),
    ("digit-changed", "产粮二十吨。", "It produced {20} tons.", ["10", "30", "40", "50", "60", "70", "80", "90"]),
    ("digits-swapped", "产粮一千二百三十四吨。", "It produced {1,234} tons.", ["2,134", "1,324", "1,243"]),
    ("digits-swapped", "来了二十五人。", "{Twenty-five} people came.", ["Fifty-two"]),
    ("digits-swapped", "来了一百二十人。", "There came {120} people.", ["210", "102"]),
    ("digits-swapped", "来了二十二人。", "There came 22 people.", []),
    ("digit-dropped", "产粮一千二百三十四吨。", "It produced {1,234} tons.", ["234", "134", "124", "123"]),
    ("digit-dropped", "来了四十三人。", "There came {forty-three} people.", ["three", "forty"]),
    ("digit-dropped", "来了十一人。", "There came eleven people.", []),
    ("digit-doubled", "产粮一千二百三十四吨。", "It produced {1,234} tons.", ["11,234", "12,234", "12,334", "12,344"]),
    ("digit-doubled", "来了四十三人。", "There came forty-three people.", []),
    ("number-dropped", "缴获步枪一百二十支。", "They captured {120 }rifles.", [""]),
    ("number-dropped", "产粮一万五千吨。", "It produced {15,000 tons of }grain.", [""]),
    ("number-dropped", "九百余人到会。", "{More than 900 f}armers attended.", ["F"]),
    ("number-dropped", "步枪共有一百二十支。", "The rifles came to 120.", []),
    ("number-dropped", "增加到一百二十支步枪。", "They rose to 120 rifles.", []),
    ("unit", "产粮一万五千斤。", "It produced 15,000 {jin} of grain.", ["kilograms", "dan"]),
    ("unit", "路长十二公里。", "The road is 12 {kilometers} long.", ["li", "meters"]),
    ("unit", "他干了三个月。", "He worked for three {months}.", ["years", "weeks"]),
    ("unit", "来了二十人。", "There came 20 people.", []),
    ("approx-lost", "六千余人到会。", "{More than 6,000} farmers attended.", ["6,000"]),
    ("approx-lost", "约六十人到会。", "{About sixty} farmers attended.", ["Sixty"]),
    ("approx-lost", "六千人到会。", "6,000 farmers attended.", []),
    (
        "approx-added",
        "六千人到会。",
        "{6,000} farmers attended.",
        ["About 6,000", "Over 6,000", "Nearly 6,000", "More than 6,000"],
    ),
    (
        "approx-added",
        "缴获步枪一百二十支。",
        "They captured {120} rifles.",
        ["about 120", "over 120", "nearly 120", "more than 120"],
    ),
    ("approx-added", "缴获步枪四支。", "They captured four rifles.", []),
    ("approx-added", "这六千人到会。", "These 6,000 people attended.", []),
    ("approx-reversed", "六千余人到会。", "{Over 6,000} farmers attended.", ["Under 6,000", "Nearly 6,000"]),
    ("approx-reversed", "约六千人到会。", "About 6,000 farmers attended.", []),
    ("year", "他一九五六年到北京。", "He came in {1956}.", ["1955", "1957", "1946", "1966", "1856", "1965"]),
    (
        "year",
        "一九五六年产粮三十吨。",
        "In {1956} it made 30 tons.",
        ["1955", "1957", "1946", "1966", "1856", "1965"],
    ),
    ("digit-doubled", "他一九五六年到北京。", "He came in 1956.", []),
    ("digit-doubled", "一九五六年产粮三吨。", "In 1956 it produced {3} tons.", ["33"]),
    ("month", "他五月九日到北京。", "He came on {May} 9.", ["June", "April", "July", "March"]),
    ("month", "他一月三十一日到北京。", "He came on {January} 31.", ["December", "March"]),
    ("day", "他五月十二日到北京。", "He came on May {12}.", ["11", "13", "2", "22", "21"]),
    ("day", "他十二日到北京。", "He came on the {12th}.", ["11th", "13th", "2nd", "22nd", "21st"]),
    ("ordinal", "他是第三名。", "He was {third}.", ["second", "fourth", "thirteenth"]),
    ("ordinal", "第二十五师到了。", "The {25th} Division arrived.", ["24th", "26th", "35th", "52nd"]),
    ("percent", "产量增加百分之十五点七。", "Output rose by {15.7} percent.", ["157", "1.57", "0.157"]),
    ("percent", "产量增加百分之八。", "Output rose by {eight} percent.", ["eighty", "eight hundred"]),
    ("percent-lost", "产量增加百分之二十。", "Output rose by {20 percent}.", ["20"]),
    ("percent-lost", "百分之二十的人到会。", "20 percent of people attended.", []),
    ("multiple", "产量是去年的四倍。", "Output is {four} times that of last year.", ["two", "three", "five", "six"]),
    ("multiple", "产量增加了一倍。", "Output {doubled}.", ["tripled", "quadrupled"]),
]


@pytest.mark.parametrize(("kind", "zh", "en", "after"), MADE, ids=[f"{row[0]}-{row[2]}" for row in MADE])
def test_a_slip(kind: str, zh: str, en: str, after: list[str]) -> None:
    before, _, rest = en.partition("{")
    end = rest.partition("}")[2]
    assert ways(kind, zh=zh, en=en.replace("{", "").replace("}", "")) == [before + words + end for words in after]


@pytest.mark.parametrize(
    ("en", "first"),
    [
        (
            "They captured 120 rifles.",
            ["They captured 120 rifles in 14 places.", "They captured 120 rifles in 14 villages."],
        ),
        ("They took 120 rifles there", []),
    ],
)
def test_a_number_put_in(en: str, first: list[str]) -> None:
    assert ways("number-added", zh="缴获步枪一百二十支。", en=en)[:2] == first


def test_a_number_put_in_is_none_of_the_original() -> None:
    made = ways("number-added", zh="十四人缴获步枪一百二十支。", en="14 people captured 120 rifles.")
    assert made[0] == "14 people captured 120 rifles in 17 places."
    assert not any("14 places" in one for one in made)


def test_a_number_put_in_in_words() -> None:
    made = ways("number-added", zh="缴获步枪两支。", en="They captured two rifles.")
    assert made[0] == "They captured two rifles in fourteen places."


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        ("digits-swapped", ["Fifty-Two Villages Try It"]),
        ("scale", [f"{n} Villages Try It" for n in ("Two Hundred Fifty", "Two Thousand Five Hundred")]),
        ("approx-added", [f"{n} Twenty-Five Villages Try It" for n in ("About", "Over", "Nearly", "More Than")]),
        ("number-dropped", []),
    ],
)
def test_in_a_title(kind: str, made: list[str]) -> None:
    found = ways(kind, headline="二十五村试办", title="Twenty-Five Villages Try It")
    assert found[: len(made)] == made
    assert bool(found) == bool(made)


def test_a_number_put_in_in_a_title() -> None:
    made = ways("number-added", headline="二十五村试办", title="Twenty-Five Villages Try It")
    assert made[0] == "Twenty-Five Villages Try It in Fourteen Places"


def test_the_article_before_a_numeral_fits() -> None:
    made = ways("digit-changed", zh="这是七天的会。", en="It was a 7-day meeting.")
    assert "It was a 6-day meeting." in made
    assert "It was a 8-day meeting." not in made


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("来了三十人。", "Thirty-five people came."),
        ("来了五六人。", "Five or six people came."),
        ("重六斤十二两。", "It weighs 6 jin 12 liang."),
        ("今年收成很好。", "The harvest is very good this year."),
    ],
)
def test_only_where_both_sides_agree_on_one_number(zh: str, en: str) -> None:
    assert [kind for kind in KINDS if ways(kind, zh=zh, en=en)] == []


@pytest.mark.parametrize(
    ("value", "words"), [(3, "third"), (12, "twelfth"), (20, "twentieth"), (25, "twenty-fifth"), (99, "ninety-ninth")]
)
def test_ordinals_in_words(value: int, words: str) -> None:
    assert rank(value) == words


# ---------------------------------------------------------------- what holds of all

_HAN = "零一二三四五六七八九"


def _original(value: int) -> str:
    """A count up to 9,999 in Chinese."""
    words, pause = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = value // size % 10
        words += ("零" if pause and words else "") + _HAN[digit] + unit if digit else ""
        pause = not digit and bool(words)
    return words


_SENTENCES = (
    ("产粮{}吨。", "It produced {} tons of grain."),
    ("缴获步枪{}支。", "They captured {} rifles."),
    ("约{}人到会。", "About {} people attended."),
    ("{}余人到会。", "More than {} people attended."),
    ("增加百分之{}。", "It rose by {} percent."),
    ("是去年的{}倍。", "It is {} times that of last year."),
)


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 9999), st.sampled_from(_SENTENCES), st.booleans())
def test_no_slip_leaves_the_same_value(value: int, sentence: tuple[str, str], figures: bool) -> None:
    zh, en = sentence[0].format(_original(value)), sentence[1].format(f"{value:,}" if figures else in_words(value))
    made = {one for kind in KINDS for one in ways(kind, zh=zh, en=en)}
    assume(made)
    assert en not in made
    for altered in made:
        assert _said(altered) != _said(en), altered


def _said(text: str) -> Counter[tuple[object, ...]]:
    some = quantities(text, "en")
    return Counter((q.kind, q.low, q.high, q.approx, q.unit, q.date) for q in some)
