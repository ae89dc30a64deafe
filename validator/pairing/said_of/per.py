"""What an amount is reckoned by: each jin, each mu, each head; the words are in `rates.json`."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from duizhao.regex import regex
from duizhao.validator.pairing.model import PROBABLE, Judgement
from duizhao.validator.pairing.nearby import ZH_CLAUSE, words_before, words_behind
from duizhao.validator.pairing.values.dimensions import OCCASIONS, is_time, unit_of
from duizhao.validator.quantities.model import Kind, Quantity

_DATE = Kind.DATE  # up to Python 3.11 slow to look up


class _Rates(NamedTuple):
    """How either language names what an amount is reckoned by, and of which sort that is."""

    zh: re.Pattern[str]
    en: re.Pattern[str]
    names: dict[str, str]
    sorts: dict[str, str]
    told_as: dict[str, frozenset[str]]
    """The rates that may stand for a rate in the translation: per worker, of 每工."""


_NO_AMOUNT = "".join(
    f"(?<!{word} )" for word in ("make", "makes", "made", "equals", "equal", "is", "of", "than", "half")
)
"""What stands before an "a" that is one and no each: sixteen liang make a jin, half a jin."""


@lru_cache(maxsize=1)
def _rates() -> _Rates:
    with open(os.path.join(os.path.dirname(__file__), "rates.json"), encoding="utf-8") as file:
        rows = json.load(file)["rates"]
    each, alone, nouns, adjectives = (_any_of(rows, key) for key in ("zh", "implied", "en", "implied_en"))
    return _Rates(
        regex(rf"[每毎](?:一|1)?个?({each})(?![多几人厂会])|(?<![0-9０-９一二三四五六七八九十])({alone})"),
        regex(
            rf"\b(?:(?:per|each|every) (?:[a-z]+ )??|{_NO_AMOUNT}an? )({nouns})s?\b"
            rf"(?! (?:and (?:a|one|half|[0-9])|of|{nouns})\b)|\b({adjectives})\b"
        ),
        {
            word: row["name"]
            for row in rows
            for key in ("zh", "en", "implied", "implied_en")
            for word in row.get(key, ())
        },
        {row["name"]: row["sort"] for row in rows},
        {row["name"]: frozenset(row.get("told_as", ())) for row in rows},
    )


def _any_of(rows: list[dict[str, Any]], key: str) -> str:
    """An expression for all words that rows have under a key, the longest first: of two that fit it takes the first."""
    words = [word for row in rows for word in row.get(key, ())]
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_EN_CLAUSE = regex("[.;!?:](?: |$)|, ")


def rates_of(original: str) -> Counter[str]:
    """All that amounts are reckoned by in a stretch of the original, with how often.

    Args:
        original: the stretch.
    """
    return Counter(_each_named(_rates().zh, original))


def rate(text: str, zh: Quantity, en: Quantity, around: Callable[[], Counter[str]], english: str) -> Judgement | None:
    """每斗九百四十元 as "940 yuan per jin": what the amount is reckoned by, where both name it beside the amount.

    Args:
        text: of the article.
        zh: an amount of the original.
        en: its counterpart.
        around: the rates of the whole original there: one that stands elsewhere in it was moved, unless the English
            has it more often and that of the amount less often.
        english: all of the translation there.
    """
    if (
        zh.kind is _DATE
        or ((zh.weak or en.weak) and zh.counter[:1] not in OCCASIONS)
        or not _NAMES_RATE.search(text, zh.start - _BEFORE_ZH if zh.start > _BEFORE_ZH else 0, zh.end)
    ):
        return None
    before = words_before(text, zh.start, _BEFORE_ZH, ZH_CLAUSE)
    clause = before + text[zh.start : zh.end]
    # The words of the clause: the search above was through more, to spare most figures the cutting.
    if not _NAMES_RATE.search(clause) or _OF_ITS_OWN.search(before):
        return None
    rates = _rates()
    ours = _named(rates.zh, clause)
    # Before an amount only "each" and "every" reckon by what follows; "a" and "per" belong to what went before.
    theirs = _named(rates.en, words_behind(text, en.end, _BESIDE_EN, _EN_CLAUSE).lower()) | _named(
        rates.en, _EN_CLAUSE.split(_EACH.sub("·", text[max(0, en.start - _BESIDE_EN) : en.start].lower()))[-1]
    )
    if not ours:
        return None
    if not theirs:
        return (
            _unsaid(ours, text, en, english)
            or _time_unsaid(zh, ours, english)
            or _whose_unsaid(zh, ours, before, text, en)
        )
    itself = {en.unit} - {""}  # 0.59 mu per mu, whatever else the original counts by the mu
    for said in sorted(theirs):  # a set has an order of its own in every process
        for meant in sorted(ours - theirs):
            if said in rates.told_as[meant]:
                continue
            if said not in itself and said in around() and not _twice(said, meant, around(), english):
                continue
            if rates.sorts[said] == rates.sorts[meant] or _instead(meant, said, ours, theirs, english):
                return Judgement("unit", f"the original counts by the {meant}, the English by the {said}", PROBABLE)
    return _time_unsaid(zh, ours - theirs, english)


_OF_ITS_OWN = regex("、[^、每]{0,6}一(?:年|个?月|天|日|周|季)[^、]{0,4}$")
"""每月以三斗计、穿布一年以六丈计: the second amount names its own time."""
_BEFORE_ZH, _BESIDE_EN = 16, 40
"""Characters of the clause before a figure of the original, and beside one of the English, that tell what it is by."""
_NEAR_EN = 80
"""The same where any rate excuses the English, be it in another clause: it says less to find none."""


def _twice(said: str, meant: str, around: Counter[str], english: str) -> bool:
    """每斗 …，每斗 …，每斤 … as "per dou … per jin … per jin": one more of one, and one less of the other."""
    there = Counter(_each_named(_rates().en, english.lower()))
    return there[said] > around[said] and there[meant] < around[meant]


_OF_TIME = "time"
"""The sort that goes with every other: three mu a day each."""


def _instead(meant: str, said: str, ours: set[str], theirs: set[str], english: str) -> bool:
    """每人两亩 as "two mu per mu": people and what is measured, each named alone, and the other nowhere."""
    sorts = _rates().sorts
    return (
        len(ours) == len(theirs) == 1
        and sorts[meant] != sorts[said]
        and _OF_TIME not in {sorts[meant], sorts[said]}
        and not _spoken(meant).search(english.lower())
    )


def _not_said(name: str) -> Judgement:
    return Judgement("unit", f"the original counts by the {name}, which the English does not say", PROBABLE)


def _unsaid(ours: set[str], text: str, en: Quantity, english: str) -> Judgement | None:
    """每斗三百元 as "300 yuan": by what, the English says nowhere."""
    rates = _rates()
    names = [name for name in sorted(ours) if rates.sorts[name] == "amount"]
    near = text[max(0, en.start - _NEAR_EN) : en.end + _NEAR_EN].lower()
    if not names or _ANY_RATE.search(near) or any(_spoken(name).search(english.lower()) for name in names):
        return None
    return _not_said(names[0])


def _whose_unsaid(zh: Quantity, ours: set[str], before: str, text: str, en: Quantity) -> Judgement | None:
    """每村两道水渠 as "the village has two canals": how many there are in all nobody can tell any more."""
    sorts = _rates().sorts
    names = [name for name in sorted(ours) if sorts[name] in _OWNERS]
    # Hours and bare figures are told of everybody without "each".
    if not names or zh.kind not in _AMOUNTS or is_time(zh) or not (zh.unit or zh.counter) or not _OWNED.search(before):
        return None
    near = text[max(0, en.start - _NEAR_OWNER) : en.end + _NEAR_OWNER].lower()
    if _ANY_OWNER.search(near) or _SHARED.search(near):
        return None
    return _not_said(names[0])


_OWNERS = frozenset(("people", "thing"))
_AMOUNTS = frozenset((Kind.MEASURE, Kind.CARDINAL))
_OWNED = regex("[每毎][^，。；：、]{1,10}$")
"""Whose it is, right before the amount: 每村还有两道; farther off something else is told of them."""
_NEAR_OWNER = 160
"""Characters beside the English figure in which any word of each one, or of all, excuses it."""
_ANY_OWNER = regex(
    r"\b(?:per|each|every|apiece|one|units?|by the|any|all|both|individual\w*|everyone|everybody|nobody|none"
    r"|respective\w*|averag\w*|single|daily|households?|capita)\b"
)


def _time_unsaid(zh: Quantity, ours: set[str], english: str) -> Judgement | None:
    """平均每人每天三两 as "three liang per person": the time in which, the English says nowhere."""
    if not zh.unit and not zh.counter:
        return None  # a bare figure is no amount: 每月……是“三榜日”
    told = english.lower()
    for name in sorted(ours & _TIMES_TOLD.keys()):
        if not _spoken(name).search(told) and not _TIMES_TOLD[name].search(told):
            return _not_said(name)
    return None


_TIMES_TOLD = {
    "hour": regex(r"mph\b|km/h|kph\b|\b(?:minute|o'clock|speed|an hour)"),
    "day": regex(r"\b(?:morning|noon|evening|night|overnight|twenty-four|24|shift|breakfast|supper|meal|hour)"),
    "week": regex(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:seven|7) days"),
    "month": regex(r"\b(?:thirty|30) days|\b(?:first|second|third|last) (?:ten|of)\b"),
    "year": regex(r"\b(?:spring|summer|autumn|fall|winter|season|twelve months|per annum|harvest)"),
}
"""Times by which amounts are often reckoned, and words that tell them in another way: mph, every morning.

