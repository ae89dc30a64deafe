"""The version, in a module of its own so that reading it imports nothing."""

import os

__version__ = "0.1.0"


def is_compiled() -> bool:
    """Whether what takes the time of a check runs as machine code, as a compiled wheel brings it."""
    from importlib.machinery import EXTENSION_SUFFIXES  # noqa: PLC0415  to know the version takes less

    library = f"{os.path.dirname(os.path.dirname(os.path.abspath(__file__)))}/duizhao__mypyc"
    return any(os.path.exists(library + suffix) for suffix in EXTENSION_SUFFIXES)
