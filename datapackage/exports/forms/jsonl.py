"""JSON Lines: articles.jsonl, one article a line, as article.schema.json describes it.

The record is that of the article file itself, its layout included: `Record.from_json` and `write` give the file back.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator

from duizhao.datapackage.exports.dataset import Dataset
from duizhao.datapackage.format.package import Package
from duizhao.datapackage.reading.article_files import article_files
from duizhao.schema.parse import parse
from duizhao.schema.record import Record, record_of
from duizhao.source import Source

_FILE = "articles.jsonl"
_BREAKS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"}  # some readers end a line at these


def export(dataset: Dataset, folder: str) -> list[str]:
    with open(os.path.join(folder, _FILE), "w", encoding="utf-8", newline="\n") as file:
        file.writelines(map(_line, _records(dataset.package)))
    return [_FILE]


def _line(record: Record) -> str:
    return json.dumps(record.to_json(), ensure_ascii=False, separators=(",", ":")).translate(_BREAKS) + "\n"


def _records(package: Package) -> Iterator[Record]:
    for path, data in article_files(package):
        yield record_of(parse(Source.decode(path, data)))
