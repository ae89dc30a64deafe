"""Results to one or several reports."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import ExitStack
from typing import NamedTuple

from duizhao.cli.destination import Destination, File, Standard
from duizhao.cli.output import FORMATS, QUOTING, Options, Output, writer
from duizhao.cli.progress import Progress
from duizhao.cli.terminal import wants_colour, width
from duizhao.errors import UsageError
from duizhao.faults import about
from duizhao.validator.report import FileResult, Tally


class Target(NamedTuple):
    """A report to be written."""

    format: str
    path: str
    """The file, '' for standard output."""


def targets(chosen: str, outputs: Iterable[str]) -> list[Target]:
    """The reports that `--output-format` and `--output` ask for.

    Args:
        chosen: format of the main report.
        outputs: each `FILE` for the main report, or `FORMAT=FILE` for a further one.

    Raises:
        UsageError: two files for the main report, or one file for two reports.
    """
    main, further = [], []
    for output in outputs:
        name, equals, path = output.partition("=")
        # Only what is a format is one: `a=b.txt` is a name of a file.
        if equals and name in FORMATS:
            further.append(Target(name, path))
        else:
            main.append(Target(chosen, output))
    if len(main) > 1:
        raise UsageError("--output FILE is given twice; write --output FORMAT=FILE for a further report")
    all_of_them = (main or [Target(chosen, "")]) + further
    paths = [target.path for target in all_of_them]
    if twice := next((path for path in paths if paths.count(path) > 1), None):
        raise UsageError("two reports are to be written there", path=twice)
    if "" in paths[1:]:
        raise UsageError("--output FORMAT= names no file")
    return all_of_them


def wants_texts(wanted: Iterable[Target]) -> bool:
    """Whether a report quotes the files."""
    return any(target.format in QUOTING for target in wanted)


def report(results: Iterable[FileResult], wanted: Iterable[Target], options: Options, progress: Progress) -> Tally:
    """Write the reports while the results come, and count.

    Raises:
        UsageError: a file cannot be written; before anything is checked.
    """
    tally = Tally()
    with ExitStack() as stack:
        # All are opened before anything is checked: an hour's work must not end with a folder that is missing.
        outputs = [_output(stack, target, options) for target in wanted]
        for result in progress.follow(results):
            tally.add(result)
            if result.findings or result.problem:
                # Where the report goes to the same terminal, its lines would else be written into the bar.
                progress.hide()
            if not result.skipped:
                with about(result.path):
                    for output in outputs:
                        output.add(result)
        for output in outputs:
            output.end(tally)
    return tally


def _output(stack: ExitStack, target: Target, options: Options) -> Output:
    if not target.path:
        options = options._replace(colour=wants_colour(sys.stdout), width=width(sys.stdout))
    destination: Destination = File(target.path) if target.path else Standard(colour=options.colour)
    stack.enter_context(destination)
    return writer(target.format, destination.write, options)
