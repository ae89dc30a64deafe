"""English text to clusters of tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from duizhao.validator.quantities import numeral_en
from duizhao.validator.quantities.lexicon import Entry, names, table
from duizhao.validator.quantities.lexicon.classes import BIT, mask
from duizhao.validator.quantities.tokens import MOST_TOKENS, Lexed, Token, Variant

_NUM = BIT["NUM"]
_BACK = mask("PRE|NEG|DI|CUR|SPAN|BETWEEN|THE|ERA|LUNAR|REL")
_TRIGGERS = mask("MONTH|WEEKDAY|REL|FACTOR|AMPM")
_LOOSE = mask("TO|AND|COMMA|OR|OF|THE|ART|BETWEEN|OUTOF|BI|PRE|NEG|CUR|DI|SPAN|ERA|LUNAR")
_KEEP = mask("POST|UNIT|PCT|AMPM|HOURU|MONTH")
_NUMERAL_WORDS = frozenset(
    (*numeral_en.ONES, *numeral_en.TEENS, *numeral_en.TENS, *numeral_en.ORDINALS, *numeral_en.TENTHS, *numeral_en.SCALES,
     *numeral_en.PLURALS, *numeral_en.SCALE_ORDINALS, "half", "halves", "quarter", "quarters")
) - {"score", "gross"}
_WORD = re.compile(r"[a-z]+")
_CHUNK = re.compile(r"[a-z.$£€¥₦₩₹₽₱฿₫−'’&/%+–-]{1,14}$")
_DECADE = re.compile(r"['’]?(\d{4}|\d{2})['’]?s(?![a-z0-9])")
_CLOCK = re.compile(r"([01]?\d|2[0-4])(?::\s?|\.(?=[0-5]\d ?[ap]\.?m))([0-5]\d)(?::([0-5]\d))?(?![\d:])")
_MILITARY = re.compile(r"([01]\d|2[0-4])([0-5]\d)(?= ?(?:hours|hrs|gmt|utc)\b)")
_ISO = re.compile(r"(1[89]\d\d|20\d\d)([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d.])")
_ASCII = re.compile(r"[a-z0-9][a-z0-9.,:/@_+%×*-]*")
_MARK = re.compile(r"\(([0-9]{1,2}|[ivx]{1,4}|[a-z])\)")
_ROMAN_BEFORE = BIT["DI"]


class _Tables(NamedTuple):
    core: re.Pattern[str]
    forward: dict[str, tuple[Entry, ...]]
    backward: dict[str, tuple[Entry, ...]]
    phrases: dict[str, tuple[tuple[str, str, str], ...]]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    words = table("en")
    forward: dict[str, list[Entry]] = {}
    backward: dict[str, list[Entry]] = {}
    for word, entry in words.items():
        first = _WORD.match(word)
        forward.setdefault(first[0] if first else word[0], []).append(entry)
        if entry.mask & _BACK:
            backward.setdefault(word.rsplit(" ", 1)[-1], []).append(entry)
    triggers = {w for w, e in words.items() if e.mask & _TRIGGERS and w[0].isalpha()} | _NUMERAL_WORDS
    firsts = sorted({re.escape(w) for w in triggers if " " in w or w.isalpha()}, key=len, reverse=True)
    scales = "|".join(sorted(numeral_en.SCALES, key=len, reverse=True))
    core = re.compile(
        rf"[0-9½¼¾⅓⅔⅛]|\.[0-9]|(?<![a-z’'])(?:an? (?=(?:{scales}|half|third|quarter|fifth|tenth|[a-z]+ and a half)\b)"
        rf"|(?:{'|'.join(firsts)})(?![a-z]))"
    )
    phrases: dict[str, list[tuple[str, str, str]]] = {}
    for name in names("en"):
        rest = name.word[name.at :]
        found = _WORD.match(rest)
        key = found[0] if found else rest[0]
        phrases.setdefault(key, []).append((name.word[: name.at], rest, name.value))
    return _Tables(core, _sorted(forward), _sorted(backward), {key: tuple(some) for key, some in phrases.items()})


def _sorted(groups: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {key: tuple(sorted(some, key=lambda e: len(e.word), reverse=True)) for key, some in groups.items()}


def lower(text: str) -> str:
    """The text in lower case, of the same length."""
    folded = text.lower()
    return folded if len(folded) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def lex(text: str, low: str, start: int, end: int) -> Iterator[Lexed]:
    """The clusters of `text[start:end]`, in order; `low` is the text in lower case."""
    return _Lexer(text, low, start, end).run()


class _Lexer:
    def __init__(self, text: str, low: str, start: int, end: int) -> None:
        self.text, self.low = text, low
        self.start, self.stop, self.floor = start, end, start
        self.tables = _tables()
        self.other: tuple[int, Token] | None = None

    def run(self) -> Iterator[Lexed]:
        search, at = self.tables.core.search, self.start
        while (found := search(self.low, at, self.stop)) is not None:
            lexed = self._cluster(found.start())
            if lexed is None:
                at = found.end()
                continue
            yield lexed
            at = self.floor = max(lexed.end, found.end())

    # ------------------------------------------------------------ clusters

    def _cluster(self, at: int) -> Lexed | None:
        self.other = None
        variants: list[Variant] = []
        named = self._name(at)
        if named is not None:
            variants.append(Variant(0.0, (named,)))
        back = self._back(at)
        chain = self._chain(at, list(back))
        other = self.other
        if chain and any(token.mask & _HEADS for token in chain):
            variants.append(Variant(_NAMED if named else 0.0, tuple(chain)))
            if other is not None:
                place, token = other
                kept = [one for one in chain if one.end <= place]
                self.other = (-1, token)
                rest = self._chain(token.end, [*kept, token])
                variants.append(Variant(0.0, tuple(rest)))
        if not variants:
            return None
        begin = min(v.tokens[0].start for v in variants)
        return Lexed(begin, max(v.tokens[-1].end for v in variants), tuple(variants))

    def _chain(self, where: int, tokens: list[Token]) -> list[Token]:
        while where < self.stop and len(tokens) < MOST_TOKENS:
            token = self._next(where, tokens[-1] if tokens else None)
            if token is None:
                break
            tokens.append(token)
            where = token.end
        while tokens and tokens[-1].mask & _LOOSE and not tokens[-1].mask & _KEEP:
            tokens.pop()
        return tokens

    def _next(self, where: int, before: Token | None) -> Token | None:
        low, at = self.low, where
        while at < self.stop and low[at] in " \u00a0\n\t" and at < where + 2:
            at += 1
        if at >= self.stop:
            return None
        char = low[at]
        if before is not None and char in "-–—−~\u2010\u2011":
            return self._dash(at, before, spaced=at > where)
        if char.isdecimal() or (char in ".½¼¾⅓⅔⅛'’" and (char in "½¼¾⅓⅔⅛" or at + 1 < self.stop and low[at + 1].isdecimal())):
            return self._figure(at, before)
        if char == "," or char == ";":
            return self._comma(at) if before is not None else None
        if char.isalpha():
            if at and low[at - 1].isalpha():
                return None
            return self._spoken(at, before)
        return self._word(at)

    def _dash(self, at: int, before: Token, *, spaced: bool) -> Token | None:
        following = at + 1
        while following < self.stop and self.low[following] in " -–—\u00a0" and following < at + 4:
            following += 1
        if following >= self.stop:
            return None
        char = self.low[following]
        if char.isdecimal() or char == "$" or char == "." or char == "£":
            if before.mask & (_NUM | BIT["UNIT"] | BIT["PCT"] | BIT["MONTH"] | BIT["CLOCK"] | BIT["DECADE"] | BIT["POST"]):
                sense = self.tables.forward["-"][-1] if "-" in self.tables.forward else None
                return Token(at, following, BIT["TO"], (), sense.senses if sense else (), "-")
            return None
        if char.isalpha() and following == at + 1 and not spaced:
            return self._spoken(following, before)
        word = _WORD.match(self.low, following)
        if word and word[0] in _NUMERAL_WORDS and self.low[at] in "–—" and before.mask & _NUM:
            return Token(at, following, BIT["TO"], (), (), "-")
        if word and word[0] in {"to", "or", "and"}:
            return self._word(following)
        return None

    def _comma(self, at: int) -> Token | None:
        following = at + 1
        while following < self.stop and self.low[following] in " \u00a0" and following < at + 3:
            following += 1
        if following >= self.stop:
            return None
        char = self.low[following]
        word = _WORD.match(self.low, following)
        if char.isdecimal() or (word and (word[0] in _NUMERAL_WORDS or word[0] in {"and", "or", "over", "nearly", "about"} or word[0] in _MONTHS)):
            return Token(at, at + 1, BIT["COMMA"], (), (), ",")
        return None

    # ------------------------------------------------------------ tokens

    def _figure(self, at: int, before: Token | None) -> Token | None:
        low = self.low
        for pattern, make in _FIGURES:
            found = pattern.match(low, at, self.stop)
            if found:
                return make(at, found)
        if low[at] in "'’":
            return None
        begin = at
        while begin > self.floor and (low[begin - 1].isalnum() or low[begin - 1] in "_/@") and low[begin - 1].isascii():
            begin -= 1
        if begin == at and at - 2 >= self.floor and low[at - 1] == "-" and low[at - 2].isalpha():
            begin = at - 1
            while begin > self.floor and low[begin - 1].isalnum() and low[begin - 1].isascii():
                begin -= 1
        word = _ASCII.match(low, begin, self.stop)
        if word and (code := self._code(begin, at, word[0])):
            return code
        return self._numeral(at)

    def _code(self, begin: int, at: int, written: str) -> Token | None:
        whole = written.rstrip(".,:/-+%")
        end = begin + len(whole)
        head = whole[: at - begin]
        if any(char.isalpha() for char in head) and head.rstrip("-") not in _GLUED:
            return Token(begin, end, BIT["CODE"])
        figures = re.match(r"[0-9.,]*", written[at - begin :])
        rest = at + (figures.end() if figures else 0)
        if rest < end and self.low[rest].isalpha():
            word = _WORD.match(self.low, rest)
            letters = word[0] if word else ""
            if letters in {"st", "nd", "rd", "th", "bn", "mn", "k", "tn", "m", "b"} or self._word(rest) is not None:
                return None
            return Token(begin, end, BIT["CODE"])
        if "×" in whole or "*" in whole or re.search(r"\d\.\d+\.\d", whole) or re.search(r"\d-\d+-\d", whole):
            return Token(begin, end, BIT["CODE"])
        if "x" in whole[at - begin :] and re.fullmatch(r"[\d.]+(?:x[\d.]+)+", whole[at - begin :]):
            return Token(begin, end, BIT["CODE"])
        return None

    def _spoken(self, at: int, before: Token | None) -> Token | None:
        word = _WORD.match(self.low, at, self.stop)
        if word is None:
            return None
        name = word[0]
        if name in _DECADE_WORDS:
            return Token(at, word.end(), BIT["DECADE"], (), (), str(_DECADE_WORDS[name]))
        article = name in {"a", "an"} and numeral_en.read(self.low, at)
        if name in _NUMERAL_WORDS or article:
            second = self._word(at) if name in {"second", "seconds", "quarter", "quarters"} else None
            token = self._numeral(at)
            if token is not None and second is not None and second.end >= token.end:
                return token._replace(mask=token.mask | second.mask, senses=second.senses, end=second.end)
            if token is not None:
                return token
        if before is not None and before.mask & _ROMAN_BEFORE and self.text[at].isupper():
            found = numeral_en.roman(self.low, at)
            if found is not None:
                return Token(at, found.end, found.numerals[0].mask, found.numerals)
        return self._word(at)

    def _numeral(self, at: int) -> Token | None:
        found = [one for one in numeral_en.read(self.low, at) if one.end <= self.stop]
        if not found:
            return None
        first = found[0]
        if len(found) > 1 and self.other is None:
            self.other = (at, _token(at, found[1]))
        token = _token(at, first)
        if self.low.startswith("one", at) and first.end == at + 3:
            token = token._replace(mask=token.mask | BIT["IDLE"])
        return token

    def _word(self, at: int) -> Token | None:
        low = self.low
        first = _WORD.match(low, at, self.stop)
        key = first[0] if first else low[at]
        for entry in self.tables.forward.get(key, ()):
            end = at + len(entry.word)
            if end > self.stop or not low.startswith(entry.word, at):
                continue
            if low[end - 1].isalpha() and end < self.stop and (low[end].isalpha()):
                continue
            return self._guarded(entry, at, end)
        return None

    def _guarded(self, entry: Entry, start: int, end: int) -> Token | None:
        if entry.mask & BIT["MONTH"] and not self._month(entry.word, start, end):
            return None
        if not entry.guarded:
            return Token(start, end, entry.mask, (), entry.senses, entry.word)
        senses = tuple(
            sense
            for sense in entry.senses
            if not (sense.before and self.low.startswith(sense.before, end))
            and not (sense.after and self.low.endswith(sense.after, 0, start))
        )
        bits = 0
        for sense in senses:
            bits |= BIT[sense.cls]
        return Token(start, end, bits, (), senses, entry.word) if senses else None

    def _month(self, word: str, start: int, end: int) -> bool:
        """May, March and the short forms are months only in capitals, and by their neighbours."""
        if not self.text[start].isupper():
            return False
        if word not in _DOUBTFUL_MONTHS:
            return True
        return _MONTH_AFTER.match(self.low, end) is not None or _MONTH_BEFORE.search(self.low, max(0, start - 12), start) is not None

    def _back(self, at: int) -> list[Token]:
        """The words before a numeral, up to three: over, the, No., US$."""
        tokens: list[Token] = []
        where = at
        while len(tokens) < 4 and where > self.floor:
            edge = where
            while edge > self.floor and self.low[edge - 1] in " \u00a0-\n" and edge > where - 2:
                edge -= 1
            chunk = _CHUNK.search(self.low, max(self.floor, edge - 14), edge)
            if chunk is None:
                break
            token = self._behind(chunk[0], edge)
            if token is None:
                break
            tokens.insert(0, token)
            where = token.start
        return tokens

    def _behind(self, chunk: str, edge: int) -> Token | None:
        keys = [chunk]
        if not chunk.isalpha():
            keys += [chunk.lstrip("'’-–.&/+"), re.sub(r"^.*[^a-z.$](?=[a-z.$]+$)", "", chunk), chunk[-1]]
        for key in keys:
            for entry in self.tables.backward.get(key, ()):
                begin = edge - len(entry.word)
                if begin < self.floor or not self.low.startswith(entry.word, begin):
                    continue
                if entry.word[0].isalpha() and begin and self.low[begin - 1].isalpha():
                    continue
                token = self._guarded(entry, begin, edge)
                if token is not None:
                    return token
        return None

    def _name(self, at: int) -> Token | None:
        """A phrase around a numeral that counts nothing: on the one hand, second to none."""
        word = _WORD.match(self.low, at)
        key = word[0] if word else self.low[at]
        for before, rest, value in self.tables.phrases.get(key, ()):
            start, end = at - len(before), at + len(rest)
            if start < self.floor or end > self.stop:
                continue
            if self.low.startswith(rest, at) and self.low.startswith(before, start):
                edges = self.low[end : end + 1].isalpha() and rest[-1].isalpha(), start and self.low[start - 1].isalpha()
                if not any(edges):
                    return Token(start, end, BIT["NONE"], word=value)
        return None


def _token(at: int, found: numeral_en.Found) -> Token:
    bits = 0
    for one in found.numerals:
        bits |= one.mask
    return Token(at, found.end, bits, found.numerals)


def _decade(at: int, found: re.Match[str]) -> Token:
    return Token(at, found.end(), BIT["DECADE"], word=found[1])


def _clock(at: int, found: re.Match[str]) -> Token:
    return Token(at, found.end(), BIT["CLOCK"], word=f"{int(found[1])}:{found[2]}")


def _iso(at: int, found: re.Match[str]) -> Token:
    return Token(at, found.end(), BIT["CLOCK"], word=f"{found[1]}-{int(found[3])}-{int(found[4])}")


_FIGURES = ((_DECADE, _decade), (_ISO, _iso), (_CLOCK, _clock), (_MILITARY, _clock))
_NAMED = 0.3
_GLUED = frozenset({"us", "hk", "rm", "n", "rs", "nt", "a", "c", "s", "nz", "gbp", "usd", "eur", "chf", "cny", "rmb", "mid", "pre", "post", "no", "dm"})
_HEADS = mask("NUM|ORD|MONTH|WEEKDAY|REL|FACTOR|CLOCK|DECADE|CODE|AMPM|HALF")
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_DOUBTFUL_MONTHS = frozenset({"may", "march", "mar", "sep", "dec", "jan", "feb", "jun", "jul", "aug", "oct", "nov", "apr", "sept"})
_MONTH_AFTER = re.compile(r"\.? ?\d|,? (?:of|1[89]\d\d|20\d\d|the)|\.? \d")
_MONTH_BEFORE = re.compile(r"(?:\b(?:in|of|since|by|from|until|till|to|during|last|this|next|early|mid|late|and|between|before|after|for)|\d(?:st|nd|rd|th)?|mid-)[ -]$")
_DECADE_WORDS = {f"{word[:-1]}ies": n for word, n in numeral_en.TENS.items()}
