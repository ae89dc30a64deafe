"""Rules over an article, hits to findings."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from duizhao.schema.record import article_id, without_publication
from duizhao.schema.tree import Article
from duizhao.validator.case import Case
from duizhao.validator.confidence.fitted import confidence_of
from duizhao.validator.confidence.severity import severity_of
from duizhao.validator.confidence.signs import signs
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding, Place, Severity, fingerprint, squeezed
from duizhao.validator.registry import enabled
from duizhao.validator.rule import Hit, Rule


class Examined(NamedTuple):
    """An article after the rules have looked at it: what a report, a package and an engine each make theirs of."""

    case: Case
    """With the analyses that the rules have asked for; others are made when they are."""
    findings: tuple[Finding, ...]
    """In the order of a report."""


def examine(article: Article, settings: Settings) -> Examined:
    """Look at one article by itself, under what is in force for its path.

    Rules that look across articles are not among those run here; see `duizhao.validator.across.corpus`.
    """
    case = Case(article, settings.for_path(article.path))
    return Examined(case, tuple(check_case(case)))


def check_article(article: Article, settings: Settings | None = None) -> list[Finding]:
    """All findings of one article under settings that are in force for it."""
    return check_case(Case(article, settings or Settings()))


def check_case(case: Case) -> list[Finding]:
    """All findings of an article whose analyses may be wanted for more than the rules."""
    found = hits_of(case)
    return findings_of(case, found) if found else []


def hits_of(case: Case) -> list[tuple[Rule, Hit]]:
    """What the rules in force say of an article, rule by rule."""
    found: list[tuple[Rule, Hit]] = []
    fired: set[str] = set()
    for rule in enabled(case.settings):
        if rule.requires and not fired.isdisjoint(rule.requires):
            continue
        hits = list(rule.check(case))
        if hits:
            fired.add(rule.code)
            issue = case.article.issue
            told = issue is None or issue.number == 1
            found += [(rule, hit) for hit in hits if (told or not hit.of_issue) and not hit.made_good]
    return found


def findings_of(case: Case, found: list[tuple[Rule, Hit]]) -> list[Finding]:
    """Hits as findings, with their severity and confidence, in the order of a report."""
    source = case.article.source
    # Without the newspaper: who names it in the configuration must not lose what was accepted before.
    identity = without_publication(article_id(case.article))
    severities = dict(case.settings.severities)
    seen: Counter[tuple[str, str, str]] = Counter()
    findings = []
    # By place before they are numbered: equal words keep their fingerprints whatever the order of the rules.
    for rule, hit in sorted(found, key=_by_place):
        en = Place.of(source, hit.en) if hit.en is not None else None
        zh = Place.of(source, hit.zh) if hit.zh is not None else None
        key = (rule.code, squeezed(en.text if en else ""), squeezed(zh.text if zh else ""))
        mark = fingerprint(rule.code, identity, key[1], key[2], seen[key])
        seen[key] += 1
        severity, confidence = _judged(case, rule, hit, severities)
        finding = Finding(rule.code, rule.name, severity, source.path, hit.message, en, zh, mark, "", confidence)
        findings.append(finding)
    findings.sort(key=Finding.sort_key)
    return findings


def _judged(case: Case, rule: Rule, hit: Hit, configured: dict[str, Severity]) -> tuple[Severity, float | None]:
    """How severe a hit is, and how likely it is right.

    The configured severity replaces the rule's own; a hit that is less certain stays below it.
    """
    harm = configured.get(rule.code, rule.severity)
    confidence = confidence_of(rule.code, signs(case, rule, hit))
    if confidence is None:
        return (harm if hit.severity is None else min(harm, hit.severity)), None
    # What a rule only remarks stays a remark; N and D say by it how sure they are, which the confidence knows better.
    most = hit.severity if hit.severity is Severity.INFO or rule.family == "P" else None
    severest = min(one for one in (harm, most, hit.most) if one is not None)
    return min(severity_of(harm, confidence), severest), confidence


def _by_place(item: tuple[Rule, Hit]) -> tuple[int, int, str]:
    hit = item[1]
    return (hit.en.start if hit.en else -1, hit.zh.start if hit.zh else -1, item[0].code)
