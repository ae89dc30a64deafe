"""What a construct of the grammar is: a pattern of word classes, and what it makes of the tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeVar

from duizhao.validator.quantities.model import Quantity
from duizhao.validator.quantities.tokens import Token

Tokens = Mapping[str, Token]
"""The tokens that a pattern caught, by the names it gives them."""
Reading = tuple[float, tuple[Quantity, ...]]
"""What a reading costs, and what it says; nothing for "no quantity"."""


Question = Callable[[str, int, int], object]
"""Of a text in lower case, about what stands around two offsets."""
Answer = TypeVar("Answer")
_UNASKED = object()


class Text:
    """What the makers of readings may look at.

    It keeps in mind what was looked at: a reading that came of the tokens alone holds wherever they stand.
    """

    __slots__ = ("_low", "_text", "answers", "asked", "issue", "language", "looked")

    def __init__(self, text: str, low: str, language: str, year: int | None) -> None:
        self._text, self._low, self.language, self.issue = text, low, language, year
        self.looked = False
        """Whether the text around the tokens was looked at."""
        self.asked = False
        """Whether the year was asked for."""
        self.answers: dict[tuple[Question, int, int], object] = {}
        """What was asked about the text around the tokens."""

    def forget(self) -> None:
        """Begin with other tokens."""
        self.looked = self.asked = False
        self.answers = {}

    def ask(self, question: Callable[[str, int, int], Answer], start: int, end: int) -> Answer:
        """Ask about what stands around two offsets; the reading holds wherever the answers are the same."""
        key = (question, start, end)
        answer = self.answers.get(key, _UNASKED)
        if answer is _UNASKED:
            answer = self.answers[key] = question(self._low, start, end)
        return answer  # type: ignore[return-value]  # the answer of this very question

    def agrees(self, answers: Iterable[tuple[Question, int, int, object]], away: int) -> bool:
        """Whether the text answers so around a place that far away."""
        low = self._low
        for question, start, end, answer in answers:  # noqa: SIM110  a generator costs as much as a question
            # 四倍 with 增加 before it here, and with nothing there, is not read alike.
            if question(low, start + away, end + away) != answer:
                return False
        return True

    @property
    def text(self) -> str:
        """All of the text."""
        self.looked = True
        return self._text

    @property
    def low(self) -> str:
        """The text in lower case where the language has one."""
        self.looked = True
        return self._low

    @property
    def year(self) -> int | None:
        """Of the issue."""
        self.asked = True
        return self.issue

    def of(self, token: Token) -> str:
        """The characters of a token."""
        return self._text[token.start : token.end]

    def text_of(self, start: int, end: int) -> str:
        """The characters between two places inside the tokens of a construct."""
        return self._text[start:end]


class Row(NamedTuple):
    """A construct.

    `pattern` is a sequence of elements `name:CLASS`, `CLASS` (named by itself, in lower case) or `A|B`; `?` behind an
    element makes it optional, and a part in parentheses followed by `?` is optional as a whole.
    """

    name: str
    pattern: str
    make: Callable[[Text, Tokens], Iterable[Reading]]
    cost: float = 0.0
    """What this reading of its tokens costs, beside `plan.SKIP` for what it leaves unread.  Less than nothing where it is
    meant before the shorter ones that the same tokens make, the longer the less; more where it is the rarer one.  A
    hundredth or two decide where all else costs the same, before the order of the rows does; what is dearer than another
    by `plan.MARGIN` is not offered at all."""
    languages: str = "zh en"
    follows: bool = False
    """Whether it may stand right behind or before another construct: 八日下午三时 is a day and a time."""
