"""Files at an address that fsspec opens (`s3://bucket/articles`): found here, and read by whoever works on them.

What is found is what would be found in a copy on this machine: the same names are passed over, and the same files are
skipped.  A place that is busy is asked again; one that no longer answers ends the run, since what is still to be read
would fare no better.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, NamedTuple

from duizhao.addresses import answered, first_line, may_pass, without_secret
from duizhao.errors import UnavailableError, UsageError
from duizhao.optional_libraries import library
from duizhao.schema.inputs.entry import Entry, SourceError, too_large
from duizhao.schema.inputs.limits import Limits, in_words
from duizhao.schema.inputs.names import display, kind_of, passed_over
from duizhao.schema.inputs.walk import Location
from duizhao.scratch import anywhere

_EXTRA = "publish"
_BLOCK = 1 << 22  # bytes of an archive that are held while it is fetched


class RemoteFolder(NamedTuple):
    """What lies at an address."""

    folder: str
    """The folder that it is, or the one that its file lies in, as it is shown."""
    items: Iterator[Location | Entry]


def find_at(address: str, excluded: Callable[[str], bool], limits: Limits) -> RemoteFolder:
    """Find the files at an address; no more than the names of one folder are held.

    Args:
        address: of a folder or a file.
        excluded: says of a path below the folder whether to leave it alone.
        limits: how large an article may be.

    Raises:
        UsageError: fsspec, or what it needs for this address, is not installed; or there is nothing.
        UnavailableError: the place does not answer.
    """
    clean = address.rstrip("/")
    files, root = _opened(clean)
    try:
        about = _asked(address, lambda: files.info(root))
    except SourceError as error:
        raise UsageError(error.problem.message, path=without_secret(address)) from error
    if about["type"] == "directory" or clean != address:  # on the web only the slash says so
        return RemoteFolder(without_secret(clean), _below(files, root, clean, excluded, limits))
    holder = clean.rpartition("/")[0]
    return RemoteFolder(without_secret(holder), iter([_item(clean, about, limits, named=True)]))


def _below(
    files: Any, root: str, address: str, excluded: Callable[[str], bool], limits: Limits
) -> Iterator[Location | Entry]:
    """The files of a folder and of those below it, in the order of their names."""
    ahead = [""]
    while ahead:
        folder = ahead.pop()
        try:
            listed = _asked(f"{address}/{folder}", partial(files.ls, f"{root}/{folder}".rstrip("/"), detail=True))
        except SourceError as error:
            yield Entry(display(without_secret(f"{address}/{folder}")).rstrip("/"), None, error.problem)
            continue
        # Stores give names with or without their folder, and in any order.
        found = {about["name"].rstrip("/").rpartition("/")[2]: about for about in listed}
        folders = []
        for name in sorted(found):
            path = folder + name
            # A store without folders may list one as an empty file of its name.
            if not name or passed_over(name) or excluded(path) or found[name]["name"].rstrip("/") == root:
                continue
            if found[name]["type"] == "directory":
                folders.append(path + "/")
            elif kind_of(name):
                yield _item(f"{address}/{path}", found[name], limits)
        ahead += reversed(folders)


def _item(address: str, about: dict[str, Any], limits: Limits, *, named: bool = False) -> Location | Entry:
    shown, kind, size = display(without_secret(address)), kind_of(address) or "article", about.get("size") or 0
    if kind == "article" and size > limits.article:  # said without fetching it
        return Entry(shown, None, too_large(in_words(size), limits))
    return Location(shown, address, kind, named, remote=True)


def fetched(location: Location) -> bytes:
    """The bytes of a file.

    Raises:
        SourceError: it cannot be read.
        UnavailableError: the place does not answer.
    """
    files, path = _opened(location.file)
    data: bytes = _asked(location.file, lambda: files.cat_file(path))
    return data


@contextmanager
def brought_here(location: Location) -> Iterator[Location]:
    """A copy of an archive or bundle on this machine, as long as the block lasts.

    Raises:
        SourceError: it cannot be read.
        UnavailableError: the place does not answer.
    """
    files, path = _opened(location.file)
    with anywhere() as folder:
        place = os.path.join(folder, "archive")

        def fetch() -> None:
            with files.open(path, "rb") as there, open(place, "wb") as here:
                shutil.copyfileobj(there, here, _BLOCK)

        _asked(location.file, fetch)
        yield location._replace(file=place, remote=False)


def _opened(address: str) -> tuple[Any, str]:
    fsspec = library("fsspec", _EXTRA)
    shown = without_secret(address)
    try:
        # Listings that are kept would grow with the archive.
        files, root = fsspec.core.url_to_fs(address, use_listings_cache=False)
    except ImportError as error:
        raise UsageError(f"{first_line(error)} (or: pip install 'duizhao[{_EXTRA}]')", path=shown) from None
    except Exception as error:
        raise UsageError(f"is no address that can be opened: {first_line(error)}", path=shown) from error
    return files, str(root).rstrip("/")


def _asked(address: str, ask: Callable[[], Any]) -> Any:
    try:
        return answered(ask)
    except Exception as error:
        shown, said = display(without_secret(address)), first_line(error)
        if may_pass(error):
            message = f"cannot be read, though it was tried again and again: {said}; nothing was written"
            raise UnavailableError(message, path=shown) from error
        gone = isinstance(error, FileNotFoundError)
        said = "no such file or folder" if gone else f"cannot be read: {said}"
        raise SourceError("unreadable", said) from error
