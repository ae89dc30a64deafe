"""The workers of a Dask cluster as an engine for builds; needs `duizhao[dask]`.

They do what the processes of one machine do, with the very same function, and what they give is merged in the same
place: so a package is the same, byte for byte, wherever it was built.
"""

from __future__ import annotations

import gc
import logging
import os
import pickle
import platform
import signal
import threading
import unicodedata
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import lru_cache
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from duizhao.datapackage.make.files_to_rows import kind_of_rows
from duizhao.errors import DuizhaoError, Exit, UsageError
from duizhao.faults import DEBUG
from duizhao.optional_libraries import library
from duizhao.printable import one_line
from duizhao.schema.inputs.walk import Location
from duizhao.scratch import anywhere
from duizhao.validator.running.cache.keys import source_of_findings
from duizhao.validator.running.many_files import size_of
from duizhao.validator.running.one_file import Checkable, entries_of
from duizhao.validator.running.pool import chunks_of
from duizhao.version import __version__

if TYPE_CHECKING:
    from distributed import Client, Future

Made = TypeVar("Made")
Work = Callable[[list[Checkable]], list[Made]]

_EXTRA = "dask"
_HELD = 4  # tasks for each worker that are under way, or wait for an earlier one
_PULSE = 1.0  # seconds between two looks at whether anybody works
_RECOUNT = 50  # tasks after which the workers are counted again: they come and go
_PATIENCE = 30.0  # seconds without any worker: those that are started again are away for some
_SPEAKERS = frozenset({"asyncio", "distributed", "tornado"})


class ClusterError(DuizhaoError):
    """A cluster that cannot be reached, or does not finish the work."""

    exit_code = Exit.UNREADABLE


