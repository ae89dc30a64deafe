"""What is wrong with a pair whose values agree: the words around it say something else.

Each pattern looks at a few characters next to the numerals, on both sides, and is named after the rule it serves.
"""

from __future__ import annotations

import json
import os
import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from duizhao.validator.pairing.difference import show_number
from duizhao.validator.pairing.model import FINE, PROBABLE, SURE, Judgement
from duizhao.validator.pairing.nearby import words_before
from duizhao.validator.quantities.lexicon import simplified
from duizhao.validator.quantities.model import Approx, Cluster, Kind, Quantity

NEAR = 40  # characters looked at on either side


class Context(NamedTuple):
    """The words next to a pair, the English in lower case."""

    zh_before: str
    zh_after: str
    en_before: str
    en_after: str

    @classmethod
    def of(cls, text: str, zh: Quantity, en: Quantity) -> Context:
        return cls(
            text[max(0, zh.start - NEAR) : zh.start],
            text[zh.end : zh.end + NEAR],
            text[max(0, en.start - NEAR) : en.start].lower(),
            text[en.end : en.end + NEAR].lower(),
        )


def blank(text: str, clusters: Sequence[Cluster], start: int, end: int) -> str:
    """A stretch of text in lower case with the expressions in it blanked out."""
    start = max(0, start)
    words = text[start:end].lower()
    if len(words) != end - start and end <= len(text):
        words = text[start:end]
    at = bisect_left(clusters, start, key=lambda one: one.end)
    for cluster in clusters[at:]:
        if cluster.start >= end:
            break
        for one in cluster.covers[0].quantities:
            low, high = max(one.start - start, 0), max(0, min(one.end - start, len(words)))
            if low < high:
                words = words[:low] + "\u00b7" * (high - low) + words[high:]
    return words


def closes_list(zh_before: str) -> bool:
    """Whether a count sums up a list that stands before it: 甲、乙、丙等五个县."""
    return zh_before.endswith(("等", "等共", "等共计", "等共有", "等共约", "等约", "等计"))


_NEGATED = re.compile(
    r"(?:\bnot\b(?! only)|n[’']t\b|\bnever\b|\bno case\b|\bcannot\b|\bnor\b|\bnobody\b|\bno one\b|\bnone\b|"
    r"\bno [a-z-]+ (?:is|are|was|were|may|can|shall|will|should)\b)"
    r"(?: (?!until\b)[a-z-]+){0,4} $"
)
OPPOSITE = {
    Approx.OVER: Approx.AT_MOST,
    Approx.AT_LEAST: Approx.UNDER,
    Approx.UNDER: Approx.AT_LEAST,
    Approx.AT_MOST: Approx.OVER,
}


_COMPARES = re.compile("than|exceed|over|above|under|below|beyond", re.IGNORECASE)


_ZH_NEGATED = re.compile("[不未没沒无無非][^，。；：]{0,8}$")


def negated(text: str, zh: Quantity, en: Quantity) -> Quantity:
    """An English expression as its clause means it: "may not weigh more than 15 kg" is 15 kg at most.

    Where the original negates its verb as well (没有登过五千米以上的山) both say the same as they stand.
    """
    if (
        en.approx not in OPPOSITE
        or not _COMPARES.search(text, en.start, en.end)
        or not _NEGATED.search(text[max(0, en.start - NEAR) : en.start].lower())
        or _ZH_NEGATED.search(text[max(0, zh.start - 12) : zh.start])
    ):
        return en
    return en._replace(approx=OPPOSITE[en.approx])


_SENTENCE = 150
"""Characters of a sentence in which a unit that was said once may be left out."""
_PERCENT = re.compile(r"%|\bper ?cent(?:age)?s?\b")
_SHARED = 80
"""Characters of a sentence over which figures share a "percent": 10 percent in the first year, 15 in the second."""


def percent_said(text: str, en: Quantity) -> bool:
    """Whether a sentence says "percent" near one of its figures: from 3.2 per cent to less than two."""
    before = text[max(0, en.start - _SHARED) : en.start].lower()
    before = before[max(before.rfind(". "), before.rfind("\n"), before.rfind("; ")) + 1 :]
    after = text[en.end : en.end + _SHARED].lower()
    cut = [at for at in map(after.find, (". ", "\n", "; ")) if at >= 0]
    return bool(_PERCENT.search(before) or _PERCENT.search(after[: min(cut, default=len(after))]))


