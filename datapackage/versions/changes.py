"""What differs between two packages: structure, articles, findings, metadata, and what that means for the version."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import IntEnum
from typing import Any, NamedTuple, TypeVar

from duizhao.datapackage.disk.spool import Spool
from duizhao.datapackage.format import cells
from duizhao.datapackage.format.package import Package
from duizhao.datapackage.reading.table_rows import Row, rows_of

_COLUMNS = {"articles": ("id",), "findings": ("article", "id", "rule", "severity", "message"), "issues": ("id",)}
"""Columns without which rows cannot be compared."""
_OF_THE_FILE = frozenset({"position", "sha256", "zh_start", "zh_end", "en_start", "en_end"})
"""Columns of an article of an issue that say where in which file it stands."""

Change = TypeVar("Change")


class Level(IntEnum):
    """Which part of the version a change raises.

    Source: the recipe Data Package Version, <https://datapackage.org/recipes/data-package-version/>.
    """

    NONE = 0
    PATCH = 1
    """Corrections of data or metadata."""
    MINOR = 2
    """Articles or tables added."""
    MAJOR = 3
    """Fields or tables changed; articles or issues removed, which the rows of other tables refer to."""

    @property
    def word(self) -> str:
        return self.name.lower()


class Structural(NamedTuple):
    """A change of the structure, in words."""

    level: Level
    message: str


class ArticleChange(NamedTuple):
    """An article that is in one of the packages only, or differs."""

    id: str
    title: str
    path: str
    fields: tuple[str, ...] = ()
    """Columns that differ; () where it was added or removed."""


class FindingChange(NamedTuple):
    """A finding that is in one of the packages only."""

    article: str
    rule: str
    severity: str
    message: str
    id: str


class Changes(NamedTuple):
    """All that differs between an older and a newer package; of long lists, memory holds the beginning."""

    structure: tuple[Structural, ...] = ()
    metadata: tuple[str, ...] = ()
    """Keys of the descriptor."""
    added: Collection[ArticleChange] = ()
    removed: Collection[ArticleChange] = ()
    changed: Collection[ArticleChange] = ()
    appeared: Collection[FindingChange] = ()
    gone: Collection[FindingChange] = ()
    tables: tuple[tuple[str, int, int], ...] = ()
    """Tables whose content differs: name, rows before, rows now."""
    issues_added: Collection[str] = ()
    """Identifiers of issues that are in the newer package only."""
    issues_removed: Collection[str] = ()
    issues_changed: Collection[str] = ()
    """Those whose file or its page is another one now."""

    @property
    def level(self) -> Level:
        """Which part of the version they raise."""
        level = max((item.level for item in self.structure), default=Level.NONE)
        if self.removed or self.issues_removed:
            return Level.MAJOR
        if self.added:
            return max(level, Level.MINOR)
        return max(level, Level.PATCH) if self.metadata or self.tables else level


def compare(old: Package, new: Package) -> Changes:
    """Compare two packages, table by table, in one pass over the sorted rows of both.

    Raises:
        PackageError: a table is missing or cannot be read.
        MalformedError: a table is not of the form of ours.
    """
    # Packages of earlier versions have fewer tables; what only one has is told as structure.
    both = [name for name in _names(old) if name in _names(new)]
    for package in (old, new):
        for name in [name for name in _COLUMNS if name in both]:
            package.need(name, _COLUMNS[name])
    # Tables of the same hash are not even read.
    tables = [name for name in both if old.resource(name).get("hash") != new.resource(name).get("hash")]
    changed: Spool[ArticleChange] = Spool()
    articles = _articles(old, new, changed) if "articles" in tables else iter(())
    added, removed = _sides(articles)
    appeared, gone = _sides(_findings(old, new) if "findings" in tables else iter(()))
    issues_changed: Spool[str] = Spool()
    issues = _issues(old, new, issues_changed) if "issues" in tables else iter(())
    issues_added, issues_removed = _sides(issues)
    return Changes(
        structure=tuple(_structure(old, new, both)),
        metadata=tuple(_metadata(old.descriptor, new.descriptor)),
        added=added,
        removed=removed,
        changed=changed,
        appeared=appeared,
        gone=gone,
        tables=tuple((name, _count(old, name), _count(new, name)) for name in tables),
        issues_added=issues_added,
        issues_removed=issues_removed,
        issues_changed=issues_changed,
    )


def _sides(changes: Iterator[tuple[bool, Change]]) -> tuple[Spool[Change], Spool[Change]]:
    """What is in the newer package only, and what in the older; each comes with whether it is in the older."""
    newer: Spool[Change] = Spool()
    older: Spool[Change] = Spool()
    for before, change in changes:
        (older if before else newer).add(change)
    return newer, older


def _names(package: Package) -> list[str]:
    return [resource["name"] for resource in package.descriptor["resources"]]


def _count(package: Package, name: str) -> int:
    return int(package.resource(name).get("rows", 0))


# ---------------------------------------------------------------- rows


def _articles(old: Package, new: Package, changed: Spool[ArticleChange]) -> Iterator[tuple[bool, ArticleChange]]:
    """Articles that are in one of the packages only; those that differ are gathered apart."""
    for before, now in _joined(old, new, "articles", ("id",)):
        row = now or before or {}
        change = ArticleChange(row["id"], cells.unguard(row.get("title", "")), cells.unguard(row.get("path", "")))
        if before is None or now is None:
            yield now is None, change
        # A column that only one of them has is a change of the structure, and not of every article.
        elif fields := tuple(name for name in now if name in before and now[name] != before[name]):
            # A word more or less in an issue moves all articles behind it, which is no change of theirs.
            own = fields if not now.get("issue") else tuple(name for name in fields if name not in _OF_THE_FILE)
            if own:
                changed.add(change._replace(fields=own))


def _findings(old: Package, new: Package) -> Iterator[tuple[bool, FindingChange]]:
    for before, now in _joined(old, new, "findings", ("article", "id")):
        if before is None or now is None:
            row = now or before or {}
            message = cells.unguard(row["message"])
            yield now is None, FindingChange(row["article"], row["rule"], row["severity"], message, row["id"])


def _issues(old: Package, new: Package, changed: Spool[str]) -> Iterator[tuple[bool, str]]:
    """Issues that are in one of the packages only, each with whether that is the older one.

    Those that are in both and differ are gathered apart.
    """
    for before, now in _joined(old, new, "issues", ("id",)):
        if before is None or now is None:
            yield now is None, (now or before or {})["id"]
        elif any(before[name] != now[name] for name in now if name in before):
            changed.add(now["id"])


def _joined(old: Package, new: Package, table: str, key: tuple[str, ...]) -> Iterator[tuple[Row | None, Row | None]]:
    """The rows of both that have the same key, or the one of them there is; rows that are equal are left out."""
    older, newer = rows_of(old, table), rows_of(new, table)
    before, now = next(older, None), next(newer, None)
    while before is not None or now is not None:
        order = _order(before, now, key)
        if order or before != now:
            yield (before if order <= 0 else None), (now if order >= 0 else None)
        if order <= 0:
            before = next(older, None)
        if order >= 0:
            now = next(newer, None)


def _order(before: Row | None, now: Row | None, key: tuple[str, ...]) -> int:
    """Which row comes first: -1 the older package's, 1 the newer's, 0 both."""
    if before is None or now is None:
        return 1 if before is None else -1
    mine, theirs = [before[name] for name in key], [now[name] for name in key]
    return (mine > theirs) - (mine < theirs)


# ---------------------------------------------------------------- descriptors

# Name and identifier are structure, see `_structure`.
_SET_BY_RELEASE = frozenset({"version", "created", "duizhao", "resources", "name", "id"})
# Of a resource, what changes with its rows, and its schema, which `_structure` compares.
_FROM_DATA = frozenset({"bytes", "hash", "rows", "schema", "path"})


def _metadata(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    """Descriptive keys that differ; what follows from the data or from the release itself is none of them."""
    for key in sorted({*old, *new} - _SET_BY_RELEASE):
        if old.get(key) != new.get(key):
            yield key
    before = {resource["name"]: resource for resource in old["resources"]}
    for resource in new["resources"]:
        earlier = before.get(resource["name"])
        if earlier is not None:
            yield from _resource_metadata(earlier, resource)


def _resource_metadata(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    for key in sorted({*old, *new} - _FROM_DATA):
        if old.get(key) != new.get(key):
            yield f"{new['name']}.{key}"
    fields = {field["name"]: field for field in old["schema"]["fields"]}
    for field in new["schema"]["fields"]:
        earlier = fields.get(field["name"], field)
        if any(earlier.get(key) != field.get(key) for key in ("title", "description", "example")):
            yield f"{new['name']}.{field['name']}"


def _structure(old: Package, new: Package, both: list[str]) -> Iterator[Structural]:
    if old.descriptor.get("name") != new.descriptor.get("name"):
        names = (old.descriptor.get("name"), new.descriptor.get("name"))
        yield Structural(Level.MAJOR, f"the name changed from {names[0]} to {names[1]}")
    # A first identifier is no change: a DOI is given after the first release.
    if "id" in old.descriptor and old.descriptor["id"] != new.descriptor.get("id"):
        yield Structural(Level.MAJOR, "the identifier changed")
    yield from (Structural(Level.MAJOR, f"table {name} removed") for name in _names(old) if name not in both)
    yield from (Structural(Level.MINOR, f"table {name} added") for name in _names(new) if name not in both)
    for name in both:
        yield from _fields(name, old.resource(name)["schema"], new.resource(name)["schema"])


def _fields(table: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Structural]:
    before = {field["name"]: field for field in old["fields"]}
    now = {field["name"]: field for field in new["fields"]}
    yield from (Structural(Level.MAJOR, f"field {table}.{name} removed") for name in before if name not in now)
    # MAJOR too: a program that reads by position finds other columns.
    yield from (Structural(Level.MAJOR, f"field {table}.{name} added") for name in now if name not in before)
    if [name for name in before if name in now] != [name for name in now if name in before]:
        yield Structural(Level.MAJOR, f"fields of {table} reordered")
    for name in [name for name in now if name in before]:
        yield from _field(f"{table}.{name}", before[name], now[name])
    for key in ("primaryKey", "foreignKeys", "uniqueKeys", "missingValues"):
        if old.get(key) != new.get(key):
            yield Structural(Level.MAJOR, f"{key} of {table} changed")


def _field(name: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Structural]:
    for key in ("type", "format"):
        if old.get(key) != new.get(key):
            yield Structural(Level.MAJOR, f"{key} of {name} changed from {old.get(key)} to {new.get(key)}")
    before, now = old.get("constraints", {}), new.get("constraints", {})
    for key in sorted({*before, *now}):
        if before.get(key) != now.get(key):
            looser = _looser(key, before.get(key), now.get(key))
            level = Level.MINOR if looser else Level.MAJOR
            yield Structural(level, f"constraint {key} of {name} {'loosened' if looser else 'changed'}")


def _looser(key: str, old: Any, new: Any) -> bool:
    """Whether everything that a constraint allowed is still allowed."""
    # A constraint that is gone, or is false now, allows all.
    if new is None or new is False:
        return True
    if old is None:
        return False
    if key == "minimum":
        return bool(new <= old)
    if key == "maximum":
        return bool(new >= old)
    # Of two patterns nobody can say which allows more, so that one that changed is never looser.
    return key == "enum" and set(old) <= set(new)
