"""From which length, number or share on a rule of texts speaks, and how gravely: each bound from both sides."""

from __future__ import annotations

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.registry import registry

EN = "The harvest is very good this year in the whole county, and the farmers are glad."
SHORT = "The harvest is good this year, the farmers are glad."
ZH = "今年全县收成很好，农民都很高兴。"
EN_END, ZH_END = "Everybody is determined to grow more next year.", "大家决心明年多打粮食，争取丰收。"
EN_TOLD, ZH_TOLD = "The county harvested 12,345 tons this year.", "全县今年收粮一万二千三百四十五吨。"
EN_GOAL, ZH_GOAL = "The goal of the next year is 23,456 tons.", "明年的目标是二万三千四百五十六吨。"
FLOOD = (
    "南边遭了水灾房屋倒塌牲口淹死农民生活十分困难政府已经派人前去救济"
    "发动群众挖沟排水抢种晚秋作物准备战胜灾荒渡过难关不让一个人饿死"
)
SHOWS = (
    "This shows once more that agriculture is the foundation of the national economy as all the leading comrades have "
    "pointed out again and again at many meetings of the county and of the province in the course of this year and of "
    "the last one and as every peasant who has seen how much the new canals and the better seed have brought to the "
    "cooperatives along the river knows very well by now and says so to whoever comes to the village and asks for it "
    "and to all those besides who have no wish at all to hear of it"
)


def middle(words: str, length: int, end: str = ".") -> str:
    return words[: length - len(end)].rstrip().ljust(length - len(end), "x") + end


def severities(code: str, **keys: str) -> list[str]:
    """How grave a rule takes what it finds in an article to be, before its confidence is looked at."""
    rule = registry()[code]
    case = Case(parse(Source.decode("case.md", article_bytes(keys))), Settings())
    return [(hit.severity or rule.severity).word for hit in rule.check(case)]


@pytest.mark.parametrize(("han", "found"), [(11, []), (12, ["warning"]), (24, ["warning"]), (25, ["error"])])
def test_a_paragraph_that_is_missing(han: int, found: list[str]) -> None:
    zh = f"{ZH} ¶ {middle(FLOOD, han + 1, '。')} ¶ {ZH_END}"
    assert severities("P104", en=f"{SHORT} ¶ {EN_END}", zh=zh) == found


@pytest.mark.parametrize(("letters", "found"), [(39, ["error"]), (40, ["info"])])
def test_a_paragraph_that_may_be_the_one_missing(letters: int, found: list[str]) -> None:
    zh = f"{ZH_TOLD} ¶ {ZH_GOAL} ¶ {middle(FLOOD, 60, '。')}"
    en = f"{middle('Photographs by our correspondent Bai Qing in the county town', letters)} ¶ {EN_TOLD} ¶ {EN_GOAL}"
    assert severities("P104", en=en, zh=zh) == found


@pytest.mark.parametrize(("han", "found"), [(39, []), (40, ["warning"])])
def test_a_paragraph_that_is_cut(han: int, found: list[str]) -> None:
    assert severities("P104", en="The south is wet.", zh=middle(FLOOD, han + 1, "。")) == found


@pytest.mark.parametrize(("letters", "found"), [(89, []), (90, ["warning"])])
def test_a_paragraph_that_is_added(letters: int, found: list[str]) -> None:
    assert (
        severities("P105", en=f"{EN_TOLD} ¶ {middle(SHOWS, letters)} ¶ {EN_GOAL}", zh=f"{ZH_TOLD} ¶ {ZH_GOAL}") == found
    )


@pytest.mark.parametrize(("letters", "found"), [(399, []), (400, ["warning"])])
def test_a_paragraph_that_grew(letters: int, found: list[str]) -> None:
    assert severities("P105", en=middle(SHOWS, letters), zh=ZH) == found


