"""Two numbers that were given to one another's things: 男子十五项，女子八项 as "fifteen for women and eight for men".

Values that are all there pair well, whatever they are said of.  Here the words are compared that say what two
neighbouring numbers are of.  A translator may turn clauses round, so order proves nothing: each label must belong to
one number in the original, beyond doubt, and to the other one in the translation.

May import the model of pairing, characters and quantities; nothing of how pairs are chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from duizhao.validator.pairing.exchanged.neighbours import NumberPair, near_pairs
from duizhao.validator.pairing.model import Link


class Exchange(NamedTuple):
    """Two numbers that changed places, the first one of the original first."""

    pairs: tuple[NumberPair, NumberPair]
    zh: tuple[str, str]
    """What the original says of either, for a sentence: 'for 男子'."""
    en: tuple[str, str]
    """What the translation says of either: 'women'."""


def exchanges(text: str, links: Sequence[Link]) -> Iterator[Exchange]:
    """Find pairs of neighbouring numbers that changed places.

    Args:
        text: the text of the file.
        links: which expressions say the same.
    """
    # Most articles have no two numbers so near one another, and need none of the tables.
    look: _Look | None = None
    done = -1
    for one, other in near_pairs(text, links):
        # What belongs to an exchange that was found is not told as one of two others.
        if one.zh.start <= done:
            continue
        look = look or _Look(text, links)
        if found := look(one, other):
            yield found
            done = other.zh.start


class _Look:
    """What is needed to compare numbers; made and imported for articles that have neighbours."""

    def __init__(self, text: str, links: Sequence[Link]) -> None:
        from duizhao.validator.pairing.exchanged.compare import crossed  # noqa: PLC0415  few articles need it
        from duizhao.validator.pairing.exchanged.forms import form  # noqa: PLC0415
        from duizhao.validator.pairing.exchanged.passage import Passages  # noqa: PLC0415

        self._text = text
        self._passages = Passages(text, links)
        self._form = form
        self._crossed = crossed

    def __call__(self, one: NumberPair, other: NumberPair) -> Exchange | None:
        # First what the construction alone says: it needs no label.
        if said := self._form(self._text, one, other):
            return Exchange((one, other), said, said[::-1])
        sides = self._passages.of(one, other)
        found = self._crossed(*sides) if sides else None
        if found is None:
            return None
        return Exchange((one, other), (f"for {found.zh[0]}", f"for {found.zh[1]}"), found.en)
