"""Dates that a whole issue shares: the day itself, and a month that all of its datelines were given."""

from __future__ import annotations

import pytest
from rule_hits import case_in_issue, case_of, hits_of

from duizhao.schema.publication import Publication
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings

RUN = Settings(publication=Publication("example", title="Example Daily", first="1937-01-01", last="1940-12-31"))
BEFORE = "no issue of 4 May 1936: Example Daily first appeared on 1 January 1937"
AFTER = "no issue of 4 May 1941: Example Daily last appeared on 31 December 1940"

Row = tuple[str, str | None, str | None, bool]
"""Message, the words marked in either language, and whether it is of the whole issue."""


def rows(code: str, case: Case) -> list[Row]:
    return [
        (one.message, one.en and case.words(one.en), one.zh and case.words(one.zh), one.of_issue)
        for one in hits_of(code, case)
    ]


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (case_in_issue({"date": "1936.05.04"}, settings=RUN), [(BEFORE, "1936-05-04", "1936-05-04", True)]),
        (case_of({"date": "1936-05-04"}, RUN), [(BEFORE, "1936-05-04", "1936-05-04", False)]),
        (case_of({"date": "1941-05-04"}, RUN), [(AFTER, "1941-05-04", "1941-05-04", False)]),
        (case_of({"header": "Title: A", "zh_date": "1941-05-04"}, RUN), [(AFTER, None, "1941-05-04", False)]),
        (case_of({"date": "1937-01-01"}, RUN), []),
        (case_of({"date": "1940-12-31"}, RUN), []),
        (case_of({"date": "soon"}, RUN), []),
        (case_of({"date": "1936-05-04"}), []),
    ],
)
def test_a_day_on_which_the_newspaper_did_not_appear(case: Case, expected: list[Row]) -> None:
    assert rows("D203", case) == expected


ZH = " ¶ ".join(f"（{place}）大雨、（一日專電）" for place in ("南京", "上海", "漢口", "北平"))
EN = " ¶ ".join(f"({place}) Rain. (July 1st dispatch)" for place in ("Nanjing", "Shanghai", "Hankow", "Beiping"))
ISSUE = {"issue": "1937.03.02.html", "date": "1937.03.02", "zh": ZH, "en": EN}
SHARED = "{} datelines of the issue that name a month have July, which the date of the newspaper does not support"
DISPATCH = ("“July 1st”, but the dispatch of the 1st is of 1 March 1937", "July 1st", "一日", False)


def with_more(zh: str, en: str) -> dict[str, str]:
    return {**ISSUE, "zh": f"{ZH} ¶ {zh}", "en": f"{EN} ¶ {en}"}


def test_a_month_that_all_datelines_share_is_told_once() -> None:
    case = case_in_issue(ISSUE)
    assert rows("P308", case) == [(SHARED.format("all"), "July 1st", None, False)]
    assert rows("D102", case) == []
    assert rows("D102", case_in_issue(ISSUE, settings=Settings(ignore=("P308",)))) == [DISPATCH] * 4


def test_what_the_datelines_do_not_tell_stays() -> None:
    case = case_in_issue(with_more("（廣州）大雨、（一日專電）", "(Canton) Rain. (March 1st dispatch)"))
    assert rows("P308", case) == [(SHARED.format("4 of 5"), "July 1st", None, False)]
    case = case_in_issue(with_more("工程六月五日開始。", "The project began on July 5th."))
    assert rows("D102", case) == [("“July 5th”, but the original has 5 June", "July 5th", "六月五日", False)]


def test_later_articles_are_not_told_again() -> None:
    later = {
        "headline": "大風",
        "title": "Winds",
        "zh": "（廣州）大風、（一日專電）",
        "en": "(Canton) Winds. (July 1st dispatch)",
    }
    last = {"headline": "丰收", "title": "Harvest", "zh": "今年收成很好。", "en": "The harvest is good."}
    for at in (1, 2):
        case = case_in_issue(ISSUE, later, last, at=at)
        assert rows("P308", case) == rows("D102", case) == []


def test_a_file_of_one_article_has_its_months_one_by_one() -> None:
    case = case_of({"date": "1937-03-02", "zh": ZH, "en": EN})
    assert rows("P308", case) == []
    assert [message for message, *_ in rows("D102", case)] == [DISPATCH[0]] * 4
