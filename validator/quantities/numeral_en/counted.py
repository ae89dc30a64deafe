"""Words that count, from left to right: three hundred and five thousand, nineteen fifty-eight, two-thirds."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import Number
from duizhao.validator.quantities.numeral import exact
from duizhao.validator.quantities.numeral_en.values import Spelled, numeral_of, ordinal_of, part_of, share_of
from duizhao.validator.quantities.numeral_en.words import (
    BY_CLASS,
    DIGITS,
    DOZEN,
    HUNDRED,
    MULTIPLIERS,
    ONES,
    ORD_ONE,
    ORD_SCALE,
    ORDINALS,
    PARTS,
    PLURALS,
    SCALES,
    SMALL,
    TENS,
    TIMES,
)


class _Step(NamedTuple):
    at: int
    """Words used."""
    value: Number
    ordinal: bool
    joint: bool
    """Whether "and" was before the last word: a place where the numeral may also end."""
    last: Number
    """The multiplier that the last word was; 10 and 1 for tens and ones."""
    year: bool


def count_words(names: list[str], at: int, bar: str) -> list[Spelled]:
    """Words from left to right: three hundred and five thousand, twenty-one, nineteen fifty-eight, two-thirds."""
    steps = _steps(names, at)
    if not steps:
        return []
    readings = [_finish(names, steps, len(steps) - 1, bar)]
    # "one hundred and five" may be 100 and 5, "three hundred" no three: only a joint with "and" can be a boundary.
    for index in range(len(steps) - 1, 0, -1):
        if steps[index].joint:
            used, numerals, odd = _finish(names, steps, index - 1, bar)
            readings.append((used, tuple([n._replace(cost=n.cost + _TWO_NUMBERS) for n in numerals]), odd))
            break
    return readings


_TWO_NUMBERS = 0.45
"""What it costs to end a numeral before its "and": rarely meant, and kept for a counterpart that has both numbers."""


def _steps(names: list[str], at: int) -> list[_Step]:
    """The values that the words give one by one."""
    total: Number = 0
    part: Number = 0
    last: Number = 0
    steps: list[_Step] = []
    year = joint = False
    while at < len(names):
        name = names[at]
        # "two hundred and five", "four score and seven"; "twenty and three" are two numbers.
        if name == "and" and steps and (last >= 100 or last == DOZEN["score"]) and not joint:
            joint = True
            at += 1
            continue
        if name in HUNDRED or name in DOZEN or (name in PLURALS and steps and PLURALS[name] < 1000):
            size = TIMES[name]
            if (
                (part >= 100 and name in HUNDRED)
                or (last >= 1000 and not part and joint)
                # "they score two", "gross weight": without a number before them both are other words.
                or (name in {"score", "gross"} and not steps and at == 0)
                or (joint and not part)
            ):
                break
            part = (part or 1) * size
            last = size
        elif name in SCALES or (name in PLURALS and steps):
            size = TIMES[name]
            if (not part and steps and last < 1000) or (steps and not part and joint):
                break
            if total and not part:
                total, last = total * size, size  # a thousand million
            # "two thousand three hundred million": a greater scale multiplies all that stands before it.
            elif total and size >= _least(total):
                total, part, last = (total + part) * size, 0, size
            else:
                total, part, last = total + (part or 1) * size, 0, size
        elif name in SMALL and _fits(part, last, SMALL[name], steps, total):
            if steps and 10 <= part < 100 and total == 0 and last in (1, 10) and SMALL[name] >= 10:
                part, year = part * 100 + SMALL[name], True  # nineteen fifty-eight
            else:
                part += SMALL[name]
            last = 10 if name in TENS else 1
        elif (
            # nineteen oh five: only in a year, and only before the figure that it makes two of.
            name in {"oh", "o"}
            and steps
            and 10 <= part < 21
            and total == 0
            and names[at + 1 : at + 2]
            and names[at + 1] in ONES
        ):
            part, year, last = part * 100 + ONES[names[at + 1]], True, 1
            at += 1
        elif name in ORDINALS and steps and _ordinal_fits(name, last, joint):
            value = ORDINALS[name]
            part = (part or 1) * value if name in ORD_SCALE else part + value
            steps.append(_Step(at + 1, total + part, True, joint, 1, False))
            break
        else:
            break
        at += 1
        steps.append(_Step(at, total + part, False, joint, last, year))
        joint = False
    return steps


def _least(value: Number) -> Number:
    size = 1
    # A thousand of 2,000, a million of 3,000,000: what the next scale has to reach.
    while value % (size * 1000) == 0:
        size *= 1000
    return size


def _ordinal_fits(name: str, last: Number, joint: bool) -> bool:
    if name in ORD_SCALE:
        return not joint
    # a hundred and fifth, a thousand and twenty-first
    if last >= 100:
        return True
    return last == 10 and name in ORD_ONE


def _fits(part: Number, last: Number, value: Number, steps: list[_Step], total: Number) -> bool:
    """Whether a small number may follow: behind a scale, ones behind tens, or the second half of a year."""
    # 20 is a score: four score and seven.
    if not steps or last >= 100 or last in (0, 20):
        return True
    if last == 10:
        # twenty-one; twenty nineteen is a year, and thirty nineteen are two numbers.
        return 0 < value < 10 or (value >= 10 and part == 20 and total == 0)
    # nineteen fifty: with a step more the year has been told.
    return 10 <= part < 20 and value >= 10 and len(steps) == 1


def _finish(names: list[str], steps: list[_Step], index: int, bar: str) -> Spelled:
    """A numeral of words with what follows: point, parts, and a half, scales."""
    step = steps[index]
    at, value, last = step.at, step.value, step.last
    following = names[at] if at < len(names) else ""
    if step.ordinal:
        return _ordinal_or_part(names, steps, index, bar)
    # "at this point": it counts only before figures.
    if following == "point" and at + 1 < len(names) and names[at + 1] in SMALL | BY_CLASS["oh"]:
        return _decimal(names, at + 1, value)
    if following in PARTS and value.denominator == 1 and value > 0:
        part = _behind(names, steps, index, at, bar)
        if part is not None:
            return part
    if (
        value == 1
        # "one twenty-fifth": the last word alone would make a fifth of it.
        and following in TENS
        and names[at + 1 : at + 2]
        and names[at + 1] in ORD_ONE
        and len(names) == at + 2
    ):
        return at + 2, (part_of(Fraction(1, int(TENS[following] + ORD_ONE[names[at + 1]])), 0.0),), False
    if following == "and":
        mixed = _and_part(names, at + 1, value, last)
        if mixed is not None:
            return mixed
    # Years in words: nineteen fifty-eight, two thousand and eight, nineteen hundred; two thousand alone is none.
    bits = (
        BIT["YEAR4"]
        if 1000 <= value < 2100
        and (
            step.year
            or (value % 100 and value >= 2000)
            or (value % 100 == 0 and len(steps) == 2 and last == 100 and value > 1000)
        )
        else 0
    )
    idle = BIT["IDLE"] if value == 1 and names[0] == "one" else 0
    scale = last if last >= 12 else 1  # a dozen is the least that a range shares: two to three dozen
    return at, (numeral_of(value, scale=scale, bits=bits | idle),), True


def _decimal(names: list[str], at: int, value: Number) -> Spelled:
    """Eighteen point two five, one point four five three billion."""
    digits = ""
    while at < len(names) and names[at] in DIGITS:
        digits += str(DIGITS[names[at]])
        at += 1
    if not digits:
        digits = str(SMALL[names[at]])
        at += 1
        # point twenty-five: two words for two figures
        if len(digits) > 1 and digits[-1] == "0" and at < len(names) and names[at] in ONES:
            digits = digits[0] + str(ONES[names[at]])
            at += 1
    value = value + Fraction(int(digits), 10 ** len(digits))
    scale: Number = 1
    while at < len(names) and names[at] in TIMES:
        scale *= TIMES[names[at]]
        at += 1
    return at, (numeral_of(value * scale, scale=scale),), True


def _ordinal_or_part(names: list[str], steps: list[_Step], index: int, bar: str) -> Spelled:
    """twenty-first; one hundredth is a part as well as an ordinal."""
    step = steps[index]
    order = ordinal_of(step.value)
    word = names[step.at - 1]
    # Both stay: "the one hundredth issue" is in a row, "one hundredth of it" a share.
    above = steps[index - 1].value if index else 1
    if word in ORD_SCALE and index and not bar:
        # In the singular there is one part: one hundred-thousandth is 1/100,000, and no 100/1000.
        share = Fraction(1, int(above) * PARTS[word]) if above > 1 else Fraction(above) / PARTS[word]
        part = part_of(share, 0.0)
        return step.at, (part, order._replace(cost=0.1)), False
    return step.at, (order,), False


def _behind(names: list[str], steps: list[_Step], index: int, at: int, bar: str) -> Spelled | None:
    """two-thirds, one fifth, one hundred and two thirds, three quarters of a million."""
    word, value = names[at], steps[index].value
    whole: Number = 0
    below = PARTS[word]
    # "two fifth-grade pupils" count pupils; two thirds has an s, and one third needs none.
    if (bar and at == len(names) - 1) or not (word.endswith(("s", "quarter")) or value == 1):
        return None
    for i in range(index, 0, -1):
        if steps[i].joint and 0 < value - steps[i - 1].value < below:
            whole = steps[i - 1].value
            value -= whole
            # "a million and three quarters": the quarters are of the million.
            if steps[i - 1].last >= 1000:
                size = steps[i - 1].last
                if names[at + 1 : at + 2] and names[at + 1] in SCALES:
                    return at + 2, (numeral_of(whole + Fraction(value) / below * SCALES[names[at + 1]]),), True
                return at + 1, (numeral_of(whole + Fraction(value) / below * size, scale=size),), True
            break
    if word in BY_CLASS["part"] and value >= below and word != "halves":
        return None
    share = exact(whole + Fraction(value) / below)
    cost = 0.0
    if share >= 1 and not whole and word in {"quarters", "thirds"} and below <= value:
        cost = 0.3
    return share_of(names, at + 1, share, cost)[0]


def _and_part(names: list[str], at: int, value: Number, last: Number) -> Spelled | None:
    """And a half, and three quarters, and half."""
    above = 1
    if at < len(names) and names[at] in {"a", "an"}:
        at += 1
    elif at < len(names) and names[at] in ONES:
        above = int(ONES[names[at]])
        at += 1
    elif at >= len(names) or names[at] != "half":
        return None
    if at >= len(names) or names[at] not in PARTS:
        return None
    share = Fraction(above, int(PARTS[names[at]]))
    if share >= 1:
        return None
    at += 1
    if at < len(names) and names[at] in MULTIPLIERS:
        size = MULTIPLIERS[names[at]]
        if last >= 1000:
            return at + 1, (numeral_of(value + share * size, scale=size),), True
        return at + 1, (numeral_of((value + share) * size, scale=size),), True
    # A million and a half is 1.5 million, a dozen and a half eighteen; twenty and a half is 20.5.
    whole = last if last >= 1000 or last == 12 else 1
    return at, (numeral_of(value + share * whole, scale=whole),), True
