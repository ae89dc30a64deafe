"""Equal values never give a finding, and one change always does, however both sides are written."""

from __future__ import annotations

import numerals as n
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.finding import Severity
from duizhao.validator.running.engine import check_article

CHINESE: list[n.Writer] = [
    *n.CHINESE.values(),
    lambda number: n.place_value(number).replace("二十", "廿", 1) if 20 <= number < 30 else n.place_value(number),
]
ENGLISH: list[n.Writer] = [n.commas, n.words_without_and, n.millions]
UNITS = [("吨煤", "tons of coal"), ("人", "people"), ("亩地", "mu of land"), ("斤粮食", "jin of grain")]

NUMBERS = st.integers(20, 10**9 - 1) | st.integers(2, 999).map(lambda n: n * 10**6)


def warnings(zh: str, en: str) -> list[str]:
    article = parse(Source.decode("a.md", article_bytes({"zh": zh, "en": en})))
    findings = check_article(article, Settings(select=("N",)))
    return [f"{f.rule} {f.message}" for f in findings if f.severity >= Severity.WARNING]


def sentences(zh: str, en: str, unit: tuple[str, str]) -> tuple[str, str]:
    return f"今年这个专区有{zh}{unit[0]}，比较多。", f"The prefecture has {en} {unit[1]} this year, which is a lot."


@given(NUMBERS, st.sampled_from(CHINESE), st.sampled_from(ENGLISH), st.sampled_from(UNITS))
@settings(max_examples=200)
def test_equal_values_give_no_finding(number: int, zh: n.Writer, en: n.Writer, unit: tuple[str, str]) -> None:
    assume(not 1800 <= number <= 2100)  # a bare figure of that size may be a year
    assert warnings(*sentences(zh(number), en(number), unit)) == []


@given(NUMBERS, st.sampled_from(CHINESE), st.sampled_from(ENGLISH), st.sampled_from(UNITS), st.data())
@settings(max_examples=200)
def test_one_change_is_always_found(
    number: int, zh: n.Writer, en: n.Writer, unit: tuple[str, str], data: st.DataObject
) -> None:
    digits = str(number)
    at = data.draw(st.integers(0, len(digits) - 1))
    digit = data.draw(st.sampled_from("123456789").filter(lambda one: one != digits[at]))
    changed = data.draw(
        st.sampled_from([int(digits[:at] + digit + digits[at + 1 :]), number * 10, number * 1000, number // 10])
    )
    assume(changed not in (0, number) and not 1800 <= number <= 2100 and not 1800 <= changed <= 2100)
    assert warnings(*sentences(zh(number), en(changed), unit)) != []


@given(
    NUMBERS, st.sampled_from([("斤", "kilograms"), ("里", "miles"), ("亩", "acres"), ("尺", "feet"), ("元", "dollars")])
)
@settings(max_examples=100)
def test_a_unit_that_was_exchanged_is_always_found(number: int, unit: tuple[str, str]) -> None:
    zh, en = f"一共有{n.place_value(number)}{unit[0]}。", f"There were {number:,} {unit[1]} in all."
    assert warnings(zh, en) != []


def test_one_more_than_a_million() -> None:
    assert warnings(*sentences("一百万", "one million and one", UNITS[0])) != []
