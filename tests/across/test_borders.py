"""From how long a title, a clause or a body on articles are compared, and how like they must be."""

from __future__ import annotations

import pytest

from duizhao.schema.parse import parse
from duizhao.schema.record import without_publication
from duizhao.source import Source
from duizhao.validator.across.corpus import NEAR, _alike, _Before, compare_articles
from duizhao.validator.across.signature import SKETCH, Signature, likeness, signature_of
from duizhao.validator.examples import article_bytes
from duizhao.validator.finding import Finding, Place, Severity, fingerprint


def signed(path: str, **keys: str) -> Signature:
    return signature_of(parse(Source.decode(path, article_bytes(keys))))


@pytest.mark.parametrize(
    ("title", "known"), [("Thirteen abcde", False), ("Fourteen abcdef", True), ("Short, 1958!!!!", False)]
)
def test_a_short_title_says_nothing(title: str, known: bool) -> None:
    assert (signed("a.md", title=title).title_key != 0) is known
    assert signed("a.md", title=title.upper()).title_key == signed("a.md", title=title).title_key


@pytest.mark.parametrize(("clause", "known"), [("今年收成很好啊", False), ("今年的收成很好啊", True)])
def test_a_short_clause_is_a_stock_phrase(clause: str, known: bool) -> None:
    assert len(signed("a.md", zh=f"{clause}，好。").sketch) == known


def test_a_sketch_keeps_the_least_hashes_in_order() -> None:
    clauses = [f"第{chr(0x4E00 + number)}生产队的收成很好" for number in range(40)]
    sketch = signed("a.md", zh="，".join(clauses)).sketch
    every = sorted(signed("a.md", zh=clause).sketch[0] for clause in clauses)
    assert list(sketch) == every[:32]
    assert SKETCH == 32


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ((1, 2, 3, 4), (1, 2, 3, 4), 1.0),
        ((1, 2, 3), (2, 3, 4), 0.5),
        ((1, 2), (3, 4), 0.0),
        ((1,), (), 0.0),
        ((), (), 0.0),
        (tuple(range(32)), tuple(range(16, 48)), 0.5),  # of the least 32 of both
        (tuple(range(32)), tuple(range(17, 49)), 15 / 32),
    ],
)
def test_how_like_two_are(one: tuple[int, ...], other: tuple[int, ...], share: float) -> None:
    assert likeness(one, other) == share
    assert _alike(one, other) is (share >= NEAR)
    assert NEAR == 0.5


def test_two_that_share_their_least_hashes_only_are_not_alike() -> None:
    assert likeness((1, 2), (1, 2, 3)) == pytest.approx(2 / 3)
    assert _alike((1, 2), (1, 2, 3))
    assert not _alike((1, 2), (1, 3, 4))


@pytest.mark.parametrize(("letters", "told"), [(199, []), (200, ["C104"])])
def test_a_short_translation_may_be_that_of_several(letters: int, told: list[str]) -> None:
    en = "x" * letters
    some = [signed("a.md", zh="今年的收成很好。", en=en), signed("b.md", zh="明年的收成更好。", en=en)]
    assert [one.rule for one in compare_articles(some)] == told


@pytest.mark.parametrize(("count", "told"), [(30, 29), (31, 0)])
def test_a_clause_of_a_crowd_leads_nowhere(count: int, told: int) -> None:
    some = [
        signed(
            f"{number}.md", title=f"T{number}", en=f"x{number}", zh=f"今年全县的收成都很好，{chr(0x4E00 + number)}。"
        )
        for number in range(count)
    ]
    assert [one.rule for one in compare_articles(some)].count("C102") == told


def sketched(path: str, *hashes: int) -> Signature:
    return Signature(path, path, None, None, hashes[0], hashes[0], 0, 0, 0, hashes)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ((1, 2, 3, 100), (5, 6, 7, 100), False),  # a seventh of all
        ((1, 100, 101, 102, 103), (5, 100, 101, 102, 103), True),
        ((1, 2, 3, 100, 101, 102, 103, 104, 105), (5, 6, 7, 100, 101, 102, 103, 104, 105), True),  # by the fourth
        ((1, 2, 3, 4, *range(100, 108)), (5, 6, 7, 8, *range(100, 108)), False),  # by the fifth none is looked for
        ((1, 100, 101, 102), (1, 100, 101, 102), False),  # the very same original is another rule's
    ],
)
def test_likes_are_looked_up_by_the_least_four(one: tuple[int, ...], other: tuple[int, ...], told: bool) -> None:
    some = [sketched("a.md", *one), sketched("b.md", *other)]
    assert ("C102" in [found.rule for found in compare_articles(some)]) is told


def test_a_finding_is_known_by_its_rule_and_both_articles() -> None:
    title, headline = Place(1, 8, 1, 9, "A"), Place(9, 5, 9, 7, "丰收")
    one = sketched("a.md", 1, 100, 101)._replace(id="rmrb/1958/a", line=0)
    other = sketched("b.md", 2, 100, 101)._replace(id="rmrb/1958/b", title=title, headline=headline)
    (found,) = compare_articles([one, other])
    mark = fingerprint("C102", without_publication(other.id), without_publication(one.id), "", 0)
    assert found == Finding(
        "C102", "near-duplicate", Severity.INFO, "b.md", "nearly the same original as a.md", title, headline, mark
    )
    (found,) = compare_articles([one._replace(line=7), other])
    assert found.message == "nearly the same original as a.md:7"


def test_the_first_that_says_something_else_in_everything() -> None:
    before = _Before()
    assert before.first_other((3, 7)) is None
    before.add(1, (1, 7))
    assert before.first_other((3, 7)) is None  # alike in the second
    before.add(2, (2, 8))
    before.add(4, (1, 9))
    before.add(5, (1, 9))  # says no more than the fourth
    assert before.first_other((3, 7)) == 2
    assert before.first_other((2, 7)) == 4
    assert before.first_other((3, 8)) == 1
    assert before.first_other((1, 8)) is None
    assert before.first_other((4, 4)) == 1


def test_without_values_the_first_of_all() -> None:
    before = _Before()
    assert before.first_other(()) is None
    before.add(3, ())
    before.add(4, ())
    assert before.first_other(()) == 3
