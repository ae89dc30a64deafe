"""`duizhao check`: findings on article files."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from duizhao.cli.key_options import add_key_option
from duizhao.cli.nothing import HELP, nothing_recognised
from duizhao.cli.output import FORMATS, Options
from duizhao.cli.output.parts.statistics import plural, statistics
from duizhao.cli.progress import Progress
from duizhao.cli.reporting import report, targets, wants_texts
from duizhao.cli.setup import (
    STDIN,
    Sources,
    add_common_arguments,
    configured,
    covers_everything,
    sources_of,
    waivers_of,
)
from duizhao.cli.terminal import unguarded
from duizhao.errors import Exit, UsageError
from duizhao.schema.inputs.entry import Entry
from duizhao.validator.configuration.config import Config
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.report import FileResult, Tally, gravest_first
from duizhao.validator.running.cache.refused import is_refused
from duizhao.validator.running.whole_run import RunPlan, results_of
from duizhao.validator.waiving.waivers import Waivers

if TYPE_CHECKING:
    from duizhao.cli.git import ChangedFiles


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_common_arguments(parser)
    parser.add_argument(
        "--output-format",
        choices=FORMATS,
        default="text",
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)} (default: text)",
    )
    parser.add_argument(
        "--output",
        action="append",
        default=[],
        metavar="[FORMAT=]FILE",
        help="write the report to a file; with FORMAT= a further report, as often as wanted",
    )
    add_key_option(parser, "fail-on")
    parser.add_argument(
        "--min-confidence",
        type=_share,
        default=0.0,
        metavar="P",
        help="leave out findings that are less likely right than this, from 0 to 1",
    )
    parser.add_argument(
        "--sort",
        choices=("place", "severity"),
        default="place",
        help="place: by file and line (default); severity: the gravest and likeliest first, over all files",
    )
    parser.add_argument("--allow-empty", action="store_true", help=HELP)
    parser.add_argument("--exit-zero", action="store_true", help="findings never make the exit code 1")
    parser.add_argument("--statistics", action="store_true", help="count the findings of each rule")
    parser.add_argument("--show-waived", action="store_true", help="show accepted findings too")
    parser.add_argument("--quiet", "-q", action="store_true", help="no closing line, no progress, no notes")
    parser.add_argument("--stdin-filename", metavar="PATH", help="what standard input is called in the report")
    parser.add_argument("--since", metavar="REF", help="only files that changed since this branch left REF, in git")
    parser.add_argument(
        "--changed-lines-only", action="store_true", help="with --since: only findings on changed lines"
    )
    parser.add_argument("--ratchet", action="store_true", help="fail where a rule finds more than the baseline has")
    parser.add_argument("--fix", action="store_true", help="correct what can be corrected mechanically, then check")
    parser.add_argument("--fix-only", action="store_true", help="correct, and do not check")
    parser.add_argument("--diff", action="store_true", help="show what --fix would change; exit 1 if anything")


def _share(word: str) -> float:
    try:
        share = float(word)
    except ValueError:
        share = -1.0  # told below, in the words for a number out of range
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{word!r} is not a number from 0 to 1")
    return share


def run(arguments: argparse.Namespace) -> int:
    config = configured(arguments)
    _see_that_they_agree(arguments, config)
    changes = _changes(arguments) if arguments.since else None
    # called twice where files are corrected: the check is to read what was written
    sources = sources_of(arguments, config, changes)
    if arguments.diff or arguments.fix or arguments.fix_only:
        code = _fix(arguments, sources, config.settings)
        if code is not None:
            return code
    return _check(arguments, config, sources, changes)


def _changes(arguments: argparse.Namespace) -> ChangedFiles:
    from duizhao.cli.git import changes_since

    return changes_since(arguments.since, lines=arguments.changed_lines_only)


def _see_that_they_agree(arguments: argparse.Namespace, config: Config) -> None:
    if arguments.changed_lines_only and not arguments.since:
        raise UsageError("--changed-lines-only needs --since REF")
    if arguments.ratchet and not config.baseline:
        raise UsageError("--ratchet needs a baseline: --baseline FILE, or `baseline` in the configuration")
    # Git knows nothing of what comes by standard input.
    if arguments.since and STDIN in arguments.paths:
        raise UsageError("--since is for files, not for standard input")


def _fix(arguments: argparse.Namespace, sources: Sources, settings: Settings) -> int | None:
    """Correct or show corrections; the exit code, or None where a check is to follow."""
    from duizhao.cli.fixing import fix_files, fixed_text, show_fixes

    if arguments.diff:
        return Exit.FINDINGS if show_fixes(sources(), settings) and not arguments.exit_zero else Exit.OK
    if STDIN in arguments.paths:
        entry = next(iter(sources()))
        unguarded(sys.stdout).write(fixed_text(entry, settings) if isinstance(entry, Entry) else "")
        return Exit.OK
    changed = fix_files(sources(), settings)
    if changed and not arguments.quiet:
        print(f"duizhao: {plural(len(changed), 'file')} corrected", file=sys.stderr)
    return Exit.OK if arguments.fix_only else None


def _check(arguments: argparse.Namespace, config: Config, sources: Sources, changes: ChangedFiles | None) -> int:
    waivers = waivers_of(config)
    wanted = targets(arguments.output_format, arguments.output)
    # Changed files alone say nothing of copies elsewhere, or of an article that is missing.
    folders = changes is None and any(map(os.path.isdir, arguments.paths))
    plan = RunPlan(
        sources,
        config.settings,
        texts=wants_texts(wanted),
        jobs=config.jobs,
        cache=config.cache,
        across=folders,
        everything=folders and covers_everything(arguments, config),
    )
    results = results_of(plan, waivers)
    if changes and arguments.changed_lines_only:
        results = _on_changed_lines(results, changes)
    if arguments.min_confidence:
        results = _likely(results, arguments.min_confidence)
    # last of these: it has to hold all results back, and so gets the fewest
    if arguments.sort == "severity":
        results = gravest_first(results, by_file=any(target.format == "html" for target in wanted))
    options = Options(config.fail_on, arguments.show_waived, arguments.quiet, arguments.statistics)
    progress = Progress(lambda: sum(1 for _ in sources()), watched=sys.stderr.isatty() and not arguments.quiet)
    tally = report(results, wanted, options, progress)
    if is_refused(config.cache):
        # After the report: whether it was refused is known only once it was wanted.
        print(f"note: {config.cache} is held by another process; the run went on without", file=sys.stderr)
    if arguments.statistics and arguments.output_format not in ("text", "concise"):
        # Beside a report that programs read; the two formats for people have it themselves.
        print(statistics(tally), end="", file=sys.stderr)
    # A hook or `--since` may well have nothing to look at; whoever names a folder means what is in it.
    if not (tally.files or arguments.allow_empty or arguments.force_exclude or changes is not None):
        raise nothing_recognised(arguments.paths, tally.reasons)
    return _exit_code(arguments, config, tally, waivers)


def _on_changed_lines(results: Iterator[FileResult], changes: ChangedFiles) -> Iterator[FileResult]:
    for result in results:
        yield result._replace(findings=tuple(filter(changes.touch, result.findings)))


def _likely(results: Iterator[FileResult], least: float) -> Iterator[FileResult]:
    """The results without findings that are less likely right; one that nothing was measured of stays."""
    for result in results:
        kept = (one for one in result.findings if one.confidence is None or one.confidence >= least)
        yield result._replace(findings=tuple(kept))


def _exit_code(arguments: argparse.Namespace, config: Config, tally: Tally, waivers: Waivers) -> int:
    # Told before anything else, with whatever code the run ends.
    risen = waivers.risen() if arguments.ratchet else []
    for rule, now, then in risen:
        print(
            f"duizhao: {rule} has {plural(now, 'finding')}, the baseline {then:,}; counts may only fall",
            file=sys.stderr,
        )
    # before the findings: of files that could not be read nobody knows what is wrong with them
    if tally.unreadable:
        return Exit.FAULT if tally.faults else Exit.UNREADABLE
    failed = bool(risen) or tally.failing(config.fail_on)
    return Exit.FINDINGS if failed and not arguments.exit_zero else Exit.OK
