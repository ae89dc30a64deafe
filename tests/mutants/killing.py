"""Trying mutants within a session of pytest: tests are collected once, and each mutant has a fork of that process.

A mutant meets the tests that reach its line, those that take least first, until one fails.
"""

from __future__ import annotations

import importlib
import os
import resource
import signal
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import pytest
from judging import ALWAYS, LEFT_OUT, MANY, ROWS
from patching import UnpatchedError, forget, module_of, put, remember
from reached import Outcome, in_fork, reached, run

CACHED = "duizhao.validator."
SLACK = 2
"""Seconds of CPU that a test may take beyond ten times what it takes without a mutant.

One that takes longer goes round in circles, which is as good as a failure.
"""
MEMORY = 4 << 30


Lines = Mapping[str, Iterable[int]]


class Verdict(NamedTuple):
    """What came of one mutant."""

    noticed: str
    """The test that failed, or why none had to; '' if the mutant survives."""
    tried: int
    """How many tests there are for it."""


class Session:
    """The session of pytest, its tests, and what they reach."""

    def __init__(self, items: list[pytest.Item], outcome: Outcome, files: Sequence[str]) -> None:
        self._items, self._outcome = items, outcome
        names = {file: module_of(file) for file in files}
        self._modules = {file: importlib.import_module(name) for file, name in names.items()}
        self._always = [number for number, item in enumerate(items) if item.nodeid.startswith(ALWAYS)]
        self._latest: dict[str, list[int]] = {}
        forget((CACHED,))
        remember(str(module.__file__) for module in self._modules.values())
        paths = [self._real(file) for file in files]
        self._reached = reached(items, outcome, paths, tuple(names.values()))

    @property
    def failed(self) -> list[str]:
        """The tests that fail without any mutant."""
        return [self._items[number].nodeid for number in self._reached.failed]

    def path(self, file: str) -> str:
        """Where the module of a file was imported from."""
        return str(self._modules[file].__file__)

    def _real(self, file: str) -> str:
        """Where its lines are counted: links of an installation followed."""
        return os.path.realpath(self.path(file))

    def files(self, file: str, lines: Lines) -> set[str]:
        """The files of the tests of a mutant."""
        return {self._items[number].nodeid.partition("::")[0] for number in self._for(file, lines)}

    def try_out(self, file: str, lines: Lines, text: str) -> Verdict:
        """Whether a test notices that a file has another text.

        Args:
            file: whose module means something else.
            lines: by file, where that matters; of none, it is all that reaches the file.
            text: of the mutant.
        """
        tests = self._for(file, lines)
        answer = in_fork(lambda: self._trial(file, text, tests).encode())
        if answer.isdigit():
            self._latest.setdefault(file, []).insert(0, int(answer))
            return Verdict(self._items[int(answer)].nodeid, len(tests))
        return Verdict({b"": "takes too long", b"survives": ""}.get(answer, answer.decode()), len(tests))

    def _for(self, file: str, lines: Lines) -> list[int]:
        """The tests of these lines: first those that have noticed mutants of this file before."""
        where = [(self._real(other), line) for other, numbers in lines.items() for line in sorted(numbers)]
        found = self._reached.tests(where) or self._reached.tests([(self._real(file), 0)])
        first = [test for test in dict.fromkeys(self._latest.get(file, ())) if test in found][:20]
        return list(dict.fromkeys([*self._always, *first, *found]))

    def _trial(self, file: str, text: str, tests: Sequence[int]) -> str:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        signal.setitimer(signal.ITIMER_VIRTUAL, 10 * SLACK)  # its signal ends the process
        forget((CACHED,))
        try:
            put(module_of(file), text)
        except UnpatchedError:
            return "unpatched"
        except BaseException as error:  # noqa: BLE001  a module that cannot even be imported is a mutant noticed
            return f"import: {type(error).__name__}"
        for number, following in zip(tests, [*tests[1:], None], strict=False):
            signal.setitimer(signal.ITIMER_VIRTUAL, SLACK + 10 * self._reached.seconds[number])
            if not run(self._items, number, self._outcome, following):
                return str(number)
        return "survives"


class _Survey:
    """The plugin that tries mutants where the tests would run."""

    def __init__(self, files: Sequence[str], work: Callable[[Session], None]) -> None:
        self._files, self._work, self._outcome = files, work, Outcome()

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        items[:] = _thinned([item for item in items if not any(part in item.name for part in LEFT_OUT)])
        config.pluginmanager.register(self._outcome)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if not session.testsfailed:
            self._work(Session(session.items, self._outcome, self._files))
        return True


def _thinned(items: list[pytest.Item]) -> list[pytest.Item]:
    """The tests, of those that run over all rows of a table some."""
    kept: list[pytest.Item] = []
    groups: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        rows = any(part in item.name for part in ROWS)
        (groups[item.nodeid.partition("[")[0]] if rows else kept).append(item)
    return kept + [item for group in groups.values() for item in group[:: max(1, len(group) // MANY)]]


def within(tests: Sequence[str], files: Sequence[str], work: Callable[[Session], None]) -> None:
    """Collect tests, and do something with the session.

    Args:
        tests: what pytest is to collect.
        files: the modules that will be changed.
        work: what is to be done.
    """
    options = ["-qq", "--tb=line", "--capture=no", "-p", "no:cacheprovider", "-p", "no:xdist"]
    status = pytest.main([*options, *tests], plugins=[_Survey(files, work)])
    if status not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        sys.exit(f"mutate: the tests cannot be collected: pytest {' '.join(tests)}")
