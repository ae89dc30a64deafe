"""Every numeric expression of an English text, in one pass from left to right."""

from __future__ import annotations

import re
from collections.abc import Callable

from duizhao.validator.quantities import en_dates as dates
from duizhao.validator.quantities.en_amount import amount, counter_at
from duizhao.validator.quantities.en_context import PHRASES, approx_before, idiom
from duizhao.validator.quantities.en_figure import figure_at, money_at, ordinal
from duizhao.validator.quantities.en_measure import half_of_unit, unit_at
from duizhao.validator.quantities.en_numeral import Numeral, Shape, numeral
from duizhao.validator.quantities.en_page import Page
from duizhao.validator.quantities.en_scan import (
    ADVERBS,
    CANDIDATE,
    DECADES,
    FACTORS,
    FOLDS,
    HEADS,
    IMPLIED,
    PER,
    SEASONED,
    TIMES,
)
from duizhao.validator.quantities.model import DateParts, Form, Kind, Quantity, Relation

Handler = Callable[[Page, str, int, int], int]


def read(text: str, start: int = 0, end: int | None = None, *, year: int | None = None) -> list[Quantity]:
    """Every numeric expression of text[start:end], in order and without overlap; offsets are those of `text`.

    `year` is the year of the issue, None where unknown: it decides how many liang made a jin.
    Never raises: what cannot be read as a number is left out.
    """
    page = Page(text[start:end], start, year)
    low, search = page.low, CANDIDATE.search
    stop = len(low) - 1
    pos = 0
    while match := search(low, pos, stop):
        here = match.start()
        char = low[here]
        word = match["word"]
        if word:
            pos = _word_at(page, word, here + 1, match.end())
        elif char.isdigit():
            pos = figure_at(page, here)
        elif char in "$£€¥":
            pos = money_at(page, here)
        elif char in "×□":
            pos = _masked(page, here)
        else:
            number = numeral(low, here)
            pos = amount(page, here, number) if number else here + 1
        pos = max(pos, here + 1)
    return page.found


_MASK = re.compile(r"[×□]+")


def _masked(page: Page, pos: int) -> int:
    """×× and □□: digits lost or withheld.  One × alone is a multiplication sign."""
    match = _MASK.match(page.low, pos)
    end = match.end() if match else pos + 1
    if end - pos == 1 and page.low[pos] == "×":
        return end
    return page.simple(pos, end, Kind.UNKNOWN, 0)


def _word_at(page: Page, word: str, start: int, end: int) -> int:
    if word in PHRASES and (stop := idiom(page.low, word, start, end)):
        return stop
    handler = _HANDLERS.get(word)
    if handler is None:
        return _roman(page, word, start, end)
    return handler(page, word, start, end)


def _number(page: Page, word: str, start: int, end: int) -> int:
    """A numeral in words: cardinal, ordinal, fraction, year, hour."""
    low = page.low
    number = numeral(low, start)
    if number is None:
        return end
    if number.shape is Shape.ORDINAL:
        return _ordinal(page, start, number)
    if number.shape is Shape.YEAR:
        return page.date(dates.DateHit(start, number.end, DateParts(year=int(number.low)), Form.WORDS))
    if low[number.end] == " " and number.low.denominator == 1:
        hit = dates.spoken_clock(page.text, low, start, number.end, int(number.low))
        if hit:
            return page.date(hit)
    return amount(page, start, number)


def _ordinal(page: Page, start: int, number: Numeral) -> int:
    low, text, end = page.low, page.text, number.end
    value = int(number.low)
    if value < 3 and (hit := dates.half_period(low, start, end, first=value == 1)):
        return page.date(hit)
    title = text[start].isupper() and text[end] == " " and text[end + 1].isupper()
    weak = not title and (value == 1 or low[end] == "," or low.endswith("a ", 0, start))
    return ordinal(page, start, end, value, Form.WORDS, weak=weak)


_AWAY = re.compile(
    r"(?:southern|northern|eastern|western|upper|lower|first|second|latter|better|left|right|front|back|rear|far|near) $"
)
_PAST = re.compile(r" past (?:[0-9]|[a-z])")


