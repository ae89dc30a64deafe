"""DataCite: datacite.json, the metadata with which a DOI is registered (DataCite Metadata Schema 4.6)."""

from __future__ import annotations

from typing import Any

from duizhao.datapackage.exports.dataset import Dataset, contribution, doi_of, personal, write_json
from duizhao.datapackage.format.metadata import Creator, License, Origin
from duizhao.errors import ConfigError

_FILE = "datacite.json"
_UNKNOWN = ":unav"  # DataCite's own word for what is not known


def export(dataset: Dataset, folder: str) -> list[str]:
    return write_json(folder, _FILE, document(dataset))


def document(dataset: Dataset) -> dict[str, Any]:
    """The metadata as data.

    Raises:
        ConfigError: nobody is named as creator, or no year is known.
    """
    metadata = dataset.metadata
    # DataCite registers nothing without a year.
    if not dataset.date:
        raise ConfigError(f"{_FILE} must say the year; set SOURCE_DATE_EPOCH, or dataset.created in duizhao.yaml")
    found = {
        "doi": metadata.doi,
        "url": metadata.homepage,
        "types": {"resourceType": "Bilingual text corpus", "resourceTypeGeneral": "Dataset"},
        "creators": [_person(person) for person in dataset.cited(_FILE)],
        "titles": [{"title": metadata.title, "lang": "en"}],
        "publisher": {"name": dataset.publisher or _UNKNOWN},
        "publicationYear": dataset.date[:4],
        "subjects": [{"subject": word} for word in metadata.keywords],
        "contributors": [_contributor(person, role) for person, role in dataset.contributors],
        "dates": [{"date": dataset.date, "dateType": "Created"}],
        # By whether there is an address: DataCite has no identifier that is a title.
        "relatedIdentifiers": [_identifier(origin) for origin in metadata.sources if origin.path],
        "relatedItems": [_item(origin) for origin in metadata.sources if not origin.path],
        "sizes": _sizes(dataset),
        "formats": ["text/csv"],
        "version": dataset.version,
        "rightsList": [{"rights": dataset.rights}, *map(_license, _whole(dataset))],
        "descriptions": [{"description": metadata.description, "descriptionType": "Abstract", "lang": "en"}],
        "schemaVersion": "http://datacite.org/schema/kernel-4",
    }
    return {key: value for key, value in found.items() if value}


def _sizes(dataset: Dataset) -> list[str]:
    resources = dataset.package.descriptor["resources"]
    return [f"{dataset.package.resource('articles')['rows']} articles", f"{sum(r['bytes'] for r in resources)} bytes"]


def _whole(dataset: Dataset) -> list[License]:
    return [dataset.license] if dataset.license else []


def _license(item: License) -> dict[str, str]:
    values = {"rights": item.title or item.name, "rightsUri": item.path, "rightsIdentifier": item.name}
    return {key: value for key, value in values.items() if value} | {"rightsIdentifierScheme": "SPDX"}


def _contributor(person: Creator, role: str) -> dict[str, Any]:
    return {**_person(person), "contributorType": contribution(role)}


def _person(person: Creator) -> dict[str, Any]:
    names = personal(person)
    found: dict[str, Any] = {"name": person.name, "nameType": "Personal" if names else "Organizational"}
    if names:
        found |= {key: value for key, value in zip(("familyName", "givenName"), names, strict=True) if value}
    if person.affiliation:
        found["affiliation"] = [{"name": person.affiliation}]
    if person.orcid:
        address = f"https://orcid.org/{person.orcid}"
        scheme = {"nameIdentifierScheme": "ORCID", "schemeUri": "https://orcid.org"}
        found["nameIdentifiers"] = [{"nameIdentifier": address, **scheme}]
    return found


def _identifier(origin: Origin) -> dict[str, str]:
    doi = doi_of(origin.path)
    kind = "DOI" if doi else "URL"
    return {"relatedIdentifier": doi or origin.path, "relatedIdentifierType": kind, "relationType": _relation(origin)}


def _item(origin: Origin) -> dict[str, Any]:
    """A source that has no address is told by its title."""
    return {"titles": [{"title": origin.title}], "relatedItemType": "Dataset", "relationType": _relation(origin)}


def _relation(origin: Origin) -> str:
    return origin.relation or "IsDerivedFrom"
