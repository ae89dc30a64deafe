"""What stands before a figure in the expression itself: about, more than, less than, and what became of it."""

from __future__ import annotations

from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.model import DOUBTFUL, FINE, PROBABLE, SURE, Judgement
from duizhao.validator.pairing.values.equal import TEN, in_decade
from duizhao.validator.quantities.model import Approx, Kind, Quantity

SIDE = {
    Approx.NONE: "",
    Approx.ABOUT: "~",
    Approx.OVER: "+",
    Approx.AT_LEAST: "+",
    Approx.UNDER: "-",
    Approx.AT_MOST: "-",
    Approx.SEVERAL: "?",
}
"""On which side of its figure an amount lies; '~' on either, '?' where it is left open."""
_WORDS = {"": "an exact figure", "~": "“about”", "+": "“more than”", "-": "“less than”", "?": "an open count"}
_APPROX = {
    # (Chinese, English): verdict and certainty; pairs that are not here are fine.  Only what became its contrary is
    # sure, and what is nearly reached may be called about as much: 近七十 as "about 70".
    ("+", ""): ("approx-lost", PROBABLE),
    ("+", "~"): ("approx-changed", PROBABLE),
    ("+", "-"): ("approx-reversed", SURE),
    ("-", ""): ("approx-lost", PROBABLE),
    ("-", "+"): ("approx-reversed", SURE),
    ("-", "~"): ("approx-changed", DOUBTFUL),
    ("~", ""): ("approx-lost", PROBABLE),
    ("~", "+"): ("approx-changed", PROBABLE),
    ("~", "-"): ("approx-changed", PROBABLE),
    ("", "+"): ("approx-added", PROBABLE),
    ("", "-"): ("approx-added", PROBABLE),
    ("", "~"): ("approx-added", PROBABLE),
    ("+", "?"): ("approx-changed", PROBABLE),
    ("?", ""): ("approx-lost", PROBABLE),
    ("", "?"): ("approx-added", PROBABLE),
}


def judge_approximator(zh: Quantity, en: Quantity) -> Judgement:
    """Judge what stands before equal figures; `FINE` where it says the same.

    Args:
        zh: an expression of the original.
        en: its counterpart.
    """
    if en.low == w.DOZEN and zh.low == TEN:
        return FINE  # 十余日 is "a dozen days or so", whose "dozen" is the more
    ours, theirs = SIDE[zh.approx], SIDE[en.approx]
    found = _APPROX.get((ours, theirs))
    reversed_ = found is not None and found[0] == "approx-reversed" and not (zh.soft and en.soft)
    # A soft approximator may be left out or put in; it may not be turned into its contrary, nor does one of the
    # English ("some", "three years later") say that an amount is not reached.
    short = not zh.soft and (zh.approx is Approx.UNDER or (en.name == "half" and ours == "+"))
    if ((zh.soft or en.soft) and not (reversed_ or short)) or (in_decade(en) and not reversed_):
        return FINE
    if found is None or (ours == "?" and theirs == "" and en.low != en.high):
        return FINE
    if "~" in (ours, theirs) and "" in (ours, theirs) and zh.low != zh.high:
        return FINE  # 大概五六小时: a range is rough by itself
    verdict, certainty = found
    if zh.low == en.low == 1 and zh.kind is Kind.CARDINAL:
        certainty = DOUBTFUL  # 将近每四个中有一个: the word belongs to the other number, or to neither
    return Judgement(verdict, f"{_WORDS[ours]} became {_WORDS[theirs]}", certainty)
