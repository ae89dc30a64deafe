"""How this project is built: as setuptools does, with mypyc besides where a compiled wheel is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from compiled import asked, requirement
from setuptools import build_meta
from setuptools.build_meta import (
    build_editable,
    build_sdist,
    build_wheel,
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]


def get_requires_for_build_wheel(config_settings: Mapping[str, Any] | None = None) -> list[str]:
    """What the build of a wheel needs beyond setuptools.

    Args:
        config_settings: what pip was given with `--config-settings`.

    Raises:
        SystemExit: the variable that asks for a compiled wheel is neither 1 nor 0.
    """
    needed = build_meta.get_requires_for_build_wheel(config_settings)
    return [*needed, requirement()] if asked() else needed
