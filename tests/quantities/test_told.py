"""Sentence pairs of `told.yaml`: figures and words that changed places, and how far apart they may stand."""

from __future__ import annotations

from typing import Any

from sentence_pairs import article_of, each_row, filled

from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Place
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
