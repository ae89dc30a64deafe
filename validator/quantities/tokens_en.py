"""English text to clusters of tokens."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from duizhao.validator.quantities import numeral_en
from duizhao.validator.quantities.lexicon import Entry, Name, Sense, names, table, units
from duizhao.validator.quantities.lexicon.classes import BIT, mask
from duizhao.validator.quantities.numeral import MAX_DIGITS
from duizhao.validator.quantities.tokens import MOST_TOKENS, Lexed, Token, Variant, new_token, only

_NUM, _UNIT, _CODE, _TO, _CUR = BIT["NUM"], BIT["UNIT"], BIT["CODE"], BIT["TO"], BIT["CUR"]
_COMMA = BIT["COMMA"]
_DATED = mask("MONTH|WEEKDAY|PRE")
"""What may stand behind a comma inside an expression."""
_BACK = mask("PRE|NEG|DI|CUR|SPAN|BETWEEN|ERA|LUNAR|REL")
_TRIGGERS = mask("EACH|MONTH|WEEKDAY|REL|FACTOR|IMPLIED")
_LOOSE = mask("TO|AND|COMMA|OR|OF|THE|ART|BETWEEN|OUTOF|BI|PRE|CUR|DI|SPAN|OTHER")
_KEEP = mask("POST|UNIT|PCT|AMPM|HOURU|MONTH|DECADE|REL")
_ENDS = mask("NUM|UNIT|PCT|MONTH|CLOCK|DECADE|POST|POINT|AMPM|MORE|WEEKDAY|TIMES")
_HEADS = mask("EACH|NUM|ORD|MONTH|WEEKDAY|REL|FACTOR|CLOCK|DECADE|CODE|AMPM|HALF|IMPLIED|MARKER|SPAN|ART")
_WORD = re.compile(r"[a-z]+")
_GAP = re.compile(r"[ \t]{1,12}(?:\n(?![ \t]*(?:\n|[-|#]))[ \t]{0,8})?|\n(?![ \t]*(?:\n|[-|#]))[ \t]{0,8}")
_BLANK = re.compile(r"(?:[ \t]{1,12}(?:\n[ \t]{0,8})?|\n[ \t]{0,8})")
_DECADE = re.compile(r"'?(\d{3}0(?=[' ]?s)|\d0(?='?s))[' ]?s(?![a-z0-9])")
_CLOCK = re.compile(
    r"([01]?\d|2[0-4])(?::|: (?=\d\d(?!\d))|\.(?=[0-5]\d ?(?:[ap]\.?m\b|o'clock|noon\b|mid-?day\b)))([0-5]\d)(?:[:.]([0-5]\d))?(?![\d:]|[.,]\d| ?(?:%|per ?cent))"
)
_LAP = re.compile(r"(\d{1,2}):([0-5]\d)\.(\d{1,2})(?![\d:]|\.\d)")
"""Minutes and seconds of a race: 33:08.2."""
_MILITARY = re.compile(r"([01]\d|2[0-4])[:.]?([0-5]\d)(?:(?: ?(?:hours|hrs|h)\b)|(?= ?(?:gmt|utc|local time)\b))")
_ISO = re.compile(r"(1[0-9]\d\d|20\d\d)([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d.]\d|\d)")
_SLASHED = re.compile(r"(0?[1-9]|[12]\d|3[01])([-/.])(0?[1-9]|[12]\d|3[01])\2(1[0-9]\d\d|20\d\d)(?![\d.]\d|\d)")
_RUN = re.compile(r"[a-z0-9.,:/@_+%×*#-]*[a-z0-9%+]")
_LONGEST_CODE = 400
"""Characters of an address or number looked at: what goes on for ever (1/1/1/…) is not read anew at each figure."""
_LISTED = re.compile(r"\.(?:s[hz]|hk|bj|n|o|us|ss)(?![a-z])")
_FIGURES = re.compile(r"[0-9.,]*[0-9]|[0-9]")
_REPEATED = re.compile(r"[\d.]+(?:[x×*][\d.]+)+$|\d+\.\d+\.\d+|\d+-\d+-\d|0\d+-\d{5}")
_GLUED = re.compile(r"(?:[a-z]+)-?$")
_AFTER_SIGN = re.compile(r"[\d.,]+(?:[,.]\d|\s?(?:million|billion|trillion|bn|m|b|k)\b)")
_MARK = re.compile(r"(?:\(([0-9]{1,2}|[ivx]{1,4})\)|([0-9]{1,2})[.)])(?= ?[A-Za-z(\"“'])")
_SUFFIXED = re.compile(r"\d{5,6}\.[a-z]{2}")
"""The code of a share with its exchange: 600606.SH."""
_TAILS = frozenset(("st", "nd", "rd", "th", "bn", "mn", "mln", "k", "tn", "m", "b", "s", "x")) | frozenset(
    numeral_en.SCALES
)
_FOLD = {
    ord(a): b for a, b in zip("\u00a0\u202f\u2009\u2007\u3000\u2003\u2002’‘‐‑−／＇", "       ''---/'", strict=True)
}
_FOLD |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code not in _FOLD}
_FOLDED = re.compile(f"[{''.join(map(chr, _FOLD))}]")
_STARS = re.compile(r"(?<![0-9*`])[*`]++(?=[\w$£€¥.(])|(?<=\w)[*`]++(?![0-9])")
_ENTITY = re.compile(r"&(?:nbsp|#160|frac12|frac14|frac34|ndash|mdash|minus|pound|yen|euro|times|thinsp);")
_ENTITIES = {
    "frac12": "½",
    "frac14": "¼",
    "frac34": "¾",
    "ndash": "–",
    "mdash": "—",
    "minus": "-",
    "pound": "£",
    "yen": "¥",
    "euro": "€",
    "times": "×",
}
_BEHIND = frozenset("–—-£¥€×")
_FROM = 64
"""How far back an identifier may begin."""
_LINE = 16
"""How far back a word before a numeral may begin, and a word of a phrase."""
_MOST_FORKS = 2
_FEW = 3
"""Characters behind a word by which the phrases that begin with it are told apart."""
_PLAIN_FIGURES = "0123456789"
_FIRST = re.compile(
    rf"[a-z0-9.{numeral_en.VULGARS}](?:(?<=[a-z])[a-z]*|(?<=[0-9{numeral_en.VULGARS}])|(?<=\.)(?<![a-z0-9]\.)[0-9])"
)
"""A word, or the first figure of a number: what is looked up to see whether an expression begins."""
_ROMAN = re.compile(r"[ivxlc]{1,7}(?![a-z'])")
_ROMAN_FIGURES = 8
_AND_A_HALF = " and a half"
_NAMED = 0.3
"""What a numeral costs more that stands in a name or idiom."""
_NEVER = 1.0
"""And one that is a part of a name only: the 19 of covid-19."""


_Phrase = tuple[str, str, Name]
"""What stands before the numeral, from it on, and the row of the table."""
_BEFORE = "< "
"""Is among the keys of a word where some of its phrases are known by the word before it."""
_NEXT = re.compile(r"[^a-z0-9]*([a-z0-9]+)")


class _Words(NamedTuple):
    """The words and phrases that begin with the same letters."""

    alone: Entry | None
    """The one word, where there is no other."""
    entries: dict[str, Entry]
    mask: int


class _Start(NamedTuple):
    """What begins an expression with the same first word."""

    phrases: dict[str, tuple[str, ...]]
    """Words that begin one by themselves, by what follows the first word, the longest first; under "" short ones."""
    numbered: tuple[str, ...]
    """Words that do so before a Roman numeral."""
    unit: bool
    """Whether "and a half" may follow: year and a half."""
    sure: bool = True
    """Whether anything else than what follows is to be looked at."""


class _Tables(NamedTuple):
    starts: dict[str, _Start | None]
    """By the first word, or the figure, of an expression."""
    counted: frozenset[str]
    """What may follow an article that counts one."""
    forward: dict[str, _Words]
    backward: dict[str, tuple[tuple[str, ...], tuple[Entry, ...]]]
    """The words and phrases that end with a word, the longest first, and their entries."""
    phrases: dict[str, dict[str, list[_Phrase]]]
    """Of each word with a numeral, by the word behind it, or with `<` by the word before it."""
    glued: dict[str, Entry]
    spoken: frozenset[str]
    """Every word with which something begins."""


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
    triggers = (
        {w for w, e in entries.items() if e.mask & (_TRIGGERS | BIT["AMPM"]) and _alone(w, e)}
        | {w for w, e in entries.items() if e.mask & BIT["SPAN"] and _names_period(w)}
        | numeral_en.HEADS
        | set(_DECADE_WORDS)
    )
    some = {
        word for unit in units().values() if unit.dimension not in _NEVER_ALONE for word in unit.en if _single(word)
    }
    numbered = {w for w, e in entries.items() if e.mask & BIT["DI"] and w.replace(" ", "").isalpha() and len(w) > 2}
    after = {*numeral_en.PARTS, *numeral_en.SCALES, "hundred", "dozen", "score", "gross", "couple", "few", *some}
    phrases: dict[str, dict[str, list[_Phrase]]] = {}
    for name in names("en"):
        before, rest = name.word[: name.at], name.word[name.at :]
        found = _WORD.match(rest)
        key = found[0] if found else rest[0]
        following = _NEXT.match(rest, len(key))
        near = following[1] if following else "<" + (before.split() or [""])[-1]
        ways = phrases.setdefault(key, {})
        ways.setdefault(near, []).append((before, rest, name))
        if not following:
            ways[_BEFORE] = []
    ahead = {}
    for first_word, some_entries in forward.items():
        bits = 0
        for entry in some_entries:
            bits |= entry.mask
        alone = (
            some_entries[0] if [entry.word for entry in some_entries] == [first_word] and first_word.isalpha() else None
        )
        ahead[first_word] = _Words(alone, {entry.word: entry for entry in some_entries}, bits)
    glued = {
        w: e for w, e in entries.items() if w.isalpha() and e.mask & (_CUR | BIT["DI"] | BIT["SPAN"] | BIT["MONTH"])
    }
    return _Tables(
        _starts(triggers, numbered, some),
        frozenset((*after, "half")),
        ahead,
        _sorted(backward),
        phrases,
        glued,
        frozenset((*ahead, *numeral_en.HEADS, *_DECADE_WORDS, "a", "an")),
    )


def _starts(triggers: set[str], numbered: set[str], some: set[str]) -> dict[str, _Start | None]:
    """What begins an expression: words, words before a Roman numeral, and units of which "a" counts one."""
    starts: dict[str, _Start | None] = dict.fromkeys(["a", "an", *some], _NO_START)
    starts |= dict.fromkeys([*numeral_en.VULGARS, *_PLAIN_FIGURES, *[f".{figure}" for figure in _PLAIN_FIGURES]])
    for first, group in _by_first(triggers | numbered).items():
        phrases: dict[str, list[str]] = {}
        for word in group:
            if word in triggers:
                behind = word[len(first) :][:_FEW]
                phrases.setdefault(behind if len(behind) == _FEW else "", []).append(word)
        starts[first] = _Start(
            {behind: tuple(ways) for behind, ways in phrases.items()},
            tuple([word + " " for word in group if word in numbered]),
            unit=False,
            sure="" in phrases or first in {"a", "an"} or not numbered.isdisjoint(group) or not first.strip("ivx"),
        )
    return starts | {word: (starts[word] or _NO_START)._replace(unit=True, sure=True) for word in some}


def _by_first(some: Iterable[str]) -> dict[str, list[str]]:
    """Words and phrases by their first word, the longest first."""
    groups: dict[str, list[str]] = {}
    for word in sorted(some, key=lambda word: -len(word)):
        groups.setdefault(_WORD.match(word)[0], []).append(word)  # type: ignore[index]  # they begin with a letter
    return groups


@lru_cache(maxsize=2048)
def _lengths(first: str) -> tuple[int, dict[str, tuple[int, ...]]]:
    """How long the words and phrases are that begin with a word, the longest first: by the two characters behind it.

    Before them the length of the longest of all.  Under "" are those that all others have as well, the shortest ones.
    """
    known = _tables().forward[first].entries
    keys = {word[len(first) :][:2] for word in known}
    ways = {
        key: tuple(sorted({len(word) for word in known if key.startswith(word[len(first) :][:2])}, reverse=True))
        for key in keys
        if len(key) > 1
    }
    ways[""] = tuple(sorted({len(word) for word in known if len(word) < len(first) + 2}, reverse=True))
    return max(map(len, known)), ways


_NEVER_ALONE = frozenset(("degree", "data", "number"))


def _alone(word: str, entry: Entry) -> bool:
    """Whether a word begins a cluster by itself: noon, but not the "am" of "I am"."""
    if entry.mask & BIT["AMPM"] and not entry.mask & _TRIGGERS:
        return (
            word in {"noon", "midnight", "midday"}
            or word.startswith(("in the", "at dawn", "at dusk", "at noon"))
            or (word.endswith((" of", " of the")))
        )
    return word[0].isalpha()


def _names_period(word: str) -> bool:
    """Whether words name a part of a month or year by themselves: the last ten days of, the end of the month."""
    return " ten days" in word or word.endswith((" third of", " of the month", " of the year"))


def _single(word: str) -> bool:
    """Whether "a" before a unit counts one of it; "a quarter" is a part, which the numerals know."""
    return len(word) > 2 and word.isalpha() and not word.endswith("s") and word != "quarter"


def _sorted(groups: dict[str, list[Entry]]) -> dict[str, tuple[tuple[str, ...], tuple[Entry, ...]]]:
    found = {}
    for key, some in groups.items():
        ordered = sorted(some, key=lambda e: len(e.word), reverse=True)
        found[key] = tuple([entry.word for entry in ordered]), tuple(ordered)
    return found


@lru_cache(maxsize=2)
def lower(text: str) -> str:
    """The text in lower case, of the same length: other spaces and hyphens, entities, Markdown made plain."""
    if text.isascii():
        folded = text.lower()
    else:
        folded = text.lower()
        if len(folded) != len(text):
            folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        # One pass for each character that is there is faster than `translate`, which looks up every one.
        for char in set(_FOLDED.findall(folded)):
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
        at = self.start
        while (found := self._start(at)) is not None:
            begin, end = found
            if self.low[begin:end] in _CAPITALS and not self.text[begin].isupper():
                at = end
                continue
            lexed = self._cluster(begin)
            if lexed is None:
                at = max(end, at + 1)
                continue
            yield lexed
            at = self.floor = max(lexed.end, end)

    def _start(self, at: int) -> tuple[int, int] | None:
        """Where the next expression may begin, and the end of what begins it."""
        low, starts = self.low, self.tables.starts
        start: _Start | None
        for found in _FIRST.finditer(low, at, self.stop):
            word = found[0]
            if word not in starts:
                if word[0] not in "ivx" or word.strip("ivx"):
                    continue
                start = _NO_START
            elif (start := starts[word]) is None:
                return found.span()
            begin, end = found.span()
            if not start.sure and low[end : end + _FEW] not in start.phrases:
                continue  # the, of, in: there is one in every line
            if not begin or not _in_word(low[begin - 1]):
                end = self._opened(start, word, begin, end)
                if end:
                    return begin, end
        return None

    def _opened(self, start: _Start, word: str, begin: int, end: int) -> int:
        """The end of what begins an expression with that word, 0 where it begins none."""
        low, stop = self.low, self.stop
        if word in {"a", "an"} and self._counts(end):
            return end + 1
        if start.unit and self._halved(end):
            return end
        phrases = start.phrases
        for phrase in (*phrases.get(low[end : end + _FEW], ()), *phrases.get("", ())):
            close = begin + len(phrase)
            if low.startswith(phrase, begin, stop) and (close >= stop or not "a" <= low[close] <= "z"):
                return close
        if 1 < len(word) < _ROMAN_FIGURES and not word.strip("ivx") and not low.startswith("'", end, stop):
            return end
        for phrase in start.numbered:
            close = begin + len(phrase)
            if low.startswith(phrase, begin, stop) and _ROMAN.match(low, close, stop) is not None:
                return close
        return 0

    def _counts(self, end: int) -> bool:
        """Whether an article counts one: a hundred, a third, a year and a half."""
        word = _WORD.match(self.low, end + 1, self.stop) if self.low.startswith(" ", end, self.stop) else None
        if word is None:
            return False
        close = word.end()
        free = close >= self.stop or not _in_word(self.low[close])
        return (free and word[0] in self.tables.counted) or self._halved(close)

    def _halved(self, end: int) -> bool:
        close = end + len(_AND_A_HALF)
        return self.low.startswith(_AND_A_HALF, end, self.stop) and (
            close >= self.stop or not _in_word(self.low[close])
        )

    # ------------------------------------------------------------ clusters

    def _cluster(self, at: int) -> Lexed | None:
        forks: list[tuple[int, Token, float]] = []
        self.forks = forks
        chain = self._chain(at, self._back(at))
        bits = 0
        for token in chain:
            bits |= token.mask
        if not bits & _HEADS:
            chain = []
        if not forks:
            return only(chain) if chain else None
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
        while where < self.stop and len(tokens) < MOST_TOKENS:
            token = self._next(where, tokens[-1] if tokens else None)
            if token is None:
                token = self._he(where, tokens) if len(tokens) > 1 else None
                if token is None:
                    break
            tokens.append(token)
            where = token.end
        while tokens and tokens[-1].mask & _LOOSE and not (tokens[-1].mask & _KEEP or _names_period(tokens[-1].word)):
            tokens.pop()
        return tokens

    def _he(self, where: int, tokens: list[Token]) -> Token | None:
        """The tenth of a sheng, which has the name of a pronoun: 3 sheng and 4 he."""
        if not self.low.startswith(" he", where) or self.low[where + 3 : where + 4].isalpha():
            return None
        amount = tokens[-1].mask & _NUM and any(one.value("UNIT") in {"sheng", "dou"} for one in tokens[-3:-1])
        return Token(where + 1, where + 3, _UNIT, (), _HE, "he") if amount else None

    def _next(self, where: int, before: Token | None) -> Token | None:
        low, at = self.low, where
        if low[at] == " " and at + 1 < self.stop and low[at + 1] not in " \n\t":
            at += 1
        elif low[at] in " \n\t":
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
            if at and low[at - 1].isalpha():
                return None
            return self._spoken(at, before)
        if char.isdecimal():
            return self._figure(at, before)
        if char in numeral_en.VULGAR or (
            char in ".'" and low[at + 1 : at + 2].isdecimal() and (not at or not low[at - 1].isalnum())
        ):
            return self._figure(at, before)
        if before is None:
            return self._word(at)
        if char in "-–—~":
            return self._dash(at, before, spaced=at > where)
        if char == "/" and before.mask & _NUM:
            return (
                Token(at, at + 1, _TO, (), (), "/")
                if low[at + 1 : at + 2].isdecimal() and before.mask & BIT["YEAR4"]
                else None
            )
        if char in {",", ";"}:
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
        if char.isdecimal() and before.mask & _UNIT and low[at] == low[before.start - 1] == "-":
            return self._figure(following, before)  # a 9-minute-30-second barrier
        if char.isdecimal() or char in "$.£€¥'":
            return Token(at, following, _TO, (), (), "-") if before.mask & _ENDS else None
        if not char.isalpha():
            return None
        if following == at + 1 and not spaced:
            word = _WORD.match(low, following)
            plain = low[at] == "-" and not before.mask & BIT["MONTH"]
            if (not plain or (word and word[0] in numeral_en.SMALL)) and self._ranged(following, before):
                return Token(at, following, _TO, (), (), "-")
            return self._spoken(following, before)
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
            known = self.tables.forward.get(word[0])
            return known is not None and bool(known.mask & BIT["MONTH"])
        return bool(before.mask & _NUM) and word[0] in numeral_en.HEADS

    def _comma(self, at: int) -> Token | None:
        low, following = self.low, at + 1
        gap = _GAP.match(low, following, self.stop)
        following = gap.end() if gap else following
        if following >= self.stop:
            return None
        if low[following].isdecimal() or low[following] in "$£€¥":
            return new_token((at, at + 1, _COMMA, (), (), ","))
        word = _WORD.match(low, following)
        if word is None:
            return None
        name = word[0]
        if name in numeral_en.HEADS or name in _JOINING:
            return new_token((at, at + 1, _COMMA, (), (), ","))
        known = self.tables.forward.get(name)
        return new_token((at, at + 1, _COMMA, (), (), ",")) if known is not None and known.mask & _DATED else None

    # ------------------------------------------------------------ figures

    def _figure(self, at: int, before: Token | None) -> Token | None:
        low = self.low
        run = _DIGITS.match(low, at, self.stop)
        end = run.end() if run else at
        char = low[end : end + 1]
        if (
            (char and char in _SHAPED)
            or low[at] == "'"
            or (
                end - at == _MILITARY_FIGURES
                and char
                and char in " gul"
                and (char != " " or low[end + 1 : end + 2] in "hguls")
            )
        ):
            bound = char == "s" and low.endswith(("over-", "under-"), 0, at)
            for pattern, make in _SHAPES:
                found = None if bound else pattern.match(low, at, self.stop)
                if found:
                    return make(at, found)
            if low[at] == "'":
                return None
        if before is None and char and char in ".)":
            self._marked(at)
        if char == " " and low[end + 1 : end + 2] in "x×" and (relay := _RELAY.match(low, at, self.stop)) is not None:
            return Token(at, relay.end(), _CODE)
        previous = low[at - 1] if at > self.floor else " "
        if end - at <= MAX_DIGITS and previous in _CLEAR and (not char or char in _CLEAR):
            return self._numeral(at)
        begin = (
            self._begin(at, before.end if before else self.floor) if previous.isalpha() or previous in "-_/@.#:" else at
        )
        whole = _RUN.match(low, begin, min(self.stop, begin + _LONGEST_CODE))
        if whole is not None and (code := self._code(begin, at, whole[0])):
            return code
        return self._numeral(at)

    def _begin(self, at: int, floor: int) -> int:
        """Where the identifier begins in which a figure stands."""
        low, begin = self.low, at
        least = max(floor, at - _FROM)
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
        if _SUFFIXED.fullmatch(whole):
            return Token(begin, end, _CODE)
        if not tail:
            return Token(begin, end, _CODE) if _REPEATED.match(low, at, end) else None
        if tail[0].isalpha():
            return self._tailed(begin, rest, end)
        if tail[0] == "." and self.text[rest + 1 : rest + 2].isupper() and _LISTED.match(low, rest):
            return Token(begin, end, _CODE)
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
        if self.text[rest].isupper() and letters in {"g", "d", "k", "s"} and self.low[rest - 1 : rest] != " ":
            return Token(begin, stop, _CODE) if letters != "k" or self.low[begin:rest] in _SCREENS else None
        if letters in _TAILS or letters in numeral_en.HEADS or self._word(rest) is not None:
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
        if entry is not None and (hyphen or (entry.mask & BIT["DI"] and len(word) < 5)):
            return True
        return (
            hyphen
            and not any(char.isdecimal() for char in word)
            and len(word) > 2
            and (self.text[begin].islower() or word in self.tables.spoken)
        ) or (word in _PREFIXES and not (hyphen and self.text[begin].isupper() and len(word) == 1))

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

    def _spoken(self, at: int, before: Token | None) -> Token | None:
        low = self.low
        word = _WORD.match(low, at, self.stop)
        if word is None:
            return None
        name = word[0]
        if (
            len(name) <= _LONGEST_MODEL
            and self.text[at].isupper()
            and (model := _MODEL.match(self.text, at, self.stop))
        ):
            return Token(at, model.end(), _CODE)
        if name in self.tables.phrases:
            self._name(name, at)
        elif name not in self.tables.spoken and (name[0] not in "ivxlc" or not self.text[at].isupper()):
            return None
        if name in _DECADE_WORDS:
            return Token(at, word.end(), BIT["DECADE"], (), (), str(_DECADE_WORDS[name]))
        if name in numeral_en.HEADS or name in {"a", "an"}:
            token = self._numeral(at)
            if token is not None and not token.mask & BIT["ORD"] and self._in_name(at, token.end):
                self._fork(at, Token(at, token.end, BIT["NONE"], word=""), _NAMED)
            other = self._word(at, name) if name in self.tables.forward else None
            if token is None or (other is not None and other.end >= token.end):
                if token is not None and other is not None and other.end == token.end:
                    return token._replace(mask=token.mask | other.mask, senses=other.senses, word=other.word)
                return other
            return token
        if (
            name[0] in "ivxlc"
            and self.text[at].isupper()
            and (len(name) > 1 or (name in "ivx" and before is not None and before.mask & BIT["DI"]))
        ):
            found = numeral_en.roman(low, at)
            if found is not None and self.text[at : found.end].isupper():
                return Token(at, found.end, found.numerals[0].mask, found.numerals)
        return self._word(at, name)

    def _in_name(self, at: int, end: int) -> bool:
        """Whether a numeral in words is part of a name: from Thousand Buddha Hill to the lake."""
        text = self.text
        if not text[at].isupper() or text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper():
            return False
        return _LOWER_BEFORE.search(text, max(self.start, at - 2 * _LINE), at) is not None

    def _numeral(self, at: int) -> Token | None:
        found = numeral_en.read(self.low, at)
        if len(found) != 1 or found[0].end > self.stop:
            found = [one for one in found if one.end <= self.stop]
            if not found:
                return None
        if self.low[at].isdecimal() and self.low[at] in self.tables.phrases:
            self._name(self.low[at], at)
        if len(found) > 1 and self.forks is not None:
            self._fork(at, _token(at, found[1]), 0.0)
        return _token(at, found[0])

    def _word(self, at: int, name: str = "") -> Token | None:
        low = self.low
        if not name:
            first = _WORD.match(low, at, self.stop)
            name = first[0] if first else low[at]
        known = self.tables.forward.get(name)
        if known is None:
            return None
        if known.alone is not None:
            return self._guarded(known.alone, at, at + len(name))
        longest, ways = _lengths(name)
        limit = self.stop
        chunk = low[at : min(at + longest + 1, limit)]
        ends: list[int] | None = None
        if "  " in chunk or "\n" in chunk or "\t" in chunk:
            chunk, ends = _plainly(low, at, limit, longest)
        behind = len(name)
        for length in ways.get(chunk[behind : behind + 2]) or ways[""]:
            entry = known.entries.get(chunk[:length])
            if entry is None or length > len(chunk):
                continue
            end = at + length if ends is None else ends[length]
            if end > limit:
                continue
            word = entry.word
            if "a" <= word[-1] <= "z" and end < limit and "a" <= low[end] <= "z":
                continue
            token = self._guarded(entry, at, end)
            if token is not None or " " not in low[at:end]:
                return token
            limit = end - 1  # what the neighbours forbid gives way to a shorter word
        return None

    def _guarded(self, entry: Entry, start: int, end: int) -> Token | None:
        if entry.mask & BIT["MONTH"] and not self._month(entry.word, start, end):
            return None
        if not entry.guarded:
            return new_token((start, end, entry.mask, (), entry.senses, entry.word))
        low = self.low
        senses = tuple(
            [
                sense
                for sense in entry.senses
                if not (
                    sense.before
                    and low.startswith(sense.before, end)
                    and not (sense.but and low.startswith(sense.but, end))
                )
                and not (sense.after and low.endswith(sense.after, 0, start))
            ]
        )
        bits = 0
        for sense in senses:
            bits |= BIT[sense.cls]
        return new_token((start, end, bits, (), senses, entry.word)) if senses else None

    def _month(self, word: str, start: int, end: int) -> bool:
        """May, March and the short forms are months only in capitals, and by their neighbours."""
        if not self.text[start].isupper():
            return False
        if word not in _DOUBTFUL_MONTHS:
            return True
        return (
            _MONTH_AFTER.match(self.low, end) is not None
            or _MONTH_BEFORE.search(self.low, max(0, start - 12), start) is not None
        )

    def _back(self, at: int) -> list[Token]:
        """The words before a numeral, up to three: over, No., US$."""
        low, where = self.low, at
        tokens: list[Token] = []
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
            elif char.isalpha() and (low[where].isalpha() or not self._signed(where)):
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

    def _signed(self, at: int) -> bool:
        """Whether letters right before a figure are a word of their own: RM of RM2, but not N of N95."""
        begin = at
        while begin > self.floor and self.low[begin - 1].isalpha():
            begin -= 1
        return self._is_glued(begin, at, self.low[begin:at])

    def _behind(self, edge: int, where: int) -> Token | None:
        low = self.low
        chunk = low[max(low.rfind(" ", max(self.floor, edge - _LINE), edge) + 1, self.floor, edge - _LINE) : edge]
        if chunk not in self.tables.backward:
            if chunk.isalpha():
                return None
            cut = max(chunk.rfind("\n"), chunk.rfind("("), chunk.rfind('"'), chunk.rfind("“"), chunk.rfind("["))
            chunk = chunk[cut + 1 :]
        if not chunk:
            return None
        if chunk[-1] in "-+" and edge == where:
            free = edge - 2 < self.floor or low[edge - 2] in " (\n[,;:=$£€"
            return Token(edge - 1, edge, BIT["NEG"], (), (), "-") if free and chunk[-1] == "-" else None
        keys = (chunk,) if chunk.isalpha() else (chunk, chunk.lstrip("'–-—.&/+"), _LAST.sub("", chunk), chunk[-1])
        for key in keys:
            words, entries = self.tables.backward.get(key, _NOBODY)
            if not low.endswith(words, self.floor, edge):
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
        known = self.tables.phrases[key]
        following = _NEXT.match(low, at + len(key), self.stop)
        some = known.get(following[1], []) if following else []
        if _BEFORE in known:
            previous = low[max(self.floor, at - _LINE) : at].split()
            some = [*some, *known.get("<" + previous[-1] if previous else "<", ())]
        for before, rest, name in some:
            start, end = at - len(before), at + len(rest)
            if (
                start < self.floor
                or end > self.stop
                or not low.startswith(rest, at)
                or not low.startswith(before, start)
            ):
                continue
            if (low[end : end + 1].isalpha() and rest[-1].isalpha()) or (
                start and low[start - 1].isalpha() and low[start].isalpha()
            ):
                continue
            if (name.before and low.startswith(name.before, end)) or (
                name.after and low.endswith(name.after, 0, start)
            ):
                continue
            self._fork(
                start, Token(start, end, BIT["NONE"], word=name.value), _NEVER if name.value == "never" else _NAMED
            )
            return


_NOBODY: tuple[tuple[str, ...], tuple[Entry, ...]] = ((), ())
_NO_START = _Start({}, (), unit=False)


def _plainly(low: str, at: int, stop: int, longest: int) -> tuple[str, list[int]]:
    """The text from a place on with single blanks, and where each length of it ends."""
    chars: list[str] = []
    ends = [at]
    while at < stop and len(chars) < longest:
        blank = _BLANK.match(low, at, stop)
        chars.append(low[at] if blank is None else " ")
        at = at + 1 if blank is None else blank.end()
        ends.append(at)
    return "".join(chars), ends


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _token(at: int, found: numeral_en.Found) -> Token:
    bits = 0
    for one in found.numerals:
        bits |= one.mask
    return new_token((at, found.end, bits, found.numerals, (), ""))


def _decade(at: int, found: re.Match[str]) -> Token:
    return Token(at, found.end(), BIT["DECADE"], word=found[1])


def _clock(at: int, found: re.Match[str]) -> Token:
    return Token(at, found.end(), BIT["CLOCK"], word=f"{int(found[1])}:{found[2]}")


def _lap(at: int, found: re.Match[str]) -> Token:
    return Token(at, found.end(), BIT["CLOCK"], word=f"{int(found[1])}:{found[2]}.{found[3]}")


def _iso(at: int, found: re.Match[str]) -> Token:
    return Token(at, found.end(), BIT["CLOCK"], word=f"{found[1]}-{int(found[3])}-{int(found[4])}")


def _slashed(at: int, found: re.Match[str]) -> Token:
    """8/12/1956 is of August or of December."""
    first, second, year = int(found[1]), int(found[3]), found[4]
    ways = [f"{year}-{first}-{second}"] * (first <= 12) + [f"{year}-{second}-{first}"] * (second <= 12)
    return Token(at, found.end(), BIT["CLOCK"] if ways else _CODE, word="|".join(ways))


_DIGITS = re.compile(r"[0-9]+")
_LOWER_BEFORE = re.compile(r"(?<![\w'’-])[a-z]+ [a-z]+ $")
"""Two words without capitals: what follows stands neither in a title nor at the head of a sentence."""
_SCREENS = frozenset(("2", "4", "8"))
"""4K and 8K are screens, 50K is fifty thousand."""
_RELAY = re.compile(r"\d{1,2} [x×] (?:50|[1248]00|1500)(?: ?m(?:et(?:er|re)s?)?\b)?")
"""4 x 100 meters: the name of a race."""
_HE = (Sense("UNIT", "ge"),)
_MODEL = re.compile(r"[A-Z]{1,3}[-–—][0-9]{1,4}[A-Z]?(?![A-Za-z0-9])")
"""M-113, T-34: the name of a make."""
_LONGEST_MODEL = 3
_SHAPED = frozenset("s'-/.:h")
_CLEAR = frozenset(' \n\t%)(;,$£€"“”')
_MILITARY_FIGURES = 4
_SHAPES: tuple[tuple[re.Pattern[str], Callable[[int, re.Match[str]], Token]], ...] = (
    (_DECADE, _decade),
    (_ISO, _iso),
    (_SLASHED, _slashed),
    (_LAP, _lap),
    (_MILITARY, _clock),
    (_CLOCK, _clock),
)
_JOINING = frozenset(["and", "or", "over", "nearly", "about", "a", "an", "half"])
_PREFIXES = frozenset(["us", "hk", "mid", "pre", "post", "no", "non", "c", "ca", "p", "pp", "fy"])
_INSIDE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_/@.:%?=&#+~-")
_LAST = re.compile(r"^.*[^a-z.$](?=[a-z.$]+$)")
_DOUBTFUL_MONTHS = frozenset(
    [
        "may",
        "march",
        "mar",
        "mar.",
        "sep",
        "sep.",
        "dec",
        "dec.",
        "jan",
        "jan.",
        "feb",
        "feb.",
        "jun",
        "jun.",
        "jul",
        "jul.",
        "aug",
        "aug.",
        "oct",
        "oct.",
        "nov",
        "nov.",
        "apr",
        "apr.",
        "sept",
        "sept.",
    ]
)
_MONTH_AFTER = re.compile(
    r"\.? ?\d|,? (?:of|1[0-9]\d\d|20\d\d|the \d|day)\b|\.? \d|-\d|[-–/ ](?:to )?(?:[a-z]{3,9}\.? \d)| (?:first|second|third|[a-z]+th|twenty-[a-z]+)\b"
)
_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|of|since|by|from|until|till|to|during|last|this|next|early|mid|late|and|between|before|after|for|through|or|each|every|around|past)|\d(?:st|nd|rd|th)?,?|mid-|[a-z](?:st|nd|rd|th)|[(\[,]|^|\n|[-–])[ -]?$"
)
_CAPITALS = frozenset(("may", "march", "mar", "dec", "sat", "sun", "wed", "august"))
_DECADE_WORDS = {f"{word[:-1]}ies": n for word, n in numeral_en.TENS.items() if word.endswith("y")}
