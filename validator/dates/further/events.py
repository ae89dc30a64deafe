"""Times told by an event that the English leaves out: 解放前原有的三座桥 as "the original three bridges"."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.exclusive.find import BeadTexts, beads
from duizhao.validator.pairing.nearby import words_before, words_behind
from duizhao.validator.rule import Hit

_ZH = regex(
    "(?:(解放)|(抗战|抗日战争|(?<![^，。；：、（的在和与比是　 \n])战)|"
    "(土改|土地改革)|(合作化|公社化))[以之]?[前后](?![方线沿勤台备进夕])"
)
_BEYOND = r"|\bpre-|\bpost-"
_EVENTS = tuple(
    (regex(zh), regex(en + _BEYOND))
    for zh, en in (
        ("解放(?![军区])", r"liberat(?!ion (?:army|area))|founding|kuomintang|reactionar"),
        ("战", r"\bwar|prewar|postwar|japan|victory|surrender"),
        ("土改|土地改革", "reform"),
        ("合作|公社", "co-?op|commun|collectiv"),
    )
)
"""What such an event is told by, of each in the order of the groups: where either language has more, it may be told."""
_TIMES = regex(
    r"\b(?:before|after|since|prior|ago|old|past|former|formerly|previous|previously|earlier|later|once|used to|until|"
    r"then|new|newly|originally|that time|those days|history|historic|(?:recent|early|those) years|for years|"
    r"19[34][0-9]|now|today|present|current|currently|ever)\b"
)
"""Other words for a time, which may mean the same."""
_SENTENCE_ZH, _SENTENCE_EN = regex("[。；！？\n]"), regex(r"[.;!?](?=\s|$)|\n")
_REACH, _REACH_EN = 30, 200
"""Characters behind an event in which a figure is of its time, and letters of the sentence that has that figure."""


def lost_events(case: Case) -> Iterator[Hit]:
    """The events before or after which something was, where no word of the English tells that.

    Args:
        case: the article.
    """
    for bead in beads(case):
        if not bead.zh or not bead.en:
            continue
        for zh in _ZH.finditer(bead.zh):
            ours, theirs = _EVENTS[(zh.lastindex or 1) - 1]
            if len(theirs.findall(bead.en)) >= len(ours.findall(bead.zh)):
                continue
            said = _sentence(case, bead, zh.end())
            if said and not _TIMES.search(said) and not theirs.search(said):
                span = Span(bead.zh_start + zh.start(), bead.zh_start + zh.end())
                yield Hit(f"the English leaves out “{zh[0]}”", None, span)


def _sentence(case: Case, bead: BeadTexts, at: int) -> str:
    """The English sentence with the figure that stands next behind a place of the original; '' where there is none."""
    start = bead.zh_start + at
    end = start + len(words_behind(case.plain, start, _REACH, _SENTENCE_ZH))
    for link in case.links.body:
        if link.zh and link.en and not link.verdict and start <= link.zh.start < end:
            before = words_before(case.text, link.en.start, _REACH_EN, _SENTENCE_EN)
            return f"{before} {words_behind(case.text, link.en.end, _REACH_EN, _SENTENCE_EN)}".lower()
    return ""
