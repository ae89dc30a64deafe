"""The cases of `tests/rules/<code>_<slug>.yaml`: what a rule finds in a text, exactly where, and where it is silent."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from duizhao.validator.examples import Example, article_bytes, issue_files, settings_of
from duizhao.validator.finding import Finding
from duizhao.validator.registry import registry
from duizhao.validator.rule import Rule

HERE = os.path.dirname(__file__)
FILES = sorted(name for name in os.listdir(HERE) if name.endswith(".yaml"))


def cases_of(name: str) -> dict[str, dict[str, Any]]:
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        cases: dict[str, dict[str, Any]] = yaml.safe_load(file)
    return cases


CASES = [
    pytest.param(name[:4].upper(), case, id=f"{name[:4].upper()}-{title}")
    for name in FILES
    for title, case in cases_of(name).items()
]


def files_of(case: dict[str, Any]) -> tuple[tuple[str, bytes], ...]:
    """The files of a case: one of its own keys, or those listed under `files`."""
    files = case.get("files", [{key: value for key, value in case.items() if key != "findings"}])
    if name := case.get("issue"):
        return issue_files(name, files)
    return tuple((keys.get("path", f"case-{number}.md"), article_bytes(keys)) for number, keys in enumerate(files))


@pytest.mark.parametrize(("code", "case"), CASES)
def test_case(code: str, case: dict[str, Any], findings_of: Callable[[Example], list[Finding]]) -> None:
    example = Example(files_of(case), (), settings_of(case))
    found = [finding for finding in findings_of(example) if finding.rule == code]
    assert len(found) == len(case["findings"]), [finding.message for finding in found]
    for finding, expected in zip(found, case["findings"], strict=True):
        place = getattr(finding, expected.get("side", "en"))
        assert place is not None, finding.message
        assert place.text == expected["marks"]
        if "at" in expected:
            assert f"{place.line}:{place.column}" == expected["at"]
        if "other" in expected:
            other = finding.zh if place is finding.en else finding.en
            assert (other.text if other else None) == expected["other"]
        if "severity" in expected:
            assert finding.severity.word == expected["severity"]
        if "likely" in expected:
            assert finding.confidence == pytest.approx(expected["likely"], abs=LIKELY_WITHIN)
        assert expected.get("says", "") in finding.message


LIKELY_WITHIN = 0.15
"""What a new fit of the confidence may move a case by without anybody looking at it."""
CASE_FAMILIES = "HDNPRTC"  # waivers need more than an article


@pytest.mark.parametrize(
    "rule", [pytest.param(rule, id=code) for code, rule in registry().items() if rule.family in CASE_FAMILIES]
)
def test_each_rule_has_a_case_that_fires_and_one_that_is_silent(rule: Rule) -> None:
    name = f"{rule.code.lower()}_{rule.name.replace('-', '_')}.yaml"
    assert name in FILES
    cases = cases_of(name).values()
    assert any(case["findings"] for case in cases)
    assert any(not case["findings"] for case in cases)


def test_each_case_file_belongs_to_a_rule() -> None:
    rules = {f"{rule.code.lower()}_{rule.name.replace('-', '_')}.yaml" for rule in registry().values()}
    assert set(FILES) <= rules
