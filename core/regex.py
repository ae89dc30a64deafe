"""Regular expressions that are compiled when they are first used.

Most of what the rules look for most articles do not have: compiling all expressions at start would cost a check of one
file more than the check itself.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "pattern", "flags", "groups")


class _Regex(Generic[AnyStr]):
    """Stands for a compiled expression; from its first use on it has the methods of that as its own."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self._pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._pattern, self._flags)
        # An attribute of its own is found as quickly as one of the expression: nothing asks twice.
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A regular expression, compiled when it is first used.

    Args:
        pattern: as for `re.compile`; a wrong one raises `re.error` at its first use.
        flags: such as `re.IGNORECASE`.

    >>> regex("[0-9]+").findall("3 of 40")
    ['3', '40']
    """
    return cast("re.Pattern[AnyStr]", _Regex(pattern, flags))
