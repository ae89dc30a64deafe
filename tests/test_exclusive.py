"""The tables of words that exclude each other: every pair of a group, right and exchanged."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.case import Case
from duizhao.validator.examples import article_bytes, settings_of
from duizhao.validator.exclusive.bounds import turned_days
from duizhao.validator.exclusive.find import exchanged
from duizhao.validator.exclusive.said import opposites
from duizhao.validator.exclusive.table import rows


def case_of(zh: str, en: str) -> Case:
    return Case(parse(Source.decode("a.md", article_bytes({"zh": zh, "en": en}))), settings_of({}))


def first(words: str) -> str:
    return words.split(maxsplit=1)[0].replace("_", " ")


def pairs(name: str) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """Every member of a group with every other one."""
    for _, group in itertools.groupby(rows(name), key=lambda row: row["group"]):
        yield from itertools.permutations(group, 2)


def params(name: str) -> list[object]:
    return [pytest.param(one, other, id=f"{one['example']}-{first(other['en'])}") for one, other in pairs(name)]


@pytest.mark.parametrize(("one", "other"), params("times"))
def test_a_time_exchanged_is_told(one: dict[str, str], other: dict[str, str]) -> None:
    case = case_of(f"{one['example']}，人都到齐了。", f"Everybody was there, {first(other['en'])}.")
    (found,) = exchanged(case, "times")
    assert (found.sort, found.en_word) == (one["sort"].partition(":")[0], first(other["en"]))
    assert case.words(found.zh) == found.zh_word
    assert case.words(found.en) == found.en_word


@pytest.mark.parametrize("one", rows("times"), ids=lambda row: row["example"])
@pytest.mark.parametrize("column", ["en", "en_excuses"])
def test_a_time_that_is_kept_is_not_told(one: dict[str, str], column: str) -> None:
    for word in one[column].split():
        case = case_of(f"{one['example']}，人都到齐了。", f"Everybody was there, {word.replace('_', ' ')}.")
        assert not list(exchanged(case, "times")), word


@pytest.mark.parametrize("one", rows("events"), ids=lambda row: row["example"])
def test_the_bound_of_an_event_is_told_under_all_its_names(one: dict[str, str]) -> None:
    for name in one["zh"].split():
        for word in one["en"].split():
            words = f"after the {word.replace('_', ' ')}"
            case = case_of(f"{name}前，人都到齐了。", f"Everybody was there {words}.")
            (found,) = turned_days(case)
            assert (found.sort, found.zh_word, found.en_word) == ("bound", f"{name}前", words)
            assert not list(turned_days(case_of(f"{name}后，人都到齐了。", f"Everybody was there {words}.")))


@pytest.mark.parametrize(("one", "other"), params("said"))
def test_the_opposite_of_a_figure_is_told(one: dict[str, str], other: dict[str, str]) -> None:
    case = case_of(f"那里{one['example']}。", f"There, {first(other['en'])}, {figure(one)}.")
    (found,) = opposites(case.plain, case.links.body)
    assert found.en_word == first(other["en"])
    assert found.zh_word in one["example"]


@pytest.mark.parametrize("one", rows("said"), ids=lambda row: row["example"])
@pytest.mark.parametrize("column", ["en", "en_excuses"])
def test_what_is_kept_of_a_figure_is_not_told(one: dict[str, str], column: str) -> None:
    for word in one[column].split():
        case = case_of(f"那里{one['example']}。", f"There, {word.replace('_', ' ')}, {figure(one)}.")
        assert not list(opposites(case.plain, case.links.body)), word


def figure(row: dict[str, str]) -> str:
    """The figure of an example in English."""
    if "三百" in row["example"]:
        units = {"斤": " jin", "元": " yuan", "吨": " tons", "里": " li", "尺": " chi"}
        return "300" + units.get(row["example"][-1], "")
    return "three days" if "三天" in row["example"] else "May 3"


def test_what_stands_in_the_next_paragraph_excuses() -> None:
    text = ("今年春季修了渠。\n秋季又修了坝。", "In autumn a canal was dug.\nIn spring a dam was built.")
    assert not list(exchanged(case_of(*text), "times"))


def test_a_figure_is_told_of_once() -> None:
    case = case_of("进口亏损三百元。", "Exports made a profit of 300 yuan.")
    assert len(list(opposites(case.plain, case.links.body))) == 1


def test_a_date_is_only_begun_or_ended() -> None:
    case = case_of("五月三日亏损。", "On May 3 there was a profit.")
    assert not list(opposites(case.plain, case.links.body))
