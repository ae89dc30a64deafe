"""What the words around a pair of equal values say differently: which or how many, by or to, more or less, per what.

The relation words of percentages and multiples belong to those expressions themselves; here are those of plain numbers.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from duizhao.validator.pairing.model import PROBABLE, SURE, WHICH_ONE, Judgement
from duizhao.validator.pairing.nearby import words_before, words_behind
from duizhao.validator.pairing.patterns import turned_round
from duizhao.validator.quantities.lexicon import simplified
from duizhao.validator.quantities.model import Form, Kind, Quantity

_BEFORE, _AFTER = 30, 40
"""Characters looked at before and behind an expression."""


def look(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge the words around a pair whose values agree; None where nothing speaks against them."""
    if zh.kind is _ORDINAL and en.kind is Kind.CARDINAL and en.form is not Form.IMPLIED:
        return _which(text, zh, en)
    if zh.kind is en.kind is _ORDINAL:
        return _from_the_end(text, zh, en)
    if zh.kind is Kind.CARDINAL and en.kind is _ORDINAL:
        return _how_many(text, zh, en)
    if zh.kind not in _PLAIN or en.kind not in _PLAIN:
        return None
    if zh.unit == en.unit == "degree" and (found := _scale(text, zh, en)):
        return found
    start = zh.start
    if not start or (text[start - 1] not in _LAST and not _MORE_OR_LESS.search(text, max(0, start - 5), start)):
        return None
    zh_before = text[max(0, zh.start - 12) : zh.start].translate(simplified())
    en_before = text[max(0, en.start - _BEFORE) : en.start].lower()
    en_after = text[en.end : en.end + _AFTER].lower()
    return _by_or_to(zh_before, en_before) or _then(zh_before, en_before) or _direction(zh_before, en_before, en_after)


_MORE_OR_LESS = re.compile("[多少]")
_DATE, _ORDINAL = Kind.DATE, Kind.ORDINAL
_PLAIN = frozenset((Kind.CARDINAL, Kind.MEASURE, Kind.FRACTION))
_LAST = frozenset(
    "由从自從的到至为成加增少减高低了多降升涨跌落短长宽深重轻贵产收打卖用花出過过約约近達达賣為減漲寬長輕貴産產"
)
"""How the words before a figure end that are looked at here: most figures have none of them."""

# ---------------------------------------------------------------- which against how many

_MANY = re.compile(
    r"(?:(?: of (?:the|its|his|her|their))? (?:[a-z]+ly |"
    r"(?!(?:of|in|on|at|to|for|from|by|with|and|or|is|was|has) )[a-z'’-]+ ){0,4}?[a-z-]*[a-rt-z]s\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:(?!(?:In|At|On|The|Of|For|From|To|By|With|And|But|These|Those|All|Some|Over|About|After|Before|During|Its|Our)\b)"
    r"[A-Z][a-z]+|no\.?|number|grades?|class|group|team|section|page|chapter|item|type) "
    r"(?:[a-z0-9]+(?:,|-| to| and|, and) ?)*$"
)
_SINGULAR = re.compile(r" (?:[a-z'’-]+ )?(?:this|was|is|has|plus|less|across|process)\b")


