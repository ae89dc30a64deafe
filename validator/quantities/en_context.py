"""What stands around an English numeral: approximators, relations of multiples and shares, phrases of the lexicon."""

from __future__ import annotations

import json
import os
import re

from duizhao.validator.quantities import en_words as w
from duizhao.validator.quantities.model import Approx, Relation

_BEFORE: dict[str, Approx] = {}
for _approx, _words in (
    (Approx.OVER, "over above exceeding exceeds exceed exceeded surpassing surpassed surpasses topping"),
    (Approx.UNDER, "nearly almost approaching under below"),
    (Approx.ABOUT, "about around approximately roughly some circa estimated"),
    (Approx.AT_LEAST, "minimum"),
    (Approx.AT_MOST, "maximum"),
):
    _BEFORE |= dict.fromkeys(_words.split(), _approx)
_PAIRS: dict[str, dict[str, Approx]] = {
    "than": dict.fromkeys(("more", "greater", "higher", "larger"), Approx.OVER)
    | dict.fromkeys(("less", "fewer", "lower"), Approx.UNDER),
    "of": {"upwards": Approx.OVER, "excess": Approx.OVER, "minimum": Approx.AT_LEAST, "maximum": Approx.AT_MOST},
    "to": {"close": Approx.UNDER, "up": Approx.AT_MOST},
    "quite": {"not": Approx.UNDER},
    "least": {"at": Approx.AT_LEAST},
    "most": {"at": Approx.AT_MOST},
}
_NEGATED = {Approx.OVER: Approx.AT_MOST, Approx.UNDER: Approx.AT_LEAST}
_NOT = frozenset({"no", "not", "nor"})
_SILENT = frozenset({"only", "just", "the", "a", "an", "well", "slightly"})
_LOOK_BACK = 34
BEFORE_WORDS = frozenset(_BEFORE) | frozenset(_PAIRS) | _SILENT
"""Words that may end an approximator."""


def approx_before(low: str, floor: int, pos: int) -> tuple[Approx, int]:
    """The approximator that ends at `pos`, and where it begins; (NONE, pos) where there is none.

    Looks at three words at most, and never before `floor`, the end of the expression before.
    """
    left = pos - _LOOK_BACK
    left = max(left, floor)
    words = low[left:pos].split()
    if not words or low[pos - 1] != " ":
        return Approx.NONE, pos
    last = words[-1]
    if last in _SILENT and len(words) > 1:
        words.pop()
        last = words[-1]
    if last in _BEFORE and not (last == "above" and words[-2:-1] == ["the"]):
        found, used = _BEFORE[last], 1
    elif last in _PAIRS and len(words) > 1 and words[-2] in _PAIRS[last]:
        found, used = _PAIRS[last][words[-2]], 2
    else:
        return Approx.NONE, pos
    if found in _NEGATED and len(words) > used and words[-used - 1] in _NOT:
        found, used = _NEGATED[found], used + 1
    start = pos
    for word in reversed(words[-used:]):
        start = low.rindex(word, left, start)
    return found, start


_WORD_AFTER = re.compile(r"[ -]([a-z]+)(?![a-z])(?: ([a-z]+)(?![a-z]))?")
_MORE_AFTER = w.split("more above over upwards older taller higher up")
_LESS_AFTER = w.split("less below under fewer younger")


def approx_after(low: str, pos: int) -> tuple[Approx, int]:
    """The approximator that begins at `pos`, and where it ends; (NONE, pos) where there is none."""
    if low[pos] == "+":
        return Approx.OVER, pos + 1
    match = _WORD_AFTER.match(low, pos)
    if match is None:
        return Approx.NONE, pos
    first, second = match.groups()
    if first in ("odd", "plus") or (first == "some" and low[pos] == "-"):
        return Approx.OVER, match.end(1)
    if first == "upwards":
        return Approx.AT_LEAST, match.end(1)
    if first in ("or", "and") and second:
        if second in _MORE_AFTER and (first == "or" or not low.startswith(" than", match.end())):
            return Approx.AT_LEAST, match.end()
        if second in _LESS_AFTER:
            return Approx.AT_MOST, match.end()
        if first == "or" and second in ("so", "thereabouts"):
            return Approx.ABOUT, match.end()
    return Approx.NONE, pos


_CLAUSE = re.compile(r"[.;:!?,(\n](?![0-9])")
_WORDS = re.compile(r"[a-z]+")


def relation(low: str, floor: int, start: int, end: int, *, multiple: bool) -> Relation:
    """What a share or a multiple at low[start:end] is said of, from the words of its clause on both sides.

    Looks back 80 characters at most, to the last verb of rising, falling or exceeding.
    """
    left = max(floor, start - 80)
    cut = left
    for match in _CLAUSE.finditer(low, left, start):
        cut = match.end()
    words = low[cut:start].split()
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word in w.RESET:
            break
        if word in w.EXCEED and place and words[place - 1] in _NOT:
            break
        if word in w.EXCEED or word in w.RISE or word in w.FALL:
            return _by_verb(word, words[place + 1 :], multiple=multiple)
    behind = _WORD_AFTER.match(low, end)
    if behind is None:
        return Relation.NONE
    if behind[1] in w.LESS:
        return Relation.DECREASE_BY
    if behind[1] in w.MORE:
        return Relation.FOLD if multiple else Relation.INCREASE_BY
    return Relation.NONE


def _by_verb(verb: str, between: list[str], *, multiple: bool) -> Relation:
    """The relation told by a verb and the words between it and the numeral."""
    link = next((word for word in reversed(between) if word in ("by", "to", "of")), "")
    near = len(between) <= 3
    if verb in w.EXCEED:
        return Relation.EXCEEDS if near and not link else Relation.EXCEEDS_BY
    if verb in w.FALL:
        if multiple and not link:
            return Relation.NONE
        return Relation.DECREASE_TO if link == "to" else Relation.DECREASE_BY
    if link == "to":
        return Relation.INCREASE_TO
    if multiple and link not in ("by", "of"):
        return Relation.FOLD if near else Relation.NONE
    return Relation.INCREASE_BY


def _phrases() -> dict[str, list[tuple[str, str]]]:
    """Word in brackets → what stands before and after it in the phrases of the lexicon."""
    path = os.path.join(os.path.dirname(__file__), "en_lexicon.json")
    with open(path, encoding="utf-8") as file:
        rows = json.load(file)["phrases"]
    table: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        before, _, rest = row["phrase"].partition("[")
        word, _, after = rest.partition("]")
        table.setdefault(word, []).append((before, after))
    return table


PHRASES = _phrases()


def idiom(low: str, word: str, start: int, end: int) -> int:
    """The end of the phrase of the lexicon that has its numeral at low[start:end], or 0."""
    for before, after in PHRASES.get(word, ()):
        if low.startswith(after, end) and low.endswith(before, 0, start):
            stop = end + len(after)
            if not low[stop].isalnum() and not low[start - len(before) - 1].isalnum():
                return stop
    return 0
