"""The file of a configuration, found and read: `duizhao.yaml`, or `[tool.duizhao]` in `pyproject.toml`.

Which keys there are, and of what form their values are, stands in `keys`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

from duizhao.errors import ConfigError
from duizhao.schema.publication import Publication, Term
from duizhao.validator.configuration.bounded_file import read_bounded
from duizhao.validator.configuration.config import Config
from duizhao.validator.configuration.located import KeyPath, Located
from duizhao.validator.configuration.selectors import Codes, problem_of, select
from duizhao.validator.configuration.settings import Override, Settings, Thresholds
from duizhao.validator.configuration.terms import demand_order, terms_of
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
        # The root is its own parent, on Windows each drive's.
        folder, previous = os.path.dirname(folder), folder
        if folder == previous:
            return Config()


def load(path: str, codes: Codes, *, typed: bool = False) -> Config:
    """The configuration of one file.

    Args:
        path: the file.
        codes: gives the codes of all rules.
        typed: see `read_bounded`.

    Raises:
        UsageError: there is no such file.
        ConfigError: it is wrong; the message names line and column.
    """
    from duizhao.validator.configuration.conform import demand  # noqa: PLC0415  only where there is a configuration
    from duizhao.validator.configuration.keys.file import schema  # noqa: PLC0415

    shown = _shown(path)
    text = _read(path, shown, typed=typed)
    document = _toml(shown, text) if path.endswith(".toml") else _yaml(shown, text)
    # An empty file, or one of nothing but comments, says nothing and is no mistake.
    if document.data is None:
        document = document._replace(data={})
    demand(document, schema())
    return _Reader(document, os.path.dirname(os.path.abspath(path)), codes).config()


def _in_folder(folder: str) -> str:
    """The configuration file of a folder, '' where it has none."""
    own, shared = os.path.join(folder, FILE), os.path.join(folder, PYPROJECT)
    has_own, has_shared = os.path.isfile(own), os.path.isfile(shared) and _has_table(shared)
    # Which of two was meant nobody can tell, and the other one would be changed in vain.
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


def _read(path: str, shown: str, *, typed: bool = False) -> str:
    most = MAX_BYTES if path.endswith(".toml") else _MOST_YAML
    return read_bounded(path, shown, "the configuration", "a configuration", most, typed=typed)


class _Reader:
    """A valid document to a `Config`; `folder` is where it lies.

    A key fills the field of its name, and its value is taken as it is, lists as tuples, unless `_converters` has the
    key.  What a key means is the same wherever it stands.
    """

    def __init__(self, document: Located, folder: str, codes: Codes) -> None:
        self._document = document
        self._folder = folder
        self._codes = codes
        self._converters: dict[str, Callable[[Any, KeyPath], Any]] = {
            "select": self._selectors,
            "ignore": self._selectors,
            "severities": self._severities,
            "overrides": self._overrides,
            "publications": self._publications,
            "terms": lambda value, path: terms_of(document, value, path),
            "units": lambda value, path: terms_of(document, value, path),
            "header": lambda value, _: tuple((value if isinstance(value, dict) else {k: k for k in value}).items()),
            "pane": lambda value, _: (value,) if isinstance(value, str) else tuple(value),
            "thresholds": lambda value, path: Thresholds(**self._fields(value, path)),
            "glossary": self._files,
            "waivers": self._files,
            "baseline": self._file,
            "cache": self._cache,
            "fail-on": lambda value, _: Severity.of(value),
        }

    def config(self) -> Config:
        # The folder of the cache lies beside the file, where it is named there and where it is not.
        said = self._fields({"cache": True} | self._document.data, ())
        settings = {name: value for name, value in said.items() if name in Settings._fields}
        if "glossary" in said:
            settings["glossary"] = tuple(_terms(said["glossary"]))
        root = os.path.relpath(self._folder).replace(os.sep, "/")
        return Config(
            path=self._document.path,
            settings=Settings(**settings, root="" if root == "." else root),
            document=self._document,
            **{name: value for name, value in said.items() if name in Config._fields},
        )

    def _fields(self, data: dict[str, Any], path: KeyPath) -> dict[str, Any]:
        """A mapping as the fields of a record, whose defaults hold for what it leaves out."""
        return {key.replace("-", "_"): self._value(key, value, (*path, key)) for key, value in data.items()}

    def _value(self, key: str, value: Any, path: KeyPath) -> Any:
        if key in self._converters:
            return self._converters[key](value, path)
        return tuple(value) if isinstance(value, list) else value

    def _publications(self, written: list[dict[str, Any]], path: KeyPath) -> tuple[Publication, ...]:
        return tuple(self._publication(one, (*path, number)) for number, one in enumerate(written))

    def _publication(self, written: dict[str, Any], path: KeyPath) -> Publication:
        publication = Publication(**self._fields(self._profile(written, path) | written, path))
        demand_order(self._document, publication, path)
        return publication

    def _profile(self, written: dict[str, Any], path: KeyPath) -> dict[str, Any]:
        """What the profile of a publication says, where it has one."""
        name = written.get("profile", "")
        if not name:
            return {}
        from duizhao.validator.configuration.profiles import names, profile  # noqa: PLC0415  few name one

        if name not in names():
            message = f"no profile is called `{name}`; there are {', '.join(names())}"
            raise self._document.error(message, (*path, "profile"))
        return profile(name)

    def _selectors(self, written: list[str] | dict[str, str], path: KeyPath) -> tuple[str, ...]:
        for number, selector in enumerate(written):
            if problem := problem_of(selector, self._codes):
                raise self._document.error(problem, (*path, selector if isinstance(written, dict) else number))
        return tuple(written)

    def _severities(self, written: dict[str, str], path: KeyPath) -> tuple[tuple[str, Severity], ...]:
        """Of two beginnings of one code, the longer wins."""
        chosen: dict[str, Severity] = {}
        # The shorter first, so that what the longer says stays: `N: info` and `N101: error`.
        for selector in sorted(written, key=len):
            if problem := problem_of(selector, self._codes):
                raise self._document.error(problem, (*path, selector))
            chosen |= dict.fromkeys(sorted(select(self._codes(), [selector])), Severity.of(written[selector]))
        return tuple(chosen.items())

    def _overrides(self, written: list[dict[str, Any]], path: KeyPath) -> tuple[Override, ...]:
        names = {publication["name"] for publication in self._document.data.get("publications", ())}
        for number, one in enumerate(written):
            name = one.get("publication")
            if name is not None and name not in names:
                raise self._document.error(f"no publication is called `{name}`", (*path, number, "publication"))
        return tuple(Override(**self._fields(one, (*path, number))) for number, one in enumerate(written))

    def _files(self, written: str | list[str], path: KeyPath) -> tuple[str, ...]:
        return tuple(self._file(name, path) for name in ([written] if isinstance(written, str) else written))

    def _file(self, name: str, path: KeyPath) -> str:
        """A path of the configuration as one from the working directory."""
        # The system would raise ValueError, which no caller of `open` awaits.
        if "\0" in name:
            raise self._document.error("a NUL character, which no path has", path)
        return _shown(os.path.join(self._folder, name))

    def _cache(self, written: str | bool, path: KeyPath) -> str:
        # `cache: true` says no more than that there is one.
        name = Config().cache if written is True else written
        return self._file(name, path) if name else ""


def _terms(files: tuple[str, ...]) -> Iterator[Term]:
    for path in files:
        from duizhao.validator.configuration.glossary import load_glossary  # noqa: PLC0415  few have a glossary

        yield from load_glossary(path)


def _shown(path: str) -> str:
    """The path from the working directory where it lies below that or near it."""
    relative = os.path.relpath(path).replace(os.sep, "/")
    # Who has to climb further finds an absolute path sooner.
    return relative if relative.count("../") <= 3 else os.path.abspath(path).replace(os.sep, "/")
