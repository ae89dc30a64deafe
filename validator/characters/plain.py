"""A text in the characters of the simplified standard, each in the place of the one that is written.

Words of the original are looked for in simplified characters, whatever script and type a newspaper is printed in.  One
character stands for one, so that places in the one text are places in the other.
"""

from __future__ import annotations

import json
import os
import re
from functools import lru_cache

from duizhao.regex import regex


def plain(text: str) -> str:
    """The text in simplified characters.

    >>> plain("約三千輛，鐘點旣定"), plain("约三千辆")
    ('约三千辆，钟点既定', '约三千辆')
    >>> plain("參拾參人參加")
    '叁拾叁人参加'

    念 is twenty where a day or a rough number follows:

    >>> plain("念五日，念餘人，紀念五日")
    '廿五日，廿余人，纪念五日'

    and 另 between a scale and a figure is nought:

    >>> plain("一百另五元，死三百，另二人傷")
    '一百零五元，死三百，另二人伤'

    So is the punctuation of reprints that are set in ASCII, but no sign within figures:

    >>> plain("三人,其中:1,234人;5:30到")
    '三人，其中：1,234人；5:30到'
    """
    if text.isascii():
        return text
    text = _ASCII.sub(_full_width, text)
    if "參" in text:
        text = _THREE.sub("叁", text)
    if "念" in text or "唸" in text:
        text = _TWENTY.sub("廿", text)
    text = text.translate(_table())
    return _NOUGHT.sub("零", text) if "另" in text else text


_FORMAL = "壹貳贰叁肆伍陸陆柒捌玖拾佰仟"
_THREE = regex(f"參(?=[{_FORMAL}萬万億亿圓圆元])|(?<=[{_FORMAL}萬万億亿零])參")
"""參 as a figure (貳佰零參), which 参 of 参加 is not."""

_TWENTY = re.compile(
    "(?<![紀纪觀观概信理懷怀思悼掛挂惦留默追誦诵懸悬感想失轉转不一惡恶雜杂])"
    "[念唸](?=[一二三四五六七八九][日號号晨晚午]|[餘余][人名]|[一二三四五六七八九]?[餘余](?:萬|万|元|里|歲|岁|年))|(?<=月)[念唸](?=日)"
)
"""念 for 廿, as papers of Shanghai have it, which 念 of 紀念 is not."""

_NOUGHT = re.compile("(?<=[百千万亿佰仟])另(?=[一二三四五六七八九十廿卅])")


_ASCII = regex(r"(?<=[\u4e00-\u9fff”》）%])[,;:]|[,;:](?=[\u4e00-\u9fff“《（])")
"""No question mark: one between characters may stand for a character that was lost."""


def _full_width(sign: re.Match[str]) -> str:
    return chr(ord(sign[0]) + 0xFEE0)  # Unicode keeps the full-width forms at one distance from ASCII


def as_written(words: str, text: str, simple: str, start: int) -> str:
    """Words of the plain text as the text itself has them.

    Args:
        words: found in the plain text.
        text: as it is written.
        simple: the same in simplified characters.
        start: a place before which they do not stand.
    """
    if not words or words.isascii() or (at := simple.find(words, start)) < 0:
        return words
    return text[at : at + len(words)]


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    with open(os.path.join(os.path.dirname(__file__), "plain.json"), encoding="utf-8") as file:
        table = json.load(file)
    return dict(zip(map(ord, table["written"]), table["plain"], strict=True))
