"""`duizhao align`: both sides of an article with the links between their quantities."""

from __future__ import annotations

import argparse
import sys

from duizhao.cli.problems import say_problems
from duizhao.cli.setup import found_config, sources_of
from duizhao.errors import UsageError
from duizhao.printable import one_line
from duizhao.schema.inputs.names import display
from duizhao.validator.case import Case
from duizhao.validator.pairing.model import Link
from duizhao.validator.pairing.values.difference import show
from duizhao.validator.quantities.model import Kind, Quantity
from duizhao.validator.report import Problem
from duizhao.validator.running.articles import articles_of, of_each


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="files, folders, globs, archives, or - for standard input"
    )
    parser.add_argument("--config", metavar="FILE", help="the configuration, in place of the nearest duizhao.yaml")
    parser.add_argument("--no-config", action="store_true", help="leave every configuration alone")


def run(arguments: argparse.Namespace) -> int:
    config = found_config(arguments)
    articles = articles_of(sources_of(arguments, config), config.settings)
    problems, found = [], False
    for page in of_each(articles, lambda article: _page(Case(article, config.settings.for_path(article.path)))):
        if isinstance(page, Problem):
            problems.append(page)
        else:
            found = True
            sys.stdout.write(page)
    if not (found or problems):
        path = display(arguments.paths[0]) if len(arguments.paths) == 1 else ""
        raise UsageError("no article there; `duizhao check` says what was seen", path=path)
    return say_problems(problems)


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
