"""A mutant that is imported afresh, by a process of its own: of classes, and to be certain of what survives."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType

SECONDS = 300


class Mutated(SourceFileLoader):
    """Loads one module from another text than its file's."""

    def __init__(self, module: str, path: str, text: str) -> None:
        super().__init__(module, path)
        self._text = text

    def get_code(self, fullname: str) -> CodeType:
        return compile(self._text, self.path, "exec", dont_inherit=True)

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        return spec_from_file_location(name, self.path, loader=self) if name == self.name else None


def noticed(module: str, path: str, text: str, tests: Sequence[str]) -> bool:
    """Whether a test fails while a module has another text.

    Args:
        module: its name in the package.
        path: of its file.
        text: to run in its place.
        tests: arguments of pytest.
    """
    command = [sys.executable, __file__, module, path, *tests]
    try:
        done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def _main(module: str, path: str, tests: Sequence[str]) -> int:
    import pytest  # here, so that nothing of the package is imported before

    sys.meta_path.insert(0, Mutated(module, path, sys.stdin.read()))
    return int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]))


if __name__ == "__main__":
    sys.path.remove(str(Path(__file__).parent))
    sys.exit(_main(sys.argv[1], sys.argv[2], sys.argv[3:]))
