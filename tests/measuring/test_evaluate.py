"""The gold set of the project: what it takes to find all of it, and nothing else."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from made_up_issues import chinese, english, page

from duizhao.errors import ConfigError, UnreadableError, UsageError
from duizhao.source import Source
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding, Place, Severity
from duizhao.validator.measuring.evaluate import HitCount, evaluate
from duizhao.validator.measuring.gold import Gold, Matcher

GOLD = os.path.join(os.path.dirname(__file__), os.pardir, "gold")


def test_everything_is_found_and_nothing_else() -> None:
    result = evaluate([GOLD], Settings())
    assert result.files == 3
    assert result.missed == ()
    assert result.unconfirmed == ()
    assert result.catchable == HitCount(11, 11)


def test_a_rule_that_is_off_is_missed() -> None:
    result = evaluate([GOLD], Settings(ignore=("N131",)))
    assert [line.split(": ", 1)[1] for line in result.missed] == ["ordinal: 临河三区 | Sanqu, Linhe County"]


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        ('{"kind": "date"}', ConfigError, "gold.jsonl:1: not a gold line"),
        ('{"file": "a.md", "kind": "date"}\n[]', ConfigError, "gold.jsonl:2: not a gold line"),
        ('{"file": "a\\u0000.md", "kind": "date"}', ConfigError, "a NUL character, which no path has"),
        ('{"file": "a\\ud800.md", "kind": "date"}', ConfigError, "half of a surrogate pair, which no path has"),
        *(
            (f'{{"file": "a.md", "kind": "date", "{key}": {value}}}', ConfigError, f"{key} is no text")
            for key in ("file", "kind", "severity", "catch")
            for value in ("3", '["a"]', '{"a": 1}', "true")
        ),
        ('{"file": "absent.md", "kind": "date"}', UnreadableError, "absent.md: a gold line names this article"),
    ],
)
def test_bad_gold(tmp_path: str, content: str, error: type[Exception], message: str) -> None:
    path = os.path.join(tmp_path, "gold.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        file.write(content)
    with pytest.raises(error, match=message.replace(".", r"\.")):
        evaluate([path], Settings())


def test_no_gold(tmp_path: str) -> None:
    with pytest.raises(UsageError, match=r"no gold file"):
        evaluate([str(tmp_path)], Settings())


NOTHING = Gold("a.md", "number", "", "", "", "", 0, 0)
ARTICLE = "The coal mine.\n\n<hr />\n\n煤矿出煤。\n"


def _at(place: Place) -> Finding:
    return Finding("N101", "a-name", Severity.ERROR, "a.md", "", None, place, "")


@pytest.mark.parametrize(
    ("gold", "matched"),
    [
        (NOTHING._replace(line=5), False),
        (NOTHING._replace(line=4), False),
        (NOTHING._replace(line=4, zh_line=5), True),
        (NOTHING._replace(zh="煤矿"), True),
        (NOTHING._replace(zh="出煤"), False),
        (NOTHING._replace(en="coal"), False),
    ],
)
def test_lines_and_words_that_a_finding_touches(gold: Gold, *, matched: bool) -> None:
    one = _at(Place(5, 1, 5, 3, "煤矿"))
    assert Matcher(Source("a.md", ARTICLE)).matches(one, gold) is matched


def test_a_finding_on_half_an_article_touches_no_words() -> None:
    long = Source("a.md", "煤" * 3000 + "\n")
    assert not Matcher(long).matches(_at(Place(1, 1, 1, 3001, "煤")), NOTHING._replace(zh="煤"))


def test_the_articles_of_an_issue(tmp_path: Path) -> None:
    wrong = page(chinese(), english()).replace("450 pupils", "540 pupils")
    (tmp_path / "1936.05.04.html").write_text(wrong, encoding="utf-8")
    line = {"file": "1936.05.04.html", "kind": "number-value", "zh": "四百五十人", "en": "540 pupils"}
    (tmp_path / "gold.jsonl").write_text(json.dumps(line), encoding="utf-8")
    result = evaluate([str(tmp_path)], Settings())
    assert result.recall["number-value"] == (1, 1)
    assert result.overall == (1, 1)
