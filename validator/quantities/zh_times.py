"""Chinese dates in running text: is 三十日 the 30th or thirty days?"""

from __future__ import annotations

import re

from duizhao.validator.quantities.model import Approx, DateParts, Form, Kind
from duizhao.validator.quantities.zh_calendar import STARTS
from duizhao.validator.quantities.zh_dates import Reading, on, read, read_age, year_of
from duizhao.validator.quantities.zh_numeral import RUN
from duizhao.validator.quantities.zh_scan import Found, Scan, find

_SPAN_BEFORE = (
    "历时", "历", "经过", "共", "约", "每", "将近", "连续", "接连", "住", "头", "满", "整", "延", "仅", "需",
    "要", "费", "隔", "逾", "够", "最初", "最近", "过去", "不到", "不足", "半", "为期", "长达",
)  # fmt: skip
_SPAN_AFTER = ("来", "之内", "之久", "之后", "左右", "多", "余", "有余", "久", "以来")
_DAY_SPAN_AFTER = (
    "后", "内", "以内", "以上", "以下", "以后", "之间", "间", "半", "成熟", "夜", "工夫", "功夫", "时间",
    "期限", "期间", "行程", "路程",
)  # fmt: skip
_DAY_SPAN_TRAPS = ("后方", "后勤", "内战", "间苗", "间接", "半夜", "来电", "来信", "来访")
_MONTH_SPAN_AFTER = ("不过", "不到")
_YEAR_SPAN_AFTER = (
    "以上", "以内", "之前", "之间", "前", "后", "内", "间", "半", "级", "计划", "规划", "期", "制", "时间",
    "历史", "经验", "教育", "的时间", "的历史", "的工夫", "如一日",
)  # fmt: skip
_COUNTED_AFTER = re.compile("[一二三四五六七八九十两几]{1,2}[次夜]")
_NUMBER_DAY_AFTER = ("，", "。", "晚", "早", "下", "夜", "起", "至", "到", "前", "上午", "电", "讯", "凌晨")
_NUMBER_DAY_BEFORE = ("本月", "上月", "于", "在", "从", "到", "自", "至", "由", "月")
_FIELDS = {"月": "month", "月份": "month", "日": "day", "号": "day", "年": "year"}
_GOES_ON = STARTS | {"度"}
_PERIODS = {"first-half", "second-half", "early", "mid", "late"}
"""Parts of a year or month that make a date by themselves; 上午 and 冬季 need a number with them."""
_MOST = {"year": 9999, "month": 12, "day": 31}
_PLACES = frozenset("十廿卅百千万两兩几数")
"""Characters of place value, which no year of two or four figures has."""
_FOUR = 4
_TENS_DECADE = len("七十年代")


def dated(scan: Scan, found: Found) -> int | None:
    """Read a numeral followed by 年, 月, 日, 号, 时, 点, 世纪 or 年代 as a date; None where it is none."""
    word = found.word.word
    if word in {"世纪", "年代"}:
        return _ages(scan, found.start)
    if found.numeral.approx or (found.numeral.low != found.numeral.high and not _two_figure_year(scan, found)):
        return None
    if scan.text[found.stop] not in _GOES_ON and word in _FIELDS:
        date = _single(scan, found)
    else:
        date = read(scan.text, found.start, scan.year)
    if date is None or (date.end <= found.stop and _lasts(scan, found)):
        return None
    if scan.text[found.start - 1] == "、":
        _carry_back(scan, found.start, _FIELDS.get(word, ""))
    return scan.date(found.start, date.end, date.parts, date.number, date.form)


def _single(scan: Scan, found: Found) -> Reading | None:
    """Read a year, month or day that nothing of a date follows."""
    field = _FIELDS[found.word.word]
    numeral = found.numeral
    written = numeral.others[0][0] if numeral.others else numeral.low
    value = year_of(scan.text[found.start : found.end], written, scan.year) if field == "year" else written
    if not isinstance(value, int) or not 0 < value <= _MOST[field]:
        return None
    return Reading(found.stop, on(field, value), value, numeral.form)


def _ages(scan: Scan, start: int) -> int | None:
    """Read a century or decades; 六七十年代 is two of them."""
    ages = read_age(scan.text, start)
    if not ages:
        return None
    end = ages[-1].end
    split = end if len(ages) == 1 else end - _TENS_DECADE
    scan.date(start, split, ages[0].parts, ages[0].number, ages[0].form)
    for age in ages[1:]:
        scan.date(split, end, age.parts, age.number, age.form)
    return end


