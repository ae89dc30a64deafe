"""English words that are a number by themselves: half, double, fourfold, twice, the fifties, both."""

from __future__ import annotations

from duizhao.validator.quantities import en_words as w
from duizhao.validator.quantities.en_amount import amount, counter_at
from duizhao.validator.quantities.en_context import approx_before
from duizhao.validator.quantities.en_measure import half_of_unit, unit_at
from duizhao.validator.quantities.en_numeral import numeral
from duizhao.validator.quantities.en_ordinal import decade
from duizhao.validator.quantities.en_page import Page
from duizhao.validator.quantities.en_value import Shape
from duizhao.validator.quantities.model import Approx, Form, Kind, Relation


def half(page: Page, word: str, start: int, end: int) -> int:
    """Half: a share, half a day, half a million; nothing in half-hearted, half past two, the southern half."""
    low = page.low
    previous = low[max(0, start - 10) : start].split()
    if (previous and previous[-1] in w.HALVES) or low.startswith(" past ", end):
        return end
    number = numeral(low, start)
    if number is None or number.shape is not Shape.FRACTION:
        return amount(page, start, number) if number else end
    unit = half_of_unit(low, end)
    if unit is None:
        return end if low[end] == "-" and not low.startswith("-dozen", end) else amount(page, start, number)
    approx, begin = approx_before(low, page.floor, start)
    value = number.low * unit.factor
    if word == "half" and low.startswith("-dozen", end):
        return end
    return page.put(begin, unit.end, Kind.MEASURE, value, None, approx, unit.code, form=Form.IMPLIED)


def article(page: Page, word: str, start: int, end: int) -> int:
    """A hundred, a third of, a few, a year, a ton."""
    tail = word.partition(" ")[2]
    if tail == "half":
        return half(page, word, start, end)
    number = numeral(page.low, start)
    if number is not None:
        return amount(page, start, number)
    return _one_unit(page, start, end) if tail in w.PER else end - len(tail) - 1


def _one_unit(page: Page, start: int, end: int) -> int:
    """A year is one year; nothing in four times a month, yuan a ton, where it means each."""
    low = page.low
    hit = unit_at(low, low.index(" ", start), figures=False)
    before = low[max(0, start - 12) : start].split()
    if (
        hit is None
        or (page.found and start - page.floor < 2)
        or (before and before[-1] in ("times", "yuan", "tons", "once"))
    ):
        return end
    approx, begin = approx_before(low, page.floor, start)
    weak = approx is Approx.NONE
    return page.put(begin, hit.end, Kind.MEASURE, hit.factor, None, approx, hit.code, form=Form.IMPLIED, weak=weak)


_PLAIN_FACTORS = frozenset({"double", "triple", "treble", "quadruple"})


def factor(page: Page, word: str, start: int, end: int) -> int:
    """Double, trebled: a factor; weak before a noun (a double shift)."""
    low = page.low
    approx, begin = approx_before(low, page.floor, start)
    behind = low[end : end + 12].split()
    base = low[end] == " " and bool(behind) and behind[0] in w.BASE
    plain = word in _PLAIN_FACTORS
    link = Relation.TIMES_OF if base and plain else Relation.INCREASE_TO
    before = low[max(0, start - 12) : start].split()
    verbal = bool(before) and before[-1] in w.AUXILIARY
    weak = plain and not base and not verbal
    value = w.FACTORS[word]
    return page.put(begin, end, Kind.MULTIPLE, value, None, approx, form=Form.IMPLIED, relation=link, weak=weak)


def fold(page: Page, word: str, start: int, end: int) -> int:
    """Fourfold: English that may mean either factor, unless by stands before it."""
    approx, begin = approx_before(page.low, page.floor, start)
    link = Relation.INCREASE_BY if page.low.endswith("by ", 0, begin) else Relation.FOLD
    return page.put(begin, end, Kind.MULTIPLE, w.FOLDS[word], None, approx, "", "fold", Form.WORDS, link)


def times(page: Page, word: str, start: int, end: int) -> int:
    """Once, twice, thrice: a count of times, or a factor (twice as much)."""
    low, value = page.low, w.TIMES[word]
    approx, begin = approx_before(low, page.floor, start)
    behind = low[end : end + 12].split()
    if value > 1 and low[end] == " " and behind and behind[0] in w.BASE:
        return page.put(begin, end, Kind.MULTIPLE, value, None, approx, "", "times", Form.WORDS, Relation.TIMES_OF)
    return page.put(begin, end, Kind.CARDINAL, value, None, approx, "", "times", Form.WORDS, weak=value == 1)


def decades(page: Page, word: str, start: int, end: int) -> int:
    """The fifties; people in their seventies and eighties."""
    return decade(page, start, end, w.DECADES[word], Form.WORDS)


def anniversary(page: Page, word: str, start: int, end: int) -> int:
    """The centenary of the Party, the second centennial objective."""
    years = w.ANNIVERSARIES[word]
    return page.put(start, end, Kind.MEASURE, years, None, Approx.NONE, "year", form=Form.IMPLIED, weak=True)


def adverb(page: Page, word: str, start: int, end: int) -> int:
    """Firstly, secondly."""
    return page.put(start, end, Kind.ORDINAL, w.ADVERBS[word], form=Form.WORDS, weak=True)


def pair(page: Page, word: str, start: int, end: int) -> int:
    """Both, a couple of, a pair of."""
    low = page.low
    if word != "both":
        if not low.startswith(" of ", end):
            return end
        end += 3
    word = counter_at(low, end)
    return page.put(start, end, Kind.CARDINAL, w.PAIRS["both"], counter=word, form=Form.IMPLIED, weak=True)
