"""Sentence pairs of `reviewed.yaml`: what is wrong with which dates, how severely, and why; or nothing."""

from __future__ import annotations

from typing import Any

import pytest
from sentence_pairs import article_of, each_row

from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.dates.review import review


def reviewed(zh: str, en: str, date: str = "1948-02-05") -> list[str]:
    """What is wrong with the dates of a paragraph, in the form of the table."""
    case = Case(article_of(zh, en, date), Settings())
    found = []
    for sort, some in sorted(review(case).items()):
        for hit in some:
            sides = (" ".join(case.text[one.start : one.end].split()) if one else "–" for one in (hit.zh, hit.en))
            severity = f" {hit.severity.word}" if hit.severity else ""
            found.append(f"{sort}{severity}: {' / '.join(sides)} ({hit.message})")
    return found


@each_row(__file__, "reviewed.yaml")
def test_reviewed(row: dict[str, Any]) -> None:
    assert reviewed(**{key: value for key, value in row.items() if key != "say"}) == row["say"]


TOLD = "coarse: 一九五六年六月 / June (“June”, but the original has June 1956)"


@pytest.mark.parametrize(("letters", "expected"), [(570, []), (580, [TOLD])])
def test_a_year_is_told_for_some_sentences(letters: int, expected: list[str]) -> None:
    """600 letters before the date, "In 1956 work began." among them, in a paragraph of its own."""
    zh = f"一九五六年开工。{'啊' * 150}。 ¶ 一九五六年六月完工。"
    en = f"In 1956 work began. {'z' * letters} ¶ In June it ended."
    assert reviewed(zh, en, "1958-10-12") == expected
