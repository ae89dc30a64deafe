"""Blocks in little memory are those that were put in."""

from __future__ import annotations

import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from duizhao.schema.readers.issues.blocks import Block, Blocks
from duizhao.source import Span

OFFSETS = st.integers(0, 2**32 - 1)
BLOCKS = st.lists(
    st.builds(
        Block,
        st.sampled_from(("h1", "h2", "h3", "p")),
        st.builds(Span, OFFSETS, OFFSETS),
        OFFSETS,
        OFFSETS,
        st.booleans(),
    ),
    max_size=8,
)


def packed(some: list[Block]) -> Blocks:
    blocks = Blocks()
    for block in some:
        blocks.append(block)
    return blocks


@given(BLOCKS, st.integers(0, 8), st.integers(0, 8))
def test_they_are_as_in_a_list(some: list[Block], first: int, second: int) -> None:
    blocks = packed(some)
    assert list(blocks) == some
    assert len(blocks) == len(some)
    assert blocks[first:second] == some[first:second]
    assert [blocks[-1]] == some[-1:] if some else not blocks
    del blocks[first:]
    assert list(blocks) == some[:first]
    if some[:first]:
        assert blocks.pop() == some[:first][-1]
        assert list(blocks) == some[:first][:-1]
    blocks.clear()
    assert not blocks


def test_one_of_the_first_is_taken_out() -> None:
    some = [Block("p", Span(n, n + 9), n + 3, n + 5, plain=True) for n in range(3)]
    blocks = packed(some)
    assert blocks.pop(1) == some[1]
    assert list(blocks) == [some[0], some[2]]


def test_a_hundred_thousand_take_some_megabytes() -> None:
    tracemalloc.start()
    blocks = Blocks()
    for n in range(100_000):
        blocks.append(Block("p", Span(n, n + 9), n + 3, n + 5, plain=True))
    used, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert used < 3_000_000
