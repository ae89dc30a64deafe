"""The cache: quick, never trusted, never in the way."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from made_up import BAD, DOUBTFUL, GOOD, Run, finding
from made_up_issues import chinese, english, page

from duizhao.schema.tree import Article
from duizhao.validator.across.digest import digest_of
from duizhao.validator.across.signature import Signature
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Place
from duizhao.validator.running.cache import database as stored
from duizhao.validator.running.cache import store
from duizhao.validator.running.cache.database import FILE
from duizhao.validator.running.cache.keys import key_of, prefix_of
from duizhao.validator.running.cache.store import Cache, Kept
from duizhao.validator.running.engine import Examined
from duizhao.validator.running.engine import examine as genuine
from duizhao.validator.running.many_files import CACHE_BYTES, CACHE_FROM
from duizhao.version import is_compiled

KEY, OTHER = b"k" * 16, b"o" * 16
DIGEST = digest_of(Signature("a.md", "id", Place(1, 2, 3, 4, "丰收"), None, 1, -2, 3, 4, 5, (-7, 8)))


@pytest.fixture
def files(folder: Path) -> Path:
    """A folder with enough articles for the cache to be used."""
    for number in range(CACHE_FROM):
        text = (GOOD, BAD, DOUBTFUL)[number % 3].decode()
        text = text.replace("Harvest", f"Harvest {number}").replace("丰收", "丰" * number + "收")
        (folder / f"{number:02}.md").write_text(text.replace("。", f"{'好' * number}。"), encoding="utf-8")
    return folder


def database(folder: Path) -> Path:
    return folder / ".duizhao-cache" / FILE


def test_a_second_run_says_the_same_without_checking(files: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run("check", "--output-format", "text")
    assert database(files).exists()
    assert (files / ".duizhao-cache" / ".gitignore").read_text(encoding="ascii") == "*\n"
    monkeypatch.setattr("duizhao.schema.readers.read_file.parse", _refuse)
    monkeypatch.setattr("duizhao.validator.across.corpus.Corpus.findings", _refuse)
    assert run("check", "--output-format", "text") == first


def test_a_changed_file_is_checked_again(files: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("check")
    (files / "03.md").write_bytes(GOOD)
    monkeypatch.setattr("duizhao.schema.readers.read_file.parse", _refuse)
    assert "unreadable 03.md: not checked, through a fault" in run("check").out


def _refuse(*_: object) -> None:
    raise AssertionError("a file was checked again")


@pytest.mark.parametrize(
    "change",
    [["--ignore", "N103"], ["--select", "N,H"], ["--no-cache"]],
    ids=" ".join,
)
def test_what_depends_on_settings_is_checked_again(
    change: list[str], files: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("check")
    monkeypatch.setattr("duizhao.schema.readers.read_file.parse", _refuse)
    assert "through a fault" in run("check", *change).out


def test_a_new_file_is_compared_with_the_old_ones(files: Path, run: Run) -> None:
    assert "C101" not in run("check", "--output-format", "concise").out
    (files / "copy.md").write_bytes((files / "01.md").read_bytes())
    for _ in range(2):
        assert "copy.md:1:8: C101" in run("check", "--output-format", "concise").out
    (files / "copy.md").unlink()
    assert "C101" not in run("check", "--output-format", "concise").out


@pytest.mark.parametrize("more", [0, 1])
def test_a_few_small_files_need_no_cache(more: int, folder: Path, run: Run) -> None:
    (folder / "a.md").write_bytes(GOOD)
    (folder / "b.md").write_bytes(GOOD + b"\n" * (CACHE_BYTES - 2 * len(GOOD) - 1 + more))
    run("check")
    assert (folder / ".duizhao-cache").exists() == bool(more)


@pytest.mark.parametrize("damage", ["emptied", "garbled", "rewritten", "read-only", "a file in its place"])
def test_a_damaged_cache_is_ignored(damage: str, files: Path, run: Run) -> None:
    first = run("check", "--output-format", "concise")
    path = database(files)
    if damage == "emptied":
        path.write_bytes(b"")
    elif damage == "garbled":
        path.write_bytes(os.urandom(20_000))
    elif damage == "rewritten":
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE result SET findings = ?", (b"12345678[]",))
        connection.close()
    else:
        for file in path.parent.iterdir():
            file.unlink()
        path.parent.rmdir()
        if damage == "a file in its place":
            path.parent.write_bytes(b"")
        else:
            path.parent.symlink_to("/proc/1/cwd/none")
    assert run("check", "--output-format", "concise") == first
    assert run("check", "--output-format", "concise") == first


def test_lost_digests_are_made_again(files: Path, run: Run) -> None:
    (files / "copy.md").write_bytes((files / "01.md").read_bytes())
    first = run("check", "--output-format", "concise")
    with closing(sqlite3.connect(database(files))) as connection, connection:
        connection.execute("UPDATE result SET digests = ? WHERE digests != x''", (b"12345678[]",))
        connection.execute("DELETE FROM result WHERE digests = x''")
    connection.close()
    assert run("check", "--output-format", "concise") == first


def test_what_is_put_is_got(tmp_path: Path) -> None:
    cache = Cache(str(tmp_path))
    findings = (finding(), finding(rule="N101")._replace(zh=None))
    third = b"t" * 16
    both = (DIGEST, b"another")
    cache.put([Kept(KEY, findings, both), Kept(OTHER, ()), Kept(third, None, (DIGEST,))])
    assert cache.get([KEY, OTHER, third, b"x" * 16], digests=False) == {KEY: findings, OTHER: ()}
    assert cache.get([KEY, OTHER, third], digests=True) == {KEY: findings}
    assert list(cache.digests([OTHER, KEY, third])) == [[], [*both], [DIGEST]]
    cache.close()
    assert cache.get([KEY], digests=False) == {}


def test_keys_tell_everything_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    prefix = prefix_of(Settings())
    keys = {key_of(prefix, "a", b"bc"), key_of(prefix, "ab", b"c"), key_of(prefix, "a", b"bd")}
    keys.add(key_of(prefix_of(Settings(ignore=("N",))), "a", b"bc"))
    monkeypatch.setattr("duizhao.validator.running.cache.keys.is_compiled", lambda: not is_compiled())
    keys.add(key_of(prefix_of(Settings()), "a", b"bc"))
    assert len(keys) == 5


def kept_on(folder: Path, days: range, *, files: int) -> list[int]:
    """Keep a result on each of some days, and end with a run over so many files; the days whose results are left."""
    cache = Cache(str(folder))
    for number in days:
        cache._today = number
        cache.put([Kept(number.to_bytes(16, "big"), (finding(),) * 3)])
    cache.settle(files)
    kept = cache.get([number.to_bytes(16, "big") for number in days], digests=False)
    cache.close()
    return sorted(int.from_bytes(key, "big") for key in kept)


def test_it_stays_within_its_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "MAX_BYTES", 200_000)
    left = kept_on(tmp_path, range(400), files=0)
    assert (tmp_path / FILE).stat().st_size < 200_000
    assert left == list(range(400 - len(left), 400))


@pytest.mark.parametrize(("files", "left"), [(199, 279), (200, 400), (1_000, 400)])
def test_its_bound_follows_the_largest_run(
    files: int, left: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "MAX_BYTES", 1)
    assert len(kept_on(tmp_path, range(400), files=files)) == left
    assert len(kept_on(tmp_path, range(400, 401), files=1)) == 1
    assert len(kept_on(tmp_path, range(429, 430), files=1)) == 1


def test_a_large_run_is_forgotten_after_a_month(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "MAX_BYTES", 1)
    assert len(kept_on(tmp_path, range(100), files=100)) == 100
    cache = Cache(str(tmp_path))
    counts = []
    for day in (128, 129):
        cache._today = day
        cache.settle(1)
        counts.append(len(cache.get([number.to_bytes(16, "big") for number in range(100)], digests=False)))
    cache.close()
    assert counts == [100, 2]


@pytest.mark.parametrize("used", [99, 94, 93, 101, "a day", None])
def test_what_is_asked_for_is_marked_as_such_once_a_week(used: object, tmp_path: Path) -> None:
    cache = Cache(str(tmp_path))
    cache._today = 100
    cache.put([Kept(KEY, ())])
    with closing(sqlite3.connect(tmp_path / FILE)) as connection, connection:
        connection.execute("UPDATE result SET used = ?", (used,))
    assert cache.get([KEY], digests=False) == {KEY: ()}
    cache.close()
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        (after,) = connection.execute("SELECT used FROM result").fetchone()
    assert after == (used if used in {99, 94} else 100)


@pytest.mark.slow
def test_many_processes_at_once(files: Path, run: Run) -> None:
    expected = run("check", "--output-format", "concise", "--no-cache").out
    command = [sys.executable, "-m", "duizhao", "check", "--output-format", "concise"]
    running = [subprocess.Popen(command, cwd=files, stdout=subprocess.PIPE, encoding="utf-8") for _ in range(6)]
    assert [process.communicate()[0] for process in running] == [expected] * 6
    with closing(sqlite3.connect(database(files))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("method", ["get", "put"])
def test_a_cache_that_fails_on_the_way_is_none(method: str, tmp_path: Path) -> None:
    cache = Cache(str(tmp_path))
    cache.put([Kept(KEY, (finding(),))])
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        connection.execute("DROP TABLE result")
    if method == "get":
        assert cache.get([KEY], digests=False) == {}
    else:
        cache.put([Kept(KEY, ())])
    assert not cache.usable


def test_a_cache_that_others_use_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    cache = Cache(str(tmp_path))
    cache.put([Kept(KEY, ())])
    monkeypatch.setattr(store, "shrink", locked)
    cache.settle(1)
    cache.close()
    assert Cache(str(tmp_path)).get([KEY], digests=False) == {KEY: ()}


def test_what_is_no_bytes_is_not_opened(tmp_path: Path) -> None:
    cache = Cache(str(tmp_path))
    cache.put([Kept(KEY, (finding(),), (DIGEST,))])
    with closing(sqlite3.connect(tmp_path / FILE)) as connection, connection:
        connection.execute("UPDATE result SET findings = 'words'")
    assert cache.get([KEY], digests=False) == {}


def test_a_cache_that_cannot_be_opened_now_is_not_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(_: str) -> None:
        raise sqlite3.OperationalError("database is locked")

    Cache(str(tmp_path)).close()
    monkeypatch.setattr(stored, "_connect", busy)
    assert not Cache(str(tmp_path)).usable
    assert (tmp_path / FILE).exists()


@pytest.fixture
def issues(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two issues of a newspaper, of which the second has articles of the first, and a pane too many."""
    monkeypatch.setattr("duizhao.validator.running.many_files.CACHE_BYTES", 1_000)
    wrong = english().replace("450 pupils", "540 pupils")
    (folder / "1936.05.04.html").write_text(page(chinese(), wrong), encoding="utf-8")
    second = page(chinese(), english(), english(), date="1936.05.05")
    (folder / "1936.05.05.html").write_text(second, encoding="utf-8")
    return folder


def test_issues_are_not_checked_again(issues: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = run("check", "--no-cache", "--output-format", "json")
    first = run("check", "--output-format", "json")
    assert database(issues).exists()
    assert first == plain
    examined: list[str] = []
    monkeypatch.setattr("duizhao.validator.running.one_file.examine", _counted(examined))
    monkeypatch.setattr("duizhao.validator.across.corpus.Corpus.findings", _refuse)
    assert run("check", "--output-format", "json") == first
    assert set(examined) == {"1936.05.05.html"}  # what of it is not read must be told anew


def _counted(examined: list[str]) -> Callable[[Article, Settings], Examined]:
    def examine(article: Article, settings: Settings) -> Examined:
        examined.append(article.path)
        return genuine(article, settings)

    return examine


def test_articles_of_issues_are_compared_with_or_without_the_cache(issues: Path, run: Run) -> None:
    expected = run("check", "--no-cache", "--output-format", "concise", "--select", "C").out
    assert "1936.05.05.html:24:5: C101 the same article, in both languages, as 1936.05.04.html:" in expected
    for _ in range(2):
        assert run("check", "--output-format", "concise", "--select", "C").out == expected
