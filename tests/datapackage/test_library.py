from __future__ import annotations

import doctest
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from made_up_issues import STORIES, chinese, english, page
from sample_articles import article, many, write_articles

import duizhao
from duizhao.datapackage.make.build import build
from duizhao.errors import PackageError, UnreadableError
from duizhao.schema.publication import Publication
from duizhao.schema.record import write
from duizhao.validator.report import Problem

ROOT = Path(__file__).resolve().parents[2]


def test_the_examples_of_the_documentation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    outcome = doctest.testfile(str(ROOT / "docs" / "library.md"), module_relative=False, encoding="utf-8")
    assert outcome.failed == 0
    assert outcome.attempted > 10


def test_importing_it_imports_nothing_else() -> None:
    script = "import sys, duizhao; print([name for name in sys.modules if name.startswith('duizhao.')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "['duizhao.version']"
    assert {"build", "check", "load", "read"} <= set(dir(duizhao))
    with pytest.raises(AttributeError, match="no attribute 'publish'"):
        duizhao.publish  # type: ignore[attr-defined]  # noqa: B018


def test_read(tmp_path: Path) -> None:
    source = write_articles(str(tmp_path), {"a.md": article(), "b.md": article("歉收"), "README.md": "# Notes\n"})
    headlines = [one.chinese.headline for one in duizhao.read(source)]
    assert [headline.text for headline in headlines if headline] == ["丰收", "歉收"]
    write_articles(source, {"c.md": b"Title: \xff"})
    with pytest.raises(UnreadableError, match=r"c\.md:1:8: not UTF-8"):
        list(duizhao.read(source))
    problems: list[Problem] = []
    assert len(list(duizhao.read(source, problems=problems.append))) == 2
    (problem,) = problems
    assert (os.path.basename(problem.path), problem.line, problem.column) == ("c.md", 1, 8)


def test_read_under_settings(tmp_path: Path) -> None:
    text = page(chinese(), english()).replace("pane", "half")
    (tmp_path / "1936.05.04.html").write_text(text, encoding="utf-8")
    settings = duizhao.Settings(publication=Publication("lake", pane=("half",)))
    headlines = [one.chinese.headline for one in duizhao.read(str(tmp_path), settings=settings)]
    assert [headline.text for headline in headlines if headline] == [story.headline for story in STORIES]
    with pytest.raises(UnreadableError, match="an HTML page that no reader knows"):
        list(duizhao.read(str(tmp_path / "1936.05.04.html")))


def test_check(tmp_path: Path) -> None:
    wrong = article(sentences=(("全县收粮食一万五千吨。", "The county harvested 1,500 tons of grain."),))
    source = write_articles(str(tmp_path), {"a.md": wrong})
    (found,) = duizhao.check(source, settings=duizhao.Settings(select=("N",))).findings
    assert found.en is not None
    assert (found.en.text, found.en.line) == ("1,500 tons", 6)


def test_load(tmp_path: Path) -> None:
    files = {**many(2), "odd.md": article("歉收", title="=A Bad Harvest").replace("\n", "\r\n")}
    build([write_articles(str(tmp_path / "s"), files)], str(tmp_path / "p"))
    data = duizhao.load(str(tmp_path / "p"))
    titles = {row["title"] for row in data.rows("articles")}
    assert titles == {"A Good Harvest", "=A Bad Harvest"}
    assert {write(record) for record in data.records()} == {text.encode() for text in files.values()}
    zh = next(row for row in data.rows("quantities") if row["side"] == "zh" and row["unit"])
    assert (zh["value"], zh["low"], zh["relation"]) == ("15000", 15000.0, None)
    with pytest.raises(PackageError, match="has no table sentences"):
        next(data.rows("sentences"))
    (tmp_path / "p" / "README.md").write_text("x")
    with pytest.raises(PackageError, match=r"README\.md: was changed"):
        duizhao.load(str(tmp_path / "p"))
    assert duizhao.load(str(tmp_path / "p"), verify=False).version == ""


@pytest.mark.extras
def test_frame(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="needs pandas")
    build([write_articles(str(tmp_path / "s"), many(2))], str(tmp_path / "p"))
    frame = duizhao.load(str(tmp_path / "p")).frame("articles")
    assert frame["page"].dtype == pandas.Int64Dtype()
    assert frame["column"].isna().all()
    assert list(frame["errors"]) == [0, 0]
