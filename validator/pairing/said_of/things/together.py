"""Places of several ranks that are counted together: 九十个县、市 as "ninety counties"."""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.validator.pairing.model import PROBABLE, Judgement
from duizhao.validator.pairing.nearby import words_behind
from duizhao.validator.pairing.said_of.things.table import thing_table
from duizhao.validator.quantities.lexicon.simplify import simplify
from duizhao.validator.quantities.model import Kind, Quantity

_RANK = "省|自治区|直辖市|市|专区|地区|自治州|州|盟|自治县|县|旗|区|乡|镇|村"
_TOGETHER = regex(rf"个?((?:{_RANK})(?:[、和及与](?:{_RANK}))+)(?![长级委])")
_PARTS = regex("[、和及与]")
_END = regex("[.;:!?()]|\\n\\s*\\n")
_FAR = 60
"""Characters behind the English figure in which the ranks are told."""


def together(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge whether English tells one rank of several that a figure counts together.

    Args:
        text: of the article.
        zh: a count of the original.
        en: its counterpart.
    """
    if zh.kind is not Kind.CARDINAL or text[zh.end : zh.end + 1] not in _LINKS:
        return None
    counted = _TOGETHER.match(simplify(f"{zh.counter}{text[zh.end : zh.end + 16]}"))
    if counted is None:
        return None
    said = words_behind(text, en.end, _FAR, _END).lower()
    ranks = [(rank, _english(rank)) for rank in _PARTS.split(counted[1])]
    lost = [rank for rank, english in ranks if english is not None and not english.search(said)]
    if not lost or len(lost) == len(ranks):
        return None  # of a rank that has another name in English nothing is known
    return Judgement("counted", f"the original counts {lost[0]} as well", PROBABLE)


def _english(rank: str) -> re.Pattern[str] | None:
    return next((thing.en for thing in thing_table().things.get(rank, ()) if thing.group == "rule"), None)


_LINKS = frozenset("、和及与與省自直市专專地州盟县縣旗区區乡鄉镇鎮村")
"""What may stand behind the figure: its classifier is read with it, or the first rank is."""
