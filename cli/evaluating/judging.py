"""`duizhao evaluate --sample` and `--judged`: findings for people to judge, and what their verdicts say."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator

from duizhao.cli.destination import Destination, File, Standard
from duizhao.cli.output.parts.statistics import plural
from duizhao.cli.problems import say_problems
from duizhao.cli.setup import found_config, sources_of
from duizhao.datapackage.judging.sample_sheet import MARK, read_sheet, rows, sheet
from duizhao.datapackage.judging.workbook import ENDING, Workbook
from duizhao.errors import Exit
from duizhao.printable import escaped
from duizhao.validator.finding import Severity
from duizhao.validator.measuring.judged import Precision, Sampled, overall, precision, sample
from duizhao.validator.report import FileResult, Problem
from duizhao.validator.running.many_files import Job, check_sources
from duizhao.validator.running.pages import with_pages

# ---------------------------------------------------------------- the sheet


def write_sample(arguments: argparse.Namespace) -> int:
    """Write a sheet of findings; the exit code.

    Raises:
        UsageError: a path does not exist, or nothing can be written where the sheet is to go.
        ConfigError: the configuration is wrong.
    """
    config = found_config(arguments)
    sources = sources_of(arguments, config)
    # Of notes it is known least how often they are right.
    least = Severity.of(arguments.severity or "info")
    problems: list[Problem] = []

    def draw() -> list[Sampled]:
        items = with_pages(sources(), sources, config.settings)
        results = check_sources(items, Job(config.settings, texts=True), jobs=config.jobs)
        grave = _grave(results, least, problems)
        return sample(grave, config.settings, arguments.sample, seed=arguments.seed or "0")

    chosen = _put(draw, arguments.output or "")
    if len(chosen) < arguments.sample:
        print(f"duizhao: {plural(len(chosen), 'finding')}, not {arguments.sample:,}: no more there", file=sys.stderr)
    return say_problems(problems)


def _put(draw: Callable[[], list[Sampled]], output: str) -> list[Sampled]:
    """Draw, and write a sheet of it; where it goes is seen to before anything is drawn."""
    if output.lower().endswith(ENDING):
        # First of all, as it says what is missing or cannot be written.
        book = Workbook(output)
        chosen = draw()
        book.fill([escaped(cell) for cell in row] for row in rows(chosen))
        return chosen
    destination: Destination = File(output) if output else Standard()
    with destination as file:
        chosen = draw()
        # Only in a file: a program that reads from a pipe would take the mark for a part of the first name.
        file.write(MARK if output else "")
        for line in sheet(chosen):
            file.write(line)
    return chosen


def _grave(results: Iterable[FileResult], least: Severity, problems: list[Problem]) -> Iterator[FileResult]:
    for result in results:
        # Gathered on the way, since results are passed on one by one.
        if result.problem:
            problems.append(result.problem)
        yield result._replace(findings=tuple(one for one in result.findings if one.severity >= least))


# ---------------------------------------------------------------- the verdicts


def tell_precision(arguments: argparse.Namespace) -> int:
    """Say how much of a judged sheet is right; the exit code.

    Raises:
        UnreadableError: the sheet cannot be opened.
        ConfigError: it is malformed.
    """
    verdicts = read_sheet(arguments.judged)
    rules, total = precision(verdicts), overall(verdicts)
    sys.stdout.write(_json(rules, total) if arguments.output_format == "json" else _text(rules, total))
    return Exit.OK


def _json(rules: dict[str, Precision], total: Precision) -> str:
    document = {"rules": {rule: _document(one) for rule, one in rules.items()}, "overall": _document(total)}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _document(one: Precision) -> dict[str, object]:
    low, high = one.interval
    return one._asdict() | {"precision": one.share, "interval": [low, high] if one.judged else None}


def _text(rules: dict[str, Precision], total: Precision) -> str:
    head = f"{'rule':<10}{'right':>7}{'wrong':>7}{'unsure':>8}{'unjudged':>10}{'precision':>11}   95 % interval"
    lines = [head, *(_row(rule, one) for rule, one in rules.items()), _row("all", total)]
    return "\n".join(lines) + "\n"


def _row(name: str, one: Precision) -> str:
    counts = f"{name:<10}{one.right:>7}{one.wrong:>7}{one.unsure:>8}{one.unjudged:>10}"
    if one.share is None:
        return f"{counts}{'-':>11}"
    low, high = one.interval
    return f"{counts}{one.share:>11.2f}   {low:.2f} to {high:.2f}"
