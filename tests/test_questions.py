"""The ten questions of the architecture are answered with names that are there."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("\n## Ten questions\n")[2]
ANSWERS = re.findall(r"^\| (.+\?) \| `([\w/]+)\.py` \| `([\w.]+)` \|$", PAGE.partition("\n## ")[0], re.MULTILINE)


def test_there_are_ten() -> None:
    assert len(ANSWERS) == 10


@pytest.mark.parametrize(("question", "path", "name"), ANSWERS, ids=[question for question, _, _ in ANSWERS])
def test_the_answer_is_where_it_is_said_to_be(question: str, path: str, name: str) -> None:
    module = importlib.import_module("duizhao." + path.removeprefix("core/").replace("/", "."))
    beside = Path(str(module.__file__)).with_name(
        f"{path.rpartition('/')[2]}.py"
    )  # where a compiled one has its source
    assert beside.read_bytes() == (ROOT / f"{path}.py").read_bytes()
    found: object = module
    for part in name.split("."):
        found = getattr(found, part)
    # Not only imported there: whoever follows an answer wants the place where it is written.
    assert re.search(rf"^\s*(?:def |class )?{part}\b[^.]*[:=(]", (ROOT / f"{path}.py").read_text("utf-8"), re.MULTILINE)
