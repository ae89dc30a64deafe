"""How bad each rule's finding is, where nothing makes it less certain; what a reader of reports counts on."""

from __future__ import annotations

import pytest

from duizhao.validator.registry import registry

ERRORS = """
    C104 D101 D102 D103 D104 D105 D107 D203 H101 H102 H104 H105 H107 H201 H202 H203 H204 H301 N101 N102 N107 N111 N113
    N114 N121 N122 N131 N132 N151 N152 N154 N201 P101 P102 P103 P104 P107 P108 P109 P110 P201 P202 P203 P205 P206 P207
    P301 P308 R101
"""
"""The translation says something else, or a reader cannot use the file."""
WARNINGS = """
    C101 C103 C105 D106 D108 D109 D110 D201 D202 D204 D205 H103 H106 H108 H109 H302 H303 N103 N104 N105 N106 N112 N141
    N153 N202 P105 P106 P204 P302 P303 P304 P305 P306 P307 T101 W101 W102
"""
"""Something was left out, put in or blurred, or the newspaper itself is at fault."""
INFOS = "C102 N203 P111 P208"
"""Worth knowing."""


@pytest.mark.parametrize(("severity", "codes"), [("error", ERRORS), ("warning", WARNINGS), ("info", INFOS)])
def test_severities(severity: str, codes: str) -> None:
    assert [code for code, rule in registry().items() if rule.severity.word == severity] == codes.split()
