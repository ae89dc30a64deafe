"""Slips chosen at random and planted, each alone in a copy of its article, and whether a rule finds it.

A slip counts as found when a finding of the families N and D, which the article did not have before, marks words that
overlap the altered ones; of a number that was left out, the Chinese words that it stood for.
"""

from __future__ import annotations

import hashlib
import heapq
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from duizhao.faults import about
from duizhao.schema.parse import parse
from duizhao.schema.tree import Article
from duizhao.source import Source, Span
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding, Place, Severity
from duizhao.validator.measuring.gold import LONGEST_MARK
from duizhao.validator.planting.differ import differs
from duizhao.validator.planting.place import Place as Spot
from duizhao.validator.planting.place import places
from duizhao.validator.planting.slips import KINDS
from duizhao.validator.report import Problem
from duizhao.validator.running.articles import of_each
from duizhao.validator.running.engine import check_article


class Slip(NamedTuple):
    """A slip in a copy of an article; offsets are those of the article as it is."""

    kind: str
    path: str
    line: int
    start: int
    end: int
    before: str
    after: str
    expression: str
    """The English expression that was altered, or beside which a number was put in."""
    original: Span
    """The Chinese expression."""
    title: bool
    figures: bool
    """The expression has its number in figures; else in words."""


class Planted(NamedTuple):
    """A slip, and the gravest finding that tells of it."""

    slip: Slip
    finding: Finding | None


class Outcome(NamedTuple):
    """What came of planting."""

    asked: int
    articles: int
    expressions: int
    """English numeric expressions in them."""
    agreeing: int
    """Those that are paired with one of the original and agree with it: slips are made in these."""
    kinds: tuple[str, ...]
    """Those to choose from."""
    planted: tuple[Planted, ...]
    """In the order of the articles, and of the places in each."""
    problems: tuple[Problem, ...] = ()
    """What could not be read."""

    def of_kind(self, kind: str) -> list[Planted]:
        return [one for one in self.planted if one.slip.kind == kind]


def plant(
    articles: Iterable[Article | Problem],
    settings: Settings,
    number: int,
    *,
    seed: str = "0",
    kinds: Sequence[str] = (),
    least: Severity = Severity.INFO,
) -> Outcome:
    """Plant slips in copies of articles, and see which of them are found.

    Args:
        articles: taken one by one, with what could not be read among them; they are not changed.
        settings: what is in force.
        number: of slips; fewer where there are not so many places. They are spread over the kinds evenly.
        seed: the same gives the same slips in the same articles.
        kinds: to choose from, names of `slips.KINDS`; () for all.
        least: findings below this severity do not count.
    """
    draw = _Draw(number, seed, tuple(kinds) or tuple(KINDS))
    drawing = of_each(articles, lambda article: draw.article(Case(article, settings.for_path(article.path))))
    problems = tuple(one for one in drawing if isinstance(one, Problem))
    planted: list[Planted] = []
    for _, some in groupby(draw.chosen(), key=lambda one: one.number):
        drawn = list(some)
        with about(drawn[0].source.path):
            planted += _checked(drawn, settings, least)
    return Outcome(number, draw.articles, draw.expressions, draw.agreeing, draw.kinds, tuple(planted), problems)


# ---------------------------------------------------------------- which


class _Drawn(NamedTuple):
    key: int
    """Drawn at random; the smallest are taken."""
    number: int
    """Of the article."""
    slip: Slip
    source: Source


