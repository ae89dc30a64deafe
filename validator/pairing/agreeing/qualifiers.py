"""Approximators that seem lost or added, and stand further off in the same clause."""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.validator.pairing.context import Context
from duizhao.validator.pairing.model import Judgement
from duizhao.validator.quantities.lexicon.simplify import simplify
from duizhao.validator.quantities.model import Approx, Quantity

_FALLS_SHORT = regex(
    "不到|不足|不满|不滿|未满|未滿|未到|少于|少於|低于|低於|小于|小於|不及|至多|最多|顶多|頂多|不超过|不超過|不多于"
)


def falls_short(text: str, zh: Quantity) -> bool:
    """Whether an amount is said not to be reached, which "about" does not say; 近 and 接近 come close.

    Args:
        text: of the article.
        zh: an expression of the original.
    """
    return _FALLS_SHORT.search(text, zh.start, zh.end) is not None


_COMES_CLOSE = regex("差不多|几乎|幾乎")


def comes_close(text: str, zh: Quantity, en: Quantity) -> bool:
    """Whether an amount is said to be about so much or almost, which Chinese has one word for.

    Args:
        text: of the article.
        zh: an expression of the original.
        en: its counterpart.
    """
    close = en.approx is Approx.ABOUT or en.approx is Approx.UNDER
    return close and _COMES_CLOSE.search(text, max(0, zh.start - 3), zh.end) is not None


_AFTER_BRACKET = regex(r"[^，。；！？（]{0,6}（[^（）]{0,60}）(?:以上|以下|以内|左右|上下|多|余)")
_ZH_QUALIFIERS = {
    "+": regex(
        "少则|最迟|至迟|最晚|至少|最少|最低|最短|超过|超出|突破|大于|高于|不下|不止|以上|以外|之外"
        "|(?<![很许增众不])多(?![么少数次样种])|余(?![粮款钱额力下留暇地])|达"
    ),
    "-": regex(
        "多则|几(?:涨|增|近|达|占|等于|合|及|为)|跑进|游进|不及|不够|最迟|至迟|几乎|差不多|快|至多|最多|顶多|充其量|最高|最长|不到|不足|不满|未满|小于|低于|将近|接近|近|以下|以内|之内|不(?:得|能|许|可|应|准)?(?:超过|多于|高于|大于)|内|限"
    ),
    "~": regex("大约|大概|约|估|左右|上下|估计|预计|近|几乎|来|增减|出入"),
}
"""Words of the original that account for an approximator of the English, by what it says."""
EN_QUALIFIERS = {
    "+": regex(
        r"\b(?:lowest|smallest|shortest|youngest|over|above|more|least|exceed\w*|surpass\w*|top\w*|pass\w*|beyond|plus|minimum|"
        r"upwards?|past|lows? of|"
        r"br(?:eak|oke)\w*|odd|distance|through the (?:ceiling|mark|barrier|limit))\b|\bfrom $|\+"
    ),
    "-": regex(
        r"\b(?:highest|largest|longest|oldest|biggest|highs? of|"
        r"under|below|within|less|fewer|most|nearly|almost|maximum|up to|limit\w*|short|no (?:more|longer)|"
        r"not (?:\w+ )?(?:exceed|reach)\w*|(?:does|do|did|is|was|were|has|have|had|can|could|will|would|should)"
        r"(?: ?not|n[’']t)|can[’']t|"
        r"approach\w*|close|yet|before)\b"
    ),
    "~": regex(r"\b(?:about|around|some|approximately|roughly|nearly|almost|estimated?|or so|close to|circa)\b"),
}
"""Words of the translation that account for an approximator of the original."""
SHARE_OF = {
    "~": regex(
        "(?:约|大概|大致|差不多|几乎|近)(?:占|为|等于|合|相当于|是|有)?[^，。；：]{0,30}[的之·]$"
        "|(?:约|大概)[比较][^，。；：]{0,20}(?:多|少|高|低|增加|减少|提高|增长|下降|增产|减产|增收|扩大|上升|降低|上涨|超过)了?$"
    ),
    "-": regex(
        "(?:不及|不到|不足|不满|低于|少于|小于|近|接近|将近|几乎|差不多|几(?=等于|占|合|相当))(?:占|为|等于|合|相当于|是)?[^，。；：]{0,30}[的之·]$"
        "|(?:差不多|几乎|将近|近)每[^，。；：]{0,20}$"
        "|(?:差不多|几乎|将近|接近|近)比[^，。；：]{0,20}(?:多|少|高|低|增加|减少|提高)了?$"
    ),
    "+": regex("(?:超过|高于|多于|大于|不止|不下于)(?:占|为|等于|合|相当于|是)?[^，。；：]{0,30}[的之·]$"),
}
"""约占全部投资的八成, 约等于十年费用的六分之一: what the share is of stands between."""
_AGO = regex(" (?:ago|earlier|before|previously|later)\\b")
_THEN = (" ago", " earlier", " before", " previously")
"""higher than a year earlier: a comparison with then, no bound."""
_MOST_OF_EACH = {
    "-": regex("最[高多大长快远][^，。；：、]{0,2}·(?:已|可|约|仅)?(?:为|达|是|到)?$"),
    "+": regex("最[低少小短慢近][^，。；：、]{0,2}·(?:已|可|约|仅)?(?:为|达|是|到)?$"),
}
"""最高每分钟为一公尺: of what the figure is the most or the least stands between, which is an expression as well."""
_COMPARED = ("比", "较", "于")
"""比四铧犁重 is "heavier than four-blade plows": a comparison with what is counted, no bound of it."""
_WALKED = regex("(?:走|跑|爬|骑|翻过|穿过|越过|步行|行军|跋涉|推|抬|背|拉|赶)[了过完到]?$")
"""Motion, of which English says over what distance: 走了十八里山路 is "over 18 li of mountain road"."""
_ONLY = regex("(?:只|仅|才|不过|就)[^，。；：]{0,6}$")
"""What English may put as "no more than"."""
_NO_MORE = regex(r"\W*(?:no|not) more than\b")
_APART_FROM = regex("除[^。；！？]{0,40}$")
"""除…五担以外: the 以外 belongs to the 除, and says nothing of the figure."""
_NEAR_EN, _NEAR_ZH = 30, 16  # characters, of the same clause
_CLAUSE_END = regex(r"[，。；：！？、,;:!?·]|\. ")
_LESS_BY = regex("(?:便宜|减少|降低|下降|减|降|低|少|跌|贱)了?$")


