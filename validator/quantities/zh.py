"""Numeric expressions of Chinese text, read in one pass from left to right.

`read` looks for a character that can start an expression and hands over to the reader for it; each reader gives the
place where the search goes on.  What a numeral means depends on the word that follows it (`zh_words.follow`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from duizhao.validator.quantities.model import Approx, Form, Kind, Quantity
from duizhao.validator.quantities.units import ZH_UNITS
from duizhao.validator.quantities.zh_context import relation
from duizhao.validator.quantities.zh_counts import count, designation, measure, multiple
from duizhao.validator.quantities.zh_dates import ISO
from duizhao.validator.quantities.zh_numeral import FORMAL_RUN, LIMIT, RUN, Numeral, parse
from duizhao.validator.quantities.zh_scan import Found, Scan
from duizhao.validator.quantities.zh_shares import (
    cheng,
    discount,
    doublings,
    percent,
    percent_sign,
    points,
    ratio,
)
from duizhao.validator.quantities.zh_times import date_word, dated
from duizhao.validator.quantities.zh_words import DATE_UNITS, NOTHING, Entry, Follow, Tag, follow, look_up

_ALWAYS = "0-9０-９零〇○◯一二三四五六七八九十百千万亿兆萬億廿卅卌两兩俩倆仨半几幾数數第①-⑳×□Ｘ"
_START = re.compile(
    rf"[{_ALWAYS}壹贰貳叁參肆伍陆陸柒捌玖去今明前昨本上下中星礼周凌清早正午傍晚夜深农旧阴夏古民公西昭光宣康成翻初来]"
    rf"(?:(?<=[{_ALWAYS}])"
    r"|(?<=[壹贰貳叁參肆伍陆陸柒捌玖])(?=[拾佰仟萬億万亿])"
    r"|(?<=[去今明前昨本上来])(?=[年月日天春夏秋冬晚晨夜周星个旬半午])|(?<=[下中])(?=[月周星个旬半午])"
    r"|(?<=星)(?=期[一二三四五六日天])|(?<=礼)(?=拜[一二三四五六日天])|(?<=周)(?=[一二三四五六日](?![次个回年位路]))"
    r"|(?<=[凌清早正午傍晚夜深])(?=[晨后晚上间夜午零一二三四五六七八九十0-9])"
    r"|(?<=[农旧阴夏])(?=历[正一二三四五六七八九十腊])|(?<=[民公西昭光宣康])(?=[国元历和绪统德][0-9０-９〇○零一二三四五六七八九十廿卅元])"
    r"|(?<=[成翻])(?=[半番])|(?<=初)(?=[一二三四五六七八九十](?![中级步届版]))"
    r")"
)
_LATIN_BEFORE = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][-－]?\ ?$")
_LATIN_AFTER = re.compile(r"[-－]?[A-Za-zＡ-Ｚａ-ｚ][A-Za-z0-9]*")
_CLOCK = re.compile(r"[0-2]?[0-9][:：][0-5][0-9](?![0-9:：])")
_SLASHED = re.compile(r"([0-9０-９]{1,4})[/／]([0-9０-９]{1,4})(?![0-9０-９/])")
_GENERATION = re.compile(r"[5-90]0")
_MASK = re.compile(r"[×□Ｘ]+")
_QUOTED = re.compile(
    r"[“‘「『\"]([一二三四五六七八九十○〇０-９0-9]{1,4}(?:[·、．][一二三四五六七八九○十]{1,2})?)[”’」』\"]"
)
_CLAUSE_START = frozenset("\n 　。；：:;\t")


def read(text: str, start: int = 0, end: int | None = None, *, year: int | None = None) -> list[Quantity]:
    """Read every numeric expression of `text[start:end]`.

    Args:
        text: Chinese text of any kind.
        start: where to begin.
        end: where to stop; None for the end of the text.
        year: year of the issue, for units that changed and years of two figures; None where it is not known.

    Returns:
        The expressions in order, none overlapping, with offsets into `text`.
    """
    stop = len(text) if end is None else max(start, min(end, len(text)))
    scan = Scan(text[start:stop] + "\n\n", start, year)
    size, at = stop - start, 0
    search = _START.search
    while (found := search(scan.text, at, size)) is not None:
        at = _READERS.get(found[0], _number)(scan, found.start())
    return scan.out


def _number(scan: Scan, at: int) -> int:
    text = scan.text
    if text[at] in "百千万" and (end := percent(scan, at)) is not None:
        return end
    entry = look_up(text, at)
    if entry is not None and (end := _known(scan, at, entry)):
        return end
    run = RUN.match(text, at) or FORMAL_RUN.match(text, at)
    if run is None:
        return at + 1
    numeral = parse(run[0])
    if numeral is None:
        return scan.code(at, run.end()) if len(run[0]) > LIMIT else run.end()
    if numeral.form is not Form.WORDS and (end := _figures(scan, run, numeral)):
        return end
    marker = _marker(scan, run, numeral)
    if marker:
        return marker
    if run[0] == "一" and text[run.end()] == "半":
        return _half(scan, run.end(), start=at)
    word, stop = follow(text, run.end())
    return _tagged(scan, Found(at, run.end(), numeral, word, stop))


def _tagged(scan: Scan, found: Found) -> int:
    """Read a number by the word behind it; a word that turns out to be part of another counts for nothing."""
    reader = _BY_TAG.get(found.word.tag)
    if reader is not None and (end := reader(scan, found)) is not None:
        return end
    if found.word.code in DATE_UNITS.values():
        return measure(scan, found)
    if found.word.word == "号":
        return designation(scan, found._replace(word=Follow("号", Tag.DESIGNATION)))
    if found.word.tag is Tag.DATE and found.word.word == "点":
        return count(scan, found._replace(word=Follow("点", Tag.COUNTER)))
    return count(scan, found._replace(word=NOTHING, stop=found.end))


def _known(scan: Scan, at: int, entry: Entry) -> int:
    """Step over a word of the lexicon; 0 where the numeral goes on past it (一二九 in 一二九师)."""
    end = at - entry.offset + len(entry.word)
    if entry.whole:
        run = RUN.match(scan.text, at)
        if run is not None and (run.end() > end or follow(scan.text, end)[0] is not NOTHING):
            return 0
    return scan.code(at - entry.offset, end, weak=True) if entry.named else end


def _figures(scan: Scan, run: re.Match[str], numeral: Numeral) -> int:
    """Read what only figures can be: ISO dates, times, 1/3, and codes with letters; 0 where it is a plain number."""
    text, at, end = scan.text, run.start(), run.end()
    if ISO.match(text, at) or _CLOCK.match(text, at):
        return date_word(scan, at)
    if text[end] == "后" and _GENERATION.fullmatch(run[0]):
        return scan.code(at, end + 1, weak=True)
    behind = _LATIN_AFTER.match(text, end)
    ahead = text[at - 1].isalpha() and text[at - 1].isascii()
    if ahead or (text[at - 1] in "-－ " and _LATIN_BEFORE.search(text[max(0, at - 3) : at])):
        return scan.code(at, behind.end() if behind else end, value=numeral.low)
    if behind and follow(text, end)[0].tag is not Tag.UNIT:
        unit = ZH_UNITS.get(behind[0].lower())
        if unit is not None:
            return measure(scan, Found(at, end, numeral, Follow(behind[0], Tag.UNIT, unit), behind.end()))
        return scan.code(at, behind.end(), value=numeral.low)
    if run[0][0] == "0" and len(run[0]) > 1 and run[0][1].isdecimal():
        return scan.code(at, end, value=numeral.low)
    slashed = _SLASHED.match(text, at)
    if slashed and 0 < int(slashed[1]) < int(slashed[2]):
        exact = Fraction(int(slashed[1]), int(slashed[2]))
        found = Found(at, slashed.end(), Numeral(exact, exact, Approx.NONE, Form.DIGITS), NOTHING, slashed.end())
        return scan.put(found, Kind.FRACTION)
    return 0


def _marker(scan: Scan, run: re.Match[str], numeral: Numeral) -> int:
    """Read （一）, １、 at the head of a clause, and “八一” in quotes; 0 where the numeral is none of them."""
    text, at, end = scan.text, run.start(), run.end()
    ahead, behind = text[at - 1], text[end]
    if ahead in "（(" and behind in "）)" and numeral.low < 100:
        return scan.code(at - 1, end + 1, Kind.LIST_MARKER, value=numeral.low)
    if ahead in '“‘「『"' and (quoted := _QUOTED.match(text, at - 1)):
        return scan.code(at, quoted.end() - 1, weak=True, value=numeral.low)
    if behind in "、．.）)" and ahead in _CLAUSE_START and numeral.low < 100 and not numeral.approx:
        listed = behind in "、．." and text[end + 1] in "一二三四五六七八九十0123456789"
        if not listed:
            return scan.code(at, end + 1, Kind.LIST_MARKER, value=numeral.low)
    if behind == "是" and run[0] in "一二三四五六" and ahead in "，。；：":
        return scan.code(at, end, Kind.LIST_MARKER, value=numeral.low)
    return 0


def _ordinal(scan: Scan, at: int) -> int:
    """Read 第三, 第三十四集团军, 第1-3名."""
    text = scan.text
    run = RUN.match(text, at + 1)
    numeral = parse(run[0]) if run else None
    if run is None or numeral is None or numeral.approx:
        return at + 1
    if numeral.others:
        numeral = numeral._replace(low=numeral.others[0][0], high=numeral.others[0][1], others=())
    word, _ = follow(text, run.end())
    found = Found(at, run.end(), numeral, NOTHING, run.end())
    if text[run.end()] in "-－—至到" and (upper := RUN.match(text, run.end() + 1)):
        last = parse(upper[0])
        if last is not None and last.low > numeral.low:
            found = Found(at, upper.end(), numeral._replace(high=last.low), NOTHING, upper.end())
            word, _ = follow(text, upper.end())
    weak = word.word == "天" or (run[0] == "一" and text[run.end()] in "，、")
    return scan.put(found, Kind.ORDINAL, counter=word.word, weak=weak)


def _half(scan: Scan, at: int, *, start: int | None = None) -> int:
    """Read 一半, 半数, 半年, 半亩, 斤半; nothing of 半岛, 夜半."""
    text = scan.text
    begin = at if start is None else start
    entry = look_up(text, at)
    if start is None and entry is not None:
        return at - entry.offset + len(entry.word)
    word, stop = follow(text, at + 1)
    kin = relation(text, begin, multiple=False)
    if start is not None or text[at + 1] == "数" or text[at - 1] in "大多过":
        stop = at + 1 + (text[at + 1] == "数")
        approx = Approx.OVER if text[at - 1] in "大多过" else Approx.NONE
        half = Numeral(Fraction(1, 2), Fraction(1, 2), approx, Form.IMPLIED)
        return scan.put(Found(begin, at + 1, half, NOTHING, stop), Kind.FRACTION, relates=kin)
    code = "" if word.tag is Tag.NONE else word.code
    ahead, _ = follow(text, at - 1)
    if ahead.code in _HALVES and at and not code:
        more = Numeral(Fraction(3, 2), Fraction(3, 2), Approx.NONE, Form.WORDS)
        return scan.put(Found(at - 1, at + 1, more, NOTHING, at + 1), Kind.MEASURE, unit=ahead.code)
    half = Numeral(Fraction(1, 2), Fraction(1, 2), Approx.NONE, Form.WORDS)
    if code:
        return scan.put(Found(at, at + 1, half, word, stop), Kind.MEASURE, unit=code)
    if text.startswith("个", at + 1):
        return scan.put(Found(at, at + 1, half, word, stop), Kind.CARDINAL, counter="个")
    return at + 1


def _tenth_and_half(scan: Scan, at: int) -> int:
    """Read 成半 (15 percent) and 翻番 (twice)."""
    text = scan.text
    if text[at : at + 2] == "翻番":
        two = Numeral(2, 2, Approx.NONE, Form.IMPLIED)
        return scan.put(Found(at, at + 2, two, NOTHING, at + 2), Kind.MULTIPLE)
    if text[at : at + 2] != "成半":
        return at + 1
    share = Numeral(Fraction(3, 20), Fraction(3, 20), Approx.NONE, Form.WORDS)
    kin = relation(text, at, multiple=False)
    return scan.put(Found(at, at + 2, share, NOTHING, at + 2), Kind.PERCENT, relates=kin)


def _few(scan: Scan, at: int) -> int:
    """Read 几十, 数百, and 几 or 数 before a classifier; nothing of 人数, 几乎."""
    text = scan.text
    entry = look_up(text, at)
    if entry is not None:
        return at - entry.offset + len(entry.word)
    if RUN.match(text, at):
        return _number(scan, at - (text[at - 1] in "大好"))
    word, stop = follow(text, at + 1)
    if word.tag is Tag.NONE or (text[at] in "数數" and not _some(text, at, word)):
        return at + 1
    few = Numeral(2, 9, Approx.SEVERAL, Form.WORDS)
    found = Found(at, at + 1, few, word, stop)
    if word.tag is Tag.UNIT or word.code:
        return scan.put(found, Kind.MEASURE, unit=word.code, weak=True)
    if word.tag is Tag.TIMES:
        return multiple(scan, found)
    if word.tag is Tag.FAN and (end := doublings(scan, found)) is not None:
        return end
    return scan.put(found, Kind.CARDINAL, counter=word.word, weak=True)


def _some(text: str, at: int, word: Follow) -> bool:
    """Tell 数次, several times, from 次数, the number of times."""
    return word.word in {"年", "月", "日", "天", "次", "人", "名", "家", "个", "县", "处", "倍"} and not (
        "\u4e00" <= text[at - 1] <= "\u9fff" and text[at - 1] in "人户次件岁多少半个无总亩倍株代系指参函分"
    )


def _mask(scan: Scan, at: int) -> int:
    """Read masked or lost digits before a word that is counted: ××名, □□军."""
    run = _MASK.match(scan.text, at)
    end = run.end() if run else at + 1
    word, _ = follow(scan.text, end)
    if word is NOTHING or scan.text[at - 1].isdecimal():
        return end
    return scan.code(at, end, Kind.UNKNOWN)


def _pair(scan: Scan, at: int) -> int:
    """Read 俩 and 仨."""
    value = 3 if scan.text[at] == "仨" else 2
    pair = Numeral(value, value, Approx.NONE, Form.WORDS)
    return scan.put(Found(at, at + 1, pair, NOTHING, at + 1), Kind.CARDINAL, weak=True)


def _circled(scan: Scan, at: int) -> int:
    return scan.code(at, at + 1, Kind.LIST_MARKER, value=ord(scan.text[at]) - ord("①") + 1)


def _identifier(scan: Scan, found: Found) -> int | None:
    """Read 5299工作面, 六六六粉, 八一一谷 as codes; None for a plain count before these words."""
    run = scan.text[found.start : found.end]
    code = found.numeral.low
    return scan.code(found.start, found.end, value=code) if len(run) > 2 and len(run) == len(str(code)) else None


_HALVES = {"jin", "chi", "mu", "zhang", "shi", "dan", "cun", "qian"}
_READERS: dict[str, Callable[[Scan, int], int]] = {
    **dict.fromkeys("去今明前昨本上下中星礼周凌清早正午傍晚夜深农旧阴夏古民公西昭光宣康初来", date_word),
    **dict.fromkeys("成翻", _tenth_and_half),
    **dict.fromkeys("几幾数數", _few),
    **dict.fromkeys("俩倆仨", _pair),
    **dict.fromkeys("×□Ｘ", _mask),
    **dict.fromkeys("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", _circled),
    "第": _ordinal,
    "半": _half,
}
_BY_TAG: dict[Tag, Callable[[Scan, Found], int | None]] = {
    Tag.NONE: count,
    Tag.UNIT: measure,
    Tag.COUNTER: count,
    Tag.DESIGNATION: designation,
    Tag.PERCENT: percent_sign,
    Tag.CHENG: cheng,
    Tag.ZHE: discount,
    Tag.TIMES: multiple,
    Tag.FAN: doublings,
    Tag.PARTS: ratio,
    Tag.DATE: dated,
    Tag.POINTS: points,
    Tag.CODE: _identifier,
}
