"""A published version to a folder of this machine, proved file by file.

What has arrived is kept beside the folder, under `.NAME.fetched`, until all of it is there; an interrupted fetch goes
on at the byte where it stopped.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from duizhao.addresses import without_secret
from duizhao.datapackage.disk.staging import staged, writing
from duizhao.datapackage.format.checksums import file_hash
from duizhao.datapackage.make.build import replaceable
from duizhao.datapackage.places.open_store import open_store
from duizhao.datapackage.places.store import Store, StoreError, Tell
from duizhao.datapackage.prove.verify import ensure
from duizhao.datapackage.versions.release_index import (
    INDEX_FILE,
    VERSION,
    FileEntry,
    Release,
    ReleaseIndex,
    parse_index,
)
from duizhao.errors import PackageError, UsageError
from duizhao.locks import Holder, take
from duizhao.system import patiently

_ADDRESS = re.compile(rf"(.+)@({VERSION.pattern})", re.DOTALL)


class Fetched(NamedTuple):
    """A version that was fetched."""

    name: str
    """Of the data set."""
    version: str
    path: str
    files: int
    bytes: int


def fetch(source: str, target: str, *, tell: Tell = lambda _: None) -> Fetched:
    """Fetch a version of a published data set.

    Args:
        source: a folder of this machine or an fsspec address, `@` and a version after it; without one the newest.
        target: the folder to make; a package of duizhao that is there gives way, in one step.
        tell: takes a line on each file.

    Raises:
        UsageError: there are no releases, not this version, or the target is something else than a package.
        PackageError: what is there is not what the index says.
        StoreError: the connection failed; what has arrived is kept for the next attempt.
        WriteError: the system refuses to write.
    """
    address, version = split(source)
    replace = replaceable(target)
    store = open_store(address)
    index = _index_of(store)
    release = _chosen(store, index, version)
    with _kept(target) as folder:
        for file in release.files:
            _fetch(store, release, file, folder, target, tell)
        with staged(target, replace=replace) as stage:
            _lay_out(release, folder, stage)
            _prove(store, release, stage)
    return Fetched(index.name, release.version, target, len(release.files), release.bytes)


def split(source: str) -> tuple[str, str]:
    """An address and the version after it, '' for none.

    >>> split("s3://bucket/data@1.2.0"), split("sftp://me@example.org/data")
    (('s3://bucket/data', '1.2.0'), ('sftp://me@example.org/data', ''))
    """
    match = _ADDRESS.fullmatch(source)
    if match:
        return match[1], match[2]
    # In the last name only: before it an `@` parts user and host.
    if "@" in source.rsplit("/", 1)[-1]:
        raise UsageError("a version after `@` is written like 1.2.0", path=without_secret(source))
    return source, ""


def _index_of(store: Store) -> ReleaseIndex:
    data = store.read(INDEX_FILE)
    if data is None:
        raise UsageError(f"holds no releases: there is no {INDEX_FILE}", path=store.shown())
    return parse_index(data, store.shown(INDEX_FILE))


def _chosen(store: Store, index: ReleaseIndex, version: str) -> Release:
    release = index.find(version) if version else index.newest
    if release is None:
        there = ", ".join(known.version for known in index.versions) or "none"
        raise UsageError(f"there is no version {version or 'at all'}; there are: {there}", path=store.shown())
    return release


@contextmanager
def _kept(target: str) -> Iterator[str]:
    """The folder for what has arrived; gone when all has, else kept for the next attempt."""
    parent, name = os.path.split(os.path.abspath(target))
    folder = os.path.join(parent, f".{name}.fetched")
    with writing(target):
        os.makedirs(folder, exist_ok=True)
        lock = take(f"{folder}.lock")
    if isinstance(lock, Holder):
        raise UsageError(f"is being fetched by {lock}; wait until that has ended", path=target)
    try:
        yield folder
        shutil.rmtree(folder, ignore_errors=True)
    finally:
        lock.release()


def _fetch(store: Store, release: Release, file: FileEntry, folder: str, target: str, tell: Tell) -> None:
    """Bring one file; in the folder it is named by its hash, so that versions share what they have in common."""
    path = f"{release.path}/{file.path}"
    whole = _place(folder, file)
    # Looked at byte by byte: what lies there may be cut short, or another's.
    if os.path.exists(whole) and _is(whole, file):
        tell(f"{file.path}: there already")
        return
    part = f"{whole}.part"
    with writing(target):
        resumed = _append(store, path, file, part)
        # What was kept may be the beginning of other bytes; fetched anew, it is right, or was changed where it lies.
        if resumed and not _is(part, file):
            os.unlink(part)
            _append(store, path, file, part)
    if not _is(part, file):
        size = os.path.getsize(part)
        os.unlink(part)
        raise PackageError(_difference(size, file), path=store.shown(path))
    patiently(os.replace, part, whole)
    tell(f"{file.path}: {file.bytes} bytes" + (f", from byte {resumed}" if resumed else ""))


def _append(store: Store, path: str, file: FileEntry, part: str) -> int:
    """Fetch what is missing of a file, and return where that began."""
    start = os.path.getsize(part) if os.path.exists(part) else 0
    # Longer than the whole: of another file, or spoiled.
    if start > file.bytes:
        os.unlink(part)
        start = 0
    # Asked first: where the part is whole already nothing is read, and that the file is gone would not be noticed.
    if store.size(path) is None:
        raise StoreError("is missing, though the index names it", path=store.shown(path))
    with open(part, "ab") as sink:
        for block in store.blocks(path, start, file.bytes):
            sink.write(block)
            # With the system, so that it is kept should the process be killed.
            sink.flush()
    return start


def _difference(size: int, file: FileEntry) -> str:
    if size != file.bytes:
        return f"has {size} bytes, the index says {file.bytes}; nothing was written"
    return "was changed: its SHA-256 is not the one in the index; nothing was written"


def _is(path: str, file: FileEntry) -> bool:
    return os.path.getsize(path) == file.bytes and f"sha256:{file_hash(path)}" == file.hash


def _place(folder: str, file: FileEntry) -> str:
    return os.path.join(folder, file.hash.removeprefix("sha256:"))


def _lay_out(release: Release, folder: str, stage: str) -> None:
    """Give every file its name; two may be the same bytes."""
    last = {file.hash: file.path for file in release.files}
    for file in release.files:
        place = os.path.join(stage, *file.path.split("/"))
        os.makedirs(os.path.dirname(place), exist_ok=True)
        # The last one may have the file itself, the others before it get copies.
        if last[file.hash] == file.path:
            patiently(os.replace, _place(folder, file), place)
        else:
            shutil.copyfile(_place(folder, file), place)


def _prove(store: Store, release: Release, stage: str) -> None:
    """That what the index names is a package that is what it says: an index proves nothing of what it leaves out."""
    try:
        ensure(stage)
    except PackageError as error:
        place = store.shown(f"{release.path}/{os.path.relpath(error.path, stage)}".replace(os.sep, "/"))
        what = f"{error.message}; nothing was written"
        # Of the same class, so that the exit code stays; the place is where it came from, not our stage.
        raise type(error)(what, path=place, line=error.line, column=error.column) from None
