"""Sentence pairs of `told.yaml`: figures and words that changed places, and how far apart they may stand."""

from __future__ import annotations

from typing import Any

from sentence_pairs import article_of, each_row, filled
from test_judged import in_one_paragraph, linked

from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Place
from duizhao.validator.pairing.exchanged import exchanges
from duizhao.validator.running.engine import check_article

RULES = ("N114", "N154", "N20", "D")


def told(zh: str, en: str, date: str = "1956-03-14") -> list[str]:
    """What is found, in the form of the table."""
    found = check_article(article_of(zh, en, date), Settings(select=RULES))
    return [f"{one.rule}: {words(one.zh)} / {words(one.en)} ({one.message})" for one in found]


def words(place: Place | None) -> str:
    return " ".join(place.text.split()) if place else "–"


def apart(row: dict[str, Any], count: int) -> list[str]:
    """The rules that speak where so many characters that say nothing stand in the holes of a row."""
    return [one[:4] for one in told(*filled(row, count))]


@each_row(__file__, "told.yaml")
def test_told(row: dict[str, Any]) -> None:
    if "beyond" in row:
        assert apart(row, row["as_far_as"]) == row["say"]
        assert apart(row, row["as_far_as"] + 1) == row["beyond"]
    else:
        assert told(**{key: value for key, value in row.items() if key != "say"}) == row["say"]


def of_one_paragraph(row: dict[str, Any]) -> bool:
    return "beyond" not in row and in_one_paragraph(row)


@each_row(__file__, "told.yaml", of_one_paragraph)
def test_exchanged_where_nothing_stands_around(row: dict[str, Any]) -> None:
    """Where a file begins with the two figures they are found as well."""
    text, links = linked(row["zh"], row["en"], row.get("date", "1956-03-14"))
    found = []
    for one, other in (exchange.pairs for exchange in exchanges(text, links)):
        sides = (one.zh, other.zh), (one.en, other.en)
        words = [text[min(two).start : max(two).end] for two in sides]
        found.append(f"N114: {' / '.join(words)}")
    assert found == [said.partition(" (")[0] for said in row["say"] if said.startswith("N114")]
