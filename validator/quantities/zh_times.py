"""Chinese dates in running text: is 三十日 the 30th or thirty days?"""

from __future__ import annotations

import re

from duizhao.validator.quantities.model import Approx, DateParts, Form, Kind
from duizhao.validator.quantities.zh_dates import on, read, read_age
from duizhao.validator.quantities.zh_numeral import RUN
from duizhao.validator.quantities.zh_scan import SEPARATOR, Found, Scan, find
from duizhao.validator.quantities.zh_words import NOTHING

_SPAN_BEFORE = re.compile(
    r"(?:历时|历|经过|共|约|每|将近|连续|接连|住|[头满整延仅需要费隔逾够]|最[初近]|过去|不[到足]|(?<![到为成])了|半|为期|长达)$"
)
_DAY_SPAN_AFTER = re.compile(
    r"来|后(?!方|勤)|内(?!战)|以[内上下来后]|之[内久后间]|间(?!苗|接)|左右|多|余|半(?!夜)|之?久|成熟|夜|工夫|功夫|时间"
    r"|期限|期间|行程|路程|[一二三四五六七八九十两几]{1,2}[次夜]"
)
_MONTH_SPAN_AFTER = re.compile(r"来|以来|之[内久后]|左右|多|余|有余|之?久|不[过到]|[一二三四五六七八九十两几]次")
_YEAR_SPAN_AFTER = re.compile(
    r"来|以[来上内]|[之]?[后前久内间]|多|余|半|左右|级|计划|规划|期|制|时间|历史|经验|教育|的(?:时间|历史|工夫)|如一日|级|间"
)
_NUMBER_DAY_AFTER = re.compile(r"[，。晚早下夜起至到前]|上午|电|讯|凌晨")
_NUMBER_DAY_BEFORE = re.compile(r"(?:本月|上月|[于在从到自至由月])$")
_FIELDS = {"月": "month", "月份": "month", "日": "day", "号": "day", "年": "year"}
_FOUR = 4
_TENS_DECADE = len("七十年代")


def dated(scan: Scan, found: Found) -> int | None:
    """Read a numeral followed by 年, 月, 日, 号, 时, 点, 世纪 or 年代 as a date; None where it is none."""
    ages = read_age(scan.text, found.start)
    if ages:
        return _decades(scan, found.start)
    if found.numeral.approx or (found.numeral.low != found.numeral.high and not _two_figure_year(scan, found)):
        return None
    date = read(scan.text, found.start, scan.year)
    if date is None or (date.end <= found.stop and _lasts(scan, found)):
        return None
    _carry_back(scan, found.start, _FIELDS.get(found.word.word, ""))
    return scan.date(found.start, date.end, date.parts, date.number, date.form)


def _decades(scan: Scan, start: int) -> int:
    ages = read_age(scan.text, start)
    end = ages[-1].end
    split = end if len(ages) == 1 else end - _TENS_DECADE
    scan.date(start, split, ages[0].parts, ages[0].number, ages[0].form)
    for age in ages[1:]:
        scan.date(split, end, age.parts, age.number, age.form)
    return end


def date_word(scan: Scan, at: int) -> int:
    """Read a date that starts with a word: 去年, 上月三十一日, 下午三时, 民国三十七年, 上半年, 星期三."""
    ages = read_age(scan.text, at)
    if ages:
        return _decades(scan, at)
    date = read(scan.text, at, scan.year)
    if date is None:
        return at + 1
    parts = date.parts
    if parts == DateParts(span=parts.span) and parts.span not in {"first-half", "second-half", "early", "mid", "late"}:
        return at + 1
    return scan.date(at, date.end, parts, date.number, date.form)


def _lasts(scan: Scan, found: Found) -> bool:
    """Decide whether a single 年, 月, 日 or 号 with its numeral is a length of time (or a mere number) and no date."""
    text, word = scan.text, found.word.word
    run = text[found.start : found.end]
    ahead = text[max(0, found.start - 2) : found.start]
    if word == "年":
        return _years_last(scan, found, run)
    if word == "号":
        return not (_NUMBER_DAY_AFTER.match(text, found.stop) and _NUMBER_DAY_BEFORE.search(ahead))
    if word in {"月", "月份", "日"}:
        if run in {"两", "兩", "半"}:
            return True
        behind = _DAY_SPAN_AFTER if word == "日" else _MONTH_SPAN_AFTER
        return word != "月份" and bool(_SPAN_BEFORE.search(ahead) or behind.match(text, found.stop))
    return word in {"时", "時"} and run == "一"


def _years_last(scan: Scan, found: Found, run: str) -> bool:
    figures = len(run) == _FOUR and all(char.isdecimal() or char in "〇○◯零一二三四五六七八九" for char in run)
    if figures:
        return not 1000 < found.numeral.low < 2200 or (
            found.numeral.low % 100 == 0 and bool(_YEAR_SPAN_AFTER.match(scan.text, found.stop))
        )
    return not _two_figure_year(scan, found)


