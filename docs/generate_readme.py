"""Refresh what the README shows of the output: the real one, of the article in `docs/example/`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from pages import ROOT, main

README = ROOT / "README.md"
COMMAND = ("duizhao", "check", "docs/example")
_BLOCK = re.compile(r"(?<=<!-- output: generated -->\n\n```text\n).*?(?=```\n)", re.DOTALL)


def pages() -> dict[Path, str]:
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", *COMMAND]
    output = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False).stdout.decode()
    block = f"$ {' '.join(COMMAND)}\n{output.replace(os.linesep, chr(10))}"
    return {README: _BLOCK.sub(lambda _: block, README.read_text(encoding="utf-8"), count=1)}


if __name__ == "__main__":
    raise SystemExit(main(pages()))
