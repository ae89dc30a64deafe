"""Names that every newspaper prints and every translator knows: they tell whether two texts belong together."""

from __future__ import annotations

NAMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("北京", ("beijing", "peking", "beiping")),
    ("上海", ("shanghai",)),
    ("天津", ("tianjin", "tientsin")),
    ("南京", ("nanjing", "nanking")),
    ("广州", ("guangzhou", "canton")),
    ("武汉", ("wuhan",)),
    ("重庆", ("chongqing", "chungking")),
    ("沈阳", ("shenyang", "mukden")),
    ("哈尔滨", ("harbin",)),
    ("香港", ("hong kong", "hongkong")),
    ("台湾", ("taiwan", "formosa")),
    ("西藏", ("tibet",)),
    ("新疆", ("xinjiang", "sinkiang")),
    ("内蒙古", ("inner mongolia",)),
    ("东北", ("northeast", "north-east", "manchuria", "dongbei")),
    ("华北", ("north china", "northern china", "huabei")),
    ("山东", ("shandong", "shantung")),
    ("山西", ("shanxi", "shansi")),
    ("陕西", ("shaanxi", "shensi")),
    ("河北", ("hebei", "hopei")),
    ("河南", ("henan", "honan")),
    ("湖北", ("hubei", "hupei", "hupeh")),
    ("湖南", ("hunan",)),
    ("江西", ("jiangxi", "kiangsi")),
    ("江苏", ("jiangsu", "kiangsu")),
    ("浙江", ("zhejiang", "chekiang")),
    ("安徽", ("anhui", "anhwei")),
    ("福建", ("fujian", "fukien")),
    ("广东", ("guangdong", "kwangtung")),
    ("广西", ("guangxi", "kwangsi")),
    ("四川", ("sichuan", "szechwan", "szechuan")),
    ("云南", ("yunnan",)),
    ("贵州", ("guizhou", "kweichow")),
    ("甘肃", ("gansu", "kansu")),
    ("辽宁", ("liaoning",)),
    ("吉林", ("jilin", "kirin")),
    ("黄河", ("yellow river",)),
    ("长江", ("yangtze", "yangzi", "changjiang")),
    ("苏联", ("soviet", "ussr", "u.s.s.r", "russia")),
    ("莫斯科", ("moscow",)),
    ("美国", ("america", "united states", "u.s.", " us ")),
    ("华盛顿", ("washington",)),
    ("英国", ("brit", "england", "united kingdom", "u.k.", " uk ")),
    ("伦敦", ("london",)),
    ("法国", ("franc", "french")),
    ("巴黎", ("paris",)),
    ("德国", ("german",)),
    ("日本", ("japan",)),
    ("朝鲜", ("korea",)),
    ("越南", ("viet",)),
    ("印度", ("india", "indo")),
    ("蒙古", ("mongol",)),
    ("波兰", ("poland", "polish", "pole")),
    ("捷克", ("czech",)),
    ("匈牙利", ("hungar",)),
    ("罗马尼亚", ("romania", "rumania", "roumania")),
    ("保加利亚", ("bulgaria",)),
    ("南斯拉夫", ("yugoslav", "jugoslav")),
    ("意大利", ("ital",)),
    ("埃及", ("egypt",)),
    ("联合国", ("united nations", "u.n.", " un ")),
    ("新华社", ("xinhua", "hsinhua", "ncna", "new china news")),
    ("国民党", ("kuomintang", "guomindang", "kmt", "nationalist")),
    ("共产党", ("communist", "cpc", "ccp")),
    ("蒋介石", ("chiang", "jiang jieshi")),
    ("毛泽东", ("mao",)),
    ("毛主席", ("mao",)),
    ("周恩来", ("zhou", "chou")),
    ("斯大林", ("stalin",)),
    ("列宁", ("lenin",)),
    ("人民公社", ("commune",)),
    ("解放军", ("liberation army", "pla")),
)
"""Chinese to stems of the English, in small letters."""


def named_in_both(chinese: str, english: str) -> tuple[int, int]:
    """How many of the names the Chinese has, and how many of those the English has too."""
    present = [stems for name, stems in NAMES if name in chinese]
    if not present:
        return 0, 0
    # Stems and not words: "brit" is of Britain, British and the British.
    lower = english.lower()
    return len(present), sum(1 for stems in present if any(stem in lower for stem in stems))
