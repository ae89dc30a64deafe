"""Compiled wheels on request, `DUIZHAO_COMPILED=1 pip install .`; all else about the build stands in pyproject.toml."""

from __future__ import annotations

import sys
from pathlib import Path

from setuptools import setup

sys.path.insert(0, str(Path(__file__).parent / "compiling"))

from compiled import asked, extensions

# Only wheels: an editable install runs what is being edited, and metadata are the same either way.
setup(ext_modules=extensions() if "bdist_wheel" in sys.argv and asked() else [])
