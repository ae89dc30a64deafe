"""A newspaper, as far as the files of its articles go: what it is called, when it appeared, how its files are written.

Nothing in the readers or the rules names a newspaper: what is particular about one is told here, by a profile that
comes along (`schema/profiles`) or by the user's configuration.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

PAGE_MARKS = ("Page N", "第N版")
NUMBER_ALONE = "(?<![A-Za-z])N(?![A-Za-z])"
"""The N of a page mark; that of `Number N` is the second one."""
FILE_NAMES = ("YYYY.MM.DD",)
HEADER_LINES = ("Title", "Author", "Date", "Page")
HEADER = tuple((name, name) for name in HEADER_LINES)
PANES = ("pane",)
DATE_FORMS = ("YYYY-MM-DD", "YYYY.MM.DD", "YYYY/MM/DD", "YYYY年MM月DD日")
SCRIPTS = ("traditional", "simplified")


class Term(NamedTuple):
    """A term of the original, and how it is rendered."""

    chinese: str
    accepted: tuple[str, ...]
    rejected: tuple[str, ...] = ()
    first: str = ""
    """Year or date from which it holds, '' for always."""
    last: str = ""
    source: str = ""
    apart: tuple[str, ...] = ()
    """Words that hold it and are something else."""

    def holds_on(self, day: tuple[int, int, int] | None) -> bool:
        """Whether it holds on the day of an issue; where that is not known it does.

        >>> [Term("京", ("Nanjing",), first="1927-04", last="1949").holds_on((year, 3, 2)) for year in (1927, 1949)]
        [False, True]
        """
        if day is None:
            return True
        iso = f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}"
        return (not self.first or self.first <= iso) and (not self.last or iso[: len(self.last)] <= self.last)


class Publication(NamedTuple):
    """A newspaper and its run."""

    name: str
    profile: str = ""
    """The profile whose values hold where none are given, '' for none."""
    title: str = ""
    first: str = ""
    """First issue, YYYY-MM-DD; '' where unknown."""
    last: str = ""
    """Last issue, YYYY-MM-DD; '' where it still appears or unknown."""
    pages: int = 0
    """Most pages an issue has; 0 where unknown."""
    calendars: tuple[str, ...] = ()
    """Of `ERAS`, those that the heading of an issue may be dated in, beside years of our era."""
    paths: tuple[str, ...] = ()
    """Patterns of the paths where its articles lie; () for all that no other publication claims."""
    readers: tuple[str, ...] = ()
    """The readers of its files; () for whichever knows them."""
    file_names: tuple[str, ...] = FILE_NAMES
    """How the names of files of whole issues begin, with `YYYY`, `MM` and `DD` for the date."""
    header: tuple[tuple[str, str], ...] = HEADER
    """The header lines that its article files must have: what it calls each, and what the archive does."""
    header_absent: tuple[str, ...] = ()
    """The header lines that its article files must not have."""
    date_form: str = DATE_FORMS[0]
    """Of `DATE_FORMS`, the one of the date lines of its originals."""
    pane: tuple[str, ...] = PANES
    """The classes of the elements of a page that hold a half each."""
    page_marks: tuple[str, ...] = PAGE_MARKS
    """How a new page is marked, with `N` for its number; of two that stand by themselves the last is the page's."""
    section_marks: tuple[str, ...] = ()
    """How a new section is marked: with `NAME` for its name, or the name itself."""
    script: str = ""
    """Of `SCRIPTS`, the one that its original is written in; '' where it may be either."""
    gaps: bool = False
    """Whether blanks of a character's width within its sentences stand for characters that were lost."""
    datelines: tuple[str, ...] = ()
    """How dispatches are dated in either language, with `PLACE` and `DATE`, beside what all newspapers have."""
    terms: tuple[Term, ...] = ()
    """Places, institutions and currencies of its time, and what they are not."""
    units: tuple[Term, ...] = ()
    """Units and currencies of its time, which stand with a number: what they are called, and what not."""

    def label(self, name: str) -> str:
        """What it calls a header line."""
        return next((label for label, meant in self.header if meant == name), name)

    @property
    def in_identifiers(self) -> str:
        """What identifiers of articles call it: small letters, digits and hyphens; '' where it has no name."""
        return _in_identifiers(self.name)


@lru_cache(maxsize=64)  # asked for each file; few newspapers are in a run
def _in_identifiers(name: str) -> str:
    """Its name, as far as it can be written so.

    >>> _in_identifiers("rmrb"), _in_identifiers("Lake Post"), _in_identifiers("申報")
    ('rmrb', 'lake-post', 'p-155abede')
    """
    written = re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")
    # A name that is a whole title would make every identifier as long.
    written = written[:40].rstrip("-")
    return written if written or not name else "p-" + sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]


ANY = Publication("")
"""What holds where nothing is known of the newspaper."""
