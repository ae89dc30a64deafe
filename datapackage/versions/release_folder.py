"""A folder of releases: the newest one, proved, and the lock of whoever adds another."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from duizhao.datapackage.disk.staging import write_file, writing
from duizhao.datapackage.format import checksums
from duizhao.datapackage.format.package import Package
from duizhao.datapackage.prove.verify import ensure
from duizhao.datapackage.versions.release_index import (
    INDEX_FILE,
    Release,
    ReleaseIndex,
    read_index,
    release_of,
    serialise_index,
)
from duizhao.errors import PackageError
from duizhao.locks import Holder, take

_LOCK = ".duizhao-release.lock"


class ReleaseFolder:
    """The releases of a data set.

    Args:
        folder: where they lie; it need not exist yet.

    Raises:
        PackageError: the index there is no index.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._index = read_index(folder) or ReleaseIndex("")

    def path(self, version: str) -> str:
        """Where the folder of a new version is to be."""
        return os.path.join(self.folder, version)

    def newest(self) -> Package | None:
        """The newest release, proved; None where there is none yet.

        Raises:
            PackageError: one is missing, or the newest is no longer what it was when it was released.
        """
        # That they are there is seen for all; proved is the newest, with which the next is compared.
        for release in self._index.versions:
            if not os.path.isdir(os.path.join(self.folder, release.path)):
                message = f"the index names version {release.version}, which is missing"
                raise PackageError(message, path=os.path.join(self.folder, INDEX_FILE))
        newest = self._index.newest
        return _proved(os.path.join(self.folder, newest.path), newest) if newest else None

    def add(self, version: str, *, name: str, created: str) -> None:
        """Name a version in the index that lies in its folder.

        Args:
            version: which.
            name: of the data set.
            created: RFC 3339, '' where it is not known.

        Raises:
            WriteError: the system refuses.
        """
        release = release_of(self.path(version), version=version, created=created)
        index = self._index._replace(name=name).with_release(release)
        write_file(os.path.join(self.folder, INDEX_FILE), serialise_index(index))


def _proved(folder: str, release: Release) -> Package:
    package = ensure(folder)
    sums = f"sha256:{checksums.file_hash(package.file(checksums.NAME))}"
    # A package that proves itself may have been made anew: only the index knows which one was released.
    if sums not in {file.hash for file in release.files if file.path == checksums.NAME}:
        raise PackageError(f"was changed after it was released as {release.version}", path=folder)
    return package


@contextmanager
def locked(folder: str) -> Iterator[None]:
    """Keep others from adding a version at the same time.

    Raises:
        PackageError: somebody else is adding one.
        WriteError: the system refuses.
    """
    with writing(folder):
        os.makedirs(folder, exist_ok=True)
        lock = take(os.path.join(folder, _LOCK))
    if isinstance(lock, Holder):
        raise PackageError(f"another release is being made here, by {lock}; wait until it has ended", path=folder)
    try:
        yield
    finally:
        lock.release()
