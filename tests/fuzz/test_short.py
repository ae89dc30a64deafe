"""The short form of the fuzzer: a few damaged inputs of every kind; `python3 noxfile.py -s fuzz` has more."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import mutate
import pytest
from grow import grown, patterns
from targets import TARGETS, packages
from trial import judged, trial

COUNT = 12


@pytest.mark.parametrize("target", TARGETS)
def test_damaged_input_is_taken_well(target: str, tmp_path: Path) -> None:
    outcomes = [trial(target, seed, tmp_path / str(seed)) for seed in range(COUNT)]
    assert [outcome for outcome in outcomes if outcome.complaint] == []


def test_the_same_seed_does_the_same_damage(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        packages(Random(7), tmp_path / name)
    for path in (tmp_path / "a" / "p").rglob("*.*"):
        assert path.read_bytes() == (tmp_path / "b" / path.relative_to(tmp_path / "a")).read_bytes()


def test_the_damage_is_of_every_kind() -> None:
    document = {"name": "a", "list": [1, {"b": "c"}]}
    damaged = {json.dumps(mutate.document(Random(seed), document), sort_keys=True) for seed in range(200)}
    assert len(damaged) > 100
    assert len({mutate.text(Random(seed), "产煤一万五千吨。") for seed in range(200)}) > 100
    assert len({mutate.data(Random(seed), b"PK\3\4" * 9) for seed in range(200)}) > 100


@pytest.mark.parametrize(("side", "pattern"), [("en", "a"), ("zh", "丰"), ("zh", "第2版()\n")])
def test_time_grows_with_the_article_only(side: str, pattern: str) -> None:
    assert grown(side, pattern, [1_000, 4_000]) == ""


def test_patterns_are_of_both_sides_and_all_different() -> None:
    tried = list(patterns())
    assert len(tried) == len(set(tried)) > 150
    assert {side for side, _ in tried} == {"en", "zh"}


@pytest.mark.parametrize(
    ("code", "out", "err", "complaint"),
    [
        (0, "fine\r\n", "", ""),
        (1, "", "", ""),
        (2, "", "duizhao: so\n", ""),
        (2, "", "duizhao: so\nand so\n", "not one line of error"),
        (2, "", "", "not one line of error"),
        (4, "", "", "a fault, exit code 4"),
        (5, "", "", "exit code 5"),
        (130, "", "duizhao: interrupted\n", "exit code 130"),
        (3, "", "duizhao: a: not done: memory is short\n", "memory is short"),
        (0, "a\x1b[31m", "", "reached the output"),
        (0, "", "\u202e", "reached the output"),
        (3, "not checked, through a fault of duizhao 1", "", "a fault"),
    ],
)
def test_what_is_wrong_is_noticed(code: int, out: str, err: str, complaint: str) -> None:
    found = judged(code, out, err)
    assert complaint in found
    assert bool(found) == bool(complaint)
