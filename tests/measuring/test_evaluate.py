"""The gold set of the project: what it takes to find all of it, and nothing else."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from made_up_issues import Story, chinese, english, page

from duizhao.errors import ConfigError, UnreadableError, UsageError
from duizhao.source import Source
from duizhao.validator.configuration.config_file import load
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding, Place, Severity
from duizhao.validator.measuring.evaluate import HitCount, evaluate
from duizhao.validator.measuring.gold import Gold, Matcher
from duizhao.validator.registry import registry

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
        ('{"file": "/", "kind": "date"}', ConfigError, "a path that does not lie in the folder of the gold file"),
        ('{"file": "../a.md", "kind": "date"}', ConfigError, "a path that does not lie in the folder of the gold file"),
        ('{"file": "b/..\\\\..", "kind": "date"}', ConfigError, "a path that does not lie in the folder of the gold"),
        ('{"file": "C:/a.md", "kind": "date"}', ConfigError, "a path that does not lie in the folder of the gold file"),
        ('{"file": "", "kind": "date"}', ConfigError, "a path that does not lie in the folder of the gold file"),
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


@pytest.mark.parametrize(
    ("kind", "rules", "others"),
    [
        ("number-value", "N101 D204", "T101 P206"),
        ("date", "D204 N101", "H204 P305"),
        ("number-unit", "N111 T101", "T102 P206"),  # 儲券 as “savings certificates”
        ("ocr", "P206 N141", "N101 D204"),  # 二十　　 as “2 billion”
        ("name", "T101", "N111 P201"),
    ],
)
def test_rules_that_may_find_a_kind(kind: str, rules: str, others: str) -> None:
    gold = NOTHING._replace(kind=kind)
    assert [rule for rule in (rules + " " + others).split() if gold.is_for(rule)] == rules.split()


def test_what_a_rule_of_another_family_finds_counts(tmp_path: Path) -> None:
    money = Story(
        "物價",
        ("新幣之發行，最高額爲二十　　，合五億美元。", "共收儲劵四萬〇四百十二元。"),
        "Prices",
        (
            "The maximum of the new currency is 2 billion, equal to 500 million US dollars.",
            "In all 40,412 yuan in savings certificates was received.",
        ),
    )
    text = page(chinese([money]), english([money])).replace("1936.05.04", "1945.03.02")
    (tmp_path / "1945.03.02.html").write_text(text, "utf-8")
    lines = [
        {"kind": "ocr", "zh": "最高額爲二十", "en": "2 billion"},
        {"kind": "number-unit", "zh": "儲劵", "en": "savings certificates"},
    ]
    gold = "".join(json.dumps({"file": "1945.03.02.html", "catch": "pattern"} | line) + "\n" for line in lines)
    (tmp_path / "gold.jsonl").write_text(gold, "utf-8")
    (tmp_path / "duizhao.yaml").write_text("publications:\n- {name: shenbao, profile: shenbao}\n", "utf-8")
    result = evaluate([str(tmp_path)], load(str(tmp_path / "duizhao.yaml"), registry).settings)
    assert result.missed == ()
    assert result.unconfirmed == ()
    assert result.catchable == HitCount(1, 1)
    assert result.precision == {"N141": HitCount(1, 1)}
    assert result.errors == HitCount(0, 0)  # it is a warning


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
    assert result.errors == (1, 1)
