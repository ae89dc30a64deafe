"""One location to its entries: the file itself, or the members of the archive or bundle, one after the other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO

from duizhao.regular import is_of_the_shell, open_regular
from duizhao.schema.inputs.entry import Entry, SourceError, too_large, unreadable
from duizhao.schema.inputs.limits import LIMITS, MIB, Limits, in_words
from duizhao.schema.inputs.names import ARCHIVE_LIKE, altered, seems_inside
from duizhao.schema.inputs.signs import entry_of
from duizhao.schema.inputs.walk import Location


def read_entries(location: Location, *, limits: Limits = LIMITS) -> Iterator[Entry]:
    """Open one location and yield its articles, holding no more than one of them.

    What cannot be read becomes an entry with a problem; nothing is raised for it.
    """
    try:
        if location.kind == "article":
            yield _read_remote(location, limits) if location.remote else _read_article(location, limits)
        elif location.remote:
            from duizhao.schema.inputs.remote import brought_here  # noqa: PLC0415  few sources are elsewhere

            with brought_here(location) as copy:
                yield from read_entries(copy, limits=limits)
        else:
            alias = _alias(location)
            for entry in _read_container(location, limits):
                yield entry._replace(alias=alias) if alias else entry
    except SourceError as error:
        yield Entry(location.path, None, error.problem)
    except OSError as error:
        yield unreadable(location.path, error)


def given_entry(path: str, data: bytes, *, limits: Limits = LIMITS) -> Entry:
    """An article that somebody else has read already, under the same bounds."""
    if len(data) > limits.article:
        return _too_large(path, in_words(len(data)), limits)
    return Entry(path, data, named=True)


def _read_article(location: Location, limits: Limits) -> Entry:
    with _opened(location) as file:
        # Asked of the open file: a large one is refused before it is read.
        size = os.fstat(file.fileno()).st_size
        if size > limits.article:
            return _too_large(location.path, in_words(size), limits)
        data = file.read(size + 1)
        if len(data) > size:  # it grows, or it is a pipe
            data = _read_on(file, data, limits.article)
    if len(data) > limits.article:
        return _too_large(location.path, f"more than {in_words(limits.article)}", limits)
    if location.named:
        return Entry(location.path, data, alias=_alias(location), named=True)
    return entry_of(location.path, data, location.path, _alias(location))


def _opened(location: Location) -> BinaryIO:
    """The file; a pipe only where the user has a shell write to it: of any other nobody knows that anything comes."""
    if location.named and is_of_the_shell(location.file):
        return open(location.file, "rb", buffering=0)
    return open_regular(location.file)


def _read_remote(location: Location, limits: Limits) -> Entry:
    from duizhao.schema.inputs.remote import fetched  # noqa: PLC0415  few sources are elsewhere

    data = fetched(location)
    if len(data) > limits.article:
        return _too_large(location.path, in_words(len(data)), limits)
    if location.named:
        return Entry(location.path, data, alias=_alias(location), named=True)
    return entry_of(location.path, data, location.path, _alias(location))


def _alias(location: Location) -> str:
    """Why the path that is shown is not the very name of the file; see `Entry`."""
    if reason := altered(location.file):
        return reason
    return ARCHIVE_LIKE if seems_inside(location.path) else ""


def _read_on(file: BinaryIO, data: bytes, limit: int) -> bytes:
    parts, size = [data], len(data)
    while size <= limit and (part := file.read(MIB)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _too_large(path: str, size: str, limits: Limits) -> Entry:
    return Entry(path, None, too_large(size, limits))


def _read_container(location: Location, limits: Limits) -> Iterator[Entry]:
    """Hand over to the reader of the format; imported here because most runs see plain files only."""
    if location.kind == "zip":
        from duizhao.schema.inputs.zips import read_zip  # noqa: PLC0415

        return read_zip(location, limits)
    if location.kind == "tar":
        from duizhao.schema.inputs.tars import read_tar  # noqa: PLC0415

        return read_tar(location, limits)
    from duizhao.schema.inputs.bundle import read_bundle  # noqa: PLC0415

    return read_bundle(location, limits)
