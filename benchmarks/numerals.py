"""Numbers as the papers write them, in both languages: one value, many forms.

Written on purpose without anything of duizhao, so that what reads numbers is not tried on its own output.
"""

from __future__ import annotations

from random import Random

_DIGITS = "零一二三四五六七八九"
_PLACES = ((1000, "千"), (100, "百"), (10, "十"))
_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TO_FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")


def _below_wan(value: int) -> str:
    """Place value up to 9999, with 零 for the places left out in between."""
    text, zero = "", False
    for size, name in _PLACES:
        digit, value = divmod(value, size)
        if digit:
            text += ("零" if zero and text else "") + _DIGITS[digit] + name
            zero = False
        else:
            zero = bool(text)
    return text + (("零" if zero and text else "") + _DIGITS[value] if value else "")


def place_value(value: int) -> str:
    """六万七千三百九十."""
    if value == 0:
        return "零"
    text = ""
    for size, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, value = divmod(value, size)
        if part:
            text += ("零" if text and part < 1000 else "") + _below_wan(part) + name
    return text.removeprefix("一") if text.startswith("一十") else text


def positional(value: int) -> str:
    """一五三○九三."""
    return "".join(_DIGITS[int(digit)] for digit in str(value)).replace("零", "○")


def _scaled(value: int, size: int, name: str) -> str | None:
    """1.5万 where the value has at most two figures after the point."""
    if value < size or value * 100 % size:
        return None
    return f"{value // size}{_decimals(value % size * 100 // size)}{name}"


def _decimals(hundredths: int) -> str:
    return f".{hundredths:02d}".rstrip("0").rstrip(".")


def chinese(value: int, random: Random) -> str:
    """One of the forms of a whole number, the commoner ones more often."""
    forms = [place_value(value)] * 6 + [str(value)]
    if value >= 1000 and value % 100:
        forms.append(positional(value))
    if 20 < value < 40:
        forms.append({2: "廿", 3: "卅"}[value // 10] + (_DIGITS[value % 10] if value % 10 else ""))
    for size, name in ((10**8, "亿"), (10**4, "万")):
        if scaled := _scaled(value, size, name):
            forms += [scaled, scaled.translate(_TO_FULL_WIDTH)]
            break
    return random.choice(forms)


def words(value: int) -> str:
    """Sixty-seven thousand three hundred and ninety."""
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if value >= size:
            head, rest = divmod(value, size)
            return f"{words(head)} {name}" + (f" {words(rest)}" if rest else "")
    if value >= 100:
        return f"{_ONES[value // 100]} hundred" + (f" and {words(value % 100)}" if value % 100 else "")
    if value >= 20:
        return _TENS[value // 10] + (f"-{_ONES[value % 10]}" if value % 10 else "")
    return _ONES[value]


def english(value: int, random: Random) -> str:
    """One of the forms of a whole number, the commoner ones more often."""
    forms = [f"{value:,}"] * 5
    if value < 100 or value % 10**6 == 0 or (value < 100_000 and value % 1000 == 0):
        forms += [words(value)] * 2
    for size, name in ((10**9, "billion"), (10**6, "million")):
        if scaled := _scaled(value, size, f" {name}"):
            forms += [scaled] * 4
            break
    return random.choice(forms)


def chinese_decimal(whole: int, tenths: int, random: Random) -> str:
    """二十三点五 or 23.5."""
    if not tenths:
        return chinese(whole, random)
    return random.choice([f"{place_value(whole)}点{_DIGITS[tenths]}"] * 2 + [f"{whole}.{tenths}"])


def english_decimal(whole: int, tenths: int, random: Random) -> str:
    """23.5, or words for a small whole number."""
    return f"{whole}.{tenths}" if tenths else english(whole, random)


def ordinal(value: int) -> str:
    """12th."""
    suffix = "th" if value % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{suffix}"
