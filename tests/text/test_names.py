"""Who an author line names, and which names the English reads otherwise."""

from __future__ import annotations

import pytest

from duizhao.validator.text.names import Misreading, authors, misreadings


@pytest.mark.parametrize(
    ("zh", "persons", "others"),
    [
        ("王小明", ("王小明",), False),
        ("老　舍", ("老舍",), False),
        ("王小明、李大海", ("王小明", "李大海"), False),
        ("王小明和李大海", ("王小明", "李大海"), False),
        ("本报记者 王小明", ("王小明",), True),
        ("王小明（女）", (), True),
        ("王小明摄", ("王小明摄",), False),
        ("中国科学院", (), True),
        ("王", (), True),
        ("欧阳小明摄", ("欧阳小明摄",), False),  # the last may be no part of it
        ("爱新觉罗溥仪", (), True),  # too long for a name of ours
        ("王　李大海", ("李大海",), True),
        ("李大海　王", ("李大海",), True),
        ("老　舍予", ("舍予",), True),
        ("老　舍　王", ("老舍",), True),
        ("王小明　老　舍", ("王小明", "老舍"), False),
        ("李大村", ("李大村",), False),  # a surname before it
        ("第一村", (), True),
        ("李大家村", (), True),
        ("", (), False),
    ],
)
def test_who_an_author_line_names(zh: str, persons: tuple[str, ...], others: bool) -> None:
    assert authors(zh) == (persons, others)


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("王小明", "Wang Xiaoming", []),
        ("王小明", "Xiaoming Wang", []),
        ("欧阳海", "Hai Ouyang", []),
        ("王小明摄", "Photo by Wang Xiaoming", []),
        ("王小明", "Wang Xiaomin", [Misreading("王小明", "Wang Xiaomin", sure=True)]),
        ("王小明", "Wang Daming", [Misreading("王小明", "Wang Daming", sure=True)]),
        ("王小明", "Li Daming", [Misreading("王小明", "Li Daming", sure=True)]),
        ("王小明", "Wangxiaomin", [Misreading("王小明", "Wangxiaomin", sure=False)]),
        ("王小明", "Lixiaomin", []),
        ("王小明", "John Smith", []),
        ("王小明", "Wang Xiao Ming Da Hai", []),
        ("王小明", "Wang Xiao", [Misreading("王小明", "Wang Xiao", sure=True)]),
        ("王小明", "Wang Ming", [Misreading("王小明", "Wang Ming", sure=True)]),  # a syllable less
        ("王小明", "Wang Da Ming Hai", [Misreading("王小明", "Wang Da Ming Hai", sure=True)]),  # one more
        ("王小明", "Wang", []),  # too little to tell
        ("王小明", "Wang Da Hai Chang An", []),  # another thing
        ("王小明", "Wang Daming Haichang", []),
        ("欧阳小明", "Ou Yang Xiao Ming", []),
        ("王小明", "Wangxiaoming", []),
        ("周恩来", "Chou En-lai", []),  # in Wade–Giles, though Chou is a syllable of pinyin
        ("李文", "Li Ming", [Misreading("李文", "Li Ming", sure=True)]),
        ("李明摄", "Li Ming", []),
        ("老舍", "Ba Jin", []),  # 老 is no surname: a name of another kind
        ("老舍", "Lao Sha", [Misreading("老舍", "Lao Sha", sure=True)]),
        ("王小明、李大海", "Wang Xiaoming Li Dahai", []),  # both in one piece
        ("王小明", "", [Misreading("王小明", "", sure=False)]),
        ("本报记者 王小明", "", []),
        ("王小明、李大海", "Li Dahai and Wang Xiaoming", []),
        ("王小明、李大海", "Wang Xiaoming, Li Daha", [Misreading("李大海", "Li Daha", sure=True)]),
        ("王小明、李大海", "Wang Xiaoming", [Misreading("李大海", "Wang Xiaoming", sure=True)]),
    ],
)
def test_names_that_are_misread(zh: str, en: str, expected: list[Misreading]) -> None:
    assert misreadings(authors(zh), en) == expected
