"""Mechanical corrections of article files: shown as a patch, or written."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator

from duizhao.faults import about
from duizhao.replacing import replacing
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.inputs.read import read_entries
from duizhao.schema.inputs.walk import Location
from duizhao.scratch import sweep_places
from duizhao.source import Source
from duizhao.unwritable import unwritable
from duizhao.validator.configuration.settings import Settings


def fix_files(sources: Iterable[Location | Entry], settings: Settings) -> list[str]:
    """Correct files where they lie; returns the paths of those that changed.

    Raises:
        UsageError: a file cannot be written.
        NoRoomError: the disk is full.
    """
    sweep_places()
    changed = []
    for location, source, text in _corrections(sources, settings):
        if location:
            _write(location.file, text)
            changed.append(source.path)
    return changed


def show_fixes(sources: Iterable[Location | Entry], settings: Settings) -> bool:
    """Print what would be corrected as a patch; returns whether there is anything."""
    import difflib

    found = False
    for _, source, text in _corrections(sources, settings):
        found = True
        old, new = source.text.splitlines(keepends=True), text.splitlines(keepends=True)
        for line in difflib.unified_diff(old, new, f"a/{source.path}", f"b/{source.path}"):
            # What `patch` and git write, and ask for, where a file does not end in a line feed.
            sys.stdout.write(line if line.endswith("\n") else line + "\n\\ No newline at end of file\n")
    return found


def fixed_text(entry: Entry, settings: Settings) -> str:
    """The corrected text of what came by standard input.

    Raises:
        UnreadableError: it is not UTF-8.
    """
    from duizhao.validator.running.fixes import fix, fixable

    with about(entry.path):
        source = Source.decode(entry.path, entry.data or b"")
        return source.text if fixable(entry, settings) is None else fix(source)


def _corrections(
    sources: Iterable[Location | Entry], settings: Settings
) -> Iterator[tuple[Location | None, Source, str]]:
    """Files that need a correction, and their corrected text; archives are left as they are."""
    from duizhao.validator.running.fixes import fix, fixable

    for item in sources:
        # an archive would have to be packed again, by rules of its own
        if isinstance(item, Location) and item.kind != "article":
            continue
        for entry in read_entries(item) if isinstance(item, Location) else (item,):
            source = fixable(entry, settings)
            if source is None:
                continue
            with about(entry.path):
                text = fix(source)
            # A mark at the beginning is a correction by itself: it is no part of the text.
            if text != source.text or source.bom:
                yield (item if isinstance(item, Location) else None), source, text


def _write(path: str, text: str) -> None:
    """Replace a file in one step, with its rights."""
    try:
        mode = os.stat(path).st_mode
        with replacing(path) as fresh:
            # Line ends as they are in the text, on Windows too.
            with open(fresh, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            # a new file has the rights of any new file, not those of the one whose place it takes
            os.chmod(fresh, stat.S_IMODE(mode))
    except OSError as error:
        raise unwritable(path, error) from None
