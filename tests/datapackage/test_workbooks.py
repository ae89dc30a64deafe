"""The sheet of findings as a workbook: text and nothing else, read back as people save it, and bounded."""

from __future__ import annotations

import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from duizhao.datapackage.judging import workbook
from duizhao.datapackage.judging.sample_sheet import COLUMNS, read_sheet, rows
from duizhao.datapackage.judging.workbook import Workbook
from duizhao.errors import ConfigError, UsageError
from duizhao.validator.finding import Finding, Place, Severity
from duizhao.validator.measuring.judged import Sampled

FINDING = Finding("N101", "number-value", Severity.ERROR, "a.md", "“1,500”, but", Place(7, 3, 7, 9, "1"), None, "0f6b")
JUDGED = [("N101", "right"), ("D101", "")]


def cells(path: Path) -> list[list[Any]]:
    return [list(row) for row in openpyxl.load_workbook(path).worksheets[0].iter_rows()]


def made(path: Path, *table: list[object]) -> str:
    """A workbook as a spreadsheet program may save it."""
    book = openpyxl.Workbook()
    for row in table:
        book.worksheets[0].append(row)
    book.save(path)
    return str(path)


def test_the_cells_are_those_of_the_other_sheet(tmp_path: Path) -> None:
    table = list(rows([Sampled(FINDING, "He said “two”, then\nleft.", "产粮一万五千吨。")]))
    Workbook(str(tmp_path / "sheet.xlsx")).fill(table)
    head, row = cells(tmp_path / "sheet.xlsx")
    assert tuple(cell.value for cell in head) == COLUMNS
    assert [cell.value or "" for cell in row] == list(table[1])
    assert openpyxl.load_workbook(tmp_path / "sheet.xlsx").worksheets[0].freeze_panes == "A2"


@pytest.mark.parametrize(
    "words", ["=1+1", '=HYPERLINK("http://a","b")', "+1", "-1", "@SUM(A1)", "12", "#N/A", "1958-10-13"]
)
def test_every_cell_is_text(tmp_path: Path, words: str) -> None:
    Workbook(str(tmp_path / "sheet.xlsx")).fill([[words]])
    with zipfile.ZipFile(tmp_path / "sheet.xlsx") as archive:
        page = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in page
    assert page.count("<c ") == page.count('t="inlineStr"') + page.count('t="s"') == 1
    ((cell,),) = cells(tmp_path / "sheet.xlsx")
    assert cell.value == words


def test_a_cell_is_as_long_as_the_format_has_it(tmp_path: Path) -> None:
    Workbook(str(tmp_path / "sheet.xlsx")).fill([["a" * 32_767, "a" * 32_768]])
    ((fits, cut),) = cells(tmp_path / "sheet.xlsx")
    assert fits.value == "a" * 32_767
    assert cut.value == "a" * 32_766 + "…"


@pytest.mark.parametrize(
    "table",
    [
        [["rule", "path", "verdict"], ["N101", "a.md", "right"], ["D101", "b.md", None]],
        [["verdict", "Rule"], ["RIGHT ", "N101"], [None, "D101"]],
        [["rule", "verdict", "note"], ["N101", "right", 5], [None], ["D101"]],
        [["rule", "verdict"], ["N101", "right"], [None, None], ["D101", None], [None]],
    ],
)
def test_read_back(tmp_path: Path, table: list[list[object]]) -> None:
    assert read_sheet(made(tmp_path / "sheet.xlsx", *table)) == JUDGED
    (tmp_path / "sheet.xlsx").rename(tmp_path / "sheet.csv")
    assert read_sheet(str(tmp_path / "sheet.csv")) == JUDGED


def test_a_sheet_there_and_back(tmp_path: Path) -> None:
    Workbook(str(tmp_path / "sheet.xlsx")).fill(rows([Sampled(FINDING, "one", "一")]))
    book = openpyxl.load_workbook(tmp_path / "sheet.xlsx")
    book.worksheets[0].cell(2, len(COLUMNS)).value = "wrong"
    book.save(tmp_path / "sheet.xlsx")
    assert read_sheet(str(tmp_path / "sheet.xlsx")) == [("N101", "wrong")]


