"""A real S3 server on the loopback, and a wire to it that can be cut."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Self


class S3Server:
    """moto, in a process of its own."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.url = f"http://127.0.0.1:{port}"

    def ask(self, method: str, path: str, data: bytes | None = None) -> bytes:
        """Send a request with the key alone: moto does not look at signatures until it is told to."""
        headers = {"Content-Type": "text/plain", "Authorization": "AWS key:none"}
        request = urllib.request.Request(f"{self.url}/{path}", data, headers, method=method)  # noqa: S310  http, ours
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            body: bytes = answer.read()
        return body


@contextlib.contextmanager
def s3_server() -> Iterator[S3Server]:
    """Start a server on a free port, and end it."""
    server = S3Server(free_port())
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(server.port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(10)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


def _wait(server: S3Server, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 30
    while True:
        try:
            server.ask("GET", "moto-api/")
        except OSError:
            if process.poll() is not None or time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


class Wire:
    """Passes bytes on between clients and a server, until it is cut.

    Args:
        port: of the server.
        up: bytes that go to the server before the wire breaks; None for any number.
        down: bytes that come from it before the wire breaks.
    """

    def __init__(self, port: int, *, up: int | None = None, down: int | None = None) -> None:
        self._server = port
        self._left = {"up": up, "down": down}
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.cut = False

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._break()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._server))
            except OSError:
                return
            with self._lock:
                self._open += [client, server]
            for name, source, sink in (("up", client, server), ("down", server, client)):
                threading.Thread(target=self._pass, args=(name, source, sink), daemon=True).start()

    def _pass(self, name: str, source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(1 << 14):
                data = self._allowed(name, data)
                sink.sendall(data)
                if self.cut:
                    self._break()
                    return
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_WR)

    def _allowed(self, name: str, data: bytes) -> bytes:
        with self._lock:
            left = self._left[name]
            if left is None:
                return data
            self._left[name] = max(0, left - len(data))
            self.cut = self.cut or len(data) > left
            return data[:left]

    def _break(self) -> None:
        """Close everything; whoever comes now is refused."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        with self._lock:
            ends, self._open = [self._listener, *self._open], []
        for end in ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
