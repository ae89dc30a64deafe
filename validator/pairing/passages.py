"""Numbers without counterpart that were lost, or put in, together: that is said once, not of each."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.pairing.model import DOUBTFUL, PROBABLE, Link

_PASSAGE = 3
"""Numbers in a row without counterpart from which on a passage was left out, or put in."""


def together(links: list[Link]) -> list[Link]:
    """Of several numbers in a row that have no counterpart only the first accuses: they are one omission."""
    found, verdicts = list(links), [one.verdict for one in links]
    for verdict in ("missing", "added"):
        if verdicts.count(verdict) < _PASSAGE:
            continue
        for run in _runs(links, verdict):
            loud = [index for index in run if links[index].certainty >= PROBABLE]
            # What accuses nobody by itself does not together either.
            if len(run) < _PASSAGE or not loud:
                continue
            found[loud[0]] = found[loud[0]]._replace(detail=f"{len(run)} numbers in a row, perhaps a whole passage")
            for index in loud[1:]:
                found[index] = found[index]._replace(certainty=DOUBTFUL)
    return found


def _runs(links: list[Link], verdict: str) -> Iterator[list[int]]:
    """The numbers of one side in a row that have no counterpart; words without a figure count on neither side."""
    run: list[int] = []
    for index, one in enumerate(links):
        quantity = one.zh if verdict == "missing" else one.en
        if quantity is None or (quantity.weak and one.verdict != verdict):
            continue
        if one.verdict == verdict:
            run.append(index)
            continue
        yield run
        run = []
    yield run
