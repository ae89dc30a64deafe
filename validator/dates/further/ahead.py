"""Whether the sentence of a date speaks of what is to come, which its day without a month may then be of."""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.validator.pairing.nearby import words_before, words_behind

_SENTENCE_ZH, _SENTENCE_EN = regex("[。；！？\n]"), regex(r"[.;!?](?=\s|$)|\n")
_REACH_ZH, _REACH_EN = 60, 200
"""Characters of a sentence on either side of its date that are looked at."""
_AHEAD_ZH = regex(
    "(?<![上中少大准名干战])将(?![军士领官校帅])|[定拟即限届][于期在]|决定|预[定计期]|计划|准备|打算|规定|通[知告]|公告|启事|报名|截止|"
    "以前|之前|[日号]前|[日号晨晚时午]起|明[日天晨晚]|后天|下[周月]|不日|今后|本月|今明|为期|时间|地点|放映|上演|演出"
)
"""What is planned, announced or has a term; 本月 says of which month the day is."""
_AHEAD_EN = regex(
    r"\b(?:will|shall|would|'ll|must|should|may|going to|(?:is|are|was|were|be) to|to be|scheduled|plan(?:s|ned|ning)?|"
    r"set for|slated|due (?:on|to (?:be|begin|open|start|arrive|end|close))|expect(?:s|ed)?|intend(?:s|ed)?|"
    r"decided?|decides|"
    r"upcoming|forthcoming|coming|tomorrow|next|deadline|"
    r"onwards?|from now|this month|registration|notice|announcement)\b"
)
"""The same in English; "by" alone may be said of what has happened."""


def speaks_of_what_is_to_come(text: str, zh: tuple[int, int], en: tuple[int, int]) -> bool:
    """Whether the sentence of a date tells in either language what is still to happen, or of which month it is.

    Args:
        text: of the article.
        zh: where the date of the original stands.
        en: where its counterpart stands.
    """
    return (
        _AHEAD_ZH.search(_sentence(text, zh, _REACH_ZH, _SENTENCE_ZH)) is not None
        or _AHEAD_EN.search(_sentence(text, en, _REACH_EN, _SENTENCE_EN).lower().replace("’", "'")) is not None
    )


def _sentence(text: str, at: tuple[int, int], reach: int, stop: re.Pattern[str]) -> str:
    before, behind = words_before(text, at[0], reach, stop), words_behind(text, at[1], reach, stop)
    return f"{before}{text[at[0] : at[1]]}{behind}"
