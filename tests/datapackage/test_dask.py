"""Builds on a Dask cluster: the same package as on one machine, or none."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import socket
import ssl
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from deadly import be_late, die, lack
from made_up_issues import chinese, english, markdown, page
from sample_articles import article, many, write_articles
from sample_package import METADATA, contents

from duizhao.datapackage.engines import dask_cluster
from duizhao.datapackage.engines.dask_cluster import ClusterError, DaskCluster
from duizhao.datapackage.make.build import Making, build
from duizhao.datapackage.make.sources import Sources
from duizhao.errors import UsageError
from duizhao.schema.publication import Publication
from duizhao.validator.configuration.settings import Override, Settings
from duizhao.validator.running.one_file import Checkable
from duizhao.validator.waiving.waivers import Waiver

WRONG = article("歉收", sentences=(("全县收粮食一万五千吨。", "The county harvested 1,500 tons of grain."),))


def test_without_dask_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"^distributed is not installed: pip install 'duizhao\[dask\]'$"):
        DaskCluster()


def test_a_scheduler_is_of_an_engine(tmp_path: Path) -> None:
    done = command("build", "seeds", "-o", str(tmp_path / "p"), "--scheduler", "tcp://127.0.0.1:8786")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "duizhao: `--scheduler` is of a Dask cluster; name the engine too: `--engine dask`\n"


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", "duizhao", *arguments]
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture(scope="module")
def distributed() -> Any:
    for library in ("distributed", "cryptography"):
        pytest.importorskip(library, reason=f"{library} is not installed (dependency group `extras`)")
    import distributed

    return distributed


@pytest.fixture(scope="module")
def cluster(distributed: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Two processes, which were started in another folder than the one that the tests run in."""
    with contextlib.chdir(tmp_path_factory.mktemp("elsewhere")):
        cluster = distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=":0", scheduler_kwargs={"dashboard": False}
        )
    with cluster:
        yield cluster


@pytest.fixture
def small_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duizhao.validator.running.pool.CHUNK", 4)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> str:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("inner/a.md", article("水利", title="Water"))
    others: dict[str, str | bytes] = {"wrong.md": WRONG, "bad.md": b"Title: \xff", "notes.txt": "no article"}
    others["more.zip"] = archive.getvalue()
    # Two files of an issue, and where the workers are elsewhere neither is there.
    others |= {"1936.05.04.html": page(chinese(), english()), "1936.05.04.md": markdown().replace("450", "540")}
    others |= {"1936.05.05.html": page(chinese(), date="1936.05.05"), "1936.05.05.md": markdown()}
    return write_articles(str(tmp_path_factory.mktemp("dask") / "source"), {**many(60), **others})


MAKING = Making(
    METADATA,
    settings=Settings(
        overrides=(Override(("source/000*.md",), ignore=("C",)),),
        publications=(Publication(name="rmrb", paths=("source/*1.md",)),),
    ),
    waivers=(Waiver("N102", "", "source/wrong.md", "1,500", "as printed", "me", "2026-01-01"),),
    jobs=1,
)


