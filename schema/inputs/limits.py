"""How much of a source is read before it is refused; a hostile file must cost neither memory nor hours."""

from __future__ import annotations

from typing import NamedTuple

KIB = 1024
MIB = 1024 * KIB
GIB = 1024 * MIB


class Limits(NamedTuple):
    """Bounds on what one source may hold."""

    article: int = 16 * MIB
    """Bytes of one article, unpacked."""
    members: int = 2_000_000
    """Members of one archive or bundle that are looked at; the whole archive is a little over one million articles."""
    total: int = 64 * GIB
    """Bytes that one archive or bundle may unpack to."""
    ratio: int = 200
    """Bytes unpacked for each byte packed; newspaper text compresses three to ten times."""
    ratio_from: int = MIB
    """Up to this many bytes the ratio is not looked at."""
    problems: int = 100
    """Problems reported of one archive or bundle before the rest of it is left alone."""


LIMITS = Limits()


def in_words(size: int) -> str:
    """A size as people read it: '812 bytes', '200 MiB', '1.4 TiB'.

    >>> in_words(200 * MIB)
    '200 MiB'
    """
    if size < KIB:
        return f"{size} bytes"
    # In whole numbers, so that no rounding makes 1024 KiB of a MiB.
    tenths, unit = size * 10 // KIB, "KiB"
    for larger in ("MiB", "GiB", "TiB", "PiB", "EiB"):
        if tenths < KIB * 10:
            break
        tenths, unit = tenths // KIB, larger
    whole, tenth = divmod(tenths, 10)
    return f"{whole} {unit}" if whole >= 10 or not tenth else f"{whole}.{tenth} {unit}"
