"""What the constructs share: values with their approximators, spans, what stands around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from duizhao.validator.quantities.grammar.row import Reading, Text, Tokens
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import Approx, Form, Kind, Number, Quantity, Relation
from duizhao.validator.quantities.numeral import Numeral
from duizhao.validator.quantities.tokens import Token

Amount = Numeral
"""A value as a construct uses it: that of a numeral, with the approximators of the construct."""


HALF = Fraction(1, 2)
BEFORE = "neg:NEG? pre:PRE? pre2:PRE?"
"""The approximators that may stand before any amount."""


def span(tokens: Tokens) -> tuple[int, int]:
    """From the first to the last token of a construct, which come in order."""
    caught = [*tokens.values()]
    return caught[0].start, caught[-1].end


def reading(
    one: Amount,
    place: tuple[int, int],
    kind: Kind,
    low: Number,
    high: Number,
    name: str,
    *,
    unit: str = "",
    form: Form | None = None,
    relation: Relation = Relation.NONE,
    parts: tuple[tuple[Number, str], ...] = (),
) -> Reading:
    """A single quantity that is as rough, and costs as much, as the numeral it was made of."""
    start, end = place
    said = form or one.form
    return one.cost, (
        Quantity(
            start, end, kind, low, high, one.approx, unit, "", said, relation, parts=parts, soft=one.soft, name=name
        ),
    )


def amounts(tokens: Tokens, name: str = "num") -> Iterator[Amount]:
    """The values of the numeral of that name, each with the approximators of the construct."""
    numerals = tokens[name].numerals
    # Most numerals have no word beside them that changes them, and stay as the lexer made them.
    if len(tokens) == 1 or _CHANGING.isdisjoint(tokens):
        return iter(numerals)
    return _changed(tokens, numerals)


def _changed(tokens: Tokens, numerals: tuple[Numeral, ...]) -> Iterator[Amount]:
    words = [*approximators(tokens)]
    negative = "neg" in tokens
    doubt = _doubtful(tokens) if words else None
    if doubt == _FIRST_OF_TWO and words[0][0] in _BOUNDS:
        del words[doubt]  # "over not more than five minutes": what bounds the amount stands behind the preposition
        doubt = None
    for one in numerals:
        if negative and not _of_temperature(tokens):
            # minus two of "(minus two battalions)" counts what is missing; 零下二十度 has no second sense
            approx, soft = combine([one.approx, *(a for a, _ in words)], [False, *(s for _, s in words)])
            yield one._replace(approx=approx, cost=one.cost + 0.35, soft=soft)
        low, high = (-one.high, -one.low) if negative else (one.low, one.high)
        approx, soft = one.approx, False
        if words:
            approx, soft = combine([one.approx, *(a for a, _ in words)], [False, *(s for _, s in words)])
        yield Numeral(low, high, one.form, approx, one.cost, one.mask, one.scale, soft)  # first: some ask for one only
        if doubt is not None:
            # over of "over three years" may be a preposition: then it says nothing of the amount.
            others = [word for index, word in enumerate(words) if index != doubt]
            approx, _ = combine([one.approx, *(a for a, _ in others)], [False, *(s for _, s in others)])
            price = _PREPOSITION if _of_time(tokens) else _RARE_PREPOSITION
            yield Numeral(low, high, one.form, approx, one.cost + price, one.mask, one.scale, soft=True)


_PLACES = (
    ("not", "NOT"),
    ("pre2", "PRE"),
    ("pre", "PRE"),
    ("pre3", "PRE"),
    ("more", "MORE"),
    ("more2", "MORE"),
    ("post", "POST"),
)
_BOUNDS = frozenset((Approx.AT_MOST, Approx.AT_LEAST))
_FIRST_OF_TWO = 1
"""Where the first of two words before a numeral stands among its approximators: behind the second."""
_CHANGING = frozenset(("neg", *(name for name, _ in _PLACES)))


def approximators(tokens: Tokens) -> Iterator[tuple[Approx, bool]]:
    """The approximators of a construct, each with whether it is a soft one."""
    for name, cls in _PLACES:
        token = tokens.get(name)
        if token is not None:
            value = token.value(cls) or token.value("PRE") or token.value("POST")
            if value:
                yield Approx[value.rstrip("~")], value.endswith("~")


def _doubtful(tokens: Tokens) -> int | None:
    """Which of the approximators may be a preposition, as over of "control over 109 towns"."""
    index = 0
    for name, cls in _PLACES:
        token = tokens.get(name)
        if token is not None and (values := token.values(cls)):
            if len(values) > 1 and cls == "PRE":
                return index
            index += 1
    return None


_PREPOSITION, _RARE_PREPOSITION = 0.05, 0.3
"""What it costs to take over for a preposition: little before a time ("over three years"), as much as leaving it unread
before anything else, so that an "over" the translator added is still spoken of."""
_TIMES = frozenset(
    {"year", "month", "week", "day", "hour", "decade", "century", "millennium", "minute", "quarter", "night"}
)


def _of_temperature(tokens: Tokens) -> bool:
    unit = tokens.get("unit")
    return unit is not None and "degree" in unit.values("UNIT")


def _of_time(tokens: Tokens) -> bool:
    unit = tokens.get("unit")
    if "ppre" in tokens or "pct" in tokens or "times" in tokens:
        word = tokens["pre" if "pre" in tokens else "pre2"]
        if not word.word.isascii() and "NONE~" in word.values("PRE"):
            return True  # 超过战前百分之五十七: what was exceeded stands between; 近一倍 is always nearly
    return unit is not None and not _TIMES.isdisjoint(unit.values("UNIT"))


AD = "AD"
"""What stands in place of a unit where a word implies a year: 解放后, after 1949."""


def qualified(tokens: Tokens) -> tuple[Approx, bool]:
    """The approximators of a construct without a numeral."""
    words = [*approximators(tokens)]
    return combine([a for a, _ in words], [s for _, s in words])


def combine(approximators: Iterable[Approx], softness: Iterable[bool]) -> tuple[Approx, bool]:
    """What several approximators come to: 约五百多 is over 500, 近 … 左右 about; a soft one only where no hard one is."""
    hard: list[Approx] = []
    mild: list[Approx] = []
    any_soft = False
    for approx, soft in zip(approximators, softness, strict=True):
        any_soft = any_soft or soft
        if approx is not Approx.NONE:
            (mild if soft else hard).append(approx)
    if len(hard) > 1 and Approx.AT_MOST in hard:
        hard.remove(Approx.AT_MOST)  # no more than three hundred or so: "only"
    if hard:
        told = [one for one in hard if one is not Approx.ABOUT]
        return (told or hard)[-1], len(set(told)) > 1
    return (mild[0], True) if mild else (Approx.NONE, any_soft)


def sub(token: Token, cls: str) -> bool:
    """Whether a token is of a class."""
    return bool(token.mask & BIT[cls])


def preceded(pattern: str, width: int) -> Callable[[str, int, int], bool]:
    """Ask whether a pattern is found in so many characters before a construct."""
    search: Callable[[str], object] | None = None

    def ask(low: str, start: int, _: int) -> bool:
        nonlocal search
        if search is None:  # most texts ask few of these questions, and starting is cheap
            search = re.compile(pattern).search
        return search(low[max(0, start - width) : start]) is not None

    return ask


def followed(pattern: str) -> Callable[[str, int, int], bool]:
    """Ask whether a pattern follows a construct."""
    match: Callable[[str, int], object] | None = None

    def ask(low: str, _: int, end: int) -> bool:
        nonlocal match
        if match is None:
            match = re.compile(pattern).match
        return match(low, end) is not None

    return ask


_in_time = preceded(r"\b(?:in|since|by|until) $", 6)


def begins_with_year(text: Text, tokens: Tokens) -> bool:
    """Whether the first figure is a year, which no other goes with: rose from 20 tons in 1950 to 30 tons."""
    return text.language == "en" and sub(tokens["num"], "YEAR4") and text.ask(_in_time, *span(tokens))


COLDER = followed(r" below(?: at night| by night| overnight| outside| outdoors)?(?:[,.;:!?)]|$)")
"""What follows degrees that are below zero: twenty below, 20 to 25 degrees below at night."""

named_month = preceded(
    "(?:[从從自在]|(?<![长長短减減增延缩縮加少])[到至]|(?<![少多低高长長短大小])[于於]|[今去明本同当當翌次前]年)$", 2
)
"""What stands before a month of the calendar, never before so many of them: 一直找到六月; 延长到六月 has both."""
