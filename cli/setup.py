"""What several commands have in common: which files, under which configuration."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from duizhao.cli.key_options import add_key_option
from duizhao.errors import UsageError
from duizhao.schema.inputs.discover import list_sources
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.inputs.names import display, kind_of, passed_over
from duizhao.schema.inputs.walk import Location
from duizhao.validator.configuration.config import Config
from duizhao.validator.configuration.config_file import find, load
from duizhao.validator.configuration.selectors import problem_of
from duizhao.validator.finding import Severity
from duizhao.validator.registry import registry
from duizhao.validator.waiving.waivers import Waivers

if TYPE_CHECKING:
    from duizhao.cli.git import ChangedFiles

Sources = Callable[[], Iterable[Location | Entry]]
STDIN = "-"
MAX_STDIN = 16 << 20  # bytes, as of a file of articles; what never ends must not fill the memory


def add_common_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments that say which files, under which configuration."""
    parser.add_argument(
        "paths",
        nargs="*",
        default=["."],
        metavar="PATH",
        help="files, folders, globs, archives, or - for standard input (default: the working directory)",
    )
    parser.add_argument("--config", metavar="FILE", help="the configuration, in place of the nearest duizhao.yaml")
    parser.add_argument("--no-config", action="store_true", help="leave every configuration alone")
    for key in ("select", "ignore", "exclude"):
        add_key_option(parser, key)
    parser.add_argument(
        "--force-exclude",
        action="store_true",
        help="treat named files as if met in a folder: leave alone what is excluded, or bears no sign of an article",
    )
    for key in ("waivers", "baseline", "jobs", "cache"):
        add_key_option(parser, key)


def found_config(arguments: argparse.Namespace) -> Config:
    """The configuration that `--config` names, or the nearest one.

    Raises:
        UsageError: the file is missing.
        ConfigError: the configuration is wrong.
    """
    if arguments.no_config:
        return Config()
    return load(arguments.config, registry, typed=True) if arguments.config else find(registry)


def configured(arguments: argparse.Namespace) -> Config:
    """The configuration, changed by the command line.

    Raises:
        UsageError: a file is missing, or a code is none.
        ConfigError: the configuration is wrong.
    """
    config = found_config(arguments)
    chosen, ignored = _codes(arguments.select), _codes(arguments.ignore)
    for selector in chosen + ignored:
        if problem := problem_of(selector, registry):
            raise UsageError(problem)
    # What is selected takes the place, what is ignored comes on top: both as the help says.
    settings = config.settings._replace(
        select=chosen or config.settings.select, ignore=config.settings.ignore + ignored
    )
    # who names rules on the command line wants those everywhere, whatever a folder has
    if chosen:
        overrides = tuple(override._replace(select=None) for override in settings.overrides)
        settings = settings._replace(overrides=overrides)
    fail_on = getattr(arguments, "fail_on", None)
    return config._replace(
        settings=settings,
        exclude=tuple(map(_rebased(settings.root), config.exclude)) + tuple(arguments.exclude or ()),
        waivers=config.waivers + tuple(arguments.waivers or ()),
        baseline=arguments.baseline or config.baseline,
        fail_on=Severity.of(fail_on) if fail_on else config.fail_on,
        jobs=arguments.jobs or config.jobs,
        cache="" if arguments.no_cache else config.cache,
    )


def _codes(given: list[str] | None) -> tuple[str, ...]:
    return tuple(code.strip() for codes in given or () for code in codes.split(",") if code.strip())


def _rebased(root: str) -> Callable[[str], str]:
    """A pattern measured from the configuration's folder as one from the working directory."""

    def rebase(pattern: str) -> str:
        # A pattern without a slash means a name, wherever it lies.
        if not root or "/" not in pattern.rstrip("/"):
            return pattern
        return os.path.normpath(os.path.join(root, pattern.lstrip("/"))).replace(os.sep, "/")

    return rebase


