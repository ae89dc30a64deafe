"""Write the tables of `validator/characters/`, from the libraries they are taken from.

`readings.json`: toneless readings of single characters, from pypinyin (MIT licence).  It costs a check nothing to
import, and is read only where an article names an author.
`variants.json`: characters that only one of the two standards has, from OpenCC (Apache licence 2.0).
`plain.json`: traditional characters and forms of old type, with the simplified ones that say the same; from OpenCC too.

`nox -s generate` installs both libraries (the group `sources` of pyproject.toml).  Where one cannot be had, `--check`
says so and tests its file by what must be true of it whatever the library has.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator

from pages import ROOT, Made, main

FOLDER = ROOT / "validator" / "characters"
SURNAMES = {"区": "ou", "单": "shan", "解": "xie", "查": "zha", "仇": "qiu", "朴": "piao", "曾": "zeng", "盖": "ge"}
SURNAMES |= {"尉": "yu", "万": "mo", "俟": "qi", "令": "ling", "缪": "miao", "乐": "yue", "繁": "po", "员": "yun"}
SURNAMES |= {"秘": "bi", "冼": "xian", "洗": "xian", "哈": "ha", "宓": "mi", "逄": "pang", "澹": "tan", "覃": "qin"}
SURNAMES |= {"燕": "yan", "召": "shao", "黑": "he", "那": "na", "翟": "zhai", "柏": "bai", "叶": "ye", "种": "chong"}
"""Readings as a surname that must not be missing, whatever the dictionary has."""
FIRST, LAST = 0x4E00, 0x9FFF
"""The block of unified ideographs: neither GB 2312 nor Big5 has any of the blocks that were added later."""
PRINTED = (
    "卽即旣既靑青眞真敎教淸清錄录羣群畧略鎭镇愼慎値值絕绝産产寗宁劵券囘回囬回囯国靣面吿告塲场廵巡荘庄壊坏氷冰呌叫尙尚収收凖准両两戸户裡里週周佔占佈布"
    "卄廿丗卅彊强徧遍歩步毎每増增徳德戯戏歳岁髙高内内黒黑晩晚朶朵讐雠讎雠硏研曁暨砲炮衞卫鷄鸡"
)
"""Forms of old type that the library does not have, each with the character of today."""
STAYS = frozenset("著乾彷夥藉覆阪牴薹剋瞭祇衹麽円")
"""Characters that simplified text has as well, or that may say something else: 円 is a yen, 圆 a yuan."""
BIG5_LEVEL_1 = b"\xc6\x7e"
"""The last character of Big5's first level, which is sorted by use; the second level holds the rare ones."""


def pages() -> Iterator[Made]:
    readings_about = "Toneless readings, from pypinyin, (c) mozillazg and others, MIT licence"
    variants_about = "Characters of one standard alone, from OpenCC, (c) Carbo Kuo, Apache-2.0"
    yield Made(FOLDER / "readings.json", "pypinyin", _table(readings_about, readings), wrong_readings)
    yield Made(FOLDER / "variants.json", "opencc", _table(variants_about, variants), wrong_variants)
    plain_about = "Characters and what they are in the simplified standard, from OpenCC, (c) Carbo Kuo, Apache-2.0"
    yield Made(FOLDER / "plain.json", "opencc", _table(plain_about, plain), wrong_plain)


def _table(about: str, make: Callable[[], dict[str, str]]) -> Callable[[], str]:
    return lambda: json.dumps({"about": about} | make(), ensure_ascii=False, indent=0) + "\n"


def toneless(reading: str) -> str:
    """A syllable in plain letters: ǚ and ǔ are both u, as names are printed."""
    plain = unicodedata.normalize("NFD", reading)
    return "".join(letter for letter in plain if "a" <= letter <= "z")


