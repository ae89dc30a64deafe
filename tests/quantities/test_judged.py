"""Sentence pairs of `judged.yaml`: what is wrong with which figures, how certainly, and why; or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sentence_pairs import article_of, each_row

from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.pairing.choice.pair import pair
from duizhao.validator.pairing.choice.texts import PairedText
from duizhao.validator.pairing.columns import scaled
from duizhao.validator.pairing.model import Link
from duizhao.validator.pairing.passages import together
from duizhao.validator.quantities.read import clusters

CERTAINTIES = ("doubtful", "probable", "sure")


def judged(zh: str, en: str, date: str = "") -> list[str]:
    """What is wrong with the figures of a paragraph, in the form of the table."""
    case = Case(article_of(zh, en, date), Settings())
    return shown(case.text, case.links.body)


def shown(text: str, links: Sequence[Link]) -> list[str]:
    """What is wrong with pairs, in the form of the table."""
    found = []
    for link in links:
        if link.verdict:
            sides = (" ".join(text[one.start : one.end].split()) if one else "–" for one in (link.zh, link.en))
            why = f" ({link.detail})" if link.detail else ""
            found.append(f"{link.verdict} {CERTAINTIES[link.certainty]}: {' / '.join(sides)}{why}")
    return found


def linked(zh: str, en: str, date: str = "") -> tuple[str, list[Link]]:
    """A text of nothing but two sentences that say the same, the original first, and its pairs."""
    text, at = f"{zh}\n\n{en}", len(zh) + 2
    day = (int(date[:4]), int(date[5:7]), int(date[8:])) if date else None
    ours = clusters(text, "zh", 0, len(zh), year=day and day[0])
    theirs = clusters(text, "en", at, len(text), year=day and day[0])
    links = pair(text, PairedText(ours, 0, len(zh)), PairedText(theirs, at, len(text)), day)
    return text, scaled(text, together(links))


@each_row(__file__, "judged.yaml")
def test_judged(row: dict[str, Any]) -> None:
    assert judged(row["zh"], row["en"], row.get("date", "")) == row["say"]


def in_one_paragraph(row: dict[str, Any]) -> bool:
    return "\n" not in row["zh"] + row["en"]


@each_row(__file__, "judged.yaml", in_one_paragraph)
def test_judged_where_nothing_stands_around(row: dict[str, Any]) -> None:
    """The words before a figure are looked at as far as there are any: what a file begins with is judged alike."""
    assert shown(*linked(row["zh"], row["en"], row.get("date", ""))) == row["say"]
