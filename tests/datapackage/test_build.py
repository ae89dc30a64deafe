from __future__ import annotations

import csv
import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from sample_articles import article, many, write_articles

from duizhao.datapackage.disk.staging import WriteError, staging
from duizhao.datapackage.format import table_writer
from duizhao.datapackage.format.metadata import Creator, License, Metadata, Origin
from duizhao.datapackage.make.build import Making, build
from duizhao.datapackage.prove.verify import verify
from duizhao.errors import PackageError, UnreadableError, UsageError
from duizhao.scratch import NAME
from duizhao.validator.case import Case
from duizhao.validator.finding import Finding
from duizhao.validator.waiving.waivers import Waiver

PROFILE = Path(__file__).parent.parent / "vendor" / "datapackage" / "datapackage-2.0.json"
FULL = Metadata(
    name="harvests",
    title="Harvests",
    homepage="https://example.org/harvests",
    doi="10.5555/12345678",
    publication="rmrb",
    translation="machine translation",
    creators=(Creator("Bai, Qing", "A University", "bai@example.org", "0000-0002-1825-0097", ("editor",)),),
    licenses=(License("CC0-1.0", "CC0", "https://creativecommons.org/publicdomain/zero/1.0/", ("findings",)),),
    sources=(Origin("An archive", "https://example.org/archive", "abc123", "IsTranslationOf", "unknown"),),
    created="2025-03-01T00:00:00Z",
)


