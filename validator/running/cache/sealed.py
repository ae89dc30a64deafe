"""Data behind a checksum, so that a damaged entry is no result."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

_CHECK = 8  # bytes of the checksum
_SIZE = struct.Struct("<I")
_LEVEL = 1  # of zlib: rows of CSV shrink to a fifth at once, and hardly more with patience


def pack(key: bytes, data: object) -> bytes:
    """Data as JSON, made small, behind a checksum.

    Args:
        key: of the entry, which the checksum is over as well: no entry can take the place of another.
        data: what JSON can hold.
    """
    payload = zlib.compress(json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass"), _LEVEL)
    return _checksum(key, payload) + payload


def unpack(key: bytes, sealed: object) -> list[Any] | None:
    """The data, None where it is not what was written.

    Args:
        key: of the entry.
        sealed: what `pack` gave.
    """
    payload = _payload(key, sealed)
    return None if payload is None else _data(zlib.decompress(payload))


def seal(key: bytes, data: object) -> bytes:
    """Data as JSON behind a checksum.

    Args:
        key: of the entry, which the checksum is over as well: no entry can take the place of another.
        data: what JSON can hold.
    """
    payload = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return _checksum(key, payload) + payload


def unseal(key: bytes, sealed: object) -> list[Any] | None:
    """The data, None where it is not what was written.

    Args:
        key: of the entry.
        sealed: what `seal` gave.
    """
    payload = _payload(key, sealed)
    return None if payload is None else _data(payload)


def seal_all(key: bytes, blobs: Sequence[bytes]) -> bytes:
    """Some bytes, one behind the other, behind a checksum.

    Args:
        key: as of `seal`.
        blobs: in their order.
    """
    payload = b"".join(part for blob in blobs for part in (_SIZE.pack(len(blob)), blob))
    return _checksum(key, payload) + payload


def unseal_all(key: bytes, sealed: object) -> list[bytes]:
    """The bytes, none where they are not what was written.

    Args:
        key: of the entry.
        sealed: what `seal_all` gave.
    """
    payload = _payload(key, sealed) or b""
    at, found = 0, []
    while at < len(payload):
        start = at + _SIZE.size
        at = start + _SIZE.unpack_from(payload, at)[0]
        found.append(payload[start:at])
    return found


def _checksum(key: bytes, payload: bytes) -> bytes:
    return blake2b(payload, key=key, digest_size=_CHECK).digest()


def _payload(key: bytes, sealed: object) -> bytes | None:
    """What stands behind a checksum, None where the two do not fit."""
    if not isinstance(sealed, bytes) or _checksum(key, sealed[_CHECK:]) != sealed[:_CHECK]:
        return None
    return sealed[_CHECK:]


def _data(payload: bytes) -> list[Any]:
    data: list[Any] = json.loads(payload.decode("utf-8", "surrogatepass"))
    return data
