"""What a figure counts: 两个团 is no "two divisions", 三百户 no "300 people".

Things of one group of `things.tsv` exclude each other, and households, places, beasts and machines are none of each
other; a thing that has no row says nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from duizhao.validator.pairing.model import PROBABLE, Judgement
from duizhao.validator.pairing.nearby import words_before, words_behind
from duizhao.validator.quantities.lexicon import simplified
from duizhao.validator.quantities.model import Kind, Quantity

_AFTER_ZH, _AFTER_EN, _AROUND_EN = 5, 36, 60
"""Characters in which the noun is looked for behind the figure, and those in which the right one may stand."""
_COUNTED = frozenset((Kind.CARDINAL, Kind.MEASURE))


class _Thing(NamedTuple):
    group: str
    zh: str
    en: re.Pattern[str]
    """The English nouns for it, and the words that excuse another."""


class _Table(NamedTuple):
    things: dict[str, _Thing]
    """By Chinese word."""
    groups: dict[str, re.Pattern[str]]
    """All English nouns of a group."""
    group_of: dict[str, str]
    """Of each English plural of the groups that have a sort."""
    plural: re.Pattern[str]
    """Such a plural right behind a figure."""
    longest: int
    first: frozenset[str]
    """The first characters of the Chinese words, in both scripts."""
    last: frozenset[str]
    """The last ones."""


@lru_cache(maxsize=1)
def _table() -> _Table:
    path = os.path.join(os.path.dirname(__file__), "things.tsv")
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file][1:]
    things: dict[str, _Thing] = {}
    groups: dict[str, list[str]] = {}
    for group, zh, en, excuses, _, _ in lines:
        nouns = en.split()
        groups.setdefault(group, []).extend(nouns)
        for word in zh.split(" "):
            things[word] = _Thing(group, word, _any_of([*nouns, *excuses.split()]))
    patterns = {group: _any_of(nouns) for group, nouns in groups.items()}
    group_of = {
        noun.replace("_", " "): group
        for group in _SORTS
        for noun in groups[group]
        if (noun.endswith("s") and noun not in _SINGULARS) or noun in _PLURALS
    }
    plural = re.compile(rf" {{0,2}}(?:[a-z-]+ )?({'|'.join(sorted(group_of, key=len, reverse=True))})\b(?! of\b)")
    first, last = _both_scripts(word[0] for word in things), _both_scripts(word[-1] for word in things)
    return _Table(things, patterns, group_of, plural, max(map(len, things)), first, last)


_PLURALS = frozenset(("men", "people", "oxen", "cattle", "women", "children", "aircraft"))
_SINGULARS = frozenset(("works", "ass"))
"""Plurals without an s, and singulars with one."""


def _both_scripts(signs: Iterable[str]) -> frozenset[str]:
    found = set(signs)
    found.update(form for form in map(chr, simplified()) if form.translate(simplified()) in found)
    return frozenset(found)


def _any_of(nouns: list[str]) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(re.escape(noun.replace('_', ' ')) for noun in sorted(nouns, key=len, reverse=True))})\b"
    )


def other_thing(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge what a pair of equal values counts; None where nothing speaks against it."""
    if zh.kind not in _COUNTED or en.kind not in _COUNTED:
        return None
    thing = _thing(text, zh)
    if thing is None:
        return None
    after = text[en.end : en.end + _AFTER_EN].lower()
    if en.kind is Kind.MEASURE:
        after = after.removeprefix(" of")  # 300 jin of sorghum
    after = _CLAUSE.split(f"{en.counter} {after}", maxsplit=1)[0]
    said = _table().groups[thing.group].search(after) or _of_another_sort(thing, after)
    if said is None or thing.en.search(_clause(text, en)):
        return None
    return Judgement("counted", f"{thing.zh} are no {said[0].strip()}", PROBABLE)


