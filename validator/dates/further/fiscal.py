"""Fiscal years of other countries that became years of the calendar: 日本去年度预算 as "Japan's budget last year"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.dates.pairs import DatePair
from duizhao.validator.pairing.nearby import words_before, words_behind
from duizhao.validator.rule import Hit

_ZH = regex("[去上本今明下]年度|[去上本今明下]年(?=度)")
_COUNTRIES = regex(r"日本|美国|英国|印度(?!尼)|澳大利亚|澳洲|加拿大|缅甸|巴基斯坦|新西兰")
"""Countries whose fiscal year is another than that of the calendar; in China both are one since 1949."""
_MONEY = regex("预算|决算|财政|国民收入|岁入|岁出|国债|经费")
_EN = regex(r"(?:last|this|next|the (?:current|previous|coming)) year")
_EN_FISCAL = regex(r"\b(?:fiscal|financial|budget(?:ary)?|tax|accounting|business) years?\b|\bfy\b|\bfiscal\b")
_SENTENCE_ZH, _SENTENCE_EN = regex("[。；！？\n]"), regex(r"[.;!?](?=\s|$)|\n")
_REACH_ZH, _REACH_EN = 60, 200
"""Characters of a sentence on either side that are looked at."""


def of_fiscal_years(found: Sequence[DatePair], text: str) -> Iterator[Hit]:
    """The fiscal years of an article that the English tells as years.

    Args:
        found: the pairs.
        text: of the article.
    """
    for zh, en, *_ in found:
        said = _ZH.match(text, zh.span.start) if zh and en else None
        if not (zh and en and said) or not _EN.fullmatch(text[en.span.start : en.span.end].lower()):
            continue
        ours = words_before(text, zh.span.start, _REACH_ZH, _SENTENCE_ZH)
        ours += words_behind(text, zh.span.end, _REACH_ZH, _SENTENCE_ZH)
        theirs = words_before(text, en.span.start, _REACH_EN, _SENTENCE_EN)
        theirs += text[en.span.start : en.span.end] + words_behind(text, en.span.end, _REACH_EN, _SENTENCE_EN)
        if _COUNTRIES.search(ours) and _MONEY.search(ours) and not _EN_FISCAL.search(theirs.lower()):
            words = " ".join(text[en.span.start : en.span.end].split())
            year = f"{said[0].rstrip('度')}度"
            message = f"“{words}”, but the original has “{year}”, a fiscal year"
            yield Hit(message, en.span, Span(zh.span.start, max(zh.span.end, said.end())))
