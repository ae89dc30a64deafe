"""Percentages, fractions, tenths and discounts: 百分之五, 三分之一, 三成五, 打六折, 5 percent, one in five."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from operator import attrgetter

from duizhao.validator.quantities.grammar.build import (
    BEFORE,
    amounts,
    approximators,
    combine,
    reading,
    relation,
    span,
    sub,
)
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.model import Approx, Form, Kind, Number, Quantity, Relation
from duizhao.validator.quantities.numeral import exact
from duizhao.validator.quantities.numeral_en import PARTS


def _share(
    text: Text,
    tokens: Tokens,
    size: Fraction,
    name: str,
    pairs: Iterator[tuple[float, Number, Number, Approx, bool, Form]],
) -> Iterator[Reading]:
    start, end = span(tokens)
    for cost, low, high, approx, soft, form in pairs:
        yield (
            cost,
            (
                Quantity(
                    start,
                    end,
                    Kind.PERCENT,
                    exact(low * size),
                    exact(high * size),
                    approx,
                    "",
                    "",
                    form,
                    relation(text, start, end),
                    soft=soft,
                    name=name,
                ),
            ),
        )


def percent(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """百分之五, 5 percent, five percentage points, 千分之五."""
    size = _size(tokens)
    if size[0] not in "01":
        return
    yield from _share(
        text,
        tokens,
        Fraction(size),
        "percent",
        ((a.cost, a.low, a.high, a.approx, a.soft, a.form) for a in amounts(tokens)),
    )


def _size(tokens: Tokens) -> str:
    for name, cls in (("pct", "PCT"), ("pct", "POINT"), ("pct2", "PCT"), ("ppre", "PCTPRE")):
        token = tokens.get(name)
        if token is not None and (value := token.value(cls)):
            return value
    return "1/100"


_TWO_VALUES = 0.06
"""What it costs more to take a range for a change from one value to another."""


def percent_range(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """百分之三十到四十, 30 to 40 percent."""
    if text.language == "zh" and "to" in tokens and not sub(tokens["to"], "TO") and "ppre2" in tokens:
        return  # 百分之三十四和百分之三十五 are two
    word = _size(tokens)
    size = Fraction(word) if word[0] in "01" else Fraction(0)
    pairs = (
        (low.cost + high.cost, low.low, high.high, high.approx, high.soft, high.form)
        for low in amounts(tokens, "num")
        for high in amounts(tokens, "num2")
        if low.low < high.high and size
    )
    yield from _share(text, tokens, size, "percent-range", pairs)
    if text.language == "en" and size and "to" in tokens:
        # raised from 6.5 to 8 percent: two values that share the sign
        halves = ("pre", "pre2", "num"), ("num2", "post")
        ends = [
            min(amounts({name: tokens[name] for name in names if name in tokens}, number), key=_price)
            for names, number in zip(halves, ("num", "num2"), strict=True)
        ]
        places = (span(tokens)[0], tokens["num"].end), (tokens["num2"].start, span(tokens)[1])
        yield (
            _TWO_VALUES,
            tuple(
                Quantity(
                    *place,
                    Kind.PERCENT,
                    exact(one.low * size),
                    exact(one.high * size),
                    approx=one.approx,
                    form=one.form,
                    soft=one.soft,
                    name="percent",
                )
                for one, place in zip(ends, places, strict=True)
            ),
        )


def percent_list(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """0.4, 0.7 and 1 percent: three that share the sign."""
    size = _size(tokens)
    if size[0] not in "01":
        return
    found: list[Quantity] = []
    cost = 0.0
    for name in ("num", "num2", "num3"):
        if name in tokens:
            one = next(amounts({name: tokens[name]}, name))
            end = span(tokens)[1] if name == "num3" else tokens[name].end
            low, high = exact(one.low * Fraction(size)), exact(one.high * Fraction(size))
            cost += one.cost
            found += reading(one, (tokens[name].start, end), Kind.PERCENT, low, high, "percent")[1]
    yield cost, tuple(found)


def whole(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """百分之百, 百分百."""
    if tokens["ppre"].value("PCTPRE") == "WHOLE":
        start, end = span(tokens)
        yield (
            0.0,
            (
                Quantity(
                    start,
                    end,
                    Kind.PERCENT,
                    1,
                    1,
                    Approx.NONE,
                    "",
                    "",
                    Form.WORDS,
                    relation(text, start, end),
                    name="percent",
                ),
            ),
        )


def tenths(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """三成, 三成五, 一成半, 两三成."""
    more = Fraction(0)
    if "half" in tokens:
        more = Fraction(1, 2)
    elif "num2" in tokens:
        more = Fraction(next(amounts(tokens, "num2")).low, 10)
    pairs = ((a.cost, a.low + more, a.high + more, a.approx, a.soft, a.form) for a in amounts(tokens) if a.high <= 20)
    yield from _share(text, tokens, Fraction(1, 10), "tenths", pairs)


def tenths_range(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """三至五成, 一成半到两成."""
    less, more = (Fraction(1, 2) if name in tokens else 0 for name in ("half1", "half"))
    pairs = (
        (low.cost + high.cost, low.low + less, high.high + more, high.approx, high.soft, high.form)
        for low in amounts(tokens, "num")
        for high in amounts(tokens, "num2")
        if low.low < high.high <= 10
    )
    yield from _share(text, tokens, Fraction(1, 10), "tenths-range", pairs)


def interest(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """月息六厘, 年息一分二厘: 厘 of the rate is what the word before says, 分 ten times that."""
    word = tokens["ppre"].value("PCTPRE")
    if word[:1] != "i":
        return
    size, total, factor = Fraction(word[1:]), Fraction(0), Fraction(0)
    one = next(amounts(tokens))
    for index in ("", "2"):
        if "num" + index not in tokens:
            break
        if "u" + index in tokens:
            rate = tokens["u" + index].word
            if rate not in _RATES:
                return
            factor = _RATES[rate]
        else:
            factor /= 10  # 八厘四
        total += next(amounts(tokens, "num" + index)).low * factor
    if "half" in tokens:
        total += factor / 2
    yield from _share(text, tokens, size, "interest", iter([(one.cost, total, total, one.approx, one.soft, one.form)]))


def bare_interest(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """银行利率由二厘半提高到四厘, 月息四厘、七厘: the rate was named before."""
    named = text.ask(_rate_named, *span(tokens))
    if not named:
        return
    total, factor = Fraction(0), Fraction(0)
    for index in ("", "2"):
        if "num" + index in tokens:
            rate = tokens["u" + index].word
            if rate not in _RATES:
                return
            factor = _RATES[rate]
            total += next(amounts(tokens, "num" + index)).low * factor
    total += factor / 2 if "half" in tokens else 0
    one = next(amounts(tokens))
    sizes = (Fraction(1, 1000), Fraction(1, 100)) if named == "月息" else (Fraction(1, 100), Fraction(1, 1000))
    for cost, size in zip((0.0, 0.05), sizes, strict=True):
        yield from _share(text, tokens, size, "interest", iter([(cost, total, total, one.approx, one.soft, one.form)]))


_RATE = re.compile("[利年月]息|利率|贴现")


def _rate_named(text: str, start: int, end: int) -> str:
    """The last name of a rate of interest before a place, '' where there is none."""
    before = text[max(0, start - 40) : start]
    if "息" not in before and "率" not in before and "贴" not in before:
        return ""  # three looks for a character cost less than one for the names
    return next(iter(reversed(_RATE.findall(before))), "")


_RATES = {"分": Fraction(10), "厘": Fraction(1), "釐": Fraction(1), "毫": Fraction(1, 10)}


def either_out_of(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Eight or nine out of ten."""
    first, second, below = (next(amounts(tokens, name)) for name in ("num", "num2", "den"))
    if first.low + 1 == second.low < below.low:
        low, high = (exact(Fraction(one.low) / below.low) for one in (first, second))
        yield reading(second, span(tokens), Kind.FRACTION, low, high, "out-of", form=Form.WORDS)