@pytest.fixture
def here(source: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the configuration lies in, and the working directory, so that paths are relative."""
    folder = Path(source).parent
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def plain(here: Path) -> Path:
    if not (here / "plain").exists():
        build(["source"], "plain", MAKING)
    return here / "plain"


@pytest.mark.extras
def test_a_cluster_of_its_own_gives_the_same_package(distributed: Any, small_tasks: None, plain: Path) -> None:
    built = build(["source"], "own", MAKING._replace(engine=DaskCluster(jobs=2)))
    assert contents(plain.parent / "own") == contents(plain)
    assert [(problem.path, problem.line) for problem in built.problems] == [("source/bad.md", 1)]
    assert built.skipped == (("no sign of an article", 1),)
    assert built.tally.waived == 1


@pytest.mark.extras
def test_a_cluster_that_is_there_gives_the_same_package(cluster: Any, small_tasks: None, plain: Path) -> None:
    making = MAKING._replace(engine=DaskCluster(cluster.scheduler_address), cache=str(plain.parent / "cache"))
    build(["source"], "there", making)
    assert contents(plain.parent / "there") == contents(plain)
    assert not (plain.parent / "cache").exists()  # the workers might not see it


def interrupted(sources: Sources, at: int, does: Callable[[], object]) -> Sources:
    """The sources, with something that happens before one of them is given."""

    def items() -> Iterator[Any]:
        for number, item in enumerate(sources.items):
            if number == at:
                does()
            yield item

    return sources._replace(items=items())


@pytest.mark.extras
@pytest.mark.slow
def test_a_worker_that_is_killed_is_missed_by_nobody(cluster: Any, small_tasks: None, plain: Path) -> None:
    killed: list[int] = []

    def kill() -> None:
        worker = next(iter(cluster.workers.values()))
        killed.append(worker.process.process.pid)
        os.kill(killed[0], signal.SIGKILL)

    engine = DaskCluster(cluster.scheduler_address)
    build(interrupted(Sources.of(["source"]), 35, kill), "one-killed", MAKING._replace(engine=engine))
    assert contents(plain.parent / "one-killed") == contents(plain)
    assert not Path(f"/proc/{killed[0]}").exists()


@pytest.mark.extras
@pytest.mark.slow
def test_a_task_that_kills_every_worker_ends_the_run(distributed: Any) -> None:
    items: list[Checkable] = list(Sources.of(["seeds"]).items)
    with pytest.raises(ClusterError, match=r"^the own cluster: every worker that was given one and the same task has"):
        list(DaskCluster(jobs=2).in_chunks(items, die))


@pytest.mark.extras
@pytest.mark.parametrize(
    ("work", "error", "says"),
    [
        (lack, ClusterError, r"a worker lacks duizhao; install duizhao [0-9.]+ on all workers$"),
        (be_late, TimeoutError, "^of the work itself$"),
    ],
)
def test_what_a_worker_raises(work: Any, error: type[Exception], says: str, cluster: Any) -> None:
    with pytest.raises(error, match=says):
        list(DaskCluster(cluster.scheduler_address).in_chunks(Sources.of(["seeds"]).items, work))


@pytest.mark.extras
def test_in_a_thread_of_a_program(distributed: Any, plain: Path) -> None:
    engine = DaskCluster(jobs=1)
    with ThreadPoolExecutor(1) as threads:
        threads.submit(build, ["source"], "threaded", MAKING._replace(engine=engine)).result()
    assert contents(plain.parent / "threaded") == contents(plain)


@pytest.mark.extras
@pytest.mark.slow
@pytest.mark.parametrize(
    ("end", "says"),
    [
        ("close", "the scheduler has gone; build again"),
        ("scale", "no worker is left; start some, and build again"),
    ],
)
def test_a_cluster_that_goes_leaves_the_old_package(
    end: str, says: str, distributed: Any, small_tasks: None, plain: Path, tmp_path: Path
) -> None:
    target = str(tmp_path / "package")
    build(["source/wrong.md"], target, MAKING)
    before = contents(Path(target))
    with distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=":0") as cluster:
        engine = DaskCluster(cluster.scheduler_address, patience=1)
        goes = {"close": cluster.close, "scale": lambda: cluster.scale(0)}[end]
        with pytest.raises(ClusterError) as caught:
            build(interrupted(Sources.of(["source"]), 35, goes), target, MAKING._replace(engine=engine))
        assert str(caught.value) == f"{cluster.scheduler_address}: {says}"
    assert caught.value.exit_code == 3
    assert contents(Path(target)) == before
    assert [path.name for path in tmp_path.iterdir()] == ["package"]


@pytest.mark.extras
@pytest.mark.parametrize(
    ("address", "code", "says"),
    [
        ("tcp://127.0.0.1:1", 3, "the scheduler cannot be reached: "),
        ("nonsense", 2, "is no address of a scheduler: "),
        ("foo://127.0.0.1:1", 2, "is no address of a scheduler: "),
    ],
)
def test_a_scheduler_that_cannot_be_reached(
    address: str, code: int, says: str, distributed: Any, plain: Path, tmp_path: Path
) -> None:
    with pytest.raises((ClusterError, UsageError)) as caught:
        build(["source"], str(tmp_path / "p"), MAKING._replace(engine=DaskCluster(address, patience=0.5)))
    assert str(caught.value).startswith(f"{address}: {says}")
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == code
    assert list(tmp_path.iterdir()) == []


@pytest.mark.extras
def test_nobody_else_can_send_work_to_a_cluster_of_its_own(distributed: Any) -> None:
    with DaskCluster(jobs=1)._own_cluster() as cluster:
        host, port = cluster.scheduler_address.removeprefix("tls://").split(":")
        assert host == "127.0.0.1"
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        with (
            pytest.raises(ssl.SSLError, match=r"certificate required|handshake failure"),
            socket.create_connection((host, int(port)), timeout=10) as plain,
            context.wrap_socket(plain) as line,
        ):
            assert line.recv(1) == b"nothing is said to strangers"


@pytest.mark.extras
def test_workers_of_another_version_are_refused(
    cluster: Any, plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dask_cluster, "_made_by", lambda: "another")
    with pytest.raises(ClusterError, match=r"has another duizhao or Python than the build.*; install the same on all"):
        build(["source"], str(tmp_path / "p"), MAKING._replace(engine=DaskCluster(cluster.scheduler_address)))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.extras
@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="signals to a group of processes")
@pytest.mark.parametrize("later", [0, 2], ids=["starting", "working"])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_ends_the_workers_too(
    number: signal.Signals, code: int, later: float, distributed: Any, tmp_path: Path
) -> None:
    write_articles(str(tmp_path / "source"), many(2_000))
    # A shell that runs the tests in the background has them ignore interruptions, which programs inherit.
    start = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    start += "from duizhao.cli.main import main; main()"
    words = ["-c", start, "build", "source", "-o", "out", "--engine", "dask", "--jobs", "2", "--no-cache"]
    process = subprocess.Popen(
        [sys.executable, *words], cwd=tmp_path, start_new_session=True, stderr=subprocess.PIPE, text=True
    )
    wait_for(lambda: workers_of(process.pid) >= 2)
    time.sleep(later)
    if number == signal.SIGINT:  # a terminal sends it to all of them
        os.killpg(process.pid, number)
    else:
        process.send_signal(number)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == code
    assert said == ("duizhao: interrupted\n" if number == signal.SIGINT else "duizhao: ended by a signal\n")
    wait_for(lambda: workers_of(process.pid) == 0)
    assert [path.name for path in tmp_path.iterdir()] == ["source"]


def wait_for(reached: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not reached():
        assert time.monotonic() < end
        time.sleep(0.05)


def workers_of(group: int) -> int:
    """Processes of a group that multiprocessing made to work."""
    found = subprocess.run(["ps", "-wweo", "pgid,args"], capture_output=True, text=True, check=True).stdout
    return sum(line.split()[0] == str(group) and "spawn_main" in line for line in found.splitlines()[1:])
