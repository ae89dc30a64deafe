"""Names of files: what `build` takes comes back byte by byte under its name; the rest it refuses, with the reason."""

from __future__ import annotations

import io
import os
import sys
import tarfile
import zipfile
from pathlib import Path
from random import Random

import pytest
from sample_articles import article

from duizhao.cli.main import main
from duizhao.datapackage.exports.export import export
from duizhao.datapackage.make.build import Built, Making, build
from duizhao.datapackage.prove.verify import verify
from duizhao.datapackage.reading.load import load
from duizhao.datapackage.reading.unpack import unpack
from duizhao.datapackage.versions.fetch import fetch
from duizhao.datapackage.versions.publish import publish
from duizhao.datapackage.versions.release import release
from duizhao.errors import PackageError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems do not take all of these names")

CONTROL, NOT_UTF8 = "its name has a control character", "its name is not UTF-8"
ARCHIVE = "a folder in its path is named as if it were an archive"
TAKEN = (
    *("a\\b.txt", "\\", "a\\", "..\\x.txt", "C:\\x.txt", "C:x", "a\\x1b.txt", "\\udc80.md", "a\\nb.md"),
    *("a\u202eb.txt", "\u2066x\u2069.md", "\u200bx.md", "\u00adx.md", "\ufeffx.md", "x\ufeff.md", "\u0301x.md"),
    *(" x.md", "x .md", "x. .md", "\u3000x.md", "'x.md", "''x.md", '"x".md', "a,b.md", "a;b.md", "a|b.md", "`x`.md"),
    *("=1+1.md", "+1.md", "-1.md", "-rf.md", "@x.md", "'=x.md", " =x.md", "＝x.md", "'", "=", "-", "--", "a=b.md"),
    *("丰收.md", "é.md", "e\u0301.md", "𠀀.md", "😀.md", "a!.md", "!a.md", "oh!/x.md", "a!/b!/c.md", "x.md!/y.md"),
    *("a b/c d.md", "..x.md", "...md", "a..b.md", "x.md.", "~.md", "$HOME.md", "%41.md", "*.md", "?.md", "[a].md"),
    *("<x>.md", "a:b.md", "con.md", "::error::x.md", "{}.md", "#x.md", "x" * 250 + ".md", "文" * 82 + ".md"),
    *("0", "null.md", "true.md", "1958-10-13.md", "NaN.md", "<hr />.md".replace("/", "∕"), "zip!/x.md", ".zip!x.md"),
)
REFUSED = {
    "a\nb.md": CONTROL,
    "a\rb.md": CONTROL,
    "a\tb.md": CONTROL,
    "\x01.md": CONTROL,
    "\x1b[31m.md": CONTROL,
    "\x7f.md": CONTROL,
    "a\x85b.md": CONTROL,
    "\x9b2J.md": CONTROL,
    "a\u2028b.md": CONTROL,
    "a\u2029b.md": CONTROL,
    "\udcff.md": NOT_UTF8,
    "\udcb7\udce1\udcca\udcd5.md": NOT_UTF8,  # GBK
    "\udced\udca0\udc80.md": NOT_UTF8,  # a surrogate, as CESU-8 has it
    "d\udc80/x.md": NOT_UTF8,
    "a\n/x.md": CONTROL,
    "b.zip!/x.md": ARCHIVE,
    "d/c.tar.gz!/x.md": ARCHIVE,
}


def lay(folder: Path, names: list[str]) -> dict[str, bytes]:
    """Write an article under each name, and return them by name."""
    digits = str.maketrans("0123456789", "零一二三四五六七八九")
    made = {}
    for number, name in enumerate(names):
        path = os.path.join(folder, name)
        made[name] = article(f"丰收{str(number).translate(digits)}").encode()
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "xb") as file:
            file.write(made[name])
    return made


