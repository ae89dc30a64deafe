"""Units that a translator put in the place of others all through a text, the figures unchanged.

Among many figures one is near the conversion of another: 710 pounds would be 六百三十斤, well rounded.  Where more
figures were kept than converted, what agrees by conversion is hardly meant.
"""

from __future__ import annotations

from collections import defaultdict

from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.choice.sides import Candidate
from duizhao.validator.pairing.choice.texts import Texts
from duizhao.validator.pairing.model import FINE


def doubt_conversions(texts: Texts, found: list[Candidate]) -> list[Candidate]:
    """The pairs that agree, dearer where they agree by a conversion that the text does not make elsewhere.

    Args:
        texts: the two texts.
        found: all pairs that agree.
    """
    kept: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    converted: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    by_conversion: dict[int, tuple[str, str]] = {}
    for number, (_, i, j, judgement) in enumerate(found):
        zh, en = texts.zh.quantities[i], texts.en.quantities[j]
        if not zh.unit or not en.unit or zh.unit == en.unit:
            continue
        units = zh.unit, en.unit
        if zh.low == en.low and zh.high == en.high:
            kept[units].add(i)
        elif judgement is FINE:
            converted[units].add(i)
            by_conversion[number] = units
    doubted = {units for units, some in kept.items() if len(some) > max(1, len(converted[units]))}
    if not doubted:
        return found
    return [
        (one[0] + w.HARDLY_CONVERTED, *one[1:]) if by_conversion.get(number) in doubted else one
        for number, one in enumerate(found)
    ]
