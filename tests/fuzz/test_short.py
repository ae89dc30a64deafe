"""The short form of the fuzzer: a few damaged inputs of every kind; `python3 noxfile.py -s fuzz` has more."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import NoReturn

import grow
import mutate
import pytest
from cases import FOUND, keep, lay
from engines import Told, drawn
from fuzz import Run
from grow import grown, patterns
from sound_files import article
from targets import TARGETS, packages
from trial import complaint, judged, trial

from duizhao.datapackage.format.cells import share

COUNT = 10


@pytest.mark.parametrize("target", TARGETS)
def test_damaged_input_is_taken_well(target: str, tmp_path: Path) -> None:
    count = 3 if target == "loops" else COUNT
    outcomes = [trial(target, seed, tmp_path / str(seed)) for seed in range(count)]
    assert [outcome for outcome in outcomes if outcome.complaint] == []


@pytest.mark.parametrize("case", sorted(FOUND.glob("*.json")), ids=lambda path: path.stem)
def test_what_was_found_once_is_taken_well(case: Path, tmp_path: Path) -> None:
    command = lay(case, tmp_path)
    assert complaint(command) == ""


def test_a_fault_becomes_a_case_that_repeats_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("duizhao.validator.measuring.gold.Gold.family", 3)
    run = Run(most=1, minutes=0)
    seed = 0
    while not run.enough():
        seed += 1
        run.attempt("settings", Random(seed))
    (case,) = Path("build/fuzz").glob("settings-*.json")
    (tmp_path / "again").mkdir()
    assert "a fault, exit code 4" in complaint(lay(case, tmp_path / "again"))
    monkeypatch.undo()
    assert complaint(["align", str(tmp_path / "again" / "a.md")]) == ""


def test_a_case_of_a_package_holds_what_was_damaged_only(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    command = packages(Random(3), tmp_path / "first")
    keep(command, tmp_path / "first", tmp_path / "case.json")
    case = json.loads((tmp_path / "case.json").read_text("utf-8"))
    assert len(case["files"]) < 3
    assert [word.replace("second", "first") for word in lay(tmp_path / "case.json", tmp_path / "second")] == command
    for path in (path for path in (tmp_path / "first").rglob("*") if path.is_file()):
        assert path.read_bytes() == (tmp_path / "second" / path.relative_to(tmp_path / "first")).read_bytes()


@pytest.mark.parametrize(
    ("count", "asked", "expected"),
    [(7, 7, "7 inputs: 0 wrong"), (9, 7, "9 inputs: 0 wrong"), (3, 7, "stopped at 3 of 7 inputs: 0 wrong")],
)
def test_a_run_that_ends_early_says_so(count: int, asked: int, expected: str) -> None:
    run = Run(most=1, minutes=0)
    run.count, run.asked = count, asked
    assert run.summary() == expected


class _Recorder:
    """A run that finds every damage wrong which has a word in it."""

    def __init__(self) -> None:
        self.told = self.count = 0
        self.seen: list[str] = []

    def enough(self) -> bool:
        return False

    def silent(self, target: str, random: Random) -> str:
        self.seen.append(mutate.text(random, "产煤一万五千吨。", most=2))
        return "wrong" if "Title:" in self.seen[-1] else ""

    def attempt(self, target: str, random: Random) -> str:
        return self.silent(target, random)

    def tell(self) -> None:
        self.told += 1

    def end(self) -> NoReturn:
        raise AssertionError("it did not end by itself")


def test_hypothesis_draws_the_damage_and_tells_the_smallest() -> None:
    run = _Recorder()
    drawn(run, ["articles"], 400, 1)
    assert run.told == 1
    assert len(run.seen[-1]) <= len("产煤一万五千吨。Title:")


def test_bytes_tell_the_damage() -> None:
    texts = {mutate.text(Told(bytes([first, second] * 20)), article()) for first in range(9) for second in range(9)}
    assert len(texts) > 20
    assert mutate.text(Told(b"abc"), article()) == mutate.text(Told(b"abc"), article())
    assert Told(b"").random() == 0


def test_the_closed_loop_notices_what_does_not_come_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = share
    monkeypatch.setattr("duizhao.datapackage.format.cells.share", lambda value: real(value) + "0" if value else "")
    assert any("verify ends with 1" in trial("loops", seed, tmp_path / str(seed)).complaint for seed in range(5))


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


@pytest.mark.parametrize(("side", "pattern"), [("en", "a"), ("zh", "丰"), ("zh", "第2版()\n"), ("bundle", "[")])
def test_time_grows_with_the_article_only(side: str, pattern: str) -> None:
    assert grown(side, pattern, [1_000, 4_000]) == ""


def test_time_grows_with_the_page_only() -> None:
    """Each of its articles has a finding, whose line is the whole page."""
    assert grown("page", "<h3>湖水</h3><p>漲五尺、</p>", [4_000, 16_000]) == ""


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ([(1000, 0.1), (4000, 0.4), (16000, 1.7)], ""),
        ([(1000, 0.1), (4000, 0.5)], "1000: 0.10 s, 4000: 0.50 s, 5.0 times"),
        ([(1000, 0.0), (4000, 0.04)], ""),
        ([(64000, 0.6), (250000, 2.1)], "250000: 2.10 s"),
        ([(64000, 0.6), (1000000, 0.1)], ""),
    ],
)
def test_what_grows_too_fast_or_takes_too_long_is_told(times: list[tuple[int, float]], expected: str) -> None:
    assert grow.complaint(times) == expected


def test_patterns_are_of_both_sides_and_all_different() -> None:
    tried = patterns()
    assert len(tried) == len(set(tried))
    assert all(pattern for _, pattern in tried)
    assert all(sum(1 for side, _ in tried if side == one) >= 150 for one in ("en", "zh"))


@pytest.mark.parametrize(
    ("code", "out", "err", "flaw"),
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
def test_what_is_wrong_is_noticed(code: int, out: str, err: str, flaw: str) -> None:
    found = judged(code, out, err)
    assert flaw in found
    assert bool(found) == bool(flaw)
