"""Workers: they end with whoever started them, and keep nothing of what that has."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from workshop import session

from duizhao.faults import fault
from duizhao.locks import Lock, take
from duizhao.validator.running import pool, workers
from duizhao.validator.running.pool import CHUNK_BYTES, PARALLEL_BYTES, PARALLEL_FROM, WorkerError, in_chunks

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc, and makes copies of this process")
ITEMS = range(PARALLEL_FROM + 500)
METHODS = ("fork", "spawn")


def numbered(chunk: list[int]) -> list[tuple[int, int]]:
    return [(item, os.getpid()) for item in chunk]


def stumbling(chunk: list[int]) -> list[int]:
    if 200 in chunk:
        raise ZeroDivisionError
    return chunk


class Odd(Exception):  # noqa: N818
    """An error that cannot be made again from its words.

    It says itself how: some libraries teach every error that does not to be sent, once they are imported.
    """

    def __init__(self, one: int, two: int) -> None:
        super().__init__(one + two)

    def __reduce__(self) -> tuple[type[Odd], tuple[object, ...]]:
        return Odd, self.args


def odd(_: list[int]) -> list[int]:
    raise Odd(1, 2)


def dying(_: list[int]) -> list[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def sleeping(_: list[int]) -> list[int]:
    time.sleep(60)
    return []


def holding(_: list[int]) -> set[str]:
    """What a worker has open."""
    names = os.listdir("/proc/self/fd")
    return {os.readlink(f"/proc/self/fd/{name}") for name in names if os.path.lexists(f"/proc/self/fd/{name}")}


@pytest.fixture
def forking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_start_method", lambda: "fork")


@pytest.mark.usefixtures("forking")
def test_results_come_in_order_from_several_processes() -> None:
    results = [pair for chunk in in_chunks(ITEMS, numbered, 3) for pair in chunk]
    assert [item for item, _ in results] == list(ITEMS)
    assert os.getpid() not in {pid for _, pid in results}


@pytest.mark.usefixtures("forking")
def test_what_the_work_raises_is_raised_here_in_its_turn() -> None:
    results: list[int] = []

    def gather() -> None:
        for chunk in in_chunks(ITEMS, stumbling, 2):
            results.extend(chunk)

    with pytest.raises(ZeroDivisionError) as caught:
        gather()
    assert results == list(range(PARALLEL_FROM))
    assert "(ZeroDivisionError in test_workers.py:" in fault(caught.value, "not done")


@pytest.mark.usefixtures("forking")
def test_an_error_that_cannot_be_sent() -> None:
    with pytest.raises(RuntimeError, match="Odd: 3"):
        list(in_chunks(ITEMS, odd, 2))


@pytest.mark.usefixtures("forking")
def test_a_worker_that_is_killed() -> None:
    with pytest.raises(WorkerError, match="ended from outside"):
        list(in_chunks(ITEMS, dying, 2))


@pytest.mark.usefixtures("forking")
def test_workers_end_when_nobody_wants_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    pids: list[int] = []
    real = workers._Copy

    def noted(pid: int) -> workers._Copy:
        pids.append(pid)
        return real(pid)

    monkeypatch.setattr(workers, "_Copy", noted)
    results: Iterator[Any] = in_chunks(ITEMS, numbered, 2)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert len(pids) == 2
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


@pytest.mark.usefixtures("forking")
def test_a_copy_lets_go_of_what_it_inherits(tmp_path: Path) -> None:
    lock = take(str(tmp_path / "lock"))
    assert isinstance(lock, Lock)
    with open(tmp_path / "file", "wb"):
        (held, *_) = in_chunks(ITEMS, holding, 2)
    lock.release()
    assert [name for name in held if str(tmp_path) in name] == []
    assert sum(name.startswith("socket:") for name in held) == 1


@pytest.mark.parametrize("method", METHODS)
def test_no_room_for_workers(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(pool, "_start_method", lambda: method)
    monkeypatch.setattr("multiprocessing.connection.Pipe", refuse)
    monkeypatch.setattr("multiprocessing.context.BaseContext.Pipe", refuse)
    assert [item for chunk in in_chunks(ITEMS, numbered, 2) for item, pid in chunk if pid == os.getpid()] == list(ITEMS)


@pytest.mark.usefixtures("forking")
def test_room_for_one_worker_only(monkeypatch: pytest.MonkeyPatch) -> None:
    real: Callable[[], int] = os.fork
    room = iter([True, False])

    def once() -> int:
        if not next(room):
            raise BlockingIOError(11, "Resource temporarily unavailable")
        return real()

    monkeypatch.setattr("duizhao.validator.running.workers.os.fork", once)
    results = [pair for chunk in in_chunks(ITEMS, numbered, 2) for pair in chunk]
    assert [item for item, _ in results] == list(ITEMS)
    assert len({pid for _, pid in results} - {os.getpid()}) == 1


@pytest.mark.parametrize("method", METHODS)
def test_workers_end_with_a_process_that_is_killed(method: str, tmp_path: Path) -> None:
    script = (
        "import sys; from test_workers import sleeping; from duizhao.validator.running import pool; "
        "from duizhao.locks import take\n"
        "if __name__ == '__main__':\n"
        "    pool._start_method = lambda: sys.argv[1]\n"
        "    lock = take(sys.argv[2])\n"
        "    list(pool.in_chunks(range(1000), sleeping, 2))\n"
    )
    (tmp_path / "sleep.py").write_text(script, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    command = [sys.executable, str(tmp_path / "sleep.py"), method, str(tmp_path / "lock")]
    with subprocess.Popen(command, env=environment, start_new_session=True) as process:
        assert _until(lambda: len(session(process.pid)) >= 3), "the workers never started"
        process.kill()
    # A worker that is still importing hears of it only afterwards; what would outlive it sleeps for a minute.
    assert _until(lambda: not session(process.pid), 30.0)
    lock = take(str(tmp_path / "lock"))
    assert isinstance(lock, Lock)
    lock.release()


def _until(true: Callable[[], bool], seconds: float = 10.0) -> bool:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def test_what_the_work_raises_is_put_into_bytes() -> None:
    task = pickle.dumps([200])
    outcome = workers.Outcome(*pickle.loads(workers._answer(stumbling, task)))  # noqa: S301  made here
    with pytest.raises(ZeroDivisionError):
        outcome.result()
    outcome = workers.Outcome(*pickle.loads(workers._answer(odd, task)))  # noqa: S301
    with pytest.raises(RuntimeError, match="Odd: 3") as caught:
        outcome.result()
    assert "(RuntimeError in test_workers.py:" in fault(caught.value, "not done")


def test_workers_are_killed_where_starting_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    pids: list[int] = []
    real = workers._fork

    def broken_off(work: workers.Work, others: list[workers.Worker]) -> workers.Worker:
        if others:
            raise KeyboardInterrupt
        worker = real(work, others)
        pids.append(worker._process._pid)  # type: ignore[attr-defined]
        return worker

    monkeypatch.setattr(workers, "_fork", broken_off)
    with pytest.raises(KeyboardInterrupt):
        workers.start(sleeping, 2, "fork")
    with pytest.raises(ProcessLookupError):
        os.kill(pids[0], 0)


def test_a_fresh_process_that_does_not_start_leaves_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refuse)
    before = len(os.listdir("/proc/self/fd"))
    with pytest.raises(MemoryError):
        workers.start(sleeping, 1, "spawn")
    assert len(os.listdir("/proc/self/fd")) == before


def large(item: int) -> int:
    return CHUNK_BYTES if item % 3 == 0 else 1


def listed(items: list[int]) -> list[int]:
    return items


def test_few_large_items_are_a_task() -> None:
    assert list(in_chunks(range(8), listed, 1, large)) == [[0], [1, 2, 3], [4, 5, 6], [7]]
    assert list(in_chunks(range(70), listed, 1)) == [list(range(64)), list(range(64, 70))]


def test_large_items_are_shared_out_though_they_are_few() -> None:
    results = [pair for chunk in in_chunks(range(6), numbered, 2, lambda _: PARALLEL_BYTES // 2) for pair in chunk]
    assert [item for item, _ in results] == list(range(6))
    assert os.getpid() not in {pid for _, pid in results}
    for few in (range(1), range(2)):
        alone = in_chunks(few, numbered, 2, lambda _: PARALLEL_BYTES // 3)
        assert {pid for chunk in alone for _, pid in chunk} == {os.getpid()}
