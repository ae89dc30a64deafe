"""Articles as the alignment sees them, written down by hand: lengths, and after a colon the values."""

from __future__ import annotations

from typing import NamedTuple

from duizhao.validator.align import Bead, Piece


class Article(NamedTuple):
    """Both sides, and how they belong together."""

    en: list[Piece]
    zh: list[Piece]
    beads: list[Bead]


def side(text: str) -> list[Piece]:
    """`"360:11,12 720"`: 360 characters with the values 11 and 12, and 720 with none; `"40*3"` is three of 40."""
    words = [part for word in text.split() for part in _repeated(word)]
    return [_piece(i, word) for i, word in enumerate(words)]


def _repeated(word: str) -> list[str]:
    size, _, count = word.partition("*")
    return [size] * int(count or 1)


def _piece(number: int, word: str) -> Piece:
    size, _, values = word.partition(":")
    return Piece(number, int(size), frozenset(map(int, values.split(","))) if values else frozenset())


def beads(text: str) -> list[Bead]:
    """`"0=0 1,2=1 =2"`: English paragraphs left, Chinese right; `3-9` are all from 3 to 9."""
    return [Bead(*map(_numbers, pair.split("="))) for pair in text.split()]


def _numbers(text: str) -> tuple[int, ...]:
    ranges = [part.partition("-") for part in text.split(",") if part]
    return tuple(i for first, _, last in ranges for i in range(int(first), int(last or first) + 1))


def article(zh: str, en: str, how: str) -> Article:
    return Article(side(en), side(zh), beads(how))


