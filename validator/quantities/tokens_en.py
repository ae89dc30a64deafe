"""English text to clusters of tokens."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from duizhao.validator.quantities import numeral_en
from duizhao.validator.quantities.lexicon import Entry, Name, names, table, units
from duizhao.validator.quantities.lexicon.classes import BIT, mask
from duizhao.validator.quantities.numeral import MAX_DIGITS
from duizhao.validator.quantities.tokens import MOST_TOKENS, Lexed, Token, Variant

_NUM, _UNIT, _CODE, _TO, _CUR = BIT["NUM"], BIT["UNIT"], BIT["CODE"], BIT["TO"], BIT["CUR"]
_BACK = mask("PRE|NEG|DI|CUR|SPAN|BETWEEN|ERA|LUNAR|REL")
_TRIGGERS = mask("MONTH|WEEKDAY|REL|FACTOR|IMPLIED")
_LOOSE = mask("TO|AND|COMMA|OR|OF|THE|ART|BETWEEN|OUTOF|BI|PRE|CUR|DI|SPAN|OTHER")
_KEEP = mask("POST|UNIT|PCT|AMPM|HOURU|MONTH|DECADE|REL")
_ENDS = mask("NUM|UNIT|PCT|MONTH|CLOCK|DECADE|POST|POINT|AMPM|MORE|WEEKDAY|TIMES")
_HEADS = mask("NUM|ORD|MONTH|WEEKDAY|REL|FACTOR|CLOCK|DECADE|CODE|AMPM|HALF|IMPLIED|MARKER|SPAN|ART")
_WORD = re.compile(r"[a-z]+")
_GAP = re.compile(r"[ \t]{1,12}(?:\n(?![ \t]*(?:\n|[-|#]))[ \t]{0,8})?|\n(?![ \t]*(?:\n|[-|#]))[ \t]{0,8}")
_STEP = re.compile(rf"(?:{_GAP.pattern})?+([a-z]+)")
"""The next word, where there is one."""
_DECADE = re.compile(r"'?(\d{3}0|\d0)'?s(?![a-z0-9])")
_CLOCK = re.compile(
    r"([01]?\d|2[0-4])(?::|: (?=\d\d(?!\d))|\.(?=[0-5]\d ?(?:[ap]\.?m\b|o'clock)))([0-5]\d)(?:[:.]([0-5]\d))?(?![\d:]|\.\d)"
)
_MILITARY = re.compile(r"([01]\d|2[0-4])[:.]?([0-5]\d)(?:(?: ?(?:hours|hrs|h)\b)|(?= ?(?:gmt|utc|local time)\b))")
_ISO = re.compile(r"(1[0-9]\d\d|20\d\d)([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d.]\d|\d)")
_SLASHED = re.compile(r"(0?[1-9]|[12]\d|3[01])([-/.])(0?[1-9]|[12]\d|3[01])\2(1[0-9]\d\d|20\d\d)(?![\d.]\d|\d)")
_RUN = re.compile(r"[a-z0-9.,:/@_+%×*#-]*[a-z0-9%+]")
_FIGURES = re.compile(r"[0-9.,]*[0-9]|[0-9]")
_PLAIN = re.compile(
    r"(?!0\d)(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,12})(?=[ \n)\]\"”;]|[,.%][ \n]|-[a-z]+(?:[ \n;)]|[,.][ \n]))(?! (?:hours|hrs|h|gmt|utc|local)\b)"
)
"""Figures that are neither time, date nor decade, nor part of an identifier."""
_REPEATED = re.compile(r"[\d.]+(?:[x×*][\d.]+)+$|\d+\.\d+\.\d+|\d+-\d+-\d|0\d+-\d{5}")
_GLUED = re.compile(r"(?:[a-z]+)-?$")
_AFTER_SIGN = re.compile(r"[\d.,]+(?:[,.]\d|\s?(?:million|billion|trillion|bn|m|b|k)\b)")
_MARK = re.compile(r"(?:\(([0-9]{1,2}|[ivx]{1,4})\)|([0-9]{1,2})[.)])(?= ?[A-Za-z(\"“'])")
_TAILS = frozenset(("st", "nd", "rd", "th", "bn", "mn", "mln", "k", "tn", "m", "b", "s", "x"))
_FOLD = {ord(a): b for a, b in zip("\u00a0\u202f\u2009\u2007\u3000\u2003\u2002’‘‐‑−／＇", "       ''---/'", strict=True)}
_FOLD |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code not in _FOLD}
_FOLDED = re.compile(f"[{re.escape(''.join(map(chr, _FOLD)))}]")
_STARS = re.compile(r"(?<![0-9])[*`]+(?=[\w$£€¥.(])|(?<=\w)[*`]+(?![0-9])")
_ENTITY = re.compile(r"&(?:nbsp|#160|frac12|frac14|frac34|ndash|mdash|minus|pound|yen|euro|times|thinsp);")
_ENTITIES = {"frac12": "½", "frac14": "¼", "frac34": "¾", "ndash": "–", "mdash": "—", "minus": "-", "pound": "£", "yen": "¥", "euro": "€", "times": "×"}
_BEHIND = frozenset("–—-£¥€×")
_FROM = 64
"""How far back an identifier may begin."""
_LINE = 16
"""How far back a word before a numeral may begin, and a word of a phrase."""
_MOST_FORKS = 2
_NAMED = 0.3


class _Phrase(NamedTuple):
    """A phrase around a numeral, cut where that begins."""

    order: int
    before: str
    rest: str
    name: Name


_NEXT = 2
"""Characters beside a numeral by which phrases are looked up."""


class _Ways(NamedTuple):
    """The words that begin with the same letters, longest first."""

    all: tuple[Entry, ...]
    bare: tuple[Entry, ...]
    """Those of these letters only."""
    longer: dict[str, tuple[Entry, ...]]
    """The others by what stands behind the letters."""


class _Tables(NamedTuple):
    skip: re.Pattern[str]
    """Everything up to a place where an expression may begin."""
    triggers: dict[str, tuple[str, ...]]
    """Words that begin an expression by their first letters, longest first."""
    counted: frozenset[str]
    """What an article before it counts one of."""
    numbered: dict[str, tuple[str, ...]]
    """Words before a Roman numeral, likewise."""
    forward: dict[str, list[Entry]]
    ways: dict[str, _Ways]
    """The same in order, as far as they have been asked for."""
    known: frozenset[str]
    """Words that may go on with a cluster."""
    backward: dict[str, tuple[Entry, ...]]
    phrases: dict[str, dict[str, tuple[_Phrase, ...]]]
    """By their first numeral, and by what stands behind it or, where they end with it, before it."""
    glued: dict[str, Entry]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    entries = table("en")
    forward: dict[str, list[Entry]] = {}
    backward: dict[str, list[Entry]] = {}
    for word, entry in entries.items():
        first = _WORD.match(word)
        forward.setdefault(first[0] if first else word[0], []).append(entry)
        if entry.mask & _BACK:
            backward.setdefault(word.rsplit(" ", 1)[-1], []).append(entry)
    triggers = {w for w, e in entries.items() if e.mask & (_TRIGGERS | BIT["AMPM"]) and _alone(w, e)} | numeral_en.HEADS | set(_DECADE_WORDS)
    some = {word for unit in units().values() if unit.dimension not in _NEVER_ALONE for word in unit.en if _single(word)}
    numbered = {w for w, e in entries.items() if e.mask & BIT["DI"] and w.replace(" ", "").isalpha() and len(w) > 2}
    after = {*numeral_en.PARTS, *numeral_en.SCALES, "hundred", "dozen", "score", "gross", "couple", "few", *some}
    gap = rf"[^a-z.0-9{numeral_en.VULGARS}]"
    none = rf"(?!an? (?:{_heads(after)}|half|[a-z]+ and)|{_heads(triggers | numbered)}|[ivx]{{2}})"
    skip = re.compile(rf"(?:{none}[a-z]++{gap}*+|{gap}++|\.(?![0-9]))*+")
    phrases: dict[str, dict[str, list[_Phrase]]] = {}
    for index, name in enumerate(names("en")):
        before, rest = name.word[: name.at], name.word[name.at :]
        found = _WORD.match(rest)
        key = found[0] if found else rest[0]
        beside = rest[len(key) :][:_NEXT] or ("<" + before[-_NEXT:] if len(before) >= _NEXT else "")
        phrases.setdefault(key, {}).setdefault(beside, []).append(_Phrase(index, before, rest, name))
    glued = {w: e for w, e in entries.items() if w.isalpha() and e.mask & (_CUR | BIT["DI"] | BIT["SPAN"] | BIT["MONTH"])}
    known = frozenset((*forward, *phrases, *_DECADE_WORDS, *numeral_en.HEADS, "a", "an"))
    return _Tables(skip, _by_letters(triggers), frozenset((*after, "half")), _by_letters(numbered), forward, {}, known, _sorted(backward), _frozen(phrases), glued)


def _by_letters(some: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words by the letters they begin with, longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(some, key=len, reverse=True):
        letters = _WORD.match(word)
        found.setdefault(letters[0] if letters else "", []).append(word)
    return {key: tuple(words) for key, words in found.items()}


def _heads(some: Iterable[str]) -> str:
    """A regular expression for the beginnings of words, which is compiled and tried sooner than the words."""
    return numeral_en.trie({word[:9 if ' ' in word[:4] else 4] for word in some})


def _ways(tables: _Tables, key: str) -> _Ways | None:
    """The words that begin with some letters, put in order at first use."""
    some = tables.forward.get(key)
    if some is None:
        return None
    entries = tuple(sorted(some, key=_length, reverse=True))
    longer: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.word != key:
            longer.setdefault(entry.word[len(key) :][:_NEXT], []).append(entry)
    bare = tuple([entry for entry in entries if entry.word == key])
    ways = tables.ways[key] = _Ways(entries, bare, {beside: tuple(one) for beside, one in longer.items()})
    return ways


def _length(entry: Entry) -> int:
    return len(entry.word)


def _frozen(phrases: dict[str, dict[str, list[_Phrase]]]) -> dict[str, dict[str, tuple[_Phrase, ...]]]:
    return {key: {beside: tuple(some) for beside, some in ways.items()} for key, ways in phrases.items()}


_NEVER_ALONE = frozenset(("degree", "data", "number"))


def _alone(word: str, entry: Entry) -> bool:
    """Whether a word begins a cluster by itself: noon, but not the "am" of "I am"."""
    if entry.mask & BIT["AMPM"] and not entry.mask & _TRIGGERS:
        return word in {"noon", "midnight", "midday"} or word.startswith("in the")
    return word[0].isalpha()


def _single(word: str) -> bool:
    """Whether "a" before a unit counts one of it; "a second" and "a quarter" are seen to elsewhere."""
    return len(word) > 2 and word.isalpha() and not word.endswith("s") and word not in {"second", "quarter"}


def _sorted(groups: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {key: tuple(sorted(some, key=_length, reverse=True)) for key, some in groups.items()}


@lru_cache(maxsize=2)
def lower(text: str) -> str:
    """The text in lower case, of the same length: other spaces and hyphens, entities, Markdown made plain."""
    if text.isascii():
        folded = text.lower()
    else:
        folded = text.lower()
        if len(folded) != len(text):
            folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        for char in set(_FOLDED.findall(folded)):  # quicker than translating every character
            folded = folded.replace(char, _FOLD[ord(char)])
    if "*" in folded or "`" in folded:
        folded = _STARS.sub(lambda found: " " * len(found[0]), folded)
    if "&" in folded:
        folded = _ENTITY.sub(_plain, folded)
    return folded


def _plain(found: re.Match[str]) -> str:
    char = _ENTITIES.get(found[0][1:-1], " ")
    space = " " * (len(found[0]) - 1)
    return space + char if char in _BEHIND else char + space


def lex(text: str, start: int, end: int) -> Iterator[Lexed]:
    """The clusters of `text[start:end]`, in order."""
    return _Lexer(text, start, end).run()


class _Lexer:
    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.low = text, lower(text)
        self.start, self.stop, self.floor = start, end, start
        self.tables = _tables()
        self.forks: list[tuple[int, Token, float]] | None = []
        """Other tokens for a place of the cluster, and what the usual one then costs; None while one is followed."""

    def run(self) -> Iterator[Lexed]:
        skip, at, low, stop = self.tables.skip.match, self.start, self.low, self.stop
        while at < stop:
            at = skip(low, at, stop).end()  # type: ignore[union-attr]  # it matches nothing at all as well
            if at >= stop:
                return
            end = self._begun(at)
            if end < 0:
                letters = _WORD.match(low, at, stop)
                at = letters.end() if letters else at + 1
                continue
            if low[at:end] in _CAPITALS and not self.text[at].isupper():
                at = end
                continue
            lexed = self._cluster(at)
            if lexed is None:
                at = end
                continue
            yield lexed
            at = self.floor = max(lexed.end, end)

    def _begun(self, at: int) -> int:
        """Where the figure or word ends that may begin an expression here; -1 where there is none."""
        low, stop, tables = self.low, self.stop, self.tables
        char = low[at]
        letters = _WORD.match(low, at, stop) if "a" <= char <= "z" else None
        if letters is None:
            return at + 1 if char != "." else at + 2
        if at and (low[at - 1].isalnum() or low[at - 1] == "_"):
            return -1
        name, end = letters[0], letters.end()
        if name in _ARTICLES and low.startswith(" ", end) and self._counts(end + 1):
            return end + 1
        for word in tables.triggers.get(name, ()):
            last = at + len(word)
            if last <= stop and low.startswith(word, at) and not (last < stop and "a" <= low[last] <= "z"):
                return last
        if 2 <= len(name) <= 7 and not name.strip("ivx") and not (end < stop and low[end] == "'"):
            return end
        for word in tables.numbered.get(name, ()):
            last = at + len(word)
            if low.startswith(word, at) and low.startswith(" ", last) and _ROMAN.match(low, last + 1, stop):
                return last + 1
        return -1

    def _counts(self, at: int) -> bool:
        """Whether an article before a word counts one of it: a ton, a hundred, a year and a half."""
        following = _WHOLE.match(self.low, at, self.stop)
        return following is not None and (following[1] in self.tables.counted or following[2] is not None)

    # ------------------------------------------------------------ clusters

    def _cluster(self, at: int) -> Lexed | None:
        forks: list[tuple[int, Token, float]] = []
        self.forks = forks
        chain = self._chain(at, self._back(at))
        bits = 0
        for token in chain:
            bits |= token[2]
        if not bits & _HEADS:
            chain = []
        if not forks:
            return Lexed(chain[0].start, chain[-1].end, (Variant(0, tuple(chain)),)) if chain else None
        dear = sum(cost for _, _, cost in forks)
        variants = [Variant(dear, tuple(chain))] if chain else []
        self.forks = None
        named: list[Token] = []
        for place, token, _ in forks:
            if token.mask & BIT["NONE"]:
                named.append(token)
                continue
            kept = [one for one in chain if one.end <= min(place, token.start)]
            variants.append(Variant(0.0, tuple(self._chain(token.end, [*kept, token]))))
        if named:
            rest = [one for one in chain if not any(one.start < name.end and name.start < one.end for name in named)]
            variants.append(Variant(0.0, tuple(sorted([*rest, *named], key=lambda one: one.start))))
        if not variants:
            return None
        begin = min(v.tokens[0].start for v in variants)
        return Lexed(begin, max(v.tokens[-1].end for v in variants), tuple(variants))

    def _fork(self, place: int, token: Token, cost: float) -> None:
        if self.forks is not None and len(self.forks) < _MOST_FORKS:
            self.forks.append((place, token, cost))

    def _chain(self, where: int, tokens: list[Token]) -> list[Token]:
        low, known, stop = self.low, self.tables.known, self.stop
        before = tokens[-1] if tokens else None
        while where < stop and len(tokens) < MOST_TOKENS:
            step = _STEP.match(low, where, stop)
            if step is None:
                token = self._next(where, before)
            else:
                name, at = step[1], step.start(1)
                if name not in known and not (name[0] in "ivxlc" and self.text[at].isupper()) or at == where and at and low[at - 1].isalpha():
                    break
                token = self._spoken(at, name, before)
            if token is None:
                break
            tokens.append(token)
            before, where = token, token.end
        while tokens and tokens[-1].mask & _LOOSE and not tokens[-1].mask & _KEEP:
            tokens.pop()
        return tokens

    def _next(self, where: int, before: Token | None) -> Token | None:
        low, at = self.low, where
        if low[at] in " \n\t":
            gap = _GAP.match(low, at, self.stop)
            if gap is None:
                return None
            at = gap.end()
            if at >= self.stop:
                return None
        char = low[at]
        if char.isalpha():
            if char in numeral_en.VULGAR:
                return self._numeral(at)
            word = _WORD.match(low, at, self.stop)
            return None if word is None or at and low[at - 1].isalpha() else self._spoken(at, word[0], before)
        if char.isdecimal():
            return self._figure(at, before)
        if char in numeral_en.VULGAR or char in ".'" and low[at + 1 : at + 2].isdecimal() and (not at or not low[at - 1].isalnum()):
            return self._figure(at, before)
        if before is None:
            return self._word(at)
        if char in "-–—~":
            return self._dash(at, before, spaced=at > where)
        if char == "/" and before.mask & _NUM:
            return Token(at, at + 1, _TO, (), (), "/") if low[at + 1 : at + 2].isdecimal() and before.mask & BIT["YEAR4"] else None
        if char == "," or char == ";":
            return self._comma(at)
        if char == "(" and before.mask & _ENDS and low[at + 1 : at + 2].isalpha():
            return None
        return self._word(at)

    def _dash(self, at: int, before: Token, *, spaced: bool) -> Token | None:
        low, following = self.low, at + 1
        while following < self.stop and low[following] in " -–—" and following < at + 4:
            following += 1
        if following >= self.stop:
            return None
        char = low[following]
        if char.isdecimal() or char in "$.£€¥'":
            return Token(at, following, _TO, (), (), "-") if before.mask & _ENDS else None
        if not char.isalpha():
            return None
        if following == at + 1 and not spaced:
            if (low[at] != "-" or before.mask & BIT["MONTH"]) and self._ranged(following, before):
                return Token(at, following, _TO, (), (), "-")
            word = _WORD.match(low, following, self.stop)
            return None if word is None else self._spoken(following, word[0], before)
        word = _WORD.match(low, following)
        name = word[0] if word else ""
        if name in {"to", "or", "and"} and low[at] == "-":
            return self._word(following)
        return Token(at, following, _TO, (), (), "-") if self._ranged(following, before) else None

    def _ranged(self, at: int, before: Token) -> bool:
        """Whether a dash before a word is that of a range: June–August, five – six."""
        word = _WORD.match(self.low, at)
        if word is None:
            return False
        if before.mask & BIT["MONTH"]:
            return any(entry.mask & BIT["MONTH"] for entry in self.tables.forward.get(word[0], ()))
        return bool(before.mask & _NUM) and word[0] in numeral_en.HEADS

    def _comma(self, at: int) -> Token | None:
        low, following = self.low, at + 1
        gap = _GAP.match(low, following, self.stop)
        following = gap.end() if gap else following
        if following >= self.stop:
            return None
        if low[following].isdecimal() or low[following] in "$£€¥":
            return Token(at, at + 1, BIT["COMMA"], (), (), ",")
        word = _WORD.match(low, following)
        if word is None:
            return None
        name = word[0]
        if name in numeral_en.HEADS or name in _JOINING:
            return Token(at, at + 1, BIT["COMMA"], (), (), ",")
        entries = self.tables.forward.get(name, ())
        bits = BIT["MONTH"] | BIT["WEEKDAY"] | BIT["PRE"]
        return Token(at, at + 1, BIT["COMMA"], (), (), ",") if any(e.mask & bits for e in entries) else None

    # ------------------------------------------------------------ figures

    def _figure(self, at: int, before: Token | None) -> Token | None:
        low = self.low
        plain = _PLAIN.match(low, at, self.stop)
        if plain is None:
            for pattern, make in _SHAPES:
                found = pattern.match(low, at, self.stop)
                if found:
                    return make(at, found)
            if low[at] == "'":
                return None
        if before is None and not low[at + 1 : at + 2].isalnum():
            self._marked(at)
        if plain is not None and not (at > self.floor and (low[at - 1].isalpha() or low[at - 1] in "-_/@.#:")):
            if not numeral_en.BARE.match(low, plain.end()):
                return self._numeral(at)
            if low[at] in self.tables.phrases:
                self._name(low[at], at)
            bits, numerals = numeral_en.bare(plain[0])
            return _token_of((at, plain.end(), bits, numerals, (), ""))
        begin = at
        if at > self.floor and (low[at - 1].isalpha() or low[at - 1] in "-_/@.#:"):
            begin = self._begin(at)
        run = _RUN.match(low, begin, self.stop)
        if run is not None and (code := self._code(begin, at, run[0])):
            return code
        return self._numeral(at)

    def _begin(self, at: int) -> int:
        """Where the identifier begins in which a figure stands."""
        low, begin = self.low, at
        least = max(self.floor, at - _FROM)
        while begin > least and low[begin - 1] in _INSIDE:
            begin -= 1
        word = low[begin:at]
        if "@" in word or "://" in word or word.startswith("www."):
            return begin
        begin = at
        while begin > least and (low[begin - 1].isalnum() or low[begin - 1] == "_") and low[begin - 1].isascii():
            begin -= 1
        if begin == at and low[at - 1] == "-" and at - 2 >= least and low[at - 2].isalpha():
            begin = at - 1
            while begin > least and low[begin - 1].isalnum() and low[begin - 1].isascii():
                begin -= 1
            if low[begin].isdecimal():
                return at
        return begin

    def _code(self, begin: int, at: int, whole: str) -> Token | None:
        low, end = self.low, begin + len(whole)
        head = low[begin:at]
        if head:
            if "@" in whole or "://" in whole or head.startswith("www."):
                return Token(begin, end, _CODE)
            if not self._is_glued(begin, at, head):
                cut = re.match(r"[a-z0-9_-]+(?:[./][a-z0-9]+)*", whole)
                return Token(begin, begin + cut.end() if cut else end, _CODE)
        figures = _FIGURES.match(low, at, end)
        rest = figures.end() if figures else at
        if rest - at > MAX_DIGITS and low[at:rest].replace(",", "").isdecimal():
            return Token(begin, rest, _CODE)
        tail = low[rest:end]
        if not tail:
            return Token(begin, end, _CODE) if _REPEATED.match(low, at, end) else None
        if tail[0].isalpha():
            return self._tailed(begin, rest, end)
        if tail[0] in "×*-.:/" and _REPEATED.match(low, at, end):
            return Token(begin, end, _CODE)
        if "@" in tail:
            return Token(begin, end, _CODE)
        return None

    def _tailed(self, begin: int, rest: int, end: int) -> Token | None:
        """Figures with letters behind them: 5km and 7th are none, 5G and 0x81 are."""
        word = _WORD.match(self.low, rest)
        letters = word[0] if word else ""
        stop = rest + len(letters)
        if stop < end and self.low[stop].isdecimal() and letters not in {"m", "km", "cm"}:
            return Token(begin, end, _CODE)
        if self.text[rest].isupper() and letters in {"g", "d", "k", "s"} and not self.low[rest - 1 : rest] == " ":
            return Token(begin, stop, _CODE) if letters != "k" else None
        if letters in _TAILS or self._word(rest) is not None:
            return None
        return Token(begin, stop, _CODE)

    def _is_glued(self, begin: int, at: int, head: str) -> bool:
        """Whether letters before figures are a word or a sign of their own: RM2, mid-1958, No.5, under-21s."""
        word = head.rstrip("-")
        entry = self.tables.glued.get(word)
        hyphen = head.endswith("-")
        if entry is not None and entry.mask & _CUR and not hyphen:
            upper = self.text[begin : begin + len(word)].isupper()
            return upper and (len(word) > 1 or _AFTER_SIGN.match(self.low, at) is not None)
        if entry is not None and (hyphen or entry.mask & BIT["DI"] and len(word) < 5):
            return True
        return hyphen and not any(char.isdecimal() for char in word) and self.text[begin].islower() and len(word) > 2 or word in _PREFIXES

    def _marked(self, at: int) -> None:
        """(1), 1. at the head of a line: a marker beside the number."""
        low = self.low
        start = at - 1 if at > self.floor and low[at - 1] == "(" else at
        line = start
        while line > self.floor and low[line - 1] in " \t":
            line -= 1
        found = _MARK.match(low, start, self.stop)
        if found and (line == 0 or low[line - 1] in "\n.;:,") and found[0][0] == low[start]:
            self._fork(at, Token(start, found.end(), BIT["MARKER"], word=found[1] or found[2]), 0.05)

    # ------------------------------------------------------------ words

    def _spoken(self, at: int, name: str, before: Token | None) -> Token | None:
        low = self.low
        if name in self.tables.phrases:
            self._name(name, at)
        if name in _DECADE_WORDS:
            return Token(at, at + len(name), BIT["DECADE"], (), (), str(_DECADE_WORDS[name]))
        if name in numeral_en.HEADS or name == "a" or name == "an":
            token = self._numeral(at)
            other = self._word(at, name)
            if token is None or other is not None and other.end >= token.end:
                if token is not None and other is not None and other.end == token.end:
                    return token._replace(mask=token.mask | other.mask, senses=other.senses, word=other.word)
                return other
            return token
        if name[0] in "ivxlc" and self.text[at].isupper() and (len(name) > 1 or name in "ivx" and before is not None and before.mask & BIT["DI"]):
            found = numeral_en.roman(low, at)
            if found is not None and self.text[at : found.end].isupper():
                return Token(at, found.end, found.numerals[0].mask, found.numerals)
        return self._word(at, name)

    def _numeral(self, at: int) -> Token | None:
        found = [one for one in numeral_en.read(self.low, at) if one.end <= self.stop]
        if not found:
            return None
        if self.low[at].isdecimal() and self.low[at] in self.tables.phrases:
            self._name(self.low[at], at)
        if len(found) > 1 and self.forks is not None:
            self._fork(at, _token(at, found[1]), 0.0)
        return _token(at, found[0])

    def _word(self, at: int, key: str = "") -> Token | None:
        """The word at a place; `key` is its letters, where they are known."""
        low, stop = self.low, self.stop
        if not key:
            first = _WORD.match(low, at, stop)
            key = first[0] if first else low[at]
        ways = self.tables.ways.get(key) or _ways(self.tables, key)
        if ways is None:
            return None
        entries = ways.bare
        wide: bool | None = None
        if ways.longer:
            beside = at + len(key)
            following = low[beside : beside + _NEXT]
            if following in _WIDE or following[:1] in "\t\n":
                entries = ways.all
            elif longer := (*ways.longer.get(following, ()), *ways.longer.get(following[:1], ())):
                entries = (*longer, *entries)
        for entry in entries:
            word = entry.word
            end = at + len(word)
            if not low.startswith(word, at) or end > stop:
                if " " not in word:
                    continue
                if wide is None:
                    window = low[at : at + _LINE * 2]
                    wide = "\n" in window or "  " in window
                if not wide:
                    continue
                end = _stretched(low, at, word)
                if end < 0 or end > stop:
                    continue
            if low[end - 1].isalpha() and end < self.stop and low[end].isalpha():
                continue
            token = self._guarded(entry, at, end)
            if token is not None:
                return token
        return None

    def _guarded(self, entry: Entry, start: int, end: int) -> Token | None:
        if entry.mask & BIT["MONTH"] and not self._month(entry.word, start, end):
            return None
        if not entry.guarded:
            return _token_of((start, end, entry.mask, (), entry.senses, entry.word))
        low = self.low
        senses = tuple([
            sense
            for sense in entry.senses
            if not (sense.before and low.startswith(sense.before, end) and not (sense.but and low.startswith(sense.but, end)))
            and not (sense.after and low.endswith(sense.after, 0, start))
        ])
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
        """The words before a numeral, up to three: over, No., US$."""
        low, where = self.low, at
        tokens: list[Token] = []
        if at > self.floor and low[at - 1] == " ":
            cut = low.rfind(" ", self.floor, at - 1)
            word = low[self.floor if cut < 0 else cut + 1 : at - 1]
            if word.isalpha() and len(word) <= _LINE and word not in self.tables.backward:
                return tokens
        while len(tokens) < 3 and where > self.floor:
            edge = where
            char = low[edge - 1]
            if char == "-" and edge - 2 >= self.floor and low[edge - 2].isalpha():
                edge -= 1
            elif char in " \t":
                while edge > self.floor and low[edge - 1] in " \t" and edge > where - 12:
                    edge -= 1
                if edge > self.floor and low[edge - 1] == "\n":
                    edge -= 1
            elif char == "\n":
                edge -= 1
            elif char.isalpha() and low[where].isalpha():
                break
            if edge <= self.floor:
                break
            token = self._behind(edge, where)
            if token is None:
                break
            tokens.append(token)
            where = token.start
        tokens.reverse()
        return tokens

    def _behind(self, edge: int, where: int) -> Token | None:
        low = self.low
        found = _CHUNK.match(low, max(self.floor, edge - _LINE), edge)
        chunk = found[1] if found else ""
        if not chunk:
            return None
        if chunk[-1] in "-+" and edge == where:
            free = edge - 2 < self.floor or low[edge - 2] in " (\n[,;:=$£€"
            return Token(edge - 1, edge, BIT["NEG"], (), (), "-") if free and chunk[-1] == "-" else None
        keys = (chunk,) if chunk.isalpha() else (chunk, chunk.lstrip("'–-—.&/+"), _LAST.sub("", chunk), chunk[-1])
        for key in keys:
            if (entries := self.tables.backward.get(key)) is None:
                continue
            for entry in entries:
                begin = edge - len(entry.word)
                if begin < self.floor or not low.startswith(entry.word, begin):
                    continue
                if entry.word[0].isalpha() and begin and (low[begin - 1].isalnum()):
                    continue
                token = self._guarded(entry, begin, edge)
                if token is not None:
                    return token
        return None

    def _name(self, key: str, at: int) -> None:
        """A phrase around a numeral that counts nothing: on the one hand, second to none."""
        low = self.low
        if self.forks is None:
            return
        ways, after = self.tables.phrases[key], at + len(key)
        some = [
            phrase
            for beside in ("", low[after : after + 1], low[after : after + _NEXT], "<" + low[max(0, at - _NEXT) : at])
            for phrase in ways.get(beside, ())
        ]
        if len(some) > 1:
            some.sort()
        for _, before, rest, name in some:
            start, end = at - len(before), at + len(rest)
            if start < self.floor or end > self.stop or not low.startswith(rest, at) or not low.startswith(before, start):
                continue
            if low[end : end + 1].isalpha() and rest[-1].isalpha() or start and low[start - 1].isalpha() and low[start].isalpha():
                continue
            if name.before and low.startswith(name.before, end) or name.after and low.endswith(name.after, 0, start):
                continue
            self._fork(start, Token(start, end, BIT["NONE"], word=name.value), 0.0 if name.value == "never" else _NAMED)
            return


def _stretched(low: str, at: int, word: str) -> int:
    """Where a word of several ends whose blanks are wider or a line's end in the text; -1 where it is not there."""
    end = at
    for index, part in enumerate(word.split(" ")):
        if index:
            gap = _GAP.match(low, end)
            if gap is None:
                return -1
            end = gap.end()
        if not low.startswith(part, end):
            return -1
        end += len(part)
    return end


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


