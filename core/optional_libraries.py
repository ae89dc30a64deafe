"""Libraries that only some commands need, and that are not installed with duizhao."""

from __future__ import annotations

import importlib
from typing import Any

from duizhao.errors import UsageError


def library(name: str, extra: str) -> Any:
    """A library of an extra.

    Args:
        name: of the module.
        extra: of `duizhao[…]` that installs it.

    Raises:
        UsageError: it is not installed; says how to.
    """
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        # The library is there, and something that it needs itself is not: that is for its own message to say.
        if error.name != name.split(".", maxsplit=1)[0]:
            raise
        raise UsageError(f"{error.name} is not installed: pip install 'duizhao[{extra}]'") from None
