"""Which numeric expressions of the two languages say the same, and what is wrong where they do not."""

from __future__ import annotations

from typing import NamedTuple

from duizhao.schema.tree import Article
from duizhao.validator.align import Alignment
from duizhao.validator.quantities.model import Quantity


class Link(NamedTuple):
    """A numeric expression of the original and its counterpart; one of them is None where there is none."""

    zh: Quantity | None
    en: Quantity | None
    verdict: str
    """'' where they agree, else the name of what is wrong: 'value', 'scale', 'missing', 'added', 'approx', 'unit', …"""
    detail: str = ""
    """What the difference looks like, in words."""


class Links(NamedTuple):
    """All expressions of an article, each in exactly one link; offsets refer to the text of the file."""

    body: tuple[Link, ...]
    title: tuple[Link, ...]
    """Of the English title and the Chinese headline."""


def link(article: Article, alignment: Alignment, date: tuple[int, int, int] | None) -> Links:
    """Pair the numeric expressions of an article and judge each pair."""
    del article, alignment, date
    return Links((), ())
