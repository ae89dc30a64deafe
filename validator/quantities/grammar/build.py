"""What the constructs share: values with their approximators, spans, relations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from duizhao.regex import regex
from duizhao.validator.quantities.grammar.row import Reading, Text, Tokens
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.lexicon.simplify import simplify
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


in_time = preceded(r"\b(?:in|since|by|until) $", 6)
"""Before a figure that may be a year, which no other then goes with: rose from 20 tons in 1950 to 30 tons."""
COLDER = followed(r" below(?: at night| by night| overnight| outside| outdoors)?(?:[,.;:!?)]|$)")
"""What follows degrees that are below zero: twenty below, 20 to 25 degrees below at night."""

named_month = preceded(
    "(?:[从從自在]|(?<![长長短减減增延缩縮加少])[到至]|(?<![少多低高长長短大小])[于於]|[今去明本同当當翌次前]年)$", 2
)
"""What stands before a month of the calendar, never before so many of them: 一直找到六月; 延长到六月 has both."""


# ---------------------------------------------------------------- relations

_UP = "增加|增长|提高|上升|扩大|增产|增|涨|上涨|多收|多产|多|提前|超额|超过|超出|超|高出|高|增高|发展|加快|快|大|长|延长|上调|升|扩充|增收|超产|贵|加|相差|亮|重|厚|强|好"
_DOWN = "减少|降低|下降|缩小|缩短|缩减|减|降|落|少|低|减低|压缩|节省|节约|跌|下跌|贬值|减产|削减|裁减"
_ZH_CONTEXT = regex(
    rf"(?<![至最])(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?!.?[率幅速])(?:[^，。；、：！？]{{0,3}}?|[产打收卖]了[^，。；、：！？]{{0,3}}?)(?:(?P<to>到|至|为|成)(?:[^，。；：！？]{{0,8}}的)?)?[了过约近将乎大概有达几]{{0,3}}$",
    re.DOTALL,
)
_ZH_CHANGES = regex(f"[{''.join(sorted({word[0] for word in (*_UP.split('|'), *_DOWN.split('|'))}))}]")
"""How a word of change begins."""
_ZH_OF = regex(
    r"(?:(?:是|为|超过|合|达|达到|占|当|有)[^，。；：！？]{0,14}的|(?:等于|相当于)[^，。；：！？]{0,15})[约近]?$"
)
"""相当于战前最高年产量三倍: these two compare with nothing behind what they compare with."""
_EXCEED = regex(r"(?:超过|超出|超额|超|高出|高于)[^，。；：！？]{0,14}$")
_EXCEEDED_LEVEL = regex("(?:超过|超出|高出|高于)[^，。；：！？]{0,14}的$")
"""超过战前水平的一倍 is more than as much again: what is once a level does not exceed it."""
_EXCEEDS_PLAN = regex(r"(?:超过|超出)[^，。；：！？]{0,10}(?:计划|指标|定额|任务|规定|预算|目标)的?[约近达]?$")
"""超过增产节约计划: the plan is one of saving, and was exceeded."""
_EN_UP = r"increas\w*|rais\w+|rise\w*|rose|rising|grow\w*|grew|up|gain\w*|climb\w*|jump\w*|soar\w*|surg\w*|expand\w*|higher|improv\w*|exceed\w*|surpass\w*|enlarg\w*|advance\w*|boost\w*|outnumber\w*|differ\w*|ahead"
_EN_DOWN = r"decreas\w*|fell|fall\w*|drop\w*|declin\w*|reduc\w*|(?<!-)cut\w*(?! machine| tool)|lower\w*|down|shrink\w*|shrank|shorten\w*|sav\w+|slash\w*|less|plung\w*|plummet\w*"
_EN_CONTEXT = regex(
    rf"\b(?:(?P<up>{_EN_UP})|(?P<down>{_EN_DOWN}))\b(?:[^.,;:!?0-9]{{0,24}}?| from [^;:!?]{{0,48}}?)\b(?P<prep>by|to)?(?: (?:about|over|nearly|almost|more than|around|approximately|some|a|an|only|roughly|at least))*\s*$",
    re.DOTALL,
)
"""A word of change, up to the figure."""
_EN_CHANGES = regex(rf"\b(?:{_EN_UP}|{_EN_DOWN})\b")
_EN_AFTER_UP = regex(
    r"[ -](?:increase|rise|growth|gain|jump|higher|more than|above|over|more|increment|greater|larger|faster|upward|"
    r"longer|wider|taller|deeper|thicker|heavier|bigger|stronger|richer|dearer|better|quicker|farther|hotter|brighter|older)\b"
)
"""Behind a figure, what says that it is by so much: "three times larger", "15 times longer"."""
_EN_AFTER_DOWN = regex(
    r"[ -](?:decrease|fall|decline|drop|reduction|cut|lower|less than|below|fewer|discount|off|"
    r"less|shorter|smaller|cheaper|slower|lighter|thinner|narrower|weaker|younger)\b"
)
_EN_AGAINST = regex(r" (?:over|above) ")
"""a decrease of 40 percent over last year, a rise to 50 percent over the year: no direction."""
_EN_OF = regex(r" (?:of|that of|as (?:much|many|large|high|big|great)|the)\b")


def relation(text: Text, start: int, end: int) -> Relation:
    """What a share or multiple between two offsets is said of, by the words around it."""
    return text.ask(_zh_relation if text.language == "zh" else _en_relation, start, end)


def _last(begins: re.Pattern[str], context: re.Pattern[str], before: str) -> re.Match[str] | None:
    """The last word of change from which the words lead up to the figure: 比历史高点下跌了近 falls."""
    for at in [match.start() for match in begins.finditer(before)][::-1]:
        if found := context.match(before, at):
            return found
    return None


_OTHER_END = regex("(?:[一二三四五六七八九十两半几0-9.]{1,5}(?:成|倍|%)|百分之[一二三四五六七八九十几点]{1,6})[到至]$")
"""The lower end of a range: 增加一成到二倍 is by both."""


def _zh_relation(text: str, start: int, end: int) -> Relation:
    # The words of change are written in simplified characters, the text may be in others.
    before = simplify(text[max(0, start - 18) : start])
    if (other := _OTHER_END.search(before)) is not None:
        before = before[: other.start()]
    found = _last(_ZH_CHANGES, _ZH_CONTEXT, before)
    changed = found is not None and found["to"] and before.endswith("的")  # 缩短为原来的三分之一
    if end - start > 1 and text.startswith("一倍", start) and _EXCEEDED_LEVEL.search(before):
        return Relation.EXCEEDS_BY
    if not changed and (
        # 四倍于敌, 相当于过去的四倍: what follows or stands before compares, and nothing has grown.
        text.startswith(("于", "於", "以于", "那么多", "那样多", "这么多"), end) or _ZH_OF.search(before)
    ):
        return Relation.TIMES_OF
    if found is None or _EXCEEDS_PLAN.search(before):
        return Relation.EXCEEDS_BY if _EXCEED.search(before) else Relation.NONE
    if found["up"]:
        if found["to"] and not before.endswith("过"):  # 涨到过一倍 rose by more than that
            return Relation.INCREASE_TO
        # 超过战前百分之五十七: another amount is exceeded, and nothing need have grown.
        return Relation.EXCEEDS_BY if found["up"].startswith("超") else Relation.INCREASE_BY
    return Relation.DECREASE_TO if found["to"] else Relation.DECREASE_BY


def _en_relation(low: str, start: int, end: int) -> Relation:
    found = _last(_EN_CHANGES, _EN_CONTEXT, low[max(0, start - 70) : start])
    told = found is not None and (found["down"] is not None or found["prep"] == "to")
    # "three times larger" says it behind the figure, and needs no verb before.
    if _EN_AFTER_UP.match(low, end) and not (told and _EN_AGAINST.match(low, end)):
        return Relation.INCREASE_BY
    if _EN_AFTER_DOWN.match(low, end):
        return Relation.DECREASE_BY
    # Without by or to before it, an "of" or "as" behind the figure says what it is compared with.
    if found is None or (found["prep"] is None and _EN_OF.match(low, end)):
        return Relation.TIMES_OF if _EN_OF.match(low, end) else Relation.NONE
    if found["up"]:
        return Relation.INCREASE_TO if found["prep"] == "to" else Relation.INCREASE_BY
    return Relation.DECREASE_TO if found["prep"] == "to" else Relation.DECREASE_BY
