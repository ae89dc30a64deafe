"""The eras that newspapers are dated in, each with the year before its first."""

from __future__ import annotations

from typing import NamedTuple


class Era(NamedTuple):
    """An era that years are counted in."""

    before: int
    """The year before its first."""
    words: tuple[str, ...]
    """What it is called, in either script."""
    lunar: bool = False
    """Whether its months are those of the lunisolar calendar."""


ERAS = {
    "roc": Era(1911, ("民國", "民国")),
    "咸豐": Era(1850, ("咸豐", "咸丰"), lunar=True),
    "同治": Era(1861, ("同治",), lunar=True),
    "光緒": Era(1874, ("光緒", "光绪"), lunar=True),
    "宣統": Era(1908, ("宣統", "宣统"), lunar=True),
    "洪憲": Era(1915, ("洪憲", "洪宪")),
    "大同": Era(1931, ("大同",)),
    "康德": Era(1933, ("康德",)),
    "明治": Era(1867, ("明治",)),
    "大正": Era(1911, ("大正",)),
    "昭和": Era(1925, ("昭和",)),
    "平成": Era(1988, ("平成",)),
    "令和": Era(2018, ("令和",)),
}
"""By what a configuration calls them; `roc` is that of the Republic."""
