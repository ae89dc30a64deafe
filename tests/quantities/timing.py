"""How long reading a text takes."""

from __future__ import annotations

import gc
from time import process_time

from duizhao.validator.quantities.read import clusters


def seconds_to_read(text: str, language: str) -> float:
    """Processor time for one reading."""
    gc.disable()  # it would go through all that the session holds
    try:
        begin = process_time()
        clusters(text, language)
        return process_time() - begin
    finally:
        gc.enable()
