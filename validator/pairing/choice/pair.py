"""The expressions of two texts that belong together, paired so that readings and counterparts are chosen together.

Every cluster has covers (`quantities.model.Cover`); pairing an expression decides for its cover.  A pair that agrees
costs what its covers cost, what is wrong with it, and how far it stands from where it is expected; the cheapest are
joined first.  What is left over is joined where it differs by a likely slip and stands in the other's place.
"""

from __future__ import annotations

from duizhao.validator.pairing.choice.candidates import candidates
from duizhao.validator.pairing.choice.differing import join_differing, join_hidden
from duizhao.validator.pairing.choice.glosses import judged_glosses, set_aside
from duizhao.validator.pairing.choice.joining import Joining
from duizhao.validator.pairing.choice.left_over import left_over
from duizhao.validator.pairing.choice.prices import Rests
from duizhao.validator.pairing.choice.rates import settled_rate
from duizhao.validator.pairing.choice.texts import PairedText, Texts
from duizhao.validator.pairing.choice.unconverted import doubt_conversions
from duizhao.validator.pairing.model import Link
from duizhao.validator.pairing.said_of.compared import turned
from duizhao.validator.times.resolve import Day


def pair(text: str, zh: PairedText, en: PairedText, issue: Day | None) -> list[Link]:
    """Pair the expressions of two texts that say the same, and judge each pair.

    Args:
        text: of the file.
        zh: the original with its expressions.
        en: the translation with its own.
        issue: its day, where it is known.

    Returns:
        All links, in the order of the original.
    """
    texts = Texts.of(text, zh, en, issue)
    links = _joined(texts) if texts.zh.quantities and texts.en.quantities else []
    links.extend(left_over(texts, tuple(links)))
    # Once all links are there: whether a "per" is told with its amount, another link says.
    links = [settled_rate(texts, links, link) if link.verdict else link for link in links]
    links.sort(key=_place)
    return turned(text, links)


def _joined(texts: Texts) -> list[Link]:
    """The pairs of two texts that both have expressions."""
    told = set_aside(texts)  # before anything is paired: a conversion agrees with the measure of the original as well
    found = doubt_conversions(texts, candidates(texts))
    rests = Rests.of(texts, found)
    found = rests.added(found)
    joining = Joining(texts, rests)
    joining.fix(found)
    joining.join_cheapest(found)
    joining.uncross()
    links = joining.links
    # What differs comes last: any expression that agrees with something is no slip of something else.
    links += join_differing(texts, joining.points)
    links += join_hidden(texts, joining.points)
    links += judged_glosses(texts, told, links)
    return links


def _place(one: Link) -> tuple[int, int]:
    if one.zh is not None:
        return (0, one.zh.start)
    return (1, one.en.start if one.en else 0)