_FALLS_SHORT = re.compile("不到|不足|不满|不滿|未满|未滿|未到|少于|少於|低于|低於|小于|小於|不及")


def falls_short(text: str, zh: Quantity) -> bool:
    """Whether an amount is said not to be reached, which "about" does not say; 近 and 接近 come close."""
    return _FALLS_SHORT.search(text, zh.start, zh.end) is not None


_COMES_CLOSE = re.compile("差不多|几乎|幾乎")


def comes_close(text: str, zh: Quantity, en: Quantity) -> bool:
    """Whether an amount is said to be about so much or almost, which Chinese has one word for."""
    close = en.approx is Approx.ABOUT or en.approx is Approx.UNDER
    return close and _COMES_CLOSE.search(text, max(0, zh.start - 3), zh.end) is not None


def is_others(text: str, en: Quantity) -> bool:
    """Whether an English count is one of others: "two other counties", "the other two"."""
    return text[en.end : en.end + 7].lower().lstrip().startswith("other") or text[
        max(0, en.start - 7) : en.start
    ].lower().endswith("other ")


def counts_the_rest(context: Context, zh: Quantity, en: Quantity) -> bool:
    """张三等五人 as "Zhang San and four others": fewer, because the named ones are left out."""
    others = context.en_after.lstrip().startswith("other") or context.en_before.endswith("other ")
    return others and closes_list(context.zh_before) and 0 < en.low < zh.low


_ONCE = re.compile("[^，。；：、一二两三四五六七八九十0-9]{0,4}一(?:次|回|趟|遍)")
_SHARES = frozenset((Kind.PERCENT, Kind.MULTIPLE))


def sums_list(text: str, zh: Quantity) -> bool:
    """Whether a small count only sums up the names before it: 富山、石川、福井三县."""
    if not 1 < zh.low <= _LIST or zh.low != zh.high:
        return False
    names = words_before(text, zh.start, NEAR, _LIST_CLAUSE)
    return names.count("、") == zh.low - 1 and not names.endswith("、")


_LIST = 9
_LIST_CLAUSE = re.compile("[，。；：！？]")


