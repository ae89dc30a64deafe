"""Which expressions of the two languages stand for one another."""

from __future__ import annotations

from typing import NamedTuple

from duizhao.validator.characters.plain import as_written
from duizhao.validator.quantities.model import Quantity

DOUBTFUL, PROBABLE, SURE = 0, 1, 2
"""How certain a verdict is: an info, a warning, or as severe as its rule."""


class Judgement(NamedTuple):
    """What a pair deserves: '' where all is well."""

    verdict: str = ""
    detail: str = ""
    certainty: int = DOUBTFUL


FINE = Judgement()
WHICH_ONE = Judgement("ordinal", "the original says which one, the English how many", PROBABLE)
"""第三分社 as "three branches", 第八年 as "eight years", 一九四六年 as "1946 years"."""
IS_NAME = "the figure is a name, and has no unit in the original"
"""五九七点九高地 as "the 597.9-foot high ground"."""


class Link(NamedTuple):
    """A numeric expression of the original and its counterpart; one of them is None where there is none."""

    zh: Quantity | None
    en: Quantity | None
    verdict: str = ""
    """'' where they agree, else what is wrong: 'value', 'scale', 'missing', 'added', 'unit', 'date', …"""
    detail: str = ""
    """What the difference looks like, in words."""
    certainty: int = DOUBTFUL
    reading: str = ""
    """Why this reading was taken, where it is not the cheapest of its text."""


class Links(NamedTuple):
    """All expressions of an article, each in exactly one link; offsets refer to the text of the file."""

    body: tuple[Link, ...]
    title: tuple[Link, ...]
    """Of the English title and the Chinese headline."""

    def as_written(self, text: str, simple: str) -> Links:
        """The same, whose words of the original are those of the text itself.

        Args:
            text: as it is written.
            simple: the same with the original in simplified characters, in which it was read.
        """
        return Links(*(tuple(_as_written(link, text, simple) for link in links) for links in self))


def _as_written(link: Link, text: str, simple: str) -> Link:
    zh = link.zh
    if zh is None or not zh.counter:
        return link
    return link._replace(zh=zh._replace(counter=as_written(zh.counter, text, simple, zh.start)))
