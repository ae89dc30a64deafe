"""Words around a date that say what it is: a dateline, a bound, the name of a day."""

from __future__ import annotations

import re
from functools import lru_cache

from duizhao.regex import regex

_DATELINE = regex(r"[）)晨晚夜]{0,2}(?:急|专|航|特|综合|合众|路透)?[电電讯訊]|发出?[）)】]|消息")
# 以前 behind a day sets a term (三十日以前开幕), which lies ahead in most news.
_FUTURE = regex(r"将[于在]?|定[于在]|拟[于在]|改[于在]|预[定计]|准备|即[于在]|限[于在]?|以前|之前")

_ZH_BEFORE = regex(r"(截至|截止|至|到|迄|自|从|由)$")
# 前方, 前线, 后勤 and the like are words of their own, and 前三天 says which three days.
_ZH_AFTER = regex(
    r"(?:以|之)?(?:(前)(?![方线列者后一二三四五六七八九十几半])|(后)(?![方勤备代者半来]))"
    r"|(期?[间間])|(开始|始(?![终告得能行获脱克见将])|起(?![义草床飞初来草伏见]))|(为止|止)|(以来|以來)"
)
_ZH_SENSE = {
    "至": "to",
    "到": "to",
    "截至": "as of",
    "截止": "as of",
    "迄": "to",
    "自": "from",
    "从": "from",
    "由": "from",
    "前": "before",
    "后": "after",
    "起": "from",
    "始": "from",
    "开始": "from",
    "止": "to",
    "为止": "to",
    "以来": "since",
    "以來": "since",
    "间": "at",
    "間": "at",
    "期间": "at",
    "期間": "at",
}
# On and in are said of a time only right before it; of “until after” neither word is a bound by itself.
_EN_BEFORE = regex(
    r"(?P<no>(?:\bno|not|n't|\bnever)\b[^.;,]{0,20})?"
    r"(?<!till )(?<!until )\b"
    r"(?P<word>before|prior to|until|till|up to|by|after|since|from|following|(?:start|beginn)ing(?: on)?|"
    r"(?:on|in)(?= (?:the )?$)) "
    r"(?:the (?:\w+ of )?)?[“\"(]?$"
)
_EN_SENSE = {
    "before": "before",
    "prior to": "before",
    "until": "to",
    "till": "to",
    "up to": "to",
    "after": "after",
    "following": "after",
    "by": "to",
    "since": "from",
    "from": "from",
    "starting": "from",
    "starting on": "from",
    "beginning": "from",
    "beginning on": "from",
    "on": "at",
    "in": "at",
}
SAME_TIME = frozenset(word for word, sense in _EN_SENSE.items() if sense == "at")
"""Words that put a thing at the time itself."""
_EN_ENDS = (*(f"{word} " for word in _EN_SENSE), " the ", " of ", "“", '"', "(")
_NOT_YET = {"until", "till", "before", "prior to"}
"""With a "not" before it, it says the opposite: not until."""
_AGAINST = {
    "before": {"after", "from", "at"},
    "after": {"before", "to", "at"},
    "to": {"after", "from"},
    "as of": {"after", "from", "at"},
    "from": {"before", "to"},
    "since": {"before", "to", "at"},
    "at": {"before", "after", "from"},
}
NEAR = 28
"""Characters beside a date of the translation that still speak of it."""
_FIGURES = "〇一二三四五六七八九"
_FIGURE = regex(r"[ 　]?[0-9０-９一二三四五六七八九十廿卅初]")
_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = ("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth")
_TENS = ("eighteenth", "nineteenth", "twentieth")
SPELT_DAYS = ("", *_ONES, *_TEENS, *_TENS, *(f"twenty-{word}" for word in _ONES), "thirtieth", "thirty-first")


def dates_dispatch(text: str, end: int) -> bool:
    """Whether a Chinese date that ends there dates a dispatch: 三十日电, 七日讯."""
    return _DATELINE.match(text, end) is not None


def is_to_come(text: str, start: int, end: int) -> bool:
    """Whether a Chinese date is said of something that is still to happen: 将于三十日."""
    return _FUTURE.search(text, max(0, start - 6), end + 3) is not None


_DONE = regex("[^。；！？\n]{0,12}?(?:了|已|曾|通过|通過)")


_DONE_BEFORE = regex("(?:已|已经|已經|曾|业经|業經)[于於在]?$")


def is_done(text: str, start: int, end: int) -> bool:
    """Whether what a Chinese date is said of has happened: 于十九日一致通过, 已于二十四日闭幕."""
    return _DONE.match(text, end) is not None or _DONE_BEFORE.search(text, max(0, start - 3), start) is not None


_ENTERS = regex("(?:进入|步入|跨入|迈入|進入)了?$")
"""What makes 后 say that a time has begun: 进入八十年代后 is in them."""


def bounds(text: str, zh: tuple[int, int], en: tuple[int, int]) -> tuple[str, str] | None:
    """The words that make two dates opposite bounds: 至 and "after", 以前 and "since"; None where they are not.

    Only words right beside the dates count, and 至…以后 is "after".
    """
    tail = text[max(0, en[0] - NEAR) : en[0]].lower()
    # Most dates have none of the words before them, and the end of a string is compared sooner than a pattern.
    if not tail.endswith(_EN_ENDS):
        return None
    before = _EN_BEFORE.search(tail)
    if before is None:
        return None
    word = before["word"]
    # “not until June 5” begins then, so it is no bound of the other kind.
    if (before["no"] and word in _NOT_YET) or (word == "from" and _ORIGIN.search(tail, 0, before.start("word"))):
        return None
    if word in _OF_OTHER_TIMES and _AT.search(text, max(0, zh[0] - 2), zh[0]) and _zh_bound(text, zh) in _NO_BOUND:
        return text[zh[0] - 1], word
    said = None if word in SAME_TIME and _ENTERS.search(text, max(0, zh[0] - 4), zh[0]) else _zh_bound(text, zh)
    if said is None or _EN_SENSE[word] not in _AGAINST[_ZH_SENSE[said]]:
        return None
    if _ZH_SENSE[said] == "as of" and _AS_OF.search(text, max(0, en[0] - _WITHIN_AS_OF), en[0]):
        return None  # as of 14:00 on July 25
    return said, word