def contents(folder: str | Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


def rows(package: str | Path, table: str) -> list[dict[str, str]]:
    with open(Path(package) / "data" / f"{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def source(tmp_path: Path) -> str:
    return write_articles(str(tmp_path / "source"), {"1958/a.md": article(), "1958/b.md": article("歉收", page=3)})


def test_the_rows_of_an_article(source: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([source], str(out), Making(FULL))
    first = rows(out, "articles")[0]
    assert first["id"].startswith("19581013-02-")
    assert {key: first[key] for key in ("publication", "date", "page", "title", "headline", "author", "author_zh")} == {
        "publication": "rmrb",
        "date": "1958-10-13",
        "page": "2",
        "title": "A Good Harvest",
        "headline": "丰收",
        "author": "Bai Qing",
        "author_zh": "柏青",
    }
    assert first["english"] == "The county harvested 15,000 tons of grain.\nThe harvest is over."
    assert first["chinese"] == "全县收粮食一万五千吨。\n秋收已经完毕。"
    assert (first["characters"], first["words"], first["layout"], first["path"]) == ("16", "11", "", "1958/a.md")
    pairs = [row for row in rows(out, "paragraphs") if row["article"] == first["id"]]
    assert (pairs[0]["id"], pairs[0]["zh_line"], pairs[0]["en_line"]) == (f"{first['id']}-p001", "23", "6")


def test_the_quantities_of_an_article(source: str, tmp_path: Path) -> None:
    build([source], str(tmp_path / "out"))
    found = {row["side"]: row for row in rows(tmp_path / "out", "quantities")}
    zh, en = found["zh"], found["en"]
    assert (zh["text"], zh["value"], zh["low"], zh["kind"], zh["verdict"]) == (
        "一万五千吨",
        "15000",
        "15000",
        "measure",
        "same",
    )
    assert (en["text"], en["line"], en["column"], en["end_column"]) == ("15,000 tons", "6", "22", "33")
    assert (zh["counterpart"], en["counterpart"]) == (en["id"], zh["id"])
    assert zh["paragraph"] == f"{zh['article']}-p001"


def test_findings_and_quality(tmp_path: Path) -> None:
    wrong = article(sentences=(("全县收粮食一万五千吨。", "The county harvested 1,500 tons of grain."),))
    source = write_articles(str(tmp_path / "source"), {"a.md": wrong})
    built = build([source], str(tmp_path / "out"))
    finding = next(row for row in rows(tmp_path / "out", "findings") if row["rule"].startswith("N"))
    assert (finding["en_text"], finding["en_line"], finding["zh_text"]) == ("1,500 tons", "6", "一万五千吨")
    quality = rows(tmp_path / "out", "articles")[0]
    assert (quality["quantities_checked"], quality["quantities_agreeing"]) == ("1", "0")
    assert quality["errors"] == str(built.tally.errors) != "0"


@pytest.mark.parametrize("confidence", [0.0, 0.3, 0.4, 0.75, 1.0])
def test_a_package_with_a_finding_of_any_confidence_is_sound(
    confidence: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("duizhao.validator.running.engine.confidence_of", lambda *_: confidence)
    wrong = article(sentences=(("全县收粮食一万五千吨。", "The county harvested 1,500 tons of grain."),))
    build([write_articles(str(tmp_path / "source"), {"a.md": wrong})], str(tmp_path / "out"))
    assert verify(str(tmp_path / "out")).flaws == ()
    assert {float(row["confidence"]) for row in rows(tmp_path / "out", "findings")} == {confidence}


@pytest.mark.parametrize("metadata", [Metadata(), FULL], ids=["defaults", "full"])
def test_the_descriptor_fits_the_official_profile(source: str, tmp_path: Path, metadata: Metadata) -> None:
    build([source], str(tmp_path / "out"), Making(metadata))
    document = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))
    profile: dict[str, Any] = json.loads(PROFILE.read_text("utf-8"))
    jsonschema.Draft7Validator(profile, format_checker=jsonschema.FormatChecker()).validate(document)
    assert document["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert "profile" not in document
    assert document.get("created", "") == metadata.created


def test_frictionless_finds_it_valid(source: str, tmp_path: Path) -> None:
    build([source], str(tmp_path / "out"), Making(FULL))
    script = "import frictionless, sys; sys.exit(not frictionless.validate(sys.argv[1]).valid)"
    command = [sys.executable, "-W", "ignore", "-c", script, str(tmp_path / "out" / "datapackage.json")]
    assert subprocess.run(command, check=False).returncode == 0


def test_two_builds_are_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = many(300)
    first = write_articles(str(tmp_path / "one" / "articles"), files)
    second = write_articles(str(tmp_path / "two" / "elsewhere"), dict(reversed(files.items())))
    build([first], str(tmp_path / "a"), Making(jobs=1))
    monkeypatch.setattr("duizhao.datapackage.disk.external_sort._BUDGET", 20_000)
    build([second], str(tmp_path / "b"), Making(jobs=2))
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_paths_do_not_depend_on_the_working_directory(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([source], str(tmp_path / "a"))
    monkeypatch.chdir(source)
    build(["."], str(tmp_path / "b"))
    build(["1958/../1958"], str(tmp_path / "c"))
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    assert [row["path"] for row in rows(tmp_path / "c", "articles")] == ["a.md", "b.md"]


def test_the_time_comes_from_the_environment(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    build([source], str(tmp_path / "out"))
    assert json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))["created"] == "2023-11-14T22:13:20Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH=yesterday"):
        build([source], str(tmp_path / "out"))


def test_two_articles_of_one_identifier(tmp_path: Path) -> None:
    source = write_articles(str(tmp_path / "source"), {"a.md": article(), "b/c.md": article(title="Another")})
    with pytest.raises(PackageError, match=r"/a\.md and .*/b/c\.md are the same article, 19581013-02-"):
        build([source], str(tmp_path / "out"))
    assert os.listdir(tmp_path) == ["source"]


def test_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    source = write_articles(str(tmp_path / "s"), {"a.md": article(), "b.md": "Title: ü".encode("latin-1")})
    built = build([source], str(tmp_path / "out"))
    assert [(problem.path, problem.line, problem.column) for problem in built.problems] == [(f"{source}/b.md", 1, 8)]
    assert len(rows(tmp_path / "out", "articles")) == 1


def test_nothing_to_build(tmp_path: Path) -> None:
    empty = write_articles(str(tmp_path / "s"), {"README.md": "# Notes\n"})
    with pytest.raises(UsageError, match="no article"):
        build([empty], str(tmp_path / "out"))
    broken = write_articles(str(tmp_path / "t"), {"a.md": b"Title: \xff", "b.md": b"Title: \xff"})
    with pytest.raises(UnreadableError, match="nor any of 1 others"):
        build([broken], str(tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_a_package_replaces_an_older_one_and_nothing_else(source: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([source], str(out))
    before = contents(out)
    (out / "data" / "articles.csv").write_bytes(b"damaged")
    build([source], str(out))
    assert contents(out) == before
    assert sorted(os.listdir(tmp_path)) == ["out", "source"]
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("x")
    with pytest.raises(UsageError, match="stays as it is"):
        build([source], str(tmp_path / "mine"))
    with pytest.raises(UsageError, match="is not a folder"):
        build([source], str(tmp_path / "mine" / "thesis.txt"))
    assert contents(tmp_path / "mine") == {"thesis.txt": b"x"}


def test_without_an_atomic_exchange(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build([source], str(tmp_path / "out"))
    before = contents(tmp_path / "out")
    monkeypatch.setattr("duizhao.datapackage.disk.staging._exchange", lambda *_: False)
    build([source], str(tmp_path / "out"))
    assert contents(tmp_path / "out") == before
    assert sorted(os.listdir(tmp_path)) == ["out", "source"]


def test_a_full_disk(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build([source], str(tmp_path / "out"))
    before = contents(tmp_path / "out")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(table_writer.TableWriter, "write", full)
    with pytest.raises(WriteError, match="out: cannot be written: the disk is full; nothing was changed"):
        build([source], str(tmp_path / "out"))
    assert contents(tmp_path / "out") == before
    assert sorted(os.listdir(tmp_path)) == ["out", "source"]


def test_a_build_that_is_killed(tmp_path: Path) -> None:
    source = write_articles(str(tmp_path / "source"), many(5))
    out = str(tmp_path / "out")
    build([source], out)
    before = contents(out)
    script = (
        "import os, sys, time; from duizhao.datapackage.format import table_writer; "
        "from duizhao.datapackage.make import build\n"
        "table_writer.TableWriter.written = lambda self: (print('here', flush=True), time.sleep(60))\n"
        "build.build([sys.argv[1]], sys.argv[2])"
    )
    process = subprocess.Popen([sys.executable, "-c", script, source, out], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"here\n"
    process.kill()
    process.wait()
    process.stdout.close()
    assert contents(out) == before
    assert sorted(os.listdir(tmp_path)) == [NAME, "out", "source"]
    build([source], out)
    assert sorted(os.listdir(tmp_path)) == ["out", "source"]


def test_the_folder_of_a_build_under_way_is_left_alone(source: str, tmp_path: Path) -> None:
    target = str(tmp_path / "out")
    with staging(target, replace=False) as first:
        build([source], target)
        assert os.path.isdir(first.folder)
        first.target = ""
    assert "README.md" in os.listdir(target)
    assert sorted(os.listdir(tmp_path)) == ["out", "source"]


def test_findings_across_articles_and_waivers(tmp_path: Path) -> None:
    text = "".join(f"第{index}队收粮食{index}千吨，运往县城。" for index in "一二三四五六七八九")
    files = {
        "a.md": article(sentences=((text, "The teams harvested grain."),)),
        "b.md": article("歉收", page=3, sentences=((text, "Grain was harvested by the teams."),)),
    }
    source = write_articles(str(tmp_path / "source"), files)
    build([source], str(tmp_path / "out"))
    first, second = rows(tmp_path / "out", "articles")
    (found,) = [row for row in rows(tmp_path / "out", "findings") if row["rule"] == "C103"]
    assert found["article"] == second["id"]
    assert first["id"] in found["message"]
    waiver = Waiver("C103", found["id"], "b.md", "", "printed twice", "Bai", "2025-01-01", expires="2025-06-01")
    for created, waived, count in (("2025-03-01T00:00:00Z", "true", "1"), ("2025-06-01T00:00:00Z", "false", "0")):
        build([source], str(tmp_path / "out"), Making(Metadata(created=created), waivers=(waiver,)))
        (found,) = [row for row in rows(tmp_path / "out", "findings") if row["rule"] == "C103"]
        assert (found["waived"], found["reason"]) == (waived, "printed twice" if waived == "true" else "")
        assert rows(tmp_path / "out", "articles")[1]["waived"] == count
    assert verify(str(tmp_path / "out")).flaws == ()


def test_a_fault_of_our_own_costs_one_article(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(case: Case) -> list[Finding]:
        if case.article.path.endswith("b.md"):
            raise ZeroDivisionError
        return []

    monkeypatch.setattr("duizhao.validator.running.engine.check_case", check)
    built = build([source], str(tmp_path / "out"))
    assert [problem.path for problem in built.problems] == [f"{source}/1958/b.md"]
    assert "through a fault of duizhao" in built.problems[0].message
