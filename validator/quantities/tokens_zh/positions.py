"""Two figures that count on, 五六, and are yet one number in a list of such: 五六、七一、九○."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.quantities.tokens import Token
from duizhao.validator.quantities.tokens_zh.characters import NOUGHT_TO_NINE
from duizhao.validator.quantities.tokens_zh.stretch import ChineseStretch

_PAIR = regex(
    f"(?<![{NOUGHT_TO_NINE}十百千万亿第点·．/／几数两])([{NOUGHT_TO_NINE}])([{NOUGHT_TO_NINE}])"
    "(?=[、，。；：（）至到—－～度分元角斤公吨担石％%点]|$)"
)
"""Two figures with nothing of a numeral beside them, where a number may end; a year and a regiment have other words."""
_NOUGHTS = NOUGHT_TO_NINE.index("一") - 1
_DAYS = frozenset(("五一", "五四", "六一", "三八", "七七", "八一", "二七", "七一"))
"""五一, 五四 and others are days and what is named after them, so they tell nothing of figures near them."""
_SPOKEN = frozenset("个個名位")
"""Before these five or six are counted as one speaks."""
_OF_BODY = regex("[军軍师師团團旅营營](?:[长長部司政参參副新]|[一-鿿]{0,4}[军軍师師团團旅营營][长長])")
"""A body of troops that has a commander or a staff is one, known by its number: 七八团团长, 三五军军部."""
_AROUND = 60
"""How far away another such number tells what two figures are."""
_COLUMNS = regex(r"\S(?:[ \t]{2,}|\u3000{2,})\S")
"""What parts the cells of a row."""
_TABLE = 240
"""The same in a table, some rows up and down."""
_RANGE_IN_LIST = 0.3
"""What it costs to take them for five or six all the same."""


def by_position(stretch: ChineseStretch, token: Token) -> Token:
    """Two figures as one number where another pair near them can be nothing else; as they are elsewhere."""
    if len(token.numerals) == 2 and _OF_BODY.match(stretch.text, token.end):
        spread, whole = token.numerals
        return token._replace(numerals=(whole._replace(cost=0.0), spread._replace(cost=_RANGE_IN_LIST)))
    if len(token.numerals) != 2 or stretch.text[token.end : token.end + 1] in _SPOKEN or not _told(stretch, token):
        return token
    spread, whole = token.numerals
    numerals = (whole._replace(cost=0.0), spread._replace(cost=_RANGE_IN_LIST))
    return token._replace(numerals=numerals)


def _told(stretch: ChineseStretch, token: Token) -> bool:
    text = stretch.text
    # No farther than the paragraph: another has other numbers, unless it is a row of the same table.
    line = text.rfind("\n", 0, token.start) + 1
    if _COLUMNS.search(text, line, token.start) is None:
        first = max(line, token.start - _AROUND)
        last = text.find("\n", token.end, token.end + _AROUND)
        last = min(len(text), token.end + _AROUND) if last < 0 else last
    else:
        first, last = max(0, token.start - _TABLE), min(len(text), token.end + _TABLE)
    return any(_one_number(found[1], found[2]) for found in _PAIR.finditer(text, first, last))


def _one_number(one: str, other: str) -> bool:
    """Whether two figures do not count on, as 五六 and 三五 do, and are no 一一, no ○○ and no day known by its figures."""
    # Three forms of nought stand before 一 in the row.
    tens, ones = (max(0, NOUGHT_TO_NINE.index(figure) - _NOUGHTS) for figure in (one, other))
    if one + other in _DAYS or (tens == ones and tens < 2):
        return False
    return not tens or not ones or (ones != tens + 1 and (tens, ones) not in {(3, 5), (3, 2)})