@pytest.mark.parametrize(("letters", "found"), [(39, []), (40, ["warning"])])
def test_a_sentence_that_occurs_twice(letters: int, found: list[str]) -> None:
    twice = middle(EN, letters)
    assert severities("P106", en=f"{twice} {EN_END} {twice}", zh=f"{ZH}{ZH_END}") == found


@pytest.mark.parametrize(("letters", "found"), [(39, []), (40, ["warning"])])
def test_a_paragraph_that_occurs_twice(letters: int, found: list[str]) -> None:
    twice = middle(EN, letters)
    assert severities("P106", en=f"{twice} ¶ {EN_END} ¶ {twice}", zh=f"{ZH}{ZH_END}") == found


@pytest.mark.parametrize(("han", "found"), [(7, ["warning"]), (8, [])])
def test_a_sentence_that_the_original_has_twice(han: int, found: list[str]) -> None:
    twice = middle(FLOOD, han + 1, "。")
    assert severities("P106", en=f"{EN} ¶ {EN}", zh=f"{twice}{ZH_END}{twice}") == found


@pytest.mark.parametrize(("letters", "found"), [(59, []), (60, ["error"])])
def test_a_text_that_breaks_off(letters: int, found: list[str]) -> None:
    assert severities("P107", en=middle(EN, letters, ","), zh=ZH) == found


@pytest.mark.parametrize(
    ("end", "zh", "found"),
    [
        (" and to", "。", ["error"]),
        (" and TO", "。", ["error"]),
        (" and (", "。", ["error"]),
        (" and so", "。", ["warning"]),
        (" in 1958", "！", ["warning"]),
        (" and to”", "？”", ["error"]),
        (" and to", "，", []),
        (" and so on…", "。", []),
        (" and so.”", "。", []),
    ],
)
def test_how_a_text_ends(end: str, zh: str, found: list[str]) -> None:
    assert severities("P107", en=EN[:-1] + end, zh=ZH[:-1] + zh) == found


def numbers(count: int, first: int = 101) -> tuple[str, str]:
    """So many numbers in both languages."""
    several = range(first, first + count * 37, 37)
    return "".join(f"有{one}人，" for one in several), "".join(f"{one} came, " for one in several)


PLACES = {
    "北京": "Beijing",
    "上海": "Shanghai",
    "天津": "Tianjin",
    "南京": "Nanjing",
    "广州": "Guangzhou",
    "武汉": "Wuhan",
}
ELSEWHERE = ("London", "Moscow", "Washington", "Harbin", "Taiwan", "Tibet")


@pytest.mark.parametrize(
    ("ours", "theirs", "both", "found"),
    [
        (3, 3, 0, []),
        (4, 4, 0, ["warning"]),
        (4, 4, 1, ["warning"]),
        (4, 4, 2, []),
        (7, 7, 0, ["warning"]),
        (8, 8, 0, ["error"]),
        (8, 8, 2, ["error"]),
        (8, 8, 3, []),
        (8, 4, 0, ["warning"]),
        (3, 8, 0, []),
    ],
)
def test_numbers_of_another_article(ours: int, theirs: int, both: int, found: list[str]) -> None:
    zh, en = numbers(both)[0] + numbers(ours - both, 2102)[0], numbers(both)[1] + numbers(theirs - both, 5103)[1]
    assert severities("P109", zh=f"{zh}很好。", en=f"{en}and so on.") == found


@pytest.mark.parametrize(
    ("names", "common", "count", "found"),
    [
        (2, 0, 2, []),
        (3, 0, 2, ["error"]),
        (3, 0, 1, []),
        (3, 0, 4, ["error"]),
        (5, 0, 0, []),
        (6, 0, 0, ["error"]),
        (4, 1, 2, ["error"]),
        (5, 2, 2, []),
        (2, 1, 4, ["warning"]),
        (2, 2, 4, []),
        (3, 2, 4, []),
    ],
)
def test_names_of_another_article(names: int, common: int, count: int, found: list[str]) -> None:
    here = list(PLACES.items())[:names]
    zh = "、".join(zh for zh, _ in here) + "，" + numbers(count, 2102)[0]
    theirs = [en for _, en in here[:common]] + list(ELSEWHERE[: names - common])
    en = ", ".join(theirs) + ", " + numbers(count, 5103)[1]
    assert severities("P109", zh=f"{zh}很好。", en=f"{en}and so on.") == found


