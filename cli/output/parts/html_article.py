"""One article of the report page: its findings, and both halves with the words marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from duizhao.cli.output import likely, position
from duizhao.printable import visible
from duizhao.schema.parse import parse
from duizhao.schema.readers.recognise import is_page, recognise
from duizhao.source import Source
from duizhao.validator.finding import Finding, Place
from duizhao.validator.report import FileResult, Problem


class _Mark(NamedTuple):
    start: int
    end: int
    number: int
    look: str


def article_section(result: FileResult, findings: Sequence[Finding], first: int) -> str:
    """The section of an article.

    Args:
        result: of the file, with its text.
        findings: those to show.
        first: number of the first of them in the page.
    """
    numbered = list(enumerate(findings, first))
    cards = "".join(_card(number, finding) for number, finding in numbered)
    head = f"<article><h2>{escaped(result.path)}</h2>\n<ol class=findings>{cards}</ol>\n"
    return head + (_halves(result, numbered) if result.text else "") + "</article>\n"


def problem_section(problem: Problem) -> str:
    """The section of a file that could not be read."""
    return f"<article class=problem><h2>{escaped(problem.path)}</h2><p>{escaped(str(problem))}</p></article>\n"


def escaped(text: str) -> str:
    """The text for HTML, without control characters."""
    return escape(visible(text))


def _look(finding: Finding) -> str:
    return "waived" if finding.waived else finding.severity.word


def _card(number: int, finding: Finding) -> str:
    line, column = position(finding)
    look = _look(finding)
    waived = f"<em>waived: {escaped(finding.waived)}</em>" if finding.waived else ""
    return (
        f'<li id=f{number} class="finding {look}" data-rule={finding.rule} data-look={look} tabindex=0>'
        f"<b>{finding.rule}</b> <span>{escaped(finding.name)}</span> <small>{line}:{column}{likely(finding)}</small>"
        f"<p>{escaped(finding.message)}</p>{_quote('en', finding.en)}{_quote('zh-Hans', finding.zh)}{waived}</li>\n"
    )


def _quote(language: str, place: Place | None) -> str:
    if place is None or not place.text.strip():
        return ""
    # The whole of it is marked in the article beside.
    text = place.text if len(place.text) <= 120 else place.text[:119] + "…"
    return f"<q lang={language}>{escaped(text)}</q> "


def _halves(result: FileResult, numbered: list[tuple[int, Finding]]) -> str:
    source = Source(result.path, result.text)
    data = result.text.encode("utf-8", "surrogatepass")
    if is_page(data) or recognise(data, result.path) != "article":
        english, chinese = _of_issue(source, numbered)
    else:
        divide = _divide(source)
        marks = [mark for number, finding in numbered for mark in _marks(source, number, finding)]
        english = _lines(source, 0, divide, marks)
        chinese = _lines(source, divide, len(source.text), marks)
    return f"<div class=halves><section lang=en>{english}</section><section lang=zh-Hans>{chinese}</section></div>\n"


def _of_issue(source: Source, numbered: list[tuple[int, Finding]]) -> tuple[str, str]:
    """Of a page that holds hundreds of articles, the lines that findings point at."""
    sides = ([(n, f._replace(zh=None)) for n, f in numbered], [(n, f._replace(en=None)) for n, f in numbered])
    marks = ([mark for number, finding in side for mark in _marks(source, number, finding)] for side in sides)
    english, chinese = (_lines(source, 0, len(source.text), some, marked_only=True) for some in marks)
    return english, chinese


def _divide(source: Source) -> int:
    """Where the original begins."""
    article = parse(source)
    line = article.original or article.separator
    return line.end if line else len(source.text)


def _marks(source: Source, number: int, finding: Finding) -> list[_Mark]:
    starts = source.line_starts
    return [
        _Mark(
            starts[place.line - 1] + place.column - 1,
            starts[place.end_line - 1] + place.end_column - 1,
            number,
            _look(finding),
        )
        for place in (finding.en, finding.zh)
        if place and not place.path
    ]


def _lines(source: Source, start: int, end: int, marks: list[_Mark], *, marked_only: bool = False) -> str:
    """The lines between two offsets that are not blank, each with its number."""
    starts = source.line_starts
    by_line = _by_line(starts, [mark for mark in marks if mark.start < end and mark.end >= start])
    lines = []
    for number, begin in enumerate(starts, 1):
        stop = starts[number] - 1 if number < len(starts) else len(source.text)
        if start <= begin < end and (words := source.text[begin:stop].rstrip()).strip():
            here = by_line.get(number, [])
            if marked_only and not here:
                continue
            lines.append(f"<p><a>{number}</a>{_marked(words, begin, here)}</p>\n")
    return "".join(lines)


def _by_line(starts: Sequence[int], marks: list[_Mark]) -> dict[int, list[_Mark]]:
    """The marks of each line, by its number."""
    found: dict[int, list[_Mark]] = {}
    for mark in marks:
        first, last = bisect_right(starts, mark.start), bisect_left(starts, mark.end)
        # A mark of several lines is one in each; an empty one stands on its line all the same.
        for number in range(first, max(first, last) + 1):
            found.setdefault(number, []).append(mark)
    return found


def _marked(words: str, begin: int, marks: list[_Mark]) -> str:
    """A line as HTML; where marks overlap, each piece says all of which it is part."""
    opened: dict[int, list[int]] = {}
    closed: dict[int, list[int]] = {}
    for at, mark in enumerate(marks):
        left, right = (min(max(offset - begin, 0), len(words)) for offset in (mark.start, mark.end))
        opened.setdefault(left, []).append(at)
        closed.setdefault(right, []).append(at)
    around: set[int] = set()
    pieces = []
    for left, right in pairwise(sorted({0, len(words), *opened, *closed})):
        # Opened before closed: an empty mark would else never be closed, and mark the rest of the line.
        around.update(opened.get(left, ()))
        around.difference_update(closed.get(left, ()))
        piece = escaped(words[left:right])
        pieces.append(_mark(piece, [marks[at] for at in sorted(around)]) if around else piece)
    return "".join(pieces)


def _mark(piece: str, marks: list[_Mark]) -> str:
    numbers = " ".join(str(mark.number) for mark in marks)
    return f'<mark class={marks[0].look} data-of="{numbers}">{piece}</mark>'
