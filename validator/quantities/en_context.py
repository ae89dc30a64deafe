"""What stands around an English numeral: approximators, relations of multiples and shares, phrases of the lexicon."""

from __future__ import annotations

import json
import os
import re

from duizhao.validator.quantities.model import Approx, Relation

_BEFORE: dict[str, Approx] = {
    "over": Approx.OVER,
    "above": Approx.OVER,
    "exceeding": Approx.OVER,
    "exceeds": Approx.OVER,
    "exceed": Approx.OVER,
    "exceeded": Approx.OVER,
    "surpassing": Approx.OVER,
    "surpassed": Approx.OVER,
    "nearly": Approx.UNDER,
    "almost": Approx.UNDER,
    "approaching": Approx.UNDER,
    "under": Approx.UNDER,
    "below": Approx.UNDER,
    "about": Approx.ABOUT,
    "around": Approx.ABOUT,
    "approximately": Approx.ABOUT,
    "roughly": Approx.ABOUT,
    "some": Approx.ABOUT,
    "circa": Approx.ABOUT,
    "estimated": Approx.ABOUT,
    "minimum": Approx.AT_LEAST,
    "maximum": Approx.AT_MOST,
}
_PAIRS: dict[tuple[str, str], Approx] = {
    ("more", "than"): Approx.OVER,
    ("greater", "than"): Approx.OVER,
    ("higher", "than"): Approx.OVER,
    ("larger", "than"): Approx.OVER,
    ("upwards", "of"): Approx.OVER,
    ("excess", "of"): Approx.OVER,
    ("less", "than"): Approx.UNDER,
    ("fewer", "than"): Approx.UNDER,
    ("lower", "than"): Approx.UNDER,
    ("close", "to"): Approx.UNDER,
    ("not", "quite"): Approx.UNDER,
    ("at", "least"): Approx.AT_LEAST,
    ("at", "most"): Approx.AT_MOST,
    ("up", "to"): Approx.AT_MOST,
    ("not", "exceed"): Approx.AT_MOST,
    ("not", "exceeding"): Approx.AT_MOST,
    ("not", "over"): Approx.AT_MOST,
    ("minimum", "of"): Approx.AT_LEAST,
    ("maximum", "of"): Approx.AT_MOST,
}
_NEGATED: dict[Approx, Approx] = {Approx.OVER: Approx.AT_MOST, Approx.UNDER: Approx.AT_LEAST}
_SILENT = frozenset({"only", "just", "the", "a", "an", "well", "slightly"})
_NEGATIONS = frozenset({"no", "not"})
_LOOK_BACK = 34


def approx_before(low: str, floor: int, pos: int) -> tuple[Approx, int]:
    """The approximator that ends at `pos`, and where it begins; (NONE, pos) where there is none.

    Looks at three words at most, and never before `floor`, the end of the expression before.
    """
    left = max(floor, pos - _LOOK_BACK)
    words = low[left:pos].split(None)[-3:]
    if words and words[-1] in _SILENT:
        words.pop()
    if not words:
        return Approx.NONE, pos
    last = words[-1]
    pair = _PAIRS.get((words[-2], last)) if len(words) > 1 else None
    found = pair or _BEFORE.get(last)
    if found is None:
        return Approx.NONE, pos
    count = 2 if pair else 1
    if found in _NEGATED and len(words) > count and words[-count - 1] in _NEGATIONS:
        found, count = _NEGATED[found], count + 1
    start = pos
    for word in reversed(words[-count:]):
        start = low.rindex(word, left, start)
    return found, start


_AFTER = re.compile(
    r"\+|(?:[ -](?P<over>odd|plus|some)|(?P<about> or so| or thereabouts)|(?P<least> (?:or|and) "
    r"(?:more|above|over|upwards|older|taller|higher)| upwards?)|(?P<most> (?:or|and) (?:less|below|under|fewer|younger)))(?![a-z])"
)


def approx_after(low: str, pos: int) -> tuple[Approx, int]:
    """The approximator that begins at `pos`, and where it ends; (NONE, pos) where there is none."""
    if low[pos] not in "+ -":
        return Approx.NONE, pos
    match = _AFTER.match(low, pos)
    if match is None:
        return Approx.NONE, pos
    group = match.lastgroup
    if group == "about":
        return Approx.ABOUT, match.end()
    if group == "least":
        return Approx.AT_LEAST, match.end()
    if group == "most":
        return Approx.AT_MOST, match.end()
    return Approx.OVER, match.end()


_UP = "increas|rose|rise|rais|grew|grow|expand|jump|climb|soar|gain|surg|improv|multipl|enlarg|went up"
_DOWN = "decreas|fell|fall|drop|reduc|cut|declin|lower|shr[iau]nk|plung|plummet|slash|went down"
_VERB = re.compile(
    rf"(?<![a-z])(?:(?P<exceed>exceed|surpass|overfulfil)|(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<reset>account|constitut|reach"
    r"|equivalent|equal|compris|represent|made up|making up))[a-z]*"
)
_CLAUSE = re.compile(r"[.;:!?,\n](?![0-9])")
_LINK = re.compile(r"(?<![a-z])(by|to|of)[^0-9,.;]*$")
_BEHIND = re.compile(
    r"[ -](?:(?P<up>higher|more|greater|larger|faster|increase|rise|growth|jump|above|over)"
    r"|(?P<down>lower|less|fewer|smaller|decrease|decline|drop|reduction|cut|below|off|discount))(?![a-z])"
)


def relation(low: str, floor: int, start: int, end: int, *, multiple: bool) -> Relation:
    """What a share or a multiple at low[start:end] is said of, from the words of its clause on both sides.

    Looks back 80 characters at most, to the last verb of rising, falling or exceeding.
    """
    left = low[max(floor, start - 80) : start]
    cuts = [match.end() for match in _CLAUSE.finditer(left)]
    clause = left[cuts[-1] :] if cuts else left
    verb = None
    for verb in _VERB.finditer(clause):  # noqa: B007  the last one counts
        pass
    if verb is not None and verb.lastgroup != "reset":
        return _by_verb(verb.lastgroup, clause[verb.end() :], low, end, multiple=multiple)
    match = _BEHIND.match(low, end)
    if match is None or low.startswith(" more than half", end):
        return Relation.NONE
    if match.lastgroup == "down":
        return Relation.DECREASE_BY
    return Relation.FOLD if multiple else Relation.INCREASE_BY


def _by_verb(group: str | None, between: str, low: str, end: int, *, multiple: bool) -> Relation:
    link = _LINK.search(between)
    word = link[1] if link else ""
    if group == "exceed":
        direct = not word and len(between.split()) <= 3 and low.startswith(" of", end)
        return Relation.EXCEEDS if direct else Relation.EXCEEDS_BY
    if group == "down":
        return Relation.DECREASE_TO if word == "to" else Relation.DECREASE_BY
    if word == "to":
        return Relation.INCREASE_TO
    if multiple and not word:
        return Relation.FOLD if len(between.split()) <= 3 else Relation.NONE
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
