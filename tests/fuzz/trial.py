"""One command on one damaged input, and what is wrong with how it ended."""

from __future__ import annotations

import io
import re
import shutil
import sys
import time
import traceback
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from typing import NamedTuple

import loop
from targets import TARGETS, Command

from duizhao.cli.main import main
from duizhao.errors import Exit

SECONDS = 2.0  # no damaged input of these sizes may cost more
_COMMANDS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class Outcome(NamedTuple):
    """How a trial ended."""

    command: Command
    complaint: str
    """'' where nothing is wrong."""


def trial(target: str, random: int | Random, folder: Path) -> Outcome:
    """Try a target once, in an empty folder, which is taken away again unless something is wrong.

    Args:
        target: one of `TARGETS`.
        random: what decides on the damage, or its seed; the same makes the same input.
        folder: where; it must not exist.
    """
    folder.mkdir(parents=True)
    command = TARGETS[target](Random(random) if isinstance(random, int) else random, folder)
    outcome = Outcome(command, complaint(command) or (came_back(folder) if target == "loops" else ""))
    if not outcome.complaint:
        shutil.rmtree(folder)
    return outcome


def complaint(command: Command) -> str:
    """What is wrong with how a command ends, '' for nothing."""
    start = time.process_time()
    try:
        code, out, err = _done(command)
    except BaseException:  # noqa: BLE001  whatever it is, it must not reach a user
        return traceback.format_exc()
    return judged(code, out, err) or _slow(time.process_time() - start)


def came_back(folder: Path) -> str:
    """What is wrong with the package that was built in a folder: any command refuses it, or a file is another."""
    if not (folder / "out").exists():
        return ""  # no article could be used, which the build has said
    for command in loop.commands(folder):
        code, out, err = _done(command)
        if code != Exit.OK and (command[0], code) != ("release", Exit.UNREADABLE):  # it says again what is left out
            return f"{command[0]} ends with {code} on what build took: {out}{err}"
    return loop.difference(folder)


def judged(code: int, out: str, err: str) -> str:
    """What is wrong with how a command ended, '' for nothing."""
    if code == Exit.FAULT or "through a fault of duizhao" in out + err or "Traceback" in out + err:
        return f"a fault, exit code {code}: {out}{err}"
    if code not in (Exit.OK, Exit.FINDINGS, Exit.USAGE, Exit.UNREADABLE) or "memory is short" in out + err:
        return f"exit code {code}: {out}{err}"
    if code == Exit.USAGE and err.count("\n") != 1:
        return f"not one line of error: {err!r}"
    if match := _COMMANDS.search((out + err).replace("\r\n", "\n")):
        return f"{match[0]!r} reached the output: {match.string[max(0, match.start() - 80) : match.end() + 20]!r}"
    return ""


def _done(command: Command) -> tuple[int, str, str]:
    """Exit code, output and errors of a command."""
    out, err = io.StringIO(), io.StringIO()
    stdin = sys.stdin
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main(["--debug", *command])  # so that a fault shows its traceback
    finally:
        sys.stdin = stdin
    return code, out.getvalue(), err.getvalue()


def _slow(seconds: float) -> str:
    return f"took {seconds:.1f} s of CPU" if seconds > SECONDS else ""
