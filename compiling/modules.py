"""Which modules a compiled wheel holds as machine code, and why the others are left as they are.

What takes the time of a check is compiled: reading numbers and dates, putting the paragraphs and the numbers of both
languages together, and judging them.  The rules are not, since their docstrings are their manual pages, which machine
code does not keep; nor what waits for disks and processes.
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (
    "align",
    "characters",
    "dates",
    "exclusive",
    "pairing",
    "quantities",
    "text",
    "times",
)
"""Folders of the validator, with all that lies below them."""
LEFT_OUT = {
    "__init__.py": "names what its folder is, and hands on what others hold",
    "quantities/lexicon/*.py": "reads tables at the start and finds them beside itself; nothing of it runs for each text",
}
"""What is left out in them, with the reason: a name in any folder, or a pattern of paths."""


def compiled_modules() -> list[str]:
    """Paths of what is compiled, from the folder of the package on: `duizhao/validator/align/path.py`."""
    validator = ROOT / "validator"
    found = sorted(path for folder in FOLDERS for path in (validator / folder).rglob("*.py"))
    kept = (path for path in found if not any(path.match(pattern) for pattern in LEFT_OUT))
    return [f"duizhao/validator/{path.relative_to(validator).as_posix()}" for path in kept]
