"""Counts and measures: 五百多人, 六斤十二两, 15,000 tons, an hour and a half, US$5 million, 5 ft 2 in.

One module is one kind of amount.  They may import what all constructs share (`grammar/build.py`) and one another in one
way, but no dates: whether 二十日 is a date or twenty days is decided by what each of them costs.
"""

from __future__ import annotations

from duizhao.validator.quantities.grammar.amounts import beside, counts, halves, measures, money, parts, rates
from duizhao.validator.quantities.grammar.row import Row

ROWS: tuple[Row, ...] = (
    *counts.ROWS,
    *measures.ROWS,
    *rates.ROWS,
    *halves.ROWS,
    *money.ROWS,
    *parts.ROWS,
    *measures.OF_A_UNIT,
    *beside.ROWS,
)
