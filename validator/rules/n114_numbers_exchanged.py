"""N114: two numbers were given to one another's things."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.pairing.exchanged import Exchange, exchanges
from duizhao.validator.quantities.model import Quantity
from duizhao.validator.rule import Hit, rule


@rule("N114", "numbers-exchanged", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """Two numbers were given to one another's things.

    Why: Every figure is there, and yet each is said of the wrong thing: fifteen events for women and eight for men,
    where the men had fifteen. Who only compares figures does not notice. The rule speaks where it knows what both
    are said of in both languages; a list in another order is no mistake.

    Fires:
        zh: 决出二十三项，男子十五项，女子八项。
        en: Of the twenty-three events, fifteen were for women and eight for men.
        marks: fifteen were for women and eight

    Silent:
        zh: 决出二十三项，男子十五项，女子八项。
        en: Of the twenty-three events, eight were for women and fifteen for men.
    """
    for found in exchanges(case.plain, case.links.body):
        yield _hit(case, found)


def _hit(case: Case, found: Exchange) -> Hit:
    first, second = found.pairs
    # In the order of the English, which is what the reader looks at.
    theirs = " and ".join(
        f"“{_words(case, one)}” ({of})" for one, of in sorted(zip((first.en, second.en), found.en, strict=True))
    )
    ours = " and ".join(f"{_words(case, pair.zh)} {of}" for pair, of in zip(found.pairs, found.zh, strict=True))
    message = f"{theirs} are exchanged: the original has {ours}"
    return Hit(message, en=_from_to(first.en, second.en), zh=_from_to(first.zh, second.zh))


def _words(case: Case, one: Quantity) -> str:
    return " ".join(case.words(Span(one.start, one.end)).split())


def _from_to(one: Quantity, other: Quantity) -> Span:
    """From the beginning of the one that stands first to the end of the other."""
    return Span(min(one.start, other.start), max(one.end, other.end))
