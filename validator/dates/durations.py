"""Which way a length of time is counted: 三年前 as "three years later", 今后三年 as "the past three years"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.pairing.model import Link
from duizhao.validator.pairing.values.dimensions import is_time
from duizhao.validator.quantities.model import Kind, Quantity
from duizhao.validator.rule import Hit

_UNIT = "(?:[年月天日夜周週旬时時秒半]|星期|礼拜|禮拜|钟头|鐘頭|分钟|分鐘|秒钟|世纪|世紀)(?:多|余|餘|左右)?"
_ZH_BEHIND = (
    ("ago", regex(_UNIT + "((?:以|之)前|前(?![方线線进進往来去夕景期半后後者言提沿途锋哨台列排幾几面]))")),
    ("later", regex(_UNIT + "((?:以|之)[后後]|[后後](?![方勤备備代者半来來期退台排面盾继]))")),
    ("within", regex(_UNIT + "((?:以|之)[内內]|[内內](?![部外地心蒙政战戰容阁閣科河]))")),
    ("past", regex(_UNIT + "(以?[来來](?![自到回去访訪信电電函]))")),
    ("up to now", regex(_UNIT + "(以?[来來])[，,]")),
)
"""What stands behind a length of time in the original; the characters of words that begin so are left out."""
# 签字后五日, but 今后 and 往后 are to come; 将近 is nearly, 附近 a place; 目前 and 从前 begin no length of time.
_ZH_BEFORE = (
    ("past", regex("(?:过去|過去|最近)的?这?$")),
    ("next", regex("(?:今[后後]|未[来來]|往[后後]|将来|將來)的?这?$")),
    ("event", regex("(?<![今往])[后後]的?$")),
    ("lately", regex("(?<![将將最附靠邻鄰])近$")),
    ("first", regex("(?:起初|开始|開始|头|頭)的?$")),
    ("latter", regex("(?<=[，。；：、（ 　\n])(?:最)?[后後]的?$")),
    ("eve", regex("(?<=[^以之目从從日年月天前，。；：、（ 　\n])前的?$")),
)
_EN_BEHIND = (
    ("ago", regex(r" (?:ago|earlier|previously)\b")),
    ("before", regex(r" (?:before|prior to)\b")),
    ("later", regex(r" (?:later|afterwards?|thereafter|hence|from now)\b")),
    ("after", regex(r" after\b")),
)
_EN_BEFORE = (
    ("within", regex(r"\bwithin (?:the |these |those |a (?:period|space) of )?")),
    ("following", regex(r"\bafter (?:the |these |those )?")),
    ("past", regex(r"\b(?:past|last) ")),
    ("preceding", regex(r"\b(?:previous|preceding) ")),
    ("first", regex(r"\bfirst ")),
    ("next", regex(r"\b(?:next|coming|ensuing|future) ")),
)
_AGAINST = {
    "ago": {"later", "following", "next", "within"},
    "later": {"ago", "past", "preceding", "within"},
    "within": {"ago", "before", "later", "following", "after"},
    "past": {"ago", "before", "later", "after", "next"},
    "up to now": {"ago", "before", "later", "after", "next", "following"},
    "lately": {"next"},
    "next": {"ago", "before", "past", "preceding"},
    "event": {"ago", "before"},
    "eve": {"later", "following", "after"},
    "first": {"past", "next"},
    "latter": {"first"},
}
"""What is no free rendering of each. "In three days" may be within and after them; 三十年前签约 is "thirty years after
signing" as well; 签字后五日 begins with an event; and 几年来的恢复 is "the recovery after several
years", but not where the clause ends with 来. 近两年 may be nearly two of any time."""
_WORDS = {
    "ago": "before it",
    "later": "after it",
    "within": "within it",
    "past": "over the time up to now",
    "up to now": "over the time up to now",
    "lately": "over the time up to now",
    "next": "over the time to come",
    "event": "after the event",
    "eve": "before the event",
    "first": "at the beginning",
    "latter": "at the end",
}
_NEGATED = regex(r"(?:\bnot\b|n[’']t\b|\bnever\b|\bno\b|\buntil\b|\bonly\b)[^.;]{0,40}$")
"""三天内不 and "not until three days later" say the same."""
_SINCE = regex(r"\bsince\b[^.;]{0,70}$")
"""Since the founding three years ago: up to now all the same."""
_OF_A_MATCH = frozenset(("minute", "second"))
_HEADS, _FEW = frozenset("头頭"), frozenset("两兩几幾")
"""What stands in front of the first of some years, and of 头两年, which are also those that have just gone by."""
_INSIDE = _HEADS | {"近"}
"""What belongs to a length of time that begins with it."""
# The longest of the words, “within a period of”, has nineteen letters with its blank.
_NEAR = 24
"""Characters looked at beside a length of time, and before it for a negation."""


