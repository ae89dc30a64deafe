"""Zip archives, read member by member along their directory.

The standard library's `zipfile` first loads the whole directory (a gigabyte for a million members), trusts the sizes
that members declare, and never notices members that overlap.  Here memory stays flat and every size is proved.
Format: PKWARE's APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.3.
"""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from duizhao.regular import open_regular
from duizhao.schema.inputs.archive import Gate, Member, too_many
from duizhao.schema.inputs.entry import Entry, Refusal, SourceError
from duizhao.schema.inputs.limits import Limits
from duizhao.schema.inputs.walk import Location

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\5\6"
_LOCATOR64 = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_COMMENT = 0xFFFF  # bytes, at most, after the end record
_IN_EXTRA = 0xFFFFFFFF  # a size or offset that stands in the 64-bit extra field
_ENCRYPTED, _UTF8 = 0x1, 0x800  # bits of the flags
_STORED, _DEFLATED = 0, 8  # methods; others need libraries that not every Python has


class _Directory(NamedTuple):
    start: int
    size: int
    members: int
    shift: int
    """Bytes before the archive proper, as in a self-extracting one."""


class _Record(NamedTuple):
    member: Member
    method: int
    crc: int
    offset: int


def read_zip(location: Location, limits: Limits) -> Iterator[Entry]:
    """Yield the articles of a zip archive in the order of its directory.

    Raises:
        SourceError: the archive is damaged, or exceeds a limit.
        OSError: the file cannot be read.
    """
    gate = Gate(location.path, limits)
    with open_regular(location.file) as directory_file, open_regular(location.file) as file:
        length = file.seek(0, 2)
        directory = _find_directory(file, length, limits)
        taken = 0
        for record in _records(directory_file, directory):
            # Members may not come to more than the file: overlapping ones unpack the same bytes again and again.
            taken += record.member.packed
            if taken > length:
                raise SourceError("archive-broken", "its members overlap, as in an archive made to do harm")
            verdict = gate.look(record.member)
            if verdict is True:
                yield _entry(file, record, gate)
            elif verdict:
                yield verdict


def _entry(file: BinaryIO, record: _Record, gate: Gate) -> Entry:
    try:
        data = _extract(file, record)
    except SourceError as error:
        return gate.refuse(record.member, error.problem)
    return gate.admit(record.member, data)


def _find_directory(file: BinaryIO, length: int, limits: Limits) -> _Directory:
    file.seek(max(0, length - _END.size - _COMMENT))
    tail = file.read()
    # The last mark: a comment, or a stored archive inside, may hold another.
    at = tail.rfind(_END_MARK, 0, max(0, len(tail) - _END.size + len(_END_MARK)))
    if at < 0:
        raise SourceError("archive-broken", "not a zip archive, or cut short: its directory is missing")
    _, disk, _, _, count, size, offset, _ = _END.unpack_from(tail, at)
    end = length - len(tail) + at
    # Full fields say that the true numbers stand in the 64-bit record, or, in old archives, just what they say.
    if count == 0xFFFF or _IN_EXTRA in (size, offset):
        end, count, size, offset = _find_directory64(file, end) or (end, count, size, offset)
    elif disk:
        raise SourceError("archive-unsupported", "one part of a zip archive in several parts")
    if count > limits.members:
        raise too_many(limits)
    start = end - size
    # A directory cannot begin before its archive, nor hold more records than fit into it.
    if start < offset or size < count * _CENTRAL.size:
        raise SourceError("archive-broken", f"damaged: the directory of its {count:,} members does not fit into it")
    return _Directory(start, size, count, start - offset)


def _find_directory64(file: BinaryIO, end: int) -> tuple[int, int, int, int] | None:
    """End, count, size and offset of a directory in the 64-bit form, None where there is no such form."""
    locator_at = end - _LOCATOR64.size
    if locator_at < 0:
        return None
    file.seek(locator_at)
    mark, _, offset, _ = _LOCATOR64.unpack(file.read(_LOCATOR64.size))
    if mark != b"PK\6\7":
        return None
    for at in (offset, locator_at - _END64.size):  # the second where something was put before the archive
        if 0 <= at < end:
            file.seek(at)
            block = file.read(_END64.size)
            if len(block) == _END64.size and block.startswith(b"PK\6\6"):
                *_, count, size, offset = _END64.unpack(block)
                return at, count, size, offset
    raise SourceError("archive-broken", "damaged: the 64-bit end of its directory is missing")


