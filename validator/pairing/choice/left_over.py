"""What has no counterpart, and whether the other language may well do without it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from duizhao.regex import regex
from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.choice.left_out import LEFT_OUT, Lists
from duizhao.validator.pairing.choice.sides import Side
from duizhao.validator.pairing.choice.texts import Texts
from duizhao.validator.pairing.choice.transliterated import name_in_pinyin, spelt_in_pinyin
from duizhao.validator.pairing.lists import sums_list
from duizhao.validator.pairing.model import DOUBTFUL, FINE, PROBABLE, SURE, Judgement, Link
from duizhao.validator.pairing.values.differ import lonely
from duizhao.validator.quantities.model import Cluster, Cover, Form, Kind, Number, Quantity


def left_over(texts: Texts, links: Sequence[Link]) -> Iterator[Link]:
    """The links of what has found no counterpart.

    Args:
        texts: the two texts.
        links: the pairs.
    """
    numbered: bool | None = None
    lists: Lists | None = None
    for i in texts.zh.left():
        zh = texts.zh.quantities[i]
        if zh.kind is Kind.LIST_MARKER:
            # Looked up with the first mark: most texts have none.
            numbered = _numbered(links) if numbered is None else numbered
            if numbered and _figured(texts.setting.text, zh):
                yield Link(zh, None, "missing", "the other marks of the list are there", PROBABLE)
                continue
        name = spelt_in_pinyin(texts.setting.text, texts.en.start, texts.en.start + texts.ends[1], zh)
        if name is not None:
            spelt = Quantity(name.start, name.end, Kind.ORDINAL, zh.low, zh.high, form=Form.WORDS)
            yield Link(zh, spelt, "transliterated", "a designation was taken for a name", SURE)
        elif (lists := lists or Lists(texts, links)).leave_out(zh):
            yield Link(zh, None, "missing", LEFT_OUT, SURE)
        else:
            yield Link(zh, None, *_judged(texts, texts.zh, i, "missing"))
    for j in texts.en.left():
        if _untranslated(texts.setting.text, texts.en.quantities[j]):
            continue
        yield Link(None, texts.en.quantities[j], *_judged(texts, texts.en, j, "added"))


_HAN = regex("[\u4e00-\u9fff，。、；：（）％]")


def _untranslated(text: str, en: Quantity) -> bool:
    """Whether a figure stands in Chinese that was left in the English, of which P201 speaks: 牲畜增加了1.2％，其中."""
    return _HAN.match(text, en.start - 1) is not None and _HAN.match(text, en.end) is not None


def _numbered(links: Sequence[Link]) -> bool:
    """Whether other marks of a list have been paired."""
    pairs = (one for one in links if one.zh is not None and one.en is not None)
    return sum(one.zh is not None and one.zh.kind is Kind.LIST_MARKER for one in pairs) > 1


def _figured(text: str, mark: Quantity) -> bool:
    """Whether a mark counts in figures: 甲 and 乙 become letters, or nothing."""
    return not any(stem in text[mark.start : mark.end] for stem in "甲乙丙丁戊己庚辛")


def _judged(texts: Texts, side: Side, index: int, verdict: str) -> Judgement:
    one = side.quantities[index]
    if side is texts.en and _to_the_letter(texts, one):
        return FINE
    if side is texts.zh and name_in_pinyin(texts.setting.text, one, texts.english):
        return FINE
    judgement = lonely(one, verdict)
    if side is texts.zh and one.kind is Kind.MULTIPLE and one.low >= 2 and not _MULTIPLES.search(texts.english):
        return Judgement(verdict, "", PROBABLE)
    if side is texts.zh and _which_war(texts, one):
        return Judgement(verdict, "the English does not say which world war", SURE)
    if side is texts.zh and _session_lost(texts, one):
        return Judgement(verdict, "", PROBABLE)
    if side is texts.zh and _became_examples(texts, one):
        return Judgement(verdict, "the whole list became examples", PROBABLE)
    if judgement.certainty >= PROBABLE and _dispensable(texts, side, index):
        return judgement._replace(certainty=DOUBTFUL)
    return judgement


def _which_war(texts: Texts, zh: Quantity) -> bool:
    """Whether the number of a world war is lost, and the English names no war by its number: "the war" says which."""
    if zh.kind is not Kind.ORDINAL or not texts.setting.text.startswith("世界大战", zh.end):
        return False
    english = texts.english.lower()
    return _WORLD_WAR.search(english) is not None and _NUMBERED_WAR.search(english) is None


_WORLD_WAR = regex(r"\bworld war\b")
_NUMBERED_WAR = regex(
    r"\b(?:first|second|third|1st|2nd|3rd|last|next|new|another) (?:great )?world war\b"
    r"|\bworld war[ -](?:i+|one|two|three|[123])\b|\bwwi+\b"
)
"""The last world war and the next one are told apart as well."""


def _session_lost(texts: Texts, zh: Quantity) -> bool:
    """Whether a session or a meeting lost its number: 第二届运动会 as "the Games"; told once, it may go without."""
    if zh.kind is not Kind.ORDINAL or not zh.counter.startswith("届"):
        return False
    words = texts.setting.text[zh.start : zh.end]
    return texts.setting.original.count(words) == 1


def _became_examples(texts: Texts, zh: Quantity) -> bool:
    """Whether a list that is closed with its sum became examples: 甲、乙、丙等三县 as "counties like A, B and C".

    The English must name just as many, so that it is that list; where it counts them elsewhere it says so.
    """
    text = texts.setting.text
    if text[zh.start - 1] != "等" or not sums_list(text, zh):
        return False
    english = texts.english
    return any(
        len(_NAMES.findall(one[1])) == zh.low
        and not _COUNTED_THERE.search(english, max(0, one.start() - _BESIDE), one.start())
        for one in _EXAMPLES.finditer(english)
    )


_EXAMPLES = regex(
    r"[a-z],? (?:like|such as|including|for example,?|for instance,?) "
    r"((?:[A-Z][A-Za-z'’-]*(?: [A-Z][a-z'’-]+)*(?:, and |, | and ))+[A-Z][A-Za-z'’-]*)"
)
_NAMES = regex(r"[A-Z][^,]*?(?=, | and |$)")
_BESIDE = 40
"""Characters before the names in which the English may count them: the four counties, such as A, B, C and D."""
_COUNTED_THERE = regex(r"\b(?:two|three|four|five|six|seven|eight|nine|both|several|[2-9])\b", re.IGNORECASE)


def _to_the_letter(texts: Texts, en: Quantity) -> bool:
    """Whether a numeral of the original that is part of a phrase and counts nothing was translated all the same.

    千军万马 as "a thousand troops and ten thousand horses", 五湖四海 as "the five lakes and four seas".
    """
    signs = _SIGNS.get(en.low) if en.form is Form.WORDS and en.low == en.high and en.kind in _COUNTS else None
    if signs is None:
        return False
    original, start = texts.setting.original, texts.zh.start
    return any(not _covered(texts.setting.zh, start + one.start()) for one in signs.finditer(original))


_COUNTS = (Kind.CARDINAL, Kind.MEASURE)
_SIGNS: dict[Number, re.Pattern[str]] = {
    2: regex("[二两兩双雙]"),
    10_000: regex("[万萬]"),
    **{value: regex(sign) for value, sign in enumerate("三四五六七八九十", 3)},
    **{value: regex(sign) for value, sign in ((100, "百"), (1000, "千"))},
}
"""How a phrase writes a number; 一 stands in too many words."""


_MULTIPLES = regex(
    r"\b(?:times|[a-z]*fold|doubl[a-z]*|twice|thrice|trebl[a-z]*|tripl[a-z]*|quadrupl[a-z]*|quintupl[a-z]*"
    r"|as [a-z]+ again|hundred[a-z]*|per ?cent)\b|%",
    re.IGNORECASE,
)
"""The words by which English says how many times as much; without any of them a multiple is lost, however small."""


def _dispensable(texts: Texts, side: Side, index: int) -> bool:
    """Whether the other language may well do without an expression."""
    # English names three counties and does not count them; it adds no such sums of its own.
    sums = side is texts.zh and sums_list(texts.setting.text, side.quantities[index])
    return sums or silent(texts, side, index) or repeated(side, index)


def repeated(side: Side, index: int) -> bool:
    """Whether the same value stands right beside it and is paired: 十八岁和十八岁以上 is "18 and above".

    Args:
        side: one of the texts.
        index: an item of it without counterpart.
    """
    one = side.quantities[index]
    places = side.paired().get((one.low, one.unit), [])
    at = bisect_right(places, one.start - w.BESIDE)
    return at < len(places) and places[at] < one.start + w.BESIDE


def silent(texts: Texts, side: Side, index: int) -> bool:
    """Whether the text may well hold no quantity here: another reading of it has none.

    Args:
        texts: the two texts.
        side: one of them.
        index: an item of it without counterpart.
    """
    one, covers = side.quantities[index], side.clusters[side.cluster_of[index]].covers
    alone = one.kind is not Kind.DATE and not one.unit
    if side is texts.en and alone and any(map(is_year, covers)):
        return True  # a year that the translator supplied: the Beijing 2022 Olympics
    if one.kind is Kind.ORDINAL and texts.setting.text[one.start : one.end].isupper():
        return True  # Louis XV
    # 二十五师 is lost whether it is the 25th Division or twenty-five of them.
    return any(all(q.weak and q.kind is not Kind.ORDINAL for q in cover.quantities) for cover in covers)


def is_year(cover: Cover) -> bool:
    """Whether a figure by itself may be a year."""
    return (
        len(cover.quantities) == 1 and cover.quantities[0].date is not None and cover.quantities[0].low > w.YEARS_FROM
    )


def _covered(clusters: Sequence[Cluster], place: int) -> bool:
    """Whether one of the expressions of a text, which are in order, stands at a place."""
    at = bisect_right(clusters, place, key=lambda one: one.start) - 1
    return at >= 0 and place < clusters[at].end
