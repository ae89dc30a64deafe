from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from duizhao.datapackage.format.cell_forms import checker
from duizhao.datapackage.format.cells import share
from duizhao.datapackage.format.file_layout import record_of_row
from duizhao.datapackage.format.tables import NAMES, Table, tables
from duizhao.schema.record import Record
from duizhao.validator.finding import Severity
from duizhao.validator.quantities.model import Approx, Kind, Relation

ROOT = Path(__file__).resolve().parents[2]
PROFILE = json.loads((ROOT / "tests" / "vendor" / "datapackage" / "datapackage-2.0.json").read_text("utf-8"))
TABLE_SCHEMA = PROFILE["properties"]["resources"]["items"]["properties"]["schema"]


@pytest.mark.parametrize("table", tables().values(), ids=NAMES)
def test_schemas_are_valid_and_documented(table: Table) -> None:
    jsonschema.Draft7Validator(TABLE_SCHEMA).validate(table.schema)
    for field in table.schema["fields"]:
        assert {"name", "type", "title", "description", "example"} <= set(field), field["name"]
        assert field["description"].endswith("."), field["name"]


@pytest.mark.parametrize("table", tables().values(), ids=NAMES)
def test_examples_fit_their_fields(table: Table) -> None:
    assert {field["name"]: checker(field)(field["example"]) for field in table.schema["fields"]} == dict.fromkeys(
        table.columns, ""
    )


def test_any_share_is_written_as_its_column_must_be() -> None:
    (field,) = [field for field in tables()["findings"].schema["fields"] if field["name"] == "confidence"]
    written = [share(hundredths / 100) for hundredths in range(101)]
    assert {cell: checker(field)(cell) for cell in written} == dict.fromkeys(written, "")
    assert [float(cell) for cell in written] == [hundredths / 100 for hundredths in range(101)]


@pytest.mark.parametrize("table", tables().values(), ids=NAMES)
def test_references_lead_to_tables_before_and_from_articles_to_issues(table: Table) -> None:
    before = [*NAMES[: NAMES.index(table.name)], "", *(["issues"] if table.name == "articles" else [])]
    for key in table.schema.get("foreignKeys", []):
        target = key["reference"]["resource"]
        assert target in before
        assert key["reference"]["fields"][0] in tables()[target or table.name].columns


@pytest.mark.parametrize(
    ("table", "column", "members"),
    [
        ("quantities", "kind", list(Kind)),
        ("quantities", "approximator", [member for member in Approx if member]),
        ("quantities", "relation", [member for member in Relation if member]),
        ("findings", "severity", sorted(Severity, reverse=True)),
    ],
)
def test_enumerations_have_the_values_of_the_program(table: str, column: str, members: list[Kind]) -> None:
    (field,) = [field for field in tables()[table].schema["fields"] if field["name"] == column]
    assert field["constraints"]["enum"] == [member.name.lower().replace("_", "-") for member in members]


def test_identifiers_are_those_of_the_record() -> None:
    record = json.loads((ROOT / "schema" / "article.schema.json").read_text("utf-8"))
    pattern = record["properties"]["id"]["pattern"]
    assert tables()["articles"].schema["fields"][0]["constraints"]["pattern"] == pattern
    for name in ("paragraphs", "quantities"):
        assert tables()[name].schema["fields"][0]["constraints"]["pattern"].startswith(pattern.removesuffix("$"))


def test_the_columns_hold_every_text_of_the_record() -> None:
    row = {column: f"<{column}>" for column in tables()["articles"].columns}
    record = record_of_row({**row, "date": "1958-10-13", "page": "2", "layout": ""})
    assert isinstance(record, Record)
    held = re.findall(r"<(\w+)>", str(record))
    texts = ["title", "author", "english", "entities", "headline", "author_zh", "column", "export", "chinese"]
    assert held == ["id", *texts]
