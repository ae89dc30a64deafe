"""H301: the author of the original is not in the header."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.schema.tree import Field
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.scripts import count_han

# What may stand in the place of the author, and is none: a note that a picture belongs to it, or that it goes on.
_NOBODY = frozenset(("附图", "图片", "附图片", "附表", "未完", "完"))


@rule("H301", "author-missing", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The author of the original is not in the header, or is left in Chinese.

    Why: whoever looks for what a person or an institution wrote does not find the article.

    Fires:
        zh_author: 军区司令部
        author:
        marks: 军区司令部

    Fires:
        zh_author: 柏青
        author: 柏青

    Silent:
        zh_author: 柏青
        author: Bai Qing

    Silent:
        zh_author:
        author:
    """
    line, original = case.article.english.header("Author"), case.article.chinese.author
    if line is None:
        return
    written = line.value.text
    if count_han(written):
        yield Hit("the author is left in Chinese", en=Span(line.value.start, line.value.end), zh=_span(original))
    elif (
        original
        and not written
        and case.plain[original.start : original.end].strip("（）()【】 ") not in _NOBODY
        # A name in Latin letters is nothing to be translated.
        and count_han(original.text)
    ):
        yield Hit(
            "the original names an author, `Author:` is empty", en=Span(line.start, line.label_end), zh=_span(original)
        )


def _span(field: Field | None) -> Span | None:
    return Span(field.start, field.end) if field else None
