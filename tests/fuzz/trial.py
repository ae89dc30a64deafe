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

from targets import TARGETS, Command

from duizhao.cli.main import main
from duizhao.errors import Exit

SECONDS = 5.0  # no damaged input of these sizes may cost more
_COMMANDS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class Outcome(NamedTuple):
    """How a trial ended."""

    command: Command
    complaint: str
    """'' where nothing is wrong."""


def trial(target: str, seed: int, folder: Path) -> Outcome:
    """Try a target once, in an empty folder, which is taken away again unless something is wrong.

    Args:
        target: one of `TARGETS`.
        seed: the same makes the same input.
        folder: where; it must not exist.
    """
    folder.mkdir(parents=True)
    command = TARGETS[target](Random(seed), folder)
    outcome = Outcome(command, _complaint(command))
    if not outcome.complaint:
        shutil.rmtree(folder)
    return outcome


def _complaint(command: Command) -> str:
    out, err = io.StringIO(), io.StringIO()
    start = time.process_time()
    stdin = sys.stdin
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main(["--debug", *command])  # so that a fault shows its traceback
    except BaseException:  # noqa: BLE001  whatever it is, it must not reach a user
        return traceback.format_exc()
    finally:
        sys.stdin = stdin
    return judged(code, out.getvalue(), err.getvalue()) or _slow(time.process_time() - start)


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


def _slow(seconds: float) -> str:
    return f"took {seconds:.1f} s of CPU" if seconds > SECONDS else ""
