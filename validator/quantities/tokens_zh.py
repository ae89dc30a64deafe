"""Chinese text to clusters of tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeVar

from duizhao.validator.quantities import numeral_zh
from duizhao.validator.quantities.lexicon import Entry, Name, Sense, names, table
from duizhao.validator.quantities.lexicon.classes import BIT, mask
from duizhao.validator.quantities.model import Approx, Form, Number
from duizhao.validator.quantities.numeral import Numeral, classify, exact
from duizhao.validator.quantities.tokens import MOST_TOKENS, Lexed, Token, Variant, new_token, only

_F, _O = numeral_zh.FIGURES, numeral_zh.ONES
_NUMERAL_CHARS = frozenset(
    "0123456789０１２３４５６７８９" + _O + numeral_zh.FORMAL + numeral_zh.SCALES + "两兩几幾数數"
)
_ASCII = re.compile(
    r"[A-Za-z0-9](?:[A-Za-z0-9.,/_%×*~—–−-]|\+(?!\d)|:(?=//?[A-Za-z0-9]|[A-Za-z0-9])|@(?=[A-Za-z0-9])){0,200}"
)  # not to the end of a table
_LETTERS = re.compile(r"[A-Za-z]+")
_PIECES = re.compile(
    r"\d[\d,]*(?:\.\d+)?(?:[kcmd]?m[23]|[A-Za-z]*%?)(?:[-~—–/×*]\d[\d,]*(?:\.\d+)?[A-Za-z]*)?(?:/[A-Za-z]+)?[%-]?"
)
_MASKED = re.compile(
    r"[×□ＸＯ〇○]*[×□Ｘ][×□Ｘ○〇]*(?=[名个人年月日号時时師师团军营旅团縱纵部战戰千百万十斤吨元])|[×□Ｘ]{2,}"
)
_DOTTED = re.compile(rf"[{_O}]{{1,3}}(?:[、，,][{_O}]{{3}}(?![{_O}]))+|[{_F}]{{1,3}}(?:、[{_F}]{{3}}(?![{_F}]))+")
_DECIMALS_BEHIND = re.compile(rf"[·．・.点點]([{_O}{_F}]+)(?![{_O}{_F}十百千万亿])")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:：]([0-5]\d)(?:[:：]([0-5]\d))?(?![\d:：])")
_ISO = re.compile(r"(1[89]\d\d|20\d\d)([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d.])")
_CONNECTORS = mask("TO|AND|COMMA|BI|OR|FENZHI|YOU|POINTSEP|GE|OF|THE")
_BACK = mask("PRE|NEG|DI|CUR|BC|LUNAR|ZERO|ERA|AMPM|BETWEEN")
_JOINED = mask("FENZHI|YOU|PCTPRE|BI|TO|DI|POINTSEP|NEG|CUR")
_AFTER_SCALE = mask("CLS|UNIT|GE|MORE|TIMES|POST|MINU|FENZHI|YEARU|DAYU")
_WORDED = mask("HALF|NEG")
_COUNTED = mask("CLS|UNIT|GE|DAYU|MONTHU|YEARU|TIMES|CHENG|DESIG|FAN|HOURU|MINU|SECU")
_NUM = BIT["NUM"]
_ONE_TO_NINE = "一二三四五六七八九"
_F_CHARS = frozenset("0123456789０１２３４５６７８９")
_TWO_SORTS = re.compile(rf"[{_F}]+(?=[一二三四五六七八九])")
"""Figures with a numeral of characters right behind them are two: F—84四架."""
_BEFORE_CHENG = frozenset("了约約产產增减減高低多少涨漲跌降近")
_RANGED = mask("NUM|UNIT|PCT")
_SPACED_DASH = re.compile(r"[-–—~～] [0-9０-９]")


_Names = tuple[tuple[int, tuple[str, ...], tuple[Name, ...]], ...]
"""The place of the first numeral in names, their words, and they themselves."""


class _Tables(NamedTuple):
    skip: re.Pattern[str]
    """Everything up to a character that may begin an expression."""
    single: frozenset[str]
    """Characters that begin one without a numeral, and such pairs of characters."""
    longer: dict[str, tuple[Entry, ...]]
    """Words of two characters and more by their first two, longest first."""
    ahead: dict[str, Entry]
    first: frozenset[str]
    """The characters that words begin with."""
    lengths: dict[str, tuple[int, ...]]
    """How long the words are that begin with a letter."""
    behind_lengths: dict[str, tuple[int, ...]]
    names: dict[str, _Names]
    """By the character before their first numeral and that, or their first two; with the place of the numeral."""
    wary: dict[str, tuple[frozenset[str], frozenset[str]]]
    """What may forbid a guarded word: characters behind it and before it; filled as words are met."""


_PART = BIT["SPAN"]
_TRIGGER_CLASSES = mask("EACH|IMPLIED|REL|WEEKDAY|WEEK|HALF|FACTOR|PCTPRE|MONTH|MASK|SPAN|NONE|FAN|CLOCK|MARKER")


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    words = table("zh")
    lengths: dict[str, set[int]] = {}
    behind: dict[str, set[int]] = {}
    longer: dict[str, list[Entry]] = {}
    begin: set[str] = set()
    for word, entry in words.items():
        bits, first = entry.mask, word[0]
        if first < "\x80":
            lengths.setdefault(first, set()).add(len(word))
        if len(word) > 1:
            longer.setdefault(word[:2], []).append(entry)
        if bits & _BACK:
            behind.setdefault(word[-1], set()).add(len(word))
        # A word that starts an expression without a numeral is found by its first two characters, or its only one.
        if bits & _TRIGGER_CLASSES and first not in _NUMERAL_CHARS and (len(word) > 1 or not bits & _PART):
            begin.add(word[:2])
    soft = {pair[0] for pair in begin} | set("元月年旬个個成" + _WITHOUT_NUMERAL + _STEMS)
    grouped: dict[str, dict[int, list[Name]]] = {}
    for name in names("zh"):
        found = _IN_NAME.search(name.word)
        at = found.start() if found else 0
        grouped.setdefault(name.word[max(0, at - 1) :][:2], {}).setdefault(at, []).append(name)
    return _Tables(
        re.compile(f"[^{re.escape(''.join(sorted(soft | _BEGIN)))}]*+"),
        frozenset(begin),
        {pair: _longest_first(some) for pair, some in longer.items()},
        words,
        frozenset([word[0] for word in words]),
        {first: tuple(sorted(some, reverse=True)) for first, some in lengths.items()},
        {last: tuple(sorted(some, reverse=True)) for last, some in behind.items()},
        {
            key: tuple([(at, *_with_words(_longest_first(some))) for at, some in sorted(ways.items())])
            for key, ways in grouped.items()
        },
        {},
    )


def _wary(entry: Entry) -> tuple[frozenset[str], frozenset[str]]:
    return (
        frozenset([word[0] for sense in entry.senses for word in sense.before]),
        frozenset([word[-1] for sense in entry.senses for word in sense.after]),
    )


_Word = TypeVar("_Word", Entry, Name)


def _longest_first(some: list[_Word]) -> tuple[_Word, ...]:
    return tuple(some) if len(some) == 1 else tuple(sorted(some, key=lambda one: -len(one.word)))


def _with_words(some: tuple[Name, ...]) -> tuple[tuple[str, ...], tuple[Name, ...]]:
    return tuple([name.word for name in some]), some


def lex(text: str, start: int, end: int) -> Iterator[Lexed]:
    """The clusters of `text[start:end]`, in order."""
    return _Lexer(text, start, end).run()


class _Lexer:
    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.stop = text, start, end
        self.tables = _tables()
        self.floor = start
        self.edge = start
        """Where the last name ended: what begins there is no part of a numeral before it."""

    def run(self) -> Iterator[Lexed]:
        skip, text, at, stop = self.tables.skip.match, self.text, self.start, self.stop
        single = self.tables.single
        while at < stop:
            at = skip(text, at, stop).end()  # type: ignore[union-attr]  # it matches nothing at all as well
            if at >= stop:
                return
            char = text[at]
            if (
                char in _BEGIN
                or char in single
                or ((char in _DOUBTED or text[at : at + 2] in single) and self._begins(at))
            ):
                lexed = self._cluster(at)
            else:
                lexed = None
            if lexed is None:
                at += 1
                continue
            yield lexed
            at = self.floor = max(lexed.end, at + 1)

    def _begins(self, at: int) -> bool:
        """Whether an expression may begin with a character that is none of a numeral."""
        text, single = self.text, self.tables.single
        char, following = text[at], text[at + 1 : min(at + 2, self.stop)]
        if char in single or char + following in single:
            return True
        if not following:
            return False
        before = text[at - 1 : at]
        if char == "元":
            return following == "年"
        if char == "成":
            return following == "半" and before in _BEFORE_CHENG  # 增产了成半多
        if char in "月年旬":
            return following in "余餘" and before not in _NO_UNIT
        if char in _WITHOUT_NUMERAL:
            # 雪深尺余, 距城里许; not 这里许多, 村里余下
            return (
                following in "余餘许許"
                and text[at + 2 : at + 3] not in ("多", "可", "下", "粮")
                and (char != "里" or before in _TO_A_PLACE)
                and before not in _NO_UNIT
            )
        if char in "个個":
            return following == "把" and text[at + 2 : min(at + 3, self.stop)] in _AFTER_BA
        if char in _STEMS:
            return ((not before or before in _CLAUSE) and following in "、．.") or (
                before in _OPEN and following in "）)"
            )
        return False

    # ------------------------------------------------------------ clusters

    def _cluster(self, at: int) -> Lexed | None:
        named = self._name(at)
        marker = self._marker(at)
        variants: list[Variant] = []
        self.edge = self.floor
        if named is not None:
            self.edge = named.end
            variants.append(Variant(0.0, tuple(self._chain(named.end, [named], looked_back=True))))
            self.edge = self.floor
        if named is None or named.word != "never":
            chain = self._chain(at, [])
            bits = 0
            for token in chain:
                bits |= token[2]
            if (
                named is None
                and marker is None
                and bits & (_NUM | _ALONE)
                and chain[0].start != at - 1
                and not self._cut(chain)
            ):
                return only(chain)
            if named is not None and chain and chain[-1].end <= named.end:
                # 一律打六折: what follows the name is a cluster of its own for both ways to cut it.
                variants = [Variant(0.0, (named,))]
            if chain and (bits & (_NUM | _ALONE) or (self.text[at] in _ONE_MORE and len(chain) > 1)):
                more = 0.0
                if named is not None:
                    # 统一一个: a name that ends inside a numeral leaves it another beginning.
                    inside = any(token.mask & _NUM and token.start < named.end < token.end for token in chain)
                    more = _CROSSED if inside else _NAMED
                if marker is not None:
                    series = any(token.mask & _NUM and token.end > marker.end for token in chain)
                    variants.append(Variant(_NAMED if series else 0.0, (marker,)))
                    more += 0.0 if series else _NAMED
                variants += [Variant(cost + more, tuple(tokens)) for cost, tokens in self._split(chain)]
                if any(token.start == at - 1 and token.mask & _NUM for token in chain):
                    # 点二亩 is 0.2 mu, or two that are planted.
                    variants.append(Variant(more + 0.1, tuple(self._chain(at, [], bare=True))))
            elif marker is not None:
                variants.append(Variant(0.0, (marker,)))
        if not variants:
            return None
        begin = min(v.tokens[0].start for v in variants)
        return Lexed(begin, max(v.tokens[-1].end for v in variants), tuple(variants))

    def _cut(self, chain: list[Token]) -> bool:
        """Whether a numeral of a chain may be cut otherwise."""
        text = self.text
        for index, token in enumerate(chain):
            start, end, bits, *_ = token
            if bits & _NUM and end - start > 1 and (_is_cut(text[start:end]) or self._summed(chain, index)):
                return True
        return False

    def _marker(self, at: int) -> Token | None:
        """The number at the head of a clause: （一）, １、, 甲、, 一是."""
        text = self.text
        begin = at
        if at > self.floor and text[at - 1] in "（(〔【":
            found = _BRACKETED.match(text, at - 1, self.stop)
            begin = at - 1
        else:
            if at > self.floor and text[at - 1] not in _CLAUSE:
                return None
            found = _HEADED.match(text, at, self.stop)
        if found is None or _DOTTED.match(text, at, self.stop):
            return None  # 七、五九一 heads no clause
        sign = found[1]
        value = _STEMS.find(sign) + 1
        if not value:
            readings = numeral_zh.read(sign)
            low = readings[-1].low if readings else 0
            if low.denominator != 1 or not 0 < low < 100:
                return None
            value = int(low)
        return Token(begin, found.end(), BIT["MARKER"], word=str(value))

    def _chain(self, at: int, tokens: list[Token], *, looked_back: bool = False, bare: bool = False) -> list[Token]:
        if not looked_back:
            unit = self._unit_and_half(at) if self.text[at] == "半" else None
            tokens = self._back(at) if unit is None else [unit]
            if (
                not bare
                and at > self.floor
                and self.text[at - 1] in "点點"
                and self.text[at] in _DECIMALS
                and (at < 2 or self.text[at - 2] not in _BEFORE_POINT)
                and self._pointed(at - 1) is not None
            ):
                at -= 1
                tokens = self._back(at)
        where, text, stop, names = at, self.text, self.stop, self.tables.names
        before = tokens[-1] if tokens else None
        while where < stop and len(tokens) < MOST_TOKENS:
            char = text[where]
            numeral = char in _NUMERAL_CHARS
            if (
                numeral
                and (where > at or looked_back)
                and text[where : where + 2] in names
                and not (before is not None and before.mask & _JOINED and not before.mask & _HOUR)
                and not (before is not None and before.mask & _UNIT and _ONLY_FIGURES.match(text, where, stop))
                and self._name(where, begins=True) is not None
            ):
                break
            token = self._token(where, before) if numeral or char in _SIGNS else self._word(where)
            if char == "分":
                token = self._parted(where, token, tokens)
            if token is None:
                gap = self._gap(where, tokens)
                if not gap:
                    break
                where = gap
                continue
            tokens.append(token)
            before, where = token, token.end
        while tokens and tokens[-1].mask & _CONNECTORS and not tokens[-1].mask & ~(_CONNECTORS | _BACK):
            tokens.pop()
        return tokens

    def _parted(self, where: int, token: Token | None, tokens: list[Token]) -> Token | None:
        """What 分 is behind an hour, whatever word it would begin (二十时五十二分发生), and behind what it is a part of."""
        if len(tokens) < 2:
            return token
        if (token is None or not token.mask & _MINUTE) and tokens[-2].mask & _HOUR:
            return Token(where, where + 1, _MINUTE, (), (), "分")
        if (token is None or not token.mask & _UNIT) and tokens[-1].mask & _NUM and tokens[-2].word in _IN_TENTHS:
            entry = self.tables.ahead["分"]
            return Token(where, where + 1, entry.mask, (), entry.senses, "分")  # 二亩三分水地
        return token

    def _gap(self, where: int, tokens: list[Token]) -> int:
        """The place behind a single blank between a figure and what belongs to it, 0 where the cluster ends."""
        if not tokens or self.text[where] not in " 　" or where + 1 >= self.stop:
            return 0
        last, following = self.text[where - 1], self.text[where + 1]
        if tokens[-1].mask & _NUM:
            last = self.text[tokens[-1].start]  # 5 万 多人
        if (
            last.isascii()
            and (following in _NUMERAL_CHARS or following in self.tables.first)
            and tokens[-1].mask & _NUM
        ):
            return where + 1
        if following.isascii() and following.isdigit() and not tokens[-1].mask & _NUM:
            return where + 1
        if following in "-–—~～" and tokens[-1].mask & _RANGED and _SPACED_DASH.match(self.text, where + 1, self.stop):
            return where + 1  # 15% - 30%
        return 0

    def _split(self, chain: list[Token]) -> Iterator[tuple[float, list[Token]]]:
        """The chain as it stands, and with one of its numerals cut otherwise."""
        yield 0.0, chain
        left = _MOST_CUTS
        for index, token in enumerate(chain):
            if not token.mask & _NUM or token.end - token.start < 2:
                continue
            if (both := self._summed(chain, index)) is not None:
                yield -0.3, [*chain[:index], *both, *chain[index + 1 :]]
                return
            if not _is_cut(self.text[token.start : token.end]):
                continue
            for cost, tokens in self._cuts(token, chain[index + 1] if index + 1 < len(chain) else None):
                left -= 1
                yield cost, [*chain[:index], *tokens, *chain[index + 1 :]]
                if not left:
                    return

    def _summed(self, chain: list[Token], index: int) -> tuple[Token, Token] | None:
        """The last of a series and the count of it: 一、二、四三个区 are the first, the second and the fourth."""
        token, many = chain[index], 1
        if token.end - token.start != 2:
            return None
        while (
            index >= 2 * many and chain[index - 2 * many + 1].mask & BIT["AND"] and chain[index - 2 * many].mask & _NUM
        ):
            many += 1
        sign = self.text[token.end - 1]
        if many < 2 or (2 if sign in "两兩" else _ONE_TO_NINE.find(sign) + 1) != many:
            return None
        last = self._numeral_of(token.start, token.end - 1)
        count = self._numeral_of(token.end - 1, token.end) or Token(token.end - 1, token.end, _TWO[0].mask, _TWO)
        return (last, count) if last and count else None

    def _cuts(self, token: Token, following: Token | None) -> Iterator[tuple[float, list[Token]]]:
        """Other ways to cut a numeral: 三点五 as 三, 点, 五; 二、七六八 as a list; 三四五 as three figures."""
        run = self.text[token.start : token.end]
        at = max(run.find("点"), run.find("點"))
        if at > 0:
            middle = self._word(token.start + at)
            left = self._numeral_of(token.start, token.start + at)
            right = self._numeral_of(token.start + at + 1, token.end)
            if middle and left and self._name(token.start + at + 1, begins=True) is not None:
                yield -0.1, [left, middle]  # 九点一直
            elif middle and left and right:
                clock = following is not None and following.mask & (BIT["MINU"] | BIT["AMPM"])
                yield (-0.1 if clock else 0.45), [left, middle, right]
        elif len(run) == 2 and run[1] in "两兩":
            one, two = self._numeral_of(token.start, token.start + 1), self._word(token.start + 1)
            if one and two:
                yield 0.3, [one, two]
        elif "、" in run or (("，" in run or "," in run) and _DOTTED.fullmatch(run)):
            pieces, where = [], token.start
            for piece in _COMMAS.split(run):
                part = self._word(where) if piece in "、，," else self._numeral_of(where, where + len(piece))
                if part is None:
                    return
                pieces.append(part)
                where += len(piece)
            series = following is not None and following.mask & (BIT["DESIG"] | BIT["LE12"])
            yield (-0.25 if run[0] not in _O else -0.1 if series else 0.3), pieces
        elif 3 <= len(run) <= 4 and (
            run in _COUNTING or (following is not None and following.mask & BIT["DESIG"] and _climbs(run))
        ):
            figures: list[Token] = []
            for where in range(token.start, token.end):
                one = self._numeral_of(where, where + 1)
                if one is None:
                    return
                figures += [one] if not figures else [Token(where, where, BIT["AND"]), one]
            yield (-0.1 if following is not None and following.mask & _COUNTED else 0.2), figures

    # ------------------------------------------------------------ tokens

    def _token(self, at: int, before: Token | None) -> Token | None:
        char = self.text[at]
        if char in _NUMERAL_CHARS:
            token = self._numeral(at, before)
            if token is not None:
                return token
        elif char in "×□Ｘ" and (masked := _MASKED.match(self.text, at, self.stop)):
            return Token(at, masked.end(), BIT["MASK"])
        elif (value := _CIRCLED.get(char)) is not None:
            return Token(at, at + 1, BIT["MARKER"], word=value)
        elif char == "元" and (before is None or not before.mask & _NUM) and self.text.startswith("年", at + 1):
            return Token(at, at + 1, _FIRST[0].mask, _FIRST)  # 民国元年
        elif (
            char in "点點"
            and (before is None or before.mask & _POINTED)
            and at + 1 < self.stop
            and self.text[at + 1] in _DECIMALS
        ):
            return self._pointed(at)
        return self._word(at)

    def _pointed(self, at: int) -> Token | None:
        """百分之点五, 点二五公斤: decimals without a nought."""
        run = numeral_zh.RUN.match(self.text, at + 1, self.stop)
        if run is None:
            return None
        if len(run[0]) > numeral_zh.LIMIT:
            return Token(at, run.end(), BIT["CODE"])
        if any(char in "十拾百千" for char in run[0]):
            return None
        readings = numeral_zh.read("零点" + run[0])
        if not readings:
            return None
        return Token(at, run.end(), readings[0].mask, readings)

    def _numeral(self, at: int, before: Token | None) -> Token | None:
        text = self.text
        char = text[at]
        if char in "0123456789":
            if token := self._figures(at, before.end if before is not None else self.floor):
                return token
        elif char in "两兩":
            return self._two(at, before)
        elif char in "零〇○" and text[at + 1 : at + 2] in ("两", "兩") and before is not None and before.mask & _UNIT:
            return Token(at, at + 1, BIT["YOU"], word=char)  # 一年零两个月
        elif char in "一零〇○" and (word := self._word(at)) is not None and word.mask & _WORDED:
            return word
        elif char in "十百千万亿萬億" and (
            "分" in text[at + 1 : at + 5] or (text.startswith("之", at + 1) and text[at + 2 : at + 3] in _NUMERAL_CHARS)
        ):
            word = self._word(at)
            if word is not None and word.mask & BIT["PCTPRE"]:
                return word
        elif char in "数數几幾" and (
            text.startswith("分之", at + 2) or (char in "数數" and at > 0 and text[at - 1] in _NO_HUNDREDS)
        ):
            return None  # 总数百分之六
        if char in "一三" and (few := self._few(at, before)) is not None:
            return few
        if not _SEPARATORS.isdisjoint(text[at + 1 : at + 4]) and (dotted := _DOTTED.match(text, at, self.stop)):
            end = dotted.end()
            value: Number = int(_digits(dotted[0]))
            if (decimals := _DECIMALS_BEHIND.match(text, end, self.stop)) is not None:
                end, value = decimals.end(), exact(value + Fraction(int(_digits(decimals[1])), 10 ** len(decimals[1])))
            bits = classify(value, value)
            one = Numeral(value, value, Form.WORDS, mask=bits)
            return Token(at, end, bits, (one,))
        if "有" in text[at + 1 : at + 3] and (with_ones := _WITH_ONES.match(text, at, self.stop)) is not None:
            readings = numeral_zh.read(with_ones[1] + with_ones[2])
            return Token(at, with_ones.end(), readings[0].mask, readings) if readings else None
        if (
            char in _WIDE_FIGURES
            and (model := _WIDE_MODEL.match(text, at, self.stop))
            and _MAKE.search(text, max(0, at - 2), at)
        ):
            return Token(at, model.end(), BIT["CODE"])
        if at > self.floor and text[at - 1] in _CAPITALS and (model := _MODEL.match(text, at, self.stop)) is not None:
            return Token(at, model.end(), BIT["CODE"])
        if text[at + 1 : at + 2] in _TIMES_SIGNS and (relay := _RELAY.match(text, at, self.stop)) is not None:
            return Token(at, relay.end(), BIT["CODE"])
        run = numeral_zh.RUN.match(text, at, self.stop)
        if run is None:
            return self._several(at)
        end = run.end()
        if end - at > numeral_zh.LIMIT:
            return Token(at, end, BIT["CODE"])
        if char in _F_CHARS and (two := _TWO_SORTS.match(text, at, end)) is not None:
            return self._numeral_of(at, two.end())
        if end < self.stop:
            end = self._trimmed(at, end)
        alone = end == at + 1 and char in _FORMAL and (text[end : end + 1] not in _AFTER_FORMAL or end == len(text))
        if alone and char in _LETTERED and (before is None or not before.mask & _JOINED):
            return None
        if end == at + 1 and char in "百千万亿萬億" and not self._counted(end, before):
            return None
        if char in "几幾" and at > self.floor and text[at - 1] == "大":
            at -= 1
        return self._numeral_of(at, end) if end > at else None

    def _trimmed(self, at: int, end: int) -> int:
        """Where a numeral ends whose last scale belongs to what follows: 七百万千瓦, 十千米, 一两百分之六."""
        text = self.text
        last, after = text[end - 1], text[end]
        if last == "百" and after == "帕":
            return end - 1
        if (
            last in "千仟"
            and (after in "克米瓦伏卡周赫帕焦" or text.startswith("字节", end))
            and (
                end - at == 1
                or text[end - 2] not in _O + "两兩"
                or (end - at > 2 and text[end - 3] in _O)  # 二五○千瓦
                or not numeral_zh.read(text[at:end])
            )
        ):
            return end - 1
        if after == "分" and last in "百千万亿萬億" and text.startswith("分之", end):
            # 五百分之三 is 3/500, 一两百分之六 one tael and 6 percent.
            if end - at == 1:
                return at
            return end - 2 if text[end - 2] in "两兩" and (end - 2 > at or last == "百") else end
        return end

    def _counted(self, end: int, before: Token | None) -> bool:
        """Whether a scale that stands alone counts something: 万人, 近万, not 万有."""
        if before is not None and before.mask & _BACK:
            return True
        word = self._word(end) if end < self.stop else None
        return word is not None and bool(word.mask & _AFTER_SCALE)

    def _few(self, at: int, before: Token | None) -> Token | None:
        """一两个 is one or two, 一两银子 a tael: what follows tells."""
        text = self.text
        if at + 2 >= self.stop or text[at + 1] not in "两兩":
            return None
        if before is not None and before.mask & _NUM:
            return None
        word = self._word(at + 2)
        if word is None or not word.mask & _COUNTED:
            return None
        low, high = (1, 2) if text[at] == "一" else (2, 3)
        one = Numeral(low, high, Form.WORDS, mask=_NUM)
        return Token(at, at + 2, _NUM, (one,))

    def _several(self, at: int) -> Token | None:
        """几个, 数年: a few."""
        text = self.text
        if text[at] not in "几幾数數" or at + 1 >= self.stop:
            return None
        if text[at] in "数數" and at > 0 and text[at - 1] in _NO_FEW:
            return None
        word = self._word(at + 1)
        if word is None or not word.mask & _COUNTED:
            return None
        return Token(at, at + 1, _SEVERAL_BITS, _SEVERAL)

    def _numeral_of(self, start: int, end: int) -> Token | None:
        bits, readings = _known(self.text[start:end])
        return new_token((start, end, bits, readings, (), "")) if readings else None

    def _two(self, at: int, before: Token | None) -> Token | None:
        """两: a two, before a scale the beginning of a numeral; behind a numeral the unit of weight, or the two that
        sums up a list: 二十五、六两日.
        """
        if at and self.text[at - 1] == "每" and self.text[at + 1 : at + 2] in _NUMERAL_CHARS:
            return None  # 每两四百元
        run = numeral_zh.RUN.match(self.text, at, self.stop)
        if run is not None:
            end = self._trimmed(at, run.end()) if run.end() < self.stop else run.end()
            if end > at + 1:
                return self._numeral_of(at, end)
        if before is None or not before.mask & (_NUM | BIT["HALF"] | BIT["MORE"]):
            return Token(at, at + 1, _TWO[0].mask, _TWO)
        word = self._word(at)
        if word is None:
            return Token(at, at + 1, _TWO[0].mask, _TWO)
        return word._replace(mask=word.mask | _TWO[0].mask, numerals=_TWO)

    def _figures(self, at: int, floor: int) -> Token | None:
        """Figures that are a time, a date or an identifier rather than a number."""
        text = self.text
        if _PLAIN.match(text, at, self.stop) and (at == floor or text[at - 1] not in _GLUE):
            return None
        clock = _CLOCK.match(text, at, self.stop)
        if clock:
            return Token(at, clock.end(), BIT["CLOCK"], word=f"{int(clock[1])}:{clock[2]}")
        iso = _ISO.match(text, at, self.stop)
        if iso:
            return Token(at, iso.end(), BIT["CLOCK"], word=f"{iso[1]}-{int(iso[3])}-{int(iso[4])}")
        month = _YEAR_MONTH.match(text, at, self.stop)
        if month and not (month[2] == "." and self._known(month.end())):
            return Token(at, month.end(), BIT["CLOCK"], word=f"{month[1]}-{int(month[3])}")
        begin = at
        while begin > floor and (
            (text[begin - 1].isascii() and text[begin - 1].isalnum()) or text[begin - 1] in "-−—_./@:"
        ):
            begin -= 1
        while begin < at and not text[begin].isalnum():
            begin += 1
        word = _ASCII.match(text, begin, self.stop)
        if word is None:
            return None
        whole = word[0].rstrip(".,:/-+—–~×*")
        end = begin + len(whole)
        if begin < at and any(char.isalpha() for char in whole[: at - begin]):
            prefix = self.tables.ahead.get(whole[: at - begin])
            return None if prefix is not None and prefix.mask & BIT["CUR"] else Token(begin, end, BIT["CODE"])
        if whole.isdigit():
            return None
        if not _PIECES.fullmatch(whole) or "×" in whole or "*" in whole:
            return Token(begin, end, BIT["CODE"])
        for letters in _LETTERS.finditer(whole):
            if not self._known(begin + letters.start()):
                return Token(begin, end, BIT["CODE"])
        return None

    def _known(self, at: int) -> bool:
        return at < self.stop and (self.text[at] in "十百千万亿萬億" or self._word(at) is not None)

    def _word(self, at: int) -> Token | None:
        text, stop = self.text, self.stop
        if text[at] < "\x80":
            return self._ascii_word(at)
        for entry in self.tables.longer.get(text[at : at + 2], ()):
            word = entry.word
            end = at + len(word)
            if text.startswith(word, at) and end <= stop and (token := self._fitting(entry, at, end)) is not None:
                return token
        single = self.tables.ahead.get(text[at])
        return None if single is None else self._fitting(single, at, at + 1)

    def _ascii_word(self, at: int) -> Token | None:
        text, words = self.text, self.tables.ahead
        lengths = self.tables.lengths.get(text[at], ()) or self.tables.lengths.get(text[at].lower(), ())
        for length in lengths:
            end = at + length
            if end > self.stop:
                continue
            piece = text[at:end]
            entry = words.get(piece) or (words.get(piece.lower()) if piece.isascii() else None)
            if entry is not None and (token := self._fitting(entry, at, end)) is not None:
                return token
        return None

    def _fitting(self, entry: Entry, start: int, end: int) -> Token | None:
        text = self.text
        if (
            text[end - 1] < "\x80"
            and end < self.stop
            and text[end - 1].isalpha()
            and text[end].isascii()
            and text[end].isalpha()
        ):
            return None  # m of mile
        if not entry.guarded:
            return new_token((start, end, entry.mask, (), entry.senses, entry.word))
        return self._guarded(entry, start, end)

    def _guarded(self, entry: Entry, start: int, end: int) -> Token | None:
        text, wary = self.text, self.tables.wary
        behind, ahead = wary.get(entry.word) or wary.setdefault(entry.word, _wary(entry))
        if text[end : end + 1] not in behind and text[start - 1 : start] not in ahead:
            return new_token((start, end, entry.mask, (), entry.senses, entry.word))
        if entry.word in _MORE and text[start - 1] in _ROUND:
            # Behind a round numeral 多 and 余 can only say more, whatever word they would begin: 五百多种, 五十余部.
            return Token(start, end, entry.mask, (), entry.senses, entry.word)
        dated = _IN_DATE.get(entry.word)
        if dated is not None and dated.search(text, max(self.floor, start - _DATE_BEFORE), start):
            return Token(start, end, entry.mask, (), entry.senses, entry.word)
        senses = [
            sense
            for sense in entry.senses
            if not (
                sense.before
                and text.startswith(sense.before, end)
                and not (sense.but and text.startswith(sense.but, end))
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

    def _back(self, at: int) -> list[Token]:
        """The words before a numeral, up to three: 约, 第, 超过, 公元前."""
        tokens: list[Token] = []
        text, words, where = self.text, self.tables.ahead, at
        if at <= self.floor or (text[at - 1] not in self.tables.behind_lengths and text[at - 1] not in " 　"):
            return tokens
        while len(tokens) < 3 and where > self.floor:
            if text[where - 1] in " 　" and where - 1 > self.floor and tokens == []:
                where -= 1
                continue
            token = None
            for length in self.tables.behind_lengths.get(text[where - 1], ()):
                if where - length < self.floor:
                    continue
                entry = words.get(text[where - length : where])
                if entry is not None and entry.mask & _BACK:
                    token = self._guarded(entry, where - length, where)
                    if token is not None and token.mask & _BACK:
                        break
                    token = None
            if token is None:
                break
            tokens.insert(0, token)
            where = token.start
        return tokens

    def _unit_and_half(self, at: int) -> Token | None:
        """The unit before 半 that no numeral precedes: 斤半, 年半."""
        text = self.text
        if text[at] != "半" or at <= self.floor:
            return None
        token = self._word(at - 1)
        if (
            token is None
            or token.end != at
            or not token.mask & BIT["UNIT"]
            or token.mask & BIT["CLS"]
            or (at > 1 and text[at - 2] in _EACH)
        ):
            return None
        return token._replace(mask=BIT["UNIT"])

    def _name(self, at: int, *, begins: bool = False) -> Token | None:
        """A name or idiom around a place: 三番五次, 统一, 五一; with `begins` one that begins there only."""
        text, names = self.text, self.tables.names
        crossing = names.get(text[at - 1 : at + 1]) if at and not begins else None
        beginning = names.get(text[at : at + 2])
        found = self._named(at, crossing, crosses=True) if crossing is not None else None
        if found is None and beginning is not None:
            found = self._named(at, beginning, crosses=False)
        return found

    def _named(self, at: int, ways: _Names, *, crosses: bool) -> Token | None:
        text = self.text
        for shift, words, some in ways:
            start = at - shift
            if shift > 4 or (shift < 1 if crosses else shift) or start < self.floor:
                continue
            if text.startswith(words, start):
                for name in some:
                    end = start + len(name.word)
                    if end > self.stop or not text.startswith(name.word, start):
                        continue
                    if (
                        not shift
                        and start > self.edge
                        and (text[start - 1] in _NUMERAL_CHARS or text[start - 1] == "第")
                    ):
                        continue
                    if not shift and end < self.stop and self._goes_on(name.word, end):
                        continue
                    if (name.before and text.startswith(name.before, end)) or (
                        name.after and text.endswith(name.after, 0, start)
                    ):
                        continue
                    return Token(start, end, BIT["NONE"], word=name.value, senses=(Sense("NONE", name.word),))
        return None

    def _goes_on(self, word: str, end: int) -> bool:
        """Whether a numeral that a name ends with goes on behind it: 二百五十, 一一、二九○."""
        if word[-1] not in _NUMERAL_CHARS:
            return False
        following = self.text[end]
        if following in "、，,·点點":
            following = self.text[end + 1 : end + 2]
            return following in _NUMERAL_CHARS and word.strip(_FIGURES_ZH) == ""
        return following in _NUMERAL_CHARS and following not in "两兩几幾数數"


@lru_cache(maxsize=8192)
def _known(run: str) -> tuple[int, tuple[Numeral, ...]]:
    readings = numeral_zh.read(run)
    bits = BIT["IDLE"] if run == "一" else 0
    for one in readings:
        bits |= one.mask
    return bits, readings


@lru_cache(maxsize=8192)
def _is_cut(run: str) -> bool:
    return not _CUTS.isdisjoint(run) or run in _COUNTING or (3 <= len(run) <= 4 and _climbs(run))


_CUTS = frozenset("点點两兩、，,")
_SEPARATORS = frozenset("、，,")
_PLAIN = re.compile(r"[0-9]{1,12}(?![0-9A-Za-z.,/_+%×*~—–:：@-])")
"""Figures that are neither time nor date nor part of an identifier."""
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_WITHOUT_NUMERAL = "丈尺寸斤亩畝担擔里"
"""Units that say one and a little more, or about one, by themselves: 丈余, 尺许."""
_TO_A_PLACE = frozenset("约近距离離隔行走城达達东東南西北村")
_DOUBTED = frozenset("元成月年旬个個" + _WITHOUT_NUMERAL + _STEMS)
"""Characters that begin an expression before or behind some others: 元年, 月余."""
_GLUE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-−—_./@")
_BEGIN = frozenset(
    "".join(_NUMERAL_CHARS) + "×□Ｘ" + "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3280, 0x328A))))
)
"""Characters that begin an expression by themselves."""
_NO_UNIT = _NUMERAL_CHARS | frozenset("×□Ｘ去今明前本每全历歷个個")
_AFTER_BA = frozenset("月年星人钟鐘小")
_OPEN = frozenset("（(")
_IN_NAME = re.compile(f"[{re.escape(''.join(sorted(_NUMERAL_CHARS)))}半]")
_ONE_MORE = "月年旬个個" + _WITHOUT_NUMERAL
"""月余, 个把月: a unit before 余 or 把 says one."""
_EACH = frozenset(
    "每全整各今去本当當后後前这這那某按以论論同半两兩几幾数數多余餘来來个個 　，。、；：（“上下明次千平市公英方百万萬何少青老"
)


def _climbs(run: str) -> bool:
    """Whether figures grow from one to the next, as in 二四五年级."""
    places = ["一二三四五六七八九".find(char) for char in run]
    return places[0] >= 0 and all(a < b for a, b in pairwise(places))


_NAMED = 0.3
_MINUTE, _HOUR, _UNIT = BIT["MINU"], BIT["HOURU"], BIT["UNIT"]
_WITH_ONES = re.compile(f"([{_ONE_TO_NINE}]?十)有([{_ONE_TO_NINE}])(?![{_O}十百千万余多])")
"""六十有八, the older way."""
_WIDE_FIGURES = frozenset("０１２３４５６７８９")
_WIDE_MODEL = re.compile("[０-９]{1,4}(?:型|式|号|號)?")
_MAKE = re.compile("[A-ZＡ-Ｚ][-—－–]$")
"""Ｃ—１３０型."""
_TIMES_SIGNS = frozenset("乘×xX")
_RELAY = re.compile(f"[{_O}十][乘×xX][一二四五八]百(?:公尺|米|碼|码)?")
"""四乘一百公尺: the name of a race."""
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ")
_MODEL = re.compile(f"[{_O}]{{2,4}}(?:[式型号](?!机|炮|枪))?(?![{_O}十百千万亿两])|[{_O}][式型]")
"""F八○式, B二九: the name of a make."""
_IN_TENTHS = frozenset({"亩", "畝", "角", "元", "块", "塊", "寸", "钱", "錢"})
"""Units that 分 is a part of."""
_ONLY_FIGURES = re.compile(f"[{_O}]{{2}}(?=[，。；、）)\\s]|$)")
"""七十四米六四。: the decimals, not the day."""
_MORE = frozenset("多余餘馀")
_ROUND = frozenset("十百千万亿萬億廿卅卌拾佰仟0０")
_FIGURE = "[0-9０-９〇○零一二三四五六七八九]"
_IN_DATE = {
    "年": re.compile(f"(?<!{_FIGURE})(?:[12１２一二]{_FIGURE}{{3}})$"),
    "月": re.compile(f"年(?:{_FIGURE}|十[一二]?|[1１][0-2０-２])$"),
    "日": re.compile(
        f"月(?:份)?[ 　]?(?:{_FIGURE}|[12３123１２]{_FIGURE}|[二三]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?)$"
    ),
}
"""What stands before a part of a date that no word behind it can take away: 一九五四年产量, 五月三日用餐."""
_DATE_BEFORE = 6
_CROSSED = 0.6
_MOST_CUTS = 6
_CLAUSE = frozenset("\n\r\t 　。；：！？:;.，“”")
_BRACKETED = re.compile(rf"[（(〔【]([{_O}十{_F}]{{1,3}}|[{_STEMS}])[)）〕】](?![日月年号])")
_HEADED = re.compile(rf"([{_O}十{_F}]{{1,3}}|[{_STEMS}])(?:[、．](?![{_F}])|\.(?![0-9])|[)）]|是(?=[^{_O}十否]))")
_YEAR_MONTH = re.compile(r"(1[89]\d\d|20\d\d)([-/.])(0[1-9]|1[0-2])(?![\d.\-/])")
_COMMAS = re.compile("([、，,])")
_FIGURES_ZH = "零〇○一二三四五六七八九"
_COUNTING = frozenset(_FIGURES_ZH[i : i + n] for n in (3, 4) for i in range(3, 13 - n))
_FORMAL = frozenset(numeral_zh.FORMAL)
_LETTERED = frozenset("陆陸伍肆参參拾佰仟弍")
"""Formal figures that are characters of other words."""
_AFTER_FORMAL = "元圆圓角萬万月日号號倍第"
_NO_HUNDREDS = frozenset("总總多少次倍指参參函系票代复複字度")
_NO_FEW = frozenset(
    "人总總多少次岁歲分件户戶整半无無系指参函倍基全票场级代复辈头字度大算小奇偶双单负有计可回得亩吨系百"
)
_FIRST = (Numeral(1, 1, Form.WORDS, mask=classify(1, 1)),)
_POINTED = mask("PCTPRE|NEG|PRE|YOU")
_DECIMALS = frozenset(_FIGURES_ZH)
_BEFORE_POINT = frozenset(
    "重要观觀地特优優缺据據景站网網焦难難热熱亮终終起顶頂冰沸盘盤清指评評早晚有差快慢几幾半一论論零正整到等"
)
_SEVERAL_BITS = BIT["NUM"] | BIT["OPEN"] | BIT["IDLE"]
_SEVERAL = (Numeral(2, 9, Form.WORDS, Approx.SEVERAL, 0.0, _SEVERAL_BITS),)
_ALONE = mask("EACH|IMPLIED|PCTPRE|REL|WEEKDAY|HALF|FACTOR|MONTH|MASK|NONE|CODE|CLOCK|SPAN|MARKER|FAN")
_TWO = (Numeral(2, 2, Form.WORDS, mask=classify(2, 2)),)
_CIRCLED = {chr(0x2460 + n): str(n + 1) for n in range(20)} | {chr(0x3280 + n): str(n + 1) for n in range(10)}
_SIGNS = frozenset("×□Ｘ元点點" + "".join(_CIRCLED))
_DIGITS = {ord(char): str(index % 10) for index, char in enumerate("０１２３４５６７８９〇一二三四五六七八九")}
_DIGITS |= {ord(char): "0" for char in "零○◯Ｏ"} | {ord(char): "" for char in "、，,"}


def _digits(run: str) -> str:
    return run.translate(_DIGITS)
