"""Write the file that the tables of words are read from.

python docs/generate_lexicon.py            write validator/quantities/lexicon/compiled.json
python docs/generate_lexicon.py --check    fail where it is not what would be written
"""

from __future__ import annotations

import sys

from duizhao.validator.quantities.lexicon import build_names, build_table, build_units
from duizhao.validator.quantities.lexicon.compiled import FILE, render


def main(arguments: list[str]) -> int:
    """Write the file, or say whether it is stale."""
    meant = render(build_units(), build_table, build_names)
    if "--check" not in arguments:
        with open(FILE, "w", encoding="utf-8", newline="\n") as file:
            file.write(meant)
        return 0
    try:
        with open(FILE, encoding="utf-8") as file:
            fresh = file.read() == meant
    except OSError:
        fresh = False
    if not fresh:
        print("stale: run python docs/generate_lexicon.py", file=sys.stderr)
    return 0 if fresh else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
