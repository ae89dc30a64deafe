"""H107: the mark between the two languages is missing or not of its form."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule

_SAYS = {
    "separator-missing": "no `<hr />` line above the original",
    "original-missing": "no `Original:` line between `<hr />` and the Chinese",
    "original-not-alone": "`Original:` wants a line of its own",
    "between-halves": "nothing may stand between `<hr />` and `Original:`; this belongs to one of the halves",
    "panes-swapped": "the panes of this issue stand in the wrong order; the Chinese comes first",
}


@rule("H107", "halves-unmarked", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The mark between the two languages is missing or not of its form.

    Why: a line `<hr />` and a line `Original:` tell where the translation ends; without them the original is taken for
    English text, or the other way round.

    Fires:
        separator: Original:

    Fires:
        separator: <hr />

    Fires:
        separator: <hr /> | A lost line. | Original:
        marks: A lost line.

    Silent:
        separator: <hr /> | Original: | |
    """
    for oddity in case.article.oddities:
        if oddity.code in _SAYS:
            yield Hit(_SAYS[oddity.code], zh=Span(oddity.start, oddity.end))
