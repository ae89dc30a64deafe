"""Two texts that say the same, with their expressions and what has been decided about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from duizhao.validator.pairing.agreeing.setting import Setting
from duizhao.validator.pairing.choice.sides import Side
from duizhao.validator.quantities.model import Cluster
from duizhao.validator.times.resolve import Day


class PairedText(NamedTuple):
    """One of two texts that say the same."""

    clusters: Sequence[Cluster]
    """Its expressions."""
    start: int
    """Where it begins in the file."""
    end: int


class Texts(NamedTuple):
    """Two texts that say the same."""

    setting: Setting
    zh: Side
    en: Side
    english: str
    """The stretch of the file that is the translation."""
    ends: tuple[int, int]
    """How long both are, the original first."""

    @classmethod
    def of(cls, text: str, zh: PairedText, en: PairedText, issue: Day | None) -> Texts:
        """Begin.

        Args:
            text: of the file.
            zh: the original.
            en: the translation.
            issue: its day, where it is known.
        """
        # Cut once: who asks for words of either side looks at its stretch, not at the whole file.
        original, english = text[zh.start : zh.end], text[en.start : en.end]
        setting = Setting(text, original, zh.clusters, en.clusters, issue)
        ends = len(original), len(english)
        return cls(setting, Side(zh.clusters, zh.start), Side(en.clusters, en.start), english, ends)
