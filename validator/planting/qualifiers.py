"""Slips in what stands beside a value: units, approximators, numbers left out and put in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.regex import regex
from duizhao.validator.planting.numerals import in_words, titled
from duizhao.validator.planting.place import Edit, PlantingPlace
from duizhao.validator.quantities.lexicon import words
from duizhao.validator.quantities.model import COUNTS, Approx, Kind

_UNITS = {
    ("jin", "jin"): (("kilogram", "kilograms"), ("dan", "dan")),
    ("catty", "catties"): (("kilogram", "kilograms"), ("tael", "taels")),
    ("kilogram", "kilograms"): (("jin", "jin"), ("ton", "tons")),
    ("ton", "tons"): (("kilogram", "kilograms"), ("jin", "jin")),
    ("dan", "dan"): (("jin", "jin"), ("dou", "dou")),
    ("picul", "piculs"): (("catty", "catties"),),
    ("liang", "liang"): (("jin", "jin"),),
    ("tael", "taels"): (("catty", "catties"),),
    ("shi", "shi"): (("dou", "dou"),),
    ("dou", "dou"): (("sheng", "sheng"), ("jin", "jin")),
    ("sheng", "sheng"): (("dou", "dou"),),
    ("mu", "mu"): (("hectare", "hectares"), ("acre", "acres")),
    ("hectare", "hectares"): (("mu", "mu"),),
    ("acre", "acres"): (("hectare", "hectares"),),
    ("li", "li"): (("kilometer", "kilometers"), ("mile", "miles")),
    ("kilometer", "kilometers"): (("li", "li"), ("meter", "meters")),
    ("mile", "miles"): (("kilometer", "kilometers"),),
    ("meter", "meters"): (("foot", "feet"), ("kilometer", "kilometers")),
    ("foot", "feet"): (("meter", "meters"),),
    ("chi", "chi"): (("meter", "meters"), ("zhang", "zhang")),
    ("zhang", "zhang"): (("chi", "chi"),),
    ("inch", "inches"): (("centimeter", "centimeters"),),
    ("centimeter", "centimeters"): (("millimeter", "millimeters"), ("meter", "meters")),
    ("millimeter", "millimeters"): (("centimeter", "centimeters"),),
    ("yuan", "yuan"): (("dollar", "dollars"), ("jiao", "jiao")),
    ("dollar", "dollars"): (("yuan", "yuan"),),
    ("pound", "pounds"): (("kilogram", "kilograms"), ("dollar", "dollars")),
    ("kilowatt", "kilowatts"): (("megawatt", "megawatts"),),
    ("second", "seconds"): (("minute", "minutes"),),
    ("minute", "minutes"): (("hour", "hours"),),
    ("hour", "hours"): (("day", "days"), ("minute", "minutes")),
    ("day", "days"): (("month", "months"), ("week", "weeks")),
    ("week", "weeks"): (("day", "days"), ("month", "months")),
    ("month", "months"): (("year", "years"), ("week", "weeks")),
    ("year", "years"): (("month", "months"),),
}
"""Units, one and many, with those that they are taken for."""
_SWAPS = {pair[many]: tuple(other[many] for other in others) for pair, others in _UNITS.items() for many in (0, 1)}


def unit(place: PlantingPlace) -> Iterator[Edit]:
    """Another unit."""
    numeral = place.numeral
    if numeral is None or place.en.kind is not Kind.MEASURE or place.zh.kind is not Kind.MEASURE:
        return
    word = re.match(r"[ -]([A-Za-z]+)", place.text[numeral.end : place.en.end])
    if word is None or re.match(r" (?:and|per|old|of age)\b|[-/]", place.rest):
        return
    start, end = numeral.end + word.start(1), numeral.end + word.end(1)
    for other in _SWAPS.get(word[1].lower(), ()):
        yield Edit(start, end, other.capitalize() if word[1][0].isupper() else other)


# ---------------------------------------------------------------- approximators

_TURNED = {
    "over": ("under", "nearly"),
    "more than": ("less than", "nearly"),
    "nearly": ("over", "more than"),
    "almost": ("more than",),
    "less than": ("more than",),
    "fewer than": ("more than",),
    "under": ("over",),
    "at least": ("at most",),
    "at most": ("at least",),
}
_WEAKENED = ("about", "approximately", "around", "some", "roughly")
_HEAD = regex(rf"({'|'.join((*_TURNED, *_WEAKENED))}) ", re.IGNORECASE)
_BOUNDS = (Approx.OVER, Approx.UNDER, Approx.AT_LEAST, Approx.AT_MOST)
_ADDED = ("about", "over", "nearly", "more than")
_NOT_BEFORE_ADDED = frozenset(
    words(
        "a an the these those this that all first last next other another every each per exactly only number no no. "
        "numbers chapter page article or and than to times by from between his her its our their my aged grade"
    )
)
_TIED = frozenset(words("well just slightly far not no only still yet for"))
"""Words that go with an approximator, and cannot stay without it."""


def approx_lost(place: PlantingPlace) -> Iterator[Edit]:
    """An approximator left out."""
    numeral, word = place.numeral, _approximator(place)
    if numeral and word and place.zh.approx is not Approx.NONE and not (place.zh.soft or place.en.soft):
        yield Edit(place.en.start, numeral.end, _as_head(numeral.text, word))


def approx_reversed(place: PlantingPlace) -> Iterator[Edit]:
    """More became less, or less more."""
    numeral, word = place.numeral, _approximator(place)
    if numeral and word and place.zh.approx in _BOUNDS and not (place.zh.soft or place.en.soft):
        for other in _TURNED.get(word.lower(), ()):
            head = titled(other) if place.title else _as_head(other, word)
            yield Edit(place.en.start, numeral.end, f"{head} {numeral.text}")


def approx_added(place: PlantingPlace) -> Iterator[Edit]:
    """An exact number became an approximate one."""
    numeral = place.numeral
    exact = place.zh.approx is place.en.approx is Approx.NONE and place.zh.low == place.zh.high
    if numeral is None or not exact or place.zh.soft or place.en.kind not in (*COUNTS, Kind.PERCENT):
        return
    if numeral.value < 10 or numeral.start != place.en.start or not _free(place, numeral.start):
        return
    opens = place.opens(numeral.start)
    text = numeral.text if numeral.figures or place.title else numeral.text.lower()
    for word in _ADDED:
        head = titled(word) if place.title else _as_head(word, "A") if opens else word
        yield Edit(numeral.start, numeral.end, f"{head} {text}")


def _free(place: PlantingPlace, start: int) -> bool:
    """Whether an approximator may come in there: after a blank, and after no word that wants an exact number."""
    blank = start == place.region[0] or place.text[start - 1].isspace()
    return blank and place.word_before(start) not in _NOT_BEFORE_ADDED


def _approximator(place: PlantingPlace) -> str:
    """The words that qualify the numeral, where it follows them at once, '' otherwise."""
    numeral, head = place.numeral, _HEAD.match(place.words)
    if numeral is None or head is None or place.en.start + head.end() != numeral.start:
        return ""
    return "" if place.word_before(place.en.start) in _TIED else head[1]


def _as_head(text: str, like: str) -> str:
    return text[0].upper() + text[1:] if like[0].isupper() else text


# ---------------------------------------------------------------- left out, put in

_NO_NOUN = frozenset(
    words(
        "of and or in to per at from by with for on the a an were was is are had have has percent times more less "
        "fewer other long high wide deep old thick tall away ago later years year each out that who which but as than "
        "minutes hours days months o'clock did do does came went will would can could"
    )
)
_WANTS_NUMBER = frozenset(
    words(
        "a an total by to from per every each aged another than nearly age number between or times "
        "about over only with as one two three these those same other last next first past"
    )
)
_OF = regex(r" of (?!(?:the|their|his|her|its|our|my|this|that|these|those|which|it|them)\b)(?=[a-z])")
_NOUN = regex(r" (?=([a-z]+))")


def number_dropped(place: PlantingPlace) -> Iterator[Edit]:
    """A number left out; in a title that is no fault."""
    if place.title or place.numeral is None or place.en.kind not in COUNTS or place.numeral.value < 2:
        return
    start = place.en.start
    if place.zh.weak or place.en.weak or place.word_before(start) in _WANTS_NUMBER or not _stands_free(place, start):
        return
    noun = (_OF if place.en.kind is Kind.MEASURE else _NOUN).match(place.rest)
    if noun is None or (place.en.kind is Kind.CARDINAL and noun[1] in _NO_NOUN):
        return
    end = place.en.end + noun.end()
    yield Edit(start, end + 1, place.text[end].upper()) if place.opens(start) else Edit(start, end, "")


def _stands_free(place: PlantingPlace, start: int) -> bool:
    return place.opens(start) or (place.text[start - 1] == " " and place.word_before(start) != "")


_PHRASES = ("in {} places", "in {} villages", "for {} people", "from {} units")
# Neither round nor small, as counts are; those that the article has are passed over (`taken`).
_INVENTED = (14, 17, 23, 26, 37, 43, 58, 64, 76, 87)
_STOP = regex(r"(?<=[a-z]{3})(?=[.;](?:\s|$))")


def number_added(place: PlantingPlace) -> Iterator[Edit]:
    """A number put in that the original has nowhere."""
    numeral = place.numeral
    if numeral is None or place.en.kind not in COUNTS:
        return
    at = _end_of_clause(place)
    for number in _INVENTED if at else ():
        if number not in place.taken:
            for phrase in _PHRASES:
                words_added = phrase.format(number if numeral.figures else in_words(number))
                yield Edit(at, at, " " + (titled(words_added) if place.title else words_added))


def _end_of_clause(place: PlantingPlace) -> int:
    """Where the clause with the expression ends, 0 where that is not plain to see."""
    if place.title:
        end = place.region[1]
        return end if place.text[end - 1].isalpha() else 0
    found = _STOP.search(place.rest)
    return place.en.end + found.start() if found else 0
