"""What is said of a file that cannot be written, and in which exit code that ends."""

from __future__ import annotations

import errno

from duizhao.errors import DuizhaoError, Exit, UsageError

# EDQUOT is not on Windows; EFBIG is a limit of the file system or of the process.
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EIO, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FULL = _NO_ROOM - {errno.EFBIG, errno.EIO}


class NoRoomError(DuizhaoError):
    """The disk is full or broken: the work was right, and could not be finished."""

    exit_code = Exit.UNREADABLE


def has_no_room(error: OSError) -> bool:
    """Whether a write failed for want of room, or because the disk is broken."""
    return error.errno in _NO_ROOM


def reason_of(error: OSError) -> str:
    """What the system says of a write that failed."""
    return "the disk is full" if error.errno in _FULL else error.strerror or str(error)


def unwritable(path: str, error: OSError) -> DuizhaoError:
    """The line for a file that cannot be written.

    A disk without room is no wrong usage: whatever command meets it ends with the same code.

    Args:
        path: as the user named it.
        error: what the system said.
    """
    kind = NoRoomError if has_no_room(error) else UsageError
    return kind(f"cannot be written: {reason_of(error)}", path=path)
