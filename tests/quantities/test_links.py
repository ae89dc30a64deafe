"""What becomes of pairs: left over together, found elsewhere, told in a sentence, seen in a title."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import Any

import pytest
from test_agree import AGREEING, C, q, share, times

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hit, hits
from duizhao.validator.pairing.choice.glosses import glosses
from duizhao.validator.pairing.choice.keys import keys
from duizhao.validator.pairing.choice.sides import Side
from duizhao.validator.pairing.choice.transliterated import spelt_in_pinyin
from duizhao.validator.pairing.link import _settle
from duizhao.validator.pairing.model import DOUBTFUL, FINE, PROBABLE, SURE, Link
from duizhao.validator.pairing.passages import together
from duizhao.validator.pairing.said_of.things.other import counts_thing, other_thing
from duizhao.validator.pairing.titles import clashes
from duizhao.validator.pairing.values.differ import differ, lonely
from duizhao.validator.pairing.values.sorts import distinct, same_rate, same_sort
from duizhao.validator.quantities.model import Approx, Cluster, Cover, DateParts, Form, Kind, Quantity
from duizhao.validator.quantities.read import clusters
from duizhao.validator.rules.n201_title_number import _more_exact

NUMBERS = itertools.count(500)


def gone(verdict: str, certainty: int = PROBABLE, *, weak: bool = False) -> Link:
    """A figure of its own without counterpart."""
    one = q(next(NUMBERS), weak=weak)
    zh, en = (one, None) if verdict == "missing" else (None, one)
    return Link(zh, en, verdict, "", certainty)


RIGHT, IDLE = Link(q(700), q(700)), Link(q(1, weak=True), q(1, weak=True))


@pytest.mark.parametrize(
    ("links", "told", "count", "certainties"),
    [
        ([gone("missing"), gone("missing")], None, 0, [1, 1]),
        ([gone("missing"), gone("missing"), gone("missing")], 0, 3, [1, 0, 0]),
        ([gone("added"), gone("added"), gone("added"), gone("added")], 0, 4, [1, 0, 0, 0]),
        ([gone("missing"), RIGHT, gone("missing"), gone("missing")], None, 0, [1, 0, 1, 1]),
        ([RIGHT, gone("missing"), gone("missing"), gone("missing")], 1, 3, [0, 1, 0, 0]),
        ([gone("missing"), IDLE, gone("missing"), gone("missing")], 0, 3, [1, 0, 0, 0]),
        ([gone("missing"), gone("added"), gone("missing"), gone("missing")], 0, 3, [1, 1, 0, 0]),
        ([gone("missing", DOUBTFUL), gone("missing"), gone("missing")], 1, 3, [0, 1, 0]),
        ([gone("missing", DOUBTFUL), gone("missing", DOUBTFUL), gone("missing", DOUBTFUL)], None, 0, [0, 0, 0]),
        ([gone("missing", weak=True), gone("missing"), gone("missing")], 0, 3, [1, 0, 0]),
    ],
)
def test_a_passage_accuses_once(links: list[Link], told: int | None, count: int, certainties: list[int]) -> None:
    found = together(links)
    assert [one.certainty for one in found] == certainties
    details = {} if told is None else {told: f"{count} numbers in a row, perhaps a whole passage"}
    assert {index: one.detail for index, one in enumerate(found) if one.detail} == details


def lost(one: Quantity) -> Link:
    return Link(one, None, "missing", "", PROBABLE)


def added(one: Quantity) -> Link:
    return Link(None, one, "added", "", PROBABLE)


NTH = q(19, kind=Kind.ORDINAL)
DAY = q(1, kind=Kind.DATE, date=DateParts(day=7))


@pytest.mark.parametrize(
    ("links", "settled"),
    [
        ([lost(q(500)), added(q(500))], [Link(q(500), q(500))]),
        ([added(q(500)), lost(q(500))], [Link(q(500), q(500))]),
        ([lost(DAY), added(DAY)], [Link(DAY, DAY)]),
        ([lost(times(20)), added(times(20))], [Link(times(20), times(20))]),
        ([lost(share(20)), added(q(Fraction(1, 5)))], [Link(share(20), q(Fraction(1, 5)))]),
        ([lost(q(500)), lost(q(500)), added(q(500))], [Link(q(500), q(500)), lost(q(500))]),
        ([lost(q(5)), added(q(5))], [lost(q(5)), added(q(5))]),
        ([lost(q(500)), added(q(501))], [lost(q(500)), added(q(501))]),
        ([lost(q(500)), added(q(500, to=501))], [lost(q(500)), added(q(500, to=501))]),
        ([lost(q(500)), added(q(500, "jin"))], [lost(q(500)), added(q(500, "jin"))]),
        ([lost(q(20)), added(times(20))], [lost(q(20)), added(times(20))]),
        ([Link(NTH, NTH), added(NTH)], [Link(NTH, NTH), added(NTH)._replace(certainty=DOUBTFUL)]),
        ([Link(q(500), q(500)), added(q(500))], [Link(q(500), q(500)), added(q(500))]),
        ([lost(q(500)), RIGHT], [lost(q(500)), RIGHT]),
    ],
)
def test_what_is_left_over_is_looked_for_elsewhere(links: list[Link], settled: list[Link]) -> None:
    assert _settle(links) == settled


# ---------------------------------------------------------------- keys


WEEKS = [(q(1, "month"), q(some, "week")) for some in (4, Fraction(392, 100))]
"""They agree, and are further apart than a conversion that was rounded: no key brings them together."""


@pytest.mark.parametrize(("zh", "en"), [pair for pair in AGREEING if pair not in WEEKS])
def test_expressions_that_agree_have_a_key_in_common(zh: Quantity, en: Quantity) -> None:
    assert set(keys(zh, None)) & set(keys(en, None))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"year": 1950, "month": 5, "day": 8}, [("day", 8)]),
        ({"year": 1950, "month": 5}, [("month", 5)]),
        ({"year": 1950}, [("year", 1950), 1950]),
        ({"weekday": 3}, [("weekday", 3)]),
        ({"hour": 20}, [("hour", 8)]),
        ({"hour": 0}, [("hour", 0)]),
        ({"span": "spring"}, ["span"]),
        ({"month": 1, "calendar": "lunar"}, [("month", 1), "relative"]),
        ({"relative": "today"}, ["relative", ("year", 1950)]),
        ({"relative": "last-year"}, ["relative", ("year", 1949)]),
        ({"relative": "next-year"}, ["relative", ("year", 1951)]),
        ({"relative": "year-before-last"}, ["relative", ("year", 1948)]),
        ({"relative": "last-month", "day": 3}, [("day", 3), "relative"]),
    ],
)
def test_keys_of_dates(said: dict[str, Any], found: list[object]) -> None:
    one = q(0, kind=Kind.DATE, date=DateParts(**said))
    assert list(keys(one, (1950, 6, 1))) == found


@pytest.mark.parametrize(
    ("one", "found"),
    [
        (q(5), [5]),
        (q(12), [12, "range"]),
        (q(5, to=7), [5, "range"]),
        (q(5, approx=Approx.OVER), [5, "range"]),
        (q(5, approx=Approx.ABOUT), [5]),
        (q(70, to=79), [70, "range", "range"]),
        (q(Fraction(5, 2)), [(5, 2)]),
        (q(5, others=((7, 7), (8, 9))), [5, 7, 8, "range"]),
        (q(5, kind=Kind.CODE), [Kind.CODE]),
        (q(5, kind=Kind.UNKNOWN), [Kind.UNKNOWN]),
        (times(4), [4, 5, 3]),
        (share(25), [(1, 4), 25, (3, 4), (5, 4), ("percent", 25)]),
        (q(Fraction(3, 4), kind=Kind.FRACTION), [(3, 4), 75, (1, 4), (7, 4)]),
        (q(Fraction(2, 3), kind=Kind.FRACTION), [(2, 3), (200, 3), (1, 3), (5, 3), ("percent", 66), ("percent", 67)]),
        (q(2, "no such unit"), [2]),
    ],
)
def test_keys_of_values(one: Quantity, found: list[object]) -> None:
    assert list(keys(one, None)) == found


@pytest.mark.parametrize(
    ("zh", "en", "meet"),
    [
        (q(100, "jin"), q(50, "kg"), True),
        (q(100, "jin"), q(53, "kg"), True),
        (q(100, "jin"), q(47, "kg"), True),
        (q(30, "mu"), q(2, "ha"), True),
        (q(Fraction(5, 2), "jin"), q(Fraction(5, 4), "kg"), True),
        (q(100, "jin"), q(60, "kg"), False),
        (q(100, "jin"), q(50, "km"), False),
        (q(3, "month"), q(13, "week"), True),
        (q(3, "yuan"), q(300, "cent"), True),
        (q(3, "jiao"), q(30, "cent"), True),
        (q(3, "fen-money"), q(3, "cent"), True),
        (q(5, "jiao"), q(50), True),
        (q(0, "jin"), q(3, "kg"), False),
    ],
)
def test_measures_of_one_size_meet(zh: Quantity, en: Quantity, meet: bool) -> None:
    assert bool(set(keys(zh, None)) & set(keys(en, None))) is meet


# ---------------------------------------------------------------- differing, and alone


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (q(9), False),
        (q(10), True),
        (q(Fraction(1, 2)), True),
        (share(100), True),
        (DAY, True),
        (DAY._replace(weak=True), False),
        (q(500, weak=True), True),
    ],
)
def test_which_values_tell_themselves(one: Quantity, said: bool) -> None:
    assert distinct(one) is said


@pytest.mark.parametrize(
    ("zh", "en", "verdict", "certainty"),
    [
        (DAY, DAY, "date", PROBABLE),
        (q(5, kind=Kind.UNKNOWN), q(5), "masked", PROBABLE),
        (q(500), q(600, to=700), "value", PROBABLE),
        (q(500, to=600), q(700), "value", PROBABLE),
        (share(50), q(70), "percent", PROBABLE),
        (q(50), share(70), "percent", PROBABLE),
        (share(57), share(51), "value", SURE),
        (q(500), q(5000), "scale", SURE),
        (q(5), q(50), "scale", PROBABLE),
        (q(107), q(1007), "scale", SURE),
        (q(512), q(517), "value", SURE),
        (q(512), q(733), "value", PROBABLE),
    ],
)
def test_what_a_difference_is(zh: Quantity, en: Quantity, verdict: str, certainty: int) -> None:
    found = differ(zh, en)
    assert (found.verdict, found.certainty) == (verdict, certainty)


@pytest.mark.parametrize(
    ("one", "verdict", "certainty"),
    [
        (q(500), "missing", PROBABLE),
        (q(500), "added", PROBABLE),
        (q(5), "missing", DOUBTFUL),
        (q(3, "hour"), "missing", PROBABLE),
        (q(2, "hour"), "missing", DOUBTFUL),
        (q(3, "hour"), "added", DOUBTFUL),
        (q(500, kind=Kind.CODE), "missing", DOUBTFUL),
        (q(500, kind=Kind.UNKNOWN), "missing", DOUBTFUL),
        (times(500), "missing", DOUBTFUL),
        (q(Fraction(1, 3), kind=Kind.FRACTION), "missing", DOUBTFUL),
        (q(500, approx=Approx.SEVERAL), "missing", DOUBTFUL),
        (q(500, form=Form.IMPLIED), "missing", DOUBTFUL),
        (q(Fraction(1, 2)), "missing", DOUBTFUL),
        (share(50), "missing", PROBABLE),
        (q(Fraction(3, 2)), "missing", PROBABLE),
        (q(70, to=79), "added", DOUBTFUL),
    ],
)
def test_what_a_lonely_figure_is(one: Quantity, verdict: str, certainty: int) -> None:
    assert lonely(one, verdict) == (verdict, "", certainty)


@pytest.mark.parametrize("one", [q(500, weak=True), q(1, kind=Kind.LIST_MARKER)])
def test_what_may_be_lonely(one: Quantity) -> None:
    assert lonely(one, "missing") is FINE


@pytest.mark.parametrize(
    ("zh", "en", "same"),
    [
        (q(1, "jin", name="per"), q(1, "kg", name="per"), True),
        (q(1, "jin", name="per"), q(1, "kg", name="implied"), True),
        (q(1, "jin", name="per"), q(1, "kg"), True),  # 每斤 as "one kilogram of"
        (q(1, "jin", name="per"), q(1, "kg", name="article"), True),
        (q(1, "jin", name="per"), q(2, "kg"), False),
        (q(1, "jin", name="per"), q(1, "kg", approx=Approx.OVER), False),
        (q(1, "jin"), q(1, "kg", name="per"), False),
        (q(1, "jin", name="per"), q(1, "km", name="per"), False),
        (q(1, "day", name="per"), q(1, "hour", name="per"), False),
        (q(1, "jin", name="per"), q(1, "", name="per"), False),
    ],
)
def test_what_is_said_of_one(zh: Quantity, en: Quantity, same: bool) -> None:
    assert same_rate(zh, en) is same


@pytest.mark.parametrize(
    ("zh", "en", "same"),
    [
        (q(5), q(7), True),
        (q(5), q(7, "jin"), True),
        (q(5, "jin"), q(7, "jin"), True),
        (q(5, "jin"), q(7, "kg"), False),
        (q(5), share(7), False),
        (share(5), q(Fraction(1, 2), kind=Kind.FRACTION), True),
        (NTH, q(5), False),
    ],
)
def test_sorts(zh: Quantity, en: Quantity, same: bool) -> None:
    assert same_sort(zh, en) is same


# ---------------------------------------------------------------- hits


def case_of(zh: str, en: str) -> Case:
    return Case(parse(Source.decode("case.md", article_bytes({"zh": zh, "en": en}))), Settings())


@pytest.mark.parametrize(
    ("zh", "en", "verdict", "message", "severity"),
    [
        (
            "产煤512吨。",
            "It mined 517 tons.",
            "value",
            "“517 tons”, but the original has “512吨”: the digit 2 became 7",
            None,
        ),
        (
            "产煤五百一十二吨。",
            "It mined 733 tons.",
            "value",
            "“733 tons”, but the original has “五百一十二吨” (512): the values differ",
            Severity.WARNING,
        ),
        (
            "产煤很多。",
            "It mined 517 tons.",
            "added",
            "“517 tons” has no counterpart in the original",
            Severity.WARNING,
        ),
        ("产煤512吨。", "It mined much.", "missing", "“512吨” has no counterpart in the English", Severity.WARNING),
        ("有三人来了。", "They came.", "missing", "“三人” (3) has no counterpart in the English", Severity.INFO),
    ],
)
def test_sentences(zh: str, en: str, verdict: str, message: str, severity: Severity | None) -> None:
    (found,) = hits(case_of(zh, en), verdict)
    assert (found.message, found.severity) == (message, severity)


def test_dates_are_for_other_rules() -> None:
    case = case_of("一九五三年建成。", "It was built in 1958.")
    assert [link.verdict for link in case.wrong] == ["date"]
    assert list(hits(case, "date")) == []


@pytest.mark.parametrize(("length", "shown"), [(60, "a" * 60), (61, "a" * 57 + "…")])
def test_long_expressions_are_cut(length: int, shown: str) -> None:
    case = case_of("很好。", "a" * length + ".")
    start = case.text.index("aaa")
    code = Quantity(start, start + length, Kind.CODE, 5, 5)
    assert hit(case, Link(None, code)).message == f"“{shown}” has no counterpart in the original"


def test_a_severity_that_is_given_goes_before_certainty() -> None:
    case, link = case_of("很好。", "Good."), Link(q(5), None, "missing", "", SURE)
    assert hit(case, link).severity is None
    assert hit(case, link, Severity.INFO).severity is Severity.INFO


# ---------------------------------------------------------------- titles


@pytest.mark.parametrize(
    ("title", "body", "name"),
    [
        (q(12000), q(120000), "scale"),
        (q(12000), q(21000), "swapped"),
        (q(10700), q(17000), "zero"),
        (q(100, "jin"), q(1000, "jin"), "scale"),
        (q(10000), q(100000), "scale"),
        (q(1000), q(100, kind=C), None),
        (q(99, "jin"), q(990, "jin"), None),
        (q(1000, "jin"), q(10, "jin"), None),
        (q(9999), q(99990), None),
        (q(12000), q(13000), None),
        (q(12000), q(12000), None),
        (q(100, "jin"), q(1000, "kg"), None),
        (q(12000, kind=Kind.ORDINAL), q(120000), None),
        (q(12000), q(120000, kind=Kind.ORDINAL), None),
    ],
)
def test_titles_against_bodies(title: Quantity, body: Quantity, name: str | None) -> None:
    found = [(clash.title, clash.body, clash.difference.name) for clash in clashes([title], [body])]
    assert found == ([] if name is None else [(title, body, name)])


def test_a_title_is_right_where_any_figure_of_the_body_fits() -> None:
    body = [q(120000), q(12100)]
    assert list(clashes([q(12000)], body)) == []
    assert [clash.body for clash in clashes([q(12000)], [*body[:1], q(1200000)])] == body[:1]
    assert list(clashes([q(12000)], [q(120000), q(15000)])) == []
    assert len(list(clashes([q(12000)], [q(120000), q(15001)]))) == 1
    assert list(clashes([q(12000, to=99000)], [q(120000), q(99000)])) == []
    assert list(clashes([q(700), q(12000)], [q(120000)]))


OVER, ABOUT = Approx.OVER, Approx.ABOUT


@pytest.mark.parametrize(
    ("zh", "en", "more"),
    [
        (q(4000, approx=OVER), q(4312), True),
        (q(4000, approx=OVER), q(4001), True),
        (q(4000, approx=OVER), q(4000), False),
        (q(4000, approx=OVER), q(4999), True),
        (q(4000, approx=OVER), q(5000), False),
        (q(4000, approx=OVER), q(3999), False),
        (q(4000, approx=ABOUT), q(3001), True),
        (q(4000, approx=ABOUT), q(3000), False),
        (q(4000, approx=ABOUT), q(4999), True),
        (q(4100, approx=OVER), q(4199), True),
        (q(4100, approx=OVER), q(4200), False),
        (q(4000), q(4312), False),
        (q(4000, approx=Approx.UNDER), q(4312), False),
        (q(Fraction(9, 2), approx=OVER), q(5), False),
        (q(0, approx=OVER), q(Fraction(1, 2)), False),
        (q(1, approx=OVER), q(Fraction(3, 2)), True),
        (q(4000, "jin", approx=OVER), q(4312), False),
    ],
)
def test_a_title_may_be_more_exact_than_its_headline(zh: Quantity, en: Quantity, more: bool) -> None:
    assert _more_exact(zh, en) is more


# ---------------------------------------------------------------- glosses, names, things


@pytest.mark.parametrize(
    ("text", "gloss"),
    [
        ("37 mu (about 2.5 hectares) of land", "2.5 hectares"),
        ("over a hundred li [fifty kilometres]", "fifty kilometres"),
        ("44 jin, or 22 kilograms", "22 kilograms"),
        ("44 jin, that is about 22 kilograms", "22 kilograms"),
        ("37 mu " + "a" * 39 + "(about 2.5 hectares)", "2.5 hectares"),
        ("37 mu " + "a" * 40 + "(about 2.5 hectares)", None),
        ("37 mu (" + "a" * 30 + "2.5 hectares)", None),
        ("37 mu, 5 jin (about 2.5 hectares)", "2.5 hectares"),
        ("37 mu, 5 jin, 3 li (about 2.5 hectares)", None),
        ("37 mu (about 2.5 kilograms)", None),
        ("37 mu (about 2.5 mu)", None),
        ("37 mu. (about 2.5 hectares)", None),
        ("37 mu (about 2.5 hectares", None),
        ("37 mu and 2.5 hectares", None),
        ("37 (about 2.5 hectares)", None),
    ],
)
def test_glosses(text: str, gloss: str | None) -> None:
    side = Side(tuple(clusters(text, "en", 0, len(text), year=1950)), 0)
    found = [side.quantities[index] for index, _ in glosses(text, side)]
    assert [text[one.start : one.end].removeprefix("about ") for one in found] == ([] if gloss is None else [gloss])


@pytest.mark.parametrize(
    ("words", "counter", "low", "kind", "found"),
    [
        ("of Erqu, Pingshan", "区", 2, Kind.ORDINAL, "Erqu"),
        ("of Shiqu, Pingshan", "区", 10, Kind.CARDINAL, "Shiqu"),
        ("of Shiqu, Pingshan", "区", 11, Kind.CARDINAL, None),
        ("of Qu, Pingshan", "区", 0, Kind.CARDINAL, None),
        ("of Yiqu, Pingshan", "区", 1, Kind.CARDINAL, "Yiqu"),
        ("of Erqu, Pingshan", "斤", 2, Kind.CARDINAL, None),
        ("of Erqu, Pingshan", "区", 2, Kind.MEASURE, None),
        ("of erqu, Pingshan", "区", 2, Kind.ORDINAL, None),
        ("of Erque, Pingshan", "区", 2, Kind.ORDINAL, None),
        ("of Sansheng", "社", 3, Kind.ORDINAL, None),
    ],
)
def test_designations_taken_for_names(words: str, counter: str, low: int, kind: Kind, found: str | None) -> None:
    span = spelt_in_pinyin(words, 0, len(words), q(low, kind=kind, counter=counter))
    assert (None if span is None else words[span.start : span.end]) == found


@pytest.mark.parametrize(
    ("zh", "counter", "en", "en_counter", "detail"),
    [
        ("[两]团，", "", "[two] divisions.", "", "团 are no divisions"),
        ("[两个]团，", "个", "[two] divisions.", "", "团 are no divisions"),
        ("[两]团员，", "", "[two] divisions.", "", "团员 are no divisions"),
        ("[两]团", "", "[two] divisions.", "", "团 are no divisions"),
        ("[两]团，", "", "[two] regiments.", "", None),
        ("[两]团，", "", "[two] of the divisions.", "", None),
        ("[两]团，", "", "the regiments, [two] divisions.", "", None),
        ("[两]团，", "", "the regiments. The [two] divisions.", "", "团 are no divisions"),
        ("[两]团，", "", "[two] divisions and regiments.", "", None),
        ("[两]团，", "", "regiments " + "x" * 60 + " [two] divisions.", "", "团 are no divisions"),
        ("[两]团，", "", "[two] divisions. The regiments.", "", "团 are no divisions"),
        ("[两]团，", "", "[two] old divisions.", "", "团 are no divisions"),
        ("[两]团，", "", "[two] and divisions.", "", None),
        ("[两]人，", "", "[two].", "", None),
    ],
)
def test_things_that_exclude_each_other(zh: str, counter: str, en: str, en_counter: str, detail: str | None) -> None:
    text = f"{zh}\n{en}"
    spans = [text.index("["), text.index("]") - 1]
    text = text.replace("[", "", 1).replace("]", "", 1)
    others = [text.index("["), text.index("]") - 1]
    text = text.replace("[", "").replace("]", "")
    ours = q(2, counter=counter)._replace(start=spans[0], end=spans[1])
    theirs = q(2, counter=en_counter)._replace(start=others[0], end=others[1])
    found = other_thing(text, ours, theirs)
    assert (None if found is None else found.detail) == detail
    assert found is None or found[::2] == ("counted", PROBABLE)
    assert other_thing(text, ours._replace(kind=Kind.ORDINAL), theirs) is None
    assert other_thing(text, ours, theirs._replace(kind=Kind.ORDINAL)) is None
    assert counts_thing(text, ours) or detail is None


# ---------------------------------------------------------------- sides


def test_an_expression_that_is_paired_decides_for_its_reading() -> None:
    one, two, three, four = (q(low)._replace(start=low) for low in (1, 2, 3, 4))
    read = [Cluster(1, 3, (Cover(0.0, (one, two)), Cover(0.1, (three,)))), Cluster(4, 5, (Cover(0.0, (four,)),))]
    side = Side(read, 1)
    assert side.places == [0, 1, 2, 3]
    assert side.beside_others == [0, 1]
    assert side.left() == [0, 1, 3]
    assert [list(side.of_cluster(index)) for index in range(4)] == [[0, 1, 2], [0, 1, 2], [0, 1, 2], [3]]
    side.take(2)
    assert side.left() == [3]
    assert list(side.closed) == [1, 1, 1, 0]
    side.take(3)
    assert side.left() == []
    other = Side(read, 1)
    other.take(0)
    assert list(other.closed) == [1, 0, 1, 0]
    assert other.left() == [1, 3]
    assert other.used == [0]
    assert other.cover(2) == (three,)


def test_nothing_to_pair() -> None:
    side = Side([], 0)
    assert list(side.quantities) == []
    assert side.left() == []
