"""Two texts that say the same, with their expressions and what has been decided about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from duizhao.validator.pairing.agreeing.setting import Setting
from duizhao.validator.pairing.choice.sides import Side
from duizhao.validator.quantities.model import Cluster
from duizhao.validator.times.resolve import Day


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
    def of(
        cls,
        text: str,
        zh: Sequence[Cluster],
        en: Sequence[Cluster],
        zh_span: tuple[int, int],
        en_span: tuple[int, int],
        issue: Day | None,
    ) -> Texts:
        """Begin.

        Args:
            text: of the file.
            zh: the expressions of the original.
            en: those of the translation.
            zh_span: where the original stands.
            en_span: where the translation stands.
            issue: its day, where it is known.
        """
        # Cut once: who asks for words of either side looks at its stretch, not at the whole file.
        original, english = (text[start:end] for start, end in (zh_span, en_span))
        setting = Setting(text, original, zh, en, issue)
        return cls(setting, Side(zh, zh_span[0]), Side(en, en_span[0]), english, (len(original), len(english)))
