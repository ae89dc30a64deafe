from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from duizhao.datapackage.format.metadata import Creator, License, Metadata, Origin
from duizhao.datapackage.format.readme import readme
from duizhao.datapackage.format.tables import NAMES
from duizhao.errors import ConfigError
from duizhao.validator.configuration.config_file import load
from duizhao.validator.configuration.keys.dataset import CREATOR, DATASET, LICENSE, ORIGIN, TABLES
from duizhao.validator.configuration.keys.forms import Key
from duizhao.validator.registry import registry

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


@pytest.mark.parametrize(
    ("keys", "record"), [(DATASET, Metadata), (CREATOR, Creator), (LICENSE, License), (ORIGIN, Origin)]
)
def test_the_keys_are_the_fields_of_their_record(keys: tuple[Key, ...], record: Any) -> None:
    assert [key.name for key in keys] == list(record._fields)
    required = [name for name in record._fields if name not in record._field_defaults]
    assert [key.name for key in keys if key.required] == required


def test_licences_speak_of_the_tables_there_are() -> None:
    assert TABLES == NAMES


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{titel: x}", "1:11: unknown key `titel`; did you mean `title`?"),
        (
            "{name: Harvests 1958}",
            "1:11: `dataset.name` is 'Harvests 1958'; want small letters and digits, with . _ or - between them",
        ),
        ("{name: 3}", "1:11: `dataset.name` is 3; want small letters and digits, with . _ or - between them"),
        ("{title: ' '}", "1:11: `dataset.title` is ' '; want words"),
        ("{publication: " + "x" * 101 + "}", "1:11: `dataset.publication` has 101 characters; 100 is the most"),
        ("{homepage: example.org}", "1:11: `dataset.homepage` is 'example.org'; want an address that begins with"),
        ("\n  creators: []", "2:3: `dataset.creators` is an empty list"),
        ("\n  creators:\n  - email: a@b", "3:5: `dataset.creators[1]` has no `name`"),
        ("{keywords: [a, b, a]}", "1:28: `dataset.keywords` has 'a' for the second time"),
        (
            "\n  licenses:\n  - {name: CC0-1.0, tables: [texts]}",
            "3:30: `dataset.licenses[1].tables[1]` is 'texts'; want articles, paragraphs, quantities, findings or",
        ),
        (
            "{sources: [{title: a, relation: copied}]}",
            "1:32: `dataset.sources[1].relation` is 'copied'; want IsDerived",
        ),
        ("{created: yesterday}", "1:11: `dataset.created` is 'yesterday'; want a date and time, such as 2025-03-01T0"),
        ("{created: 2025-02-29T00:00:00Z}", "1:11: `dataset.created` is '2025-02-29T00:00:00Z'; the calendar has no"),
        ("{created: 2025-02-28T24:00:00Z}", "1:11: `dataset.created` is '2025-02-28T24:00:00Z'; want a date and time"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, complaint: str, tmp_path: Path) -> None:
    path = tmp_path / "duizhao.yaml"
    path.write_text(f"dataset: {text}", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(str(path), registry)
    assert str(caught.value).partition("duizhao.yaml:")[2].startswith(complaint)


def test_the_readme_states_rights_as_they_are_known() -> None:
    text = readme(Metadata.from_document(DOCUMENT), [], version="1.2.0")
    assert text.startswith("# Harvests, version 1.2.0\n")
    assert "Rights in the texts: unknown.\nThe tables `findings`, `quantities`: CC0-1.0." in text
    assert "- [An archive](https://example.org) (version abc, rights: unknown)" in text
    assert "No licence is stated." in readme(Metadata(), [], version="")
