from __future__ import annotations

import jsonschema
import pytest

from duizhao.datapackage.format.metadata import Creator, License, Metadata, Origin, schema
from duizhao.datapackage.format.readme import readme
from duizhao.errors import ConfigError

DOCUMENT = {
    "name": "harvests",
    "title": "Harvests",
    "keywords": ["harvest"],
    "publication": "rmrb",
    "rights": "unknown",
    "creators": [{"name": "Bai, Qing", "orcid": "0000-0002-1825-0097", "roles": ["editor"]}],
    "licenses": [{"name": "CC0-1.0", "tables": ["findings", "quantities"]}],
    "sources": [{"title": "An archive", "path": "https://example.org", "version": "abc", "rights": "unknown"}],
}


def test_from_the_configuration() -> None:
    metadata = Metadata.from_document(DOCUMENT)
    assert metadata.name == "harvests"
    assert metadata.keywords == ("harvest",)
    assert metadata.creators == (Creator("Bai, Qing", orcid="0000-0002-1825-0097", roles=("editor",)),)
    assert metadata.licenses == (License("CC0-1.0", tables=("findings", "quantities")),)
    assert metadata.sources == (Origin("An archive", "https://example.org", "abc", rights="unknown"),)
    assert Metadata.from_document({}) == Metadata()


def test_the_schema_has_the_fields_of_the_class() -> None:
    document = schema()
    jsonschema.Draft202012Validator.check_schema(document)
    assert set(document["properties"]) == set(Metadata._fields)
    for key, kind in (("creators", Creator), ("licenses", License), ("sources", Origin)):
        assert set(document["properties"][key]["items"]["properties"]) == set(kind._fields)


@pytest.mark.parametrize(
    ("document", "complaint"),
    [
        ({"name": "Harvests 1958"}, "dataset.name: 'Harvests 1958' does not match"),
        ({"creators": []}, r"dataset.creators: \[\] should be non-empty"),
        (
            {"licenses": [{"name": "CC0-1.0", "tables": ["texts"]}]},
            r"dataset.licenses.0.tables.0: 'texts' is not",
        ),
        ({"publisher": "x"}, "dataset: Additional properties are not allowed"),
        ({"created": "yesterday"}, "dataset.created: 'yesterday' does not match"),
    ],
)
def test_what_is_wrong_is_told(document: dict[str, object], complaint: str) -> None:
    with pytest.raises(ConfigError, match=f"^duizhao.yaml: {complaint}"):
        Metadata.from_document(document, path="duizhao.yaml")


def test_the_readme_states_rights_as_they_are_known() -> None:
    text = readme(Metadata.from_document(DOCUMENT), [], version="1.2.0")
    assert text.startswith("# Harvests, version 1.2.0\n")
    assert "Rights in the texts: unknown.\nThe tables `findings`, `quantities`: CC0-1.0." in text
    assert "- [An archive](https://example.org) (version abc, rights: unknown)" in text
    assert "No licence is stated." in readme(Metadata(), [], version="")
