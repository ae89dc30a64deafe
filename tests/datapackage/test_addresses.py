"""Sources at addresses that fsspec opens: the package of a copy on this machine, also from a place that is busy."""

from __future__ import annotations

import doctest
import io
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from sample_articles import article, many, write_articles
from sample_package import METADATA, contents

from duizhao import addresses
from duizhao.addresses import answered
from duizhao.datapackage.engines.dask_cluster import DaskCluster
from duizhao.datapackage.make.build import Making, build
from duizhao.datapackage.make.sources import Sources
from duizhao.errors import UnavailableError, UsageError
from duizhao.schema.inputs.limits import Limits
from duizhao.schema.inputs.remote import find_at
from duizhao.validator.configuration.settings import Override, Settings

MAKING = Making(METADATA, settings=Settings(overrides=(Override(("1958/000*.md",), ignore=("C",)),)), jobs=1)


class StatusError(Exception):
    def __init__(self, status: int) -> None:
        super().__init__(f"status {status}")
        self.status = status


ERRORS: list[tuple[Exception, int]] = [  # and how often is asked
    (OSError("busy"), 7),
    (TimeoutError(), 7),
    (StatusError(503), 7),
    (StatusError(429), 7),
    (StatusError(404), 1),
    (FileNotFoundError(), 1),
    (PermissionError(), 1),
    (ValueError(), 1),
]


@pytest.mark.parametrize(("error", "times"), ERRORS, ids=[f"{error!r}" for error, _ in ERRORS])
def test_who_is_asked_again(error: Exception, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    slept: list[float] = []
    monkeypatch.setattr("duizhao.addresses.time.sleep", slept.append)

    def ask() -> None:
        asked.append(1)
        raise error

    with pytest.raises(type(error)):
        answered(ask)
    assert len(asked) == times
    assert slept == sorted(slept)
    assert sum(slept) < 20


def test_an_answer_at_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duizhao.addresses.time.sleep", lambda _: None)
    answers = iter([OSError("busy"), StatusError(503), "there"])

    def ask() -> object:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    assert answered(ask) == "there"


def test_the_examples() -> None:
    assert doctest.testmod(addresses).failed == 0


@pytest.mark.parametrize("target", ["s3://bucket/out", "sftp://me:secret@host/out"])
def test_a_package_is_built_on_this_machine(target: str) -> None:
    with pytest.raises(UsageError) as caught:
        build(["seeds"], target)
    assert str(caught.value).startswith(target.replace("me:secret@", "") + ": is an address; build in a folder of")


def test_sources_are_here_or_there() -> None:
    with pytest.raises(UsageError, match=r"^seeds: lies on this machine, other sources do not; build from one or the"):
        Sources.of(["s3://bucket/articles", "seeds"])


@pytest.fixture(scope="module")
def fsspec() -> Any:
    for library in ("fsspec", "aiohttp"):
        pytest.importorskip(library, reason=f"{library} is not installed (dependency group `extras`)")
    import fsspec

    return fsspec


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("inner/a.md", article("水利", title="Water"))
    files: dict[str, str | bytes] = {f"1958/{name}": text for name, text in many(40).items()}
    files |= {"bad.md": b"Title: \xff", "notes.txt": "no article", "more.zip": archive.getvalue()}
    files |= {".hidden/a.md": article(), "old/data.csv": "no article", "left/out.md": article("别处")}
    return Path(write_articles(str(tmp_path_factory.mktemp("addresses") / "source"), files))


@pytest.fixture
def plain(source: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(source)
    target = source.parent / "plain"
    if not target.exists():
        build(Sources.of(["."], exclude=["left/*"]), str(target), MAKING)
    return target


@pytest.mark.extras
@pytest.mark.parametrize("place", ["memory", "file"])
def test_the_package_is_that_of_a_copy_here(place: str, fsspec: Any, plain: Path, source: Path, tmp_path: Path) -> None:
    address = f"file://{source}"
    if place == "memory":
        address = "memory://bucket/articles"
        fsspec.filesystem("memory").put(f"{source}/", "/bucket/articles", recursive=True)
    built = build(Sources.of([address], exclude=["left/*"]), str(tmp_path / "p"), MAKING)
    assert contents(tmp_path / "p") == contents(plain)
    assert [str(problem).partition(": ")[0] for problem in built.problems] == [f"{address}/bad.md:1:8"]
    assert built.skipped == (("no sign of an article", 1),)


@pytest.mark.extras
def test_one_file_and_what_is_too_large(fsspec: Any, source: Path) -> None:
    address = f"file://{source}"
    found = find_at(f"{address}/1958/0001.md", lambda _: False, Limits())
    (one,) = found.items
    assert (found.folder, one.path) == (f"{address}/1958", f"{address}/1958/0001.md")
    (large,) = find_at(f"{address}/bad.md", lambda _: False, Limits(article=5)).items
    assert getattr(large, "problem", None) is not None
    with pytest.raises(UsageError, match=r"nothing: no such file or folder$"):
        find_at(f"{address}/nothing", lambda _: False, Limits())
    with pytest.raises(UsageError, match=r"^foo://x: is no address that can be opened: Protocol not known: foo"):
        find_at("foo://x", lambda _: False, Limits())


class Busy(SimpleHTTPRequestHandler):
    """Answers 503 to each second request for a file, or from some request on to all."""

    asked = 0
    ends_at = 1 << 30

    def do_GET(self) -> None:
        Busy.asked += 1
        if (Busy.asked % 2 and not self.path.endswith("/")) or Busy.asked >= Busy.ends_at:
            self.send_error(503, "Slow Down")
        else:
            super().do_GET()

    def log_message(self, *_: object) -> None:
        """Nothing is said of each request."""


@pytest.fixture
def busy(source: Path) -> Iterator[str]:
    Busy.asked, Busy.ends_at = 0, 1 << 30
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Busy, directory=str(source))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.extras
@pytest.mark.slow
@pytest.mark.parametrize("engine", ["processes", "dask"])
def test_a_place_that_answers_503_now_and_then(
    engine: str, fsspec: Any, busy: str, plain: Path, tmp_path: Path
) -> None:
    making = MAKING
    if engine == "dask":
        for library in ("distributed", "cryptography"):
            pytest.importorskip(library, reason=f"{library} is not installed (dependency group `extras`)")
        making = MAKING._replace(engine=DaskCluster(jobs=2))
    build(Sources.of([busy], exclude=["left/*"]), str(tmp_path / "p"), making)
    assert Busy.asked > 40
    assert contents(tmp_path / "p") == contents(plain)


@pytest.mark.extras
@pytest.mark.parametrize("at", [1, 30])
def test_a_place_that_answers_no_more_ends_the_run(
    at: int, fsspec: Any, busy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "_PAUSES", (0.0, 0.0))
    Busy.ends_at = at
    with pytest.raises(UnavailableError, match="cannot be read, though it was tried again and again: 503") as caught:
        build([busy], str(tmp_path / "p"), MAKING)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 3
    assert list(tmp_path.iterdir()) == []
