"""`duizhao.check_bytes`: all of an article from its bytes, anywhere; and what is found between such articles."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest

import duizhao
from duizhao.schema.inputs.limits import LIMITS
from duizhao.schema.record import write
from duizhao.validator.configuration.settings import Override
from duizhao.validator.examples import article_bytes

GOLD = sorted((Path(__file__).parents[1] / "gold").glob("*.md"))
WRONG = article_bytes({"zh": "全县收粮食一万五千吨。", "en": "The county harvested 1,500 tons of grain."})


def files() -> list[tuple[str, bytes]]:
    """Names and bytes, one of them not readable."""
    return [*((path.name, path.read_bytes()) for path in GOLD), ("wrong.md", WRONG), ("bad.md", b"Title: \xff")]


def test_all_that_is_found_out_about_an_article() -> None:
    (one,) = duizhao.check_bytes("wrong.md", WRONG)
    assert one.problem is None
    assert one.record is not None
    assert write(one.record) == WRONG
    assert [(finding.rule, finding.path) for finding in one.findings if finding.rule[0] == "N"] == [
        ("N102", "wrong.md")
    ]
    pairs = [(link.zh.low, link.en.low, link.verdict) for link in one.quantities if link.zh and link.en]
    assert pairs[-1] == (15000, 1500, "scale")
    assert [(bead.en, bead.zh) for bead in one.paragraphs] == [((0,), (0,))]
    assert one.signature is not None
    assert one.signature.path == "wrong.md"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"Title: \xff", "not UTF-8"),
        (b" " * (LIMITS.article + 1), "too large for a file"),
        (b"Title: a\n\n" + b"9" * 40_000 + b"\n", "too large for one article"),
    ],
    ids=["no text", "no article", "too much to compare"],
)
def test_a_file_that_cannot_be_used_is_a_problem(data: bytes, message: str) -> None:
    (one,) = duizhao.check_bytes("bad.md", data)
    assert one.problem is not None
    assert message in one.problem.message
    assert one == duizhao.CheckedArticle("bad.md", problem=one.problem)


def test_a_fault_of_our_own_is_a_problem_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("duizhao.validator.running.engine.check_case", faulty)
    (one,) = duizhao.check_bytes("wrong.md", WRONG)
    assert one.problem is not None
    assert one.problem.fault


@pytest.mark.slow
def test_it_is_the_same_in_another_process_and_folder() -> None:
    settings = duizhao.Settings(root="../articles", overrides=(Override(("wrong*",), ignore=("N",)),))
    here = [duizhao.check_bytes(name, data, settings) for name, data in files()]
    with multiprocessing.get_context("spawn").Pool(2, initializer=os.chdir, initargs=("/",)) as pool:
        there = pool.starmap(duizhao.check_bytes, [(name, data, settings) for name, data in files()])
    assert there == here
    wrong = here[-2][0]
    assert [finding for finding in wrong.findings if finding.rule[0] == "N"] == []


def test_a_check_finds_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    everything = sorted([*files(), ("copy.md", WRONG)])
    for name, data in everything:
        Path(name).write_bytes(data)
    report = duizhao.check(".", jobs=1)
    made = [one for name, data in everything for one in duizhao.check_bytes(name, data)]
    across = list(duizhao.compare_articles(one.signature for one in made if one.signature))
    assert [finding.rule for finding in across] == ["C101"]
    found = [finding for one in made for finding in one.findings] + across
    assert sorted(found, key=str) == sorted(report.findings, key=str)
    assert [one.problem for one in made if one.problem] == list(report.problems)
