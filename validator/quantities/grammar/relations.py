"""What a share or a multiple is said of, by the words around it: 增加到三倍, three times as much as, cut by half."""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.validator.quantities.grammar.row import Text
from duizhao.validator.quantities.lexicon.simplify import simplify
from duizhao.validator.quantities.model import Relation

_UP = "增加|增长|提高|上升|扩大|增产|增|涨|上涨|多收|多产|多|提前|超额|超过|超出|超|高出|高|增高|发展|加快|快|大|长|延长|上调|升|扩充|增收|超产|贵|加|相差|亮|重|厚|强|好"
_DOWN = "减少|降低|下降|缩小|缩短|缩减|减|降|落|少|低|减低|压缩|节省|节约|跌|下跌|贬值|减产|削减|裁减"
_ZH_CONTEXT = regex(
    rf"(?<![至最])(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?!.?[率幅速])(?:[^，。；、：！？]{{0,3}}?|[产打收卖]了[^，。；、：！？]{{0,3}}?)(?:(?P<to>到|至|为|成)(?:[^，。；：！？]{{0,8}}的)?)?[了过约近将乎大概有达几]{{0,3}}$",
    re.DOTALL,
)
_ZH_CHANGES = regex(f"[{''.join(sorted({word[0] for word in (*_UP.split('|'), *_DOWN.split('|'))}))}]")
"""How a word of change begins."""
_ZH_OF = regex(
    r"(?:(?:是|为|超过|合|达|达到|占|当|有)[^，。；：！？]{0,14}的|(?:等于|相当于)[^，。；：！？]{0,15})[约近]?$"
)
"""相当于战前最高年产量三倍: these two compare with nothing behind what they compare with."""
_EXCEED = regex(r"(?:超过|超出|超额|超|高出|高于)[^，。；：！？]{0,14}$")
_EXCEEDED_LEVEL = regex("(?:超过|超出|高出|高于)[^，。；：！？]{0,14}的$")
"""超过战前水平的一倍 is more than as much again: what is once a level does not exceed it."""
_EXCEEDS_PLAN = regex(r"(?:超过|超出)[^，。；：！？]{0,10}(?:计划|指标|定额|任务|规定|预算|目标)的?[约近达]?$")
"""超过增产节约计划: the plan is one of saving, and was exceeded."""
_EN_UP = r"increas\w*|rais\w+|rise\w*|rose|rising|grow\w*|grew|up|gain\w*|climb\w*|jump\w*|soar\w*|surg\w*|expand\w*|higher|improv\w*|exceed\w*|surpass\w*|enlarg\w*|advance\w*|boost\w*|outnumber\w*|differ\w*|ahead"
_EN_DOWN = r"decreas\w*|fell|fall\w*|drop\w*|declin\w*|reduc\w*|(?<!-)cut\w*(?! machine| tool)|lower\w*|down|shrink\w*|shrank|shorten\w*|sav\w+|slash\w*|less|plung\w*|plummet\w*"
_EN_CONTEXT = regex(
    rf"\b(?:(?P<up>{_EN_UP})|(?P<down>{_EN_DOWN}))\b(?:[^.,;:!?0-9]{{0,24}}?| from [^;:!?]{{0,48}}?)\b(?P<prep>by|to)?(?: (?:about|over|nearly|almost|more than|around|approximately|some|a|an|only|roughly|at least))*\s*$",
    re.DOTALL,
)
"""A word of change, up to the figure."""
_EN_CHANGES = regex(rf"\b(?:{_EN_UP}|{_EN_DOWN})\b")
_EN_AFTER_UP = regex(
    r"[ -](?:increase|rise|growth|gain|jump|higher|above|over|more|increment|greater|larger|faster|upward|"
    r"longer|wider|taller|deeper|thicker|heavier|bigger|stronger|richer|dearer|better|quicker|farther|hotter|brighter|older)\b"
)
"""Behind a figure, what says that it is by so much: "three times larger", "15 times longer"."""
_EN_AFTER_DOWN = regex(
    r"[ -](?:decrease|fall|decline|drop|reduction|cut|lower|below|fewer|discount|off|"
    r"less|shorter|smaller|cheaper|slower|lighter|thinner|narrower|weaker|younger)\b"
)
_EN_AGAINST = regex(r" (?:over|above) ")
"""a decrease of 40 percent over last year, a rise to 50 percent over the year: no direction."""
_EN_OF = regex(r" (?:of|that of|as (?:much|many|large|high|big|great)|the)\b")


