"""What a data set says of itself; one source for the descriptor, the README and every export."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Creator(NamedTuple):
    """Who made the data set."""

    name: str
    """As it is to be cited: `Family, Given`, or an organisation."""
    affiliation: str = ""
    email: str = ""
    orcid: str = ""
    roles: tuple[str, ...] = ()


class License(NamedTuple):
    """A licence."""

    name: str
    """SPDX identifier."""
    title: str = ""
    path: str = ""
    tables: tuple[str, ...] = ()
    """What it covers; () for everything."""


class Origin(NamedTuple):
    """An archive the data set is made from."""

    title: str
    path: str = ""
    version: str = ""
    relation: str = ""
    rights: str = ""


class Metadata(NamedTuple):
    """See `duizhao.validator.configuration.keys.dataset` for each field; '' and () stand for what is not known."""

    name: str = "bilingual-articles"
    title: str = "Bilingual newspaper articles"
    description: str = (
        "Chinese newspaper articles and their English translations, side by side, with every numeric expression of "
        "both and what an automatic check found."
    )
    homepage: str = ""
    doi: str = ""
    keywords: tuple[str, ...] = ("chinese", "english", "newspaper", "translation", "parallel corpus")
    publication: str = ""
    translation: str = ""
    rights: str = "unknown"
    creators: tuple[Creator, ...] = ()
    licenses: tuple[License, ...] = ()
    sources: tuple[Origin, ...] = ()
    created: str = ""

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Metadata:
        """The metadata of the key `dataset`.

        Args:
            document: what stands there; of the right form, as all that a configuration was read from.
        """
        values = dict(document)
        for name, kind in (("creators", Creator), ("licenses", License), ("sources", Origin)):
            if name in values:
                values[name] = tuple(kind(**_tuples(item)) for item in values[name])
        return cls(**_tuples(values))


def _tuples(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
