"""Publishing to a real S3 server and fetching from it, over a wire that breaks."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from s3server import S3Server, Wire, free_port, s3_server
from sample_package import DESCRIPTOR, contents, environment, lay_down, noise

for _library in ("s3fs", "moto", "flask"):
    pytest.importorskip(_library, reason=f"{_library} is not installed (dependency group `extras`)")

pytestmark = [pytest.mark.extras, pytest.mark.slow]

SMALL, LARGE = noise(50_000), noise(3_000_000, seed=2)
UNPROVED = """if True:
    from duizhao.cli.main import main
    from duizhao.datapackage.versions import fetch, publish

    fetch.ensure = publish.ensure = lambda _: None  # the releases are arbitrary bytes
    main()
"""
IN_SMALL_BLOCKS = """if True:
    import sys
    from duizhao.cli.main import main
    from duizhao.datapackage.places import remote_store
    from duizhao.datapackage.versions import fetch

    fetch.ensure = lambda _: None
    remote_store.CHUNK = 1 << 18
    sys.exit(main(["get", sys.argv[1], "-o", sys.argv[2]]))
"""
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def server() -> Iterator[S3Server]:
    with s3_server() as server:
        yield server


@pytest.fixture
def bucket(server: S3Server) -> str:
    server.ask("POST", "moto-api/reset")
    server.ask("PUT", "bucket")
    return "s3://bucket/sample"


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    lay_down(tmp_path / "releases", "1.0.0", {"data/articles.csv": SMALL, "data/paragraphs.csv": LARGE})
    return tmp_path / "releases"


@pytest.fixture
def run(server: S3Server) -> Run:
    """Run the command in a process of its own, as somebody with a key does."""

    def run(*arguments: object, url: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-W", "error::ResourceWarning", "-c", UNPROVED, *map(str, arguments)]
        environ = with_key(url or server.url) | more
        return subprocess.run(command, env=environ, capture_output=True, text=True, check=False, timeout=60)

    return run


def with_key(url: str) -> dict[str, str]:
    """The environment of somebody who has a key to the server; nothing is tried twice, so that tests are quick."""
    key = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_DEFAULT_REGION": "us-east-1"}
    return environment(**key, AWS_ENDPOINT_URL=url, AWS_MAX_ATTEMPTS="1", AWS_EC2_METADATA_DISABLED="true")


def objects(server: S3Server) -> str:
    return server.ask("GET", "bucket?list-type=2").decode()


def test_there_and_back(bucket: str, releases: Path, run: Run, server: S3Server, tmp_path: Path) -> None:
    done = run("publish", releases, bucket)
    assert (done.returncode, done.stderr) == (0, "")
    assert server.ask("GET", "bucket/sample/1.0.0/data/paragraphs.csv") == LARGE
    assert server.ask("GET", "bucket/sample/index.json") == (releases / "index.json").read_bytes()
    assert "unfinished" not in objects(server)
    done = run("get", f"{bucket}@1.0.0", "-o", tmp_path / "got")
    assert (done.returncode, done.stderr) == (0, "")
    assert contents(tmp_path / "got") == contents(releases / "1.0.0")
    lay_down(releases, "1.1.0", {"data/articles.csv": SMALL})
    assert run("publish", releases, bucket).stdout.splitlines()[-1].startswith("version 1.1.0 is published")
    done = run("get", bucket, "-o", tmp_path / "got")
    assert done.stdout.splitlines()[-1].endswith(
        f"sample 1.1.0, 2 files, {len(SMALL) + len(DESCRIPTOR)} bytes, all proved"
    )


def test_a_wire_cut_while_publishing(bucket: str, releases: Path, run: Run, server: S3Server) -> None:
    with Wire(server.port, up=1_000_000) as wire:
        done = run("publish", releases, bucket, url=wire.url)
    assert wire.cut
    assert done.returncode == 3
    assert done.stderr.startswith(f"duizhao: {bucket}/1.0.0/data/paragraphs.csv: cannot be written: ")
    assert done.stderr.count("\n") == 1
    assert "index.json" not in objects(server)
    done = run("publish", releases, bucket)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{bucket}/1.0.0/data/articles.csv: there already" in done.stdout
    assert server.ask("GET", "bucket/sample/1.0.0/data/paragraphs.csv") == LARGE
    assert server.ask("GET", "bucket/sample/index.json") == (releases / "index.json").read_bytes()


def test_an_old_version_outlives_a_wire_that_is_cut(bucket: str, releases: Path, run: Run, server: S3Server) -> None:
    run("publish", releases, bucket)
    index = server.ask("GET", "bucket/sample/index.json")
    lay_down(releases, "1.1.0", {"data/articles.csv": LARGE[::-1]})
    with Wire(server.port, up=500_000) as wire:
        assert run("publish", releases, bucket, url=wire.url).returncode == 3
    assert server.ask("GET", "bucket/sample/index.json") == index
    assert server.ask("GET", "bucket/sample/1.0.0/data/paragraphs.csv") == LARGE


def test_a_wire_cut_while_fetching(bucket: str, releases: Path, run: Run, server: S3Server, tmp_path: Path) -> None:
    run("publish", releases, bucket)
    target = tmp_path / "got"
    with Wire(server.port, down=1_500_000) as wire:
        done = fetch_with(IN_SMALL_BLOCKS, bucket, target, url=wire.url)
    assert wire.cut
    assert done.returncode == 3
    assert done.stderr.startswith(f"duizhao: {bucket}/1.0.0/data/paragraphs.csv: cannot be read: ")
    assert not target.exists()
    part = max((tmp_path / ".got.fetched").glob("*.part"), key=lambda path: path.stat().st_size)
    arrived = part.stat().st_size
    assert 1_000_000 < arrived < 1_500_000
    assert part.read_bytes() == LARGE[:arrived]
    done = run("get", bucket, "-o", target)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"data/paragraphs.csv: {len(LARGE)} bytes, from byte {arrived}" in done.stdout
    assert "data/articles.csv: there already" in done.stdout
    assert contents(target) == contents(releases / "1.0.0")
    assert not (tmp_path / ".got.fetched").exists()


def fetch_with(script: str, source: str, target: Path, *, url: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", script, source, str(target)]
    return subprocess.run(command, env=with_key(url), capture_output=True, text=True, check=False, timeout=60)


def test_other_bytes(bucket: str, releases: Path, run: Run, server: S3Server, tmp_path: Path) -> None:
    run("publish", releases, bucket)
    before = objects(server)
    lay_down(tmp_path / "again", "1.0.0", {"README.md": b"another"})
    done = run("publish", tmp_path / "again", bucket)
    said = f"{bucket}: holds 1.0.0 with other bytes, and a release never changes; nothing was touched"
    assert (done.returncode, done.stderr) == (1, f"duizhao: {said}\n")
    assert objects(server) == before


def test_what_is_refused(bucket: str, releases: Path, run: Run, server: S3Server) -> None:
    done = run("publish", releases, bucket, AWS_ACCESS_KEY_ID="", AWS_SECRET_ACCESS_KEY="")
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert "credentials" in done.stderr
    done = run("publish", releases, "s3://nobody-has-this/sample")
    assert done.returncode == 3
    assert "no such place: The specified bucket does not exist" in done.stderr
    done = run("publish", releases, bucket, url=f"http://127.0.0.1:{free_port()}")
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert done.stderr.startswith(f"duizhao: {bucket}/index.json: cannot be read: ")
    server.ask("POST", "moto-api/reset-auth", b"0")
    try:
        done = run("publish", releases, bucket)
    finally:
        server.ask("POST", "moto-api/reset-auth", b"inf")
    said = f"duizhao: {bucket}/index.json: cannot be read: access was refused: Forbidden\n"
    assert (done.returncode, done.stderr) == (3, said)
