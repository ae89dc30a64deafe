"""Changes between two packages, told: as text, JSON and Markdown."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from duizhao.datapackage.versions.changes import ArticleChange, Changes, FindingChange
from duizhao.printable import in_one_line

FORMATS = ("text", "json", "markdown")
_SHOWN = 50  # lines of a list in text and Markdown; JSON has all


def render(changes: Changes, form: str, *, title: str) -> Iterator[str]:
    """The changes in one of `FORMATS`, piece by piece.

    Args:
        changes: what differs.
        form: which format.
        title: what is compared, in words.
    """
    return {"text": _text, "json": _json, "markdown": markdown}[form](changes, title)


def _json(changes: Changes, title: str) -> Iterator[str]:
    """A document of JSON whose lists are of any length, so that it is never held as a whole."""
    structure = [{"level": item.level.word, "message": item.message} for item in changes.structure]
    tables = [{"name": name, "before": before, "now": now} for name, before, now in changes.tables]
    yield f'{{\n "title": {_value(title, 1)},\n "level": {_value(changes.level.word, 1)},'
    yield f'\n "structure": {_value(structure, 1)},\n "metadata": {_value(list(changes.metadata), 1)},'
    articles = {"added": changes.added, "removed": changes.removed, "changed": changes.changed}
    yield from _lists("articles", articles, _article)
    yield from _lists("findings", {"appeared": changes.appeared, "gone": changes.gone}, FindingChange._asdict)
    issues = {"added": changes.issues_added, "removed": changes.issues_removed, "changed": changes.issues_changed}
    yield from _lists("issues", issues, str)
    yield f'\n "tables": {_value(tables, 1)}\n}}\n'


def _lists(name: str, lists: Mapping[str, Iterable[Any]], data: Callable[[Any], Any]) -> Iterator[str]:
    """A member of the document that holds some lists."""
    yield f'\n "{name}": {{'
    for number, (key, items) in enumerate(lists.items()):
        yield f'{"," if number else ""}\n  "{key}": ['
        # An empty list is written as `[]`, in one line.
        lead, end = "\n   ", "]"
        for item in items:
            yield lead + _value(data(item), 3)
            lead, end = ",\n   ", "\n  ]"
        yield end
    yield "\n },"


def _value(data: object, depth: int) -> str:
    """Data as JSON that stands so deep in a document; a string has no line feed but as an escape."""
    return json.dumps(data, ensure_ascii=False, indent=1).replace("\n", "\n" + " " * depth)


def _article(change: ArticleChange) -> dict[str, Any]:
    data: dict[str, Any] = change._asdict()
    if change.fields:
        return {**data, "fields": list(change.fields)}
    del data["fields"]
    return data


def _sections(changes: Changes) -> Iterator[tuple[str, list[str]]]:
    """Headings and lines, those that have any."""
    lists: tuple[tuple[str, Collection[Any], Callable[[Any], str]], ...] = (
        ("Structure", changes.structure, lambda item: f"{item.message} ({item.level.word})"),
        ("Metadata", changes.metadata, str),
        ("Tables", changes.tables, lambda item: f"{item[0]}: {item[1]} rows before, {item[2]} now"),
        ("Issues added", changes.issues_added, str),
        ("Issues removed", changes.issues_removed, str),
        ("Issues changed", changes.issues_changed, str),
        ("Articles added", changes.added, _named),
        ("Articles removed", changes.removed, _named),
        ("Articles changed", changes.changed, lambda item: f"{_named(item)}: {', '.join(item.fields)}"),
        ("Findings that appeared", changes.appeared, _finding),
        ("Findings that are gone", changes.gone, _finding),
    )
    for heading, items, line in lists:
        if items:
            lines = [in_one_line(line(item)) for item in islice(items, _SHOWN)]
            yield f"{heading} ({len(items)})", [*lines, *_more(items)]


def _more(items: Collection[object]) -> Iterable[str]:
    return [f"… and {len(items) - _SHOWN} more"] if len(items) > _SHOWN else []


def _named(change: ArticleChange) -> str:
    return f"{change.id} {change.title}".rstrip()


def _finding(change: FindingChange) -> str:
    return f"{change.article} {change.rule} {change.severity}: {change.message}"


def _text(changes: Changes, title: str) -> Iterator[str]:
    level = changes.level
    yield f"{in_one_line(title)}: {f'a {level.word} change' if level else 'no difference'}\n"
    for heading, items in _sections(changes):
        yield f"\n{heading}\n"
        yield from (f"  {item}\n" for item in items)


def markdown(changes: Changes, title: str) -> Iterator[str]:
    """The changes as Markdown, the title as its heading."""
    what = "No difference." if not changes.level else f"A {changes.level.word} change."
    yield f"# {in_one_line(title)}\n\n{what}\n"
    for heading, items in _sections(changes):
        yield f"\n## {heading}\n\n"
        yield from (f"- {_escaped(item)}\n" for item in items)


def _escaped(text: str) -> str:
    """Without the characters that Markdown or HTML would take for markup."""
    # The backslash first, or it would escape the others' own.
    for sign in "\\`*_[]<>":
        text = text.replace(sign, "\\" + sign)
    return text
