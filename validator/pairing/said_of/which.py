"""Which one against how many, and counted from which end."""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.schema.dates import MONTH_NAMES
from duizhao.validator.pairing.model import PROBABLE, WHICH_ONE, Judgement
from duizhao.validator.quantities.model import Quantity

_BEFORE, _AFTER = 30, 40
"""Characters looked at before and behind an expression."""
_MANY = regex(
    r"(?:(?: of (?:the|its|his|her|their))? (?:[a-z]+ly |"
    r"(?!(?:of|in|on|at|to|for|from|by|with|and|or|is|was|has) )[\w,'’-]+ ){0,4}?(?:[^\W\d_]+-)?[^\W\d_]*[^\W\d_s]s\b)",
    re.IGNORECASE,
)
_LABEL = regex(
    r"\b(?:(?!(?:In|At|On|The|Of|For|From|To|By|With|And|But|These|Those|All|Some|Over|About|After|Before|During|Its|Our|"
    rf"{'|'.join(MONTH_NAMES)})\b)"
    r"[A-Z][a-z]+|no\.?|number|grades?|class|group|team|section|page|chapter|item|type) "
    r"(?:[a-z0-9]+(?:,|-| to| and|, and) ?)*$"
)
_SINGULAR = regex(r" (?:[a-z'’-]+ )?(?:this|was|is|has|plus|less|across|process)\b")


