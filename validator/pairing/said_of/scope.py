"""Of how many a number is said: each of them or all, all but so many or so many, which of them or how many.

The value is right, and a reader is misled all the same: 各队派三人 ("three from each team") as "three in all".
"""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.validator.pairing.model import PROBABLE, WHICH_ONE, Judgement
from duizhao.validator.pairing.nearby import ZH_CLAUSE, words_before, words_behind
from duizhao.validator.quantities.lexicon.simplify import simplify
from duizhao.validator.quantities.model import Kind, Quantity

_NEAR_ZH, _NEAR_EN = 24, 110
"""Characters of the sentence in which the other language may say it."""
_COUNTED = frozenset((Kind.CARDINAL, Kind.MEASURE))


def scope(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge what a pair of equal values is said of; None where nothing speaks against it."""
    if zh.kind is Kind.ORDINAL and en.kind is not Kind.DATE:
        return _of_what_time(text, zh, en)
    if zh.kind is Kind.MEASURE and en.kind is Kind.ORDINAL:
        return _first_of_several(text, zh, en)
    if zh.kind not in _COUNTED or en.kind not in _COUNTED or not zh.start:
        return None
    # The search goes through more than the clause, to spare most figures the cutting.
    if not _TELLING.search(text, max(0, zh.start - _NEAR_ZH), zh.start):
        return None
    clause = simplify(words_before(text, zh.start, _NEAR_ZH, ZH_CLAUSE))
    if not _TELLING.search(clause):
        return None
    return _each(text, clause, zh, en) or _in_all(text, clause, en) or _all_but(text, clause, zh, en)


_TELLING = regex("[各共除]")
_EN_SENTENCE = regex(r"[.;!?](?:\s|$)|\n")


def _english(text: str, en: Quantity) -> str:
    """The sentence of an English expression, in lower case."""
    words = words_before(text, en.start, _NEAR_EN, _EN_SENTENCE), words_behind(text, en.end, _NEAR_EN, _EN_SENTENCE)
    return " # ".join(words).lower()


# ---------------------------------------------------------------- each against all

_ZH_EACH = regex("各(?:[出派有得给买打植修养选产交增送来占为约]|派出|选出|自|增产|带|开|办|设|建)?了?$")
_EN_EACH = regex(
    r"\b(?:each|every|per|apiece|respectively|both|individual\w*|separate\w*|either|a piece|all the|all of)\b"
)
_ZH_TOTAL = regex("(?:共|总共|一共|合计)(?!产|同|和国|青|军)[^，。；：各每]{0,6}$")
_EN_ALONE = regex(
    r"\b(?:each(?! other)|in each of|every (?:year|month|day|week)|annually)\b[^.;,0-9#]{0,70} # |"
    r" # [^.;,0-9]{0,12}\b(?:each|apiece)\b(?! other)"
)
"""Each so many, or so many each, with the figure at the sharp."""
_EN_TOTAL = regex(r"\b(?:total\w*|altogether|in all|combined|together|overall|sum)\b")
_ZH_ALONE = regex("[每各]|平均|人均|年年|月月")


def _each(text: str, clause: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """各出五人 ("five each") as "five"."""
    if not _ZH_EACH.search(clause) or zh.weak:
        return None
    said = _english(text, en)
    # A measure may be told of all at once ("two cranes of ten tons"), unless it is said to be the sum.
    if _EN_EACH.search(said) or (zh.kind is Kind.MEASURE and not _EN_TOTAL.search(said)):
        return None
    # 客车及货车各两次 may be told one by one: two passenger trains and two goods trains.
    figure = re.escape(text[en.start : en.end].lower())
    if re.search(rf"\b{figure}\b[^.;#]{{0,60}}\band +#|#[^.;#]{{0,60}}\band {figure}\b", said):
        return None
    return Judgement("total", "the original gives so many to each", PROBABLE)


def _in_all(text: str, clause: str, en: Quantity) -> Judgement | None:
    """三个县共留种子四千斤 ("in all") as "the three counties each kept"."""
    if not _ZH_TOTAL.search(clause) or _ZH_ALONE.search(clause):
        return None
    said = _english(text, en)
    if not _EN_ALONE.search(said) or _EN_TOTAL.search(said + text[en.start : en.end].lower()):
        return None
    return Judgement("total", "the original gives the total, the English so many to each", PROBABLE)


# ---------------------------------------------------------------- all but so many

_ZH_BUT = regex("除了?(?:其中|开|去)?$")
_ZH_OUT = regex("[^，。；：]{0,10}?(?:以外|之外|外)")
_EN_BUT = regex(
    r"\b(?:except\w*|besides?|apart|aside|other than|but|excluding|exclu\w+|in addition|not counting|not including|"
    r"without|minus|less|deduct\w*|subtract\w*|leaving|left|beyond|save|only)\b"
)


def _all_but(text: str, clause: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """除三人外都到了 ("all but three came") as "three came"."""
    if (
        zh.weak
        or en.weak
        or not _ZH_BUT.search(clause)
        or not _ZH_OUT.match(text, zh.end)
        or _EN_BUT.search(_english(text, en))
    ):
        return None
    return Judgement("total", "the original leaves these out", PROBABLE)


# ---------------------------------------------------------------- which time

_ZH_TIMES = (
    ("quarter", regex("季度?")),
    ("week", regex("[周週](?![年岁歲期围刊报])|个?(?:星期|礼拜)")),
    ("month", regex("个月")),
    ("day", regex("[天日](?![报報])")),
    ("year", regex("年(?![级級])")),
    ("hour", regex("个?(?:小时|钟头)")),
)
_EN_TIMES = regex(r"[ -](quarter|week|month|day|year|hour)s?\b(?! plan)")


def _of_what_time(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """第三季度 as "the third month", 第八年 as "eight years"."""
    if text[zh.start] != "第":
        return None
    words = text[zh.start : zh.end + 3]
    meant = {
        name for name, pattern in _ZH_TIMES if any(one.end() > zh.end - zh.start - 1 for one in pattern.finditer(words))
    }
    said = _EN_TIMES.search(text[en.start : en.end + 8].lower()) if en.kind is Kind.ORDINAL else None
    if said and meant and said[1] not in meant:
        return Judgement("unit", f"the original says which {min(meant)}", PROBABLE)
    if en.kind is Kind.MEASURE and en.unit in meant and text[en.start : en.end].lower().endswith("s"):
        return WHICH_ONE
    return None


_FIRST_OF = regex("[头頭前]$|[头頭]")


def _first_of_several(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """头三个季度 ("the first three quarters") as "the third quarter"."""
    said = _EN_TIMES.search(text[en.start : en.end + 8].lower())
    if (
        zh.low < _SEVERAL
        or said is None
        or said[1] != zh.unit
        or not _FIRST_OF.search(text, zh.start - 1, zh.start + 1)
    ):
        return None
    return Judgement("ordinal", "the original says the first so many, the English which one", PROBABLE)


_SEVERAL = 2
"""头一个季度 is the first one, and no several."""
