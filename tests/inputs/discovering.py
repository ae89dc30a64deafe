"""All that paths lead to, found and read at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duizhao.schema.inputs.discover import list_sources
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.inputs.limits import LIMITS, Limits
from duizhao.schema.inputs.read import read_entries
from duizhao.schema.inputs.walk import Location


def discover(paths: Sequence[str], *, exclude: Sequence[str] = (), limits: Limits = LIMITS) -> Iterator[Entry]:
    """Every entry that the paths lead to; what is named wrongly is said before anything is read."""
    return _read(list_sources(paths, exclude=exclude), limits)


def _read(sources: Iterator[Location | Entry], limits: Limits) -> Iterator[Entry]:
    for source in sources:
        if isinstance(source, Location):
            yield from read_entries(source, limits=limits)
        else:
            yield source
