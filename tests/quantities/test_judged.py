"""Sentence pairs of `judged.yaml`: what is wrong with which figures, how certainly, and why; or nothing."""

from __future__ import annotations

from typing import Any

from sentence_pairs import article_of, each_row

from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings

CERTAINTIES = ("doubtful", "probable", "sure")


def judged(zh: str, en: str, date: str = "") -> list[str]:
    """What is wrong with the figures of a paragraph, in the form of the table."""
    case = Case(article_of(zh, en, date), Settings())
    found = []
    for link in case.links.body:
        if link.verdict:
            sides = (" ".join(case.text[one.start : one.end].split()) if one else "–" for one in (link.zh, link.en))
            why = f" ({link.detail})" if link.detail else ""
            found.append(f"{link.verdict} {CERTAINTIES[link.certainty]}: {' / '.join(sides)}{why}")
    return found


@each_row(__file__, "judged.yaml")
def test_judged(row: dict[str, Any]) -> None:
    assert judged(row["zh"], row["en"], row.get("date", "")) == row["say"]
