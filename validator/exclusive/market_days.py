"""Days by their last figure that became lengths of time: 逢三、六、九日 as "every three, six or nine days"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.regex import regex
from duizhao.validator.case import Case
from duizhao.validator.exclusive.find import Exchanged, beads

_FIGURES = "一二三四五六七八九十"
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ZH = regex(
    f"逢(?:农历|旧历|阴历)?[{_FIGURES}](?:(?:[、，和或及]|日?[、，]?逢)[{_FIGURES}])*(?=日|号|的|[，。；、]|[赶开成有]|集|场|$)"
)
_NUMBER = rf"(?:{'|'.join(_NUMBERS)}|[1-9]|10)"
_EN = regex(rf"\bevery ({_NUMBER}(?:(?:,? (?:or|and) |, ){_NUMBER})*) days?\b")


def counted(case: Case) -> Iterator[Exchanged]:
    """The days on which something is held that the translation counts from one another.

    逢五逢十 is every five days as well, so that the English has to have all the figures.

    Args:
        case: the article.
    """
    chinese = case.article.chinese
    if "逢" not in case.plain[chinese.start : chinese.end]:
        return
    for bead in beads(case):
        for zh in _ZH.finditer(bead.zh):
            figures = {_FIGURES.index(character) + 1 for character in zh[0] if character in _FIGURES}
            for en in _EN.finditer(bead.en):
                if figures == {_value(word) for word in re.findall(_NUMBER, en[1])}:
                    yield bead.exchanged("relative", zh, en)


def _value(word: str) -> int:
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else int(word)
