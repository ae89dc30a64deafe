"""The paths of article files within a package, and the files that `unpack` makes of them."""

from __future__ import annotations

import os

from duizhao.schema.inputs.names import parts_of

_LONGEST_NAME = 255  # bytes; no common file system takes more
_LONGEST_PATH = 2_000  # bytes, so that there is room for the folder that it is unpacked into


def unfit(path: str) -> str:
    """Why a file cannot be given back under a path, '' where it can."""
    parts = parts_of(path)
    if not all(parts) or {".", ".."} & set(parts):
        return "its path leads out of the folder, or has an empty name in it"
    # Names with other bytes than UTF-8 are shown as lone surrogates, and take room all the same.
    sizes = [len(part.encode("utf-8", "surrogatepass")) for part in parts]
    if max(sizes) > _LONGEST_NAME:
        return f"its name is longer than {_LONGEST_NAME} bytes"
    # And a byte for each slash.
    if sum(sizes) + len(sizes) > _LONGEST_PATH:
        return f"its path is longer than {_LONGEST_PATH:,} bytes"
    return ""


def unfit_here(path: str) -> str:
    """The same, for the system that this runs on, and for a path of whose origin nothing is known."""
    if os.sep == "\\" and any(sign in path for sign in '\\:*?"<>|'):
        return "this system takes no such name"
    return "its path has a NUL character" if "\0" in path else unfit(path)
