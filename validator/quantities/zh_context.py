"""What the words around a Chinese quantity say: approximators, and what a percentage or 倍 is measured against."""

from __future__ import annotations

import re

from duizhao.validator.quantities.model import Approx, Relation

LOOK_BACK = 25
"""Characters before a numeral that are searched for 增加, 超过, 占."""

_BEFORE_WORDS = {
    Approx.ABOUT: "约 大约 约有 约为 约占 约计 约合 约需 约在 约达 大约有 大概 大致 左近 估计约",
    Approx.UNDER: "近 将近 接近 几近 几及 几乎 不到 不足 未满 不满 少于 低于 小于 不及 未达 差不多",
    Approx.OVER: "超过 超过了 超 超出 逾 多于 高于 大于 不止 不只 已逾 上 过 好几",
    Approx.AT_LEAST: "至少 最少 至少有 至少要 至少需 至少需要 不下 不下于 不少于 不低于 起码 不少於",
    Approx.AT_MOST: "至多 最多 不超过 不多于 不高于 不大于 不超出 顶多 最多不超过 最高不超过 以不超过",
}
_BEFORE = {word: approx for approx, words in _BEFORE_WORDS.items() for word in words.split()}
BEFORE_LAST = frozenset(word[-1] for word in _BEFORE)
_LONGEST = max(map(len, _BEFORE))
_NOT_AFTER = {
    "约": "条节公合契制违签隐纽特婚简绰立缔解履和守赴邀预集",
    "近": "最附临邻新远靠逼亲走相就",
    "过": "通经不胜越度难超渡走路",
    "上": "以加地身路史会线船车山海街市墙场基际早晚世天向桌手马岸",
    "超": "高",
}
"""Characters that make another word of the approximator: 条约, 节约, 最近, 通过, 以上."""

_AFTER_WORDS = {
    Approx.ABOUT: "左右 上下 许 光景 内外 来往 前后左右",
    Approx.OVER: "多 余 馀 以上 之上 强 开外 出头 挂零 有余 有奇 有馀 还多 + ＋",
    Approx.AT_MOST: "以下 以内 之内 为限",
    Approx.UNDER: "弱 不到 不足",
}
_AFTER: dict[str, list[tuple[str, Approx]]] = {}
for _approx, _words in _AFTER_WORDS.items():
    for _word in _words.split():
        _AFTER.setdefault(_word[0], []).append((_word, _approx))
AFTER_FIRST = frozenset(_AFTER)
_AFTER_TRAPS = {
    "余": "额粮款下热姚杭江党孽地业暇裕缺留",
    "多": "种次样边变数方年么快少方产收余民级面是",
    "强": "烈大度调制化迫国盛劲弩者加",
    "弱": "小点者势",
    "许": "多可久诺愿",
    "以": "",
}

_RELATIONS = re.compile(
    r"(?P<to>(?:增加|增长|提高|上升|增|扩大|发展|涨|升|增产|上涨)(?:到|至|为))"
    r"|(?P<down>(?:减少|下降|降低|缩短|缩减|减|降|跌)(?:到|至|为))"
    r"|(?P<none>占|约占|达到|达|即|完成|等于|相当于|相当|只及|仅及|只有|仅有|的(?=[^的]{0,3}$))"
    r"|(?P<is>是|为|合)"
    r"|(?P<over>超过|超出|超额|超)"
    r"|(?P<less>减少|减产|减低|下降|降低|缩短|缩减|缩小|节省|节约|减轻|跌|落|贬值|减|降|少|低)"
    r"|(?P<more>增加|增长|增产|增收|提高|上升|上涨|扩大|加快|猛增|多|高|快|涨|增|加|大|强|长|重|盈利)"
)
_CLAUSE_END = re.compile(r"[，。；：、！？\n（）]")


def before(text: str, at: int) -> tuple[Approx, int]:
    """Find the approximator that ends at `at`; give it and where it starts (`at` if there is none)."""
    if text[at - 1] not in BEFORE_LAST:
        return Approx.NONE, at
    for size in range(min(_LONGEST, at), 0, -1):
        word = text[at - size : at]
        approx = _BEFORE.get(word)
        if approx is None:
            continue
        if text[at - size - 1] in _NOT_AFTER.get(word, "") or (word in "上过" and text[at] not in "百千万亿半"):
            return Approx.NONE, at
        return approx, at - size
    return Approx.NONE, at


def after(text: str, at: int) -> tuple[Approx, int]:
    """Find the approximator that starts at `at`; give it and where it ends (`at` if there is none)."""
    for word, approx in _AFTER.get(text[at], ()):
        if text.startswith(word, at):
            end = at + len(word)
            trap = _AFTER_TRAPS.get(word)
            return (approx, end) if trap is None or text[end] not in trap else (Approx.NONE, at)
    return Approx.NONE, at


def relation(text: str, at: int, *, multiple: bool) -> Relation:
    """Say what the share or multiple at `at` is measured against, from the words before it in its clause."""
    near = before(text, at)[1]
    if text[near] != "超":
        at = near
    clause = _CLAUSE_END.split(text[max(0, at - LOOK_BACK) : at])[-1]
    words = list(_RELATIONS.finditer(clause))
    if not words:
        return Relation.NONE
    last = words[-1]
    if last.lastgroup == "over":
        return Relation.INCREASE_BY if multiple else Relation.EXCEEDS_BY
    if last.lastgroup in {"is", "none"}:
        return Relation.TIMES_OF if multiple else Relation.NONE
    return _BY_GROUP[str(last.lastgroup)]


_BY_GROUP = {
    "to": Relation.INCREASE_TO,
    "down": Relation.DECREASE_TO,
    "less": Relation.DECREASE_BY,
    "more": Relation.INCREASE_BY,
}
