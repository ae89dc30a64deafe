"""Pairs of sentences made from one value, crossing forms, units, classifiers, approximators and constructs.

What the tables of the lexicon hold takes part row by row, so that a new row is crossed without anybody naming it.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple, TypeVar

import numerals as n

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.finding import Finding, Severity
from duizhao.validator.quantities.lexicon import plural, rows, units, words
from duizhao.validator.running.engine import check_article

T = TypeVar("T")
SETTINGS = Settings(select=("N", "D"))
VALUES = (37, 48, 83, 250, 460, 3_600, 15_000, 67_390, 230_000, 3_200_000, 125_000_000)
"""Of every size; none is a year, a square or a power of ten."""


class Case(NamedTuple):
    """Two sentences that say the same, and an English one that does not."""

    kind: str
    zh: str
    en: str
    wrong: str = ""
    """The English with another value; '' where there is none to be made."""

    @property
    def id(self) -> str:
        return f"{self.kind}: {self.zh} | {self.en}"


class Ring(tuple[T, ...]):
    """Values that are dealt one after another, so that neighbours in a table get different ones."""

    __slots__ = ()

    def deal(self, index: int) -> T:
        return self[index % len(self)]


ZH_FRAMES = Ring(
    (
        "今年这个县共有{}，情况很好。",
        "他们说：“{}。”大家很高兴。",
        "新厂建成后，{}已经运到工地。",
        "工程要用{}（见图），现在正在准备。",
    )
)
EN_FRAMES = Ring(
    (
        "This year the county has {}, and things go well.",
        'They said, "{}." Everybody was glad.',
        "After the new works was built, {} arrived at the site.",
        "The project needs {} (see the picture), and preparations are being made.",
    )
)
ZH_FORMS = Ring(n.CHINESE.values())
EN_FORMS = Ring(n.ENGLISH.values())


def changed(value: int) -> int:
    """Another value of the same length: the first digit is another one."""
    digits = str(value)
    first = {"1": "7", "2": "6", "3": "8", "4": "9", "6": "2", "8": "5"}[digits[0]]
    return int(first + digits[1:])


def framed(kind: str, at: int, zh: str, en: str, wrong: str = "") -> Case:
    zh_frame, en_frame = ZH_FRAMES.deal(at), EN_FRAMES.deal(at)
    return Case(kind, zh_frame.format(zh), en_frame.format(en), en_frame.format(wrong) if wrong else "")


def counted(kind: str, at: int, value: int, zh: str, en: str) -> Case:
    """A case of a whole number: `zh` and `en` hold `{}` for the numeral."""
    write, other = ZH_FORMS.deal(at), EN_FORMS.deal(at // len(ZH_FORMS) + at)
    return framed(kind, at, zh.format(write(value)), en.format(other(value)), en.format(other(changed(value))))


# ---------------------------------------------------------------- words of the lexicon

LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz°º℃")


def unit_words() -> dict[str, tuple[list[str], list[str]]]:
    """Chinese and English words of every unit, from all tables."""
    found = {unit.code: (list(unit.zh), list(unit.en)) for unit in units().values()}
    for side, file in enumerate(("zh.tsv", "en.tsv")):
        for row in rows(file):
            if "UNIT" in row["class"].split("|"):
                found[row["value"]][side].extend(words(row["words"]))
    return {code: both for code, both in found.items() if all(both)}


def of_class(file: str, name: str) -> list[tuple[str, str]]:
    """Words and values of a class of a table."""
    return [
        (word, row["value"]) for row in rows(file) if name in row["class"].split("|") for word in words(row["words"])
    ]


# ---------------------------------------------------------------- constructs


def measures() -> Iterator[Case]:
    """Every unit, in every word of either language."""
    at = 0
    for code, (zh, en) in unit_words().items():
        many = [word for word in en if word.endswith("s") or plural(word) not in en]
        for one, other in itertools.zip_longest(zh, many):
            at += 1
            ours, theirs = one or zh[0], other or many[0]
            if code == "degree":  # one thermometer is not the other
                ours, theirs = "度", "degrees"
            value = VALUES[at % len(VALUES)]
            yield counted(f"unit {code}", at, value, "{}" + ours, "{} " + theirs)


def classifiers() -> Iterator[Case]:
    """Every classifier with a noun behind it."""
    for at, (word, _) in enumerate(of_class("zh.tsv", "CLS")):
        yield counted("classifier", at, VALUES[at % len(VALUES)], "{}" + word, "{} of them")


SIDE = {"ABOUT": "about", "OVER": "over", "UNDER": "under", "AT_LEAST": "at least", "AT_MOST": "at most", "NONE": ""}
NOUNS = Ring((("人", "people"), ("吨", "tons"), ("斤", "jin"), ("公里", "kilometers"), ("元", "yuan")))


def approximators() -> Iterator[Case]:
    """Every approximator of either language against the plainest of the other."""
    hard = {word for file in ("zh.tsv", "en.tsv") for word, value in of_class(file, "PRE") if "NONE" not in value}
    for at, (word, value) in enumerate(of_class("zh.tsv", "PRE")):
        soft, name = value.endswith("~"), value.rstrip("~")
        noun = NOUNS.deal(at)
        number = Ring((1_000, 3_000, 40_000) if soft else VALUES[2:]).deal(at)
        if word in {"头", "最初", "最后", "首批", "上", "成"} or (name == "NONE" and word in hard):
            continue
        yield _qualified(f"approximator {word}", at, number, f"{word}{{}}{noun[0]}", SIDE[name], noun[1])
    for at, (word, value) in enumerate(of_class("zh.tsv", "POST")):
        noun = NOUNS.deal(at)
        if word not in {"强", "弱", "之间"}:
            name = SIDE[value.rstrip("~")]
            yield _qualified(f"approximator {word}", at, Ring(VALUES).deal(at), f"{{}}{noun[0]}{word}", name, noun[1])
    for at, (word, value) in enumerate(of_class("zh.tsv", "MORE")):
        noun = NOUNS.deal(at)
        if word not in {"出头", "挂零", "有零", "有余", "有奇", "有多", "把", "来"}:
            yield _qualified(
                f"approximator {word}", at, (30, 500, 8_000)[at % 3], f"{{}}{word}{noun[0]}", SIDE[value], noun[1]
            )
    zh_side = {"ABOUT": "约", "OVER": "超过", "UNDER": "近", "AT_LEAST": "至少", "AT_MOST": "至多", "NONE": ""}
    for at, (word, value) in enumerate([*of_class("en.tsv", "PRE"), *of_class("en.tsv", "POST")]):
        name = value.rstrip("~")
        noun = NOUNS.deal(at)
        behind = (word, value) in of_class("en.tsv", "POST")
        en = f"{{}} {noun[1]} {word}" if behind else f"{word} {{}} {noun[1]}"
        zh = f"{zh_side[name]}{{}}{noun[0]}"
        if name == "NONE" and word in hard:
            continue
        if word not in {
            "ago",
            "before",
            "later",
            "earlier",
            "hence",
            "from now",
            "or later",
            "and later",
            "or earlier",
            "and earlier",
        }:
            yield _both(f"approximator {word}", at, VALUES[at % len(VALUES)], zh, en)


def _qualified(kind: str, at: int, value: int, zh: str, name: str, noun: str) -> Case:
    return _both(kind, at, value, zh, f"{name} {{}} {noun}".strip())


def _both(kind: str, at: int, value: int, zh: str, en: str) -> Case:
    ours, theirs = (n.place_value, str)[at % 2], (n.commas, n.words)[at // 2 % 2]
    other = value * 3 if value < 10_000 else value // 10
    return framed(kind, at, zh.format(ours(value)), en.format(theirs(value)), en.format(theirs(other)))


MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ZH_DAYS = Ring(("{m}月{d}日", "{m}月{d}号", "{M}月{D}日", "{M}月{D}号", "{y}年{m}月{d}日", "{Y}年{M}月{D}日"))
EN_DAYS = Ring(("{N} {d}", "{d} {N}", "{N} {o}", "the {o} of {N}", "{N} {d}, {y}", "{d} {N} {y}"))
DATE_FRAMES = Ring(
    (
        ("他们在{}开会。", "They met on {}."),
        ("大桥于{}通车，群众热烈庆祝。", "The bridge was opened on {}, and people celebrated."),
        ("从{}起，商店开始营业。", "From {} the shop was open."),
    )
)


def dates() -> Iterator[Case]:
    """Days and months, in every order."""
    for month, at in itertools.product(range(1, 13), range(6)):
        for shift in (0, 1):
            day = (month * 5 + at * 3) % 28 + 1
            with_year = at >= 4
            zh_form = ZH_DAYS[at]
            en_form = EN_DAYS[(at if with_year else (at + shift) % 4)]
            zh_frame, en_frame = DATE_FRAMES.deal(month + at)

            def say(day: int, month: int, form: str = en_form) -> str:
                return form.format(N=MONTH_NAMES[month - 1], d=day, o=n.ordinal(day), y=1957)

            zh = zh_form.format(m=month, d=day, M=n.place_value(month), D=n.place_value(day), y=1957, Y="一九五七")
            for what, wrong in (("day", say(day % 28 + 2, month)), ("month", say(day, month % 12 + 1))):
                yield Case(
                    f"date, {what}", zh_frame.format(zh), en_frame.format(say(day, month)), en_frame.format(wrong)
                )


def months() -> Iterator[Case]:
    """Months by every name."""
    for word, value in of_class("en.tsv", "MONTH"):
        number = int(value)
        name = word.capitalize()
        other = MONTH_NAMES[number % 12]
        yield Case(
            "month",
            f"他们在{n.place_value(number)}月动工。",
            f"They began to build in {name} and went on.",
            f"They began to build in {other} and went on.",
        )
        yield Case(
            "month and year",
            f"他们在一九五六年{number}月动工。",
            f"They began to build in {name} 1956.",
            f"They began to build in {other} 1956.",
        )
        yield Case(
            "year of a month",
            f"他们在一九五六年{number}月动工。",
            f"They began to build in {name} 1956.",
            f"They began to build in {name} 1953.",
        )


DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekdays() -> Iterator[Case]:
    for prefix, at in itertools.product(("星期", "周", "礼拜"), range(7)):
        zh = prefix + "一二三四五六日"[at]
        yield Case(
            "weekday",
            f"代表们{zh}到达北京。",
            f"The delegates arrived in Beijing on {DAY_NAMES[at]}.",
            f"The delegates arrived in Beijing on {DAY_NAMES[(at + 2) % 7]}.",
        )


def years() -> Iterator[Case]:
    for at, year in enumerate((1840, 1911, 1925, 1937, 1949, 1953, 1958)):
        zh = (n.positional(year), str(year))[at % 2]
        yield Case(
            "year",
            f"这座桥是{zh}年修建的。",
            f"The bridge was built in {year}.",
            f"The bridge was built in {year + 3}.",
        )
        yield Case(
            "year range",
            f"从{zh}年到{n.positional(year + 4)}年，他一直在工厂工作。",
            f"From {year} to {year + 4} he worked in a factory.",
            f"From {year} to {year + 6} he worked in a factory.",
        )
    reigns = [(word, row["before"]) for row in rows("reigns.tsv") for word in words(row["zh"])]
    for word, value in [*of_class("zh.tsv", "ERA"), *reigns]:
        if word == "民":
            continue
        base = int(value or 0)
        year = base + 3
        en = f"in {year}" if base else "in A.D. 3"
        wrong = f"in {year + 5}" if base else "in A.D. 8"
        yield Case(
            "era", f"这座桥是{word}三年修建的。", f"The bridge was built {en}.", f"The bridge was built {wrong}."
        )


RELATIVES = {
    "last-year": "last year", "this-year": "this year", "next-year": "next year",
    "year-before-last": "the year before last", "last-month": "last month", "this-month": "this month",
    "next-month": "next month", "yesterday": "yesterday", "today": "today", "tomorrow": "tomorrow",
    "day-before-yesterday": "the day before yesterday", "last-week": "last week", "this-week": "this week",
    "next-week": "next week", "year-after-next": "the year after next", "day-after-tomorrow": "the day after tomorrow",
}  # fmt: skip
OPPOSITE = {
    "last-year": "this year", "this-year": "last year", "next-year": "last year", "year-before-last": "last year",
    "last-month": "this month", "this-month": "last month", "next-month": "this month", "yesterday": "today",
    "today": "yesterday", "tomorrow": "yesterday", "day-before-yesterday": "yesterday", "last-week": "this week",
    "this-week": "next week", "next-week": "this week", "year-after-next": "next year",
    "day-after-tomorrow": "tomorrow",
}  # fmt: skip


def relatives() -> Iterator[Case]:
    seasons = {word for word, value in of_class("zh.tsv", "SPAN")}
    for word, value in of_class("zh.tsv", "REL"):
        if word not in seasons and word not in {"今", "昨"}:
            yield Case(
                "relative",
                f"据说，他们{word}开始建厂。",
                f"It is said that they began to build the factory {RELATIVES[value]}.",
                f"It is said that they began to build the factory {OPPOSITE[value]}.",
            )


SHARES: Sequence[tuple[str, str]] = (
    ("百分之{p}", "{f} percent"), ("{f}%", "{f}%"), ("{w}％", "{f} per cent"), ("百分之{f}", "{s} percent"),
)  # fmt: skip
SHARE_FRAMES: Sequence[tuple[str, str]] = (
    ("产量比去年增加{}。", "Output rose {} over last year."),
    ("产量比去年增长了{}。", "Output increased by {} over last year."),
    ("成本降低{}。", "Costs were reduced by {}."),
    ("成本减少了{}。", "Costs fell {}."),
    ("棉田占耕地的{}。", "Cotton fields make up {} of the farmland."),
    ("超额{}完成了任务。", "They overfulfilled the task by {}."),
    ("超过计划{}。", "They exceeded the plan by {}."),
    ("完成了计划的{}。", "They fulfilled {} of the plan."),
)


def percents() -> Iterator[Case]:
    for (zh, en), (zh_frame, en_frame) in itertools.product(SHARES, SHARE_FRAMES):
        for value in (Fraction(7), Fraction(23), Fraction(125, 10), Fraction(468, 10)):
            if value.denominator != 1 and "{s}" in en:
                continue

            def say(share: Fraction, form: str = en) -> str:
                return form.format(f=n.decimal(share), s=n.words(int(share)))

            ours = zh.format(p=n.decimal_zh(value), f=n.decimal(value), w=n.decimal(value).translate(n.FULL_WIDTH))
            kind = f"percent {zh_frame.format('')}"
            yield Case(kind, zh_frame.format(ours), en_frame.format(say(value)), en_frame.format(say(value + 31)))
    for at in range(2, 9):
        ones = n.ONES[at]
        yield Case(
            "成",
            f"产量比去年增加{ones}成。",
            f"Output rose {at}0 percent over last year.",
            f"Output rose {at}5 percent over last year.",
        )
        yield Case(
            "成多",
            f"产量比去年增加{ones}成多。",
            f"Output rose by over {at}0 percent over last year.",
            f"Output rose by over {at + 1}0 percent over last year.",
        )
        yield Case(
            "折",
            f"这些布按{ones}折出售。",
            f"The cloth was sold at {at}0 percent of the price.",
            f"The cloth was sold at {at}7 percent of the price.",
        )
        yield Case(
            "千分之",
            f"死亡率是千分之{ones}。",
            f"The death rate is {at} per thousand.",
            f"The death rate is {at + 11} per thousand.",
        )
        yield Case(
            "percentage points",
            f"成活率提高了{ones}个百分点。",
            f"The survival rate went up {at} percentage points.",
            f"The survival rate went up {at + 11} percentage points.",
        )


def fractions() -> Iterator[Case]:
    names = {3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth"}
    for part, name in names.items():
        for share in range(1, part):
            if Fraction(share, part).denominator != part:
                continue
            zh = f"{n.place_value(part)}分之{n.ONES[share]}"
            worded = f"{n.words(share)}-{name}{'s' if share > 1 else ''}" if share > 1 else f"one {name}"
            for en, wrong in ((worded, "eleven-thirteenths"), (f"{share}/{part}", "11/13")):
                yield Case(
                    "fraction",
                    f"全村有{zh}的土地种棉花。",
                    f"The village grows cotton on {en} of its land.",
                    f"The village grows cotton on {wrong} of its land.",
                )
    yield Case(
        "half",
        "全村有一半的土地种棉花。",
        "The village grows cotton on half of its land.",
        "The village grows cotton on a third of its land.",
    )
    yield Case(
        "mixed fraction",
        "每人分到二又二分之一斤。",
        "Everybody got two and a half jin.",
        "Everybody got five and a half jin.",
    )
    yield Case(
        "half behind", "每人分到两斤半。", "Everybody got two and a half jin.", "Everybody got five and a half jin."
    )
    yield Case("half inside", "用了三个半月。", "It took three and a half months.", "It took seven and a half months.")


def multiples() -> Iterator[Case]:
    for at in range(2, 10):
        zh, en, wrong = n.ONES[at].replace("二", "两"), n.words(at), n.words(at + 4)
        yield Case(
            "times of",
            f"产量是去年的{zh}倍。",
            f"Output was {en} times that of last year.",
            f"Output was {wrong} times that of last year.",
        )
        yield Case(
            "times as much",
            f"产量为解放前的{zh}倍。",
            f"Output was {en} times as much as before liberation.",
            f"Output was {wrong} times as much as before liberation.",
        )
        yield Case(
            "rose to",
            f"产量增加到原来的{zh}倍。",
            f"Output rose to {en} times the old level.",
            f"Output rose to {wrong} times the old level.",
        )
        yield Case(
            "by times", f"产量增加了{zh}倍。", f"Output increased by {en} times.", f"Output increased by {wrong} times."
        )
        yield Case(
            "by percent",
            f"产量增加了{zh}倍。",
            f"Output increased by {at}00 percent.",
            f"Output increased by {at + 4}00 percent.",
        )
        yield Case(
            "fold",
            f"产量增加了{zh}倍。",
            f"There was a {en}fold increase in output.",
            f"There was a {wrong}fold increase in output.",
        )
    yield Case("double", "产量增加了一倍。", "Output doubled.", "Output trebled.")
    yield Case(
        "double by percent", "产量增加了一倍。", "Output increased by 100 percent.", "Output increased by 300 percent."
    )
    yield Case("fan", "产量翻了一番。", "Output doubled.", "Output trebled.")
    yield Case("two fan", "产量翻两番。", "Output will quadruple.", "Output will double.")
    yield Case("half as much again", "产量增加了半倍。", "Output rose by half.", "Output rose by a quarter.")
    yield Case("more than double", "产量增加了一倍多。", "Output more than doubled.", "Output more than trebled.")


def ordinals() -> Iterator[Case]:
    for at, number in enumerate((2, 3, 4, 5, 8, 11, 12, 17, 21, 30, 43, 115)):
        ours = (n.place_value, str)[at % 2](number)
        for zh, en in (
            ("他们住在第{}街。", "They live in the {} Street."),
            ("这是第{}次试验。", "This is the {} experiment."),
            ("第{}小组得了奖。", "The {} group got a prize."),
            ("第{}届大会开幕了。", "The {} congress opened."),
        ):
            for write in (n.ordinal, n.ordinal_words):
                yield Case("ordinal", zh.format(ours), en.format(write(number)), en.format(write(number + 5)))
        for word in ("No. {}", "Number {}"):
            yield Case(
                "number",
                f"他们在{ours}号车间工作。",
                f"They work in workshop {word.format(number)}.",
                f"They work in workshop {word.format(number + 5)}.",
            )
    for at, (word, _) in enumerate(of_class("zh.tsv", "DESIG")):
        number = (3, 7, 14, 38)[at % 4]
        yield Case(
            "designation",
            f"第{n.place_value(number)}{word}受到表扬。",
            f"The {n.ordinal(number)} one was praised.",
            f"The {n.ordinal(number + 5)} one was praised.",
        )
        en = n.ordinal_words(number).title()
        yield Case(
            "bare designation",
            f"{n.place_value(number)}{word}受到表扬。",
            f"The {en} was praised.",
            f"The {n.ordinal_words(number + 5).title()} was praised.",
        )


def ranges() -> Iterator[Case]:
    joints = [(word, other) for word, _ in of_class("zh.tsv", "TO") for other in ("to", "-")]
    for at, (zh, en) in enumerate(joints):
        if zh in {
            "迄",
            "以迄",
            "降到",
            "升到",
            "增到",
            "一―",
            "……",
            "到约",
            "至约",
            "或到",
            "乃至",
            "甚至",
            "以至于",
            "至于",
        }:
            continue
        low, high = ((30, 35), (250, 400), (3_000, 5_000), (12, 18))[at % 4]
        noun = NOUNS.deal(at)
        space = "" if en == "-" else " "
        ours = (str, n.place_value)[at % 2] if zh not in "-‐—–" else str
        yield framed(
            "range",
            at,
            f"{ours(low)}{zh}{ours(high)}{noun[0]}",
            f"{low:,}{space}{en}{space}{high:,} {noun[1]}",
            f"{low:,}{space}{en}{space}{high * 3:,} {noun[1]}",
        )
    for at, digit in enumerate(range(2, 9)):
        a, b = n.ONES[digit], n.ONES[digit + 1]
        noun = NOUNS.deal(at)
        yield framed(
            "neighbours",
            at,
            f"{a}{b}{noun[0]}",
            f"{n.words(digit)} or {n.words(digit + 1)} {noun[1]}",
            f"{n.words(digit + 10)} or {n.words(digit + 11)} {noun[1]}",
        )
        yield framed(
            "neighbours of ten",
            at,
            f"{a}{b}十{noun[0]}",
            f"{digit}0 or {digit + 1}0 {noun[1]}",
            f"{digit}00 or {digit + 1}00 {noun[1]}",
        )
        yield framed(
            "neighbours with a comma",
            at,
            f"{a}、{b}百{noun[0]}",
            f"{n.words(digit)} to {n.words(digit + 1)} hundred {noun[1]}",
            f"{n.words(digit)} to {n.words(digit + 1)} thousand {noun[1]}",
        )
    for at, (zh, en, wrong) in enumerate(
        (
            ("几十{}", "dozens of {}", "hundreds of {}"),
            ("数百{}", "several hundred {}", "several thousand {}"),
            ("几千{}", "thousands of {}", "hundreds of {}"),
            ("十几{}", "more than ten {}", "more than fifty {}"),
            ("几万{}", "tens of thousands of {}", "hundreds of thousands of {}"),
            ("数十万{}", "hundreds of thousands of {}", "tens of thousands of {}"),
            ("千百万{}", "millions of {}", ""),
            ("成千上万的{}", "thousands upon thousands of {}", ""),
            ("二十几{}", "more than 20 {}", "more than 60 {}"),
        )
    ):
        for noun in NOUNS[:3]:
            yield framed("open count", at, zh.format(noun[0]), en.format(noun[1]), wrong.format(noun[1]))


def money() -> Iterator[Case]:
    money_of = {code: both for code, both in unit_words().items() if units()[code].dimension.startswith("money")}
    for at, (sign, code) in enumerate(of_class("en.tsv", "CUR")):
        if code in money_of:
            value = VALUES[at % len(VALUES)]
            glue = " " if sign[-1].isalpha() or sign[-1] == "." else ""
            upper = sign.upper() if sign[-1].isalpha() else sign
            yield counted("currency", at, value, "{}" + money_of[code][0][0], f"{upper}{glue}{{}}")
    for at, (sign, code) in enumerate(of_class("zh.tsv", "CUR")):
        if code in money_of and code != "silver-dollar":
            value = VALUES[at % len(VALUES)]
            tail = "元" if not sign.isascii() and sign[-1] in "币洋券票" else ""
            yield counted("currency before", at, value, sign + "{}" + tail, "{} " + money_of[code][1][0])


def parts() -> Iterator[Case]:
    for at, (zh, en, wrong) in enumerate(
        (
            ("六斤十二两", "6 jin 12 liang", "6 jin 15 liang"),
            ("三尺五寸", "3 chi 5 cun", "3 chi 9 cun"),
            ("二元五角", "2 yuan 5 jiao", "2 yuan 8 jiao"),
            ("二元五角", "2.5 yuan", "2.8 yuan"),
            ("十二块五", "12.5 yuan", "15.2 yuan"),
            ("三角五分", "35 fen", "55 fen"),
            ("一小时二十分", "one hour and twenty minutes", "one hour and forty minutes"),
            ("两小时零五分", "two hours and five minutes", "two hours and nine minutes"),
            ("五英尺二英寸", "5 feet 2 inches", "5 feet 8 inches"),
            ("八亩三分", "8.3 mu", "8.9 mu"),
            ("一年零三个月", "one year and three months", "one year and seven months"),
            ("五镑十先令", "5 pounds 10 shillings", "5 pounds 15 shillings"),
            ("四石八斗", "4 shi 8 dou", "4 shi 3 dou"),
            ("三丈六尺", "3 zhang 6 chi", "3 zhang 9 chi"),
        )
    ):
        for shift in range(3):
            yield framed("parts", at + shift, zh, en, wrong)


def clock() -> Iterator[Case]:
    spans = (
        ("上午", "a.m.", range(7, 12)),
        ("下午", "p.m.", range(1, 6)),
        ("晚上", "p.m.", range(7, 11)),
        ("清晨", "a.m.", range(4, 7)),
    )
    for word, half, hours in spans:
        for hour in hours:
            other = hour % 12 + 1 if hour != 11 else 7
            zh = n.place_value(hour)
            for mark in ("时", "点", "点钟"):
                yield Case(
                    "clock",
                    f"大会{word}{zh}{mark}开始。",
                    f"The meeting began at {hour} {half}",
                    f"The meeting began at {other} {half}",
                )
            yield Case(
                "half past",
                f"大会{word}{zh}点半开始。",
                f"The meeting began at {hour}:30 {half}",
                f"The meeting began at {other}:30 {half}",
            )
            yield Case(
                "hour and minute",
                f"大会{word}{zh}时二十分开始。",
                f"The meeting began at {hour}:20 {half}",
                f"The meeting began at {hour}:40 {half}",
            )


def lists() -> Iterator[Case]:
    yield Case(
        "list of numbers", "一、三、五区受灾。", "Districts 1, 3 and 5 were hit.", "Districts 1, 3 and 8 were hit."
    )
    yield Case("two days", "二十五、六两日下雨。", "It rained on the 25th and 26th.", "It rained on the 25th and 28th.")
    yield Case("two months", "五、六两月下雨。", "It rained in May and June.", "It rained in May and July.")
    yield Case("score", "我队以三比一获胜。", "Our team won 3 to 1.", "Our team won 3 to 2.")
    yield Case("score", "我队以三比一获胜。", "Our team won 3-1.", "Our team won 5-1.")
    yield Case("ratio", "比例是一比五十。", "The proportion is 1:50.", "The proportion is 1:80.")
    yield Case("one in", "五分之一的人得奖。", "One in five won a prize.", "One in eight won a prize.")
    yield Case("per", "每亩产四百斤。", "The yield is 400 jin per mu.", "The yield is 700 jin per mu.")
    yield Case("negative", "气温零下二十度。", "It was 20 degrees below zero.", "It was 40 degrees below zero.")
    yield Case("negative", "气温零下二十度。", "It was minus 20 degrees.", "It was minus 40 degrees.")
    yield Case("decade", "在五十年代修建。", "It was built in the 1950s.", "It was built in the 1930s.")
    yield Case("century", "在十九世纪修建。", "It was built in the 19th century.", "It was built in the 17th century.")
    yield Case(
        "century",
        "在十九世纪修建。",
        "It was built in the nineteenth century.",
        "It was built in the seventeenth century.",
    )
    yield Case("age", "他今年三十五岁。", "He is 35 years old.", "He is 53 years old.")
    yield Case("age", "一个三十五岁的工人。", "A 35-year-old worker.", "A 53-year-old worker.")
    yield Case("days", "三天内完成。", "It was done within three days.", "It was done within nine days.")
    yield Case("days", "五日后完成。", "It was done five days later.", "It was done nine days later.")
    for at, (zh, en) in enumerate(
        (("初", "early"), ("中旬", "mid-"), ("底", "late"), ("上旬", "early"), ("下旬", "late"))
    ):
        glue = "" if en.endswith("-") else " "
        yield Case(
            "part of a month",
            f"他们在五月{zh}动工。",
            f"They began to build in {en}{glue}May.",
            f"They began to build in {'late' if at != 2 and en != 'late' else 'early'} May.",
        )
    for zh, en, wrong in (("上半年", "first half", "second half"), ("下半年", "second half", "first half")):
        yield Case(
            "half-year",
            f"一九五七年{zh}的产量很高。",
            f"Output was high in the {en} of 1957.",
            f"Output was high in the {wrong} of 1957.",
        )
    for zh, en, wrong in (
        ("春", "spring", "autumn"),
        ("夏", "summer", "winter"),
        ("秋", "autumn", "spring"),
        ("冬", "winter", "summer"),
    ):
        yield Case(
            "season",
            f"一九五七年{zh}，他们动工了。",
            f"In the {en} of 1957 they began to build.",
            f"In the {wrong} of 1957 they began to build.",
        )
        yield Case(
            "season of a year",
            f"今{zh}，他们动工了。",
            f"This {en} they began to build.",
            f"This {wrong} they began to build.",
        )


NUMBERS: Sequence[tuple[str, str]] = (
    ("{}人", "{} people"),
    ("{}吨煤", "{} tons of coal"),
    ("{}亩地", "{} mu of land"),
    ("{}多人", "more than {} people"),
    ("约{}斤粮食", "about {} jin of grain"),
    ("{}个", "{} of them"),
    ("{}元", "{} yuan"),
    ("近{}户", "nearly {} households"),
)


def numerals() -> Iterator[Case]:
    """Every form of one language against every form of the other, at every size."""
    pairs = itertools.product(n.CHINESE.items(), n.ENGLISH.items(), VALUES, enumerate(NUMBERS))
    for (name, write), (other, say), value, (at, (zh, en)) in pairs:
        if "多" in zh and name in {"commas", "full width", "positional"}:
            continue
        kind = f"{name} against {other}, {zh.format('')}"
        number = value if "多" not in zh or not str(value)[1:].strip("0") else value // 10**3 * 10**3 or 80
        yield framed(
            kind, at + value % 5, zh.format(write(number)), en.format(say(number)), en.format(say(changed(number)))
        )


CONSTRUCTS: tuple[Callable[[], Iterator[Case]], ...] = (
    numerals, measures, classifiers, approximators, dates, months, weekdays, years, relatives, percents, fractions,
    multiples, ordinals, ranges, money, parts, clock, lists,
)  # fmt: skip


# ---------------------------------------------------------------- what the check says


def findings(zh: str, en: str, date: str = "1958-10-13") -> list[Finding]:
    """Findings of warning and above of an article of these bodies."""
    article = parse(Source.decode("a.md", article_bytes({"zh": zh, "en": en, "date": date})))
    return [one for one in check_article(article, SETTINGS) if one.severity >= Severity.WARNING]


def complaint(case: Case) -> str:
    """What is wrong with how a case is judged; '' where nothing is."""
    said = findings(case.zh, case.en)
    if said:
        return "false alarm: " + "; ".join(f"{one.rule} {one.message}" for one in said)
    if case.wrong:
        said = findings(case.zh, case.wrong)
        if not said:
            return f"missed: {case.wrong}"
        if len(said) > 1:
            return f"{len(said)} findings: {case.wrong}: " + "; ".join(f"{one.rule} {one.message}" for one in said)
    return ""


GAPS = Path(__file__).with_name("crossing_gaps.txt")
"""Cases that are judged wrongly, one a line; `python tests/quantities/crossing.py` writes it anew."""


def gaps() -> frozenset[str]:
    return frozenset(GAPS.read_text(encoding="utf-8").splitlines())


def main() -> None:
    """Cross all there is, write the cases that fail, and say why they do."""
    failing = []
    for make in CONSTRUCTS:
        for case in make():
            why = complaint(case)
            if why:
                failing.append(case.id)
                sys.stdout.write(f"{case.id}\n    {why}\n")
    GAPS.write_text("".join(f"{name}\n" for name in failing), encoding="utf-8")


if __name__ == "__main__":
    main()