def _half(page: Page, word: str, start: int, end: int) -> int:
    """Half: a share, half a day, half a million; nothing in half-hearted or the southern half."""
    low = page.low
    if _AWAY.search(low, max(0, start - 10), start) or _PAST.match(low, end):
        return end
    unit = half_of_unit(low, end)
    if unit:
        approx, begin = approx_before(low, page.floor, start)
        value = numeral(low, start)
        half = value.low if value and value.shape is Shape.FRACTION else 0
        if half:
            return page.add(
                Quantity(
                    begin,
                    unit.end,
                    Kind.MEASURE,
                    half * unit.factor,
                    half * unit.factor,
                    approx,
                    unit.code,
                    form=Form.IMPLIED,
                )
            )
    if low[end] == "-" and not low.startswith("-dozen", end):
        return end
    return _number(page, word, start, end)


def _article(page: Page, word: str, start: int, end: int) -> int:
    """A hundred, a third of, a few, a year, a ton."""
    low = page.low
    tail = word.partition(" ")[2]
    if tail == "half":
        return _half(page, word, start, end)
    if tail in PER:
        return _one_unit(page, start, end)
    number = numeral(low, start)
    if number is None:
        return (
            end if tail not in ("third", "fifth", "tenth") else _number(page, tail, start + len(word) - len(tail), end)
        )
    return amount(page, start, number)


def _one_unit(page: Page, start: int, end: int) -> int:
    """A year is one year; nothing in four times a month, yuan a ton, where it means each."""
    low = page.low
    hit = unit_at(low, low.index(" ", start), figures=False)
    last = page.found[-1].end - page.shift if page.found else 0
    word = low[max(0, start - 12) : start].split(None)[-1:]
    if hit is None or start - last < 2 or word in (["times"], ["yuan"], ["tons"]):
        return end
    return page.add(
        Quantity(start, hit.end, Kind.MEASURE, hit.factor, hit.factor, unit=hit.code, form=Form.IMPLIED, weak=True)
    )


def _month(page: Page, word: str, start: int, end: int) -> int:
    if not dates.is_month(page.text, page.low, start, end):
        return end
    hits = dates.month_date(page.low, page.floor, start, end, dates.MONTHS[word])
    named = page.low.startswith((" movement", '" movement', " incident", '" incident', " festival"), hits[-1].end)
    for hit in hits:
        end = page.date(hit._replace(weak=named))
    return end


def _weekday(page: Page, word: str, start: int, end: int) -> int:
    if not page.text[start].isupper():
        return end
    return page.date(dates.DateHit(start, end, DateParts(weekday=dates.WEEKDAYS[word]), Form.IMPLIED))


def _relative(page: Page, word: str, start: int, end: int) -> int:
    return page.date(dates.relative(page.low, page.floor, start, word))


def _season(page: Page, word: str, start: int, end: int) -> int:
    which, _, season = word.partition(" ")
    parts = DateParts(relative=f"{which}-year", span=season)
    return page.date(dates.DateHit(start, end, parts, Form.IMPLIED, weak=which == "last"))


def _hour(page: Page, word: str, start: int, end: int) -> int:
    return page.date(dates.DateHit(start, end, DateParts(span=word), Form.IMPLIED, weak=True))


_OF_BASE = re.compile(r" (?:the|that|those|what|of|its|their|his|last|this|as|more)(?![a-z])")
_VERBAL = frozenset(
    [
        "to",
        "will",
        "nearly",
        "almost",
        "than",
        "would",
        "can",
        "should",
        "and",
        "must",
        "could",
        "has",
        "have",
        "had",
        "be",
        "was",
        "were",
        "about",
    ]
)


def _factor(page: Page, word: str, start: int, end: int) -> int:
    """Double, trebled: a factor; weak before a noun (a double shift)."""
    low = page.low
    approx, begin = approx_before(low, page.floor, start)
    base = _OF_BASE.match(low, end)
    link = Relation.TIMES_OF if base and word in ("double", "triple", "treble", "quadruple") else Relation.INCREASE_TO
    previous = low[max(0, start - 12) : start].split(None)[-1:] or [""]
    noun = (
        not base
        and counter_at(low, end)
        and previous[0] not in _VERBAL
        and word in ("double", "triple", "treble", "quadruple")
    )
    value = FACTORS[word]
    return page.add(
        Quantity(begin, end, Kind.MULTIPLE, value, value, approx, form=Form.IMPLIED, relation=link, weak=bool(noun))
    )


