"""Counts: 五百多人, 三区, a number by itself, and a share by itself (two-thirds, 3/4, half)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from duizhao.regex import regex
from duizhao.validator.quantities.grammar.amounts.measures import ALWAYS, BEHIND_UNIT, exceeds_plan
from duizhao.validator.quantities.grammar.build import BEFORE, HALF, amounts, followed, preceded, reading, span, sub
from duizhao.validator.quantities.grammar.relations import relation
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import ROUND, Approx, DateParts, Form, Kind, Number, Quantity, Relation
from duizhao.validator.quantities.numeral import exact
from duizhao.validator.quantities.tokens import Token

_ORD = BIT["ORD"]
_SCALES = frozenset("百千万亿兆萬億")
_WHICH = "which"
"""Value of the words that a count would put 个 before: 三小组 is the third group."""
_TWO = "二"
"""Which one; how many is 两."""
_counts = preceded(
    "[、，。；和及等各这那该此全共计有其余另前后上下分辖为成达约近两於于在每]$|(?:[全各该該本两三四五六七八九十数]|^)[县縣省市]$|、.{1,8}$|[歼殲灭滅溃潰俘毙斃围圍编編].{0,6}$|^$",
    10,
)
"""What stands before 三区 where it counts districts; behind a name (安国三区) it is the third, a count would have 个."""
_part_of = preceded(
    "(?:^|[^编編辖轄共有计計歼殲灭滅俘毙斃溃潰成为為各等每〇○零一二两三四五六七八九十百0-9])[〇○零一二三四五六七八九十百0-9]+[師师旅团團营營]$",
    8,
)
"""What a number follows that says which part of a body known by its number: 二团三营; 编三营十二连 counts both."""
_ARMY = regex("[师師旅团團]|兵[团團]|[纵縱总總][队隊]|[军軍分][区區]|[军軍]分[区區]")
"""Bodies that are counted without 个 as well."""
_one_body = followed(
    "(?:所[属屬部辖轄]|某部|一部|部[队隊]|直[属屬]|司令[部员員]|政[委治]|[参參][谋謀]|[〇一二三四五六七八九十百]{1,4}[余餘]?[名人])"
)
"""What follows a body of the army known by its number: 九纵队三十余人; three divisions have more men than hundreds."""
_reckoned = preceded(
    "(?:[歼殲灭滅溃潰俘毙斃围圍編编].{0,6}|[辖轄共计計有等全各这這该該那其另余餘及和与與〇○零一二三四五六七八九十百0-9])$",
    8,
)
"""What stands before bodies of the army that are counted all the same: 歼敌三旅五百余人."""
_heads = preceded("(?:^|[，。；：\\s])$", 1)
"""The beginning of a clause."""
_owns = followed("的")
"""三区的民兵 at the head of a clause, where no name stands before: a count would have 个."""
_OF_VILLAGES = frozenset("社队隊")
_in_village = preceded(
    "[^全该該各本某这這那每外邻鄰两兩几幾数數多0-9〇○零一二三四五六七八九十百千个個，。；：、\\s][乡鄉村庄莊镇鎮屯]$", 2
)
"""The name of the village whose cooperatives and teams are known by their number: 石桥乡二社."""
_NUMBERS = frozenset("号號")
"""Words for a number: 七号平炉 is no count."""
_PARTS = frozenset("旅团團营營连連排")
_RATHERWHICH = 0.5
"""What it costs to count districts where nothing before them does: the ordinal must come first."""
_ROUNDS = "发"
"""A classifier of what is counted out: 子弹百万发 are a million, 百万农民 millions."""
_ROUND_FROM = 100
"""The least of these scales: below it there is no word to look at."""
_LONE_SCALE = 0.05
"""What it costs to take a scale with no numeral before it for a part of a name: 百事可乐, 李兆申."""


_of_what_follows = followed("[袋斤升斗碗包块瓶桶箱篮车担盒筐尺亩]")
"""A measure that a half before it belongs to."""
_factor_of = preceded(r"\bfactor of $", 10)
_RATHER_FACTOR = 0.1
"""What speaks for a factor against a mere count: to rise by a factor of four is to become four times as much."""


def count(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A number, with or without a classifier."""
    start, end = span(tokens)
    classifier = tokens.get("cls")
    counter = classifier.word if classifier else ""
    if text.language == "en" and "half" in tokens:
        return  # four half laborers are no four and a half
    if "half" in tokens and "cls" in tokens and text.ask(_of_what_follows, start, end):
        return  # 每四人半袋 is half a bag for four
    if "more2" in tokens and not text.ask(BEHIND_UNIT.get(tokens["more2"].word, ALWAYS), start, end):
        return  # 五家把存货抛出
    english, half, idle = text.language == "en", "half" in tokens, sub(tokens["num"], "IDLE")
    numbered = classifier is not None and sub(classifier, "DESIG") and _says_which(text, tokens, classifier)
    for one in amounts(tokens):
        low, high, form, approx, cost, bits, _, soft = one
        cost += exceeds_plan(text, tokens, one)
        if numbered:
            cost += _RATHERWHICH
        if english and (bits & _ORD or (low < 1 and low > 0)):
            continue  # which one, or a share: they have rows of their own
        if english and low > 0 and text.ask(_factor_of, start, end):
            factor = Quantity(
                start,
                end,
                Kind.MULTIPLE,
                low,
                high,
                approx,
                "",
                "",
                form,
                Relation.INCREASE_TO,
                soft=soft,
                name="times",
            )
            yield cost - _RATHER_FACTOR, (factor,)
            continue
        # 一个 and "a few" are mere form, which the other language may leave out; about one, and ten, are not.
        weak = idle and ((low == 1 and approx is Approx.NONE) or approx is Approx.SEVERAL)
        if half:
            low, high = exact(low + HALF), exact(high + HALF)
        yield (
            cost,
            (
                Quantity(
                    start, end, Kind.CARDINAL, low, high, approx, "", counter, form, weak=weak, soft=soft, name="count"
                ),
            ),
        )
        if not english and low <= 24 and low != 0 and not counter:  # an hour of the day
            yield from _dotted_clock(text.of(tokens["num"]), (start, end), low, cost)
        if english or approx is not Approx.NONE or low < _ROUND_FROM:
            continue
        word = text.of(tokens["num"])
        if word in _SCALES:
            yield cost + _LONE_SCALE, ()
        # 百把人, 千万人: a row of scales without a figure is as often hundreds or thousands as just one of them.
        if _SCALES.issuperset(word) and counter != _ROUNDS:
            yield (
                cost + _LONE_SCALE,
                (
                    Quantity(
                        start, end, Kind.CARDINAL, low, low * 10 - 1, Approx.SEVERAL, "", counter, form, name=ROUND
                    ),
                ),
            )