class DaskCluster:
    """See `duizhao.datapackage.make.engine.Engine`.

    Args:
        scheduler: its address; '' for a cluster of its own on this machine, which lives as long as the work.
        jobs: processes of a cluster of its own; None for one a core.
        patience: seconds to wait for a scheduler, and for a worker where there is none.

    Raises:
        UsageError: Dask is not installed.
    """

    def __init__(self, scheduler: str = "", jobs: int | None = None, *, patience: float = _PATIENCE) -> None:
        self._distributed = library("distributed", _EXTRA)
        self._scheduler = scheduler
        self._jobs = jobs or os.cpu_count() or 1
        self._patience = patience

    @property
    def apart(self) -> bool:
        return bool(self._scheduler)

    def in_chunks(self, items: Iterable[Checkable], work: Work[Made]) -> Iterator[list[Made]]:
        with self._quiet(), self._client() as client:
            chunks = chunks_of(_brought(items) if self.apart else iter(items), size_of)
            # Sent once and held there: settings and waivers would else go with every chunk.
            held = client.submit(pickle.loads, pickle.dumps(work), pure=False)  # computed anew where it is lost
            under_way: deque[Future] = deque()
            given, room = 0, 0
            while True:
                if given % _RECOUNT == 0:
                    room = _HELD * max(1, len(self._workers(client)))
                while len(under_way) < room and (chunk := next(chunks, None)) is not None:
                    under_way.append(client.submit(_done, held, _made_by(), chunk, pure=False))
                    given += 1
                if not under_way:
                    return
                yield self._result(client, under_way.popleft())

    @contextmanager
    def _client(self) -> Iterator[Client]:
        with ExitStack() as stack:
            address = self._scheduler or stack.enter_context(self._own_cluster())
            yield stack.enter_context(self._connected(address))

    @contextmanager
    def _own_cluster(self) -> Iterator[Any]:
        """Processes of this machine; with keys of their own, so that no other user of it can send them work."""
        library("cryptography", _EXTRA)
        config = library("dask.config", _EXTRA)
        routes: dict[str, object] = {f"distributed.{who}.http.routes": [] for who in ("scheduler", "worker")}
        with anywhere() as folder, config.set({**routes, "temporary-directory": folder}):
            with _undisturbed():
                cluster = self._distributed.LocalCluster(
                    # Processes and no threads, since the work is in Python itself.
                    n_workers=self._jobs,
                    threads_per_worker=1,
                    dashboard_address="127.0.0.1:0",
                    scheduler_kwargs={"dashboard": False},
                    security=True,
                    # Dask would else end a worker over its share of the memory, which one large file may
                    # need for a moment.
                    memory_limit=0,
                    silence_logs=False if os.environ.get(DEBUG) else logging.CRITICAL,
                )
            try:
                yield cluster
            finally:
                with suppress(AssertionError, RuntimeError):  # of Dask, where workers end by themselves meanwhile
                    cluster.close()

    @contextmanager
    def _connected(self, address: Any) -> Iterator[Client]:
        client = self._client_or_error(address)
        if isinstance(client, DuizhaoError):
            # Dask can wait for ever for the start of a client during which one that failed is taken apart.
            gc.collect()
            raise client
        with client:
            yield client

    def _client_or_error(self, address: Any) -> Client | DuizhaoError:
        try:
            # A cluster elsewhere need not let us reach its workers, only its scheduler.
            return self._distributed.Client(
                address, timeout=self._patience, set_as_default=False, direct_to_workers=not self.apart
            )
        except OSError as error:
            return self._failed(f"the scheduler cannot be reached: {_said(error)}")
        except (ValueError, TypeError) as error:
            return UsageError(f"is no address of a scheduler: {_said(error)}", path=self._scheduler)

    def _result(self, client: Client, future: Future) -> Any:
        """What came of a task, once it is done.

        Raises:
            ClusterError: it will never be.
        """
        from concurrent.futures import CancelledError  # noqa: PLC0415  dear to import

        alone_since = 0.0
        try:
            while True:
                try:
                    return future.result(timeout=_PULSE)
                except TimeoutError:
                    # A task that ran into a time limit of its own raises the very error that waiting does.
                    if future.status == "error":  # of the work itself
                        raise
                    alone_since = self._alone_since(client, alone_since)
        except CancelledError:
            raise self._failed("the scheduler has gone; build again") from None
        except self._distributed.KilledWorker:
            message = "every worker that was given one and the same task has died; is memory short?"
            raise self._failed(message) from None
        except ModuleNotFoundError as error:
            raise self._failed(f"a worker lacks {error.name}; install duizhao {__version__} on all workers") from None

    def _alone_since(self, client: Client, before: float) -> float:
        """Since when there has been no worker, 0 where there is one; what a lost one had done is to be done again."""
        if self._workers(client):
            return 0.0
        # Not at once: workers that are started again are away for some seconds.
        if before and monotonic() - before > self._patience:
            raise self._failed("no worker is left; start some, and build again")
        return before or monotonic()

    def _workers(self, client: Client) -> dict[str, int]:
        """The workers, and how many tasks each does at once."""
        try:
            found: dict[str, int] = client.nthreads()
        except OSError:  # what the end of a connection is to Dask
            raise self._failed("the scheduler has gone; build again") from None
        return found

    def _failed(self, message: str) -> ClusterError:
        return ClusterError(message, path=self._scheduler or "the own cluster")

    @contextmanager
    def _quiet(self) -> Iterator[None]:
        """What goes wrong is told in one line, by us; with `--debug` the libraries may speak as well."""
        names = [name for name in logging.root.manager.loggerDict if name.split(".")[0] in _SPEAKERS]
        before = {name: logging.getLogger(name).level for name in names}
        try:
            for name in () if os.environ.get(DEBUG) else names:
                # Above the highest, for what they call critical is most often a worker that went, which is told by us.
                logging.getLogger(name).setLevel(logging.CRITICAL + 1)
            yield
        finally:
            for name, level in before.items():
                logging.getLogger(name).setLevel(level)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let a cluster start as a whole, whatever is asked for meanwhile; that is heeded then.

    What is started with an interruption blocked has it blocked for ever.  So the workers leave that to this process,
    which hears of it too, and ends them.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "pthread_sigmask"):
        yield  # no place for handlers, or no signals
        return
    from multiprocessing import resource_tracker  # noqa: PLC0415  dear to import

    resource_tracker.ensure_running()  # now: in the thread where it starts, it lets interruptions through again
    asked: list[int] = []
    numbers = [number for number in (signal.SIGTERM, signal.SIGHUP) if callable(signal.getsignal(number))]
    before = {number: signal.signal(number, lambda one, _: asked.append(one)) for number in numbers}
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for one in asked[:1]:
            signal.raise_signal(one)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _done(work: Work[Made], made_by: str, items: list[Checkable]) -> list[Made]:
    """What a worker does with a task.

    Raises:
        ClusterError: it would not give what the others give.
    """
    # Looked at with every task: workers come and go while the work is done.
    if made_by != _made_by():
        message = (
            f"a worker on {platform.node()} has another duizhao or Python than the build, and might find otherwise"
        )
        raise ClusterError(f"{message}; install the same on all workers")
    return work(items)


@lru_cache(maxsize=1)
def _made_by() -> str:
    """A hash of all that findings and rows depend on beside files and settings."""
    return f"{source_of_findings()} {kind_of_rows().hex()} {unicodedata.unidata_version}"


def _brought(items: Iterable[Checkable]) -> Iterator[Checkable]:
    """Files of this machine as what they hold: workers of another one could not open them."""
    for item in items:
        if isinstance(item, Location):
            yield from entries_of(item)
        else:
            yield item


def _said(error: Exception) -> str:
    """The first line of what a library says."""
    return one_line(str(error).strip().split("\n", 1)[0]) or type(error).__name__
