"""Percentages: 百分之五, 百分之三十到四十, 百分之百, 5 percent, five percentage points, 0.4, 0.7 and 1 percent."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from operator import attrgetter

from duizhao.validator.quantities.grammar.build import BEFORE, amounts, begins_with_year, reading, span, sub
from duizhao.validator.quantities.grammar.relations import relation
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.grammar.scales import changed, counts_on, ends_of, figure_by_figure
from duizhao.validator.quantities.grammar.shares.sizes import shares_of, size_said
from duizhao.validator.quantities.model import Approx, Form, Kind, Quantity
from duizhao.validator.quantities.numeral import Numeral, exact
from duizhao.validator.quantities.tokens import Token

_price = attrgetter("cost")


def percent(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """百分之五, 5 percent, five percentage points, 千分之五."""
    size = size_said(tokens)
    if size[0] not in "01":
        return
    yield from shares_of(
        text,
        tokens,
        Fraction(size),
        "percent",
        ((a.cost, a.low, a.high, a.approx, a.soft, a.form) for a in amounts(tokens)),
    )


def _is_share(one: Numeral) -> bool:
    """Whether a numeral in words is a share by itself: half to 90 percent are no half a percent."""
    return one.low < 1 and one.form in (Form.WORDS, Form.IMPLIED)


_TWO_VALUES = 0.06
"""What it costs more to take a range for a change from one value to another."""


def percent_range(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """百分之三十到四十, 30 to 40 percent."""
    if text.language == "zh" and "to" in tokens and not sub(tokens["to"], "TO") and "ppre2" in tokens:
        return  # 百分之三十四和百分之三十五 are two
    if begins_with_year(text, tokens):
        return
    word = size_said(tokens)
    size = Fraction(word) if word[0] in "01" else Fraction(0)
    # "two and three per cent" are rather two; "between two and three" has its own word for a range.
    joined = tokens.get("and") if text.language == "en" and "between" not in tokens else None
    pairs = (
        (low.cost + high.cost + cost + _joint(joined, low, high), a, b, high.approx, high.soft, high.form)
        for low in amounts(tokens, "num")
        for high in amounts(tokens, "num2")
        if size and not _is_share(low)
        for cost, a, b in ends_of(low, high)
    )
    yield from shares_of(text, tokens, size, "percent-range", pairs)
    # "rose from 6.5 to 8 percent" as well as "5-10%": the pairing takes what the original has.
    if text.language == "en" and size and "to" in tokens and not _is_share(tokens["num"].numerals[0]):
        yield from _two_percents(tokens, size)


_POINT_AS_COMMA = 0.1
"""What it costs to take the 、 of 百分之四、一二 for a decimal point."""
_PLACES = 2
"""Figures behind it: one would be the other end of a range, 百分之三、四."""


def pointed(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """百分之三、六三 is 3.63 percent: figures by position behind a mark that stands for the point."""
    figures, size = text.of(tokens["num2"]), size_said(tokens)
    if tokens["and"].word != "、" or len(figures) != _PLACES or not figure_by_figure(figures) or size[0] not in "01":
        return
    hundredths = next((one.low for one in tokens["num2"].numerals if one.low == one.high), None)
    if hundredths is None:
        return  # 一二 alone may be one or two
    behind = Fraction(hundredths, 10**_PLACES)
    yield from shares_of(
        text,
        tokens,
        Fraction(size),
        "percent",
        (
            (a.cost + _POINT_AS_COMMA, exact(a.low + behind), exact(a.high + behind), a.approx, a.soft, a.form)
            for a in amounts(tokens)
        ),
    )


def _joint(joined: Token | None, low: Numeral, high: Numeral) -> float:
    """What it costs to take two for a range: nothing where the second counts on, one or two percent."""
    return 0.0 if joined is None or (joined.word == "or" and counts_on(low.low, high.low)) else _RATHER_TWO


_RATHER_TWO = 0.12
"""Other two joined by "or" or "and" are rather two shares."""


def _two_percents(tokens: Tokens, size: Fraction) -> Iterator[Reading]:
    """Raised from 6.5 to 8 percent: two values that share the sign, and the scale where one is said."""
    halves = ("pre", "pre2", "num"), ("num2", "post")
    first, second = (
        min(amounts({name: tokens[name] for name in names if name in tokens}, number), key=_price)
        for names, number in zip(halves, ("num", "num2"), strict=True)
    )
    places = (span(tokens)[0], tokens["num"].end), (tokens["num2"].start, span(tokens)[1])
    for cost, value in changed(first, second, falling=True):
        yield (
            _TWO_VALUES + cost,
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
                for one, place in zip((value, second), places, strict=True)
            ),
        )


def percent_list(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """0.4, 0.7 and 1 percent: three that share the sign."""
    size = size_said(tokens)
    if size[0] not in "01":
        return
    numbers = [next(amounts({name: tokens[name]}, name)) for name in ("num", "num2", "num3")]
    # The first of three may be the year that stands before two: in 1937, two or three percent.
    if sub(tokens["num"], "YEAR4") or max(one.high for one in numbers) > _LIKE * min(one.low for one in numbers):
        return  # in 1955, one or two percent
    ends = tokens["num"].end, tokens["num2"].end, span(tokens)[1]
    found: list[Quantity] = []
    for one, name, end in zip(numbers, ("num", "num2", "num3"), ends, strict=True):
        low, high = exact(one.low * Fraction(size)), exact(one.high * Fraction(size))
        found += reading(one, (tokens[name].start, end), Kind.PERCENT, low, high, "percent")[1]
    yield sum(one.cost for one in numbers), tuple(found)


_LIKE = 200
"""How many times the least the greatest of a list may be: 0.4, 5 and 70 percent."""


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


ROWS: tuple[Row, ...] = (
    Row("percent", f"{BEFORE} ppre:PCTPRE neg2:NEG? pre3:PRE? num:NUM more:MORE? post:POST?", percent, -0.1, "zh"),
    Row("percent", f"{BEFORE} num:NUM more:MORE? pct:PCT|POINT more2:MORE? post:POST?", percent, -0.1),
    # 百分之一、二 is one share, and no share with a figure behind it.
    Row(
        "percent-range",
        f"{BEFORE} ppre:PCTPRE num:NUM to:TO|AND ppre2:PCTPRE? num2:NUM more:MORE? post:POST?",
        percent_range,
        -0.15,
        "zh",
    ),
    Row("percent", f"{BEFORE} ppre:PCTPRE num:NUM and:AND num2:NUM post:POST?", pointed, -0.15, "zh"),
    # 50%-60% is one range before it is two shares.
    Row("percent-range", f"{BEFORE} num:NUM pct2:PCT? to:TO num2:NUM pct:PCT|POINT post:POST?", percent_range, -0.2),
    # "From 7.2% to 6%": the word before them belongs to the two.
    Row(
        "percent-range",
        f"{BEFORE} between:BETWEEN num:NUM pct2:PCT? to:TO|AND num2:NUM pct:PCT|POINT post:POST?",
        percent_range,
        -0.15,
        "en",
    ),
    # "24, 7 and 9 percent" are three shares, and no two counts before one.
    Row("percent-list", "num:NUM c:COMMA num2:NUM c2:COMMA? and:AND num3:NUM pct:PCT|POINT", percent_list, -0.2, "en"),
    Row("percent", "pre:PRE? ppre:PCTPRE", whole, 0.0, "zh"),
)
