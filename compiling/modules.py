"""Which modules a compiled wheel holds as machine code.

What takes the time of a check is compiled, folder by folder: reading numbers and dates, putting the paragraphs and the
numbers of both languages together, judging them, and making findings of that.  What is left out has its reason:

- the rules: their docstrings are their manual pages, which machine code does not keep;
- `case.py`: a case keeps each analysis in its dictionary of attributes, which machine code does not have;
- all that runs once for a file or a run, or waits for disks and processes.
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("align", "characters", "confidence", "dates", "exclusive", "pairing", "quantities", "text", "times")
"""Folders of the validator, with all that lies below them."""
MODULES = ("finding.py", "hits.py")
"""Modules of the validator itself."""


def compiled_modules() -> list[str]:
    """Paths of what is compiled, from the folder of the package on: `duizhao/validator/align/path.py`."""
    validator = ROOT / "validator"
    below = (path for folder in FOLDERS for path in (validator / folder).rglob("*.py"))
    found = sorted([*below, *(validator / name for name in MODULES)])
    return [f"duizhao/validator/{path.relative_to(validator).as_posix()}" for path in found]
