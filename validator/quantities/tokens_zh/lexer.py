"""Chinese text to clusters of tokens: where one begins, how far it goes, and in how many ways it can be cut."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.regex import regex
from duizhao.validator.quantities.lexicon.classes import mask
from duizhao.validator.quantities.numeral_zh import ONES
from duizhao.validator.quantities.tokens import MOST_TOKENS, Lexed, Token, Variant, only
from duizhao.validator.quantities.tokens_zh.beginnings import begins
from duizhao.validator.quantities.tokens_zh.characters import (
    BACK,
    BEGIN,
    DECIMALS,
    DOUBTED,
    HOUR,
    JOINED,
    MINUTE,
    NUM,
    NUMERAL_CHARS,
    UNIT,
    WITHOUT_NUMERAL,
)
from duizhao.validator.quantities.tokens_zh.cuts import in_a_cell, may_be_cut, ways_to_cut
from duizhao.validator.quantities.tokens_zh.halves import before_half
from duizhao.validator.quantities.tokens_zh.markers import CIRCLED, marker_at
from duizhao.validator.quantities.tokens_zh.names import name_at
from duizhao.validator.quantities.tokens_zh.numerals import pointed, token_at
from duizhao.validator.quantities.tokens_zh.stretch import ChineseStretch
from duizhao.validator.quantities.tokens_zh.words import word_at, words_before

_CONNECTORS = mask("TO|AND|COMMA|BI|OR|FENZHI|YOU|POINTSEP|GE|OF|THE")
"""What joins two tokens, and is no end of a cluster."""
_RANGED = mask("NUM|UNIT|PCT")
"""Behind what a dash between blanks goes on to the other end of a range."""
_SPACED_DASH = regex(r"[-–—~～] [0-9０-９]")
_ONE_MORE = "月年旬个個" + WITHOUT_NUMERAL
"""月余, 个把月: a unit before 余 or 把 says one."""
_NAMED = 0.3
"""What a numeral costs more that stands in a name or is a marker; with much less 三六九等 is three ordinals."""
_CROSSED = 0.6
"""And one that a name ends within, which cuts it short: 统一一个 is one, 老五十六岁 sixteen."""
_YEAR = regex("一[〇○零一二三四五六七八九]{3}年")
_RATHER_YEAR = -0.2
"""But not a year: 如一九四七年 is as in 1947, whatever 始终如一 ends with."""
_ALONE = mask("EACH|IMPLIED|PCTPRE|REL|WEEKDAY|HALF|FACTOR|MONTH|MASK|NONE|CODE|CLOCK|SPAN|MARKER|FAN")
"""What says something without a numeral."""
_ONLY_FIGURES = regex(f"[{ONES}]{{2}}(?=[，。；、）)\\s]|$)")
"""七十四米六四。: the decimals, not the day."""
_IN_TENTHS = frozenset({"亩", "畝", "角", "元", "块", "塊", "寸", "钱", "錢"})
"""Units that 分 is a part of."""
_SIGNS = frozenset("×□Ｘ元点點" + "".join(CIRCLED))
_BEFORE_POINT = frozenset(
    "重要观觀地特优優缺据據景站网網焦难難热熱亮终終起顶頂冰沸盘盤清指评評早晚有差快慢几幾半一论論零正整到等"
)
"""Before 点, what makes it the end of a word (重点, 几点, 早点) or the sign of the clock, not a fraction without nought."""


def lex(text: str, start: int, end: int) -> Iterator[Lexed]:
    """The clusters of `text[start:end]`, in order."""
    stretch = ChineseStretch(text, start, end)
    skip, single, at, stop = stretch.tables.skip.match, stretch.tables.single, start, end
    while at < stop:
        # Most of a text is no number: one pattern passes over it quicker than a loop looks at each character.
        at = skip(text, at, stop).end()  # type: ignore[union-attr]  # it matches nothing at all as well
        if at >= stop:
            return
        char = text[at]
        if (
            char in BEGIN
            or char in single
            or ((char in DOUBTED or text[at : at + 2] in single) and begins(stretch, at))
        ):
            lexed = _cluster(stretch, at)
        else:
            lexed = None
        if lexed is None:
            at += 1
            continue
        yield lexed
        at = stretch.floor = max(lexed.end, at + 1)


def _cluster(stretch: ChineseStretch, at: int) -> Lexed | None:
    """The cluster that begins at a place: a name, a marker and what the numerals say otherwise are ways to cut it."""
    named = name_at(stretch, at)
    marker = marker_at(stretch, at)
    variants: list[Variant] = []
    stretch.edge = stretch.floor
    if named is not None:
        stretch.edge = named.end
        variants.append(Variant(0.0, tuple(_chain(stretch, named.end, [named], looked_back=True))))
        stretch.edge = stretch.floor
    if named is None or named.word != "never":
        chain = _chain(stretch, at, [])
        bits = 0
        for token in chain:
            bits |= token[2]
        if (
            named is None
            and marker is None
            and bits & (NUM | _ALONE)
            # Behind a 点 that was taken in there is a second way to cut.
            and chain[0].start != at - 1
            and not may_be_cut(stretch, chain)
        ):
            return only(chain)
        if named is not None and chain and chain[-1].end <= named.end:
            # 一律打六折: what follows the name is a cluster of its own for both ways to cut it.
            variants = [Variant(0.0, (named,))]
        if chain and (bits & (NUM | _ALONE) or (stretch.text[at] in _ONE_MORE and len(chain) > 1)):
            more = 0.0
            if named is not None:
                # 统一一个: a name that ends inside a numeral leaves it another beginning.
                inside = any(token.mask & NUM and token.start < named.end < token.end for token in chain)
                cell = any(token.mask & NUM and in_a_cell(stretch, token.start, token.end) for token in chain)
                more = _CROSSED if inside else 0.0 if cell else _NAMED
                if inside and any(_YEAR.match(stretch.text, token.start) for token in chain):
                    more = _RATHER_YEAR
            if marker is not None:
                series = any(token.mask & NUM and token.end > marker.end for token in chain)
                variants.append(Variant(_NAMED if series else 0.0, (marker,)))
                more += 0.0 if series else _NAMED
            variants += [Variant(cost + more, tuple(tokens)) for cost, tokens in ways_to_cut(stretch, chain)]
            if any(token.start == at - 1 and token.mask & NUM for token in chain):
                # 点二亩 is 0.2 mu, or, a little less likely, two that are planted.
                variants.append(Variant(more + 0.1, tuple(_chain(stretch, at, [], bare=True))))
        elif marker is not None:
            variants.append(Variant(0.0, (marker,)))
    if not variants:
        return None
    begin = min(v.tokens[0].start for v in variants)
    return Lexed(begin, max(v.tokens[-1].end for v in variants), tuple(variants))


def _chain(
    stretch: ChineseStretch, at: int, tokens: list[Token], *, looked_back: bool = False, bare: bool = False
) -> list[Token]:
    """The tokens from a place on, with the words before it.

    Args:
        stretch: what is being cut.
        at: where the first numeral or word begins.
        tokens: what stands before it already.
        looked_back: whether these are all that does.
        bare: whether 点 before a numeral is a word of its own.
    """
    if not looked_back:
        # Most numerals are no half, and are spared the question.
        tokens = (before_half(stretch, at) if stretch.text[at] == "半" else []) or words_before(stretch, at)
        if (
            not bare
            and at > stretch.floor
            and stretch.text[at - 1] in "点點"
            and stretch.text[at] in DECIMALS
            # 重点二亩 is no 0.2.
            and (at < 2 or stretch.text[at - 2] not in _BEFORE_POINT)
            and pointed(stretch, at - 1) is not None
        ):
            at -= 1
            tokens = words_before(stretch, at)
    where, text, stop, names = at, stretch.text, stretch.stop, stretch.tables.names
    before = tokens[-1] if tokens else None
    while where < stop and len(tokens) < MOST_TOKENS:
        char = text[where]
        numeral = char in NUMERAL_CHARS
        if (
            numeral
            and (where > at or looked_back)
            # A name ends the chain where it may begin one of its own; a look at two characters rules out nearly all.
            and text[where : where + 2] in names
            and not (before is not None and before.mask & JOINED and not before.mask & HOUR)
            and not (before is not None and before.mask & UNIT and _ONLY_FIGURES.match(text, where, stop))
            and name_at(stretch, where, begins=True) is not None
        ):
            break
        token = token_at(stretch, where, before) if numeral or char in _SIGNS else word_at(stretch, where)
        if char == "分":
            token = _parted(stretch, where, token, tokens)
        if token is None:
            gap = _gap(stretch, where, tokens)
            if not gap:
                break
            where = gap
            continue
        tokens.append(token)
        before, where = token, token.end
    while tokens and tokens[-1].mask & _CONNECTORS and not tokens[-1].mask & ~(_CONNECTORS | BACK):
        tokens.pop()
    return tokens


def _parted(stretch: ChineseStretch, where: int, token: Token | None, tokens: list[Token]) -> Token | None:
    """What 分 is behind an hour, whatever word it would begin (二十时五十二分发生), and behind what it is a part of."""
    if len(tokens) < 2:
        return token
    if (token is None or not token.mask & MINUTE) and tokens[-2].mask & HOUR:
        return Token(where, where + 1, MINUTE, (), (), "分")
    if (token is None or not token.mask & UNIT) and tokens[-1].mask & NUM and tokens[-2].word in _IN_TENTHS:
        entry = stretch.tables.ahead["分"]
        return Token(where, where + 1, entry.mask, (), entry.senses, "分")  # 二亩三分水地
    return token


def _gap(stretch: ChineseStretch, where: int, tokens: list[Token]) -> int:
    """The place behind a single blank between a figure and what belongs to it, 0 where the cluster ends."""
    if not tokens or stretch.text[where] not in " 　" or where + 1 >= stretch.stop:
        return 0
    last, following = stretch.text[where - 1], stretch.text[where + 1]
    if tokens[-1].mask & NUM:
        # Not the last character but the first tells in which figures it is written.
        last = stretch.text[tokens[-1].start]  # 5 万 多人
    if last.isascii() and (following in NUMERAL_CHARS or following in stretch.tables.first) and tokens[-1].mask & NUM:
        return where + 1
    if following.isascii() and following.isdigit() and not tokens[-1].mask & NUM:
        return where + 1
    if (
        following in "-–—~～"
        and tokens[-1].mask & _RANGED
        and _SPACED_DASH.match(stretch.text, where + 1, stretch.stop)
    ):
        return where + 1  # 15% - 30%
    return 0
