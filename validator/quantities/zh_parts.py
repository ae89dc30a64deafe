"""Half, some and both: 一半, 半年, 斤半, 成半, 翻番, 几十, 数次, 俩."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from duizhao.validator.quantities.model import Approx, Form, Kind
from duizhao.validator.quantities.zh_context import relation
from duizhao.validator.quantities.zh_counts import multiple
from duizhao.validator.quantities.zh_numeral import RUN, Numeral
from duizhao.validator.quantities.zh_scan import Found, Scan
from duizhao.validator.quantities.zh_shares import doublings
from duizhao.validator.quantities.zh_words import NOTHING, Follow, Tag, follow, look_up

_HALVES = {"jin", "chi", "mu", "zhang", "shi", "dan", "cun", "qian"}
"""Units that may stand before 半 with no number: 斤半 is one jin and a half."""


def half(scan: Scan, at: int, *, start: int | None = None) -> int:
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


def tenth_and_half(scan: Scan, at: int) -> int:
    """Read 成半 (15 percent), 翻番 (twice) and 成倍 (doubling, or more)."""
    text = scan.text
    if text[at : at + 2] == "翻番":
        two = Numeral(2, 2, Approx.NONE, Form.IMPLIED)
        return scan.put(Found(at, at + 2, two, NOTHING, at + 2), Kind.MULTIPLE)
    if text[at : at + 2] == "成倍":
        times = Numeral(2, 2, Approx.NONE, Form.IMPLIED)
        return scan.put(Found(at, at + 2, times, NOTHING, at + 2), Kind.MULTIPLE, weak=True)
    if text[at : at + 2] != "成半":
        return at + 1
    share = Numeral(Fraction(3, 20), Fraction(3, 20), Approx.NONE, Form.WORDS)
    kin = relation(text, at, multiple=False)
    return scan.put(Found(at, at + 2, share, NOTHING, at + 2), Kind.PERCENT, relates=kin)


def few(scan: Scan, at: int, read_number: Callable[[Scan, int], int]) -> int:
    """Read 几十, 数百, and 几 or 数 before a classifier; nothing of 人数, 几乎."""
    text = scan.text
    entry = look_up(text, at)
    if entry is not None:
        return at - entry.offset + len(entry.word)
    if RUN.match(text, at):
        return read_number(scan, at - (text[at - 1] in "大好"))
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


def pair(scan: Scan, at: int) -> int:
    """Read 俩 and 仨."""
    value = 3 if scan.text[at] == "仨" else 2
    pair = Numeral(value, value, Approx.NONE, Form.WORDS)
    return scan.put(Found(at, at + 1, pair, NOTHING, at + 1), Kind.CARDINAL, weak=True)
