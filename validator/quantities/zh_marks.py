"""Numerals that are no quantities: names, list markers, codes, masked digits; and what only figures can be."""

from __future__ import annotations

import re
from fractions import Fraction

from duizhao.validator.quantities.model import Approx, Form, Kind
from duizhao.validator.quantities.units import ZH_UNITS
from duizhao.validator.quantities.zh_counts import measure
from duizhao.validator.quantities.zh_dates import iso
from duizhao.validator.quantities.zh_numeral import RUN, Numeral, parse
from duizhao.validator.quantities.zh_scan import Found, Scan
from duizhao.validator.quantities.zh_times import date_word
from duizhao.validator.quantities.zh_words import NOTHING, NUMERALS, Entry, Follow, Tag, follow

_LATIN_BEFORE = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][-－]?\ ?$")
_LATIN_AFTER = re.compile(r"[-－]?[A-Za-zＡ-Ｚａ-ｚ][A-Za-z0-9]*")
_CLOCK = re.compile(r"[0-2]?[0-9][:：][0-5][0-9](?![0-9:：])")
_SLASHED = re.compile(r"([0-9０-９]{1,4})[/／]([0-9０-９]{1,4})(?![0-9０-９/])")
_DOTTED = re.compile(r"[0-9]++(?:\.[0-9]++){2,}+")
"""Numbers of a catalogue: 424.10.37."""
_GENERATIONS = {f"{decade}{half}" for decade in "567890" for half in "05"}
_MASK = re.compile(r"[×□Ｘ]+")
_OPENING = frozenset('“‘「『"')
_CLOSING = frozenset('”’」』"')
_JOINED = frozenset("·、．")
_CLAUSE_START = frozenset("\n 　。；：:;\t")
MARKER_BEFORE = _OPENING | _CLAUSE_START | frozenset("（(，")
"""Characters before a list marker or a quoted name."""
_FIGURES_BEHIND = frozenset(":：/／-－.后")


def known(scan: Scan, at: int, entry: Entry) -> int:
    """Step over a word of the lexicon; 0 where the numeral goes on past it (一二九 in 一二九师)."""
    end = at - entry.offset + len(entry.word)
    whole = NUMERALS.issuperset(entry.word)
    if whole:
        run = RUN.match(scan.text, at)
        if run is not None and (run.end() > end or follow(scan.text, end)[0] is not NOTHING):
            return 0
    if entry.read == "none":
        return end
    start = at - entry.offset
    if entry.read == "ordinal":
        run = RUN.match(scan.text, at)
        numeral = parse(run[0]) if run else None
        return scan.code(start, end, Kind.ORDINAL, weak=True, value=numeral.low if numeral else 0)
    numeral = parse(entry.word) if whole else None
    return scan.code(start, end, weak=True, value=numeral.low if numeral else 0)


def figures(scan: Scan, run: re.Match[str], numeral: Numeral) -> int:
    """Read what only figures can be: ISO dates, times, 1/3, and codes with letters; 0 where it is a plain number."""
    text, at, end = scan.text, run.start(), run.end()
    first, ahead = run[0][0], text[at - 1]
    if first != "0" and not (text[end].isascii() or text[end] in _FIGURES_BEHIND or ahead.isascii() or ahead == "－"):
        return 0
    if (date := iso(text, at)) is not None:
        return scan.date(at, date.end, date.parts, date.number, date.form)
    if _CLOCK.match(text, at):
        return date_word(scan, at)
    return _with_letters(scan, run, numeral) or _code_of_figures(scan, run, numeral) or _slashed(scan, at)


