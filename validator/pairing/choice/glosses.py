"""Measures that a translator adds in brackets: 37 mu (about 2.5 hectares), over a hundred li [fifty kilometres]."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duizhao.regex import regex
from duizhao.validator.pairing.agreeing.agree import of_new_units
from duizhao.validator.pairing.choice.sides import Side
from duizhao.validator.pairing.choice.texts import Texts
from duizhao.validator.pairing.model import Link
from duizhao.validator.pairing.values.conversions import far_off
from duizhao.validator.pairing.values.dimensions import same_dimension
from duizhao.validator.pairing.values.judge import converted_wrongly
from duizhao.validator.quantities.model import Quantity

_OPENS = regex(r"[^.;:。；：()\[\]（）]{0,40}[(\[（][^()\[\]（）0-9]{0,30}")
"""What stands between a measure and its gloss: the thing measured, a bracket, and a word like "about"."""
_GATE = regex(r"[(\[（]|, (?:or|that is|i\.e\.|equal|equivalent) |[即合]")
"""What a text with a gloss has, and most have not."""
_CLOSES = regex(r"[^()\[\]（）.;]{0,60}[)\]）]")
_THAT_IS = regex(
    r",? (?:or|that is|i\.e\.|equal to|equivalent to),?(?: about| some| roughly| approximately| nearly)? |"
    r"，?(?:即|合|约合|折合)"
)
"""44 jin, or 22 kilograms: a gloss without a bracket of its own."""
_BESIDE = regex(r" ?[(\[（](?:about |some |approximately |roughly |nearly |or )*", re.IGNORECASE)
"""What stands between a measure and a gloss that can be of nothing else."""
_LONGEST = 110
"""Characters of a bracket with a gloss; what is longer tells something else."""


def glosses(text: str, side: Side) -> Iterator[tuple[int, int]]:
    """The items of a text that only convert the measure before their bracket, each with that measure.

    Args:
        text: of the file.
        side: its expressions.
    """
    clusters, quantities = side.clusters, side.quantities
    if not clusters or not _GATE.search(text, clusters[0].start, clusters[-1].end):
        return
    order = [index for index, cover in enumerate(side.cover_of) if not cover]
    for at, index in enumerate(order):
        gloss = quantities[index]
        if not gloss.unit:
            continue
        for before in reversed(order[max(0, at - _NEAR) : at]):
            measure = quantities[before]
            if measure.unit and gloss.start - measure.end <= _LONGEST and _is_gloss(text, measure, gloss):
                yield index, before
                break


_NEAR = 2
"""How many expressions before a gloss its measure may stand."""


def _is_gloss(text: str, measure: Quantity, gloss: Quantity) -> bool:
    if measure.unit == gloss.unit or not same_dimension(measure, gloss):
        return False
    if _THAT_IS.fullmatch(text, measure.end, gloss.start):
        return True
    bracket = _OPENS.fullmatch(text, measure.end, gloss.start) and _CLOSES.match(text, gloss.end)
    return bracket is not None


def set_aside(texts: Texts) -> list[tuple[int, int]]:
    """Take away the conversions that the translator added in brackets.

    They have no counterpart of their own; where the original has brackets of that kind, they may have.

    Args:
        texts: the two texts.

    Returns:
        Each with the measure before it, as items of the translation.
    """
    text = texts.setting.text
    said = {(one.unit, one.low) for one in texts.zh.quantities}
    figures = {low for _, low in said}

    def both_said(measure: Quantity, gloss: Quantity) -> bool:
        return (gloss.unit, gloss.low) in said and measure.low in figures

    # What the original says in that unit too is no addition, whatever dimension its own measure is taken to be of.
    en = texts.en.quantities
    found = [(index, before) for index, before in glosses(text, texts.en) if not both_said(en[before], en[index])]
    # The original may have given both measures itself.
    if not found or next(glosses(text, texts.zh), None) is not None:
        return []
    for index, _ in found:
        texts.en.take(index)
    return found


def judged_glosses(texts: Texts, found: Sequence[tuple[int, int]], links: Sequence[Link]) -> Iterator[Link]:
    """What is wrong with the conversions that were set aside.

    Args:
        texts: the two texts.
        found: what `set_aside` gave.
        links: the pairs: a conversion is judged by the original, where its measure has a counterpart there.
    """
    if not found:
        return
    told = {link.en: link.zh for link in links}
    for index, before in found:
        measure, gloss = texts.en.quantities[before], texts.en.quantities[index]
        # By the original where there is one: the measure before may itself be wrong.
        zh = told.get(measure)
        judgement = converted_wrongly(zh or measure, gloss)
        if judgement is None and _BESIDE.fullmatch(texts.setting.text, measure.end, gloss.start):
            judgement = far_off(zh or measure, gloss)
        if judgement is not None and not of_new_units(texts.setting.issue, zh or measure, gloss):
            yield Link(zh, gloss, *judgement)
