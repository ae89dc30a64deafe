"""What decides on the damage: seeds, one after the other; Hypothesis; or atheris, which sees what code is reached."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import sys
from random import Random
from types import FunctionType
from typing import NoReturn, Protocol

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import duizhao


class Run(Protocol):
    """Trials, counted."""

    count: int

    def attempt(self, target: str, random: Random) -> str:
        """Try a target once, and tell what is wrong; '' for nothing."""

    def silent(self, target: str, random: Random) -> str:
        """The same, but nothing is told."""

    def tell(self) -> None:
        """Tell what the last trial that was wrong has found."""

    def enough(self) -> bool:
        """Whether looking for more is of no use."""

    def end(self) -> NoReturn:
        """Say how it went, and end the process."""


def seeds(run: Run, names: list[str], count: int, first: int) -> None:
    """Try each target with one seed after the other."""
    for number in range(count):
        if run.enough():
            return
        run.attempt(names[number % len(names)], Random(first + number // len(names)))


def drawn(run: Run, names: list[str], count: int, first: int) -> None:
    """Let Hypothesis draw the damage, which then seeks the smallest that is still wrong."""
    for name in names:
        if run.enough():
            return
        if smallest(run, name, max(1, count // len(names)), first):
            run.tell()


def smallest(run: Run, name: str, count: int, first: int) -> str:
    """What is wrong with the smallest damage that Hypothesis finds, '' for nothing."""

    @seed(first)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        print_blob=False,
        report_multiple_bugs=False,
    )
    @given(st.randoms(use_true_random=False))
    def sound(random: Random) -> None:
        if complaint := run.silent(name, random):
            raise WrongError(complaint)

    try:
        sound()
    except WrongError as error:
        return str(error)
    return ""


class WrongError(Exception):
    """An input was taken badly."""


class Told(Random):
    """Random numbers that bytes tell, and zeros when there are no more: then atheris decides on the damage."""

    def __init__(self, data: bytes) -> None:
        super().__init__(0)
        self._data = data
        self._at = 0

    def random(self) -> float:
        """A number from 0 to 1."""
        return self.getrandbits(16) / (1 << 16)

    def getrandbits(self, k: int, /) -> int:
        """So many bits."""
        size = (k + 7) // 8
        piece = self._data[self._at : self._at + size]
        self._at += size
        return int.from_bytes(piece, "little") & ((1 << k) - 1)


def guided(run: Run, names: list[str], count: int, first: int) -> None:
    """Let atheris look for damage that reaches code which none has reached; the first byte chooses the target.

    It never returns, since atheris does not.
    """
    try:
        import atheris
    except ImportError:
        sys.exit("fuzz.py: atheris is not installed; `pip install atheris` does so where it can")

    def one(data: bytes) -> None:
        if run.count >= count or run.enough():
            run.end()
        run.attempt(names[data[0] % len(names)] if data else names[0], Told(data[1:]))

    for function in _own_functions():
        atheris.instrument_func(function)
    with atheris.instrument_imports(include=["duizhao"]):
        _import_all()  # now: atheris tells of each module, which is no output of the command that imports it
    atheris.Setup([sys.argv[0], "-runs=-1", f"-seed={first}", "-max_len=4096", "-len_control=0"], one)
    atheris.Fuzz()


def _import_all() -> None:
    """Import what commands import when they need it, as far as it is installed."""
    for module in pkgutil.walk_packages(duizhao.__path__, "duizhao."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _own_functions() -> list[FunctionType]:
    """Functions of duizhao that are there already."""
    there = [thing for thing in gc.get_objects() if isinstance(thing, FunctionType)]
    return [function for function in there if (function.__module__ or "").startswith("duizhao.")]


ENGINES = {"seeds": seeds, "drawn": drawn, "guided": guided}
