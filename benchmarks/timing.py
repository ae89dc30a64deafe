"""Measuring side by side: what matters is the ratio, since every machine is another."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import NamedTuple


class Row(NamedTuple):
    """A line of the table."""

    what: str
    ours: str
    other: str
    ratio: float
    reach: str
    reached: bool | None
    """None where no aim is set."""


def seconds(work: Callable[[], object], *, rounds: int = 7, least: float = 0.05) -> float:
    """The best of several rounds of a call, each repeated until it takes long enough to be measured."""
    repeat, best = 1, float("inf")
    while True:
        spent = _round(work, repeat)
        if spent >= least:
            break
        repeat *= 2
    for _ in range(rounds):
        best = min(best, _round(work, repeat) / repeat)
    return best


def _round(work: Callable[[], object], repeat: int) -> float:
    start = time.perf_counter()
    for _ in range(repeat):
        work()
    return time.perf_counter() - start


def in_pairs(ours: Sequence[str], other: Sequence[str], *, rounds: int) -> tuple[float, float]:
    """Median seconds of two commands, run in turn so that what slows the machine slows both."""
    run(ours), run(other)
    times = [(timed(ours), timed(other)) for _ in range(rounds)]
    return median(first for first, _ in times), median(second for _, second in times)


def timed(command: Sequence[str]) -> float:
    """Seconds that a command takes."""
    start = time.perf_counter()
    run(command)
    return time.perf_counter() - start


def run(command: Sequence[str]) -> str:
    """What a command prints; that it has findings is no failure.

    Raises:
        SystemExit: it could not do its work.
    """
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode not in {0, 1}:
        sys.exit(f"{' '.join(command)}\n{done.stderr.decode(errors='replace')[-2000:]}")
    return done.stdout.decode(errors="replace")


_PEAK = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); "
_PEAK += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"


def peak_megabytes(command: Sequence[str]) -> float:
    """The most memory that a command, or the largest of its processes, holds."""
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return int(run([sys.executable, "-c", _PEAK, *command])) / unit


def table(rows: Sequence[Row]) -> str:
    """All lines, aligned."""
    lines = [("what", "duizhao", "other", "ratio", "aim", "")]
    for row in rows:
        verdict = {True: "reached", False: "MISSED", None: ""}[row.reached]
        lines.append((row.what, row.ours, row.other, f"{row.ratio:.2f}", row.reach, verdict))
    widths = [max(len(line[column]) for line in lines) for column in range(6)]
    return "\n".join(_aligned(line, widths) for line in lines)


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    cells = [line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))]
    return "  ".join(cells).rstrip()


def milliseconds(value: float) -> str:
    return f"{value * 1000:.3g} ms"
