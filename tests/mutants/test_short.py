"""The survey of mutants, in short; `nox -s mutate` makes many."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from accepted import accepted

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
JUDGED = """
import sys
from killing import preload, survives
module = "duizhao.validator.confidence.severity"
preload([module])
with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
tests = ["tests/test_calibration.py", "-k", "severity_is_harm"]
for mutant in (text, text.replace("0.7,", "0.8,"), "a syntax error"):
    print(survives(module, sys.argv[1], mutant, tests))
"""


def test_accepted_survivors_are_of_lines_that_are_there() -> None:
    for (file, was, becomes), why in accepted().items():
        assert was in {line.strip() for line in (ROOT / file).read_text(encoding="utf-8").splitlines()}, (file, was)
        assert becomes != was
        assert why


@pytest.mark.skipif(sys.platform == "win32", reason="trials are forks")
def test_a_mutant_is_noticed_and_the_module_as_it_is_survives() -> None:
    severity = ROOT / "validator" / "confidence" / "severity.py"
    command = [sys.executable, "-c", JUDGED, str(severity)]
    environment = {"PYTHONPATH": str(HERE), "PYTHONSAFEPATH": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() == ["True", "False", "False"]


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
        ("@lru_cache(maxsize=1)\ndef a(): ...", []),
    ],
)
def test_what_mutants_there_are(line: str, becomes: list[str], tmp_path: Path) -> None:
    pytest.importorskip("cosmic_ray", reason="the group `mutate` is not installed")
    from mutants import places

    (tmp_path / "module.py").write_text(line, encoding="utf-8")
    made = [" ".join(place.changed()[1].split()) for place in places(("module.py",), tmp_path)]
    assert sorted(made) == sorted(" ".join(line.split()) for line in becomes)
