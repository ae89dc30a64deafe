"""Addresses of places that are no folders of this machine (`s3://…`), and the patience that such places need."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from duizhao.regex import regex

Answer = TypeVar("Answer")

_URL = regex(r"[a-z][a-z0-9+.-]+://")  # one letter and a colon is a drive
_SECRET = regex(r"(?<=://)[^/@]*@")
_LINE = 200  # characters of what a server says, which may be a whole page of HTML
_PAUSES = (0.2, 0.5, 1.0, 2.0, 4.0, 8.0)  # seconds before each further try
# What the same question would raise again: no such file, no right, a library that is not there, a wrong argument.
_FINAL = (
    FileNotFoundError,
    ImportError,
    IsADirectoryError,
    LookupError,
    NotADirectoryError,
    NotImplementedError,
    PermissionError,
    TypeError,
    ValueError,
)
# Request timeout, too early, too many requests (RFC 9110, 8470, 6585).
_BUSY = frozenset({408, 425, 429})


def is_address(text: str) -> bool:
    """Whether it names a place that is no path of this machine.

    >>> is_address("s3://bucket/1958"), is_address("c:/articles"), is_address("1958")
    (True, False, False)
    """
    return _URL.match(text) is not None


def without_secret(address: str) -> str:
    """An address without the user name and password in it.

    >>> without_secret("sftp://me:secret@example.org/data")
    'sftp://example.org/data'
    """
    return _SECRET.sub("", address)


def first_line(error: Exception) -> str:
    """What an error says, without the rest of it."""
    # Some libraries have a whole answer of the server in their error.
    said = str(error).strip().split("\n", 1)[0] or type(error).__name__
    return said if len(said) <= _LINE else said[: _LINE - 1] + "…"


def answered(ask: Callable[[], Answer]) -> Answer:
    """What a place answers; one that is busy or does not answer is asked again, a little later each time.

    Raises:
        Exception: what was raised last; each library has errors of its own.
    """
    for pause in _PAUSES:
        try:
            return ask()
        # Each library has errors of its own, and they have nothing in common.
        except Exception as error:
            if not may_pass(error):
                raise
        time.sleep(pause)
    return ask()


def may_pass(error: Exception) -> bool:
    """Whether an error is one of a moment: a place that is busy, a connection that broke."""
    status = getattr(error, "status", None)
    if isinstance(status, int):
        return status in _BUSY or status >= 500
    return not isinstance(error, _FINAL)
