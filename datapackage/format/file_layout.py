"""How the columns of `articles` give an article file back, byte by byte.

The texts of a file stand in columns of their own; the column `layout` holds what stood between them.  A value that no
column holds in exactly the same form (a date written `1958.10.13`, `Edition:`) becomes part of the literal text, and a
file with characters that a cell must not hold is kept there whole.  The canonical layout needs no entry at all.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from duizhao.datapackage.format import cells
from duizhao.schema.record import ChineseRecord, EnglishRecord, Layout, Record, canonical_layout, write

_LISTS = frozenset({"english.paragraphs", "english.entities", "chinese.paragraphs"})


def layout_cell(record: Record, text: str, *, bom: bool) -> str:
    """The cell `layout` of a record.

    Args:
        record: the article.
        text: the text of its file.
        bom: whether the file begins with a byte order mark.
    """
    # Both: a control character between the values is literal text, which JSON writes as an escape.
    if cells.clean(text) != text and not _clean(record):
        return _json(Layout(bom, (text,)))
    columns = _record(record.id, record.date, record.page, *texts_of(record))
    if record.layout is None and columns == record:
        return ""
    return _json(_inlined(record, columns))


def file_of_row(row: Mapping[str, str]) -> bytes:
    """The article file of a row of `articles`.

    Args:
        row: column name to cell, as the CSV file holds them.
    """
    return write(record_of_row(row))


def record_of_row(row: Mapping[str, str]) -> Record:
    """The record that the columns hold; what only the layout knows is in its layout."""
    value = {name: cells.unguard(cell) for name, cell in row.items()}
    english = (value["title"], value["author"], _lines(value["english"]), _lines(value["entities"]))
    chinese = (value["headline"], value["author_zh"], value["column"], value["export"], _lines(value["chinese"]))
    page = int(row["page"]) if row["page"] else None
    record = _record(row["id"], row["date"] or None, page, english, chinese)
    if not value["layout"]:
        return record
    layout = json.loads(value["layout"])
    return record._replace(layout=Layout(layout["bom"], tuple(layout["parts"])))


_EnglishTexts = tuple[str, str, tuple[str, ...], tuple[str, ...]]
_ChineseTexts = tuple[str, str, str, str, tuple[str, ...]]


def texts_of(record: Record) -> tuple[_EnglishTexts, _ChineseTexts]:
    """What columns of their own hold of a record, by its halves."""
    english, chinese = record.english, record.chinese
    return (
        (english.title, english.author, english.paragraphs, english.entities),
        (chinese.headline, chinese.author, chinese.column, chinese.export, chinese.paragraphs),
    )


def _record(
    identity: str, date: str | None, page: int | None, english: _EnglishTexts, chinese: _ChineseTexts
) -> Record:
    """The record of an article whose halves both bear the date and the page of the issue."""
    day, number = date or "", str(page) if page else ""
    title, author, english_paragraphs, entities = english
    headline, author_zh, column, export, paragraphs = chinese
    return Record(
        identity,
        date,
        page,
        EnglishRecord(title, author, day, number, "", english_paragraphs, entities),
        ChineseRecord(headline, author_zh, day, number, column, export, paragraphs),
    )


def _clean(record: Record) -> bool:
    english, chinese = texts_of(record)
    values = [*english[:2], *english[2], *english[3], *chinese[:4], *chinese[4]]
    return all(cells.clean(value) == value for value in values)


def _inlined(record: Record, columns: Record) -> Layout:
    """The layout of a record, with the values that the columns do not hold in it as literal text."""
    layout = record.layout or canonical_layout(record)
    # Parts are literal text and names of slots in turn, and begin and end with text.
    literal, parts = layout.parts[0], []
    for slot, after in zip(layout.parts[1::2], layout.parts[2::2], strict=True):
        half, name = slot.split(".")
        value = getattr(getattr(record, half), name)
        # Lists are always in their columns; of the others only what stands there as the file has it.
        if slot in _LISTS or value == getattr(getattr(columns, half), name):
            parts += [literal, slot]
            literal = after
        else:
            literal += value + after
    return Layout(layout.bom, (*parts, literal))


def _json(layout: Layout) -> str:
    return json.dumps({"bom": layout.bom, "parts": layout.parts}, separators=(",", ":"))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()
