"""What differs between systems, in one place, so that a test can see to it on any of them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

WINDOWS = os.name == "nt"
"""Where no folder gives way to another, none can be synced, and nothing open can be moved or removed."""
_PATIENCE = (0.05, 0.1, 0.2, 0.4)  # seconds


def patiently(move: Callable[[str, str], None], source: str, target: str) -> None:
    """Move something; Windows may refuse for a moment, while a scanner or another reader has it open.

    Args:
        move: `os.rename` or `os.replace`.
        source: what is moved.
        target: where to.

    Raises:
        OSError: the system refuses for good.
    """
    for pause in _PATIENCE if WINDOWS else ():
        try:
            move(source, target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    move(source, target)
