"""A numeral at a place of a text, and the approximator that clings to it: thirty-odd, 500+, 20-odd million."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import Approx, Form
from duizhao.validator.quantities.numeral import Numeral, exact
from duizhao.validator.quantities.numeral_en.words import MULTIPLIERS, PLURALS, SCALES, SEP, trie


class Found(NamedTuple):
    """A numeral at a place: where it ends, and what it says."""

    end: int
    numerals: tuple[Numeral, ...]


new_found = partial(tuple.__new__, Found)
"""Makes one of a pair, quicker than the class: most numerals have nothing that clings to them."""
# 3+4 is a sum and "twenty plus two" another; "500+" and "twenty-plus" say more.
_ODD = regex(r"[- ]?odd\b|\+(?!\d)|[- ]plus\b(?! \w)|-plus\b|-some\b")
_ODD_WORDS = (" odd", " plus")
SCALE_RUN = regex(
    rf"(?P<gap>{SEP})?(?P<first>{trie((*MULTIPLIERS, *PLURALS, 'bn', 'mn', 'mln', 'mio', 'tn', 'trn', 'k'))})(?![a-z])"
)
"""A scale behind figures, and whether anything stands between them."""


def with_approximator(text: str, end: int, numerals: tuple[Numeral, ...]) -> Found:
    """The approximator that clings to a numeral: thirty-odd, 500+."""
    char = text[end : end + 1]
    # A blank and some other word stand behind nearly every numeral: a pattern is not needed to see that.
    if (char == " " and not text.startswith(_ODD_WORDS, end)) or char not in {" ", "-", "+", "o"}:
        return new_found((end, numerals))
    found = _ODD.match(text, end)
    if found is None:
        return Found(end, numerals)
    end, scale = found.end(), 1
    step = SCALE_RUN.match(text, end)
    if step is not None and step["gap"] and step["first"] in SCALES:
        end, scale = step.end(), int(SCALES[step["first"]])  # 20-odd million
    return Found(end, tuple([_over(one, scale) for one in numerals]))


def _over(one: Numeral, scale: int) -> Numeral:
    if scale == 1:
        return one._replace(approx=Approx.OVER)
    low, high = exact(one.low * scale), exact(one.high * scale)
    return one._replace(low=low, high=high, approx=Approx.OVER, form=Form.MIXED, mask=BIT["NUM"], scale=scale)
