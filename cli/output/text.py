"""Findings for people: what is wrong, and the lines of both languages with the words underlined."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.cli.output import Output, likely, position
from duizhao.cli.output.parts.excerpt import excerpt, marked_line
from duizhao.cli.output.parts.statistics import closing_line, statistics
from duizhao.printable import in_one_line
from duizhao.source import Source
from duizhao.validator.finding import Finding, Place, Severity
from duizhao.validator.report import FileResult, Tally

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_BOLD, _DIM, _GREEN = "1", "2", "32"


class Writer(Output):
    def add(self, result: FileResult) -> None:
        source = Source(result.path, result.text)
        for finding in self.shown(result):
            lines = [self._head(finding), *self._body(finding, source)]
            self.write("".join(line.rstrip(" ") + "\n" for line in lines) + "\n")
        if result.problem:
            self.write(self._paint("unreadable", "31;1") + " " + in_one_line(str(result.problem)) + "\n\n")

    def end(self, tally: Tally) -> None:
        if self.options.statistics and tally.rules:
            self.write(statistics(tally) + "\n")
        if not self.options.quiet:
            clean = not any(tally.severities.values()) and not tally.unreadable
            self.write(self._paint(closing_line(tally), _GREEN if clean else _BOLD) + "\n")

    def _head(self, finding: Finding) -> str:
        row, column = position(finding)
        where = self._paint(in_one_line(f"{finding.path}:{row}:{column}"), _BOLD)
        severity = self._paint(f"{finding.severity.word} {finding.rule}", _COLOURS[finding.severity] + ";1")
        waived = self._paint(in_one_line(f" waived: {finding.waived}"), _DIM) if finding.waived else ""
        return f"{where}: {severity} {self._paint(finding.name + likely(finding), _DIM)}{waived}"

    def _body(self, finding: Finding, source: Source) -> Iterator[str]:
        yield f"  {in_one_line(finding.message)}"
        places = [(side, place) for side, place in (("en", finding.en), ("zh", finding.zh)) if place]
        # Both lines in one width, so that the bars stand under each other.
        digits = max((len(str(place.line)) for _, place in places), default=0)
        for side, place in places:
            yield from self._quote(side, place, source, digits, _COLOURS[finding.severity])

    def _quote(self, side: str, place: Place, source: Source, digits: int, colour: str) -> Iterator[str]:
        # the text is at hand only of the file itself, and where it was asked for
        quoted = source.text and not place.path
        if place.path:
            yield self._paint(in_one_line(f"  {side} in {place.path}"), _DIM)
        label = f"  {side} {place.line:>{digits}} "
        # However narrow the terminal: with fewer columns nothing could be read.
        room = max(20, self.options.width - len(label) - 2)
        line = place.text.partition("\n")[0]
        line, start, end = marked_line(source, place, room) if quoted else (line, 0, len(line))
        part = excerpt(line, start, end, room)
        yield self._paint(label + "│", _DIM) + f" {part.before}{self._paint(part.marked, colour)}{part.after}"
        to_line = f" to line {place.end_line}" if place.end_line > place.line and place.end_column > 1 else ""
        # an empty place has a caret too
        length = max(1, min(part.length, room - part.indent - len(to_line)))
        carets = " " * part.indent + self._paint("^" * length + to_line, colour)
        yield self._paint(" " * len(label) + "│", _DIM) + " " + carets

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.options.colour and text else text
