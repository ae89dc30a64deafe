"""Findings that are accepted, with a reason: they are kept in the report, but fail nothing.

A waiver is anchored on content: on the fingerprint of a finding (rule, article and words), or on a path and the words
marked.  Editing a file elsewhere does not break it; correcting the words makes it unused, which is a finding (W101).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from duizhao.source import Position
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding, Place, fingerprint
from duizhao.validator.registry import enabled
from duizhao.validator.report import FileResult

UNUSED, EXPIRED = "W101", "W102"


class Waiver(NamedTuple):
    """One accepted finding."""

    rule: str
    fingerprint: str
    path: str
    """A pattern, where there is no fingerprint; else a note for people."""
    text: str
    reason: str
    by: str
    date: str
    expires: str = ""
    """The first day on which it is no longer accepted, '' for never."""
    file: str = ""
    """The file it stands in."""
    position: Position = Position(1, 1)
    baseline: bool = False
    """True where it was written for what was there at the start, not by a person for this finding."""

    def fits(self, finding: Finding) -> bool:
        """Whether it accepts a finding, by path and words."""
        from duizhao.validator.configuration.path_patterns import matcher  # noqa: PLC0415  few runs have waivers

        return (
            self.rule == finding.rule
            and any(_squeezed(self.text) in words for words in _words(finding))
            and matcher((self.path,))(finding.path)
        )


class Waivers:
    """Waivers in use: applied to results as they pass, they remember what they met.

    Args:
        waivers: those there are.
        today: the day that decides what has expired, YYYY-MM-DD.
    """

    def __init__(self, waivers: Iterable[Waiver], today: str) -> None:
        self._all = list(waivers)
        self._used: set[int] = set()
        self._by_fingerprint: dict[tuple[str, str], int] = {}
        self._by_words: dict[str, list[int]] = {}
        for number, waiver in enumerate(self._all):
            if waiver.expires and waiver.expires <= today:
                continue
            if waiver.fingerprint:
                self._by_fingerprint.setdefault((waiver.rule, waiver.fingerprint), number)
            else:
                self._by_words.setdefault(waiver.rule, []).append(number)
        self._today = today
        self.present: Counter[str] = Counter()
        """Findings by rule that no person accepted: new ones, and those of the baseline."""

    def apply(self, result: FileResult) -> FileResult:
        """The result with the accepted findings marked as such."""
        findings = tuple(map(self._marked, result.findings))
        return result._replace(findings=findings)

    def _marked(self, finding: Finding) -> Finding:
        number = self._find(finding)
        if number is None:
            self.present[finding.rule] += 1
            return finding
        self._used.add(number)
        waiver = self._all[number]
        self.present[finding.rule] += waiver.baseline
        return finding._replace(waived=waiver.reason)

    def _find(self, finding: Finding) -> int | None:
        number = self._by_fingerprint.get((finding.rule, finding.fingerprint))
        if number is not None:
            return number
        candidates = self._by_words.get(finding.rule, ())
        return next((number for number in candidates if self._all[number].fits(finding)), None)

    def risen(self) -> list[tuple[str, int, int]]:
        """Rules that find more than the baseline has: code, count now, count then."""
        before = Counter(waiver.rule for waiver in self._all if waiver.baseline)
        return [(rule, count, before[rule]) for rule, count in sorted(self.present.items()) if count > before[rule]]

    def leftovers(self, settings: Settings) -> Iterator[Finding]:
        """Findings on waivers that nothing needs (W101) or that have expired (W102); after a run over everything.

        Waivers of rules that are not in force say nothing.
        """
        rules = {rule.code: rule for rule in enabled(settings)}
        severities = dict(settings.severities)
        seen: Counter[Waiver] = Counter()
        for number, waiver in enumerate(self._all):
            expired = bool(waiver.expires) and waiver.expires <= self._today
            rule = rules.get(EXPIRED if expired else UNUSED)
            if rule is None or number in self._used or waiver.rule not in rules:
                continue
            # Equal waivers are told apart by their number: by their line, an edit above would make them new.
            anchor = waiver._replace(position=Position(1, 1))
            mark = fingerprint(rule.code, waiver.file, f"{waiver.rule} {waiver.fingerprint}", waiver.text, seen[anchor])
            seen[anchor] += 1
            severity = severities.get(rule.code, rule.severity)
            message = _expired(waiver) if expired else _unused(waiver)
            yield Finding(rule.code, rule.name, severity, waiver.file, message, _place(waiver), None, mark)


def _expired(waiver: Waiver) -> str:
    return f"the waiver of {waiver.rule} by {waiver.by} has expired on {waiver.expires}; renew or remove it"


def _unused(waiver: Waiver) -> str:
    about = f" on “{waiver.text}”" if waiver.text else ""
    return f"no finding of {waiver.rule}{about} is left that this waiver of {waiver.date} accepts; remove it"


def _place(waiver: Waiver) -> Place:
    line, column = waiver.position
    return Place(line, column, line, column + len(waiver.rule), waiver.rule)


def _words(finding: Finding) -> list[str]:
    """The words marked, in both languages."""
    return [_squeezed(place.text) for place in (finding.en, finding.zh) if place]


def _squeezed(text: str) -> str:
    return " ".join(text.split())
