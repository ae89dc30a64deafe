"""What a package says of itself, as catalogues want it: people by their part, dates, licences, sources.

The descriptor is the only source, so a package that was fetched can be exported like one that was built here.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from duizhao.datapackage.format.descriptor import serialise
from duizhao.datapackage.format.metadata import Creator, License, Metadata, Origin
from duizhao.datapackage.format.package import Package
from duizhao.errors import ConfigError

_ORCID = "https://orcid.org/"
_DOI = "https://doi.org/"
_MAKERS = frozenset({"creator", "author"})
# SPDX identifiers of licences for data, which every catalogue knows.
_KNOWN = re.compile(r"CC0-1\.0|CC-BY(?:-NC)?(?:-ND|-SA)?-[1-4]\.0|ODbL-1\.0|ODC-By-1\.0|PDDL-1\.0")

_PARTS = {
    "contact": "ContactPerson",
    "curator": "DataCurator",
    "distributor": "Distributor",
    "editor": "Editor",
    "manager": "DataManager",
    "researcher": "Researcher",
    "rightsholder": "RightsHolder",
    "sponsor": "Sponsor",
}


class Dataset(NamedTuple):
    """A package and what it says of itself."""

    package: Package
    metadata: Metadata
    version: str
    """'' where it is no release."""
    created: str
    """RFC 3339, '' where it is not known."""

    @classmethod
    def of(cls, package: Package) -> Dataset:
        """Read from the descriptor of a package."""
        document = package.descriptor
        created = str(document.get("created", ""))
        return cls(package, metadata_of(document)._replace(created=created), package.version, created)

    @property
    def date(self) -> str:
        """The day it was made, YYYY-MM-DD, or ''."""
        return self.created[:10]

    @property
    def creators(self) -> tuple[Creator, ...]:
        """Those who are to be cited."""
        return tuple(person for person in self.metadata.creators if _MAKERS & {role.lower() for role in person.roles})

    @property
    def contributors(self) -> tuple[tuple[Creator, str], ...]:
        """The others and what each did, publishers apart."""
        others = (person for person in self.metadata.creators if person not in self.creators)
        return tuple((person, role) for person in others for role in person.roles if role.lower() != "publisher")

    @property
    def publisher(self) -> str:
        """Whose role is `publisher`, '' where nobody's is."""
        people = (person for person in self.metadata.creators if "publisher" in {role.lower() for role in person.roles})
        return next((person.name for person in people), "")

    @property
    def license(self) -> License | None:
        """The licence of the whole data set, None where there is none: one of some tables does not count."""
        return next((item for item in self.metadata.licenses if not item.tables), None)

    @property
    def rights(self) -> str:
        """What is known of rights, licences of single tables included, in sentences."""
        said = [f"Rights in the texts: {self.metadata.rights.rstrip('.')}."]
        for item in self.metadata.licenses:
            what = f"Tables {', '.join(item.tables)}" if item.tables else "Data set"
            said.append(f"{what}: {item.title or item.name}.")
        return " ".join(said)

    def cited(self, what: str) -> tuple[Creator, ...]:
        """Those who are to be cited.

        Args:
            what: the form that cannot do without, for the error.

        Raises:
            ConfigError: nobody is named.
        """
        if not self.creators:
            raise ConfigError(f"{what} must name who made the data set; duizhao.yaml does so under dataset.creators")
        return self.creators


def metadata_of(document: Mapping[str, Any]) -> Metadata:
    """The metadata that a descriptor holds."""
    plain = {
        name: document[name] for name in ("name", "title", "description", "homepage", "rights") if name in document
    }
    return Metadata(
        **plain,
        doi=str(document.get("id", "")).removeprefix(_DOI),
        keywords=tuple(document.get("keywords", ())),
        creators=tuple(map(_creator, document.get("contributors", ()))),
        licenses=tuple(_licenses(document)),
        sources=tuple(_origin(item) for item in document.get("sources", ())),
    )


def personal(person: Creator) -> tuple[str, str] | None:
    """Family name and given name, None for an organisation.

    >>> personal(Creator("Doe, Jane")), personal(Creator("Archive Press"))
    (('Doe', 'Jane'), None)
    """
    family, comma, given = person.name.partition(",")
    # Organisations have no ORCID, so who has one is a person, with a comma in the name or without.
    return (family.strip(), given.strip()) if comma or person.orcid else None


def contribution(role: str) -> str:
    """The name that Zenodo and DataCite have for a role, `Other` where they have none."""
    return _PARTS.get(role.lower(), "Other")


def known_license(name: str) -> bool:
    """Whether a licence is one for data that every catalogue knows by its SPDX identifier."""
    return _KNOWN.fullmatch(name) is not None


def doi_of(address: str) -> str:
    """The DOI that an address resolves, '' where it is none.

    >>> doi_of("https://doi.org/10.5281/zenodo.1"), doi_of("https://example.org/")
    ('10.5281/zenodo.1', '')
    """
    return address.removeprefix(_DOI) if address.startswith(_DOI) else ""


def _creator(item: Mapping[str, Any]) -> Creator:
    path = item.get("path", "")
    return Creator(
        item.get("title", ""),
        item.get("organization", ""),
        item.get("email", ""),
        path.removeprefix(_ORCID) if path.startswith(_ORCID) else "",
        # As the descriptor is written: who has no role made it.
        tuple(item.get("roles", ())) or ("creator",),
    )


def _licenses(document: Mapping[str, Any]) -> Iterable[License]:
    """Those of the whole first; one that several tables share is told once, with all of them."""
    # Those of the whole are entered first, and stay first: a dict keeps its order.
    tables: dict[License, list[str]] = {_license(item): [] for item in document.get("licenses", ())}
    for resource in document.get("resources", ()):
        for item in resource.get("licenses", ()):
            tables.setdefault(_license(item), []).append(resource["name"])
    return (item._replace(tables=tuple(names)) for item, names in tables.items())


def _license(item: Mapping[str, Any]) -> License:
    return License(item.get("name", ""), item.get("title", ""), item.get("path", ""))


def _origin(item: Mapping[str, Any]) -> Origin:
    return Origin(**{name: item.get(name, "") for name in Origin._fields})


def write_json(folder: str, name: str, document: dict[str, Any]) -> list[str]:
    """Write what a catalogue is told, once all of it is known; gives the names of the files, as every form does."""
    data = serialise(document)
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)
    return [name]
