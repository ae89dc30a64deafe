"""P106: the English says the same twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao.regex import regex
from duizhao.schema.tree import Paragraph
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.weights import opening

_EN_END = regex(r"(?<=[.!?])[\"”’)]?\s+")
_ZH_END = regex("[。！？；]")
_LEAST = 40  # letters; shorter sentences, such as slogans, may recur
_LEAST_ZH = 8  # characters, for the same reason; 今年全县收成都很好 has nine


@rule("P106", "doubled", Severity.WARNING, requires=("P101", "P102", "P103"))
def check(case: Case) -> Iterator[Hit]:
    """The English has a sentence or paragraph twice, and the original has not.

    Why: figures are counted twice, and the reader takes for emphasis what is a slip of the machine.

    Fires:
        en: The harvest is very good this year in the whole county. ¶ The harvest is very good this year in the whole
          county.
        zh: 今年全县收成很好。

    Silent:
        en: The harvest is very good this year in the whole county. ¶ The harvest is very good this year in the whole
          county.
        zh: 今年全县收成都很好。 ¶ 今年全县收成都很好。
    """
    twice = list(_twice(case.article.english.paragraphs))
    # Whatever the original repeats: which of its sentences the English one is cannot be told by its words.
    if twice and not _repeats(case.article.chinese.paragraphs):
        for span in twice:
            yield Hit("the same words occur above, but once in the original", en=opening(span, case.text))


def _twice(paragraphs: Iterable[Paragraph]) -> Iterator[Span]:
    seen: set[str] = set()
    for paragraph in paragraphs:
        if paragraph.deck or len(paragraph.text) < _LEAST:
            continue
        # A paragraph that stands there twice is told once, and not sentence by sentence.
        if paragraph.text in seen:
            yield Span(paragraph.start, paragraph.end)
            continue
        start = 0
        for sentence in _EN_END.split(paragraph.text):
            if len(sentence) >= _LEAST and sentence in seen:
                # Splitting has lost the blanks between sentences, so that places are looked for.
                start = paragraph.text.find(sentence, start)
                yield Span(paragraph.start + start, paragraph.start + start + len(sentence))
                start += len(sentence)
            seen.add(sentence)
        seen.add(paragraph.text)


def _repeats(paragraphs: Iterable[Paragraph]) -> bool:
    sentences = [s for p in paragraphs if not p.deck for s in _ZH_END.split(p.text) if len(s) >= _LEAST_ZH]
    return len(set(sentences)) < len(sentences)
