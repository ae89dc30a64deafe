"""What a data set says of itself; one source for the descriptor, the README and every export."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from duizhao.errors import ConfigError


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
    """See `metadata.schema.json` for each field; '' and () stand for what is not known."""

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
    def from_document(cls, document: Mapping[str, Any], *, path: str = "") -> Metadata:
        """The metadata of the key `dataset`.

        Args:
            document: what stands there.
            path: of the configuration, for errors.

        Raises:
            ConfigError: it does not fit `metadata.schema.json`.
        """
        _validate(document, path)
        values = dict(document)
        for name, kind in (("creators", Creator), ("licenses", License), ("sources", Origin)):
            if name in values:
                values[name] = tuple(kind(**_tuples(item)) for item in values[name])
        return cls(**_tuples(values))


def schema() -> dict[str, Any]:
    """The JSON Schema of the key `dataset`."""
    with open(os.path.join(os.path.dirname(__file__), "metadata.schema.json"), encoding="utf-8") as file:
        document: dict[str, Any] = json.load(file)
    return document


def _validate(document: Mapping[str, Any], path: str) -> None:
    import jsonschema  # noqa: PLC0415  a tenth of a second, which few commands need

    error = jsonschema.exceptions.best_match(jsonschema.Draft202012Validator(schema()).iter_errors(document))
    if error is not None:
        where = ".".join(["dataset", *map(str, error.absolute_path)])
        raise ConfigError(f"{where}: {error.message}", path=path)


def _tuples(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
