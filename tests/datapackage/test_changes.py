from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sample_articles import article, many, write_articles

from duizhao.datapackage.disk.spool import Spool
from duizhao.datapackage.format.package import Package, open_package
from duizhao.datapackage.make.build import build
from duizhao.datapackage.versions.changelog import render
from duizhao.datapackage.versions.changes import ArticleChange, Changes, FindingChange, Level, Structural, compare
from duizhao.datapackage.versions.version_number import Version


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Package:
    folder = tmp_path_factory.mktemp("old")
    build([write_articles(str(folder / "source"), many(4))], str(folder / "out"))
    return open_package(str(folder / "out"))


def rebuilt(folder: Path, files: dict[str, str]) -> Package:
    build([write_articles(str(folder / "source"), files)], str(folder / "out"))
    return open_package(str(folder / "out"))


def fields(document: dict[str, Any], table: int = 0) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = document["resources"][table]["schema"]["fields"]
    return found


@pytest.mark.parametrize(
    ("change", "level", "message"),
    [
        (lambda d: d.update(name="other"), Level.MAJOR, "the name changed from bilingual-articles to other"),
        (lambda d: d["resources"].pop(), Level.MAJOR, "table issues removed"),
        (lambda d: fields(d).pop(), Level.MAJOR, "field articles.layout removed"),
        (lambda d: fields(d).append({"name": "x", "type": "string"}), Level.MAJOR, "field articles.x added"),
        (lambda d: fields(d).reverse(), Level.MAJOR, "fields of articles reordered"),
        (
            lambda d: fields(d)[3].update(type="number"),
            Level.MAJOR,
            "type of articles.page changed from integer to number",
        ),
        (
            lambda d: fields(d)[3]["constraints"].update(maximum=99),
            Level.MAJOR,
            "constraint maximum of articles.page changed",
        ),
        (
            lambda d: fields(d)[3]["constraints"].pop("maximum"),
            Level.MINOR,
            "constraint maximum of articles.page loosened",
        ),
        (
            lambda d: fields(d)[3]["constraints"].update(minimum=0),
            Level.MINOR,
            "constraint minimum of articles.page loosened",
        ),
        (
            lambda d: fields(d, 1)[2]["constraints"]["enum"].append("x"),
            Level.MINOR,
            "constraint enum of paragraphs.kind loosened",
        ),
        (
            lambda d: fields(d, 1)[2]["constraints"]["enum"].pop(),
            Level.MAJOR,
            "constraint enum of paragraphs.kind changed",
        ),
        (lambda d: d["resources"][1]["schema"].pop("foreignKeys"), Level.MAJOR, "foreignKeys of paragraphs changed"),
    ],
)
def test_structure(old: Package, change: Callable[[dict[str, Any]], object], level: Level, message: str) -> None:
    document = copy.deepcopy(old.descriptor)
    change(document)
    changes = compare(old, old._replace(descriptor=document))
    assert (level, message) in changes.structure
    assert changes.level == level


@pytest.mark.parametrize(
    ("change", "keys"),
    [
        (lambda d: d.update(title="Other"), ("title",)),
        (lambda d: d.update(sources=[{"title": "An archive"}]), ("sources",)),
        (lambda d: d["resources"][0].update(description="x"), ("articles.description",)),
        (lambda d: fields(d)[0].update(description="x"), ("articles.id",)),
    ],
)
def test_metadata(old: Package, change: Callable[[dict[str, Any]], object], keys: tuple[str, ...]) -> None:
    document = copy.deepcopy(old.descriptor)
    change(document)
    changes = compare(old, old._replace(descriptor=document))
    assert (changes.metadata, changes.level) == (keys, Level.PATCH)


@pytest.mark.parametrize("key", ["version", "created", "duizhao"])
def test_what_a_release_sets_is_no_change(old: Package, key: str) -> None:
    assert compare(old, old._replace(descriptor={**old.descriptor, key: "x"})) == Changes()


