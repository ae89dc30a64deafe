"""JSON Lines: articles.jsonl, one article a line, as article.schema.json describes it.

The record is that of the article file itself, its layout included: `Record.from_json` and `write` give the file back.
Articles of issues have no layout.
"""

from __future__ import annotations

import json
import os

from duizhao.datapackage.exports.dataset import Dataset
from duizhao.datapackage.reading.article_files import records_of
from duizhao.printable import escaped
from duizhao.schema.record import Record

_FILE = "articles.jsonl"


def export(dataset: Dataset, folder: str) -> list[str]:
    with open(os.path.join(folder, _FILE), "w", encoding="utf-8", newline="\n") as file:
        file.writelines(map(_line, records_of(dataset.package)))
    return [_FILE]


def _line(record: Record) -> str:
    """An article; what commands a terminal stands as an escape, and so does what some readers end a line at."""
    return escaped(json.dumps(record.to_json(), ensure_ascii=False, separators=(",", ":"))) + "\n"
