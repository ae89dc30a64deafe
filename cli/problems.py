"""What could not be read, told on standard error by commands whose output has no place for it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from duizhao.errors import Exit
from duizhao.validator.report import Problem


def say_problems(problems: Sequence[Problem]) -> Exit:
    """Say on standard error what could not be read, a line each; the exit code that follows."""
    for problem in problems:
        print(f"duizhao: {problem}", file=sys.stderr)
    if any(problem.fault for problem in problems):
        # A fault of ours outweighs files that could not be read: somebody has to hear of it.
        return Exit.FAULT
    return Exit.UNREADABLE if problems else Exit.OK
