"""P109: the English belongs to another article."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.characters.plain import plain
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.common_names import named_in_both
from duizhao.validator.text.scripts import survey

# Measured on 479 true pairs of calibration/ and 2,866 that were thrown together: of the numbers a true pair shares two
# thirds at least, a false one a quarter at most in 91 of 100, however many there are.  The counts below are older than
# this measure; they hold back where there is little to go by, unless numbers and names say the same.
_SHARED = 0.25  # of the numbers of the side that has fewer
_SOME_NUMBERS = 2
_FEW_NUMBERS = 4
_MANY_NUMBERS = 8
# Of the names a true pair shares half at least.  From three on 71 of 100 false pairs share a quarter at most, from six
# on 87.
_NAMED = 0.25
_FEW_NAMES = 3
_MANY_NAMES = 6


@rule("P109", "other-article", Severity.ERROR, requires=("P101", "P102", "P103"))
def check(case: Case) -> Iterator[Hit]:
    """The English belongs to another article.

    Why: original and translation were paired wrongly; every quotation from it is attributed to the wrong article.
    Numbers tell (small ones left out), and some seventy names that every translator knows.

    Fires:
        en: London, Reuters. The strike of 12,500 dockers has cost 340,000 pounds in 17 days; 85 ships lie idle, and 46
          percent of the freight was lost, 930 tons of it food.
        zh: 山东、河北、河南三省造林六十五万亩，植树八千七百万株，参加农民二百三十万人，比去年多百分之五十四，
          解放军也来支援。

    Silent:
        en: Shandong, Hebei and Henan afforested 650,000 mu, planted 87 million trees with 2.3 million peasants, 54
          percent more than last year; the Liberation Army helped.
        zh: 山东、河北、河南三省造林六十五万亩，植树八千七百万株，参加农民二百三十万人，比去年多百分之五十四，
          解放军也来支援。
    """
    numbers, shared = _numbers(case)
    foreign_numbers = numbers >= _FEW_NUMBERS and shared <= _SHARED * numbers
    # One number that both have speaks for the pair, unless there are many that only one has.
    if shared and not foreign_numbers:
        return
    # most articles have gone above: looking for names goes through both texts
    look = survey(case)
    names, common = named_in_both(plain(look.zh.text), look.en.text)
    foreign_names = names >= _FEW_NAMES and common <= _NAMED * names
    certain = (foreign_numbers and (foreign_names or numbers >= _MANY_NUMBERS)) or (
        foreign_names and (names >= _MANY_NAMES or numbers >= _SOME_NUMBERS)
    )
    if certain or (foreign_numbers and 2 * common <= names):
        title, headline = case.article.english.header("Title"), case.article.chinese.headline
        yield Hit(
            f"of {numbers} numbers {shared} are shared with the original, of {names} well-known names {common}",
            en=Span(title.value.start, title.value.end) if title else None,
            zh=Span(headline.start, headline.end) if headline else None,
            severity=None if certain else Severity.WARNING,
        )


def _numbers(case: Case) -> tuple[int, int]:
    """How many different numbers the side with fewer has, and how many both share."""
    english, chinese = (frozenset().union(*(piece.values for piece in side)) for side in case.pieces)
    # Of the side with fewer: a summary may leave out most numbers of its original.
    return min(len(english), len(chinese)), len(english & chinese)