def test_articles_and_findings(old: Package, tmp_path: Path) -> None:
    files = many(4)
    del files["0003.md"]
    files["0001.md"] = files["0001.md"].replace("15,000 tons", "1,500 tons")
    files["0009.md"] = article("歉收", title="=A Bad Harvest")
    changes = compare(old, rebuilt(tmp_path, files))
    assert [(one.path, one.title) for one in changes.added] == [("0009.md", "=A Bad Harvest")]
    assert [one.path for one in changes.removed] == ["0003.md"]
    corrected = [one for one in changes.changed if "sha256" in one.fields]
    assert [one.path for one in corrected] == ["0001.md"]
    assert {"english", "errors"} <= set(corrected[0].fields)
    assert {one.rule[0] for one in changes.appeared if one.article == corrected[0].id} >= {"N"}
    back = compare(rebuilt(tmp_path / "x", files), old)
    assert (back.appeared, back.gone) == (changes.gone, changes.appeared)
    assert changes.tables[0] == ("articles", 4, 4)


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_told(old: Package, tmp_path: Path, form: str) -> None:
    changes = compare(old, rebuilt(tmp_path, {**many(4), "n.md": article("歉收", title="A <b> *")}))
    text = "".join(render(changes, form, title="a → b"))
    if form == "json":
        document = json.loads(text)
        assert text == json.dumps(document, ensure_ascii=False, indent=1) + "\n"
        assert (document["title"], document["level"]) == ("a → b", "minor")
        assert document["articles"]["added"][0]["title"] == "A <b> *"
    elif form == "text":
        assert text.startswith("a → b: a minor change\n\nTables (")
        assert " A <b> *\n" in text
    else:
        assert text.startswith("# a → b\n\nA minor change.\n\n## Tables (")
        assert "A \\<b\\> \\*\n" in text
    assert "".join(render(compare(old, old), "text", title="a")) == "a: no difference\n"


def test_the_document_is_that_of_all_changes_at_once() -> None:
    article = ArticleChange("a-1", 'a "b"\nc', "a.md")
    finding = FindingChange("a-1", "N101", "error", "wrong", "f")
    changes = Changes(
        structure=(Structural(Level.MAJOR, "moved"),),
        metadata=("title", "licenses"),
        added=Spool([article, article]),
        changed=Spool([article._replace(fields=("english", "sha256"))]),
        gone=Spool([finding]),
        tables=(("articles", 1, 2),),
        issues_removed=("1936-05-04",),
        issues_changed=("1936-05-06",),
    )
    plain = {"id": "a-1", "title": 'a "b"\nc', "path": "a.md"}
    document = {
        "title": "a → b",
        "level": "major",
        "structure": [{"level": "major", "message": "moved"}],
        "metadata": ["title", "licenses"],
        "articles": {"added": [plain, plain], "removed": [], "changed": [{**plain, "fields": ["english", "sha256"]}]},
        "findings": {
            "appeared": [],
            "gone": [{"article": "a-1", "rule": "N101", "severity": "error", "message": "wrong", "id": "f"}],
        },
        "issues": {"added": [], "removed": ["1936-05-04"], "changed": ["1936-05-06"]},
        "tables": [{"name": "articles", "before": 1, "now": 2}],
    }
    text = "".join(render(changes, "json", title="a → b"))
    assert text == json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    assert "".join(render(Changes(), "json", title="")) == (
        '{\n "title": "",\n "level": "none",\n "structure": [],\n "metadata": [],\n'
        ' "articles": {\n  "added": [],\n  "removed": [],\n  "changed": []\n },\n'
        ' "findings": {\n  "appeared": [],\n  "gone": []\n },\n'
        ' "issues": {\n  "added": [],\n  "removed": [],\n  "changed": []\n },\n "tables": []\n}\n'
    )


@pytest.mark.parametrize(
    ("version", "level", "after"),
    [("1.2.3", Level.PATCH, "1.2.4"), ("1.2.3", Level.MINOR, "1.3.0"), ("1.2.3", Level.MAJOR, "2.0.0")],
)
def test_versions(version: str, level: Level, after: str) -> None:
    parsed = Version.parse(version)
    assert parsed is not None
    assert str(parsed.raised(level)) == after


@pytest.mark.parametrize("written", ["1.2", "01.2.3", "1.2.3-rc1", "１.2.3", "", "1.2.3\n"])
def test_no_versions(written: str) -> None:
    assert Version.parse(written) is None
