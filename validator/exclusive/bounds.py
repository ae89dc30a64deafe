"""Named days and events that became the other end of a time: 白露以前 as "after White Dew", 麦收前 as "during" it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from duizhao.validator.case import Case
from duizhao.validator.exclusive.find import BeadTexts, Exchanged, beads
from duizhao.validator.exclusive.table import rows
from duizhao.validator.lazy import lazy

_NAMED = frozenset(("terms", "festival"))
"""The groups of `times.tsv` that name days; `events.tsv` has what else is known by its time of the year."""
_ZH_BOUNDS = (
    "(?P<around>前[后後])|(?P<before>(?:以|之)?前(?![后後期方])|前夕)|"
    "(?P<after>(?:以|之)?[后後](?![方来來期]))|(?P<at>期[间間]|时节|時節)"
)
_EN_BOUNDS = (
    r"(?P<around>before and after|before or after|around|about|near)|"
    r"(?P<before>before|prior to|ahead of|in advance of|eve of)|(?P<to>by|until|till|up to)|"
    r"(?P<after>after|following|since|from)|(?P<at>during|throughout)"
)
_AGAINST: dict[str, frozenset[str]] = {
    "before": frozenset(("after", "at")),
    "after": frozenset(("before", "to", "at")),
    "around": frozenset(("before", "after")),
    "at": frozenset(("before", "after")),
}
"""What is no free rendering of each. Days near an event are "during" it in a free one, and 到中秋前后 is "by" it."""
_NEGATED = re.compile(r"(?:\bnot?\b|n['’]t\b|\bnever\b)[^.;]{0,60}$")
"""What lets "until" and "before" say either: nothing was sown until White Dew."""
_NOT_YET = frozenset(("before", "to"))
_REACH = 70
"""Characters before such a word in which a negation is looked for."""


class _Named(NamedTuple):
    """A day or an event, with its bounds in both languages."""

    names: tuple[str, ...]
    """In the original, the longest first."""
    zh: Callable[[], re.Pattern[str]]
    """One of them, and the bound behind it, if there is one."""
    en: Callable[[], re.Pattern[str]]
    words: frozenset[str]
    """Its English names: a harvest is one of several."""


def turned(case: Case) -> Iterator[Exchanged]:
    """The named days and events before, after or in which something happens, while the translation says otherwise.

    Args:
        case: the article.
    """
    chinese = case.article.chinese
    # one search for all, since most articles name none of them
    if not _any_zh().search(case.plain, chinese.start, chinese.end):
        return
    for bead in beads(case):
        here = [one for one in _days() if _stands_in(bead.zh, one.names)] if bead.zh and bead.en else []
        for one in here:
            if any(other is not one and other.words & one.words for other in here):
                continue  # 麦收前, 秋收后: "the harvest" may be either
            if found := _turned_in(bead, one):
                yield found


def _stands_in(text: str, names: tuple[str, ...]) -> bool:
    return any(name in text for name in names)


def _turned_in(bead: BeadTexts, one: _Named) -> Exchanged | None:
    """The bound of a name that a translation turns, where each language says one of it and the two are no pair."""
    ours = list(one.zh().finditer(bead.zh))
    bounds = {found.lastgroup for found in ours}
    said = list(one.en().finditer(bead.en))
    if len(bounds) != 1 or not said:
        return None  # 谷雨前五天到谷雨后七天; or the name alone stands there too, which "during" may be said of
    against = _AGAINST.get(bounds.pop() or "", frozenset[str]())
    if not all(found.lastgroup in against and not _not_yet(found, bead.en) for found in said):
        return None
    return bead.exchanged("bound", ours[0], said[0])


def _not_yet(found: re.Match[str], text: str) -> bool:
    return (
        found.lastgroup in _NOT_YET and _NEGATED.search(text, max(0, found.start() - _REACH), found.start()) is not None
    )


@lru_cache(maxsize=1)
def _days() -> tuple[_Named, ...]:
    """Of each named day and event, how either language says before, after or in it."""
    found = []
    for row in _rows():
        names = sorted(row["zh"].split(), key=len, reverse=True)
        words = sorted(row["en"].split(), key=len, reverse=True)
        said = "|".join("[ -]".join(map(re.escape, word.split("_"))) for word in words)
        found.append(
            _Named(
                tuple(names),
                lazy(f"(?:{'|'.join(names)})(?:{_ZH_BOUNDS})?"),
                lazy(rf"\b(?:{_EN_BOUNDS}) (?:the |this year's |last year's )?(?:{said})\b"),
                frozenset(words),
            )
        )
    return tuple(found)


@lru_cache(maxsize=1)
def _any_zh() -> re.Pattern[str]:
    return re.compile("|".join(word for row in _rows() for word in row["zh"].split()))


def _rows() -> list[dict[str, str]]:
    return [*(row for row in rows("times") if row["group"] in _NAMED), *rows("events")]
