"""Which rules there are, and which are in force: a module in `rules/` is a rule by being there.

Not in `rule`, so that a rule, and what rules use, can be imported without importing them all.
"""

from __future__ import annotations

from functools import lru_cache

from duizhao.validator.configuration.selectors import select
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.rule import Rule


@lru_cache(maxsize=1)
def registry() -> dict[str, Rule]:
    """Every rule by code, in order; modules of `duizhao.validator.rules` are named after theirs.

    Raises:
        TypeError: a module's name does not begin with the code of its rule, or a code is used twice.
    """
    import importlib  # noqa: PLC0415  only the commands that check need the rules
    import os  # noqa: PLC0415

    from duizhao.validator import rules  # noqa: PLC0415

    found: dict[str, Rule] = {}
    names = (name for name, suffix in map(os.path.splitext, os.listdir(rules.__path__[0])) if suffix == ".py")
    for name in sorted(name for name in names if name != "__init__"):  # pkgutil would import inspect, at 10 ms
        module = importlib.import_module(f"{rules.__name__}.{name}")
        defined = [item.rule for item in vars(module).values() if hasattr(item, "rule")]
        for one in defined:
            if not name.startswith(one.code.lower() + "_") or one.code in found:
                raise TypeError(f"validator/rules/{name}.py: name it {one.code.lower()}_<slug>.py, one rule")
            found[one.code] = one
    return dict(sorted(found.items()))


@lru_cache(maxsize=32)  # asked for every article, with the settings of its path
def enabled(settings: Settings) -> tuple[Rule, ...]:
    """The rules in force, prerequisites first."""
    rules = registry()
    codes = select(rules, settings.select) - select(rules, settings.ignore)
    order: list[Rule] = []
    waiting = [rules[code] for code in rules if code in codes]
    while waiting:
        ready = [rule for rule in waiting if not any(other.code in rule.requires for other in waiting)]
        if not ready:
            raise TypeError(f"rules require each other: {', '.join(rule.code for rule in waiting)}")
        order += ready
        waiting = [rule for rule in waiting if rule not in ready]
    return tuple(order)
