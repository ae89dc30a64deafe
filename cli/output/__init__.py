"""Output formats: one module each, with a class `Writer`, loaded when asked for.

A writer is given results as they come and writes as early as its format allows, so that a report over any number of
files needs no memory of them.

A format may import results, findings, rules and what `parts` shares, and nothing that makes a result: it prints what it
is given, so that all formats say the same.
"""

from __future__ import annotations

from collections.abc import Callable
from json import dumps
from typing import NamedTuple

from duizhao.validator.finding import Finding, Severity
from duizhao.validator.report import FileResult, Tally

FORMATS = ("text", "concise", "json", "jsonl", "sarif", "junit", "github", "gitlab", "rdjson", "html")
QUOTING = frozenset({"text", "rdjson", "html"})
"""Formats that need the texts of the files."""


class Options(NamedTuple):
    """What the command line says about the output."""

    fail_on: Severity = Severity.ERROR
    show_waived: bool = False
    quiet: bool = False
    statistics: bool = False
    colour: bool = False
    width: int = 100
    """Columns of the terminal."""


class Output:
    """A report in the making.

    Args:
        write: takes the text, piece by piece.
        options: what the command line says.
    """

    def __init__(self, write: Callable[[str], object], options: Options) -> None:
        self.write = write
        self.options = options

    def add(self, result: FileResult) -> None:
        """Take one file's result; what was skipped is not given."""
        raise NotImplementedError

    def end(self, tally: Tally) -> None:
        """Write what can only be written when all is known."""

    def shown(self, result: FileResult) -> tuple[Finding, ...]:
        """The findings to show."""
        if self.options.show_waived:
            return result.findings
        return tuple(finding for finding in result.findings if not finding.waived)


class JsonList(Output):
    """A report of which the items stand in one list of JSON, each written as it comes."""

    before = "["
    """What is written before the next item."""

    def item(self, item: dict[str, object]) -> None:
        """Write one more item."""
        self.write(self.before + "\n" + dumps(item, ensure_ascii=False))
        self.before = ","


def writer(name: str, write: Callable[[str], object], options: Options) -> Output:
    """The writer of one of `FORMATS`."""
    import importlib

    output: Output = importlib.import_module(f"duizhao.cli.output.{name}").Writer(write, options)
    return output


def likely(finding: Finding) -> str:
    """How likely a finding is right, in brackets; '' where nothing was measured."""
    return "" if finding.confidence is None else f" ({finding.confidence:.0%} likely)"


def position(finding: Finding) -> tuple[int, int]:
    """Line and column to send a reader to."""
    place = finding.place
    # What is said of a whole file is shown at its beginning: most formats ask for a line.
    return (place.line, place.column) if place else (1, 1)
