"""Every row of the word tables says why it is there, and its example shows its first word at work."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from duizhao.validator.quantities import lexicon, read
from duizhao.validator.quantities.lexicon import (
    LexiconError,
    compiled,
    forms,
    names,
    rows,
    scripts,
    simplified,
    table,
    units,
    words,
)
from duizhao.validator.quantities.lexicon.classes import BIT, CLASSES
from duizhao.validator.quantities.memory import memories
from duizhao.validator.quantities.model import DateParts, Quantity
from duizhao.validator.quantities.read import clusters
from duizhao.validator.quantities.tokens import Lexed, Token
from duizhao.validator.quantities.tokens_en import tables as tables_en
from duizhao.validator.quantities.tokens_en.lexer import lex as lex_english
from duizhao.validator.quantities.tokens_en.plain import lower
from duizhao.validator.quantities.tokens_zh import tables as tables_zh
from duizhao.validator.quantities.tokens_zh.lexer import lex as lex_chinese

Row = dict[str, str]

TABLES = {"zh": "zh.tsv", "en": "en.tsv"}
ROWS = [
    pytest.param(language, row, name, id=f"{language}-{name}-{words(row['words'])[0]}")
    for language, file in TABLES.items()
    for row in rows(file)
    for name in row["class"].split("|")
]
NAMES = [
    pytest.param(language, row, id=f"{language}-{words(row['words'])[0]}")
    for language in TABLES
    for row in rows(f"names.{language}.tsv")
]
UNREAD = {"百升", "千週", "兆週", "千兆赫"}
"""Units whose first character a numeral swallows."""
MULTIPLIED = {("en", "dozen"), ("en", "gross")}
"""Units of one language that are numerals in the other: five dozen is 60."""
BETWEEN = {"BI"}
"""Classes whose words stand between two quantities and belong to neither."""
UNITS = [
    pytest.param(
        language, code, word, id=f"{language}-{code}-{word}", marks=[pytest.mark.xfail] if word in UNREAD else []
    )
    for code, unit in units().items()
    for language, some in (("zh", unit.zh), ("en", unit.en))
    for word in some
    if (language, code) not in MULTIPLIED
]


def _lexed(text: str, language: str) -> Iterator[Lexed]:
    if language == "zh":
        return lex_chinese(text, 0, len(text))
    return lex_english(text, lower(text), 0, len(text))


def tokens(text: str, language: str) -> list[Token]:
    return [token for lexed in _lexed(text, language) for one in lexed.variants for token in one.tokens]


def offered(text: str, language: str) -> list[Quantity]:
    """Every expression of every cover."""
    return [one for cluster in clusters(text, language) for cover in cluster.covers for one in cover.quantities]


@pytest.mark.parametrize(
    "file", ["zh.tsv", "en.tsv", "names.zh.tsv", "names.en.tsv", "numerals.en.tsv", "reigns.tsv", "script.zh.tsv"]
)
def test_each_row_says_why(file: str) -> None:
    assert [row for row in rows(file) if not row["reason"]] == []
    if file not in {"reigns.tsv", "script.zh.tsv"}:
        assert [row for row in rows(file) if not row["example"]] == []


@pytest.mark.parametrize(("language", "row", "name"), ROWS)
def test_the_first_word_is_in_use_in_its_example(language: str, row: Row, name: str) -> None:
    assert name in CLASSES
    word, example = words(row["words"])[0], row["example"]
    used = [token for token in tokens(example, language) if token.word == word and token.mask & BIT[name]]
    assert used
    spans = [(one.start, one.end) for one in offered(example, language)]
    if name in BETWEEN:
        spans = [(cluster.start, cluster.end) for cluster in clusters(example, language)]
    if name == "NONE":  # what the word is there for: no part of it is read
        assert not any(start < token.end and token.start < end for token in used for start, end in spans)
        return
    assert any(start <= token.start and token.end <= end for token in used for start, end in spans)


@pytest.mark.parametrize(("language", "row"), NAMES)
def test_a_name_is_found_in_its_example(language: str, row: Row) -> None:
    assert any(token.mask & BIT["NONE"] for token in tokens(row["example"], language))


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=f"{row['class']}-{words(row['words'])[0]}") for row in rows("numerals.en.tsv")]
)
def test_a_numeral_is_read_in_its_example(row: Row) -> None:
    word, example = words(row["words"])[0], row["example"]
    assert any(word in example[one.start : one.end].lower() for one in offered(example, "en"))


@pytest.mark.parametrize(("language", "code", "word"), UNITS)
def test_a_unit_is_read_behind_a_numeral(language: str, code: str, word: str) -> None:
    texts = [f"重五{word}。", f"长10{word}。", f"共三百{word}。"] if language == "zh" else [f"5 {word}", f"1 {word}"]
    assert any(one.unit == code for text in texts for one in offered(text, language))


REIGNS = [
    pytest.param(language, word, int(row["before"]), id=f"{language}-{word}")
    for row in rows("reigns.tsv")
    for language in TABLES
    for word in words(row[language])
]


@pytest.mark.parametrize(("language", "word", "before"), REIGNS)
def test_the_third_year_of_a_reign(language: str, word: str, before: int) -> None:
    text = f"{word}三年" if language == "zh" else f"the 3rd year of the {word.title()} reign"
    assert DateParts(before + 3, calendar="era") in [one.date for one in offered(text, language)]


def test_reigns_follow_each_other_in_their_dynasty() -> None:
    years: dict[str, list[int]] = {}
    for row in rows("reigns.tsv"):
        years.setdefault(row["reason"], []).append(int(row["before"]))
    assert all(some == sorted(some) for some in years.values())


# ---------------------------------------------------------------- no row twice


@pytest.mark.parametrize("file", TABLES.values())
def test_no_word_is_of_one_class_and_value_in_two_rows(file: str) -> None:
    found = Counter(
        (name, word, row["value"])
        for row in rows(file)
        for name in row["class"].split("|")
        for word in words(row["words"])
    )
    assert [key for key, times in found.items() if times > 1] == []


@pytest.mark.parametrize("file", ["names.zh.tsv", "names.en.tsv"])
def test_no_name_is_there_twice(file: str) -> None:
    found = Counter((word, row["value"]) for row in rows(file) for word in words(row["words"]))
    assert [key for key, times in found.items() if times > 1] == []


def test_no_word_names_two_units() -> None:
    for language in (0, 1):
        found = Counter(word for unit in units().values() for word in (unit.zh, unit.en)[language])
        assert [word for word, times in found.items() if times > 1] == []


def test_a_row_twice_is_refused() -> None:
    with pytest.raises(LexiconError, match="约 is PRE ABOUT twice"):
        lexicon.build([("约", lexicon.Sense("PRE", "ABOUT")), ("约", lexicon.Sense("PRE", "ABOUT"))])


def test_both_scripts() -> None:
    usual, _ = scripts()
    assert all(simplified()[ord(form)] for form in usual.values())
    assert "萬億" in forms("万亿")
    assert table("zh")["個月"].senses == table("zh")["个月"].senses
    assert {"統一", "统一"} <= {name.word for name in names("zh")}


# ---------------------------------------------------------------- a row that is added


KANGXI = DateParts(1664, calendar="era")
CACHED: tuple[Callable[[], None], ...] = (
    lexicon.units.cache_clear,
    lexicon.table.cache_clear,
    lexicon.names.cache_clear,
    tables_zh.tables.cache_clear,
    tables_en.tables.cache_clear,
    read.grammar.cache_clear,
    compiled._data.cache_clear,
    *(known.clear for known in memories.values()),
)


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the tables, which is in force; what the real ones have of the new rows is taken out of it."""
    here = tmp_path / "lexicon"
    shutil.copytree(Path(lexicon._HERE), here, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    monkeypatch.setattr(lexicon, "_HERE", str(here))
    monkeypatch.setattr(compiled, "_HERE", str(here))
    yield here
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    for clear in CACHED:
        clear()


def _add(here: Path, file: str, row: str, without: str) -> None:
    """Leave out the rows that hold a text, and end the table with another row."""
    lines = (here / file).read_text(encoding="utf-8").splitlines()
    (here / file).write_text("\n".join([*(line for line in lines if without not in line), row, ""]), encoding="utf-8")
    _forget()


@pytest.mark.parametrize(
    ("language", "file", "without", "row", "text", "expected"),
    [
        ("zh", "units.tsv", "公担", "quintal\tmass\t100000\t公担\tquintal\t", "收棉五公担", ("quintal", 5, None)),
        ("en", "en.tsv", "fortnight", "IMPLIED\tfortnight\t2 week\t\t\ta\tb", "for a fortnight", ("week", 2, None)),
        ("en", "en.tsv", "ringgit", "CUR\trm\tringgit\t\t\ta\tb", "paid RM2 million", ("ringgit", 2_000_000, None)),
        ("zh", "reigns.tsv", "康熙", "康熙\tkangxi\t1661\ta", "康熙三年", ("", 1664, KANGXI)),
        ("en", "reigns.tsv", "康熙", "康熙\tkangxi\t1661\ta", "the 3rd year of Kangxi", ("", 1664, KANGXI)),
        ("zh", "zh.tsv", "UNIT\t周\t", "UNIT\t周\tweek\t\t\ta\tb", "过了一两周才好", ("week", 1, None)),
    ],
)  # fmt: skip
def test_a_row_that_is_added_is_read(
    language: str,
    file: str,
    without: str,
    row: str,
    text: str,
    expected: tuple[str, int, DateParts | None],
    copied: Path,
) -> None:
    def said() -> set[tuple[str, object, DateParts | None]]:
        found = offered(text, language)
        return {(one.unit, one.date.year if one.date else one.low, one.date) for one in found}

    _add(copied, file, "", without)
    assert expected not in said()
    _add(copied, file, row, without)
    assert expected in said()