def either_share(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Seven or eight tenths, two- or three-fifths."""
    part = text.text_of(tokens["num2"].start, tokens["num2"].end).lower().rstrip("s")
    below = next((Fraction(1, size) if size > 1 else size for name, size in PARTS.items() if part.endswith(name)), None)
    first = next(amounts(tokens))
    for second in amounts(tokens, "num2"):
        if below and second.low == (first.low + 1) * below < 1:
            low = exact(first.low * below)
            yield reading(second, span(tokens), Kind.FRACTION, low, second.low, "share", form=Form.WORDS)


def half_tenth(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """成半 (15 percent), 半成 (5)."""
    start, end = span(tokens)
    value = Fraction(3, 20) if tokens["cheng"].start < tokens["half"].start else Fraction(1, 20)
    said = [*approximators(tokens)]
    approx, _ = combine([a for a, _ in said], [s for _, s in said])
    yield (
        0.0,
        (
            Quantity(
                start,
                end,
                Kind.PERCENT,
                value,
                value,
                approx,
                "",
                "",
                Form.WORDS,
                relation(text, start, end),
                name="tenths",
            ),
        ),
    )


def discount(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """六折 is 60 percent of the price, 八五折 85; 对折 half of it."""
    start, end = span(tokens)
    for one in amounts(tokens):
        value = one.low
        if value > 10:
            value = Fraction(value, 10)
        elif one.low != one.high and one.high < 10:
            value = Fraction(one.low * 10 + one.high, 100) * 10
        if value <= 10:
            value = exact(Fraction(value) / 10)
            yield (
                one.cost,
                (Quantity(start, end, Kind.PERCENT, value, value, one.approx, "", "", one.form, name="discount"),),
            )


def fraction(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """三分之一, 一又二分之一."""
    start, end = span(tokens)
    for below in amounts(tokens, "den"):
        if below.low != below.high or below.low <= 0 or below.low.denominator != 1:
            continue
        for above in amounts(tokens, "num"):
            plus = next(amounts(tokens, "whole")).low if "whole" in tokens else 0
            low, high = (exact(Fraction(plus) + Fraction(v) / below.low) for v in (above.low, above.high))
            kind = Kind.PERCENT if below.low in (100, 1000, 10000) else Kind.FRACTION
            yield (
                above.cost + below.cost,
                (
                    Quantity(
                        start,
                        end,
                        kind,
                        low,
                        high,
                        above.approx,
                        "",
                        "",
                        Form.WORDS,
                        relation(text, start, end),
                        soft=above.soft,
                        name="fraction",
                    ),
                ),
            )


def measured(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """三分之二里, 一又二分之一公里."""
    codes = tokens["unit"].values("UNIT")
    for cost, (found,) in fraction(text, tokens):
        yield cost, (found._replace(kind=Kind.MEASURE, unit=codes[0], relation=Relation.NONE, name="measure"),)


def percent_of_unit(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """百分之一毫米: a hundredth of a millimetre."""
    size = _size(tokens)
    if size[0] not in "01":
        return
    for one in amounts(tokens):
        low, high = (exact(value * Fraction(size)) for value in (one.low, one.high))
        for code in tokens["unit"].values("UNIT")[:1]:
            yield reading(one, span(tokens), Kind.MEASURE, low, high, "measure", unit=code)


def mixed(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """五十又百分之一."""
    start, end = span(tokens)
    size = _size(tokens)
    for one in amounts(tokens):
        if size[0] in "01":
            value = exact(next(amounts(tokens, "whole")).low + one.low * Fraction(size))
            yield reading(one, (start, end), Kind.FRACTION, value, value, "fraction", form=Form.WORDS)


_price = attrgetter("cost")


def out_of(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """One in five, nine out of ten."""
    start, end = span(tokens)
    above, below = min(amounts(tokens, "num"), key=_price), next(amounts(tokens, "den"))
    if tokens["outof"].word == "in" and (sub(tokens["den"], "YEAR4") or (below.low > 20 and below.low % 50)):
        return  # 461 in 1994
    if 0 < above.low < below.low and above.low == above.high and below.low == below.high:
        value = exact(Fraction(above.low) / below.low)
        yield 0.0, (Quantity(start, end, Kind.FRACTION, value, value, above.approx, "", "", Form.WORDS, name="out-of"),)


ROWS = (
    Row("percent", f"{BEFORE} ppre:PCTPRE neg2:NEG? pre3:PRE? num:NUM more:MORE? post:POST?", percent, -0.1, "zh"),
    Row("percent", f"{BEFORE} num:NUM more:MORE? pct:PCT|POINT more2:MORE? post:POST?", percent, -0.1),
    Row(
        "percent-range",
        f"{BEFORE} ppre:PCTPRE num:NUM to:TO|AND ppre2:PCTPRE? num2:NUM more:MORE? post:POST?",
        percent_range,
        -0.15,
        "zh",
    ),
    Row("percent-range", f"{BEFORE} num:NUM pct2:PCT? to:TO num2:NUM pct:PCT|POINT post:POST?", percent_range, -0.2),
    Row(
        "percent-range",
        f"{BEFORE} between:BETWEEN num:NUM pct2:PCT? to:TO|AND num2:NUM pct:PCT|POINT post:POST?",
        percent_range,
        -0.15,
        "en",
    ),
    Row("percent-list", "num:NUM c:COMMA num2:NUM c2:COMMA? and:AND num3:NUM pct:PCT|POINT", percent_list, -0.2, "en"),
    Row("percent", "pre:PRE? ppre:PCTPRE", whole, 0.0, "zh"),
    Row(
        "tenths",
        f"{BEFORE} num:NUM more:MORE? cheng:CHENG half:HALF? num2:DIGIT? more2:MORE? post:POST?",
        tenths,
        -0.05,
        "zh",
    ),
    Row(
        "tenths-range",
        f"{BEFORE} num:NUM cheng2:CHENG? half1:HALF? to:TO|AND num2:NUM cheng:CHENG half:HALF? more:MORE? post:POST?",
        tenths_range,
        -0.15,
        "zh",
    ),
    Row(
        "interest",
        "pre:PRE? ppre:PCTPRE pre2:PRE? num:NUM u:UNIT|MINU|CLS (num2:NUM u2:UNIT|MINU|CLS?)? half:HALF?",
        interest,
        -0.2,
        "zh",
    ),
    Row(
        "interest",
        "pre:PRE? num:NUM u:UNIT|MINU|CLS (num2:NUM u2:UNIT|MINU|CLS)? half:HALF?",
        bare_interest,
        -0.1,
        "zh",
    ),
    Row("tenths", "cheng:CHENG half:HALF more:MORE?", half_tenth, -0.05, "zh"),
    Row("tenths", "pre:PRE? half:HALF cheng:CHENG more:MORE?", half_tenth, -0.05, "zh"),
    Row("discount", "num:NUM zhe:ZHE", discount, -0.05, "zh"),
    Row(
        "fraction",
        f"{BEFORE} (whole:INT you:YOU)? den:INT fenzhi:FENZHI num:NUM more:MORE? post:POST?",
        fraction,
        -0.1,
        "zh",
    ),
    Row("fraction", f"{BEFORE} (whole:INT you:YOU)? den:INT fenzhi:FENZHI num:NUM unit:UNIT", measured, -0.1, "zh"),
    Row("fraction", f"{BEFORE} ppre:PCTPRE num:NUM unit:UNIT", percent_of_unit, -0.1, "zh"),
    Row("fraction", f"{BEFORE} whole:INT you:YOU ppre:PCTPRE num:NUM", mixed, -0.15, "zh"),
    Row("share", f"{BEFORE} num:INT and:AND num2:FRAC post:POST?", either_share, -0.15, "en"),
    Row("out-of", f"{BEFORE} num:INT and:AND num2:INT outof:OUTOF den:INT", either_out_of, -0.25, "en"),
    Row("out-of", f"{BEFORE} num:INT outof:OUTOF den:INT", out_of, -0.1, "en"),
)
