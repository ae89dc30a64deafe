"""What a figure counts: 两个团 is no "two divisions", 三百户 no "300 people".

Things of one group of `things.tsv` exclude each other, and households, places, beasts and machines are none of each
other; a thing that has no row says nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from duizhao.regex import regex
from duizhao.validator.pairing.model import PROBABLE, Judgement
from duizhao.validator.pairing.nearby import words_before, words_behind
from duizhao.validator.pairing.said_of.things.table import SORTS, Thing, thing_table
from duizhao.validator.quantities.lexicon.simplify import simplify
from duizhao.validator.quantities.model import Kind, Quantity

_AFTER_ZH, _AFTER_EN, _AROUND_EN = 5, 36, 60
"""Characters in which the noun is looked for behind the figure, and those in which the right one may stand."""
_BEFORE_PERSONS = 20
"""The same before households: farther off are those who live in others."""
_COUNTED = frozenset((Kind.CARDINAL, Kind.MEASURE, Kind.ORDINAL))


def other_thing(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge what a pair of equal values counts; None where nothing speaks against it."""
    if zh.kind not in _COUNTED or en.kind not in _COUNTED:
        return None
    things = _things(text, zh)
    if (zh.kind is Kind.ORDINAL) != (en.kind is Kind.ORDINAL):
        things = tuple(one for one in things if one.group in _SERIAL)
    if not things or _other_word(text, zh, things[0].zh):
        return None
    after = _phrase(text, en)
    for thing in things:
        if said := _named(thing, zh, text, en, after):
            phrase = after[: after.find(said) + len(said)] if thing.group not in _SERIAL else ""
            if any(other.en.search(phrase) for other in things):
                return None
            # Who lives in them may be told with the households that are counted, but behind the figure.
            near = _BEFORE_PERSONS if thing.zh == "户" else _AROUND_EN
            around = "" if _heads(phrase, said) else _clause(text, en, near)
            if any(
                not _COUNT_BEFORE.search(around[: one.start()]) for other in things for one in other.en.finditer(around)
            ):
                return None  # said of the figure itself, further off
            return Judgement("counted", f"{thing.zh} are no {said.replace(_RELATIVE, _RELATIVE_SAID)}", PROBABLE)
    return None


def _other_word(text: str, zh: Quantity, word: str) -> bool:
    """Whether the words around say that a thing goes by another name in English than it has alone."""
    if word == "工":  # 没雇一个工: who is hired is a worker, and so are 六个人工
        return text[zh.end - 1] == "人" or _HIRED.search(text, max(0, zh.start - 4), zh.start) is not None
    if word == "户":
        return _SHOPS.search(text, max(0, zh.start - _BEFORE_SHOPS), zh.start) is not None
    return word == "县" and _INDIA.search(text, max(0, zh.start - _ABROAD), zh.start) is not None


_INDIA = regex("邦|印度|巴基斯坦|缅甸|尼泊尔|孟加拉|泰国")
"""Where English calls a 县 a district."""
_BEFORE_SHOPS = 10
"""Characters before a count of them in which shops are named."""
_ABROAD = 40
"""Characters before it in which the country may be named."""
_SHOPS = regex("[厂廠商店]|作坊|企业|企業|工业|行庄|公司")
"""Of these 户 counts each."""
_HIRED = regex("[雇僱请請][了过過到]?$")


def _phrase(text: str, en: Quantity) -> str:
    """What an English figure is followed by, its own unit first."""
    after = text[en.end : en.end + _AFTER_EN].lower().replace(_RELATIVE_SAID, _RELATIVE)
    if en.kind is not Kind.MEASURE:
        return _CLAUSE.split(f"{en.counter} {after}", maxsplit=1)[0]
    own = text[en.start : en.end].lower().rsplit(maxsplit=1)[-1]
    return f"{own} {_CLAUSE.split(after.removeprefix(' of'), maxsplit=1)[0]}"  # 300 jin of sorghum


def _named(thing: Thing, zh: Quantity, text: str, en: Quantity, after: str) -> str:
    """The English noun that is none for a thing, '' where there is none."""
    nouns = thing_table().groups[thing.group]
    if zh.kind is Kind.ORDINAL and thing.group not in _NUMBERED:
        return ""
    if thing.group in _SERIAL:
        before = _LABEL.search(text[max(0, en.start - _BEFORE_EN) : en.end].lower())
        return before[1] if before and nouns.fullmatch(before[1]) and not thing.en.fullmatch(before[1]) else ""
    if zh.kind is Kind.ORDINAL:
        said = nouns.search(after.strip().split(" ", 1)[0])  # the noun that it tells apart
    else:
        said = nouns.search(after) or _of_another_sort(thing, zh, after)
    word = said[0].strip() if said else ""
    return "" if word in _DAYS and en.kind is not Kind.MEASURE else word


