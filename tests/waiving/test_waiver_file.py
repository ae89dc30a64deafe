"""Files of waivers: read the quick way where each line is one sound entry, and any other way as YAML."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from duizhao.errors import ConfigError, UsageError
from duizhao.source import Position
from duizhao.validator.waiving import waiver_file
from duizhao.validator.waiving.waiver_file import HEADER, _quick, line_of, read_waivers
from duizhao.validator.waiving.waivers import Waiver

ENTRY = {
    "rule": "N102",
    "fingerprint": "f1",
    "path": "a.md",
    "text": "六吨",
    "reason": "as printed",
    "by": "Li Min",
    "date": "2026-01-02",
    "expires": "2027-01-02",
}
WAIVER = Waiver(
    "N102", "f1", "a.md", "六吨", "as printed", "Li Min", "2026-01-02", "2027-01-02", "w.yaml", Position(1, 3)
)


def line(**changed: object) -> str:
    entry = {key: value for key, value in {**ENTRY, **changed}.items() if value is not None}
    return f"- {json.dumps(entry, ensure_ascii=False)}\n"


def quick(text: str) -> list[Waiver] | None:
    return _quick("w.yaml", text, baseline=False)


def test_a_line_is_an_entry() -> None:
    assert quick(line()) == [WAIVER]
    assert quick(f"# a comment\n\n{line()}{line(path=None, text=None, expires=None)}") == [
        WAIVER._replace(position=Position(3, 3)),
        WAIVER._replace(path="", text="", expires="", position=Position(4, 3)),
    ]
    assert quick("") == []
    assert quick(HEADER) == []
    assert _quick("w.yaml", line(), baseline=True) == [WAIVER._replace(baseline=True)]


@pytest.mark.parametrize(
    "text",
    [
        line(rule="n102"),
        line(rule="N1022"),
        line(date="soon"),
        line(expires="soon"),
        line(date="2026-01-022"),
        line(reason=None),
        line(fingerprint=None),  # it is to be asked for a path and a text
        line(resaon="x"),
        line(reason=""),
        line(reason=5),
        line().replace("- {", "-  {"),
        line().replace("}", ""),
        line() + "-   {}\n",
        "- " + "[" * 100_000 + "\n",
        "rule: N102\n",
    ],
    ids=range(15),
)
def test_what_is_not_read_the_quick_way(text: str) -> None:
    assert quick(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (line(), [WAIVER]),
        (line().replace("- {", "-  {"), [WAIVER._replace(position=Position(1, 4))]),
        (
            "- rule: N102\n  path: a.md\n  text: 六吨\n  reason: r\n  by: b\n  date: 2026-01-02\n",
            [Waiver("N102", "", "a.md", "六吨", "r", "b", "2026-01-02", file="w.yaml", position=Position(1, 3))],
        ),
        ("", []),
        ("[]", []),
    ],
)
def test_a_file_is_read(text: str, expected: list[Waiver], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("w.yaml").write_text(text, encoding="utf-8")
    assert read_waivers("w.yaml") == expected
    assert read_waivers("w.yaml", baseline=True) == [one._replace(baseline=True) for one in expected]


BY_WORDS = "a waiver needs a `fingerprint`, or a `path` and a `text`"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (line() + line(fingerprint=None, path=None), f"w.yaml:2:3: {BY_WORDS}"),
        (line(fingerprint=None, text=None), f"w.yaml:1:3: {BY_WORDS}"),
        (line(fingerprint=None, text=""), f"w.yaml:1:3: {BY_WORDS}"),
        (line(rule="n"), "w.yaml:1:4: `[1].rule` is 'n'; want the code of a rule, such as N101"),
        ("a: 1", "w.yaml:1:1: the document is a mapping; want a list"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("w.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        read_waivers("w.yaml")
    assert str(caught.value) == message


def test_a_file_that_is_not_there_or_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as missing:
        read_waivers("w.yaml")
    assert str(missing.value) == "w.yaml: the waivers cannot be read: No such file or directory"
    assert waiver_file.MAX_BYTES == 64 << 20
    monkeypatch.setattr(waiver_file, "MAX_BYTES", len(line().encode()))
    Path("w.yaml").write_text(line(), encoding="utf-8")
    assert len(read_waivers("w.yaml")) == 1
    Path("w.yaml").write_text(line() + "\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="larger than a file of waivers can be"):
        read_waivers("w.yaml")


@pytest.mark.parametrize("character", ["\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\uffff", "\ud800"])
def test_characters_that_yaml_has_otherwise_are_written_by_their_number(character: str) -> None:
    written = line_of(WAIVER._replace(text=f"a{character}b"))
    assert f'"text": "a\\u{ord(character):04x}b"' in written
    found = quick(written)
    assert found == [WAIVER._replace(text=f"a{character}b")]


def test_what_is_empty_is_not_written() -> None:
    assert line_of(WAIVER) == line()
    assert line_of(WAIVER._replace(path="", expires="")) == line(path=None, expires=None)
