"""Chinese in the English half: where a piece of it begins and ends, and what it is."""

from __future__ import annotations

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source, Span
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.text.residue import _joined, _kind, _with_glued_letters, residue


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("狂妄", "狂妄"),
        ("ab狂妄", "ab狂妄"),  # from the first letter of the file
        ("狂妄ly", "狂妄ly"),  # to the last
        ("so 狂妄ly is", "狂妄ly"),
        ("é狂妄é", "狂妄"),  # letters of Latin words alone
        ("5狂妄5", "狂妄"),
        ("-狂妄-", "狂妄"),
        ("x" * 25 + "狂妄" + "y" * 25, "x" * 20 + "狂妄" + "y" * 20),
    ],
)
def test_letters_that_are_glued_to_chinese(text: str, piece: str) -> None:
    at = text.index("狂")
    start, end = _with_glued_letters(text, Span(at, at + 2))
    assert text[start:end] == piece


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("敌人，狂妄", ["敌人，狂妄"]),
        ("敌人 - 狂妄", ["敌人 - 狂妄"]),
        ("敌人  - 狂妄", ["敌人", "狂妄"]),
        ("敌人\n狂妄", ["敌人", "狂妄"]),
        ("敌人 a 狂妄", ["敌人", "狂妄"]),
        ("敌人5狂妄", ["敌人5狂妄"]),
        ("敌人é狂妄", ["敌人é狂妄"]),
        ("敌人a狂妄", ["敌人aa狂妄"]),  # each has the letter
    ],
)
def test_pieces_close_to_each_other_are_one(text: str, pieces: list[str]) -> None:
    starts = text.index("敌"), text.index("狂")
    spans = _joined(text, [Span(at, at + 2) for at in starts])
    assert [text[start:end] for start, end in spans] == [piece.replace("aa", "a") for piece in pieces]


def test_a_piece_is_joined_to_the_one_before_it() -> None:
    text = "收成 of 敌人，狂妄"
    spans = _joined(text, [Span(0, 2), Span(6, 8), Span(9, 11)])
    assert spans == [Span(0, 2), Span(6, 11)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("works (钢铁) met", "glosses"),
        ("works [钢铁] met", "glosses"),
        ("works （钢铁） met", "glosses"),
        ("works (钢铁, steel) met", "glosses"),
        ("works (钢铁; steel) met", "glosses"),
        ("works (钢铁: steel) met", "glosses"),
        ("U.S(钢铁) met", "glosses"),
        ("1958 (钢铁) met", "glosses"),
        ("works (钢铁 steel) met", "left"),
        ("works 钢铁) met", "left"),
        ("works. (钢铁) met", "left"),
        ("works   (钢铁) met", "left"),  # set apart from the word before it
        ("(钢铁) met", "left"),
        ("works “钢铁” met", "quoted"),
        ("works 《钢铁》 met", "quoted"),
        ('works "钢铁" met', "quoted"),
        ("works “钢铁 met", "left"),
        ("works 钢铁” met", "left"),
        ("钢铁", "left"),
    ],
)
def test_what_a_piece_is(text: str, kind: str) -> None:
    at = text.index("钢")
    assert _kind(text, Span(at, at + 2)) == kind


def test_a_file_that_begins_with_chinese_has_it_in_its_body() -> None:
    text = "狂妄ly advancing, the enemy.\n\n<hr />\nOriginal:\n\n### 丰收\n\n敌人狂妄地前进。\n"
    case = Case(parse(Source.decode("a.md", text.encode())), Settings())
    assert residue(case).left == (Span(0, 4),)


@pytest.mark.parametrize(
    ("body", "left", "lists"),
    [
        ("李明 Li Ming\n\n王海 Wang Hai\n\n张山 Zhang Shan\n\nAll met.", [], [(0, 3)]),
        ("李明 Li Ming\n\n王海 Wang Hai\n\nAll met 钢.", ["李明", "王海", "钢"], []),
        ("All met 钢.\n\n李明 Li Ming\n\n王海 Wang Hai\n\n张山 Zhang Shan", ["钢"], [(1, 4)]),
        (
            "李明 Li Ming\n\n王海 Wang Hai\n\n张山 Zhang Shan\n\nAll met.\n\n李 Li\n\n李明 Li Ming\n\n王海 Wang Hai",
            ["李", "李明", "王海"],
            [(0, 3)],
        ),
        (
            (
                "李明 Li Ming\n\n王海 Wang Hai\n\n张山 Zhang Shan\n\nAll.\n\n"
                "李东 Li Dong\n\n王西 Wang Xi\n\n李北 Li Bei\n\n陈南 Chen Nan"
            ),
            [],
            [(0, 3), (4, 8)],
        ),
    ],
)
def test_lists_of_names(body: str, left: list[str], lists: list[tuple[int, int]]) -> None:
    case = Case(parse(Source.decode("a.md", f"Title: A\n\n{body}\n\n<hr />\nOriginal:\n\n好。\n".encode())), Settings())
    found, paragraphs = residue(case), case.article.english.paragraphs
    assert [case.words(span) for span in found.left] == left
    assert list(found.entities) == [Span(paragraphs[a].start, paragraphs[b - 1].end) for a, b in lists]
