"""The author lines of both languages: who is named, and how the names are read."""

from __future__ import annotations

import re
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.validator.characters.pinyin import is_known, plain, reads_as, syllable_counts, syllables_of

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任"
    "袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅"
    "庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单"
    "杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠甄曲家封储靳焦牧山谷车侯宓蓬全班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司韶黎薄"
    "印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥苍双闻莘党翟谭贡劳姬申扶堵冉宰雍桑桂牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎慕连茹习宦艾"
    "鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧利师巩聂晁勾敖融冷訾辛阚那简饶曾沙养鞠须丰关相查后荆红游权盖益桓公区"
    "肖覃逄岳帅苑佟付闫谌晋丘侣仝冼"
)
_ROLES = regex(
    "^(?:(?:本报|新华社|本社|本刊|[\u3400-\u9fff]{2,3}日报)?(?:特约|特派|随军|驻[^记]{1,6}|见习|摄影|文字|内部)?(?:记者|通讯员|通信员|评论员|编辑|作者)"
    "|新华社|本报|【|（|\\(|文[：:]|图[：:]|摄影[：:])"
)
_TAILS = regex("(?:摄影报道|摄影|整理|供稿|口述|执笔|报道|编译|木刻|漫画|作词|作曲|】|）|\\))$")
_TAIL = "摄译作画绘编辑撰文图词曲讯电"  # may as well be the end of a name
# 和 is a surname too: it joins two names only between characters of both.
_PARTS = regex("[、，,；;/／&+\\s\u3000]+|(?<=[\u3400-\u9fff]{2})(?:和|与|及)(?=[\u3400-\u9fff]{2})")
_INSTITUTION = regex(
    "(?:社|部|会|站|局|场|报|室|组|院|厂|公司|大学|学校|学院|中学|小学|科|处|所|队|团|军|党|政府|银行|委|馆|厅|店|村|县|区|省|市|司令|记者|通讯员"
    "|编者|作者|读者|同志|全体|人员|工人|学生|集体)$"
)
_NAME_LENGTHS = range(2, 6)  # four characters and one of `_TAIL`
_WORD = regex("[^\\W\\d_]+(?:['’‘ʼ`-][^\\W\\d_]+)*")
ROLE_LINE = regex("记者|通讯员|通信员|评论员|特派员|本报|新华社")
"""Marks an author line that is a byline, which the English may render as a line of its own."""
_SEGMENTS = regex("[,;/&、，；()（）]|\\band\\b", re.IGNORECASE)
_ROLE_WORDS = frozenset(
    [
        "by",
        "our",
        "reporter",
        "reporters",
        "correspondent",
        "correspondents",
        "special",
        "staff",
        "newspaper",
        "this",
        "the",
        "of",
        "and",
        "photo",
        "photos",
        "photograph",
        "photographs",
        "photographed",
        "picture",
        "pictures",
        "drawing",
        "text",
        "xinhua",
        "news",
        "agency",
        "people",
        "daily",
        "s",
        "translated",
        "compiled",
        "edited",
        "written",
        "arranged",
        "dictated",
        "narrated",
        "editor",
        "commentator",
        "from",
        "in",
        "for",
        "army",
        "with",
    ]
)


class Authors(NamedTuple):
    """The Chinese author line taken apart."""

    persons: tuple[str, ...]
    """Names of persons that can be read; foreign names in Chinese characters may be among them."""
    others: bool
    """Whether it names institutions too, or names that are no plain Chinese ones."""


def authors(line: str) -> Authors:
    """Who a Chinese author line names."""
    persons: list[str] = []
    others = False
    for part in _merged(_PARTS.split(line)):
        name = _TAILS.sub("", _ROLES.sub("", part))
        # Six characters are no name of ours: 爱新觉罗溥仪.
        if len(name) in _NAME_LENGTHS and not _is_institution(name) and is_known(name):
            persons.append(name)
        else:
            others = True
    return Authors(tuple(persons), others)


def _merged(parts: list[str]) -> list[str]:
    """Names of two characters are printed 老　舍, with a blank inside."""
    merged: list[str] = []
    for part in parts:
        if len(part) == 1 and merged and len(merged[-1]) == 1:
            merged[-1] += part
        elif part:
            merged.append(part)
    return merged


def _is_institution(name: str) -> bool:
    # 李大村 is a person; 大李村 has no surname, and 赵家庄村 is too long for a name.
    return _INSTITUTION.search(name) is not None and (len(name) > 3 or name[0] not in SURNAMES)


class Misreading(NamedTuple):
    """A name and what the English makes of it, '' where it has nothing."""

    name: str
    english: str
    sure: bool


def misreadings(found: Authors, english: str) -> list[Misreading]:
    """Names that the English author line does not read as it should.

    A name is left alone where its English is no pinyin at all: foreign names return to their own spelling, and some
    people are known by one of their own.
    """
    left = [segment for segment in map(_name_words, _SEGMENTS.split(english)) if segment]
    unread: list[str] = []
    for name in found.persons:
        segment = next((words for words in left if _fits(name, words)), None)
        # "Wang Xiaoming Li Dahai" without a comma holds both, and stays for the next.
        if segment is not None and len(left) >= len(found.persons):
            left.remove(segment)
        if segment is None:
            unread.append(name)
    # Where institutions are named as well, the English may have named only those.
    if not left:
        return [Misreading(name, "", sure=False) for name in unread if not found.others]
    return [wrong for name, words in zip(unread, left, strict=False) if (wrong := _misreading(name, words))]


def _name_words(segment: str) -> list[str]:
    return [word for word in _WORD.findall(segment) if word.lower() not in _ROLE_WORDS]


def _fits(name: str, words: list[str]) -> bool:
    """Whether words in a row read as the name, surname first or last."""
    # 欧阳小明摄: the last character is perhaps what he did.
    names = {name, name[:-1]} if len(name) > 2 and name[-1] in _TAIL else {name}
    # Surname first or last, of one character or two.
    orders = {order for n in names for order in (n, n[1:] + n[0], n[2:] + n[:2])}
    # Four words at most, one for each character of a name.
    windows = (words[i:j] for i in range(len(words)) for j in range(i + 1, min(i + 5, len(words) + 1)))
    return any(reads_as(order, plain("".join(w)), wade=True) for w in windows for order in orders)


def _misreading(name: str, words: list[str]) -> Misreading | None:
    letters = plain("".join(words))
    # With two syllables more or less it is another kind of name, and no wrong reading.
    if len(words) > len(name) + 1 or not any(abs(count - len(name)) <= 1 for count in syllable_counts(letters)):
        return None
    starts_well = any(letters.startswith(syllable) for syllable in syllables_of(name[0]))
    # 老舍 as "Ba Jin" is somebody's other name: only where the surname is one can the rest be wrong.
    if not starts_well and (len(words) == 1 or name[0] not in SURNAMES):
        return None
    return Misreading(name, " ".join(words), sure=len(words) > 1)
