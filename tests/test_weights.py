"""Which of several Chinese paragraphs is missing from the English that they share, and texts in the wrong encoding."""

from __future__ import annotations

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.align import Bead
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.text.mojibake import _from_1252, _from_latin1
from duizhao.validator.text.weights import Weight, left_out

FIRST = "今年全县收成很好，农民都很高兴，交了公粮五千斤。"
SECOND = "南边遭了水灾，房屋倒塌，淹死牲口三百头，政府已经派人去救。"
EN = "The harvest is good in the whole county this year, the farmers are glad and have delivered 5,000 jin of grain."


@pytest.mark.parametrize(
    ("chinese", "english", "missing"),
    [
        ((FIRST, SECOND), EN, 1),
        ((SECOND, FIRST), EN, 0),
        ((FIRST, SECOND), EN * 2, None),
        ((FIRST, "短讯。"), EN, None),
        ((FIRST,), EN, None),
    ],
    ids=["the second", "the first", "none: long enough", "none: what is too short", "none: one alone"],
)
def test_which_paragraph_is_left_out(chinese: tuple[str, ...], english: str, missing: int | None) -> None:
    given = {"en": english, "zh": " ¶ ".join(chinese)}
    case = Case(parse(Source.decode("a.md", article_bytes(given))), Settings())
    han = sum(map(len, chinese))
    weight = Weight(Bead((0,), tuple(range(len(chinese)))), len(english), han * len(EN) / len(FIRST), han)
    assert left_out(case, weight) == missing


def test_a_text_that_has_no_other_encoding_stays() -> None:
    assert _from_1252("â€œcoalâ€\x9d") == "“coal”"
    assert _from_1252("â€") == ""
    assert _from_latin1("ÖÐ¹ú") == "中国"
    assert _from_latin1("é") == ""
