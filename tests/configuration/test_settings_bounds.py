"""Whatever file steers a run: one that is too deep, too large or no text is refused in one line, never a traceback."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from duizhao.errors import DuizhaoError
from duizhao.validator.configuration.config_file import load
from duizhao.validator.configuration.glossary import load_glossary
from duizhao.validator.configuration.path_patterns import matcher
from duizhao.validator.measuring.gold import read_gold
from duizhao.validator.registry import registry
from duizhao.validator.waiving.waiver_file import read_waivers


def _configuration(path: str) -> object:
    return load(path, registry)


Read = Callable[[str], object]
DEEP = 100_000
READERS: dict[str, tuple[Read, str]] = {
    "configuration": (_configuration, "a.yaml"),
    "TOML": (_configuration, "pyproject.toml"),
    "glossary": (load_glossary, "a.yaml"),
    "waivers": (read_waivers, "a.yaml"),
    "gold": (read_gold, "gold.jsonl"),
}
TEXTS = {
    "lists": "[" * DEEP,
    "closed lists": "[" * DEEP + "]" * DEEP,
    "mappings": '{"a":' * DEEP,
    "closed mappings": '{"a":' * DEEP + "1" + "}" * DEEP,
    "block lists": "- " * DEEP,
    "block mappings": "? " * DEEP,
    "an entry of waivers": '- {"rule": ' + "[" * DEEP + "]" * DEEP + "}",
    "a table": "[tool.duizhao]\nselect = " + "[" * DEEP + "]" * DEEP,
    "a table, not too deep to be read": "[tool.duizhao]\nselect = " + "[" * 60 + "]" * 60,
    "a value for a table": "[tool]\nduizhao = 3",
    "another value": "tool = 3",
    "dotted keys": "[tool.duizhao]\n" + "a." * 5_000 + "b = 1",
    "aliases": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
    "a long number": "file: " + "9" * 10_000,
    "a long number in JSON": '{"file": "a", "kind": "number", "line": ' + "9" * 10_000 + "}",
    **{f"a NUL in {key}": f'{key}: "a\\0b"' for key in ("glossary", "waivers", "baseline", "cache")},
    "a NUL in gold": '{"file": "a\\u0000", "kind": "number"}',
    "a number for a file": '{"file": 3, "kind": "number"}',
    "infinity": '{"file": "a", "kind": "number", "line": 1e999}',
    "a surrogate": '- {"rule": "\\ud800"}',
    "controls": "a: \x1b[31m",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize(("read", "name"), READERS.values(), ids=READERS)
def test_one_line(read: Read, name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    try:
        read(str(path))
    except DuizhaoError as error:
        assert "\n" not in str(error)  # noqa: PT017  other tests say what is refused; here it is how


@pytest.mark.parametrize("name", ["configuration", "glossary", "waivers"])
def test_depth_is_named_with_its_place(name: str, tmp_path: Path) -> None:
    read, file = READERS[name]
    path = tmp_path / file
    path.write_text("[" * 30 + "]" * 30, encoding="utf-8")
    with pytest.raises(DuizhaoError, match="nested more than 20 deep") as caught:
        read(str(path))
    assert (caught.value.line, caught.value.column) == (1, 21)


def test_a_value_of_toml_that_is_too_deep(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(TEXTS["a table, not too deep to be read"], encoding="utf-8")
    with pytest.raises(DuizhaoError, match=r"\[tool.duizhao\] is nested more than 20 deep"):
        load(str(path), registry)


@pytest.mark.parametrize(("read", "name"), READERS.values(), ids=READERS)
def test_what_is_no_text(read: Read, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"a: \xff")
    with pytest.raises(DuizhaoError):
        read(str(path))


def test_a_glossary_has_a_largest_size(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * ((8 << 20) + 1))
    with pytest.raises(DuizhaoError, match=r"larger than a glossary can be \(8 MiB\)"):
        load_glossary(str(path))


def test_a_configuration_has_a_largest_size(tmp_path: Path) -> None:
    path = tmp_path / "duizhao.yaml"
    path.write_bytes(b"exclude: [" + b"d/, " * 25_000 + b"e/]\n")
    with pytest.raises(DuizhaoError, match=r"larger than a configuration can be \(100,000 bytes\)"):
        load(str(path), registry)
    path.write_bytes(b"exclude: [" + b"d/, " * 2_500 + b"e/]\n")
    assert len(load(str(path), registry).exclude) == 2_501


def test_words_of_a_glossary_stay_as_written(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("- {chinese: 行总, accepted: [no, 1945, 1e3], first: 1945, last: 1947-01-02}", encoding="utf-8")
    (term,) = load_glossary(str(path))
    assert (term.accepted, term.first, term.last) == (("no", "1945", "1e3"), "1945", "1947-01-02")


def test_a_table_that_never_ends_costs_no_time(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text("[tool.duizhao]\njobs = 1\n[a]\nb = '''\n[" + " " * 50_000 + "\n'''\n", encoding="utf-8")
    start = time.process_time()
    assert load(str(path), registry).jobs == 1
    assert time.process_time() - start < 5


PATTERNS = (
    "*a" * 30 + "b",
    "**/a" * 30 + "/b",
    "a**" * 30 + "b",
    "[z-a]",
    "[!]",
    "[\\]",
    "[[a]",
    "[a-]",
    "[a--b]",
    "[a||b]",
    "**",
    "/",
    "",
    "[",
)
PATHS = ("a" * 2000, "a/" * 1000 + "c", ("a" * 100 + "/") * 20 + "c", "a.zip!/" + "a" * 2000)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_no_pattern_of_paths_takes_for_ever(pattern: str) -> None:
    start = time.process_time()
    fits = matcher((pattern,))
    assert fits("1958") == (pattern == "**")
    for path in PATHS:
        fits(path)
    assert time.process_time() - start < 3


def test_a_range_up_to_the_hyphen() -> None:
    assert [name for name in "+,-.ab" if matcher(("[+--]",))(name)] == ["+", ",", "-"]


def test_two_stars_in_place_of_a_name_go_across_folders() -> None:
    wanted = {"a/**/b": ("a/b", "a/x/b", "a/x/y/b/c"), "**/b/*c": ("b/c", "x/b/yc"), "a/**": ("a/b", "a/x/b")}
    for pattern, paths in wanted.items():
        assert all(map(matcher((pattern,)), paths)), pattern
        assert not any(map(matcher((pattern,)), ("c", "a", "xa/b", "b"))), pattern
    assert matcher(("a**c",))("abc")
    assert not matcher(("a**c",))("a/c")
