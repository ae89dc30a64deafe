"""`SHA256SUMS`: every file of a package and its hash, in the form that `sha256sum --check` reads."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence

from duizhao.errors import PackageError
from duizhao.regular import open_regular

NAME = "SHA256SUMS"
_BLOCK = 1 << 20  # bytes held at once of a file of any size
# Names with a backslash or a line feed have another form in `sha256sum`; no file of a package has such a name.
_LINE = re.compile(r"([0-9a-f]{64})  ([^\n\\]+)")


def file_hash(path: str) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with open_regular(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def table_hash(paths: Sequence[str]) -> str:
    """`sha256:` and the SHA-256 of a table: of its files as one, with one header."""
    state = hashlib.sha256()
    for number, path in enumerate(paths):
        with open_regular(path) as file:
            if number:
                # Of further files the header is none of the table's.
                file.readline()
            while block := file.read(_BLOCK):
                state.update(block)
    return f"sha256:{state.hexdigest()}"


def files_below(folder: str) -> Iterator[str]:
    """POSIX paths of all files of a folder, relative to it, in order; a link counts as a file and is not followed."""
    found: list[str] = []
    for path, folders, names in os.walk(folder):
        # `os.walk` lists a link to a folder among folders; as a file it is seen by `verify`, which refuses it.
        links = [name for name in folders if os.path.islink(os.path.join(path, name))]
        found += (os.path.relpath(os.path.join(path, name), folder) for name in (*names, *links))
    return iter(sorted(name.replace(os.sep, "/") for name in found))


def write_checksums(folder: str, known: Mapping[str, str]) -> None:
    """Write the file for everything that the folder holds now.

    Args:
        folder: of the package.
        known: hashes that need not be computed again, by path.
    """
    names = [name for name in files_below(folder) if name != NAME]
    lines = [f"{known.get(name) or file_hash(os.path.join(folder, *name.split('/')))}  {name}\n" for name in names]
    with open(os.path.join(folder, NAME), "w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines)


def read_checksums(text: str, path: str) -> dict[str, str]:
    """Path to hash.

    Args:
        text: what the file holds.
        path: of the file, for errors.

    Raises:
        PackageError: a line that is no checksum, or a path named twice.
    """
    sums: dict[str, str] = {}
    # Not `splitlines`, which also ends a line at U+2028: a name may have it.
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise PackageError("not a SHA-256 sum, two blanks and a path", path=path, line=number)
        # Else the second would win, and the first could say anything.
        if match[2] in sums:
            raise PackageError(f"{match[2]} is named twice", path=path, line=number)
        sums[match[2]] = match[1]
    return sums
