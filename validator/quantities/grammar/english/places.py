"""Words that are a bound before a number, and a place elsewhere: buried under two layers, a victory over three teams."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.quantities.grammar.build import amounts, preceded
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.model import Approx, Kind, Quantity

_PLACES = frozenset(("over", "above", "beyond", "under", "below", "beneath"))
_moves = preceded(
    r"\b(?:l(?:ie|ies|ay|ain|ying)|ran|running|fl(?:y|ies|ew|own|ying)|jump\w*|leap\w*|vault\w*|climb\w*|clamber\w*|"
    r"walk\w*|march\w*|trek\w*|trudg\w*|went|stands?|stood|standing|sits?|sat|sitting|hang\w*|hung|buried|hidden|"
    r"stretch\w*|tower\w*|hover\w*|circl\w*|sle(?:pt|eps?|eping)|liv(?:es?|ed|ing)|crawl\w*|flow\w*|sail\w*|"
    r"crouch\w*|skip\w*|hop\w*|stumbl\w*|rid(?:es?|ing)|rode|drift\w*|shelter\w*|"
    r"serv(?:es?|ed|ing)|fought|studied)(?: (?:on|up|out|down|deep|high|straight|right|just|back|away|together))? $",
    36,
)
"""What moves or is at a place, and takes no count as its object."""
_rules = preceded(
    r"\b(?:control|rule|ruled|rules|ruling|victor(?:y|ies)|wins?|command|authority|jurisdiction|supervision|sovereignty|"
    r"dominion|preside\w*|presiding|triumph\w*|prevail\w*|sway|watch(?:ed|ing)?)(?: (?:now|again|today))? $",
    28,
)
"""What one has over others, however many there are."""
_FEW = 10
"""Counts from which on the word is rather a bound: he walked over ten fields."""
_RATHER_BOUND = 0.05
"""What it costs to take the word for a place: less than any doubt of the other language."""


def placed(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A few things that something is under, over or above; the count itself has no bound."""
    place, number = tokens["place"], tokens["num"]
    if place.word not in _PLACES:
        return
    ruled = place.word == "over" and text.ask(_rules, place.start, number.end)
    if not ruled and not text.ask(_moves, place.start, number.end):
        return
    for one in amounts({"num": number}):
        # What somebody rules may be many; what one is under or over is few.
        if one.approx is Approx.NONE and (ruled or one.high < _FEW):
            found = Quantity(number.start, number.end, Kind.CARDINAL, one.low, one.high, form=one.form, name="count")
            yield one.cost + _RATHER_BOUND, (found,)


ROWS: tuple[Row, ...] = (Row("place", "place:PRE num:INT", placed, 0.0, "en"),)
