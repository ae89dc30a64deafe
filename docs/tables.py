"""Make the data files of `validator/text/` from the libraries they are taken from.

    pip install pypinyin opencc-python-reimplemented
    python docs/tables.py

`readings.json`: toneless readings of single characters, from pypinyin (MIT licence).  It costs a check nothing to
import, and is read only where an article names an author.
`variants.json`: characters that only one of the two standards has, from OpenCC (Apache licence 2.0).
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections import defaultdict

FOLDER = os.path.join(os.path.dirname(__file__), os.pardir, "validator", "text")
SURNAMES = {"区": "ou", "单": "shan", "解": "xie", "查": "zha", "仇": "qiu", "朴": "piao", "曾": "zeng", "盖": "ge"}
SURNAMES |= {"尉": "yu", "万": "mo", "俟": "qi", "令": "ling", "缪": "miao", "乐": "yue", "繁": "po", "员": "yun"}
SURNAMES |= {"秘": "bi", "冼": "xian", "洗": "xian", "哈": "ha", "宓": "mi", "逄": "pang", "澹": "tan", "覃": "qin"}
SURNAMES |= {"燕": "yan", "召": "shao", "黑": "he", "那": "na", "翟": "zhai", "柏": "bai", "叶": "ye", "种": "chong"}
"""Readings as a surname that must not be missing, whatever the dictionary has."""


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
    return encodable(character, "big5") and character.encode("big5") <= b"\xc6\x7e"


def readings() -> dict[str, str]:
    """Syllable to the characters that may be read so."""
    from pypinyin.pinyin_dict import pinyin_dict

    table: dict[str, set[str]] = defaultdict(set)
    for code, written in pinyin_dict.items():
        if 0x4E00 <= code <= 0x9FFF and is_common(chr(code)):
            for reading in written.split(","):
                table[toneless(reading)].add(chr(code))
    for character, reading in SURNAMES.items():
        table[reading].add(character)
    return {syllable: "".join(sorted(table[syllable])) for syllable in sorted(table) if syllable}


def variants() -> dict[str, str]:
    """Characters of the traditional standard alone, and of the simplified one alone."""
    simplify, expand = _opencc("TSCharacters"), _opencc("STCharacters")
    traditional = [
        c for c, to in simplify.items() if c not in to and encodable(c, "big5") and not encodable(c, "gb2312")
    ]
    simplified = [c for c, to in expand.items() if c not in to and encodable(c, "gb2312") and not encodable(c, "big5")]
    return {"traditional": "".join(sorted(traditional)), "simplified": "".join(sorted(simplified))}


def _opencc(name: str) -> dict[str, list[str]]:
    import opencc

    path = os.path.join(os.path.dirname(opencc.__file__), "dictionary", f"{name}.txt")
    with open(path, encoding="utf-8") as file:
        pairs = (line.rstrip("\n").split("\t") for line in file if "\t" in line)
        return {key: value.split() for key, value in pairs if len(key) == 1}


def write(name: str, about: str, table: dict[str, str]) -> None:
    with open(os.path.join(FOLDER, name), "w", encoding="utf-8", newline="\n") as file:
        json.dump({"about": about} | table, file, ensure_ascii=False, indent=0)
        file.write("\n")


if __name__ == "__main__":
    write("readings.json", "Toneless readings, from pypinyin, (c) mozillazg and others, MIT licence", readings())
    write("variants.json", "Characters of one standard alone, from OpenCC, (c) Carbo Kuo, Apache-2.0", variants())
