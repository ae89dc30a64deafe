"""Named days that became the other end of a time: 白露以前 as "after White Dew"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.exclusive.find import Exchanged, beads
from duizhao.validator.exclusive.table import rows

_NAMED = frozenset(("terms", "festival"))
"""The groups of `times.tsv` that name days."""
_BEFORE_ZH, _AFTER_ZH = "(?:以|之)?前(?![后後])", "(?:以|之)?[后後](?![方来來])"
_BEFORE_EN, _AFTER_EN = "before|prior to|by|until|up to", "after|following|since|from"


def turned(case: Case) -> Iterator[Exchanged]:
    """The named days of an article before which something happens, or after, while the translation says the contrary.

    Args:
        case: the article.
    """
    chinese = case.article.chinese
    # one search for all days, which most articles name none of
    if not _any_zh().search(case.plain, chinese.start, chinese.end):
        return
    for bead in beads(case):
        for zh, en in _days():
            ours = zh.search(bead.zh)
            theirs = en.search(bead.en) if ours else None
            if ours is None or theirs is None or (ours["before"] is None) == (theirs["before"] is None):
                continue
            if any((other["before"] is None) != (ours["before"] is None) for other in zh.finditer(bead.zh, ours.end())):
                continue  # 谷雨前五天到谷雨后七天
            yield Exchanged(
                "bound",
                Span(bead.zh_start + ours.start(), bead.zh_start + ours.end()),
                Span(bead.en_start + theirs.start(), bead.en_start + theirs.end()),
                ours[0],
                theirs[0],
            )


@lru_cache(maxsize=1)
def _days() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Of each named day, how either language says before or after it."""
    found = []
    for row in rows("times"):
        if row["group"] in _NAMED:
            names = "|".join(sorted(row["zh"].split(), key=len, reverse=True))
            said = "|".join("[ -]".join(map(re.escape, word.split("_"))) for word in row["en"].split())
            found.append(
                (
                    re.compile(f"(?:{names})(?:(?P<before>{_BEFORE_ZH})|{_AFTER_ZH})"),
                    re.compile(rf"\b(?:(?P<before>{_BEFORE_EN})|{_AFTER_EN}) (?:the )?(?:{said})\b"),
                )
            )
    return tuple(found)


@lru_cache(maxsize=1)
def _any_zh() -> re.Pattern[str]:
    return re.compile("|".join(word for row in rows("times") if row["group"] in _NAMED for word in row["zh"].split()))
