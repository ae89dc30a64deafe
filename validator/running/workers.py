"""Worker processes that end with the process that started them, however that ends.

A worker has one connection to it.  A thread of the worker does nothing but read there: when the connection ends because
the other side is gone – ended, killed, crashed –, so does the worker, in the midst of its work.  Of what it inherits it
keeps nothing open: a pipe that somebody waits on, or a lock, must not outlive its owner.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import connection, get_context
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from duizhao.faults import remember

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

Work = Callable[[list[Any]], Any]

_STOP = b""
_PR_SET_PDEATHSIG = 1  # Linux: a signal for when the parent ends
_STDERR = 2


class Process(Protocol):
    """A process that was started."""

    def end(self, *, kill: bool) -> None:
        """Wait for its end, or bring it about."""


class Outcome(NamedTuple):
    """What became of a task."""

    good: bool
    value: Any
    """The result, or what the work raised."""

    def result(self) -> Any:
        """The result; what the work raised is raised again."""
        if not self.good:
            raise self.value
        return self.value


class Worker:
    """A worker, seen from the process that has the work.

    Args:
        process: the worker.
        line: the connection to it.
    """

    def __init__(self, process: Process, line: Connection[Any, Any]) -> None:
        self._process = process
        self.line = line
        self.tasks: list[int] = []
        """Numbers of the tasks it has been given, the oldest first."""

    def give(self, number: int, task: list[Any]) -> None:
        """Hand a task over; it is read at once, whatever the worker is doing."""
        self.line.send_bytes(pickle.dumps(task, pickle.HIGHEST_PROTOCOL))
        self.tasks.append(number)

    def take(self) -> tuple[int, Outcome]:
        """The next outcome, and the number of its task.

        Raises:
            EOFError: the worker has ended.
        """
        return self.tasks.pop(0), Outcome(*pickle.loads(self.line.recv_bytes()))  # noqa: S301  our own process wrote it

    def stop(self) -> None:
        """Tell it that there is no more work, and wait for its end."""
        with suppress(OSError):  # it has ended by itself
            self.line.send_bytes(_STOP)
        self._process.end(kill=False)
        self.line.close()

    def kill(self) -> None:
        """End it, whatever it is doing."""
        self.line.close()
        self._process.end(kill=True)


def ready(workers: list[Worker], *, wait: bool) -> list[Worker]:
    """Those that have a result, or have ended."""
    lines = connection.wait([worker.line for worker in workers], None if wait else 0)
    return [worker for worker in workers if worker.line in lines]


def start(work: Work, count: int, method: str) -> list[Worker]:
    """Start workers: as many as the system allows, which may be none.

    Args:
        work: what each is to do with its tasks.
        count: how many.
        method: `fork` for copies of this process, `spawn` for fresh ones.
    """
    workers: list[Worker] = []
    try:
        while len(workers) < count:
            workers.append(_fork(work, workers) if method == "fork" else _spawn(work))
    except OSError:  # no more descriptors, processes or memory
        pass
    except BaseException:
        for worker in workers:
            worker.kill()
        raise
    return workers


# ---------------------------------------------------------------- copies of this process


class _Copy:
    """A process made by `fork`."""

    def __init__(self, pid: int) -> None:
        self._pid = pid

    def end(self, *, kill: bool) -> None:
        if kill:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
        with suppress(ChildProcessError):  # this program may have asked the system to forget its children
            os.waitpid(self._pid, 0)


def _fork(work: Work, others: list[Worker]) -> Worker:
    ours, theirs = connection.Pipe()
    parent = os.getpid()
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:  # until the copy knows that it is one, no signal may send it the way of this process
        pid = os.fork()
        if pid == 0:
            _live_as_copy(theirs, [ours, *(other.line for other in others)], work, parent, mask)
    except OSError:
        ours.close()
        raise
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        theirs.close()
    return Worker(_Copy(pid), ours)


def _live_as_copy(
    line: Connection[Any, Any], others: list[Connection[Any, Any]], work: Work, parent: int, mask: set[Any]
) -> None:
    """The whole life of a copy; never returns, since the way back leads into the work of the process it copies."""
    try:
        for other in others:
            other.close()
        _let_go(line.fileno())
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process hears of it too, and ends the workers
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        _die_with(parent)
        serve(line, work)
    finally:
        os._exit(0)


def _let_go(kept: int) -> None:
    """Put the null device in the place of all that is open but `kept`.

    Not closed: an object of the other process, forgotten one day, would close the number again, and by then it would be
    that of another file.  Standard error stays, for `--debug`.
    """
    null = os.open(os.devnull, os.O_RDWR)
    for number in map(int, os.listdir("/proc/self/fd")):
        if number in (kept, null, _STDERR) or not _is_open(number):
            continue
        try:
            os.dup2(null, number, inheritable=number <= _STDERR)
        except OSError:  # beyond a limit that was lowered since: no other file will ever have it
            os.close(number)
    os.close(null)


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:  # the list itself
        return False
    return True


def _die_with(parent: int) -> None:
    """Ask the system for an end with the parent: it does not wait for a long search to let the thread have its turn."""
    with suppress(Exception):  # a system without it: the thread will do
        import ctypes  # noqa: PLC0415  not on every Python

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(0)


# ---------------------------------------------------------------- fresh processes


class _Fresh:
    """A process made by `spawn`."""

    def __init__(self, process: SpawnProcess) -> None:
        self._process = process

    def end(self, *, kill: bool) -> None:
        if kill:
            self._process.kill()
        self._process.join()
        self._process.close()


def _spawn(work: Work) -> Worker:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    try:
        process = context.Process(target=_live_afresh, args=(theirs, work), daemon=True)
        process.start()
    except BaseException:
        ours.close()
        raise
    finally:
        theirs.close()
    return Worker(_Fresh(process), ours)


def _live_afresh(line: Connection[Any, Any], work: Work) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 1)
    os.close(null)
    serve(line, work)


# ---------------------------------------------------------------- the life of a worker


def serve(line: Connection[Any, Any], work: Work) -> None:
    """Do the tasks that come, until there are no more."""
    tasks: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(line, tasks), daemon=True).start()
    while (task := tasks.get()) != _STOP:
        line.send_bytes(_answer(work, task))


def _listen(line: Connection[Any, Any], tasks: SimpleQueue[bytes]) -> None:
    """Read what comes; at the end of the connection the other process is gone, and nobody wants the work any more."""
    try:
        while True:
            task = line.recv_bytes()
            tasks.put(task)
            if task == _STOP:
                return
    except (EOFError, OSError):
        os._exit(0)


def _answer(work: Work, task: bytes) -> bytes:
    try:
        return pickle.dumps((True, work(pickle.loads(task))), pickle.HIGHEST_PROTOCOL)  # noqa: S301
    except Exception as error:  # noqa: BLE001  raised again in the process that has the work
        return _failure(error)


def _failure(error: Exception) -> bytes:
    remember(error)
    try:
        data = pickle.dumps((False, error), pickle.HIGHEST_PROTOCOL)
        pickle.loads(data)  # noqa: S301  not every error can be made again
    except Exception:  # noqa: BLE001  whatever it raises
        copy = RuntimeError(f"{type(error).__name__}: {error}")
        copy.__dict__.update(error.__dict__)
        data = pickle.dumps((False, copy), pickle.HIGHEST_PROTOCOL)
    return data
