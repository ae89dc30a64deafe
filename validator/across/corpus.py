"""Rules across files: family C.

An article is known here by its signature, which worker processes can compute.  Signatures are kept in a
temporary SQLite file, so that a tree of a million articles needs no more memory than one of a thousand.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import ne
from typing import NamedTuple, Self

from duizhao.schema.record import without_publication
from duizhao.schema.tree import Article
from duizhao.validator.across.digest import digest_of, keys_of, signature_from, sketch_of
from duizhao.validator.across.signature import Signature, likeness, signature_of
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding, Severity, fingerprint
from duizhao.validator.registry import enabled
from duizhao.validator.rule import Rule

NEAR = 0.5  # share of clauses in common from which two originals are near duplicates
_INDEXED = 4  # of an article's least hashes those by which its likes are looked up
_CROWD = 30  # a clause of more articles than this is a stock phrase and leads nowhere
_LEAST_BODY = 200  # letters; a shorter translation may well be that of several originals

_BATCH = 256  # articles that are put into the tables at once

_TABLES = """
CREATE TABLE article (n INTEGER PRIMARY KEY, original INTEGER, translation INTEGER, title_key INTEGER,
    headline_key INTEGER, letters INTEGER, digest BLOB);
CREATE TABLE clause (hash INTEGER, n INTEGER);
"""
_INDEXES = """
CREATE INDEX IF NOT EXISTS by_original ON article (original);
CREATE INDEX IF NOT EXISTS by_translation ON article (translation);
CREATE INDEX IF NOT EXISTS by_title ON article (title_key);
CREATE INDEX IF NOT EXISTS by_clause ON clause (hash, n);
"""


class _Alike(NamedTuple):
    """What makes an article a case of a rule: an earlier one has the same in some columns, and another in others.

    Columns are those of the table, and hold 0 where there is nothing.
    """

    same: str
    """The columns that both have alike; the first must hold something."""
    other: str = ""
    """The columns in which they differ, each of them; '' for none."""
    least: int = 0
    """Letters that the later one must have."""


_PAIRS = {
    "C101": _Alike("original, translation"),
    "C103": _Alike("original", "translation"),
    "C104": _Alike("translation", "original", _LEAST_BODY),
    "C105": _Alike("title_key", "headline_key, original, translation"),
}

_SAYS: dict[str, Callable[[str], str]] = {
    "C101": lambda path: f"the same article, in both languages, as {path}",
    "C102": lambda path: f"nearly the same original as {path}",
    "C103": lambda path: f"the same original as {path}, translated differently",
    "C104": lambda path: f"the same English as {path}, whose original is another",
    "C105": lambda path: f"the same title as {path}, whose headline is another",
}


def compare_articles(signatures: Iterable[Signature], settings: Settings | None = None) -> Iterator[Finding]:
    """What is wrong between articles that were checked one by one, wherever that was: the rules of family C.

    Args:
        signatures: of all of them.  A finding stands at the later of two, and names the earlier by its path: so their
            order is part of the outcome, and that of their paths gives the same however the work was shared out.
        settings: what is in force; None for the defaults.
    """
    yield from compare_digests(map(digest_of, signatures), settings)


def compare_digests(digests: Iterable[bytes], settings: Settings | None = None) -> Iterator[Finding]:
    """The same of signatures as bytes."""
    with Corpus(settings) as corpus:
        for digest in digests:
            corpus.add_digest(digest)
        yield from corpus.findings()


class Corpus:
    """Compares articles that are added one after the other; a context manager, which removes its temporary file.

    Args:
        settings: what is in force.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()
        self._rules = {rule.code: rule for rule in enabled(self._settings) if rule.family == "C"}
        self._database = sqlite3.connect("", isolation_level=None)  # a file of its own, gone when closed
        self._database.executescript(_TABLES)
        self._database.execute("BEGIN")
        self._count = 0
        self._waiting: list[bytes] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def add(self, article: Article) -> None:
        """Add an article."""
        self.add_signature(signature_of(article))

    def add_signature(self, one: Signature) -> None:
        """Add an article whose signature was made elsewhere."""
        self.add_digest(digest_of(one))

    def add_digest(self, digest: bytes) -> None:
        """Add an article whose signature was made elsewhere, and is given as bytes."""
        self._waiting.append(digest)
        if len(self._waiting) == _BATCH:
            self._put()

    def _put(self) -> None:
        waiting = list(enumerate(self._waiting, self._count + 1))
        self._waiting.clear()
        self._count += len(waiting)
        rows = ((number, *keys_of(digest), digest) for number, digest in waiting)
        self._database.executemany("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        clauses = ((hashed, number) for number, digest in waiting for hashed in sketch_of(digest, _INDEXED))
        self._database.executemany("INSERT INTO clause VALUES (?, ?)", clauses)

    def findings(self) -> Iterator[Finding]:
        """What is wrong between the articles added; each finding stands at the later of two."""
        self._put()
        self._database.executescript(_INDEXES)  # which also commits what was added
        for code, alike in _PAIRS.items():
            if code in self._rules:
                yield from self._pairs(code, alike)
        if "C102" in self._rules:
            yield from self._near()

    def _pairs(self, code: str, alike: _Alike) -> Iterator[Finding]:
        """Each article with the first of those before it that it is a case of the rule with."""
        self._database.execute("CREATE TABLE pair (later INTEGER PRIMARY KEY, earlier INTEGER)")
        self._database.execute("BEGIN")
        self._database.executemany("INSERT INTO pair VALUES (?, ?)", self._cases(alike))
        self._database.execute("COMMIT")
        for later, earlier in self._database.execute("SELECT later, earlier FROM pair ORDER BY later"):
            yield self._finding(code, later, earlier)
        self._database.execute("DROP TABLE pair")

    def _cases(self, alike: _Alike) -> Iterator[tuple[int, int]]:
        # Not by a join: of a notice that a newspaper prints every day it would try each with each.
        first, width = alike.same.partition(",")[0], alike.same.count(",") + 1
        columns = ", ".join(filter(None, (alike.same, "n", "letters", alike.other)))
        headline = "AND headline_key != 0" if "headline_key" in alike.other else ""
        # Nothing of a user's goes into the statement.
        query = f"SELECT {columns} FROM article WHERE {first} != 0 {headline} ORDER BY {alike.same}, n"  # noqa: S608
        for _, group in groupby(self._database.execute(query), key=lambda row: row[:width]):
            before = _Before()
            for row in group:
                number, letters, *values = row[width:]
                earlier = before.first_other(values)
                if earlier is not None and letters >= alike.least:
                    yield number, earlier
                before.add(number, values)

    def _near(self) -> Iterator[Finding]:
        # Clauses first: of those that thousands share, no two articles are put together.
        query = f"""
            SELECT later, earlier, one.original != other.original, one.digest, other.digest FROM (
                SELECT DISTINCT b.n AS later, a.n AS earlier FROM (
                    SELECT hash FROM clause GROUP BY hash HAVING count(*) BETWEEN 2 AND {_CROWD}
                ) JOIN clause a USING (hash) JOIN clause b USING (hash) WHERE a.n < b.n
            ) JOIN article one ON one.n = later JOIN article other ON other.n = earlier
            ORDER BY later, earlier"""  # noqa: S608  the number is ours
        done = 0
        for later, earlier, apart, *digests in self._database.execute(query):
            if later != done and apart and _alike(*map(sketch_of, digests)):
                done = later
                yield self._finding("C102", later, earlier)

    def _finding(self, code: str, later: int, earlier: int) -> Finding:
        one, other = self._signature(later), self._signature(earlier)
        rule = self._rules[code]
        mark = fingerprint(code, without_publication(one.id), without_publication(other.id), "", 0)
        says = _SAYS[code](f"{other.path}:{other.line}" if other.line else other.path)
        return Finding(code, rule.name, self._severity(rule), one.path, says, one.title, one.headline, mark)

    def _signature(self, number: int) -> Signature:
        ((digest,),) = self._database.execute("SELECT digest FROM article WHERE n = ?", (number,))
        return signature_from(digest)

    def _severity(self, rule: Rule) -> Severity:
        return dict(self._settings.severities).get(rule.code, rule.severity)


class _Before:
    """The articles of a group so far, as far as what they say differs."""

    def __init__(self) -> None:
        self._by_first: dict[int, dict[tuple[int, ...], int]] = {}  # by the first of the values, then the rest

    def add(self, number: int, values: Sequence[int]) -> None:
        """Take an article; one that says the same as an earlier one tells nothing new."""
        first, *rest = values or (0,)
        self._by_first.setdefault(first, {}).setdefault(tuple(rest), number)

    def first_other(self, values: Sequence[int]) -> int | None:
        """The first that differs in every value; the first of all where there are no values."""
        best: int | None = None
        for first, those in self._by_first.items():
            if best is not None and next(iter(those.values())) > best:
                return best  # the groups stand in the order of their first ones
            if not values or first != values[0]:
                found = (number for rest, number in those.items() if all(map(ne, rest, values[1:])))
                best = min(filter(None, (best, next(found, None))), default=None)
        return best


def _alike(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether two originals are near duplicates, from their sketches."""
    # Most pairs have too little in common to be, whatever else they hold: that is known without putting them in order.
    both = len({*one} & {*other})
    return both >= NEAR * max(len(one), len(other)) and likeness(one, other) >= NEAR
