"""What texts of either language say, as tables: readings_zh.yaml and readings_en.yaml.

A case is `text: readings` or `text: {first: readings, also: [reading, …], year: N}`.  `first` is every expression that
is no mere formality (`weak`), in its cheapest reading, separated by `;`; `also` names readings that other covers of the
text have to offer.  A reading is a kind, a value (`30..35` for a range) or date, a unit, an approximator, a relation:

    measure 15000 ton over     percent 1/20 increase_by     date 1958-10-1     date --10 late     date 15:30 pm

Cases of the group `known gaps` are expected to fail: they say what would be right.
"""

from __future__ import annotations

import os
from typing import Any

import pytest
import yaml

from duizhao.validator.quantities.model import Approx, Quantity, Relation
from duizhao.validator.quantities.read import clusters

HERE = os.path.dirname(__file__)


def load() -> list[Any]:
    cases = []
    for language in ("zh", "en"):
        with open(os.path.join(HERE, f"readings_{language}.yaml"), encoding="utf-8") as file:
            for kind, group in yaml.safe_load(file).items():
                marks = [pytest.mark.xfail] if kind == "known gaps" else []
                cases += [
                    pytest.param(language, text, wanted, id=f"{kind}-{text}", marks=marks)
                    for text, wanted in group.items()
                ]
    return cases


def said(one: Quantity, *, related: bool) -> str:
    """A quantity as the tables write it; with what it is said of for Chinese, whose tables tell."""
    words = [one.kind.name.lower()]
    if one.date is not None:
        date = one.date
        day = [date.year, date.month, date.day]
        if any(part is not None for part in day):
            while day[-1] is None:
                day.pop()
            words.append("-".join("" if part is None else str(part) for part in day))
        if date.hour is not None:
            words.append(f"{date.hour}:{date.minute or 0:02}")
        if date.weekday is not None:
            words.append(f"day{date.weekday}")
        words += [word for word in (date.calendar, date.relative, date.span) if word]
    elif one.kind.name not in {"CODE", "UNKNOWN"}:
        words.append(str(one.low) if one.low == one.high else f"{one.low}..{one.high}")
        words += [one.unit] if one.unit else []
    if one.approx is not Approx.NONE:
        words.append(one.approx.name.lower())
    if related and one.relation is not Relation.NONE:
        words.append(one.relation.name.lower())
    return " ".join(words)


@pytest.mark.parametrize(("language", "text", "wanted"), load())
def test_reads(language: str, text: str, wanted: Any) -> None:
    case: dict[str, Any] = {"first": wanted} if wanted is None or isinstance(wanted, str) else wanted
    found = clusters(text, language, year=case.get("year"))
    related = language == "zh"
    if "first" in case:
        expected = [part.strip() for part in (case["first"] or "").split(";") if part.strip()]
        firsts = [one for cluster in found for one in cluster.covers[0].quantities if not one.weak]
        assert [said(one, related=related) for one in firsts] == expected
    offered = {said(one, related=related) for cluster in found for cover in cluster.covers for one in cover.quantities}
    assert set(case.get("also", ())) <= offered
