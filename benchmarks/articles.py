"""Articles whose two halves say the same, or differ in one number that is told.

Deterministic: the same seed and index give the same bytes on every machine and Python.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

import numerals
import vocabulary

_SLOT = re.compile(r"\{(\w+?)(\d?)(?::(\w+))?\}")
_FORMS = ("paragraph", "indent")
_LONG = range(8, 31)  # sentences: as real articles have
_SHORT = range(2, 5)  # as short notices have
_SPELLINGS: tuple[Callable[[int], str], ...] = (numerals.place_value, str)
_YEARS: tuple[Callable[[int], str], ...] = (numerals.positional, str)


class Pair(NamedTuple):
    """The same in both languages."""

    zh: str
    en: str


class Planted(NamedTuple):
    """A number error: a line of a gold file."""

    kind: str
    zh: str
    en: str


class Made(NamedTuple):
    """A generated article file."""

    name: str
    data: bytes
    planted: Planted | None


class _Quantity(NamedTuple):
    """What was put into a slot, and how it would read with another value."""

    pair: Pair
    value: int
    again: Callable[[int], str] | None
    """The English with another value."""


class _Writer:
    """Fills the slots of one article."""

    def __init__(self, random: Random, year: int) -> None:
        self.random = random
        self.year = year
        self.place = self._county()
        self.crop = random.choice(vocabulary.CROPS)
        self.goods = random.choice(vocabulary.GOODS)
        self.name = _person(random)
        self.quantities: list[_Quantity] = []

    def _county(self) -> Pair:
        first, second = self.random.sample(vocabulary.SYLLABLES, 2)
        return Pair(first[0] + second[0], (first[1] + second[1]).capitalize())

    def fill(self, zh: str, en: str) -> Pair:
        """Both sides of a sentence, their slots filled with the same things."""
        filled: dict[str, Pair] = {}
        for match in _SLOT.finditer(zh + en):
            key = match[0].lower()
            if key not in filled:
                filled[key] = self._slot(match[1].lower(), match[3] or "")
        chinese = _SLOT.sub(lambda match: filled[match[0].lower()].zh, zh)
        english = _SLOT.sub(lambda match: _cased(match[1], filled[match[0].lower()].en), en)
        return Pair(chinese, english[0].upper() + english[1:])

    def _slot(self, kind: str, argument: str) -> Pair:
        fixed = {"place": self.place, "crop": Pair(*self.crop), "goods": Pair(*self.goods), "name": self.name}
        if kind in fixed:
            return fixed[kind]
        made = getattr(self, f"_{kind}")(argument) if argument else getattr(self, f"_{kind}")()
        quantity = made if isinstance(made, _Quantity) else _Quantity(made, 0, None)
        self.quantities.append(quantity)
        return quantity.pair

    # ------------------------------------------------------------ kinds of slots

    def _value(self, low: int, high: int) -> int:
        """Between low and high, every order of magnitude as likely as the next, often round."""
        value = int(low * (high / low) ** self.random.random())
        digits = len(str(value))
        return max(low, round(value, -self.random.randrange(digits)))

    def _counted(self, low: int, high: int, zh: str, en: str, *, one: str = "") -> _Quantity:
        value = self._value(low, high)
        before, inside, approximator = self._approximator(value)
        chinese = numerals.place_value(value) if inside else numerals.chinese(value, self.random)

        def english(number: int) -> str:
            noun = one if one and number == 1 else en
            return f"{approximator}{numerals.english(number, self.random)} {noun}"

        return _Quantity(Pair(f"{before}{chinese}{inside}{zh}", english(value)), value, english)

    def _approximator(self, value: int) -> tuple[str, str, str]:
        """What stands before and after the Chinese numeral, and before the English one; mostly nothing."""
        if value % 10 or value < 20 or self.random.random() < 0.7:
            return "", "", ""
        return self.random.choice(
            [
                ("", "多", "more than "),
                ("", "余", "over "),
                ("约", "", "about "),
                ("大约", "", "approximately "),
                ("近", "", "nearly "),
                ("不到", "", "less than "),
            ]
        )

    def _measure(self, unit: str) -> _Quantity:
        zh, en, one, low, high = vocabulary.MEASURES[unit]
        return self._counted(low, high, zh, en, one=one)

    def _count(self, noun: str) -> _Quantity:
        zh, en, one = vocabulary.NOUNS[noun]
        return self._counted(3, 4000, zh, en, one=one)

    def _people(self) -> _Quantity:
        return self._counted(12, 400_000, *self.random.choice(vocabulary.PEOPLE))

    def _folk(self) -> _Quantity:
        return self._counted(12, 90_000, *self.random.choice(vocabulary.FOLK))

    def _ordinal(self) -> _Quantity:
        value = self.random.randrange(2, 30)
        style = self.random.choice(_SPELLINGS)
        return _Quantity(Pair(style(value), numerals.ordinal(value)), value, numerals.ordinal)

    def _percent(self) -> _Quantity:
        whole, tenths = self.random.randrange(2, 99), self.random.choice([0, 0, 0, *range(1, 10)])
        chinese = numerals.chinese_decimal(whole, tenths, self.random)
        spoken = "." not in chinese and not chinese.isdigit()
        sign = self.random.choice([" percent", " percent", "%"])

        def english(number: int) -> str:
            return f"{number}.{tenths}{sign}" if tenths else f"{number}{sign}"

        zh = f"百分之{chinese}" if spoken else f"{chinese}{self.random.choice('%％')}"
        return _Quantity(Pair(zh, english(whole)), whole, english)

    def _fraction(self) -> Pair:
        below, above = self.random.choice([(3, 1), (4, 1), (5, 1), (3, 2), (5, 2), (5, 3), (4, 3)])
        name = {3: "third", 4: "quarter", 5: "fifth"}[below] + ("s" if above > 1 else "")
        return Pair(
            f"{numerals.place_value(below)}分之{numerals.place_value(above)}", f"{numerals.words(above)}-{name}"
        )

    def _duration(self) -> _Quantity:
        zh, en, one = self.random.choice(
            [("天", "days", "day"), ("个月", "months", "month"), ("个星期", "weeks", "week")]
        )
        return self._counted(3, 25, zh, en, one=one)

    def _date(self) -> Pair:
        month, day = self.random.randrange(1, 13), self.random.randrange(1, 29)
        style = self.random.choice(_SPELLINGS)
        return Pair(f"{style(month)}月{style(day)}日", f"{vocabulary.MONTHS[month - 1]} {day}")

    def _year(self) -> Pair:
        year = self.random.randrange(1949, self.year)
        style = self.random.choice(_YEARS)
        return Pair(f"{style(year)}年", str(year))


def _cased(kind: str, text: str) -> str:
    return text[0].upper() + text[1:] if kind[0].isupper() else text


def make(seed: int, index: int, *, plant: bool = False, short: bool = False) -> Made:
    """The article of that index.

    Args:
        seed: of the whole collection.
        index: from 0; each is another article.
        plant: whether one number of the English is to be wrong.
        short: whether it is a notice of two to four sentences: what a run does for any article then weighs more.
    """
    random = Random(f"{seed}/{index}")
    year, month, day, page = _issue(random)
    writer = _Writer(random, year)
    headline, title = writer.fill(*random.choice(vocabulary.HEADLINES))
    paragraphs = _body(writer, day, _SHORT if short else _LONG)
    planted, paragraphs = _plant(writer, paragraphs) if plant else (None, paragraphs)
    author = _person(random) if random.random() < 0.3 else Pair("", "")
    date = f"{year}-{month:02d}-{day:02d}"
    text = _file(random, date, page, Pair(headline, title), author, paragraphs)
    return Made(f"{year}.{month:02d}/{date}_{headline.split()[0]}_{index}.md", text.encode(), planted)


def _issue(random: Random) -> tuple[int, int, int, int]:
    return random.randrange(1951, 1961), random.randrange(1, 13), random.randrange(1, 29), random.randrange(1, 9)


def _body(writer: _Writer, day: int, length: range) -> list[Pair]:
    """A dateline and so many sentences, two to four of them a paragraph."""
    random = writer.random
    sentences = [writer.fill(*pair) for pair in random.sample(vocabulary.SENTENCES, k=random.choice(length))]
    zh, en = random.choice(vocabulary.DATELINES)
    dated = Pair(zh.replace("{day}", str(day)), en.replace("{dayth}", numerals.ordinal(day)))
    opening = writer.fill(*dated)
    sentences[0] = Pair(opening.zh + sentences[0].zh, opening.en + sentences[0].en)
    paragraphs = []
    while sentences:
        size = random.randrange(2, 5)
        paragraphs.append(Pair("".join(s.zh for s in sentences[:size]), " ".join(s.en for s in sentences[:size])))
        sentences = sentences[size:]
    return paragraphs


def _person(random: Random) -> Pair:
    surname, given = random.choice(vocabulary.SURNAMES), random.sample(vocabulary.GIVEN, random.randrange(1, 3))
    return Pair(
        surname[0] + "".join(part[0] for part in given),
        f"{surname[1]} {''.join(part[1] for part in given).capitalize()}",
    )


def _file(random: Random, date: str, page: int, title: Pair, author: Pair, paragraphs: list[Pair]) -> str:
    """The file, in one of the layouts that are met with."""
    blank = random.choice(["", "", "", "\n"])
    english = f"Title: {title.en}\n{blank}Author: {author.en}".rstrip(" ") + f"\n{blank}Date: {date}\nPage: {page}\n"
    if random.choice(_FORMS) == "paragraph":
        english += "".join(f"\n{pair.en}\n" for pair in paragraphs)
    else:
        english += "\n" + "".join(f"    {pair.en}\n" for pair in paragraphs)
    indent = random.choice(["    ", "    ", "　　"])
    deck = title.zh.split("  ") if random.random() < 0.4 else []
    chinese = f"### {title.zh}\n{author.zh}\n{date}\n第{page}版()\n专栏：\n\n"
    chinese += "".join(f"{indent}{line}\n" for line in [*deck, *(pair.zh for pair in paragraphs)])
    return f"{english}\n\n\n<hr /> \n\nOriginal: \n\n\n{chinese}"


# ---------------------------------------------------------------- planted errors


def _plant(writer: _Writer, paragraphs: list[Pair]) -> tuple[Planted | None, list[Pair]]:
    """Make one number of the English wrong, one that stands there once."""
    english = "\n".join(pair.en for pair in paragraphs)
    fit = [q for q in writer.quantities if q.again and q.value >= 12 and english.count(q.pair.en) == 1]
    if not fit:
        return None, paragraphs
    quantity = writer.random.choice(fit)
    kind, value = _wrong(quantity.value, writer.random)
    wrong = quantity.again(value) if quantity.again else ""
    changed = [Pair(pair.zh, pair.en.replace(quantity.pair.en, wrong)) for pair in paragraphs]
    return Planted(kind, quantity.pair.zh, wrong), changed


def _wrong(value: int, random: Random) -> tuple[str, int]:
    """Another value, as translations get it wrong."""
    digits = str(value)
    ways = [("number-value", value + int(f"1{'0' * (len(digits) - 1)}"))]
    if digits[0] != digits[1] and digits[1] != "0":
        ways.append(("number-value", int(digits[1] + digits[0] + digits[2:])))
    if value >= 100:
        ways.append(("number-scale", value * 10))
        ways += [("number-scale", value // 10)] if value % 10 == 0 else []
    return random.choice(ways)