Of 班 nothing is asked: of a school it is a class.
"""
_ANY_RATE = regex(r"\b(?:per|each|every|apiece|a|an|one|unit|by the|for)\b")


@lru_cache(maxsize=64)  # more than the rates have names
def _spoken(name: str) -> re.Pattern[str]:
    """The words by which English may name what is counted by."""
    words = [word for word, other in _rates().names.items() if other == name and word.isascii()]
    return regex(rf"\b(?:{'|'.join(map(re.escape, words))})")


_EACH = regex(r"\b(?:an?|per) ")
_NAMES_RATE = regex("[每毎息薪产產利均按逐]")


def _named(pattern: re.Pattern[str], words: str) -> set[str]:
    return set(_each_named(pattern, words))


def _each_named(pattern: re.Pattern[str], words: str) -> Iterator[str]:
    names = _rates().names
    return (names[found[1] or found[2]] for found in pattern.finditer(words))


# ---------------------------------------------------------------- each, of whom the English says the time alone

_WITHIN_ZH, _WITHIN_EN = 16, 110
"""Characters of the clause and of the English sentence that are looked at."""
_WHO = "每一?个?(人|户|家|亩|社|队|组|台|头|匹|只|棵|株)"
_IN_TIME = "每一?个?(?:月|年|天|日|周|星期|季度?|小时|班)"
_BOTH = regex(f"(?:{_WHO}(?:平均)?{_IN_TIME}|{_IN_TIME}(?:平均)?{_WHO})[^，。；：每]{{0,6}}$")
_EN_SENTENCE = regex(r"[.;!?](?:\s|$)|\n")
_TIMES_EACH = regex(
    r"\b(?:each|every|per|an?|in one|in an?) (?:single )?"
    r"(?:months?|years?|days?|weeks?|quarters?|seasons?|hours?|shifts?|annum)\b"
)
_EN_WHO = regex(
    r"\b(?:each|every|per|apiece|individual\w*|capita|respective\w*|everyone|everybody|averag\w*|single)\b"
    r"|\b(?:an?|one|any) (?!hundred|thousand|million|dozen|total|few)[^#]* #"
    r"|# [^,#]{0,30}\ban? [a-z]"
)
"""Words by which it may be said of one of them, with the figure at the sharp."""
_SHARED = regex(
    r"\b(?:ration|quota|norm|eat|ate|consum|drink|wage|pa(?:y|id)\b|earn|income|salar|allowance|standard"
    r"|walk|march|travel|trek|rode|ride|weigh|tall)"
)
"""Of what everybody gets or does by himself English says no "each": they eat two jin a day, they walked ten li."""


def each_lost(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge whether an amount of each became that of all together; None where nothing speaks against it.

    Args:
        text: of the article.
        zh: an amount of the original.
        en: its counterpart.
    """
    if zh.kind is not Kind.MEASURE or "每" not in text[max(0, zh.start - _WITHIN_ZH) : zh.start] or not _plain(zh):
        return None
    said = _BOTH.search(words_before(text, zh.start, _WITHIN_ZH, ZH_CLAUSE))
    if said is None:
        return None
    before = words_before(text, en.start, _WITHIN_EN, _EN_SENTENCE)
    sentence = f"{before} # {words_behind(text, en.end, _WITHIN_EN, _EN_SENTENCE)}".lower()
    rest = _TIMES_EACH.sub("·", sentence)
    # Without the time in the English it is another sentence, or a table.
    if rest == sentence or _EN_WHO.search(rest) or _SHARED.search(rest):
        return None
    return Judgement("total", f"the original gives so much to each {said[1] or said[2]}", PROBABLE)


def _plain(zh: Quantity) -> bool:
    """Whether it is an amount of things: wages and hours are those of everybody, however English tells them."""
    unit = unit_of(zh.unit)
    return unit is not None and not unit.dimension.startswith("money") and not is_time(zh)
