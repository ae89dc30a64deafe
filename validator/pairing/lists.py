"""Counts that stand with a list: the sum of it, and the rest of it that English counts apart."""

from __future__ import annotations

from duizhao.validator.pairing.context import NEAR, Context
from duizhao.validator.pairing.nearby import ZH_CLAUSE, words_before
from duizhao.validator.quantities.model import Quantity


def closes_list(zh_before: str) -> bool:
    """Whether a count sums up a list that stands before it: 甲、乙、丙等五个县.

    Args:
        zh_before: the words before the count; three characters are enough.
    """
    return zh_before.endswith(("等", "等共", "等共计", "等共有", "等共约", "等约", "等计", "等以下", "以下约"))


def is_others(text: str, en: Quantity) -> bool:
    """Whether an English count is one of others: "two other counties", "the other two".

    Args:
        text: of the article.
        en: the count.
    """
    return text[en.end : en.end + 7].lower().lstrip().startswith("other") or text[
        max(0, en.start - 7) : en.start
    ].lower().endswith("other ")


def counts_the_rest(context: Context, zh: Quantity, en: Quantity) -> bool:
    """张三等五人 as "Zhang San and four others": fewer, because the named ones are left out.

    Args:
        context: the words around the pair.
        zh: a count of the original.
        en: its counterpart.
    """
    others = context.en_after.lstrip().startswith("other") or context.en_before.endswith("other ")
    return others and closes_list(context.zh_before) and 0 < en.low < zh.low


def sums_list(text: str, zh: Quantity) -> bool:
    """Whether a small count only sums up the names before it: 富山、石川、福井三县.

    Args:
        text: of the article.
        zh: the count.
    """
    if not 1 < zh.low <= _LIST or zh.low != zh.high:
        return False
    names = words_before(text, zh.start, NEAR, ZH_CLAUSE)
    return names.count("、") == zh.low - 1 and not names.endswith("、")


_LIST = 9
"""The largest count that is taken for a mere sum: those below `weights.SMALL`, which stand everywhere."""
