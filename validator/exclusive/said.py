"""What a figure is said of, where the English says the opposite: 亏损三百元 as "a profit of 300 yuan"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from duizhao.validator.exclusive.table import Around, ExclusiveWord, table
from duizhao.validator.pairing.model import Link
from duizhao.validator.pairing.nearby import words_before, words_behind
from duizhao.validator.quantities.model import Form, Kind, Quantity

_FIGURES = frozenset((Kind.CARDINAL, Kind.MEASURE, Kind.PERCENT, Kind.FRACTION, Kind.DATE))
_OF_DATES = "dated"
"""Sort of the words that are said of dates as well: what begins on a day does not end on it."""
_ZH_NEAR, _EN_NEAR = 14, 50
"""Characters of the clause on either side of a figure in which the word is looked for that says what it is of."""
_ZH_AROUND, _EN_AROUND = 30, 100
"""Characters on either side in which another word excuses: clauses are turned round, and figures share their verbs."""
_ZH_STOP, _EN_STOP = re.compile("[，。；：！？\n（）]"), re.compile(r"[;:!?\n()]|\.(?=\s|$)")


class Said(NamedTuple):
    """A figure of which the opposite is said, with the words that say so."""

    zh: Quantity
    en: Quantity
    zh_word: str
    en_word: str


def opposites(text: str, links: Iterable[Link]) -> Iterator[Said]:
    """The figures of an article of which the translation says the opposite.

    Args:
        text: of the article, the original in simplified characters.
        links: the pairs of its numeric expressions.
    """
    words = table("said")
    for link in links:
        zh, en = link.zh, link.en
        if zh is None or en is None or not (_is_figure(zh) and _is_figure(en)):
            continue
        clause = _clause(text, zh, _ZH_STOP, _ZH_NEAR)
        # one search for all groups: most clauses have a word of none
        if not words.any_zh.search(clause):
            continue
        for members in words.near(clause):
            if zh.kind is Kind.DATE and members[0].sort != _OF_DATES:
                continue
            if found := _exchanged(text, zh, en, clause, members):
                yield Said(zh, en, *found)
                break


def _is_figure(one: Quantity) -> bool:
    return one.kind in _FIGURES and not one.weak and one.form is not Form.IMPLIED


def _around(text: str, zh: Quantity, en: Quantity) -> Around:
    return Around(
        text[max(0, zh.start - _ZH_AROUND) : zh.end + _ZH_AROUND],
        text[max(0, en.start - _EN_AROUND) : en.end + _EN_AROUND].lower(),
    )


def _exchanged(
    text: str, zh: Quantity, en: Quantity, clause: str, members: tuple[ExclusiveWord, ...]
) -> tuple[str, str] | None:
    """The words of a group that the original says in its clause and the translation in their place."""
    said = [(one, found) for one in members if (found := one.zh().search(clause))]
    if not said:
        return None
    # Only now: most clauses have a character of such a word, and no word.
    around, english = _around(text, zh, en), _clause(text, en, _EN_STOP, _EN_NEAR).lower()
    lost = next((found for one, found in said if not around.says_en(one)), None)
    if lost is None:
        return None
    new = next((found for one in members if (found := one.en().search(english)) and not around.says_zh(one)), None)
    return (lost[0], new[0]) if new else None


def _clause(text: str, one: Quantity, stop: re.Pattern[str], reach: int) -> str:
    """The clause around a figure, as far as it is looked at."""
    return (
        words_before(text, one.start, reach, stop)
        + text[one.start : one.end]
        + words_behind(text, one.end, reach, stop)
    )