def qualified(
    context: Context, judgement: Judgement, sides: tuple[str, str], zh_words: str = "", en_words: str = ""
) -> bool:
    """Whether an approximator that seems lost or added stands further off in the same clause.

    至少要进行一次, 每年最高可认定30学时, 百分之十一（例如…）以上; "if it does not arrive in 15 minutes".

    Args:
        context: the words around the pair, other numbers blanked out.
        judgement: what seems wrong.
        sides: what both approximators say: '+', '-', '~' or ''.
        zh_words: the Chinese expression.
        en_words: the English one, in lower case.
    """
    # The tables are in simplified characters; the papers of the time are often not.
    context = context._replace(zh_before=simplify(context.zh_before), zh_after=simplify(context.zh_after))
    if judgement.verdict == "approx-reversed":
        return _turned(context.zh_before, zh_words)
    if judgement.verdict == "approx-lost":
        return _said_in_english(context, sides[0], zh_words)
    return judgement.verdict == "approx-added" and _said_in_original(context, sides[1], en_words)


def _turned(zh_before: str, zh_words: str) -> bool:
    """Whether a "not", or what is less by it, turns a bound of the original round."""
    if zh_words.startswith("一半") and _LESS_BY.search(zh_before):
        return True  # 便宜一半还多 leaves less than half
    return bool(re.search("[不未没勿](?:会|得|能|应|可|有|要|宜|许|准|必)?$", zh_before))


