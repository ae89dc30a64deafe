"""Zenodo: .zenodo.json, the metadata of a deposit.

Zenodo gives an open data set without a licence one of its own choice (CC0).  Where no licence covers the whole data
set, `other-closed` (no licence granted) is stated instead, and the notes say what is known.
https://developers.zenodo.org/#representation
"""

from __future__ import annotations

import html
from typing import Any

from duizhao.datapackage.exports.dataset import Dataset, contribution, doi_of, known_license, write_json
from duizhao.datapackage.format.metadata import Creator, Origin

_FILE = ".zenodo.json"
_RELATIONS = {"IsDerivedFrom": "isDerivedFrom", "IsTranslationOf": "isDerivedFrom"}  # Zenodo knows no translations


def export(dataset: Dataset, folder: str) -> list[str]:
    return write_json(folder, _FILE, document(dataset))


def document(dataset: Dataset) -> dict[str, Any]:
    """The metadata as data.

    Raises:
        ConfigError: nobody is named as creator.
    """
    metadata = dataset.metadata
    found = {
        "upload_type": "dataset",
        "title": metadata.title,
        "description": _paragraphs(metadata.description),
        "creators": [_person(person) for person in dataset.cited(_FILE)],
        "contributors": [{**_person(person), "type": contribution(role)} for person, role in dataset.contributors],
        "publication_date": dataset.date,
        "version": dataset.version,
        "keywords": list(metadata.keywords),
        "access_right": "open",
        "license": _license(dataset),
        "notes": _paragraphs(dataset.rights),
        # A related identifier must be one: a source without an address has none.
        "related_identifiers": [_related(origin) for origin in metadata.sources if origin.path],
    }
    return {key: value for key, value in found.items() if value}


def _license(dataset: Dataset) -> str:
    if dataset.license is None:
        return "other-closed"
    return dataset.license.name.lower() if known_license(dataset.license.name) else "other-at"


def _person(person: Creator) -> dict[str, str]:
    values = {"name": person.name, "affiliation": person.affiliation, "orcid": person.orcid}
    return {key: value for key, value in values.items() if value}


def _related(origin: Origin) -> dict[str, str]:
    identifier = doi_of(origin.path) or origin.path
    relation = _RELATIONS.get(origin.relation, "isDerivedFrom")
    return {"identifier": identifier, "relation": relation, "resource_type": "dataset"}


def _paragraphs(text: str) -> str:
    """A text as the HTML that Zenodo wants."""
    return "".join(f"<p>{html.escape(part.strip(), quote=False)}</p>" for part in text.split("\n\n") if part.strip())
