"""Shares and multiples: half a percent, 180 per thousand spindles, two to three times."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from duizhao.validator.quantities.grammar.build import BEFORE, amounts, followed, preceded, reading, span
from duizhao.validator.quantities.grammar.multiples import times_relation
from duizhao.validator.quantities.grammar.others import ratio
from duizhao.validator.quantities.grammar.relations import relation
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.grammar.scales import ends_of
from duizhao.validator.quantities.grammar.shares.percents import percent_range
from duizhao.validator.quantities.model import Form, Kind, Quantity, Relation
from duizhao.validator.quantities.numeral import exact


def part_of_percent(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Half a percent, a quarter of a percentage point, half of 1 percent."""
    start, end = span(tokens)
    size = Fraction(tokens["pct"].value("PCT") or tokens["pct"].value("POINT") or "1/100")
    if "whole" in tokens:
        size *= next(amounts(tokens, "whole")).low
    for one in amounts(tokens):
        # "5 of a percent" says nothing; "half a percent" is 1/200.
        if 0 < one.low < 1:
            value = exact(one.low * size)
            yield reading(one, (start, end), Kind.PERCENT, value, value, "percent", relation=relation(text, start, end))


def per_many(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """180 per thousand spindles: so many for every thousand of them, no share."""
    word = tokens["pct"]
    many = _MANY.get(word.value("PCT"))
    unit = tokens.get("unit")
    if many is None or not word.word.startswith("per") or not (unit or text.ask(_of_things, *span(tokens))):
        return
    kind, code = (Kind.MEASURE, unit.value("UNIT")) if unit else (Kind.CARDINAL, "")
    # The noun is in no table, and is not marked.
    end = unit.end if unit else word.end
    of = Quantity(word.start, end, kind, many, many, unit=code, form=Form.WORDS, weak=True, name="count")
    for one in amounts(tokens):
        cost, (said,) = reading(one, (span(tokens)[0], word.start - 1), Kind.CARDINAL, one.low, one.high, "count")
        yield cost, (said, of)


_MANY = {"1/1000": 1000, "1/10000": 10000, "1/100000": 100_000, "1/1000000": 1_000_000}
_of_things = followed(
    r" (?!(?:of|and|or|in|on|to|for|by|from|at|with|a|an|the|than|more|less|higher|lower|each|every|is|was|were|are)\b)[a-z]"
)


_as_ratio = preceded(
    r"\b(?:scales?|ratios?|dilutions?|diluted|proportions?|strength|mixtures?|mixed|solutions?)(?: (?:of|at|in|to|is|was))?"
    r"(?: (?:about|some))? $",
    32,
)
"""What stands before one to twenty where it is a ratio, no range."""


def scale(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """On a scale of one to twenty: both figures, or the share that 二十分之一 is."""
    start, end = span(tokens)
    first, second = (next(amounts(tokens, name)) for name in ("num", "num2"))
    # "30 to 35", "they beat us 1 to 3": a ratio begins with one, and something says that it is one.
    if (
        first.low != 1
        or second.low <= 1
        or not (tokens["bi"].word.startswith("part") or text.ask(_as_ratio, start, end))
    ):
        return
    yield from ratio(text, tokens)
    share = exact(Fraction(first.low) / second.low)
    yield _RATHER_RATIO, (Quantity(start, end, Kind.FRACTION, share, share, form=Form.WORDS, name="ratio"),)


_RATHER_RATIO = 0.05
"""What it costs to take "one to three" for a third: the two figures are rather given as such."""


def times_range(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Two to three times, 3-5 times."""
    start, end = span(tokens)
    said = times_relation(text, start, end)
    for low in amounts(tokens, "num"):
        for high in amounts(tokens, "num2"):
            for cost, a, b in ends_of(low, high) if tokens["to"].word != "and" else ():
                factor = Quantity(
                    start,
                    end,
                    Kind.MULTIPLE,
                    a,
                    b,
                    high.approx,
                    "",
                    "",
                    high.form,
                    said,
                    soft=high.soft,
                    name="times",
                )
                yield low.cost + high.cost + cost + (0.1 if said is Relation.NONE else 0.0), (factor,)
                yield (
                    low.cost + high.cost + cost + (0.0 if said is Relation.NONE else 0.1),
                    (factor._replace(kind=Kind.CARDINAL, relation=Relation.NONE, counter="times"),),
                )


ROWS: tuple[Row, ...] = (
    # "70 or 80%" shares the sign: cheaper than a plain 70 and a share.
    Row("percent-range", f"{BEFORE} num:NUM and:AND num2:NUM pct:PCT|POINT post:POST?", percent_range, -0.12, "en"),
    Row("percent", "pre:PRE? num:NUM of:OF? a:ART pct:PCT|POINT post:POST?", part_of_percent, -0.15, "en"),
    Row("percent", "pre:PRE? num:NUM of:OF whole:NUM pct:PCT|POINT post:POST?", part_of_percent, -0.15, "en"),
    # "19.2 per million tons": "per" reckons by what follows, and is no sign of a share.
    Row("per-many", "num:NUM pct:PCT unit:UNIT?", per_many, -0.08, "en"),
    # "a dilution of 1 to 300" has the "to" of a range, which costs as little.
    Row("scale", "num:INT bi:BI num2:INT", scale, -0.2, "en"),
    # "Four or five times" is one multiple; "five times" alone may be how often.
    Row("times-range", f"{BEFORE} num:NUM to:TO|AND num2:NUM times:TIMES post:POST?", times_range, -0.2, "en"),
)
