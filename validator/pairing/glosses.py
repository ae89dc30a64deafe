"""Measures that a translator adds in brackets: 37 mu (about 2.5 hectares), over a hundred li [fifty kilometres]."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.validator.pairing.agree import same_dimension
from duizhao.validator.pairing.sides import Side
from duizhao.validator.quantities.model import Quantity

_OPENS = re.compile(r"[^.;:。；：()\[\]（）]{0,40}[(\[（][^()\[\]（）0-9]{0,30}")
"""What stands between a measure and its gloss: the thing measured, a bracket, and a word like "about"."""
_BRACKET = re.compile(r"[(\[（]")
_CLOSES = re.compile(r"[^()\[\]（）.;]{0,60}[)\]）]")
_LONGEST = 110
"""Characters of a bracket with a gloss; what is longer tells something else."""


def glosses(text: str, side: Side) -> Iterator[tuple[int, int]]:
    """The items of a text that only convert the measure before their bracket, each with that measure.

    Args:
        text: of the file.
        side: its expressions.
    """
    clusters, quantities = side.clusters, side.quantities
    if not clusters or not _BRACKET.search(text, clusters[0].start, clusters[-1].end):
        return
    usual = side.usual()
    for cluster, index in usual.items():
        gloss = quantities[index]
        if not gloss.unit:
            continue
        for before in (usual.get(cluster - 1), usual.get(cluster - 2)):  # the nearest first
            if before is None:
                continue
            measure = quantities[before]
            if gloss.start - measure.end > _LONGEST:
                break
            if measure.unit and _is_gloss(text, measure, gloss):
                yield index, before
                break


def _is_gloss(text: str, measure: Quantity, gloss: Quantity) -> bool:
    return (
        measure.unit != gloss.unit
        and same_dimension(measure, gloss)
        and _OPENS.fullmatch(text, measure.end, gloss.start) is not None
        and _CLOSES.match(text, gloss.end) is not None
    )