def found(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by name."""
    files = {}
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            files[os.path.relpath(path, folder)] = Path(path).read_bytes()
    return files


def whole_way(sources: list[str], folder: Path) -> tuple[Built, dict[str, bytes]]:
    """Through every command that handles a package; what `unpack` gives back in the end."""
    making = Making(jobs=1)
    built = build(sources, str(folder / "p"), making)
    assert verify(str(folder / "p")).flaws == ()
    assert len(list(load(str(folder / "p")).records())) == built.tables[0].rows
    export(str(folder / "p"), ["jsonl", "sqlite", "croissant"], str(folder / "e"))
    assert unpack(str(folder / "p"), str(folder / "first")) == built.tables[0].rows
    taken = sorted(os.path.join(folder / "first", name) for name in found(folder / "first"))
    release(taken, str(folder / "r"), making)
    publish(str(folder / "r"), str(folder / "published"))
    fetch(str(folder / "published"), str(folder / "got"))
    assert main(["diff", str(folder / "p"), str(folder / "got"), "--output-format", "json"]) == 0
    assert unpack(str(folder / "got"), str(folder / "files")) == built.tables[0].rows
    assert found(folder / "files") == found(folder / "first")
    return built, found(folder / "files")


def test_every_name_comes_back_or_is_refused_with_the_reason(tmp_path: Path) -> None:
    made = lay(tmp_path / "s", [*TAKEN, *REFUSED])
    built, back = whole_way([os.path.join(tmp_path / "s", name) for name in made], tmp_path)
    assert back == {name: made[name] for name in TAKEN}
    end = ", so that a package could not give it back; rename it"
    assert sorted(problem.message for problem in built.problems) == sorted(why + end for why in REFUSED.values())
    assert all(len(str(problem).splitlines()) == 1 for problem in built.problems)


def test_names_made_up(tmp_path: Path) -> None:
    random = Random(10)  # noqa: S311  no secret
    count = int(os.environ.get("DUIZHAO_NAMES", "100"))
    names = sorted(made_up(random, count))
    made = lay(tmp_path / "s", names)
    built, back = whole_way([str(tmp_path / "s")], tmp_path)
    assert {name: made[name] for name in back} == back
    assert len(back) + len(built.problems) == len(names)
    assert len(back) > count // 4


def made_up(random: Random, count: int) -> set[str]:
    """Names of signs that make trouble somewhere."""
    signs = [
        *"ab!.\\'\"=-+@, \t\n\r\x1b\x7f\x85\x9b\u202e\u2028\u3000\ufeff丰é😀:*?<>|%~#&;$`()[]{}",
        "\udcff",
        "zip",
        "!/",
    ]
    names: set[str] = set()
    while len(names) < count:
        name = "".join(random.choice(signs) for _ in range(random.randint(1, 8)))
        parts = [part for part in f"x{name}{len(names)}.md".split("/") if part]
        if not any(part in (".", "..") or part.startswith(".") for part in parts):
            names.add("/".join(parts))
    return names


def zipped(folder: Path, members: list[tuple[str, bytes]]) -> Path:
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return folder / "a.zip"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "names", [["a.md", "a.md"], ["a.md", "./a.md"], ["a.md", "a.md/b.md"], ["x/a.md/b.md", "x/a.md", "x/a.mdb.md"]]
)
def test_two_members_that_would_be_one_file(names: list[str], tmp_path: Path) -> None:
    source = zipped(tmp_path, [(name, article(f"丰收{'一二三'[i]}").encode()) for i, name in enumerate(names)])
    with pytest.raises(PackageError, match=r"a\.zip!/.* and a\.zip!/.* cannot both be given back|a\.zip!/") as caught:
        build([str(source)], str(tmp_path / "p"), Making(jobs=1))
    assert "cannot both be given back as files; rename one of them" in str(caught.value)
    assert not (tmp_path / "p").exists()


def test_members_of_archives(tmp_path: Path) -> None:
    names = ["a.md", "in.zip!/b.md", "丰/c.md", "é.md", "x" * 300 + ".md", "d//e.md"]
    with tarfile.open(tmp_path / "a.tar", "w", format=tarfile.GNU_FORMAT, encoding="utf-8") as tar:
        made = {}
        for number, name in enumerate([*names, "\udcff.md"]):
            made[name] = article(f"丰收{'零一二三四五六七八九'[number]}").encode()
            info = tarfile.TarInfo(name)
            info.size = len(made[name])
            tar.addfile(info, io.BytesIO(made[name]))
    built = build([str(tmp_path / "a.tar")], str(tmp_path / "p"), Making(jobs=1))
    unpack(str(tmp_path / "p"), str(tmp_path / "files"))
    assert found(tmp_path / "files") == {f"a.tar/{name}": made[name] for name in names[:4]}
    said = {problem.path.rpartition("!/")[2][:8]: problem.message.split(",")[0] for problem in built.problems}
    empty = "its path leads out of the folder"
    assert said == {
        "xxxxxxxx": "its name is longer than 255 bytes",
        "d//e.md": empty,
        "\\xff.md": NOT_UTF8,
    }


def test_sources_beside_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path / "s", ["x/a.md", "y/b.md"])
    (tmp_path / "w" / "deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "w" / "deep")
    build(["../../s/x", "../../s/y/b.md"], "p", Making(jobs=1))
    unpack("p", "files")
    assert set(found(Path("files"))) == {"x/a.md", "y/b.md"}


def test_odd_folders_around_all_sources_do_no_harm(tmp_path: Path) -> None:
    around = tmp_path / "a\n\udcff"
    made = lay(around / "s", ["x.md", "y\\z.md"])
    build([str(around / "s")], str(tmp_path / "p"), Making(jobs=1))
    unpack(str(tmp_path / "p"), str(tmp_path / "files"))
    assert set(found(tmp_path / "files")) <= set(made)