class _Draw:
    """Of each kind as many slips as are wanted at most, all with the same chance; one pass over the articles."""

    def __init__(self, number: int, seed: str, kinds: tuple[str, ...]) -> None:
        self.number = number
        self.seed = seed
        self.kinds = kinds
        self.articles = 0
        self.expressions = 0
        self.agreeing = 0
        self._kept: dict[str, list[tuple[int, int, _Drawn]]] = {kind: [] for kind in kinds}
        self._count = 0

    def article(self, case: Case) -> None:
        """Take the places of an article into account."""
        text = hashlib.sha256(case.text.encode("utf-8", "surrogatepass")).hexdigest()
        self.expressions += sum(link.en is not None for link in (*case.links.body, *case.links.title))
        number = self.articles
        self.articles += 1
        for spot in places(case):
            self.agreeing += 1
            for kind in self.kinds:
                key = _random(self.seed, text, kind, spot.en.start, spot.en.end)
                kept = self._kept[kind]
                if len(kept) >= self.number and -key <= kept[0][0]:
                    continue
                slip = _slip(case, spot, kind, key)
                if slip is not None:
                    self._keep(kept, _Drawn(key, number, slip, case.article.source))

    def _keep(self, kept: list[tuple[int, int, _Drawn]], drawn: _Drawn) -> None:
        self._count += 1
        put: Callable[..., object] = heapq.heappush if len(kept) < self.number else heapq.heapreplace
        put(kept, (-drawn.key, self._count, drawn))

    def chosen(self) -> list[_Drawn]:
        """From each kind in turn the next, until there are enough; in the order of the articles."""
        waiting = [[drawn for *_, drawn in sorted(kept)] for kept in self._kept.values() if kept]
        waiting.sort(key=lambda some: _random(self.seed, some[0].slip.kind))
        found: list[_Drawn] = []
        while waiting and len(found) < self.number:
            found += [some.pop() for some in waiting[: self.number - len(found)]]
            waiting = [some for some in waiting if some]
        return sorted(found, key=lambda one: (one.number, one.slip))


def _random(*words: object) -> int:
    """A number that is the same for the same words, and otherwise as good as drawn."""
    return int.from_bytes(hashlib.sha256("\x1f".join(map(str, words)).encode()).digest()[:8], "big")


def _slip(case: Case, spot: Spot, kind: str, key: int) -> Slip | None:
    """A slip of that kind at that place, chosen at random among those that change what the words say."""
    edits = list(KINDS[kind](spot))
    random.Random(key).shuffle(edits)  # noqa: S311  no secret
    year = case.date[0] if case.date else None
    edit = next((one for one in edits if differs(spot, one, year)), None)
    if edit is None:
        return None
    return Slip(
        kind,
        case.article.path,
        case.article.source.position(edit.start).line,
        edit.start,
        edit.end,
        case.text[edit.start : edit.end],
        edit.after,
        spot.words,
        Span(spot.zh.start, spot.zh.end),
        spot.title,
        any(map(str.isdigit, spot.words)),
    )


# ---------------------------------------------------------------- whether it is found


def _checked(drawn: Sequence[_Drawn], settings: Settings, least: Severity) -> Iterator[Planted]:
    """The slips of one article, each checked alone."""
    source = drawn[0].source
    settings = settings.for_path(source.path)
    known = Counter(map(_told, _findings(source, settings, Severity.INFO)))
    for one in drawn:
        copy = altered(source, one.slip)
        new = _new(_findings(copy, settings, least), known)
        telling = [finding for finding in new if _tells(finding, one.slip, copy)]
        yield Planted(one.slip, max(telling, key=lambda finding: finding.severity, default=None))


def altered(source: Source, slip: Slip) -> Source:
    """A copy of an article with the slip."""
    text = source.text[: slip.start] + slip.after + source.text[slip.end :]
    return Source(source.path, text, bom=source.bom)


def _findings(source: Source, settings: Settings, least: Severity) -> list[Finding]:
    found = check_article(parse(source), settings)
    return [finding for finding in found if finding.rule[0] in "ND" and finding.severity >= least]


def _told(finding: Finding) -> tuple[str, str, str]:
    """What a finding says, wherever it now stands."""
    return (finding.rule, finding.en.text if finding.en else "", finding.zh.text if finding.zh else "")


def _new(findings: Iterable[Finding], known: Counter[tuple[str, str, str]]) -> Iterator[Finding]:
    left = known.copy()
    for finding in findings:
        told = _told(finding)
        if left[told]:
            left[told] -= 1
        else:
            yield finding


def _tells(finding: Finding, slip: Slip, copy: Source) -> bool:
    """Whether a finding marks the altered words."""
    if slip.kind == "number-dropped":
        moved = len(slip.after) - (slip.end - slip.start) if slip.original.start >= slip.end else 0
        return _overlaps(finding.zh, copy, slip.original.start + moved, slip.original.end + moved)
    return _overlaps(finding.en, copy, slip.start, slip.start + len(slip.after))


def _overlaps(place: Place | None, copy: Source, start: int, end: int) -> bool:
    if place is None or len(place.text) > LONGEST_MARK:
        return False
    at = copy.line_starts[place.line - 1] + place.column - 1
    return at < end and start < at + len(place.text)
