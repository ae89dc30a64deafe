"""Files that are opened without waiting for anybody."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from duizhao.regular import is_of_the_shell, open_regular, read_regular

pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


@pytest.mark.parametrize(("size", "largest"), [(0, 0), (5, 5), (5, 9)])
def test_a_file(size: int, largest: int, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * size)
    assert read_regular(str(tmp_path / "a"), largest) == b"x" * size


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as file:
        file.truncate(1 << 40)  # which takes no room
    with pytest.raises(OSError, match="larger than 1,000 bytes"):
        read_regular(str(tmp_path / "a"), 1000)


@pipes
@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "link"])
def test_what_is_no_file(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "a"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path = Path("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero")
    with pytest.raises(OSError, match="Is a directory" if kind == "folder" else "not a regular file"):
        open_regular(str(path))


@pytest.mark.parametrize(("path", "expected"), [("/dev/fd/63", True), ("/dev/zero", False), ("dev/fd/3", False)])
def test_what_a_shell_puts_for_a_pipe(path: str, *, expected: bool) -> None:
    assert is_of_the_shell(path) == expected
