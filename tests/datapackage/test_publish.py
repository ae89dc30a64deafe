from __future__ import annotations

import errno
import itertools
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self

import pytest
from sample_package import DESCRIPTOR, contents, environment, lay_down, noise

from duizhao.addresses import without_secret
from duizhao.cli.main import main
from duizhao.datapackage.places import local_store
from duizhao.datapackage.places.local_store import LocalStore
from duizhao.datapackage.places.open_store import open_store
from duizhao.datapackage.places.store import StoreError
from duizhao.datapackage.versions.publish import Published, publish
from duizhao.datapackage.versions.release_index import ReleaseIndex, parse_index, read_index
from duizhao.errors import PackageError, UsageError

pytestmark = pytest.mark.usefixtures("unproved")
DATA = noise(300_000)


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    lay_down(tmp_path / "releases", "1.0.0", {"data/articles.csv": DATA, "README.md": b"one"})
    lay_down(tmp_path / "releases", "1.1.0", {"data/articles.csv": DATA + b"more", "README.md": b"two"})
    return tmp_path / "releases"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "published"


def versions(target: Path) -> list[str]:
    index = read_index(str(target))
    return [release.version for release in index.versions] if index else []


def test_everything_arrives_as_it_is(releases: Path, target: Path) -> None:
    assert [item.version for item in publish(str(releases), str(target))] == ["1.0.0", "1.1.0"]
    assert contents(target) == contents(releases)
    assert publish(str(releases), str(target)) == []


def test_one_version_and_then_the_other(releases: Path, target: Path) -> None:
    assert publish(str(releases), str(target), version="1.1.0") == [
        Published("1.1.0", 3, len(DATA) + 7 + len(DESCRIPTOR))
    ]
    assert versions(target) == ["1.1.0"]
    assert not (target / "1.0.0").exists()
    assert [item.version for item in publish(str(releases), f"file://{target}")] == ["1.0.0"]
    assert versions(target) == ["1.0.0", "1.1.0"]


def test_a_dry_run_writes_nothing(releases: Path, target: Path) -> None:
    assert [item.version for item in publish(str(releases), str(target), dry_run=True)] == ["1.0.0", "1.1.0"]
    assert not target.exists()


def test_versions_of_others_stay(releases: Path, target: Path, tmp_path: Path) -> None:
    lay_down(target, "0.9.0", {"README.md": b"older"})
    before = contents(target / "0.9.0")
    publish(str(releases), str(target))
    assert versions(target) == ["0.9.0", "1.0.0", "1.1.0"]
    assert contents(target / "0.9.0") == before


def other_bytes(target: Path, releases: Path) -> None:
    lay_down(target, "1.0.0", {"README.md": b"another"})


def not_in_the_index(target: Path, releases: Path) -> None:
    (target / "1.1.0").mkdir(parents=True)
    (target / "1.1.0" / "README.md").write_bytes(b"who put this here")


def begun_by_another(target: Path, releases: Path) -> None:
    target.mkdir()
    (target / "1.1.0.unfinished.json").write_bytes(b"{}")


def another_data_set(target: Path, releases: Path) -> None:
    (releases / "index.json").rename(releases / "aside")
    lay_down(target, "1.0.0", {})
    index = (target / "index.json").read_text("utf-8")
    (target / "index.json").write_text(index.replace('"sample"', '"other"'), "utf-8")
    (releases / "aside").rename(releases / "index.json")


def tampered(target: Path, releases: Path) -> None:
    (releases / "1.1.0" / "README.md").write_bytes(b"TWO")


def extended(target: Path, releases: Path) -> None:
    (releases / "1.1.0" / "extra").write_bytes(b"")


def missing(target: Path, releases: Path) -> None:
    (releases / "1.1.0").rename(releases / "aside")


def broken_index(target: Path, releases: Path) -> None:
    target.mkdir()
    (target / "index.json").write_bytes(b"<html>")


