"""A document as plain data, with the line and column of every part."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from duizhao.errors import ConfigError
from duizhao.source import Position

MAX_DEPTH = 20
"""Of mappings and lists within each other; nothing that steers a run needs half of it."""

KeyPath = tuple[str | int, ...]
"""The keys and indices that lead to a part."""


class Located(NamedTuple):
    """A document and where its parts stand."""

    path: str
    data: Any
    places: dict[KeyPath, Position]

    def place(self, path: KeyPath) -> Position:
        """Where a part stands, or the nearest part around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Position(1, 1))

    def error(self, message: str, path: KeyPath = ()) -> ConfigError:
        """An error that points at a part."""
        line, column = self.place(path)
        return ConfigError(message, path=self.path, line=line, column=column)


def deeper(data: Any, most: int) -> bool:
    """Whether lists and mappings lie deeper within each other than that; without recursion, which depth would end."""
    layer = [data]
    for _ in range(most + 1):
        layer = [part for item in layer for part in _parts(item)]
    return bool(layer)


def _parts(item: Any) -> Iterable[Any]:
    return item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()
