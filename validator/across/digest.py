"""A signature as bytes: what workers send, a cache keeps and a build sorts, and of which little is looked at again."""

from __future__ import annotations

import struct
from typing import NamedTuple

from duizhao.validator.across.signature import Signature
from duizhao.validator.finding import Place

_HEAD = struct.Struct("<5qI5I")  # what articles are looked up by, the line, and the bytes of each part that follows
_HASH = 8  # bytes
_SIZES = 6  # where the sizes begin among the numbers of the head


class LookupKeys(NamedTuple):
    """What articles are looked up by; see `Signature`."""

    original: int
    translation: int
    title: int
    headline: int
    letters: int


def digest_of(one: Signature) -> bytes:
    """The bytes of a signature."""
    words = (one.path, one.id, _packed(one.title), _packed(one.headline))
    parts = (_struct(len(one.sketch)).pack(*one.sketch), *(word.encode("utf-8", "surrogatepass") for word in words))
    keys = (one.original, one.translation, one.title_key, one.headline_key, one.letters)
    return _HEAD.pack(*keys, one.line, *map(len, parts)) + b"".join(parts)


def keys_of(digest: bytes) -> LookupKeys:
    """What an article is looked up by."""
    return LookupKeys(*_HEAD.unpack_from(digest)[: len(LookupKeys._fields)])


def sketch_of(digest: bytes, most: int | None = None) -> tuple[int, ...]:
    """The least hashes of an article's clauses, or the first of them."""
    count = _HEAD.unpack_from(digest)[_SIZES] // _HASH
    return _struct(count if most is None else min(count, most)).unpack_from(digest, _HEAD.size)


def renamed(digest: bytes, path: str) -> bytes:
    """The same, of an article that is known by another path, and stands in no other file."""
    *keys, _, sketch, size, identity, title, headline = _HEAD.unpack_from(digest)
    at, name = _HEAD.size + sketch, path.encode("utf-8", "surrogatepass")
    head = _HEAD.pack(*keys, 0, sketch, len(name), identity, title, headline)
    return b"".join((head, digest[_HEAD.size : at], name, digest[at + size :]))


def signature_from(digest: bytes) -> Signature:
    """The signature whose bytes they are.

    Raises:
        struct.error: they are those of none.
        ValueError: likewise.
    """
    line, sketch, *sizes = _HEAD.unpack_from(digest)[len(LookupKeys._fields) :]
    at, words = _HEAD.size + sketch, []
    for size in sizes:
        words.append(digest[at : at + size].decode("utf-8", "surrogatepass"))
        at += size
    path, identity, title, headline = words
    return Signature(path, identity, _place(title), _place(headline), *keys_of(digest), sketch_of(digest), line)


def _struct(count: int) -> struct.Struct:
    return struct.Struct(f"<{count}q")


def _packed(place: Place | None) -> str:
    return "" if place is None else ",".join(map(str, place[:4])) + "," + place.text


def _place(packed: str) -> Place | None:
    if not packed:
        return None
    line, column, end_line, end_column, text = packed.split(",", 4)
    return Place(int(line), int(column), int(end_line), int(end_column), text)