def _fold(page: Page, word: str, start: int, end: int) -> int:
    approx, begin = approx_before(page.low, page.floor, start)
    by = page.low.endswith("by ", 0, begin)
    link = Relation.INCREASE_BY if by else Relation.FOLD
    return page.add(
        Quantity(
            begin, end, Kind.MULTIPLE, FOLDS[word], FOLDS[word], approx, counter="fold", form=Form.WORDS, relation=link
        )
    )


def _time(page: Page, word: str, start: int, end: int) -> int:
    """Once, twice, thrice: a count of times, or a factor (twice as much)."""
    value = TIMES[word]
    approx, begin = approx_before(page.low, page.floor, start)
    if value > 1 and _OF_BASE.match(page.low, end):
        return page.add(
            Quantity(
                begin,
                end,
                Kind.MULTIPLE,
                value,
                value,
                approx,
                counter="times",
                form=Form.WORDS,
                relation=Relation.TIMES_OF,
            )
        )
    return page.add(
        Quantity(begin, end, Kind.CARDINAL, value, value, approx, counter="times", form=Form.WORDS, weak=value == 1)
    )


def _decade(page: Page, word: str, start: int, end: int) -> int:
    """The fifties; people in their seventies and eighties."""
    low, value = page.low, DECADES[word]
    near = low[max(0, start - 24) : start]
    aged = any(f"{owner} " in near for owner in ("their", "his", "her", "our", "my")) or "people of" in near
    if aged or value < 30:
        return page.add(Quantity(start, end, Kind.CARDINAL, value, value + 9, counter=word, form=Form.WORDS))
    hit = dates.DateHit(start, end, DateParts(year=1900 + value, span="decade"), Form.WORDS)
    return page.date(hit)


def _adverb(page: Page, word: str, start: int, end: int) -> int:
    return page.simple(start, end, Kind.ORDINAL, ADVERBS[word], Form.WORDS, weak=True)


def _implied(page: Page, word: str, start: int, end: int) -> int:
    value = IMPLIED[word]
    return page.add(
        Quantity(
            start, end, Kind.CARDINAL, value, value, counter=counter_at(page.low, end), form=Form.IMPLIED, weak=True
        )
    )


def _latter(page: Page, word: str, start: int, end: int) -> int:
    hit = dates.half_period(page.low, start, start + 6, first=False)
    return page.date(hit) if hit else end


_ROMAN = {"i": 1, "v": 5, "x": 10}


def _roman(page: Page, word: str, start: int, end: int) -> int:
    """II. at the head of a line; Chapter III, World War II."""
    low = page.low
    if not page.text[start:end].isupper():
        return end
    value = sum(
        -_ROMAN[c] if _ROMAN[c] < _ROMAN.get(n, 0) else _ROMAN[c] for c, n in zip(word, word[1:] + " ", strict=True)
    )
    if low[end] == "." and low[max(0, start - 12) : start].rstrip(" \t")[-1:] in ("\n", ""):
        return page.simple(start, end + 1, Kind.LIST_MARKER, value)
    previous = low[max(0, start - 10) : start].split(None)[-1:]
    if previous and previous[0] in _TITLED and (word != "i" or low[end] in ".,:;\n"):
        return page.simple(start, end, Kind.ORDINAL, value)
    return end


_TITLED = frozenset(
    [
        "chapter",
        "part",
        "volume",
        "section",
        "article",
        "book",
        "war",
        "class",
        "type",
        "phase",
        "stage",
        "act",
        "grade",
        "mark",
    ]
)


def _handlers() -> dict[str, Handler]:
    table: dict[str, Handler] = dict.fromkeys(HEADS, _number)
    for words, handler in (
        (dates.MONTHS, _month),
        (dates.WEEKDAYS, _weekday),
        (dates.RELATIVE_HEADS, _relative),
        (SEASONED, _season),
        (FACTORS, _factor),
        (FOLDS, _fold),
        (TIMES, _time),
        (DECADES, _decade),
        (ADVERBS, _adverb),
        (IMPLIED, _implied),
        (("noon", "midnight"), _hour),
        (("half",), _half),
        (("latter half",), _latter),
        ([head for head in HEADS if head.startswith(("a ", "an "))], _article),
    ):
        table.update(dict.fromkeys(words, handler))
    return table


_HANDLERS = _handlers()
