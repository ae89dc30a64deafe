"""Generated pages: written anew, or only compared with what stands there."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


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
            path.write_text(pages[path], encoding="utf-8")
    return 1 if stale and arguments else 0


def main(pages: Mapping[Path, str]) -> int:
    """The command line of a generator: nothing, or `--check`."""
    arguments = sys.argv[1:]
    if arguments not in ([], ["--check"]):
        print(f"usage: {sys.argv[0]} [--check]", file=sys.stderr)
        return 2
    return put(pages, arguments)
