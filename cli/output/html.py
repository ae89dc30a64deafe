"""A page for the curator: each article with findings, both languages side by side, the words marked.

One file without anything from the network; scripts other than its own are forbidden by its content security policy.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Callable
from tempfile import TemporaryFile

from duizhao.cli.output import Options, Output
from duizhao.cli.output.parts.html_article import article_section, escaped, problem_section
from duizhao.cli.output.parts.statistics import closing_line
from duizhao.validator.finding import Severity
from duizhao.validator.report import FileResult, Tally
from duizhao.version import __version__


class Writer(Output):
    """The counts stand before the articles, which therefore wait in a temporary file."""

    def __init__(self, write: Callable[[str], object], options: Options) -> None:
        super().__init__(write, options)
        self._articles = TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115  closed by `end`
        self._number = 0
        self._names: dict[str, str] = {}
        self._waived = False

    def add(self, result: FileResult) -> None:
        findings = self.shown(result)
        if findings:
            self._articles.write(article_section(result, findings, self._number))
            self._number += len(findings)
            self._names.update((finding.rule, finding.name) for finding in findings)
            self._waived = self._waived or any(finding.waived for finding in findings)
        if result.problem:
            self._articles.write(problem_section(result.problem))

    def end(self, tally: Tally) -> None:
        script = _part("report.js")
        # The hash of the script as a browser takes it: whatever an article smuggles in has another.
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        self.write(_HEAD.format(digest=digest, style=_part("report.css")))
        self.write(
            f"<header><h1>duizhao 对照</h1><p>{escaped(closing_line(tally))}</p>{self._filters(tally)}</header>\n"
        )
        self.write("<main>\n")
        with self._articles as articles:
            articles.seek(0)
            # Piece by piece: the page of an archive may be larger than memory.
            while piece := articles.read(1 << 20):
                self.write(piece)
        self.write("<p id=none hidden>Nothing is left by the filter.</p>\n</main>\n")
        self.write(f"<footer>duizhao {__version__}</footer>\n<script>{script}</script>\n</html>\n")

    def _filters(self, tally: Tally) -> str:
        counts = {code: count for (code, _), count in tally.rules.items()}
        rules = "".join(
            f"<option value={code}>{code} {escaped(name)} ({counts.get(code, 0):,})</option>"
            for code, name in sorted(self._names.items())
        )
        severities = "".join(
            f"<label class={one.word}><input type=checkbox value={one.word} checked> {one.word} {count:,}</label>"
            for one in reversed(Severity)
            if (count := tally.severities[one])
        )
        waived = "<label class=waived><input type=checkbox value=waived checked> waived</label>" if self._waived else ""
        return (
            f"<form id=filters><label>Rule <select><option value=''>all</option>{rules}</select></label>"
            f"<fieldset>{severities}{waived}</fieldset>"
            "<label>Find <input type=search placeholder='path or words'></label>"
            "<span><button type=button id=previous accesskey=p>↑ previous</button> "
            "<button type=button id=next accesskey=n>next ↓</button></span></form>"
        )


_HEAD = """<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'">
<title>duizhao report</title>
<style>{style}</style>
"""


def _part(name: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        return file.read()
