"""Every numeric expression of an English text, in one pass from left to right."""

from __future__ import annotations

import re
from collections.abc import Callable

from duizhao.validator.quantities import en_clock, en_dates, en_factor
from duizhao.validator.quantities import en_words as w
from duizhao.validator.quantities.en_amount import amount
from duizhao.validator.quantities.en_context import PHRASES, idiom
from duizhao.validator.quantities.en_figure import figure_at, money_at
from duizhao.validator.quantities.en_numeral import numeral
from duizhao.validator.quantities.en_ordinal import ordinal
from duizhao.validator.quantities.en_page import Page
from duizhao.validator.quantities.en_scan import CANDIDATE
from duizhao.validator.quantities.en_value import Numeral, Shape
from duizhao.validator.quantities.model import DateParts, Form, Kind, Quantity

Handler = Callable[[Page, str, int, int], int]


def read(text: str, start: int = 0, end: int | None = None, *, year: int | None = None) -> list[Quantity]:
    """Every numeric expression of text[start:end], in order and without overlap; offsets are those of `text`.

    `year` is the year of the issue, None where unknown: it decides how many liang made a jin.
    Never raises: what cannot be read as a number is left out.
    """
    page = Page(text[start:end], start, year)
    low, search = page.low, CANDIDATE.search
    pos = 0
    while match := search(low, pos):
        here = match.start()
        word = match[1]
        if word is not None:
            pos = _word_at(page, word, here + 1, match.end())
        elif low[here] <= "9" and low[here] != "$":
            pos = figure_at(page, here)
        else:
            pos = _sign_at(page, here)
    return page.found


_MASK = re.compile(r"[×□]+")


def _sign_at(page: Page, pos: int) -> int:
    """Money signs, ½ and the like, and masks: ×× and □□ are digits lost or withheld, one × is a multiplication."""
    low = page.low
    if low[pos] in "$£€¥":
        return money_at(page, pos)
    mask = _MASK.match(low, pos)
    if mask is None:
        number = numeral(low, pos)
        return amount(page, pos, number) if number else pos + 1
    if mask[0] == "×":
        return mask.end()
    return page.put(pos, mask.end(), Kind.UNKNOWN, 0)


def _word_at(page: Page, word: str, start: int, end: int) -> int:
    if word in PHRASES and (stop := idiom(page.low, word, start, end)):
        return stop
    handler = _HANDLERS.get(word)
    if handler is not None:
        return handler(page, word, start, end)
    if page.text[start].isupper() and page.text[start:end].isupper():
        return _roman(page, word, start, end)
    # The hit may be the beginning of another word or phrase; words behind it have not been looked at yet.
    return start + len(word.partition(" ")[0])


def _number(page: Page, _word: str, start: int, end: int) -> int:
    """A numeral in words: cardinal, ordinal, fraction, year, hour."""
    low = page.low
    number = numeral(low, start)
    if number is None:
        return end
    if number.shape is Shape.ORDINAL:
        return _ordinal(page, start, number)
    if number.shape is Shape.YEAR:
        return page.date(en_dates.DateHit(start, number.end, DateParts(year=int(number.low)), Form.WORDS))
    if low[number.end] == " " and low[number.end + 1] in "oap" and number.low.denominator == 1:
        hit = en_clock.spoken_clock(page.text, low, start, number.end, int(number.low))
        if hit:
            return page.date(hit)
    return amount(page, start, number)


_OPENERS = frozenset(["", ".", "!", "?", ":", ";", '"', "\n", "("])
"""What stands before a word that opens a sentence, where a capital letter tells nothing."""


def _ordinal(page: Page, start: int, number: Numeral) -> int:
    """First is often an adverb or an idle adjective; in a title (First District) it is a number."""
    low, text, end = page.low, page.text, number.end
    value = int(number.low)
    if value < 3 and (hit := en_clock.half_period(low, start, end, first=value == 1)):
        return page.date(hit)
    named = False
    if text[start].isupper():
        opens = low[max(0, start - 3) : start].rstrip(" \t")[-1:] in _OPENERS
        named = not opens or (text[end] == " " and text[end + 1].isupper())
    weak = not named and (value == 1 or low[end] == "," or low.endswith("a ", 0, start))
    return ordinal(page, start, end, value, Form.WORDS, weak=weak)


_NAMED_DAYS = tuple(f"{quote} {name}" for quote in ("", '"') for name in ("movement", "incident", "festival"))


