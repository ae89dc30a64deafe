"""What may be changed in an article without changing what is said of it, and what may not.

The articles are our own (carriers.yaml); values and forms are drawn.
"""

from __future__ import annotations

import os
import re

import crossing
import pytest
from carriers import CARRIERS, Carrier, Slot, articles, slips
from hypothesis import given, settings
from hypothesis import strategies as st
from numerals import FULL_WIDTH

from duizhao.validator.finding import Finding
from duizhao.validator.quantities.lexicon import scripts

bounded = settings() if os.environ.get("DUIZHAO_FUZZ") else settings(max_examples=60)
Slip = tuple[Carrier, dict[str, Slot]]
NEUTRAL = [
    ("这件事受到大家的称赞。", "Everybody spoke well of it."),
    ("附近的群众都很高兴。", "The people nearby were very glad."),
    ("记者到那里的时候，天正下着雨。", "It was raining when the reporter got there."),
    ("工作还在继续。", "The work goes on."),
]
FULL = {key: value for key, value in FULL_WIDTH.items() if chr(key) in "0123456789"}


def said(findings: list[Finding]) -> list[tuple[str, str]]:
    """What is said, and of which words, whatever their width and script; how severe depends on what stands around."""
    return sorted((one.rule, one.en.text if one.en else "") for one in findings)


def of(carrier: Carrier, slip: dict[str, Slot] | None = None) -> list[Finding]:
    return crossing.findings(*carrier.filled(slip))


@pytest.mark.parametrize("name", CARRIERS)
def test_the_articles_are_clean(name: str) -> None:
    assert said(of(CARRIERS[name])) == []


@given(articles())
@bounded
def test_another_numeral_on_both_sides_changes_nothing(carrier: Carrier) -> None:
    assert said(of(carrier)) == []


@given(slips())
@bounded
def test_one_side_alone_is_found_there_and_nowhere_else(slip: Slip) -> None:
    carrier, wrong = slip
    ((name, slot),) = wrong.items()
    found = of(carrier, wrong)
    assert found
    for one in found:
        here = (one.en is not None and slot.en.split()[0] in one.en.text) or (
            one.zh is not None and carrier.slots[name].zh in one.zh.text
        )
        assert here, one.message


@given(slips(), st.sampled_from(NEUTRAL), st.booleans(), st.booleans())
@bounded
def test_a_neutral_sentence_changes_nothing(slip: Slip, neutral: tuple[str, str], first: bool, changed: bool) -> None:
    carrier, wrong = slip
    wrong = wrong if changed else {}
    zh, en = neutral
    if first:
        more = carrier._replace(zh=zh + carrier.zh, en=f"{en} {carrier.en}")
    else:
        more = carrier._replace(zh=carrier.zh + zh, en=f"{carrier.en} {en}")
    assert said(of(more, wrong)) == said(of(carrier, wrong))


@given(slips(), st.booleans(), st.booleans(), st.booleans())
@bounded
def test_paragraphs_may_be_joined(slip: Slip, ours: bool, theirs: bool, changed: bool) -> None:
    carrier, wrong = slip
    wrong = wrong if changed else {}
    joined = carrier._replace(
        zh=carrier.zh.replace(" ¶ ", "") if ours else carrier.zh,
        en=carrier.en.replace(" ¶ ", " ") if theirs else carrier.en,
    )
    assert said(of(joined, wrong)) == said(of(carrier, wrong))


@given(slips(), st.booleans(), st.booleans(), st.booleans())
@bounded
def test_paragraphs_may_be_split(slip: Slip, ours: bool, theirs: bool, changed: bool) -> None:
    carrier, wrong = slip
    wrong = wrong if changed and ours and theirs else {}  # of one side alone, a slip may be a loss and an addition
    split = carrier._replace(
        zh=re.sub(r"。(?! ¶|$)", "。 ¶ ", carrier.zh) if ours else carrier.zh,
        en=re.sub(r"\. (?!¶)", ". ¶ ", carrier.en) if theirs else carrier.en,
    )
    assert said(of(split, wrong)) == said(of(carrier, wrong))


@given(slips(), st.sampled_from(["full width", "traditional", "spaces", "no-break"]), st.booleans())
@bounded
def test_width_script_and_spaces_change_nothing(slip: Slip, how: str, changed: bool) -> None:
    carrier, wrong = slip
    wrong = wrong if changed else {}
    zh, en = carrier.filled(wrong)
    expected = said(crossing.findings(zh, en))
    match how:
        case "full width":
            zh = zh.translate(FULL)
        case "traditional":
            zh = zh.translate(scripts()[0])
        case "spaces":
            zh = re.sub(r"(?<=[0-9万亿])(?=[吨亩人元公斤个头])", " ", zh)
        case "no-break":
            en = re.sub(r"(?<=[0-9]) (?=[a-z])", "\u00a0", en)
    found = said(crossing.findings(zh, en))
    assert [(rule, " ".join(text.split())) for rule, text in found] == expected
