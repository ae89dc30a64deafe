"""Which scripts the two halves of an article are written in; one survey an article, shared by the rules.

The survey looks at the set of characters of a half, not at each character: an ordinary half is cleared in some
microseconds, and only a half that has something of a kind is searched for the places.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.case import Case, analysis

RANGES = {
    "han": "\u2e80-\u2fdf\u3005\u3400-\u4dbf\u4e00-\u4e27\u4e29-\u9fff\uf900-\ufaff\U00020000-\U0003fffd",
    "kana": "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\uff66-\uff9f",
    "hangul": "\u1100-\u115e\u1161-\u11ff\u3131-\u3163\u3165-\u318e\uac00-\ud7a3\uffa1-\uffdc",
    "cyrillic": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
    "greek": "\u0370-\u03ff\u1f00-\u1fff",
    "other": "\u0530-\u10ff\u1200-\u180d\u1810-\u1c7f\u1c90-\u1cff\ua000-\ua63f\ua6a0-\uabff\ufb13-\ufdff\ufe70-\ufefe",
    "lost": "\ufffd",
    "private": "\ue000-\uf8ff\U000f0000-\U0010fffd",
    "control": "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f",
    "invisible": "\u00ad\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb",
    "accented": "\u00a1-\u00ff",
    "placeholder": "＠□■◇",
    "fullwidth": "ａ-ｚＡ-Ｚ",
}
"""Kinds of characters that a rule asks for; the vertical bar 丨 counts as none of them."""

SCRIPTS = {
    "hangul": "Korean script",
    "kana": "Japanese kana",
    "cyrillic": "Cyrillic script",
    "other": "a script that is neither Latin nor Chinese",
}
"""Kinds that belong to neither language, in words."""

_KINDS = {kind: regex(f"[{ranges}]+") for kind, ranges in RANGES.items()}
_ORDINARY = frozenset(map(chr, (9, 10, 13, *range(0x20, 0x7F)))) | frozenset(
    "\u00b7\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u3000、。《》「」【】（），：；！？％○〇×０１２３４５６７８９"
)
_UNCOMMON = regex("[^\u4e00-\u9fff]+")
_CONTROL = bytes([*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])


class LanguageText(NamedTuple):
    """One language of an article."""

    text: str
    start: int
    """Where it begins in the file."""
    characters: frozenset[str]
    """All it is written with; empty where it is plain ASCII."""
    kinds: frozenset[str]
    """Those of `RANGES` that occur; Han is no news in the Chinese half and not among them."""

    def runs(self, kind: str) -> Iterator[Span]:
        """Each stretch of that kind, as a span of the file."""
        if kind in self.kinds:
            for match in _KINDS[kind].finditer(self.text):
                yield Span(match.start() + self.start, match.end() + self.start)


class Survey(NamedTuple):
    """Both halves: the English without its list of named entities."""

    en: LanguageText
    zh: LanguageText
    body: int
    """Where the English body begins: after the last header line."""


@analysis
def survey(case: Case) -> Survey:
    """What the halves of an article are written with."""
    english, chinese = case.article.english, case.article.chinese
    end = english.entities[0].start if english.entities else english.end
    if case.article.separator:
        end = min(end, case.article.separator.start)
    body = english.headers[-1].value.end if english.headers else 0
    en, zh = case.text[:end], case.text[chinese.start : chinese.end]
    return Survey(_half(en, 0, skip_han=False), _half(zh, chinese.start, skip_han=True), body)


def _half(text: str, start: int, *, skip_han: bool) -> LanguageText:
    if text.isascii():
        # In ASCII nothing but control characters can be wrong, and bytes are sooner gone through than characters.
        data = text.encode("ascii")
        damaged = len(data.translate(None, _CONTROL)) < len(data)
        return LanguageText(text, start, frozenset(), frozenset(("control",)) if damaged else frozenset())
    characters = frozenset(text)
    # A set difference clears nearly every text; the patterns see only what is left.
    unusual = "".join(characters - _ORDINARY)
    # Rare Han characters stay: they are looked at in the Chinese half too.
    if skip_han:
        unusual = "".join(_UNCOMMON.findall(unusual))
    found = [kind for kind, pattern in _KINDS.items() if pattern.search(unusual)] if unusual else ()
    return LanguageText(text, start, characters, frozenset(found))


def count_han(text: str) -> int:
    """How many Chinese characters a text has."""
    return sum(map(len, _KINDS["han"].findall(text)))
