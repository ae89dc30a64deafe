"""P105: the English has a passage that the original has not."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.datelines import is_dateline, own_datelines
from duizhao.validator.text.weights import opening, span_of, weights

_LEAST = 90  # letters; shorter lines are headings, bylines and names of columns
_LEAST_WITHIN = 400  # letters; lengths say little of a shorter paragraph that has a counterpart


@rule("P105", "addition", Severity.WARNING, requires=("P101", "P102", "P103"))
def check(case: Case) -> Iterator[Hit]:
    """The English has a passage that the original has not.

    Why: what the translator or the model added is quoted as the newspaper's own words. A passage is taken for added
    where it has no counterpart at all, or is much too long for it (threshold `addition_ratio`).

    Fires:
        en: The harvest is very good this year in the county. ¶ This shows once more that agriculture is the foundation
          of the national economy, as all the leading comrades have pointed out again and again in recent years. ¶
          Everybody is determined to grow more next year.
        zh: 今年全县收成很好，农民都很高兴。 ¶ 大家决心明年多打粮食，争取丰收。

    Silent:
        en: The harvest is very good this year in the county. ¶ Everybody is determined to grow more next year.
        zh: 今年全县收成很好，农民都很高兴。 ¶ 大家决心明年多打粮食，争取丰收。
    """
    paragraphs, limit = case.article.english.paragraphs, case.settings.thresholds.addition_ratio
    for weight in weights(case):
        if not weight.bead.en or weight.letters < _LEAST:
            continue
        span = span_of(paragraphs, weight.bead.en)
        if not weight.bead.zh:
            if not is_dateline(case.words(span), own_datelines(case)):
                yield Hit("this paragraph is not in the original", en=opening(span, case.text))
        elif weight.letters >= _LEAST_WITHIN and weight.letters > limit * weight.expected:
            # An original of figures alone leads to expect nothing, and is not divided by.
            times = round(weight.letters / max(weight.expected, 1), 1)
            yield Hit(
                f"{times} times the length that the original leads to expect",
                en=opening(span, case.text),
                zh=opening(span_of(case.article.chinese.paragraphs, weight.bead.zh), case.text),
            )
