from __future__ import annotations

import io
import stat
import struct
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from discovering import discover
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.schema.inputs.entry import Entry
from duizhao.schema.inputs.limits import Limits

BODY = b"Title: The Mill\n\nForty bales.\n"
Make = Callable[[dict[str, bytes]], bytes]


def make_zip(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name)
            info.filename = name  # as given: the constructor cuts at a NUL
            info.compress_type = method
            archive.writestr(info, data)
    return target.getvalue()


def make_tar(members: dict[str, bytes], mode: str = "w", form: int = tarfile.PAX_FORMAT) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=mode, format=form) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return target.getvalue()


def make_tgz(members: dict[str, bytes]) -> bytes:
    return make_tar(members, "w:gz")


FORMS = [("a.zip", make_zip), ("a.tar", make_tar), ("a.tar.gz", make_tgz), ("a.TGZ", make_tgz)]
every_form = pytest.mark.parametrize(("name", "make"), FORMS, ids=[name for name, _ in FORMS])


def read(folder: Path, name: str, data: bytes, limits: Limits | None = None) -> list[Entry]:
    (folder / name).write_bytes(data)
    entries = discover([str(folder / name)], limits=limits or Limits())
    return [entry._replace(path=entry.path.replace(f"{folder}/", "")) for entry in entries]


def codes(entries: list[Entry]) -> dict[str, str]:
    return {entry.path: entry.problem.code for entry in entries if entry.problem}


@every_form
def test_articles_in_the_order_of_the_archive(tmp_path: Path, name: str, make: Make) -> None:
    members = {"b/纱厂.md": BODY, "a.txt": BODY * 900, "empty.md": b"", "picture.png": b"\0"}
    assert read(tmp_path, name, make(members)) == [
        Entry(f"{name}!/b/纱厂.md", BODY),
        Entry(f"{name}!/a.txt", BODY * 900),
        Entry(f"{name}!/empty.md", b""),
    ]


@every_form
def test_what_is_no_article_is_passed_over(tmp_path: Path, name: str, make: Make) -> None:
    members = {
        "README.md": b"# Notes\n",
        "inner.zip": make_zip({"a.md": BODY}),
        ".git/a.md": BODY,
        "__MACOSX/._a.md": BODY,
    }
    entries = read(tmp_path, name, make(members | {"./a.md": BODY}))
    assert entries == [
        Entry(f"{name}!/README.md", None, reason="no sign of an article"),
        Entry(f"{name}!/inner.zip", None, reason="an archive within an archive"),
        Entry(f"{name}!/a.md", BODY),
    ]
    assert [entry.skipped for entry in entries] == [True, True, False]


@every_form
@pytest.mark.parametrize(
    ("member", "says"),
    [
        ("../up.md", "climbs out"),
        ("a/../../up.md", "climbs out"),
        ("/etc/up.md", "absolute"),
        ("C:/up.md", "drive letter"),
        ("a\\up.md", "backslash"),
        ("a\nup.md", "control character"),
    ],
)
def test_unsafe_names(tmp_path: Path, name: str, make: Make, member: str, says: str) -> None:
    first, second = read(tmp_path, name, make({member: BODY, "good.md": BODY}))
    assert first.problem
    assert first.problem.code == "archive-unsafe-path"
    assert says in first.problem.message
    assert first.path.isprintable()
    assert second == Entry(f"{name}!/good.md", BODY)


@every_form
def test_a_member_too_large(tmp_path: Path, name: str, make: Make) -> None:
    members = {"big.md": bytes(range(256)) * 8, "good.md": BODY}
    first, second = read(tmp_path, name, make(members), Limits(article=2_000))
    assert first.problem
    assert first.problem == ("too-large", "2 KiB, too large for a file; the limit is 1.9 KiB", 0, 0)
    assert second.data == BODY


@every_form
def test_too_many_members(tmp_path: Path, name: str, make: Make) -> None:
    entries = read(tmp_path, name, make({f"{i}.md": BODY for i in range(5)}), Limits(members=3))
    assert codes(entries) == {name: "archive-too-many"}


@every_form
def test_too_many_problems(tmp_path: Path, name: str, make: Make) -> None:
    entries = read(tmp_path, name, make({f"../{i}.md": BODY for i in range(9)}), Limits(problems=2))
    assert list(codes(entries).values()) == ["archive-unsafe-path"] * 2 + ["archive-too-many"]


@every_form
def test_too_much_in_all(tmp_path: Path, name: str, make: Make) -> None:
    entries = read(tmp_path, name, make({"a.md": BODY * 99, "b.md": BODY * 99}), Limits(total=4_000))
    assert codes(entries) == {name: "archive-too-large"}


