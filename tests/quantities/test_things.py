"""What a figure counts: every pair of things of a group, the noun before the figure or behind it."""

from __future__ import annotations

import itertools
import os
import re

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.case import Case
from duizhao.validator.examples import article_bytes, settings_of
from duizhao.validator.pairing.said_of import things

LISTED = ("crops", "beasts", "arms", "people", "class", "works", "rail", "craft", "sex")
"""Groups whose nouns may stand before the figure."""
SERIAL = "serial"
"""The group whose things are told apart by a number."""
MEASURES = {"斤": "jin of", "吨": "tons of", "担": "dan of"}


def rows() -> list[dict[str, str]]:
    path = os.path.join(os.path.dirname(things.__file__), "things.tsv")
    with open(path, encoding="utf-8") as file:
        head, *lines = (line.rstrip("\n").split("\t") for line in file)
    return [dict(zip(head, line, strict=True)) for line in lines]


def noun(row: dict[str, str]) -> str:
    return row["zh"].split()[0]


def exchanges() -> list[tuple[dict[str, str], dict[str, str], str]]:
    """Two things of a group, and a noun of the second that says nothing of the first."""
    found = []
    for _, members in itertools.groupby(sorted(rows(), key=lambda row: row["group"]), lambda row: row["group"]):
        for one, other in itertools.permutations(list(members), 2):
            own = re.compile(
                "|".join(rf"\b{word.replace('_', ' ')}\b" for word in f"{one['en']} {one['not_en']}".split())
            )
            words = [word.replace("_", " ") for word in other["en"].split()]
            said = [word for word in words if not own.search(word)]
            if said and "workday" not in said:  # a unit of its own
                found.append((one, other, said[0]))
    return found


EXCHANGES = exchanges()


def params(*groups: str) -> list[object]:
    return [
        pytest.param(one, said, id=f"{noun(one)}-{noun(other)}")
        for one, other, said in EXCHANGES
        if (one["group"] in groups if groups else one["group"] != SERIAL)
    ]


def judged(zh: str, en: str) -> list[str]:
    case = Case(parse(Source.decode("a.md", article_bytes({"zh": zh, "en": en}))), settings_of({}))
    return [link.verdict for link in case.wrong]


def english(said: str, example: str) -> str:
    """An English sentence with the figure of an example."""
    measure = next((f"{words} " for sign, words in MEASURES.items() if re.search(f"[百千万]{sign}", example)), "")
    return f"In all there were 300 {measure}{said}."


def counted(row: dict[str, str]) -> str:
    """The example of a row with three hundred of the thing."""
    return re.sub("[一二两三四五六七八九十百千万]+", "三百", row["example"], count=1)


@pytest.mark.parametrize(("one", "said"), params())
def test_another_thing_is_told(one: dict[str, str], said: str) -> None:
    zh = counted(one)
    assert judged(f"那里共有{zh}。", english(said, zh)) == ["counted"]


@pytest.mark.parametrize("row", [row for row in rows() if row["group"] != SERIAL], ids=noun)
def test_the_thing_itself_is_right(row: dict[str, str]) -> None:
    zh = counted(row)
    for word in row["en"].split():
        assert judged(f"那里共有{zh}。", english(word.replace("_", " "), zh)) == [], word


@pytest.mark.parametrize(("one", "said"), params(*LISTED))
def test_the_noun_may_stand_before_the_figure(one: dict[str, str], said: str) -> None:
    assert judged(f"那里共有{noun(one)}三百，都很好。", english(said, "")) == ["counted"]


@pytest.mark.parametrize(("one", "said"), params(SERIAL))
def test_another_thing_of_that_number(one: dict[str, str], said: str) -> None:
    assert judged(f"他读到{counted(one)}，很高兴。", f"He has read as far as {said.title()} 300 and is glad.") == [
        "counted"
    ]


@pytest.mark.parametrize("row", [row for row in rows() if row["group"] == SERIAL], ids=noun)
def test_the_thing_of_that_number(row: dict[str, str]) -> None:
    for word in row["en"].split()[::2]:
        assert (
            judged(f"他读到{counted(row)}，很高兴。", f"He has read as far as {word.title()} 300 and is glad.") == []
        ), word
