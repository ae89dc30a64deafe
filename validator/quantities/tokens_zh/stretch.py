"""The stretch of text that is being cut: what all parts of the lexer look at."""

from __future__ import annotations

from duizhao.validator.quantities.tokens_zh.tables import tables


class ChineseStretch:
    """A text up to a place, with the words of its language, and how far it has been cut."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.stop = text, end
        self.tables = tables()
        self.floor = start
        """Where the last cluster ended."""
        self.edge = start
        """Where the last name ended: what begins there is no part of a numeral before it."""