def turned(text: str, links: Iterable[Link]) -> Iterator[Hit]:
    """The lengths of time that the English counts from the other end.

    Args:
        text: of the article.
        links: the pairs of its numeric expressions.
    """
    for link in links:
        zh, en = link.zh, link.en
        if zh is None or en is None or not zh.kind is en.kind is Kind.MEASURE or not (is_time(zh) and is_time(en)):
            continue
        said = _original(text, zh)
        words = _english(text, en) if said else {}
        if not words or _NEGATED.search(_before(text, en.start)):
            continue
        if "within" in said and "following" in words and zh.unit in _OF_A_MATCH:
            continue  # a draw after ninety minutes, which the original calls one within them
        # One way of counting that goes with one of the other side makes a free rendering of all of them.
        if all(name in _AGAINST[original] for original in said for name in words):
            (name, zh_word), word = next(iter(said.items())), next(iter(words.values())).strip()
            message = f"“{word}” turns the time around: the original has “{zh_word}”, what happens {_WORDS[name]}"
            yield Hit(message, Span(en.start, en.end), Span(zh.start, zh.end))


def _before(text: str, at: int) -> str:
    return text[max(0, at - _NEAR * 2) : at].lower()


def _original(text: str, zh: Quantity) -> dict[str, str]:
    """The ways in which the original counts a length of time, with the words that say so."""
    # 以后, or 后 and the character that would make another word of it: three at most.
    words, length = text[zh.start : zh.end + 4], zh.end - zh.start
    # 近 of 近三年 and 头 of 头三年 are read into the length itself.
    # The longest of the words (最近的这) has four characters.
    before = text[max(0, zh.start - 5) : zh.start] + (text[zh.start] if text[zh.start] in _INSIDE else "")
    found = {name: one[1] for name, pattern in _ZH_BEHIND if (one := pattern.search(words)) and one.start() < length}
    ahead = {name: one[0] for name, pattern in _ZH_BEFORE if (one := pattern.search(before))}
    if {"past", "next"}.intersection(ahead):
        found.pop("within", None)  # 今后五年内 says which five years
    if "latter" in ahead:
        ahead.pop("event", None)
    if text[zh.start] not in _HEADS and "first" in ahead and ahead["first"][0] in _HEADS:
        ahead.pop("first")  # 五头三年
    if text[zh.start + 1] in _FEW:
        ahead.pop("first", None)
    # 几年来， is both; with the comma more renderings are ruled out.
    if "up to now" in found:
        found.pop("past", None)
    return found | ahead


def _english(text: str, en: Quantity) -> dict[str, str]:
    """The same of the English: the word may stand beside the expression or in it ("within three days")."""
    words, length = text[en.start : en.end + _NEAR].lower(), en.end - en.start
    before = text[max(0, en.start - _NEAR) : en.start].lower()
    if _SINCE.search(text[max(0, en.start - _NEAR * 4) : en.start].lower()):
        return {}
    # Right behind it: in “three years he had been away, and later came” the word is of another time.
    found = {name: one[0] for name, pattern in _EN_BEHIND if (one := pattern.search(words)) and one.start() <= length}
    for name, pattern in _EN_BEFORE:
        for one in pattern.finditer(before + words[:length]):
            # It has to reach the length: after lunch they waited for three days.
            if one.end() >= len(before):
                found[name] = one[0]
    return found
