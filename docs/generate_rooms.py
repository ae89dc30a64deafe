"""Refresh the drawings in `docs/architecture.md`: which room imports which, as the imports say.

Rooms that import each other are drawn as one, in brackets; of the arrows those are left out that follow from others.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TypeVar

from pages import ROOT, main

PAGE = ROOT / "docs" / "architecture.md"
TOPS = ("cli", "datapackage", "validator", "schema", "core")
DRAWN = {"duizhao": ""} | {
    f"duizhao.{folder.replace('/', '.')}": folder
    for folder in (
        "cli",
        "datapackage",
        "validator",
        "validator/running",
        "validator/pairing",
        "validator/quantities",
        "schema",
    )
}
"""Title of a drawing to the folder whose rooms it shows; the whole repository has none."""
_BLOCK = re.compile(r"(?<=<!-- rooms: generated -->\n\n```text\n).*?(?=```\n)", re.DOTALL)
T = TypeVar("T")
Graph = Mapping[str, set[str]]


def pages() -> dict[Path, str]:
    drawings = "\n".join(drawing(title, graph(folder)) for title, folder in DRAWN.items())
    return {PAGE: _BLOCK.sub(lambda _: drawings, PAGE.read_text(encoding="utf-8"), count=1)}


def graph(folder: str) -> Graph:
    """Room to the rooms beside it that it imports; a module that lies loose in the folder is a room too."""
    found: dict[str, set[str]] = {}
    for top in (folder,) if folder else TOPS:
        for file in sorted((ROOT / top).rglob("*.py")):
            me = top if not folder else file.relative_to(ROOT / top).parts[0].removesuffix(".py")
            if file.name == "__main__.py" or me == "__init__":
                continue  # `python -m duizhao` is cli in core's place, and the folder's own docstring is no room
            found.setdefault(me, set()).update(_room(module, folder) for module in imported(file))
    return {me: (others & found.keys()) - {me} for me, others in found.items()}


def imported(file: Path) -> Iterator[str]:
    """Modules that a file imports, anywhere in it; for `from a import b` both `a` and `a.b`, which may be none."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _room(module: str, folder: str) -> str:
    """The room beside others in a folder that a module lies in, '' where it lies elsewhere."""
    parts = module.split(".")
    if parts[0] != "duizhao":
        return ""
    if not folder:
        return parts[1] if len(parts) > 1 and parts[1] in TOPS else "core"
    above = ["duizhao", *folder.split("/")]
    return parts[len(above)] if len(parts) > len(above) and parts[: len(above)] == above else ""


def drawing(title: str, rooms: Graph) -> str:
    """Storeys from the top; behind each room what it stands on, and below those in brackets how they are knotted."""
    knots = {room: _knot(room, rooms) for room in rooms}
    below = {
        knot: {knots[other] for room in knot for other in rooms[room]} - {knot} for knot in sorted(set(knots.values()))
    }
    heights: dict[tuple[str, ...], int] = {}
    for knot in TopologicalSorter(below).static_order():
        heights[knot] = max((heights[other] + 1 for other in below[knot]), default=0)
    ordered = sorted(below, key=lambda knot: (-heights[knot], knot))
    wide = max(len(_name(knot)) for knot in ordered if len(knot) == 1)
    lines = [title, "=" * len(title)]
    for above, knot in zip([None, *ordered], ordered, strict=False):
        if above is not None and heights[above] != heights[knot]:
            lines.append("")
        targets = sorted(_direct(knot, below), key=lambda other: (-heights[other], other))
        lines.append(_line(_name(knot), wide, map(_name, targets)))
        if len(knot) > 1:
            lines += [_line(f"    {room}", wide, sorted(rooms[room] & set(knot))) for room in knot]
    return "\n".join(lines) + "\n"


def _knot(room: str, rooms: Graph) -> tuple[str, ...]:
    """A room with all that import it and are imported by it, by whatever way."""
    return tuple(sorted({room} | {other for other in _reached(room, rooms) if room in _reached(other, rooms)}))


def _reached(start: T, edges: Mapping[T, set[T]]) -> set[T]:
    found: set[T] = set()
    waiting = list(edges[start])
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += edges[one]
    return found


def _direct(start: T, edges: Mapping[T, set[T]]) -> set[T]:
    """What is reached by one arrow and by no longer way."""
    return {one for one in edges[start] if not any(one in _reached(other, edges) for other in edges[start] - {one})}


def _line(name: str, wide: int, targets: Iterable[str]) -> str:
    arrows = ", ".join(targets)
    return f"{name:<{wide}} ─▶ {arrows}" if arrows else name


def _name(knot: tuple[str, ...]) -> str:
    return knot[0] if len(knot) == 1 else f"[{' '.join(knot)}]"


if __name__ == "__main__":
    raise SystemExit(main(pages()))
