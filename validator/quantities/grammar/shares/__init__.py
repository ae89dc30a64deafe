"""Percentages, fractions, tenths and discounts: 百分之五, 三分之一, 三成五, 打六折, 5 percent, one in five.

`sizes.py` says how much a word of shares is; the other modules are one kind of share each.
They may import what all constructs share, and no other construct.
"""

from __future__ import annotations

from duizhao.validator.quantities.grammar.row import Row
from duizhao.validator.quantities.grammar.shares import fractions, interest, percents, tenths

ROWS: tuple[Row, ...] = (
    *percents.ROWS,
    *tenths.ROWS,
    *interest.ROWS,
    *tenths.ALONE,
    *fractions.ROWS,
)