def _says_which(text: Text, tokens: Tokens, classifier: Token) -> bool:
    """Whether a numeral before a word for things known by their number rather says which one."""
    (start, end), counter = span(tokens), classifier.word
    if tokens["num"].numerals[0].form is not Form.WORDS:
        return False
    if counter in _NUMBERS or (counter in _PARTS and text.ask(_part_of, start, end)):
        return True
    if counter in _OF_VILLAGES and text.ask(_in_village, start, end):
        return True
    if _ARMY.fullmatch(counter) and text.ask(_one_body, start, end) and not text.ask(_reckoned, start, end):
        return True
    if classifier.value("DESIG") != _WHICH and text.of(tokens["num"]) != _TWO:
        return False
    return not text.ask(_counts, start, end) or (text.ask(_heads, start, end) and text.ask(_owns, start, end))


_TWO_DECIMALS = regex("[·・.．‧•][0-9０-９〇○零◯一二三四五六七八九]{2}$")
_READ_AS_CLOCK = 0.3
"""What it costs to take a decimal for a time: few texts are timetables, but the English tells."""


def _dotted_clock(word: str, place: tuple[int, int], value: Number, cost: float) -> Iterator[Reading]:
    """二○·一五 of a timetable: a quarter past eight in the evening."""
    if not _TWO_DECIMALS.search(word):
        return
    hour = value.numerator // value.denominator
    minute = (value - hour) * 100
    if minute < 60:
        date = DateParts(hour=hour, minute=int(minute))
        yield (
            cost + _READ_AS_CLOCK,
            (Quantity(*place, Kind.DATE, hour, hour, form=Form.WORDS, date=date, name="clock"),),
        )


