"""Of which scale degrees are: heat, latitude, or the kilowatt-hours that are also called 度."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.pairing.model import SURE, Judgement
from duizhao.validator.pairing.nearby import ZH_CLAUSE
from duizhao.validator.quantities.model import Quantity

_SCALES = {
    "Celsius": (regex("摄氏|攝氏|℃|°C"), regex(r"celsius|centigrade|℃|° ?c\b")),
    "Fahrenheit": (regex("华氏|華氏"), regex(r"fahrenheit|° ?f\b")),
    "northern latitude": (regex("北纬|北緯"), regex(r"\bnorth|\bn\b|\bn\.")),
    "southern latitude": (regex("南纬|南緯"), regex(r"\bsouth|\bs\b|\bs\.")),
    "eastern longitude": (regex("东经|東經"), regex(r"\beast|\be\b|\be\.")),
    "western longitude": (regex("西经|西經"), regex(r"\bwest|\bw\b|\bw\.")),
}
_ELECTRICITY = regex("[电電](?!影|报|報|话|話|台|臺|车|車|炉|爐|焊|熔)|千瓦|瓩")
"""What is metered in 度; an electric furnace has degrees of heat."""
_ZH_METER = 24
"""Characters before a figure, as far as its clause goes, in which the current is named: 每月用电约三百度."""
_RIVALS = (
    ("Celsius", "Fahrenheit"),
    ("northern latitude", "southern latitude"),
    ("eastern longitude", "western longitude"),
)
_ZH_SCALE, _EN_SCALE = 6, 22
"""Characters beside degrees in which their scale is named: 华氏九十度, "90 degrees on the Fahrenheit scale"."""


def scale(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """华氏九十度 as "90 degrees Celsius", 用电三百度 as "300 degrees".

    Args:
        text: of the article.
        zh: an expression of the original.
        en: its counterpart.
    """
    # Asked first: a current has no scale.
    if _ELECTRICITY.search(ZH_CLAUSE.split(text[max(0, zh.start - _ZH_METER) : zh.end])[-1]):
        return Judgement("unit", "度 of electricity is a kilowatt-hour", SURE)
    ours = text[max(0, zh.start - _ZH_SCALE) : zh.end]
    theirs = text[max(0, en.start - _EN_SCALE) : en.end + _EN_SCALE].lower()
    for names in _RIVALS:
        for meant, other in (names, names[::-1]):
            named = _SCALES[meant][0].search(ours) and not _SCALES[meant][1].search(theirs)
            if named and _SCALES[other][1].search(theirs):
                return Judgement("unit", f"the original is in degrees of {meant}, the English of {other}", SURE)
    return None
