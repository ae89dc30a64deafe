"""The files a package was made from, byte by byte, from the columns of `articles` and `issues`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from itertools import groupby
from typing import NamedTuple, TypeVar

from duizhao.datapackage.disk.external_sort import Sorter, SortItem
from duizhao.datapackage.format import cells
from duizhao.datapackage.format.file_layout import file_of_row, record_of_row, texts_of
from duizhao.datapackage.format.issue_layout import COLUMNS, file_of_issue
from duizhao.datapackage.format.package import Package
from duizhao.datapackage.reading.table_rows import Row, rows_of
from duizhao.errors import PackageError
from duizhao.schema.parse import parse
from duizhao.schema.record import Record, record_of
from duizhao.scratch import anywhere
from duizhao.source import Source

_COLUMNS = (
    *("id", "date", "page", "title", "author", "english", "entities"),
    *("headline", "author_zh", "column", "export", "chinese", "layout", "path", "sha256"),
)
_IN_ISSUES = ("issue", "position")
_ISSUES = ("id", "layout", "path", "sha256")
_WIDTH = 9  # digits, so that positions sort as numbers do
_BUDGET = 32 * 1024 * 1024  # bytes of articles that are held until their issue is written


Made = TypeVar("Made")


class FileOfPackage(NamedTuple):
    """A file that a package was made from."""

    path: str
    data: bytes


def article_files(package: Package) -> Iterator[FileOfPackage]:
    """The path and the bytes of every file, as they were: first those of one article, then those of issues.

    Raises:
        PackageError: a row does not give the file back whose hash it has.
        MalformedError: a table has not the columns that give a file back.
    """
    issues = _has_issues(package)
    with anywhere() if issues else nullcontext("") as folder:
        parts = Sorter(folder, 3, budget=_BUDGET)
        for row in _articles(package):
            if issues and row["issue"]:
                # As bytes 10 would come before 9.
                position = row["position"].zfill(_WIDTH)
                words = (row["issue"], position, json.dumps([row[name] for name in COLUMNS]))
                parts.add(tuple(word.encode() for word in words))
            else:
                yield FileOfPackage(cells.unguard(row["path"]), _proved(row, "article", lambda: file_of_row(row)))  # noqa: B023  called at once
        if issues:
            yield from _issues(package, parts.sorted())


def records_of(package: Package) -> Iterator[Record]:
    """Every article as a record, under the identifier that it has in the package.

    Raises:
        PackageError: a row does not give the file back whose hash it has.
        MalformedError: a table has not the columns that make a record.
    """
    issues = _has_issues(package)
    for row in _articles(package):
        if issues and row["issue"]:
            yield _made(row, "article", lambda: record_of_row(row))  # noqa: B023  called at once
        else:
            data = _proved(row, "article", lambda: file_of_row(row))  # noqa: B023
            yield _made(row, "article", lambda: _of_file(row, data))  # noqa: B023


def _of_file(row: Row, data: bytes) -> Record:
    """An article that has a file of its own: as that is read, with dates and pages as they are written there.

    Where its newspaper has labels and marks of its own, which the package does not know, the columns say more.
    """
    read = record_of(parse(Source.decode(cells.unguard(row["path"]), data)))._replace(id=row["id"])
    kept = record_of_row(row)
    whole = kept.layout is not None and len(kept.layout.parts) == 1  # a file that no cell could hold in parts
    return read if whole or texts_of(read) == texts_of(kept) else kept


def _has_issues(package: Package) -> bool:
    """Whether it holds issues; packages of earlier versions have no such table."""
    if not any(resource["name"] == "issues" and resource["rows"] for resource in package.descriptor["resources"]):
        return False
    package.need("articles", _IN_ISSUES)
    package.need("issues", _ISSUES)
    return True


def _articles(package: Package) -> Iterator[Row]:
    package.need("articles", _COLUMNS)
    return rows_of(package, "articles")


def _issues(package: Package, parts: Iterator[SortItem]) -> Iterator[FileOfPackage]:
    """The files of issues; both tables are in the order of the identifiers of issues."""
    groups = groupby(parts, key=lambda item: item[0].decode())
    name, items = next(groups, ("", iter(())))
    for row in rows_of(package, "issues"):
        # Both are in order, so one pass does.
        while name and name < row["id"]:  # of an issue that is not there, which `verify` tells
            name, items = next(groups, ("", iter(())))
        own = list(items) if name == row["id"] else []
        layout = cells.unguard(row["layout"])
        data = _proved(row, "issue", lambda: file_of_issue(layout, dict(map(_cells, own))))  # noqa: B023  called at once
        yield FileOfPackage(cells.unguard(row["path"]), data)


def _cells(item: SortItem) -> tuple[int, dict[str, str]]:
    return int(item[1]), dict(zip(COLUMNS, json.loads(item[2]), strict=True))


def _proved(row: Row, what: str, make: Callable[[], bytes]) -> bytes:
    """The file of a row.

    Raises:
        PackageError: it is not the one whose hash the row has.
    """
    data = _made(row, what, make)
    # Proved by the hash of the file that was read, so that an error in making and in giving back cannot hide.
    if hashlib.sha256(data).hexdigest() != row["sha256"]:
        raise PackageError(f"{what} {row['id']}: its columns do not give back the file they were made from")
    return data


def _made(row: Row, what: str, make: Callable[[], Made]) -> Made:
    try:
        return make()
    # What a foreign layout, which may be any JSON, makes of the code that reads it.
    except (LookupError, ValueError, TypeError, AttributeError, StopIteration, RuntimeError) as error:
        raise PackageError(f"{what} {row.get('id', '')}: the layout does not fit: {error}") from None
