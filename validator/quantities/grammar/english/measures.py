"""Amounts with an article or a half behind the unit: an hour, a day or two, an hour and a half, one and fivepence, both."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.quantities.grammar.amounts.counts import count, share
from duizhao.validator.quantities.grammar.amounts.halves import half_unit, unit_and_half
from duizhao.validator.quantities.grammar.amounts.measures import measure
from duizhao.validator.quantities.grammar.amounts.smaller_units import in_first_unit, part_unit, smaller
from duizhao.validator.quantities.grammar.build import BEFORE, HALF, amounts, followed, qualified, reading, span
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.grammar.shares.percents import percent_range
from duizhao.validator.quantities.lexicon import number, units
from duizhao.validator.quantities.model import Approx, Form, Kind, Quantity
from duizhao.validator.quantities.numeral import exact
from duizhao.validator.quantities.tokens import Token


def one_or_two(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A day or two."""
    start, end = span(tokens)
    # "a day and two men": and joins two things.
    if tokens["or"].word != "or":
        return
    for one in amounts(tokens):
        for code in tokens["unit"].values("UNIT"):
            found = Quantity(
                start, end, Kind.MEASURE, 1, one.high, Approx.NONE, code, "", Form.WORDS, name="one-or-two"
            )
            yield one.cost, (found,)


_of = followed(" of ")


def _of_another(text: Text, tokens: Tokens) -> bool:
    """Whether the part is of something else: two days and half of the night, but a year and a half of war."""
    part = tokens["part" if "part" in tokens else "half"]
    return not text.of(part).lower().startswith("a") and text.ask(_of, *span(tokens))


