"""SQLite: NAME.db with every table and full-text search over both languages, and metadata.json for Datasette.

The same package gives the same bytes with the same version of SQLite.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from duizhao.datapackage.exports.dataset import Dataset, write_json
from duizhao.datapackage.exports.fulltext import searchable
from duizhao.datapackage.format.package import Package
from duizhao.datapackage.reading.typed_rows import Value, fields, typed_rows
from duizhao.errors import UsageError

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "date": "TEXT"}
_INDEXED = {
    "articles": ("date",),
    "paragraphs": ("article",),
    "quantities": ("article", "verdict", "unit"),
    "findings": ("rule", "severity"),
}
_SEARCHED = ("title", "english", "headline", "chinese")
_SEARCH = """
select articles.date, articles.page, articles.title, articles.headline,
  substr(articles.chinese, max(1, instr(articles.chinese, :words) - 20), 60) as chinese,
  substr(articles.english, max(1, instr(lower(articles.english), lower(:words)) - 60), 160) as english, articles.id
from articles_fts join articles on articles.rowid = articles_fts.rowid
where articles_fts match case
  when :words = '' then '""'
  when length(:words) = 1 then '"' || :words || '"*'
  when length(:words) <= 4 or :words glob '*[ -~]*' then escape_fts(:words)
  else '"' || (with recursive places(place) as (
    select 1 union all select place + 1 from places where place < length(:words) - 1
  ) select group_concat(substr(:words, place, 2), ' ') from places) || '"'
end
order by articles_fts.rank limit 100
"""


def export(dataset: Dataset, folder: str) -> list[str]:
    name = f"{dataset.metadata.name}.db"
    _see_that_columns_are_there(dataset.package)
    with closing(sqlite3.connect(os.path.join(folder, name), isolation_level=None)) as database:
        try:
            _fill(database, dataset)
        except (sqlite3.Error, OverflowError) as error:
            raise _explained(error, name) from error
    return [name, *write_json(folder, "metadata.json", datasette(dataset))]


def _see_that_columns_are_there(package: Package) -> None:
    package.need("articles", _SEARCHED)
    for resource in package.descriptor["resources"]:
        package.need(resource["name"], _INDEXED.get(resource["name"], ()))


def datasette(dataset: Dataset) -> dict[str, Any]:
    """What Datasette shows of the data set: titles, meanings of columns, the search."""
    metadata = dataset.metadata
    tables = {resource["name"]: _shown(resource) for resource in dataset.package.descriptor["resources"]}
    tables["articles"] |= {"fts_table": "articles_fts", "fts_pk": "rowid", "label_column": "title"}
    search = {
        "title": "Search both languages",
        "description": "English words, or a Chinese expression of any length.",
        "sql": _SEARCH.strip(),
    }
    found = {
        "title": f"{metadata.title} {dataset.version}".strip(),
        "description": f"{metadata.description} {dataset.rights}",
        "license": dataset.license.name if dataset.license else "",
        "license_url": dataset.license.path if dataset.license else "",
        "source": ", ".join(origin.title for origin in metadata.sources),
        "source_url": next((origin.path for origin in metadata.sources if origin.path), ""),
        "databases": {metadata.name: {"tables": tables, "queries": {"search": search}}},
    }
    return {key: value for key, value in found.items() if value}


def _shown(resource: dict[str, Any]) -> dict[str, Any]:
    columns = {field["name"]: field["description"] for field in resource["schema"]["fields"]}
    title = resource.get("title", resource["name"])  # which a descriptor need not have
    return {"title": title, "description": resource["description"], "columns": columns}


def _fill(database: sqlite3.Connection, dataset: Dataset) -> None:
    package = dataset.package
    # No journal and no syncing: the file is new, and takes its place with its whole folder or not at all.
    database.executescript("pragma journal_mode=off; pragma synchronous=off; pragma encoding='UTF-8'; begin;")
    for resource in package.descriptor["resources"]:
        _table(database, package, resource)
    columns = ", ".join(_SEARCHED)
    database.execute(
        # `content=''`: the texts are in `articles` already, only their index is kept.
        f"create virtual table articles_fts using fts5({columns}, content='', tokenize='porter unicode61')"
    )
    marks = ", ".join("?" * (len(_SEARCHED) + 1))
    database.executemany(f"insert into articles_fts(rowid, {columns}) values ({marks})", _searched(package))  # noqa: S608  names of our own
    # Merges the index into one piece, which is smaller and faster to search.
    database.execute("insert into articles_fts(articles_fts) values ('optimize')")
    database.execute("create table about (key text primary key, value text not null) strict")
    database.executemany("insert into about values (?, ?)", _about(dataset))
    database.execute("commit")
    database.execute("vacuum")  # not within a transaction; packs the pages, so that no gap of the filling is left


def _table(database: sqlite3.Connection, package: Package, resource: dict[str, Any]) -> None:
    name, schema = resource["name"], resource["schema"]
    parts = [_column(field) for field in schema["fields"]]
    parts.append(f"primary key ({_quoted(schema['primaryKey'])})")
    for key in schema.get("foreignKeys", []):
        target = key["reference"]["resource"] or name
        referred = _quoted(key["reference"]["fields"])
        parts.append(f'foreign key ({_quoted(key["fields"])}) references "{target}" ({referred})')
    columns = ",\n  ".join(parts)
    database.execute(f'create table "{name}" (\n  {columns}\n) strict')
    marks = ", ".join("?" * len(schema["fields"]))
    database.executemany(f'insert into "{name}" values ({marks})', _rows(package, name))  # noqa: S608  names of our own
    for column in _INDEXED.get(name, ()):
        database.execute(f'create index "{name}_{column}" on "{name}" ("{column}")')


def _column(field: dict[str, Any]) -> str:
    required = " not null" if field.get("constraints", {}).get("required") else ""
    return f'"{field["name"]}" {_TYPES[field["type"]]}{required}'


def _quoted(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _rows(package: Package, name: str) -> Iterator[tuple[Value, ...]]:
    dates = [index for index, field in enumerate(fields(package, name)) if field["type"] == "date"]
    for row in typed_rows(package, name):
        if not dates:
            yield row
            continue
        cells = list(row)
        for index in dates:
            # SQLite has no dates; as text YYYY-MM-DD they sort.
            cells[index] = None if cells[index] is None else str(cells[index])
        yield tuple(cells)


def _searched(package: Package) -> Iterator[tuple[Value, ...]]:
    names = [field["name"] for field in fields(package, "articles")]
    title, english, headline, chinese = map(names.index, _SEARCHED)
    for number, row in enumerate(typed_rows(package, "articles"), 1):
        original = (searchable(str(row[index] or "")) for index in (headline, chinese))
        yield number, row[title], row[english], *original


def _about(dataset: Dataset) -> Iterator[tuple[str, str]]:
    metadata = dataset.metadata
    values = {"name": metadata.name, "title": metadata.title, "version": dataset.version, "created": dataset.created}
    return ((key, value) for key, value in (values | {"rights": dataset.rights}).items() if value)


def _explained(error: Exception, name: str) -> Exception:
    if "fts5" in str(error):
        # Some distributions build SQLite without it.
        return UsageError("the SQLite of this Python has no full-text search (FTS5); use another Python", path=name)
    return OSError(errno.ENOSPC if "full" in str(error) else errno.EIO, str(error), name)
