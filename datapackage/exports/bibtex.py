"""The data set as an entry of a BibTeX file."""

from __future__ import annotations

from duizhao.datapackage.exports.dataset import Dataset, personal
from duizhao.datapackage.format.metadata import Creator

# Braces, backslashes, tildes and carets are dropped: one brace without its other would end the entry.
_TEX = str.maketrans({sign: f"\\{sign}" for sign in "#$%&_"} | dict.fromkeys("{}\\~^"))


def bibtex(dataset: Dataset) -> str:
    """The entry, on one line."""
    metadata = dataset.metadata
    values = {
        # BibTeX parts authors by this word, and a name by its comma.
        "author": " and ".join(map(_author, dataset.creators)),
        # In braces of its own, so that no style makes its capitals small.
        "title": f"{{{_text(metadata.title)}}}",
        "year": dataset.date[:4],
        "version": dataset.version,
        "publisher": _text(dataset.publisher),
        "doi": metadata.doi,
        "url": metadata.homepage,
    }
    fields = ", ".join(f"{name} = {{{value}}}" for name, value in values.items() if value)
    return f"@misc{{{metadata.name}, {fields}}}"


def _author(person: Creator) -> str:
    names = personal(person)
    if names is None:
        return f"{{{_text(person.name)}}}"  # a name of several words that is no family name
    return _text(", ".join(name for name in names if name))


def _text(value: str) -> str:
    return value.translate(_TEX)
