"""`duizhao.arrow`: what is found in article files, as Arrow record batches; needs `duizhao[arrow]`.

The columns of `articles`, `paragraphs`, `quantities`, `findings` and `issues` are those of a package's tables
(docs/package.md), with the same values; the schemas are the same for all files and settings, so that batches can be put
together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from duizhao.datapackage.format.tables import tables
from duizhao.datapackage.make.article_rows import (
    AnalysedRows,
    SeverityCounts,
    SharedColumns,
    article_row,
    finding_rows,
)
from duizhao.datapackage.make.issue_rows import IssuePart, issue_part, issue_row
from duizhao.datapackage.reading.arrow_fields import arrow_fields
from duizhao.datapackage.reading.typed_rows import typed
from duizhao.optional_libraries import library
from duizhao.schema.inputs.read import given_entry
from duizhao.validator.across.corpus import compare_articles as compare
from duizhao.validator.across.signature import Signature, signature_of
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Place
from duizhao.validator.library import settings_by_name
from duizhao.validator.report import Problem
from duizhao.validator.running.engine import Examined
from duizhao.validator.running.one_file import outcomes_of

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Schema

_EXTRA = "arrow"
Row = Sequence[Any]


class Batches(NamedTuple):
    """What was found in some files."""

    articles: RecordBatch
    paragraphs: RecordBatch
    quantities: RecordBatch
    findings: RecordBatch
    """Without those that come from comparing articles."""
    signatures: RecordBatch
    """What articles are compared by; see `compare_articles`."""
    problems: RecordBatch
    """Files that could not be used, and why."""
    issues: RecordBatch
    """Files that hold whole issues; their articles are rows of `articles`."""


def check_bytes(name: str, data: bytes, settings: Settings | None = None) -> Batches:
    """Check the articles of one file; see `duizhao.check_bytes`.

    Raises:
        UsageError: PyArrow is not installed.
    """
    return check_files([(name, data)], settings)


def check_files(files: Iterable[tuple[str, bytes]], settings: Settings | None = None) -> Batches:
    """Check the articles of some files, such as those of a partition: large batches cost less than many small ones.

    Args:
        files: the name and the bytes of each.
        settings: what is in force; None for the defaults.

    Raises:
        UsageError: PyArrow is not installed.
    """
    schemes = schemas()  # before the work, which would be lost where there is no PyArrow
    rows: dict[str, list[Row]] = {name: [] for name in Batches._fields}
    for name, data in files:
        entry, chosen = given_entry(name, data), settings_by_name(name, settings)
        # Once a file: an issue has hundreds of articles.
        sha256, parts = hashlib.sha256(data).hexdigest(), []
        for made in outcomes_of(entry, chosen, partial(_laid_out, sha256=sha256), "not checked"):
            if isinstance(made, Problem):
                rows["problems"].append(made)
                continue
            parts += [made.part] if made.part else []
            for table, some in made.rows.items():
                rows[table] += some
        if parts:
            row = issue_row(parts, name, sha256, _publication(chosen.for_path(name)))
            rows["issues"].append(_converter("issues")(row.cells))
    return Batches(*(_batch(schemes[name], rows[name]) for name in Batches._fields))


def compare_articles(signatures: Iterable[RecordBatch], settings: Settings | None = None) -> RecordBatch:
    """What is wrong between articles, as rows of `findings`: the reduction over the signatures of all files.

    Args:
        signatures: batches, or tables.  A finding stands at the later of two articles, in a package at the larger
            identifier: for the same rows, sort by `id`.
        settings: what is in force; None for the defaults.

    Raises:
        UsageError: PyArrow is not installed.
    """
    scheme = schemas()["findings"]
    # By identifiers, as a package names articles: what the rows refer to, wherever the files lay.
    known = (
        signature._replace(path=signature.id, line=0) for batch in signatures for signature in signatures_of(batch)
    )
    # Sorted, so that the order in which signatures come makes no difference.
    rows = sorted(row for finding in compare(known, settings) for row in finding_rows(finding.path, [finding]))
    return _batch(scheme, list(map(_converter("findings"), rows)))


def signatures_of(batch: RecordBatch) -> Iterator[Signature]:
    """The signatures of a batch, as `duizhao.compare_articles` takes them."""
    for row in batch.to_pylist():
        title, headline = (Place(**place) if place else None for place in (row.pop("title"), row.pop("headline")))
        yield Signature(title=title, headline=headline, sketch=tuple(row.pop("sketch")), **row)


def schemas() -> dict[str, Schema]:
    """The schema of each batch.

    Raises:
        UsageError: PyArrow is not installed.
    """
    arrow = library("pyarrow", _EXTRA)
    found = {name: arrow.schema(arrow_fields(arrow, table.schema["fields"])) for name, table in tables().items()}
    text, number = arrow.string(), arrow.int64()
    place = arrow.struct([(name, text if name in ("text", "path") else number) for name in Place._fields])
    kinds = dict.fromkeys(Signature._fields, number)
    kinds |= {"path": text, "id": text, "title": place, "headline": place, "sketch": arrow.list_(number)}
    found["signatures"] = arrow.schema(list(kinds.items()))
    found["problems"] = arrow.schema(
        [("path", text), ("message", text), ("line", number), ("column", number), ("fault", arrow.bool_())]
    )
    return found


class _LaidOut(NamedTuple):
    rows: dict[str, list[Row]]
    """Of an article in each table."""
    part: IssuePart | None
    """What the row of its issue is made from."""


def _laid_out(examined: Examined, *, sha256: str) -> _LaidOut:
    case, article = examined.case, examined.case.article
    analysed = AnalysedRows.of(case)
    sizes = len(analysed.paragraphs), len(analysed.quantities)
    row = article_row(article, article.path, sha256, sizes, analysed.pairs, SharedColumns(_publication(case.settings)))
    rows = {
        "articles": [row.cells(SeverityCounts.of(examined.findings))],
        "paragraphs": analysed.paragraphs,
        "quantities": analysed.quantities,
        "findings": finding_rows(row.id, examined.findings),
    }
    found: dict[str, list[Row]] = {table: list(map(_converter(table), some)) for table, some in rows.items()}
    return _LaidOut(found | {"signatures": [_plain(signature_of(article))]}, issue_part(article))


def _publication(settings: Settings) -> str:
    return settings.publication.name if settings.publication else ""


@cache
def _converter(table: str) -> Callable[[Sequence[str]], Row]:
    """What makes values of the cells of a table; the same for every article."""
    return typed(tables()[table].schema["fields"])


def _plain(signature: Signature) -> Row:
    """A signature with places that Arrow can hold."""
    title, headline = (place._asdict() if place else None for place in (signature.title, signature.headline))
    return signature._replace(title=title, headline=headline)  # type: ignore[arg-type]  # as dictionaries


def _batch(schema: Schema, rows: list[Row]) -> RecordBatch:
    arrow = library("pyarrow", _EXTRA)
    # Without rows there is nothing to turn round, and a batch has all its columns nonetheless.
    columns = zip(*rows, strict=True) if rows else [()] * len(schema)
    arrays = [arrow.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return arrow.record_batch(arrays, schema=schema)
