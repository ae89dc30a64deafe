"""English words that make, qualify or follow numbers."""

from __future__ import annotations

from fractions import Fraction


def split(text: str) -> frozenset[str]:
    """The words of a line, as a set."""
    return frozenset(text.split())


def count(text: str, first: int = 1, step: int = 1) -> dict[str, int]:
    """The words of a line, numbered."""
    return {word: first + step * n for n, word in enumerate(text.split())}


SMALL = count(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen", 0
)
SMALL |= count("seventeen eighteen nineteen", 17) | count(
    "twenty thirty forty fifty sixty seventy eighty ninety", 20, 10
)
SMALL |= {"fourty": 40, "ninty": 90}
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
}
SHORT_SCALES = {"bn": 10**9, "b": 10**9, "mn": 10**6, "mln": 10**6, "m": 10**6, "k": 1000}
PLURALS = {"tens": 10, "scores": 20} | {f"{word}s": n for word, n in SCALES.items()}
ORDINALS = count("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
ORDINALS |= {f"{word}th": n for word, n in SMALL.items() if 12 < n < 20}
ORDINALS |= {f"{word[:-1]}ieth": n for word, n in SMALL.items() if word.endswith("ty")}
ORDINALS |= {f"{word}th": n for word, n in SCALES.items() if n > 12}
PARTS = {word: n for word, n in ORDINALS.items() if n > 2} | {"half": 2, "quarter": 4}
PARTS |= {f"{word}s": n for word, n in PARTS.items()} | {"halves": 2}
"""Denominators: two-thirds, a quarter."""
VULGAR = {"½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
VULGAR |= {"⅕": Fraction(1, 5), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8)}

FACTORS = {"double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "triple": 3, "tripled": 3, "tripling": 3}
FACTORS |= {"treble": 3, "trebled": 3, "quadruple": 4, "quadrupled": 4}
FOLDS = {f"{word}fold": n for word, n in SMALL.items() if 1 < n < 11} | {"hundredfold": 100, "thousandfold": 1000}
TIMES = {"once": 1, "twice": 2, "thrice": 3}
DECADES = {f"{word[:-1]}ies": n for word, n in SMALL.items() if word.endswith("ty")}
ANNIVERSARIES = {
    "centenary": 100,
    "centennial": 100,
    "sesquicentennial": 150,
    "bicentenary": 200,
    "bicentennial": 200,
    "tercentenary": 300,
}
"""Spans of years that are one word."""
ADVERBS = count("firstly secondly thirdly fourthly fifthly sixthly")
PAIRS = {"both": 2, "couple": 2, "pair": 2}

MONTHS = count("january february march april may june july august september october november december")
WEEKDAYS = count("monday tuesday wednesday thursday friday saturday sunday")
SEASONS = split("spring summer autumn winter")

ARTICLED = split("hundred thousand million billion dozen half third quarter fifth tenth few")
"""What makes a number of the article before it: a hundred, a third."""
PER = split("year month week day night hour minute decade century ton kilogram meter kilometer mile jin catty")
"""Units that an article may count (a ton is one ton) unless it means each."""

PREFIXES = split(
    "no nos number chapter part volume vol section article item grade page level phase stage edition division "
    "district team brigade regiment company platoon class room building line route highway group unit figure fig "
    "table type model act appendix platform floor lane ward zone"
)
"""Words before a figure that make it an ordinal: No. 2, Article 5."""
TITLED = split("chapter part volume section article book war class type phase stage act grade mark")
"""Words before a Roman numeral."""
EMPTY = split(
    "of to in on at by for from with and or as than the a an is are was were be been has have had will would can could "
    "it its this that these those which who when while where but not per after before until since into over under"
)
"""Words that are never what a numeral counts."""
COUNTED = split("people persons men women children households workers more items words")
NAMES_DAY = split(
    "and to of at in with when the they it a our this after by that morning afternoon evening night last for as from "
    "is was were until through but or on he she we local"
)
"""Words behind 29th that leave it a day of the month: on the 29th they …; a noun would make it an ordinal."""
BEFORE_YEAR = split(
    "in of since by from until till during year before after to and between through early mid late spring summer "
    "autumn winter around for the"
) | frozenset(MONTHS)
STRONG_BEFORE_YEAR = split("in since during year until till by early mid late") | frozenset(MONTHS)
MONTH_BEFORE = split(
    "in of since by from until till to during last this next early late mid on and between through before after for"
)
"""Words before May and March that make them months."""
MONTH_BEHIND = split("day movement i the you we they he she it all your his their our this there on forward toward")
"""Words behind May and March that make them something else."""
BASE = split("the that those of what its their his as more greater larger higher bigger faster stronger last this")
"""Words behind four times or twice that make it a factor."""
AMBIGUOUS_BASE = split("more greater larger higher bigger faster stronger")
AUXILIARY = split("to will nearly almost than would can should and must could has have had be was were about")
HALVES = split(
    "southern northern eastern western upper lower first second latter better left right front back rear far near"
)
"""Words before half that make it a part of a place or thing."""


def _forms(stems: str) -> frozenset[str]:
    return frozenset(stem + ending for stem in stems.split() for ending in ("", "e", "s", "es", "d", "ed", "ing"))


RISE = _forms("increas rais expand jump climb soar gain surg improv enlarg grow") | split(
    "rose rise rises rising grew grown growth"
)
FALL = _forms("decreas fall drop reduc cut declin lower shrink plung slash") | split(
    "fell fallen reduction cutting shrank decline"
)
CHANGE = _forms("chang turn extend shorten")
EXCEED = _forms("exceed surpass overfulfil overfulfill") | split("overfulfilled overfulfilling")
RESET = _forms("account constitut reach compris represent equal") | split("equivalent")
"""Verbs that cut a share off from the rise or fall told before."""
MORE = split("higher more greater larger faster increase rise growth jump above over")
LESS = split("lower less fewer smaller decrease decline drop reduction cut below off discount")