def _month(page: Page, word: str, start: int, end: int) -> int:
    """A month with the days and the year that belong to it; weak in the March 1st Movement."""
    if not en_dates.is_month(page.text, page.low, start, end):
        return end
    hits = en_dates.month_dates(page.low, page.floor, start, end, w.MONTHS[word])
    named = page.low.startswith(_NAMED_DAYS, hits[-1].end)
    for hit in hits:
        end = page.date(hit._replace(weak=named))
    return end


def _weekday(page: Page, word: str, start: int, end: int) -> int:
    if not page.text[start].isupper():
        return end
    return page.date(en_dates.DateHit(start, end, DateParts(weekday=w.WEEKDAYS[word]), Form.IMPLIED))


def _relative(page: Page, word: str, start: int, _end: int) -> int:
    return page.date(en_dates.relative(page.low, page.floor, start, word))


def _previous(page: Page, word: str, start: int, end: int) -> int:
    """The previous year, the preceding month."""
    for what in (" year", " month", " week"):
        if page.low.startswith(what, end) and not page.low[end + len(what)].isalpha():
            return _relative(page, f"{word}{what}", start, end)
    return end


def _season(page: Page, word: str, start: int, end: int) -> int:
    """This spring, last winter."""
    which, _, season = word.partition(" ")
    parts = DateParts(relative=f"{which}-year", span=season)
    return page.date(en_dates.DateHit(start, end, parts, Form.IMPLIED, weak=which != "this"))


_EDGES = {"end": "late", "beginning": "early", "start": "early", "middle": "mid"}


def _edge(page: Page, word: str, start: int, end: int) -> int:
    """The end of the month, the beginning of the year."""
    if not page.low.startswith((" month", " year"), end):
        return start + len(word.partition(" ")[0])
    stop = end + (6 if page.low.startswith(" month", end) else 5)
    parts = DateParts(span=_EDGES[word.partition(" ")[0]])
    return page.date(en_dates.DateHit(start, stop, parts, Form.IMPLIED, weak=True))


def _hour(page: Page, word: str, start: int, end: int) -> int:
    return page.date(en_dates.DateHit(start, end, DateParts(span=word), Form.IMPLIED, weak=True))


def _latter(page: Page, _word: str, start: int, end: int) -> int:
    hit = en_clock.half_period(page.low, start, end, first=False)
    return page.date(hit) if hit else end


_ROMAN = {"i": 1, "v": 5, "x": 10}


def _roman(page: Page, word: str, start: int, end: int) -> int:
    """II. at the head of a line; Chapter III, World War II."""
    low = page.low
    if not set(word) <= set(_ROMAN):
        return end
    value = 0
    for char, after in zip(word, f"{word[1:]} ", strict=True):
        value += -_ROMAN[char] if _ROMAN[char] < _ROMAN.get(after, 0) else _ROMAN[char]
    if low[end] == "." and page.head(start):
        return page.put(start, end + 1, Kind.LIST_MARKER, value)
    before = low[max(0, start - 10) : start].split()
    if before and before[-1] in w.TITLED and (word != "i" or low[end] != " "):
        return page.put(start, end, Kind.ORDINAL, value)
    return end


def _handlers() -> dict[str, Handler]:
    table: dict[str, Handler] = {}
    seasons = [f"{which} {season}" for which in ("this", "last", "next") for season in w.SEASONS]
    for words, handler in (
        ((*w.SMALL, *w.SCALES, *w.PLURALS, *w.ORDINALS, "several"), _number),
        (w.MONTHS, _month),
        (w.WEEKDAYS, _weekday),
        (en_dates.RELATIVE, _relative),
        (("previous", "preceding"), _previous),
        (seasons, _season),
        ([f"{edge} of the" for edge in _EDGES], _edge),
        (("noon", "midnight"), _hour),
        (("latter",), _latter),
        (("half",), en_factor.half),
        ([f"{one} {word}" for one in ("a", "an") for word in w.ARTICLED | w.PER], en_factor.article),
        (w.FACTORS, en_factor.factor),
        (w.FOLDS, en_factor.fold),
        (w.TIMES, en_factor.times),
        (w.DECADES, en_factor.decades),
        (w.ADVERBS, en_factor.adverb),
        (w.ANNIVERSARIES, en_factor.anniversary),
        (w.PAIRS, en_factor.pair),
    ):
        table.update(dict.fromkeys(words, handler))
    return table


_HANDLERS = _handlers()
