"""A date in figures with strokes between them: 1958-10-01, 8/12/1956, 2008/09."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.quantities.grammar.build import span
from duizhao.validator.quantities.grammar.dates.fields import dated
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.model import DateParts


def iso(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """1958-10-01."""
    word = tokens["clock"].word
    for index, way in enumerate(word.split("|") if "-" in word else ()):  # 8/12/1956: of August or of December
        year, month, *day = map(int, way.split("-"))
        start, end = span(tokens)
        yield 0.1 * index, (dated(start, end, DateParts(year, month, day[0] if day else None)),)
        if not day and (year + 1) % 100 == month:  # 2008/09, a season
            yield 0.05, (dated(start, start + 4, DateParts(year)), dated(start + 5, end, DateParts(year + 1)))


ROWS: tuple[Row, ...] = (Row("iso", "clock:CLOCK", iso, 0.0),)
