"""Other forms of a package: for other tools (Parquet, SQLite, …) and for catalogues (Croissant, DataCite, …)."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from contextlib import closing
from typing import Any, NamedTuple

import duizhao.datapackage.exports.forms
from duizhao.datapackage.disk.staging import staged
from duizhao.datapackage.exports.dataset import Dataset
from duizhao.datapackage.format import checksums
from duizhao.datapackage.format.package import Package
from duizhao.datapackage.prove.verify import ensure
from duizhao.errors import ConfigError, PackageError, UsageError
from duizhao.validator.running.pool import one_by_one

DESCRIBING = ("citation", "croissant", "datacite", "zenodo")
"""Forms that describe the data set for catalogues; they lie beside `datapackage.json` in every release."""

_TOGETHER = (("sqlite",), ("huggingface", "parquet"), DESCRIBING, ("jsonl",))
"""Forms that one process writes after each other, since they share files or take no time; the longest first."""
_PARALLEL_FROM = 8 << 20  # bytes of tables; below, starting processes costs more than it saves


class Exported(NamedTuple):
    """What was exported."""

    path: str
    files: tuple[str, ...]
    """Paths below it."""


def formats() -> dict[str, str]:
    """Every form and what it is, by name."""
    (folder,) = duizhao.datapackage.exports.forms.__path__
    names = sorted(name[:-3] for name in os.listdir(folder) if name.endswith(".py") and name != "__init__.py")
    return {name: _module(name).__doc__.split("\n", 1)[0].rstrip(".") for name in names}


def export(location: str, names: Sequence[str], target: str, *, jobs: int | None = None) -> Exported:
    """Write a package in other forms, after it is proved to be what it says it is.

    Args:
        location: of the package.
        names: of the forms.
        target: the folder to write; one that an earlier export wrote is replaced, in one step.
        jobs: processes to use where there is enough to do; None for one a core.

    Raises:
        UsageError: there is no such form or package, a library is missing, or the target is something else.
        PackageError: the package was changed.
        ConfigError: the data set does not say of itself what a form needs.
        WriteError: the system refuses to write.
        WorkerError: a process was ended from outside.
    """
    chosen = _known(names)
    # All that can be refused is refused before the proof, which reads every byte.
    _outside(location, target)
    replace = _replaceable(target)
    # Proved first: no form is of more use than the tables it was made from.
    dataset = Dataset.of(ensure(location, jobs=jobs))
    with staged(target, replace=replace) as folder:
        files = _write(dataset, chosen, folder, jobs)
        checksums.write_checksums(folder, {})
    return Exported(target, (*files, checksums.NAME))


def describe_for_catalogues(package: Package, folder: str) -> list[str]:
    """Write the forms for catalogues, as far as the data set says of itself what they need.

    Args:
        package: the package.
        folder: where to; that of the package itself, when it is being made.

    Returns:
        For each form that is left out, why.
    """
    dataset, left_out = Dataset.of(package), []
    for name in DESCRIBING:
        try:
            _module(name).export(dataset, folder)
        except ConfigError as error:
            left_out.append(f"no {name}: {error.message}")
    return left_out


class _FormWriter:
    """Writes forms; sent to every worker once.

    Args:
        dataset: what to write.
        folder: where to.
    """

    def __init__(self, dataset: Dataset, folder: str) -> None:
        self._dataset = dataset
        self._folder = folder

    def __call__(self, tasks: list[tuple[str, ...]]) -> list[str]:
        """The files of some forms."""
        return [file for names in tasks for name in names for file in _module(name).export(self._dataset, self._folder)]


def _write(dataset: Dataset, names: Sequence[str], folder: str, jobs: int | None) -> list[str]:
    with closing(_written(dataset, names, folder, jobs)) as written:  # no worker writes when the folder is taken away
        return sorted({file for files in written for file in files})


def _written(dataset: Dataset, names: Sequence[str], folder: str, jobs: int | None) -> Generator[list[str]]:
    size = sum(resource["bytes"] for resource in dataset.package.descriptor["resources"])
    yield from one_by_one(_tasks(names), _FormWriter(dataset, folder), jobs if size >= _PARALLEL_FROM else 1)


def _tasks(names: Sequence[str]) -> list[tuple[str, ...]]:
    """The forms, those together that one process writes."""
    known = {name for group in _TOGETHER for name in group}
    groups = (*_TOGETHER, *((name,) for name in names if name not in known))
    wanted = (tuple(name for name in group if name in names) for group in groups)
    return [group for group in wanted if group]


def _known(names: Sequence[str]) -> list[str]:
    there = formats()
    for name in names:
        if name not in there:
            raise UsageError(f"there is no form {name!r}; there are {', '.join(there)}")
    return sorted(set(names))


def _module(name: str) -> Any:
    import importlib  # noqa: PLC0415  not needed to read this module's constants

    return importlib.import_module(f"duizhao.datapackage.exports.forms.{name}")


def _outside(location: str, target: str) -> None:
    # Where links lead: another name of the same folder is the same folder.
    package = os.path.realpath(location if os.path.isdir(location) else os.path.dirname(location) or ".")
    wanted = os.path.realpath(target)
    # Name by name: `/data/set2` begins with `/data/set` and does not lie in it.
    if os.path.commonpath([package, wanted]) == package:
        raise UsageError("lies within the package, which stays as it is; name another folder", path=target)


def _replaceable(target: str) -> bool:
    """Whether an earlier export gives way.

    Raises:
        UsageError: there is something that no export wrote.
    """
    if not os.path.lexists(target):
        return False
    if os.path.islink(target) or not os.path.isdir(target):
        raise UsageError("is not a folder; name another place for the export", path=target)
    # An empty folder is nobody's loss.
    if os.listdir(target) and not _is_export(target):
        raise UsageError("holds files that no export wrote, or that were changed; name another folder", path=target)
    return True


def _is_export(folder: str) -> bool:
    """Whether a folder holds exactly what its checksums say."""
    path = os.path.join(folder, checksums.NAME)
    try:
        with open(path, encoding="utf-8", newline="") as file:
            sums = checksums.read_checksums(file.read(), path)
    except (OSError, UnicodeDecodeError, PackageError):  # whatever it is, no export wrote it
        return False
    names = set(checksums.files_below(folder)) - {checksums.NAME}
    # Names first: hashing is the dear part, and a file of the user's is seen without it.
    return names == set(sums) and all(
        checksums.file_hash(os.path.join(folder, *name.split("/"))) == known for name, known in sums.items()
    )
