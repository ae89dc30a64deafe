"""What English alone says: articles that count, days by ordinals, dates of every order, times past the hour.

A construct that both languages have is in the module of its kind, beside this room; what a construct here shares with
one there is imported from it, never the other way.
"""

from __future__ import annotations

from duizhao.validator.quantities.grammar.english import dates, hours, measures, ordinals, places, shares
from duizhao.validator.quantities.grammar.row import Row

ROWS: tuple[Row, ...] = (
    *measures.ROWS,
    *hours.ROWS,
    *dates.ROWS,
    *shares.ROWS,
    *ordinals.ROWS,
    *places.ROWS,
)