def _which(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """第三分社 ("the third branch") as "three branches"."""
    # 三团 may be three regiments as well: it would have been paired so. And 一、二两期 are the first two.
    if "两" in text[zh.start : zh.end]:
        return None
    if _LABEL.search(text[max(0, en.start - _BEFORE) : en.start]):
        return None
    after = f" {text[en.start : en.end].rsplit(maxsplit=1)[-1]}" if en.counter else text[en.end : en.end + _AFTER]
    if not _MANY.match(after) or _SINGULAR.match(after):
        return None
    return WHICH_ONE


_ONE_BY_ONE = re.compile("第.{1,2}[次个個批名遍回]|[一二头頭][次批遍回]")
_ORDINAL_ENDS = ("th", "st", "nd", "rd", "second", "third")
_COUNTING = frozenset("次个個名批")
_KNOWN_BY_NUMBER = re.compile("[次个個名批](?:的)?(?:会|會|大会|全会|代表|国会|國會|战争|戰爭|革命|扩大|五年|月|世纪)")


def _how_many(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """打退七次冲锋 ("seven charges") as "the seventh charge"."""
    if zh.low < 2 or zh.low != zh.high or zh.counter not in _COUNTING or text[zh.start - 1] in "第后後":
        return None
    if text[zh.start] == "二" or not text[en.start : en.end].lower().endswith(_ORDINAL_ENDS):
        return None  # 二次 is the second time, 两次 two; and numbered 1,170, District 70
    if _ONE_BY_ONE.search(text, max(0, zh.start - 60), zh.start):
        return None  # 第一次, 二次, 三次
    if _KNOWN_BY_NUMBER.match(text, zh.end - 1) or "time" in text[en.end : en.end + 6].lower():
        return None
    return Judgement("ordinal", "the original says how many, the English which one", PROBABLE)


_BACKWARDS = re.compile("倒[数數]$")
_EN_BACKWARDS = re.compile(r"\b(?:last|bottom|end|penultimate|back|worst|lowest|reverse|backwards?|below|counting)\b")


def _from_the_end(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """倒数第三 ("third from the bottom") as "third"."""
    if not _BACKWARDS.search(text, max(0, zh.start - 2), zh.start):
        return None
    if _EN_BACKWARDS.search(text[max(0, en.start - _BEFORE) : en.end + _AFTER].lower()):
        return None
    return Judgement("ordinal", "the original counts from the end", PROBABLE)


# ---------------------------------------------------------------- degrees of what

_SCALES = {
    "Celsius": (re.compile("摄氏|攝氏|℃|°C"), re.compile(r"celsius|centigrade|℃|° ?c\b")),
    "Fahrenheit": (re.compile("华氏|華氏"), re.compile(r"fahrenheit|° ?f\b")),
    "northern latitude": (re.compile("北纬|北緯"), re.compile(r"\bnorth|\bn\b|\bn\.")),
    "southern latitude": (re.compile("南纬|南緯"), re.compile(r"\bsouth|\bs\b|\bs\.")),
    "eastern longitude": (re.compile("东经|東經"), re.compile(r"\beast|\be\b|\be\.")),
    "western longitude": (re.compile("西经|西經"), re.compile(r"\bwest|\bw\b|\bw\.")),
}
_ELECTRICITY = re.compile("[电電](?!影|报|報|话|話|台|臺|车|車|炉|爐|焊|熔)|千瓦|瓩")
"""What is metered in 度; an electric furnace has degrees of heat."""
_ZH_STOP = re.compile("[，。；：！？]")
_ZH_METER = 24
_RIVALS = (
    ("Celsius", "Fahrenheit"),
    ("northern latitude", "southern latitude"),
    ("eastern longitude", "western longitude"),
)
_ZH_SCALE, _EN_SCALE = 6, 22
"""Characters beside degrees in which their scale is named: 华氏九十度, "90 degrees on the Fahrenheit scale"."""


def _scale(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """华氏九十度 as "90 degrees Celsius", 用电三百度 as "300 degrees"."""
    if _ELECTRICITY.search(_ZH_STOP.split(text[max(0, zh.start - _ZH_METER) : zh.end])[-1]):
        return Judgement("unit", "度 of electricity is a kilowatt-hour", SURE)
    ours = text[max(0, zh.start - _ZH_SCALE) : zh.end]
    theirs = text[max(0, en.start - _EN_SCALE) : en.end + _EN_SCALE].lower()
    for names in _RIVALS:
        for meant, other in (names, names[::-1]):
            named = _SCALES[meant][0].search(ours) and not _SCALES[meant][1].search(theirs)
            if named and _SCALES[other][1].search(theirs):
                return Judgement("unit", f"the original is in degrees of {meant}, the English of {other}", SURE)
    return None


# ---------------------------------------------------------------- by against to

_CHANGE = re.compile(
    "(?:增加|增产|增长|减少|减产|减低|提高|提升|升高|降低|上升|下降|下落|跌落|扩大|缩小|缩短|延长|加宽|加深|削减|压缩|"
    "上涨|下跌|扩种|扩建|发展|推广|增|减|升|降|涨|跌|落)(到|至|为|成|了)?"
    "(?:(?<=[到至为成])[^，。；：]{1,10}的)?[约近达将]?$"
)
_EN_CHANGE = re.compile(
    r"\b(?:increas|rais|ris|rose|reduc|cut|lower|decreas|f[ae]ll|drop|declin|grow|grew|expand|shorten|lengthen|"
    r"go up|went up|gone up|come down|came down|"
    r"shr[iau]nk|extend|boost|slash|climb|develop)\w*\b"
    r"[^.;:]{0,40}?\b(by|to)(?: (?:about|over|nearly|almost|more than|some|around|only))*\s*$"
)


_FROM = re.compile("[由从自](?:原来|去年|过去|平均|每亩)?的?[约近达]?$")


def _by_or_to(zh_before: str, en_before: str) -> Judgement | None:
    """增加到四十个 as "increased by forty"."""
    zh = _CHANGE.search(zh_before)
    en = _EN_CHANGE.search(en_before)
    if zh is None and en is not None and en[1] == "by" and _FROM.search(zh_before):
        return Judgement("percent", "the original changes from this figure, the English by it", PROBABLE)
    if zh is None:
        return None
    if en is None or (zh[1] is not None and zh[1] != "了") == (en[1] == "to"):
        return None
    said = "to" if en[1] == "by" else "by"
    return Judgement("percent", f"the original changes {said} this figure, the English {en[1]} it", PROBABLE)


# ---------------------------------------------------------------- more against less

_THAN = re.compile(
    "(?:(多|增加|增|高|超过|贵|涨|长|重|大)|(少|减少|减|低|降低|轻|短|贱|便宜|落|跌|小))[产收打卖用花出付了]?[约近达]?$"
)
_EN_THAN = re.compile(
    r"(?: (?!than\b)[a-z]+){0,2} (?:(more|higher|greater|longer|heavier|dearer|taller|larger)|"
    r"(less|fewer|lower|shorter|lighter|cheaper|smaller)) than\b"
)
_DID_MORE = re.compile("(?:(多)|(少))[产收打卖用花出付种运织交吃采炼挖修造砍生耗][^，。；：、多少]{0,2}$")
"""多产钢八十吨: what is more or less stands between, as it does in "80 tons more steel"."""
_EN_MORE = re.compile(r" (?:(more)|(less|fewer)) [a-z]+")


_MEASURED = frozenset("高贵长重大低轻短贱小")
"""Adjectives that compare only with 比; without it they say how much."""


def _direction(zh_before: str, en_before: str, en_after: str) -> Judgement | None:
    """多四百斤 as "400 jin less than"."""
    zh, en = _THAN.search(zh_before), _EN_THAN.match(en_after) or _EN_MORE.match(en_after)
    zh = zh or _DID_MORE.search(zh_before)
    if zh is None or en is None or bool(zh[1]) == bool(en[1]) or "不" in zh_before[-4:] or " not " in en_before:
        return None
    if turned_round(zh_before, en_after) or (zh[0][:1] in _MEASURED and "比" not in zh_before):
        return None  # 长不过七里 says how long
    said = ("more", "less") if zh[1] else ("less", "more")
    return Judgement("comparison", f"the original says {said[0]} by this much, the English {said[1]}", SURE)


_MORE_THAN_THEN = re.compile("比[^，。；：]{1,10}?(?:多|少|增加|减少|增|减|高|低|超过)[了产收打卖出]{0,2}[约近达]?$")
_EN_THEN = re.compile(
    r"\b(?:compared (?:with|to)|as against|as compared (?:with|to)|against|up from|down from|from) "
    r"(?:about |only |the |just )?$"
)


def _then(zh_before: str, en_before: str) -> Judgement | None:
    """比去年多十五次 as "compared with 15 last year": by how much became how many."""
    if not _MORE_THAN_THEN.search(zh_before) or not _EN_THEN.search(en_before):
        return None
    return Judgement("comparison", "the original says by how many more or fewer, the English how many then", PROBABLE)


# ---------------------------------------------------------------- per what


class _Rates(NamedTuple):
    """How either language names what an amount is reckoned by, and of which sort that is."""

    zh: re.Pattern[str]
    en: re.Pattern[str]
    names: dict[str, str]
    sorts: dict[str, str]


@lru_cache(maxsize=1)
def _rates() -> _Rates:
    with open(os.path.join(os.path.dirname(__file__), "rates.json"), encoding="utf-8") as file:
        rows = json.load(file)["rates"]
    names: dict[str, str] = {}
    each: list[str] = []
    alone: list[str] = []
    nouns: list[str] = []
    adjectives: list[str] = []
    for row in rows:
        implied, implied_en = row.get("implied", []), row.get("implied_en", [])
        for word in (*row["zh"], *row["en"], *implied, *implied_en):
            names[word] = row["name"]
        each += row["zh"]
        alone += implied
        nouns += row["en"]
        adjectives += implied_en
    ways = [
        "|".join(map(re.escape, sorted(words, key=len, reverse=True))) for words in (each, alone, nouns, adjectives)
    ]
    return _Rates(
        re.compile(rf"[每毎](?:一|1)?个?({ways[0]})(?![多几])|({ways[1]})"),
        re.compile(rf"\b(?:per|an?|each|every) ({ways[2]})s?\b(?! (?:and|of) )|\b({ways[3]})\b"),
        names,
        {row["name"]: row["sort"] for row in rows},
    )


_ZH_CLAUSE, _EN_CLAUSE = re.compile("[，。；！？：]"), re.compile("[.;!?:](?: |$)|, ")


def rates_of(original: str) -> set[str]:
    """All that amounts are reckoned by in a stretch of the original."""
    return _named(_rates().zh, original)


def rate(text: str, zh: Quantity, en: Quantity, around: Callable[[], set[str]], english: str) -> Judgement | None:
    """每斗九百四十元 as "940 yuan per jin": what the amount is reckoned by, where both name it beside the amount.

    Args:
        text: of the article.
        zh: an amount of the original.
        en: its counterpart.
        around: the rates of the whole original there: one that stands elsewhere in it was moved.
        english: all of the translation there.
    """
    if (
        zh.kind is _DATE
        or zh.weak
        or en.weak
        or not _NAMES_RATE.search(text, zh.start - 16 if zh.start > 16 else 0, zh.end)
    ):
        return None
    clause = words_before(text, zh.start, 16, _ZH_CLAUSE) + text[zh.start : zh.end]
    if not _NAMES_RATE.search(clause):
        return None
    rates = _rates()
    ours = _named(rates.zh, clause)
    theirs = _named(rates.en, words_behind(text, en.end, 40, _EN_CLAUSE).lower()) | _named(
        rates.en, _EN_CLAUSE.split(_EACH.sub("·", text[max(0, en.start - 40) : en.start].lower()))[-1]
    )
    if not ours:
        return None
    if not theirs:
        return _unsaid(ours, text, en, english)
    itself = {en.unit} - {""}  # 0.59 mu per mu, whatever else the original counts by the mu
    for said in sorted(theirs - (around() - itself)):  # a set has an order of its own in every process
        for meant in sorted(ours - theirs):
            if rates.sorts[said] == rates.sorts[meant] or _instead(meant, said, ours, theirs, english):
                return Judgement("unit", f"the original counts by the {meant}, the English by the {said}", PROBABLE)
    return None


_OF_PEOPLE_OR_LAND = frozenset(("people", "amount"))


def _instead(meant: str, said: str, ours: set[str], theirs: set[str], english: str) -> bool:
    """每人两亩 as "two mu per mu": people and what is measured, each named alone, and the other nowhere."""
    sorts = _rates().sorts
    return (
        len(ours) == len(theirs) == 1
        and {sorts[meant], sorts[said]} == _OF_PEOPLE_OR_LAND
        and not _spoken(meant).search(english.lower())
    )


def _unsaid(ours: set[str], text: str, en: Quantity, english: str) -> Judgement | None:
    """每斗三百元 as "300 yuan": by what, the English says nowhere."""
    rates = _rates()
    names = [name for name in sorted(ours) if rates.sorts[name] == "amount"]
    near = text[max(0, en.start - 80) : en.end + 80].lower()
    if not names or _ANY_RATE.search(near) or any(_spoken(name).search(english.lower()) for name in names):
        return None
    return Judgement("unit", f"the original counts by the {names[0]}, which the English does not say", PROBABLE)


_ANY_RATE = re.compile(r"\b(?:per|each|every|apiece|a|an|one|unit|by the|for)\b")


@lru_cache(maxsize=64)
def _spoken(name: str) -> re.Pattern[str]:
    """The words by which English may name what is counted by."""
    words = [word for word, other in _rates().names.items() if other == name and word.isascii()]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})")


_EACH = re.compile(r"\b(?:an?|per) ")
_NAMES_RATE = re.compile("[每毎息薪产產利均按逐]")


def _named(pattern: re.Pattern[str], words: str) -> set[str]:
    names = _rates().names
    return {names[found[1] or found[2]] for found in pattern.finditer(words)}