def relation(text: Text, start: int, end: int) -> Relation:
    """What a share or multiple between two offsets is said of, by the words around it."""
    return text.ask(_zh_relation if text.language == "zh" else _en_relation, start, end)


def _last(begins: re.Pattern[str], context: re.Pattern[str], before: str) -> re.Match[str] | None:
    """The last word of change from which the words lead up to the figure: 比历史高点下跌了近 falls."""
    for at in [match.start() for match in begins.finditer(before)][::-1]:
        if found := context.match(before, at):
            return found
    return None


_OTHER_END = regex("(?:[一二三四五六七八九十两半几0-9.]{1,5}(?:成|倍|%)|百分之[一二三四五六七八九十几点]{1,6})[到至]$")
"""The lower end of a range: 增加一成到二倍 is by both."""


def _zh_relation(text: str, start: int, end: int) -> Relation:
    # The words of change are written in simplified characters, the text may be in others.
    before = simplify(text[max(0, start - 18) : start])
    if (other := _OTHER_END.search(before)) is not None:
        before = before[: other.start()]
    found = _last(_ZH_CHANGES, _ZH_CONTEXT, before)
    changed = found is not None and found["to"] and before.endswith("的")  # 缩短为原来的三分之一
    if end - start > 1 and text.startswith("一倍", start) and _EXCEEDED_LEVEL.search(before):
        return Relation.EXCEEDS_BY
    if not changed and (
        # 四倍于敌, 相当于过去的四倍: what follows or stands before compares, and nothing has grown.
        text.startswith(("于", "於", "以于", "那么多", "那样多", "这么多"), end) or _ZH_OF.search(before)
    ):
        return Relation.TIMES_OF
    if found is None or _EXCEEDS_PLAN.search(before):
        return Relation.EXCEEDS_BY if _EXCEED.search(before) else Relation.NONE
    if found["up"]:
        if found["to"] and not before.endswith("过"):  # 涨到过一倍 rose by more than that
            return Relation.INCREASE_TO
        # 超过战前百分之五十七: another amount is exceeded, and nothing need have grown.
        return Relation.EXCEEDS_BY if found["up"].startswith("超") else Relation.INCREASE_BY
    return Relation.DECREASE_TO if found["to"] else Relation.DECREASE_BY


def _en_relation(low: str, start: int, end: int) -> Relation:
    found = _last(_EN_CHANGES, _EN_CONTEXT, low[max(0, start - 70) : start])
    told = found is not None and (found["down"] is not None or found["prep"] == "to")
    # "three times larger" says it behind the figure, and needs no verb before.
    if _EN_AFTER_UP.match(low, end) and not (told and _EN_AGAINST.match(low, end)):
        return Relation.INCREASE_BY
    if _EN_AFTER_DOWN.match(low, end):
        return Relation.DECREASE_BY
    # Without by or to before it, an "of" or "as" behind the figure says what it is compared with.
    if found is None or (found["prep"] is None and _EN_OF.match(low, end)):
        return Relation.TIMES_OF if _EN_OF.match(low, end) else Relation.NONE
    if found["up"]:
        return Relation.INCREASE_TO if found["prep"] == "to" else Relation.INCREASE_BY
    return Relation.DECREASE_TO if found["prep"] == "to" else Relation.DECREASE_BY
