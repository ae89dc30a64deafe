"""Glossaries: YAML files of terms with the English that is accepted and the English that is ruled out.

- chinese: 行总
  accepted: [Chinese National Relief and Rehabilitation Administration, CNRRA]
  rejected: [Executive Headquarters]
  apart: [南行总栈]
  first: "1945"
  last: "1947"
  source: "..."
"""

from __future__ import annotations

from duizhao.errors import ConfigError, UsageError
from duizhao.schema.publication import Term
from duizhao.validator.configuration.bounded_file import read_bounded
from duizhao.validator.configuration.conform import demand
from duizhao.validator.configuration.keys.forms import document, mappings
from duizhao.validator.configuration.keys.newspapers import TERM
from duizhao.validator.configuration.read_yaml import read_yaml
from duizhao.validator.configuration.terms import terms_of

_LARGEST = 8 << 20  # bytes; a glossary of a hundred thousand terms is smaller


def load_glossary(path: str) -> tuple[Term, ...]:
    """The terms of a glossary file.

    Raises:
        ConfigError: with the place, where the file cannot be read or is not of the form above.
    """
    try:
        text = read_bounded(path, path, "the glossary", "a glossary", _LARGEST)
    except UsageError as error:
        raise ConfigError(error.message, path=path) from None
    # Terms are words, `no` and 1945 among them.
    written = read_yaml(path, text, words=True)
    if written.data in (None, ""):  # nothing but comments
        return ()
    demand(written, document(mappings(TERM)))
    return terms_of(written, written.data, ())
