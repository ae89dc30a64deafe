"""The report page, in a real browser where there is one."""

from __future__ import annotations

import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from made_up import HOSTILE, RESULTS, finding
from test_outputs import render

from duizhao.cli.output import Options
from duizhao.validator.report import FileResult

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
VOID = {"meta", "input"}
OPTIONAL = {"html", "p", "option", "li"}


class Balance(HTMLParser):
    """Sees that elements end in the order in which they began, and gathers marks and findings."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.marked: dict[str, str] = {}
        self.ids: set[str] = set()
        self._mark = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self._mark = attributes.get("data-of") or ""
        self.ids.add(attributes.get("id") or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open[-1] != tag and self.open[-1] in OPTIONAL:
            self.open.pop()
        assert self.open.pop() == tag
        self._mark = ""

    def handle_data(self, data: str) -> None:
        for number in self._mark.split():
            self.marked[number] = self.marked.get(number, "") + data


def parsed(text: str) -> Balance:
    page = Balance()
    page.feed(text)
    return page


def test_elements_are_balanced_and_marks_linked() -> None:
    page = parsed(render("html", options=Options(show_waived=True)))
    assert set(page.open) <= OPTIONAL
    assert page.marked["0"] == "1,500 tons一万五千吨"
    assert page.marked["3"] == "<script>alert(1)</script>]]"  # without the line end between
    assert {f"f{number}" for number in range(5)} <= page.ids


def test_overlapping_marks_are_cut() -> None:
    whole = finding()
    assert whole.en
    part = whole._replace(en=whole.en._replace(end_column=whole.en.column + 5), zh=None)
    page = parsed(render("html", [FileResult(whole.path, (whole, part), text=RESULTS[0].text)]))
    assert page.marked == {"0": "1,500 tons一万五千吨", "1": "1,500"}


def test_nothing_is_loaded_and_no_other_script_allowed() -> None:
    text = render("html")
    assert "default-src 'none'" in text
    assert "src=" not in text
    assert "href=" not in text
    assert "<script>alert" not in text
    assert HOSTILE.path not in text  # it has characters to escape


@pytest.mark.slow
@pytest.mark.skipif(BROWSER is None, reason="needs chromium")
@pytest.mark.parametrize(("width", "columns"), [(1300, 2), (390, 1)])
def test_in_a_browser(width: int, columns: int, tmp_path: Path) -> None:
    """The scripts run under the page's own policy, marks answer, and the halves stand beside or below each other."""
    probe = """
      const done = [];
      select(findings[0], "mark");
      done.push(document.querySelectorAll("mark.on").length);
      form.querySelector("select").value = "H101";
      form.dispatchEvent(new Event("input"));
      done.push(findings.filter((finding) => !finding.hidden).length);
      form.querySelector("select").value = "";
      form.querySelector("[type=search]").value = "no such words";
      form.dispatchEvent(new Event("input"));
      done.push([...document.querySelectorAll("article")].filter((article) => !article.hidden).length);
      form.querySelector("[type=search]").value = "";
      form.dispatchEvent(new Event("input"));
      done.push(getComputedStyle(document.querySelector(".halves")).gridTemplateColumns.split(" ").length);
      done.push(document.documentElement.scrollWidth <= innerWidth);
      document.title = done.join(" ");
    """
    script = Path(__file__).parents[2].joinpath("cli", "output", "report.js").read_text(encoding="utf-8")
    text = render("html").replace(script, script + probe)
    start = text.index("script-src")
    text = text[:start] + "script-src 'unsafe-inline'" + text[text.index('"', start) :]
    page = tmp_path / "report.html"
    page.write_text(text, encoding="utf-8")
    dom = _browse(page, f"--window-size={width},900", "--dump-dom")
    assert f"<title>2 1 0 {columns} true</title>" in dom


@pytest.mark.slow
@pytest.mark.skipif(BROWSER is None, reason="needs chromium")
def test_its_own_script_is_the_one_allowed(tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_text(render("html"), encoding="utf-8")
    picture = tmp_path / "report.png"
    dom = _browse(page, f"--screenshot={picture}", "--dump-dom", fragment="#f0")
    assert 'class="finding error on"' in dom  # set by the script, from the address
    assert picture.stat().st_size > 10_000


def _browse(page: Path, *options: str, fragment: str = "") -> str:
    command = [BROWSER or "", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={page.parent}/profile"]
    done = subprocess.run(
        [*command, *options, page.as_uri() + fragment], capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    return done.stdout
