"""Which findings a waiver accepts, what that leaves, and what is said of waivers that nothing needs."""

from __future__ import annotations

import pytest

from duizhao.source import Position
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding, Place, Severity, fingerprint
from duizhao.validator.report import FileResult
from duizhao.validator.waiving.waivers import Waiver, Waivers

TODAY = "2026-06-01"
EN, ZH = Place(3, 16, 3, 26, "1,500\n tons"), Place(7, 6, 7, 11, "一万五千吨")
FINDING = Finding("N102", "number-scale", Severity.ERROR, "1958/a.md", "10 times too small", EN, ZH, "f1")
BY_MARK = Waiver("N102", "f1", "", "", "as printed", "Li Min", "2026-01-02", file="w.yaml")
BY_WORDS = BY_MARK._replace(fingerprint="", path="1958/", text="1,500 tons")


@pytest.mark.parametrize(
    ("waiver", "finding", "accepted"),
    [
        (BY_MARK, FINDING, True),
        (BY_MARK, FINDING._replace(fingerprint="f2"), False),
        (BY_MARK, FINDING._replace(rule="N101"), False),
        (BY_WORDS, FINDING, True),  # whatever the blanks
        (BY_WORDS._replace(text="1,500   tons"), FINDING, True),
        (BY_WORDS._replace(text="1,500"), FINDING, True),
        (BY_WORDS._replace(text="五千吨"), FINDING, True),
        (BY_WORDS._replace(text="1,500 tons of"), FINDING, False),
        (BY_WORDS, FINDING._replace(rule="N101"), False),
        (BY_WORDS, FINDING._replace(path="1959/a.md"), False),
        (BY_WORDS, FINDING._replace(en=None), False),
        (BY_WORDS._replace(text="五千吨"), FINDING._replace(en=None), True),
        (BY_WORDS, FINDING._replace(zh=None), True),
        (BY_WORDS, FINDING._replace(en=None, zh=None), False),
        (BY_MARK._replace(expires="2026-06-02"), FINDING, True),
        (BY_MARK._replace(expires="2026-06-01"), FINDING, False),  # the first day on which it holds no longer
        (BY_WORDS._replace(expires="2026-05-31"), FINDING, False),
    ],
)
def test_what_a_waiver_accepts(waiver: Waiver, finding: Finding, accepted: bool) -> None:
    waivers = Waivers([waiver], TODAY)
    result = waivers.apply(FileResult("1958/a.md", (finding,)))
    assert result.path == "1958/a.md"
    assert result.findings == (finding._replace(waived="as printed") if accepted else finding,)
    assert dict(waivers.present) == ({"N102": 0} if accepted else {finding.rule: 1})


def test_a_waiver_accepts_whatever_it_fits() -> None:
    waivers = Waivers([BY_WORDS, BY_MARK._replace(reason="seen")], TODAY)
    some = (FINDING, FINDING._replace(fingerprint="f2"), FINDING._replace(fingerprint="f3", path="1959/a.md"))
    assert [one.waived for one in waivers.apply(FileResult("", some)).findings] == ["seen", "as printed", ""]


def test_one_that_has_expired_does_not_stand_before_the_next() -> None:
    waivers = Waivers([BY_MARK._replace(expires="2026-01-03"), BY_MARK._replace(reason="seen")], TODAY)
    assert waivers.apply(FileResult("", (FINDING,))).findings[0].waived == "seen"
    assert [one.rule for one in waivers.leftovers(Settings())] == ["W102"]
    waivers = Waivers([BY_MARK, BY_MARK._replace(fingerprint="f2")], TODAY)
    waivers.apply(FileResult("", (FINDING,)))
    assert [one.rule for one in waivers.leftovers(Settings())] == ["W101"]
    assert BY_MARK.position == Position(1, 1)  # where nothing else is known


