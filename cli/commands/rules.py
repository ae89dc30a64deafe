"""`duizhao rules`: the rules there are."""

from __future__ import annotations

import argparse
import json
import sys

from duizhao.errors import Exit, UsageError
from duizhao.validator.confidence.fitted import model
from duizhao.validator.configuration.selectors import select
from duizhao.validator.registry import registry
from duizhao.validator.rule import FAMILIES, Rule


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("prefixes", nargs="*", metavar="PREFIX", help="a family (N) or the beginning of a code (N1)")
    parser.add_argument("--json", action="store_true", help="as JSON, with the manual page of each rule")


def run(arguments: argparse.Namespace) -> int:
    rules = registry()
    chosen = [rules[code] for code in sorted(select(rules, arguments.prefixes or FAMILIES))]
    if not chosen:
        raise UsageError(f"no rule begins with {' or '.join(arguments.prefixes)}; `duizhao rules` lists all")
    sys.stdout.write(_json(chosen) if arguments.json else _table(chosen))
    return Exit.OK


def _json(rules: list[Rule]) -> str:
    return json.dumps([document(rule) for rule in rules], ensure_ascii=False, indent=2) + "\n"


def document(rule: Rule) -> dict[str, object]:
    """A rule with its manual page as JSON data."""
    return {
        "code": rule.code,
        "name": rule.name,
        "family": FAMILIES[rule.family],
        "severity": rule.severity.word,
        "summary": rule.summary,
        "why": rule.why,
        "fires": list(rule.fires),
        "silent": list(rule.silent),
        "requires": list(rule.requires),
        "measured": _measured(rule),
        "source": rule.source,
    }


def _measured(rule: Rule) -> dict[str, int] | None:
    """How many findings of the rule people have looked at, and how many of these were right."""
    measured = model().rules.get(rule.code)
    return {"findings": measured.findings, "right": measured.right} if measured else None


def _precision(rule: Rule) -> str:
    measured = _measured(rule)
    return f"{measured['right']}/{measured['findings']}" if measured else ""


def _table(rules: list[Rule]) -> str:
    # Of those that are shown, so that a short list is narrow.
    widest = max(len(rule.name) for rule in rules)
    lines: list[str] = []
    family = ""
    for rule in rules:
        if rule.family != family:
            family = rule.family
            lines += ["", f"{family}  {FAMILIES[family]}"] if lines else [f"{family}  {FAMILIES[family]}"]
        lines.append(
            f"  {rule.code}  {rule.name:<{widest}}  {rule.severity.word:<7}  {_precision(rule):>7}  {rule.summary}"
        )
    return "\n".join(lines) + "\n"
