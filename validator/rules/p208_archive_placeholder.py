"""P208: the original has a placeholder for a character that the archive could not store."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.scripts import survey

_PLACEHOLDER = regex(
    r"[ａ-ｚāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,8}＠[①-⑳]?|＠[①-⑳]?|(?<=[\u3400-\u9fff])[□■◇]+|[□■◇]+(?=[\u3400-\u9fff])"
)


@rule("P208", "archive-placeholder", Severity.INFO)
def check(case: Case) -> Iterator[Hit]:
    """The original has a placeholder for a character that the archive could not store, or could not read.

    Why: ＠, □ or a full-width reading such as ｃｈǒｎｇ＠① stands for a word; the translation has guessed it or left it
    out, and only the printed page can tell.

    Fires:
        zh: 指着一个破铁＠柄。
        en: He pointed at a broken iron handle.
        marks: ＠

    Fires:
        zh: 容易养ｃｈǒｎｇ＠①，谷苗容易出齐。
        en: It is easy to retain moisture.
        marks: ｃｈǒｎｇ＠①

    Silent:
        zh: 容易养墒，谷苗容易出齐。
    """
    half = survey(case).zh
    if "placeholder" in half.kinds:
        for match in _PLACEHOLDER.finditer(half.text):
            yield Hit(
                "a placeholder for a character the archive could not store",
                zh=Span(half.start + match.start(), half.start + match.end()),
            )
