"""duizhao (对照): machine-translated bilingual newspaper articles into a checked, versioned dataset.

The names of the library are imported when they are first used: a hook that checks three files needs none of them.
"""

from __future__ import annotations

from duizhao.version import __version__

_LIBRARY = {
    "read": "duizhao.validator.library",
    "check": "duizhao.validator.library",
    "build": "duizhao.datapackage.make.build",
    "load": "duizhao.datapackage.reading.load",
    "Data": "duizhao.datapackage.reading.load",
    "Making": "duizhao.datapackage.make.build",
    "Metadata": "duizhao.datapackage.format.metadata",
    "Settings": "duizhao.validator.configuration.settings",
    "quantities": "duizhao.validator.quantities.read",
    "DuizhaoError": "duizhao.errors",
}

__all__ = [
    "Data",
    "DuizhaoError",
    "Making",
    "Metadata",
    "Settings",
    "__version__",
    "build",
    "check",
    "load",
    "quantities",
    "read",
]


def __getattr__(name: str) -> object:
    if name not in _LIBRARY:
        raise AttributeError(f"module 'duizhao' has no attribute {name!r}")
    import importlib  # noqa: PLC0415  not for the command line, which imports what it needs by itself

    value: object = getattr(importlib.import_module(_LIBRARY[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_LIBRARY})
