"""Articles and results made up for the tests of the command line."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from duizhao.source import Source, Span
from duizhao.validator.examples import article_bytes
from duizhao.validator.finding import Finding, Place, Severity
from duizhao.validator.report import FileResult, Problem


class Done(NamedTuple):
    """What a command line did."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]

GOOD = article_bytes({"zh": "产煤一万五千吨。", "en": "The output was 15,000 tons of coal."})
BAD = article_bytes({"zh": "产煤一万五千吨。", "en": "The output was 1,500 tons of coal."})
"""N102, an error, and nothing else."""
DOUBTFUL = article_bytes({"zh": "第二天全村开会。", "en": "The whole village held a meeting."})
"""N103, an info, and nothing else."""
UNREADABLE = b"Title: \xff\n"

TEXT = "Title: Coal\n\nThe output was 1,500 tons.\n<hr />\nOriginal:\n### 煤\n    产煤一万五千吨。\n"
SOURCE = Source("1958/a b.md", TEXT)


def place(words: str) -> Place:
    """Where the words stand in `TEXT`."""
    start = TEXT.index(words)
    return Place.of(SOURCE, Span(start, start + len(words)))


def finding(
    severity: Severity = Severity.ERROR, *, path: str = SOURCE.path, waived: str = "", rule: str = "N102"
) -> Finding:
    """A finding on the two numbers of `TEXT`."""
    message = "“1,500 tons”, but the original has “一万五千吨” (15,000): 10 times too small"
    places = place("1,500 tons"), place("一万五千吨")
    return Finding(rule, "number-scale", severity, path, message, *places, "0123456789abcdef0123", waived)


WHOLE_FILE = Finding("H101", "header-missing", Severity.WARNING, SOURCE.path, "no `Date:` line", None, None, "f" * 20)
HOSTILE = Finding(
    "P301",
    "commentary",
    Severity.INFO,
    "a,b:c%/<x>&\"'|.md",
    "100% <b>bold</b> & ]]> `x` [y](1) | ::error::no \x1b[31m\u202e\r\n##[endgroup]\x00",
    Place(1, 1, 2, 3, "<script>alert(1)</script>\n]]>&"),
    None,
    "e" * 20,
)
RESULTS = (
    FileResult(SOURCE.path, (finding(), WHOLE_FILE, finding(Severity.WARNING, waived="as printed")), text=TEXT),
    FileResult(HOSTILE.path, (HOSTILE,), text="<script>alert(1)</script>\n]]>&\x01\n"),
    FileResult("clean.md"),
    FileResult("bad.md", problem=Problem("bad.md", "not UTF-8: byte 0xff", 3, 7)),
    FileResult("1958/a b.md", (finding(rule="C101"),), whole=False),
)
