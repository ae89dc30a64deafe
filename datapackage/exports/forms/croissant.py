"""Croissant: croissant.json, the tables described for machine learning (Croissant 1.0 of MLCommons).

It describes the CSV files of the package and belongs beside `datapackage.json`.
http://mlcommons.org/croissant/1.0
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from duizhao.datapackage.exports.bibtex import bibtex
from duizhao.datapackage.exports.dataset import Dataset, personal, write_json
from duizhao.datapackage.format.checksums import file_hash
from duizhao.datapackage.format.descriptor_shape import paths_of
from duizhao.datapackage.format.metadata import Creator
from duizhao.datapackage.format.package import Package

_FILE = "croissant.json"
_OWN = (
    "citeAs",
    "column",
    "equivalentProperty",
    "extract",
    "field",
    "fileObject",
    "fileProperty",
    "fileSet",
    "format",
    "includes",
    "isLiveDataset",
    "jsonPath",
    "key",
    "md5",
    "parentField",
    "path",
    "recordSet",
    "references",
    "regex",
    "repeated",
    "replace",
    "samplingRate",
    "separator",
    "source",
    "subField",
    "transform",
)
_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    **{name: f"cr:{name}" for name in _OWN},
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "rai": "http://mlcommons.org/croissant/RAI/",
    "sc": "https://schema.org/",
}
_TYPES = {"string": "Text", "integer": "Integer", "number": "Float", "boolean": "Boolean", "date": "Date"}


def export(dataset: Dataset, folder: str) -> list[str]:
    return write_json(folder, _FILE, document(dataset))


def document(dataset: Dataset) -> dict[str, Any]:
    """The file as data."""
    metadata = dataset.metadata
    resources = dataset.package.descriptor["resources"]
    # Of a table without rows mlcroissant can join nothing, and then reads nothing at all.
    filled = [resource for resource in resources if resource.get("rows", 1)]
    tables = {resource["name"] for resource in filled}
    found = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": metadata.name,
        "alternateName": metadata.title,
        "description": metadata.description,
        "url": metadata.homepage or (f"https://doi.org/{metadata.doi}" if metadata.doi else ""),
        "version": dataset.version,
        "datePublished": dataset.date,
        "license": (dataset.license.path or dataset.license.name) if dataset.license else dataset.rights,
        "citeAs": bibtex(dataset) if dataset.creators else "",
        "inLanguage": ["zh", "en"],
        "keywords": list(metadata.keywords),
        "creator": [_agent(person) for person in dataset.creators],
        "publisher": {"@type": "sc:Organization", "name": dataset.publisher} if dataset.publisher else "",
        "isBasedOn": [origin.path or origin.title for origin in metadata.sources],
        "distribution": [entry for resource in resources for entry in _distribution(dataset.package, resource)],
        "recordSet": [_records(resource, tables) for resource in filled],
    }
    return {key: value for key, value in found.items() if value}


def _agent(person: Creator) -> dict[str, str]:
    values = {
        "@type": "sc:Person" if personal(person) else "sc:Organization",
        "name": person.name,
        "email": person.email,
        "url": f"https://orcid.org/{person.orcid}" if person.orcid else "",
    }
    return {key: value for key, value in values.items() if value}


def _distribution(package: Package, resource: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The file of a table; or its files, and the set of them that its rows are read from."""
    paths, name = paths_of(resource), resource["name"]
    if len(paths) == 1:
        yield _file(resource, f"{name}.csv", paths[0], resource["bytes"], resource["hash"].removeprefix("sha256:"))
        return
    yield {
        "@type": "cr:FileSet",
        "@id": _files(resource),
        "name": _files(resource),
        "description": resource["description"],
        "encodingFormat": "text/csv",
        "includes": paths,
    }
    for path in paths:
        place = package.regular(path)
        yield _file(resource, path, path, os.path.getsize(place), file_hash(place))


def _file(resource: dict[str, Any], name: str, path: str, size: int, sha256: str) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": name,
        "name": name,
        "description": resource["description"],
        "contentUrl": path,
        "contentSize": f"{size} B",
        "encodingFormat": "text/csv",
        "sha256": sha256,
    }


def _files(resource: dict[str, Any]) -> str:
    return f"{resource['name']}-files"


def _source(resource: dict[str, Any]) -> dict[str, Any]:
    """Where the rows of a table are read from."""
    if len(paths_of(resource)) == 1:
        return {"fileObject": {"@id": f"{resource['name']}.csv"}}
    return {"fileSet": {"@id": _files(resource)}}


def _records(resource: dict[str, Any], tables: set[str]) -> dict[str, Any]:
    table, schema = resource["name"], resource["schema"]
    # A table that refers to itself is a cycle to mlcroissant, which then reads nothing.
    keys = (key for key in schema.get("foreignKeys", []) if key["reference"]["resource"] in tables)
    references = {key["fields"][0]: key["reference"] for key in keys}
    return {
        "@type": "cr:RecordSet",
        "@id": table,
        "name": table,
        "description": resource["description"],
        "key": [{"@id": f"{table}/{name}"} for name in schema["primaryKey"]],
        "field": [_field(resource, field, references.get(field["name"])) for field in schema["fields"]],
    }


def _field(resource: dict[str, Any], field: dict[str, Any], reference: dict[str, Any] | None) -> dict[str, Any]:
    table = resource["name"]
    found = {
        "@type": "cr:Field",
        "@id": f"{table}/{field['name']}",
        "name": field["name"],
        "description": field["description"],
        "dataType": f"sc:{_TYPES[field['type']]}",
        "source": {**_source(resource), "extract": {"column": field["name"]}},
    }
    if reference is not None:
        found["references"] = {"field": {"@id": f"{reference['resource']}/{reference['fields'][0]}"}}
    return found
