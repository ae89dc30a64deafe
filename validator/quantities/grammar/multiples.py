"""Multiples: 四倍, 翻两番, 加倍, four times, doubled, a fivefold increase."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from duizhao.validator.quantities.grammar.build import BEFORE, amounts, followed, preceded, qualified, reading, span
from duizhao.validator.quantities.grammar.relations import relation
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.lexicon import number
from duizhao.validator.quantities.model import Approx, Form, Kind, Quantity, Relation
from duizhao.validator.quantities.numeral import exact

_AS_MUCH = frozenset(("times as much", "times as many", "times that of"))


_COMPARED = frozenset("高长重大多快")


_by = preceded(
    r"\bby (?:an? )?(?:[a-z-]+ )?$"
    r"|\b(?:increases?|rises?|growth)\b[^.;:!?0-9]{0,100} (?:was|were|is|are|reached|averaged)(?: (?:about|only|over|just|nearly))? $",
    120,
)
"""Before a multiple that comes on top: exceeded the plan by three times; the average rise in the two towns was 1.3 times.
Whatever the verb, "by" names a difference."""


_as_large = followed(r" as [a-z]+")
"""Behind a multiple that says how many times as large, whatever verb stands before: held up an enemy ten times as numerous."""


def times_relation(text: Text, start: int, end: int) -> Relation:
    """What a multiple is said of: as `relation`, and an English one that comes on top by whatever verb."""
    said = relation(text, start, end)
    if said is Relation.NONE and text.language == "en" and text.ask(_by, start, end):
        return Relation.INCREASE_BY
    return said


def times(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """四倍, 三倍半, four times: in English also a number of occasions."""
    start, end = span(tokens)
    half = Fraction(1, 2) if "half" in tokens else 0
    said = times_relation(text, start, end)
    ahead = tokens.get("pre2") or tokens.get("pre")
    if said is Relation.NONE and ahead is not None and (ahead.word[-1:] in _COMPARED or ahead.word == "高出"):
        said = relation(text, tokens["num"].start, end)  # 约高一倍半: the comparison is in the approximator
    if text.language == "en" and said is Relation.NONE and tokens["times"].word in {"fold", "folds"}:
        said = Relation.FOLD
    if text.language == "en" and tokens["times"].word in _AS_MUCH:
        said = Relation.TIMES_OF
    if text.language == "en" and text.ask(_as_large, start, end):
        said = Relation.TIMES_OF
    # "two times more than last year" makes three times as much, as 增加两倍 does.
    if tokens["times"].word == "times more" and said is Relation.NONE:
        said = Relation.INCREASE_BY
    for one in amounts(tokens):
        low, high = exact(one.low + half), exact(one.high + half)
        factor = Quantity(
            start, end, Kind.MULTIPLE, low, high, one.approx, "", "", one.form, said, soft=one.soft, name="times"
        )
        # 四次, not 四倍, says how often.
        if text.language == "zh":
            yield one.cost, (factor,)
            continue
        occasions = factor._replace(kind=Kind.CARDINAL, relation=Relation.NONE, counter="times", name="occasions")
        firm = said is not Relation.NONE or tokens["times"].word not in {"times", "time"}
        # 1.5 times are no occasions.
        sure = firm or low.denominator != 1
        yield one.cost + (0.0 if sure else 0.1), (factor,)
        if low.denominator == 1:
            yield one.cost + (0.1 if sure else 0.0), (occasions,)


def half_times(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """半倍: half as much again, where something grows by it."""
    start, end = span(tokens)
    approx, soft = qualified(tokens)
    half, said = Fraction(1, 2), relation(text, start, end)
    if tokens["half"].word == "多半":
        said = Relation.INCREASE_BY  # 比去年多半倍: no 多半 ("most") is meant
    yield (
        0.0,
        (Quantity(start, end, Kind.MULTIPLE, half, half, approx, "", "", Form.WORDS, said, soft=soft, name="times"),),
    )


def mixed_times(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """二又三分之一倍."""
    whole = next(amounts(tokens, "whole")).low if "whole" in tokens else 0
    below = next(amounts(tokens, "den")).low
    said = relation(text, *span(tokens))
    for one in amounts(tokens):
        # Nothing is divided by nought, or by one.
        if below > 1:
            low, high = (exact(whole + Fraction(value) / below) for value in (one.low, one.high))
            yield reading(one, span(tokens), Kind.MULTIPLE, low, high, "times", relation=said)


def hundredths_times(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """三又百分之二十七倍: 3.27 times."""
    whole, said = next(amounts(tokens, "whole")).low, relation(text, *span(tokens))
    for one in amounts(tokens):
        if tokens["ppre"].word.startswith("百") and one.low < _HUNDRED:
            value = exact(whole + Fraction(one.low) / _HUNDRED)
            yield reading(one, span(tokens), Kind.MULTIPLE, value, value, "times", relation=said)


_HUNDRED = 100


def times_and_tenths(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """一倍又四成: so many times and tenths."""
    start, end = span(tokens)
    more = next(amounts(tokens, "num2"))
    for one in amounts(tokens):
        value = exact(one.low + Fraction(more.low, 10))
        said = relation(text, start, end)
        factor = Quantity(start, end, Kind.MULTIPLE, value, value, more.approx, "", "", one.form, said, name="times")
        yield one.cost, (factor,)


def times_and_decimal(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """一倍八: 1.8 times."""
    if not text.ask(_ends_there, *span(tokens)):
        return
    for one in amounts(tokens):
        if one.low == one.high and one.low.denominator == 1:
            value = exact(one.low + Fraction(tokens["num2"].numerals[0].low, 10))
            yield reading(
                one, span(tokens), Kind.MULTIPLE, value, value, "times", relation=relation(text, *span(tokens))
            )


_ends_there = followed("[，。、；：！？）)」”]|左右|以上|多|强|弱|$")


def times_range(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """一倍至两倍, 三到五倍."""
    start, end = span(tokens)
    half = Fraction(1, 2) if "half" in tokens else 0
    said = relation(text, start, end)
    for low in amounts(tokens, "num"):
        for high in amounts(tokens, "num2"):
            if low.low < high.high:
                factor = Quantity(
                    start,
                    end,
                    Kind.MULTIPLE,
                    low.low,
                    exact(high.high + half),
                    high.approx,
                    "",
                    "",
                    high.form,
                    said,
                    soft=high.soft,
                    name="times-range",
                )
                yield low.cost + high.cost, (factor,)


def doublings(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """翻两番: twice doubled, four times as much."""
    start, end = span(tokens)
    turned = text.ask(_turned, start, end)
    for one in amounts(tokens):
        # 番 counts turns of anything (三番两次) unless 翻 stands before; the bound keeps 2 from whatever power a text names.
        if one.low.denominator == 1 and 0 < one.low < 30 and one.low == one.high and turned:
            value = 2 ** int(one.low)
            yield (
                one.cost,
                (
                    Quantity(
                        start,
                        end,
                        Kind.MULTIPLE,
                        value,
                        value,
                        one.approx,
                        "",
                        "",
                        one.form,
                        Relation.INCREASE_TO,
                        name="doublings",
                    ),
                ),
            )


_MUCH = r" (?:as|the|that|of|what|its|their)\b"
_much = followed(_MUCH)
_turned = preceded("翻$|翻了$", 2)


_by_so_much = preceded(r"\bby $", 3)


def factor(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """doubled, twice, 加倍."""
    start, end = span(tokens)
    token = tokens["factor"]
    value = number(token.value("FACTOR"))
    approx = Approx.NONE
    for name in ("pre", "pre2"):
        if name in tokens and (said := tokens[name].value("PRE")):
            approx = Approx[said.rstrip("~")]
    word = token.word
    occasions = word in {"twice", "once", "thrice"}
    fold = word.endswith("fold")
    verb = Relation.FOLD if fold else Relation.TIMES_OF if occasions else Relation.INCREASE_TO
    if verb is Relation.INCREASE_TO and text.language == "en" and text.ask(_by_so_much, start, end):
        verb = Relation.INCREASE_BY  # "increased by more than double"
    base = Quantity(
        start,
        end,
        Kind.MULTIPLE,
        value,
        value,
        approx,
        "",
        "",
        Form.IMPLIED,
        verb,
        weak=word in {"once", "double", "成倍", "加倍"},
        name="factor",
    )
    yield (0.05 if occasions and not text.ask(_much, start, end) else 0.0), (base,)
    if occasions:
        yield (
            (0.05 if text.ask(_much, start, end) else 0.0),
            (base._replace(kind=Kind.CARDINAL, relation=Relation.NONE, counter="times"),),
        )


ROWS: tuple[Row, ...] = (
    # 一倍又四成 is 1.4 times, and no multiple with a share behind it.
    Row(
        "times", f"{BEFORE} num:NUM times:TIMES you:YOU? num2:NUM cheng:CHENG more:MORE?", times_and_tenths, -0.2, "zh"
    ),
    Row("times", f"{BEFORE} num:NUM more:MORE? times:TIMES half:HALF? more2:MORE? post:POST?", times, -0.06),
    Row("times", "num:NUM times:TIMES num2:DIGIT", times_and_decimal, -0.2, "zh"),
    Row(
        "times",
        f"{BEFORE} (whole:INT you:YOU)? den:INT fenzhi:FENZHI num:INT times:TIMES post:POST?",
        mixed_times,
        -0.3,
        "zh",
    ),
    Row(
        "times", f"{BEFORE} whole:INT you:YOU ppre:PCTPRE num:NUM times:TIMES post:POST?", hundredths_times, -0.35, "zh"
    ),
    Row("times", f"{BEFORE} num:NUM half:HALF times:TIMES post:POST?", times, -0.06, "zh"),
    Row("half-times", "half:HALF times:TIMES more:MORE? post:POST?", half_times, -0.06, "zh"),
    # 七、八倍 is one multiple.
    Row(
        "times-range",
        f"{BEFORE} num:NUM times1:TIMES? to:TO|AND num2:NUM times:TIMES half:HALF? more:MORE? post:POST?",
        times_range,
        -0.2,
        "zh",
    ),
    Row("doublings", f"{BEFORE} num:NUM more:MORE? fan:FAN more2:MORE?", doublings, -0.05, "zh"),
    Row("factor", "pre:PRE? factor:FACTOR", factor),
)
