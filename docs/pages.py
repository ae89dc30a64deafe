"""Generated files: written anew, or only compared with what stands there."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]


class Made(NamedTuple):
    """A file that is made from what a library knows."""

    path: Path
    library: str
    """The module to import."""
    make: Callable[[], str]
    wrong: Callable[[str], Iterable[str]]
    """What is wrong with a text whatever the library says, for where it is not installed."""


def put(pages: Mapping[Path, str], arguments: list[str]) -> int:
    """Write pages, or with `--check` say which are stale.

    Returns:
        The exit code: 1 where a page is stale and was only to be checked.
    """
    stale = [path for path, text in pages.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        print(f"{path.relative_to(ROOT)}: {'stale; run `nox -s generate`' if arguments else 'written'}")
        if not arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(pages[path], encoding="utf-8", newline="\n")
    return 1 if stale and arguments else 0


def main(pages: Mapping[Path, str] | Iterable[Made]) -> int:
    """The command line of a generator: nothing, or `--check`."""
    arguments = sys.argv[1:]
    if arguments not in ([], ["--check"]):
        print(f"usage: {sys.argv[0]} [--check]", file=sys.stderr)
        return 2
    if isinstance(pages, Mapping):
        return put(pages, arguments)
    return max([_made(one, arguments) for one in pages])


def _made(one: Made, arguments: list[str]) -> int:
    if importlib.util.find_spec(one.library):
        return put({one.path: one.make()}, arguments)
    print(
        f"{one.path.relative_to(ROOT)}: {one.library} is not installed, so it is not compared with that",
        file=sys.stderr,
    )
    if not arguments:
        return 1
    problems = list(one.wrong(one.path.read_text(encoding="utf-8")))
    for problem in problems:
        print(f"{one.path.relative_to(ROOT)}: {problem}")
    return 1 if problems else 0
