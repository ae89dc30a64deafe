"""What is left of both sides, joined where it stands in each other's place."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.agreeing.agree import elliptic
from duizhao.validator.pairing.agreeing.length import as_length
from duizhao.validator.pairing.choice.assign import Correspondence, assign
from duizhao.validator.pairing.choice.sides import Side
from duizhao.validator.pairing.choice.texts import Texts
from duizhao.validator.pairing.choice.unlike import least_unlike
from duizhao.validator.pairing.model import Judgement, Link
from duizhao.validator.pairing.values.differ import differ
from duizhao.validator.pairing.values.judge import converted_wrongly
from duizhao.validator.quantities.model import Quantity


def join_differing(texts: Texts, points: Sequence[tuple[int, int]]) -> list[Link]:
    """Join values that differ but stand in each other's place.

    Args:
        texts: the two texts.
        points: places that correspond.
    """
    rows, columns = texts.zh.left(), texts.en.left()
    if not any(_is_year(texts.zh.quantities[a]) for a in rows):
        columns = [j for j in columns if not _glossed_year(texts.setting.text, texts.en.quantities[j])]
    if not rows or not columns:
        return []
    expect = Correspondence(texts.ends, points)
    expected = [expect(texts.zh.places[a]) for a in rows]

    def cost(i: int, j: int) -> float | None:
        away = abs(expected[i] - texts.en.places[columns[j]])
        # What stands farther off was not put in its place.
        return None if away > w.REACH else least_unlike(texts, rows[i], columns[j], away)[0]

    links = []
    for i, j in assign(len(rows), len(columns), cost, w.DIFFERENT):
        _, a, b = least_unlike(texts, rows[i], columns[j], 0.0)
        # A pair made just before may have decided for another reading of the same words.
        if not texts.zh.closed[a] and not texts.en.closed[b]:
            texts.zh.take(a)
            texts.en.take(b)
            zh, judgement = _judged(texts, texts.zh.quantities[a], texts.en.quantities[b])
            links.append(Link(zh, texts.en.quantities[b], *judgement))
    return links


def _glossed_year(text: str, en: Quantity) -> bool:
    """Whether a year in brackets only says another in our calendar: the 36th year of the Republic (1947)."""
    bracketed = text[en.start - 1] in "(（[" and text[en.end : en.end + 1] in (")", "）", "]")
    return bracketed and en.low == en.high and _YEARS[0] <= en.low <= _YEARS[1] and not en.unit


def _is_year(zh: Quantity) -> bool:
    return (zh.date is not None and zh.date.year is not None) or _YEARS[0] <= zh.low <= _YEARS[1]


_YEARS = (1600, 2100)
"""Figures that are years where they stand alone in brackets."""


def _judged(texts: Texts, zh: Quantity, en: Quantity) -> tuple[Quantity, Judgement]:
    """What it means that a pair differs, and its Chinese expression as it is to be read for that."""
    which = as_length(texts.setting.text, zh, en)
    if which is not None:
        return which
    return zh, elliptic(texts.setting, zh, en) or converted_wrongly(zh, en) or differ(zh, en)


def join_hidden(texts: Texts, points: Sequence[tuple[int, int]]) -> list[Link]:
    """Join what is left of one side with a name or idiom of the other that counts in the same unit: 二年计划 and
    "the six-year plan", which by itself is taken for a name.

    Args:
        texts: the two texts.
        points: places that correspond.
    """
    zh, en = texts.zh, texts.en
    expect = Correspondence(texts.ends, points)
    links = []
    for i in zh.left():
        at = expect(zh.places[i])
        some = [(abs(at - en.places[j]), j) for j in _hidden(en, zh.quantities[i])]
        if some and min(some)[0] < w.REACH_HIDDEN:
            links.append(_differ(texts, i, min(some)[1]))
    for j in en.left():
        at = en.places[j]
        some = [(abs(expect(zh.places[i]) - at), i) for i in _hidden(zh, en.quantities[j])]
        if some and min(some)[0] < w.REACH_HIDDEN:
            links.append(_differ(texts, min(some)[1], j))
    return links


def _hidden(side: Side, one: Quantity) -> list[int]:
    """What else can be read in names and idioms, of the kind and unit of an expression that is left."""
    # Without a unit in common any name with a numeral would do.
    if not one.unit or one.weak:
        return []
    return [
        index
        for index, other in enumerate(side.quantities)
        if other.unit == one.unit
        and other.kind is one.kind
        and side.cover_of[index]
        and not side.closed[index]
        and not side.decided[side.cluster_of[index]]
        and not side.clusters[side.cluster_of[index]].covers[0].quantities
    ]


def _differ(texts: Texts, i: int, j: int) -> Link:
    zh, en = texts.zh.quantities[i], texts.en.quantities[j]
    texts.zh.take(i)
    texts.en.take(j)
    return Link(zh, en, *differ(zh, en))
