"""Which tests reach which lines: each runs once, in a fork, and it is seen what it reaches and how long it takes."""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import coverage
import pytest
from patching import forget


class Reached(NamedTuple):
    """What the tests of a session reach."""

    lines: dict[str, dict[int, tuple[int, ...]]]
    """By file and line the numbers of tests."""
    seconds: dict[int, float]
    """What each test takes."""
    failed: list[int]
    """Those that fail without any mutant."""

    def tests(self, where: Iterable[tuple[str, int]]) -> list[int]:
        """The tests that reach one of these lines of files, those that take least first.

        A line that one test alone reaches may make a table, which is made once: there all tests of the file are meant.
        """
        found: set[int] = set()
        for path, line in where:
            lines = self.lines.get(path, {})
            own = lines.get(line, ())
            found.update(own if len(own) > 1 else (test for tests in lines.values() for test in tests))
        return sorted(found, key=lambda test: self.seconds[test])


class Outcome:
    """A plugin of pytest that knows whether the test that was run has failed."""

    failed = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed |= report.failed


def in_fork(work: Any) -> bytes:
    """What a function gives in a process of its own, which says nothing else; b'' where a signal ends it.

    Raises:
        RuntimeError: the function raises something.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        told = os.dup(2)
        nothing = os.open(os.devnull, os.O_RDWR)
        for descriptor in range(3):
            os.dup2(nothing, descriptor)
        try:
            with os.fdopen(writing, "wb") as pipe:
                pipe.write(work())
        except BaseException as error:  # noqa: BLE001  the fork must not go on with what its parent was doing
            os.write(told, f"mutate: {error!r}\n".encode())
            os._exit(1)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    if status and not os.WIFSIGNALED(status):
        raise RuntimeError("a trial has failed by itself")
    return answer


def run(items: Sequence[pytest.Item], number: int, outcome: Outcome, following: int | None) -> bool:
    """Run one test; whether it passes.

    Args:
        items: all that were collected.
        number: of the one to run.
        outcome: the plugin.
        following: the number of the next one, for which fixtures stay.
    """
    outcome.failed = False
    item, nextitem = items[number], None if following is None else items[following]
    item.ihook.pytest_runtest_protocol(item=item, nextitem=nextitem)
    return not outcome.failed


def reached(items: Sequence[pytest.Item], outcome: Outcome, paths: Sequence[str], modules: tuple[str, ...]) -> Reached:
    """Run all tests once.

    Args:
        items: the tests.
        outcome: the plugin.
        paths: of the files whose lines count.
        modules: whose caches are emptied before each test, so that each reaches all that it asks for.
    """
    answer = in_fork(lambda: pickle.dumps(_reached(items, outcome, paths, modules)))
    found: Reached = pickle.loads(answer)  # noqa: S301  of a fork of this process
    return found


def _reached(items: Sequence[pytest.Item], outcome: Outcome, paths: Sequence[str], modules: tuple[str, ...]) -> Reached:
    watching = coverage.Coverage(data_file=None, config_file=False, include=list(paths), messages=False)
    seconds, failed = {}, []
    watching.start()
    for number in range(len(items)):
        forget(modules, tables=False)
        watching.switch_context(str(number))
        start = time.process_time()
        if not run(items, number, outcome, number + 1 if number + 1 < len(items) else None):
            failed.append(number)
        seconds[number] = time.process_time() - start
    watching.stop()
    data = watching.get_data()
    lines = {
        path: {
            line: tuple(int(one) for one in contexts if one) for line, contexts in data.contexts_by_lineno(path).items()
        }
        for path in data.measured_files()
    }
    return Reached(lines, seconds, failed)
