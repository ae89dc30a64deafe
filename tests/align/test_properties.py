"""What holds of any alignment."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from test_path import Both, strangers

from duizhao.validator.align import Bead, Piece, align

WORDY = st.sampled_from([3.3, 3.6, 4.0])


@st.composite
def translations(draw: st.DrawFn) -> Both:
    """An article whose paragraphs have two values each that stand nowhere else."""
    sizes = draw(st.lists(st.integers(40, 250), min_size=3, max_size=14))
    ratio = draw(WORDY)
    zh = [Piece(i, size, frozenset({1000 + 2 * i, 1001 + 2 * i})) for i, size in enumerate(sizes)]
    return [Piece(p.number, round(p.length * ratio * draw(st.floats(0.9, 1.1))), p.values) for p in zh], zh


def _numbered(pieces: list[Piece]) -> list[Piece]:
    return [piece._replace(number=i) for i, piece in enumerate(pieces)]


@given(strangers())
@settings(deadline=None)
def test_every_paragraph_is_in_exactly_one_bead_and_none_is_torn(both: Both) -> None:
    en, zh = both
    beads = align(en, zh).beads
    assert sorted(i for bead in beads for i in bead.en) == list(range(len(en)))
    assert [j for bead in beads for j in bead.zh] == list(range(len(zh)))
    assert all(bead.en == tuple(range(bead.en[0], bead.en[0] + len(bead.en))) for bead in beads if bead.en)


@given(strangers())
@settings(deadline=None)
def test_only_paragraphs_that_share_values_stand_in_another_order(both: Both) -> None:
    en, zh = both
    joined = [bead for bead in align(en, zh).beads if bead.en and bead.zh]
    for at, bead in enumerate(joined):
        for later in joined[at + 1 :]:
            if later.en[0] < bead.en[0]:
                assert any(_moved(one, en, zh) for one in (bead, later))


def _moved(bead: Bead, en: list[Piece], zh: list[Piece]) -> bool:
    return len(bead.en) == len(bead.zh) == 1 and bool(en[bead.en[0]].values & zh[bead.zh[0]].values)


@given(translations(), st.data())
@settings(deadline=None)
def test_a_paragraph_split_on_one_side_leaves_the_others_alone(both: Both, data: st.DataObject) -> None:
    en, zh = both
    at = data.draw(st.integers(0, len(zh) - 1))
    cut = data.draw(st.integers(15, zh[at].length - 15))
    first, second = sorted(zh[at].values)  # type: ignore[type-var]
    halves = [Piece(0, cut, frozenset({first})), Piece(0, zh[at].length - cut, frozenset({second}))]
    split = _numbered([*zh[:at], *halves, *zh[at + 1 :]])
    expected = [Bead((i,), (i,) if i < at else (i, i + 1) if i == at else (i + 1,)) for i in range(len(en))]
    assert list(align(en, split).beads) == expected


@given(translations(), st.data())
@settings(deadline=None)
def test_a_paragraph_joined_on_one_side_leaves_the_others_alone(both: Both, data: st.DataObject) -> None:
    en, zh = both
    at = data.draw(st.integers(0, len(en) - 2))
    whole = Piece(0, en[at].length + en[at + 1].length, en[at].values | en[at + 1].values)
    joined = _numbered([*en[:at], whole, *en[at + 2 :]])
    beads = align(joined, zh).beads
    assert Bead((at,), (at, at + 1)) in beads
    assert len(beads) == len(joined)


@given(translations(), st.data())
@settings(deadline=None)
def test_a_paragraph_left_out_leaves_the_others_alone(both: Both, data: st.DataObject) -> None:
    en, zh = both
    at = data.draw(st.integers(0, len(en) - 1))
    rest = _numbered([*en[:at], *en[at + 1 :]])
    expected = [Bead((), (j,)) if j == at else Bead((j - (j > at),), (j,)) for j in range(len(zh))]
    assert list(align(rest, zh).beads) == expected


@given(translations(), st.data())
@settings(deadline=None)
def test_a_neutral_paragraph_on_both_sides_changes_nothing_else(both: Both, data: st.DataObject) -> None:
    en, zh = both
    out = data.draw(st.integers(0, len(en) - 1))
    en = _numbered([*en[:out], *en[out + 1 :]])
    before = align(en, zh).beads
    at = data.draw(st.integers(0, len(before)))
    i = sum(len(bead.en) for bead in before[:at])
    j = sum(len(bead.zh) for bead in before[:at])
    share = sum(p.length for p in en) / sum(p.length for p in zh)
    more_en = _numbered([*en[:i], Piece(0, round(100 * share), frozenset({7, 77})), *en[i:]])
    more_zh = _numbered([*zh[:j], Piece(0, 100, frozenset({7, 77})), *zh[j:]])
    after = [Bead(tuple(k + (k >= i) for k in en_), tuple(k + (k >= j) for k in zh_)) for en_, zh_ in before]
    assert list(align(more_en, more_zh).beads) == [*after[:at], Bead((i,), (j,)), *after[at:]]
