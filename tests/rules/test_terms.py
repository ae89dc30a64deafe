"""Terms that the glossary rules out, figures of titles, and values longer than a record may have."""

from __future__ import annotations

import pytest
from rule_hits import Said, case_of, case_of_text, hits_of, said

from duizhao.schema.publication import Publication, Term
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.rules import r101_record_invalid

SENATE = Term("参政会", ("People's Political Council", "Council"), ("Senate", "Upper  House"))
CAPITAL = Term("京", ("Nanjing",), ("Beijing",), first="1927-04", last="1949", source="X 12", apart=("东京", "北京"))


def terms_of(zh: str, en: str, *terms: Term, **keys: str) -> list[Said]:
    return said("T101", case_of({"zh": zh, "en": en, **keys}, Settings(glossary=terms)))


IS = "参政会 is People's Political Council or Council"
OF = "京 is Nanjing (X 12)"


@pytest.mark.parametrize(
    ("zh", "en", "terms", "expected"),
    [
        ("参政会开会。", "The Senate met.", (SENATE,), [("", IS, "Senate", "参政会")]),
        ("参政会开会。", "The upper\nhouse met.", (SENATE,), [("", IS, "upper\nhouse", "参政会")]),
        ("參政會開會。", "The Senate met.", (SENATE,), [("", IS.replace("参政会", "參政會"), "Senate", "參政會")]),
        ("参政会开会。", "The Senators met.", (SENATE,), []),
        ("参政会开会。", "The Council met.", (SENATE,), []),
        ("开会。", "The Senate met.", (SENATE,), []),
        ("参政会开会。", "The Senate met.", (SENATE._replace(rejected=()),), []),
        ("参政会，参政会。", "The Senate.", (SENATE,), [("", IS, "Senate", "参政会")]),
        ("参政会。", "The Senate, the Senate.", (SENATE,), [("", IS, "Senate", "参政会")] * 2),
        ("参政会。", "The Senate.", (SENATE._replace(chinese="开会"), SENATE), [("", IS, "Senate", "参政会")]),
    ],
)
def test_a_term(zh: str, en: str, terms: tuple[Term, ...], expected: list[Said]) -> None:
    assert terms_of(zh, en, *terms) == expected


@pytest.mark.parametrize(
    ("zh", "en", "date", "expected"),
    [
        ("他到京。", "He came to Beijing.", "1937-03-02", [("", OF, "Beijing", "京")]),
        ("他到京。", "He came to Beijing.", "1950-03-02", []),  # no longer so
        ("他到京。", "He came to Beijing.", "soon", [("", OF, "Beijing", "京")]),
        ("他到北京。", "He came to Beijing.", "1937-03-02", []),  # another word
        ("他由北京到京。", "He came from Beijing to Nanjing.", "1937-03-02", [("", OF, "Beijing", "京")]),
        ("他由北京到京。", "He came from Beijing to Beijing.", "1937-03-02", []),  # one of them is right
        ("他到京，又到京。", "He came to Beijing, and to Beijing.", "1937-03-02", [("", OF, "Beijing", "京")] * 2),
    ],
)
def test_a_term_that_other_words_hold(zh: str, en: str, date: str, expected: list[Said]) -> None:
    assert terms_of(zh, en, CAPITAL, date=date) == expected


def test_each_rendering_has_its_own_place() -> None:
    case = case_of({"zh": "参政会甲，参政会乙。", "en": "Senate, Senate, Senate."}, Settings(glossary=(SENATE,)))
    first, second = (case.article.chinese.paragraphs[0].start + at for at in (0, 5))
    assert [hit.zh and hit.zh.start for hit in hits_of("T101", case)] == [first, second, second]


def test_a_title_may_have_the_term_and_the_original_may_not() -> None:
    assert terms_of("参政会开会。", "All met.", SENATE, title="Senate Meets") == [("", IS, "Senate", "参政会")]
    text = "Senate met.\n\n<hr />\nOriginal:\n\n### 参政会\n\n    参政会 Senate。\n"
    case = case_of_text(text, settings=Settings(glossary=(SENATE,)))
    assert said("T101", case) == [("", IS, "Senate", "参政会")]
    assert [hit.en and hit.en.start for hit in hits_of("T101", case)] == [0]


def test_a_unit_of_the_newspaper_stands_with_a_number() -> None:
    settings = Settings(publication=Publication("example", units=(Term("塊", ("yuan",), ("pieces",)),)))
    found = said("T101", case_of({"zh": "縣府發三百塊。", "en": "The county gave 300 pieces."}, settings))
    assert found == [("", "三百塊 is yuan", "pieces", "三百塊")]


