"""The survey of mutants, in short; `nox -s mutate` makes many."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from accepted import accepted, reason
from judging import JUDGING, OTHERWISE, TESTS
from lines import Where, naming, where

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
JUDGED = """
from killing import within
file = "validator/confidence/severity.py"
with open(file, encoding="utf-8") as opened:
    text = opened.read()
def work(session):
    assert not session.failed
    for mutant in (text, text.replace("0.7,", "0.8,"), text.replace("is not None", "is None"), "a syntax error"):
        print(session.try_out(file, {file: range(1, 99)}, mutant), flush=True)
within(["tests/test_calibration.py", "-k", "severity_is_harm"], [file], work)
"""
PUT = """
import sys
from importlib import import_module
from patching import UnpatchedError, module_of, put
file, was, becomes, asked = sys.argv[1:]
module, _, name = asked.partition(":")
import_module(module_of(file))
with open(file, encoding="utf-8") as opened:
    text = opened.read()
assert was in text
where = vars(import_module(module))
try:
    put(module_of(file), text.replace(was, becomes))
except UnpatchedError:
    print("unpatched")
else:
    print(eval(name, where))
"""
NOTICED = "tests/test_calibration.py::test_severity_is_harm_times_confidence"


def run(*words: str) -> str:
    """What a script says, among the modules of the survey."""
    environment = {"PYTHONPATH": str(HERE), "PYTHONSAFEPATH": "1"}
    done = subprocess.run([sys.executable, "-c", *words], cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_accepted_survivors_are_of_lines_that_are_there() -> None:
    for (file, was, becomes), why in accepted().items():
        assert was in {line.strip() for line in (ROOT / file).read_text(encoding="utf-8").splitlines()}, (file, was)
        assert becomes != was
        assert why


@pytest.mark.parametrize(
    ("was", "becomes", "excused"),
    [
        ("text[max(0, zh.start - 8) : zh.start]", "text[max( 1, zh.start - 8) : zh.start]", True),
        ("text[max(0, zh.start - 8) : zh.start]", "text[max( -1, zh.start - 8) : zh.start]", True),
        ("text[max(0, zh.start - 8) : zh.start]", "text[max(0, zh.start - 7) : zh.start]", False),
        ("text[max(0, zh.start - 8) : zh.start]", "text[min(0, zh.start - 8) : zh.start]", False),
        ("found = max(0, number)", "found = max( 1, number)", False),
        ("if here:", "if not here:", False),
    ],
)
def test_what_is_accepted_wherever_it_stands(was: str, becomes: str, excused: bool) -> None:
    assert (reason({}, "validator/case.py", was, becomes) is not None) is excused


@pytest.mark.skipif(sys.platform == "win32", reason="trials are forks")
def test_a_mutant_is_noticed_and_the_module_as_it_is_survives() -> None:
    as_it_is, bound, turned, broken = (line for line in run(JUDGED).splitlines() if line.startswith("Verdict"))
    assert "noticed=''" in as_it_is
    assert f"noticed='{NOTICED}[" in bound
    assert f"noticed='{NOTICED}[" in turned
    assert "noticed='import: SyntaxError'" in broken


@pytest.mark.parametrize(
    ("file", "was", "becomes", "asked", "said"),
    [
        ("times/resolve.py", '"tomorrow": 1,', '"tomorrow": 2,', "times.resolve:_DAYS['tomorrow']", "2"),
        (
            "times/resolve.py",
            "-parts.y",
            "+parts.y",
            "times.compare:signed_year(DateParts(9, calendar='bc'))",
            "9",
        ),
        ("pairing/weights.py", "RIVAL_COST = 0.9", "RIVAL_COST = 0.1", "pairing.choice.joining:_DOUBTED < 0", "True"),
        ("rules/c101_duplicate.py", ".WARNING", ".INFO", "rules.c101_duplicate:check.rule.severity.word", "info"),
        ("pairing/model.py", "certainty: int = DOUBTFUL", "certainty: int = SURE", "pairing.model:0", "unpatched"),
    ],
)
def test_a_mutant_takes_the_place_of_what_is_imported(file: str, was: str, becomes: str, asked: str, said: str) -> None:
    assert run(PUT, f"validator/{file}", was, becomes, f"duizhao.validator.{asked}").strip() == said


def test_every_module_of_the_validator_judges_or_is_said_to_do_something_else() -> None:
    judging = {path.relative_to(ROOT).as_posix() for pattern in JUDGING for path in ROOT.glob(pattern)}
    for path in sorted((ROOT / "validator").rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        otherwise = any(file == where or file.startswith(f"{where}/") for where in OTHERWISE)
        assert (file in judging) is not otherwise or file == "validator/__init__.py", file


@pytest.mark.parametrize("path", [*TESTS, *OTHERWISE])
def test_what_is_listed_is_there(path: str) -> None:
    assert (ROOT / path).exists()


TEXT = """\
LEAST = 3
MOST = LEAST * 2


class Bounds:
    low: int = 1


def near(
    one: int = LEAST,
) -> bool:
    if (
        one
        and one < MOST
    ):
        return True
    return False
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (1, Where((1,), ("LEAST",), outside=True, definition=False)),
        (6, Where((6,), ("low", "Bounds"), outside=True, definition=False)),
        (10, Where((9, 10, 11), ("near",), outside=True, definition=True)),
        (14, Where((12, 13, 14, 15), (), outside=False, definition=False)),
        (16, Where((16,), (), outside=False, definition=False)),
    ],
)
def test_where_a_mutant_is(line: int, expected: Where) -> None:
    assert where(TEXT, line) == expected


def test_a_value_is_sought_where_it_or_one_made_of_it_is_used() -> None:
    texts = {"a.py": TEXT, "b.py": "def far():\n    return a.LEAST\n"}
    assert naming(texts, ("LEAST",)) == {"a.py": {12, 13, 14, 15}, "b.py": {2}}


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("least = 0.7", ["least = 1.7", "least = -0.30000000000000004"]),
        ("if a and not b:\n    pass", ["if not a and not b:", "if a and  b:", "if a or not b:"]),
        ("from x import PROBABLE, SURE\nfound = SURE", ["found = PROBABLE"]),
        ("from x import SURE\nfound = SURE", []),
        ("found = Severity.ERROR", ["found = Severity.WARNING"]),
        ("found = a | b", ["found = a & b"]),
        ("def found(one: int | None) -> int | None: ...", []),
        ("def found(one: int, *, two: int) -> int: ...", []),
        ("found = one * two", ["found = one / two"]),
        ("@lru_cache(maxsize=1)\ndef a(): ...", []),
        ("pairs = zip(one, other, strict=True)", []),
    ],
)
def test_what_mutants_there_are(line: str, becomes: list[str], tmp_path: Path) -> None:
    pytest.importorskip("cosmic_ray", reason="the group `mutate` is not installed")
    from mutants import places

    (tmp_path / "module.py").write_text(line, encoding="utf-8")
    made = [" ".join(place.changed()[1].split()) for place in places(("module.py",), tmp_path)]
    assert sorted(made) == sorted(" ".join(line.split()) for line in becomes)