def paragraphs(*several: str) -> str:
    return " ¶ ".join(several)


DATELINE, ZH_DATELINE = "Xinhua News Agency, Changsha, 12th. ", "新华社长沙12日电　"


@pytest.mark.parametrize(("before", "found"), [(0, ["warning"]), (1, ["warning"]), (2, ["warning"]), (3, [])])
def test_a_dateline_that_is_missing_stands_at_the_head(before: int, found: list[str]) -> None:
    zh = paragraphs(*[ZH] * before, ZH_DATELINE + ZH_END)
    assert severities("P307", en=paragraphs(*[EN] * (before + 1)), zh=zh) == found


@pytest.mark.parametrize(
    ("en", "found"),
    [
        (paragraphs(EN, DATELINE + EN_END), []),
        (paragraphs(EN, EN_END, "[Xinhua News Agency]"), []),
        (paragraphs("[Xinhua News Agency]", EN, EN_END), []),
        (paragraphs(EN, "[Xinhua News Agency]", EN_END), []),
        (paragraphs(EN, EN_END), ["warning"]),
        ("", []),
    ],
)
def test_where_a_dateline_may_stand(en: str, found: list[str]) -> None:
    assert severities("P307", en=en, zh=ZH_DATELINE + ZH) == found


@pytest.mark.parametrize(("before", "found"), [(0, ["warning"]), (6, ["warning"]), (7, [])])
def test_a_dateline_of_its_own_stands_at_the_head(before: int, found: list[str]) -> None:
    en = paragraphs(*[EN] * before, "[Report from Heze]", f"[Special Dispatch from Our Newspaper in Heze, 29th] {EN}")
    assert severities("P305", en=en, zh=f"【本报荷泽二十九日电】{ZH}") == found
    assert severities("P305", en=en, zh=f"【本报荷泽二十九日电】 ¶ {ZH}") == []


@pytest.mark.parametrize(
    ("zh", "en", "found"),
    [
        ("今年收?很好。", EN, ["warning"]),
        ("今" * 59 + "吗，今年收?很好。", EN, []),
        ("吗" + "今" * 59 + "?很好。", EN, []),
        ("吗" + "今" * 60 + "?很好。", EN, ["warning"]),
        ("好吗。今年收?很好。", EN, ["warning"]),
        ("今年收\ufffd很好。", "The harvest\ufffd is good.", ["error", "error"]),
        ("今年收\ue000很好。", "The harvest\ue000 is good.", ["warning", "warning"]),
    ],
)
def test_characters_that_were_lost(zh: str, en: str, found: list[str]) -> None:
    assert severities("P206", zh=zh, en=en) == found


HARM = {
    "error": (
        "D101 D102 D103 D104 D105 D107 D203 N101 N102 N107 N111 N113 N114 N121 N122 N131 N132 N151 N152 N154 N201 "
        "P101 P102 P103 P104 P107 P108 P109 P110 P201 P202 P203 P205 P206 P207 P301 P308"
    ),
    "warning": (
        "D106 D108 D109 D110 D201 D202 D204 D205 N103 N104 N105 N106 N112 N141 N153 N202 P105 P106 P204 P302 "
        "P303 P304 P305 P306 P307"
    ),
    "info": ("N203 P111 P208"),
}
"""What a slip does to a reader, before it is asked how likely it is one."""


def test_the_harm_of_every_rule() -> None:
    found = dict.fromkeys(HARM, "")
    for code, rule in registry().items():
        if rule.family in "NDP":
            found[rule.severity.word] = f"{found[rule.severity.word]} {code}".strip()
    assert found == HARM
