"""Which modules judge, and which tests are to hold them."""

from __future__ import annotations

JUDGING = (
    "validator/bounds.py",
    "validator/period_units.py",
    "validator/across/**/*.py",
    "validator/align/**/*.py",
    "validator/confidence/**/*.py",
    "validator/dates/**/*.py",
    "validator/exclusive/**/*.py",
    "validator/pairing/**/*.py",
    "validator/rules/**/*.py",
    "validator/text/**/*.py",
    "validator/times/**/*.py",
    "validator/waiving/**/*.py",
)
"""The modules whose meaning is changed."""
OTHERWISE = {
    "validator/characters": "looks up what libraries know; its tables have examples",
    "validator/configuration": "reads settings; what is wrong with them is told to who wrote them",
    "validator/measuring": "counts what was found",
    "validator/planting": "makes faults, and is held by what it makes",
    "validator/quantities": "reads; its words and patterns are rows with examples, and crossed by `nox -s cross`",
    "validator/running": "runs what judges",
    "validator/case.py": "brings the judging rooms together",
    "validator/examples.py": "examples for tests and pages",
    "validator/finding.py": "a record",
    "validator/hits.py": "places of hits",
    "validator/library.py": "calls of the library",
    "validator/registry.py": "finds the rules",
    "validator/report.py": "records of results",
    "validator/rule.py": "what a rule is",
}
"""The rooms and modules of the validator that judge nothing, each with what it does instead."""
TESTS = (
    "tests/across",
    "tests/align",
    "tests/dates",
    "tests/readers/test_issues.py",
    "tests/readers/test_issues_checked.py",
    "tests/rules",
    "tests/text",
    "tests/waiving",
    *(
        f"tests/quantities/test_{name}.py"
        for name in (
            "agree",
            "assign",
            "columns",
            "consistency",
            "difference",
            "exchanged",
            "judged",
            "keys",
            "left_out",
            "links",
            "metamorphic",
            "neighbours",
            "owners",
            "pairing",
            "pairs",
            "pieces",
            "patterns",
            "plain_pairs",
            "reach",
            "things",
            "told",
            "words_beside",
        )
    ),
    "tests/test_bounds.py",
    "tests/test_calibration.py",
    "tests/test_confidence.py",
    "tests/test_exclusive.py",
    "tests/test_rule_pages.py",
    "tests/test_signs.py",
    "tests/test_weights.py",
)
"""The tests that hold the judgement; of these a mutant meets the ones that reach its line."""
ALWAYS = (
    "tests/rules/test_severities.py",
    "tests/quantities/test_pairing.py::test_weights_are_ordered_as_their_reasons_say",
)
"""Tests that every mutant meets: what they hold is told while modules are imported, which is no line they reach."""
LEFT_OUT = ("growth", "hostile", "what_was_read", "errors_are_right", "whatever_an_expression")
"""Parts of names of tests that measure time, or all gold articles together: they hold no single judgement."""
MANY = 150
"""Of a test that runs over all rows of a table that many, evenly spread: rows are data, which no mutant changes."""
ROWS = ("another_thing", "noun_may_stand", "row_says_why", "example_holds", "every_word_is_found", "time_exchanged")
"""Parts of the names of these tests."""
