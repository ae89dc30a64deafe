"""Work that ends badly; a module, so that workers of a cluster can import it."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence


def die(_: Sequence[object]) -> list[object]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def lack(_: Sequence[object]) -> list[object]:
    raise ModuleNotFoundError(name="duizhao")


def be_late(_: Sequence[object]) -> list[object]:
    raise TimeoutError("of the work itself")
