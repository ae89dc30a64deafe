"""CITATION.cff, Croissant, DataCite and Zenodo, against the schemas that these publish."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from sample_package import METADATA, make_package

from duizhao.datapackage.exports.bibtex import bibtex
from duizhao.datapackage.exports.dataset import Dataset, doi_of, known_license, personal
from duizhao.datapackage.exports.forms import citation, croissant, datacite, huggingface, zenodo
from duizhao.datapackage.format.metadata import Creator, License, Metadata
from duizhao.datapackage.format.package import open_package
from duizhao.errors import ConfigError

HERE = Path(__file__).parent
VENDOR = HERE.parent / "vendor"
OPEN = METADATA._replace(
    licenses=(License("CC-BY-4.0", "Attribution", "https://creativecommons.org/licenses/by/4.0/"),)
)
ODD = METADATA._replace(licenses=(License("LicenseRef-house", "House rules", "https://example.org/rules"),))
BARE = Metadata(creators=(Creator("Archive Press"), Creator("Mononym", orcid="0000-0002-1825-0097")))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return Dataset.of(open_package(str(make_package(tmp_path_factory.mktemp("catalogues")))))


def of(plain: Dataset, metadata: Metadata, version: str = "1.2.0") -> Dataset:
    """The same package as if it said something else of itself."""
    roles = (person._replace(roles=person.roles or ("creator",)) for person in metadata.creators)
    return plain._replace(metadata=metadata._replace(creators=tuple(roles)), version=version, created=metadata.created)


def schema(name: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((VENDOR / name).read_text("utf-8"))
    return document


CASES = pytest.mark.parametrize("metadata", [METADATA, OPEN, ODD], ids=["tables", "open", "odd"])


@CASES
def test_citation_file_is_valid(plain: Dataset, metadata: Metadata) -> None:
    document = citation.document(of(plain, metadata))
    read = yaml.load(yaml.safe_dump(document, allow_unicode=True), Loader=yaml.BaseLoader)  # noqa: S506  texts only
    assert [e.message for e in jsonschema.Draft7Validator(schema("cff/cff-1.2.0.json")).iter_errors(read)] == []


def test_citation_file(plain: Dataset, tmp_path: Path) -> None:
    assert citation.export(of(plain, OPEN), str(tmp_path)) == ["CITATION.cff"]
    assert yaml.safe_load((tmp_path / "CITATION.cff").read_text("utf-8")) == {
        "cff-version": "1.2.0",
        "message": "If you use this data set, please cite it as below.",
        "type": "dataset",
        "title": "People's Daily in two languages",
        "authors": [
            {
                "family-names": "Doe",
                "given-names": "Jane",
                "affiliation": "University of Somewhere",
                "orcid": "https://orcid.org/0000-0002-1825-0097",
            },
            {"name": "中文报刊研究小组", "email": "group@example.org"},
        ],
        "abstract": "Articles of 1958.\n\nBoth languages & what was found < checked.",
        "version": "1.2.0",
        "date-released": "2025-03-01",
        "doi": "10.5281/zenodo.1234567",
        "url": "https://example.org/data",
        "keywords": list(METADATA.keywords),
        "license": "CC-BY-4.0",
    }


def test_licences_of_single_tables_are_not_passed_off_as_the_licence_of_all(plain: Dataset) -> None:
    tables, odd = of(plain, METADATA), of(plain, ODD)
    assert "license" not in citation.document(tables)
    assert citation.document(odd)["license-url"] == "https://example.org/rules"
    assert zenodo.document(tables)["license"] == "other-closed"
    assert zenodo.document(of(plain, OPEN))["license"] == "cc-by-4.0"
    assert zenodo.document(odd)["license"] == "other-at"
    said = "Rights in the texts: unknown. Tables quantities, findings: CC-BY-4.0."
    assert datacite.document(tables)["rightsList"] == [{"rights": said}]
    assert croissant.document(tables)["license"] == said
    assert croissant.document(of(plain, OPEN))["license"] == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize(
    ("metadata", "identifier"),
    [
        (METADATA, "unknown"),
        (OPEN, "cc-by-4.0"),
        (ODD, "other"),
        (METADATA._replace(licenses=(License("ODC-By-1.0"),)), "odc-by"),
    ],
)
def test_the_licence_on_a_dataset_card(plain: Dataset, metadata: Metadata, identifier: str) -> None:
    card = huggingface.card(of(plain, metadata), ["data/articles.parquet"])
    head = yaml.safe_load(card.split("---\n")[1])
    assert head["license"] == identifier
    assert card.split("---\n", 2)[2].startswith("\n# People's Daily in two languages, version 1.2.0\n")


@CASES
def test_zenodo_is_valid(plain: Dataset, metadata: Metadata, tmp_path: Path) -> None:
    zenodo.export(of(plain, metadata), str(tmp_path))
    document = json.loads((tmp_path / ".zenodo.json").read_text("utf-8"))
    jsonschema.validate(document, json.loads((HERE / "zenodo.schema.json").read_text("utf-8")))


def test_zenodo(plain: Dataset) -> None:
    document = zenodo.document(of(plain, METADATA))
    assert document["description"] == "<p>Articles of 1958.</p><p>Both languages &amp; what was found &lt; checked.</p>"
    assert document["related_identifiers"] == [
        {"identifier": "https://example.org/archive", "relation": "isDerivedFrom", "resource_type": "dataset"},
        {"identifier": "10.1000/xyz", "relation": "isDerivedFrom", "resource_type": "dataset"},
    ]
    assert document["contributors"] == [
        {"name": "Roe, Richard", "type": "DataCurator"},
        {"name": "Roe, Richard", "type": "Other"},
    ]


@CASES
def test_datacite_is_valid(plain: Dataset, metadata: Metadata, tmp_path: Path) -> None:
    datacite.export(of(plain, metadata), str(tmp_path))
    document = json.loads((tmp_path / "datacite.json").read_text("utf-8"))
    known = schema("datacite/datacite-4.5.json")
    known["definitions"]["relationType"]["enum"].append("IsTranslationOf")  # of 4.6
    validator = jsonschema.Draft201909Validator(known, format_checker=jsonschema.FormatChecker())
    assert [error.message for error in validator.iter_errors(document)] == []


def test_datacite(plain: Dataset) -> None:
    document = datacite.document(of(plain, METADATA))
    assert document["publisher"] == {"name": "Archive Press"}
    assert document["publicationYear"] == "2025"
    assert document["relatedIdentifiers"] == [
        {
            "relatedIdentifier": "https://example.org/archive",
            "relatedIdentifierType": "URL",
            "relationType": "IsTranslationOf",
        },
        {"relatedIdentifier": "10.1000/xyz", "relatedIdentifierType": "DOI", "relationType": "IsDerivedFrom"},
    ]
    assert document["relatedItems"][0]["titles"] == [{"title": "A box of clippings"}]
    assert document["creators"][1] == {"name": "中文报刊研究小组", "nameType": "Organizational"}
    assert document["sizes"][0] == "8 articles"


def test_datacite_says_that_a_publisher_is_not_known(plain: Dataset) -> None:
    document = datacite.document(of(plain, BARE._replace(created="1999-12-31T00:00:00Z")))
    assert (document["publisher"], document["publicationYear"]) == ({"name": ":unav"}, "1999")
    assert "doi" not in document
    with pytest.raises(ConfigError, match=r"datacite\.json must say the year; set SOURCE_DATE_EPOCH"):
        datacite.document(of(plain, BARE))


def test_croissant(plain: Dataset) -> None:
    document = croissant.document(of(plain, METADATA))
    articles, paragraphs, quantities, *_ = document["recordSet"]
    assert document["distribution"][0]["contentUrl"] == "data/articles.csv"
    assert document["distribution"][0]["sha256"] == plain.package.resource("articles")["hash"][7:]
    assert articles["key"] == [{"@id": "articles/id"}]
    assert paragraphs["field"][1]["references"] == {"field": {"@id": "articles/id"}}
    kinds = {field["name"]: field["dataType"] for field in [*articles["field"], *quantities["field"]]}
    assert (kinds["date"], kinds["page"], kinds["low"]) == ("sc:Date", "sc:Integer", "sc:Float")
    counterpart = next(field for field in quantities["field"] if field["name"] == "counterpart")
    assert "references" not in counterpart
    # A table without rows is no record set, and nothing refers to it.
    issue = next(field for field in articles["field"] if field["name"] == "issue")
    assert "references" not in issue
    assert "issues" not in [one["name"] for one in document["recordSet"]]
    plain.package.resource("issues")["rows"] = 1
    articles, *_, issues = croissant.document(of(plain, METADATA))["recordSet"]
    issue = next(field for field in articles["field"] if field["name"] == "issue")
    assert (issue["references"], issues["name"]) == ({"field": {"@id": "issues/id"}}, "issues")
    plain.package.resource("issues")["rows"] = 0
    assert "citeAs" not in croissant.document(of(plain, Metadata()))


@pytest.mark.parametrize(
    ("metadata", "fields"),
    [
        (
            METADATA,
            [
                "author = {Doe, Jane and {中文报刊研究小组}}",
                "title = {{People's Daily in two languages}}",
                "year = {2025}",
                "version = {1.2.0}",
                "publisher = {Archive Press}",
                "doi = {10.5281/zenodo.1234567}",
                "url = {https://example.org/data}",
            ],
        ),
        (
            BARE._replace(title="50% {odd} & #1"),
            ["author = {{Archive Press} and Mononym}", "title = {{50\\% odd \\& \\#1}}", "version = {1.2.0}"],
        ),
    ],
)
def test_bibtex(plain: Dataset, metadata: Metadata, fields: list[str]) -> None:
    assert bibtex(of(plain, metadata)) == f"@misc{{{metadata.name}, {', '.join(fields)}}}"


def test_names_licences_and_addresses() -> None:
    assert personal(Creator("Doe, Jane")) == ("Doe", "Jane")
    assert personal(Creator("Mononym", orcid="0000-0002-1825-0097")) == ("Mononym", "")
    assert personal(Creator("Archive Press")) is None
    known = ["CC0-1.0", "CC-BY-4.0", "CC-BY-NC-SA-3.0", "ODbL-1.0", "ODC-By-1.0", "PDDL-1.0"]
    assert [name for name in known if not known_license(name)] == []
    assert [name for name in ("MIT", "CC-BY", "CC-BY-5.0", "cc-by-4.0", "unknown") if known_license(name)] == []
    assert doi_of("https://doi.org/10.1000/xyz") == "10.1000/xyz"
    assert doi_of("http://example.org/10.1000/xyz") == ""
