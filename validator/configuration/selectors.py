"""Selectors: the code of a rule or the beginning of one, `N101`, `N1` for a group, `N` for a family."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duizhao.validator.configuration.settings import Settings

Codes = Callable[[], Iterable[str]]
"""Gives the codes of all rules.  Asked for only where a selector is written: to know them, every rule is imported."""


def select(codes: Iterable[str], selectors: Iterable[str]) -> set[str]:
    """Those of `codes` that begin with any of `selectors`."""
    chosen = tuple(selectors)
    return {code for code in codes if code.startswith(chosen)} if chosen else set()


def in_force(code: str, settings: Settings) -> bool:
    """Whether a rule is one of those that are run."""
    # What is ignored is so whatever selects it: the narrower statement does not win.
    return bool(select([code], settings.select) - select([code], settings.ignore))


def problem_of(selector: str, codes: Codes) -> str:
    """What is wrong with a selector, '' where it selects a rule."""
    if selector and select(codes(), [selector]):
        return ""
    return f"no rule begins with `{selector}`; `duizhao rules` lists them"
