"""The sheet of findings: safe in a spreadsheet, and read back as spreadsheets save it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from duizhao.datapackage.format.cells import unguard
from duizhao.datapackage.judging.sample_sheet import COLUMNS, read_sheet, sheet
from duizhao.errors import ConfigError, UnreadableError
from duizhao.validator.finding import Finding, Place, Severity
from duizhao.validator.measuring.judged import Sampled

PLACE = Place(7, 3, 7, 9, "1,500")
FINDING = Finding("N101", "number-value", Severity.ERROR, "=cmd.md", "“1,500”, but", PLACE, None, "0f6b", "", 0.5)


def rows(sampled: Sampled) -> list[list[str]]:
    return list(csv.reader(io.StringIO("".join(sheet([sampled])))))


def test_a_row() -> None:
    head, row = rows(Sampled(FINDING, 'He said "two", then\nleft.', "产粮一万五千吨。"))
    assert tuple(head) == COLUMNS
    assert row == [
        "N101",
        "error",
        "0.50",
        "'=cmd.md",
        "7",
        "“1,500”, but",
        'He said "two", then\nleft.',
        "产粮一万五千吨。",
        "0f6b",
        "",
    ]


@pytest.mark.parametrize("words", ["=1+1", "+1 x", "-two", "@SUM(A1)", "\t=1", "'=1"])
def test_no_cell_is_run(words: str) -> None:
    cell = rows(Sampled(FINDING, words, words))[1][6]
    assert cell[0] == "'"
    assert unguard(cell) == words.replace("\t", " ")


def test_a_finding_without_confidence_or_place() -> None:
    row = rows(Sampled(FINDING._replace(en=None, confidence=None), "", ""))[1]
    assert (row[2], row[4]) == ("", "")


@pytest.mark.parametrize(
    "content",
    [
        "rule,path,verdict\nN101,a.md,right\nD101,b.md,\n",
        "\ufeffrule;path;verdict\r\nN101;a.md;right\r\nD101;b.md;\r\n",
        "rule\tpath\tverdict\nN101\ta.md\tRIGHT \nD101\tb.md\t",
        "verdict,Rule\nright,N101\n,D101\n",
        'rule,verdict,note\nN101,right,"two\nlines"\n,,\nD101,,\n',
        "rule,verdict\nN101,right,,\nD101,,,\n",
    ],
)
def test_read_back(tmp_path: Path, content: str) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes(content.encode())
    assert read_sheet(str(path)) == [("N101", "right"), ("D101", "")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "sheet.csv: the sheet is empty"),
        (b"rule,path\nN101,a.md\n", "sheet.csv: row 1: the sheet has no column “verdict”"),
        (b"path,verdict\n", "sheet.csv: row 1: the sheet has no column “rule”"),
        (b"rule,verdict,verdict\n", "sheet.csv: row 1: the sheet has more than one column “verdict”"),
        (
            b"rule,path,verdict\nN101,a.md,right\nN101,a.md,rigth\n",
            "sheet.csv: row 3, cell C3 (verdict): “rigth” is none",
        ),
        (b"rule,path,verdict\nN101,a.md\n", "sheet.csv: row 2: 2 cells, but the header has 3"),
        (b"rule,verdict\nN101,right,really\n", "sheet.csv: row 2: 3 cells, but the header has 2"),
        (b"rule,verdict\nNumber,right\n", "sheet.csv: row 2, cell A2 (rule): “Number” is no code of a rule"),
        (b'rule,verdict\nN101,right\nN101,"right\n', "sheet.csv: row 3: broken quoting"),
        (b"rule,verdict\nN101,\xff\n", "not UTF-8; save the sheet as"),
    ],
)
def test_a_bad_sheet_is_one_line(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "sheet.csv").write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        read_sheet(str(tmp_path / "sheet.csv"))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_sheet(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="cannot read the sheet"):
        read_sheet(str(tmp_path / "absent.csv"))


def test_columns_beyond_z(tmp_path: Path) -> None:
    head = ",".join(["rule", *(f"x{n}" for n in range(26)), "verdict"])
    (tmp_path / "sheet.csv").write_text(f"{head}\nN101{',' * 27}perhaps\n")
    with pytest.raises(ConfigError, match="cell AB2"):
        read_sheet(str(tmp_path / "sheet.csv"))
