"""P206: a character was lost."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.names import SURNAMES
from duizhao.validator.text.scripts import LanguageText, survey

_QUESTION = regex(r"(?<=[\u3400-\u9fff（）])\?+(?=[\u3400-\u9fff（）])")
_GAP = regex("(?<=[\u3400-\u9fff])\u3000{1,4}(?=[，。、；])")
_OF_NAME = regex(
    "(?<=[\u3400-\u9fff])\u3000{1,2}(?=(?:君|氏)[\u3400-\u9fff]|先生|女士|小姐|[局厅市县部校会院处科所社]长|主席|委员|经理|律师|医师|博士)"
)
_ASKS = regex("[吗呢吧么谁哪啥]|什么|怎|何|几|多少|难道|是否|是不是|有没有|能否|可否|岂")
_SENTENCE_END = regex("[。！？；\n]")


@rule("P206", "lost-character", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    r"""A character was lost: U+FFFD, a private one, or ? in place of a Chinese character.

    Why: the reader cannot know what stood there, and the translation has guessed or left it out. A `?` that ends a
    question is none, and where one merely looks lost it is a warning, as is a private character. Blanks before a comma
    (二十　　，) are a matter of information, as are those between a surname and a title (朱　君) in a newspaper whose
    description says that blanks stand for lost characters. A name set wide (朱　德) has no title there.

    Fires:
        zh: 豫东睢（县）?（县）战役结束。
        en: The battle of Sui (County) and Qi (County) is over.
        marks: ?

    Fires:
        en: The harvest is very g\ufffdod.
        marks: \ufffd

    Silent:
        zh: 今年收成好吗?大家都说好。
        en: Is the harvest good? Everybody says so.
    """
    look = survey(case)
    for run in look.en.runs("lost"):
        yield Hit("a character was lost here (U+FFFD)", en=run)
    for run in look.zh.runs("lost"):
        yield Hit("a character was lost here (U+FFFD)", zh=run)
    for run in look.en.runs("private"):
        yield Hit("a private character, which each font shows differently", en=run, severity=Severity.WARNING)
    for run in look.zh.runs("private"):
        yield Hit("a private character, which each font shows differently", zh=run, severity=Severity.WARNING)
    for run in _gaps(look.zh):
        yield Hit("blanks before a stop seem to stand for lost characters", zh=run, severity=Severity.INFO)
    if case.newspaper.gaps and "\u3000" in look.zh.characters:
        for run in _names(look.zh, case.plain):
            yield Hit("a blank in a name seems to stand for a lost character", zh=run, severity=Severity.INFO)
    for run in _question_marks(look.zh, case.plain):
        yield Hit("`?` seems to stand for a lost character", zh=run, severity=Severity.WARNING)


def _gaps(half: LanguageText) -> Iterator[Span]:
    """Blanks of a character's width inside a sentence."""
    if "\u3000" in half.characters:
        for match in _GAP.finditer(half.text):
            yield Span(half.start + match.start(), half.start + match.end())


def _names(half: LanguageText, text: str) -> Iterator[Span]:
    """Blanks between a surname and a title."""
    for match in _OF_NAME.finditer(text, half.start, half.start + len(half.text)):
        # 各　局长 has a title behind the blank, and no surname before it.
        if text[match.start() - 1] in SURNAMES:
            yield Span(*match.span())


def _question_marks(half: LanguageText, text: str) -> Iterator[Span]:
    """ASCII question marks inside Chinese whose sentence asks nothing."""
    if "?" not in half.characters:
        return
    for match in _QUESTION.finditer(text, half.start, half.start + len(half.text)):
        # Sixty characters hold the sentence so far, or enough of it to ask by.
        before = text[max(half.start, match.start() - 60) : match.start()]
        if not _ASKS.search(_SENTENCE_END.split(before)[-1]):
            yield Span(*match.span())