_OF_A_YEAR = 0.15
"""What it costs to take three quarters for nine months."""


def share(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A fraction by itself: two-thirds, 3/4, half."""
    start, end = span(tokens)
    for one in amounts(tokens):
        # Not every reading of such a word is a share: "a tenth" is an ordinal as well.
        if 0 < one.low < 1 and one.low.denominator != 1:
            form = Form.IMPLIED if sub(tokens["num"], "HALF") else one.form
            said = relation(text, start, end)
            yield reading(one, (start, end), Kind.FRACTION, one.low, one.high, "share", form=form, relation=said)
            many = one.low * 4
            if many.denominator == 1 and many > 1 and text.of(tokens["num"]).lower().endswith("quarters"):
                # Three quarters of a year as well, 三个季度, where the counterpart asks for it.
                rare = one._replace(cost=one.cost + _OF_A_YEAR)
                yield reading(rare, (start, end), Kind.MEASURE, many, many, "measure", unit="quarter")


_of_work = followed("工|[，。；、）]|$")
_worked = preceded("工[^。]{0,40}$", 42)


def work_points(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """四十一个六分工: days of work and their tenths."""
    start, end = span(tokens)
    tenths = next(amounts(tokens, "num2"))
    if tokens["fen"].word != "分" or not 0 < tenths.low < _TENTHS or tenths.low != tenths.high:
        return
    if not text.ask(_of_work, start, end) or not (text.text_of(end, end + 1) == "工" or text.ask(_worked, start, end)):
        return
    for one in amounts(tokens):
        if one.low == one.high and one.low.denominator == 1:
            value = exact(one.low + Fraction(tenths.low, _TENTHS))
            yield reading(one, (start, end), Kind.CARDINAL, value, value, "count")


_TENTHS = 10
_priced = preceded("[价價卖賣售值涨漲跌贵貴合][^。；]{0,18}$", 20)


def price_of_one(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """卖到二十万一斤: a sum without its unit, and what is had for it; elsewhere the 一 is a thousand."""
    numeral = tokens["num"]
    word = text.of(numeral)
    scale = _PRICED_BY.get(word[-2:-1])
    start, end = span(tokens)
    if scale is None or word[-1] != "一" or len(word) < _LEAST_PRICE or not text.ask(_priced, start, end):
        return
    unit, split = tokens["unit"], numeral.end - 1
    code = next(iter(unit.values("UNIT")), "")
    kind, counter = (Kind.MEASURE, "") if code else (Kind.CARDINAL, unit.word)
    had = Quantity(split, end, kind, 1, 1, unit=code, counter=counter, weak=True, name="per")
    for one in amounts(tokens):
        if one.low == one.high and one.low % scale == scale // _TENTHS:
            price = one.low - scale // _TENTHS
            yield one.cost, (Quantity(start, split, Kind.CARDINAL, price, price, name="count"), had)


_PRICED_BY = {"万": 10_000, "萬": 10_000, "千": 1_000, "百": 100}
_LEAST_PRICE = 3
"""Characters of the shortest such numeral: 三万一 of 三万一斤."""

ROWS: tuple[Row, ...] = (
    Row("work-points", "num:NUM ge:GE num2:NUM fen:UNIT|CLS", work_points, -0.3, "zh"),
    # Dear: the price may have a thousand more, and the row must not crowd out the others in a plan.
    Row("price-of-one", "num:NUM unit:UNIT|CLS", price_of_one, 0.3, "zh"),
    Row("count", f"{BEFORE} num:NUM more:MORE? cls:CLS|DESIG|GE? more2:MORE? half:HALF? post:POST?", count),
    Row("share", f"{BEFORE} num:FRAC post:POST?", share, -0.02),
)
