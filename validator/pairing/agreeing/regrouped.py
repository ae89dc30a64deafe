"""Figures that are right one by one, and grouped so that no reader takes them for what they are: 28,074,10,674."""

from __future__ import annotations

from duizhao.validator.pairing.model import PROBABLE, Judgement
from duizhao.validator.quantities.model import Form, Quantity
from duizhao.validator.quantities.numeral_en import REGROUPED

_LEAST = 1_000_000
"""What has no two commas cannot be grouped so."""


def regrouped(text: str, en: Quantity) -> Judgement | None:
    """Judge the commas of a number; None where they stand as English sets them, or as the original does.

    Args:
        text: of the article.
        en: an expression of the translation, whose counterpart has the same value.
    """
    if en.low < _LEAST or en.form is not Form.DIGITS:
        return None
    found = REGROUPED.search(text, en.start, en.end)
    # Groups of four are those of the original: no reader takes them for another number.
    if found is None or all(len(group) == _MYRIADS for group in found[0].partition(".")[0].split(",")[1:]):
        return None
    return Judgement("scale", "its commas part the figures wrongly", PROBABLE)


_MYRIADS = 4
