"""H302: the header names an author whom the original does not."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.characters.pinyin import occurs_in, plain, syllable_counts
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("H302", "author-added", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """The header names an author whom the original does not.

    Why: a name was invented, or that of another article was taken. Only names in pinyin are judged, and the whole
    original is searched for characters that can be read so.

    Fires:
        author: Bai Qing
        zh_author:
        marks: Bai Qing

    Silent:
        author: Bai Qing
        zh_author:
        zh: 今年收成很好。（柏青）

    Silent:
        author: Xinhua News Agency
        zh_author:
    """
    line = case.article.english.header("Author")
    if line is None or not line.value.text or case.article.chinese.author:
        return
    letters = plain(line.value.text)
    words = len(line.value.text.split())
    # Only what has the shape of a Chinese name: "Xinhua News Agency" has five syllables and more.
    if words not in (2, 3) or syllable_counts(letters).isdisjoint((2, 3, 4)):
        return
    chinese = case.article.chinese
    # Anywhere in the original: a byline may stand at the end of the text, as （柏青）.
    if not occurs_in(case.plain[chinese.start : chinese.end], letters):
        yield Hit("the original names no such author", en=Span(line.value.start, line.value.end))
