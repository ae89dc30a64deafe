"""The words of the lexicon at a place, where their neighbours do not forbid them."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.quantities.lexicon import LexiconEntry
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.tokens import Token, new_token
from duizhao.validator.quantities.tokens_zh.characters import BACK
from duizhao.validator.quantities.tokens_zh.stretch import ChineseStretch

_MORE = frozenset("多余餘馀")
"""Approximators that begin words as well: 多种, 余部."""
_ROUND = frozenset("十百千万亿萬億廿卅卌拾佰仟0０")
_FIGURE = "[0-9０-９〇○零一二三四五六七八九]"
_IN_DATE = {
    "年": regex(f"(?<!{_FIGURE})(?:[12１２一二]{_FIGURE}{{3}})$"),
    "月": regex(f"年(?:{_FIGURE}|十[一二]?|[1１][0-2０-２])$"),
    "日": regex(
        f"月(?:份)?[ 　]?(?:{_FIGURE}|[12３123１２]{_FIGURE}|[二三]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?)$"
    ),
}
"""What stands before a part of a date that no word behind it can take away: 一九五四年产量, 五月三日用餐."""
_DATE_BEFORE = 6
"""The characters of the longest of them: 月份, a blank, 三十一."""
_REIGN = BIT["REIGN"]
_YEAR = regex(
    r"(?:元|[一二三四五六七八九十廿卅0-9０-９]{1,3}(?:[、至到—－-][一二三四五六七八九十廿卅0-9０-９]{1,3})?)年"
)
"""What follows the title of a reign: many of them are names of places, or ordinary words (开元, 中和, 至正)."""


def word_at(stretch: ChineseStretch, at: int) -> Token | None:
    """The longest word that begins at a place, of those that their neighbours allow."""
    text, stop = stretch.text, stretch.stop
    if text[at] < "\x80":
        return _ascii_word(stretch, at)
    for entry in stretch.tables.longer.get(text[at : at + 2], ()):
        word = entry.word
        end = at + len(word)
        if text.startswith(word, at) and end <= stop and (token := _fitting(stretch, entry, at, end)) is not None:
            return token
    single = stretch.tables.ahead.get(text[at])
    return None if single is None else _fitting(stretch, single, at, at + 1)


def _ascii_word(stretch: ChineseStretch, at: int) -> Token | None:
    text, words = stretch.text, stretch.tables.ahead
    lengths = stretch.tables.lengths.get(text[at], ()) or stretch.tables.lengths.get(text[at].lower(), ())
    for length in lengths:
        end = at + length
        if end > stretch.stop:
            continue
        piece = text[at:end]
        entry = words.get(piece) or (words.get(piece.lower()) if piece.isascii() else None)
        if entry is not None and (token := _fitting(stretch, entry, at, end)) is not None:
            return token
    return None


def _fitting(stretch: ChineseStretch, entry: LexiconEntry, start: int, end: int) -> Token | None:
    text = stretch.text
    if (
        text[end - 1] < "\x80"
        and end < stretch.stop
        and text[end - 1].isalpha()
        and text[end].isascii()
        and text[end].isalpha()
    ):
        return None  # m of mile
    # Three words of four may stand beside anything, and need no look around.
    if not entry.guarded and entry.mask != _REIGN and entry.word != _BEFORE_ERA:
        return new_token((start, end, entry.mask, (), entry.senses, entry.word))
    return _guarded(stretch, entry, start, end)


def _guarded(stretch: ChineseStretch, entry: LexiconEntry, start: int, end: int) -> Token | None:
    """A word in those of its meanings that its neighbours allow."""
    if entry.mask == _REIGN and _YEAR.match(stretch.text, end, stretch.stop) is None:
        return None
    if entry.word == _BEFORE_ERA and not _ends_time(stretch, start, end):
        return None
    text, wary = stretch.text, stretch.tables.wary
    behind, ahead = wary.get(entry.word) or wary.setdefault(entry.word, _wary(entry))
    # One character on either side rules out nearly all that a word must not stand beside.
    if text[end : end + 1] not in behind and text[start - 1 : start] not in ahead:
        return new_token((start, end, entry.mask, (), entry.senses, entry.word))
    if entry.word in _MORE and text[start - 1] in _ROUND:
        # Behind a round numeral 多 and 余 can only say more, whatever word they would begin: 五百多种, 五十余部.
        return Token(start, end, entry.mask, (), entry.senses, entry.word)
    dated = _IN_DATE.get(entry.word)
    if dated is not None and dated.search(text, max(stretch.floor, start - _DATE_BEFORE), start):
        return Token(start, end, entry.mask, (), entry.senses, entry.word)
    senses = [
        sense
        for sense in entry.senses
        if not (
            sense.before and text.startswith(sense.before, end) and not (sense.but and text.startswith(sense.but, end))
        )
        and not (sense.after and text.endswith(sense.after, 0, start))
    ]
    if not senses:
        return None
    if len(senses) == len(entry.senses):
        return new_token((start, end, entry.mask, (), entry.senses, entry.word))
    bits = 0
    for sense in senses:
        bits |= BIT[sense.cls]
    return Token(start, end, bits, (), tuple(senses), entry.word)


def _ends_time(stretch: ChineseStretch, start: int, end: int) -> bool:
    """Whether 前 before a year says 公元前 for short: in brackets of somebody's years, and behind the first of them."""
    return stretch.text[start - 1 : start] in _TIME_GOES_ON and _YEAR_BEHIND.match(stretch.text, end) is not None


_BEFORE_ERA = "前"
_TIME_GOES_ON = frozenset("（(？?—–-－~～至到、")
_YEAR_BEHIND = regex(r"[0-9０-９〇○零一二三四五六七八九十百]{2,7}年")


def _wary(entry: LexiconEntry) -> tuple[frozenset[str], frozenset[str]]:
    """The characters that what may not follow a word begins with, and those that what may not precede it ends with."""
    return (
        frozenset([word[0] for sense in entry.senses for word in sense.before]),
        frozenset([word[-1] for sense in entry.senses for word in sense.after]),
    )


def words_before(stretch: ChineseStretch, at: int) -> list[Token]:
    """The words before a numeral, up to three: 约, 第, 超过, 公元前.

    No text needs more; without an end 第第第… would be walked back from each numeral.
    """
    tokens: list[Token] = []
    text, words, where = stretch.text, stretch.tables.ahead, at
    if at <= stretch.floor or (text[at - 1] not in stretch.tables.behind_lengths and text[at - 1] not in " 　"):
        return tokens
    while len(tokens) < 3 and where > stretch.floor:
        # 约 五百: a blank only right before the numeral; one farther off parts two cells.
        if text[where - 1] in " 　" and where - 1 > stretch.floor and tokens == []:
            where -= 1
            continue
        token = None
        for length in stretch.tables.behind_lengths.get(text[where - 1], ()):
            if where - length < stretch.floor:
                continue
            entry = words.get(text[where - length : where])
            if entry is not None and entry.mask & BACK:
                token = _guarded(stretch, entry, where - length, where)
                if token is not None and token.mask & BACK:
                    break
                token = None
        if token is None:
            break
        tokens.insert(0, token)
        where = token.start
    return tokens
