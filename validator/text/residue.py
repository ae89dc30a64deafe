"""Chinese in the English half: left over, quoted in a gloss, or a list of names."""

from __future__ import annotations

from typing import NamedTuple

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.case import Case, analysis
from duizhao.validator.text.scripts import count_han, survey

_GAP = 3  # characters without letters between two runs of Chinese that are one piece
_GLUED = 20  # Latin letters looked at on either side
# Bounds on every repetition, or a line of many names would be tried in all ways.
_ENTITY = regex(
    r"(?:[-*•·]|[0-9]{1,3}[.)])?\s{0,4}(?:[\u3400-\u9fff·（）]{2,30}\s{0,4}[-–—:：(（,，/|]?\s{0,4}[A-Za-z].{0,120}"
    r"|[A-Za-z][^\u3400-\u9fff]{1,120}[-–—:：(（,，/|\s]\s{0,4}[\u3400-\u9fff·]{2,30}[)）]?)"
)
_OPENING = ('"', "“", "‘", "'", "《", "「")
_CLOSING = ('"', "”", "’", "'", "》", "」")
_LIST = 3  # lines of that form in a row are a list


class Residue(NamedTuple):
    """Chinese in the English body, by what it is."""

    left: tuple[Span, ...]
    glosses: tuple[Span, ...]
    """In brackets after English words: quoted on purpose."""
    quoted: tuple[Span, ...]
    """Between quotation marks."""
    entities: tuple[Span, ...]
    """Lists of names in both languages, from the first line to the last."""


@analysis
def residue(case: Case) -> Residue:
    """The Chinese of the English body; nothing is searched where there is none."""
    look = survey(case)
    # Chinese in the title is H201's.
    runs = [run for run in look.en.runs("han") if run.start >= look.body]
    if not runs:
        return Residue((), (), (), ())
    entities = _entity_lists(case)
    runs = [run for run in _joined(case.text, runs) if not any(e.start <= run.start < e.end for e in entities)]
    found: dict[str, list[Span]] = {"left": [], "glosses": [], "quoted": []}
    for run in runs:
        found[_kind(case.text, run)].append(run)
    return Residue(tuple(found["left"]), tuple(found["glosses"]), tuple(found["quoted"]), entities)


def _joined(text: str, runs: list[Span]) -> list[Span]:
    """Runs with the letters glued to them, those close to each other made one."""
    joined: list[Span] = []
    for run in runs:
        span = _with_glued_letters(text, run)
        # 钢铁、煤 is one piece that was left, and is told once.
        if joined and span.start - joined[-1].end <= _GAP and _only_marks(text[joined[-1].end : span.start]):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _with_glued_letters(text: str, run: Span) -> Span:
    start, end = run
    while start > run.start - _GLUED and start > 0 and text[start - 1].isascii() and text[start - 1].isalpha():
        start -= 1
    while end < min(run.end + _GLUED, len(text)) and text[end].isascii() and text[end].isalpha():
        end += 1
    return Span(start, end)


def _only_marks(gap: str) -> bool:
    return "\n" not in gap and not any(c.isascii() and c.isalpha() for c in gap)


def _kind(text: str, run: Span) -> str:
    before, after = text[run.start - 1 : run.start], text[run.end : run.end + 1]
    # "(行总, the relief administration)" is a gloss that goes on.
    if before in ("(", "（", "[") and after in (")", "）", "]", ",", ":", ";"):
        word = text[max(0, run.start - 3) : run.start - 1].rstrip()
        return "glosses" if word[-1:].isalnum() else "left"
    return "quoted" if before in _OPENING and after in _CLOSING else "left"


def _entity_lists(case: Case) -> tuple[Span, ...]:
    lists: list[Span] = []
    row: list[Span] = []
    for paragraph in case.article.english.paragraphs:
        if count_han(paragraph.text) and _ENTITY.fullmatch(paragraph.text):
            row.append(Span(paragraph.start, paragraph.end))
            continue
        if len(row) >= _LIST:
            lists.append(Span(row[0].start, row[-1].end))
        row = []
    if len(row) >= _LIST:
        lists.append(Span(row[0].start, row[-1].end))
    return tuple(lists)
