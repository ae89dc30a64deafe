"""Whether two expressions agree where they stand, and if not quite, what is wrong."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.agreeing.approximated import approximated
from duizhao.validator.pairing.agreeing.bounds import kept_within, negated
from duizhao.validator.pairing.agreeing.exceeded import decide
from duizhao.validator.pairing.agreeing.money import in_yuan, same_unit
from duizhao.validator.pairing.agreeing.said_once import percent_said, units_before
from duizhao.validator.pairing.agreeing.setting import Setting
from duizhao.validator.pairing.agreeing.speed import as_speed
from duizhao.validator.pairing.context import Context
from duizhao.validator.pairing.lists import closes_list, counts_the_rest
from duizhao.validator.pairing.model import FINE, PROBABLE, Judgement
from duizhao.validator.pairing.values.conversions import converted_anew
from duizhao.validator.pairing.values.dimensions import OCCASIONS, are_money, is_time, same_dimension
from duizhao.validator.pairing.values.judge import judge
from duizhao.validator.pairing.values.sorts import RATES, same_rate
from duizhao.validator.quantities.model import SPLIT, Approx, DateParts, Form, Kind, Quantity, Relation
from duizhao.validator.times.compare import compatible
from duizhao.validator.times.resolve import Day

_CARDINAL, _DATE, _CODE, _OPEN = Kind.CARDINAL, Kind.DATE, Kind.CODE, Approx.SEVERAL
"""Looking up a member of an enumeration takes longer than what is done with it here."""
_IMPLIED = Form.IMPLIED
_ALSO_TIMES = "degree"
"""The unit of 度, which counts occasions as well: 两度 is twice."""


def agree(setting: Setting, zh: Quantity, en: Quantity) -> Judgement | None:
    """What is wrong with a pair of the same value.

    Args:
        setting: where both stand.
        zh: an expression of the original.
        en: one of the translation.

    Returns:
        None where the values differ, `FINE` where nothing is wrong.
    """
    # A date has no value: it agrees by its parts, and with a bare figure only where that is its year.
    if zh.kind is _DATE or en.kind is _DATE:
        if zh.kind is en.kind and zh.date and en.date:
            return FINE if compatible(zh.date, en.date, setting.issue) else None
        return FINE if bare_year(zh, en) else None
    text = setting.text
    # 4K and 3-0 are names: printed alike they are one, and a number is none of them.
    if zh.kind is _CODE or en.kind is _CODE:
        return FINE if zh.kind is en.kind and _same_letters(text, zh, en) else None
    if (zh.relation is Relation.NONE or en.relation is Relation.NONE) and _same_letters(text, zh, en):
        return FINE  # 10.7% printed alike may yet be by so much in one and to so much in the other
    en, zh = negated(text, zh, en), kept_within(text, zh)
    # Asked before anything is judged: by the old liang the conversion would be a wrong one.
    if of_new_units(setting.issue, zh, en):
        return FINE
    if zh.counter[:1] in OCCASIONS and is_time(en):
        return None
    if counts_occasions(zh, en):
        return None
    # Chinese says 每秒 before the measure; English has "per second" in the expression itself.
    zh = as_compared(text, as_speed(text, in_yuan(zh, en), en))
    judgement = decide(text, zh, en) or judge(zh, en)
    if judgement is None:
        if "等" in setting.original and closes_list(text[max(0, zh.start - 3) : zh.start]):
            return FINE if counts_the_rest(Context.of(text, zh, en), zh, en) else None
        return elliptic(setting, zh, en)
    return weighed(setting, zh, en, judgement)


def counts_occasions(zh: Quantity, en: Quantity) -> bool:
    """Whether an amount has met a "once" or "twice", which say none: 一斤菜要八分 in "prices once rose"."""
    times = en.counter == "times" and en.form is _IMPLIED
    return times and zh.unit not in ("", _ALSO_TIMES) and not is_time(zh)


_COMPARED = regex(
    "(?<!不)[多少](?:降低|减少|減少|节约|節約|节省|節省|下降|缩短|縮短|增加|增长|增長|提高|增产|增產|减产)了?$"
)


def as_compared(text: str, zh: Quantity) -> Quantity:
    """比计划多降低千分之三 is "0.3 percent more than planned": a fall that is compared may be more or less."""
    if zh.relation is Relation.NONE or not _COMPARED.search(text, max(0, zh.start - 5), zh.start):
        return zh
    return zh._replace(relation=Relation.NONE)


def _same_letters(text: str, zh: Quantity, en: Quantity) -> bool:
    """Whether both sides print the same figures: 4K, 3-0, a model number."""
    words = text[zh.start : zh.end]
    return words.isascii() and words.casefold() == text[en.start : en.end].casefold() and any(map(str.isdigit, words))


def of_new_units(issue: Day | None, zh: Quantity, en: Quantity) -> bool:
    """Whether a measure was converted by the size that its unit has had since 1959, in a paper of that time."""
    return issue is not None and issue[0] >= w.NEW_UNITS and converted_anew(zh, en)


def elliptic(setting: Setting, zh: Quantity, en: Quantity) -> Judgement | None:
    """A measure whose unit was said with the one before: eighty fen in front, fifty in the middle; every three
    months instead of every six.

    Args:
        setting: where both stand.
        zh: a measure of the original.
        en: a figure of the translation.

    Returns:
        `FINE` where both agree with that unit, else None.
    """
    if not zh.unit or en.unit or en.kind is not _CARDINAL:
        return None
    for unit in units_before(setting.text, setting.en, en):
        said = en._replace(unit=unit, kind=Kind.MEASURE)
        if same_dimension(zh, said):
            # The figure must be right with that unit, or every number behind a measure would do.
            return FINE if judge(zh, said) is FINE else None
    return None


def weighed(setting: Setting, zh: Quantity, en: Quantity, judgement: Judgement) -> Judgement | None:
    """What is left of a judgement once the words further off are looked at; None where the pair is none.

    Args:
        setting: where both stand.
        zh: an expression of the original.
        en: its counterpart.
        judgement: of their values.
    """
    text = setting.text
    if judgement is not FINE and text[en.start : en.end] == "few":
        return None  # few mouths
    if judgement.verdict.startswith("approx"):
        judgement = approximated(setting, zh, en, judgement)
    if judgement.verdict == "percent" and (settled := _percent(text, zh, en, judgement)) is not None:
        return settled
    if judgement.verdict == "unit" and _same_there(text, zh, en):
        return FINE
    if judgement.verdict == "unit" and en.weak and en.name == "article" and is_time(zh) and is_time(en):
        return None  # 150,000 jin a day: a rate
    # Of an amount and a "per", or of two words that English or Chinese may do without, a difference says nothing: they
    # have met by chance.
    rates = (zh.name in RATES) + (en.name in RATES)
    idle = zh.weak and en.weak and not (judgement.verdict == "unit" and _open_measures(zh, en))
    if judgement is not FINE and (idle or rates == 1) and not same_rate(zh, en):
        return None
    return same_unit(text, setting.issue, zh, en, judgement) if judgement.verdict == "unit" else judgement


def _same_there(text: str, zh: Quantity, en: Quantity) -> bool:
    """Whether two units are one in this text: a 垧 of the Northeast is a hectare, and 一天晚上 one night."""
    if en.unit == "night":
        return text.startswith(("晚", "夜"), zh.end)
    return zh.unit == "shang" and _NORTHEAST.search(text) is not None


def _percent(text: str, zh: Quantity, en: Quantity, judgement: Judgement) -> Judgement | None:
    """What is left of a "percent" on one side only, None where the words beside it do not tell."""
    if en.kind is Kind.PERCENT and _PARTS_OF_TEN.match(text, zh.start):
        return judgement._replace(detail="the original has a ratio of parts of ten", certainty=PROBABLE)
    if en.kind is Kind.PERCENT and _HOLDS.match(text, zh.start - 1, zh.end + 1):
        return FINE  # 棉纱占三八·六六，: what has its decimals and nothing counted is a share of a hundred
    if zh.name == SPLIT and _PARTED.match(text, en.end):
        return FINE  # 三七分红 is "a 70/30 split"
    if zh.kind is Kind.PERCENT and en.kind in (_CARDINAL, Kind.FRACTION):
        bare = not en.counter or en.counter.startswith("point")
        return FINE if bare and percent_said(text, en) else judgement
    return None


_NORTHEAST = regex(
    "东北|東北|松江|黑龙江|黑龍江|吉林|辽宁|遼寧|辽东|遼東|辽西|遼西|辽北|遼北|热河|熱河|合江|牡丹江|嫩江|哈尔滨|哈爾濱|沈阳|瀋陽"
    "|长春|長春|佳木斯|齐齐哈尔|北满|北滿|北大荒"
)
"""Where a 垧 has fifteen mu, as a hectare has; elsewhere it has three to ten."""
_PARTS_OF_TEN = regex("(?:一九|二八|三七|四六|六四|七三|八二|九一)分(?:红|成|账|帐)")
"""二八分红 as "a 28% profit sharing"."""
_PARTED = regex("[/:–-]| (?:for|to) ")
"""What follows one of two parts: a 70/30 split, 40 for the workers."""
_HOLDS = regex(r"[占佔][0-9０-９零〇○◯一二三四五六七八九十]+[·．・.点點][^，。；、）)\n]*[，。；、）)\n]")


def _open_measures(zh: Quantity, en: Quantity) -> bool:
    """Whether both are open counts of one dimension, or money: 几里路 and "a few miles", 几元 and "a few dollars"."""
    return zh.approx is _OPEN and en.approx is _OPEN and (same_dimension(zh, en) or are_money(zh, en))


def bare_year(zh: Quantity, en: Quantity) -> bool:
    """Whether a figure that may be a year is one in the other language: 公元七一三年, 开元元年 and "that is, 713"."""
    date, other = (zh, en) if zh.kind is _DATE else (en, zh)
    bare = other.kind is _CARDINAL and not other.counter and other.form is Form.DIGITS
    year = DateParts(year=int(other.low))
    return bare and other.low == other.high and date.date in (year, year._replace(calendar="era"))
