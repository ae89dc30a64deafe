"""A mutant put in the place of a module that is already imported, by tests that are already collected.

What a function says is exchanged where the function is, whoever has imported it.  What stands outside of functions is
run again: values that come out otherwise take the place of the old ones in every module that has them by that name, and
modules that make values of these are run again too.
"""

from __future__ import annotations

import ast
import functools
import gc
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

_FUNCTION = 0x1
"""The flag of code that is a function's, not a class's or module's (`CO_OPTIMIZED`)."""
_KEPT = {"__builtins__", "__cached__", "__doc__", "__file__", "__loader__", "__name__", "__package__", "__spec__"}


class UnpatchedError(Exception):
    """This mutant can only be seen by importing it afresh."""


def module_of(file: str) -> str:
    """The name of the module of a file of the repository."""
    return "duizhao." + file.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


def forget(prefixes: tuple[str, ...], *, tables: bool = True) -> None:
    """Empty the caches of these modules; those of functions without arguments, which are tables, only if asked."""
    for one in _caches(prefixes):
        if tables or one.__wrapped__.__code__.co_argcount:
            one.cache_clear()


@functools.cache
def _caches(prefixes: tuple[str, ...]) -> list[Any]:
    found = (one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper))
    return [one for one in found if (one.__module__ or "").startswith(prefixes)]


def put(name: str, text: str) -> None:
    """Let an imported module mean what a text says.

    Raises:
        UnpatchedError: it defines a class otherwise, or a function that is nowhere to be found.
        Exception: whatever comes of running the text.
    """
    module = sys.modules[name]
    path = str(module.__file__)
    old = compile(_imported(path), path, "exec", dont_inherit=True)
    new = compile(text, path, "exec", dont_inherit=True)
    changed = list(_differing(old, new))
    if changed and all(was.co_flags & _FUNCTION for was, _ in changed):
        for was, becomes in changed:
            _exchange(path, was, becomes)
    else:
        _run_again(module, text)


def remember(paths: Iterable[str]) -> None:
    """Read the texts of modules when they are imported, before anything is written into their files."""
    for path in paths:
        _imported(path)


@functools.cache
def _imported(path: str) -> str:
    """The text of an imported module; cached, for the file may be written to while its module stays as it was."""
    return Path(path).read_text(encoding="utf-8")


def _differing(old: CodeType, new: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """The outermost functions that differ, or the module or class itself where it does outside of them."""
    inner = [[one for one in code.co_consts if isinstance(one, CodeType)] for code in (old, new)]
    if _shell(old) != _shell(new) or len(inner[0]) != len(inner[1]):
        yield old, new
        return
    for was, becomes in zip(*inner, strict=True):
        if was == becomes:
            continue
        if was.co_flags & _FUNCTION:
            yield was, becomes
        else:
            yield from _differing(was, becomes)


def _shell(code: CodeType) -> tuple[object, ...]:
    plain = [(type(one), one) for one in code.co_consts if not isinstance(one, CodeType)]
    return code.co_code, code.co_names, repr(plain)


def _exchange(path: str, was: CodeType, becomes: CodeType) -> None:
    found = [
        one
        for one in gc.get_objects()
        if isinstance(one, FunctionType)
        and one.__code__.co_filename == path
        and (one.__code__.co_qualname, one.__code__.co_firstlineno) == (was.co_qualname, was.co_firstlineno)
        and one.__code__ == was
    ]
    if not found or was.co_freevars != becomes.co_freevars:
        raise UnpatchedError(was.co_qualname)
    for one in found:
        one.__code__ = becomes


def _run_again(module: ModuleType, text: str | None = None) -> None:
    """Run what a module does when it is imported, and take over what comes out otherwise."""
    path = str(module.__file__)
    source = _imported(path) if text is None else text
    fresh: dict[str, Any] = {key: value for key, value in vars(module).items() if key in _KEPT}
    exec(compile(source, path, "exec", dont_inherit=True), fresh)  # noqa: S102  as an import does
    mine = vars(module)
    other = {name: value for name, value in fresh.items() if name not in _KEPT and value is not mine.get(name)}
    changed = [name for name, value in other.items() if name not in mine or _takes(mine[name], value, module)]
    for name in changed:
        _rebind(module, name, other[name])
    for one in list(_that_make_values_of(module.__name__, tuple(changed))):
        _run_again(one)


def _takes(old: Any, new: Any, module: ModuleType) -> bool:
    """Whether a value has to take the place of another; a function stays, with the new defaults."""
    if isinstance(old, type) and old.__module__ == module.__name__:
        _same_class(old, new)
        return False
    was, becomes = getattr(old, "__wrapped__", old), getattr(new, "__wrapped__", new)
    if isinstance(was, FunctionType) and was.__module__ == module.__name__:
        was.__defaults__, was.__kwdefaults__ = becomes.__defaults__, becomes.__kwdefaults__
        vars(was).update(vars(becomes))  # a rule is an attribute of its function
        if was.__code__ != becomes.__code__:
            was.__code__ = becomes.__code__
        return False
    return bool(type(old) is not type(new) or old != new)


def _same_class(old: type, new: type) -> None:
    """See that two classes differ in nothing but that they are two."""
    for name, value in vars(new).items():
        was = vars(old).get(name)
        plain = isinstance(value, int | str | float | tuple | frozenset | type(None)) and name != "__firstlineno__"
        if (plain and was != value) or _defaults(was) != _defaults(value):
            raise UnpatchedError(f"{old.__qualname__}.{name}")


def _defaults(value: Any) -> Any:
    return getattr(getattr(value, "__func__", value), "__defaults__", None)  # `__new__` is a static method


def _rebind(module: ModuleType, name: str, new: Any) -> None:
    """Give a name its new value, here and wherever it was imported from here."""
    old = vars(module).get(name, new)
    vars(module)[name] = new
    for other in list(sys.modules.values()):
        names = getattr(other, "__dict__", {})
        if name in names and names[name] is old:
            names[name] = new


def _that_make_values_of(name: str, changed: tuple[str, ...]) -> Iterator[ModuleType]:
    """Modules that use one of these names outside of functions."""
    if not changed:
        return
    for other in [one for key, one in sys.modules.items() if key.startswith("duizhao.validator.") and key != name]:
        path = getattr(other, "__file__", None)
        if path and _uses(path, name, changed):
            yield other


@functools.cache
def _uses(path: str, name: str, changed: tuple[str, ...]) -> bool:
    source = _imported(path)
    if name.rpartition(".")[2] not in source:
        return False
    tree = ast.parse(source)
    theirs = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and f"{node.module}" in (name, name.rpartition(".")[0])
        for alias in node.names
        if alias.name in changed or alias.name == name.rpartition(".")[2]
    }
    return any(isinstance(node, ast.Name) and node.id in theirs for node in _outside(tree))


def _outside(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run when a module is imported."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.Lambda):
            yield from _outside(node.args)
            for one in getattr(node, "decorator_list", ()):
                yield from ast.walk(one)
        else:
            yield node
            yield from _outside(node)