def _two_figure_year(scan: Scan, found: Found) -> bool:
    """Tell the year 五八年 from 58 years and from 五六年, five or six years, by the date of the issue."""
    text = scan.text
    run = text[found.start : found.end]
    if found.word.word != "年" or len(run) != 2 or any(char in "十廿卅百两兩几数" for char in run):
        return False
    if scan.out and scan.out[-1].kind is Kind.DATE and scan.out[-1].end - scan.base >= found.start - 2:
        return True
    if _YEAR_SPAN_AFTER.match(text, found.stop) or _SPAN_BEFORE.search(text[max(0, found.start - 2) : found.start]):
        return False
    literal = int(found.numeral.others[0][0]) if found.numeral.others else int(found.numeral.low)
    near = scan.year is not None and abs(1900 + literal - scan.year) <= 15
    consecutive = found.numeral.low != found.numeral.high
    return near or (not consecutive and found.numeral.form is Form.WORDS)


def _carry_back(scan: Scan, start: int, field: str) -> None:
    """Make dates of bare numbers that are listed before a date: 十七、十八日; 9、10月."""
    out, text = scan.out, scan.text
    at, end = len(out) - 1, start
    while field and at >= 0 and text[end - 1] == "、" and out[at].end - scan.base == end - 1 and _is_bare(scan, at):
        item = out[at]
        parts = on(field, int(item.low))
        out[at] = item._replace(kind=Kind.DATE, date=parts, weak=False)
        end = item.start - scan.base
        at -= 1


def _is_bare(scan: Scan, at: int) -> bool:
    item = scan.out[at]
    return item.kind is Kind.CARDINAL and not item.unit and not item.counter and item.low == item.high < 3000


def summed_up(scan: Scan, found: Found, *, ordinal: bool) -> None:
    """Read the bare numbers that 两 or 三 sums up: 十七、十八两日 are days, 一七四、一七六两旅 are ordinals."""
    out = scan.out
    item = out[-1] if out else None
    field = found.word.code
    if item is None or item.end - scan.base != found.start or not (ordinal or field in {"day", "month", "year"}):
        return
    first = len(out) - 1
    while _is_bare(scan, first) and scan.text[out[first].start - scan.base - 1] == "、" and first:
        first -= 1
    if first == len(out) - 1:
        return
    for at in range(first, len(out)):
        if ordinal:
            out[at] = out[at]._replace(kind=Kind.ORDINAL, counter=found.word.word, weak=False)
        else:
            out[at] = out[at]._replace(kind=Kind.DATE, date=on(field, int(out[at].low)), weak=False)


def year_pair(scan: Scan, found: Found) -> int | None:
    """Read the first of two years: 一九四七——五○年, 2021-2022赛季; the second is left to be read."""
    run = scan.text[found.start : found.end]
    gap = SEPARATOR.match(scan.text, found.end)
    if gap is None or len(run) != _FOUR or not 1000 < found.numeral.low < 2200:
        return None
    second = RUN.match(scan.text, gap.end())
    if second is None or found.numeral.approx is not Approx.NONE:
        return None
    figures = len(second[0]) == _FOUR and second[0].isdecimal() and run.isdecimal() and run < second[0] < "2200"
    if not figures and scan.text[second.end()] != "年":
        return None
    year = int(found.numeral.low)
    scan.date(found.start, found.end, DateParts(year=year), year, found.numeral.form)
    if not figures or scan.text[second.end()] == "年":
        return gap.end()
    later = int(second[0])
    return scan.date(gap.end(), second.end(), DateParts(year=later), later, Form.DIGITS)


def first_of_dates(scan: Scan, found: Found) -> int | None:
    """Read the first number of 五至十月, 5、6月 or 三至五日 as a date of its own; the last is left to be read."""
    text = scan.text
    gap = SEPARATOR.match(text, found.end)
    at = gap.end() if gap else found.end + 1
    if found.word is not NOTHING or (gap is None and text[found.end] != "、"):
        return None
    last = find(text, at)
    if last is not None and last.word.word in {"世纪", "年代"} and (first := read_age(text, last.start)):
        return _first_age(scan, found, first[0].parts.span, at)
    field = _FIELDS.get(last.word.word) if last else None
    if last is None or field not in {"month", "day"} or last.word.word == "号":
        return None
    value = found.numeral.low
    if not isinstance(value, int) or not 0 < value < last.numeral.low <= (12 if field == "month" else 31):
        return None
    scan.date(found.start, found.end, on(field, value), value, found.numeral.form)
    return at


def _first_age(scan: Scan, found: Found, span: str, at: int) -> int:
    """Read the 18 of 18-19世纪, the 七十 of 七十至八十年代."""
    value = int(found.numeral.low)
    year = value if span == "century" or value >= 100 else 1900 + value
    scan.date(found.start, found.end, DateParts(year=year, span=span), year, found.numeral.form)
    return at


def bare_year(scan: Scan, found: Found) -> int | None:
    """Read 2021 or 一九五八 without 年 as a year where nothing is counted with it."""
    run = scan.text[found.start : found.end]
    plain = len(run) == _FOUR and not found.numeral.approx and found.numeral.low == found.numeral.high
    if not plain or not 1840 <= found.numeral.low < 2100 or any(char in "十百千万" for char in run):
        return None
    year = int(found.numeral.low)
    return scan.date(found.start, found.end, DateParts(year=year), year, found.numeral.form, weak=True)
