"""Running tests against a mutant: in a fork of a process that has imported all that no mutant changes."""

from __future__ import annotations

import importlib
import os
import signal
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from types import CodeType

PRELOADED = (
    "hypothesis",
    "yaml",
    "jsonschema",
    "duizhao.validator.planting.numerals",
    "duizhao.validator.quantities.read",
)
_EARLY = "ignore:Module already imported"
"""What pytest says of the plugin that was preloaded."""
SECONDS = 10
"""Of CPU, for one test; a mutant that takes longer goes round in circles, which is as good as a failure."""


class _Mutated(SourceFileLoader):
    """Loads one module from another text than its file's."""

    def __init__(self, module: str, path: str, text: str) -> None:
        super().__init__(module, path)
        self._text = text

    def get_code(self, fullname: str) -> CodeType:
        return compile(self._text, self.path, "exec", dont_inherit=True)

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        return spec_from_file_location(name, self.path, loader=self) if name == self.name else None


class _Clock:
    """A plugin of pytest that ends the process where a test takes too long."""

    def pytest_runtest_logstart(self) -> None:
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)


def preload(mutable: Sequence[str]) -> None:
    """Import what all trials need and no mutant changes.

    Raises:
        RuntimeError: a module that is to be mutated was imported; no trial would see its mutants.
    """
    import yaml  # here, so that only the parent of trials has the faster one in place of its own

    for module in PRELOADED:
        importlib.import_module(module)
    yaml.SafeLoader = yaml.CSafeLoader  # type: ignore[misc,assignment]
    if early := sorted(set(mutable) & set(sys.modules)):
        raise RuntimeError(f"imported before it could be mutated: {', '.join(early)}")


def survives(module: str, path: str, text: str, tests: Sequence[str]) -> bool:
    """Whether tests pass while a module has another text.

    Args:
        module: its name in the package.
        path: of its file.
        text: to run in its place.
        tests: arguments of pytest; it ends at the first failure.
    """
    child = os.fork()
    if child == 0:
        os._exit(_trial(module, path, text, tests))
    _, status = os.waitpid(child, 0)
    return status == 0


def _trial(module: str, path: str, text: str, tests: Sequence[str]) -> int:
    import pytest  # here, so that it is the trial's own

    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        os.dup2(nothing, descriptor)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)  # its signal ends the process
    sys.meta_path.insert(0, _Mutated(module, path, text))
    try:
        return int(
            pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-W", _EARLY, *tests], [_Clock()])
        )
    except BaseException:  # noqa: BLE001  a module that cannot even be imported is a mutant noticed
        return 1
