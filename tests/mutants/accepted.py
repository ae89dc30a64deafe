"""Mutants that no test can or need notice, each with the reason."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

ACCEPTED = Path(__file__).parent / "accepted.yaml"
PATTERNS = (
    (
        r"\bmax\(0, ([\w.\[\]]*(?:start|at|\[0\]|low)\b)",
        r"\bmax\( ?-?1, \1",
        "a place in a text cut off at its beginning, where the header of a file stands and nothing that is judged",
    ),
)
"""A piece of a line as it is and as it becomes, and why that is no fault wherever it stands."""


def accepted() -> dict[tuple[str, str, str], str]:
    """The reasons by file, line as it is, and line as it becomes."""
    rows = yaml.safe_load(ACCEPTED.read_text(encoding="utf-8"))
    return {(row["file"], row["was"], row["becomes"]): row["why"] for row in rows}


def reason(reasons: dict[tuple[str, str, str], str], file: str, was: str, becomes: str) -> str | None:
    """Why a survivor is no fault; None where nobody said so.

    Args:
        reasons: of single mutants.
        file: of the mutant.
        was: its line as it is.
        becomes: its line as it becomes.
    """
    if (file, was, becomes) in reasons:
        return reasons[file, was, becomes]
    return next((why for old, new, why in PATTERNS if _only(was, becomes, old, new)), None)


def _only(was: str, becomes: str, old: str, new: str) -> bool:
    """Whether a line becomes another by nothing but one pattern that becomes another."""
    for found in re.finditer(old, was):
        changed = re.match(new.replace(r"\1", re.escape(found[1])), becomes[found.start() :])
        if changed and was[: found.start()] == becomes[: found.start()]:
            return was[found.end() :] == becomes[found.start() + changed.end() :]
    return False