def test_of_several_the_first_accepts() -> None:
    waivers = Waivers([one._replace(reason=str(at)) for at, one in enumerate([BY_MARK, BY_MARK])], TODAY)
    assert waivers.apply(FileResult("", (FINDING,))).findings[0].waived == "0"
    waivers = Waivers([one._replace(reason=str(at)) for at, one in enumerate([BY_WORDS, BY_WORDS])], TODAY)
    assert waivers.apply(FileResult("", (FINDING,))).findings[0].waived == "0"


@pytest.mark.parametrize(
    ("known", "found", "risen"),
    [
        ([True], 1, []),
        ([True], 2, [("N102", 2, 1)]),
        ([True, True], 1, []),
        ([], 1, [("N102", 1, 0)]),
        ([False], 1, []),  # what a person accepted is none of the baseline's
    ],
)
def test_counts_that_have_risen(known: list[bool], found: int, risen: list[tuple[str, int, int]]) -> None:
    waivers = Waivers([BY_MARK._replace(fingerprint=f"f{at}", baseline=one) for at, one in enumerate(known)], TODAY)
    waivers.apply(FileResult("", tuple(FINDING._replace(fingerprint=f"f{at}") for at in range(found))))
    assert waivers.risen() == risen


def test_of_a_baseline_its_findings_are_counted_too() -> None:
    waivers = Waivers([BY_MARK._replace(baseline=True)], TODAY)
    waivers.apply(FileResult("", (FINDING, FINDING._replace(rule="D101"))))
    assert dict(waivers.present) == {"N102": 1, "D101": 1}
    assert waivers.risen() == [("D101", 1, 0)]


UNUSED = "no finding of N102{} is left that this waiver of 2026-01-02 accepts; remove it"
EXPIRED = "the waiver of N102 by Li Min has expired on 2026-06-01; renew or remove it"


@pytest.mark.parametrize(
    ("waiver", "settings", "expected"),
    [
        (BY_MARK, Settings(), []),
        (BY_MARK._replace(fingerprint="f2"), Settings(), [("W101", UNUSED.format(""))]),
        (BY_WORDS._replace(text="six"), Settings(), [("W101", UNUSED.format(" on “six”"))]),
        (BY_MARK._replace(expires="2026-06-01"), Settings(), [("W102", EXPIRED)]),
        (BY_MARK._replace(expires="2026-06-02"), Settings(), []),
        (BY_MARK._replace(fingerprint="f2", expires="2026-06-02"), Settings(), [("W101", UNUSED.format(""))]),
        (BY_MARK._replace(fingerprint="f2"), Settings(ignore=("W101",)), []),
        (BY_MARK._replace(fingerprint="f2"), Settings(ignore=("W102",)), [("W101", UNUSED.format(""))]),
        (BY_MARK._replace(expires="2026-06-01"), Settings(ignore=("W102",)), []),
        (BY_MARK._replace(fingerprint="f2"), Settings(ignore=("N102",)), []),
    ],
)
def test_what_is_said_of_a_waiver_after_a_run(
    waiver: Waiver, settings: Settings, expected: list[tuple[str, str]]
) -> None:
    waivers = Waivers([waiver], TODAY)
    waivers.apply(FileResult("", (FINDING,)))
    assert [(one.rule, one.message) for one in waivers.leftovers(settings)] == expected


def test_a_leftover_stands_in_the_file_of_waivers() -> None:
    unused = BY_MARK._replace(fingerprint="f2", position=Position(7, 3))
    found = list(Waivers([unused, unused._replace(position=Position(9, 3))], TODAY).leftovers(Settings()))
    places = [Place(line, 3, line, 7, "N102") for line in (7, 9)]
    marks = [fingerprint("W101", "w.yaml", "N102 f2", "", at) for at in (0, 1)]  # equal ones by their number
    message = UNUSED.format("")
    assert found == [
        Finding("W101", "waiver-unused", Severity.WARNING, "w.yaml", message, place, None, mark)
        for place, mark in zip(places, marks, strict=True)
    ]


def test_severities_are_those_of_the_settings() -> None:
    settings = Settings(severities=(("W101", Severity.ERROR),))
    (one,) = Waivers([BY_MARK], TODAY).leftovers(settings)
    assert one.severity is Severity.ERROR
