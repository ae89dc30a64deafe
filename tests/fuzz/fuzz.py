"""The long form: as many damaged inputs as are asked for, of all targets in turn.

python3 noxfile.py -s fuzz -- --count 100000
python3 noxfile.py -s fuzz -- --target packages --seed 4711     one trial again; its input stays in `build/fuzz`
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from targets import TARGETS
from trial import trial

FOLDER = Path("build/fuzz")
_SHORT = 600


def run(arguments: argparse.Namespace) -> int:
    """Try, tell what is wrong, and return how often something was."""
    names = arguments.target or list(TARGETS)
    wrong = 0
    wanted = arguments.count or (1 if arguments.target else _SHORT)
    for number in range(wanted):
        name, seed = names[number % len(names)], arguments.seed + number // len(names)
        outcome = trial(name, seed, FOLDER / f"{name}-{seed}")
        if outcome.complaint:
            wrong += 1
            print(f"--target {name} --seed {seed}: {' '.join(outcome.command)}\n{outcome.complaint}", flush=True)
        if number % 1000 == 999:
            print(f"{number + 1} inputs, {wrong} wrong", file=sys.stderr)
        if wrong >= arguments.most:
            break
    print(f"{wanted} inputs of {', '.join(names)}: {wrong} wrong")
    return wrong


def main() -> None:
    parser = argparse.ArgumentParser(description="Give duizhao damaged input, and see that it takes it well.")
    parser.add_argument("--count", type=int, default=0, help="inputs in all (default: 600, with --target 1)")
    parser.add_argument("--seed", type=int, default=1, help="of the first (default: 1)")
    parser.add_argument("--target", action="append", choices=TARGETS, help="only this one; may be given again")
    parser.add_argument("--most", type=int, default=20, help="end after so many faults (default: 20)")
    shutil.rmtree(FOLDER, ignore_errors=True)
    sys.exit(min(1, run(parser.parse_args())))


if __name__ == "__main__":
    main()
