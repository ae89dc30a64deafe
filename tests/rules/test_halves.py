"""What P101 and P102 say where one of the two languages is missing, and where an issue has no such article."""

from __future__ import annotations

import pytest
from reading import read
from rule_hits import articles, case_of, case_of_text, hits_of

from duizhao.schema.tree import Article
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings

ORIGINAL = "<hr />\nOriginal:\n\n### 丰收\n\n    开会。\n"
HARVEST, RAIN = "<h3>丰收</h3><p>今年全县收成很好，产粮五万二千三百吨。</p>", "<h3>大雨</h3><p>今天大雨。</p>"
EN_HARVEST, EN_RAIN = (
    "<h3>A Harvest</h3><p>The county had 52,300 tons.</p>",
    "<h3>Rain</h3><p>Heavy rain fell.</p>",
)
EN_ALONE = (
    "### A Harvest\n\nThe county had 52,300 tons.\n\n### Rain\n\nHeavy rain.\n\n"
    "### Snow\n\nSnow fell.\n\n### Wind\n\nIt blew."
)
NO_ENGLISH, NO_CHINESE = "there is no English in the whole issue", "there is no Chinese in the whole issue"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ORIGINAL, [("P101", "no English text after the header", Span(0, 0), None)]),
        (f"Title: A\nPage:\n\n{ORIGINAL}", [("P101", "no English text after the header", Span(9, 14), None)]),
        (f"Title: A\nPage: 2\n\n{ORIGINAL}", [("P101", "no English text after the header", Span(9, 16), None)]),
        (
            f"Title: A\n\n开会了。\n\n大家都来了。\n\n{ORIGINAL}",
            [("P101", "the English half is Chinese", Span(10, 14), None)],
        ),
        ("Title: A\n\nAll met.\n", [("P102", "no Chinese text", None, None)]),
        ("Title: A\n\nAll met.\n\n<hr />\n\n", [("P102", "no Chinese text", None, Span(20, 26))]),
        ("Title: A\n\nAll met.\n\n<hr />\nOriginal:\n", [("P102", "no Chinese text", None, Span(27, 36))]),
        (
            "Title: A\n\nAll met.\n\n<hr />\nOriginal:\n\n### 丰收\n\n    All met.\n    They left.\n",
            [("P102", "the Chinese half is English", None, Span(50, 58))],
        ),
        (f"Title: A\n\nAll met.\n\n{ORIGINAL}", []),
    ],
)
def test_a_file_of_one_article(text: str, expected: list[tuple[str, str, Span | None, Span | None]]) -> None:
    case = case_of_text(text)
    assert [(code, hit.message, hit.en, hit.zh) for code in ("P101", "P102") for hit in hits_of(code, case)] == expected


def test_a_deck_is_not_the_text_in_another_language() -> None:
    case = case_of({"headline": "丰收 全县收成很好", "en": "全县收成很好 ¶ 开会了。", "zh": "开会了。"})
    (hit,) = hits_of("P101", case)
    assert hit.en is not None
    assert case.words(hit.en) in {"全县收成很好", "开会了。"}


def page(*panes: str) -> bytes:
    body = "\n".join(f'<div class="pane">\n<h1>1936.05.04</h1>\n{pane}\n</div>' for pane in panes)
    return f"<html><body>\n{body}\n</body></html>\n".encode()


Row = tuple[str, str, bool, bool, str | None]
"""Code, message, whether it is of the whole issue, whether another file makes it good, and the words marked."""


def rows_of(article: Article) -> list[Row]:
    case = Case(article, Settings())
    return [
        (code, hit.message, hit.of_issue, hit.made_good, case.words(place) if (place := hit.en or hit.zh) else None)
        for code in ("P101", "P102")
        for hit in hits_of(code, case)
    ]


@pytest.mark.parametrize(
    ("panes", "expected"),
    [
        ((HARVEST, EN_HARVEST), [[]]),
        ((HARVEST,), [[("P101", NO_ENGLISH, True, False, "丰收")]]),
        ((EN_HARVEST,), [[("P102", NO_CHINESE, True, False, "A Harvest")]]),
        (
            (HARVEST + RAIN, EN_RAIN),
            [[("P101", "the translation has no such article", False, False, "丰收")], []],
        ),
        (
            (HARVEST, "<h3>A Harvest</h3>"),
            [[("P101", "no English text after the header", False, False, "Date: 1936-05-04")]],
        ),
        (
            (HARVEST + "<h3>大雨</h3>", EN_HARVEST + EN_RAIN),
            [[], [("P102", "no Chinese text", False, False, "Original:")]],
        ),
        (("<h3>丰收</h3>", "<h3>A Harvest</h3>"), [[]]),  # a heading and nothing below it, in both
        (
            (HARVEST, "<h3>A Harvest</h3><p>今年全县收成很好。</p>"),
            [[("P101", "the English half is Chinese", False, False, "今年全县收成很好。")]],
        ),
    ],
)
def test_an_issue(panes: tuple[str, ...], expected: list[list[Row]]) -> None:
    found = [rows_of(one) for one in articles("1936.05.04.html", page(*panes))]
    assert found == expected


def beside(path: str, data: bytes, other: tuple[str, bytes]) -> list[list[Row]]:
    return [rows_of(one) for one in read(path, data, beside=other) if isinstance(one, Article)]


def test_a_file_that_has_one_half_of_an_issue() -> None:
    alone = ("1936.05.04.md", EN_ALONE.encode())
    both = ("1936.05.04.html", page(HARVEST))
    found = beside(*alone, both)
    assert found[-1] == [("P102", "the original has no such article", False, False, "Wind")]
    assert found[0] == []
    assert beside(*both, alone) == [[("P101", NO_ENGLISH, True, True, "丰收")]]
    without = [rows_of(one) for one in articles(*alone)]
    assert without[0] == [("P102", NO_CHINESE, True, False, "A Harvest")]
