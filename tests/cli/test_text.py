"""The format for people: excerpts that stay in their columns."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import RESULTS, SOURCE, finding
from test_outputs import render

from duizhao.cli.output import Options
from duizhao.cli.output.parts.excerpt import columns, excerpt
from duizhao.cli.terminal import wants_colour, width
from duizhao.validator.report import FileResult


@pytest.mark.parametrize(
    ("text", "expected"),
    [("coal", 4), ("煤", 2), ("１２", 4), ("e\u0301", 1), ("“煤”", 4), ("\u200b", 0), ("ｶ", 1), ("", 0)],
)
def test_columns(text: str, expected: int) -> None:
    assert columns(text) == expected


@given(st.text(alphabet="ab 煤，万e\u0301\t\x1b", max_size=300), st.data(), st.integers(20, 120))
def test_an_excerpt_fits_and_shows_its_mark(line: str, data: st.DataObject, room: int) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    part = excerpt(line, start, end, room)
    shown = part.before + part.marked + part.after
    assert columns(shown) <= room
    assert part.indent == columns(part.before)
    assert part.length == max(1, columns(part.marked))
    assert not set(shown) & set("\t\x1b\n")
    if columns(line[start:end]) <= room - 2:
        assert len(part.marked) == end - start


def test_a_short_line_is_shown_whole_but_for_its_indent() -> None:
    assert excerpt("    产煤一万五千吨。", 6, 11, 80)[:3] == ("产煤", "一万五千吨", "。")


def test_text_underlines_both_sides() -> None:
    lines = render("text", RESULTS[:1]).splitlines()
    assert lines[:6] == [
        "1958/a b.md:3:16: error N102 number-scale",
        "  “1,500 tons”, but the original has “一万五千吨” (15,000): 10 times too small",
        "  en 3 │ The output was 1,500 tons.",
        "       │                ^^^^^^^^^^",
        "  zh 7 │ 产煤一万五千吨。",
        "       │     ^^^^^^^^^^",
    ]
    assert lines[-1] == "1 error, 1 warning in 1 file; 1 waived"


@pytest.mark.parametrize("room", [40, 80, 200])
def test_lines_keep_to_the_width(room: int) -> None:
    for line in render("text", options=Options(width=room)).splitlines():
        if "│" in line:
            assert columns(line) <= room


def test_colour_wraps_only_words() -> None:
    coloured = render("text", options=Options(colour=True))
    assert "\x1b[31;1merror N102\x1b[0m" in coloured
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == render("text")


def test_quiet_and_statistics() -> None:
    assert "in 1 file" not in render("text", RESULTS[:1], Options(quiet=True))
    text = render("text", RESULTS, Options(statistics=True))
    assert "\n1  C101  number-scale\n1  H101  header-missing\n" in text


def test_a_finding_without_its_text_quotes_its_words() -> None:
    result = FileResult(SOURCE.path, (finding(),))
    assert "  zh 7 │ 一万五千吨\n" in render("text", [result])


class _Stream:
    def __init__(self, *, terminal: bool) -> None:
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def fileno(self) -> int:
        raise ValueError("not a file")


@pytest.mark.parametrize(
    ("terminal", "environment", "expected"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": "0"}, False),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_colour(
    *, terminal: bool, environment: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_colour(_Stream(terminal=terminal)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(("columns_set", "expected"), [("60", 60), ("", 120), ("x", 120), ("0", 120)])
def test_width(columns_set: str, expected: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns_set)
    assert width(_Stream(terminal=True)) == expected  # type: ignore[arg-type]


def test_a_mark_that_is_too_long_loses_its_middle() -> None:
    assert excerpt("before " + "a" * 50 + "z" * 50, 7, 107, 22)[1] == "a" * 10 + "…" + "z" * 8
