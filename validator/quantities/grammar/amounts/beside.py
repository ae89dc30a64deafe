"""Two measures with nothing between them: 每百斤七万元, 一百二十里三小时, 三百斤五十元四角, 一角七分一斤.

A unit that another figure follows is else that of an amount in parts (三斤五两) or none at all (一米七八), so that without
this the first measure would lose its unit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from duizhao.validator.quantities.grammar.amounts.measures import DATE_UNITS, measure
from duizhao.validator.quantities.grammar.amounts.parts import parts
from duizhao.validator.quantities.grammar.build import preceded, span, sub
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.lexicon import units

_Construct = Callable[[Text, Tokens], Iterator[Reading]]
_ONE = {"pre": "pre", "num": "num", "more": "more", "unit": "unit"}
_TWO = {"num2": "num", "more2": "more", "unit2": "unit"}
_THREE = {"num3": "num", "unit3": "unit"}
_ONE_AND_TWO = {"num": "num", "unit": "unit", "num2": "num2", "unit2": "unit2"}
_TWO_AND_THREE = {"num2": "num", "unit2": "unit", "num3": "num2", "unit3": "unit2"}
"""The tokens of each measure, by the names that its own construct has for them."""


_which = preceded("第$", 1)
"""What makes a day or a year of the first measure that is the first of its kind: 第二天三百吨."""


def side_by_side(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Measures of two dimensions, neither of which can be a part of the other."""
    if not _apart(tokens, "unit", "unit2") or text.ask(_which, *span(tokens)):
        return
    for (cost, ours), (price, theirs) in zip(_one(text, tokens, _ONE), _one(text, tokens, _TWO), strict=False):
        yield cost + price, (*ours, *theirs)


def in_parts(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """The same where one of them is an amount in parts."""
    if _apart(tokens, "unit", "unit2") and not _apart(tokens, "unit2", "unit3"):
        first, second = _one(text, tokens, _ONE), _one(text, tokens, _TWO_AND_THREE, parts)
    elif _apart(tokens, "unit2", "unit3") and not _apart(tokens, "unit", "unit2"):
        first, second = _one(text, tokens, _ONE_AND_TWO, parts), _one(text, tokens, _THREE)
    else:
        return
    for (cost, ours), (price, theirs) in zip(first, second, strict=False):
        yield cost + price, (*ours, *theirs)


def _one(text: Text, tokens: Tokens, names: dict[str, str], construct: _Construct = measure) -> Iterator[Reading]:
    """The likeliest reading of one of the measures; none where the construct does not hold."""
    own = {name: tokens[place] for place, name in names.items() if place in tokens}
    found = next(construct(text, own), None)
    return iter(() if found is None else (found,))


def _apart(tokens: Tokens, one: str, other: str) -> bool:
    """Whether two units measure different things, and nothing else can be meant: 分 may be of money, land and hours."""
    if any(sub(tokens[one], cls) for cls in ("YEARU", "DAYU", "DESIG")) or sub(tokens[other], "YEARU"):
        return False  # 一九六四年三亩 is of a year, 一季度三百吨 of the first quarter
    ours, theirs = tokens[one].values("UNIT"), tokens[other].values("UNIT")
    if len(ours) != 1 or len(theirs) != 1 or tokens[other].word in DATE_UNITS:
        return False
    return _dimension(ours[0]) != _dimension(theirs[0])


def _dimension(code: str) -> str:
    """What a unit measures: months and days are times both, and so are ages; 八美元一角 is one amount of money."""
    return units()[code].dimension.partition("-")[0].replace("age", "time")


ROWS: tuple[Row, ...] = (
    # Cheaper than an amount in parts, which these tokens are as well: `_apart` has said that they are none.
    Row(
        "side-by-side",
        "pre:PRE? num:NUM more:MORE? unit:UNIT num2:NUM more2:MORE? unit2:UNIT",
        side_by_side,
        -0.1,
        "zh",
    ),
    Row("side-by-side", "num:NUM unit:UNIT num2:NUM unit2:UNIT num3:NUM unit3:UNIT", in_parts, -0.15, "zh"),
)
