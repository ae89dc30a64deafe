"""P303: markup, or words of a user interface, are left in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.scripts import LanguageText, survey

_DEBRIS = ("nextSend", "Copy code", "Regenerate", "Continue generating", "Show drafts", "Stop generating", "ChatGPT")
_SIGNS = ("`", "*", "_", "<", "&", "\\", "](", "\n#")
"""Where none of them occurs, nor any debris, the patterns need not be tried."""
_MARKUP = regex(
    "|".join(
        (
            r"```[a-z]{0,12}",
            r"\*\*[^*\n]{1,80}\*\*",
            r"__[^_\n]{1,80}__",
            r"\[[^\]\n]{1,80}\]\([^)\n]{1,120}\)",
            r"</?[a-z][a-z0-9]{0,9}(?: [^<>\n]{0,120})?/?>",
            r"&(?:nbsp|amp|lt|gt|quot|#[0-9]{1,5}|#x[0-9a-fA-F]{1,5});",
            # "\n" as two characters: only behind the end of a sentence, or a path of Windows would be markup.
            r"(?<=[.!?,])\\n",
            r"^[ \t]{0,8}#{1,6}(?= [A-Za-z])",
            rf"\b(?:{'|'.join(_DEBRIS)})\b",
        )
    ),
    re.MULTILINE,
)


@rule("P303", "markup-left", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """Markup, or words of a user interface, are left in the text.

    Why: Markdown fences, HTML tags and button labels such as "nextSend" came from the tool that translated, not from
    the newspaper.

    Fires:
        en: The harvest is **very good** this year.
        marks: **very good**

    Fires:
        en: The harvest is very good this year. nextSend
        marks: nextSend

    Silent:
        en: The harvest is very good this year, 5 * 3 = 15 & more.
    """
    look, paragraphs = survey(case), case.article.chinese.paragraphs
    debris = any(words in look.en.text for words in _DEBRIS)
    for span in _markup(look.en, look.body, sure=debris):
        yield Hit("markup left in the English", en=span)
    if paragraphs:
        for span in _markup(look.zh, paragraphs[0].start - look.zh.start):
            yield Hit("markup left in the Chinese", zh=span)


def _markup(half: LanguageText, start: int, *, sure: bool = False) -> Iterator[Span]:
    if sure or any(half.text.find(sign, start) >= 0 for sign in _SIGNS):
        for match in _MARKUP.finditer(half.text, start):
            # a sign at the beginning of a line is caught with its blanks
            begin = match.end() - len(match[0].lstrip())
            yield Span(half.start + begin, half.start + match.end())
