"""Equal values never give a finding, and one change always does, however both sides are written."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from num2words import num2words

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.engine import check_article
from duizhao.validator.examples import article_bytes
from duizhao.validator.finding import Severity
from duizhao.validator.settings import Settings

DIGITS = "零一二三四五六七八九"


def below_wan(number: int) -> str:
    """1 to 9,999 in place value, with 零 where a place is skipped inside."""
    text, zero = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            text += ("零" if zero and text else "") + DIGITS[digit] + name
            zero = False
        else:
            zero = True
    return text


def place_value(number: int) -> str:
    """A whole number as a newspaper prints it: 一亿零七百万."""
    text, before = "", False
    for scale, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        group = number // scale % 10**4
        if group:
            text += ("零" if before and group < 1000 else "") + below_wan(group) + name
        before = bool(text)
    return text


def mixed(number: int) -> str:
    """1亿2千万 in the style 12000.5万, where the value allows it, else figures."""
    return f"{number // 10_000}万" if number % 10_000 == 0 else str(number)


CHINESE: list[Callable[[int], str]] = [
    place_value,
    mixed,
    lambda number: place_value(number).replace("二十", "廿", 1) if 20 <= number < 30 else place_value(number),
    lambda number: "".join("○一二三四五六七八九"[int(digit)] for digit in str(number)),
    lambda number: f"{number:,}".translate(str.maketrans("0123456789,", "０１２３４５６７８９，")),
]
ENGLISH: list[Callable[[int], str]] = [
    lambda number: f"{number:,}",
    lambda number: num2words(number).replace(",", ""),
    lambda number: f"{number // 10**6} million" if number and number % 10**6 == 0 else f"{number:,}",
]
UNITS = [("吨煤", "tons of coal"), ("人", "people"), ("亩地", "mu of land"), ("斤粮食", "jin of grain")]

NUMBERS = st.integers(20, 10**9 - 1) | st.integers(2, 999).map(lambda n: n * 10**6)


def warnings(zh: str, en: str) -> list[str]:
    article = parse(Source.decode("a.md", article_bytes({"zh": zh, "en": en})))
    findings = check_article(article, Settings(select=("N",)))
    return [f"{f.rule} {f.message}" for f in findings if f.severity >= Severity.WARNING]


def sentences(zh: str, en: str, unit: tuple[str, str]) -> tuple[str, str]:
    return f"今年这个专区有{zh}{unit[0]}，比较多。", f"The prefecture has {en} {unit[1]} this year, which is a lot."


@given(NUMBERS, st.sampled_from(CHINESE), st.sampled_from(ENGLISH), st.sampled_from(UNITS))
@settings(max_examples=300, deadline=None)
def test_equal_values_give_no_finding(
    number: int, zh: Callable[[int], str], en: Callable[[int], str], unit: tuple[str, str]
) -> None:
    assume(not 1800 <= number <= 2100)  # a bare figure of that size may be a year
    assert warnings(*sentences(zh(number), en(number), unit)) == []


@given(NUMBERS, st.sampled_from(CHINESE), st.sampled_from(ENGLISH), st.sampled_from(UNITS), st.data())
@settings(max_examples=300, deadline=None)
def test_one_change_is_always_found(
    number: int, zh: Callable[[int], str], en: Callable[[int], str], unit: tuple[str, str], data: st.DataObject
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
@settings(max_examples=100, deadline=None)
def test_a_unit_that_was_exchanged_is_always_found(number: int, unit: tuple[str, str]) -> None:
    zh, en = f"一共有{place_value(number)}{unit[0]}。", f"There were {number:,} {unit[1]} in all."
    assert warnings(zh, en) != []
