"""A package back to a folder of the article files it was made from."""

from __future__ import annotations

import os

from duizhao.datapackage.disk.staging import staged
from duizhao.datapackage.format.article_paths import unfit_here
from duizhao.datapackage.format.package import open_package
from duizhao.datapackage.reading.article_files import article_files
from duizhao.errors import PackageError, UsageError
from duizhao.schema.inputs.names import parts_of


def unpack(location: str, target: str) -> int:
    """Write the files that a package was made from into a new folder, and return how many.

    Members of archives become files below a folder of the archive's name.

    Args:
        location: of the package.
        target: the folder; it must not exist, or be empty.

    Raises:
        UsageError: there is no package, or the target is in use.
        PackageError: the package is not what it should be, or a path leads out of the target.
        WriteError: the system refuses.
    """
    if os.path.lexists(target) and (not os.path.isdir(target) or os.listdir(target)):
        raise UsageError("is in use; name a folder that does not exist", path=target)
    count = 0
    with staged(target, replace=False) as folder:
        for count, (path, data) in enumerate(article_files(open_package(location)), 1):  # noqa: B007  the last counts
            _write(folder, path, data)
    return count


def _write(folder: str, path: str, data: bytes) -> None:
    # Looked at again: the path comes from a package, which anybody may have made.
    if reason := unfit_here(path):
        raise PackageError(f"an article cannot be given back: {reason}", path=path)
    file_path = os.path.join(folder, *parts_of(path))
    try:
        os.makedirs(os.path.dirname(file_path), exist_ok=True)
        # Never over another file: two paths may be one where the file system ignores case.
        with open(file_path, "xb") as file:
            file.write(data)
    except (FileExistsError, NotADirectoryError, IsADirectoryError):
        raise PackageError("two articles have this path, or one that lies below it", path=path) from None
