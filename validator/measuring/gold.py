"""Gold files: discrepancies that careful readers found, and how they are matched with findings.

A gold file is JSON Lines, named `gold.jsonl`, in the folder of the article files it speaks of.  A line has

- `file`: name of the article file;
- `kind`: what sort of discrepancy, one of `KINDS`; `none` says that the file has none;
- `zh`, `en`: the words concerned on each side, long enough to occur once; either may be null;
- `severity`: `error` (a reader is misled) or `minor`;
- `catch`: `value` (comparing values can reveal it), `pattern` (a pattern of language can) or `sense` (only a reader);
- `line`, `zh_line`: in place of the words, the lines concerned;
- `note` and other keys are for people.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from io import TextIOWrapper
from typing import NamedTuple

from duizhao.errors import ConfigError, UnreadableError
from duizhao.regular import open_regular
from duizhao.source import Source, Span
from duizhao.validator.finding import Finding, Place

_LARGEST = 64 << 20  # bytes; a line takes some two hundred
KINDS = {
    "number": "N",
    "multiple": "N",
    "fraction-percent": "N",
    "ordinal": "N",
    "date": "D",
    "header": "H",
    "residue": "P",
    "foreign-script": "P",
    "omission": "P",
    "addition": "P",
    "repetition": "P",
    "commentary": "P",
    "ocr": "P",
    "name": "T",
    "none": "",
}
"""Kinds by their first word, with the family of rules that should find them; `number-value` is a kind of `number`."""
_STAND_IN = {"N": "ND", "D": "ND"}
"""A date taken for a number, or a number for a date, is found all the same."""
_BESIDES = {"ocr": "N141", "number-unit": "T101"}
"""Rules of another family that tell a kind: a figure filled in where the original is illegible, and a unit or a
currency in words that the newspaper or the glossary rules out."""

LONGEST_MARK = 80
"""Characters; a finding that marks more points at nothing."""


class Gold(NamedTuple):
    """A line of a gold file."""

    file: str
    kind: str
    zh: str
    en: str
    severity: str
    catch: str
    line: int
    zh_line: int

    @property
    def family(self) -> str:
        """The family of rules that should find it; numbers and dates stand in for each other."""
        word = self.kind if self.kind in KINDS else self.kind.split("-")[0]
        return KINDS.get(word, "N")

    @property
    def is_quantity(self) -> bool:
        """Whether rules of the families N and D should find it."""
        return self.family in _STAND_IN

    def is_for(self, rule: str) -> bool:
        """Whether a finding of a rule may be this."""
        return rule[0] in _STAND_IN.get(self.family, self.family) or rule == _BESIDES.get(self.kind)

    @property
    def words(self) -> str:
        """The words concerned, for a list."""
        return " | ".join(part for part in (self.zh, self.en) if part) or f"line {self.line}"


def read_gold(path: str) -> list[Gold]:
    """Read a gold file.

    Raises:
        UnreadableError: it cannot be opened.
        ConfigError: a line is not of the form that this module's docstring tells.
    """
    try:
        with TextIOWrapper(open_regular(path, _LARGEST), encoding="utf-8") as file:
            return [_gold(path, number, line) for number, line in enumerate(file, 1) if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(f"cannot read the gold file: {error}", path=path) from None


def _gold(path: str, number: int, line: str) -> Gold:
    try:
        row = json.loads(line)
        return Gold(
            _file(row["file"]),
            _text("kind", row["kind"]),
            _snippet(row.get("zh") or row.get("zh_text")),
            _snippet(row.get("en") or row.get("injected")),
            _text("severity", row.get("severity") or "error"),
            _text("catch", row.get("catch") or "value"),
            int(row.get("line") or 0),
            int(row.get("zh_line") or 0),
        )
    # no ValueError: json gives up at the depth of the stack
    except RecursionError:
        raise ConfigError("not a gold line: nested too deeply", path=path, line=number) from None
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ConfigError(f"not a gold line ({error!r}); it needs `file` and `kind`", path=path, line=number) from None


def _file(value: object) -> str:
    name = _text("file", value)
    # here, where the line is known: of an open file the system says only that it cannot
    if "\0" in name:
        raise ValueError("a NUL character, which no path has")
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        raise ValueError("half of a surrogate pair, which no path has") from None
    # a gold file may come from anybody, and "/" would have the whole machine read
    parts = name.replace("\\", "/").split("/")
    if not name or os.path.isabs(name) or ":" in parts[0] or {"", ".", ".."} & set(parts):
        raise ValueError("a path that does not lie in the folder of the gold file")
    return name


def _text(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{key} is no text")
    return value


def _snippet(value: object) -> str:
    if isinstance(value, dict):
        return str(value.get("text") or "")
    return str(value or "")


class Matcher:
    """Whether findings of one article are what its gold lines speak of."""

    def __init__(self, source: Source) -> None:
        self.text = source.text
        self.starts = source.line_starts
        half = re.search(r"^(?:<hr ?/?>|Original:)", source.text, re.MULTILINE)
        self.half = half.start() if half else len(source.text)

    def matches(self, finding: Finding, gold: Gold) -> bool:
        """Whether a finding touches the words, or where it gives none, the lines of a gold line."""
        if gold.line:
            return _touches(finding.en, gold.line) or _touches(finding.zh, gold.zh_line)
        return any(
            place is not None and words and self._overlaps(place, words, side)
            for side, place, words in (("zh", finding.zh, gold.zh), ("en", finding.en, gold.en))
        )

    def _overlaps(self, place: Place, words: str, side: str) -> bool:
        start = self.starts[place.line - 1] + place.column - 1
        end = self.starts[place.end_line - 1] + place.end_column - 1
        if end - start > LONGEST_MARK:
            return False
        return any(start < spot.end and spot.start < end for spot in self._spots(words, side))

    def _spots(self, words: str, side: str) -> Iterator[Span]:
        pattern = r"\s*".join(re.escape(part) for part in words.split())
        spots = [Span(*match.span()) for match in re.finditer(pattern, self.text)]
        own = [spot for spot in spots if (spot.start >= self.half) == (side == "zh")]
        # where the line between the halves is missing, nothing stands on the Chinese side
        yield from own or spots


def _touches(place: Place | None, line: int) -> bool:
    return place is not None and bool(line) and place.line <= line <= place.end_line
