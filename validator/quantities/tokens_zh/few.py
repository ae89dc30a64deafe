"""Small counts that may be another word: 两 and 几, and a scale that stands alone."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.quantities import numeral_zh
from duizhao.validator.quantities.lexicon.classes import BIT, mask
from duizhao.validator.quantities.model import Approx, Form
from duizhao.validator.quantities.numeral import Numeral
from duizhao.validator.quantities.tokens import Token
from duizhao.validator.quantities.tokens_zh.characters import BACK, COUNTED, NUM, NUMERAL_CHARS, TWO
from duizhao.validator.quantities.tokens_zh.runs import numeral_of, trimmed
from duizhao.validator.quantities.tokens_zh.stretch import ChineseStretch
from duizhao.validator.quantities.tokens_zh.words import word_at


def one_or_two(stretch: ChineseStretch, at: int, before: Token | None) -> Token | None:
    """一两个 is one or two, 一两银子 a tael: what follows tells."""
    text = stretch.text
    # One look at a character before any word is looked up.
    if at + 2 >= stretch.stop or text[at + 1] not in "两兩":
        return None
    if before is not None and before.mask & NUM:
        return None
    word = word_at(stretch, at + 2)
    if word is None or not word.mask & COUNTED:
        return None
    low, high = (1, 2) if text[at] == "一" else (2, 3)
    one = Numeral(low, high, Form.WORDS, mask=NUM)
    return Token(at, at + 2, NUM, (one,))


_NO_FEW = frozenset(
    "人总總多少次岁歲分件户戶整半无無系指参函倍基全票场级代复辈头字度大算小奇偶双单负有计可回得亩吨系百"
)
"""Behind what 数 is a sum or a number, not a few: 人数, 总数, 指数."""
_SEVERAL_BITS = BIT["NUM"] | BIT["OPEN"] | BIT["IDLE"]
_SEVERAL = (Numeral(2, 9, Form.WORDS, Approx.SEVERAL, 0.0, _SEVERAL_BITS),)


def several_at(stretch: ChineseStretch, at: int) -> Token | None:
    """几个, 数年: a few."""
    text = stretch.text
    if text[at] not in "几幾数數" or at + 1 >= stretch.stop:
        return None
    if text[at] in "数數" and at > 0 and text[at - 1] in _NO_FEW:
        return None
    word = word_at(stretch, at + 1)
    if word is None or not word.mask & COUNTED:
        return None
    return Token(at, at + 1, _SEVERAL_BITS, _SEVERAL)


def two_or_tael(stretch: ChineseStretch, at: int, before: Token | None) -> Token | None:
    """两: a two, before a scale the beginning of a numeral; behind a numeral the unit of weight, or the two that
    sums up a list: 二十五、六两日.
    """
    # The word is left to be read as a unit, behind 每 as behind a numeral.
    if at and stretch.text[at - 1] in "每毎" and _is_tael(stretch, at):
        return None
    run = numeral_zh.RUN.match(stretch.text, at, stretch.stop)
    if run is not None:
        end = trimmed(stretch, at, run.end()) if run.end() < stretch.stop else run.end()
        if end > at + 1:
            return numeral_of(stretch, at, end)
    if before is None or not before.mask & (NUM | BIT["HALF"] | BIT["MORE"]):
        return Token(at, at + 1, TWO[0].mask, TWO)
    word = word_at(stretch, at)
    if word is None:
        return Token(at, at + 1, TWO[0].mask, TWO)
    return word._replace(mask=word.mask | TWO[0].mask, numerals=TWO)


def _is_tael(stretch: ChineseStretch, at: int) -> bool:
    """Whether 两 behind 每 is the unit, as in 每两四百元 and 每两药, and no 每两个, 每两小时, 每两人."""
    if stretch.text[at + 1 : at + 2] in NUMERAL_CHARS:
        return True
    unit, behind = word_at(stretch, at), word_at(stretch, at + 1) if at + 1 < stretch.stop else None
    return unit is not None and unit.mask & BIT["UNIT"] > 0 and (behind is None or not behind.mask & COUNTED)


_AFTER_SCALE = mask("CLS|UNIT|GE|MORE|TIMES|POST|MINU|FENZHI|YEARU|DAYU")


_TITLED = regex(
    "(?:[团師师旅营營连連排班队隊组組社厂廠校县縣区區乡鄉村部处處科局院所股][长長]"
    "|主任|书记|書記|代表|委员|委員|同志|模范|英雄|教授|记者|工程师)[\u4e00-\u9fff]$"
)
"""A title and a surname."""
_GIVEN_NAME = regex("[里年山春秋川泉福祥林][，、。；：）)等]")
"""What the second character of a given name may be whose first one is a scale: 万里, 百川, 千山."""


def scale_counts(stretch: ChineseStretch, end: int, before: Token | None) -> bool:
    """Whether a scale that stands alone counts something: 万人, 近万, not 万有."""
    if _GIVEN_NAME.match(stretch.text, end) and _TITLED.search(stretch.text, max(0, end - 5), end - 1):
        return False  # 团长廖万里
    # 近万: what stands before it asks for a number.
    if before is not None and before.mask & BACK:
        return True
    word = word_at(stretch, end) if end < stretch.stop else None
    # 億年 is a given name where nothing makes it a length of time (上億年, 億萬年).
    named = stretch.text[end - 1] in "亿億" and word is not None and word.word == "年"
    return word is not None and not named and bool(word.mask & _AFTER_SCALE)
