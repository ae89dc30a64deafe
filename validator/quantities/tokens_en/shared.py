"""Classes, patterns and bounds that several modules of the lexer ask about."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.quantities import numeral_en
from duizhao.validator.quantities.lexicon.classes import BIT, mask

NUM, UNIT, CODE, TO, CUR = BIT["NUM"], BIT["UNIT"], BIT["CODE"], BIT["TO"], BIT["CUR"]
BACK = mask("PRE|NEG|NOT|DI|CUR|SPAN|BETWEEN|ERA|REIGN|LUNAR|REL")
"""What may stand before a numeral."""
ENDS = mask("NUM|UNIT|PCT|MONTH|CLOCK|DECADE|POST|POINT|AMPM|MORE|WEEKDAY|TIMES")
"""What a range may go on from."""
WORD = regex(r"[a-z]+")
GAP = regex(r"[ \t]{1,12}(?:\n(?![ \t]*(?:\n|[-|#]))[ \t]{0,8})?|\n(?![ \t]*(?:\n|[-|#]))[ \t]{0,8}")
"""Blanks and one end of a line, behind which neither a paragraph nor a list, table or heading begins; some, so that a
page of blanks is not looked at from each of its lines."""
LINE = 16
"""How far back a word before a numeral may begin, and a word of a phrase: approximately has 13 letters."""
DECADE_WORDS = {f"{word[:-1]}ies": n for word, n in numeral_en.TENS.items() if word.endswith("y")}
"""Fifties: 50."""


def in_word(char: str) -> bool:
    """Whether a word goes on with a character."""
    return char.isalnum() or char == "_"
