"""How the rows of `articles` and the column `layout` of `issues` give the file of an issue back, byte by byte.

The texts of a page stand in the rows of its articles; the layout has what stood between them, and whatever is not in
the page as the columns have it: a paragraph with tags or entities in it, a page mark, the name of a section.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from duizhao.datapackage.format import cells
from duizhao.schema.tree import Article, Field, Paragraph
from duizhao.source import BOM

_CONTROL = re.compile("[\x7f-\x9f]")  # others JSON never has as they are
COLUMNS = ("title", "author", "english", "headline", "author_zh", "chinese")
"""Those of `articles` that a layout refers to."""


class Slot(NamedTuple):
    """A stretch of a file that a row has in exactly the same form."""

    start: int
    end: int
    name: str
    """`7.chinese.2` for the third line of that column, of the article at position 7."""


def slots_of(article: Article, position: int) -> list[Slot]:
    """What of its file the row of an article has in exactly the same form."""
    source = article.source
    text = source.whole.text
    slots = []
    for column, fields in zip(COLUMNS, _fields(article), strict=True):
        for number, field in enumerate(fields):
            if source.beside(field.start):  # which the other file gives back
                continue
            start, end = source.origin(field.start), source.end_origin(field.end)
            # An empty stretch has no place of its own; what a tag or an entity parts is not what the row has.
            if field.text and text[start:end] == field.text == cells.clean(field.text):
                slots.append(Slot(start, end, f"{position}.{column}.{number}"))
    return slots


def _fields(article: Article) -> Iterator[Sequence[Field | Paragraph]]:
    """The values of `COLUMNS`, each as its lines."""
    english, chinese = article.english, article.chinese
    for label in ("Title", "Author"):
        header = english.header(label)
        yield [header.value] if header else []
    yield english.paragraphs
    for field in (chinese.headline, chinese.author):
        yield [field] if field else []
    yield chinese.paragraphs


def issue_layout_cell(text: str, slots: Iterable[Slot], *, bom: bool) -> str:
    """The cell `layout` of an issue.

    Args:
        text: of its file.
        slots: of all its articles, in any order.
        bom: whether the file begins with a byte order mark.
    """
    at, parts = 0, []
    for slot in sorted(slots):
        parts += [text[at : slot.start], slot.name]
        at = slot.end
    parts.append(text[at:])
    # Chinese as it is: as `\u4e00` a page whose text has tags within would take twice the room.
    written = json.dumps({"bom": bom, "parts": parts}, separators=(",", ":"), ensure_ascii=False)
    return _CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def file_of_issue(layout: str, articles: Mapping[int, Mapping[str, str]]) -> bytes:
    """The file of an issue.

    Args:
        layout: the cell.
        articles: the rows of its articles by position, as the CSV file holds them.
    """
    document = json.loads(layout)
    lines: dict[tuple[int, str], list[str]] = {}
    parts = document["parts"]
    pieces = list(parts)
    for index in range(1, len(parts), 2):
        position, column, number = parts[index].split(".")
        key = int(position), column
        # Once a column: a long article has a slot for each of its paragraphs.
        if key not in lines:
            lines[key] = cells.unguard(articles[key[0]][column]).split("\n")
        pieces[index] = lines[key][int(number)]
    return (BOM if document["bom"] else b"") + "".join(pieces).encode("utf-8", "surrogatepass")