_AT = regex("(?<![等大小高低多少始起自对對由关關至基终終属屬])[于於]$")
_OF_OTHER_TIMES = frozenset(("since", "before", "prior to"))
"""What 于十一月先后开工, which puts a thing into a time, does not say; "from" may begin a range."""
_NO_BOUND = (None, "间", "間", "期间", "期間")
_AS_OF = regex(r"\b(?:as (?:of|at)|by|until|till|up (?:to|until)|through|ending|to date)\b", re.IGNORECASE)
_WITHIN_AS_OF = 60
"""Characters before a date in which it is told that all until then is meant."""


_ORIGIN = regex(
    r"\b(?:figures?|statistics|data|numbers?|records?|letters?|news|reports?|dispatch(?:es)?|telegrams?|photos?|photographs?|"
    r"pictures?|issues?|editions?|papers?|prices?|those|dat(?:es?|ing)) $"
)
"""What has a date without a beginning: statistics from September are those of it."""
_WHILE = frozenset("间間")
"""What a date may end with that says no more than that a thing happened in it."""


def _zh_bound(text: str, zh: tuple[int, int]) -> str | None:
    after = _ZH_AFTER.match(text, zh[1] - (text[zh[1] - 1] in _WHILE))
    if after:
        return after[after.lastindex or 0]
    before = _ZH_BEFORE.search(text, max(0, zh[0] - 2), zh[0])
    return before[1] if before else None


def names_year(text: str, within: tuple[int, int], year: int) -> bool:
    """Whether a stretch of Chinese has the year in figures of either kind: 1937, １９３７, 一九三七."""
    return _year(year).search(text, *within) is not None


@lru_cache(maxsize=256)  # a paragraph may have fifty days and hours, and each is looked for in all of it
def told(pattern: str, paragraphs: str) -> bool:
    """Whether English paragraphs tell something, whatever its letters."""
    return re.search(pattern, paragraphs.lower()) is not None


_LUNAR_SAID = regex(r"\blunar\b|\bold calendar\b")
_SENTENCES = 240  # letters: the English says once for some sentences that their dates are lunar
_WHICH_WEEK = regex(r"\b(?:(last|past)|(this|the coming)|(next)) $")
_WEEKS = ("last-week", "this-week", "next-week")


def other_week(text: str, relative: str, en: tuple[int, int]) -> str | None:
    """The word before an English weekday that puts it into another week: 上星期六 as "this Saturday"; else None.

    "Last Saturday" may be of this week, and "next Saturday" as well.
    """
    # “the coming ” has eleven letters.
    said = _WHICH_WEEK.search(text[max(0, en[0] - 12) : en[0]].lower())
    if said is None or relative not in _WEEKS or said.lastindex is None:
        return None
    apart = abs(_WEEKS.index(relative) - (said.lastindex - 1))
    return said[0].strip() if apart == 2 or (apart == 1 and said[2] and relative == "last-week") else None


def said_lunar(text: str, en: tuple[int, int]) -> bool:
    """Whether a little before an English day its paragraph names the lunar calendar, which the day then goes by."""
    before = text[max(0, en[0] - _SENTENCES) : en[0]]
    return _LUNAR_SAID.search(before[before.rfind("\n") + 1 :].lower()) is not None


def lunar_behind(text: str, en: tuple[int, int]) -> bool:
    """Whether the words behind an English date name the lunar calendar: late October of the lunar calendar."""
    return _LUNAR_BEHIND.match(text, en[1]) is not None


_LUNAR_BEHIND = regex(
    r",? \(?(?:(?:of|in|by|on|according to) )?(?:the )?(?:lunar|old|agricultural|traditional)"
    r"(?: calendar| month| year|\))",
    re.IGNORECASE,
)


_YEAR_BEFORE = regex("上年|上一年|前一年")


def counts_back(text: str, zh: tuple[int, int], within: tuple[int, int], year: int) -> bool:
    """Whether 上年 may be that year: the one before a year that the original names, not before that of the paper."""
    return _YEAR_BEFORE.match(text, zh[0], zh[1]) is not None and names_year(text, within, year + 1)


def gives_day(text: str, en: tuple[int, int], day: int) -> bool:
    """Whether the English has the number of the day right beside a date: the 15th day of the eighth lunar month."""
    near = text[max(0, en[0] - NEAR) : en[1] + NEAR // 2].lower()
    return re.search(rf"(?<![0-9]){day}(?:st|nd|rd|th)?(?![0-9])", near) is not None or SPELT_DAYS[day] in near


def goes_on(text: str, end: int) -> bool:
    """Whether figures follow right behind a Chinese date, so that it says more than was read."""
    return _FIGURE.match(text, end) is not None or _FESTIVAL.match(text, end) is not None


_FESTIVAL = regex("的?(?:元旦|国庆|國慶|除夕|春节|春節|五一|七一|八一|十一|中秋|端午|三八|五四|清明|冬至|夏至)")
"""A day by its name, right behind its year."""


def _year(year: int) -> re.Pattern[str]:
    figures = (
        f"[{digit}{chr(0xFF10 + int(digit))}{'〇零○◯' if digit == '0' else _FIGURES[int(digit)]}]"
        for digit in str(year)
    )
    return regex("".join(figures))
