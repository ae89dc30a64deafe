"""Lines of a headline that stand above the English text once more, in other words than in its title.

The original repeats its headline too, word by word, and those lines are left out (`Paragraph.deck`).  So that of a line
like "Thirty Days See a Total of 260,000 Visitors" nothing is looked for in the text, it must be no part of a bead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duizhao.schema.tree import Paragraph
from duizhao.validator.align import Bead

_LONGEST = 160
"""Letters of a line of a headline."""
_ENDS = frozenset('.!?:;,”"’)]')
"""What a paragraph of the text ends with, and no headline."""


def heads_apart(beads: Sequence[Bead], en: Sequence[Paragraph], zh: Sequence[Paragraph]) -> Iterator[Bead]:
    """The beads of an article, with such lines as beads of their own.

    Args:
        beads: as they were aligned.
        en: the English paragraphs.
        zh: the Chinese ones.
    """
    above = any(one.deck for one in zh)
    for bead in beads:
        first = 0
        while above and bead.zh and first < len(bead.en) - 1 and _is_head(en[bead.en[first]]):
            yield Bead((bead.en[first],), ())
            first += 1
        above = above and not bead.zh
        yield bead._replace(en=bead.en[first:]) if first else bead


def _is_head(line: Paragraph) -> bool:
    text = line.text.strip()
    return 0 < len(text) <= _LONGEST and text[-1] not in _ENDS
