"""A total up to a day that became what happened on it: 到十一月五日已卖出两万头 as "on November 5 it sold 20,000"."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.dates.words import NEAR
from duizhao.validator.pairing.nearby import words_before, words_behind

_ZH_UP_TO = regex("(?:^|[，。；：、（）—　\\s但而计預预估])(到|至)(?:了)?$")
"""What stands before such a date. 推迟到五日 and 回到一九四五年 are something else, so that a clause begins with it."""
_TOTAL = (
    "(?:(?<!不)(?:已|共|累计|累計|合计|合計|总计|總計)(?![同产產和青军軍])|"
    "(?:可|将|將|能)(?:达|達)?[^，。；]{0,12}[0-9０-９一二两兩三四五六七八九十百千万萬])"
)
_ZH_TOTAL = regex(f"(?:为止|為止|止)?(?:，[^，。；：]{{0,20}}?|[^，。；：]{{0,4}}?){_TOTAL}")
"""What makes a sum of all until then: what is done already, or the amount that will be. It stands right behind the date
or in the next clause; another verb would have its own time: 到二日结束，共歼敌一万."""
_ZH_FROM = regex("(?:从|從|自(?![己行然])|由(?![于於]))[^。；]{0,30}$")
"""What the date is the other end of."""
_EN_SAME_TIME = regex(r"(?<![a-z])(on|in) (?:the )?$")
_EN_SUM = regex(
    r"\b(?:reach(?:ed|ing)|(?:rose|risen|rising|grew|grown|increased|climbed) to|stood at|amounted to|"
    r"had|has|have|'ve|already|so far|thus far|to date|by then|until|till|up to|by|as of|cumulative|since)\b"
)
"""What says that all until then is meant: on November 5 it had sold, in October 30 percent were already sold."""
_SENTENCE_ZH, _SENTENCE_EN = regex("[。；！？\n]"), regex(r"[.;!?](?=\s|$)|\n")
_REACH_ZH, _REACH_EN = 40, 160
"""Characters of a sentence on either side that are looked at."""


def total_until(text: str, zh: tuple[int, int], en: tuple[int, int]) -> tuple[str, str] | None:
    """The words by which a total up to a date became what happened at it; None where it did not.

    Args:
        text: of the article.
        zh: where the date of the original stands.
        en: where its counterpart stands.
    """
    said = _ZH_UP_TO.search(text, max(0, zh[0] - 3), zh[0])
    word = _EN_SAME_TIME.search(text[max(0, en[0] - NEAR) : en[0]].lower())
    if said is None or word is None or not _ZH_TOTAL.match(text, zh[1]):
        return None
    if _ZH_FROM.search(words_before(text, said.start(1), _REACH_ZH, _SENTENCE_ZH)):
        return None
    sentence = words_before(text, en[0], _REACH_EN, _SENTENCE_EN) + words_behind(text, en[1], _REACH_EN, _SENTENCE_EN)
    if _EN_SUM.search(sentence.lower().replace("’", "'")):
        return None
    return said[1], word[1]
