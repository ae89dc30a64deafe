"""Temporary files and locks: gone with their owner, and nowhere near the user's files."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from duizhao import locks, scratch
from duizhao.locks import Holder, Lock, take
from duizhao.replacing import replacing as replaced
from duizhao.scratch import BEFORE, NAME, anywhere, sweep
from duizhao.scratch import scratch as desk_in

HOLD = """if True:
    import sys
    from duizhao.scratch import scratch
    with scratch(sys.argv[1]) as folder:
        open(folder + "/begun", "w").close()
        print(folder, flush=True)
        sys.stdin.read()
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for temporary files, for this test alone."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def killed(holder: Path) -> str:
    """The folder that a process made below a holder before it was killed."""
    command = [sys.executable, "-c", HOLD, str(holder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        folder = process.stdout.readline().strip()
        process.kill()
    return folder


def test_a_folder_goes_with_its_block(tmp_path: Path) -> None:
    holder = str(tmp_path / NAME)
    with desk_in(holder) as first, desk_in(holder) as second:
        (Path(first) / "deep").mkdir()
        (Path(first) / "deep" / "file").touch()
        (Path(second) / "file").touch()
        assert first != second
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_what_a_killed_run_left_goes_with_the_next(tmp_path: Path) -> None:
    left = killed(tmp_path / NAME)
    assert os.path.exists(f"{left}/begun")
    with desk_in(str(tmp_path / NAME)):
        assert not os.path.exists(left)
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_what_was_moved_aside_comes_back(tmp_path: Path) -> None:
    left = killed(tmp_path / NAME)
    for name in ("lost", "replaced"):
        os.makedirs(f"{left}/{BEFORE}/{name}")
    (tmp_path / "replaced").mkdir()
    (tmp_path / "replaced" / "new").touch()
    sweep(str(tmp_path / NAME))
    assert sorted(os.listdir(tmp_path)) == ["lost", "replaced"]
    assert os.listdir(tmp_path / "replaced") == ["new"]


def test_a_folder_whose_holder_others_remove(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real: Callable[[str], Lock | Holder] = take
    gone = iter([True, False])

    def first_gone(path: str) -> Lock | Holder:
        if next(gone, False):
            os.rmdir(os.path.dirname(path))
        return real(path)

    monkeypatch.setattr(scratch, "take", first_gone)
    with desk_in(str(tmp_path / NAME)) as folder:
        assert os.path.isdir(folder)


def test_a_folder_that_cannot_be_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(scratch, "take", refuse)
    with pytest.raises(OSError, match="Too many open files"), desk_in(str(tmp_path / NAME)):
        pass
    assert os.listdir(tmp_path) == []


def test_a_lock_says_who_has_it(tmp_path: Path) -> None:
    path = str(tmp_path / "lock")
    lock = take(path)
    assert isinstance(lock, Lock)
    holder = take(path)
    assert isinstance(holder, Holder)
    assert str(holder).startswith(f"process {os.getpid()} on host ")
    lock.release()
    assert os.listdir(tmp_path) == []
    assert str(Holder()) == "another process"


@pytest.mark.parametrize("words", ["", "1\n2\n3\n4\n", "one\nhost\nnow\n", "1\n\x1b[31m\nnow\n"])
def test_a_lock_that_says_nothing(tmp_path: Path, words: str) -> None:
    path = tmp_path / "lock"
    lock = take(str(path))
    path.write_text(words, encoding="utf-8")
    assert str(take(str(path))) == "another process"
    assert isinstance(lock, Lock)
    lock.release()


def test_a_lock_that_goes_while_it_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(tmp_path / "lock")
    real = locks._lock
    calls: list[int] = []

    def removed_before(descriptor: int) -> None:
        if not calls:
            os.unlink(path)
        calls.append(descriptor)
        real(descriptor)

    monkeypatch.setattr(locks, "_lock", removed_before)
    lock = take(path)
    assert isinstance(lock, Lock)
    assert (len(calls), os.path.exists(path)) == (2, True)
    lock.release()


def test_locks_of_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Msvcrt:
        LK_NBLCK = 2
        held = False

        def locking(self, descriptor: int, mode: int, count: int) -> None:
            assert (mode, count, os.lseek(descriptor, 0, os.SEEK_CUR)) == (2, 1, 1 << 30)
            if self.held:
                raise PermissionError(errno.EACCES, "Permission denied")
            self.held = True

    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", Msvcrt())
    lock = take(str(tmp_path / "lock"))
    assert isinstance(lock, Lock)
    assert str(take(str(tmp_path / "lock"))).startswith(f"process {os.getpid()} on host ")
    lock.release()


def test_temporary_files_lie_in_one_folder_for_this_user(temporary: Path) -> None:
    with anywhere() as folder:
        holder = Path(folder).parent
        assert holder.parent == temporary
        assert holder.name.startswith("duizhao")
        assert os.name == "nt" or stat.S_IMODE(holder.stat().st_mode) == 0o700
    assert os.listdir(temporary) == []


@pytest.mark.skipif(os.name == "nt", reason="no symbolic links without rights")
def test_a_folder_that_somebody_else_made_is_not_used(
    temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "trap").mkdir()
    (temporary / f"duizhao-{os.getuid()}").symlink_to(tmp_path / "trap")
    with anywhere() as folder:
        assert folder.startswith(str(tmp_path / "cache"))
    assert os.listdir(tmp_path / "trap") == []


def test_a_file_is_written_elsewhere_and_replaced(temporary: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    with replaced(str(target)) as fresh:
        Path(fresh).write_text("new", encoding="utf-8")
        assert os.listdir(tmp_path) == ["temporary"]
    assert target.read_text(encoding="utf-8") == "new"
    with pytest.raises(FileNotFoundError), replaced(str(target)) as fresh:
        os.unlink(Path(fresh).with_name("never written"))
    assert target.read_text(encoding="utf-8") == "new"
    assert os.listdir(temporary) == []


def test_where_no_other_place_is_on_the_file_system(
    temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scratch, "_device", lambda _: None)
    with replaced(str(tmp_path / "a.md")) as fresh:
        Path(fresh).touch()
        assert sorted(os.listdir(tmp_path)) == [NAME, "temporary"]
    assert sorted(os.listdir(tmp_path)) == ["a.md", "temporary"]


def test_a_file_system_that_is_mounted_twice(temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.replace

    def within_one(source: str, target: str) -> None:
        if source.startswith(str(temporary)):
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        real(source, target)

    monkeypatch.setattr("duizhao.replacing.os.replace", within_one)
    with replaced(str(tmp_path / "a.md")) as fresh:
        Path(fresh).write_text("new", encoding="utf-8")
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "new"
    assert sorted(os.listdir(tmp_path)) == ["a.md", "temporary"]


def test_a_folder_that_cannot_be_written(temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileNotFoundError), replaced(str(tmp_path / "missing" / "a.md")):
        pass
    monkeypatch.setattr("duizhao.replacing.os.access", lambda *_: False)
    with pytest.raises(PermissionError), replaced(str(tmp_path / "a.md")):
        pass


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_corrections_that_are_killed_leave_nothing_among_the_sources(temporary: Path, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "a.md").write_bytes(b"\xef\xbb\xbfTitle: A  \n")
    script = (
        "import os, signal, sys; from duizhao.cli import fixing; from duizhao.cli.main import main\n"
        "fixing.os.chmod = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "main(['check', '--fix-only', '--no-config', sys.argv[1]])"
    )
    done = subprocess.run([sys.executable, "-c", script, str(source)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert os.listdir(source) == ["a.md"]
    assert len(os.listdir(temporary)) == 1
    command = [sys.executable, "-m", "duizhao", "check", "--fix-only", "--no-config", str(source)]
    subprocess.run(command, check=True, capture_output=True)
    assert (source / "a.md").read_bytes() == b"Title: A\n"
    assert os.listdir(temporary) == []


def test_a_folder_that_cannot_be_made_leaves_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.mkdir

    def full(path: str, *mode: int) -> None:
        if os.path.basename(os.path.dirname(path)) == NAME:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(path, *mode)

    monkeypatch.setattr("duizhao.scratch.os.mkdir", full)
    with pytest.raises(OSError, match="No space left"), desk_in(str(tmp_path / NAME)):
        pass
    assert os.listdir(tmp_path) == []


def test_a_holder_that_others_remove_all_the_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = iter([True])

    def never(_: str) -> Holder:
        if next(names, False):
            return Holder()  # somebody else has a folder of this name
        raise FileNotFoundError

    monkeypatch.setattr(scratch, "take", never)
    with pytest.raises(FileNotFoundError, match="others remove it all the time"), desk_in(str(tmp_path / NAME)):
        pass


@pytest.mark.parametrize("step", ["_is_still", "_lock"])
def test_a_lock_that_fails_leaves_nothing_open(step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    closed: list[int] = []
    real = os.close

    def close(number: int) -> None:
        closed.append(number)
        real(number)

    monkeypatch.setattr(locks, step, broken)
    monkeypatch.setattr("duizhao.locks.os.close", close)
    with pytest.raises(OSError, match="Input/output error"):
        take(str(tmp_path / "lock"))
    assert len(closed) == 1


def test_a_lock_whose_words_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    lock = take(str(tmp_path / "lock"))
    monkeypatch.setattr("duizhao.locks.os.read", broken)
    assert str(take(str(tmp_path / "lock"))) == "another process"
    assert isinstance(lock, Lock)
    lock.release()


def test_a_holder_that_another_makes_and_removes_is_made_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What `os.makedirs` says where the folder was there for its `mkdir`, and gone for the look that follows."""
    makedirs = os.makedirs
    met: list[str] = []

    def meet(name: str, mode: int = 0o777, exist_ok: bool = False) -> None:
        if not met:
            met.append(name)
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), name)
        makedirs(name, mode, exist_ok)

    monkeypatch.setattr(os, "makedirs", meet)
    with desk_in(str(tmp_path / NAME)) as folder:
        assert os.path.isdir(folder)
    assert met == [str(tmp_path / NAME)]


def test_a_file_in_the_holder_s_place_is_told(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"")
    with pytest.raises(FileExistsError), desk_in(str(tmp_path / NAME)):
        pass
