"""What a command takes with all of its processes: time, the work of the first and of the others, memory added up.

    python benchmarks/processes.py duizhao build articles -o out --jobs 2

Linux only: it reads `/proc`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_TICK = os.sysconf("SC_CLK_TCK") if sys.platform == "linux" else 100
_PAUSE = 0.1  # seconds between two looks at the memory; to read it costs some 0.2 ms a process
_OWN, _CHILDREN = slice(11, 13), slice(13, 15)  # of /proc/PID/stat behind the name: times of user and system


class Usage(NamedTuple):
    """What a command took."""

    seconds: float
    first: float
    """Seconds of work of the process that was started, user and system."""
    others: float
    """Those of the processes that it started and waited for."""
    megabytes: float
    """The most memory of all processes at one time; what several share is counted once."""
    largest: float
    """The most memory of one of them at one time."""

    @property
    def work(self) -> float:
        """Seconds of work of all processes."""
        return self.first + self.others


def measured(command: Sequence[str]) -> Usage:
    """Run a command and look at what it takes; that it has findings is no failure.

    Raises:
        SystemExit: it could not do its work.
    """
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        most = largest = 0
        while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
            sizes = [_kilobytes(pid) for pid in _family(process.pid)]
            most, largest = max(most, sum(sizes)), max(largest, *sizes)
            time.sleep(_PAUSE)
        seconds = time.perf_counter() - start
        first, others = _times(process.pid)  # of one that has ended, as long as nobody has asked for its exit code
        _, errors = process.communicate()
    if process.returncode not in {0, 1}:
        sys.exit(f"{' '.join(command)}\n{errors.decode(errors='replace')[-2000:]}")
    return Usage(seconds, first, others, most / 1024, largest / 1024)


def _family(pid: int) -> list[int]:
    """A process and those that it started, and so on."""
    found = [pid]
    for parent in found:
        try:
            children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii")
        except OSError:  # it has ended
            continue
        found += map(int, children.split())
    return found


def _kilobytes(pid: int) -> int:
    """What a process holds, with its share of what it shares with others; 0 for one that has ended."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)


def _times(pid: int) -> tuple[float, float]:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    own, children = (sum(map(int, fields[part])) / _TICK for part in (_OWN, _CHILDREN))
    return own, children


def main() -> None:
    usage = measured(sys.argv[1:])
    print(
        f"{usage.seconds:.1f} s; work {usage.first:.2f} s of the first process, {usage.others:.2f} s of the others; "
        f"at most {usage.megabytes:.0f} MB in all, {usage.largest:.0f} MB in one"
    )


if __name__ == "__main__":
    main()
