"""Our own faults, told in one line: what was left undone, where it happened, and what to do."""

from __future__ import annotations

import os
import traceback

from duizhao.version import __version__


def fault(error: Exception, consequence: str) -> str:
    """The sentence for a fault of duizhao that cost one article, not the run.

    Args:
        error: what was raised.
        consequence: what became of the article: `not checked`, `left out`.
    """
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(frame.filename)}:{frame.lineno}"
    return (
        f"{consequence}, through a fault of duizhao {__version__} ({type(error).__name__} in {where}); please report it"
    )
