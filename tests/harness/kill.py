"""Kill every command with every signal at every moment, and see what is left.

    python tests/harness/kill.py --delays 60 --commands build,release --signals KILL,TERM+INT --jobs 2

After each kill: no process of the run lives on after two seconds; the same command succeeds at once; what it writes is
as after a run that nobody killed; and nothing else is left.  Linux only, since it looks into /proc.
"""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import NamedTuple

from workshop import COMMANDS, Command, Workshop, session, workshop

SIGNALS = ("INT", "TERM", "HUP", "KILL", "TERM+INT", "INT+INT+INT")
"""One, or several in a row, which are to be one."""
_ROW = 0.01  # seconds between two of a row
_PATIENCE = 2.0  # seconds a worker may live longer than its parent
_LONGEST = 120.0  # seconds of a run


class Trial(NamedTuple):
    """One kill."""

    name: str
    jobs: int
    signal: str
    delay: float

    def __str__(self) -> str:
        return f"{self.name} --jobs {self.jobs}, SIG{self.signal} after {self.delay:.3f} s"


class Reference(NamedTuple):
    """A run that nobody kills."""

    seconds: float
    code: int
    before: dict[str, str]
    after: dict[str, str]


def reference(shop: Workshop, command: Command, jobs: int) -> Reference:
    """What a command does, and how long it takes."""
    shop.fresh()
    before = shop.contents()
    begun = time.monotonic()
    process = shop.start(command.line(jobs))
    process.communicate(timeout=_LONGEST)
    return Reference(time.monotonic() - begun, process.returncode, before, shop.contents())


def flaws(shop: Workshop, trial: Trial, usual: Reference) -> Iterator[str]:
    """What is wrong after a kill, and after the run that follows it."""
    command = COMMANDS[trial.name]
    shop.fresh()
    process = shop.start(command.line(trial.jobs))
    time.sleep(trial.delay)
    for name in trial.signal.split("+"):
        process.send_signal(getattr(signal, f"SIG{name}"))
        time.sleep(_ROW)
    yield from _survivors(process)
    _, said = process.communicate(timeout=_LONGEST)
    started = process.returncode != -signal.SIGINT and b"Fatal Python error" not in said
    if started and b"Traceback" in said:  # else Python itself was starting, and ends in its own words
        yield f"says {said.decode(errors='replace').strip()[-200:]}"
    yield from _torn(shop, command, usual)
    again = shop.start(command.line(trial.jobs))
    _, said = again.communicate(timeout=_LONGEST)
    unpacked = trial.name == "unpack" and again.returncode == 2 and b"is in use" in said  # the first had finished
    if again.returncode != usual.code and not unpacked:
        yield f"the next run ends with {again.returncode}: {said.decode(errors='replace').strip()[-200:]}"
    for path, hashed in usual.after.items():
        if shop.contents().get(path) != hashed:
            yield f"{path} is not as it should be"
            break
    if litter := shop.litter(usual.after):
        yield f"left over: {', '.join(litter[:5])}"


def _survivors(process: subprocess.Popen[bytes]) -> Iterator[str]:
    end = time.monotonic() + _PATIENCE
    while living := session(process.pid):
        if time.monotonic() > end:
            yield f"still there: {living}"
            for pid in living:
                subprocess.run(["kill", "-KILL", str(pid)], check=False)
            return
        time.sleep(0.02)


def _torn(shop: Workshop, command: Command, usual: Reference) -> Iterator[str]:
    """Whether a file that the command does not write has changed, or one that it does is neither old nor new."""
    there = shop.contents()
    for path, hashed in there.items():
        if path.startswith((".duizhao-unfinished/", "articles/.duizhao", "releases/.duizhao", "published/.duizhao")):
            continue  # for the next run to sweep
        if path.split("/", 1)[0] not in command.writes and usual.before.get(path) != hashed:
            yield f"{path} was touched"
        known = {usual.before.get(path), usual.after.get(path)} - {None}
        if known and hashed not in known:
            yield f"{path} is torn"
    if lost := set(usual.before) & set(usual.after) - set(there):
        yield f"lost: {', '.join(sorted(lost)[:5])}"


def trials(
    names: list[str], jobs: list[int], signals: list[str], delays: int, usual: dict[tuple[str, int], Reference]
) -> Iterator[Trial]:
    """Kills at equal distances from the beginning of a run to a little after its end."""
    for name in names:
        for count in counts(name, jobs):
            length = usual[name, count].seconds * 1.05
            for sign in signals:
                for step in range(delays):
                    yield Trial(name, count, sign, length * (step + 0.5) / delays)


def counts(name: str, jobs: list[int]) -> list[int]:
    """Numbers of workers that make a difference to a command."""
    return jobs if COMMANDS[name].workers else [1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--commands", default=",".join(COMMANDS))
    parser.add_argument("--signals", default=",".join(SIGNALS))
    parser.add_argument("--jobs", default="1,2")
    parser.add_argument("--delays", type=int, default=60)
    parser.add_argument("--articles", type=int, default=300)
    given = parser.parse_args()
    names, signals = given.commands.split(","), given.signals.split(",")
    jobs = list(map(int, given.jobs.split(",")))
    bad = count = 0
    signal.signal(signal.SIGINT, signal.default_int_handler)  # runs would inherit that a shell's job ignores it
    with workshop(given.articles) as shop:
        usual = {(name, n): reference(shop, COMMANDS[name], n) for name in names for n in counts(name, jobs)}
        for trial in trials(names, jobs, signals, given.delays, usual):
            count += 1
            for flaw in flaws(shop, trial, usual[trial.name, trial.jobs]):
                bad += 1
                sys.stdout.write(f"{trial}: {flaw}\n")
                sys.stdout.flush()
    sys.stdout.write(f"{count} kills, {bad} flaws\n")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
