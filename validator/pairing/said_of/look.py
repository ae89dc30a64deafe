"""All that is asked of a pair whose values agree, one question after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from duizhao.regex import regex
from duizhao.validator.pairing.context import Context
from duizhao.validator.pairing.model import FINE, WHICH_ONE, Judgement
from duizhao.validator.pairing.said_of.alone import only_lost
from duizhao.validator.pairing.said_of.changes import by_or_to, to_total
from duizhao.validator.pairing.said_of.degrees import scale
from duizhao.validator.pairing.said_of.foreign import foreign_money, silver_added
from duizhao.validator.pairing.said_of.lost_unit import lost_unit
from duizhao.validator.pairing.said_of.measured import (
    age_as_length,
    count_as_measure,
    days_between,
    gram_or_centimeter,
    name_as_measure,
)
from duizhao.validator.pairing.said_of.more_or_less import direction, narrowed, rank_excluded, then
from duizhao.validator.pairing.said_of.per import each_lost, rate
from duizhao.validator.pairing.said_of.periods import base_exchanged
from duizhao.validator.pairing.said_of.scope import scope
from duizhao.validator.pairing.said_of.shares import share_of
from duizhao.validator.pairing.said_of.things.kinds import kinds
from duizhao.validator.pairing.said_of.things.other import other_thing
from duizhao.validator.pairing.said_of.things.together import together
from duizhao.validator.pairing.said_of.things.traps import TRAP_UNITS, TRAP_WORDS, counted, trap_counters
from duizhao.validator.pairing.said_of.totals import excess_as_plan, further_as_total, list_total, surplus_as_whole
from duizhao.validator.pairing.said_of.which import from_the_end, how_long, how_many, which
from duizhao.validator.pairing.values.dimensions import is_time
from duizhao.validator.quantities.lexicon.simplify import simplify
from duizhao.validator.quantities.model import Form, Kind, Quantity


def look(text: str, zh: Quantity, en: Quantity, around: Callable[[], Counter[str]], english: str) -> Judgement:
    """Judge what is said of a pair whose values agree.

    The first question that finds something has the word: of a pair one thing is told.

    Args:
        text: of the article.
        zh: an expression of the original.
        en: its counterpart.
        around: what amounts are reckoned by in the original there (`per.rates_of`), for those who need it.
        english: the translation there.

    Returns:
        What is wrong, `FINE` where nothing speaks against them.
    """
    found = sums_and_things(text, zh, en)
    if found is not FINE:
        return found
    return (
        by_kind(text, zh, en)
        or rate(text, zh, en, around, english)
        or each_lost(text, zh, en)
        or rank_excluded(text, zh, en)
        or narrowed(text, zh, en)
        or share_of(text, zh, en)
        or other_thing(text, zh, en)
        or together(text, zh, en)
        or kinds(text, zh, en)
        or scope(text, zh, en)
        or lost_unit(text, zh, en)
        or count_as_measure(text, zh, en)
        or name_as_measure(text, zh, en)
        or foreign_money(text, zh, en)
        or silver_added(text, zh, en)
        or age_as_length(text, zh, en)
        or days_between(text, zh, en)
        or gram_or_centimeter(text, zh, en)
        or surplus_as_whole(text, zh, en)
        or excess_as_plan(text, zh, en)
        or only_lost(text, zh, en)
        or FINE
    )


_DATE, _ORDINAL = Kind.DATE, Kind.ORDINAL  # up to Python 3.11 slow to look up


def sums_and_things(text: str, zh: Quantity, en: Quantity) -> Judgement:
    """Judge whether a figure sums up, what it is compared with, and which thing it counts; `FINE` where all is well."""
    if zh.kind is _DATE or not worth_a_look(text, zh):
        return FINE
    # Made only now: cutting four stretches of text costs more than the look that spares them.
    context = Context.of(text, zh, en)
    found = list_total(context, zh, en) or base_exchanged(context)
    found = found or further_as_total(context, text[en.start : en.end].lower(), text[zh.start : zh.end])
    return found or counted(context, zh, en) or FINE


def worth_a_look(text: str, zh: Quantity) -> bool:
    """Whether anything near the Chinese could belong to a pattern: most numerals stand in plain places."""
    before = text[zh.start - 12 if zh.start > 12 else 0 : zh.start]
    return (
        before[-1:] in _SIGNS
        or before.endswith(_FROM_HIM)
        or "比" in before
        or not _OF_EACH.isdisjoint(before)
        or "又" in before[-4:]
        or "另" in before[-4:]
        or zh.counter[:1] in trap_counters()
        or zh.unit in TRAP_UNITS
        or text[zh.end : zh.end + 2] in TRAP_WORDS
    )


_SIGNS = frozenset("等共约计有又另他它余外")
_FROM_HIM = "以下"
_OF_EACH = frozenset("均各每")


def by_kind(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge what only some kinds may say otherwise: which or how many, of which scale, by or to, more or less.

    Returns:
        None where nothing speaks against the pair.
    """
    if zh.kind is _ORDINAL and en.kind is Kind.CARDINAL and (en.form is not Form.IMPLIED or en.counter == "times"):
        return which(text, zh, en)
    if zh.kind is _ORDINAL and zh.counter.endswith(_GRADES) and en.unit == "year":
        return WHICH_ONE  # 初中二年级 as "two years of junior middle school"
    if zh.kind is _ORDINAL and en.kind is Kind.MEASURE and is_time(en) and _LATER.search(text, en.start, en.end + 12):
        return WHICH_ONE  # 第三年 as "three years later", which is two
    if zh.kind is en.kind is _ORDINAL:
        return from_the_end(text, zh, en)
    if zh.kind is Kind.CARDINAL and en.kind is _ORDINAL:
        return how_many(text, zh, en)
    if zh.kind is Kind.MEASURE and en.kind is _ORDINAL and is_time(zh):
        return how_long(text, zh, en)
    if zh.kind not in _PLAIN or en.kind not in _PLAIN:
        return None
    if zh.unit == en.unit == "degree" and (found := scale(text, zh, en)):
        return found
    # Most figures end here: one character says whether a change or a comparison can stand before it.
    start = zh.start
    reached = text[start : start + 1] == "达"
    if not start or not (reached or text[start - 1] in _LAST or _MORE_OR_LESS.search(text, max(0, start - 5), start)):
        return None
    zh_before = simplify(text[max(0, zh.start - (_LONG_BEFORE_ZH if reached else _BEFORE_ZH)) : zh.start])
    en_long = text[max(0, en.start - _LONG_BEFORE) : en.start].lower()
    en_before = en_long[-_BEFORE:]
    en_after = text[en.end : en.end + _AFTER].lower()
    # What is left of 减少三分之二 is another figure.
    asked = to_total if reached else by_or_to
    found = asked(zh_before, en_long) if zh.low == en.low else None
    return found or then(zh_before, en_before) or direction(zh_before, en_before, en_after)


_LATER = regex(r" (?:later|afterwards?|thereafter)\b")
_GRADES = ("年级", "年級")
_BEFORE_ZH, _LONG_BEFORE_ZH = 12, 40
"""Characters of the original looked at before a figure, and before a total that is reached."""
_BEFORE, _AFTER = 30, 40
"""Characters of the English looked at before and behind a figure."""
_LONG_BEFORE = 130
"""The same where a figure may stand between: rose from 18,000 yuan per dollar to 28,000."""
_MORE_OR_LESS = regex("[多少]")
_PLAIN = frozenset((Kind.CARDINAL, Kind.MEASURE, Kind.FRACTION))
"""Kinds whose relation stands beside them; percentages and multiples have their own."""
_LAST = frozenset(
    "入资資值价益积積粮由从自從的到至为成加增少减高低了多降升涨跌落短长宽深重轻贵产收打卖用花出過过約约近達达賣為減漲寬長輕貴産產"
)
"""How the words before a figure end that are looked at here: most figures have none of them."""
