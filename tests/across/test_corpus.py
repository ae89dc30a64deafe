"""Signatures of articles, and what is found between them."""

from __future__ import annotations

import re
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.across.corpus import Corpus, compare_articles
from duizhao.validator.across.digest import digest_of, keys_of, renamed, signature_from, sketch_of
from duizhao.validator.across.signature import SKETCH, Signature, likeness, signature_of
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.finding import Place, Severity


def signed(path: str, **keys: str) -> Signature:
    return signature_of(parse(Source.decode(path, article_bytes(keys))))


NUMBERS = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
CLAUSES = [
    f"第{number}生产队今年的收成比去年好得多"
    for number in "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
]


@pytest.mark.parametrize(
    "one",
    [
        signed("a.md"),
        signed("a.md", zh="，".join(CLAUSES)),
        Signature("", "", None, None, 0, 0, 0, 0, 0, ()),
        Signature("\udcff.md", "id", Place(1, 2, 3, 4, "a, b,"), None, -(2**63), 2**63 - 1, 1, -1, 10**7, (-3, 4), 24),
    ],
    ids=["plain", "long", "empty", "odd"],
)
def test_a_digest_gives_the_signature_back(one: Signature) -> None:
    digest = digest_of(one)
    assert signature_from(digest) == one
    assert keys_of(digest) == (one.original, one.translation, one.title_key, one.headline_key, one.letters)
    assert sketch_of(digest) == one.sketch
    assert sketch_of(digest, 1) == one.sketch[:1]
    assert renamed(digest, "1958-丰收") == digest_of(one._replace(path="1958-丰收", line=0))


@given(
    st.lists(st.lists(st.integers(0, 30), max_size=12, unique=True).map(sorted), max_size=12),
)
def test_near_duplicates_are_those_of_the_earlier_ones_that_share_a_least_clause(sketches: list[list[int]]) -> None:
    some = [made(number, number + 1, 0, 0, 0, 0)._replace(sketch=tuple(one)) for number, one in enumerate(sketches)]
    expected = []
    for number, later in enumerate(some):
        likes = (
            one
            for one in some[:number]
            if set(one.sketch[:4]) & set(later.sketch[:4]) and likeness(one.sketch, later.sketch) >= 0.5
        )
        expected += [(later.path, one.path) for one in islice(likes, 1)]
    found = [(one.path, one.message.rsplit(" ", 1)[-1]) for one in compare_articles(some)]
    assert found == expected


@pytest.mark.parametrize(("changed", "low", "high"), [(0, 1.0, 1.0), (3, 0.7, 0.95), (15, 0.2, 0.5), (30, 0.0, 0.0)])
def test_likeness_is_near_the_share_of_common_clauses(changed: int, low: float, high: float) -> None:
    other = [clause.replace("收成", "产量") for clause in CLAUSES[:changed]] + CLAUSES[changed:]
    one, two = signed("a.md", zh="，".join(CLAUSES)), signed("b.md", zh="，".join(other))
    assert low <= likeness(one.sketch, two.sketch) <= high


@given(st.lists(st.integers(), max_size=SKETCH), st.lists(st.integers(), max_size=SKETCH))
def test_likeness_is_a_share_and_symmetric(one: list[int], two: list[int]) -> None:
    first, second = tuple(sorted(set(one))), tuple(sorted(set(two)))
    assert 0.0 <= likeness(first, second) == likeness(second, first) <= 1.0


def test_findings_stand_at_the_later_article_and_name_the_earlier() -> None:
    with Corpus() as corpus:
        for path in ("b.md", "c.md", "a.md"):
            corpus.add_signature(signed(path))
        found = [(finding.path, finding.message.rsplit(" ", 1)[-1]) for finding in corpus.findings()]
    assert found == [("c.md", "b.md"), ("a.md", "b.md")]


def test_settings_hold() -> None:
    twice = [signed("a.md"), signed("b.md")]
    with Corpus(Settings(ignore=("C101",))) as corpus:
        for one in twice:
            corpus.add_signature(one)
        assert list(corpus.findings()) == []
    with Corpus(Settings(severities=(("C101", Severity.ERROR),))) as corpus:
        for one in twice:
            corpus.add_signature(one)
        assert [finding.severity for finding in corpus.findings()] == [Severity.ERROR]


def test_a_clause_of_a_crowd_leads_nowhere() -> None:
    stock = "这是每一篇文章都有的一句老话"
    with Corpus() as corpus:
        for number in range(60):
            corpus.add_signature(
                signed(f"{number}.md", zh=f"{stock}，{chr(0x4E00 + number) * 9}", en=f"Text {number}.")
            )
        assert list(corpus.findings()) == []


def test_memory_is_flat() -> None:
    one = signed("a.md", zh="，".join(CLAUSES))
    tracemalloc.start()
    with Corpus() as corpus:
        for number in range(3000):
            corpus.add_signature(one._replace(original=number + 1, translation=number + 1, title_key=number + 1))
        _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 400_000


def made(number: int, original: int, translation: int, title: int, headline: int, letters: int) -> Signature:
    return Signature(f"{number:02}", f"{number}", None, None, original, translation, title, headline, letters, ())


def naive(some: list[Signature]) -> list[tuple[str, str, str]]:
    """Rule, later and earlier article of each case, by trying each with each."""
    cases: dict[str, Callable[[Signature, Signature], bool]] = {
        "C101": lambda a, b: a.original == b.original != 0 and a.translation == b.translation,
        "C103": lambda a, b: a.original == b.original != 0 and a.translation != b.translation,
        "C104": lambda a, b: a.translation == b.translation != 0 and a.original != b.original and b.letters >= 200,
        "C105": lambda a, b: (
            a.title_key == b.title_key != 0
            and 0 not in (a.headline_key, b.headline_key)
            and all(getattr(a, name) != getattr(b, name) for name in ("headline_key", "original", "translation"))
        ),
    }
    found = []
    for rule, is_case in cases.items():
        for number, later in enumerate(some):
            earlier = next((one for one in some[:number] if is_case(one, later)), None)
            found += [(rule, later.path, earlier.path)] if earlier else []
    return found


@given(st.lists(st.tuples(*[st.integers(-1, 2)] * 4, st.sampled_from([0, 199, 200])), max_size=12))
def test_each_case_is_found_with_the_first_of_the_earlier_ones(keys: list[tuple[int, int, int, int, int]]) -> None:
    some = [made(number, *values) for number, values in enumerate(keys)]
    with Corpus() as corpus:
        for one in some:
            corpus.add_signature(one)
        found = [(one.rule, one.path, re.sub(r"\D*(\d+).*", r"\1", one.message)) for one in corpus.findings()]
    assert found == naive(some)


def test_a_notice_that_is_printed_every_day_costs_no_more_than_its_copies() -> None:
    with Corpus(Settings(ignore=("C102",))) as corpus:
        for number in range(30_000):  # each with each would be 450 million
            corpus.add_signature(made(number, 7, 7, 7, number % 2 + 1, 300))
        for number in range(30_000, 60_000):
            corpus.add_signature(made(number, 0, 0, 0, 0, 0))
        started = time.process_time()
        rules = Counter(one.rule for one in corpus.findings())
    assert rules == {"C101": 29_999}
    assert time.process_time() - started < 10
