"""What a rule is.

A rule is a generator over a `Case`, in which it sets nothing, that yields `Hit`s.  Its docstring is its manual page,
and its shape is checked when the rule is defined:

    A short sentence that says what is wrong.

    Why: what it does to a reader.

    Fires:
        zh: 产煤一万五千吨。
        en: The output was 1,500 tons of coal.
        marks: 1,500 tons

    Silent:
        zh: 产煤一万五千吨。
        en: The output was 15,000 tons of coal.

Keys of an example are those of `examples.KEYS`; the documentation page, `duizhao explain` and the SARIF metadata are
made from the docstring, and a test runs every example.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.finding import RULE_CODE, Severity

if TYPE_CHECKING:
    from duizhao.validator.case import Case

FAMILIES = {
    "H": "Headers",
    "D": "Dates",
    "P": "Paired languages",
    "N": "Numbers",
    "R": "Record",
    "T": "Terms",
    "C": "Corpus",
    "W": "Waivers",
}
_NAME = regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SECTION = regex(r"^(Why|Fires|Silent|Source):[ ]*", re.MULTILINE)


class Hit(NamedTuple):
    """What a rule yields: a sentence and the places it speaks of."""

    message: str
    en: Span | None = None
    zh: Span | None = None
    severity: Severity | None = None
    """Another severity than the rule's own, where this case is less certain."""
    most: Severity | None = None
    """The severest that this case may be, however likely it is right; None for what the rule may be."""
    of_issue: bool = False
    """True where it speaks of all the articles of an issue alike: it is told of the first one alone."""
    made_good: bool = False
    """True where another file has what is missing here: it is not told, but still keeps other rules from speaking."""


Check = Callable[["Case"], Iterable[Hit]]


class Rule(NamedTuple):
    """A rule with its manual page."""

    code: str
    name: str
    severity: Severity
    check: Check
    requires: tuple[str, ...]
    """Codes of rules that must find nothing for this one to make sense."""
    summary: str
    why: str
    fires: tuple[str, ...]
    silent: tuple[str, ...]
    source: str
    """The standard or reference work it is taken from, '' where there is none."""

    @property
    def family(self) -> str:
        return self.code[0]


def rule(code: str, name: str, severity: Severity, *, requires: tuple[str, ...] = ()) -> Callable[[Check], Check]:
    """Make a generator function a rule.

    Args:
        code: family letter and three digits.
        name: what it finds, in words joined by hyphens.
        severity: of its hits, unless a hit says otherwise.
        requires: codes of rules that must find nothing first.

    Raises:
        TypeError: the code, the name or the docstring is not of the form that `duizhao explain` needs.
    """

    def define(check: Check) -> Check:
        if not RULE_CODE.fullmatch(code) or code[0] not in FAMILIES or not _NAME.fullmatch(name):
            raise TypeError(
                f"rule {code} {name}: want a family letter and three digits, and a name of words-and-hyphens"
            )
        page = _page(code, check.__doc__ or "")
        # On the function itself, which the registry finds in its module.
        check.rule = Rule(code, name, severity, check, requires, **page)  # type: ignore[attr-defined]
        return check

    return define


def _page(code: str, docstring: str) -> dict[str, Any]:
    lines = docstring.splitlines()
    text = "\n".join(lines[:1] + [line.removeprefix("    ") for line in lines[1:]]).strip()
    pieces = _SECTION.split(text)
    summary = " ".join(pieces[0].split())
    found: dict[str, list[str]] = {"Why": [], "Fires": [], "Silent": [], "Source": []}
    for title, body in zip(pieces[1::2], pieces[2::2], strict=True):
        found[title].append(body.strip())
    if not summary or len(found["Why"]) != 1 or not found["Fires"] or not found["Silent"]:
        raise TypeError(f"rule {code}: its docstring needs a sentence, `Why:`, and at least one `Fires:` and `Silent:`")
    return {
        "summary": summary,
        "why": " ".join(found["Why"][0].split()),
        "fires": tuple(found["Fires"]),
        "silent": tuple(found["Silent"]),
        "source": " ".join(" ".join(found["Source"]).split()),
    }
