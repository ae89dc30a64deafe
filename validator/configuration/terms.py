"""Terms, of a glossary or of a newspaper, from what is written of them; and the time that either is of."""

from __future__ import annotations

from typing import Any

from duizhao.schema.publication import Publication, Term
from duizhao.validator.configuration.located import KeyPath, Located


def terms_of(document: Located, entries: list[dict[str, Any]], path: KeyPath) -> tuple[Term, ...]:
    """The terms of a list that is of the form of `keys.newspapers.TERM`.

    Args:
        document: where it is written, for errors.
        entries: the list.
        path: the keys and indices that lead to it.

    Raises:
        ConfigError: a term is there twice from the same time on, or ends before it begins.
    """
    terms: dict[tuple[str, str], Term] = {}
    for number, entry in enumerate(entries):
        term = Term(**{key: _value(value) for key, value in entry.items()})
        # The same word may mean another institution from another time on.
        if (term.chinese, term.first) in terms:
            raise document.error(f"{term.chinese} occurs twice for the same period", (*path, number))
        demand_order(document, term, (*path, number))
        terms[term.chinese, term.first] = term
    return tuple(terms.values())


def demand_order(document: Located, record: Term | Publication, path: KeyPath) -> None:
    """See that what is between two dates is between them.

    Raises:
        ConfigError: the last is before the first, so that nothing is.
    """
    # A last of 1947 takes in all of that year, from July on as well.
    if record.last and record.last < record.first[: len(record.last)]:
        message = f"`last` is {record.last}, which is before `first`, {record.first}"
        raise document.error(message, (*path, "last"))


def _value(value: Any) -> Any:
    """A list as a tuple; a year is a text, though YAML may have taken it for a number."""
    return tuple(value) if isinstance(value, list) else str(value)