def _slashed(at: int, found: re.Match[str]) -> Token:
    """8/12/1956 is of August or of December."""
    first, second, year = int(found[1]), int(found[3]), found[4]
    ways = [f"{year}-{first}-{second}"] * (first <= 12) + [f"{year}-{second}-{first}"] * (second <= 12)
    return Token(at, found.end(), BIT["CLOCK"] if ways else _CODE, word="|".join(ways))


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[int, re.Match[str]], Token]], ...] = (
    (_DECADE, _decade), (_ISO, _iso), (_SLASHED, _slashed), (_MILITARY, _clock), (_CLOCK, _clock),
)
_JOINING = frozenset("and or over nearly about a an half".split())
_PREFIXES = frozenset("us hk mid pre post no non c ca p pp".split())
_INSIDE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_/@.:%?=&#+~-")
_CHUNK = re.compile(r'(?:.*[ \n("“\[])?+(.*)', re.DOTALL)
_token_of: Callable[[tuple[object, ...]], Token] = partial(tuple.__new__, Token)
"""A token without the checks of its arguments, for the words that stand everywhere."""
_WIDE = frozenset(("  ", " \n", " \t"))
_ARTICLES = frozenset(("a", "an"))
_WHOLE = re.compile(r"([a-z]+)( and a half)?\b")
_ROMAN = re.compile(r"[ivxlc]{1,7}(?![a-z'])")
_LAST = re.compile(r"^.*[^a-z.$](?=[a-z.$]+$)")
_DOUBTFUL_MONTHS = frozenset("may march mar mar. sep sep. dec dec. jan jan. feb feb. jun jun. jul jul. aug aug. oct oct. nov nov. apr apr. sept sept.".split())
_MONTH_AFTER = re.compile(r"\.? ?\d|,? (?:of|1[0-9]\d\d|20\d\d|the \d|day)\b|\.? \d|-\d|[-–/ ](?:to )?(?:[a-z]{3,9}\.? \d)| (?:first|second|third|[a-z]+th|twenty-[a-z]+)\b")
_MONTH_BEFORE = re.compile(r"(?:\b(?:in|of|since|by|from|until|till|to|during|last|this|next|early|mid|late|and|between|before|after|for|through|or|each|every|around|past)|\d(?:st|nd|rd|th)?,?|mid-|[a-z](?:st|nd|rd|th)|[(\[,]|^|\n|[-–])[ -]?$")
_CAPITALS = frozenset(("may", "march", "mar", "dec", "sat", "sun", "wed", "august"))
_DECADE_WORDS = {f"{word[:-1]}ies": n for word, n in numeral_en.TENS.items() if word.endswith("y")}
