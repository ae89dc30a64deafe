"""Dates: years, months, days, decades, centuries, weekdays, days named from the day of writing, seasons.

`fields.py` reads what a date is made of; the other modules are one kind of date each, and import it and nothing of one
another's.
"""

from __future__ import annotations

from duizhao.validator.quantities.grammar.dates import decades, eras, figures, named, several, single
from duizhao.validator.quantities.grammar.row import Row

ROWS: tuple[Row, ...] = (
    *single.ROWS,
    *several.ROWS,
    *eras.ROWS,
    *decades.ROWS,
    *named.ROWS,
    *figures.ROWS,
)