def _said_in_english(context: Context, side: str, zh_words: str) -> bool:
    """Whether the English has words for an approximator of the original, before its figure or behind the thing."""
    if _APART_FROM.search(context.zh_before) and zh_words.endswith(("外", "以外", "之外")):
        return True
    if zh_words.startswith(("超过", "超出", "超")) and _MORE_THAN.match(context.en_after):
        return True  # 较计划超过一百处 is by so many: 100 more than planned
    if side == "-" and _NOT_EVEN.search(context.en_before):
        return True
    wanted = EN_QUALIFIERS.get(side)
    before, after = _clause(context.en_before[-_NEAR_EN:], context.en_after)
    before = _DURING.sub("", before)
    # "or so", "or more" and "or less" stand behind the thing whatever they say: they are asked for in any case.
    behind = EN_QUALIFIERS_BEHIND.get(side, _BELOW)
    return bool(wanted and (wanted.search(before) or behind.match(after) or _BELOW.match(after)))


def _said_in_original(context: Context, side: str, en_words: str) -> bool:
    """Whether the original has words for an approximator of the English, or the English needs one where it has none."""
    wanted = _ZH_QUALIFIERS.get(side)
    parts = _clause(context.zh_before[-_NEAR_ZH:], context.zh_after[:_NEAR_ZH])
    return (
        (wanted is not None and any(wanted.search(part) for part in parts))
        or (_NO_MORE.match(en_words) is not None and _ONLY.search(parts[0]) is not None)
        or (side in SHARE_OF and SHARE_OF[side].search(context.zh_before) is not None)
        or _AGO.match(context.en_after) is not None
        or (side in _MOST_OF_EACH and _MOST_OF_EACH[side].search(context.zh_before) is not None)
        or (en_words.find("er than ") > 0 and context.zh_before.endswith(_COMPARED))
        or en_words.endswith(_THEN)
        or (side == "+" and _WALKED.search(parts[0]) is not None)
        or _AFTER_BRACKET.match(context.zh_after) is not None
    )


_DURING = regex(
    r"\b(?:over )?(?:the|these|this) past $|"
    r"\bover (?=(?:the|these|this|that) (?:last|next|coming|following|course|same|first|entire|whole)\b|"
    r"an? (?:period|space|course|span|stretch)\b)",
    re.IGNORECASE,
)
"""Words of a time in which a thing goes on, and not of more: over the past two years, over a period of two months."""
_NOT_EVEN = regex(r"(?:\bnot|n[’']t|\bunable to|\bfail(?:ed|s)? to)\b[^.;,]{0,36}$")
"""还换不到一元: what could not even be exchanged for one yuan is less."""
_MORE_THAN = regex(r" (?:[a-z]+ )?(?:more than|above|over|beyond|in excess of)\b")
EN_QUALIFIERS_BEHIND = {
    "+": regex(
        r"[^·]{0,24}?(?:\b(?:(?:or|and) (?:more|over|above|older|greater|longer|higher|taller|heavier|larger|better|"
        r"later|up|upwards?|beyond)|at least|at the (?:very )?least|minimum|plus|odd|away|off|distant|"
        r"upwards(?! of))\b|\+)"
    ),
    "-": regex(
        r"[^·]{0,24}?\b(?:(?:or|and) (?:less|fewer|under|below|lower|younger|shorter|smaller|cheaper|lighter)|"
        r"at most|at the (?:very )?most|maximum|(?:short|shy) of)\b"
    ),
    "~": regex(
        r"[^·]{0,24}?\b(?:or (?:so|thereabouts|around|about)|more or less|approximately|roughly|give or take)\b"
    ),
}
"""Words behind the thing counted that account for an approximator of the original: 250 people and older."""
_BELOW = regex(r"[^·]{0,24}?\b(?:down|below|beneath|or so|or more|or less)\b")


def _clause(before: str, after: str) -> tuple[str, str]:
    """What of the words around a numeral belongs to its own clause and to no other numeral."""
    start = max((match.end() for match in _CLAUSE_END.finditer(before)), default=0)
    end = match.start() if (match := _CLAUSE_END.search(after)) else len(after)
    return before[start:], after[:end]
