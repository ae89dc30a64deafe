"""P301: the translator or the model speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.characters.plain import plain
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.scripts import survey

_SIGNS = (
    *("translat", "language model", "original text", "source text", "provided text", "please provide", "please paste"),
    *(
        "let me know",
        "would you like",
        "i hope this",
        "certainly!",
        "sure,",
        "sure!",
        "of course!",
        "i cannot",
        "i can’t",
    ),
    *("user:", "assistant:", "system:", "i'm sorry", "i am unable", "tn:"),
)
"""In small letters; where none of them occurs the patterns need not be tried."""
_REST = r"[^.\n]{0,80}\.?"
_SPEECH = regex(
    "|".join(
        (
            r"\b(?:here(?:'s|’s| is| are)|below is|the following is)[^.\n]{0,40}\btranslat\w{0,10}[^.\n]{0,60}[:.]?",
            r"\[?\(?\b(?:translator(?:'s|’s)? notes?|translation notes?|note from the translator|tn)\b[:,][^\n]{0,80}",
            r"\bnotes?: (?:the|this|some|i) [^.\n]{0,60}\btranslat\w{0,10}" + _REST,
            r"\bas an? (?:ai|artificial intelligence)(?: language)? model\b" + _REST,
            r"\blarge language model\b",
            r"\bi(?:'m| am|’m) (?:sorry|unable|not able)[^.\n]{0,60}\b(?:translat\w{0,10}|request|assist)\b" + _REST,
            r"\bi can(?:not|'t|’t) (?:translate|provide|assist|help)\b" + _REST,
            r"\bplease (?:provide|paste|share|send)[^.\n]{0,40}\btext\b" + _REST,
            r"^let me know if you" + _REST,
            r"\bwould you like me to\b[^?\n]{0,80}\??",
            r"\bi hope this (?:helps|translation)\b" + _REST,
            r"^[ \t]*(?:english )?translation:",
            r"^[ \t]*(?:certainly|sure|of course)[!,][^\n]{0,60}",
            r"^[ \t]*(?:user|assistant|system):",
            r"\b(?:the|this) (?:original|source|provided) text (?:is|contains|appears|seems|was|cuts|ends)\b" + _REST,
            r"\btranslated by (?:ai|chatgpt|gpt|google|deepl|gemini|claude|machine)\w{0,20}",
        )
    ),
    re.IGNORECASE | re.MULTILINE,
)
_CHINESE = regex(
    "以下是[^。\n]{0,20}(?:翻译|译文)[^。\n]{0,20}|(?:翻译|译文)如下|作为(?:一个)?(?:AI|人工智能)[^。\n]{0,20}|译者注[：:]"
)


@rule("P301", "commentary", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The translator or the model speaks: a preface, a note, an excuse, a piece of the prompt.

    Why: it is no part of the article, and is quoted as if the newspaper had printed it.

    Fires:
        en: Here is the English translation of the article: ¶ The harvest is very good this year.
        marks: Here is the English translation of the article:

    Fires:
        en: The harvest is very good this year. ¶ Translator's note: jin is a unit of weight.
        marks: Translator's note: jin is a unit of weight.

    Silent:
        en: He has translated the works of Gorky. Let me know, he said, if the harvest is good.
        zh: 他翻译过高尔基的作品。他说，收成好就告诉我。
    """
    look = survey(case)
    body = look.en.text[look.body :]
    lower = body.lower()
    if any(sign in lower for sign in _SIGNS):
        for match in _SPEECH.finditer(body):
            # A pattern for the beginning of a line takes its blanks along.
            blanks = len(match[0]) - len(match[0].lstrip())
            span = Span(look.body + match.start() + blanks, look.body + match.end())
            yield Hit("this is no part of the article", en=span)
    original = plain(look.zh.text)
    # each of the expressions has one of these, which costs less to look for
    if "译" in original or "工" in original:
        for match in _CHINESE.finditer(original):
            span = Span(look.zh.start + match.start(), look.zh.start + match.end())
            yield Hit("this seems to be no part of the article", zh=span, severity=Severity.WARNING)
