"""H303: the author's name is not a reading of the Chinese one."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.characters.plain import as_written
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.names import authors, misreadings


@rule("H303", "author-reading", Severity.WARNING, requires=("H301",))
def check(case: Case) -> Iterator[Hit]:
    """The author's name is not a reading of the Chinese one, or one of several authors is missing.

    Why: the person becomes another. Every reading of a character is accepted, in pinyin or Wade–Giles, surname first or
    last; institutions, and names that are no pinyin at all, such as those of foreigners, are not judged.

    Fires:
        zh_author: 赵秉安
        author: Zhao Bingquan
        marks: Zhao Bingquan ¶ 赵秉安

    Fires:
        zh_author: 赵秉安　石奎元
        author: Zhao Bing'an
        marks: 石奎元

    Silent:
        zh_author: 赵秉安　石奎元
        author: Zhao Bing'an, Shi Kuiyuan

    Silent:
        zh_author: 斯大林
        author: J. V. Stalin

    Silent:
        zh_author: 长治农业试验场
        author: Changzhi Agricultural Experiment Station
    Source: readings from pypinyin.
    """
    line, original = case.article.english.header("Author"), case.article.chinese.author
    if line is None or original is None or not line.value.text:
        return
    simple = case.plain[original.start : original.end]
    for wrong in misreadings(authors(simple), line.value.text):
        # The name was read without its blanks (老　舍), so that it may not be found as it is written.
        at = original.start + max(0, simple.find(wrong.name))
        name = as_written(wrong.name, original.text, simple, 0)
        where = line.value.start + max(0, line.value.text.find(wrong.english.split(" ")[0]))
        end = where + len(wrong.english)
        # The words of a name may have others between them; then the whole value is marked.
        en = Span(where, end) if wrong.english == case.text[where:end] and wrong.english else None
        says = f"not a reading of {name}" if wrong.english else f"{name} is not among the authors"
        yield Hit(
            says,
            en=en or Span(line.value.start, line.value.end),
            zh=Span(at, at + len(wrong.name)),
            severity=None if wrong.sure or not wrong.english else Severity.INFO,
        )