@every_form
def test_cut_short_anywhere(tmp_path: Path, name: str, make: Make) -> None:
    whole = make({f"{i}.md": BODY * i for i in range(1, 4)})
    for end in range(0, len(whole) - (1024 if name == "a.tar" else 1), 97):
        entries = read(tmp_path, name, whole[:end])
        good = [entry.data for entry in entries if not entry.problem]
        assert good == [BODY * i for i in range(1, 1 + len(good))]
        at_edge = name == "a.tar" and end and whole[end : end + 257].strip(b"\0") == b""
        assert at_edge or list(codes(entries).values()) in (["archive-broken"], ["too-large"])


@every_form
def test_no_archive_at_all(tmp_path: Path, name: str, make: Make) -> None:
    for data in (b"", b"hello", b"\0" * 100, BODY * 50):
        assert codes(read(tmp_path, name, data)) == {name: "archive-broken"}


@every_form
@settings(max_examples=40)
@given(edits=st.lists(st.tuples(st.integers(0), st.integers(0, 255)), min_size=1, max_size=6))
def test_damaged_archives_end_in_problems(
    tmp_path_factory: pytest.TempPathFactory, name: str, make: Make, edits: list[tuple[int, int]]
) -> None:
    data = bytearray(make({"a.md": BODY, "b.md": BODY * 5}))
    for offset, value in edits:
        data[offset % len(data)] = value
    for entry in read(tmp_path_factory.mktemp("damaged"), name, bytes(data)):
        assert entry.path.startswith(name)


@every_form
@given(
    members=st.dictionaries(
        st.from_regex(r"[a-z]{1,9}(/[a-z纱厂]{1,120})?\.md", fullmatch=True), st.binary(max_size=99)
    )
)
def test_any_archive_comes_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, make: Make, members: dict[str, bytes]
) -> None:
    members = {member: b"Title: " + data for member, data in members.items()}
    entries = read(tmp_path_factory.mktemp("any"), name, make(members))
    assert {entry.path: entry.data for entry in entries} == {f"{name}!/{key}": data for key, data in members.items()}


# --- zip ---


def patch_end(data: bytes, offset: int, form: str, value: int) -> bytes:
    end = data.rindex(b"PK\5\6")
    changed = bytearray(data)
    struct.pack_into(form, changed, end + offset, value)
    return bytes(changed)


def patch_directory(data: bytes, offset: int, form: str, value: int) -> bytes:
    changed = bytearray(data)
    struct.pack_into(form, changed, data.index(b"PK\1\2") + offset, value)
    return bytes(changed)


def test_zip_stored_and_with_something_before_it(tmp_path: Path) -> None:
    data = make_zip({"a.md": BODY}, zipfile.ZIP_STORED)
    assert read(tmp_path, "a.zip", b"#!/bin/sh\n" + data) == [Entry("a.zip!/a.md", BODY)]


def test_zip_with_names_of_old_dos(tmp_path: Path) -> None:
    data = patch_directory(make_zip({"é.md": BODY}), 8, "<H", 0)
    assert read(tmp_path, "a.zip", data) == [Entry("a.zip!/├⌐.md", BODY)]


def test_zip_with_a_utf8_name_that_is_none(tmp_path: Path) -> None:
    data = make_zip({"é.md": BODY}).replace("é".encode(), b"\xff\xfe")
    assert read(tmp_path, "a.zip", data) == [Entry("a.zip!/\\xff\\xfe.md", BODY, alias="its name is not UTF-8")]


def as_zip64(data: bytes, count: int, *, end_at: int | None = None) -> bytes:
    """The archive with its end in the 64-bit form, saying that it has so many members."""
    at = len(data) - 22
    _, _, _, _, _, size, offset, _ = struct.unpack("<4s4H2LH", data[at:])
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, offset)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, at if end_at is None else end_at, 1)
    return data[:at] + end64 + locator + patch_end(data[at:], 10, "<H", 0xFFFF)


def test_zip_in_the_64_bit_form_with_something_before_it(tmp_path: Path) -> None:
    data = as_zip64(make_zip({"a.md": BODY}), 1)
    assert read(tmp_path, "a.zip", data) == [Entry("a.zip!/a.md", BODY)]
    assert read(tmp_path, "a.zip", b"#!/bin/sh\n" + data) == [Entry("a.zip!/a.md", BODY)]


