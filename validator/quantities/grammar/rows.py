"""All constructs.  Their order matters: among covers that cost the same it decides which is kept."""

from __future__ import annotations

from duizhao.validator.quantities.grammar import (
    amounts,
    bounds,
    clock,
    dates,
    english,
    multiples,
    ordinals,
    others,
    ranges,
    shares,
)

ROWS = (
    *amounts.ROWS,
    *ranges.ROWS,
    *bounds.ROWS,
    *shares.ROWS,
    *multiples.ROWS,
    *ordinals.ROWS,
    *dates.ROWS,
    *clock.ROWS,
    *others.ROWS,
    *english.ROWS,
)