def _with_letters(scan: Scan, run: re.Match[str], numeral: Numeral) -> int:
    """Read B-52, iPhone14 and 5G as codes, 500ML as a measure; 0 where no letter touches the number."""
    text, at, end = scan.text, run.start(), run.end()
    ahead, behind = text[at - 1], _LATIN_AFTER.match(text, end)
    joined = ahead.isalpha() and ahead.isascii()
    if joined or (ahead in "-－ " and _LATIN_BEFORE.search(text[max(0, at - 3) : at])):
        return scan.code(at, behind.end() if behind else end, value=numeral.low)
    if behind is None or follow(text, end)[0].tag is Tag.UNIT:
        return 0
    unit = ZH_UNITS.get(behind[0].lower() if len(behind[0]) > 1 else behind[0])
    if unit is None:
        return scan.code(at, behind.end(), value=numeral.low)
    return measure(scan, Found(at, end, numeral, Follow(behind[0], Tag.UNIT, unit), behind.end()))


def _code_of_figures(scan: Scan, run: re.Match[str], numeral: Numeral) -> int:
    """Read 424.10.37, 007 and 80后; 0 where the number is none of the kind."""
    text, at, end = scan.text, run.start(), run.end()
    if dotted := _DOTTED.match(text, at):
        return scan.code(at, dotted.end())
    if text[end] == "后" and run[0] in _GENERATIONS:
        return scan.code(at, end + 1, weak=True)
    if run[0][0] == "0" and len(run[0]) > 1 and run[0][1].isdecimal():
        return scan.code(at, end, value=numeral.low)
    return 0


def _slashed(scan: Scan, at: int) -> int:
    """Read 1/3 and 7／8; 0 for what is no proper fraction."""
    slashed = _SLASHED.match(scan.text, at)
    if slashed is None or not 0 < int(slashed[1]) < int(slashed[2]):
        return 0
    exact = Fraction(int(slashed[1]), int(slashed[2]))
    numeral = Numeral(exact, exact, Approx.NONE, Form.DIGITS)
    return scan.put(Found(at, slashed.end(), numeral, NOTHING, slashed.end()), Kind.FRACTION)


def marker(scan: Scan, run: re.Match[str], numeral: Numeral) -> int:
    """Read （一）, １、 at the head of a clause, and “八一” in quotes; 0 where the numeral is none of them."""
    text, at, end = scan.text, run.start(), run.end()
    ahead, behind = text[at - 1], text[end]
    if ahead in "（(" and behind in "）)" and numeral.low < 100:
        return scan.code(at - 1, end + 1, Kind.LIST_MARKER, value=numeral.low)
    if ahead in _OPENING and (quoted := _quoted(text, end)):
        return scan.code(at, quoted, weak=True, value=numeral.low)
    if behind in "、．.）)" and ahead in _CLAUSE_START and numeral.low < 100 and not numeral.approx:
        listed = behind in "、．." and text[end + 1] in "一二三四五六七八九十0123456789"
        if not listed:
            return scan.code(at, end + 1, Kind.LIST_MARKER, value=numeral.low)
    if behind == "是" and run[0] in "一二三四五六" and (ahead == "，" or ahead in _CLAUSE_START):
        return scan.code(at, end, Kind.LIST_MARKER, value=numeral.low)
    return 0


def _quoted(text: str, end: int) -> int:
    """Give where “五一” or “三、一” ends whose first numeral ends at `end`; 0 where more stands in the quotes."""
    if text[end] in _JOINED and (second := RUN.match(text, end + 1)):
        end = second.end()
    return end if text[end] in _CLOSING else 0


def mask(scan: Scan, at: int) -> int:
    """Read masked or lost digits before a word that is counted: ××名, □□军."""
    run = _MASK.match(scan.text, at)
    end = run.end() if run else at + 1
    word, _ = follow(scan.text, end)
    if word is NOTHING or scan.text[at - 1].isdecimal():
        return end
    return scan.code(at, end, Kind.UNKNOWN)


def circled(scan: Scan, at: int) -> int:
    return scan.code(at, at + 1, Kind.LIST_MARKER, value=ord(scan.text[at]) - ord("①") + 1)


def identifier(scan: Scan, found: Found) -> int | None:
    """Read 5299工作面, 六六六粉, 八一一谷 as codes; None for a plain count before these words."""
    run = scan.text[found.start : found.end]
    code = found.numeral.low
    return scan.code(found.start, found.end, value=code) if len(run) > 2 and len(run) == len(str(code)) else None