_SORTS = {"census": "people", "people": "people", "class": "people"}
"""Groups that may count the same; others that are named here exclude all but themselves."""
_SORTS |= {group: group for group in ("rule", "beasts", "arms", "works")}


def _of_another_sort(thing: _Thing, after: str) -> re.Match[str] | None:
    """A plural right behind the figure that counts another sort of thing: 五十户以上的村庄 as "more than 50 villages".

    A singular may say of what sort the things are: three village cadres.
    """
    sort = _SORTS.get(thing.group)
    found = _table().plural.match(after) if sort else None
    if found is None and thing.zh == "户":
        return _PERSONS.match(after)  # 入社渔民一万九千户 are no 19,000 fishermen
    return found if found is not None and _SORTS[_table().group_of[found[1]]] != sort else None


_PERSONS = re.compile(
    r" {0,2}(?:[a-z-]+ ){0,2}(fishermen|herdsmen|farmers|peasants|villagers|refugees|victims|settlers|migrants|"
    r"dependants|dependents)\b"
)
"""Those whom a census counts by households; of shops and accounts 户 counts each."""


def _clause(text: str, en: Quantity) -> str:
    """The English around a figure, as far as its clause goes."""
    return f"{words_before(text, en.start, _AROUND_EN, _STOP)} {words_behind(text, en.end, _AROUND_EN, _STOP)}".lower()


_STOP = re.compile(r"[.;:()]|\n\s*\n")
_CLAUSE = re.compile(r"[.,;:()0-9]| and | or | of | in | from | per | for | with | by ")


def counts_thing(text: str, zh: Quantity) -> bool:
    """Whether `other_thing` has to be asked about an expression of the original."""
    return zh.kind in _COUNTED and _thing(text, zh) is not None


def _thing(text: str, zh: Quantity) -> _Thing | None:
    """What stands right before a Chinese figure (小麦三百斤), else what right behind it, its classifier or its unit."""
    return _before(text, zh) or _behind(text, zh)


def _before(text: str, zh: Quantity) -> _Thing | None:
    table = _table()
    if text[zh.start - 1 : zh.start] not in table.last:
        return None
    words = text[max(0, zh.start - table.longest) : zh.start].translate(simplified())
    for length in range(len(words), 0, -1):
        thing = table.things.get(words[-length:])
        if thing is not None and thing.group in _LISTED:
            return thing
    return None


_LISTED = frozenset(("crops", "beasts", "arms", "people", "class", "toil"))
"""Groups whose nouns lists put before the figure; a county or a company there is a name."""


def _behind(text: str, zh: Quantity) -> _Thing | None:
    first = _table().first
    if first.isdisjoint(zh.counter + text[zh.end : zh.end + 1]):
        return None
    table = _table()
    if zh.counter and not text[zh.start : zh.end].endswith(zh.counter):
        return table.things.get(zh.counter.translate(simplified()))  # 五十户以上村庄: the approximator closes it
    words = (zh.counter + text[zh.end : zh.end + _AFTER_ZH]).translate(simplified())
    inside = (1,) if zh.counter[:1] in _CLASSIFIERS else ()  # 匹马 is read as a classifier, and so is 职工
    for begin in (len(zh.counter), 0, *inside):  # 户中农: the noun first
        for length in range(table.longest, 0, -1):
            thing = table.things.get(words[begin : begin + length])
            if thing is not None and _ends(words[begin + length :]):
                return thing
    return table.things["户"] if zh.counter in _HOUSEHOLDS else None  # 四十八户抗属: whatever they are


_HOUSEHOLDS = frozenset(("户", "戶"))
_CLASSIFIERS = frozenset("匹只隻头頭口眼座架辆輛挺门門支条條所发發枚")


def _ends(rest: str) -> bool:
    """Whether the noun ends there: 三个团员 are no regiments."""
    return not rest or rest[0] in _BEHIND


_BEHIND = frozenset("，。、；：！？“”（）()的，和与及在被为是有全已均都共余多之内中以上下左右\n 　")
