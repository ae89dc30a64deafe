"""Chinese text to clusters of tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from duizhao.validator.quantities import numeral_zh
from duizhao.validator.quantities.lexicon import Entry, Sense, names, table
from duizhao.validator.quantities.lexicon.classes import BIT, mask
from duizhao.validator.quantities.tokens import MOST_TOKENS, Lexed, Token, Variant

_F, _O = numeral_zh.FIGURES, numeral_zh.ONES
_NUMERAL_CHARS = frozenset("0123456789０１２３４５６７８９" + _O + numeral_zh.FORMAL + numeral_zh.SCALES + "两兩几幾数數")
_CODE = re.compile(
    r"[A-Za-z][A-Za-z0-9]*(?:[-—–.·/_:@]*[A-Za-z0-9]+)*"  # reached only through a figure inside
)
_ASCII = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,:/@_+%×*—–-]*")
_MASKED = re.compile(r"[×□ＸＯ〇○]*[×□Ｘ][×□Ｘ○〇]*(?=[名个人年月日号時时师团军营旅团縱纵部战戰千百万十斤吨元])|[×□Ｘ]{2,}")
_DOTTED = re.compile(rf"[{_O}{_F}]{{1,3}}(?:[、，,][{_O}{_F}]{{3}}(?![{_O}{_F}]))+")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:：]([0-5]\d)(?:[:：]([0-5]\d))?(?![\d:：])")
_ISO = re.compile(r"(1[89]\d\d|20\d\d)([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d.])")
_CONNECTORS = mask("TO|AND|COMMA|BI|OR|FENZHI|YOU|POINTSEP|GE|OF|THE")
_BACK = mask("PRE|NEG|DI|CUR|BC|LUNAR|ZERO|ERA|AMPM|BETWEEN")
_NUM = BIT["NUM"]


class _Tables(NamedTuple):
    core: re.Pattern[str]
    ahead: dict[str, Entry]
    lengths: dict[str, tuple[int, ...]]
    behind_lengths: dict[str, tuple[int, ...]]
    triggers: dict[str, tuple[int, ...]]
    bigrams: frozenset[str]
    names: dict[tuple[int, str], tuple[str, ...]]
    name_values: dict[str, str]


_TRIGGER_CLASSES = mask("REL|WEEKDAY|WEEK|HALF|FACTOR|PCTPRE|MONTH|MASK|SPAN|NONE|FAN|CLOCK|MARKER")


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    words = table("zh")
    lengths: dict[str, set[int]] = {}
    behind: dict[str, set[int]] = {}
    starters: dict[str, set[int]] = {}
    for word, entry in words.items():
        lengths.setdefault(word[0], set()).add(len(word))
        if entry.mask & _BACK:
            behind.setdefault(word[-1], set()).add(len(word))
        if entry.mask & _TRIGGER_CLASSES:
            starters.setdefault(word[0], set()).add(len(word))
    chars = "".join(sorted(_NUMERAL_CHARS | set("×□Ｘ")))
    # A word that starts an expression without a numeral is found by its first two characters, or its only one.
    pairs = sorted({w[:2] for w, e in words.items() if e.mask & _TRIGGER_CLASSES and w[0] not in _NUMERAL_CHARS})
    by_first: dict[str, set[str]] = {}
    for pair in pairs:
        by_first.setdefault(pair[0], set()).add(pair[1:])
    alternatives = []
    for first, seconds in sorted(by_first.items()):
        rest = "" if "" in seconds else f"(?=[{re.escape(''.join(sorted(seconds)))}])"
        alternatives.append(re.escape(first) + rest)
    core = re.compile(f"[{re.escape(chars)}①-⑳㊀-㊉]|" + "|".join(alternatives))
    bigrams, grouped, values = set(), {}, {}
    for name in names("zh"):
        at = next((i for i, char in enumerate(name.word) if char in _NUMERAL_CHARS or char in "半双第"), 0)
        key = name.word[at - 1 : at + 1] if at else name.word[:2]
        bigrams.add(key)
        grouped.setdefault((at, key), []).append(name.word)
        values[name.word] = name.value
    order = {key: tuple(sorted(some, key=len, reverse=True)) for key, some in grouped.items()}
    return _Tables(
        core,
        words,
        {first: tuple(sorted(some, reverse=True)) for first, some in lengths.items()},
        {last: tuple(sorted(some, reverse=True)) for last, some in behind.items()},
        {first: tuple(sorted(some, reverse=True)) for first, some in starters.items()},
        frozenset(bigrams),
        order,
        values,
    )


def lex(text: str, start: int, end: int) -> Iterator[Lexed]:
    """The clusters of `text[start:end]`, in order."""
    return _Lexer(text, start, end).run()


class _Lexer:
    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.stop = text, start, end
        self.tables = _tables()
        self.floor = start

    def run(self) -> Iterator[Lexed]:
        search, at = self.tables.core.search, self.start
        while (found := search(self.text, at, self.stop)) is not None:
            lexed = self._cluster(found.start())
            if lexed is None:
                at = found.start() + 1
                continue
            yield lexed
            at = self.floor = max(lexed.end, found.start() + 1)

    # ------------------------------------------------------------ clusters

    def _cluster(self, at: int) -> Lexed | None:
        named = self._name(at)
        variants: list[Variant] = []
        if named is not None:
            chain = self._chain(named.end, [named], looked_back=True)
            variants.append(Variant(0.0, tuple(chain)))
        chain = self._chain(at, [])
        if chain and any(token.mask & (_NUM | _ALONE) for token in chain):
            variants += [
                Variant(cost + (_NAMED if named else 0.0), tuple(tokens)) for cost, tokens in self._split(chain)
            ]
        if not variants:
            return None
        begin = min(v.tokens[0].start for v in variants)
        return Lexed(begin, max(v.tokens[-1].end for v in variants), tuple(variants))

    def _chain(self, at: int, tokens: list[Token], *, looked_back: bool = False) -> list[Token]:
        if not looked_back:
            tokens = self._back(at)
        where = at
        while where < self.stop and len(tokens) < MOST_TOKENS:
            token = self._token(where, tokens[-1] if tokens else None)
            if token is None:
                gap = self._gap(where, tokens)
                if not gap:
                    break
                where = gap
                continue
            tokens.append(token)
            where = token.end
        while tokens and tokens[-1].mask & _CONNECTORS and not tokens[-1].mask & ~(_CONNECTORS | _BACK):
            tokens.pop()
        return tokens

    def _gap(self, where: int, tokens: list[Token]) -> int:
        """The place behind a single blank between a figure and what belongs to it, 0 where the cluster ends."""
        if not tokens or self.text[where] not in " 　" or where + 1 >= self.stop:
            return 0
        last, following = self.text[where - 1], self.text[where + 1]
        if last.isascii() and (following in _NUMERAL_CHARS or following in self.tables.lengths) and tokens[-1].mask & _NUM:
            return where + 1
        if following.isascii() and following.isdigit() and not tokens[-1].mask & _NUM:
            return where + 1
        return 0

    def _split(self, chain: list[Token]) -> Iterator[tuple[float, list[Token]]]:
        """The chain as it stands, and with one of its numerals cut otherwise."""
        yield 0.0, chain
        for index, token in enumerate(chain):
            if not token.mask & _NUM:
                continue
            for cost, tokens in self._cuts(token, chain[index + 1] if index + 1 < len(chain) else None):
                yield cost, [*chain[:index], *tokens, *chain[index + 1 :]]
                break

    def _cuts(self, token: Token, following: Token | None) -> Iterator[tuple[float, list[Token]]]:
        """Other ways to cut a numeral: 三点五 as 三, 点, 五; 二、七六八 as a list."""
        run = self.text[token.start : token.end]
        for sign in "点點":
            at = run.find(sign)
            if at > 0:
                middle = self._word(token.start + at)
                left = self._numeral_of(token.start, token.start + at)
                right = self._numeral_of(token.start + at + 1, token.end)
                if middle and left and right:
                    clock = following is not None and following.mask & (BIT["MINU"] | BIT["AMPM"])
                    yield (0.05 if clock else 0.5), [left, middle, right]
        if len(run) == 2 and run[1] in "两兩":
            left, two = self._numeral_of(token.start, token.start + 1), self._word(token.start + 1)
            if left and two:
                yield 0.3, [left, two]
        if _DOTTED.fullmatch(run) and any(c in run for c in "、，"):
            parts, where = [], token.start
            for piece in re.split("([、，,])", run):
                part = (
                    self._word(where) if piece in "、，," else self._numeral_of(where, where + len(piece))
                )
                if part is None:
                    return
                parts.append(part)
                where += len(piece)
            yield 0.4, parts

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
        return self._word(at)

    def _numeral(self, at: int, before: Token | None) -> Token | None:
        text = self.text
        if text[at] in "0123456789" and (token := self._figures(at)):
            return token
        if before is not None and before.mask & _NUM and text[at] in "两兩":
            return self._two(at, before)
        if dotted := _DOTTED.match(text, at, self.stop):
            if self._thousands(dotted):
                value = int(_digits(dotted[0]))
                bits = numeral_zh.classify(value, value)
                one = numeral_zh.Numeral(value, value, numeral_zh.Form.WORDS, mask=bits)
                return Token(at, dotted.end(), bits, (one,))
        few = _FEW.match(text, at, self.stop)
        if few is not None:
            low = numeral_zh.read(few[1])[0].low
            one = numeral_zh.Numeral(low, 2 if low == 1 else 3, numeral_zh.Form.WORDS, mask=_NUM)
            return Token(at, few.end(), _NUM, (one,))
        run = numeral_zh.RUN.match(text, at, self.stop)
        if run is None:
            return Token(at, at + 1, _TWO[0].mask, _TWO) if text[at] in "两兩" else None
        if len(run[0]) > numeral_zh.LIMIT:
            return Token(at, run.end(), BIT["CODE"])
        return self._numeral_of(at, run.end())

    def _thousands(self, dotted: re.Match[str]) -> bool:
        """Whether groups of three positional figures are one number: 二、七六八、一四九, １，２３４."""
        return all(len(group) == 3 for group in re.split("[、，,]", dotted[0])[1:]) and (
            dotted[0].count("、") + dotted[0].count("，") == 0
            or dotted[0].count("、") > 1
            or self.text[dotted.start()] in _O
        )

    def _numeral_of(self, start: int, end: int) -> Token | None:
        run = self.text[start:end]
        readings = numeral_zh.read(run)
        if not readings:
            return None
        bits = 0
        for one in readings:
            bits |= one.mask
        if run == "一":
            bits |= BIT["IDLE"]
        return Token(start, end, bits, readings)

    def _two(self, at: int, before: Token) -> Token | None:
        """两 behind a numeral: the unit of weight, or the two that sums up a list: 二十五、六两日."""
        word = self._word(at)
        if word is None:
            return None
        return word._replace(mask=word.mask | _TWO[0].mask, numerals=_TWO)

    def _figures(self, at: int) -> Token | None:
        """Figures that are a time, a date or an identifier rather than a number."""
        text = self.text
        clock = _CLOCK.match(text, at, self.stop)
        if clock:
            return Token(at, clock.end(), BIT["CLOCK"], word=f"{int(clock[1])}:{clock[2]}")
        iso = _ISO.match(text, at, self.stop)
        if iso:
            return Token(at, iso.end(), BIT["CLOCK"], word=f"{iso[1]}-{int(iso[3])}-{int(iso[4])}")
        begin = at
        while begin > self.floor and text[begin - 1].isascii() and (text[begin - 1].isalnum() or text[begin - 1] in "-_./@"):
            begin -= 1
        word = _ASCII.match(text, begin, self.stop)
        if word is None:
            return None
        whole = word[0].rstrip(".,:/-+")
        end = begin + len(whole)
        if begin < at and any(char.isalpha() for char in whole[: at - begin]):
            return Token(begin, end, BIT["CODE"])
        letter = next((i for i, char in enumerate(whole) if char.isalpha()), None)
        if letter is not None and not self._known(begin + letter):
            return Token(begin, end, BIT["CODE"])
        if whole.count(".") > 1 or "×" in whole or "*" in whole or whole.count("-") > 1:
            return Token(begin, end, BIT["CODE"])
        return None

    def _known(self, at: int) -> bool:
        word = self._word(at)
        return word is not None

    def _word(self, at: int) -> Token | None:
        text, words = self.text, self.tables.ahead
        for length in self.tables.lengths.get(text[at], ()):
            if at + length > self.stop:
                continue
            entry = words.get(text[at : at + length])
            if entry is None:
                continue
            if entry.senses[0].value == "BARE":
                # A longer word that must not hide the unit at its head: 日 of 日报道.
                return Token(at, at + 1, entry.mask, (), entry.senses, entry.word[0])
            if not entry.guarded:
                return Token(at, at + length, entry.mask, (), entry.senses, entry.word)
            token = self._guarded(entry, at, at + length)
            if token is not None:
                return token
        return None

    def _guarded(self, entry: Entry, start: int, end: int) -> Token | None:
        text = self.text
        senses = tuple(
            sense
            for sense in entry.senses
            if not (sense.before and text.startswith(sense.before, end))
            and not (sense.after and text.endswith(sense.after, 0, start))
        )
        if not senses:
            return None
        bits = 0
        for sense in senses:
            bits |= BIT[sense.cls]
        return Token(start, end, bits, (), senses, entry.word)

    def _back(self, at: int) -> list[Token]:
        """The words before a numeral, up to three: 约, 第, 超过, 公元前."""
        tokens: list[Token] = []
        text, words, where = self.text, self.tables.ahead, at
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

    def _name(self, at: int) -> Token | None:
        """A name or idiom around a place: 三番五次, 统一, 五一."""
        text, tables = self.text, self.tables
        for offset, key in ((1, text[at - 1 : at + 1] if at else ""), (0, text[at : at + 2])):
            if key not in tables.bigrams:
                continue
            for shift in range(offset, 5) if offset else (0,):
                for word in tables.names.get((shift, key), ()):
                    start = at - shift
                    if start >= self.floor and text.startswith(word, start) and start + len(word) <= self.stop:
                        value = tables.name_values[word]
                        return Token(start, start + len(word), BIT["NONE"], word=value)
        return None


_NAMED = 0.3
_FEW = re.compile("([一三])[两兩](?=[个個天年次名位人句回周週月里岁歲只隻小点點件种種条條块塊项項代句处處家户戶间間座艘台臺辆輛年级])")
"""一两个 is one or two, 一两银子 a tael: what follows tells."""
_ALONE = mask("REL|WEEKDAY|HALF|FACTOR|MONTH|MASK|NONE|CODE|CLOCK|SPAN|MARKER|FAN")
_TWO = (numeral_zh.Numeral(2, 2, numeral_zh.Form.WORDS, mask=numeral_zh.classify(2, 2)),)
_CIRCLED = {chr(0x2460 + n): str(n + 1) for n in range(20)} | {chr(0x3280 + n): str(n + 1) for n in range(10)}
_DIGITS = {ord(char): str(index % 10) for index, char in enumerate("０１２３４５６７８９〇一二三四五六七八九")}
_DIGITS |= {ord(char): "0" for char in "零○◯Ｏ"} | {ord(char): "" for char in "、，,"}


def _digits(run: str) -> str:
    return run.translate(_DIGITS)
