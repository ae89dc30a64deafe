"""Counted things that translation exchanges while the figure stays right, as `traps.json` has them."""

from __future__ import annotations

import json
import os
import re
from functools import lru_cache
from typing import NamedTuple

from duizhao.validator.pairing.context import Context
from duizhao.validator.pairing.model import SURE, Judgement
from duizhao.validator.quantities.lexicon import simplified
from duizhao.validator.quantities.lexicon.simplify import simplify
from duizhao.validator.quantities.model import Quantity


class _Trap(NamedTuple):
    """A word of the original that English takes for another thing; what its parts mean is told in `traps.json`."""

    zh: str
    zh_where: str
    zh_near: str
    zh_not_near: str
    en: tuple[str, ...]
    en_not: tuple[str, ...]
    why: str


def _load_traps() -> tuple[_Trap, ...]:
    path = os.path.join(os.path.dirname(__file__), "traps.json")
    with open(path, encoding="utf-8") as file:
        rows = json.load(file)["traps"]
    return tuple(
        _Trap(
            row["zh"],
            row["where"],
            row.get("near", ""),
            row.get("not_near", ""),
            tuple(row["en"]),
            tuple(row.get("en_not", ())),
            row["why"],
        )
        for row in rows
    )


_TRAPS = _load_traps()
_TRAP_COUNTERS = frozenset(trap.zh[0] for trap in _TRAPS if trap.zh_where == "counter")


@lru_cache(maxsize=1)
def trap_counters() -> frozenset[str]:
    """How the counters of traps begin, in both scripts."""
    forms = {*_TRAP_COUNTERS, *map(chr, simplified())}
    return frozenset(form for form in forms if simplify(form) in _TRAP_COUNTERS)


TRAP_UNITS = frozenset(trap.zh for trap in _TRAPS if trap.zh_where == "unit")
TRAP_WORDS = frozenset(trap.zh for trap in _TRAPS if trap.zh_where == "after")


def counted(context: Context, zh: Quantity, en: Quantity) -> Judgement | None:
    """The figure is right, what it counts is not; see `traps.json`.

    Args:
        context: the words around the pair.
        zh: an expression of the original.
        en: its counterpart.
    """
    counter = simplify(zh.counter)
    for trap in _TRAPS:
        there = {
            "counter": counter.startswith(trap.zh),
            "after": context.zh_after.startswith(trap.zh),
            "unit": zh.unit == trap.zh,
        }[trap.zh_where]
        if not there or not _is_near(trap, f"{context.zh_before[-_NEAR:]}{counter}{context.zh_after[:4]}"):
            continue
        words = f"{en.counter} {context.en_after}".lstrip()
        said = context.en_after.lstrip()
        # One word may stand between: "5 new houses", "dozens of adobe houses".
        rest = said.removeprefix("of ").partition(" ")[2]
        wrong = words.startswith(trap.en) or said.startswith(trap.en) or rest.startswith(trap.en)
        # Where any word is wrong but those that excuse it, a single one needs none of them.
        if not trap.en[0] and en.low <= 1:
            continue
        if wrong and not any(_excuses(word, said[:_EXCUSED]) for word in trap.en_not):
            return Judgement("counted", trap.why, SURE)
    return None


_NEAR = 12
"""Characters before the figure in which the words of a trap stand."""
_EXCUSED = 24
"""Characters behind a figure in which a word makes it right."""


def _excuses(word: str, said: str) -> bool:
    return said.startswith(word[1:]) if word[0] == "^" else word in said


def _is_near(trap: _Trap, around: str) -> bool:
    """Whether the words beside an expression are those of a trap, and none that excuse it."""
    if trap.zh_not_near and re.search(trap.zh_not_near, around):
        return False
    return not trap.zh_near or re.search(trap.zh_near, around) is not None
