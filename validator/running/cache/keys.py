"""What a result depends on, as a hash: the file, the settings, and the source that findings come from."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from hashlib import blake2b

from duizhao.validator.configuration.settings import Settings
from duizhao.version import is_compiled


def prefix_of(settings: Settings) -> bytes:
    """Hash of everything but the file that a result depends on: settings, Python, and the source of this package.

    Machine code finds what its source finds; should it ever not, results of the one are not taken for the other's.

    Args:
        settings: what is in force.
    """
    words = (repr(settings), sys.version, source_of_findings(), "compiled" if is_compiled() else "pure")
    return blake2b("\x1f".join(words).encode("utf-8", "surrogatepass"), digest_size=32).digest()


def key_of(prefix: bytes, path: str, data: bytes) -> bytes:
    """The key of a file.

    Args:
        prefix: what `prefix_of` gives.
        path: of the file, which stands in its findings.
        data: its bytes.
    """
    # The length of the name keeps it apart from the data: no other file comes to the same bytes.
    name = path.encode("utf-8", "surrogatepass")
    return blake2b(b"%d\0%b%b" % (len(name), name, data), key=prefix, digest_size=16).digest()


def source_hash(folders: Iterable[tuple[str, bool]]) -> bytes:
    """Hash of source and data.

    Args:
        folders: each with whether what lies in folders below it counts too.
    """
    state = blake2b(digest_size=16)
    for path in sorted(path for folder, deep in folders for path in _files(folder, deep=deep)):
        # By names and contents, not by where the package lies: an installation moved keeps its results.
        state.update(os.path.basename(path).encode() + b"\0")
        with open(path, "rb") as file:
            state.update(file.read())
    return state.digest()


def source_of_findings() -> str:
    """Hash of the source and data that findings come from."""
    import duizhao  # noqa: PLC0415  no other part needs the packages themselves
    from duizhao import schema, validator  # noqa: PLC0415

    folders = [(duizhao.__path__[0], False), (schema.__path__[0], True), (validator.__path__[0], True)]
    return source_hash(folders).hex()


def _files(folder: str, *, deep: bool) -> Iterable[str]:
    for entry in os.scandir(folder):
        if entry.name.endswith((".py", ".json", ".yaml", ".txt", ".tsv")):
            yield entry.path
        elif deep and entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry.path, deep=True)


def key_of_extra(key: bytes, kind: bytes) -> bytes:
    """The key of what else was made of a file.

    Args:
        key: of the file.
        kind: the hash of the source that made it.
    """
    return blake2b(kind, key=key, digest_size=16).digest()
