"""`duizhao baseline`: accept what is there, so that only what comes new is reported."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator

from duizhao.cli.destination import File
from duizhao.cli.nothing import HELP, nothing_recognised
from duizhao.cli.output.parts.statistics import plural, skipped
from duizhao.cli.progress import Progress
from duizhao.cli.setup import (
    Sources,
    add_common_arguments,
    below,
    configured,
    covers_everything,
    sources_of,
    today,
    waivers_of,
)
from duizhao.errors import Exit
from duizhao.validator.configuration.config import Config
from duizhao.validator.finding import Finding
from duizhao.validator.registry import enabled
from duizhao.validator.report import FileResult, Tally
from duizhao.validator.running.whole_run import RunPlan, results_of
from duizhao.validator.waiving.baseline_scope import BaselineScope
from duizhao.validator.waiving.waiver_file import HEADER, line_of, read_waivers
from duizhao.validator.waiving.waivers import Waiver

FILE = "duizhao-baseline.yaml"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_common_arguments(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help=f"default: the configured baseline, or {FILE}")
    parser.add_argument("--reason", default="was there when the baseline was written", help="default: %(default)s")
    parser.add_argument("--by", help="who accepts the findings (default: the user's name in git)")
    parser.add_argument("--expires", type=_date, metavar="DATE", help="the first day on which they count again")
    parser.add_argument("--allow-empty", action="store_true", help=HELP)
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
    # before it is opened for writing, which may be the same file
    old = _Old(read_waivers(path) if os.path.exists(path) else [])
    sources = sources_of(arguments, config)
    looked = _looked(arguments, config, path)  # entries of what the run has not seen are kept
    entries: list[Waiver] = []
    tally = Tally()
    new = 0
    template = _template(arguments)
    with File(path) as file:  # at once, so that it is known that it can be written
        for result in _results(arguments, config, sources):
            looked.take(result)
            tally.add(result)
            for finding in result.findings:
                known = old.take(finding)
                # a person's own waiver says more than a line of the baseline would, and stays in its own file
                if known or not (finding.waived or arguments.prune or old.accepts(finding)):
                    entries.append(_waiver(finding, known or template))
                    new += known is None
        if not (tally.files or arguments.allow_empty or arguments.force_exclude):
            raise nothing_recognised(arguments.paths, tally.reasons)
        kept = [waiver for waiver in old.left() if not looked.at(waiver)]
        file.write(HEADER)
        file.write("".join(map(line_of, _together(entries, kept))))
    aside = f", {len(kept):,} not looked at" if kept else ""
    dropped = f"{len(old.left()) - len(kept):,} dropped"
    seen = f"; {skipped(tally)}" if tally.reasons else ""
    print(f"{path}: {plural(len(entries) + len(kept), 'finding')} accepted; {new:,} new, {dropped}{aside}{seen}")
    if not config.baseline:
        print(f"Add `baseline: {path}` to duizhao.yaml, or check with `--baseline {path}`.", file=sys.stderr)
    return Exit.FAULT if tally.faults else Exit.UNREADABLE if tally.unreadable else Exit.OK


class _Old:
    """The entries that were there."""

    def __init__(self, waivers: list[Waiver]) -> None:
        self._by_mark: dict[tuple[str, str], list[Waiver]] = {}
        for waiver in waivers:
            if waiver.fingerprint:
                self._by_mark.setdefault((waiver.rule, waiver.fingerprint), []).append(waiver)
        self._by_words = [waiver for waiver in waivers if not waiver.fingerprint]
        self._met: set[Waiver] = set()

    def take(self, finding: Finding) -> Waiver | None:
        """The entry that accepts a finding by its fingerprint: the one of its file, where copies have several."""
        found = self._by_mark.get((finding.rule, finding.fingerprint))
        if not found:
            return None
        # A file that was moved keeps its entry.
        waiver = next((waiver for waiver in found if waiver.path == finding.path), found[0])
        self._met.add(waiver)
        return waiver

    def accepts(self, finding: Finding) -> bool:
        """Whether an entry that a person wrote, by path and words, accepts a finding; such entries stay."""
        return any(waiver.fits(finding) for waiver in self._by_words)

    def left(self) -> list[Waiver]:
        """The entries that no finding has met."""
        by_mark = (waiver for found in self._by_mark.values() for waiver in found if waiver not in self._met)
        return [*by_mark, *self._by_words]


def _looked(arguments: argparse.Namespace, config: Config, path: str) -> BaselineScope:
    """What the run looks at: files that are not below the paths given are none of its business."""
    roots = [os.path.normpath(one).replace(os.sep, "/") for one in arguments.paths]
    return BaselineScope(
        (rule.code for rule in enabled(config.settings)),
        lambda one: any(below(one, root) for root in roots),
        everything=any(map(os.path.isdir, arguments.paths)) and covers_everything(arguments, config),
        home=os.path.dirname(os.path.abspath(path)),
    )


def _together(entries: list[Waiver], kept: list[Waiver]) -> list[Waiver]:
    """All entries; in the order of the paths where some are of files that the run did not look at."""
    # results come in the order of the paths, so that only what is put between them needs sorting
    return sorted([*entries, *kept], key=lambda waiver: waiver.path) if kept else entries


def _results(arguments: argparse.Namespace, config: Config, sources: Sources) -> Iterator[FileResult]:
    """The results, with what people have waived marked; the old baseline counts for nothing here."""
    folders = any(map(os.path.isdir, arguments.paths))
    # Across articles only where folders are named, as a check does.
    plan = RunPlan(sources, config.settings, jobs=config.jobs, cache=config.cache, across=folders)
    # Else what the old baseline accepts would count as waived, and drop out of the new one.
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
        # For people, who want to know which place it is; the fingerprint is what counts.
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
