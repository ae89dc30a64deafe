"""Write `docs/accuracy-rules.md`: how much of what each rule says is right, and how much of each kind is found.

python docs/generate_accuracy.py            write it
python docs/generate_accuracy.py --check    fail where it is stale
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from pages import ROOT, main

from duizhao.validator.configuration.settings import Settings
from duizhao.validator.measuring.evaluate import Evaluation, HitCount, evaluate
from duizhao.validator.measuring.judged import wilson
from duizhao.validator.registry import registry

PAGE = ROOT / "docs" / "accuracy-rules.md"
RECORD = ROOT / "calibration" / "findings.jsonl"
GOLD = ROOT / "calibration" / "gold"
HEAD = """# Accuracy, rule by rule

Written by `nox -s generate` from `calibration/`; [Accuracy](accuracy.md) tells how the articles came about, and what
else was measured.

## What is right of what is said, at the first reading

Findings of every severity, remarks included, on articles of the gold set as the rules judged them before anybody had
looked into these articles. P rules: on the open articles of a real archive. The interval holds the true share with 95 %
confidence (Wilson). `duizhao rules` shows the counts, and each finding carries its own confidence.

| rule | | findings | right | share | interval |
|---|---|--:|--:|--:|--:|
"""
RECALL = """
## What is found of what is wrong, today

Lines of the gold set by kind, found by a finding of severity warning or error. These articles have been looked at
since: of new ones expect less, see [Accuracy](accuracy.md).

| kind | lines | found | share | interval |
|---|--:|--:|--:|--:|
"""


def page() -> str:
    """The page."""
    folders = sorted(str(path.parent) for path in GOLD.glob("*/gold.jsonl"))
    return (
        HEAD
        + "".join(_rules(RECORD.read_text(encoding="utf-8").splitlines()))
        + RECALL
        + "".join(_kinds(evaluate(folders, Settings())))
    )


def _rules(lines: Sequence[str]) -> Iterator[str]:
    counts: dict[str, list[bool]] = defaultdict(list)
    for line in lines:
        row = json.loads(line)
        counts[row["rule"]].append(row["right"])
    for code, right in sorted(counts.items()):
        yield f"| [{code}](rules/{code}.md) | {registry()[code].name} {_share(HitCount(len(right), sum(right)))}"


def _kinds(result: Evaluation) -> Iterator[str]:
    for kind, tally in result.recall.items():
        yield f"| {kind} {_share(tally)}"


def _share(tally: HitCount) -> str:
    low, high = wilson(tally.hit, tally.total)
    return f"| {tally.total} | {tally.hit} | {tally.hit / tally.total:.2f} | {low:.2f} – {high:.2f} |\n"


if __name__ == "__main__":
    raise SystemExit(main({Path(PAGE): page()}))
