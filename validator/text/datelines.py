"""Datelines, bylines and credits: lines that say where a text comes from, in either language."""

from __future__ import annotations

import re

from duizhao.validator.lazy import lazy

_ENGLISH = lazy(
    r"\b(?:xinhua|hsinhua|tass|agency|agencies|dispatch(?:es)?|telegrams?|telegraph|cables?|correspondents?|reporters?|newspaper"
    r"|news|report(?:s|ed)?|this paper|our paper|special to|wire|electric|staff|daily)\b",
    re.IGNORECASE,
)
_CHINESE = lazy(
    "本报|新华社|本社|塔斯社|路透社|中央社|合众社|美联社|法新社|联合社|讯|电[】］）)　 ：:]|据.{1,12}(?:电|消息|报道)"
)
_CREDIT = lazy("摄|供稿|附图|图片|照片|作者|记者|编者|责任编辑|转载|原载|（[^）]{1,20}(?:报|社|稿)）|译自|插图")
_ZH_STANDALONE = lazy("[【［（(]?[^。，！？]{2,24}(?:电|讯|记者.{0,8}|通讯员.{0,8})[】］）)：:]?")
_LONGEST = 90


def is_dateline(text: str) -> bool:
    """Whether an English line is no more than a dateline or byline: short, and with a word of the trade."""
    line = text.strip()
    if len(line) > _LONGEST or not _ENGLISH().search(line):
        return False
    return (
        line[:1] in "[【(（" and line[-1:] in "]】)）"
        if line[:1] in "[【(（"
        else line[-1:] in ":：" or len(line) <= 45
    )


def is_chinese_dateline(text: str) -> bool:
    """Whether a Chinese line is no more than a dateline or byline."""
    return _ZH_STANDALONE().fullmatch(text.strip()) is not None


def begins_with_dateline(text: str) -> bool:
    """Whether an English paragraph opens with a dateline and goes on."""
    return _ENGLISH().search(text[:70]) is not None


def chinese_dateline(text: str) -> str:
    """The dateline that a Chinese paragraph opens with, '' where it has none."""
    head = text[:40]
    if head[:1] in "【［（(":
        end = next((i for i, c in enumerate(head) if c in "】］）)"), -1)
        return head[: end + 1] if end > 0 and _CHINESE().search(head[: end + 1]) else ""
    match = re.match("(?:本报|据?新华社|本社|塔斯社|据)[^，。]{0,24}?(?:讯|电)", head)
    return match[0] if match else ""


def is_credit(text: str) -> bool:
    """Whether a Chinese line is a credit or a byline rather than text."""
    return len(text) <= 40 and (_CREDIT().search(text) is not None or is_chinese_dateline(text))
