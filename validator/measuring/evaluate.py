"""How good the rules are: recall and precision against gold files, by kind and by rule, with every miss by name."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from duizhao.errors import UnreadableError, UsageError
from duizhao.faults import about
from duizhao.schema.readers.read_file import read_file
from duizhao.schema.tree import Article
from duizhao.source import Source
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding, Severity
from duizhao.validator.measuring.gold import Gold, Matcher, read_gold
from duizhao.validator.running.engine import check_article

_STAND_IN = {"N": "ND", "D": "ND"}
"""A date taken for a number, or a number for a date, is found all the same."""


class HitCount(NamedTuple):
    """A count and how many of it were hit."""

    total: int
    hit: int

    @property
    def share(self) -> float | None:
        return self.hit / self.total if self.total else None


class Evaluation(NamedTuple):
    """What came of a comparison with gold files."""

    files: int
    recall: dict[str, HitCount]
    """By kind: gold lines, and those found."""
    catchable: HitCount
    """Quantity lines that values or patterns can reveal."""
    precision: dict[str, HitCount]
    """By rule: findings of the families N and D, and those that a gold line confirms."""
    overall: HitCount
    """Findings of the families N and D, and those that a gold line confirms."""
    missed: tuple[str, ...]
    unconfirmed: tuple[str, ...]


def evaluate(paths: Sequence[str], settings: Settings, *, least: Severity = Severity.WARNING) -> Evaluation:
    """Compare findings with gold files.

    Args:
        paths: gold files, or folders that hold a `gold.jsonl`.
        settings: what is in force.
        least: findings below this severity do not count.

    Raises:
        UsageError: a path is no gold file and no folder with one.
        UnreadableError: a gold file, or an article it names, cannot be read.
    """
    count = _Count()
    for path in map(_gold_path, paths):
        folder, gold = os.path.dirname(path), read_gold(path)
        for name in sorted({line.file for line in gold}):
            source, articles = _read(os.path.join(folder, name))
            with about(source.path):
                found = (finding for article in articles for finding in check_article(article, settings))
                findings = [finding for finding in found if finding.severity >= least]
                count.article(source, findings, [g for g in gold if g.file == name and g.kind != "none"])
    return count.result()


def _gold_path(path: str) -> str:
    inside = os.path.join(path, "gold.jsonl")
    if os.path.isfile(inside):
        return inside
    if not os.path.isfile(path):
        raise UsageError("no gold file, and no folder with a gold.jsonl", path=path)
    return path


def _read(path: str) -> tuple[Source, Iterator[Article]]:
    """The text of a file, and its articles: one, or those of an issue."""
    try:
        with open(path, "rb") as file:
            data = file.read()
        articles = (one for one in read_file(path, data) if isinstance(one, Article))
        return Source.decode(path, data), articles
    except OSError as error:
        raise UnreadableError(
            f"a gold line names this article, but it cannot be read: {error.strerror}", path=path
        ) from None


class _Count:
    def __init__(self) -> None:
        self.files = 0
        self.gold: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.said: Counter[str] = Counter()
        self.confirmed: Counter[str] = Counter()
        self.catchable = [0, 0]
        self.missed: list[str] = []
        self.unconfirmed: list[str] = []

    def article(self, source: Source, findings: Iterable[Finding], gold: Sequence[Gold]) -> None:
        self.files += 1
        matcher = Matcher(source)
        findings = list(findings)
        for line in gold:
            self._line(line, source.path, matcher, findings)
        quantities = [line for line in gold if line.family in _STAND_IN]
        for finding in findings:
            if finding.rule[0] in _STAND_IN:
                self._finding(finding, matcher, quantities)

    def _line(self, line: Gold, path: str, matcher: Matcher, findings: Sequence[Finding]) -> None:
        families = _STAND_IN.get(line.family, line.family)
        hit = any(f.rule[0] in families and matcher.matches(f, line) for f in findings)
        self.gold[line.kind] += 1
        self.found[line.kind] += hit
        if line.family in _STAND_IN and line.catch != "sense":
            self.catchable[0] += 1
            self.catchable[1] += hit
        # what only a reader sees is no miss of a rule
        if not hit and line.catch != "sense":
            self.missed.append(f"{path}: {line.kind}: {line.words}")

    def _finding(self, finding: Finding, matcher: Matcher, quantities: Sequence[Gold]) -> None:
        hit = any(matcher.matches(finding, line) for line in quantities)
        self.said[finding.rule] += 1
        self.confirmed[finding.rule] += hit
        if not hit:
            line = finding.place.line if finding.place else 1
            self.unconfirmed.append(f"{finding.path}:{line}: {finding.rule} {finding.severity.word}: {finding.message}")

    def result(self) -> Evaluation:
        return Evaluation(
            self.files,
            {kind: HitCount(self.gold[kind], self.found[kind]) for kind in sorted(self.gold)},
            HitCount(*self.catchable),
            {rule: HitCount(self.said[rule], self.confirmed[rule]) for rule in sorted(self.said)},
            HitCount(self.said.total(), self.confirmed.total()),
            tuple(self.missed),
            tuple(self.unconfirmed),
        )
