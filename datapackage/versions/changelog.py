"""Changes between two packages, told: as text, JSON and Markdown."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from duizhao.datapackage.versions.changes import ArticleChange, Changes, FindingChange
from duizhao.printable import in_one_line

FORMATS = ("text", "json", "markdown")
_SHOWN = 50  # lines of a list in text and Markdown; JSON has all


def render(changes: Changes, form: str, *, title: str) -> str:
    """The changes in one of `FORMATS`.

    Args:
        changes: what differs.
        form: which format.
        title: what is compared, in words.
    """
    return {"text": _text, "json": _json, "markdown": markdown}[form](changes, title)


def document(changes: Changes) -> dict[str, Any]:
    """The changes as JSON data."""
    return {
        "level": changes.level.word,
        "structure": [{"level": item.level.word, "message": item.message} for item in changes.structure],
        "metadata": list(changes.metadata),
        "articles": {
            "added": [_article(item) for item in changes.added],
            "removed": [_article(item) for item in changes.removed],
            "changed": [_article(item) for item in changes.changed],
        },
        "findings": {
            "appeared": [item._asdict() for item in changes.appeared],
            "gone": [item._asdict() for item in changes.gone],
        },
        "issues": {"added": list(changes.issues_added), "removed": list(changes.issues_removed)},
        "tables": [{"name": name, "before": before, "now": now} for name, before, now in changes.tables],
    }


def _article(change: ArticleChange) -> dict[str, Any]:
    data: dict[str, Any] = change._asdict()
    if change.fields:
        return {**data, "fields": list(change.fields)}
    del data["fields"]
    return data


def _json(changes: Changes, title: str) -> str:
    return json.dumps({"title": title, **document(changes)}, ensure_ascii=False, indent=1) + "\n"


def _sections(changes: Changes) -> Iterator[tuple[str, list[str]]]:
    """Headings and lines, those that have any."""
    lists: tuple[tuple[str, Sequence[Any], Callable[[Any], str]], ...] = (
        ("Structure", changes.structure, lambda item: f"{item.message} ({item.level.word})"),
        ("Metadata", changes.metadata, str),
        ("Tables", changes.tables, lambda item: f"{item[0]}: {item[1]} rows before, {item[2]} now"),
        ("Issues added", changes.issues_added, str),
        ("Issues removed", changes.issues_removed, str),
        ("Articles added", changes.added, _named),
        ("Articles removed", changes.removed, _named),
        ("Articles changed", changes.changed, lambda item: f"{_named(item)}: {', '.join(item.fields)}"),
        ("Findings that appeared", changes.appeared, _finding),
        ("Findings that are gone", changes.gone, _finding),
    )
    for heading, items, line in lists:
        if items:
            lines = [in_one_line(line(item)) for item in items[:_SHOWN]]
            yield f"{heading} ({len(items)})", [*lines, *_more(items)]


def _more(items: Sequence[object]) -> Iterable[str]:
    return [f"… and {len(items) - _SHOWN} more"] if len(items) > _SHOWN else []


def _named(change: ArticleChange) -> str:
    return f"{change.id} {change.title}".rstrip()


def _finding(change: FindingChange) -> str:
    return f"{change.article} {change.rule} {change.severity}: {change.message}"


def _text(changes: Changes, title: str) -> str:
    level = changes.level
    lines = [f"{in_one_line(title)}: {f'a {level.word} change' if level else 'no difference'}"]
    for heading, items in _sections(changes):
        lines += ["", heading, *(f"  {item}" for item in items)]
    return "\n".join(lines) + "\n"


def markdown(changes: Changes, title: str) -> str:
    """The changes as Markdown, the title as its heading."""
    lines = [
        f"# {in_one_line(title)}",
        "",
        "No difference." if not changes.level else f"A {changes.level.word} change.",
    ]
    for heading, items in _sections(changes):
        lines += ["", f"## {heading}", "", *(f"- {_escaped(item)}" for item in items)]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    """Without the characters that Markdown or HTML would take for markup."""
    for sign in "\\`*_[]<>":
        text = text.replace(sign, "\\" + sign)
    return text