def encodable(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def is_common(character: str) -> bool:
    """In GB 2312 or in the first level of Big5."""
    if encodable(character, "gb2312"):
        return True
    return encodable(character, "big5") and character.encode("big5") <= BIG5_LEVEL_1


def readings() -> dict[str, str]:
    """Syllable to the characters that may be read so."""
    from pypinyin.pinyin_dict import pinyin_dict

    table: dict[str, set[str]] = defaultdict(set)
    for code, written in pinyin_dict.items():
        if FIRST <= code <= LAST and is_common(chr(code)):
            for reading in written.split(","):
                table[toneless(reading)].add(chr(code))
    for character, reading in SURNAMES.items():
        table[reading].add(character)
    # Without its letters nothing is left of a syllable that the dictionary writes as a sign alone.
    return {syllable: "".join(sorted(table[syllable])) for syllable in sorted(table) if syllable}


def variants() -> dict[str, str]:
    """Characters of the traditional standard alone, and of the simplified one alone."""
    simplify, expand = _opencc("TSCharacters"), _opencc("STCharacters")
    # A character that may also stay as it is, as 后 may, belongs to both standards.
    traditional = [c for c, to in simplify.items() if c not in to and is_only(c, "big5", "gb2312")]
    simplified = [c for c, to in expand.items() if c not in to and is_only(c, "gb2312", "big5")]
    return {"traditional": "".join(sorted(traditional)), "simplified": "".join(sorted(simplified))}


def plain() -> dict[str, str]:
    """Characters, and at the same places those of the simplified standard that say the same."""
    simplify = {c: to[0] for c, to in _opencc("TSCharacters").items() if is_plain(c) and is_plain(to[0])}
    table = dict(simplify)
    for name in ("JPVariants", "HKVariants", "TWVariants"):
        for usual, (form, *_) in _opencc(name).items():
            if is_plain(form) and not encodable(form, "gb2312"):
                table.setdefault(form, simplify.get(usual, usual))
    table |= dict(zip(PRINTED[::2], PRINTED[1::2], strict=True))
    table = {c: simplify.get(to, to) for c, to in table.items() if c not in STAYS}
    rows = sorted((c, to) for c, to in table.items() if c != to and to not in table)
    return {"written": "".join(c for c, _ in rows), "plain": "".join(to for _, to in rows)}


def is_plain(character: str) -> bool:
    return len(character) == 1 and FIRST <= ord(character) <= LAST


def is_only(character: str, own: str, other: str) -> bool:
    """Whether one encoding has it and the other has not."""
    return encodable(character, own) and not encodable(character, other)


def _opencc(name: str) -> dict[str, list[str]]:
    import opencc

    path = os.path.join(os.path.dirname(opencc.__file__), "dictionary", f"{name}.txt")
    with open(path, encoding="utf-8") as file:
        pairs = (line.rstrip("\n").split("\t") for line in file if "\t" in line)
        # Phrases are left out: the rule looks at single characters.
        return {key: value.split() for key, value in pairs if len(key) == 1}


def wrong_readings(text: str) -> Iterator[str]:
    """What no version of the library explains."""
    table: dict[str, str] = json.loads(text)
    del table["about"]
    if list(table) != sorted(table):
        yield "syllables out of order"
    for syllable, characters in table.items():
        if toneless(syllable) != syllable or list(characters) != sorted(set(characters)):
            yield f"{syllable}: no bare syllable, or characters twice or out of order"
        if not all(map(is_common, set(characters) - set(SURNAMES))):
            yield f"{syllable}: a rare character"
    yield from (f"{one}: not read as the surname {read}" for one, read in SURNAMES.items() if one not in table[read])


def wrong_variants(text: str) -> Iterator[str]:
    """What no version of the library explains."""
    table = json.loads(text)
    for standard, own, other in (("traditional", "big5", "gb2312"), ("simplified", "gb2312", "big5")):
        characters = table[standard]
        if list(characters) != sorted(set(characters)):
            yield f"{standard}: characters twice or out of order"
        yield from (f"{standard}: {one} is not of it alone" for one in characters if not is_only(one, own, other))


def wrong_plain(text: str) -> Iterator[str]:
    """What no version of the library explains."""
    table = json.loads(text)
    written, plain = table["written"], table["plain"]
    if len(written) != len(plain) or list(written) != sorted(set(written)):
        yield "characters twice, out of order, or without a counterpart"
    yield from (f"{one}: is changed, and made as well" for one in sorted(set(written) & set(plain)))


if __name__ == "__main__":
    raise SystemExit(main(pages()))
