"""Annotations of a GitHub Actions run, and its job summary.

GitHub shows ten annotations of each level for a step; the most severe are annotated, all findings stand in the log.
Where `GITHUB_STEP_SUMMARY` names a file, a summary in Markdown is added to it.
Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

import os
from collections.abc import Callable

from duizhao.cli.output import Options, Output, likely
from duizhao.cli.output.concise import line
from duizhao.cli.output.markdown import MarkdownSummary
from duizhao.cli.output.parts.statistics import closing_line, plural
from duizhao.printable import in_one_line, visible
from duizhao.validator.finding import Finding, Severity
from duizhao.validator.report import FileResult, Problem, Tally

PER_LEVEL = 10  # annotations, as GitHub shows of a step; it drops the others
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


class Writer(Output):
    def __init__(self, write: Callable[[str], object], options: Options) -> None:
        super().__init__(write, options)
        self._commands: dict[str, list[str]] = {level: [] for level in LEVELS.values()}
        self._more = 0
        self._summary = MarkdownSummary()

    def add(self, result: FileResult) -> None:
        self._summary.add(result)
        for finding in self.shown(result):
            if not finding.waived:
                self._annotate(LEVELS[finding.severity], command(finding))
            self.write(_harmless(line(finding)) + "\n")
        if result.problem:
            self._annotate("error", _problem_command(result.problem))
            self.write(_harmless(in_one_line(str(result.problem))) + "\n")

    def end(self, tally: Tally) -> None:
        for commands in self._commands.values():
            self.write("".join(text + "\n" for text in commands))
        if self._more:
            self.write(
                f"{plural(self._more, 'more finding')} without an annotation: GitHub shows {PER_LEVEL} of a level\n"
            )
        self.write(closing_line(tally) + "\n")
        path = os.environ.get("GITHUB_STEP_SUMMARY")
        if path:
            self._summary.append_to(path, tally)

    def _annotate(self, level: str, text: str) -> None:
        # Counted by level, so that a hundred notes do not take the place of one error.
        if len(self._commands[level]) < PER_LEVEL:
            self._commands[level].append(text)
        else:
            self._more += 1


def command(finding: Finding) -> str:
    """The workflow command that annotates a finding."""
    properties = {"title": f"{finding.rule} {finding.name}", "file": finding.path}
    place = finding.place
    if place:
        properties |= {"line": str(place.line), "endLine": str(place.end_line)}
        if place.line == place.end_line:  # GitHub accepts columns within one line only
            properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    return _command(LEVELS[finding.severity], properties, _with_original(finding))


def _with_original(finding: Finding) -> str:
    """The message, and what it speaks of in the language that is not annotated."""
    if finding.zh and finding.zh is not finding.place:
        # An annotation is read beside the code: of a paragraph its beginning is enough.
        original = in_one_line(finding.zh.text[:200])
        where = f"{finding.zh.path}, " * bool(finding.zh.path) + f"line {finding.zh.line}"
        return f"{finding.message}{likely(finding)}\nOriginal, {where}: {original}"
    return finding.message + likely(finding)


def _problem_command(problem: Problem) -> str:
    properties = {"title": "unreadable", "file": problem.path}
    if problem.line:
        properties |= {"line": str(problem.line), "col": str(problem.column)}
    return _command("error", properties, problem.message)


def _command(level: str, properties: dict[str, str], message: str) -> str:
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {written}::{_data(message)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _harmless(text: str) -> str:
    """A line for the log that the runner cannot take for a command, whatever files and paths contain."""
    # Commands begin a line; older ones stand anywhere in it. A sign without width parts them, and words stay readable.
    return "  " + text.replace("::", ":\u200b:").replace("##[", "#\u200b#[")
