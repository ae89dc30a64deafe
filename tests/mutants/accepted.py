"""Mutants that no test can or need notice, each with the reason."""

from __future__ import annotations

from pathlib import Path

import yaml

ACCEPTED = Path(__file__).parent / "accepted.yaml"


def accepted() -> dict[tuple[str, str, str], str]:
    """The reasons by file, line as it is, and line as it becomes."""
    rows = yaml.safe_load(ACCEPTED.read_text(encoding="utf-8"))
    return {(row["file"], row["was"], row["becomes"]): row["why"] for row in rows}
