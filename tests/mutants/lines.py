"""Where the tests of a mutant are to be sought: at the lines of its statement, or those that name its value."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

STEPS = 3
"""How many values made of one another are followed."""


class Where(NamedTuple):
    """A statement, and how far it is known."""

    lines: tuple[int, ...]
    """Of the statement; of one that has a body, its head."""
    names: tuple[str, ...]
    """What it gives a value, where it stands outside of functions."""
    outside: bool
    """Of functions."""
    definition: bool
    """Whether it is the head of a function or class."""


def where(text: str, line: int) -> Where:
    """The statement of a line."""
    return min(
        (one for one in _statements(text) if one.lines[0] <= line <= one.lines[-1]), key=lambda one: len(one.lines)
    )


@cache
def _statements(text: str) -> tuple[Where, ...]:
    return tuple(_within(ast.parse(text), outside=True))


def _within(node: ast.AST, *, outside: bool, owner: tuple[str, ...] = ()) -> Iterator[Where]:
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.stmt | ast.match_case | ast.excepthandler):
            continue
        names = _names(child) if outside else ()
        if not isinstance(child, ast.match_case):
            lines = tuple(range(_first(child), _last(child) + 1))
            definition = isinstance(child, ast.FunctionDef | ast.ClassDef)
            yield Where(lines, (*names, *owner) if outside else (), outside, definition)
        function = isinstance(child, ast.FunctionDef)
        own = (child.name,) if isinstance(child, ast.ClassDef) else owner
        yield from _within(child, outside=outside and not function, owner=own)


def _first(node: ast.stmt | ast.excepthandler) -> int:
    decorators = getattr(node, "decorator_list", ())
    return min([int(node.lineno), *(int(one.lineno) for one in decorators)])


def _last(node: ast.stmt | ast.excepthandler) -> int:
    """The last line of a simple statement, or of the head of one with a body."""
    body = getattr(node, "body", None) or getattr(node, "cases", None)
    if not body:
        return node.end_lineno or node.lineno
    first = body[0].pattern.lineno if isinstance(body[0], ast.match_case) else body[0].lineno
    return int(max(node.lineno, first - 1))


def _names(node: ast.AST) -> tuple[str, ...]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return (node.name,)
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return tuple(one.id for target in targets if target for one in ast.walk(target) if isinstance(one, ast.Name))


def naming(texts: Mapping[str, str], names: tuple[str, ...]) -> dict[str, set[int]]:
    """By file the lines within functions that name one of these, or a value that is made of it.

    Args:
        texts: of the files to look through.
        names: of values.
    """
    found: dict[str, set[int]] = {}
    known, new = set(names), set(names)
    for _ in range(STEPS):
        if not new:
            break
        word = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(new)))})\b")
        new = set()
        for file, text in texts.items():
            for number, line in enumerate(text.splitlines(), start=1):
                if not word.search(line):
                    continue
                statement = _of(text, number)
                if statement is None or not statement.outside:
                    found.setdefault(file, set()).update(statement.lines if statement else (number,))
                else:
                    new.update(set(statement.names) - known)
        known |= new
    return found


def _of(text: str, line: int) -> Where | None:
    try:
        return where(text, line)
    except ValueError:  # a blank line, or one of comment
        return None
