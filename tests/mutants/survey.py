"""Whether tests hold the judgement: changes of meaning, drawn at random, and which of them no test notices.

python3 noxfile.py -s mutate                               a sample; a few minutes
python3 noxfile.py -s mutate -- --sample 200 --seed 7      another, larger one
python3 noxfile.py -s mutate -- --sample 0                 all there are; most of a day
python3 noxfile.py -s mutate -- --modules 'validator/dates/*.py'
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from typing import NamedTuple

from accepted import ACCEPTED, accepted
from killing import preload, survives
from mutants import JUDGING, Place, places

SAMPLE = 60
MOST = 0.1
"""Share of mutants that may survive without a reason."""
_RULES = ("tests/rules/test_bounds.py", "tests/rules/test_cases.py", "tests/rules/test_examples.py")
_PAIRS = tuple(
    f"tests/quantities/test_{name}.py"
    for name in ("agree", "patterns", "links", "columns", "pairing", "assign", "difference", "pairs")
)
_LONG = "growth or what_was_read or errors_are_right"
_ELSEWHERE = "rules and (H1 or H2 or H3 or P1 or P2 or P3 or C1 or R1 or T1 or W1)"
_ALL = ("-k", f"not ({_LONG}) and not ({_ELSEWHERE})")
_SHORT = ("-k", f"not ({_LONG} or whatever_an_expression) and not ({_ELSEWHERE})")
_REST = ("tests/quantities/test_consistency.py", "tests/dates", "tests/quantities/test_plain_pairs.py")
TESTS = (
    ("validator/rules/p", (*_RULES, "-k", "P1 or P2 or P3 or bounds")),
    ("validator/rules/", (*_RULES, "tests/quantities/test_links.py")),
    (
        "validator/confidence/",
        ("tests/test_signs.py", "tests/test_calibration.py", "tests/cli/test_confidence.py", *_RULES, *_SHORT),
    ),
    ("validator/dates/", ("tests/dates", *_RULES, "tests/quantities/test_pairs.py")),
    ("validator/times/", ("tests/dates", *_RULES, "tests/quantities/test_pairs.py")),
    ("validator/pairing/choice/", (*_PAIRS, *_RULES, *_REST, *_ALL)),
    ("validator/pairing/agreeing/agree.py", (*_PAIRS, *_RULES, *_REST, *_ALL)),
    ("validator/", (*_PAIRS, *_RULES, *_REST, "tests/quantities/test_exchanged.py", *_SHORT)),
)
"""What is asked of the modules whose path begins so; those first that notice most in little time."""


class Tally(NamedTuple):
    """What came of a sample."""

    killed: int
    accepted: int
    survived: int

    @property
    def rate(self) -> float:
        """Survivors without a reason, of all that have none."""
        return self.survived / max(1, self.killed + self.survived)

    def __str__(self) -> str:
        return (
            f"{self.killed} killed, {self.survived} survived ({self.rate:.1%}; at most {MOST:.0%}), "
            f"{self.accepted} survived for a reason that {ACCEPTED.name} gives"
        )


def tests_of(file: str) -> tuple[str, ...]:
    """The arguments of pytest that say which tests should notice a change of a module."""
    return next(tests for start, tests in TESTS if file.startswith(start))


def _survives(place: Place, text: str) -> bool:
    module = "duizhao." + place.file.removesuffix(".py").replace("/", ".")
    return survives(module, str(place.path), text, tests_of(place.file))


def _check(sample: list[Place]) -> None:
    """See that tests pass as long as nothing is changed: else each mutant would count as noticed."""
    for tests, place in {tests_of(place.file): place for place in sample}.items():
        if not _survives(place, place.path.read_text(encoding="utf-8")):
            sys.exit(f"mutate: these fail without any mutant: pytest {' '.join(tests)}")


def survey(sample: list[Place]) -> Tally:
    """Try these mutants, and tell of each that no test notices."""
    reasons = accepted()
    killed = excused = survived = 0
    for number, place in enumerate(sample):
        if number % 20 == 0:
            print(f"{number} of {len(sample)} tried, {survived + excused} survived", file=sys.stderr, flush=True)
        if not _survives(place, place.mutant()):
            killed += 1
            continue
        was, becomes = place.changed()
        why = reasons.get((place.file, was, becomes))
        excused, survived = excused + (why is not None), survived + (why is None)
        print(f"{place.file}:{place.line}: {why or 'survived'}\n  - {was}\n  + {becomes}", flush=True)
    return Tally(killed, excused, survived)


def main() -> None:
    parser = argparse.ArgumentParser(description="Change the meaning of judging modules, and see whether tests notice.")
    parser.add_argument("--sample", type=int, default=SAMPLE, help=f"how many, 0 for all (default: {SAMPLE})")
    parser.add_argument("--seed", type=int, default=1, help="of the sample (default: 1)")
    parser.add_argument("--modules", nargs="+", default=JUDGING, metavar="GLOB", help="others than those that judge")
    arguments = parser.parse_args()
    every = list(places(tuple(arguments.modules)))
    if not every:
        parser.error("no such modules, or nothing in them to change")
    preload(sorted({"duizhao." + place.file.removesuffix(".py").replace("/", ".") for place in every}))
    count = min(arguments.sample or len(every), len(every))
    sample = sorted(random.Random(arguments.seed).sample(every, count))
    _check(sample)
    start = time.monotonic()
    tally = survey(sample)
    print(f"{count} of {len(every)} mutants, seed {arguments.seed}, in {time.monotonic() - start:.0f} s: {tally}")
    sys.exit(tally.rate > MOST)


if __name__ == "__main__":
    main()
