"""What a share is of: 比去年增加百分之二十 ("20 percent more than last year") as "20 percent of last year's"."""

from __future__ import annotations

import re
from fractions import Fraction

from duizhao.regex import regex
from duizhao.validator.pairing.model import PROBABLE, Judgement
from duizhao.validator.pairing.nearby import words_before, words_behind
from duizhao.validator.quantities.lexicon.simplify import simplify
from duizhao.validator.quantities.model import SHARES, Quantity

_ZH_NEAR, _ZH_SENTENCE, _EN_NEAR = 24, 60, 90
"""Characters of clause and sentence that are looked at: a comparison begins with what is compared."""

_ZH_BY = regex(
    "(?:增加|增长|增产|增|提高|提升|上升|上涨|涨|升高|超过|超出|超额|超产|超|多|高|快|大|长|重|好|贵|扩大|加快"
    "|减少|减低|减产|减|降低|下降|降|缩短|缩小|少|低|轻|慢|短|小|便宜|跌|节约|节省|节|省)了?[约近达将]?$"
    "|(?:超过|超额|超出)(?:了|完成)?[^，。；：、]{0,10}(?:计划|指标|定额|任务|水平|战前|产量)的?[约近达将]?$"
)
"""What changed, or differs, by a share."""
_NOT_EXCEED = regex("不(?:得|能|许|可|应|准|要|宜)?(?:超过|超出|高于|多于)[^，。；：、]*$")
"""废铁不得超过产量百分之五 bounds a share."""
_ZH_OF = regex(
    "(?:相当于|等于|达到|达|完成|占|为|是|合(?![格作同并理])|只有|仅有|仅及|只及|不及|仅)了?[^，。；：、增减超多少高低]{0,12}的?[约近]?$"
)
"""What a share is of: 相当于去年的, 完成计划的, 占总数的."""
_ZH_LESS = regex("[减減少低降缩縮轻輕短省跌]")
_HALF = Fraction(1, 2)
_POINTS, _EN_POINTS = regex("百分[点點]$"), regex(r"\bpoints?\b", re.IGNORECASE)
_POINTS_WITHIN = 12
"""Characters behind a figure in which points are named: "0.4 of a point", "18.5 percentage points"."""
_COMPARING = regex("约?[高长重大多快低少轻短慢小]?")
"""What of a comparison is read as an approximator: 快三分之一 is nearly a third, or a third faster."""
_ZH_CHANGE = regex("[增减超多少高低升降涨跌落快慢缩扩省]|节约|提|下滑")
_EN_OF = regex(
    r" (?:of|that of) (?:the |its |their |his |her |this )?(?:[a-z'’-]+ ){0,3}?"
    r"(?:last (?:year|month|season)|the previous|previous|preceding|pre-?war|plans?\b|planned|targets?|quotas?\b|"
    r"norms?\b|assigned|levels?\b|amount (?:of|in)|figure (?:of|in|for)|output|yield|costs?\b|price|progress|speed|"
    r"that (?:of|in)|period|19\d\d|year before)"
)
_EN_CHANGE = regex(
    r"\b(?:more|higher|greater|above|over|in excess|beyond|up|extra|additional|additionally|better|faster|larger|"
    r"longer|heavier|increas\w*|ris[ei]\w*|rose|gr[eo]w\w*|exceed\w*|surpass\w*|over-?ful\w*|gain\w*|rais\w+|"
    r"expand\w*|boost\w*|climb\w*|improv\w*|add\w*|jump\w*|soar\w*|"
    r"less|lower|fewer|smaller|below|under|down|short\w*|cheaper|cut\w*|decreas\w*|reduc\w*|f[ae]ll\w*|drop\w*|declin\w*|"
    r"sav\w+|shr[aiu]nk\w*|loss\w*|los[et]\w*)\b"
)
_EN_BY_BEHIND = regex(
    r"(?: [a-z]+){0,2}? (?:(?:more|higher|greater|larger|less|lower|fewer|smaller) than|(?:above|over|below|under) "
    r"(?:the|its|that|last|pre))\b"
)
_EN_BY_BEFORE = regex(
    r"\b(?:exceed|surpass|over-?fulfil)\w*\b[^.;,]{0,40} by (?:about |nearly |over |almost |some )?$"
    r"|\b(?:increas|rose|rise|grew|grow|climb|jump|decreas|fell|drop|reduc|declin)[a-z]*(?: [a-z]+){0,2} by "
    r"(?:about |nearly |over |almost |some )?$"
    r"|\b(?:increase|rise|growth|decrease|decline|reduction|drop|fall) of (?:about |nearly |over |almost |some )?$"
)
_OF_PLAN = regex(
    "(?:达到?|为|占|等于|相当于|(?<!超额)完成)了?[^，。；：、]{0,8}(?:计划|指标|任务|定额|预算)数?的?[约近]?$"
)
"""达原计划百分之一百一十点四: a whole and more, whatever stands before it is said to be exceeded."""
_WITH = regex("[以按][^，。；：、]{0,14}$")
_OVERFULFILLED = regex(
    "(?:[与和及、與][百分之％%0-9０-９一二三四五六七八九十点點]+)?的?(?:成[绩績])?超[额額](?:完成|实现|實現)"
)
"""以百分之一百一十五超额完成: so much of it was done."""
_EN_OVER_BY = regex(r"\b(?:exceed|surpass|over-?fulfil)\w*\b[^.;]{0,80} by (?:about |nearly |over |almost |some )?$")
_HALF_MORE = regex(
    "(?:增加|增长|增产|增收|提高|提升|上升|上涨|升高|扩大|加快|(?<![不差许很])[多高快])"
    "[产收打卖用花出付种织交吃采挖修造砍生做干走跑赚得]?了?[约近达将]?$"
)
"""今年多干一半活: what rises by a half becomes half as much again."""
_HALF_AS_MUCH = regex(
    r" as (?:much|many|large|big|high|fast|long|great|heavy|good|productive|efficient)\b"
    r"(?!(?: [a-z]+)? again| more)(?![^.;]{0,40}\bagain\b)"
)
_OPEN_COUNT = regex("(?<=[0-9０-９十百千万亿])多")
"""多 of 三千多公尺, which changes nothing."""
_ZH_SENTENCES = regex("[。；;]")
_ZH_END = regex("[，。；：、！？（]")
_EN_END = regex(r"[;:!?]|\.(?: |$)|, (?:while|but|whereas|and) ", re.IGNORECASE)


