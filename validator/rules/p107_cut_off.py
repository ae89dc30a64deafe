"""P107: the English breaks off."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.schema.tree import Paragraph
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule

_FULL_STOPS = "。！？"
_AFTER_STOP = "”’」』）)】》\"' \u3000"
_OPEN = ",;:，；：-–—(（"
_UNFINISHED = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "and",
        "or",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "as",
        "that",
        "which",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
    ]
)
_LEAST = 60  # letters of a paragraph; shorter last lines are signatures


@rule("P107", "cut-off", Severity.ERROR, requires=("P101", "P102", "P103"))
def check(case: Case) -> Iterator[Hit]:
    """The English breaks off in the middle of a sentence.

    Why: the model's output was cut at its limit, and the end of the article is missing. Only where the original ends
    with a full stop; a last line that merely lacks one is a warning.

    Fires:
        en: The harvest is very good this year, the farmers of the whole county are glad, and they have decided to
        zh: 今年收成很好，全县农民都很高兴，他们决定明年多打粮食。

    Silent:
        en: The harvest is very good this year, the farmers of the whole county are glad, and will grow more.
        zh: 今年收成很好，全县农民都很高兴，他们决定明年多打粮食。
    """
    english, chinese = _last(case.article.english.paragraphs), _last(case.article.chinese.paragraphs)
    if english is None or chinese is None or len(english.text) < _LEAST:
        return
    # An original that ends without a full stop (a table, a signature) may be rendered so.
    if chinese.text.rstrip(_AFTER_STOP)[-1:] not in _FULL_STOPS:
        return
    end = english.text.rstrip('"”’ ')
    # It ends with some other sign, which closes it as well.
    if not end or (not end[-1].isalnum() and end[-1] not in _OPEN):
        return
    word = end.rsplit(None, 1)[-1]
    certain = end[-1:] in _OPEN or word.lower() in _UNFINISHED
    yield Hit(
        "the English breaks off here" if certain else "the English ends without a full stop",
        en=Span(english.start + len(end) - len(word), english.start + len(end)),
        severity=None if certain else Severity.WARNING,
    )


def _last(paragraphs: tuple[Paragraph, ...]) -> Paragraph | None:
    return next((p for p in reversed(paragraphs) if not p.deck), None)
