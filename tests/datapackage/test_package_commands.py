from __future__ import annotations

import json
from pathlib import Path

import pytest
from sample_articles import article, many, write_articles

from duizhao.cli.main import main


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_articles("articles", many(2))
    return tmp_path


def test_build_and_verify(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "articles", "-o", "out"]) == 0
    assert capsys.readouterr().out.startswith("out: data package with 2 articles · ")
    assert main(["verify", "out"]) == 0
    assert capsys.readouterr().out.startswith("out: as it was made (2 articles · ")
    with open(place / "out" / "data" / "articles.csv", "ab") as file:
        file.write(b"\n")
    assert main(["verify", "out"]) == 1
    assert capsys.readouterr().out.startswith("out/data/articles.csv:")
    assert main(["verify", "nothing"]) == 2
    assert capsys.readouterr().err == "duizhao: nothing: no such folder\n"


def test_unreadable_files_are_told_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    write_articles("articles", {"bad.md": b"Title: \xff"})
    assert main(["build", "articles", "-o", "out"]) == 3
    told = capsys.readouterr()
    assert (
        "left out: 1 file or part of one that could not be used; the package is incomplete, and says so\n" in told.out
    )
    assert told.err.startswith("articles/bad.md:1:8: not UTF-8")


def test_the_configuration_is_followed(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "duizhao.yaml").write_text("dataset: {name: harvests}\nexclude: [0001.md]\n", "utf-8")
    assert main(["build", "articles", "-o", "out"]) == 0
    assert "with 1 articles" in capsys.readouterr().out
    assert json.loads((place / "out" / "datapackage.json").read_text("utf-8"))["name"] == "harvests"
    (place / "duizhao.yaml").write_text("dataset: {name: 1958}\n", "utf-8")
    assert main(["build", "articles", "-o", "out"]) == 2
    assert capsys.readouterr().err.startswith("duizhao: duizhao.yaml")


def test_release_and_diff(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", "articles"]) == 0
    assert capsys.readouterr().out == "releases/1.0.0: version 1.0.0, the first\n"
    assert main(["release", "articles"]) == 0
    assert capsys.readouterr().out == "nothing has changed since 1.0.0; nothing was released\n"
    write_articles("articles", {"new.md": article("歉收")})
    assert main(["release", "articles", "--bump", "major"]) == 0
    assert capsys.readouterr().out.startswith("releases/2.0.0: version 2.0.0: a minor change\n")
    assert main(["diff", "releases/1.0.0", "releases/2.0.0"]) == 0
    assert "\nArticles added (1)\n" in capsys.readouterr().out
    assert main(["diff", "releases/1.0.0", "releases/2.0.0", "--exit-code", "--output-format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["level"] == "minor"


def test_building_from_the_folder_that_is_written_to(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert main(["build", "-o", "out"]) == 0
        assert main(["release", "--to", "releases"]) == 0
    assert "nothing has changed" in capsys.readouterr().out
    assert main(["unpack", "out", "-o", "again"]) == 0
    assert capsys.readouterr().out == "again: 2 files\n"
    assert (place / "again" / "articles" / "0000.md").read_bytes() == (place / "articles" / "0000.md").read_bytes()
