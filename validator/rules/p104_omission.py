"""P104: a passage of the original is not in the English."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.align import Bead
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.datelines import is_credit
from duizhao.validator.text.weights import Weight, left_out, opening, span_of, weights

_LEAST = 12  # Chinese characters; shorter lines are captions and signatures
_LEAST_SURE = 25  # the same; a shorter one may be a heading that was not known for one, and is a warning
_SURPLUS = 0.5  # of a paragraph's length, which a neighbour has too much where it was merged with it
_LEAST_ASIDE = 40  # letters of an English paragraph without counterpart, which may be the one looked for
_LEAST_WITHIN = 40  # where a part is missing, lengths say little of a short paragraph


@rule("P104", "omission", Severity.ERROR, requires=("P101", "P102", "P103"))
def check(case: Case) -> Iterator[Hit]:
    """A passage of the original is not in the English.

    Why: the reader cannot know that something is missing. A paragraph without any counterpart is an error; one whose
    English is much too short (threshold `omission_ratio`) is a warning. Headings, signatures and credits do not count.

    Fires:
        en: The harvest is very good this year in the whole county. ¶ Everybody is determined to grow more next year.
        zh: 今年全县收成很好，农民都很高兴。 ¶ 南边遭了水灾，房屋倒塌，牲口淹死，农民生活十分困难，政府已经派人
          前去救济，发动群众挖沟排水，抢种晚秋作物，准备战胜灾荒，渡过难关，不让一个人饿死。
          ¶ 大家决心明年多打粮食，争取丰收。

    Silent:
        en: The harvest is very good this year in the whole county. ¶ Everybody is determined to grow more next year.
        zh: 今年全县收成很好，农民都很高兴。 ¶ 大家决心明年多打粮食，争取丰收。
    """
    all_weights = weights(case)
    aside = any(not weight.bead.zh and weight.letters >= _LEAST_ASIDE for weight in all_weights)
    for number, weight in enumerate(all_weights):
        if not weight.bead.zh or weight.han < _LEAST:
            continue
        if weight.letters == 0:
            # Its English may stand in a neighbour, which is then too long.
            if not _merged(all_weights, number):
                yield from _alone(case, weight, aside=aside)
        elif (index := left_out(case, weight)) is not None:
            # Of one among several it is known that it is missing, however short it is.
            yield from _alone(case, weight._replace(bead=Bead((), (index,)), han=_LEAST_SURE), aside=aside)
        # A ratio of lengths means little below.
        elif weight.han >= _LEAST_WITHIN:
            yield from _shortened(case, weight)


def _alone(case: Case, weight: Weight, *, aside: bool) -> Iterator[Hit]:
    """A Chinese paragraph without counterpart; unless an English one has none either, it was left out."""
    span = span_of(case.article.chinese.paragraphs, weight.bead.zh)
    if not is_credit(case.words(span)):
        # Where an English paragraph is left over too, it may be the one, and only its place is wrong.
        severity = Severity.INFO if aside else Severity.WARNING if weight.han < _LEAST_SURE else None
        yield Hit("this paragraph is not in the English", zh=opening(span, case.text), severity=severity)


def _shortened(case: Case, weight: Weight) -> Iterator[Hit]:
    if weight.letters < case.settings.thresholds.omission_ratio * weight.expected:
        share = round(100 * weight.letters / weight.expected)
        yield Hit(
            f"a part of this is not in the English, which has {share} % of the length to be expected",
            en=opening(span_of(case.article.english.paragraphs, weight.bead.en), case.text),
            zh=opening(span_of(case.article.chinese.paragraphs, weight.bead.zh), case.text),
            severity=Severity.WARNING,
        )


def _merged(all_weights: tuple[Weight, ...], number: int) -> bool:
    """Whether a paragraph beside has so much English that this one may be in it."""
    beside = [*all_weights[max(0, number - 1) : number], *all_weights[number + 1 : number + 2]]
    return any(w.letters - w.expected >= _SURPLUS * all_weights[number].expected for w in beside)
