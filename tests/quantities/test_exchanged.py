"""The labels that numbers are compared by: what the rows of their table say, and that looking for them stays cheap."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import crossing
import pytest

from duizhao.validator.pairing.exchanged.labels import NOTHING, chinese, english, rows
from duizhao.validator.quantities.lexicon import simplified

pytestmark = pytest.mark.usefixtures("unbounded")

Row = dict[str, str]

ROWS = [pytest.param(row, id=f"{row['class']}-{row['label']}-{row['zh'].split()[0]}") for row in rows()]
LABELS = [pytest.param(row, id=f"{row['class']}-{row['label']}") for row in rows() if row["label"] != NOTHING]


@pytest.mark.parametrize("row", ROWS)
def test_a_row_says_why(row: Row) -> None:
    assert all(row[column] for column in ("class", "label", "zh", "reason", "example"))
    assert row["zh"] == row["zh"].translate(simplified())
    assert row["en"] == row["en"].lower()


@pytest.mark.parametrize("row", LABELS)
def test_the_example_holds_the_label_in_both_languages(row: Row) -> None:
    zh, en = row["example"].split(" = ")
    assert row["label"] in {token.label for token in chinese(zh, 0)}
    assert row["label"] in {token.label for token in english(en, 0, len(en))}


@pytest.mark.parametrize("row", LABELS)
def test_every_word_is_found(row: Row) -> None:
    for word in row["zh"].split():
        assert row["label"] in {token.label for token in chinese(word, 0)}
    for word in row["en"].split():
        phrase = word.replace("_", " ")
        assert row["label"] in {token.label for token in english(phrase, 0, len(phrase))}


def test_a_chinese_word_has_one_label() -> None:
    words = [word for row in rows() for word in row["zh"].split()]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("row", [row for row in rows() if row["label"] == NOTHING], ids=lambda row: row["zh"][:2])
def test_words_that_only_hold_a_label(row: Row) -> None:
    for word in row["zh"].split():
        assert chinese(word, 0) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("马力大", []),
        ("小麦和大麦", [("wheat", 0, 2), ("barley", 3, 5)]),
        ("中学生", [("secondary school", 0, 3)]),
        ("男女工人", [("worker", 2, 4)]),
    ],
)
def test_the_longest_word_is_meant(text: str, found: list[tuple[str, int, int]]) -> None:
    assert [(token.label, token.start, token.end) for token in chinese(text, 0)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Women’s team", ["women", "team event", "team"]),
        ("heavy machine guns", ["heavy machine gun"]),
        ("U.S. troops", ["American", "United States"]),
        ("manly", []),
    ],
)
def test_english_words(text: str, found: list[str]) -> None:
    assert sorted(token.label for token in english(text, 0, len(text))) == sorted(found)


Bodies = tuple[str, str]


def turned(count: int) -> Bodies:
    return "，".join(f"男{i}人，女{i + 5}人" for i in range(9, count)), ", ".join(
        f"{i + 5} men, {i} women" for i in range(9, count)
    )


def names(count: int) -> Bodies:
    return "，".join(f"河头村{i}人" for i in range(9, count)), ", ".join(f"Hetou {i + 1}" for i in range(9, count))


def labels(count: int) -> Bodies:
    return f"{'男女' * count}五人，{'小麦' * count}八人", f"{'men women ' * count} 5, {'Hetou wheat ' * count} 8"


@pytest.mark.slow
@pytest.mark.parametrize(("make", "count"), [(turned, 2000), (names, 2000), (labels, 8000)])
def test_growth(make: Callable[[int], Bodies], count: int) -> None:
    """Eight times as much takes nowhere near sixty-four times as long."""
    seconds(*make(50))
    small, large = seconds(*make(count // 8)), seconds(*make(count))
    assert large < 20 * small + 0.2


def seconds(zh: str, en: str) -> float:
    gc.collect()
    started = time.process_time()
    crossing.findings(zh, en)
    return time.process_time() - started
