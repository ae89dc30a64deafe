"""How good the rules are: recall and precision against gold files, by kind and by rule, with every miss by name."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from duizhao.errors import UnreadableError, UsageError
from duizhao.schema.inputs.discover import list_sources
from duizhao.schema.inputs.names import shown_root
from duizhao.schema.tree import Article
from duizhao.source import Source
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding, Severity
from duizhao.validator.measuring.gold import Gold, Matcher, read_gold
from duizhao.validator.report import Problem
from duizhao.validator.running.articles import articles_of, of_each
from duizhao.validator.running.engine import examine

_MEASURED = "ND"
"""Families of rules whose precision is told."""


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
    errors: HitCount
    """The same of the errors alone: what a run with `--fail-on error` stops for."""
    missed: tuple[str, ...]
    unconfirmed: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    """What could not be read of the articles; their gold lines are missed."""


def evaluate(paths: Sequence[str], settings: Settings, *, least: Severity = Severity.WARNING) -> Evaluation:
    """Compare findings with gold files.

    Args:
        paths: gold files, or folders that hold a `gold.jsonl`.
        settings: what is in force; each article is checked as by a check of the file it stands in.
        least: findings below this severity do not count.

    Raises:
        UsageError: a path is no gold file and no folder with one.
        UnreadableError: a gold file cannot be read, or names an article that is not there.
    """
    count = _Count(least)
    for path in map(_gold_path, paths):
        gold = _by_file(path, read_gold(path))
        files = [one.file for one in gold.values()]
        articles = articles_of(lambda: list_sources(files), settings)  # noqa: B023  called in this round
        checked = of_each(articles, lambda article: _checked(article, settings))
        for shown, some in groupby(checked, key=lambda one: one.path):
            count.file(shown, list(some), gold.pop(shown).lines if shown in gold else [])
        for shown, left in gold.items():  # what is the same as another file, and was passed over for it
            count.file(shown, [], left.lines)
    return count.result()


class _Checked(NamedTuple):
    """What was found in an article of a file."""

    path: str
    source: Source
    """The file."""
    findings: tuple[Finding, ...]


def _checked(article: Article, settings: Settings) -> _Checked:
    return _Checked(article.path, article.source.whole, examine(article, settings).findings)


class _GoldOfFile(NamedTuple):
    file: str
    lines: list[Gold]


def _gold_path(path: str) -> str:
    inside = os.path.join(path, "gold.jsonl")
    if os.path.isfile(inside):
        return inside
    if not os.path.isfile(path):
        raise UsageError("no gold file, and no folder with a gold.jsonl", path=path)
    return path


def _by_file(path: str, gold: Iterable[Gold]) -> dict[str, _GoldOfFile]:
    """The lines of a gold file by the article files that they name, which lie beside it; in the order of these.

    Raises:
        UnreadableError: there is no such file.
    """
    folder = os.path.dirname(path)
    found: dict[str, _GoldOfFile] = {}
    for line in sorted(gold, key=lambda line: line.file):
        file = os.path.join(folder, line.file)
        try:
            regular = stat.S_ISREG(os.stat(file).st_mode)
        except OSError as error:
            reason = f"a gold line names this article, but it cannot be read: {error.strerror}"
            raise UnreadableError(reason, path=file) from None
        if not regular:
            raise UnreadableError("a gold line names this article, but it is no file", path=file)
        found.setdefault(shown_root(file), _GoldOfFile(file, [])).lines.append(line)
    return found


class _Count:
    def __init__(self, least: Severity) -> None:
        self.least = least
        self.files = 0
        self.gold: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.said: Counter[str] = Counter()
        self.confirmed: Counter[str] = Counter()
        self.errors = [0, 0]
        self.catchable = [0, 0]
        self.missed: list[str] = []
        self.unconfirmed: list[str] = []
        self.problems: list[Problem] = []

    def file(self, path: str, made: Sequence[_Checked | Problem], gold: Iterable[Gold]) -> None:
        """Count what was found in a file, and what its gold lines say; where it cannot be read, they are all missed."""
        self.problems += [one for one in made if isinstance(one, Problem)]
        checked = [one for one in made if isinstance(one, _Checked)]
        self.files += bool(checked)
        found = (finding for one in checked for finding in one.findings)
        findings = [finding for finding in found if finding.severity >= self.least]
        matcher = Matcher(checked[0].source if checked else Source(path, ""))
        self._compare(path, matcher, findings, [line for line in gold if line.kind != "none"])

    def _compare(self, path: str, matcher: Matcher, findings: Sequence[Finding], gold: Sequence[Gold]) -> None:
        for line in gold:
            self._line(line, path, matcher, findings)
        for finding in findings:
            if finding.rule[0] in _MEASURED:
                self._finding(finding, matcher, [line for line in gold if line.is_for(finding.rule)])

    def _line(self, line: Gold, path: str, matcher: Matcher, findings: Sequence[Finding]) -> None:
        hit = any(line.is_for(f.rule) and matcher.matches(f, line) for f in findings)
        self.gold[line.kind] += 1
        self.found[line.kind] += hit
        if line.is_quantity and line.catch != "sense":
            self.catchable[0] += 1
            self.catchable[1] += hit
        # what only a reader sees is no miss of a rule
        if not hit and line.catch != "sense":
            self.missed.append(f"{path}: {line.kind}: {line.words}")

    def _finding(self, finding: Finding, matcher: Matcher, gold: Iterable[Gold]) -> None:
        hit = any(matcher.matches(finding, line) for line in gold)
        self.said[finding.rule] += 1
        self.confirmed[finding.rule] += hit
        if finding.severity is Severity.ERROR:
            self.errors[0] += 1
            self.errors[1] += hit
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
            HitCount(*self.errors),
            tuple(self.missed),
            tuple(self.unconfirmed),
            tuple(self.problems),
        )
