"""Damage of every kind, done to texts, bytes and JSON documents; the same seed does the same damage."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from random import Random
from typing import Any

WORDS = (
    *("\x1b[31m", "\x9b2J", "\u202e", "\u2066", "\ud800", "\0", "\r", "\x85", "\u2028", "\ufeff", "'", '"', ",", "\n"),
    *("../", "/etc/passwd", "\\", "=1+1", "[" * 40, "{" * 40, '{"a":' * 40, "- " * 40, "*a", "&a", "!!python/x", "%"),
    *(
        "1e999",
        "-0",
        "9" * 40,
        "九" * 40,
        "第2版 产煤三万吨",
        "<hr />",
        "Original:",
        "### 丰收",
        "Title:",
        "百分之",
        "〇",
    ),
    *(
        "12 tons of tea. " * 60,
        "一万亿",
        "1,500 mu",
        "1958-02-30",
        "二月三十日",
        "**Named Entities**",
        "null",
        "::",
        "##[",
    ),
)
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 10**30, 1.5, 1e300, "", "a", "\x1b[31m", "\ud800", "../x", "/", "(a+)+$", "\u202e"),
    *([], {}, [[]], [None], {"a": 1}, ["a", "a"], {"name": 3}, {"name": ["x"]}, {"fields": None}, [[[[[[]]]]]]),
)


def text(random: Random, text: str, *, most: int = 4, other: str = "") -> str:
    """A text with one to `most` pieces cut out, doubled, moved or put in, some from the other text if there is one."""
    for _ in range(random.randint(1, most)):
        start = random.randint(0, len(text))
        end = min(len(text), start + random.choice((0, 1, 2, 8, 60)))
        piece = text[start:end]
        kind = random.randrange(5)
        if kind == 0:
            text = text[:start] + text[end:]
        elif kind == 1:
            text = text[:end] + piece * random.choice((1, 2, 50)) + text[end:]
        elif kind == 2:
            at = random.randint(0, len(text))
            text = text[:at] + piece + text[at:]
        elif kind == 3 and other:
            text = text[:start] + _piece(random, other) + text[end:]
        else:
            text = text[:start] + random.choice(WORDS) + text[end:]
    return text


def _piece(random: Random, text: str) -> str:
    """A few characters of a text, or a few words."""
    start = random.randrange(len(text))
    return text[start : start + random.choice((1, 2, 4, 8, 30, 100))]


def data(random: Random, data: bytes, *, most: int = 4) -> bytes:
    """Bytes with some of them changed, cut out or put in."""
    for _ in range(random.randint(1, most)):
        start = random.randint(0, len(data))
        end = min(len(data), start + random.choice((0, 1, 1, 4, 64)))
        word = random.choice((b"", random.randbytes(end - start), b"\xff" * 4, b"\0" * 8, b"\xff\xff\xff\x7f"))
        data = data[:start] + word + data[end:]
    return data


def document(random: Random, document: Any, *, most: int = 3) -> Any:
    """A JSON document with one to `most` of its parts gone, renamed, doubled or of another kind."""
    damaged = copy.deepcopy(document)
    for _ in range(random.randint(1, most)):
        places = [place for place in _places(damaged, ()) if place]
        if not places:
            return random.choice(VALUES)
        *way, last = random.choice(places)
        holder = damaged
        for key in way:
            holder = holder[key]
        _damage(random, holder, last)
    return damaged


def _damage(random: Random, holder: Any, key: Any) -> None:
    kind = random.randrange(4)
    if kind == 0:
        del holder[key]
    elif kind == 1 and isinstance(holder, dict):
        holder[text(random, key, most=1)] = holder.pop(key)
    elif kind == 2 and isinstance(holder[key], str):
        holder[key] = text(random, holder[key], most=1)
    elif isinstance(holder, list) and kind == 2:
        holder.append(copy.deepcopy(holder[key]))
    else:
        holder[key] = copy.deepcopy(random.choice(VALUES))


def _places(part: Any, way: tuple[Any, ...]) -> Sequence[tuple[Any, ...]]:
    """The ways to all parts of a document."""
    items = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    return [way, *(place for key, value in items for place in _places(value, (*way, key)))]
