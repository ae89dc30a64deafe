"""Characters that only the traditional or only the simplified standard has."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_PRINTED = frozenset(
    "冲况净凉减凑凛决强晋烟册厦黄没内别删吕吴启咏唤换涣焕奂够静争睁狰筝侣兑悦脱税蜕卧却叙匀奥恒惧抛携叠栅汹泪温滚潜灾猪猫"
    "瑶遥盗秃竖笋粤脚脉衮辞隽韵麽兖刹剥厨厕厢厩厮嘘寝届属嘱彦枣横毁盖碱禀荆莅葱虬衔踪叁户宫虚"
)
"""Of the simplified standard, forms that type of the Republic had as well: it chose them, and did not make them."""


class Minority(NamedTuple):
    """The standard that is the rarer one in a text, or should not be in it at all."""

    standard: str
    """'traditional' or 'simplified'."""
    characters: frozenset[str]
    """Its characters that occur."""
    others: int
    """How many different characters of the other standard occur."""


class _Tables(NamedTuple):
    traditional: frozenset[str]
    simplified: frozenset[str]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    with open(os.path.join(os.path.dirname(__file__), "variants.json"), encoding="utf-8") as file:
        table = json.load(file)
    return _Tables(frozenset(table["traditional"]), frozenset(table["simplified"]))


def other_than(standard: str, characters: frozenset[str]) -> Minority:
    """Of the characters of a text those that the standard has not which it should be in.

    Args:
        standard: 'traditional' or 'simplified'.
        characters: of the text.
    """
    tables = _tables()
    traditional, simplified = characters & tables.traditional, (characters & tables.simplified) - _PRINTED
    if standard == "traditional":
        return Minority("simplified", simplified, len(traditional))
    return Minority("traditional", traditional, len(simplified))


def minority(characters: frozenset[str]) -> Minority:
    """Of the characters of a text those of the rarer standard; none where the text keeps to one."""
    tables = _tables()
    traditional = characters & tables.traditional
    # an article in simplified characters ends here, which most are
    if not traditional:
        return Minority("traditional", traditional, 0)
    simplified = (characters & tables.simplified) - _PRINTED
    if len(traditional) <= len(simplified):
        return Minority("traditional", traditional, len(simplified))
    return Minority("simplified", simplified, len(traditional))


def stretches(text: str, characters: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where those characters stand, neighbours together."""
    for match in re.finditer(f"[{re.escape(''.join(sorted(characters)))}]+", text):
        yield match.span()
