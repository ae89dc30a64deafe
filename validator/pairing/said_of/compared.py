"""Two times that are compared, and were exchanged: 五月比四月少百分之十八 as "April was 18 percent lower than May"."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.regex import regex
from duizhao.validator.pairing.model import FINE, PROBABLE, Judgement, Link
from duizhao.validator.quantities.lexicon.simplify import simplify
from duizhao.validator.quantities.model import Kind, Quantity

_COMPARED = regex("[^，。；：比较]{0,12}[比较][^，。；：]{0,4}")
"""What stands between the time that is told of and the one that it is compared with."""
_CHANGED = regex(
    "[^，。；：、]{0,10}?(?:(多|增加|增长|增产|增|高|上升|提高|大|快|重|长|好)|(少|减少|减产|减|低|下降|降低|小|慢|轻|短))"
)
_THAN = regex(r"\b(?:than|over|above|against|below|compared (?:with|to))\b")
_MORE = regex(r"\b(?:more|higher|greater|larger|up|increas\w*|ris\w+|rose|grew|grow\w*|exceed\w*|above|over|better)\b")
_LESS = regex(r"\b(?:less|fewer|lower|smaller|down|decreas\w*|declin\w*|f[ae]ll\w*|drop\w*|below|reduc\w*)\b")
_SAID_OF = frozenset(("", "percent"))
"""What may have been said of the figure by itself: that a rise and a fall are exchanged, which goes with the times."""
_FIGURE = 16
"""Characters behind the second time in which the figure follows by which both differ."""


def turned(text: str, links: Sequence[Link]) -> list[Link]:
    """The links, with what is wrong where a figure says by how much two times differ that changed places.

    Args:
        text: of the article.
        links: all pairs of its paragraphs, in the order of the original.
    """
    found = list(links)
    both = [
        (index, link.zh, link.en) for index, link in enumerate(links) if link.zh is not None and link.en is not None
    ]
    for one, other, (index, figure, _) in zip(both, both[1:], both[2:], strict=False):
        if one[1].kind is other[1].kind is Kind.DATE and _behind(other[1], figure):
            judgement = _exchanged(text, one[1:], other[1:])
            if judgement is not None and links[index].verdict in _SAID_OF:
                found[index] = Link(links[index].zh, links[index].en, *judgement)
    return found


def _behind(zh: Quantity, figure: Quantity) -> bool:
    return figure.kind is not Kind.DATE and 0 <= figure.start - zh.end <= _FIGURE


def _exchanged(text: str, one: tuple[Quantity, Quantity], other: tuple[Quantity, Quantity]) -> Judgement | None:
    """Judge two times of which the first is compared with the second."""
    between = simplify(text[one[0].end : other[0].start])
    after = simplify(text[other[0].end : other[0].end + _FIGURE])
    change = _CHANGED.match(after)
    if change is None or not _COMPARED.fullmatch(between) or other[1].end > one[1].start:
        return None
    said = text[other[1].end : one[1].start].lower()
    if "\n" in said or ". " in said or not _THAN.search(said):
        return None
    same = _MORE if change[1] else _LESS
    contrary = _LESS if change[1] else _MORE
    said = _THAN.sub("", said)
    if contrary.search(said) and not same.search(said):
        return FINE  # 1954 was more than 1953, and 1953 less than 1954
    if not same.search(said) or contrary.search(said):
        return None
    return Judgement("comparison", "the English compares the two times the other way round", PROBABLE)
