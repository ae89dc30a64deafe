"""Fractions: 三分之一, 一又二分之一, 三分之二里, seven or eight tenths, one in five."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from operator import attrgetter

from duizhao.validator.quantities.grammar.build import BEFORE, amounts, reading, span, sub
from duizhao.validator.quantities.grammar.relations import relation
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.grammar.shares.sizes import size_said
from duizhao.validator.quantities.model import Form, Kind, Quantity, Relation
from duizhao.validator.quantities.numeral import exact
from duizhao.validator.quantities.numeral_en import PARTS

_price = attrgetter("cost")


def fraction(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """三分之一, 一又二分之一."""
    start, end = span(tokens)
    for below in amounts(tokens, "den"):
        if below.low != below.high or below.low <= 0 or below.low.denominator != 1:
            continue
        for above in amounts(tokens, "num"):
            plus = next(amounts(tokens, "whole")).low if "whole" in tokens else 0
            low, high = (exact(Fraction(plus) + Fraction(v) / below.low) for v in (above.low, above.high))
            # 一百分之三 is three percent, however it is cut.
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
    size = size_said(tokens)
    # 年利八厘 has its own construct, and 百分百 no number behind it.
    if size[0] not in "01":
        return
    for one in amounts(tokens):
        low, high = (exact(value * Fraction(size)) for value in (one.low, one.high))
        for code in tokens["unit"].values("UNIT")[:1]:
            yield reading(one, span(tokens), Kind.MEASURE, low, high, "measure", unit=code)


def mixed(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """五十又百分之一."""
    start, end = span(tokens)
    size = size_said(tokens)
    for one in amounts(tokens):
        if size[0] in "01":
            value = exact(next(amounts(tokens, "whole")).low + one.low * Fraction(size))
            yield reading(one, (start, end), Kind.FRACTION, value, value, "fraction", form=Form.WORDS)


def either_out_of(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Eight or nine out of ten."""
    first, second, below = (next(amounts(tokens, name)) for name in ("num", "num2", "den"))
    # 八 and 九 out of ten count on; eight or three out of ten are two shares.
    if first.low + 1 == second.low < below.low:
        low, high = (exact(Fraction(one.low) / below.low) for one in (first, second))
        yield reading(second, span(tokens), Kind.FRACTION, low, high, "out-of", form=Form.WORDS)


def either_share(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Seven or eight tenths, two- or three-fifths."""
    part = text.text_of(tokens["num2"].start, tokens["num2"].end).lower().rstrip("s")
    # The second number has been read together with its part; the first needs the part alone.
    below = next((Fraction(1, size) if size > 1 else size for name, size in PARTS.items() if part.endswith(name)), None)
    first = next(amounts(tokens))
    for second in amounts(tokens, "num2"):
        if below and second.low == (first.low + 1) * below < 1:
            low = exact(first.low * below)
            yield reading(second, span(tokens), Kind.FRACTION, low, second.low, "share", form=Form.WORDS)


def out_of(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """One in five, nine out of ten, seven families in ten."""
    start, end = span(tokens)
    above, below = min(amounts(tokens, "num"), key=_price), next(amounts(tokens, "den"))
    doubt = 0.0 if _adjoins(text, tokens) else _OF_ITS_OWN
    if tokens["outof"].word == "in" and (sub(tokens["den"], "YEAR4") or (below.low > 20 and below.low % 50)):
        return  # 461 in 1994; above twenty only fifties are said so, one in fifty
    # "six out of five" is no share of five.
    if 0 < above.low < below.low and above.low == above.high and below.low == below.high:
        value = exact(Fraction(above.low) / below.low)
        found = Quantity(
            start, end, Kind.FRACTION, value, value, above.approx, "", "", Form.WORDS, soft=above.soft, name="out-of"
        )
        yield doubt, (found,)


_OF_ITS_OWN = 0.3
"""What it costs to take two counts for a share where a noun stands between them: two men in five boats, and one worker
in nineteen where the other language has 每十九个中有一个."""


def _adjoins(text: Text, tokens: Tokens) -> bool:
    """Whether no noun stands between the two numbers, or words that say a share whatever does: four men out of five."""
    word = tokens["outof"]
    return word.word != "in" or ("unit" not in tokens and text.of(word).lower().startswith("in"))


ROWS: tuple[Row, ...] = (
    Row(
        "fraction",
        f"{BEFORE} (whole:INT you:YOU)? den:INT fenzhi:FENZHI num:NUM more:MORE? post:POST?",
        fraction,
        -0.1,
        "zh",
    ),
    Row("fraction", f"{BEFORE} (whole:INT you:YOU)? den:INT fenzhi:FENZHI num:NUM unit:UNIT", measured, -0.1, "zh"),
    # As cheap as the share alone, which leaves the unit unread: 百分之一毫米.
    Row("fraction", f"{BEFORE} ppre:PCTPRE num:NUM unit:UNIT", percent_of_unit, -0.1, "zh"),
    Row("fraction", f"{BEFORE} whole:INT you:YOU ppre:PCTPRE num:NUM", mixed, -0.15, "zh"),
    Row("share", f"{BEFORE} num:INT and:AND num2:FRAC post:POST?", either_share, -0.15, "en"),
    # "Six or seven in ten" is one share.
    Row("out-of", f"{BEFORE} num:INT and:AND num2:INT outof:OUTOF den:INT", either_out_of, -0.25, "en"),
    # "One part in fifty thousand to one part in twenty thousand" is no ratio of fifty thousand to one.
    Row("out-of", f"{BEFORE} num:INT unit:UNIT? outof:OUTOF den:INT post:POST?", out_of, -0.1, "en"),
    Row("out-of", "not:NOT num:INT unit:UNIT? outof:OUTOF den:INT", out_of, -0.15, "en"),
)
