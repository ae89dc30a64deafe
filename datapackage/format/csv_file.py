"""The CSV files of a package, read strictly, with the place of every cell, and hashed on the way."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator, Sequence

from duizhao.datapackage.format.cells import CONTROL
from duizhao.errors import PackageError
from duizhao.regular import open_regular

_CELL = re.compile(r'"(?:[^"]|"")*+"|[^,\n]*+')
_LARGEST = 64 * 1024 * 1024  # characters of a cell; the largest article file is a quarter of that

# The limit is that of the whole process, and 131,072 where nobody raised it; whoever needs more may have done so.
csv.field_size_limit(max(_LARGEST, csv.field_size_limit()))


class CsvFile:
    """Iterates over the rows, the header included.

    Args:
        path: of the file.
        shown: the path for errors.
    """

    def __init__(self, path: str, shown: str) -> None:
        self.path = path
        self.shown = shown
        self.line = 1
        """Where the current row begins."""
        self.bytes = 0
        self._hash = hashlib.sha256()
        self._raw: list[str] = []
        self.header = b""
        """The first line as it stands there, once it was read."""

    @property
    def sha256(self) -> str:
        """Of what was read so far."""
        return self._hash.hexdigest()

    def __iter__(self) -> Iterator[list[str]]:
        """Yield rows.

        Raises:
            PackageError: no UTF-8, a control character, broken quoting.
        """
        # Strict: without it a quotation that never ends swallows the rest of the file.
        reader = csv.reader(self._lines(), strict=True)
        raw = self._raw
        while True:
            raw.clear()
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise self._error(f"broken quoting: {error}", reader.line_num) from None
            self.line = reader.line_num - len(raw) + 1
            # Most rows have none, and need no second look.
            if '"' in raw[0]:  # a row of several lines opens a quotation on its first
                self._no_bare_quote()
            yield row

    def column(self, index: int) -> tuple[int, int]:
        """Line and column of a cell of the current row."""
        text, at = "".join(self._raw), 0
        for _ in range(index):
            match = _CELL.match(text, at)
            if match is None or match.end() >= len(text):
                break
            at = match.end() + 1
        return self.line + text.count("\n", 0, at), at - text.rfind("\n", 0, at)

    def _lines(self) -> Iterator[str]:
        number = 0
        # In pieces of 256 KiB: a table is read from its first byte to its last.
        with open_regular(self.path, buffering=1 << 18) as file:
            for number, data in enumerate(file, 1):
                if number == 1:
                    self.header = data
                self._hash.update(data)
                self.bytes += len(data)
                line = self._decode(data, number)
                self._raw.append(line)
                yield line
        # Cut within its last cell, a file is still CSV of the right width.
        if number and not line.endswith("\n"):
            raise self._error("the last line does not end in a line feed; the file was cut short", number)

    def _decode(self, data: bytes, number: int) -> str:
        try:
            line = data.decode("utf-8")
        except UnicodeDecodeError as error:
            column = len(data[: error.start].decode("utf-8")) + 1
            raise self._error(f"not UTF-8: byte 0x{data[error.start]:02x}", number, column) from None
        # Carriage returns too, so that a file that was saved with the line ends of Windows is told as such.
        match = CONTROL.search(line)
        if match or (number == 1 and line.startswith("\ufeff")):
            what = f"control character U+{ord(match[0]):04X}" if match else "a byte order mark"
            raise self._error(f"{what}, which a package does not hold", number, match.start() + 1 if match else 1)
        return line

    def _no_bare_quote(self) -> None:
        """A quotation mark inside a cell that is not quoted is read in different ways by different readers."""
        text = "".join(self._raw)
        at = 0
        while at < len(text):
            match = _CELL.match(text, at)
            end = match.end() if match else at
            if text[end : end + 1] not in {",", "\n"} or (text[at] != '"' and '"' in text[at:end]):
                line = self.line + text.count("\n", 0, at)
                raise self._error("a quotation mark in a cell that is not quoted", line, at - text.rfind("\n", 0, at))
            at = end + 1

    def _error(self, message: str, line: int, column: int = 1) -> PackageError:
        return PackageError(message, path=self.shown, line=line, column=column)


class CsvTable:
    """Iterates over the rows of a table in one or several files, its header included, as if it were one.

    Args:
        files: the path of each, and the path for errors.
    """

    def __init__(self, files: Sequence[tuple[str, str]]) -> None:
        self.files = [CsvFile(path, shown) for path, shown in files]
        self._number = 0

    @property
    def file(self) -> CsvFile:
        """The one that the current row stands in."""
        return self.files[self._number]

    @property
    def shown(self) -> str:
        """The path of that file, for errors."""
        return self.file.shown

    @property
    def line(self) -> int:
        """Where the current row begins in its file."""
        return self.file.line

    def column(self, index: int) -> tuple[int, int]:
        """Line and column of a cell of the current row."""
        return self.file.column(index)

    def __iter__(self) -> Iterator[list[str]]:
        """Yield rows.

        Raises:
            PackageError: one of the files cannot be read, or begins with another header than the first.
        """
        header: list[str] | None = None
        for number, file in enumerate(self.files):
            self._number = number
            rows = iter(file)
            first = next(rows, [])
            if header is None:
                yield first
            # Else columns of one part would be read as those of another.
            elif first != header:
                raise PackageError(f"the header is not {','.join(header)}", path=file.shown, line=1, column=1)
            header = first
            yield from rows
