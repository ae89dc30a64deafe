"""Two years counted from the beginning of an era that is named once: 民国二十年至二十五年, 188–141 B.C., Kangxi 3 to 10."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.quantities.grammar.build import span
from duizhao.validator.quantities.grammar.dates.fields import BY_NUMBER, REIGN, dated, numbered_year, year_of
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.model import DateParts

_BEFORE_OUR_ERA, _OTHERWISE_COUNTED = "bc", frozenset(("era", "roc"))


def years(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Both years, where they follow one another: before our era the figures fall."""
    start, end = span(tokens)
    first, second = year_of(text, tokens), year_of(text, {**tokens, "year": tokens["year2"]})
    if first is None or second is None:
        return
    falling = first[1] == _BEFORE_OUR_ERA
    if (first[0] > second[0]) is not falling or first[0] == second[0]:
        return
    places = (start, tokens["yu" if "yu" in tokens else "year"].end), (tokens["year2"].start, end)
    dates = [
        dated(*place, DateParts(year[0], calendar=year[1])) for place, year in zip(places, (first, second), strict=True)
    ]
    yield 0.0, tuple(dates)
    if first[1] in _OTHERWISE_COUNTED and text.language == "zh":
        numbers = [numbered_year(*places[0], tokens["year"]), numbered_year(*places[1], tokens["year2"])]
        # As of a year of a reign by itself, the English may give the number, of one as well as of both.
        yield BY_NUMBER, tuple(numbers)
        yield BY_NUMBER, (numbers[0], dates[1])
        yield BY_NUMBER, (dates[0], numbers[1])


ROWS: tuple[Row, ...] = (
    # 乾隆二年到八年: the reign is said of both, and the second is no length of time.
    Row("years", "era:ERA|REIGN year:INT|YEAR2 yu:YEARU? to:TO|AND year2:INT|YEAR2 yu2:YEARU", years, -0.25, "zh"),
    Row("years", "era:ERA|REIGN year:INT|YEAR2 to:AND year2:INT|YEAR2 two:NUM yu2:YEARU", years, -0.3, "zh"),
    Row("years", "bc:BC year:INT yu:YEARU? to:TO|AND year2:INT yu2:YEARU", years, -0.25, "zh"),
    Row("years", "year:INT to:TO|AND year2:INT bc:BC", years, -0.25, "en"),
    Row("years", "year:INT to:TO|AND year2:INT era:ERA", years, -0.25, "en"),
    Row("years", "era:ERA|REIGN year:INT to:TO|AND year2:INT", years, -0.25, "en"),
    Row("years", "year:ORD to:TO|AND the:THE? year2:ORD yu2:UNIT era:ERA", years, -0.25, "en"),
    # Cheaper than two ordinals with a reign behind the second, which these words are as well.
    Row("years", f"year:ORD to:TO|AND the:THE? year2:ORD yu2:UNIT {REIGN}", years, -0.25, "en"),
)