_DAYS = frozenset(("day", "days"))
"""What a figure is measured in rather than what it counts: two runs a day."""
_NUMBERED = frozenset(("army", "rule", "serial"))
"""Groups that are known by a number."""
_COUNT_BEFORE = regex(
    r"(?:[0-9][0-9,.]*(?:st|nd|rd|th)?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|first|second|third|"
    r"fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    r"dozen|hundred|thousand|million)) (?:[a-z-]+ )?$"
)
"""What makes a noun belong to another figure: two divisions of the 13th Army."""
_SERIAL = frozenset(("serial",))
"""Groups whose nouns English puts before the number: Volume 8."""
_LABEL = regex(r"\b([a-z]+)\.? (?:no\. ?)?[0-9]*$")
_BEFORE_EN = 24
"""Letters of a label and its "No.", which stand right before the number."""


def _heads(phrase: str, said: str) -> bool:
    """Whether the noun is right behind the figure, so that what it is made of says nothing: 1,800 flocks of sheep."""
    return said in _COLLECTIVES and len(phrase.removesuffix(said).split()) <= 1


_COLLECTIVES = frozenset(("flocks", "herds", "sheets", "bottles", "boxes", "bags"))


def _of_another_sort(thing: Thing, zh: Quantity, after: str) -> re.Match[str] | None:
    """A plural right behind the figure that counts another sort of thing: 五十户以上的村庄 as "more than 50 villages".

    A singular may say of what sort the things are: three village cadres.
    """
    if thing.zh in _MANY_SENSES and (thing.zh != zh.counter or thing.zh not in _CLEAR_COUNTERS):
        return None
    sort = SORTS.get(thing.group)
    found = thing_table().plural.match(after) if sort else None
    if thing.zh == "户" and (persons := _RELATIVES.match(after) or _PERSONS.match(after)):
        return persons  # 入社渔民一万九千户 are no 19,000 fishermen
    return found if found is not None and sort not in thing_table().sorts_of[found[1]] else None


_MANY_SENSES, _CLEAR_COUNTERS = frozenset("军连排班"), frozenset("连")
"""Ranks that are other words as well (职工连家属八千余人), and those that are none as a classifier: 两连美军."""


_RELATIVE, _RELATIVE_SAID = "familymembers", "family members"
"""Family members are persons, though a family is a household: as one word they are not taken for one."""
_RELATIVES = regex(rf" {{0,2}}{_RELATIVE}\b")
_PERSONS = regex(
    r" {0,2}(?:[a-z’'-]+ ){0,2}"
    r"(fishermen|herdsmen|farmers|peasants|villagers|refugees|victims|settlers|migrants|dependants|dependents|members|"
    r"residents|inhabitants|workers|workmen|miners|employees|labourers|laborers|teachers|cadres|soldiers)\b"
)
"""Those whom a census counts by households; of shops and accounts 户 counts each."""


def _clause(text: str, en: Quantity, before: int) -> str:
    """The English around a figure, as far as its clause goes."""
    around = f"{words_before(text, en.start, before, _STOP)} {words_behind(text, en.end, _AROUND_EN, _STOP)}"
    return around.lower().replace(_RELATIVE_SAID, _RELATIVE)


_STOP = regex(r"[.;:()]|\n\s*\n")
_CLAUSE = regex(
    r"[.,;:()0-9]| and | or | of | in | from | per | for | with | by | a (?=day|week|month|year)"
    r"| (?:have|has|had|are|is|was|were|be|been|will|would|can|could|may|did|do|who|that|which) "
)
"""Where what a figure counts ends: at a preposition, and at the verb of the clause."""


def counts_thing(text: str, zh: Quantity) -> bool:
    """Whether `other_thing` has to be asked about an expression of the original."""
    return zh.kind in _COUNTED and bool(_things(text, zh))


def _things(text: str, zh: Quantity) -> tuple[Thing, ...]:
    """What stands right before a Chinese figure (小麦三百斤), and what right behind it, its classifier or its unit.

    三百户农民 and 社员三百户 are so many households, whoever lives in them; of a class English names the persons.
    """
    behind = _behind(text, zh)
    # Before a day's work stands who does it: 纺织厂二十个工.
    found = behind if any(one.group == _WORKDAYS for one in behind) else _before(text, zh) + behind
    if zh.counter in _HOUSEHOLDS or (zh.counter == "家" and _FAMILIES.match(text, zh.end)):
        return tuple(one for one in found if one.group == "class") or thing_table().things["户"]
    return thing_table().things[_MANY_TOGETHER] if zh.counter == _MANY_TOGETHER else found