def number_and_part(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """One month and a half, two years and half, eight hours and three-quarters."""
    start, end = span(tokens)
    part = next(amounts(tokens, "part")).low if "part" in tokens else HALF
    # "two nights and two-thirds of the hay": a part with its own "of" is of something else.
    if not 0 < part < 1 or _of_another(text, tokens):
        return
    for one in amounts(tokens):
        if one.low == one.high and one.low.denominator == 1:
            value = exact(one.low + part)
            for index, code in enumerate(tokens["unit"].values("UNIT")):
                yield (
                    one.cost + 0.1 * index,
                    (
                        Quantity(
                            start,
                            end,
                            Kind.MEASURE,
                            value,
                            value,
                            one.approx,
                            code,
                            "",
                            one.form,
                            soft=one.soft,
                            name="unit-and-half",
                        ),
                    ),
                )


def one_and_half(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """An hour and a half."""
    # In "the month and a half since then" nothing follows that the half could be of.
    if not _of_another(text, tokens):
        yield from unit_and_half(text, tokens)


def period_and_half(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """The first month and a half, the past year and a half: the word before the unit says which."""
    start, end = span(tokens)
    if _of_another(text, tokens):
        return
    # "the first week and a half" names its unit, "the past year and a half" has it in the word.
    codes = tokens["unit"].values("UNIT") if "unit" in tokens else [_period(tokens["rel"])]
    value = exact(1 + HALF)
    for code in codes[:1]:
        if code:
            yield 0.0, (Quantity(start, end, Kind.MEASURE, value, value, unit=code, form=Form.WORDS, name="half"),)


def _period(token: Token) -> str:
    """The unit of which a word names one: last year, the past month; '' where it names none, or several."""
    named = token.value("REL").partition("-")[2]
    many, _, code = token.value("IMPLIED").partition(" ")
    return code if many == "1" else named if named in _NAMED else ""


_NAMED = frozenset(("year", "month", "week"))


def most_of(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Most of a year: more than half of it."""
    if tokens["most"].value("OTHER") != "most":
        return
    for code in tokens["unit"].values("UNIT"):
        half = Quantity(
            *span(tokens), Kind.MEASURE, HALF, HALF, Approx.OVER, code, form=Form.IMPLIED, soft=True, name="half"
        )
        yield 0.0, (half,)


def not_round(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Not a dozen men, not a hundred yards: less than a round figure, which an article makes a limit."""
    # "not a dozen carts" are fewer; "not twelve carts" may be any other number.
    if text.of(tokens["num"]).lower().startswith("a"):
        yield from (measure if "unit" in tokens else count)(text, tokens)


def with_pence(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """One shilling and fivepence."""
    value, _, code = tokens["implied"].value("IMPLIED").partition(" ")
    for one in amounts(tokens):
        for top in tokens["unit"].values("UNIT"):
            if code == "penny" and (total := in_first_unit([(one.low, top), (number(value), code)])) is not None:
                yield reading(one, span(tokens), Kind.MEASURE, total, total, "parts", unit=top)


def one_and_part(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """An hour and three quarters."""
    for one in amounts(tokens):
        for code in tokens["unit"].values("UNIT"):
            value = exact(1 + one.low)
            yield reading(one, span(tokens), Kind.MEASURE, value, value, "unit-and-part", unit=code)


def article(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A year, an hour: one of them, idle unless something qualifies it."""
    start, end = span(tokens)
    approx, soft = qualified(tokens)
    # "a day" is mere form; "over a day" is an amount.
    weak = approx is Approx.NONE
    for index, code in enumerate(tokens["unit"].values("UNIT")):
        yield (
            0.1 * index,
            (
                Quantity(
                    start, end, Kind.MEASURE, 1, 1, approx, code, "", Form.IMPLIED, weak=weak, soft=soft, name="article"
                ),
            ),
        )


def article_parts(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """An hour and 45 minutes, a foot and two inches."""
    start, end = span(tokens)
    top = tokens["unit"].value("UNIT")
    for one in amounts(tokens):
        code = part_unit(tokens["unit2"], [(1, top)])
        # "an hour and 90 miles" are two amounts, and so is "a second 48-hour strike".
        if code is None or one.low != one.high or not smaller(top, code, one):
            return
        pieces = ((1, top), (one.low, code))
        value = in_first_unit([*pieces])
        if value is not None:
            yield reading(one, (start, end), Kind.MEASURE, value, value, "parts", unit=top, parts=pieces)


def once_or_twice(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Once or twice a week."""
    first, second = (number(tokens[name].value("FACTOR")) for name in ("factor", "factor2"))
    # Of these words only once and twice count on.
    if tokens["or"].word == "or" and (tokens["factor"].word, second) == ("once", 2):
        start, end = span(tokens)
        yield 0.0, (Quantity(start, end, Kind.CARDINAL, first, second, counter="times", form=Form.IMPLIED, name="or"),)


def below_zero(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """2 degrees below zero."""
    if not _below(tokens["below"]):
        return
    start, end = span(tokens)
    code = tokens["unit"].value("UNIT") if "unit" in tokens else "degree"
    for one in amounts(tokens):
        yield reading(one, (start, end), Kind.MEASURE, -one.high, -one.low, "measure", unit=code)


def range_below_zero(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Between 38 and 41 degrees below zero: both ends are; 5 and 10 below zero are two."""
    if not _below(tokens["below"]) or ("unit" in tokens and tokens["unit"].value("UNIT") != "degree"):
        return
    start, end = span(tokens)
    first, second = (next(amounts(tokens, name)) for name in ("num", "num2"))
    # "5 and 10 degrees below zero" are two temperatures, "5 to 10" a range.
    if "between" in tokens or tokens["to"].word != "and":
        low, high = sorted((-first.low, -second.low))
        yield reading(second, (start, end), Kind.MEASURE, low, high, "below-zero", unit="degree")
    begin = tokens["pre" if "pre" in tokens else "num"].start
    places = (begin, (tokens.get("unit1") or tokens["num"]).end), (tokens["num2"].start, end)
    both = [
        reading(one, place, Kind.MEASURE, -one.high, -one.low, "below-zero", unit="degree")[1][0]
        for one, place in zip((first, second), places, strict=True)
    ]
    yield _TWO_VALUES, tuple(both)


_TWO_VALUES = 0.06
"""What it costs more to take two ends for two values: it fell from 5 to 12 degrees below zero."""


def _below(token: Token) -> bool:
    return token.word.startswith(("below", "under", "of"))


def same_unit(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Three hundred metres long and four high: the unit is said once."""
    code = tokens["unit"].value("UNIT")
    # "nine hours long and four wide": only lengths have sides.
    if units()[code].dimension != "length":
        return
    found: list[Quantity] = []
    cost = 0.0
    for names in (("neg", "pre", "pre2", "num", "unit"), ("num2",), ("num3",)):
        part = {name: tokens[name] for name in names if name in tokens}
        if part:
            one = next(amounts(part, names[-1] if len(names) == 1 else "num"))
            price, read = reading(one, span(part), Kind.MEASURE, one.low, one.high, "measure", unit=code)
            cost += price
            found += read
    yield cost, tuple(found)


def implied(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """both, single, annual: a number or one of a unit that a word implies, and that the other language may say or not."""
    start, end = tokens["implied"].start, tokens["implied"].end
    value, _, code = tokens["implied"].value("IMPLIED").partition(" ")
    kind = Kind.MEASURE if code else Kind.CARDINAL
    low = number(value)
    yield 0.0, (Quantity(start, end, kind, low, low, Approx.NONE, code, "", Form.IMPLIED, weak=True, name="implied"),)
    # The word may be mere style: "both" of "both sides".
    yield 0.1, ()


ROWS: tuple[Row, ...] = (
    Row("one-or-two", "a:ART unit:UNIT or:AND num:INT unit2:UNIT?", one_or_two, -0.1, "en"),
    Row(
        "percent-range",
        f"{BEFORE} num:NUM pct2:PCT or:AND num2:NUM pct:PCT|POINT post:POST?",
        percent_range,
        0.05,
        "en",
    ),
    Row("measure", f"{BEFORE} num:OPEN of:OF unit:UNIT post:POST?", measure, -0.1, "en"),
    Row("unit-and-half", "pre:PRE? a:ART? unit:UNIT and:AND half:HALF post:POST?", one_and_half, -0.05, "en"),
    Row("unit-and-half", f"{BEFORE} num:NUM unit:UNIT and:AND half:HALF post:POST?", number_and_part, -0.05, "en"),
    # "Eight hours and a quarter" is one measure, and no measure with a share behind it.
    Row("unit-and-part", f"{BEFORE} num:INT unit:UNIT and:AND part:FRAC post:POST?", number_and_part, -0.04, "en"),
    Row("unit-and-half", "order:ORD unit:UNIT and:AND half:HALF", period_and_half, -0.2, "en"),
    # "the past year and a half" is cheaper than a year, of which nobody need speak, and a half.
    Row("unit-and-half", "rel:REL|IMPLIED and:AND half:HALF", period_and_half, -0.2, "en"),
    # "One shilling and sixpence" is one sum.
    Row("parts", f"{BEFORE} num:NUM unit:UNIT and:AND? implied:IMPLIED", with_pence, -0.2, "en"),
    # "A ton and a half" is read as "a ton and a quarter" is, and not by the row for "half" alone.
    Row("unit-and-part", f"{BEFORE} a:ART unit:UNIT and:AND num:FRAC post:POST?", one_and_part, -0.1, "en"),
    # Dear: "most" before a year may say nearly, and the article row reads that.
    Row("most", "most:OTHER a:ART unit:UNIT post:POST?", most_of, 0.1, "en"),
    Row("half", "not:NOT half:HALF a:ART|OF|THE? a2:ART|THE? unit:UNIT", half_unit, -0.1, "en"),
    Row("share", "not:NOT num:FRAC", share, -0.1, "en"),
    Row("count", "not:NOT num:INT unit:UNIT?", not_round, -0.1, "en"),
    Row("article", "pre:PRE? pre2:PRE? a:ART unit:UNIT more:MORE? post:POST?", article, 0.0, "en", follows=True),
    Row(
        "article-parts",
        "pre:PRE? a:ART unit:UNIT c:COMMA? and:AND? num:NUM unit2:UNIT post:POST?",
        article_parts,
        -0.1,
        "en",
    ),
    Row("or", "pre:PRE? factor:FACTOR or:AND factor2:FACTOR", once_or_twice, -0.2, "en"),
    Row("below-zero", "pre:PRE? num:NUM unit:UNIT? below:NEG", below_zero, -0.1, "en"),
    Row(
        "below-zero",
        # "6 and 11 degrees below zero": the cheapest way, or the first would be above it.
        "pre:PRE? between:BETWEEN? num:NUM unit1:UNIT? to:TO|AND num2:NUM unit:UNIT? below:NEG",
        range_below_zero,
        -0.25,
        "en",
    ),
    Row("same-unit", f"{BEFORE} num:NUM unit:UNIT side:SIDE num2:NUM (side2:SIDE num3:NUM)?", same_unit, -0.1, "en"),
    # Cheaper than to leave the word unread, which costs nothing: "dual" has to be offered as two.
    Row("implied", "pre:PRE? implied:IMPLIED unit:UNIT?", implied, -0.1, "en"),
)
