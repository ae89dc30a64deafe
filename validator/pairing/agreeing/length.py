"""A year or a month that became so many of them: 一九四六年 as "1946 years"."""

from __future__ import annotations

from duizhao.validator.pairing.model import WHICH_ONE, Judgement
from duizhao.validator.quantities.grammar.build import named_month
from duizhao.validator.quantities.model import DateParts, Kind, Quantity

_LENGTHS = frozenset(("year", "month"))


def as_length(text: str, zh: Quantity, en: Quantity) -> tuple[Quantity, Judgement] | None:
    """What it means that a year or a month became so many of them, 一九四六年 as "1946 years"; None for all else.

    The first of the pair is the Chinese expression as one that says which.

    Args:
        text: of the article.
        zh: a date of the original.
        en: a length of time.
    """
    date = zh.date
    if date is None or zh.weak or en.kind is not Kind.MEASURE or en.unit not in _LENGTHS:
        return None
    part = getattr(date, en.unit)
    if part is None or date != DateParts(**{en.unit: part}) or not en.low <= part <= en.high:
        return None
    if en.unit == "month" and "、" not in text[zh.start - 1 : zh.end + 1] and not _until(text, zh):
        return None  # 一月内 may be a month by itself; 六、七两月 are June and July, 到六月 is until June
    return zh._replace(kind=Kind.ORDINAL, date=None), WHICH_ONE


def _until(text: str, zh: Quantity) -> bool:
    """Whether a month of the calendar is meant: 到六月, but not 在六月内."""
    return named_month(text, zh.start, zh.end) and "内" not in text[zh.end - 1 : zh.end + 2]
