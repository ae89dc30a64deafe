"""P204: traditional and simplified characters in one text."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.characters.variants import minority, other_than, stretches
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.scripts import survey

_DENSE = 5  # different characters of the other standard; fewer are names, or slips of the typesetter
_LABEL = frozenset("专栏")  # the archive's own label of a column, simplified in every file
_SHARE = 20  # and one in so many, at least


@rule("P204", "mixed-characters", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """Traditional and simplified characters in one text, or a text in another standard than its newspaper is in.

    Why: a text in one standard with characters of the other was converted badly, or patched together; a search in
    either standard misses half of it. Only characters that one standard alone has are counted; a few of them are a
    matter of information. Which standard is the text's own the description of the newspaper says (`script`), else the
    majority; a text that is as a whole in the other is told of once.

    Fires:
        zh: 今年農业丰收。
        marks: 農

    Silent:
        zh: 今年农业丰收。

    Silent:
        headline: 豐收
        zh: 今年農業豐收。
    """
    half = survey(case).zh
    script = case.newspaper.script
    characters = half.characters - _LABEL
    rare = other_than(script, characters) if script else minority(characters)
    if not rare.characters:
        return
    # Only where the newspaper names its script can the others be fewer: without it the majority is the text's own.
    if len(rare.characters) >= _DENSE and len(rare.characters) > rare.others:
        # one finding for the whole: a mark at each character would hide the text
        start, end = next(stretches(half.text, rare.characters))
        message = f"the text is in {rare.standard} characters, those of the newspaper are {script}"
        yield Hit(message, zh=Span(half.start + start, half.start + end))
        return
    # A few in a long text are the typesetter's.
    dense = len(rare.characters) >= _DENSE and len(rare.characters) * _SHARE >= rare.others
    for start, end in stretches(half.text, rare.characters):
        yield Hit(
            f"{rare.standard} characters in a text in the other standard",
            zh=Span(half.start + start, half.start + end),
            severity=None if dense else Severity.INFO,
        )
