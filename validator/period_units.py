"""Units and currencies as the newspaper of an article calls them, where they stand with a number.

The table of units knows what a unit is; what a currency was called at a time, and what it was not yet, the description
of the newspaper says.  So an accepted name is no other unit, and a rejected one is told, though the figure is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.schema.publication import Term
from duizhao.source import Span
from duizhao.validator.characters.whole_word import whole_word
from duizhao.validator.pairing.model import Link, Links

_BEFORE, _BEHIND = 16, 40  # characters beside a number in which the name of its unit stands
_NUMBER_WORDS = (
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|[mb]illion|dozen|half|quarter|few|several)"
)
"""What the words of a number end in."""


class Halves(NamedTuple):
    """The text of a file, and the same with its original in simplified characters."""

    text: str
    simple: str


class Rejected(NamedTuple):
    """A unit that is called what it was not."""

    unit: Term
    en: Span
    """The name."""
    zh: Span
    """The number with its unit."""


def without_accepted(links: Links, halves: Halves, units: Sequence[Term]) -> Links:
    """Links, of which none says that a unit became another one where the newspaper accepts that name for it.

    Args:
        links: of an article.
        halves: its text.
        units: those that hold on the day of the issue.
    """
    return Links(
        *(
            tuple(
                link._replace(verdict="", detail="")
                if link.verdict == "unit" and any(_accepted(link, halves, unit) for unit in units)
                else link
                for link in some
            )
            for some in links
        )
    )


def rejected(links: Links, halves: Halves, units: Sequence[Term]) -> Iterator[Rejected]:
    """Numbers of the body whose unit is called what it was not, as far as nothing else is wrong with them.

    Args:
        links: of an article.
        halves: its text.
        units: those that hold on the day of the issue.
    """
    for link in links.body:
        for unit in units if not link.verdict else ():
            found = _rejected(link, halves, unit)
            if found is None or link.zh is None:
                continue
            right = _accepted(link, halves, unit)
            # “renminbi yuan” is no yuan; but where “silver yuan” is right, “yuan” in it is not wrong.
            if right is None or not (right.start <= found.start and found.end <= right.end):
                yield Rejected(unit, found, Span(link.zh.start, link.zh.end))
                break


def _rejected(link: Link, halves: Halves, unit: Term) -> Span | None:
    """Where the number of a unit has a name in the translation that is wrong, whatever else stands between them."""
    if link.en is None or not unit.rejected or not _is_of(link, halves, unit):
        return None
    (start, end), names = (link.en.start, link.en.end), _patterns(unit.rejected)
    match = (
        names.anywhere.search(halves.text, start, end)
        or names.behind.match(halves.text, end, end + _BEHIND)
        or names.before.search(halves.text, max(0, start - _BEFORE), start)
    )
    return Span(*match.span(1)) if match else None


def _accepted(link: Link, halves: Halves, unit: Term) -> Span | None:
    """Where it has one that is right, just beside the figure: dollars are none of 300 US dollars."""
    if link.en is None or not unit.accepted or not _is_of(link, halves, unit):
        return None
    (start, end), names = (link.en.start, link.en.end), _patterns(unit.accepted)
    match = names.of_figure.search(halves.text, start, end + _BEHIND)
    if match is None or match.start() >= end:
        match = names.before.search(halves.text, max(0, start - _BEFORE), start)
    return Span(*match.span(1)) if match else None


def _is_of(link: Link, halves: Halves, unit: Term) -> bool:
    return link.zh is not None and _stands_with(Span(link.zh.start, link.zh.end), halves.simple, unit)


def _stands_with(number: Span, simple: str, unit: Term) -> bool:
    """Whether a number of the original is one of that unit: 三百元 of 元, and 湖洋三百元 of 湖洋."""
    start, end = number
    word = whole_word(unit.chinese, unit.apart)
    length = len(word.simple)
    first = max(0, start - length)
    if simple.find(word.simple, first, end + length) < 0:  # of most numbers: no pattern is needed to see it
        return False
    found = word.pattern.finditer(simple, first, end + word.longest)
    return any(match[1] and match.end(1) >= start and match.start(1) <= end for match in found)


class _Patterns(NamedTuple):
    """Any of some names as whole words."""

    anywhere: re.Pattern[str]
    before: re.Pattern[str]
    """At the end of what stands before a number: RMB 300."""
    behind: re.Pattern[str]
    """At the beginning of what stands behind it: 300 yuan in RMB."""
    of_figure: re.Pattern[str]
    """Behind a figure or the last word of a number."""


@lru_cache(maxsize=1024)  # asked for each article; more than the units and terms of one newspaper
def _patterns(names: tuple[str, ...]) -> _Patterns:
    written = "|".join(r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True))
    name = rf"(?<!\w)({written})(?!\w)"
    forms = (name, rf"{name}\s?\Z", rf"[\s-]?(?:in\s)?{name}", rf"(?:[0-9]|{_NUMBER_WORDS})[\s-]{{0,2}}(?:of\s)?{name}")
    return _Patterns(*(regex(form, re.IGNORECASE) for form in forms))
