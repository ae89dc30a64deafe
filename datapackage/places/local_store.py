"""A folder of this machine as a place for releases."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import IO

from duizhao.datapackage.places.store import CHUNK, MOST_READ, StoreError
from duizhao.regular import open_regular, read_regular
from duizhao.scratch import NAME, scratch, sweep
from duizhao.system import patiently
from duizhao.unwritable import reason_of


class LocalStore:
    """See `Store`.  A file appears whole or not at all.

    Args:
        folder: made where it does not exist, once something is written.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def shown(self, path: str = "") -> str:
        return os.path.join(self.folder, *path.split("/")) if path else self.folder

    def read(self, path: str) -> bytes | None:
        with self._speaking(path, "read"):
            try:
                return read_regular(self._own(path), MOST_READ)
            # A file in the place of a folder on the way means the same: there is none.
            except (FileNotFoundError, NotADirectoryError):
                return None

    def size(self, path: str) -> int | None:
        with self._speaking(path, "read"):
            try:
                return os.stat(self._own(path)).st_size
            except (FileNotFoundError, NotADirectoryError):
                return None

    def blocks(self, path: str, start: int, end: int) -> Iterator[bytes]:
        with self._speaking(path, "read"), open_regular(self._own(path)) as file:
            file.seek(start)
            # Not beyond the end, though a file may grow while it is read.
            while block := file.read(min(CHUNK, end - file.tell())):
                yield block

    def write(self, path: str, data: bytes) -> None:
        self._put(path, lambda file: file.write(data))

    def upload(self, path: str, source: str) -> None:
        with open(source, "rb") as there:
            self._put(path, lambda file: shutil.copyfileobj(there, file, CHUNK))

    def remove(self, path: str) -> None:
        with self._speaking(path, "removed"), suppress(FileNotFoundError):
            os.unlink(self.shown(path))

    def tidy(self) -> None:
        sweep(self._desks)

    def _own(self, path: str) -> str:
        """Where a file lies, once it is known to lie in the folder itself: a link could lead to any file of the reader.

        Raises:
            OSError: a link leads there.
        """
        place = self.shown(path)
        if os.path.realpath(place) != os.path.join(os.path.realpath(self.folder), *path.split("/")):
            raise OSError(errno.ELOOP, "a symbolic link; a place holds its files itself", place)
        return place

    @property
    def _desks(self) -> str:
        return os.path.join(self.folder, NAME)

    def _put(self, path: str, fill: Callable[[IO[bytes]], object]) -> None:
        target = self.shown(path)
        with self._speaking(path, "written"):
            os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
            with scratch(self._desks) as desk:
                fresh = os.path.join(desk, os.path.basename(target))
                with open(fresh, "wb") as file:
                    fill(file)
                    file.flush()
                    # An index must never name a file that a power failure takes back.
                    os.fsync(file.fileno())
                patiently(os.replace, fresh, target)

    @contextmanager
    def _speaking(self, path: str, done: str) -> Iterator[None]:
        """Turn what the system says into one line."""
        try:
            yield
        except OSError as error:
            raise StoreError(f"cannot be {done}: {reason_of(error)}", path=self.shown(path)) from error
