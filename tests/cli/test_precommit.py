"""The hooks, run by the real pre-commit in real git repositories."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from made_up import BAD, GOOD

ROOT = Path(__file__).resolve().parents[2]
PRE_COMMIT = Path(sys.executable).with_name("pre-commit")
README = b"# Articles\n\nA heading and no article.\n"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("pre-commit"),
    pytest.mark.skipif(not PRE_COMMIT.exists(), reason="needs pre-commit"),
    pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs the repository"),
]


class Hooked(NamedTuple):
    """A git repository in which the hooks are installed."""

    folder: Path
    environment: dict[str, str]

    def run(self, *command: str) -> tuple[int, str]:
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        return done.returncode, done.stdout

    def write(self, files: dict[str, bytes]) -> None:
        for name, data in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        self.run("git", "add", "-A")

    def clear(self) -> None:
        """Back to the first commit."""
        self.run("git", "reset", "-q", "--hard", "start")
        self.run("git", "clean", "-qfd")


def _environment(home: Path) -> dict[str, str]:
    """That of the tests, without what git and pre-commit would take from the user or from an outer hook."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT", "PYTHON"))}
    who = {f"GIT_{one}_{what}": "x@example" for one in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    path = f"{PRE_COMMIT.parent}{os.pathsep}{kept.get('PATH', '')}"
    return kept | who | {"PRE_COMMIT_HOME": str(home), "GIT_CONFIG_GLOBAL": os.devnull, "PATH": path}


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project as it lies here, in a repository of its own."""
    folder = tmp_path_factory.mktemp("product")
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file() and not name.startswith("tests/"):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target)
    hooked = Hooked(folder, _environment(folder))
    for command in ("init -q -b main", "add -A", "commit -qm product"):
        hooked.run("git", *command.split())
    return folder


@pytest.fixture(scope="module")
def hooked(product: Path, tmp_path_factory: pytest.TempPathFactory) -> Hooked:
    """A repository with the hooks installed; installing them takes a while, and the package index."""
    folder, home = tmp_path_factory.mktemp("articles"), tmp_path_factory.mktemp("home")
    one = Hooked(folder, _environment(home))
    one.run("git", "init", "-q", "-b", "main")
    revision = Hooked(product, one.environment).run("git", "rev-parse", "HEAD")[1].strip()
    hooks = "[{id: duizhao-fix}, {id: duizhao-check}]"
    config = f"repos: [{{repo: '{product}', rev: '{revision}', hooks: {hooks}}}]\n"
    one.write({".pre-commit-config.yaml": config.encode(), "README.md": README})
    one.run("git", "commit", "-qm", "start")
    one.run("git", "tag", "start")
    code, output = one.run(str(PRE_COMMIT), "install", "--install-hooks")
    if code:
        pytest.skip(f"pre-commit could not install the hooks: {output[-300:]}")
    return one


@pytest.fixture
def articles(hooked: Hooked) -> Hooked:
    hooked.clear()
    return hooked


def test_a_bad_file_blocks_the_commit(articles: Hooked) -> None:
    articles.write({"1958/a.md": BAD, "1958/b.md": GOOD, "README.md": README + b"More.\n"})
    code, output = articles.run("git", "commit", "-m", "add")
    assert code == 1
    assert re.search(r"put the form of bilingual articles right\.+Passed", output)
    assert re.search(r"check bilingual articles\.+Failed", output)
    assert "1958/a.md:6:16: error N102 number-scale" in output
    assert "“1,500 tons”, but the original has “一万五千吨” (15,000): 10 times too small" in output
    assert "b.md" not in output
    assert "README" not in output
    assert articles.run("git", "log", "--oneline")[1].count("\n") == 1


def test_a_good_file_passes(articles: Hooked) -> None:
    articles.write({"1958/a.md": GOOD})
    code, output = articles.run("git", "commit", "-m", "add")
    assert code == 0, output
    assert output.count("Passed") == 2


def test_only_what_is_committed_is_checked(articles: Hooked) -> None:
    articles.write({"good.md": GOOD})
    (articles.folder / "bad.md").write_bytes(BAD)
    assert articles.run("git", "commit", "-m", "add")[0] == 0


def test_the_form_is_put_right_for_a_second_try(articles: Hooked) -> None:
    articles.write({"a.md": GOOD.replace(b"\n", b"\r\n")})
    code, output = articles.run("git", "commit", "-m", "add")
    assert code == 1
    assert "files were modified by this hook" in output
    assert (articles.folder / "a.md").read_bytes() == GOOD
    articles.run("git", "add", "-A")
    assert articles.run("git", "commit", "-m", "add")[0] == 0


def test_the_configuration_of_the_repository_is_in_force(articles: Hooked) -> None:
    articles.write({"duizhao.yaml": b"exclude: [drafts/]\nseverities: {N: warning}\n", "drafts/a.md": BAD, "b.md": BAD})
    code, output = articles.run("git", "commit", "-m", "add")
    assert code == 0, output


def test_200_files_in_parallel_batches(articles: Hooked) -> None:
    articles.write({f"1958/{number:03}.md": BAD if number in (7, 190) else GOOD for number in range(200)})
    before = os.times()
    code, output = articles.run(str(PRE_COMMIT), "run", "duizhao-check")
    after = os.times()
    # Of the hook and all that it started, and not of what else the machine does.
    seconds = sum(after[2:4]) - sum(before[2:4])
    assert code == 1
    found = [line.split(":", 1)[0] for line in output.splitlines() if "error N102" in line]
    assert sorted(found) == ["1958/007.md", "1958/190.md"]
    assert not (articles.folder / ".duizhao-cache").exists()
    assert seconds < 40  # far more than it takes: only a blunder fails


def test_try_repo(articles: Hooked, product: Path) -> None:
    articles.write({"a.md": BAD})
    code, output = articles.run(str(PRE_COMMIT), "try-repo", str(product), "duizhao-check", "--files", "a.md")
    assert code == 1
    assert "a.md:6:16: error N102 number-scale" in output
