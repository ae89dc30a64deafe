"""Whether tests hold the judgement: changes of meaning, drawn at random, and which of them no test notices.

python3 noxfile.py -s mutate                               a sample; a few minutes
python3 noxfile.py -s mutate -- --sample 200 --seed 7      another, larger one
python3 noxfile.py -s mutate -- --each 20                  as many of each module, and a table of the modules
python3 noxfile.py -s mutate -- --sample 0                 all there are; hours
python3 noxfile.py -s mutate -- --modules 'validator/dates/*.py'
python3 noxfile.py -s mutate -- --survivors                those that survived last time
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

import afresh
from accepted import ACCEPTED, accepted, reason
from judging import JUDGING, LEFT_OUT, TESTS
from killing import Session, Verdict, within
from lines import naming, where
from mutants import ROOT, Place, modules, places, text_of
from patching import module_of

SAMPLE = 60
MOST = 0.1
"""Share of mutants that may survive without a reason."""
SURVIVORS = ROOT / "build" / "mutants" / "survivors.jsonl"
"""Those of the last survey."""


class Tally(NamedTuple):
    """What came of a sample."""

    killed: int = 0
    accepted: int = 0
    survived: int = 0

    @property
    def rate(self) -> float:
        """Survivors without a reason, of all that have none."""
        return self.survived / max(1, self.killed + self.survived)

    def __str__(self) -> str:
        return (
            f"{self.killed} killed, {self.survived} survived ({self.rate:.1%}; at most {MOST:.0%}), "
            f"{self.accepted} survived for a reason that {ACCEPTED.name} gives"
        )


class Survey:
    """Tries mutants, and tells of each that no test notices."""

    def __init__(self, sample: list[Place]) -> None:
        self._sample, self._reasons = sample, accepted()
        self._texts = {path.relative_to(ROOT).as_posix(): text_of(path) for path in modules(JUDGING)}
        self.tallies: dict[str, Tally] = defaultdict(Tally)
        self.failed: list[str] = []
        """Tests that fail without any mutant: with them each mutant would count as noticed."""

    @property
    def files(self) -> list[str]:
        """The modules where lines are watched: all that judge, and those of the sample."""
        return sorted({*self._texts, *(place.file for place in self._sample)})

    def run(self, session: Session) -> None:
        """Try all mutants of the sample."""
        self.failed = session.failed
        if self.failed:
            return
        SURVIVORS.parent.mkdir(parents=True, exist_ok=True)
        with SURVIVORS.open("w", encoding="utf-8") as survivors:
            for number, place in enumerate(self._sample):
                if number % 100 == 0:
                    print(f"{number} of {len(self._sample)} tried", file=sys.stderr, flush=True)
                if row := self._try_out(session, place):
                    print(json.dumps(row, ensure_ascii=False), file=survivors, flush=True)

    def _try_out(self, session: Session, place: Place) -> dict[str, Any] | None:
        verdict = self._verdict(session, place)
        was, becomes = place.changed()
        why = reason(self._reasons, place.file, was, becomes)
        self.tallies[place.file] = _counted(self.tallies[place.file], verdict, why)
        if verdict.noticed:
            return None
        print(f"{place.file}:{place.line}: {why or f'survived {verdict.tried}'}\n  - {was}\n  + {becomes}", flush=True)
        return None if why else {**place.row, "was": was, "becomes": becomes}

    def _verdict(self, session: Session, place: Place) -> Verdict:
        """What the tests of a place say; of the head of a function or class these are all that reach its file."""
        statement = where(text_of(place.path), place.line)
        lines = {place.file: set(statement.lines)}
        if statement.outside:
            lines = {place.file: {0}} if statement.definition else naming(self._texts, statement.names)
        text = place.mutant()
        verdict = session.try_out(place.file, lines, text)
        if verdict.noticed != "unpatched":
            return verdict
        tests = sorted(session.files(place.file, lines)) or list(TESTS)
        deselected = ("-k", f"not ({' or '.join(LEFT_OUT)})")
        failed = afresh.noticed(module_of(place.file), session.path(place.file), text, [*tests, *deselected])
        return Verdict("afresh" if failed else "", verdict.tried)


def _counted(tally: Tally, verdict: Verdict, why: str | None) -> Tally:
    killed, excused, survived = tally
    if verdict.noticed:
        return Tally(killed + 1, excused, survived)
    return Tally(killed, excused + (why is not None), survived + (why is None))


def total(tallies: Iterable[Tally]) -> Tally:
    """All tallies together."""
    return Tally(*(sum(numbers) for numbers in zip(Tally(), *tallies, strict=True)))


def _drawn(every: list[Place], arguments: argparse.Namespace) -> list[Place]:
    """The sample: some of all, or as many of each module, the same whatever other modules there are."""
    if arguments.survivors:
        rows = [json.loads(line) for line in SURVIVORS.read_text(encoding="utf-8").splitlines()]
        last = {(row["file"], row["operator"], row["was"], row["becomes"]) for row in rows}
        return [
            place
            for place in every
            if (place.file, place.operator) in {one[:2] for one in last}
            and (place.file, place.operator, *place.changed()) in last
        ]
    if not arguments.each:
        count = min(arguments.sample or len(every), len(every))
        return sorted(random.Random(arguments.seed).sample(every, count))
    found = []
    for file in dict.fromkeys(place.file for place in every):
        own = [place for place in every if place.file == file]
        found += sorted(random.Random(f"{arguments.seed} {file}").sample(own, min(arguments.each, len(own))))
    return found


def _table(tallies: dict[str, Tally]) -> str:
    worst = sorted(tallies.items(), key=lambda one: (-one[1].rate, one[0]))
    rows = [f"{sum(one):5} {one.survived:5} {one.rate:6.0%}  {file}" for file, one in worst]
    return "\n".join([f"{'drawn':>5} {'alive':>5} {'rate':>6}  module", *rows])


def main() -> None:
    parser = argparse.ArgumentParser(description="Change the meaning of judging modules, and see whether tests notice.")
    parser.add_argument("--sample", type=int, default=SAMPLE, help=f"how many, 0 for all (default: {SAMPLE})")
    parser.add_argument("--each", type=int, default=0, help="how many of each module, in place of --sample")
    parser.add_argument("--survivors", action="store_true", help="those that survived last time")
    parser.add_argument("--seed", type=int, default=1, help="of the sample (default: 1)")
    parser.add_argument("--modules", nargs="+", default=JUDGING, metavar="GLOB", help="others than those that judge")
    parser.add_argument("--tests", nargs="+", default=TESTS, metavar="PATH", help="others than those that hold them")
    arguments = parser.parse_args()
    every = list(places(tuple(arguments.modules)))
    if not every:
        parser.error("no such modules, or nothing in them to change")
    survey = Survey(_drawn(every, arguments))
    start = time.monotonic()
    within(arguments.tests, survey.files, survey.run)
    if survey.failed:
        sys.exit(f"mutate: these fail without any mutant: {' '.join(survey.failed)}")
    tally = total(survey.tallies.values())
    if arguments.each or arguments.survivors:
        print(_table(survey.tallies))
    drawn = f"{sum(tally)} of {len(every)} mutants, seed {arguments.seed}"
    print(f"{drawn}, in {time.monotonic() - start:.0f} s: {tally}")
    sys.exit(tally.rate > MOST)


if __name__ == "__main__":
    main()
