"""Ranges and lists that share a unit: 三十斤到三十五斤, 三、四百斤, 30 to 35 jin, between 4 and 5, 250-300 million."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.quantities.grammar.build import (
    COLDER,
    Amount,
    amounts,
    begins_with_year,
    followed,
    reading,
    span,
    sub,
)
from duizhao.validator.quantities.grammar.changes import may_change, two_values
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.grammar.scales import counts_on, ends_of, figure_by_figure, last_place
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import Form, Kind, Number, Quantity
from duizhao.validator.quantities.numeral import exact


def _ends(tokens: Tokens) -> Iterator[tuple[Amount, Amount]]:
    """Both ends; one that says no scale has that of the other: 3 to 4 million, 二十至三十万."""
    for first in amounts(tokens, "num"):
        for second in amounts(tokens, "num2"):
            yield first, second


def below_zero(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """零下三十八度至四十一度: what stands before the first end is said of both, where it is the nearer to zero."""
    for first in amounts(tokens, "num"):
        for second in amounts(tokens, "num2"):
            # 零下十五至二十度: the second end is colder; 零下五度至十度 rises above zero.
            if second.high < first.low <= 0:
                one = second._replace(cost=first.cost + second.cost)
                yield reading(one, span(tokens), Kind.MEASURE, second.low, first.high, "range", unit="degree")


def plain_range(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Two ends with "to" between them."""
    start, end = span(tokens)
    unit, classifier = tokens.get("unit") or tokens.get("unit1"), tokens.get("cls")
    cur = tokens.get("cur")
    codes = unit.values("UNIT") or ["month"] if unit else [cur.value("CUR")] if cur else [""]
    kind = Kind.MEASURE if unit or cur else Kind.CARDINAL
    if "between" in tokens and tokens["between"].word == "from" and not sub(tokens["and"], "TO"):
        return  # from two hours and ten minutes
    if begins_with_year(text, tokens):
        return
    by_position = text.language == "zh" and _by_position(text, tokens)
    for low, high in _ends(tokens):
        if by_position:
            if low.low != low.high:
                continue
            low = low._replace(cost=0.0)
        # "the 3rd to 5th hour" says which hours.
        if (sub(tokens["num"], "ORD") or sub(tokens["num2"], "ORD")) and kind is Kind.MEASURE:
            continue
        if sub(tokens["num"], "YEAR4") and high.low > 10 * low.low:
            continue  # 21 million in 1953 to 46 million this year
        for cost, a, b in (*_led(text, low, high), *ends_of(low, _zh_scaled(text, high))):
            # The two likeliest senses of the unit: words seldom have more, and each is one more reading to pair.
            for code in codes[:2]:
                yield (
                    low.cost + high.cost + cost,
                    (
                        Quantity(
                            start,
                            end,
                            kind,
                            a,
                            b,
                            high.approx,
                            code,
                            classifier.word if classifier else "",
                            high.form,
                            soft=high.soft,
                            name="range",
                        ),
                    ),
                )
            if text.language == "en" and codes[0] in {"", "degree"} and text.ask(COLDER, start, end):
                below = high._replace(cost=low.cost + high.cost + cost + _RATHER_BELOW)
                yield reading(below, (start, end), Kind.MEASURE, -b, -a, "below-zero", unit="degree")
    if text.language == "en" and may_change(tokens):
        yield from two_values(text, tokens, kind, codes[0])


def _by_position(text: Text, tokens: Tokens) -> bool:
    """Whether both ends are written figure by figure, so that two that count on are one number: 八九——一二○."""
    first, second = text.of(tokens["num"]), text.of(tokens["num2"])
    return len(first) == 2 and len(second) > len(first) and figure_by_figure(first + second)


_RATHER_BELOW = 0.1
"""What it costs to take "20 to 25 below" for degrees below zero."""


def _led(text: Text, low: Amount, high: Amount) -> Iterator[tuple[float, Number, Number]]:
    """二—四百万: a lower end of one figure that has the places of the upper one."""
    if text.language != "zh" or low.low != low.high or not 0 < low.low < 10 or high.low != high.high or high.low < 100:
        return
    size = 10 ** (len(str(int(high.low))) - 1)
    # Only of a round upper end: in 四五亩到七八亩, and 二—四百五十, the lower one is what it says.
    if high.low % size == 0 and low.low * size < high.low and high.form is Form.WORDS:
        yield -0.05, exact(low.low * size), high.low


