"""Numeric expressions as rows of the table `quantities`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from duizhao.datapackage.format import cells
from duizhao.source import Source
from duizhao.validator.pairing.model import Link
from duizhao.validator.quantities.model import Approx, DateParts, Kind, Quantity, Relation

_DIGITS = 4  # of an identifier; more where an article has more, the same throughout it, so that they sort


class ParagraphRow(NamedTuple):
    """A paragraph of one half and the row of `paragraphs` it belongs to."""

    start: int
    end: int
    row: str


def quantity_rows(
    article: str, source: Source, links: Sequence[Link], stretches: Sequence[ParagraphRow]
) -> list[tuple[str, ...]]:
    """The rows of an article's numeric expressions, in the order of their identifiers.

    Args:
        article: its identifier.
        source: its file.
        links: every expression, in exactly one link.
        stretches: the paragraphs of both halves, in order.
    """
    names = _names(article, links)
    starts = [stretch.start for stretch in stretches]
    rows = []
    for index, link in enumerate(links):
        for side, quantity in (("en", link.en), ("zh", link.zh)):
            if quantity is not None:
                other = names.get((index, "zh" if side == "en" else "en"), "")
                at = bisect_right(starts, quantity.start) - 1
                # A title or a header lies in no paragraph, and has no row there.
                row = stretches[at].row if at >= 0 and quantity.start < stretches[at].end else ""
                name = names[index, side]
                rows.append((name, article, row, side, *_said(source, quantity), other, verdict(link)))
    rows.sort()
    return rows


def verdict(link: Link) -> str:
    """What the table says of a pair."""
    return link.verdict or ("same" if link.zh and link.en else "unpaired")


def compared(links: Sequence[Link]) -> tuple[int, int]:
    """How many expressions were compared, and how many of them agree."""
    verdicts = [verdict(link) for link in links]
    return len(verdicts) - verdicts.count("unpaired"), verdicts.count("same")


def value_of(quantity: Quantity) -> str:
    """The exact value in words and figures; see the column `value`."""
    if quantity.kind == Kind.UNKNOWN:
        return ""
    if quantity.kind == Kind.DATE and quantity.date is not None:
        return _date(quantity.date)
    low = cells.exact(quantity.low)
    return low if quantity.low == quantity.high else f"{low}..{cells.exact(quantity.high)}"


def _names(article: str, links: Sequence[Link]) -> dict[tuple[int, str], str]:
    names: dict[tuple[int, str], str] = {}
    for side in ("en", "zh"):
        found = [(q.start, index) for index, link in enumerate(links) if (q := getattr(link, side)) is not None]
        width = max(_DIGITS, len(str(len(found))))
        for number, (_, index) in enumerate(sorted(found), 1):
            names[index, side] = f"{article}-{side}{number:0{width}d}"
    return names


def _said(source: Source, quantity: Quantity) -> tuple[str, ...]:
    start, end = source.position(quantity.start), source.end_position(quantity.end)
    offsets = source.origin(quantity.start), source.end_origin(quantity.end)
    # The numbers of a date are no amounts: 1958 is not more than 1949 of something.
    plain = quantity.kind not in (Kind.DATE, Kind.UNKNOWN)
    return (
        *(str(number) for number in (*start, *end, *offsets)),
        cells.text(source.text[quantity.start : quantity.end]),
        _word(quantity.kind),
        value_of(quantity),
        cells.decimal(quantity.low) if plain else "",
        cells.decimal(quantity.high) if plain else "",
        quantity.unit,
        cells.text(quantity.counter),
        "" if quantity.approx == Approx.NONE else _word(quantity.approx),
        "" if quantity.relation == Relation.NONE else _word(quantity.relation),
    )


def _word(member: Kind | Approx | Relation) -> str:
    return member.name.lower().replace("_", "-")


def _date(date: DateParts) -> str:
    """A point in time in the Extended Date/Time Format, and the words that qualify it."""
    words = [date.calendar, _edtf(date)]
    if date.hour is not None:
        words.append(f"T{date.hour:02d}:{date.minute or 0:02d}")
    if date.weekday is not None:
        words.append(f"weekday-{date.weekday}")
    words += [date.relative, date.span]
    return " ".join(word for word in words if word) or "XXXX"


def _edtf(date: DateParts) -> str:
    parts = [
        f"{date.year:04d}" if date.year is not None else "XXXX",
        f"{date.month:02d}" if date.month is not None else "XX",
        f"{date.day:02d}" if date.day is not None else "XX",
    ]
    # What is not known at the end is left away: 1958, not 1958-XX-XX.
    while parts and "X" in parts[-1]:
        parts.pop()
    return "-".join(parts)
