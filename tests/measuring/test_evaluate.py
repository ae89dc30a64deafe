"""The gold set of the project: what it takes to find all of it, and nothing else."""

from __future__ import annotations

import os

import pytest

from duizhao.errors import ConfigError, UnreadableError, UsageError
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.measuring.evaluate import HitCount, evaluate

GOLD = os.path.join(os.path.dirname(__file__), os.pardir, "gold")


def test_everything_is_found_and_nothing_else() -> None:
    result = evaluate([GOLD], Settings())
    assert result.files == 3
    assert result.missed == ()
    assert result.unconfirmed == ()
    assert result.catchable == HitCount(11, 11)


def test_a_rule_that_is_off_is_missed() -> None:
    result = evaluate([GOLD], Settings(ignore=("N131",)))
    assert [line.split(": ", 1)[1] for line in result.missed] == ["ordinal: 临河三区 | Sanqu, Linhe County"]


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        ('{"kind": "date"}', ConfigError, "gold.jsonl:1: not a gold line"),
        ('{"file": "a.md", "kind": "date"}\n[]', ConfigError, "gold.jsonl:2: not a gold line"),
        *(
            (f'{{"file": "a.md", "kind": "date", "{key}": {value}}}', ConfigError, f"{key} is no text")
            for key in ("file", "kind", "severity", "catch")
            for value in ("3", '["a"]', '{"a": 1}', "true")
        ),
        ('{"file": "absent.md", "kind": "date"}', UnreadableError, "absent.md: a gold line names this article"),
    ],
)
def test_bad_gold(tmp_path: str, content: str, error: type[Exception], message: str) -> None:
    path = os.path.join(tmp_path, "gold.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        file.write(content)
    with pytest.raises(error, match=message.replace(".", r"\.")):
        evaluate([path], Settings())


def test_no_gold(tmp_path: str) -> None:
    with pytest.raises(UsageError, match=r"no gold file"):
        evaluate([str(tmp_path)], Settings())
