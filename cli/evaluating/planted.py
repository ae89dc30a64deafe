"""`duizhao evaluate --plant`: slips planted, and what became of them, for people and programs."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from duizhao.cli.output.parts.statistics import plural
from duizhao.cli.problems import say_problems
from duizhao.cli.setup import found_config, sources_of
from duizhao.errors import UsageError
from duizhao.printable import one_line
from duizhao.validator.finding import Severity
from duizhao.validator.planting.plant import Planted, PlantingResult, Slip, plant
from duizhao.validator.planting.slips import KINDS
from duizhao.validator.running.articles import articles_of

_LEVELS = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def plant_slips(arguments: argparse.Namespace) -> int:
    """Plant, and tell what was found; the exit code.

    Raises:
        UsageError: a path does not exist, or a kind is unknown.
        ConfigError: the configuration is wrong.
    """
    kinds = _kinds(arguments.kinds or ())
    config = found_config(arguments)
    outcome = plant(
        articles_of(sources_of(arguments, config), config.settings),
        config.settings,
        arguments.plant,
        seed=arguments.seed or "0",
        kinds=kinds,
        # Whatever tells of a slip has found it.
        least=Severity.of(arguments.severity or "info"),
    )
    sys.stdout.write(as_json(outcome) if arguments.output_format == "json" else as_text(outcome))
    return say_problems(outcome.problems)


def _kinds(given: Sequence[str]) -> tuple[str, ...]:
    """The kinds to choose from, in the order of the report."""
    wanted = {kind.strip() for kinds in given for kind in kinds.split(",") if kind.strip()}
    unknown = sorted(wanted - KINDS.keys())
    if unknown:
        raise UsageError(f"no kind of slip: {', '.join(unknown)}; there are {', '.join(KINDS)}")
    return tuple(kind for kind in KINDS if kind in wanted)


def _counts(some: Sequence[Planted]) -> dict[str, int]:
    found = [one.finding.severity for one in some if one.finding]
    return {"planted": len(some), "found": len(found)} | {level.word: found.count(level) for level in _LEVELS}


def _kinds_of(outcome: PlantingResult) -> dict[str, dict[str, int]]:
    return {kind: _counts(outcome.of_kind(kind)) for kind in outcome.kinds}


def _places(outcome: PlantingResult) -> dict[str, dict[str, int]]:
    def those(*, title: bool | None = None, figures: bool | None = None) -> dict[str, int]:
        return _counts(
            [one for one in outcome.planted if title in (None, one.slip.title) and figures in (None, one.slip.figures)]
        )

    return {
        "title": those(title=True),
        "body": those(title=False),
        "figures": those(figures=True),
        "words": those(figures=False),
    }


def _missed(outcome: PlantingResult) -> list[Slip]:
    return [one.slip for one in outcome.planted if one.finding is None]


# ---------------------------------------------------------------- for programs


def as_json(outcome: PlantingResult) -> str:
    """The outcome as a JSON document."""
    document = {
        "asked": outcome.asked,
        "articles": outcome.articles,
        "expressions": outcome.expressions,
        "agreeing": outcome.agreeing,
        **_counts(outcome.planted),
        "note": _note(outcome),
        "kinds": _kinds_of(outcome),
        "places": _places(outcome),
        "missed": [_slip(slip) for slip in _missed(outcome)],
        "slips": [
            _slip(one.slip)
            | {
                "rule": one.finding.rule if one.finding else None,
                "severity": one.finding.severity.word if one.finding else None,
            }
            for one in outcome.planted
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _slip(slip: Slip) -> dict[str, object]:
    return {
        "kind": slip.kind,
        "path": slip.path,
        "line": slip.line,
        "before": slip.before,
        "after": slip.after,
        "expression": slip.expression,
    }


# ---------------------------------------------------------------- for people


def as_text(outcome: PlantingResult) -> str:
    """The outcome as tables."""
    total = _counts(outcome.planted)
    where = f"in copies of {plural(outcome.articles, 'article')}"
    lines = [f"{plural(total['planted'], 'slip')} planted {where}, {total['found']:,} found{_share(total)}"]
    lines += [f"of {plural(outcome.expressions, 'English expression')} {outcome.agreeing:,} agree with the original"]
    lines += [note] if (note := _note(outcome)) else []
    if outcome.planted:
        lines += ["", f"{'kind':<20}{'planted':>9}{'found':>9}{'as error':>10}{'as warning':>12}{'as info':>9}"]
        lines += [_row(kind, counts) for kind, counts in _kinds_of(outcome).items()]
        lines += [_row("all", total), ""]
        lines += [_row(f"in {where}", counts) for where, counts in _places(outcome).items()]
        missed = _missed(outcome)
        lines += ["", f"missed: {len(missed):,}", *map(_line, missed)]
    return "\n".join(lines) + "\n"


def _note(outcome: PlantingResult) -> str:
    if not outcome.planted:
        return "there are no numbers that both languages give alike and that such a slip can be made in"
    if len(outcome.planted) < outcome.asked:
        return f"{outcome.asked:,} were asked for, but there are no more places for such slips"
    return ""


def _share(counts: dict[str, int]) -> str:
    return f" ({counts['found'] / counts['planted']:.0%})" if counts["planted"] else ""


def _row(name: str, counts: dict[str, int]) -> str:
    numbers = [counts[key] for key in ("planted", "found", *(level.word for level in _LEVELS))]
    return f"{name:<20}" + "".join(f"{n:>{width},}" for n, width in zip(numbers, (9, 9, 10, 12, 9), strict=True))


def _line(slip: Slip) -> str:
    before, after = (f"“{words.strip()}”" if words.strip() else "nothing" for words in (slip.before, slip.after))
    beside = "" if slip.before else f" after “{slip.expression}”"
    return one_line(f"  {slip.path}:{slip.line}: {slip.kind}: {before} → {after}{beside}")
