"""The pairs that agree, each with the least that it costs."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.agreeing.agree import agree
from duizhao.validator.pairing.agreeing.bounds import OPPOSITE
from duizhao.validator.pairing.agreeing.exceeded import decides
from duizhao.validator.pairing.agreeing.money import SMALL_MONEY
from duizhao.validator.pairing.choice.assign import Correspondence
from duizhao.validator.pairing.choice.keys import keys
from duizhao.validator.pairing.choice.prices import cost_of
from duizhao.validator.pairing.choice.sides import Candidate
from duizhao.validator.pairing.choice.texts import Texts
from duizhao.validator.pairing.context import NEAR
from duizhao.validator.pairing.lists import closes_list, is_others
from duizhao.validator.pairing.model import FINE
from duizhao.validator.pairing.said_of.things.other import counts_thing
from duizhao.validator.pairing.values.dimensions import OCCASIONS
from duizhao.validator.pairing.values.judge import MANY
from duizhao.validator.pairing.values.sorts import RATES, SORTS, distinct
from duizhao.validator.quantities.model import Approx, Kind, Quantity

_PLAIN = frozenset({Kind.CARDINAL, Kind.MEASURE, Kind.FRACTION, Kind.ORDINAL, Kind.LIST_MARKER})
"""Kinds whose expressions of the same value and unit say the same, whatever stands beside them."""
_SHARES = frozenset({Kind.PERCENT})
_NONE: frozenset[Kind] = frozenset()
_CARDINAL, _PERCENT, _OPEN = Kind.CARDINAL, Kind.PERCENT, Approx.SEVERAL
"""Looking up a member of an enumeration takes longer than what is done with it here."""
_ONCE = "factor"
"""What "once" and "twice" are read by: whether an amount may be one of them is for `agree` to say."""


def candidates(texts: Texts) -> list[Candidate]:
    """All pairs of items that agree, found by what they share.

    Args:
        texts: the two texts.
    """
    # Comparing all with all would take the square of their number, and hardly any two agree.
    buckets, issue, most = _buckets(texts), texts.setting.issue, w.MOST_IN_BUCKET
    # Nothing is paired yet, so a place is expected at the same share of the other text.
    expect = Correspondence(texts.ends, ())
    found: list[Candidate] = []
    for i, quantity in enumerate(texts.zh.quantities):
        met = [buckets[key] for key in keys(quantity, issue) if key in buckets]
        if not met:
            continue
        some: Iterable[int] = met[0]
        if len(met) > 1 or len(met[0]) > 1:
            # A value that a text repeats all along is compared with its neighbours only, so that long tables stay
            # linear.
            some = set().union(*[nearest(texts, expect, i, one) if len(one) > most else one for one in met])
        found += agreeing(texts, i, some)
    found += _others_of_lists(texts, expect, found)
    return found


def _buckets(texts: Texts) -> dict[object, list[int]]:
    """The items of the English by what they share with others."""
    buckets: defaultdict[object, list[int]] = defaultdict(list)
    for index, quantity in enumerate(texts.en.quantities):
        for key in keys(quantity, texts.setting.issue):
            buckets[key].append(index)
    return buckets


def nearest(texts: Texts, expect: Correspondence, i: int, some: Sequence[int]) -> Sequence[int]:
    """Of many alike, those around the place where the counterpart is expected.

    Args:
        texts: the two texts.
        expect: where a place of the original is expected in the translation.
        i: an item of the original.
        some: items of the translation, in their order.
    """
    at = expect(texts.zh.places[i])
    places = texts.en.places
    middle = bisect_left(some, at, key=places.__getitem__)
    near = some[max(0, middle - w.MOST_IN_BUCKET) : middle + w.MOST_IN_BUCKET]
    return sorted(near, key=lambda j: abs(places[j] - at))[: w.MOST_IN_BUCKET]


def agreeing(texts: Texts, i: int, some: Iterable[int]) -> Iterator[Candidate]:
    """The pairs of an item of the original with those of the English that agree with it.

    Most say plainly the same, or plainly not, but for their approximators: that is seen at once, in `agree` it
    would come out in the end.  What the words around an expression may say of it is for `agree` to find.

    Args:
        texts: the two texts.
        i: an item of the original.
        some: items of the translation.
    """
    setting, price, prices, quantities = texts.setting, texts.zh.costs[i], texts.en.costs, texts.en.quantities
    text, zh = setting.text, texts.zh.quantities[i]
    start, _, kind, low, high, approx, unit, _, _, relation, others, date, _, weak, _, name = zh
    sorts = _of_its_sort(text, zh)
    # An open value, and one with other readings, may agree where the figures differ.
    closed = not others and approx is not _OPEN and _stands_alone(text, start)
    for j in some:
        en = quantities[j]
        begin, end, sort, bottom, top, qualifier, measure, _, _, change, readings, day, _, idle, _, construct = en
        if sort in sorts and (measure == unit or not unit or (not measure and construct != _ONCE)):
            if bottom == low and top == high and (change is relation or not change or not relation):
                cost = price + prices[j]
                if sort is not kind and SORTS[sort] != SORTS[kind]:
                    cost += w.OTHER_KIND
                if measure != unit:
                    cost += w.UNIT_ONE_SIDE
                same = qualifier is approx and qualifier not in OPPOSITE
                # What is wrong with idle words, or between an amount and a "per", is for `agree`: it may make them no
                # pair.
                firm = not (weak and idle) and (name in RATES) is (construct in RATES)
                if same or (firm and text[begin:end] != "few"):
                    yield cost, i, j, FINE if same else None
                    continue
            elif closed and bottom != low and not readings and qualifier is not _OPEN and apart(zh, en):
                continue
        elif date is not None and day == date:
            yield price + prices[j], i, j, FINE
            continue
        judgement = agree(setting, zh, en)
        if judgement is not None:
            yield cost_of(texts, i, j, judgement), i, j, judgement


def apart(zh: Quantity, en: Quantity) -> bool:
    """Whether values that differ say so for good: neither a surplus over all, nor a figure without its unit."""
    if zh.relation and en.relation and zh.low + en.low == 1:
        return False  # 减少三分之二 is "fell to one third"
    if zh.kind is _PERCENT:
        return zh.low != en.low + 1
    if zh.unit in SMALL_MONEY and en.unit == "usd":
        return False
    if en.low == w.DOZEN:
        return False  # "over a dozen" is 十多个 as well
    return not zh.unit or en.unit != "" or en.kind is not _CARDINAL


def _of_its_sort(text: str, zh: Quantity) -> frozenset[Kind]:
    """Kinds of expressions that, with the same value and unit, say the same as one of the original."""
    sorts = _PLAIN if zh.kind in _PLAIN else _SHARES if zh.kind is _PERCENT else _NONE
    if sorts and (
        zh.unit in MANY
        or zh.counter[:1] in OCCASIONS
        or decides(text, zh)
        or (not distinct(zh) and counts_thing(text, zh))
    ):
        return _NONE
    return sorts


def _stands_alone(text: str, start: int) -> bool:
    """Whether an expression of the original has no figures of the English print, nor counts up a list."""
    return text[start] > "\x7f" and text[start - 1] not in "等共计约有"


def _others_of_lists(texts: Texts, expect: Correspondence, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """甲、乙、丙等五县 as "A, B, C and two other counties": two values that share nothing."""
    setting = texts.setting
    if "等" not in setting.original:
        return
    text, start = setting.text, texts.en.start
    around = text[max(0, start - NEAR) : start + texts.ends[1] + NEAR]
    # The words are looked for once, before any count is: most texts have neither.
    if "other" not in around.lower():
        return
    others = [j for j, quantity in enumerate(texts.en.quantities) if is_others(text, quantity)]
    if not others:
        return
    known = {(i, j) for _, i, j, _ in found}
    # 炮艇等十六艘，木船九艘 as "16 gunboats and 9 other boats": both have a counterpart of their own.
    ours, theirs = ({pair[side] for pair in known} for side in (0, 1))
    for i, quantity in enumerate(texts.zh.quantities):
        if not closes_list(text[max(0, quantity.start - 3) : quantity.start]):
            continue
        for j in nearest(texts, expect, i, others):
            if not (i in ours and j in theirs) and agree(setting, quantity, texts.en.quantities[j]) is FINE:
                yield cost_of(texts, i, j, FINE), i, j, FINE