@pytest.mark.parametrize(
    ("headline", "title", "told"),
    [
        ("增产四千多吨", "Output Up by 4,312 Tons", None),  # the figure of the body
        ("增产四千多吨", "Output Up by 4,999 Tons", None),
        ("增产四千多吨", "Output Up by 5,000 Tons", "the values differ"),
        ("增产四千多吨", "Output Up by 4,000 Tons", "“more than” became an exact figure"),
        ("增产四千多吨", "Output Up by 3,999 Tons", "the values differ"),
        ("增产四千三百多吨", "Output Up by 4,312 Tons", None),
        ("增产四千三百多吨", "Output Up by 4,412 Tons", "the values differ"),
        ("增产约四千吨", "Output Up by 3,001 Tons", None),
        ("增产约四千吨", "Output Up by 3,000 Tons", "the values differ"),
        ("增产约四千吨", "Output Up by 4,999 Tons", None),
        ("增产约四千吨", "Output Up by 5,000 Tons", "the values differ"),
        ("增产近四千吨", "Output Up by 3,800 Tons", "the values differ"),
        ("增产四千吨", "Output Up by 4,312 Tons", "the values differ"),
        ("开幕于五月七日", "Opened on May 8", None),  # of dates other rules tell
        ("增产四千多吨", "Output Up", None),
    ],
)
def test_a_title_that_is_more_exact(headline: str, title: str, told: str | None) -> None:
    found = said("N201", case_of({"headline": headline, "title": title, "zh": "很好。", "en": "All met."}))
    assert [message.rpartition(": ")[2] for _, message, *_ in found] == ([told] if told else [])


MAY_HAVE = "the {} may have {:,} characters, this has {:,}"


@pytest.mark.parametrize(
    ("was", "becomes", "slot", "most"),
    [
        ("Title: A", "Title: {}", "English title", 2000),
        ("Author: B", "Author: {}", "English author", 500),
        ("Date: 1958", "Date: {}", "English date", 40),
        ("Page: 2", "Page: {}", "English page", 40),
        ("Edition: 2", "Edition: {}", "English edition", 200),
        ("### 丰", "### {}", "Chinese headline", 1000),
    ],
)
def test_how_long_values_may_be(was: str, becomes: str, slot: str, most: int) -> None:
    text = (
        "Title: A\nAuthor: B\nDate: 1958\nPage: 2\nEdition: 2\n\nAll met.\n\n<hr />\nOriginal:\n\n### 丰\n\n柏青\n"
        "1958-10-13\n第2版()\n专栏：\n\n    开会。\n"
    )
    assert was in text
    for length in (most, most + 1):
        found = said("R101", case_of_text(text.replace(was, becomes.format("好" * length))))
        words = "好" * min(length, 60)
        marked = (words, None) if slot.startswith("English") else (None, words)
        assert found == ([("", MAY_HAVE.format(slot, most, length), *marked)] if length > most else [])


def test_only_the_first_line_of_a_name_counts() -> None:
    text = f"Page: 2\nPage: {'x' * 41}\nDate: {'x' * 41}\n\nAll met.\n"
    assert said("R101", case_of_text(text)) == [("", MAY_HAVE.format("English date", 40, 41), "x" * 41, None)]


@pytest.mark.parametrize(
    ("zh_page", "zh_date", "expected"),
    [
        ("2", "1958-10-13", []),
        ("999", "1958-10-13", []),
        ("02", "1958-10-13", [("", "the page of the original is to be a number from 1 to 999", None, "02")]),
        ("1000", "1958-10-13", [("", "the page of the original is to be a number from 1 to 999", None, "1000")]),
        ("2", "1958年10月3日", [("", "write the date of the original as 1958-10-03", None, "1958年10月3日")]),
        ("2", "1958-02-30", [("", "the calendar has no such day", None, "1958-02-30")]),
    ],
)
def test_values_of_the_original(zh_page: str, zh_date: str, expected: list[Said]) -> None:
    assert said("R101", case_of({"zh_page": zh_page, "zh_date": zh_date})) == expected


def test_how_many_paragraphs_there_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    assert r101_record_invalid._MOST == 20_000
    monkeypatch.setattr(r101_record_invalid, "_MOST", 3)

    def found(en: int, entities: int, zh: int) -> list[Said]:
        names = ["**Named Entities**", *(f"Name {at}" for at in range(entities))] if entities else []
        english = " ¶ ".join([*(f"All {at}." for at in range(en)), *names])
        return said("R101", case_of({"en": english, "zh": " ¶ ".join(f"好{at}。" for at in range(zh))}))

    assert found(3, 3, 3) == []
    assert found(5, 0, 1) == [("", "5 English paragraphs, more than 3", "All 3.", None)]
    assert found(1, 4, 1) == [("", "4 named entities, more than 3", "Name 3", None)]
    assert found(1, 0, 5) == [("", "5 Chinese paragraphs, more than 3", None, "好3。")]
