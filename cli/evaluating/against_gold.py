"""`duizhao evaluate` with gold files: what came of the comparison, for people and programs."""

from __future__ import annotations

import argparse
import json
import sys

from duizhao.cli.output.parts.statistics import plural
from duizhao.cli.problems import say_problems
from duizhao.cli.setup import found_config
from duizhao.printable import one_line
from duizhao.validator.finding import Severity
from duizhao.validator.measuring.evaluate import Evaluation, HitCount, evaluate


def compare_with_gold(arguments: argparse.Namespace) -> int:
    """Compare, and tell what was found; the exit code.

    Raises:
        UsageError: a path is no gold file and no folder with one.
        UnreadableError: a gold file cannot be read, or names an article that is not there.
        ConfigError: the configuration, or a gold line, is wrong.
    """
    settings = found_config(arguments).settings
    # Notes accuse nobody, so that they are neither right nor wrong where nobody asks for them.
    result = evaluate(arguments.paths, settings, least=Severity.of(arguments.severity or "warning"))
    sys.stdout.write(as_json(result) if arguments.output_format == "json" else as_text(result))
    return say_problems(result.problems)


def as_json(result: Evaluation) -> str:
    def tally(one: HitCount) -> dict[str, object]:
        return {"total": one.total, "hit": one.hit, "share": one.share}

    document = {
        "files": result.files,
        "recall": {kind: tally(one) for kind, one in result.recall.items()},
        "recall_catchable": tally(result.catchable),
        "precision": {rule: tally(one) for rule, one in result.precision.items()},
        "precision_overall": tally(result.overall),
        "precision_errors": tally(result.errors),
        "missed": list(result.missed),
        "unconfirmed": list(result.unconfirmed),
        "problems": [problem.document() for problem in result.problems],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def as_text(result: Evaluation) -> str:
    lines = [plural(result.files, "article"), "", f"{'kind':<24}{'gold':>8}{'found':>8}{'recall':>9}"]
    lines += [_row(kind, one) for kind, one in result.recall.items()]
    lines += [_row("quantities, catchable", result.catchable), ""]
    lines += [f"{'rule':<24}{'said':>8}{'right':>8}{'precision':>11}"]
    lines += [_row(rule, one) for rule, one in result.precision.items()]
    lines += [_row("N and D", result.overall), _row("… errors alone", result.errors)]
    for title, items in (("missed", result.missed), ("not confirmed by a gold line", result.unconfirmed)):
        lines += ["", f"{title}: {len(items)}", *(f"  {one_line(item)}" for item in items)]
    return "\n".join(lines) + "\n"


def _row(name: str, tally: HitCount) -> str:
    share = "-" if tally.share is None else f"{tally.share:.2f}"
    return f"{name:<24}{tally.total:>8}{tally.hit:>8}{share:>9}"
