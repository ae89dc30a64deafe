"""Signals that ask for an end: several are one, and none is lost."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext

import pytest

from duizhao.cli.process import heed_signals


@pytest.mark.parametrize(
    ("times", "heeded"),
    [((0.0, 0.0, 0.1, 4.9), (True, False, False, False)), ((0.0, 1.0, 6.1), (True, False, True))],
)
def test_signals_in_a_row_are_one(
    times: tuple[float, ...], heeded: tuple[bool, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    handlers: list[Callable[[int, object], None]] = []
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(signal, "getsignal", lambda _: signal.SIG_DFL)
    monkeypatch.setattr(signal, "signal", lambda _, handler: handlers.append(handler))
    heed_signals()
    for now, stops in zip(times, heeded, strict=True):
        monkeypatch.setattr("duizhao.cli.process.time.monotonic", lambda now=now: now)
        with pytest.raises(KeyboardInterrupt) if stops else nullcontext():
            handlers[0](signal.SIGTERM, None)


LOST = """if True:
    import signal, time
    from duizhao.cli.process import heed_signals

    class Kept:
        def __del__(self):
            raise KeyboardInterrupt(15)

    heed_signals()
    try:
        Kept()
        time.sleep(60)
    except KeyboardInterrupt as end:
        print(end.args)
"""


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no such timer")
def test_a_signal_in_a_place_that_no_exception_leaves() -> None:
    done = subprocess.run([sys.executable, "-c", LOST], capture_output=True, check=True, timeout=50)
    assert (done.stdout, done.stderr) == (b"(15,)\n", b"")
