"""The descriptor of a package: `datapackage.json`, Data Package 2.0, the keys in a fixed order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from duizhao.datapackage.format.metadata import Creator, License, Metadata, Origin
from duizhao.datapackage.format.table_writer import WrittenTable
from duizhao.printable import escaped
from duizhao.validator.report import Problem
from duizhao.version import __version__

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
DIALECT = {
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
    "header": True,
}


MOST_NAMED = 100
"""Files left out that are named; more are only counted."""


def descriptor(
    metadata: Metadata, written: Iterable[WrittenTable], *, version: str, created: str, left_out: Sequence[Problem] = ()
) -> dict[str, Any]:
    """The descriptor of a package.

    Args:
        metadata: what the data set says of itself.
        written: its tables, in order.
        version: of the data set, '' for none.
        created: RFC 3339, '' for not known; never taken from the clock.
        left_out: files that should be in it, and could not be used.
    """
    document = {
        "$schema": PROFILE,
        "name": metadata.name,
        "id": f"https://doi.org/{metadata.doi}" if metadata.doi else "",
        "title": metadata.title,
        "description": metadata.description,
        "homepage": metadata.homepage,
        "version": version,
        "created": created,
        "keywords": list(metadata.keywords),
        "contributors": [_contributor(creator) for creator in metadata.creators],
        # A licence of some tables stands with these: here it would seem to cover all.
        "licenses": [_license(item) for item in metadata.licenses if not item.tables],
        "sources": [_source(origin) for origin in metadata.sources],
        "rights": metadata.rights,
        "duizhao": _without_empty({"version": __version__, "incomplete": _incomplete(left_out)}),
        "resources": [_resource(table, metadata) for table in written],
    }
    return _without_empty(document)


def _incomplete(left_out: Sequence[Problem]) -> dict[str, Any]:
    """How many files are missing, and which, as far as there is room."""
    if not left_out:
        return {}
    named = [{"path": problem.path, "reason": problem.message} for problem in left_out[:MOST_NAMED]]
    return {"count": len(left_out), "files": named}


def serialise(document: dict[str, Any]) -> bytes:
    """A descriptor, or what else tells of a data set, as the bytes of its file, which is fit to be shown."""
    return escaped(json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(written: WrittenTable, metadata: Metadata) -> dict[str, Any]:
    table = written.table
    covering = [_license(item) for item in metadata.licenses if table.name in item.tables]
    return _without_empty(
        {
            "name": table.name,
            "type": "table",
            "title": table.title,
            "description": table.description,
            "path": _path(written),
            "scheme": "file",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": written.bytes,
            "hash": f"sha256:{written.sha256}",
            "rows": written.rows,
            "licenses": covering,
            "dialect": DIALECT,
            "schema": table.schema,
        }
    )


def _path(written: WrittenTable) -> str | list[str]:
    """The file of a table, or all of them in order."""
    paths = [part.path for part in written.parts]
    return paths if len(paths) > 1 else paths[0]


def _contributor(creator: Creator) -> dict[str, Any]:
    path = f"https://orcid.org/{creator.orcid}" if creator.orcid else ""
    return _without_empty(
        {
            "title": creator.name,
            "path": path,
            "email": creator.email,
            "organization": creator.affiliation,
            "roles": list(creator.roles) or ["creator"],
        }
    )


def _license(item: License) -> dict[str, Any]:
    return _without_empty({"name": item.name, "path": item.path, "title": item.title})


def _source(origin: Origin) -> dict[str, Any]:
    return _without_empty(origin._asdict())


def _without_empty(document: dict[str, Any]) -> dict[str, Any]:
    # Not `if value`: 0 says something, such as that a table has no rows.
    return {key: value for key, value in document.items() if value not in ("", [], (), {})}
