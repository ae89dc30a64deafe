"""Bounds that a "not" turns round, and those that became their opposite."""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.validator.pairing.context import NEAR, Context
from duizhao.validator.pairing.model import PROBABLE, Judgement
from duizhao.validator.quantities.lexicon.simplify import simplify
from duizhao.validator.quantities.model import Approx, Quantity

_NEGATED = regex(
    r"(?:\bnot\b(?! only)|n[’']t\b|\bnever\b|\bno case\b|\bcannot\b|\bnor\b|\bnobody\b|\bno one\b|\bnone\b|"
    r"\bno [a-z-]+ (?:is|are|was|were|may|can|shall|will|should)\b)"
    r"(?: (?!until\b)[a-z-]+){0,4} $"
)
OPPOSITE = {
    Approx.OVER: Approx.AT_MOST,
    Approx.AT_LEAST: Approx.UNDER,
    Approx.UNDER: Approx.AT_LEAST,
    Approx.AT_MOST: Approx.OVER,
}
"""What a "not" makes of a bound."""
# Only a comparison can be denied: "not more than" is a bound, "not at most" is none.
_COMPARES = regex("than|exceed|over|above|under|below|beyond", re.IGNORECASE)
_ZH_NEGATED = regex("[不未没沒无無非][^，。；：]{0,8}$")


_NOT_PAST = regex("(?:不[要得能可许准应宜]|勿|别|莫|禁止|严禁)[^，。；：不没]{0,3}过$")


def kept_within(text: str, zh: Quantity) -> Quantity:
    """An expression of the original as its verb means it: 不要装过三分之二 is two-thirds at most.

    Args:
        text: of the article.
        zh: an expression of the original.
    """
    return zh._replace(approx=Approx.AT_MOST) if _not_past(text, zh) else zh


def _not_past(text: str, zh: Quantity) -> bool:
    return (
        text[zh.start - 1] in "过過"
        and zh.approx is Approx.NONE
        and _NOT_PAST.search(simplify(text[max(0, zh.start - 8) : zh.start])) is not None
    )


def negated(text: str, zh: Quantity, en: Quantity) -> Quantity:
    """An English expression as its clause means it: "may not weigh more than 15 kg" is 15 kg at most.

    Where the original negates its verb as well (没有登过五千米以上的山) both say the same as they stand.

    Args:
        text: of the article.
        zh: an expression of the original.
        en: its counterpart.
    """
    if (
        en.approx not in OPPOSITE
        or not _COMPARES.search(text, en.start, en.end)
        or not _NEGATED.search(text[max(0, en.start - NEAR) : en.start].lower())
        or text.endswith(_ALL_THE_TIME, 0, en.start)
        or (_ZH_NEGATED.search(text[max(0, zh.start - 12) : zh.start]) and not _not_past(text, zh))
    ):
        return en
    return en._replace(approx=OPPOSITE[en.approx])


_ALL_THE_TIME = (" in ", " for ")
"""Before a time in which something never was: never in more than seventy years."""
_MOST = "(?!时|的|者|年|月|天|日|一)"
"""What does not follow 最多 and 最少 where they are bounds: 灌地最少时 is when the least was watered."""
_BOUND = regex(
    f"(?:(至多|最多{_MOST}|顶多|不(?:得|能|许|准|应)?超过|不(?:得|能|许|准|应)?多于)|"
    f"(至少|最少{_MOST}|起码|不(?:得|能|许|准|应)?少于))[^，。；：、·]{{0,5}}$"
)
_EN_NO = regex(r"\b(?:no|not|never|nor|neither|cannot|without|nobody|none|no one|few|hardly|rarely|seldom)\b|n[’']t\b")


def bound_crossed(context: Context, text: str, en: Quantity) -> Judgement | None:
    """至多留粮六十斤 ("at most 60 jin") as "at least 60 jin", where a verb stands between the bound and its figure.

    Args:
        context: the words around the pair, other numbers blanked out.
        text: of the article.
        en: the expression of the translation.
    """
    said = en.approx in (Approx.OVER, Approx.AT_LEAST), en.approx in (Approx.UNDER, Approx.AT_MOST)
    found = _BOUND.search(simplify(context.zh_before)) if any(said) else None
    if (
        found is None
        or (found[1] is not None) == said[1]
        # With a "no" about, the bound that English means cannot be told from its words.
        or _EN_NO.search(text[max(0, en.start - 100) : en.start].lower())
    ):
        return None
    bounds = ("at most", "at least") if found[1] else ("at least", "at most")
    return Judgement("approx-reversed", f"the original says {bounds[0]}, the English {bounds[1]}", PROBABLE)
