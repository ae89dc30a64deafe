from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sample_articles import article, many, write_articles

from duizhao.datapackage.format.metadata import Metadata
from duizhao.datapackage.make.build import Making
from duizhao.datapackage.prove.verify import verify
from duizhao.datapackage.versions.changes import Level
from duizhao.datapackage.versions.release import Released, Terms, release
from duizhao.datapackage.versions.release_folder import ReleaseFolder, locked
from duizhao.datapackage.versions.release_index import read_index
from duizhao.errors import PackageError, UnreadableError

WRONG = article("歉收", sentences=(("全县收粮食一万五千吨。", "The county harvested 1,500 tons of grain."),))


def contents(folder: str | Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


class Curator:
    """Somebody who releases the articles of a folder."""

    def __init__(self, folder: Path) -> None:
        self.source = write_articles(str(folder / "source"), many(3))
        self.releases = folder / "releases"

    def write(self, name: str, content: str | bytes) -> None:
        write_articles(self.source, {name: content})

    def release(self, metadata: Metadata | None = None, **terms: object) -> Released:
        making = Making(metadata or Metadata(), jobs=1)
        return release([self.source], str(self.releases), making, Terms(**terms))  # type: ignore[arg-type]

    @property
    def versions(self) -> list[str]:
        index = read_index(str(self.releases))
        return [release.version for release in index.versions] if index else []


@pytest.fixture
def curator(tmp_path: Path) -> Curator:
    return Curator(tmp_path)


def test_the_first_release(curator: Curator) -> None:
    released = curator.release()
    assert (released.version, released.changes, released.new) == ("1.0.0", None, True)
    assert sorted(os.listdir(curator.releases)) == ["1.0.0", "index.json"]
    assert verify(released.path).flaws == ()
    assert json.loads((curator.releases / "1.0.0" / "datapackage.json").read_text("utf-8"))["version"] == "1.0.0"
    assert curator.versions == ["1.0.0"]


def test_versions_follow_the_recipe(curator: Curator) -> None:
    curator.release()
    assert curator.release() == Released("1.0.0", str(curator.releases / "1.0.0"), curator.release().changes, new=False)
    curator.write("0001.md", article("丰收一", page=2, title="Another Title"))
    patch = curator.release()
    assert patch.version == "1.0.1"
    assert patch.changes is not None
    assert [(change.title, change.fields) for change in patch.changes.changed] == [
        ("Another Title", ("title", "sha256"))
    ]
    curator.write("new.md", article("歉收"))
    minor = curator.release()
    assert minor.version == "1.1.0"
    assert minor.changes is not None
    assert [change.path for change in minor.changes.added] == ["new.md"]
    assert curator.release(Metadata(title="Harvests")).version == "1.1.1"
    os.unlink(os.path.join(curator.source, "new.md"))
    major = curator.release(Metadata(title="Harvests"))
    assert major.version == "2.0.0"
    assert major.changes is not None
    assert [change.path for change in major.changes.removed] == ["new.md"]
    assert curator.versions == ["1.0.0", "1.0.1", "1.1.0", "1.1.1", "2.0.0"]
    assert all(verify(str(curator.releases / version)).flaws == () for version in curator.versions)


def test_bump_may_raise_but_never_lower(curator: Curator) -> None:
    curator.release()
    curator.write("new.md", article("歉收"))
    assert curator.release(bump=Level.PATCH).version == "1.1.0"
    curator.write("new.md", article("歉收", title="Another"))
    assert curator.release(bump=Level.MAJOR).version == "2.0.0"


def test_the_change_log(curator: Curator) -> None:
    curator.release()
    curator.write("new.md", WRONG)
    released = curator.release(allowed=9)
    log = json.loads((Path(released.path) / "changes.json").read_text("utf-8"))
    assert log["level"] == "minor"
    assert log["articles"]["added"][0]["path"] == "new.md"
    assert "error" in {finding["severity"] for finding in log["findings"]["appeared"]}
    text = (Path(released.path) / "CHANGES.md").read_text("utf-8")
    assert text.startswith("# Bilingual newspaper articles 1.1.0: changes since 1.0.0\n")
    assert "## Articles added (1)\n" in text
    assert (curator.releases / "1.0.0" / "CHANGES.md").read_text("utf-8").endswith("of 3 articles.\n")


def test_errors_that_stand(curator: Curator) -> None:
    curator.write("new.md", WRONG)
    with pytest.raises(PackageError, match="errors stand; correct or waive them, or allow them with `--allow-findings"):
        curator.release()
    assert not (curator.releases / "1.0.0").exists()
    assert curator.release(allowed=9).version == "1.0.0"


def test_nothing_is_left_out(curator: Curator) -> None:
    curator.write("bad.md", b"Title: \xff")
    with pytest.raises(UnreadableError, match=r"bad\.md:1:8: .*a release leaves nothing out"):
        curator.release()
    assert os.listdir(curator.releases) == []


def _damage(releases: Path) -> None:
    with open(releases / "1.0.0" / "data" / "articles.csv", "ab") as file:
        file.write(b"x")


def _damage_and_cover_up(releases: Path) -> None:
    sums = releases / "1.0.0" / "SHA256SUMS"
    (releases / "1.0.0" / "README.md").unlink()
    sums.write_text("".join(line for line in sums.read_text().splitlines(keepends=True) if "README" not in line))


def _lose(releases: Path) -> None:
    (releases / "1.0.0").rename(releases / "elsewhere")


def _break_index(releases: Path) -> None:
    (releases / "index.json").write_text("[]")


@pytest.mark.parametrize(
    ("harm", "complaint"),
    [
        (_damage, r"1\.0\.0/data/articles\.csv:11: 1 cells"),
        (_damage_and_cover_up, r"1\.0\.0: was changed after it was released as 1\.0\.0"),
        (_lose, r"index\.json: the index names version 1\.0\.0, which is missing"),
        (_break_index, r"index\.json: is no index of releases"),
    ],
)
def test_releases_that_were_tampered_with(curator: Curator, harm: Callable[[Path], None], complaint: str) -> None:
    curator.release()
    curator.write("new.md", article("歉收"))
    harm(curator.releases)
    before = contents(curator.releases)
    with pytest.raises(PackageError, match=complaint):
        curator.release()
    assert contents(curator.releases) == before


def test_two_releases_at_the_same_moment(curator: Curator) -> None:
    script = (
        "import sys; from duizhao.datapackage.versions.release_folder import ReleaseFolder, locked\n"
        "with locked(sys.argv[1]): print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", script, str(curator.releases)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(PackageError, match="another release is being made here"):
            curator.release()
        other.kill()
    assert curator.release().version == "1.0.0"
    with locked(str(curator.releases)), pytest.raises(PackageError, match="another release"):
        curator.release()


def test_a_release_that_was_interrupted_before_the_index(curator: Curator, monkeypatch: pytest.MonkeyPatch) -> None:
    curator.release()
    curator.write("new.md", article("歉收"))

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ReleaseFolder, "add", stop)
    with pytest.raises(KeyboardInterrupt):
        curator.release()
    monkeypatch.undo()
    laid_down = contents(curator.releases / "1.1.0")
    assert curator.versions == ["1.0.0"]
    assert curator.release().version == "1.1.0"
    assert curator.versions == ["1.0.0", "1.1.0"]
    assert contents(curator.releases / "1.1.0") == laid_down


def test_a_folder_in_the_way(curator: Curator) -> None:
    write_articles(str(curator.releases / "1.0.0"), {"thesis.txt": "x"})
    with pytest.raises(PackageError, match="is there, but the index does not name 1\\.0\\.0"):
        curator.release()
    assert contents(curator.releases) == {"1.0.0/thesis.txt": b"x"}


def test_two_releases_of_the_same_sources_are_the_same(curator: Curator, tmp_path: Path) -> None:
    curator.release()
    release([curator.source], str(tmp_path / "again"), Making(jobs=2))
    assert contents(tmp_path / "again") == contents(curator.releases)
