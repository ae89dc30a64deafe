"""CITATION.cff: how to cite the data set (Citation File Format 1.2.0)."""

from __future__ import annotations

import os
from typing import Any

from duizhao.datapackage.exports.clean_yaml import clean_yaml
from duizhao.datapackage.exports.dataset import Dataset, known_license, personal
from duizhao.datapackage.format.metadata import Creator

_FILE = "CITATION.cff"


def export(dataset: Dataset, folder: str) -> list[str]:
    text = clean_yaml(document(dataset))
    with open(os.path.join(folder, _FILE), "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return [_FILE]


def document(dataset: Dataset) -> dict[str, Any]:
    """The file as data.

    Raises:
        ConfigError: nobody is named as creator.
    """
    metadata = dataset.metadata
    found: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "If you use this data set, please cite it as below.",
        "type": "dataset",
        "title": metadata.title,
        "authors": [_author(person) for person in dataset.cited(_FILE)],
        "abstract": metadata.description,
        "version": dataset.version,
        "date-released": dataset.date,
        "doi": metadata.doi,
        "url": metadata.homepage,
        "keywords": list(metadata.keywords),
        **_license(dataset),
    }
    return {key: value for key, value in found.items() if value}


def _license(dataset: Dataset) -> dict[str, str]:
    """The licence by identifier where the format knows it, by address elsewhere."""
    if dataset.license is None:
        return {}
    if known_license(dataset.license.name):
        return {"license": dataset.license.name}
    # The format knows SPDX identifiers only, and refuses the file over another.
    return {"license-url": dataset.license.path}


def _author(person: Creator) -> dict[str, str]:
    orcid = f"https://orcid.org/{person.orcid}" if person.orcid else ""
    names = personal(person)
    if names is None:
        return _known({"name": person.name, "email": person.email, "orcid": orcid})
    family, given = names
    affiliation = person.affiliation
    return _known(
        {
            "family-names": family,
            "given-names": given,
            "affiliation": affiliation,
            "email": person.email,
            "orcid": orcid,
        }
    )


def _known(values: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in values.items() if value}
