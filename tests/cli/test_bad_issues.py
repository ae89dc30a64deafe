"""Pages of issues that are not as they should be: one finding or line each, and the rest is read and comes back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pytest
from made_up import Run
from made_up_issues import STORIES, Story, chinese, english, markdown, page

WRONG = english().replace("450 pupils", "540 pupils")
"""A translation with one wrong figure, by which it is seen that it is read."""
_MORE = tuple(
    Story(f"雜訊{n}", (f"第{n}號船抵埠、",), f"Sundry {n}", (f"Ship {n} has come, ",)) for n in range(100, 140)
)
"""Stories of which the other half knows nothing."""
GOOD = page(chinese(), english(), date="1936.06.01")


class Bad(NamedTuple):
    """A page, and what is said of it."""

    text: str
    rules: str
    """Of the findings, in the order of the report."""
    problems: tuple[str, ...] = ()
    """How the lines on what cannot be read begin, each with its line in the page."""
    name: str = "1936.05.04.html"
    given_back: bool = True


PAGES = {
    "one pane, English": Bad(page(WRONG), "P102"),
    "one pane, Chinese": Bad(page(chinese()), "P101"),
    "panes in the wrong order": Bad(page(WRONG, chinese()), "N101 H107"),
    "two panes of one language": Bad(
        page(chinese(), WRONG, english(STORIES[:1])),
        "N101",
        ("36: this pane is not read: the page has another one in its language above it",),
    ),
    "three panes, two of them Chinese": Bad(
        page(chinese(), chinese(STORIES[:1]), WRONG), "N101", ("21: this pane is not read",)
    ),
    "tags nested 100,000 deep": Bad(page("<div><b>" * 100_000 + chinese(), WRONG), "N101"),
    "tags that are never closed": Bad(
        page(chinese(), WRONG).replace("</p>", "").replace("</h3>", "").replace("</div>", ""), "N101"
    ),
    "closing tags that were never opened": Bad(page("</div></p>" * 50 + chinese(), "</b></h3>" + WRONG), "N101"),
    "100,000 headings": Bad(
        page(chinese() + "<h3>湖</h3>" * 100_000, WRONG + "<h3>Lake</h3>" * 100_000),
        "N101",
        ("20: more than 10,000 headings; what follows is not read", "35: more than 10,000 headings"),
    ),
    "a heading of 1 MB": Bad(
        page(chinese(STORIES[:2]) + f"<h3>{'湖' * 1_000_000}</h3>\n", english(STORIES[:2]).replace("450", "540")),
        "N101",
        ("14: a heading of 1,000,000 characters is not read; a headline has at most 2,000",),
    ),
    "a bomb of comments": Bad(page(chinese(), WRONG + "<!--" * 300_000), "N101"),
    "a bomb of tags": Bad(page(chinese(), WRONG + "<p>" * 300_000 + "<i class='x'>" * 50_000), "N101"),
    "a bomb of entities": Bad(
        page(chinese(), WRONG + "<p>" + "&amp;" * 300_000),
        "N101",
        ("33: is too large for one article: more than 400,000 characters with their tags; cut it into articles",),
    ),
    "a bomb of tags in one line": Bad(
        page(chinese() + "<p>" + "水<b>" * 60_000, WRONG),
        "N101",
        ("18: is too large for one article: more than 50,000 tags and entities; cut it into articles",),
    ),
    "a bomb of lines": Bad(
        page(chinese() + "<p>水</p>" * 30_000, WRONG),
        "N101",
        ("18: is too large for one article: more than 20,000 lines; cut it into articles",),
    ),
    "a bomb of lines above the first heading": Bad(
        page("<p>水</p>" * 30_000 + chinese(), WRONG),
        "N101",
        ("8: is too large for one article: more than 20,000 lines; cut it into articles",),
    ),
    "one half that is mostly not there": Bad(page(chinese(_MORE + STORIES), WRONG), "P101 N101"),
    "the other half": Bad(page(chinese(), english(_MORE) + WRONG), "P102 N101"),
    "another date in the name": Bad(page(chinese(), WRONG), "H204 N101", name="1936.05.06.html"),
    "an impossible date in the name": Bad(page(chinese(), WRONG), "H204 N101", name="1936.13.45.html"),
    "an impossible date in the heading": Bad(page(chinese(), WRONG, date="1936.02.30"), "R101 N101"),
    "an impossible date in one heading": Bad(
        page(chinese(), WRONG).replace("<h1>1936.05.04</h1>", "<h1>1936.02.30</h1>", 1), "R101 N101"
    ),
    "impossible dates in both": Bad(
        page(chinese(), WRONG, date="1936.02.30"), "R101 H204 N101", name="1936.13.45.html"
    ),
    "an impossible date in English alone": Bad("# 1936.02.30\n\n" + markdown(), "P102 R101", name="1936.05.04.md"),
    "another date in each heading": Bad(
        page(chinese(), WRONG).replace("<h1>1936.05.04</h1>", "<h1>1936.05.05</h1>", 1), "H203 N101"
    ),
    "no page marks and no date": Bad(
        page(chinese(mark=""), english(mark="").replace("450", "540"), date="x"), "H108 N101"
    ),
    "a page of 50 MB": Bad(
        page(chinese(), WRONG) + "<script>" + "x" * 50_000_000,
        "",
        (": 47 MiB, too large for a file; the limit is 16 MiB",),
        given_back=False,
    ),
}


def placed(problem: dict[str, object]) -> str:
    return f"{problem['line'] or ''}: {problem['message']}"


@pytest.mark.parametrize("bad", PAGES.values(), ids=PAGES)
def test_it_is_told_once_and_the_rest_is_read(bad: Bad, folder: Path, run: Run) -> None:
    (folder / bad.name).write_text(bad.text, encoding="utf-8")
    (folder / "1936.06.01.html").write_text(GOOD, encoding="utf-8")
    done = run("check", "--no-config", "--no-cache", "--output-format", "json", "--ignore", "C", ".")
    report = json.loads(done.out)
    problems = [placed(problem) for problem in report["problems"]]
    assert [one[: len(said)] for one, said in zip(problems, bad.problems, strict=True)] == list(bad.problems)
    assert " ".join(finding["rule"] for finding in report["findings"]) == bad.rules
    assert {finding["path"] for finding in report["findings"]} <= {bad.name}
    assert report["summary"]["files"] == 2
    assert done.code == (3 if bad.problems else 1)


@pytest.mark.parametrize("bad", PAGES.values(), ids=PAGES)
def test_it_comes_back_from_a_package(bad: Bad, folder: Path, run: Run) -> None:
    source = folder / "in"
    source.mkdir()
    (source / bad.name).write_text(bad.text, encoding="utf-8")
    (source / "1936.06.01.html").write_text(GOOD, encoding="utf-8")
    done = run("build", "--no-config", "in", "-o", "out")
    assert done.code == (3 if bad.problems else 0)
    assert len(done.err.splitlines()) == len(bad.problems)
    assert run("verify", "out", "--allow-incomplete").code == 0
    assert run("unpack", "out", "-o", "back").code == 0
    assert (folder / "back" / "1936.06.01.html").read_text("utf-8") == GOOD
    assert (folder / "back" / bad.name).exists() == bad.given_back
    if bad.given_back:
        assert (folder / "back" / bad.name).read_text("utf-8") == bad.text