def _records(file: BinaryIO, directory: _Directory) -> Iterator[_Record]:
    file.seek(directory.start)
    left, found = directory.size, 0
    while left > 0:
        head = file.read(_CENTRAL.size)
        if len(head) < _CENTRAL.size or not head.startswith(b"PK\1\2"):
            raise SourceError("archive-broken", f"damaged: its directory cannot be read after member {found:,}")
        fields = _CENTRAL.unpack(head)
        lengths = fields[10:13]
        rest = file.read(sum(lengths))
        yield _record(fields, rest, directory.shift)
        found += 1
        left -= _CENTRAL.size + sum(lengths)
    if left or (found - directory.members) % 0x10000:  # the 16-bit count of old writers wraps round
        raise SourceError(
            "archive-broken", f"damaged: it should hold {directory.members:,} members, but holds {found:,}"
        )


def _record(fields: tuple[int, ...], rest: bytes, shift: int) -> _Record:
    _, made_by, _, flags, method, _, _, crc, packed, size, name_length, extra_length, *_, attributes, offset = fields
    raw_name = rest[:name_length]
    size, packed, offset = _wide(rest[name_length : name_length + extra_length], size, packed, offset)
    # Without the flag names are in the code page of the first PCs (APPNOTE, appendix D).
    name = raw_name.decode("utf-8", "surrogateescape") if flags & _UTF8 else raw_name.decode("cp437")
    mode = attributes >> 16 if made_by >> 8 == 3 else 0  # 3 is Unix
    return _Record(Member(name, size, packed, _refusal(name, flags, method, mode)), method, crc, offset + shift)


def _wide(extra: bytes, *values: int) -> tuple[int, ...]:
    """Size, packed size and offset, each from the 64-bit extra field where it stands there."""
    at = 0
    while at + 4 <= len(extra):
        tag, length = struct.unpack_from("<HH", extra, at)
        if tag == 1:
            wide = extra[at + 4 : at + 4 + length]
            numbers = iter(struct.unpack(f"<{len(wide) // 8}Q", wide[: len(wide) // 8 * 8]))
            return tuple(next(numbers, value) if value == _IN_EXTRA else value for value in values)
        at += 4 + length
    return values


def _refusal(name: str, flags: int, method: int, mode: int) -> Refusal | None:
    if stat.S_ISLNK(mode):
        return Refusal("archive-unsupported", "not read: a symbolic link")
    if name.endswith("/"):
        return None
    if flags & _ENCRYPTED:
        return Refusal("archive-unsupported", "not read: it is encrypted")
    if method not in (_STORED, _DEFLATED):
        return Refusal("archive-unsupported", f"not read: its compression (method {method}) is not supported")
    return None


def _extract(file: BinaryIO, record: _Record) -> bytes:
    member = record.member
    file.seek(record.offset)
    head = file.read(_LOCAL.size)
    if len(head) < _LOCAL.size or not head.startswith(b"PK\3\4"):
        raise SourceError("archive-broken", "damaged: it is not where the archive's directory says")
    # Name and extra field stand here once more, and may be of other lengths than in the directory.
    file.seek(sum(_LOCAL.unpack(head)[-2:]), 1)
    packed = file.read(member.packed)
    if len(packed) < member.packed:
        raise SourceError("archive-broken", "the archive ends inside it")
    data = packed if record.method == _STORED else _inflate(packed, member.size)
    if len(data) != member.size or zlib.crc32(data) != record.crc:
        raise SourceError("archive-broken", "damaged: its size or checksum is not what the archive says")
    return data


def _inflate(packed: bytes, size: int) -> bytes:
    """Unpack, but never more than one byte beyond the size declared."""
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, size + 1)
    except zlib.error as error:
        raise SourceError("archive-broken", f"damaged: {error}") from None