def test_zip_whose_64_bit_end_is_missing(tmp_path: Path) -> None:
    data = as_zip64(make_zip({"a.md": BODY}), 1, end_at=0).replace(b"PK\6\6", b"PK\0\0")
    assert codes(read(tmp_path, "a.zip", data)) == {"a.zip": "archive-broken"}


@pytest.mark.parametrize("data", [b"", make_zip({"a.png": b""})], ids=["short", "long"])
def test_zip_that_pretends_to_the_64_bit_form(tmp_path: Path, data: bytes) -> None:
    data = patch_end(data or make_zip({}), 10, "<H", 0xFFFF)
    assert codes(read(tmp_path, "a.zip", data)) == {"a.zip": "archive-broken"}


def test_zip_of_a_pretended_million(tmp_path: Path) -> None:
    data = as_zip64(make_zip({"a.md": BODY}), 1_000_000)
    (entry,) = read(tmp_path, "a.zip", data)
    assert entry.problem
    assert entry.problem.message == "damaged: the directory of its 1,000,000 members does not fit into it"
    (entry,) = read(tmp_path, "a.zip", data, Limits(members=999_999))
    assert entry.problem
    assert entry.problem.message == "holds more than 999,999 members; split it up"


def test_zip_in_the_64_bit_form(tmp_path: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number in range(65_600):
            archive.writestr(f"{number}.md" if number % 6_560 == 0 else f"{number}", BODY)
    entries = read(tmp_path, "a.zip", target.getvalue())
    assert entries == [Entry(f"a.zip!/{number}.md", BODY) for number in range(0, 65_600, 6_560)]


def test_zip_member_with_64_bit_sizes(tmp_path: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive, archive.open("a.md", "w", force_zip64=True) as member:
        member.write(BODY)
    data = target.getvalue()
    central = data.index(b"PK\1\2")
    extra = struct.pack("<HHQQ", 1, 16, len(BODY), len(BODY))
    head = bytearray(data[central : central + 46])
    struct.pack_into("<LL", head, 20, 0xFFFFFFFF, 0xFFFFFFFF)
    struct.pack_into("<H", head, 30, len(extra))
    end = bytearray(data[-22:])
    struct.pack_into("<L", end, 12, 46 + 4 + len(extra))
    assert read(tmp_path, "a.zip", data[:central] + head + b"a.md" + extra + end) == [Entry("a.zip!/a.md", BODY)]


@pytest.mark.parametrize(
    ("edit", "code", "says"),
    [
        ((8, "<H", 1), "archive-unsupported", "encrypted"),
        ((10, "<H", 12), "archive-unsupported", "method 12"),
        ((16, "<L", 7), "archive-broken", "checksum"),
        ((24, "<L", 5), "archive-broken", "size"),
        ((24, "<L", 50_000_000), "too-large", "47 MiB"),
        ((42, "<L", 3), "archive-broken", "not where"),
        ((42, "<L", 1 << 30), "archive-broken", "not where"),
        ((38, "<L", (stat.S_IFLNK | 0o777) << 16), "archive-unsupported", "symbolic link"),
    ],
)
def test_zip_member_refused_and_the_next_one_read(
    tmp_path: Path, edit: tuple[int, str, int], code: str, says: str
) -> None:
    data = patch_directory(make_zip({"a.md": BODY, "good.md": BODY}), *edit)
    first, second = read(tmp_path, "a.zip", data)
    assert first.problem
    assert (first.path, first.problem.code) == ("a.zip!/a.md", code)
    assert says in first.problem.message
    assert second == Entry("a.zip!/good.md", BODY)


def test_zip_bomb_that_says_what_it_is(tmp_path: Path) -> None:
    assert codes(read(tmp_path, "a.zip", make_zip({"a.md": b"x" * 3_000_000}))) == {"a.zip!/a.md": "archive-too-large"}


def test_zip_bomb_that_lies(tmp_path: Path) -> None:
    data = patch_directory(make_zip({"a.md": b"x" * 30_000_000}), 24, "<L", 900_000)
    tracemalloc.start()
    entries = read(tmp_path, "a.zip", data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert codes(entries) == {"a.zip!/a.md": "archive-broken"}
    assert peak < 3_000_000


def test_zip_whose_members_overlap(tmp_path: Path) -> None:
    data = make_zip({f"{i}.md": bytes(range(256)) for i in range(4)}, zipfile.ZIP_STORED)
    first, second = data.index(b"PK\1\2"), data.rindex(b"PK\1\2")
    record = data[first : first + 46 + 4]
    crafted = data[:300] + record * 200
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 200, 200, len(record) * 200, 300, 0)
    assert second > first
    entries = read(tmp_path, "a.zip", crafted + end)
    assert codes(entries) == {"a.zip": "archive-broken"}
    assert len(entries) < 60


def test_zip_of_several_parts(tmp_path: Path) -> None:
    data = patch_end(make_zip({"a.md": BODY}), 4, "<H", 2)
    assert codes(read(tmp_path, "a.zip", data)) == {"a.zip": "archive-unsupported"}


def test_zip_memory_does_not_grow_with_the_members(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(make_zip({f"{i}.md": b"" for i in range(8_000)}))
    tracemalloc.start()
    count = sum(1 for _ in discover([str(path)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 8_000
    assert peak < 500_000


# --- tar ---


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT, tarfile.USTAR_FORMAT])
def test_tar_long_names(tmp_path: Path, form: int) -> None:
    name = "/".join(["folder" * 6] * 4) + "/a.md"
    assert read(tmp_path, "a.tar", make_tar({name: BODY, "b.md": BODY}, form=form)) == [
        Entry(f"a.tar!/{name}", BODY),
        Entry("a.tar!/b.md", BODY),
    ]


def test_tar_name_that_is_not_utf8(tmp_path: Path) -> None:
    data = make_tar({"\udcb9\udcab.md": BODY}, form=tarfile.GNU_FORMAT)
    assert read(tmp_path, "a.tar", data) == [Entry("a.tar!/\\xb9\\xab.md", BODY, alias="its name is not UTF-8")]


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        (tarfile.SYMTYPE, "a symbolic link"),
        (tarfile.LNKTYPE, "a hard link"),
        (tarfile.CHRTYPE, "a device"),
        (tarfile.BLKTYPE, "a device"),
        (tarfile.FIFOTYPE, "a pipe"),
        (b"Z", "not supported"),
    ],
)
def test_tar_special_members(tmp_path: Path, kind: bytes, says: str) -> None:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        special = tarfile.TarInfo("a.md")
        special.type, special.linkname = kind, "/etc/passwd"
        archive.addfile(special)
        folder = tarfile.TarInfo("folder")
        folder.type = tarfile.DIRTYPE
        archive.addfile(folder)
        good = tarfile.TarInfo("folder/good.md")
        good.size = len(BODY)
        archive.addfile(good, io.BytesIO(BODY))
    first, second = read(tmp_path, "a.tar", target.getvalue())
    assert first.problem
    assert (first.path, first.problem.code) == ("a.tar!/a.md", "archive-unsupported")
    assert says in first.problem.message
    assert second == Entry("a.tar!/folder/good.md", BODY)


def header(name: bytes, size: bytes, kind: bytes = b"0") -> bytes:
    block = bytearray(512)
    block[: len(name)], block[124 : 124 + len(size)], block[156:157] = name, size, kind
    block[148:156] = b"%06o\0 " % (sum(block) + 8 * 32)
    return bytes(block)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (header(b"x", b"77777777777", b"x") + b"\0" * 512, "a header larger than 1 MiB"),
        (header(b"x", b"00000000012", b"x") + b"99 path=a\n".ljust(512, b"\0"), "extended header"),
        (header(b"x", b"00000000012", b"x") + b"10 size=z\n".ljust(512, b"\0") + header(b"a.md", b"5"), "no number"),
        (header(b"a.md", b"nonsense"), "no number"),
        (header(b"a.md", b"\x80" + b"\xff" * 11), "cut short"),
        (header(b"a.png", b"00000077777") + b"\0" * 512, "cut short"),
        (header(b"a.md", b"0").replace(b"a", b"b"), "not a tar archive"),
        (header(b"a.md", b"0") + b"garbage".ljust(512, b"!"), "damaged"),
    ],
)
def test_tar_made_to_harm(tmp_path: Path, data: bytes, says: str) -> None:
    problems = [entry.problem.message for entry in read(tmp_path, "a.tar", data) if entry.problem]
    assert says in problems[-1]


def test_tar_bomb(tmp_path: Path) -> None:
    data = make_tgz({"a.bin": b"\0" * 40_000_000, "b.md": BODY})
    assert codes(read(tmp_path, "a.tgz", data)) == {"a.tgz": "archive-too-large"}


def test_tar_memory_does_not_grow_with_the_members(tmp_path: Path) -> None:
    path = tmp_path / "a.tgz"
    path.write_bytes(make_tgz({f"{i}.md": b"%d" % i for i in range(4_000)}))
    tracemalloc.start()
    count = sum(1 for _ in discover([str(path)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 4_000
    assert peak < 600_000
