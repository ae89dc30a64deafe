"""Text files that steer a run, read with a bound on their size."""

from __future__ import annotations

from duizhao.errors import ConfigError, UnreadableError, UsageError
from duizhao.regular import open_regular
from duizhao.source import Source

_MIB = 1 << 20


def read_bounded(path: str, shown: str, what: str, kind: str, most: int, *, typed: bool = False) -> str:
    """The text of a file of settings.

    Args:
        path: where it lies.
        shown: how errors name it.
        what: what cannot be read: `the waivers`.
        kind: what it is: `a file of waivers`.
        most: bytes it may have.
        typed: whether the user has named it on the command line, so that it may be a pipe, such as that of `<(…)`.

    Raises:
        UsageError: it cannot be opened.
        ConfigError: it is too large, or not UTF-8.
    """
    try:
        with open(path, "rb") if typed else open_regular(path) as file:
            # One byte more tells too large from just large enough, without asking a size that a pipe does not have.
            data = file.read(most + 1)
    except OSError as error:
        raise UsageError(f"{what} cannot be read: {error.strerror}", path=shown) from None
    if len(data) > most:
        raise ConfigError(f"larger than {kind} can be ({_size(most)})", path=shown)
    try:
        # Read like an article, so that a byte that is no UTF-8 has its line and column here too.
        return Source.decode(shown, data).text
    except UnreadableError as error:
        raise ConfigError(error.message, path=shown, line=error.line, column=error.column) from None


def _size(count: int) -> str:
    return f"{count:,} bytes" if count < _MIB else f"{count // _MIB} MiB"
