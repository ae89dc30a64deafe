"""A file of English alone whose issue has a page among the inputs: its articles are told and counted once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from made_up_issues import chinese, english, markdown, page

import duizhao
from duizhao.cli.main import main
from duizhao.schema.inputs.discover import list_sources
from duizhao.validator.configuration.config_file import load
from duizhao.validator.registry import registry
from duizhao.validator.running.pages import SAME, with_pages

PAGE, ALONE = page(chinese(), english()), markdown()
TWO = "publications:\n- {name: lake, paths: [a/]}\n- {name: hill, paths: [b/]}\n"
ONE = "publications:\n- {name: lake}\n"


def put(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def told(folder: Path) -> tuple[int, list[str]]:
    """How many files are left, and of which it is said that they have no original."""
    config = folder / "duizhao.yaml"
    settings = load(str(config), registry).settings if config.exists() else duizhao.Settings()
    report = duizhao.check(str(folder), settings=settings._replace(select=("P102",)))
    return report.summary.files, [Path(finding.path).name for finding in report.findings]


@pytest.mark.parametrize(
    ("files", "left", "alone"),
    [
        pytest.param({"1936.05.04.md": ALONE}, 1, ["1936.05.04.md"], id="no page"),
        pytest.param({"1936.05.04.html": PAGE, "1936.05.04.md": ALONE}, 1, [], id="beside its page"),
        pytest.param({"a/1936.05.04.md": ALONE, "z/1936.05.04.html": PAGE}, 1, [], id="before its page"),
        pytest.param({"1936.05.04.md": ALONE, "1936.05.04 (scan 2).HTML": PAGE}, 1, [], id="names that go on"),
        pytest.param(
            {"1936.05.04.html": PAGE, "1936.05.04.md": ALONE.replace("450", "540")},
            2,
            ["1936.05.04.md"],
            id="another translation",
        ),
        pytest.param({"1936.05.05.html": PAGE, "1936.05.04.md": ALONE}, 2, ["1936.05.04.md"], id="another day"),
        pytest.param(
            {"1936.05.04.html": "<html><p>No issue", "1936.05.04.md": ALONE}, 1, ["1936.05.04.md"], id="no issue"
        ),
        pytest.param(
            {"1936.05.04.html": PAGE.encode() + b"\xff", "1936.05.04.md": ALONE}, 2, ["1936.05.04.md"], id="no text"
        ),
        pytest.param(
            {"duizhao.yaml": TWO, "a/1936.05.04.html": PAGE, "b/1936.05.04.md": ALONE},
            2,
            ["1936.05.04.md"],
            id="another newspaper",
        ),
        pytest.param(
            {"duizhao.yaml": ONE, "a/1936.05.04.html": PAGE, "b/1936.05.04.md": ALONE}, 1, [], id="one newspaper"
        ),
    ],
)
def test_english_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str | bytes], left: int, alone: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, files)
    assert told(tmp_path) == (left, alone)


def test_why_it_is_passed_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, {"1936.05.04.html": PAGE, "1936.05.04.md": ALONE})
    assert main(["check", "--no-config", "--no-cache", str(tmp_path)]) == 0
    assert f"2 looked at, 1 of them skipped (1 {SAME})" in capsys.readouterr().out


def test_its_articles_are_in_a_package_once(tmp_path: Path) -> None:
    put(tmp_path / "in", {"1936.05.04.html": PAGE, "1936.05.04.md": ALONE})
    built = duizhao.build([str(tmp_path / "in")], str(tmp_path / "out"))
    data = duizhao.load(str(tmp_path / "out"))
    assert Counter(row["path"] for row in data.rows("issues")) == {"1936.05.04.html": 1}
    assert len({row["title"] for row in data.rows("articles")}) == len(list(data.rows("articles")))
    assert built.skipped == ((SAME, 1),)


def test_sources_are_listed_again_only_where_a_name_asks_for_it(tmp_path: Path) -> None:
    put(tmp_path, {"notes.md": "x", "1936.05.04.html": PAGE})
    listed = []

    def again() -> list[None]:
        listed.append(1)
        return []

    items = list(with_pages(list_sources([str(tmp_path)]), again, duizhao.Settings()))  # type: ignore[arg-type]
    assert [Path(item.path).name for item in items] == ["1936.05.04.html", "notes.md"]
    assert listed == []
