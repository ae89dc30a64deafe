"""The article files a package was made from, byte by byte, from the columns of `articles`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from duizhao.datapackage.format import cells
from duizhao.datapackage.format.file_layout import file_of_row
from duizhao.datapackage.format.package import Package
from duizhao.datapackage.reading.table_rows import rows_of
from duizhao.errors import PackageError

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
            data = file_of_row(row)
        # What a foreign layout, which may be any JSON, makes of the code that reads it.
        except (LookupError, ValueError, TypeError, AttributeError, StopIteration, RuntimeError) as error:
            raise PackageError(f"article {row.get('id', '')}: the layout does not fit: {error}") from None
        if hashlib.sha256(data).hexdigest() != row["sha256"]:
            raise PackageError(f"article {row['id']}: its columns do not give back the file they were made from")
        yield cells.unguard(row["path"]), data
