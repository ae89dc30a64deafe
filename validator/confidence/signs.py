"""What tells findings that are likely right from doubtful ones: named signs, each there or not.

A sign looks at the finding's expression and at what else went wrong around it: a figure that has no counterpart is
believed less where a figure of the other language beside it has none either.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from duizhao.schema.tree import Paragraph
from duizhao.source import Span
from duizhao.validator.case import Case, analysis
from duizhao.validator.finding import Severity
from duizhao.validator.pairing.model import PROBABLE, Link
from duizhao.validator.pairing.values.sorts import distinct
from duizhao.validator.quantities.model import Approx, Cluster, Form, Kind, Quantity
from duizhao.validator.rule import Hit, Rule

MANY_LONELY = 3
"""Numbers of an article without counterpart from which on its translation, or our reading of it, leaves out more."""
BESIDE_ZH, BESIDE_EN = 60, 200
"""Characters within which a pair that is right stands beside another."""
IN_PLACE = 25
"""Characters by which an English expression may stand off the place that the pairs around it lead to expect."""
SEVERAL_WRONG = 3
"""Things wrong in a pair of paragraphs from which on the paragraphs, or our reading of them, are suspect."""


def signs(case: Case, rule: Rule, hit: Hit) -> tuple[str, ...]:
    """The names of the signs that a hit of a rule bears."""
    found = list(_of_judgement(rule, hit))
    if rule.family in "ND":
        around = _surroundings(case)
        link = around.link(hit)
        if link is not None:
            found += _of_link(link)
            found += around.signs(link)
    return tuple(found)


def _of_judgement(rule: Rule, hit: Hit) -> Iterator[str]:
    if hit.severity is None or hit.severity >= rule.severity:
        yield "sure"
    elif hit.severity is Severity.INFO:
        yield "doubtful"
        if hit.zh is not None and hit.en is not None:
            # A lone figure is doubtful since it is small or vague, a pair since it may be read so that all is well.
            yield "doubtful-pair"


_KINDS = {
    Kind.ORDINAL: "ordinal",
    Kind.MULTIPLE: "multiple",
    Kind.PERCENT: "share",
    Kind.FRACTION: "share",
    Kind.CODE: "code",
    Kind.DATE: "date",
}


def _of_link(link: Link) -> Iterator[str]:
    one = link.zh or link.en
    if one is None:
        return
    if one.kind in _KINDS:
        yield _KINDS[one.kind]
    if one.kind is not Kind.DATE and not distinct(one):
        yield "small"
    if one.approx is Approx.SEVERAL or one.form is Form.IMPLIED:
        yield "vague"
    if one.low != one.high:
        yield "range"
    if one.unit:
        yield "unit"
    if link.en is not None and link.en.form is Form.WORDS:
        yield "english-words"
    if link.zh is not None and link.en is not None and link.zh.unit != link.en.unit:
        yield "units-differ"


class _Surroundings:
    """The links of an article by their places, and what went wrong in each pair of paragraphs."""

    def __init__(self, case: Case) -> None:
        self._zh = _Side(case.article.chinese.paragraphs, (*case.readings.zh, case.readings.headline))
        self._en = _Side(case.article.english.paragraphs, (*case.readings.en, case.readings.title))
        self._beads = case.alignment.beads
        self._of_zh = {i: number for number, bead in enumerate(self._beads) for i in bead.zh}
        self._of_en = {i: number for number, bead in enumerate(self._beads) for i in bead.en}
        self._title = set(map(id, case.links.title))
        self._counts: dict[int, Counter[str]] = {}
        self._lonely: Counter[str] = Counter()
        for link in (*case.links.title, *case.links.body):
            self._zh.add(link.zh, link)
            self._en.add(link.en, link)
            self._count(link)
        self._pairs = sorted(
            [(one.zh.start, one.en.start) for one in case.links.body if one.zh and one.en and not one.verdict]
        )

    def _count(self, link: Link) -> None:
        number = self._number(link)
        counts = self._counts.get(number)
        if counts is None:
            counts = self._counts[number] = Counter()
        counts["all"] += 1
        if link.verdict:  # most are right
            counts["wrong"] += 1
            counts[link.verdict] += 1
            self._lonely[link.verdict] += link.certainty >= PROBABLE

    def _number(self, link: Link) -> int:
        """Which pair of paragraphs a link stands in; -1 for the titles."""
        if id(link) in self._title:
            return -1
        if link.zh is not None:
            return self._of_zh.get(self._zh.paragraph(link.zh.start), -2)
        return -2 if link.en is None else self._of_en.get(self._en.paragraph(link.en.start), -2)

    def link(self, hit: Hit) -> Link | None:
        """The link that a hit speaks of."""
        return self._zh.link(hit.zh) or self._en.link(hit.en)

    def signs(self, link: Link) -> Iterator[str]:
        """What the surroundings of a link say about it."""
        if link.zh is not None and link.zh.start in self._zh.several:
            yield "readings-zh"
        if link.en is not None and link.en.start in self._en.several:
            yield "readings-en"
        number = self._number(link)
        if number == -1:
            yield "title"
        elif number >= 0:
            bead = self._beads[number]
            if len(bead.en) != 1 or len(bead.zh) != 1:
                yield "paragraphs-joined"
        yield from self._wrong_beside(link, self._counts[number])
        if link.zh is not None and link.en is not None:
            yield from self._between(link.zh.start, link.en.start)

    def _between(self, zh: int, en: int) -> Iterator[str]:
        """Whether the pairs before and behind stand in the same order in both languages."""
        at = bisect_left(self._pairs, (zh, en))
        before = self._pairs[at - 1] if at else None
        behind = self._pairs[at] if at < len(self._pairs) else None
        near = [
            one is not None and abs(one[0] - zh) < BESIDE_ZH and abs(one[1] - en) < BESIDE_EN
            for one in (before, behind)
        ]
        if (before and near[0] and before[1] > en) or (behind and near[1] and behind[1] < en):
            yield "out-of-order"
        elif before and behind and all(near):
            yield "between-pairs"
            expected = before[1] + (zh - before[0]) * (behind[1] - before[1]) / max(1, behind[0] - before[0])
            if abs(en - expected) < IN_PLACE:
                yield "in-place"
        elif any(near):
            yield "beside-pair"

    def _wrong_beside(self, link: Link, counts: Counter[str]) -> Iterator[str]:
        wrong, beside = counts["wrong"] - bool(link.verdict), counts["all"] - 1
        if not wrong and beside >= SEVERAL_WRONG:
            yield "only-wrong"
        if wrong >= SEVERAL_WRONG:
            yield "several-wrong"
        if wrong * 2 > beside:
            yield "most-wrong"
        opposite = {"missing": "added", "added": "missing"}.get(link.verdict)
        if opposite is None:
            return
        if counts[opposite]:
            yield "opposite-lonely"
        if counts[link.verdict] > 1:
            yield "same-lonely"
        if self._lonely[link.verdict] >= MANY_LONELY:
            yield "many-lonely"


class _Side:
    """The expressions of one language."""

    def __init__(self, paragraphs: Sequence[Paragraph], clusters: Iterable[Iterable[Cluster]]) -> None:
        self._starts = [one.start for one in paragraphs]
        self.several = {
            quantity.start
            for some in clusters
            for cluster in some
            if len(cluster.covers) > 1
            for cover in cluster.covers
            for quantity in cover.quantities
        }
        """Where expressions stand that can be read in several ways."""
        self._links: dict[int, Link] = {}
        self._places: list[int] = []

    def add(self, quantity: Quantity | None, link: Link) -> None:
        if quantity is not None:
            self._links[quantity.start] = link

    def paragraph(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1

    def link(self, span: Span | None) -> Link | None:
        """The link whose expression begins where a span does, or first within it."""
        if span is None:
            return None
        if span.start in self._links:
            return self._links[span.start]
        # few findings begin elsewhere than their expression, and only those need the order
        if not self._places:
            self._places = sorted(self._links)
        at = bisect_left(self._places, span.start)
        inside = at < len(self._places) and self._places[at] < span.end
        return self._links[self._places[at]] if inside else None


@analysis
def _surroundings(case: Case) -> _Surroundings:
    return _Surroundings(case)
