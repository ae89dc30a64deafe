"""`duizhao explain`: the manual page of a rule."""

from __future__ import annotations

import argparse
import sys
import textwrap

from duizhao.errors import Exit, UsageError
from duizhao.validator.registry import registry
from duizhao.validator.rule import FAMILIES, Rule

_WIDTH = 100  # columns; longer lines are hard to read, however wide the terminal is


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rules", nargs="+", metavar="RULE", help="a code (N101) or a name (number-value)")


def run(arguments: argparse.Namespace) -> int:
    pages = [page(rule_called(word)) for word in arguments.rules]
    sys.stdout.write("\n".join(pages))
    return Exit.OK


def rule_called(word: str) -> Rule:
    """The rule of that code or name.

    Raises:
        UsageError: there is none; the nearest is named.
    """
    by_word = {key.lower(): rule for rule in registry().values() for key in (rule.code, rule.name)}
    if word.lower() in by_word:
        return by_word[word.lower()]
    import difflib

    # One only: a list of guesses helps less than `duizhao rules`.
    near = difflib.get_close_matches(word.lower(), by_word, n=1)
    hint = f"did you mean {by_word[near[0]].code} {by_word[near[0]].name}? " if near else ""
    raise UsageError(f"no rule is called {word}; {hint}`duizhao rules` lists all")


def page(rule: Rule) -> str:
    """The manual page, for a terminal."""
    lines = [f"{rule.code} {rule.name}  ({rule.severity.word}, {FAMILIES[rule.family].lower()})", ""]
    lines += [*textwrap.wrap(rule.summary, _WIDTH), "", *textwrap.wrap(f"Why: {rule.why}", _WIDTH)]
    for title, examples in (("Fires:", rule.fires), ("Is silent:", rule.silent)):
        for example in examples:
            lines += ["", title, *(f"    {line.strip()}" for line in example.splitlines())]
    if rule.requires:
        lines += ["", f"Not run where one of these finds something: {', '.join(rule.requires)}."]
    if rule.source:
        lines += ["", *textwrap.wrap(f"Source: {rule.source}", _WIDTH)]
    return "\n".join(lines) + "\n"
