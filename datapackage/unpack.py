"""A package back to the article files it was made from, byte by byte."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator

from duizhao.datapackage import cells
from duizhao.datapackage.changes import rows_of
from duizhao.datapackage.layout import unpack as file_of
from duizhao.datapackage.package import Package, open_package
from duizhao.datapackage.paths import unfit_here
from duizhao.datapackage.staging import staged
from duizhao.errors import PackageError, UsageError
from duizhao.schema.inputs.names import parts_of

_COLUMNS = (
    *("id", "date", "page", "title", "author", "english", "entities"),
    *("headline", "author_zh", "column", "export", "chinese", "layout", "path", "sha256"),
)


def article_files(package: Package) -> Iterator[tuple[str, bytes]]:
    """The path and the bytes of every article file, as they were.

    Raises:
        PackageError: a row does not give the file back whose hash it has.
        MalformedError: the table has not the columns that give a file back.
    """
    package.need("articles", _COLUMNS)
    for row in rows_of(package, "articles"):
        try:
            data = file_of(row)
        except (LookupError, ValueError, TypeError, AttributeError, StopIteration, RuntimeError) as error:
            raise PackageError(f"article {row.get('id', '')}: the layout does not fit: {error}") from None
        if hashlib.sha256(data).hexdigest() != row["sha256"]:
            raise PackageError(f"article {row['id']}: its columns do not give back the file they were made from")
        yield cells.unguard(row["path"]), data


def unpack(location: str, target: str) -> int:
    """Write the article files of a package into a new folder, and return how many.

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
        for count, (path, data) in enumerate(article_files(open_package(location)), 1):  # noqa: B007
            _write(folder, path, data)
    return count


def _write(folder: str, path: str, data: bytes) -> None:
    if reason := unfit_here(path):
        raise PackageError(f"an article cannot be given back: {reason}", path=path)
    file_path = os.path.join(folder, *parts_of(path))
    try:
        os.makedirs(os.path.dirname(file_path), exist_ok=True)
        with open(file_path, "xb") as file:
            file.write(data)
    except (FileExistsError, NotADirectoryError, IsADirectoryError):
        raise PackageError("two articles have this path, or one that lies below it", path=path) from None