def decide(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge a pair whose meaning the words around it decide, whatever the values say; None for all others."""
    if text[zh.end - 1] == "折":
        return _discount(zh, en, text[en.end : en.end + 12].lower())
    if (en.counter == "times" or en.kind is Kind.MULTIPLE) and zh.unit and _ONCE.match(text, zh.end):
        return Judgement("unit", "the original says after how long once, the English how many times", PROBABLE)
    if _of_what(text, zh) and (found := _bounded(Context.of(text, zh, en), zh, en)):
        return found
    if zh.unit and en.unit == zh.unit and "超过" in text[max(0, zh.start - 12) : zh.start - 2]:
        return _record(text, zh, en)
    if zh.kind in _SHARES and "超过" in text[max(0, zh.start - 12) : zh.start]:
        wide = text[max(0, en.start - 2 * NEAR) : en.start].lower()
        return _exceeded(Context.of(text, zh, en)._replace(en_before=wide), text[en.start : en.end].lower(), zh)
    return None


def decides(text: str, zh: Quantity) -> bool:
    """Whether `decide` has to be asked about an expression of the original."""
    return (
        text[zh.end - 1] == "折"
        or (zh.unit != "" and _ONCE.match(text, zh.end) is not None)
        or _of_what(text, zh)
        or ((zh.kind in _SHARES or zh.unit != "") and "超过" in text[max(0, zh.start - 12) : zh.start])
    )


def _discount(zh: Quantity, en: Quantity, after: str) -> Judgement | None:
    """六折 is 60 percent of the price, which is 40 percent off."""
    if not after.lstrip().startswith(("off", "discount", "reduction")) or en.kind is not Kind.PERCENT:
        return None
    if en.low == 1 - zh.low:
        return FINE
    paid, off = show_number(zh.low * 100), show_number(100 - zh.low * 100)
    return Judgement("percent", f"{paid}% of the price is {off}% off", SURE)


def _of_what(text: str, zh: Quantity) -> bool:
    """Whether what a share or multiple is of stands right before it: 超过去年收入的两倍."""
    return text[zh.start - 1] == "的" and (zh.kind in _SHARES or zh.kind is Kind.FRACTION)


def _bounded(context: Context, zh: Quantity, en: Quantity) -> Judgement | None:
    """超过去年收入的两倍 as "twice last year's income": what is exceeded stands between the bound and its figure."""
    if zh.approx is not Approx.NONE or en.approx is not Approx.NONE or zh.kind is not en.kind:
        return None
    if not zh.low == zh.high == en.low == en.high:
        return None
    for side, said in (("+", "more than"), ("-", "less than")):
        # 超过去年产量的百分之三十 is 30 percent more than last year's, though 超过…的两倍 is more than twice as much.
        if _SHARE_OF[side].search(context.zh_before) and not (side == "+" and zh.kind is Kind.PERCENT):
            behind = _EN_QUALIFIERS_BEHIND[side].match(context.en_after)
            if _EN_QUALIFIERS[side].search(context.en_before) or behind:
                return None
            return Judgement("approx-lost", f"“{said}” became an exact figure", PROBABLE)
    return None


_EXCEEDED = re.compile(r"\b(?:exceed|surpass)(?:ed|es|s|ing)? (?:nearly |almost |about |roughly |over )?$")


_EXCEEDED_OF = re.compile(
    r"\b(?:exceed|surpass|beat|break|broke)(?:ed|es|s|ing|ing)? [^.;,]{0,30}"
    r"\b(?:output|level|yield|production|plan|record|figure|target)s? of $"
)
"""surpassed the highest pre-war output of 33 percent."""


_ZH_RECORD = re.compile("超过[^，。；：]{0,10}(?:纪录|记录|紀錄|水平|产量|產量|计划|計劃|指标|指標|定额|定額|任务)$")


def _record(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """超过全国纪录二十一公尺 as "surpassing the national record of 21 metres"."""
    if zh.low != en.low or not _ZH_RECORD.search(text, max(0, zh.start - 16), zh.start):
        return None
    if not _EXCEEDED_OF.search(text[max(0, en.start - 2 * NEAR) : en.start].lower()):
        return None
    return Judgement("percent", "what stood before was exceeded by this much, not this much itself", PROBABLE)


def _exceeded(context: Context, words: str, zh: Quantity) -> Judgement | None:
    """超过战前百分之五十七 as "exceeded 57 percent of the pre-war level": that is less than it, not more."""
    figure = re.search(r"\d|\b(?:double|twice|treble|triple|one|two|three|four|five|six|seven|eight|nine|ten)", words)
    before = context.en_before + (words[: figure.start()] if figure else "")
    if context.zh_before.endswith(("不超过", "未超过")) or "not " in before[-40:]:
        return None
    share = _EXCEEDED.search(before) and re.match(r"\s+(?:of|the|its|that)\b", context.en_after)
    if not share and not _EXCEEDED_OF.search(before):
        return None
    name = "percent" if zh.kind is Kind.PERCENT else "multiple"
    certainty = SURE if zh.kind is Kind.PERCENT else PROBABLE
    return Judgement(name, "the base was exceeded by this much, not this share or multiple of it", certainty)


_DATE = Kind.DATE


def look(text: str, zh: Quantity, en: Quantity) -> Judgement:
    """Judge the words around a pair whose values agree; `FINE` where nothing speaks against them."""
    if zh.kind is _DATE or not _worth_a_look(text, zh):
        return FINE
    context = Context.of(text, zh, en)
    found = _list_total(context, zh, en) or _reversed(context) or _total(context, text[en.start : en.end].lower())
    return found or _counted(context, zh, en) or FINE


_AFTER_BRACKET = re.compile(r"[^，。；！？（]{0,6}（[^（）]{0,60}）(?:以上|以下|以内|左右|上下|多|余)")
_ZH_QUALIFIERS = {
    "+": re.compile(
        "少则|最迟|至迟|最晚|至少|最少|最低|最短|超过|超出|突破|大于|高于|不下|不止|以上|以外|之外|多|余|达"
    ),
    "-": re.compile(
        "多则|几(?:涨|增|近|达|占|等于|合|及|为)|跑进|游进|不及|不够|最迟|至迟|几乎|差不多|快|至多|最多|最高|最长|不到|不足|不满|未满|小于|低于|将近|接近|近|以下|以内|之内|不(?:得|能|许|可|应|准)?(?:超过|多于|高于|大于)|内|限"
    ),
    "~": re.compile("大约|大概|约|估|左右|上下|估计|预计|近|几乎|来|增减|出入"),
}
"""Words of the original that account for an approximator of the English, by what it says."""
_EN_QUALIFIERS = {
    "+": re.compile(
        r"\b(?:lowest|smallest|shortest|youngest|over|above|more|least|exceed\w*|surpass\w*|top\w*|pass\w*|beyond|plus|minimum|upwards?|past|"
        r"br(?:eak|oke)\w*|odd|distance|through the (?:ceiling|mark|barrier|limit))\b|\bfrom $|\+"
    ),
    "-": re.compile(
        r"\b(?:highest|largest|longest|oldest|biggest|"
        r"under|below|within|less|fewer|most|nearly|almost|maximum|up to|limit\w*|short|no (?:more|longer)|"
        r"not (?:\w+ )?(?:exceed|reach)\w*|(?:does|do|did|is|was|were|has|have|had|can|could|will|would|should)"
        r"(?: ?not|n[’']t)|can[’']t|"
        r"approach\w*|close|yet|before)\b"
    ),
    "~": re.compile(r"\b(?:about|around|some|approximately|roughly|nearly|almost|estimated?|or so|close to|circa)\b"),
}
"""Words of the translation that account for an approximator of the original."""
_SHARE_OF = {
    "~": re.compile("(?:约|大概|大致|差不多|几乎|近)(?:占|为|等于|合|相当于|是|有)?[^，。；：]{0,30}[的之·]$"),
    "-": re.compile(
        "(?:不及|不到|不足|不满|低于|少于|小于|近|接近|将近|几乎|差不多|几(?=等于|占|合|相当))(?:占|为|等于|合|相当于|是)?[^，。；：]{0,30}[的之·]$"
        "|(?:差不多|几乎|将近|近)每[^，。；：]{0,20}$"
        "|(?:差不多|几乎|将近|接近|近)比[^，。；：]{0,20}(?:多|少|高|低|增加|减少|提高)了?$"
    ),
    "+": re.compile("(?:超过|高于|多于|大于|不止|不下于)(?:占|为|等于|合|相当于|是)?[^，。；：]{0,30}[的之·]$"),
}
"""约占全部投资的八成, 约等于十年费用的六分之一: what the share is of stands between."""
_AGO = re.compile(" (?:ago|earlier|before|previously|later)\\b")
_THEN = (" ago", " earlier", " before", " previously")
"""higher than a year earlier: a comparison with then, no bound."""
_WALKED = re.compile("(?:走|跑|爬|骑|翻过|穿过|越过|步行|行军|跋涉|推|抬|背|拉|赶)[了过完到]?$")
"""Motion, of which English says over what distance: 走了十八里山路 is "over 18 li of mountain road"."""
_ONLY = re.compile("(?:只|仅|才|不过|就)[^，。；：]{0,6}$")
"""What English may put as "no more than"."""
_NO_MORE = re.compile(r"\W*(?:no|not) more than\b")
_APART_FROM = re.compile("除[^。；！？]{0,40}$")
"""除…五担以外: the 以外 belongs to the 除, and says nothing of the figure."""
_NEAR_EN, _NEAR_ZH = 30, 16  # characters, of the same clause
_CLAUSE_END = re.compile(r"[，。；：！？、,;:!?·]|\. ")


def same_letters(text: str, zh: Quantity, en: Quantity) -> bool:
    """Whether both sides print the same figures: 4K, 3-0, a model number."""
    words = text[zh.start : zh.end]
    return words.isascii() and words.casefold() == text[en.start : en.end].casefold() and any(map(str.isdigit, words))


_LESS_BY = re.compile("(?:便宜|减少|降低|下降|减|降|低|少|跌|贱)了?$")


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
    context = context._replace(
        zh_before=context.zh_before.translate(simplified()), zh_after=context.zh_after.translate(simplified())
    )
    if judgement.verdict == "approx-reversed":
        if zh_words.startswith("一半") and _LESS_BY.search(context.zh_before):
            return True  # 便宜一半还多 leaves less than half
        return bool(re.search("[不未没勿](?:会|得|能|应|可|有|要|宜|许|准|必)?$", context.zh_before))
    if judgement.verdict == "approx-lost":
        if _APART_FROM.search(context.zh_before) and zh_words.endswith(("外", "以外", "之外")):
            return True
        wanted = _EN_QUALIFIERS.get(sides[0])
        before, after = _clause(context.en_before[-_NEAR_EN:], context.en_after)
        behind = _EN_QUALIFIERS_BEHIND.get(sides[0], _BELOW)
        return bool(wanted and (wanted.search(before) or behind.match(after) or _BELOW.match(after)))
    wanted = _ZH_QUALIFIERS.get(sides[1])
    parts = _clause(context.zh_before[-_NEAR_ZH:], context.zh_after[:_NEAR_ZH])
    near = wanted is not None and any(wanted.search(part) for part in parts)
    near = near or (_NO_MORE.match(en_words) is not None and _ONLY.search(parts[0]) is not None)
    near = near or (sides[1] in _SHARE_OF and _SHARE_OF[sides[1]].search(context.zh_before) is not None)
    near = near or _AGO.match(context.en_after) is not None or en_words.endswith(_THEN)
    near = near or (sides[1] == "+" and _WALKED.search(parts[0]) is not None)
    return judgement.verdict == "approx-added" and (near or _AFTER_BRACKET.match(context.zh_after) is not None)


_BOUND = re.compile(
    "(?:(至多|最多|顶多|不(?:得|能|许|准|应)?超过|不(?:得|能|许|准|应)?多于)|(至少|最少|起码|不(?:得|能|许|准|应)?少于))"
    "[^，。；：、·]{0,5}$"
)


_EN_NO = re.compile(
    r"\b(?:no|not|never|nor|neither|cannot|without|nobody|none|no one|few|hardly|rarely|seldom)\b|n[’']t\b"
)


def bound_crossed(context: Context, text: str, en: Quantity) -> Judgement | None:
    """至多留粮六十斤 ("at most 60 jin") as "at least 60 jin", where a verb stands between the bound and its figure."""
    said = en.approx in (Approx.OVER, Approx.AT_LEAST), en.approx in (Approx.UNDER, Approx.AT_MOST)
    found = _BOUND.search(context.zh_before.translate(simplified())) if any(said) else None
    if (
        found is None
        or (found[1] is not None) == said[1]
        or _EN_NO.search(text[max(0, en.start - 100) : en.start].lower())
    ):
        return None
    bounds = ("at most", "at least") if found[1] else ("at least", "at most")
    return Judgement("approx-reversed", f"the original says {bounds[0]}, the English {bounds[1]}", PROBABLE)


_SERIES = re.compile(r"(?:[ -][a-z-]+){0,4}(?:, and|,| and) ", re.IGNORECASE)
_GAPPED = re.compile(r"(?:[ -][a-z-]+){0,4}[,;] (?:and )?[A-Z][\w’'-]*(?:,? (?:and )?[A-Z][\w’'-]*){0,5} ")
"""Names with the verb left out: Wuhe exceeded 60 percent, Guzhen and Mengcheng 50 percent."""


_EACH = re.compile(r"(?: [a-z-]+){0,2} (?:for|in|to|per|out of)(?: every| each)? ", re.IGNORECASE)


def said_before(text: str, clusters: Sequence[Cluster], en: Quantity, approx: Approx) -> bool:
    """Whether an approximator stands with the number before: "more than 90,000 bridges, 17,000 tunnels and 240 weirs",
    "about one bed for every 230 people".
    """
    at = bisect_left(clusters, en.start, key=lambda one: one.start) - 1
    if at >= 0 and _EACH.fullmatch(text, clusters[at].end, en.start):
        return any(one.approx is approx for one in clusters[at].covers[0].quantities[-1:])
    return _said_for_series(text, clusters, en, approx)


def unit_before(text: str, clusters: Sequence[Cluster], en: Quantity) -> str:
    """The unit of the measure before a figure in its sentence, where nothing else stands between."""
    at = bisect_left(clusters, en.start, key=lambda one: one.start) - 1
    while at >= 0 and en.start - clusters[at].end < _SENTENCE and ". " not in text[clusters[at].end : en.start]:
        quantities = clusters[at].covers[0].quantities
        if quantities and quantities[-1].unit:
            return quantities[-1].unit
        at -= 1
    return ""


def _said_for_series(text: str, clusters: Sequence[Cluster], en: Quantity, approx: Approx) -> bool:
    at, start = bisect_left(clusters, en.start, key=lambda one: one.start) - 1, en.start
    while at >= 0 and (
        _SERIES.fullmatch(text, clusters[at].end, start) or _GAPPED.fullmatch(text, clusters[at].end, start)
    ):
        before = clusters[at].covers[0].quantities
        if len(before) != 1 or (before[0].kind in _SHARES) is not (en.kind in _SHARES):
            return False  # more than 11,000 pigs, 40% more than in 1958
        if before[0].approx is not Approx.NONE:
            return before[0].approx is approx
        at, start = at - 1, clusters[at].start
    return False


_EN_QUALIFIERS_BEHIND = {
    "+": re.compile(
        r"[^·]{0,24}?(?:\b(?:(?:or|and) (?:more|over|above|older|greater|longer|higher|heavier|larger|better|later|"
        r"up|upwards?|beyond)|at least|at the very least|minimum|plus|odd|away|off|distant)\b|\+)"
    ),
    "-": re.compile(
        r"[^·]{0,24}?\b(?:(?:or|and) (?:less|fewer|under|below|lower|younger|shorter|smaller|cheaper|lighter)|"
        r"at most|at the very most|maximum)\b"
    ),
    "~": re.compile(
        r"[^·]{0,24}?\b(?:or (?:so|thereabouts|around|about)|more or less|approximately|roughly|give or take)\b"
    ),
}
"""Words behind the thing counted that account for an approximator of the original: 250 people and older."""
_BELOW = re.compile(r"[^·]{0,24}?\b(?:down|below|beneath|or so|or more|or less)\b")


def _clause(before: str, after: str) -> tuple[str, str]:
    """What of the words around a numeral belongs to its own clause and to no other numeral."""
    start = max((match.end() for match in _CLAUSE_END.finditer(before)), default=0)
    end = match.start() if (match := _CLAUSE_END.search(after)) else len(after)
    return before[start:], after[:end]


_OTHERS = re.compile(r" (?:others?|more|further|additional)\b(?! than\b)")


def _list_total(context: Context, zh: Quantity, en: Quantity) -> Judgement | None:
    if not closes_list(context.zh_before):
        return None
    if re.search(r"\bother (?:of the )?$", context.en_before) or (zh.low == en.low and _OTHERS.match(context.en_after)):
        return Judgement("list-total", "the figure counts the whole list, those named included", SURE)
    if "共" in context.zh_before[-3:] and re.match(r" \w+ (?:of|from) the \w", context.en_after):
        return Judgement("list-total", "the figure sums up the list; it is no part of its last item", PROBABLE)
    return None


def _worth_a_look(text: str, zh: Quantity) -> bool:
    """Whether anything near the Chinese could belong to a pattern: most numerals stand in plain places."""
    before = text[zh.start - 12 if zh.start > 12 else 0 : zh.start]
    return (
        before[-1:] in _SIGNS
        or "比" in before
        or "又" in before[-4:]
        or "另" in before[-4:]
        or zh.counter[:1] in _trap_counters()
        or zh.unit in _TRAP_UNITS
        or text[zh.end : zh.end + 2] in _TRAP_WORDS
    )


_SIGNS = frozenset("等共约计有又另")

_PERIODS = {
    "今年": ("this year",),
    "本年": ("this year",),
    "去年": ("last year", "the previous year"),
    "前年": ("the year before last",),
    "上月": ("last month", "the previous month"),
    "本月": ("this month",),
}
_THAN = re.compile(r"比(今年|本年|去年|前年|上月|本月)[^，。；比]{0,6}(?:(多|增|高|超)|少|减|減|低)[^，。；]{0,3}$")
_EN_THAN = re.compile(
    r"[^.;]{0,24}\b(?:(more|higher|greater)|less|fewer|lower)(?: [a-z]+){0,3}? than (?:that of |in |it was )?"
    r"(this year|last year|the previous year|the year before last|this month|last month|the previous month)"
)


def _reversed(context: Context) -> Judgement | None:
    """比今年尚多二十五亿 as "2.5 billion more than last year": what was the base became what is compared."""
    zh, en = _THAN.search(context.zh_before), _EN_THAN.match(context.en_after)
    if zh and en and en[2] not in _PERIODS[zh[1]] and bool(zh[2]) == bool(en[1]):
        return Judgement("comparison", f"the original compares with {zh[1]}, the English with “{en[2]}”", SURE)
    return None


def turned_round(zh_before: str, en_after: str) -> bool:
    """Whether both the direction and the base changed: 比今年多三百吨 is "300 tons less than last year"."""
    zh, en = _THAN.search(zh_before), _EN_THAN.match(en_after)
    return bool(zh and en and en[2] not in _PERIODS[zh[1]] and bool(zh[2]) != bool(en[1]))


_FURTHER = re.compile("(?:[又另][^，。；：、共总合]{0,3}|[还還再]有)$")


_TOTAL = ("a total of ", "in total ", "totaling ", "totalling ")


def _total(context: Context, words: str) -> Judgement | None:
    """又有三千人 ("another 3,000") as "a total of 3,000"."""
    summed = context.en_before.endswith(_TOTAL) or words.startswith(_TOTAL)
    if summed and _FURTHER.search(context.zh_before):
        return Judgement("total", "the original adds them to others; they are not the total", PROBABLE)
    return None


class _Trap(NamedTuple):
    zh: str
    zh_where: str
    zh_near: str
    en: tuple[str, ...]
    en_not: tuple[str, ...]
    why: str


def _load_traps() -> tuple[_Trap, ...]:
    path = os.path.join(os.path.dirname(__file__), "counted.json")
    with open(path, encoding="utf-8") as file:
        rows = json.load(file)["traps"]
    return tuple(
        _Trap(row["zh"], row["where"], row.get("near", ""), tuple(row["en"]), tuple(row.get("en_not", ())), row["why"])
        for row in rows
    )


_TRAPS = _load_traps()
_TRAP_COUNTERS = frozenset(trap.zh[0] for trap in _TRAPS if trap.zh_where == "counter")


@lru_cache(maxsize=1)
def _trap_counters() -> frozenset[str]:
    """How the counters of traps begin, in both scripts."""
    forms = {*_TRAP_COUNTERS, *map(chr, simplified())}
    return frozenset(form for form in forms if form.translate(simplified()) in _TRAP_COUNTERS)


_TRAP_UNITS = frozenset(trap.zh for trap in _TRAPS if trap.zh_where == "unit")
_TRAP_WORDS = frozenset(trap.zh for trap in _TRAPS if trap.zh_where == "after")


def _counted(context: Context, zh: Quantity, en: Quantity) -> Judgement | None:
    """The figure is right, what it counts is not; see `counted.json`."""
    counter = zh.counter.translate(simplified())
    for trap in _TRAPS:
        there = {
            "counter": counter.startswith(trap.zh),
            "after": context.zh_after.startswith(trap.zh),
            "unit": zh.unit == trap.zh,
        }[trap.zh_where]
        if not there or (
            trap.zh_near and not re.search(trap.zh_near, context.zh_before[-8:] + counter + context.zh_after[:4])
        ):
            continue
        words = f"{en.counter} {context.en_after}".lstrip()
        said = context.en_after.lstrip()
        wrong = words.startswith(trap.en) or said.startswith(trap.en) or said.partition(" ")[2].startswith(trap.en)
        if not trap.en[0] and en.low <= 1:
            continue
        if wrong and not any(word in said[:24] for word in trap.en_not):
            return Judgement("counted", trap.why, SURE)
    return None
