"""A place with everything that every command needs, and runs of commands in it that may be hindered."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ARTICLE = """\
Title: Harvest {number}
Author: Bai Qing
Date: 1958-{month:02}-{day:02}
Page: 2

The county harvested 1{number:04} tons of grain.

The harvest of team {number} is over.



<hr />\x20

Original:\x20


### 丰收{number}
柏青
1958-{month:02}-{day:02}
第2版()
专栏：

    全县收粮食1{number:04}吨。
    第{number}队的秋收已经完毕。
"""
GOLD = '{"file": "0001.md", "kind": "none"}\n'


PROGRAM = """if True:
    from duizhao.cli import main as line

    def command(name, real=line._command):
        from duizhao.datapackage.exports import export
        from duizhao.datapackage.prove import verify

        export._PARALLEL_FROM = verify._PARALLEL_FROM = 0
        return real(name)

    line._command = command
    line.main()
"""
"""The command line, but that packages are read and exported by workers however small they are."""


class Command(NamedTuple):
    """A command line, and what it may change."""

    words: tuple[str, ...]
    writes: tuple[str, ...] = ()
    """Files and folders that may differ when it has ended."""
    workers: bool = False
    """Whether it takes `--jobs`."""

    def line(self, jobs: int) -> list[str]:
        """The words of the command line."""
        return [*self.words, *(["--jobs", str(jobs)] if self.workers else [])]


COMMANDS = {
    "check": Command(("check", "articles", "--quiet", "--no-cache", "--exit-zero"), workers=True),
    "check-cache": Command(("check", "articles", "--quiet", "--exit-zero"), (".duizhao-cache",), workers=True),
    "check-html": Command(
        ("check", "articles", "--output-format", "html", "--output", "report.html", "--exit-zero", "--no-cache"),
        ("report.html",),
        workers=True,
    ),
    "fix": Command(("check", "articles", "--fix-only", "--quiet"), ("articles",)),
    "baseline": Command(
        ("baseline", "articles", "-o", "baseline.yaml", "--no-cache"), ("baseline.yaml",), workers=True
    ),
    "build": Command(("build", "articles", "-o", "package"), ("package",), workers=True),
    "verify": Command(("verify", "package"), workers=True),
    "unpack": Command(("unpack", "package", "-o", "unpacked"), ("unpacked",)),
    "diff": Command(("diff", "package", "releases/1.0.0")),
    "export": Command(
        ("export", "package", "--to", "jsonl,sqlite,croissant", "-o", "exported"), ("exported",), workers=True
    ),
    "release": Command(
        ("release", "articles", "--to", "releases", "--allow-findings", "99"), ("releases",), workers=True
    ),
    "publish": Command(("publish", "releases", "published"), ("published",)),
    "get": Command(("get", "releases", "-o", "fetched"), ("fetched", ".fetched.fetched", ".fetched.fetched.lock")),
    "align": Command(("align", "articles/0001.md")),
    "evaluate": Command(("evaluate", "gold")),
    "config": Command(("config",)),
    "rules": Command(("rules",)),
    "explain": Command(("explain", "N101")),
}


class Workshop:
    """A folder with articles, a package, releases and gold, which runs may spoil.

    Args:
        folder: where; it is made.
        articles: how many.
        made: commands whose results are there already.
    """

    def __init__(self, folder: Path, articles: int, made: Sequence[str] = ("build", "release")) -> None:
        self.folder = folder
        self._whole = folder / "whole"
        self.room = folder / "room"
        self.temporary = folder / "temporary"
        _write_articles(self._whole / "articles", articles)
        (self._whole / "gold").mkdir()
        shutil.copy(self._whole / "articles" / "0001.md", self._whole / "gold")
        (self._whole / "gold" / "gold.jsonl").write_text(GOLD, encoding="utf-8")
        for name in made:
            self._prepare(COMMANDS[name])
        with open(self._whole / "articles" / "0000.md", "a", encoding="utf-8") as file:
            file.write("    还有一段。  \n")  # so that the next package and release are others

    def _prepare(self, command: Command) -> None:
        line = [sys.executable, "-m", "duizhao", *command.line(1)]
        subprocess.run(line, cwd=self._whole, env=self.environment(), check=True, capture_output=True)

    def environment(self) -> dict[str, str]:
        """The environment of a run: its temporary files lie where they can be counted."""
        self.temporary.mkdir(exist_ok=True)
        hidden = {name: value for name, value in os.environ.items() if not name.startswith(("COVERAGE", "COV_"))}
        places = {"TMPDIR": str(self.temporary), "XDG_CACHE_HOME": str(self.folder / "cache")}
        return {**hidden, **places, "LC_ALL": "C.UTF-8"}

    def fresh(self) -> None:
        """Everything as it was at first."""
        for folder in (self.room, self.temporary, self.folder / "cache"):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self._whole, self.room, symlinks=True)

    def start(self, line: list[str], hinder: Callable[[], None] | None = None) -> subprocess.Popen[bytes]:
        """Start a run, in a session of its own."""
        program = ["-c", PROGRAM] if line[0] in ("verify", "export") else ["-m", "duizhao"]
        return subprocess.Popen(
            [sys.executable, *program, *line],
            cwd=self.room,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            preexec_fn=hinder,  # noqa: PLW1509  no threads here
        )

    def contents(self) -> dict[str, str]:
        """Every file with its hash, but for those that no run leaves the same: the cache."""
        return {
            str(path.relative_to(self.room)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.room.rglob("*"))
            if path.is_file() and ".duizhao-cache" not in path.parts
        }

    def litter(self, expected: Mapping[str, str]) -> list[str]:
        """What is there and should not be."""
        found = set(self.contents()) - set(expected)
        found |= {str(path.relative_to(self.folder)) for path in self.temporary.rglob("*")}
        found |= {str(path) for path in self.room.rglob(".duizhao-unfinished")}
        return sorted(found)


def _write_articles(folder: Path, count: int) -> None:
    folder.mkdir(parents=True)
    for number in range(count):
        text = ARTICLE.format(number=number, month=number % 12 + 1, day=number // 12 % 28 + 1)
        (folder / f"{number:04}.md").write_text(text + "\n" * (number % 3), encoding="utf-8", newline="")


def session(leader: int) -> list[int]:
    """Processes of a session that still live; Linux only."""
    living = []
    for name in filter(str.isdecimal, os.listdir("/proc")):
        try:
            words = Path("/proc", name, "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        fields = words.rpartition(")")[2].split()
        if int(fields[3]) == leader and fields[0] != "Z":
            living.append(int(name))
    return living


@contextmanager
def workshop(articles: int) -> Iterator[Workshop]:
    """A workshop in a folder of its own."""
    with tempfile.TemporaryDirectory() as name:
        yield Workshop(Path(name) / "workshop", articles)
