"""The generators in `docs/`: what libraries make is sound without them too, and rooms are drawn as they import."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
Load = Callable[[str], ModuleType]


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Load:
    """Import a generator, which imports what lies beside it."""
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    return importlib.import_module


def test_the_lunar_years_are_a_calendar(load: Load) -> None:
    generator = load("generate_lunar_years")
    text = generator.FILE.read_text(encoding="utf-8")
    assert list(generator.wrong(text)) == []


@pytest.mark.parametrize(
    ("true", "false", "problem"),
    [
        ("1946-02-02 0", "1946-02-03 0", "1945: does not end where 1946 begins"),
        ("1946-02-02 0", "1946-02-02 3", "1946: 12 months, leap month 3"),
        ("1946-02-02 0", "1946-03-02 0", "1946: begins outside of the time from 21 January to 21 February"),
        ('"1946-', '"1947-', "not the years 1840 to 2100"),
    ],
)
def test_a_lunar_year_that_cannot_be(load: Load, true: str, false: str, problem: str) -> None:
    generator = load("generate_lunar_years")
    text = generator.FILE.read_text(encoding="utf-8")
    assert true in text
    assert problem in list(generator.wrong(text.replace(true, false)))


@pytest.mark.parametrize("name", ["readings", "variants"])
def test_the_tables_of_characters_are_sound(load: Load, name: str) -> None:
    generator = load("generate_characters")
    text = (generator.FOLDER / f"{name}.json").read_text(encoding="utf-8")
    assert list(getattr(generator, f"wrong_{name}")(text)) == []


def test_tables_of_characters_that_cannot_be(load: Load) -> None:
    generator = load("generate_characters")
    table = json.loads((generator.FOLDER / "readings.json").read_text(encoding="utf-8"))
    table["ou"] = table["ou"].replace("区", "") + "𠀀"
    assert list(generator.wrong_readings(json.dumps(table))) == [
        "ou: a rare character",
        "区: not read as the surname ou",
    ]
    assert list(generator.wrong_variants(json.dumps({"traditional": "中", "simplified": "专专"}))) == [
        "traditional: 中 is not of it alone",
        "simplified: characters twice or out of order",
    ]
    assert list(generator.wrong_plain(json.dumps({"written": "三后后", "plain": "后个"}))) == [
        "characters twice, out of order, or without a counterpart",
        "后: is changed, and made as well",
    ]


def test_without_its_library_a_file_is_not_written(load: Load, capsys: pytest.CaptureFixture[str]) -> None:
    pages = load("pages")
    made = pages.Made(pages.ROOT / "README.md", "no_such_library", lambda: "", lambda text: ["wrong"])
    assert pages._made(made, ["--check"]) == 1
    assert capsys.readouterr().out == "README.md: wrong\n"
    assert pages._made(made, []) == 1
    assert "no_such_library is not installed" in capsys.readouterr().err


def test_rooms_are_drawn_from_the_top_and_knots_in_brackets(load: Load) -> None:
    rooms = {"top": {"a", "c"}, "a": {"b", "c"}, "b": {"a"}, "c": set(), "beside": {"c"}}
    assert load("generate_rooms").drawing("house", rooms).splitlines() == [
        "house",
        "=====",
        "top    ─▶ [a b]",
        "",
        "[a b]  ─▶ c",
        "    a  ─▶ b",
        "    b  ─▶ a",
        "beside ─▶ c",
        "",
        "c",
    ]


def test_a_room_is_what_its_files_import(load: Load, tmp_path: Path) -> None:
    file = tmp_path / "file.py"
    file.write_text("import json\ndef f():\n    from duizhao.schema import tree\n    import duizhao.source\n")
    found = list(load("generate_rooms").imported(file))
    assert found == ["json", "duizhao.schema", "duizhao.schema.tree", "duizhao.source"]
