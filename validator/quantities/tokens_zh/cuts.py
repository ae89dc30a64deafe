"""Other ways to cut a numeral."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from duizhao.regex import regex
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.numeral_zh import ONES
from duizhao.validator.quantities.tokens import Token
from duizhao.validator.quantities.tokens_zh.characters import COUNTED, DOTTED, NOUGHT_TO_NINE, NUM, ONE_TO_NINE, TWO
from duizhao.validator.quantities.tokens_zh.names import name_at
from duizhao.validator.quantities.tokens_zh.runs import numeral_of
from duizhao.validator.quantities.tokens_zh.stretch import ChineseStretch
from duizhao.validator.quantities.tokens_zh.words import word_at

_CUTS = frozenset("点點两兩、，,")
"""Characters at which a run may be cut."""
_COMMAS = regex("([、，,])")
_TWICE = regex("([一二两三四五六七八九十]{1,3}([百千万亿]))[一二两三四五六七八九十]{1,3}\\2")
"""The same scale twice."""
_COUNTING = frozenset(NOUGHT_TO_NINE[i : i + n] for n in (3, 4) for i in range(3, 13 - n))
"""三四五, 六七八九: figures that follow each other."""
_CELLS = frozenset("\u3000\n")
"""What parts the cells and rows of a table."""
_WON = frozenset(NOUGHT_TO_NINE + "十")
_SCORE = 0.2
"""What it costs to read two figures of a table as two numbers: most are one."""
_MOST_CUTS = 6
"""Ways to cut one cluster: no text that was looked at has more, and each is planned by itself."""


_LAST_AND_COUNT = 3
"""The characters of the last of a series and the count of it, at most: 十二三."""


def may_be_cut(stretch: ChineseStretch, chain: list[Token]) -> bool:
    """Whether a numeral of a chain may be cut otherwise."""
    text = stretch.text
    for index, token in enumerate(chain):
        start, end, bits, *_ = token
        if (
            bits & NUM
            and end - start > 1
            # The cheapest question first: what a run alone tells is kept with it.
            and (
                _is_cut(text[start:end])
                or (text[end : end + 1] in _TWO_SIGNS and _two_of_a_kind(stretch, token))
                or _summed(stretch, chain, index)
                or in_a_cell(stretch, start, end)
            )
        ):
            return True
    return False


def ways_to_cut(stretch: ChineseStretch, chain: list[Token]) -> Iterator[tuple[float, list[Token]]]:
    """The chain as it stands, and with one of its numerals cut otherwise."""
    yield 0.0, chain
    left = _MOST_CUTS
    for index, token in enumerate(chain):
        # One character cannot be cut.
        if not token.mask & NUM or token.end - token.start < 2:
            continue
        if (both := _summed(stretch, chain, index)) is not None:
            # The count agrees with the series, so this is cheaper than the chain as it stands, and nothing else is tried.
            yield -0.3, [*chain[:index], *both, *chain[index + 1 :]]
            return
        if in_a_cell(stretch, token.start, token.end) and (score := _score(stretch, token)):
            left -= 1
            yield _SCORE, [*chain[:index], *score, *chain[index + 1 :]]
        if two := _two_of_a_kind(stretch, token):
            left -= 1
            yield -0.3, [*chain[:index], *two, *chain[index + 1 :]]
        if not _is_cut(stretch.text[token.start : token.end]):
            continue
        for cost, tokens in _cuts(stretch, token, chain[index + 1] if index + 1 < len(chain) else None):
            left -= 1
            yield cost, [*chain[:index], *tokens, *chain[index + 1 :]]
            if not left:
                return


def in_a_cell(stretch: ChineseStretch, start: int, end: int) -> bool:
    """Whether a numeral fills a cell of a table, and may be two figures: 中北　七一　仁餘　二六 won seven and lost one."""
    text = stretch.text
    return (
        end - start == 2
        and text[start - 1 : start] in _CELLS
        and text[start] in _WON
        and text[start + 1] in NOUGHT_TO_NINE
        and (end >= stretch.stop or text[end] in _CELLS or text[end] not in stretch.tables.first)
    )


def _score(stretch: ChineseStretch, token: Token) -> list[Token]:
    """The two figures of a cell; neither is an idle 一."""
    figures = [numeral_of(stretch, at, at + 1) for at in range(token.start, token.end)]
    won, lost = (one and one._replace(mask=one.mask & ~BIT["IDLE"]) for one in figures)
    return [won, Token(lost.start, lost.start, BIT["AND"]), lost] if won and lost else []


def _summed(stretch: ChineseStretch, chain: list[Token], index: int) -> tuple[Token, Token] | None:
    """The last of a series and the count of it: 一、二、四三个区 are the first, the second and the fourth.

    The last may have two characters itself: 十、十一、十二三个月.
    """
    token, many = chain[index], 1
    if not 2 <= token.end - token.start <= _LAST_AND_COUNT or stretch.text[token.end : token.end + 1] in _STOPS:
        return None  # 百分之四、一二。 has nothing behind that the 二 could count
    at = index
    while (at := _member_before(chain, at)) >= 0:
        many += 1
    sign = stretch.text[token.end - 1]
    if many < 2 or (2 if sign in "两兩" else ONE_TO_NINE.find(sign) + 1) != many:
        return None
    last = numeral_of(stretch, token.start, token.end - 1)
    count = numeral_of(stretch, token.end - 1, token.end) or Token(token.end - 1, token.end, TWO[0].mask, TWO)
    return (last, count) if last and count else None


def _member_before(chain: list[Token], at: int) -> int:
    """The numeral that is listed before another, each perhaps with its own 第; -1 for none."""
    joint = at - 1 - (at > 0 and bool(chain[at - 1].mask & BIT["DI"]))
    return joint - 1 if joint > 0 and chain[joint].mask & BIT["AND"] and chain[joint - 1].mask & NUM else -1


_STOPS = frozenset(("", "，", "。", "；", "）"))
_TWO_SIGNS = frozenset("两兩")
_KNOWN_BY_NUMBER = frozenset("区區队隊组組团團师師旅营營连連班村乡鄉社所处處系级級期旬号號")


def _two_of_a_kind(stretch: ChineseStretch, token: Token) -> list[Token]:
    """The two that 两 sums up without a mark between them: 一三两区 are the first and the third district."""
    text, start, end = stretch.text, token.start, token.end
    if end - start != 2 or text[end : end + 1] not in ("两", "兩") or text[end + 1 : end + 2] not in _KNOWN_BY_NUMBER:
        return []
    one, other = numeral_of(stretch, start, start + 1), numeral_of(stretch, start + 1, end)
    if one is None or other is None or text[start] not in ONE_TO_NINE or text[start + 1] not in ONE_TO_NINE:
        return []
    return [one._replace(mask=one.mask & ~BIT["IDLE"]), Token(start + 1, start + 1, BIT["AND"]), other]


def _cuts(stretch: ChineseStretch, token: Token, following: Token | None) -> Iterator[tuple[float, list[Token]]]:
    """Other ways to cut a numeral: 三点五 as 三, 点, 五; 二、七六八 as a list; 三四五 as three figures.

    A way costs less than nothing where what stands around speaks for it, so that it comes before the whole numeral.
    """
    run = stretch.text[token.start : token.end]
    at = max(run.find("点"), run.find("點"))
    if at > 0:
        middle = word_at(stretch, token.start + at)
        left = numeral_of(stretch, token.start, token.start + at)
        right = numeral_of(stretch, token.start + at + 1, token.end)
        if middle and left and name_at(stretch, token.start + at + 1, begins=True) is not None:
            yield -0.1, [left, middle]  # 九点一直
        elif middle and left and right:
            clock = following is not None and following.mask & (BIT["MINU"] | BIT["AMPM"])
            yield (-0.1 if clock else 0.45), [left, middle, right]  # dear: decimals are many, and few are an hour
    elif (twice := _TWICE.fullmatch(run)) is not None:
        parted = token.start + twice.end(1)
        low, high = numeral_of(stretch, token.start, parted), numeral_of(stretch, parted, token.end)
        if low and high:
            yield 0.2, [low, Token(parted, parted, BIT["AND"]), high]  # 一千两千 is a thousand, two thousand as well
    # 两 is the only figure that is a unit as well.
    elif len(run) == 2 and run[1] in "两兩":
        one, two = numeral_of(stretch, token.start, token.start + 1), word_at(stretch, token.start + 1)
        if one and two:
            yield 0.3, [one, two]  # 一两个 is one or two rather than a tael
    elif "、" in run or (("，" in run or "," in run) and DOTTED.fullmatch(run)):
        pieces, where = [], token.start
        for piece in _COMMAS.split(run):
            part = word_at(stretch, where) if piece in "、，," else numeral_of(stretch, where, where + len(piece))
            if part is None:
                return
            pieces.append(part)
            where += len(piece)
        series = following is not None and following.mask & (BIT["DESIG"] | BIT["LE12"])
        # 500、600 are two numbers: thousands of figures are parted by a comma.  二、七六八 with a unit is one number.
        yield (-0.25 if run[0] not in ONES else -0.1 if series else 0.3), pieces
    # 三四五 are three figures; 二四五年级 grow as well, and of other rows of figures most are one number.
    elif 3 <= len(run) <= 4 and (
        run in _COUNTING or (following is not None and following.mask & BIT["DESIG"] and _climbs(run))
    ):
        figures: list[Token] = []
        for where in range(token.start, token.end):
            one = numeral_of(stretch, where, where + 1)
            if one is None:
                return
            figures += [one] if not figures else [Token(where, where, BIT["AND"]), one]
        yield (-0.1 if following is not None and following.mask & COUNTED else 0.2), figures


@lru_cache(maxsize=8192)  # as the readings of a run, which it is asked with
def _is_cut(run: str) -> bool:
    """Whether `_cuts` may have another way for a run."""
    return (
        not _CUTS.isdisjoint(run)
        or _TWICE.fullmatch(run) is not None
        or run in _COUNTING
        or (3 <= len(run) <= 4 and _climbs(run))
    )


def _climbs(run: str) -> bool:
    """Whether figures grow from one to the next, as in 二四五年级."""
    places = [ONE_TO_NINE.find(char) for char in run]
    return places[0] >= 0 and all(a < b for a, b in pairwise(places))
