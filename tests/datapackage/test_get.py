from __future__ import annotations

import errno
import functools
import http.server
import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_package import DESCRIPTOR, contents, lay_down, make_package, noise

from duizhao.cli.main import main
from duizhao.datapackage.disk.staging import WriteError
from duizhao.datapackage.exports.export import describe_for_catalogues
from duizhao.datapackage.format.package import open_package
from duizhao.datapackage.places.local_store import LocalStore
from duizhao.datapackage.places.store import StoreError
from duizhao.datapackage.prove.verify import verify
from duizhao.datapackage.versions import fetch as fetching
from duizhao.datapackage.versions.fetch import fetch, split
from duizhao.errors import DuizhaoError, PackageError, UsageError
from duizhao.locks import Lock, take

pytestmark = pytest.mark.usefixtures("unproved")
DATA = noise(300_000)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where releases are published."""
    lay_down(tmp_path / "place", "1.0.0", {"data/articles.csv": DATA, "README.md": b"one", "empty": b"", "none": b""})
    lay_down(tmp_path / "place", "1.10.0", {"data/articles.csv": DATA, "README.md": b"two"})
    return tmp_path / "place"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "mine" / "data"


def left_over(target: Path) -> list[str]:
    return sorted(name for name in os.listdir(target.parent) if name.startswith("."))


def test_the_newest_version(place: Path, target: Path) -> None:
    fetched = fetch(str(place), str(target))
    assert fetched == ("sample", "1.10.0", str(target), 3, len(DATA) + 3 + len(DESCRIPTOR))
    assert contents(target) == contents(place / "1.10.0")
    assert left_over(target) == []


def test_a_version_that_is_named(place: Path, target: Path) -> None:
    assert fetch(f"{place}@1.0.0", str(target)).version == "1.0.0"
    assert contents(target) == contents(place / "1.0.0")
    assert fetch(f"file://{place}@1.10.0", str(target)).version == "1.10.0"
    assert contents(target) == contents(place / "1.10.0")


@pytest.mark.parametrize(
    ("source", "address", "version"),
    [
        ("data", "data", ""),
        ("data@1.2.3", "data", "1.2.3"),
        ("s3://bucket/data@10.0.1", "s3://bucket/data", "10.0.1"),
        ("sftp://me@example.org/data", "sftp://me@example.org/data", ""),
        ("sftp://me@example.org/data@1.2.3", "sftp://me@example.org/data", "1.2.3"),
        ("a@1.0.0/data", "a@1.0.0/data", ""),
    ],
)
def test_versions_in_addresses(source: str, address: str, version: str) -> None:
    assert split(source) == (address, version)


@pytest.mark.parametrize("source", ["data@latest", "data@1.0", "data@", "s3://bucket/data@01.0.0"])
def test_no_version(source: str) -> None:
    with pytest.raises(UsageError, match=r"a version after `@` is written like 1\.2\.0"):
        split(source)


def test_wrong_sources(place: Path, target: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no version 2\.0\.0; there are: 1\.0\.0, 1\.10\.0"):
        fetch(f"{place}@2.0.0", str(target))
    with pytest.raises(UsageError, match=r"holds no releases: there is no index\.json"):
        fetch(str(tmp_path), str(target))
    (tmp_path / "index.json").write_text('{"name": "none", "versions": []}')
    with pytest.raises(UsageError, match="there is no version at all; there are: none"):
        fetch(str(tmp_path), str(target))
    assert not target.parent.exists()


def test_a_folder_of_something_else_stays(place: Path, target: Path) -> None:
    target.mkdir(parents=True)
    (target / "thesis.txt").write_text("three years of work")
    with pytest.raises(UsageError, match="holds something else than a package of duizhao, and stays as it is"):
        fetch(str(place), str(target))
    assert contents(target) == {"thesis.txt": b"three years of work"}


def change(place: Path, data: bytes) -> None:
    (place / "1.10.0" / "data" / "articles.csv").write_bytes(data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            DATA[:-1] + bytes([DATA[-1] ^ 1]),
            "was changed: its SHA-256 is not the one in the index; nothing was written",
        ),
        (DATA[:-1], f"has {len(DATA) - 1} bytes, the index says {len(DATA)}; nothing was written"),
    ],
)
def test_what_was_changed_is_not_taken(place: Path, target: Path, data: bytes, said: str) -> None:
    fetch(f"{place}@1.0.0", str(target))
    change(place, data)
    with pytest.raises(PackageError) as caught:
        fetch(str(place), str(target))
    assert str(caught.value) == f"{place}/1.10.0/data/articles.csv: {said}"
    assert contents(target) == contents(place / "1.0.0")


def test_a_longer_file_is_read_no_further_than_it_should_be(place: Path, target: Path) -> None:
    change(place, DATA + b"more")
    fetch(str(place), str(target))
    assert contents(target)["data/articles.csv"] == DATA


def test_a_file_that_is_missing(place: Path, target: Path) -> None:
    (place / "1.10.0" / "README.md").unlink()
    with pytest.raises(StoreError, match=r"1\.10\.0/README\.md: is missing, though the index names it"):
        fetch(str(place), str(target))


def test_an_index_that_leads_elsewhere(place: Path, target: Path) -> None:
    index = json.loads((place / "index.json").read_text("utf-8"))
    index["versions"][1]["files"][0]["path"] = "../../stolen"
    (place / "index.json").write_text(json.dumps(index))
    with pytest.raises(PackageError, match="is no path below the folder of a release"):
        fetch(str(place), str(target))


class Lost:
    """A connection that breaks after so many bytes of the articles."""

    def __init__(self, room: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.room = room
        self.asked: list[int] = []

        def blocks(store: LocalStore, path: str, start: int, end: int) -> Iterator[bytes]:
            return self._blocks(store, path, start, end)

        monkeypatch.setattr(LocalStore, "blocks", blocks)

    def _blocks(self, store: LocalStore, path: str, start: int, end: int) -> Iterator[bytes]:
        if "articles" in path:
            self.asked.append(start)
        with open(store.shown(path), "rb") as file:
            file.seek(start)
            while block := file.read(min(1000, end - file.tell())):
                self.room -= len(block) if "articles" in path else 0
                if self.room < 0:
                    raise StoreError("cannot be read: the connection was lost", path=store.shown(path))
                yield block


def test_an_interrupted_fetch_goes_on_where_it_stopped(
    place: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = Lost(100_500, monkeypatch)
    for _ in range(2):
        with pytest.raises(StoreError, match="the connection was lost"):
            fetch(str(place), str(target))
        lost.room = 50_000
    lost.room = len(DATA)
    told: list[str] = []
    fetch(str(place), str(target), tell=told.append)
    assert lost.asked == [0, 100_000, 150_000]
    assert told == [
        "README.md: there already",
        f"data/articles.csv: {len(DATA)} bytes, from byte 150000",
        f"datapackage.json: {len(DESCRIPTOR)} bytes",
    ]
    assert contents(target) == contents(place / "1.10.0")
    assert left_over(target) == []


@pytest.mark.parametrize("kept", [b"x" * 10, b"x" * len(DATA), b"x" * (len(DATA) + 10)])
def test_what_was_kept_is_not_trusted(place: Path, target: Path, kept: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    lost = Lost(0, monkeypatch)
    with pytest.raises(StoreError):
        fetch(str(place), str(target))
    (part,) = (target.parent / ".data.fetched").glob("*.part")
    part.write_bytes(kept)
    lost.room = 2 * len(DATA)
    fetch(str(place), str(target))
    assert contents(target) == contents(place / "1.10.0")


def test_a_whole_file_that_was_kept_is_proved_again(place: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lost = Lost(0, monkeypatch)
    with pytest.raises(StoreError):
        fetch(str(place), str(target))
    for whole in (target.parent / ".data.fetched").iterdir():
        whole.write_bytes(b"spoilt")
    lost.room = 2 * len(DATA)
    fetch(str(place), str(target))
    assert contents(target) == contents(place / "1.10.0")


def test_a_disk_that_fills(place: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    fetch(f"{place}@1.0.0", str(target))
    monkeypatch.setattr(fetching, "_append", full)
    with pytest.raises(WriteError, match="cannot be written: the disk is full; nothing was changed"):
        fetch(str(place), str(target))
    assert contents(target) == contents(place / "1.0.0")


def test_two_at_once(place: Path, target: Path) -> None:
    (target.parent / ".data.fetched").mkdir(parents=True)
    lock = take(str(target.parent / ".data.fetched.lock"))
    assert isinstance(lock, Lock)
    with pytest.raises(UsageError, match=rf"is being fetched by process {os.getpid()} on host .* since 2"):
        fetch(str(place), str(target))
    lock.release()
    fetch(str(place), str(target))


def test_the_command(place: Path, target: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["get", f"{place}@1.10.0", "-o", str(target)]) == 0
    size = len(DATA) + 3 + len(DESCRIPTOR)
    assert capsys.readouterr().out.splitlines() == [
        "README.md: 3 bytes",
        f"data/articles.csv: {len(DATA)} bytes",
        f"datapackage.json: {len(DESCRIPTOR)} bytes",
        f"{target}: sample 1.10.0, 3 files, {size} bytes, all proved",
    ]
    assert main(["get", str(place / "nowhere"), "-o", str(target)]) == 2
    assert capsys.readouterr().err == f"duizhao: {place}/nowhere: holds no releases: there is no index.json\n"


def test_a_real_package_verifies_after_the_journey(tmp_path: Path) -> None:
    package = make_package(tmp_path)
    assert describe_for_catalogues(open_package(str(package)), str(tmp_path)) == []
    lay_down(tmp_path / "place", "1.0.0", contents(package))
    fetch(str(tmp_path / "place"), str(tmp_path / "got"))
    assert verify(str(tmp_path / "got")).flaws == ()


@pytest.mark.extras
def test_fsspec_addresses(place: Path, target: Path) -> None:
    fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed (dependency group `extras`)")
    memory = fsspec.filesystem("memory")
    for name, data in contents(place).items():
        memory.pipe_file(f"/place/{name}", data)
    try:
        assert fetch("memory://place@1.0.0", str(target)).version == "1.0.0"
        assert contents(target) == contents(place / "1.0.0")
        with pytest.raises(DuizhaoError, match=r"^memory://other: holds no releases"):
            fetch("memory://other", str(target))
    finally:
        memory.store.clear()


@pytest.mark.extras
def test_a_server_without_ranges(place: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = pytest.importorskip("fsspec.implementations.memory", reason="fsspec is not installed")
    remote_store = pytest.importorskip("duizhao.datapackage.places.remote_store")
    monkeypatch.setattr(remote_store, "CHUNK", 100_000)
    read = memory.MemoryFileSystem.cat_file
    monkeypatch.setattr(memory.MemoryFileSystem, "cat_file", lambda fs, path, start=None, end=None: read(fs, path))
    files = memory.MemoryFileSystem()
    for name, data in contents(place).items():
        files.pipe_file(f"/place/{name}", data)
    try:
        fetch("memory://place", str(target))
        assert contents(target) == contents(place / "1.10.0")
    finally:
        files.store.clear()


@pytest.mark.extras
def test_a_plain_web_server(place: Path, target: Path) -> None:
    for library in ("fsspec", "aiohttp"):
        pytest.importorskip(library, reason=f"{library} is not installed (dependency group `extras`)")
    handler = functools.partial(QuietHandler, directory=str(place))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}"
        try:
            assert fetch(f"{address}@1.0.0", str(target)).version == "1.0.0"
            assert contents(target) == contents(place / "1.0.0")
            with pytest.raises(UsageError, match=r"/nowhere: holds no releases: there is no index\.json"):
                fetch(f"{address}/nowhere", str(target))
        finally:
            server.shutdown()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep quiet."""
