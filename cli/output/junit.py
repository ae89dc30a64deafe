"""JUnit XML: a test case a file, which fails where a finding reaches `--fail-on`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from tempfile import TemporaryFile
from xml.sax.saxutils import escape, quoteattr

from duizhao.cli.output import Options, Output, likely, position
from duizhao.printable import visible
from duizhao.validator.finding import Finding
from duizhao.validator.report import FileResult, Tally

_NOT_XML = re.compile("[\ufffe\uffff]")  # XML 1.0, production 2; control characters are replaced anyway


class Writer(Output):
    """The counts stand before the cases, which therefore wait in a temporary file."""

    def __init__(self, write: Callable[[str], object], options: Options) -> None:
        super().__init__(write, options)
        self._cases = TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115  closed by `end`
        self._tests = self._failures = self._errors = 0

    def add(self, result: FileResult) -> None:
        findings = self.shown(result)
        failures = [one for one in findings if one.severity >= self.options.fail_on and not one.waived]
        # no failures, but a reader of the report wants to see them
        notes = [one for one in findings if one not in failures]
        self._tests += 1
        self._failures += bool(failures)
        self._errors += result.problem is not None
        self._cases.write(_case(result, failures, notes))

    def end(self, tally: Tally) -> None:
        counts = f'tests="{self._tests}" failures="{self._failures}" errors="{self._errors}"'
        self.write(f'<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="duizhao" {counts}>\n')
        self.write(f'<testsuite name="duizhao" {counts}>\n<properties>\n')
        for name, value in _properties(tally):
            self.write(f"<property name={quoteattr(_xml(name))} value={quoteattr(str(value))}/>\n")
        self.write("</properties>\n")
        with self._cases as cases:
            cases.seek(0)
            # A megabyte at once: a large run has gigabytes of cases.
            while piece := cases.read(1 << 20):
                self.write(piece)
        self.write("</testsuite>\n</testsuites>\n")


def _properties(tally: Tally) -> Iterator[tuple[str, int]]:
    """How many files were looked at, and why some were skipped."""
    summary = tally.summary
    yield from (("files", summary.files), ("looked_at", summary.looked_at), ("skipped", summary.skipped))
    yield from ((f"skipped: {reason}", count) for reason, count in sorted(tally.reasons.items()))


def _case(result: FileResult, failures: list[Finding], notes: list[Finding]) -> str:
    lines = [_failure(finding) for finding in failures]
    if result.problem:
        kind, message = quoteattr("unreadable"), quoteattr(_xml(result.problem.message))
        lines.append(f"<error type={kind} message={message}>{escape(_xml(str(result.problem)))}</error>\n")
    if notes:
        lines.append(f"<system-out>{escape(_xml(''.join(map(_details, notes))))}</system-out>\n")
    # A name of its own for what comparing articles has found: the file itself has a case already.
    classname = "duizhao" if result.whole else "duizhao.corpus"
    head = f"<testcase classname={quoteattr(classname)} name={quoteattr(_xml(result.path))}"
    return f"{head}>\n{''.join(lines)}</testcase>\n" if lines else f"{head}/>\n"


def _failure(finding: Finding) -> str:
    kind = quoteattr(f"{finding.rule} {finding.name}")
    return (
        f"<failure type={kind} message={quoteattr(_xml(finding.message))}>{escape(_xml(_details(finding)))}</failure>\n"
    )


def _details(finding: Finding) -> str:
    line, column = position(finding)
    waived = f" (waived: {finding.waived})" if finding.waived else ""
    said = f"{finding.rule} {finding.message}{likely(finding)}{waived}"
    lines = [f"{finding.path}:{line}:{column}: {finding.severity.word} {said}"]
    lines += [
        f"  {side} {place.path}{':' * bool(place.path)}{place.line}: {place.text}"
        for side, place in (("en", finding.en), ("zh", finding.zh))
        if place
    ]
    return "\n".join(lines) + "\n"


def _xml(text: str) -> str:
    """The text with U+FFFD for what XML cannot hold."""
    # A reader of XML would else refuse the whole report.
    return _NOT_XML.sub("\ufffd", visible(text))
