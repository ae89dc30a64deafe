"""Releases to the place where people fetch them: whole or not at all, and never over what is there.

The files of a version go first, each read back after it arrived; the index that names the version is written last.
While a version is under way a note lies beside it, `1.2.0.unfinished.json`, that says which files it is to have.  Who
comes back after an interruption finds the note, and goes on with what has not arrived.
"""

from __future__ import annotations

import os
from typing import NamedTuple

from duizhao.datapackage.places.open_store import open_store
from duizhao.datapackage.places.store import Store, StoreError, Tell, holds
from duizhao.datapackage.prove.verify import ensure
from duizhao.datapackage.versions.release_index import (
    INDEX_FILE,
    Release,
    ReleaseIndex,
    parse_index,
    read_index,
    release_of,
    serialise_index,
)
from duizhao.errors import PackageError, UsageError

_TRIES = 5  # to name a version in an index that others write too


class Published(NamedTuple):
    """A version that was published, or would be."""

    version: str
    files: int
    bytes: int


def publish(
    folder: str, target: str, *, version: str = "", dry_run: bool = False, tell: Tell = lambda _: None
) -> list[Published]:
    """Publish the releases of a folder that the target does not have yet, the oldest first.

    Args:
        folder: of the releases.
        target: a folder of this machine, or an fsspec address.
        version: only this one; '' for all.
        dry_run: look, and write nothing.
        tell: takes a line on each file.

    Raises:
        UsageError: there is no such release, or no such kind of address.
        PackageError: a release was changed after it was made, or the target holds something else under its version.
        StoreError: the target cannot be reached or written; what was published before stays.
    """
    index = _releases(folder)
    store = open_store(target)
    # Else the index would be overwritten while it is read.
    if os.path.realpath(store.shown()) == os.path.realpath(folder):
        raise UsageError("is the folder of the releases itself; name another place to publish to", path=target)
    there = _index_of(store, index.name)
    # All are looked at before the first is sent: else some would be published, and the next one refused.
    missing = [release for release in _wanted(index, folder, version) if not _is_there(store, there, release)]
    for release in missing:
        _prove(folder, release)
        _look_before(store, index.name, release)
    if not dry_run:
        store.tidy()
    for release in [] if dry_run else missing:
        _upload(store, folder, index.name, release, tell)
    return [Published(release.version, len(release.files), release.bytes) for release in missing]


def _releases(folder: str) -> ReleaseIndex:
    index = read_index(folder)
    if index is None or not index.versions:
        raise UsageError("holds no releases; `duizhao release` makes them", path=folder)
    return index


def _wanted(index: ReleaseIndex, folder: str, version: str) -> tuple[Release, ...]:
    if not version:
        return index.versions
    release = index.find(version)
    if release is None:
        there = ", ".join(known.version for known in index.versions)
        raise UsageError(f"there is no release {version}; there are {there}", path=folder)
    return (release,)


def _index_of(store: Store, name: str) -> ReleaseIndex:
    """The index that the target has, an empty one where it has none."""
    data = store.read(INDEX_FILE)
    if data is None:
        return ReleaseIndex(name)
    index = parse_index(data, store.shown(INDEX_FILE))
    if index.name != name:
        raise PackageError(f"is of the data set {index.name}, not of {name}; nothing was touched", path=store.shown())
    return index


def _is_there(store: Store, there: ReleaseIndex, release: Release) -> bool:
    known = there.find(release.version)
    if known is None:
        return False
    # The entries hold hashes: equal ones are the same bytes.
    if known.files != release.files:
        what = f"holds {release.version} with other bytes, and a release never changes; nothing was touched"
        raise PackageError(what, path=store.shown())
    return True


def _prove(folder: str, release: Release) -> None:
    """That a release is what it was when the index was written."""
    place = os.path.join(folder, release.path)
    if not os.path.isdir(place):
        raise PackageError(f"release {release.version} is missing", path=place)
    now = release_of(place, version=release.version, created=release.created, path=release.path)
    changed = sorted({file.path for file in {*now.files} ^ {*release.files}})
    if changed:
        raise PackageError(
            f"was changed after it was released as {release.version}", path=os.path.join(place, changed[0])
        )
    # After the hashes, which cost less and tell most changes.
    ensure(place)  # the index may have been made to fit


def _note(release: Release) -> str:
    return f"{release.path}.unfinished.json"


def _look_before(store: Store, name: str, release: Release) -> None:
    """That nothing else lies where a version is to be, unless it is the rest of this very version."""
    note = store.read(_note(release))
    if note is not None:
        # The note tells by hashes what was begun; the same means to go on.
        if note != _noted(name, release):
            what = f"somebody has begun to publish {release.version} with other bytes; if that was given up, remove "
            raise PackageError(f"{what}this file and the folder", path=store.shown(_note(release)))
        return
    for file in release.files:
        path = f"{release.path}/{file.path}"
        if store.size(path) is not None and not holds(store, path, file.bytes, file.hash):
            what = f"is not the file of {release.version}, and no index names it; nothing was touched"
            raise PackageError(what, path=store.shown(path))


def _noted(name: str, release: Release) -> bytes:
    return serialise_index(ReleaseIndex(name, (release,)))


def _upload(store: Store, folder: str, name: str, release: Release, tell: Tell) -> None:
    store.write(_note(release), _noted(name, release))
    for file in release.files:
        path = f"{release.path}/{file.path}"
        if holds(store, path, file.bytes, file.hash):
            tell(f"{store.shown(path)}: there already")
            continue
        store.upload(path, os.path.join(folder, *path.split("/")))
        if not holds(store, path, file.bytes, file.hash):
            raise StoreError("did not arrive as it was sent; publish again", path=store.shown(path))
        tell(f"{store.shown(path)}: {file.bytes} bytes")
    store.remove(_note(release))  # before the index, so that none is ever left: the files are all there by now
    _enter(store, name, release)


def _enter(store: Store, name: str, release: Release) -> None:
    """Name a version in the index, beside those that others may have entered meanwhile."""
    for _ in range(_TRIES):
        store.write(INDEX_FILE, serialise_index(_index_of(store, name).with_release(release)))
        # Read back: another may have written its index between our reading and our writing, and taken our line away.
        if _index_of(store, name).find(release.version) == release:
            return
    raise StoreError("is being written by others all the time; publish again", path=store.shown(INDEX_FILE))
