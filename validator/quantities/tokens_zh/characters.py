"""Characters, numerals and classes that several modules of the lexer ask about."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.quantities import numeral_zh
from duizhao.validator.quantities.lexicon.classes import BIT, mask
from duizhao.validator.quantities.model import Form
from duizhao.validator.quantities.numeral import Numeral, classify
from duizhao.validator.quantities.numeral_zh import FIGURES, ONES

NUMERAL_CHARS = frozenset(
    "0123456789０１２３４５６７８９" + ONES + numeral_zh.FORMAL + numeral_zh.SCALES + "两兩几幾数數"
)
"""What a numeral consists of."""
ONE_TO_NINE = "一二三四五六七八九"
"""Figures as characters, of which others stand for the same."""
NOUGHT_TO_NINE = "零〇○一二三四五六七八九"
"""Nought in its three forms, and the others."""
DECIMALS = frozenset(NOUGHT_TO_NINE)
"""What follows 点 where it is the sign of a fraction."""
STEMS = "甲乙丙丁戊己庚辛壬癸"
"""The ten stems, which count items: 甲、, （乙）."""
WITHOUT_NUMERAL = "丈尺寸斤亩畝担擔里"
"""Units that say one and a little more, or about one, by themselves: 丈余, 尺许."""
DOUBTED = frozenset("元成月年旬个個" + WITHOUT_NUMERAL + STEMS)
"""Characters that begin an expression before or behind some others: 元年, 月余."""
BEGIN = frozenset("".join(NUMERAL_CHARS) + "×□Ｘ" + "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3280, 0x328A)))))
"""Characters that begin an expression by themselves."""
CLAUSE = frozenset("\n\r\t 　。；：！？:;.，“”")
"""Behind what a clause begins, which its number may head."""
SEPARATORS = frozenset("、，,")
"""What parts thousands."""
DOTTED = regex(
    rf"[{ONES}]{{1,3}}(?:[、，,][{ONES}]{{3}}(?![{ONES}]))+|[{FIGURES}]{{1,3}}(?:、[{FIGURES}]{{3}}(?![{FIGURES}]))+"
)
"""A number whose thousands are parted: 七、五九一, ８２、１６４.  With a comma figures are left to the numerals."""
MYRIADS = regex(rf"[{ONES}]{{1,4}}(?:[、，,][{ONES}]{{4}}(?![{ONES}年]))+")
"""The same by ten thousands, as they are said: 二、三五〇〇 is 二万三千五百."""
NUM = BIT["NUM"]
BACK = mask("PRE|NEG|DI|CUR|BC|LUNAR|ZERO|ERA|REIGN|AMPM|BETWEEN")
"""What may stand before a numeral."""
JOINED = mask("FENZHI|YOU|PCTPRE|BI|TO|DI|POINTSEP|NEG|CUR")
"""Behind what a numeral goes on, whatever name might begin there."""
COUNTED = mask("CLS|UNIT|GE|DAYU|MONTHU|YEARU|TIMES|CHENG|DESIG|FAN|HOURU|MINU|SECU")
"""What is counted, or known by its number."""
MINUTE, HOUR, UNIT = BIT["MINU"], BIT["HOURU"], BIT["UNIT"]
TWO = (Numeral(2, 2, Form.WORDS, mask=classify(2, 2)),)
"""两."""
