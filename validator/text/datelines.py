"""Datelines, bylines and credits: lines that say where a text comes from, in either language.

Those that all newspapers have are known here; a newspaper may have others (`Publication.datelines`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from duizhao.regex import regex
from duizhao.schema.datelines import opening
from duizhao.validator.case import Case
from duizhao.validator.characters.plain import plain

_ENGLISH = regex(
    r"\b(?:xinhua|hsinhua|tass|agency|agencies|dispatch(?:es)?|telegrams?|telegraph|cables?|correspondents?|reporters?|newspaper"
    r"|news|report(?:s|ed)?|this paper|our paper|special to|wire|electric|staff|daily)\b",
    re.IGNORECASE,
)
_OPEN, _CLOSE = "【［（(〔「", "】］）)〕」"
_CHINESE = regex(
    "本报|新华社|本社|塔斯社|路透社|中央社|合众社|美联社|法新社|联合社|讯"
    f"|电[{_CLOSE}　 ：:]|据.{{1,12}}(?:电|消息|报道)"
)
_CREDIT = regex("摄|供稿|附图|图片|照片|作者|记者|编者|责任编辑|转载|原载|（[^）]{1,20}(?:报|社|稿)）|译自|插图")
_ZH_STANDALONE = regex(f"[{_OPEN}]?[^。，！？]{{2,24}}(?:电|讯|记者.{{0,8}}|通讯员.{{0,8}})[{_CLOSE}：:]?")
_ZH_HEAD = regex("(?:本报|据?新华社|本社|塔斯社|据)[^，。]{0,24}?(?:讯|电)")
_BRACKET = regex(r"[\[【(（〔](?=[^\])）】〕]{0,60}[A-Za-z]{3})[^\[\](){}]{3,60}[\]】)）〕]\s?\S")
_LONGEST = 90  # letters of a line that says no more than where the text comes from


def own_datelines(case: Case) -> tuple[str, ...]:
    """How the newspaper of an article writes datelines, where that is told; the original's in simplified characters."""
    return _simplified(case.newspaper.datelines)


@lru_cache(maxsize=64)  # asked for each article; few newspapers are in a run
def _simplified(written: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(plain, written))


def is_dateline(text: str, own: tuple[str, ...] = ()) -> bool:
    """Whether an English line is no more than a dateline or byline: short, and with a word of the trade.

    Args:
        text: of the line.
        own: how the newspaper writes them.
    """
    line = text.strip()
    # As the newspaper writes them first: its own form may have none of the words of the trade.
    if own and line and opening(own, line) == line:
        return True
    if len(line) > _LONGEST or not _ENGLISH.search(line):
        return False
    if line[:1] in "[【(（":
        return line[-1:] in "]】)）"
    # Without brackets or a colon only a short line is no more than a byline.
    return line[-1:] in ":：" or len(line) <= 45


def is_chinese_dateline(text: str, own: tuple[str, ...] = ()) -> bool:
    """Whether a Chinese line is no more than a dateline or byline."""
    line = plain(text.strip())
    return _ZH_STANDALONE.fullmatch(line) is not None or (line != "" and opening(own, line) == line)


def begins_with_dateline(text: str, own: tuple[str, ...] = ()) -> bool:
    """Whether an English paragraph opens with a dateline and goes on."""
    # Within seventy letters: farther on the words are of the text.
    return _ENGLISH.search(text[:70]) is not None or opening(own, text) != ""


def begins_with_bracket(text: str) -> bool:
    """Whether an English paragraph opens with words in brackets, as datelines are: (Tokyo, 10th), [Same source]."""
    return _BRACKET.match(text) is not None


def chinese_dateline(text: str, own: tuple[str, ...] = ()) -> str:
    """The dateline that a Chinese paragraph opens with, '' where it has none."""
    # A bracket that does not end within forty characters holds more than a dateline.
    head = plain(text[:40])
    if said := opening(own, head):
        return text[: len(said)]
    if head[:1] in _OPEN:
        end = next((i for i, c in enumerate(head, 1) if c in _CLOSE), 0)
        return text[:end] if _CHINESE.search(head[:end]) else ""
    match = _ZH_HEAD.match(head)
    return text[: match.end()] if match else ""


def is_credit(text: str) -> bool:
    """Whether a Chinese line is a credit or a byline rather than text."""
    # A longer line is text, whatever it begins with.
    return len(text) <= 40 and (_CREDIT.search(plain(text)) is not None or is_chinese_dateline(text))
