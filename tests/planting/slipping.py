"""Every way to make a slip of a kind in an article of our own."""

from __future__ import annotations

from duizhao.schema.parse import parse
from duizhao.schema.tree import Article
from duizhao.source import Source
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.planting.differ import differs
from duizhao.validator.planting.place import places
from duizhao.validator.planting.slips import KINDS


def article(path: str = "own.md", **keys: str) -> Article:
    """An article whose keys are those of a rule's examples."""
    return parse(Source.decode(path, article_bytes(keys)))


def ways(kind: str, **keys: str) -> list[str]:
    """The English (title or body) with each slip that can be made, in the order of the places."""
    own = article(**keys)
    found = []
    for spot in places(Case(own, Settings())):
        for edit in KINDS[kind](spot):
            if differs(spot, edit, 1958):
                start, end = spot.region
                altered = own.source.text[start : edit.start] + edit.after + own.source.text[edit.end : end]
                found.append(altered)
    return found
