"""Full-text search over both languages with what SQLite brings along (FTS5).

SQLite cuts English into words and leaves a run of Chinese in one piece, so that nothing in it would be found.  Chinese
is therefore written as what people ask for: every expression of two characters, in order, so that longer ones can be
asked for as a phrase and single characters as a prefix, and every one of three and four, so that these can be asked for
as they are.  (SQLite's own
`trigram` finds nothing for two characters, which is what most Chinese words have, and takes English apart as well.)
"""

from __future__ import annotations

import re

_HAN = re.compile(r"[㐀-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_LONGEST = 4  # characters of an expression that is found as it is written


def searchable(text: str) -> str:
    """A Chinese text as FTS5 is to index it.

    >>> searchable("10日产钢铁。")
    '10 日产 产钢 钢铁 铁 。 日产钢 产钢铁 日产钢铁'
    """
    pairs = _HAN.sub(lambda run: f" {' '.join([*_cut(run[0], 2), run[0][-1]])} ", text)
    longer = (cut for run in _HAN.findall(text) for size in range(3, _LONGEST + 1) for cut in _cut(run, size))
    # The longer ones behind all pairs and once each: between them they would break the phrases that pairs make.
    return " ".join([*pairs.split(), *dict.fromkeys(longer)])


def query(text: str) -> str:
    """The FTS5 query that finds a text: all its words, and Chinese of any length.

    >>> query("steel output"), query("钢"), query("钢铁"), query("中国共产党")
    ('"steel" "output"', '"钢"*', '"钢铁"', '"中国 国共 共产 产党"')
    """
    # A quotation mark ends an expression of FTS5, whatever follows.
    return " ".join(map(_expression, text.replace('"', " ").split()))


def _expression(word: str) -> str:
    if _HAN.fullmatch(word) and len(word) <= _LONGEST:
        return f'"{word}"*' if len(word) == 1 else f'"{word}"'
    return f'"{" ".join(_HAN.sub(_pairs, word).split())}"'


def _pairs(run: re.Match[str]) -> str:
    return f" {' '.join(_cut(run[0], 2)) or run[0]} "


def _cut(run: str, size: int) -> list[str]:
    return [run[at : at + size] for at in range(len(run) - size + 1)]
