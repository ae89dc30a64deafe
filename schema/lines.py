"""The lines of an article file, and the labels that they may begin with."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.schema.tree import LABELS, Field, HeaderLine

_LINE = regex(r"[^\n]+")
_HEADER = regex(r"[ \t\u3000]*([A-Za-z]{3,9})[ \t]*[:：]")
_LABEL_BY_LOWER = {label.lower(): label for label in LABELS}


class Line(NamedTuple):
    """A non-blank line, with the span of its text between the blanks."""

    text: str
    line_start: int
    start: int
    end: int

    def field(self) -> Field:
        return Field(self.text, self.start, self.end)


def rest_of(line: Line, at: int) -> Line:
    """What stands on a line from an offset on, without blanks before it."""
    text = line.text[at:].lstrip()
    return Line(text, line.line_start, line.end - len(text), line.end)


def split_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank."""
    lines = []
    for match in _LINE.finditer(text):
        line = match[0]
        stripped = line.strip()
        if stripped:
            start = match.start() + len(line) - len(line.lstrip())
            lines.append(Line(stripped, match.start(), start, start + len(stripped)))
    return lines


def first_line(lines: list[Line], fits: Callable[[Line], bool]) -> int | None:
    """The index of the first line that fits, None where none does."""
    for index, line in enumerate(lines):
        if fits(line):
            return index
    return None


def label_of(
    line: Line, seen: set[str] | frozenset[str] = frozenset(), own: tuple[tuple[str, str], ...] = ()
) -> tuple[str, int] | None:
    """The label a line begins with and the offset after its colon; one slip of the pen is forgiven once a label.

    Args:
        line: of the header.
        seen: the labels of the lines above it.
        own: what a newspaper calls header lines itself, each with the label that is meant.
    """
    for label, meant in own:
        after = line.text[len(label) :].lstrip(" \t")
        if after[:1] in (":", "：") and line.text[: len(label)].lower() == label.lower():
            return meant, len(line.text) - len(after) + 1
    match = _HEADER.match(line.text)
    if not match:
        return None
    word = match[1].lower()
    if word in _LABEL_BY_LOWER:
        return _LABEL_BY_LOWER[word], match.end()
    for lower, label in _LABEL_BY_LOWER.items():
        if label not in seen and abs(len(lower) - len(word)) <= 1 and _one_slip(lower, word):
            return label, match.end()
    return None


def _one_slip(meant: str, written: str) -> bool:
    """Damerau–Levenshtein distance 1: a letter changed, dropped, added, or two swapped."""
    if len(meant) == len(written):
        wrong = [i for i in range(len(meant)) if meant[i] != written[i]]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1
        return len(wrong) == 1 or (
            swapped and meant[wrong[0]] == written[wrong[1]] and meant[wrong[1]] == written[wrong[0]]
        )
    longer, shorter = (meant, written) if len(meant) > len(written) else (written, meant)
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def header_line(line: Line, name: str, colon_end: int) -> HeaderLine:
    """A header line whose label ends at an offset."""
    rest = line.text[colon_end:]
    value = rest.strip()
    start = line.end - len(rest.lstrip())
    label = line.text[:colon_end].rstrip(":：").rstrip()
    return HeaderLine(name, label, line.start, line.start + colon_end, Field(value, start, line.end))
