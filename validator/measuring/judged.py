"""A random sample of findings for people to judge, and what their verdicts say of the rules."""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from typing import NamedTuple

from duizhao.faults import about
from duizhao.regex import regex
from duizhao.schema.inputs.read import given_entry
from duizhao.schema.tree import Article, Paragraph
from duizhao.source import Source
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding, Place
from duizhao.validator.report import FileResult
from duizhao.validator.running.one_file import articles_in

VERDICTS = ("right", "wrong", "unsure")
_Z = 1.959963984540054
"""95 % of a normal distribution lie within so many standard deviations."""


class Sampled(NamedTuple):
    """A finding with the sentences that it speaks of."""

    finding: Finding
    english: str
    chinese: str


class Precision(NamedTuple):
    """What people said of findings."""

    right: int
    wrong: int
    unsure: int
    unjudged: int

    @property
    def judged(self) -> int:
        """Findings that somebody decided about."""
        return self.right + self.wrong

    @property
    def share(self) -> float | None:
        return self.right / self.judged if self.judged else None

    @property
    def interval(self) -> tuple[float, float]:
        """Of 95 % confidence."""
        return wilson(self.right, self.judged)


# ---------------------------------------------------------------- the sample


def sample(results: Iterable[FileResult], settings: Settings, number: int, *, seed: str = "0") -> list[Sampled]:
    """A random sample of findings: one of every rule as far as they go, the others from all with the same chance.

    Args:
        results: with the texts of files with findings; in one pass, of which only what may be chosen is kept.
        settings: what is in force.
        number: of findings, at least 1; fewer where there are not so many.
        seed: the same gives the same sample of the same findings.
    """
    draw = _Draw(number, seed)
    for result in results:
        for finding in result.findings:
            draw.add(finding, result.text)
    return [_with_sentences(one.finding, one.text, settings) for one in draw.chosen()]


class _Drawn(NamedTuple):
    key: bytes
    order: int
    finding: Finding
    text: str


class _Draw:
    """The findings with the smallest keys, and those with the smallest of their rules; keys are as good as random."""

    def __init__(self, number: int, seed: str) -> None:
        self.number = number
        self.seed = seed
        self._first: dict[str, _Drawn] = {}
        self._all: list[tuple[int, int, _Drawn]] = []
        self._count = 0

    def add(self, finding: Finding, text: str) -> None:
        words = f"{self.seed}\x1f{finding.path}\x1f{finding.fingerprint}\x1f{finding.message}"
        key = hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()
        drawn = _Drawn(key, self._count, finding, text)
        self._count += 1
        first = self._first.get(finding.rule)
        if first is None or key < first.key:
            self._first[finding.rule] = drawn
        # a heap gives its smallest away; kept are the findings with the smallest keys
        item = (-int.from_bytes(key, "big"), drawn.order, drawn)
        if len(self._all) < self.number:
            heapq.heappush(self._all, item)
        elif item > self._all[0]:
            heapq.heapreplace(self._all, item)

    def chosen(self) -> list[_Drawn]:
        """By rule, then in the order of the report."""
        # one of each rule first: of a rule with few findings a share of all would have none
        kept = sorted(self._first.values())[: self.number]
        orders = {one.order for one in kept}
        others = sorted(drawn for *_, drawn in self._all if drawn.order not in orders)
        kept += others[: self.number - len(kept)]
        return sorted(kept, key=lambda one: (one.finding.rule, one.order))


def _with_sentences(finding: Finding, text: str, settings: Settings) -> Sampled:
    with about(finding.path):
        source = Source(finding.path, text)
        english, chinese = (_sentence(source, place) for place in (finding.en, finding.zh))
        # a finding about one side only: its judge wants the other side as well
        if bool(english) != bool(chinese):
            for article in _articles(source, settings):
                case = Case(article, settings.for_path(finding.path))
                english = english or _counterpart(case, finding.zh, article, english=False)
                chinese = chinese or _counterpart(case, finding.en, article, english=True)
    return Sampled(finding, english, chinese)


def _articles(source: Source, settings: Settings) -> Iterator[Article]:
    """The article of a file, or those of an issue; what of it cannot be read was told when it was checked."""
    entry = given_entry(source.path, source.text.encode("utf-8"))
    yield from (one for one in articles_in(entry, settings.publication_of(source.path)) if isinstance(one, Article))


_END = regex(r"[.!?][\"”’')\]]*(?=\s)|[。！？][”’」』）]*")


def _sentence(source: Source, place: Place | None) -> str:
    """The sentences that the words of a finding stand in; '' where it marks none."""
    if place is None or place.path:  # it lies in another file, whose text is not at hand
        return place.text if place else ""
    line = source.line(place.line)
    ends = [0, *(match.end() for match in _END.finditer(line)), len(line)]
    start, end = place.column - 1, place.end_column - 1 if place.end_line == place.line else len(line)
    low = max((at for at in ends if at <= start), default=0)
    high = min((at for at in ends if at >= end), default=len(line))
    return line[low:high].strip()


def _counterpart(case: Case, place: Place | None, article: Article, *, english: bool) -> str:
    """The paragraphs that say the same as the one where a place is, which is of the other language; '' for none."""
    own, other = article.english.paragraphs, article.chinese.paragraphs
    if not english:
        own, other = other, own
    number = next((n for n, one in enumerate(own) if place and _stands_in(one, place, article.source)), None)
    for bead in case.alignment.beads if number is not None else ():
        mine, theirs = (bead.en, bead.zh) if english else (bead.zh, bead.en)
        if number in mine:
            return " ".join(other[n].text.strip() for n in theirs)
    return ""


def _stands_in(paragraph: Paragraph, place: Place, source: Source) -> bool:
    return source.position(paragraph.start).line == place.line


# ---------------------------------------------------------------- the verdicts


def precision(verdicts: Sequence[tuple[str, str]]) -> dict[str, Precision]:
    """What was said of each rule, by its code in order.

    Args:
        verdicts: rule and verdict of each finding; '' where there is none yet.
    """
    by_rule: dict[str, list[tuple[str, str]]] = {}
    for one in verdicts:
        by_rule.setdefault(one[0], []).append(one)
    return {rule: overall(by_rule[rule]) for rule in sorted(by_rule)}


def overall(verdicts: Sequence[tuple[str, str]]) -> Precision:
    """What was said of all."""
    words = [word for _, word in verdicts]
    return Precision(*(words.count(word) for word in (*VERDICTS, "")))


def wilson(right: int, total: int) -> tuple[float, float]:
    """The interval that holds a share with 95 % confidence, after Wilson (1927); 0 to 1 where nothing is known.

    >>> tuple(round(bound, 4) for bound in wilson(8, 10))
    (0.4902, 0.9433)
    """
    if not total:
        return 0.0, 1.0
    share, square = right / total, _Z**2
    middle = (share + square / (2 * total)) / (1 + square / total)
    reach = _Z * sqrt(share * (1 - share) / total + square / (4 * total**2)) / (1 + square / total)
    return (max(0.0, middle - reach) if right else 0.0), (min(1.0, middle + reach) if right < total else 1.0)