def _zh_scaled(text: Text, high: Amount) -> Amount:
    """二十至三十万: the scale of a Chinese numeral is its last character."""
    if text.language != "zh" or high.scale != 1:
        return high
    # The greater first: 二亿 is 20,000 times 万 as well.
    for scale in (10**8, 10**4):
        if high.high >= scale and high.high % scale == 0:
            return high._replace(scale=scale)
    return high


_BOTH = 0.37
"""What it costs to take "four and five jin" for a range, which "four or five" is rather than two numbers."""


_is_ratio = followed("[比:：]")
"""What makes the first figure of a ratio of the last: 一比二十、一比三十."""


def elliptic(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """三、四百斤, 七、八十岁, 五、六寸: two digits that count on, the rest said once."""
    start, end = span(tokens)
    unit, classifier = tokens.get("unit"), tokens.get("cls")
    codes = unit.values("UNIT") or ["month"] if unit else [""]
    kind = Kind.MEASURE if unit else Kind.CARDINAL
    first = next(amounts(tokens, "num"))
    both = _BOTH if tokens["and"].word == "and" else 0.0
    if first.mask & BIT["ORD"] or (text.language == "zh" and text.ask(_is_ratio, start, end)):
        return
    for second in amounts(tokens, "num2"):
        if second.low != second.high or first.low != first.high or second.low <= 0:
            continue
        size = 1
        while second.low >= 10 * size:
            size *= 10
        lead = second.low // size
        sharing = _sharing_scale(first.low, second.low)
        # 十六、七万: both are tens of thousands.
        if sharing is not None:
            values = sharing
        elif text.language == "en" and counts_on(first.low, second.low):
            values = (first.low, second.low)
        # 四、五寸, 三、四百.
        elif lead == first.low + 1 and second.low % size == 0:
            values = (first.low * size, second.low)
        elif (
            second.low < first.low and first.low % size == second.low % size == 0 and first.low // size % 10 + 1 == lead
        ):
            values = (first.low, first.low + size)  # 十七、八度, 三百七、八十石
        # 三、五百: the only two that do not count on and are said so.
        elif first.low == 3 and lead == 5 and second.low % size == 0:
            values = (first.low * size, second.low)
        # 二十、三十里.
        elif first.low % 10 == 0 and first.low + 10 == second.low:
            values = (first.low, second.low)
        else:
            continue
        for code in codes[:2]:
            yield (
                second.cost + both,
                (
                    Quantity(
                        start,
                        end,
                        kind,
                        values[0],
                        values[1],
                        second.approx,
                        code,
                        classifier.word if classifier else "",
                        Form.WORDS,
                        soft=second.soft,
                        name="elliptic",
                    ),
                ),
            )


def _sharing_scale(first: Number, second: Number) -> tuple[Number, Number] | None:
    """十六、七万, 一千二、三百万, fourteen or fifteen thousand: the scale is said once, and in Chinese the tens."""
    for scale in (10**8, 10**6, 10**4, 1000, 100):
        if second % scale == 0:
            top = second // scale
            place = last_place(top)
            # 一千二、三百万: the hundreds are said once as well.
            if place > 1 and top < first and first % place == 0 and (first // place) % 10 + 1 == top // place:
                return exact(first * scale), exact((first + place) * scale)
            if top - first == place or (top < 10 <= first < 100 and first % 10 + 1 == top):
                return exact(first * scale), max(second, exact((first + 1) * scale))
    return None


def listed(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """十六、十七、十八团; 一、三、五区; 五、六两组: several numbers that share what they count, or which they are."""
    names = [name for name in ("num", "num2", "num3", "num4", "num5") if name in tokens]
    firsts = [next(amounts(tokens, name)) for name in names]
    unit, classifier, known = tokens.get("unit"), tokens.get("cls"), tokens.get("desig")
    # 五一二、三○○元中 is of yuan, and no name of middle schools.
    if any(one.low != one.high for one in firsts) or (unit and known):
        return
    start, end = span(tokens)
    code = (unit.values("UNIT") or ["month"])[0] if unit else ""
    word = classifier or known
    bounds = [
        (start if i == 0 else tokens[n].start, end if i == len(names) - 1 else tokens[n].end)
        for i, n in enumerate(names)
    ]

    def made(kind: Kind) -> tuple[Quantity, ...]:
        return tuple(
            Quantity(a, b, kind, one.low, one.high, one.approx, code, word.word if word else "", one.form, name="list")
            for (a, b), one in zip(bounds, firsts, strict=True)
        )

    if known or "di" in tokens:
        yield 0.0, made(Kind.ORDINAL)
    if "di" not in tokens:
        yield (0.1 if known else 0.0), made(Kind.MEASURE if unit else Kind.CARDINAL)


def either_sum(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """$2 or $3: a sum or the next."""
    first, second = (next(amounts(tokens, name)) for name in ("num", "num2"))
    # "$2 or $3" counts on; "$2 or $7" are two prices.
    if tokens["and"].word == "or" and first.low == first.high and counts_on(first.low, second.low):
        code = tokens["cur"].value("CUR")
        yield reading(second, span(tokens), Kind.MEASURE, first.low, second.high, "or", unit=code)


_A = "neg:NEG? pre:PRE? pre2:PRE?"
_TAIL = "more:MORE? unit:UNIT? cls:CLS|DESIG? more2:MORE? post:POST?"
ROWS: tuple[Row, ...] = (
    # Cheaper than two numbers with "to" unread between them.
    Row("range", f"{_A} num:NUM unit1:UNIT? cls1:CLS? to:TO pre3:PRE? num2:NUM {_TAIL}", plain_range, -0.1),
    # 零下十五至二十度: both are below zero.
    Row("range", "neg:NEG num:NUM unit:UNIT? to:TO|AND num2:NUM unit2:UNIT post:POST?", below_zero, -0.2, "zh"),
    Row("range", "neg:NEG num:NUM unit1:UNIT? to:TO neg2:NEG num2:NUM unit:UNIT post:POST?", below_zero, -0.2),
    Row("range", f"{_A} num:NUM unit1:MONTHU to:TO num2:NUM unit:MONTHU", plain_range, 0.4, "zh"),
    Row("range", f"{_A} cur:CUR num:NUM to:TO cur2:CUR? num2:NUM post:POST?", plain_range, -0.12),
    # "From 7.4 to 2.9 billion": the word before them belongs to the two.
    Row(
        "range",
        f"{_A} between:BETWEEN num:NUM unit1:UNIT? and:AND|TO pre3:PRE? num2:NUM {_TAIL}",
        plain_range,
        -0.15,
        "en",
    ),
    Row(
        "range",
        f"{_A} between:BETWEEN cur:CUR num:NUM and:AND|TO cur2:CUR? num2:NUM post:POST?",
        plain_range,
        -0.15,
        "en",
    ),
    # "$2 or $3" is one amount; "thirteen or fourteen to seventeen or eighteen" is no range of the inner two.
    Row("or", f"{_A} cur:CUR num:NUM and:AND cur2:CUR? num2:NUM post:POST?", either_sum, -0.12, "en"),
    Row("or", f"{_A} num:NUM and:AND num2:NUM unit:UNIT? cls:CLS? post:POST?", elliptic, -0.12, "en"),
    # The more figures a list has, the less it costs: 一二九师 has three, and is no 一 before 二九师.
    Row(
        "list", "di:DI? num:INT and:AND num2:INT and2:AND num3:INT unit:UNIT? cls:CLS? desig:DESIG?", listed, -0.2, "zh"
    ),
    Row(
        "list",
        "di:DI? num:INT and:AND num2:INT and2:AND num3:INT and3:AND num4:INT unit:UNIT? cls:CLS? desig:DESIG?",
        listed,
        -0.25,
        "zh",
    ),
    Row(
        "list",
        "di:DI? num:INT and:AND num2:INT and2:AND num3:INT and3:AND num4:INT and4:AND num5:INT unit:UNIT? cls:CLS? desig:DESIG?",
        listed,
        -0.3,
        "zh",
    ),
    # 二、三等 are the second and the third; a count (`elliptic`) would be two or three.
    Row("list", "di:DI? num:INT and:AND num2:INT two:NUM? desig:DESIG", listed, -0.14, "zh"),
    Row("list", "di:DI num:INT and:AND num2:INT two:NUM? cls:CLS?", listed, -0.14, "zh"),
    # 十三、四岁到十七、八岁: the two are one, and no range of the inner ones.
    Row("elliptic", f"{_A} num:NUM and:AND num2:NUM {_TAIL}", elliptic, -0.12, "zh"),
)
