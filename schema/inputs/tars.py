"""Tar archives, plain or gzipped, read forwards in one pass.

The standard library's `tarfile` keeps every member it has seen, and reads an extended header whole whatever size it
declares.  Here memory stays flat.  Format: POSIX.1-2001 pax interchange format, with the long names of GNU tar.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from duizhao.regular import open_regular
from duizhao.schema.inputs.archive import Gate, Member
from duizhao.schema.inputs.entry import Entry, Refusal, SourceError
from duizhao.schema.inputs.limits import MIB, Limits
from duizhao.schema.inputs.stream import ByteStream
from duizhao.schema.inputs.walk import Location

_BLOCK = 512  # bytes, as the format has it
_SIZE_DIGITS = 20  # as 2**64 has
_META_LIMIT = MIB  # of an extended header: names and times
_REGULAR = b"0\x007"
_FOLDER = b"5"
_LONG_NAME, _LONG_LINK, _PAX, _PAX_GLOBAL = b"L", b"K", b"x", b"g"
_SPECIAL = {b"1": "a hard link", b"2": "a symbolic link", b"3": "a device", b"4": "a device", b"6": "a pipe"}


class _Header(NamedTuple):
    name: bytes
    size: int
    kind: bytes


def read_tar(location: Location, limits: Limits) -> Iterator[Entry]:
    """Yield the articles of a tar archive in the order it holds them.

    Raises:
        SourceError: the archive is damaged, or exceeds a limit.
        OSError: the file cannot be read.
    """
    gate = Gate(location.path, limits)
    with open_regular(location.file) as file:
        stream = ByteStream(file, limits, "archive-broken")
        for member in _members(stream):
            verdict = gate.look(member)
            if verdict is True:
                yield gate.admit(member, _exactly(stream, member.size))
            elif verdict:
                yield verdict


def _members(stream: ByteStream) -> Iterator[Member]:
    """The members; whoever takes one may read its data from the stream, the rest of it is passed over."""
    extended: dict[str, bytes] = {}
    while header := _header(stream):
        # They are headers of the next member, not members.
        if header.kind in (_LONG_NAME, _LONG_LINK, _PAX, _PAX_GLOBAL):
            extended |= _extension(header, stream)
            continue
        member = _member(header, extended)
        extended = {}
        data_start = stream.total
        if member:
            yield member
        size = member.size if member else header.size
        # Whoever took the member may have read none, some or all of it.
        left = data_start + _padded(size) - stream.total
        if stream.skip(left) < left:
            raise SourceError("archive-broken", "the archive is cut short")


def _header(stream: ByteStream) -> _Header | None:
    """The next header; None at the end of the archive."""
    at_start = stream.total == 0
    block = stream.read(_BLOCK)
    # A block of zeros ends an archive; at the very beginning a short one is no archive at all.
    if not block.strip(b"\0") and not (at_start and len(block) < _BLOCK):
        return None
    # The checksum is reckoned with blanks in its own place.
    if len(block) < _BLOCK or _number(block[148:156]) != sum(block) - sum(block[148:156]) + 8 * ord(" "):
        raise SourceError("archive-broken", "not a tar archive" if at_start else "the archive is damaged or cut short")
    name, prefix = block[:100].split(b"\0")[0], block[345:500].split(b"\0")[0]
    if prefix and block[257:263] == b"ustar\0":  # GNU tar keeps times there
        name = prefix + b"/" + name
    return _Header(name, _number(block[124:136]), block[156:157])


def _number(field: bytes) -> int:
    """A number in octal digits, or in binary where the first bit is set (GNU tar)."""
    if field[0] == 0x80:
        return int.from_bytes(field[1:], "big")
    digits = field.split(b"\0")[0].strip(b" ")
    if digits.strip(b"01234567"):
        raise SourceError("archive-broken", "the archive is damaged: a header holds no number where one belongs")
    return int(digits or b"0", 8)


def _extension(header: _Header, stream: ByteStream) -> dict[str, bytes]:
    """What a header before the next member's says of that one."""
    if header.size > _META_LIMIT:
        raise SourceError("archive-broken", "the archive is damaged: a header larger than 1 MiB")
    data = _exactly(stream, header.size)
    stream.skip(_padded(header.size) - header.size)
    if header.kind == _LONG_NAME:
        return {"path": data.split(b"\0")[0]}
    return _pax_records(data) if header.kind == _PAX else {}


def _pax_records(data: bytes) -> dict[str, bytes]:
    """Records of a length, a blank, `key=value` and a line feed, one after the other."""
    records: dict[str, bytes] = {}
    at = 0
    while at < len(data):
        # Seven digits and a blank: no header is longer than _META_LIMIT.
        digits = data[at : at + 8].split(b" ")[0]
        length = int(digits) if digits.isdigit() else 0
        key, equals, value = data[at + len(digits) + 1 : at + length].partition(b"=")
        if at + length > len(data) or not equals or not value.endswith(b"\n"):
            raise SourceError("archive-broken", "the archive is damaged: an extended header that cannot be read")
        records[key.decode("utf-8", "backslashreplace")] = value[:-1]
        at += length
    return records


def _member(header: _Header, extended: dict[str, bytes]) -> Member | None:
    """The member that a header describes; None for a folder."""
    # Old archives have names in other encodings: they are kept byte by byte, and shown as such.
    name = extended.get("path", header.name).decode("utf-8", "surrogateescape")
    size = header.size
    if "size" in extended:
        if not extended["size"].isdigit() or len(extended["size"]) > _SIZE_DIGITS:
            raise SourceError("archive-broken", "the archive is damaged: a size that is no number")
        size = int(extended["size"])
    if header.kind == _FOLDER or (header.kind in _REGULAR and name.endswith("/")):
        return None
    # Of a sparse file the archive holds pieces, and a map of where they belong.
    if header.kind in _REGULAR and not any(key.startswith("GNU.sparse") for key in extended):
        return Member(name, size, size)
    what = _SPECIAL.get(header.kind, "a member of a kind that is not supported")
    return Member(name, 0 if header.kind in _SPECIAL else size, 0, Refusal("archive-unsupported", f"not read: {what}"))


def _exactly(stream: ByteStream, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise SourceError("archive-broken", "the archive is cut short")
    return data


def _padded(size: int) -> int:
    return -(-size // _BLOCK) * _BLOCK