def rewritten(path: Path, member: str, change: Callable[[str], str]) -> str:
    """A workbook in which the text of one member is another."""
    made(path, ["rule", "verdict"], ["N101", "right"])
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members[member] = change(members[member].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return str(path)


PAGE, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"
LAUGHS = '<!DOCTYPE a [<!ENTITY a "N1"><!ENTITY b "&a;01">]>'


def with_type(text: str, words: str) -> str:
    """A document with a type of its own."""
    head, _, rest = text.rpartition("?>")
    return f"{head}?>{words}{rest}" if head else words + rest


@pytest.mark.parametrize("member", [PAGE, STYLES, "xl/workbook.xml"])
def test_entities_are_refused(tmp_path: Path, member: str) -> None:
    path = rewritten(tmp_path / "sheet.xlsx", member, lambda text: with_type(text, "<!DOCTYPE a>"))
    assert read_sheet(path) == [("N101", "right")]
    path = rewritten(tmp_path / "sheet.xlsx", member, lambda text: with_type(text.replace("N101", "&b;"), LAUGHS))
    with pytest.raises(ConfigError, match="no workbook that can be read"):
        read_sheet(path)


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_UNPACKED", 1 << 20)
    path = rewritten(tmp_path / "sheet.xlsx", STYLES, lambda text: text + " " * (1 << 20))
    assert (tmp_path / "sheet.xlsx").stat().st_size < 1 << 14
    monkeypatch.setattr(openpyxl, "load_workbook", lambda *_, **__: pytest.fail("it was opened"))
    with pytest.raises(ConfigError, match="the workbook unpacks to more than 1 MB, which no sheet does"):
        read_sheet(path)


def test_a_bomb_of_many_members_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "sheet.xlsx", ["rule", "verdict"])
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(1001):
            archive.writestr(f"member-{number}", b"")
    with pytest.raises(ConfigError, match="the workbook unpacks to more than"):
        read_sheet(path)


@pytest.mark.parametrize("place", ["A90000000", "ZZZ3", "A1048576"])
def test_a_sheet_that_claims_to_be_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setattr(workbook, "_ROWS", 1000)
    row = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    far = f'<row r="{row}"><c r="{place}"><v>1</v></c></row></sheetData>'
    path = rewritten(tmp_path / "sheet.xlsx", PAGE, lambda text: text.replace("</sheetData>", far))
    with pytest.raises(ConfigError, match="more than 1,000 rows or 256 columns"):
        read_sheet(path)


@pytest.mark.parametrize("claimed", ["A1:XFD1048576", "A1:A1"])
def test_what_a_sheet_says_of_its_size_is_not_believed(tmp_path: Path, claimed: str) -> None:
    path = rewritten(tmp_path / "sheet.xlsx", PAGE, lambda text: text.replace("A1:B2", claimed))
    assert read_sheet(path) == [("N101", "right")]


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + b"a" * 99])
def test_a_damaged_workbook_is_one_line(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "sheet.xlsx").write_bytes(data)
    with pytest.raises(ConfigError) as caught:
        read_sheet(str(tmp_path / "sheet.xlsx"))
    assert "sheet.xlsx: no workbook that can be read: " in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_a_cut_workbook_is_one_line(tmp_path: Path, cut: float) -> None:
    data = Path(made(tmp_path / "sheet.xlsx", ["rule", "verdict"])).read_bytes()
    (tmp_path / "sheet.xlsx").write_bytes(data[: int(len(data) * cut)])
    with pytest.raises(ConfigError, match="no workbook that can be read"):
        read_sheet(str(tmp_path / "sheet.xlsx"))


def test_an_archive_that_is_no_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "sheet.xlsx", "w") as archive:
        archive.writestr("a.md", "a")
    with pytest.raises(ConfigError, match="no workbook that can be read"):
        read_sheet(str(tmp_path / "sheet.xlsx"))


@pytest.mark.parametrize("name", ["openpyxl", "defusedxml"])
def test_a_library_that_is_missing_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    path = made(tmp_path / "sheet.xlsx", ["rule", "verdict"])
    monkeypatch.setitem(sys.modules, name, None)
    for use in (lambda: read_sheet(path), lambda: Workbook(path)):
        with pytest.raises(UsageError, match=rf"{name} is not installed: pip install 'duizhao\[xlsx\]'"):
            use()


def test_no_temporary_file_lies_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    seen: list[str] = []

    def save(*_: object) -> None:
        seen.append(tempfile.gettempdir())
        raise ZeroDivisionError

    monkeypatch.setattr(openpyxl.Workbook, "save", save)
    with pytest.raises(ZeroDivisionError):
        Workbook(str(tmp_path / "sheet.xlsx")).fill([["rule"]])
    assert seen != [str(tmp_path / "temporary")]
    assert len(seen) == 1
    assert tempfile.gettempdir() == str(tmp_path / "temporary")


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder; name a file to write"):
        Workbook(str(tmp_path))
    with pytest.raises(UsageError, match="cannot be written: No such file or directory"):
        Workbook(str(tmp_path / "absent" / "sheet.xlsx")).fill([["rule"]])
