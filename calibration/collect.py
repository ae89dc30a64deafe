"""Record what the rules say of gold articles that nobody has looked at yet: what the confidence is fitted on.

    python calibration/collect.py [--families ND] FOLDER…

Each folder has a gold.jsonl; its name is the name of the set.  Families that the readers of a set did not look for are
left out with --families: a finding that nobody looked for would count as a false alarm.

A finding is right where a line of the gold file confirms it.  A set can be recorded once only: after its misses and
false alarms were looked at and mended, it would say too much good of the rules.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.case import Case
from duizhao.validator.confidence.signs import signs
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.measuring.gold import Matcher, read_gold
from duizhao.validator.running.engine import findings_of, hits_of

RECORD = Path(__file__).with_name("findings.jsonl")
FAMILIES = "NDP"
_STAND_IN = {"N": "ND", "D": "ND", "P": "P"}
"""A date taken for a number is right all the same."""


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Record what the rules say of gold articles.")
    parser.add_argument("--families", default=FAMILIES, help="of rules (default: %(default)s)")
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    arguments = parser.parse_args(words)
    known = {row["set"] for row in rows()}
    for folder in arguments.folders:
        name = os.path.basename(os.path.normpath(folder))
        if name in known:
            sys.exit(f"{name} is recorded; what it says now is no first reading")
        found = list(collect(folder, name, arguments.families))
        with open(RECORD, "a", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in found)
        print(f"{name}: {len(found)} findings, {sum(row['right'] for row in found)} of them right")
    return 0


def rows() -> list[dict[str, Any]]:
    """What is recorded."""
    if not RECORD.exists():
        return []
    return [json.loads(line) for line in RECORD.read_text(encoding="utf-8").splitlines()]


def collect(folder: str, name: str, asked_for: str = FAMILIES) -> Iterator[dict[str, Any]]:
    """What the rules of some families say of the articles of a gold folder, a row a finding."""
    gold = read_gold(os.path.join(folder, "gold.jsonl"))
    looked_for = {line.family for line in gold}  # what no line speaks of, nobody looked for
    for article in sorted({line.file for line in gold}):
        path = os.path.join(folder, article)
        source = Source.decode(path, Path(path).read_bytes())
        case, matcher = Case(parse(source), Settings()), Matcher(source)
        lines = [line for line in gold if line.file == article]
        for rule, hit in hits_of(case):
            if rule.family not in asked_for or looked_for.isdisjoint(_STAND_IN[rule.family]):
                continue
            families = _STAND_IN[rule.family]
            finding = findings_of(case, [(rule, hit)])[0]
            right = any(line.family in families and matcher.matches(finding, line) for line in lines)
            yield {"set": name, "rule": rule.code, "signs": sorted(signs(case, rule, hit)), "right": right}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
