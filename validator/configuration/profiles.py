"""The profiles of newspapers that come along: `schema/profiles/*.yaml`, each of the form of one of `publications`."""

from __future__ import annotations

import os
from typing import Any

from duizhao.schema import profiles
from duizhao.validator.configuration.bounded_file import read_bounded
from duizhao.validator.configuration.read_yaml import read_yaml

_FOLDER = profiles.__path__[0]
_SUFFIX = ".yaml"
_MOST = 20_000  # bytes; those that are there have some three hundred


def names() -> list[str]:
    """The names of the profiles."""
    return sorted(name.removesuffix(_SUFFIX) for name in os.listdir(_FOLDER) if name.endswith(_SUFFIX))


def profile(name: str) -> dict[str, Any]:
    """What a profile says, by the keys of a configuration; `name` is one of `names`."""
    path = os.path.join(_FOLDER, name + _SUFFIX)
    data: dict[str, Any] = read_yaml(path, read_bounded(path, path, "the profile", "a profile", _MOST)).data
    return data
