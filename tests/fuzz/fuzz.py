"""The long form: as many damaged inputs as are asked for, of all targets in turn.

python3 noxfile.py -s fuzz -- --count 100000
python3 noxfile.py -s fuzz -- --target packages --seed 4711     one input again; it stays in `build/fuzz`
python3 noxfile.py -s fuzz -- --engine guided --count 100000    atheris looks for code that was not reached yet
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from pathlib import Path
from random import Random
from typing import NoReturn

from cases import keep
from engines import ENGINES
from targets import TARGETS
from trial import Outcome, trial

FOLDER = Path("build/fuzz")
_SHORT = 700


class Run:
    """Trials, counted; what is wrong is told, and its input becomes a case in `build/fuzz`.

    Args:
        most: faults after which to end.
        minutes: after which to end; 0 for never.
    """

    def __init__(self, most: int, minutes: float) -> None:
        self._most = most
        self._end = time.monotonic() + 60 * minutes if minutes else float("inf")
        self._last = ("", Path(), Outcome([], ""))
        self.count = 0
        self.wrong = 0
        self.asked = 0

    def enough(self) -> bool:
        """Whether looking for more is of no use."""
        return self.wrong >= self._most or time.monotonic() > self._end

    def attempt(self, target: str, random: Random) -> str:
        """Try a target once, and tell what is wrong; '' for nothing."""
        complaint = self.silent(target, random)
        if complaint:
            self.tell()
        return complaint

    def silent(self, target: str, random: Random) -> str:
        """The same, but nothing is told."""
        self.count += 1
        folder = FOLDER / f"{target}-{self.count}"
        outcome = trial(target, random, folder)
        if outcome.complaint:
            self._last = (target, folder, outcome)
        if self.count % 1000 == 0:
            print(f"{self.count} inputs, {self.wrong} wrong", file=sys.stderr)
        return outcome.complaint

    def end(self) -> NoReturn:
        """Say how it went, and end the process, also from within atheris, which catches what is raised."""
        print(self.summary(), flush=True)
        os._exit(min(1, self.wrong))

    def summary(self) -> str:
        """How many inputs were tried, of as many as were asked for, and how many are wrong."""
        early = f"stopped at {self.count} of {self.asked} inputs" if self.count < self.asked else f"{self.count} inputs"
        return f"{early}: {self.wrong} wrong"

    def tell(self) -> None:
        """Tell what the last trial that was wrong has found."""
        target, folder, outcome = self._last
        self.wrong += 1
        case = folder.with_suffix(".json")
        keep(outcome.command, folder, case)
        print(f"{target}, {case}: {' '.join(outcome.command)}\n{outcome.complaint}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Give duizhao damaged input, and see that it takes it well.")
    parser.add_argument("--count", type=int, default=0, help="inputs in all (default: 700, with --target 1)")
    parser.add_argument("--minutes", type=float, default=0, help="end after so many")
    parser.add_argument("--seed", type=int, default=1, help="of the first (default: 1)")
    parser.add_argument("--target", action="append", choices=TARGETS, help="only this one; may be given again")
    parser.add_argument("--engine", choices=ENGINES, default="seeds", help="what decides on it (default: seeds)")
    parser.add_argument("--most", type=int, default=20, help="end after so many faults (default: 20)")
    given = parser.parse_args()
    shutil.rmtree(FOLDER, ignore_errors=True)
    names = given.target or list(TARGETS)
    run = Run(given.most, given.minutes)
    count = given.count or (1 if given.target else _SHORT)
    run.asked = count
    ENGINES[given.engine](run, names, count, given.seed)
    run.end()


if __name__ == "__main__":
    main()
