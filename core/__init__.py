"""duizhao (对照): machine-translated bilingual newspaper articles into a checked, versioned dataset.

The names of the library are imported when they are first used: a hook that checks three files needs none of them.

The modules here – texts with places, errors, files, locks – know of no article, and import the standard library and one
another alone, so that every room may import them.  Only this list of names, and `python -m duizhao`, lead upwards.
"""

from __future__ import annotations

from duizhao.version import __version__

_LIBRARY = {
    "read": "duizhao.validator.library",
    "check": "duizhao.validator.library",
    "check_bytes": "duizhao.validator.library",
    "CheckedArticle": "duizhao.validator.library",
    "compare_articles": "duizhao.validator.across.corpus",
    "build": "duizhao.datapackage.make.build",
    "load": "duizhao.datapackage.reading.load",
    "Data": "duizhao.datapackage.reading.load",
    "Making": "duizhao.datapackage.make.build",
    "Metadata": "duizhao.datapackage.format.metadata",
    "Settings": "duizhao.validator.configuration.settings",
    "quantities": "duizhao.validator.library",
    "DuizhaoError": "duizhao.errors",
}

_MODULES = {"arrow": "duizhao.datapackage.engines.arrow"}

__all__ = [
    "CheckedArticle",
    "Data",
    "DuizhaoError",
    "Making",
    "Metadata",
    "Settings",
    "__version__",
    "arrow",
    "build",
    "check",
    "check_bytes",
    "compare_articles",
    "load",
    "quantities",
    "read",
]


def __getattr__(name: str) -> object:
    where = _LIBRARY.get(name) or _MODULES.get(name)
    if where is None:
        raise AttributeError(f"module 'duizhao' has no attribute {name!r}")
    import importlib  # noqa: PLC0415  not for the command line, which imports what it needs by itself

    module = importlib.import_module(where)
    value: object = module if name in _MODULES else getattr(module, name)
    # The next use finds it without asking here.
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_LIBRARY, *_MODULES})
