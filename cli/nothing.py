"""What to say where nothing was recognised: what was seen there, and what is read."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from duizhao.cli.output.parts.statistics import plural
from duizhao.errors import UsageError
from duizhao.schema.inputs.names import READ, display, kind_of, passed_over

_MOST = 100_000  # names; whoever has a folder of more knows what lies in it
_KINDS = 6  # kinds of files that are named, the most frequent ones

HELP = "end with 0 also where nothing is recognised"


def nothing_recognised(paths: Sequence[str], skipped: Mapping[str, int]) -> UsageError:
    """The error of a run in which nothing was recognised.

    Args:
        paths: what the user named.
        skipped: how many files were looked at, by the reason why they were skipped.
    """
    looked_at = sum(skipped.values())
    reasons = ", ".join(f"{count:,} {reason}" for reason, count in sorted(skipped.items()))
    parts = [f"{looked_at:,} looked at" + (f" ({reasons})" if reasons else "")]
    others, known = _kinds_below(path for path in paths if os.path.isdir(path))
    named = [f"{count:,} {suffix}" for suffix, count in others.most_common(_KINDS)]
    more = sum(others.values()) - sum(count for _, count in others.most_common(_KINDS))
    if named:
        parts.append("not looked at: " + ", ".join([*named, *([f"{more:,} others"] if more else [])]))
    if known > looked_at:
        parts.append(f"{plural(known - looked_at, 'file')} excluded")
    seen = "; ".join(parts)
    message = f"nothing recognised: {seen}. Read are {', '.join(READ)}; `--allow-empty` where nothing is meant"
    return UsageError(message, path=display(paths[0]) if len(paths) == 1 else "")


def _kinds_below(folders: Iterator[str]) -> tuple[Counter[str], int]:
    """Files in folders that are not looked at, by suffix, and how many are."""
    others: Counter[str] = Counter()
    known = 0
    for name in _names(folders):
        if kind_of(name):
            known += 1
        else:
            others[_suffix(name)] += 1
        # This is for a message: nobody waits minutes for it.
        if known + others.total() >= _MOST:
            break
    return others, known


def _names(folders: Iterator[str]) -> Iterator[str]:
    for folder in folders:
        for _, inside, files in os.walk(folder):
            inside[:] = sorted(name for name in inside if not passed_over(name))
            yield from (name for name in files if not passed_over(name))


def _suffix(name: str) -> str:
    suffix = os.path.splitext(name)[1].lower()
    # What stands behind a full stop in a sentence is no kind of file.
    return display(suffix) if 1 < len(suffix) <= 12 else "without a suffix"