ARTICLES = {
    # decks and datelines
    "two decks that the English does not repeat": article(
        "14 18 100:31 150:47 90", "360:31 540:47 330", "=0 =1 0=2 1=3 2=4"
    ),
    "a deck of the English": article("100:31 150:47 90:53", "60 360:31 540:47 330:53", "0= 1=0 2=1 3=2"),
    "a deck with the numbers of the body": article("15:31 100:31 150:47", "360:31 540:47", "=0 0=1 1=2"),
    "decks, the paragraphs without numbers": article("12 110 60 150", "400 215 540", "=0 0=1 1=2 2=3"),
    # paragraphs left out and added
    "two left out in the middle": article(
        "100:31 80:61,62 70:63 90:41 120:43,44", "360:31 330:41 430:43,44", "0=0 =1 =2 1=3 2=4"
    ),
    "two added": article("100:31 90:41 120:43,44", "360:31 280:61,62 250:63 330:41 430:43,44", "0=0 1= 2= 3=1 4=2"),
    "one left out, no numbers": article("100 20 130 60", "360 470 215", "0=0 =1 1=2 2=3"),
    "a long one left out": article("60:31 300:71 60:41", "216:31 216:41", "0=0 =1 1=2"),
    # merged and split
    "two and two": article("200 110", "360 360 400", "0,1=0 2=1"),
    "eight in one": article("40*8 100:31", "1150 360:31", "0=0-7 1=8"),
    "a short line in the next paragraph": article("24 100 150:31", "450 540:31", "0=0,1 1=2"),
    "pairs throughout": article(
        "90 120 70 200 110 150",
        "170 160 230 210 60 190 300 410 200 200 250 300",
        "0,1=0 2,3=1 4,5=2 6,7=3 8,9=4 10,11=5",
    ),
    "broken elsewhere": article("100:31,32,33 40:34 100:41", "200:31 300:32,33,34 360:41", "0,1=0,1 2=2"),
    # verse and tables
    "verse of two paragraphs": article("14*24 12*20", "1200 860", "0=0-23 1=24-43"),
    "verse in an article": article("120:31 13*16 90:41", "430:31 750 330:41", "0=0 1=1-16 2=17"),
    "a table run together": article(
        "100:31 9:101 8:102 9:103 8:104 9:105,106 8:107 9:108 100:41",
        "360:31 220:101,102,103,104,105,106,107,108 360:41",
        "0=0 1=1-7 2=8",
    ),
    "a table whose rows are on both sides, one left out": article(
        "9:101 9:102 9:103 9:104 9:105", "32:101 32:102 32:104 32:105", "0=0 1=1 =2 2=3 3=4"
    ),
    "one against very many": article("20*60", "4300", "0=0-59"),
    "one that renders a part of many": article("100:31 90 80:41 90 100 120 90", "300:41", "=0 =1 0=2 =3 =4 =5 =6"),
    # what is rare says more
    "a frequent value says little": article(
        "60:20,31 60:20 60:20,41 60:20", "216:20,31 216:20,41 216:20", "0=0 =1 1=2 2=3"
    ),
    "a line that is repeated": article("100:31 15 100:41 15 100:51", "360:31 54 360:41 360:51", "0=0 1=1 2=2 =3 3=4"),
    # numbers that went wrong
    "one value wrong": article("100:31 60:77 120:41", "360:31 216:770 430:41", "0=0 1=1 2=2"),
    "one value wrong, and half left out": article("100:31 120:77 120:41", "360:31 216:770 430:41", "0=0 1=1 2=2"),
    # moved
    "neighbours that changed places": article(
        "100:31 120:61,62 130:71,72 90:41", "360:31 470:71,72 430:61,62 330:41", "0=0 2=1 1=2 3=3"
    ),
    "the last came first": article(
        "200:11,12 210:21,22 190:31,32 240:41,42", "860:41,42 720:11,12 750:21,22 690:31,32", "1=0 2=1 3=2 0=3"
    ),
    "one value is not enough to have changed places": article(
        "100:31 120:61 130:71 90:41", "360:31 470:71 430:61 330:41", "0=0 1,2=1,2 3=3"
    ),
    "two values, but far too long to have moved": article(
        "100:31 20:61,62 130:71 90:41", "360:31 470:71 800:61,62 330:41", "0=0 =1 1=2 2= 3=3"
    ),
    "changed places, much abridged": article(
        "81 132:20,475 46:527 45", "369 104:527 442:20,475 116", "0=0 2=1 1=2 3=3"
    ),
    # drawn by a program: each is decided by one weight
    "a long paragraph left out, with common values": article(
        "247:6,11,12,21,354 37:44,96 101:7,253,313 107:15,97,113,155,445",
        "777:6,11,12,354 147:20,44,96 462:15,97,142,155,445",
        "0=0 1=1 =2 2=3",
    ),
    "values that only one side has": article(
        "177 80:402,414,472 12 69:7,10,38,116,248 16:5",
        "658 258:402,414,472 25 176:139,161,162 35:129",
        "0=0 1=1 2=2 3=3 4=4",
    ),
    "values misread all through": article(
        "130:20,71,34 115 66 72 78", "404:86,30,37 389:19 198 200 258", "0=0 1=1 2=2 3=3 4=4"
    ),
    "short lines in full": article(
        "28:16,29 96:13,21 72:123,324 50 109:10,61,23,272,337,532 67:62,306 86:258",
        "99:16,29,23 266:13,21,48,437 236:123,324 139:34 352:12,258",
        "0=0 1=1 2=2 3=3 =4 =5 4=6",
    ),
    "one left out at the top": article("31 261 184 40", "842 493 169 98", "=0 0=1 1=2 2=3 3="),
    "three in one, wordily": article(
        "78 128 226:18,88 60 56 36 17", "307 441 191 386:18,88 210 206 228 144 76", "0=0 1=1 2-4=2 5=3 6=4 7=5 8=6"
    ),
    "ten in one": article(
        "35 70 38 84 117 19 14 51 33 65 49 57 22 90", "111 171 115 1232 176", "0=0 1=1 2=2 3=3-12 4=13"
    ),
    "eight in one, the others as they are": article(
        "250 170 469 188 314", "764 494 67 152 169 239 258 281 122 70 531 868", "0=0 1=1 2-9=2 10=3 11=4"
    ),
    "two poems": article(
        "163 73", "20 50 50 26 44 42 22 25 33 19 8 69 33 57 41 50 27 26 14 45 50 19 33 36 28", "0-15=0 16-24=1"
    ),
    "added and merged": article(
        "45 101:573 57 189:264,590 45 75 21 160 110",
        "154 390:573 217 117 110 352 700:264,590 173 284 88 535 197 141 63",
        "0=0 1=1 2=2 3= 4= 5= 6=3 7=4 8=5 9=6 10=7 11-13=8",
    ),
    "two merged, others left out": article(
        "40:19 98:554 41 159:7,247,514,535 144:5,10,87,104,156 108:22,127,462,598 42:438",
        "661:135,554 151 464:22,24,462,598 311:438",
        "0=0,1 1=2 =3 =4 2=5 3=6",
    ),
    "most of them in pairs": article(
        "129 116 75:7,19 172 67 146:11,273 62 119 202 89 171:14,339 244:20,55",
        "263 78 284 85 147 80:7 208 273 67 115 397:273 59 187 226 172 323 238 248 113:339 250:14 493 472:29",
        "0,1=0 2,3=1 4,5=2 6,7=3 8,9=4 10,11=5 12=6 13,14=7 15,16=8 17=9 18,19=10 20,21=11",
    ),
    "few merged of many": article(
        "186:19,247,316,352 465:10,17,67,205,290,393,445,544 97 61 218:5,24,403,537 225:190,239,285,460 115 53:24 92 73"
        " 58:13,421 103:250,485 60:11 139:58,318",
        "508:19,247,316,352 138 200:15,67,290,532 129:14,205 207:393 142:487 130:10 300 295 137 888:24,403,537"
        " 690:190,285,460 728 124:24 177 221 179:13,421 184:7,250 207 144 37 222:58",
        "0=0 1-7=1 8=2 9=3 10=4 11=5 12=6 13=7 14=8 15=9 16=10 17=11 18=12 19-21=13",
    ),
}
