"""The file of a configuration, found and read: `duizhao.yaml`, or `[tool.duizhao]` in `pyproject.toml`.

Which keys there are, and of what form their values are, stands in `keys`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from duizhao.errors import ConfigError
from duizhao.schema.publication import Publication, Term
from duizhao.validator.configuration.bounded_file import read_bounded
from duizhao.validator.configuration.config import CACHE, Config
from duizhao.validator.configuration.located import KeyPath, Located
from duizhao.validator.configuration.selectors import Codes, problem_of, select
from duizhao.validator.configuration.settings import Override, Settings, Thresholds
from duizhao.validator.finding import Severity

FILE = "duizhao.yaml"
PYPROJECT = "pyproject.toml"
TABLE = "tool.duizhao"
_MOST_YAML = 100_000  # bytes; YAML takes a second and a half for as many
MAX_BYTES = 1 << 20  # of a pyproject.toml, which is about other tools too; TOML takes a sixth of a second for as many


def find(codes: Codes, start: str = ".") -> Config:
    """The configuration of the nearest folder upwards that has one, the defaults where none has.

    Args:
        codes: gives the codes of all rules.
        start: the folder to begin from.

    Raises:
        ConfigError: it is wrong.
    """
    folder = os.path.abspath(start)
    while True:
        if path := _in_folder(folder):
            return load(path, codes)
        folder, previous = os.path.dirname(folder), folder
        if folder == previous:
            return Config()


def load(path: str, codes: Codes) -> Config:
    """The configuration of one file.

    Args:
        path: the file.
        codes: gives the codes of all rules.

    Raises:
        UsageError: there is no such file.
        ConfigError: it is wrong; the message names line and column.
    """
    shown = _shown(path)
    text = _read(path, shown)
    document = _toml(shown, text) if path.endswith(".toml") else _yaml(shown, text)
    if document.data is None:
        document = document._replace(data={})
    _validate(document)
    return _Reader(document, os.path.dirname(os.path.abspath(path)), codes).config()


def _in_folder(folder: str) -> str:
    """The configuration file of a folder, '' where it has none."""
    own, shared = os.path.join(folder, FILE), os.path.join(folder, PYPROJECT)
    has_own, has_shared = os.path.isfile(own), os.path.isfile(shared) and _has_table(shared)
    if has_own and has_shared:
        raise ConfigError(f"both {FILE} and [{TABLE}] of {PYPROJECT}; keep one", path=_shown(own))
    return own if has_own else shared if has_shared else ""


def _has_table(path: str) -> bool:
    """Whether the file has our table; a reader of TOML is dear to import, so a quick look comes first."""
    text = _read(path, _shown(path))
    return "duizhao" in text and _toml(_shown(path), text).data != {}


def _toml(shown: str, text: str) -> Located:
    from duizhao.validator.configuration.read_toml import read_toml  # noqa: PLC0415  most runs have no configuration

    return read_toml(shown, text, TABLE)


def _yaml(shown: str, text: str) -> Located:
    from duizhao.validator.configuration.read_yaml import read_yaml  # noqa: PLC0415

    return read_yaml(shown, text)


def _read(path: str, shown: str) -> str:
    most = MAX_BYTES if path.endswith(".toml") else _MOST_YAML
    return read_bounded(path, shown, "the configuration", "a configuration", most)


def _validate(document: Located) -> None:
    from duizhao.validator.configuration.conform import conform  # noqa: PLC0415  only where there is a configuration
    from duizhao.validator.configuration.keys import schema  # noqa: PLC0415

    for flaw in conform(document.data, schema()):
        raise document.error(flaw.message, flaw.path)


class _Reader:
    """A valid document to a `Config`; `folder` is where it lies."""

    def __init__(self, document: Located, folder: str, codes: Codes) -> None:
        self._document = document
        self._data: dict[str, Any] = document.data
        self._folder = folder
        self._codes = codes

    def config(self) -> Config:
        data, defaults = self._data, Config()
        cache = data.get("cache", True)
        return Config(
            path=self._document.path,
            settings=self._settings(),
            exclude=tuple(data.get("exclude", defaults.exclude)),
            waivers=self._files("waivers"),
            baseline=self._file(data["baseline"], "baseline") if "baseline" in data else defaults.baseline,
            fail_on=Severity.of(data["fail-on"]) if "fail-on" in data else defaults.fail_on,
            jobs=data.get("jobs", defaults.jobs),
            cache=self._file(CACHE if cache is True else cache, "cache") if cache else "",
            dataset=data.get("dataset", defaults.dataset),
            document=self._document,
        )

    def _settings(self) -> Settings:
        data, defaults = self._data, Settings()
        publications = tuple(self._publications())
        root = os.path.relpath(self._folder).replace(os.sep, "/")
        return Settings(
            select=self._selectors(data, "select", ()) or defaults.select,
            ignore=self._selectors(data, "ignore", ()),
            severities=self._severities(data.get("severities", {}), ("severities",)),
            thresholds=Thresholds(**_fields(data.get("thresholds", {}))),
            glossary=tuple(self._terms()),
            publications=publications,
            overrides=tuple(self._overrides(publications)),
            root="" if root == "." else root,
        )

    def _publications(self) -> Iterator[Publication]:
        for number, written in enumerate(self._data.get("publications", ())):
            said = self._profile(written, number) | written
            terms = {key: tuple(map(_term, said[key])) for key in ("terms", "units") if key in said}
            yield Publication(**(_fields(said) | terms))

    def _profile(self, written: dict[str, Any], number: int) -> dict[str, Any]:
        """What the profile of a publication says, where it has one."""
        name = written.get("profile", "")
        if not name:
            return {}
        from duizhao.validator.configuration.profiles import names, profile  # noqa: PLC0415  few name one

        if name not in names():
            message = f"no profile is called `{name}`; there are {', '.join(names())}"
            raise self._document.error(message, ("publications", number, "profile"))
        return profile(name)

    def _selectors(self, data: dict[str, Any], key: str, path: KeyPath) -> tuple[str, ...]:
        selectors = tuple(data.get(key, ()))
        for number, selector in enumerate(selectors):
            if problem := problem_of(selector, self._codes):
                index = selector if isinstance(data[key], dict) else number
                raise self._document.error(problem, (*path, key, index))
        return selectors

    def _severities(self, data: dict[str, str], path: KeyPath) -> tuple[tuple[str, Severity], ...]:
        """The longer of two beginnings of one code comes last, and so wins."""
        chosen = []
        for selector in sorted(data, key=len):
            if problem := problem_of(selector, self._codes):
                raise self._document.error(problem, (*path, selector))
            chosen += [(code, Severity.of(data[selector])) for code in sorted(select(self._codes(), [selector]))]
        return tuple(chosen)

    def _overrides(self, publications: tuple[Publication, ...]) -> Iterator[Override]:
        names = {publication.name for publication in publications}
        for number, data in enumerate(self._data.get("overrides", ())):
            path: KeyPath = ("overrides", number)
            name = data.get("publication", "")
            if name and name not in names:
                raise self._document.error(f"no publication is called `{name}`", (*path, "publication"))
            yield Override(
                paths=tuple(data["paths"]),
                select=self._selectors(data, "select", path) if "select" in data else None,
                ignore=self._selectors(data, "ignore", path),
                severities=self._severities(data.get("severities", {}), (*path, "severities")),
                publication=name,
            )

    def _terms(self) -> Iterator[Term]:
        for path in self._files("glossary"):
            from duizhao.validator.configuration.glossary import load_glossary  # noqa: PLC0415  few have a glossary

            yield from load_glossary(path)

    def _files(self, key: str) -> tuple[str, ...]:
        files = self._data.get(key, ())
        return tuple(self._file(name, key) for name in ([files] if isinstance(files, str) else files))

    def _file(self, name: str, key: str) -> str:
        """A path of the configuration as one from the working directory."""
        if "\0" in name:
            raise self._document.error("a NUL character, which no path has", (key,))
        return _shown(os.path.join(self._folder, name))


def _term(data: dict[str, Any]) -> Term:
    """A valid mapping as a term, whose years YAML may have taken for numbers."""
    said: dict[str, Any] = {
        key: str(value) if isinstance(value, int) else value for key, value in _fields(data).items()
    }
    return Term(**said)


def _fields(data: dict[str, Any]) -> dict[str, Any]:
    """A valid mapping as the fields of a record, whose defaults hold for what it leaves out."""
    return {key.replace("-", "_"): tuple(value) if isinstance(value, list) else value for key, value in data.items()}


def _shown(path: str) -> str:
    """The path from the working directory where it lies below that or near it."""
    relative = os.path.relpath(path).replace(os.sep, "/")
    # Who has to climb further finds an absolute path sooner.
    return relative if relative.count("../") <= 3 else os.path.abspath(path).replace(os.sep, "/")
