"""A package with something of everything, and releases of arbitrary bytes, for the tests of this folder."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from sample_articles import article, many, write_articles

from duizhao.datapackage.format.metadata import Creator, License, Metadata, Origin
from duizhao.datapackage.make.build import Making, build
from duizhao.datapackage.versions.release_index import INDEX_FILE, ReleaseIndex, read_index, release_of, serialise_index

METADATA = Metadata(
    name="peoples-daily-bilingual",
    title="People's Daily in two languages",
    description="Articles of 1958.\n\nBoth languages & what was found < checked.",
    homepage="https://example.org/data",
    doi="10.5281/zenodo.1234567",
    publication="rmrb",
    translation="machine translation, not checked by a person",
    creators=(
        Creator("Doe, Jane", affiliation="University of Somewhere", orcid="0000-0002-1825-0097"),
        Creator("中文报刊研究小组", email="group@example.org", roles=("author",)),
        Creator("Roe, Richard", roles=("curator", "juggler")),
        Creator("Archive Press", roles=("publisher",)),
    ),
    licenses=(
        License("CC-BY-4.0", path="https://creativecommons.org/licenses/by/4.0/", tables=("quantities", "findings")),
    ),
    sources=(
        Origin("The archive", "https://example.org/archive", "abc123", "IsTranslationOf", "unknown"),
        Origin("An edition", "https://doi.org/10.1000/xyz", relation="IsDerivedFrom"),
        Origin("A box of clippings"),
    ),
    created="2025-03-01T00:00:00Z",
)

DESCRIPTOR = b'{"duizhao": {}}'
"""What tells a package of duizhao from other folders."""

LONG = (
    ("中国共产党领导人民公社大办钢铁，本厂日产钢三十吨。", "Led by the Party, the plant makes 30 tons of steel a day."),
    ("=风雨无阻，春耕不误。", "=Come rain or wind, the ploughing goes on."),
)


def make_package(folder: Path, metadata: Metadata = METADATA) -> Path:
    """Build a package of eight articles, one of which has a wrong number and one a text that looks like a formula."""
    wrong = article("歉收", sentences=(("全县收粮食一万五千吨。", "The county harvested 1,500 tons of grain."),))
    crlf = article("春耕", title="=Ploughing").replace("\n", "\r\n")
    files = {
        **many(5),
        "wrong.md": wrong,
        "long.md": article("大办钢铁", title="Steel", sentences=LONG),
        "crlf.md": crlf,
    }
    build([write_articles(str(folder / "source"), files)], str(folder / "package"), Making(metadata, jobs=1))
    return folder / "package"


def lay_down(releases: Path, version: str, files: Mapping[str, bytes]) -> None:
    """Add a release of arbitrary bytes to a folder of releases."""
    for name, data in {"datapackage.json": DESCRIPTOR, **files}.items():
        path = releases / version / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    release = release_of(str(releases / version), version=version, created="2025-03-01T00:00:00Z")
    index = (read_index(str(releases)) or ReleaseIndex("sample")).with_release(release)
    (releases / INDEX_FILE).write_bytes(serialise_index(index))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def noise(size: int, seed: int = 1) -> bytes:
    """Bytes of no pattern, the same each time."""
    import random

    return random.Random(seed).randbytes(size)  # noqa: S311  no secret


def environment(**more: str) -> dict[str, str]:
    """The environment for a process of its own."""
    return {**os.environ, **more}
