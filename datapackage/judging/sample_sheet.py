"""The sheet of sampled findings that people judge in a spreadsheet: written, and read back whatever the program saved.

Its cells are those of a package's tables (`cells.py`): nothing in them is run by a spreadsheet.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from typing import NamedTuple

from duizhao.datapackage.format.cells import line, text
from duizhao.datapackage.judging.workbook import SIGNATURE, workbook_rows
from duizhao.errors import ConfigError, UnreadableError
from duizhao.regular import open_regular
from duizhao.validator.finding import RULE_CODE
from duizhao.validator.measuring.judged import VERDICTS, Sampled

COLUMNS = (
    "rule",
    "severity",
    "confidence",
    "path",
    "line",
    "message",
    "english_sentence",
    "chinese_sentence",
    "fingerprint",
    "verdict",
)
MARK = "\ufeff"
"""What tells a spreadsheet that a file is UTF-8; without it Chinese is garbled."""
_NEEDED = ("rule", "verdict")
_DELIMITERS = ",;\t"
_LARGEST = 1 << 24  # characters of a cell; csv's own limit is shorter than the longest article, 200,000


def sheet(sample: Sequence[Sampled]) -> Iterator[str]:
    """The lines of a sheet as CSV, the header first."""
    return map(line, rows(sample))


def rows(sample: Sequence[Sampled]) -> Iterator[tuple[str, ...]]:
    """The cells of a sheet, the header first."""
    yield COLUMNS
    for one in sample:
        finding = one.finding
        yield (
            finding.rule,
            finding.severity.word,
            "" if finding.confidence is None else f"{finding.confidence:.2f}",
            text(finding.path),
            str(finding.place.line) if finding.place else "",
            text(finding.message),
            text(one.english),
            text(one.chinese),
            finding.fingerprint,
            "",
        )


class _Row(NamedTuple):
    number: int
    """As a spreadsheet counts: the header is row 1."""
    cells: list[str]


def read_sheet(path: str) -> list[tuple[str, str]]:
    """Rule and verdict of each row of a CSV file or workbook; the verdict is '' where nobody has judged.

    Columns may have been moved, added, or left out but for these two; a spreadsheet's semicolons, tabs, mark of the
    encoding and line ends are taken as they come.

    Raises:
        UnreadableError: it cannot be opened.
        ConfigError: a column is missing, a row malformed, a verdict unknown.
    """
    found = _rows_of_workbook(path) if _is_workbook(path) else _rows(path)
    header = next(found, None)
    if header is None:
        raise ConfigError("the sheet is empty; `duizhao evaluate --sample` writes one", path=path)
    names = [cell.strip().lower() for cell in header.cells]
    for column in _NEEDED:
        if names.count(column) != 1:
            how = "has no column" if column not in names else "has more than one column"
            raise ConfigError(f"row 1: the sheet {how} “{column}”", path=path)
    rule, verdict = map(names.index, _NEEDED)
    return [_judged(path, row, len(names), rule, verdict) for row in found if any(map(str.strip, row.cells))]


def _is_workbook(path: str) -> bool:
    """Whether a file begins as a workbook does, whatever its name."""
    try:
        with open_regular(path) as file:
            return file.read(len(SIGNATURE)) == SIGNATURE
    except OSError as error:
        raise UnreadableError(f"cannot read the sheet: {error.strerror}", path=path) from None


def _rows_of_workbook(path: str) -> Iterator[_Row]:
    """The rows of a workbook, which leaves empty cells at the end of a row out."""
    width = 0
    for number, cells in enumerate(workbook_rows(path), 1):
        width = width or len(cells)
        yield _Row(number, cells + [""] * (width - len(cells)))


def _judged(path: str, row: _Row, width: int, rule: int, verdict: int) -> tuple[str, str]:
    # Empty cells at the end are harmless: programs write them where somebody once wrote a note.
    if len(row.cells) < width or any(map(str.strip, row.cells[width:])):
        raise ConfigError(f"row {row.number}: {len(row.cells)} cells, but the header has {width}", path=path)
    code, word = row.cells[rule].strip(), row.cells[verdict].strip().lower()
    if not RULE_CODE.fullmatch(code):
        raise ConfigError(f"row {row.number}, cell {_cell(rule, row)} (rule): “{code}” is no code of a rule", path=path)
    if word and word not in VERDICTS:
        raise ConfigError(
            f"row {row.number}, cell {_cell(verdict, row)} (verdict): “{word}” is none; "
            f"write {', '.join(VERDICTS[:-1])} or {VERDICTS[-1]}, or leave it empty",
            path=path,
        )
    return code, word


def _cell(column: int, row: _Row) -> str:
    """The name that a spreadsheet gives a cell: B7."""
    letters = ""
    column += 1
    while column:
        # Less one, since these letters have no zero: Z is followed by AA.
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row.number}"


def _rows(path: str) -> Iterator[_Row]:
    csv.field_size_limit(max(_LARGEST, csv.field_size_limit()))
    number = 0
    try:
        # With or without the mark: some programs write it, some take it away.
        with TextIOWrapper(open_regular(path), encoding="utf-8-sig", newline="") as file:
            # By the header alone: our names have none of the three, and cells below it are full of commas.
            first = file.readline()
            file.seek(0)
            delimiter = max(_DELIMITERS, key=first.count)
            for number, cells in enumerate(csv.reader(file, delimiter=delimiter, strict=True), 1):
                yield _Row(number, cells)
    except UnicodeDecodeError:
        raise ConfigError(f"row {number + 1}: not UTF-8; save the sheet as “CSV UTF-8”", path=path) from None
    except csv.Error as error:
        raise ConfigError(f"row {number + 1}: broken quoting: {error}", path=path) from None
    except OSError as error:
        raise UnreadableError(f"cannot read the sheet: {error.strerror}", path=path) from None
