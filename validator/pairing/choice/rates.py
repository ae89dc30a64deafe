"""A "per" of another unit, 每斤 as "per kilogram", once all pairs are known."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.choice.texts import Texts
from duizhao.validator.pairing.model import DOUBTFUL, PROBABLE, Link
from duizhao.validator.pairing.values.sorts import RATES, same_rate


def settled_rate(texts: Texts, links: Sequence[Link], link: Link) -> Link:
    """A "per" of another unit is nothing where either text has the other's unit as well.

    Args:
        texts: the two texts.
        links: all pairs.
        link: one of them, of which something is wrong.
    """
    zh, en = link.zh, link.en
    if zh is None or en is None or not same_rate(zh, en):
        return link
    # Then the two belong to other pairs: 每斤 and 每公斤 of one sentence were paired crosswise.
    crossed = any(one.unit == en.unit and one.name in RATES for one in texts.zh.quantities)
    crossed = crossed or any(one.unit == zh.unit and one.name in RATES for one in texts.en.quantities)
    if crossed:
        return Link(zh, en)
    told = any(
        one is not link and one.verdict == "unit" and one.en and abs(one.en.start - en.start) < w.RATE_BESIDE
        for one in links
    )  # three shi per mu: said with the amount
    return link._replace(certainty=DOUBTFUL if told else min(link.certainty, PROBABLE))
