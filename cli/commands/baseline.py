"""`duizhao baseline`: accept what is there, so that only what comes new is reported."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator

from duizhao.cli.destination import File
from duizhao.cli.output.statistics import plural
from duizhao.cli.progress import Progress
from duizhao.cli.setup import Sources, add_common_arguments, configured, sources_of, today, waivers_of
from duizhao.errors import Exit
from duizhao.validator.config import Config
from duizhao.validator.finding import Finding
from duizhao.validator.report import FileResult
from duizhao.validator.session import Plan, results_of
from duizhao.validator.waiver_file import HEADER, line_of, read_waivers
from duizhao.validator.waivers import Waiver

FILE = "duizhao-baseline.yaml"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_common_arguments(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help=f"default: the configured baseline, or {FILE}")
    parser.add_argument("--reason", default="was there when the baseline was written", help="default: %(default)s")
    parser.add_argument("--by", help="who accepts the findings (default: the user's name in git)")
    parser.add_argument("--expires", type=_date, metavar="DATE", help="the first day on which they count again")
    parser.add_argument("--prune", action="store_true", help="only drop what is corrected; accept nothing new")


def _date(word: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(word).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{word!r} is no date, YYYY-MM-DD") from None


def run(arguments: argparse.Namespace) -> int:
    config = configured(arguments)
    path = arguments.output or config.baseline or FILE
    old = {waiver.fingerprint: waiver for waiver in (read_waivers(path) if os.path.exists(path) else ())}
    sources = sources_of(arguments, config)
    unreadable = faults = kept = new = 0
    with File(path) as file:
        file.write(HEADER)
        template = _template(arguments)
        for result in _results(arguments, config, sources):
            unreadable += result.problem is not None
            faults += result.problem is not None and result.problem.fault
            for finding in result.findings:
                known = old.get(finding.fingerprint)
                if known or not (finding.waived or arguments.prune):
                    kept, new = kept + (known is not None), new + (known is None)
                    file.write(line_of(_waiver(finding, known or template)))
    dropped = len(old) - kept
    print(f"{path}: {plural(kept + new, 'finding')} accepted; {new:,} new, {dropped:,} dropped")
    if not config.baseline:
        print(f"Add `baseline: {path}` to duizhao.yaml, or check with `--baseline {path}`.", file=sys.stderr)
    return Exit.FAULT if faults else Exit.UNREADABLE if unreadable else Exit.OK


def _results(arguments: argparse.Namespace, config: Config, sources: Sources) -> Iterator[FileResult]:
    """The results, with what people have waived marked; the old baseline counts for nothing here."""
    folders = any(map(os.path.isdir, arguments.paths))
    plan = Plan(sources, config.settings, jobs=config.jobs, cache=config.cache, across=folders)
    waivers = waivers_of(config._replace(baseline=""))
    progress = Progress(lambda: _length(sources()), watched=sys.stderr.isatty())
    return progress.follow(results_of(plan, waivers))


def _length(items: Iterable[object]) -> int:
    return sum(1 for _ in items)


def _template(arguments: argparse.Namespace) -> Waiver:
    by = arguments.by or _user()
    return Waiver("", "", "", "", arguments.reason, by, today(), arguments.expires or "")


def _waiver(finding: Finding, template: Waiver) -> Waiver:
    """A waiver of a finding, with the reason, name and dates of another."""
    words = finding.place.text if finding.place else ""
    text = " ".join(words.split())
    return template._replace(
        rule=finding.rule,
        fingerprint=finding.fingerprint,
        path=finding.path,
        text=text if len(text) <= 80 else text[:79] + "…",
    )


def _user() -> str:
    """The user's name in git, else the login name, else a word that is true anyway."""
    import getpass
    import subprocess

    try:
        done = subprocess.run(["git", "config", "user.name"], capture_output=True, check=False)  # noqa: S607
        name = done.stdout.decode("utf-8", "replace").strip()
    except OSError:
        name = ""
    try:
        return name or getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in containers
        return "duizhao baseline"
