"""The README of a package: what it is, what may be done with it, and the data dictionary."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from duizhao.datapackage.format.metadata import Metadata
from duizhao.datapackage.format.table_writer import WrittenTable
from duizhao.printable import escaped, one_line

_HOW = """\
## How to read it

The tables are CSV files (UTF-8, comma, line feed, RFC 4180 quoting); `datapackage.json` describes them
([Data Package 2.0](https://datapackage.org)). An empty cell means that there is no value.

- Excel, LibreOffice: import as UTF-8. No cell will be run as a formula.
- pandas: `pandas.read_csv("data/articles.csv", keep_default_na=False)`
- DuckDB: `SELECT * FROM 'data/articles.csv'`
- Frictionless: `frictionless validate datapackage.json`
- duizhao: `duizhao verify .` proves that nothing was changed; `duizhao unpack . -o DIR` gives the article files back;
  `duizhao.load(".")` reads it in Python.

**One convention.** A text that begins with `=`, `+`, `-` or `@` (or their full-width forms), after any blanks and
apostrophes, is written with an apostrophe before it, so that no spreadsheet runs it. To get the exact text, take one
apostrophe away from a cell of type string where the rest matches this regular expression and is not a number:
`^[\\s']*[=+\\-@＝＋－＠]`. Of the control characters in a text a tab is shown as a blank and any other as U+FFFD; the
column `layout` has the exact text.
"""

_CUT = """
A table of several files is read in their order; each has the header. DuckDB: `SELECT * FROM 'data/NAME-*.csv'`; pandas:
`pandas.concat(pandas.read_csv(file, keep_default_na=False) for file in files)`. Size and hash in `datapackage.json` are
of the table in one piece, with one header; `SHA256SUMS` has each file.
"""


def readme(metadata: Metadata, written: Iterable[WrittenTable], *, version: str, left_out: int = 0) -> str:
    """The README of a package, in Markdown.

    Args:
        metadata: what the data set says of itself.
        written: its tables.
        version: of the data set, '' for none.
        left_out: files that should be in it, and could not be used.
    """
    tables = list(written)
    head = f"# {one_line(metadata.title)}" + (f", version {version}" if version else "")
    missing = _missing(left_out)
    parts = [head, missing, metadata.description, _contents(tables), rights(metadata), sources(metadata), _HOW.strip()]
    parts.append("## Data dictionary")
    parts += [dictionary(item.table.name, item.table.description, item.table.schema) for item in tables]
    return escaped("\n\n".join(part for part in parts if part) + "\n")


def files_or_parts(count: int) -> str:
    """How much is missing, in words: a file may be left out, or only a pane or an article of its issue."""
    return "1 file or part of one" if count == 1 else f"{count:,} files or parts of files"


def _missing(left_out: int) -> str:
    if not left_out:
        return ""
    missing = files_or_parts(left_out)
    return f"**Incomplete:** {missing} could not be used, and left out; `datapackage.json` names them under `duizhao`."


def _contents(tables: list[WrittenTable]) -> str:
    rows = [f"| {_files(item)} | {item.rows} | {item.table.description} |" for item in tables]
    table = "\n".join(["| table | rows | what |", "|---|--:|---|", *rows])
    return f"{table}\n\n{_CUT.strip()}" if any(item.parts[1:] for item in tables) else table


def _files(item: WrittenTable) -> str:
    links = [f"[`{part.path}`]({part.path})" for part in item.parts]
    return links[0] if len(links) == 1 else f"{links[0]} to {links[-1]}"


def rights(metadata: Metadata) -> str:
    """What may be done with the data set, as far as it is known, in Markdown."""
    lines = ["## Rights", "", one_line(f"Rights in the texts: {metadata.rights.rstrip('.')}.")]
    for item in metadata.licenses:
        what = "The tables " + ", ".join(f"`{name}`" for name in item.tables) if item.tables else "The data set"
        name = f"[{item.title or item.name}]({item.path})" if item.path else item.title or item.name
        lines.append(one_line(f"{what}: {name}."))
    if not metadata.licenses:
        lines.append("No licence is stated.")
    return "\n".join(lines)


def sources(metadata: Metadata) -> str:
    """What the data set is made from, in Markdown, '' where it does not say."""
    lines = []
    for origin in metadata.sources:
        name = f"[{origin.title}]({origin.path})" if origin.path else origin.title
        about = [f"version {origin.version}" if origin.version else "", origin.relation]
        about.append(f"rights: {origin.rights}" if origin.rights else "")
        details = ", ".join(part for part in about if part)
        lines.append(one_line(f"- {name}" + (f" ({details})" if details else "")))
    return "\n".join(["## Sources", "", *lines]) if lines else ""


def dictionary(name: str, description: str, schema: dict[str, Any]) -> str:
    """What each column of a table means, in Markdown."""
    lines = [f"### {name}", "", description, "", "| column | type | meaning |", "|---|---|---|"]
    keys = _keys(schema)
    lines += [_row(field, keys.get(field["name"], "")) for field in schema["fields"]]
    return "\n".join(lines)


def _keys(schema: dict[str, Any]) -> dict[str, str]:
    """What each key column is, in words."""
    words = dict.fromkeys(schema["primaryKey"], "Part of the primary key.")
    if len(schema["primaryKey"]) == 1:
        words[schema["primaryKey"][0]] = "Primary key."
    for key in schema.get("foreignKeys", []):
        target = key["reference"]["resource"]
        reference = f"`{target}.{key['reference']['fields'][0]}`" if target else f"`{key['reference']['fields'][0]}`"
        name = key["fields"][0]
        words[name] = f"{words.get(name, '')} Refers to {reference}.".strip()
    return words


def _row(field: dict[str, Any], key: str) -> str:
    constraints = field.get("constraints", {})
    parts = [field["description"], key]
    if "enum" in constraints:
        parts.append("One of " + ", ".join(f"`{value}`" for value in constraints["enum"]) + ".")
    parts.append("" if constraints.get("required") else "May be empty.")
    example = field["example"].replace("\\", "\\\\").replace("|", "\\|")
    parts.append(f"Example: `{example}`.")
    return f"| `{field['name']}` | {field['type']} | {' '.join(part for part in parts if part)} |"