@pytest.mark.parametrize(
    ("prepare", "said"),
    [
        (other_bytes, "published: holds 1.0.0 with other bytes, and a release never changes; nothing was touched"),
        (not_in_the_index, "published/1.1.0/README.md: is not the file of 1.1.0, and no index names it"),
        (begun_by_another, "published/1.1.0.unfinished.json: somebody has begun to publish 1.1.0 with other bytes"),
        (another_data_set, "published: is of the data set other, not of sample; nothing was touched"),
        (tampered, "releases/1.1.0/README.md: was changed after it was released as 1.1.0"),
        (extended, "releases/1.1.0/extra: was changed after it was released as 1.1.0"),
        (missing, "releases/1.1.0: release 1.1.0 is missing"),
        (broken_index, "published/index.json: is no index of releases"),
    ],
)
def test_what_is_refused_before_anything_is_touched(
    prepare: Callable[[Path, Path], None], said: str, releases: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prepare(target, releases)
    before = contents(target)
    with pytest.raises(PackageError, match=re.escape(said)):
        publish(str(releases), str(target))
    assert contents(target) == before
    assert main(["publish", str(releases), str(target)]) == (2 if prepare is broken_index else 1)
    assert capsys.readouterr().err.count("\n") == 1


def test_wrong_arguments(releases: Path, target: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no release 3\.0\.0; there are 1\.0\.0, 1\.1\.0"):
        publish(str(releases), str(target), version="3.0.0")
    with pytest.raises(UsageError, match="holds no releases"):
        publish(str(tmp_path / "nothing"), str(target))
    with pytest.raises(UsageError, match="is the folder of the releases itself"):
        publish(str(releases), f"{releases}/")


class FullDisk:
    """A file that takes so many bytes and no more."""

    def __init__(self, file: Any, room: int) -> None:
        self._file = file
        self._room = room

    def write(self, data: bytes) -> int:
        self._room -= len(data)
        if self._room < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return int(self._file.write(data))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


@pytest.mark.parametrize("room", [0, 100_000])
def test_a_disk_that_fills(
    releases: Path, target: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], room: int
) -> None:
    publish(str(releases), str(target), version="1.0.0")
    before = contents(target)

    def opened(path: str, mode: str) -> Any:
        file = open(path, mode)  # noqa: SIM115  closed by FullDisk
        return FullDisk(file, room) if mode == "wb" and "articles.csv" in path else file

    monkeypatch.setattr(local_store, "open", opened, raising=False)
    assert main(["publish", str(releases), str(target)]) == 3
    said = capsys.readouterr().err
    assert said == f"duizhao: {target}/1.1.0/data/articles.csv: cannot be written: the disk is full\n"
    assert {name: data for name, data in contents(target).items() if not name.startswith("1.1.0")} == before
    assert not (target / "1.1.0" / "data" / "articles.csv").exists()
    monkeypatch.undo()
    told: list[str] = []
    publish(str(releases), str(target), tell=told.append)
    assert contents(target) == contents(releases)
    assert f"{target}/1.1.0/README.md: there already" in told


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 200 kB, where this user may mount one."""
    folder = tmp_path / "small"
    folder.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", folder], capture_output=True, check=False
    ).returncode:
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_real_disk_that_fills(releases: Path, small_disk: Path) -> None:
    with pytest.raises(StoreError, match=r"articles\.csv: cannot be written: the disk is full"):
        publish(str(releases), str(small_disk))
    assert versions(small_disk) == []


def test_what_does_not_arrive_as_it_was_sent(releases: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(store: LocalStore, path: str, source: str) -> None:
        store.write(path, Path(source).read_bytes()[:-1])

    monkeypatch.setattr(LocalStore, "upload", damaged)
    with pytest.raises(StoreError, match="did not arrive as it was sent"):
        publish(str(releases), str(target))
    assert versions(target) == []
    monkeypatch.undo()
    publish(str(releases), str(target))
    assert contents(target) == contents(releases)


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_a_killed_publication_can_be_resumed(releases: Path, target: Path) -> None:
    script = """if True:
        import os, signal, sys
        from duizhao.datapackage.versions import publish as publishing
        publishing.ensure = lambda _: None
        def tell(line):
            if "articles" in line:
                os.kill(os.getpid(), signal.SIGKILL)
        publishing.publish(sys.argv[1], sys.argv[2], tell=tell)
    """
    command = [sys.executable, "-c", script, str(releases), str(target)]
    assert subprocess.run(command, check=False, env=environment()).returncode == -signal.SIGKILL
    assert versions(target) == []
    assert (target / "1.0.0.unfinished.json").exists()
    told: list[str] = []
    publish(str(releases), str(target), tell=told.append)
    assert f"{target}/1.0.0/data/articles.csv: there already" in told
    assert contents(target) == contents(releases)


def test_an_index_that_others_write_at_the_same_time(
    releases: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_down(target, "0.9.0", {})
    theirs = (target / "index.json").read_bytes()
    overwrites: Iterator[bool] = iter([True, False])

    def write(store: LocalStore, path: str, data: bytes) -> None:
        LocalStore._put(store, path, lambda file: file.write(data))
        if path == "index.json" and next(overwrites):
            LocalStore._put(store, path, lambda file: file.write(theirs))

    monkeypatch.setattr(LocalStore, "write", write)
    publish(str(releases), str(target), version="1.0.0")
    assert versions(target) == ["0.9.0", "1.0.0"]
    overwrites = itertools.repeat(True)
    with pytest.raises(StoreError, match="is being written by others all the time"):
        publish(str(releases), str(target), version="1.1.0")


def test_the_command(releases: Path, target: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", str(releases), str(target), "--version", "1.0.0", "--dry-run"]) == 0
    size = len(DATA) + 3 + len(DESCRIPTOR)
    assert capsys.readouterr().out == f"version 1.0.0 would be published: 3 files, {size} bytes\n"
    assert main(["publish", str(releases), str(target), "--version", "1.0.0"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{target}/1.0.0/README.md: 3 bytes",
        f"{target}/1.0.0/data/articles.csv: {len(DATA)} bytes",
        f"{target}/1.0.0/datapackage.json: {len(DESCRIPTOR)} bytes",
        f"version 1.0.0 is published: 3 files, {size} bytes",
    ]
    assert main(["publish", str(releases), str(target), "--version", "1.0.0"]) == 0
    assert capsys.readouterr().out == "all versions are there already; nothing to do\n"


def test_a_library_that_is_missing(releases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(UsageError, match=r"^fsspec is not installed: pip install 'duizhao\[publish\]'$"):
        publish(str(releases), "s3://bucket/data")


def test_passwords_are_not_shown() -> None:
    assert without_secret("sftp://me:secret@example.org/a@1.0.0") == "sftp://example.org/a@1.0.0"
    assert without_secret("s3://bucket/data@1.0.0") == "s3://bucket/data@1.0.0"


@pytest.mark.extras
class TestFsspec:
    """Against fsspec's file system in memory."""

    @pytest.fixture(autouse=True)
    def fsspec(self) -> Any:
        return pytest.importorskip("fsspec", reason="fsspec is not installed (dependency group `extras`)")

    @pytest.fixture
    def address(self, fsspec: Any) -> Iterator[str]:
        memory = fsspec.filesystem("memory")
        memory.store.clear()
        yield "memory://place/data"
        memory.store.clear()

    def index(self, address: str) -> ReleaseIndex:
        data = open_store(address).read("index.json")
        assert data is not None
        return parse_index(data, "")

    def test_everything_arrives(self, releases: Path, address: str) -> None:
        publish(str(releases), address)
        assert self.index(address) == read_index(str(releases))
        store = open_store(address)
        assert b"".join(store.blocks("1.0.0/data/articles.csv", 0, len(DATA))) == DATA
        assert store.read("1.0.0.unfinished.json") is None
        assert publish(str(releases), address) == []

    def test_a_file_that_became_shorter_ends_where_it_ends(self, address: str) -> None:
        store = open_store(address)
        store.write("file", b"12345")
        assert b"".join(store.blocks("file", 0, 10)) == b"12345"

    def test_a_place_that_is_not_there_is_not_made(self, address: str, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match=r"^memory://place/data/file: "):
            open_store(address).upload("file", str(tmp_path / "nothing"))

    def test_other_bytes(self, releases: Path, address: str, tmp_path: Path) -> None:
        publish(str(releases), address)
        lay_down(tmp_path / "again", "1.0.0", {"README.md": b"another"})
        with pytest.raises(PackageError, match=r"^memory://place/data: holds 1\.0\.0 with other bytes"):
            publish(str(tmp_path / "again"), address)

    @pytest.mark.parametrize(
        ("address", "said"),
        [
            ("nosuch://place", "is no address that can be opened: Protocol not known: nosuch"),
            ("github://place/data", "is no address that can be opened"),
        ],
    )
    def test_no_such_address(self, releases: Path, address: str, said: str) -> None:
        with pytest.raises(UsageError, match=re.escape(said)):
            publish(str(releases), address)

    @pytest.mark.parametrize(
        ("error", "said"),
        [
            (PermissionError("Access Denied\nsecond line"), "cannot be written: access was refused: Access Denied"),
            (OSError(errno.ENOSPC, "x"), "cannot be written: the disk is full"),
            (ConnectionResetError("reset by peer"), "cannot be written: the connection was lost: reset by peer"),
            (TimeoutError(), "cannot be written: the connection was lost: TimeoutError"),
            (RuntimeError("z" * 300), f"cannot be written: {'z' * 199}…"),
        ],
    )
    def test_whatever_a_server_says_is_one_line(
        self, releases: Path, address: str, error: Exception, said: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        import fsspec.implementations.memory

        def refuse(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr(fsspec.implementations.memory.MemoryFileSystem, "pipe_file", refuse)
        with pytest.raises(StoreError, match=f"^{re.escape(f'{address}/1.0.0.unfinished.json: {said}')}$"):
            publish(str(releases), address)

    def test_a_backend_that_is_not_installed(self, releases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        import fsspec.core

        def missing(*_: object, **__: object) -> None:
            raise ImportError("Install paramiko to use sftp")

        monkeypatch.setattr(fsspec.core, "url_to_fs", missing)
        with pytest.raises(UsageError) as caught:
            publish(str(releases), "sftp://me:secret@example.org/data")
        hint = "Install paramiko to use sftp (or: pip install 'duizhao[publish]')"
        assert str(caught.value) == f"sftp://example.org/data: {hint}"

    def test_folders_are_made_where_a_place_wants_them(
        self, releases: Path, address: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from fsspec.implementations.memory import MemoryFileSystem

        put = MemoryFileSystem.put_file

        def strict(fs: Any, source: str, path: str, **more: Any) -> None:
            if not fs.isdir(path.rsplit("/", 1)[0]):
                raise FileNotFoundError(path)
            put(fs, source, path, **more)

        monkeypatch.setattr(MemoryFileSystem, "put_file", strict)
        publish(str(releases), address)
        assert self.index(address) == read_index(str(releases))

    def test_a_place_that_is_not_there(self, releases: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
        from fsspec.implementations.memory import MemoryFileSystem

        def nowhere(*_: object, **__: object) -> None:
            raise FileNotFoundError(errno.ENOENT, "No such container")

        monkeypatch.setattr(MemoryFileSystem, "pipe_file", lambda *_, **__: None)
        monkeypatch.setattr(MemoryFileSystem, "put_file", nowhere)
        with pytest.raises(StoreError, match=r"README\.md: cannot be written: no such place: .*No such container"):
            publish(str(releases), address)

    def test_a_folder_is_no_file(self, releases: Path, address: str) -> None:
        publish(str(releases), address)
        assert open_store(address).size("1.0.0/data") is None
        assert open_store(address).size("1.0.0/README.md") == 3