def date_word(scan: Scan, at: int) -> int:
    """Read a date that starts with a word: 去年, 上月三十一日, 下午三时, 民国三十七年, 上半年, 星期三."""
    if scan.text.startswith("世纪", at + 1) and (end := _ages(scan, at)) is not None:
        return end
    date = read(scan.text, at, scan.year)
    if date is None:
        return at + 1
    parts = date.parts
    if parts == DateParts(calendar=parts.calendar, span=parts.span) and parts.span not in _PERIODS:
        return at + 1
    return scan.date(at, date.end, parts, date.number, date.form)


def _lasts(scan: Scan, found: Found) -> bool:
    """Decide whether a single 年, 月, 日 or 号 with its numeral is a length of time (or a mere number) and no date."""
    text, word, after = scan.text, found.word.word, found.stop
    if word == "年":
        return _years_last(scan, found)
    ahead = text[max(0, found.start - 2) : found.start]
    if word == "号":
        return not (text.startswith(_NUMBER_DAY_AFTER, after) and ahead.endswith(_NUMBER_DAY_BEFORE))
    run = text[found.start : found.end]
    if word in {"月", "日"}:
        return run in {"两", "兩"} or _lasted(ahead) or _goes_on(text, after, day=word == "日")
    return word in {"时", "時"} and run == "一"


def _lasted(ahead: str) -> bool:
    """Tell from the words before a number that it measures time: 历时三月, 用了三日, but 到了三月."""
    return ahead.endswith(_SPAN_BEFORE) or (ahead[-1:] == "了" and ahead[0] not in "到为成")


def _goes_on(text: str, at: int, *, day: bool) -> bool:
    """Tell from the words behind 日 or 月 that time is measured: 三日内, 九十日左右, 一月四次."""
    if _COUNTED_AFTER.match(text, at):
        return True
    more = _DAY_SPAN_AFTER if day else _MONTH_SPAN_AFTER
    return text.startswith((*_SPAN_AFTER, *more), at) and not text.startswith(_DAY_SPAN_TRAPS, at)


def _years_go_on(text: str, at: int) -> bool:
    return text.startswith(_SPAN_AFTER, at) or text.startswith(_YEAR_SPAN_AFTER, at)


def _years_last(scan: Scan, found: Found) -> bool:
    run = scan.text[found.start : found.end]
    if len(run) == _FOUR and _PLACES.isdisjoint(run):
        low = found.numeral.low
        return not 1000 < low < 2200 or (low % 100 == 0 and _years_go_on(scan.text, found.stop))
    return not _two_figure_year(scan, found)


def _two_figure_year(scan: Scan, found: Found) -> bool:
    """Tell the year 五八年 from 58 years and from 五六年, five or six years, by the date of the issue."""
    text, start = scan.text, found.start
    run = text[start : found.end]
    if found.word.word != "年" or len(run) != 2 or not _PLACES.isdisjoint(run):
        return False
    if scan.out and scan.out[-1].kind is Kind.DATE and scan.out[-1].end - scan.base >= start - 2:
        return True
    if _years_go_on(text, found.stop) or (start and _lasted(text[max(0, start - 2) : start])):
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


def year_pair(scan: Scan, found: Found, to: int) -> int | None:
    """Read the first of two years: 一九四七——五○年, 2021-2022赛季; the second, at `to`, is left to be read."""
    run = scan.text[found.start : found.end]
    if len(run) != _FOUR or not 1000 < found.numeral.low < 2200:
        return None
    second = RUN.match(scan.text, to)
    if second is None or found.numeral.approx is not Approx.NONE:
        return None
    figures = len(second[0]) == _FOUR and second[0].isdecimal() and run.isdecimal() and run < second[0] < "2200"
    if not figures and scan.text[second.end()] != "年":
        return None
    year = int(found.numeral.low)
    scan.date(found.start, found.end, DateParts(year=year), year, found.numeral.form)
    if not figures or scan.text[second.end()] == "年":
        return to
    later = int(second[0])
    return scan.date(to, second.end(), DateParts(year=later), later, Form.DIGITS)


def first_of_dates(scan: Scan, found: Found, at: int) -> int | None:
    """Read the first number of 五至十月, 5、6月 or 三至五日 as a date of its own.

    Args:
        scan: the pass.
        found: the first number, nothing known behind it.
        at: where the last number should start; it is left to be read.

    Returns:
        `at`, or None where no two such dates stand.
    """
    text = scan.text
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
