"""How unlike two expressions of different values are, and so how likely it is that one became the other."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.agreeing.length import as_length
from duizhao.validator.pairing.agreeing.setting import Setting
from duizhao.validator.pairing.choice.sides import Side
from duizhao.validator.pairing.choice.texts import Texts
from duizhao.validator.pairing.values.difference import difference
from duizhao.validator.pairing.values.dimensions import is_time
from duizhao.validator.pairing.values.judge import converted_wrongly
from duizhao.validator.pairing.values.sorts import distinct, same_sort
from duizhao.validator.quantities.model import SHARES, Form, Kind, Quantity, Relation
from duizhao.validator.times.compare import alike, distance

_DATE = Kind.DATE  # up to Python 3.11 slow to look up


def least_unlike(texts: Texts, a: int, b: int, away: float) -> tuple[float | None, int, int]:
    """The cost of the readings of two expressions that are least unlike, where the usual ones cannot be compared.

    第二届 and "the 7th" are ordinals, though "the 7th" is rather a day.

    Args:
        texts: the two texts.
        a: an item of the original.
        b: one of the translation.
        away: how far it stands from where the counterpart is expected.

    Returns:
        The cost, None where the two cannot be one, and the items of those readings.
    """
    setting, zh, en = texts.setting, texts.zh, texts.en
    usual = unlikeness(setting, zh.quantities[a], en.quantities[b], away)
    # Other readings are dearer; they are tried only where the usual ones can be no pair.
    if usual is not None and usual < w.DIFFERENT:
        return usual, a, b
    best: tuple[float | None, int, int] = (usual, a, b)
    for i in items_instead(zh, a):
        for j in items_instead(en, b):
            cost = unlikeness(setting, zh.quantities[i], en.quantities[j], away)
            if cost is not None:
                cost = cost + zh.costs[i] + en.costs[j]
                if best[0] is None or cost < best[0]:
                    best = cost, i, j
    return best


def items_instead(side: Side, index: int) -> Sequence[int]:
    """An item and what else can be read in its place, alone in its cover.

    Args:
        side: one of the texts.
        index: the item.
    """
    cluster = side.cluster_of[index]
    if side.decided[cluster] or len(side.cover(index)) > 1:
        return [index]
    return [other for other in side.of_cluster(index) if len(side.cover(other)) == 1]


def unlikeness(setting: Setting, zh: Quantity, en: Quantity, away: float) -> float | None:
    """What it costs to say that a pair of differing values is one; None where they cannot be.

    Args:
        setting: where both stand.
        zh: an expression of the original.
        en: one of the translation.
        away: how far it stands from where the counterpart is expected.
    """
    text = setting.text
    if zh.kind is _DATE or en.kind is _DATE:
        return _date_unlike(setting, zh, en, away)
    markers = (zh.kind is Kind.LIST_MARKER) + (en.kind is Kind.LIST_MARKER)
    # A mark of a list is no number of the text, and "few" is no figure that a slip could make.
    if markers == 1 or text[en.start : en.end] == "few":
        return None
    if markers:
        return w.NO_SLIP + away / w.FAR
    if text.endswith("ll but ", 0, en.start) or (en.counter == "times" and is_time(zh)):
        return None  # all but eighteen are the others; twice a year is every half year
    if zh.kind is Kind.UNKNOWN:  # ×月×日 is "one day"
        return w.NO_SLIP + away / w.FAR if en.low > 1 else None
    if converted_wrongly(zh, en) is not None:
        return w.NO_SLIP + w.CONVERTED + away / w.FAR
    idle = 0.0
    implied = en.form is Form.IMPLIED and zh.form is not Form.IMPLIED and en.weak and not en.unit
    multiples = zh.kind is en.kind is Kind.MULTIPLE
    if implied and not multiples:
        return None  # "both" is said of two, and of nothing else
    if (zh.weak or en.weak) and not multiples:
        # 一 and "a" are everywhere, and would be a slip of any number.
        if zh.low <= 1 or en.low <= 1 or Kind.CODE in (zh.kind, en.kind) or Kind.UNKNOWN in (zh.kind, en.kind):
            return None
        idle = w.IDLE
    kinds = 0.0 if same_sort(zh, en) or _both_change(zh, en) else w.LABEL if _labelled(zh, en) else w.OTHER_SORT
    # Of a small number no slip can be told: any other is one digit away.
    slip = difference(zh.low, en.low).slip and distinct(zh)
    return (w.SLIP if slip else w.NO_SLIP) + kinds + idle + away / w.FAR


_MULTIPLE = Kind.MULTIPLE


def _both_change(zh: Quantity, en: Quantity) -> bool:
    """Whether both say how much more or less: 增加三分之一 as "a threefold increase"."""
    kinds = (zh.kind in SHARES and en.kind is _MULTIPLE) or (zh.kind is _MULTIPLE and en.kind in SHARES)
    return kinds and Relation.NONE not in (zh.relation, en.relation)


def _labelled(zh: Quantity, en: Quantity) -> bool:
    """Whether a bare figure may be the number by which a thing is known: Districts 1, 3 and 8."""
    return zh.kind is Kind.ORDINAL and en.kind is Kind.CARDINAL and not en.counter and en.form is Form.DIGITS


def _date_unlike(setting: Setting, zh: Quantity, en: Quantity, away: float) -> float | None:
    """The same where one of them is a date, or both are."""
    if not (zh.date and en.date):
        return None if as_length(setting.text, zh, en) is None else w.SLIP + away / w.FAR
    if (zh.weak or en.weak) and not (away < w.REACH_RELATIVE and alike(zh.date, en.date, setting.issue)):
        return None
    return 0.1 + distance(zh.date, en.date, setting.issue) * 0.9 + away / w.FAR
