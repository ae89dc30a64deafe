"""The sheet of sampled findings as a workbook (XLSX), for whom CSV is garbled by their spreadsheet program.

Every cell is typed as text, so that none is a formula.  What is read back may be anybody's: how much it may unpack to
is bounded before anything is unpacked, entities are refused, and what gaps a row number claims is not filled without
end.
"""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from typing import IO, Any

from duizhao.errors import ConfigError, DuizhaoError, UsageError
from duizhao.optional_libraries import library
from duizhao.regular import open_regular
from duizhao.replacing import replacing
from duizhao.unwritable import unwritable

ENDING = ".xlsx"
SIGNATURE = b"PK\x03\x04"
"""How a workbook begins, and no sheet of text."""
_UNPACKED = 256 << 20  # bytes of all members; a million findings are about as much
_MEMBERS = 1000  # a workbook of one sheet has about a dozen
_ROWS, _COLUMNS = 1_000_001, 256  # the header and a million findings; ours has ten columns, and people add some
_CELL = 32_767  # characters, as the format has it
_WIDTHS = {"message": 50.0, "english_sentence": 60.0, "chinese_sentence": 40.0}
_WIDTH = 14.0
"""Columns of what is read, and of codes and figures beside it; all fit side by side on a screen."""


class Workbook:
    """A workbook of one sheet, which takes its place when all rows are there.

    Raises:
        UsageError: openpyxl is not installed, or nothing can be written there; said before any work is done.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._openpyxl = _openpyxl()
        if os.path.isdir(path):
            raise UsageError("is a folder; name a file to write", path=path)
        if os.path.lexists(path) and not os.path.isfile(path):
            raise UsageError("a workbook is written to a file, not to a pipe or device", path=path)

    def fill(self, rows: Iterable[Sequence[str]]) -> None:
        """Write rows, the header first, and put the file in its place.

        Raises:
            UsageError: the system refuses.
            NoRoomError: the disk is full.
        """
        book = self._openpyxl.Workbook()
        page = book.worksheets[0]
        page.title, page.freeze_panes = "findings", "A2"
        for number, row in enumerate(rows, 1):
            for column, words in enumerate(row, 1):
                _put(page.cell(number, column), words)
                if number == 1:
                    letter = self._openpyxl.utils.get_column_letter(column)
                    page.column_dimensions[letter].width = _WIDTHS.get(words, _WIDTH)
        try:
            with replacing(self.path) as unfinished, _temporary_files_in(os.path.dirname(unfinished)):
                packed = BytesIO()  # an archive that a full disk cuts short complains once more when it is forgotten
                book.save(packed)
                with open(unfinished, "wb") as file:
                    file.write(packed.getbuffer())
        except OSError as error:
            raise unwritable(self.path, error) from None


def _put(cell: Any, words: str) -> None:
    """Fill a cell with words as they are: the library would make a formula of what begins with `=`."""
    # Cut here, with a sign of it: the library would cut without one.
    cell.value = words if len(words) <= _CELL else words[: _CELL - 1] + "…"
    # After the value, which sets it.
    cell.data_type = "s"


@contextmanager
def _temporary_files_in(folder: str) -> Iterator[None]:
    """Have openpyxl put its temporary files where they are swept, should the run be killed."""
    before, tempfile.tempdir = tempfile.tempdir, folder
    try:
        yield
    finally:
        tempfile.tempdir = before


def workbook_rows(path: str) -> Iterator[list[str]]:
    """The cells of the first sheet of a workbook, row by row.

    Raises:
        UsageError: openpyxl is not installed.
        ConfigError: it is damaged, or larger than any sheet of findings.
    """
    openpyxl = _openpyxl()
    try:
        with open_regular(path, _UNPACKED) as file:
            _see_that_it_is_bounded(file, path)
            # Row by row, values for formulas, and no other workbook opened that this one names.
            book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
            yield from _cells(book, path)
    # Told already; and a memory that is full says nothing of the workbook.
    except (DuizhaoError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001  a damaged workbook makes openpyxl stumble in many ways
        words = str(error) or type(error).__name__
        raise ConfigError(f"no workbook that can be read: {words.splitlines()[0]}", path=path) from None


def _cells(book: Any, path: str) -> Iterator[list[str]]:
    if not book.worksheets:
        raise ConfigError("the workbook has no sheet", path=path)
    page = book.worksheets[0]
    page.reset_dimensions()  # what it says of its size need not be so
    for number, row in enumerate(islice(page.iter_rows(values_only=True), _ROWS + 1)):
        if number == _ROWS or len(row) > _COLUMNS:
            raise ConfigError(f"more than {_ROWS:,} rows or {_COLUMNS} columns", path=path)
        yield ["" if value is None else str(value) for value in row]


def _see_that_it_is_bounded(file: IO[bytes], path: str) -> None:
    """See what a workbook says that it unpacks to: no member is read further than it says."""
    with zipfile.ZipFile(file) as archive:
        members = archive.infolist()
        if len(members) > _MEMBERS or sum(member.file_size for member in members) > _UNPACKED:
            raise ConfigError(f"the workbook unpacks to more than {_UNPACKED >> 20} MB, which no sheet does", path=path)


def _openpyxl() -> Any:
    library("defusedxml", "xlsx")  # with it openpyxl refuses entities
    return library("openpyxl", "xlsx")
