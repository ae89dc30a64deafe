"""The closed loop: what `build` takes, every other command takes too, and it comes back byte by byte."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from duizhao.datapackage.reading.load import load
from duizhao.schema.inputs.signs import looks_like_articles

Command = list[str]


def commands(folder: Path) -> Iterator[Command]:
    """What must succeed once `source` below the folder has been built into `out`."""
    package, releases = str(folder / "out"), str(folder / "releases")
    yield ["verify", package, "--allow-incomplete"]
    yield ["unpack", package, "-o", str(folder / "files")]
    yield ["export", package, "--to", "jsonl,sqlite,croissant", "-o", str(folder / "exported")]
    yield ["diff", package, package]
    release = ["release", str(folder / "source"), "--no-config", "--to", releases, "--jobs", "1"]
    yield [*release, "--allow-findings", "9999", "--leave-out", "9"]
    yield ["publish", releases, str(folder / "published")]
    yield ["get", str(folder / "published"), "-o", str(folder / "got")]
    yield ["unpack", str(folder / "got"), "-o", str(folder / "again")]


def difference(folder: Path) -> str:
    """What came back otherwise than it went in, '' for nothing."""
    # What bears no sign of an article is passed over, and told of.
    went = {name: data for name, data in _files(folder / "source").items() if looks_like_articles(data, name)}
    for name in _left_out(folder):
        del went[name]
    for way in ("files", "again"):
        came = _files(folder / way)
        if changed := sorted(name for name in went.keys() | came.keys() if went.get(name) != came.get(name)):
            return f"{way}: came back otherwise: {changed[0]!r}"
    count = sum(1 for _ in load(str(folder / "out")).records())
    return "" if count == len(went) else f"load gives {count} records of {len(went)} files"


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _left_out(folder: Path) -> list[str]:
    """Names of the files that the package says were left out."""
    descriptor = json.loads((folder / "out" / "datapackage.json").read_text("utf-8"))
    return [Path(file["path"]).name for file in descriptor["duizhao"].get("incomplete", {"files": []})["files"]]
