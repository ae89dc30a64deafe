"""Glossaries: what is read, and the place of what is wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import duizhao.validator.configuration
from duizhao.errors import ConfigError
from duizhao.schema.publication import Term
from duizhao.validator.configuration.glossary import load_glossary

EXAMPLE = os.path.join(duizhao.validator.configuration.__path__[0], "glossary.example.yaml")


def written(folder: Path, text: str) -> str:
    path = folder / "glossary.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_example_has_thirty_terms_with_sources() -> None:
    terms = load_glossary(EXAMPLE)
    assert len(terms) == 30
    assert all(term.accepted and term.rejected and term.source for term in terms)
    lower = [({a.lower() for a in term.accepted}, {r.lower() for r in term.rejected}) for term in terms]
    assert all(accepted.isdisjoint(rejected) for accepted, rejected in lower)


def test_a_term(tmp_path: Path) -> None:
    text = '- chinese: 行总\n  accepted: [CNRRA]\n  rejected: [Executive Yuan]\n  first: "1945"\n  last: "1947"\n'
    assert load_glossary(written(tmp_path, text)) == (Term("行总", ("CNRRA",), ("Executive Yuan",), "1945", "1947"),)


def test_a_term_may_end_within_the_time_it_begins_in(tmp_path: Path) -> None:
    text = "- {chinese: 行总, accepted: [CNRRA], first: 1945-01, last: 1945}\n"
    assert load_glossary(written(tmp_path, text))[0].last == "1945"


def test_an_empty_file_is_an_empty_glossary(tmp_path: Path) -> None:
    assert load_glossary(written(tmp_path, "# nothing yet\n")) == ()


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("chinese: 行总\n", 1, 1, "the document is a mapping; want a list"),
        ("- 行总\n", 1, 3, "`[1]` is '行总'; want a mapping"),
        ("- chinese: 行总\n", 1, 3, "`[1]` has no `accepted`"),
        ("- accepted: [CNRRA]\n", 1, 3, "`[1]` has no `chinese`"),
        ("- chinese: 行总\n  acepted: [CNRRA]\n", 2, 3, "unknown key `acepted`; did you mean `accepted`?"),
        ("- chinese: 行总\n  accepted: CNRRA\n", 2, 3, "`[1].accepted` is 'CNRRA'; want a list of renderings"),
        ("- chinese: 行总\n  accepted: []\n", 2, 3, "`[1].accepted` is an empty list; want a list of renderings"),
        ("- chinese: 行总\n  accepted: [A, ' ']\n", 2, 17, "`[1].accepted[2]` is ' '; want words"),
        ("- chinese: ' '\n  accepted: [CNRRA]\n", 1, 3, "`[1].chinese` is ' '; want words"),
        ("- chinese: [行总]\n  accepted: [CNRRA]\n", 1, 3, "`[1].chinese` is a list; want words"),
        (
            "- chinese: 行总\n  accepted: [CNRRA]\n  first: soon\n",
            3,
            3,
            "`[1].first` is 'soon'; want YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        ("- chinese: 行总\n  accepted: [A]\n  first: 1945-99-99\n", 3, 3, "`[1].first` is '1945-99-99'; the calendar"),
        ("- chinese: 行总\n  accepted: [A]\n  last: 1945-02-29\n", 3, 3, "`[1].last` is '1945-02-29'; the calendar"),
        (
            "- {chinese: 行总, accepted: [A]}\n- {chinese: 行总, accepted: [B]}\n",
            2,
            3,
            "行总 occurs twice for the same",
        ),
        ("- chinese: [\n", 2, 1, "not YAML"),
    ],
)
def test_what_is_wrong_has_a_place(tmp_path: Path, text: str, line: int, column: int, says: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_glossary(written(tmp_path, text))
    assert (caught.value.line, caught.value.column) == (line, column)
    assert caught.value.message.startswith(says)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_glossary(str(tmp_path / "none.yaml"))
