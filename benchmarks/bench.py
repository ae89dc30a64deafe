"""Measure speed and memory, and print ratios.

    nox -s bench                            all measures, in a few minutes
    nox -s bench -- rules start             some of them
    nox -s bench -- --large                 200,000 articles and a package of 20,000
    nox -s bench -- rules --recognizers     also against Recognizers-Text, which is installed apart

Run it on the installed wheel, as the session does: an editable install starts slower.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

from measures import MEASURES, Bench
from timing import Row, table


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure speed and memory, and print ratios.")
    parser.add_argument("measures", nargs="*", metavar="MEASURE", help=f"of {', '.join(MEASURES)}; default: all")
    parser.add_argument("--large", action="store_true", help="with 200,000 articles; takes a quarter of an hour")
    parser.add_argument("--recognizers", action="store_true", help="compare with Recognizers-Text as well")
    parser.add_argument("--keep", metavar="FOLDER", help="work there, and use again what is there")
    arguments = parser.parse_args()
    if unknown := set(arguments.measures) - set(MEASURES):
        parser.error(f"no such measure: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(arguments.keep or temporary).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        os.chdir(folder)
        bench = Bench(folder, large=arguments.large, recognizers=arguments.recognizers)
        rows = _rows(bench, arguments.measures or list(MEASURES))
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores; a ratio is duizhao : other\n")
    print(table(rows))
    return 1 if any(row.reached is False for row in rows) else 0


def _rows(bench: Bench, names: list[str]) -> list[Row]:
    rows: list[Row] = []
    for name in names:
        print(f"{name} …", file=sys.stderr, flush=True)
        rows += MEASURES[name](bench)
    return rows


if __name__ == "__main__":
    raise SystemExit(main())
