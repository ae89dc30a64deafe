"""`duizhao align`: both sides of an article with the links between their quantities."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from duizhao.errors import Exit, UnreadableError
from duizhao.faults import about
from duizhao.printable import one_line
from duizhao.schema.parse import parse
from duizhao.schema.readers.read_file import read_issue
from duizhao.schema.readers.recognise import recognise
from duizhao.schema.tree import Article
from duizhao.source import Source
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.pairing.model import Link
from duizhao.validator.pairing.values.difference import show
from duizhao.validator.quantities.model import Kind, Quantity


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="article files")


def run(arguments: argparse.Namespace) -> int:
    for path in arguments.files:
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError as error:
            raise UnreadableError(f"cannot be read: {error.strerror}", path=path) from None
        with about(path):
            for article in _articles(path, data):
                sys.stdout.write(_page(Case(article, Settings())))
    return Exit.OK


def _articles(path: str, data: bytes) -> Iterator[Article]:
    reader, source = recognise(data, path), Source.decode(path, data)
    if reader == "article":
        yield parse(source)
    else:
        yield from (one for one in read_issue(reader, source) if isinstance(one, Article))


def _page(case: Case) -> str:
    lines = [one_line(case.article.path), "", "paragraphs"]
    for bead in case.alignment.beads:
        english = _numbers(case, bead.en, chinese=False)
        lines.append(f"  zh {_numbers(case, bead.zh, chinese=True):<16} en {english}")
    for title, links in (("titles", case.links.title), ("body", case.links.body)):
        lines += ["", title, *(_line(case, link) for link in links)]
    return "\n".join(lines) + "\n\n"


def _numbers(case: Case, indexes: tuple[int, ...], *, chinese: bool) -> str:
    """The line numbers of paragraphs, `-` where there are none."""
    article = case.article
    paragraphs = article.chinese.paragraphs if chinese else article.english.paragraphs
    lines = [str(article.source.position(paragraphs[i].start).line) for i in indexes]
    return ", ".join(lines) or "-"


def _line(case: Case, link: Link) -> str:
    mark = "=" if not link.verdict else "≠"
    end = f"  {link.verdict}{': ' + link.detail if link.detail else ''}" if link.verdict else ""
    return f"  {_side(case, link.zh)} {mark} {_side(case, link.en)}{end}"


def _side(case: Case, quantity: Quantity | None) -> str:
    if quantity is None:
        return "-"
    position = case.article.source.position(quantity.start)
    # a line of the output is one expression, wherever its own lines end
    words = " ".join(case.text[quantity.start : quantity.end].split())
    value = "" if quantity.kind is Kind.DATE else f" {show(quantity)}"
    unit = f" {quantity.unit}" if quantity.unit else ""
    return f"{position.line}:{position.column} {words} [{quantity.kind.name.lower()}{value}{unit}]"