def waivers_of(config: Config) -> Waivers:
    """The waivers in force today."""
    if not config.waivers and not config.baseline:
        # Without any, what reads waivers is not even imported.
        return Waivers((), today())
    from duizhao.validator.waiving.waiver_file import read_waivers

    waivers = [waiver for path in config.waivers for waiver in read_waivers(path)]
    if config.baseline:
        waivers += read_waivers(config.baseline, baseline=True)
    return Waivers(waivers, today())


def today() -> str:
    """The date, YYYY-MM-DD."""
    return time.strftime("%Y-%m-%d")


def sources_of(arguments: argparse.Namespace, config: Config, changes: ChangedFiles | None = None) -> Sources:
    """What to check, ready to be listed again and again.

    Raises:
        UsageError: a path does not exist.
    """
    paths: list[str] = arguments.paths
    piped = [_standard_input(arguments)] if STDIN in paths else []
    named = [path for path in paths if path != STDIN]
    # a folder that is excluded is not even walked through
    prunable = [pattern for pattern in config.exclude if not _globs_folders(pattern)]
    excluded = _matcher(config.exclude)
    list_sources(named)  # says at once which path does not exist

    def sources() -> Iterator[Location | Entry]:
        yield from piped
        found = list_sources(named, exclude=prunable) if changes is None else _changed(changes, named)
        for source in found:
            item = _as_met(source) if getattr(arguments, "force_exclude", False) else source
            by_name = isinstance(item, Location) and item.named
            # Who names a file wants it, whatever is excluded.
            if by_name or excluded is None or not excluded(item.path):
                yield item

    return sources


def _matcher(patterns: Sequence[str]) -> Callable[[str], bool] | None:
    if not patterns:
        return None
    from duizhao.validator.configuration.path_patterns import matcher

    return matcher(patterns)


def _globs_folders(pattern: str) -> bool:
    """Whether a pattern is one that the walk through folders, whose `*` crosses them, would take for more."""
    return "/" in pattern.rstrip("/") and any(sign in pattern for sign in "*?[")


def _standard_input(arguments: argparse.Namespace) -> Entry:
    if sys.stdin is None:
        raise UsageError("standard input is closed; there is nothing to check")
    try:
        data = sys.stdin.buffer.read(MAX_STDIN + 1)  # one more, to tell the largest from one too large
    except OSError as error:
        raise UsageError(f"standard input cannot be read: {error.strerror}") from None
    if len(data) > MAX_STDIN:
        raise UsageError("standard input is too large; the limit is 16 MiB")
    return Entry(display(getattr(arguments, "stdin_filename", None) or "<stdin>"), data, named=True)


def _changed(changes: ChangedFiles, paths: Sequence[str]) -> Iterator[Location | Entry]:
    """The changed files below the given paths, as if they had been met in folders."""
    roots = [os.path.normpath(path).replace(os.sep, "/") for path in paths]
    files = [path for path in changes.files if _is_wanted(path) and any(below(path, root) for root in roots)]
    # git tells of files that were removed as well
    for source in list_sources([path for path in files if os.path.exists(path)]):
        yield _as_met(source)


def _as_met(source: Location | Entry) -> Location | Entry:
    """A named file as one that was met in a folder."""
    return source._replace(named=False) if isinstance(source, Location) else source


def _is_wanted(path: str) -> bool:
    parts = [part for part in path.split("/") if part not in ("..", ".")]
    return kind_of(path) is not None and not any(map(passed_over, parts))


def below(path: str, root: str) -> bool:
    """Whether a path lies below another one, or is the same."""
    if os.path.isabs(root):
        # Where the root is absolute, paths from the working directory are measured as it is.
        path = os.path.abspath(path)
    return (root == "." and not path.startswith("../")) or path == root or path.startswith(root.rstrip("/") + "/")


def covers_everything(arguments: argparse.Namespace, config: Config) -> bool:
    """Whether the whole tree that the configuration speaks of is checked."""
    root = os.path.abspath(config.settings.root or ".")
    return any(os.path.isdir(path) and below(root, os.path.abspath(path)) for path in arguments.paths)