def which(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """第三分社 ("the third branch") as "three branches".

    Args:
        text: of the article.
        zh: an expression of the original.
        en: its counterpart.
    """
    # 三团 may be three regiments as well: it would have been paired so. And 一、二两期 are the first two.
    if en.low == _TWO and "两" in text[zh.start : zh.end]:
        return None
    # 共拍制了八号: what is summed up is no number of one.
    if text[zh.start] != "第" and _SUMMED.search(text, max(0, zh.start - 8), zh.start):
        return None
    if zh.counter == "处" and _THINGS_BEFORE.search(text, zh.start - 1, zh.end + 1):
        return None
    begin, words = max(0, en.start - _BEFORE), text[en.start : en.end].lower()
    label = _LABEL.search(text[begin : en.start])
    if label and not (label[0][0].isupper() and _begins(text, begin + label.start())):
        return None
    # 第一大党 is the largest, whatever is one beside it.
    first = text[zh.start] == "第" and "大" not in text[zh.end - 1 : zh.end + 1]
    if words in _OCCASIONS or (words == "one" and first and _ONE_OF.match(text, en.end)):
        return WHICH_ONE
    after = f" {words.rsplit(maxsplit=1)[-1]}" if en.counter else text[en.end : en.end + _AFTER]
    if not _MANY.match(after) or _SINGULAR.match(after):
        return None
    return WHICH_ONE


_TWO = 2
_THINGS_BEFORE = regex("[^\\W第在到于由从至、和及](?:[二三四五六七八九十]|[0-9]+)处[，。；、]")
"""军港二处，: behind what is counted, in a list."""
_SUMMED = regex("(?:[共总總]计?|[添增装裝])[^，。；：、]{0,6}$")
_OCCASIONS = frozenset(("twice", "thrice"))
_ONE_OF = regex(r" (?!(?:of|day|time|thing|more|hundred|thousand|million|by|such|is|was|after|another)\b)[a-z]")
"""第一委员会 as "one committee"."""


def _begins(text: str, at: int) -> bool:
    """Whether a capital only begins the sentence there, in front of a word that is no name of a thing told apart."""
    return text[:at].rstrip(' \u201c"(')[-1:] in _ENDS and not _NAMES.match(text, at)


_ENDS = frozenset(("", ".", "!", "?", "\n", ":"))
_NAMES = regex(
    r"(?:No|Number|Grades?|Class|Group|Team|Section|Page|Chapter|Item|Type|District|Volume|Platoon|Company)\b"
)


_ORDINAL_ENDS = ("th", "st", "nd", "rd", "second", "third")
_COUNTING = frozenset("次个名批项種种位座家架辆艘匹张支挺门枚件户所")
"""Classifiers that things are not numbered by without 第, as they are by 三团, 三班, 三期 and 三条."""
_ROUNDS = frozenset("轮遍回趟茬")
"""Those of rounds, which are counted where they are a range: 三轮 is the third round as well."""
_ONE_BY_ONE = {
    counter: regex(f"(?:第.{{1,2}}|[一二头])[{'次批遍回' if counter in '次批' else counter}]")
    for counter in _COUNTING | _ROUNDS
}
"""第一次, 二次, 三次: behind the like an expression may go on numbering. Occasions have several counters."""
_COUNTED_UP = 60
"""Characters before it, a sentence or two, in which the first of them may have been told."""
_FROM_TO = regex("[至到—－-]")
"""What makes a range of two numerals; 三、四名 may be the third and the fourth."""
_KNOWN_BY_NUMBER = regex(".(?:的)?(?:会|大会|全会|代表|国会|战争|革命|扩大|五年|月|世纪)")


_BODY = regex("[厂廠局院部校处處队隊团團]")
"""Of what 六所 is the sixth institute, where it stands right before: 七十兵工厂六所."""


def how_many(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """打退七次冲锋 ("seven charges") as "the seventh charge", 二至三轮 as "the second and third rounds".

    Args:
        text: of the article.
        zh: an expression of the original.
        en: its counterpart.
    """
    ranged = zh.low != zh.high and _FROM_TO.search(text, zh.start, zh.end) is not None
    if zh.low < 2 or zh.counter not in _ONE_BY_ONE or text[zh.start - 1] in "第后後":
        return None
    if not ranged and (zh.low != zh.high or zh.counter not in _COUNTING):
        return None
    if (text[zh.start] == "二" and not ranged) or not text[en.start : en.end].lower().endswith(_ORDINAL_ENDS):
        return None  # 二次 is the second time, 两次 two; and numbered 1,170, District 70
    if _ONE_BY_ONE[zh.counter].search(text, max(0, zh.start - _COUNTED_UP), zh.start):
        return None
    if zh.counter == "所" and _BODY.match(text[zh.start - 1], 0):
        return None
    if _from_the_first(text, zh, en):
        return None
    if _KNOWN_BY_NUMBER.match(text, zh.end - 1) or "time" in text[en.end : en.end + 6].lower():
        return None
    return _HOW_MANY


_TOP = frozenset("前头頭")
_FIRST = regex(r"\bfirst\b", re.IGNORECASE)


def _from_the_first(text: str, zh: Quantity, en: Quantity) -> bool:
    """Whether the first so many are told one by one: 前三名 as "first, second and third"."""
    if _TOP.isdisjoint(text[max(0, zh.start - 1) : zh.start + 1]):
        return False
    return _FIRST.search(text, max(0, en.start - _BEFORE), en.start) is not None


def how_long(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """五日内 ("within five days") as "on the fifth day"; 五天 alone may be told so.

    Args:
        text: of the article.
        zh: a length of time of the original.
        en: its counterpart, an ordinal.
    """
    within = zh.low > 1 and _WITHIN.search(text, zh.start, zh.end + 2)
    return _HOW_MANY if within and _NUMBERED_TIME.match(text, en.start) else None


_HOW_MANY = Judgement("ordinal", "the original says how many, the English which one", PROBABLE)
_NUMBERED_TIME = regex(
    r"(?:[a-z-]*(?:th|second|third)|[0-9]+(?:st|nd|rd|th))"
    r"(?: (?:days?|weeks?|months?|years?|hours?|nights?)\b|(?=[.,;:)]))",
    re.IGNORECASE,
)
"""The third day, the third month, or the 3rd alone: no third of anything else."""
_WITHIN = regex("[年月天日夜周旬时時][以之]?[内內]")


_BACKWARDS = regex("倒[数數]$")
_LAST = regex("[倒末尾][^，。；]{0,3}$|最后.?$")
_TO_LAST = regex(r"[ -](?:to|from)[ -](?:the[ -])?(?:last|bottom|end)\b")
"""What follows an ordinal that is counted from the end: second-to-last, third from the bottom."""
_EN_BACKWARDS = regex(r"\b(?:last|bottom|end|penultimate|back|worst|lowest|reverse|backwards?|below|counting)\b")


def from_the_end(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """倒数第三 ("third from the bottom") as "third".

    Args:
        text: of the article.
        zh: an expression of the original.
        en: its counterpart.
    """
    if not _BACKWARDS.search(text, max(0, zh.start - 2), zh.start):
        backwards = _TO_LAST.match(text, en.end) and not _LAST.search(text, max(0, zh.start - 4), zh.start)
        return Judgement("ordinal", "the English counts from the end", PROBABLE) if backwards else None
    if _EN_BACKWARDS.search(text[max(0, en.start - _BEFORE) : en.end + _AFTER].lower()):
        return None
    return Judgement("ordinal", "the original counts from the end", PROBABLE)
