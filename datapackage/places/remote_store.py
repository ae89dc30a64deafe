"""Whatever fsspec has an address for as a place for releases."""

from __future__ import annotations

import errno
import posixpath
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from duizhao.addresses import first_line
from duizhao.datapackage.places.store import CHUNK, StoreError
from duizhao.errors import UsageError
from duizhao.optional_libraries import library


class RemoteStore:
    """See `Store`.

    Args:
        address: where it is; fsspec takes keys and endpoints from the environment and its own configuration.
        shown: the address as the user may see it.
    """

    def __init__(self, address: str, shown: str) -> None:
        self._shown = shown.rstrip("/")
        fsspec = library("fsspec", "publish")
        try:
            # Listings that are kept would show what was there before.
            self._fs, root = fsspec.core.url_to_fs(address, use_listings_cache=False)
        except ImportError as error:
            raise UsageError(f"{first_line(error)} (or: pip install 'duizhao[publish]')", path=shown) from None
        except Exception as error:
            raise UsageError(f"is no address that can be opened: {first_line(error)}", path=shown) from error
        self._root = str(root).rstrip("/")

    def shown(self, path: str = "") -> str:
        return f"{self._shown}/{path}" if path else self._shown

    def read(self, path: str) -> bytes | None:
        with self._speaking(path, "read"):
            try:
                data: bytes = self._fs.cat_file(self._at(path))
            except FileNotFoundError:
                return None
            return data

    def size(self, path: str) -> int | None:
        with self._speaking(path, "read"):
            self._fs.invalidate_cache()
            try:
                about = self._fs.info(self._at(path))
            except FileNotFoundError:
                return None
            # A folder has a size of its own in some places, and is no file.
            return int(about["size"]) if about.get("type") == "file" else None

    def blocks(self, path: str, start: int, end: int) -> Iterator[bytes]:
        while start < end:
            stop = min(start + CHUNK, end)
            with self._speaking(path, "read"):
                block: bytes = self._fs.cat_file(self._at(path), start=start, end=stop)
            # A file that ends before the index says so: the hash tells.
            if not block:
                return
            if len(block) > stop - start:  # a server that knows no ranges sends the whole file
                yield block[start:end]
                return
            yield block
            start += len(block)

    def write(self, path: str, data: bytes) -> None:
        with self._speaking(path, "written"):
            self._fs.pipe_file(self._at(path), data)

    def upload(self, path: str, source: str) -> None:
        with self._speaking(path, "written"):
            try:
                self._fs.put_file(source, self._at(path))
            except FileNotFoundError:
                # Folders are made where a place has any, but not the place itself: a missing bucket is a slip.
                if not self._fs.exists(self._root):
                    raise
                # Only after a refusal: most places have no folders, and asking each time costs a round trip.
                self._fs.makedirs(posixpath.dirname(self._at(path)), exist_ok=True)
                self._fs.put_file(source, self._at(path))

    def tidy(self) -> None:
        """Nothing is ever half written there."""

    def remove(self, path: str) -> None:
        with self._speaking(path, "removed"), suppress(FileNotFoundError):
            self._fs.rm_file(self._at(path))

    def _at(self, path: str) -> str:
        return f"{self._root}/{path}"

    @contextmanager
    def _speaking(self, path: str, done: str) -> Iterator[None]:
        """Turn what the server or its library says into one line; each library has errors of its own."""
        try:
            yield
        except Exception as error:
            raise StoreError(f"cannot be {done}: {_reason(error)}", path=self.shown(path)) from error


def _reason(error: Exception) -> str:
    said = first_line(error)
    if isinstance(error, PermissionError):
        return f"access was refused: {said}"
    if isinstance(error, FileNotFoundError):
        return f"no such place: {said}"
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "the disk is full"
    if isinstance(error, ConnectionError | TimeoutError):
        return f"the connection was lost: {said}"
    return said