def share_of(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge what a pair of equal shares is said of; None where nothing speaks against it."""
    if zh.kind not in SHARES or en.kind not in SHARES or zh.low != en.low:
        return None  # 完成计划的百分之一百零八 may be "overfulfilled by 8 percent"
    if _POINTS.search(text, zh.start, zh.end) and not _EN_POINTS.search(text, en.start, en.end + _POINTS_WITHIN):
        return Judgement("percent", "the original counts points of per cent, the English per cent of it", PROBABLE)
    if zh.low == _HALF and _ZH_LESS.search(text, max(0, zh.start - 4), zh.start):
        return None  # 少了一半 is half of it
    start = _COMPARING.match(text, zh.start).end()  # type: ignore[union-attr]  # it matches nothing at all as well
    sentence = simplify(text[max(0, start - _ZH_SENTENCE) : start])
    clause = words_before(sentence, len(sentence), _ZH_NEAR, _ZH_END)
    en_before = words_before(text, en.start, _EN_NEAR, _EN_END).lower()
    en_after = words_behind(text, en.end, _EN_NEAR, _EN_END).lower()
    if _NOT_EXCEED.search(clause):
        return None
    if _ZH_BY.search(clause) and _EN_OF.match(en_after) and not _EN_CHANGE.search(f"{en_before} | {en_after}"):
        return Judgement("percent", "the original says by how much, the English how much of it", PROBABLE)
    if zh.low == _HALF and _HALF_MORE.search(clause) and _HALF_AS_MUCH.match(en_after):
        return Judgement("percent", "the original says half as much again, the English half as much", PROBABLE)
    done = _OF_PLAN.search(clause) or (_WITH.search(clause) and _OVERFULFILLED.match(text, zh.end))
    if zh.low > 1 and done and _EN_OVER_BY.search(en_before):
        return Judgement("percent", "the original says how much of it, the English by how much", PROBABLE)
    if not _ZH_OF.search(clause) or _ZH_CHANGE.search(_OPEN_COUNT.sub("", _ZH_SENTENCES.split(sentence)[-1])):
        return None
    if _EN_BY_BEHIND.match(en_after) or _EN_BY_BEFORE.search(en_before):
        return Judgement("percent", "the original says how much of it, the English by how much", PROBABLE)
    return None