def _before(text: str, zh: Quantity) -> tuple[Thing, ...]:
    table = thing_table()
    if text[zh.start - 1 : zh.start] not in table.last or zh.kind is Kind.ORDINAL:
        return ()
    speaks = text.startswith(_VERB, zh.start - len(_VERB)) and not zh.counter
    if speaks and text[zh.end : zh.end + 1] not in _PAUSES:
        return ()  # 代表一百五十万工人 speaks for them; 代表二百三十名 are delegates
    words = simplify(text[max(0, zh.start - table.longest) : zh.start])
    alone = zh.counter in _BARE and text[zh.end : zh.end + 1] in _PAUSES
    for length in range(len(words), 0, -1):
        found = table.things.get(words[-length:], ())
        if listed := tuple(one for one in found if one.group in _LISTED or (alone and one.group in _NAMED)):
            return listed
    return ()


_VERB = "代表"
_WORKDAYS = "labour"
_LISTED = frozenset(("crops", "beasts", "arms", "people", "class", "toil", "craft", "sex", "works", "rail"))
"""Groups whose nouns lists put before the figure; a county or a company there is a name."""
_NAMED = frozenset(("army", "rule", "works"))
_BARE = frozenset(("个", "個", "座"))
"""Classifiers that say nothing of what they count: 旅一个."""
_PAUSES = frozenset("，。；、")


def _behind(text: str, zh: Quantity) -> tuple[Thing, ...]:
    first = thing_table().first
    if first.isdisjoint(zh.counter + text[zh.end : zh.end + 1]):
        return ()
    table = thing_table()
    if zh.counter and not text[zh.start : zh.end].endswith(zh.counter):
        return table.things.get(simplify(zh.counter), ())  # 五十户以上村庄: the approximator closes it
    return _nouns(zh.counter, simplify(zh.counter + text[zh.end : zh.end + _AFTER_ZH]))


@lru_cache(maxsize=4096)
def _nouns(counter: str, words: str) -> tuple[Thing, ...]:
    """The things that the words from a classifier on name; asked twice of most pairs, and of 个人 in every article."""
    table = thing_table()
    inside = (1,) if counter[:1] in _CLASSIFIERS else ()  # 匹马 is read as a classifier, and so is 职工
    said: tuple[Thing, ...] = ()
    for begin in (len(counter), 0, *inside):  # 户中农: the noun first
        for length in table.lengths.get(words[begin : begin + 1], ()):
            rest = words[begin + length :]
            word = words[begin : begin + length]
            if found := tuple([one for one in table.things.get(word, ()) if _ends(one, rest)]):
                if not said or found[0].group in _PLACES:
                    said += found
                break
    return said


_PLACES = frozenset(("rule", "army"))
"""Groups that may be what the noun belongs to: 四县农民 are the farmers of four counties."""
_MANY_TOGETHER = "群"
"""三十群羊 are so many flocks, of whatever."""
_HOUSEHOLDS = frozenset(("户",))
_FAMILIES = regex("贫|中农|富农|雇农|[军軍烈工干幹侨僑]属|农民|農民|社员|居民|渔民|牧民|村民|难民|灾民|市民")
"""Who lives in the families that 家 counts: 三家军属; of shops and works it counts each."""
_CLASSIFIERS = frozenset("个個列节節匹只隻头頭口眼座架辆輛挺门門支条條所发發枚部本册冊封份种種棵株场場次")


def _ends(thing: Thing, rest: str) -> bool:
    """Whether the noun ends there: 三个团员 are no regiments."""
    if not rest or rest[0] in _BEHIND:
        return True
    if len(thing.zh) == 1 and not thing.not_before:
        return False
    return rest[0] not in thing.not_before and rest[0] not in _COMPOUND


_BEHIND = frozenset("，。、；：！？“”（）()的，和与及在被为是有全已均都共余多之内中以上下左右\n 　")
"""What stands behind any noun."""
_COMPOUND = frozenset(
    "厂场会团队业家员长校院站部处科局班组区学生教干代协联委号牌制品材费价款库房舍地田苗种蛋肉皮油酒粉车船机手匠工"
)
"""How the second half of a compound noun may begin: 工人家庭, 学生会, 水库工地."""
