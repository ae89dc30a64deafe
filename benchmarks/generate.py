"""Write generated articles.

    python benchmarks/generate.py 2000 out/articles
    python benchmarks/generate.py 2000 out/planted --plant
    python benchmarks/generate.py 200000 out/notices --short

With `--plant` one number of each article is wrong, and `gold.jsonl` says which; `duizhao evaluate` reads it.
"""

from __future__ import annotations

import argparse
import json
import os

from articles import Made, make

SEED = 1958


def write(folder: str, count: int, *, seed: int = SEED, plant: bool = False, short: bool = False) -> int:
    """Write that many articles below a folder, and return how many bytes they are."""
    size = 0
    gold = []
    for made in (make(seed, index, plant=plant, short=short) for index in range(count)):
        path = os.path.join(folder, os.path.basename(made.name) if plant else made.name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            size += file.write(made.data)
        gold.append(_gold_line(made))
    if plant:
        with open(os.path.join(folder, "gold.jsonl"), "w", encoding="utf-8") as file:
            file.writelines(gold)
    return size


def _gold_line(made: Made) -> str:
    planted = made.planted
    row = {
        "file": os.path.basename(made.name),
        "kind": planted.kind if planted else "none",
        "zh": planted.zh if planted else "",
        "en": planted.en if planted else "",
        "severity": "error",
        "catch": "value",
    }
    return json.dumps(row, ensure_ascii=False) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description="Write generated articles.")
    parser.add_argument("count", type=int, help="how many")
    parser.add_argument("folder", help="where to; made if it is not there")
    parser.add_argument("--seed", type=int, default=SEED, help="another collection (default: %(default)s)")
    parser.add_argument("--plant", action="store_true", help="make one number of each article wrong")
    parser.add_argument("--short", action="store_true", help="notices of two to four sentences")
    arguments = parser.parse_args()
    size = write(arguments.folder, arguments.count, seed=arguments.seed, plant=arguments.plant, short=arguments.short)
    print(f"{arguments.count} articles, {size / 1e6:.1f} MB, in {arguments.folder}")


if __name__ == "__main__":
    main()
