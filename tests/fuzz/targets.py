"""What is fuzzed: each target lays damaged input into a folder and says which commands are to read it."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import shutil
import tarfile
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from random import Random
from tempfile import mkdtemp

import mutate
from sound_files import (
    BASELINE,
    CONFIG,
    DESCRIBED,
    ENGLISH_ALONE,
    GLOSSARY,
    GOLD,
    ISSUE,
    NEWSPAPER,
    PYPROJECT,
    SHEET,
    WAIVERS,
    article,
)

from duizhao.cli.output import FORMATS
from duizhao.datapackage.make.build import Making, build
from duizhao.datapackage.versions.release_index import ReleaseIndex, release_of, serialise_index

SIGNS = ("a", "丰", " ", "'", '"', ",", "=", "-", "!", "\\", "\u202e", "é", "e\u0301", "%", "#", "@", "~", "[", "😀")

GOLD_ARTICLES = Path(__file__).resolve().parents[2] / "calibration" / "gold"

Command = list[str]
Target = Callable[[Random, Path], Command]


def articles(random: Random, folder: Path) -> Command:
    """An article with gold, or a short one, with pieces of another in it."""
    path = folder / "a.md"
    base, other = random.choice(_own_articles()), random.choice(_own_articles())
    path.write_bytes(mutate.text(random, base, most=8, other=other).encode("utf-8", "surrogatepass"))
    return random.choice(
        [
            ["check", str(path), "--no-cache", "--no-config", "--output-format", random.choice(FORMATS)],
            ["check", str(path), "--no-cache", "--no-config", "--diff"],
            ["align", str(path)],
            ["build", str(folder / "a.md"), "--no-config", "--jobs", "1", "-o", str(folder / "out")],
        ]
    )


def issues(random: Random, folder: Path) -> Command:
    """The page of an issue and its English alone, each as it is or damaged, and the newspaper described."""
    files = {"1936.05.04.html": ISSUE, "1936.05.04.md": ENGLISH_ALONE, "duizhao.yaml": NEWSPAPER}
    for victim in random.sample(("1936.05.04.html", "1936.05.04.md"), random.randint(1, 2)):
        files[victim] = mutate.text(random, files[victim], most=8)
    for name, content in files.items():
        (folder / name).write_bytes(content.encode("utf-8", "surrogatepass"))
    check = ["check", str(folder), "--no-cache", "--config", str(folder / "duizhao.yaml")]
    build = ["build", str(folder), "--config", str(folder / "duizhao.yaml"), "--jobs", "1", "-o", str(folder / "out")]
    return random.choice([[*check, "--output-format", random.choice(FORMATS)], build])


def settings(random: Random, folder: Path) -> Command:
    """A configuration, a glossary, waivers, gold lines: one of them damaged."""
    files = {"duizhao.yaml": CONFIG, "glossary.yaml": GLOSSARY, "waivers.yaml": WAIVERS, "gold.jsonl": GOLD}
    files |= {"pyproject.toml": PYPROJECT, "a.md": article()}
    victim = random.choice([name for name in files if name != "a.md"])
    files[victim] = mutate.text(random, files[victim])
    for name, content in files.items():
        (folder / name).write_bytes(content.encode("utf-8", "surrogatepass"))
    config = str(folder / ("pyproject.toml" if victim == "pyproject.toml" else "duizhao.yaml"))
    if victim == "gold.jsonl":
        if random.random() < 0.5:
            line = json.dumps(mutate.document(random, json.loads(GOLD)))
            (folder / victim).write_text(line + "\n", "utf-8")
        return ["evaluate", str(folder / victim)]
    check = ["check", str(folder / "a.md"), "--no-cache", "--config", config]
    return random.choice([check, check, ["config", "--config", config]])


def archives(random: Random, folder: Path) -> Command:
    name = random.choice(("a.zip", "a.tar", "a.tar.gz"))
    (folder / name).write_bytes(mutate.data(random, _archive(name)))
    return ["check", str(folder / name), "--no-cache", "--no-config"]


def bundles(random: Random, folder: Path) -> Command:
    elements = [{"path": f"1958/{n}.md", "title": "A", "content": article(n)} for n in range(3)]
    text = "const ARTICLES = " + json.dumps(mutate.document(random, elements)) + ";\n"
    data = mutate.text(random, text).encode("utf-8", "surrogatepass") if random.random() < 0.5 else text.encode()
    packed = random.random() < 0.3
    path = folder / ("1958.js.gz" if packed else "1958.js")
    path.write_bytes(gzip.compress(data) if packed else data)
    return ["check", str(path), "--no-cache", "--no-config"]


def packages(random: Random, folder: Path) -> Command:
    """A foreign package; in half of the cases its author made the checksums fit."""
    package = Path(shutil.copytree(sound(), folder / "p"))
    victim = random.choice(["datapackage.json"] * 3 + ["data/articles.csv", "data/findings.csv", "SHA256SUMS"])
    path = package / victim
    if victim == "datapackage.json" and random.random() < 0.8:
        document = mutate.document(random, json.loads(path.read_text("utf-8")))
        path.write_bytes(json.dumps(document).encode("utf-8", "surrogatepass"))
    else:
        path.write_bytes(mutate.text(random, path.read_text("utf-8")).encode("utf-8", "surrogatepass"))
    if random.random() < 0.5:
        restate(package)
    own, out = str(sound()), str(folder / "out")
    return random.choice(
        [
            ["diff", own, str(package), "--output-format", random.choice(("text", "json", "markdown"))],
            ["diff", str(package), own],
            ["verify", str(package)],
            ["unpack", str(package), "-o", out],
            ["export", str(package), "--to", "citation,croissant,datacite,jsonl,sqlite,zenodo", "-o", out],
            ["export", str(package), "--to", random.choice(("croissant", "jsonl", "sqlite")), "-o", out],
        ]
    )


def indexes(random: Random, folder: Path) -> Command:
    releases = folder / "releases"
    shutil.copytree(sound(), releases / "1.0.0")
    data = _index_of(releases / "1.0.0")
    if random.random() < 0.7:
        data = json.dumps(mutate.document(random, json.loads(data))).encode("utf-8", "surrogatepass")
    else:
        data = mutate.text(random, data.decode()).encode("utf-8", "surrogatepass")
    (releases / "index.json").write_bytes(data)
    return ["get", str(releases), "-o", str(folder / "out")]


def newspapers(random: Random, folder: Path) -> Command:
    """What a configuration says of a newspaper, damaged, and a page of it."""
    (folder / "1936.05.04.html").write_text(ISSUE, "utf-8")
    damaged = mutate.text(random, DESCRIBED, most=8).encode("utf-8", "surrogatepass")
    (folder / "duizhao.yaml").write_bytes(damaged)
    config = ["--config", str(folder / "duizhao.yaml")]
    return random.choice([["check", str(folder), "--no-cache", *config], ["config", *config]])


def baselines(random: Random, folder: Path) -> Command:
    """The file that `baseline` writes, damaged."""
    (folder / "a.md").write_text(article(3).replace("15,000", "1,500"), "utf-8")
    path = folder / "baseline.yaml"
    path.write_bytes(mutate.text(random, BASELINE, most=8).encode("utf-8", "surrogatepass"))
    check = ["check", str(folder / "a.md"), "--no-cache", "--no-config", "--baseline", str(path), "--ratchet"]
    prune = ["baseline", str(folder / "a.md"), "--no-cache", "--no-config", "-o", str(path), "--prune"]
    return random.choice([check, prune])


def sheets(random: Random, folder: Path) -> Command:
    """A judged sheet, damaged: as text, or as anything that begins like a workbook."""
    path = folder / random.choice(("sheet.csv", "sheet.xlsx"))
    data = mutate.text(random, SHEET, most=8).encode("utf-8", "surrogatepass")
    path.write_bytes(mutate.data(random, _archive("a.zip")) if random.random() < 0.3 else data)
    return ["evaluate", "--judged", str(path)]


def releases(random: Random, folder: Path) -> Command:
    """A folder of releases, of which one file is damaged; in half of the cases the index was made to fit it."""
    there = folder / "releases"
    package = Path(shutil.copytree(sound(), there / "1.0.0"))
    index = _index_of(package)
    victim = package / random.choice(["datapackage.json", "README.md", "SHA256SUMS", "data/articles.csv"])
    victim.write_bytes(mutate.text(random, victim.read_text("utf-8")).encode("utf-8", "surrogatepass"))
    if random.random() < 0.5:
        restate(package)
    (there / "index.json").write_bytes(_index_of(package) if random.random() < 0.5 else index)
    out = str(folder / "out")
    return random.choice([["get", str(there), "-o", out], ["publish", str(there), out], ["verify", str(package)]])


def _index_of(package: Path) -> bytes:
    """The index of the one release that a package is."""
    release = release_of(str(package), version="1.0.0", created="")
    return serialise_index(ReleaseIndex("sample").with_release(release))


def loops(random: Random, folder: Path) -> Command:
    """Damaged articles under odd names, to be built; `loop.py` says what must then be possible."""
    source = folder / "source"
    source.mkdir()
    for number in range(random.randint(1, 3)):
        name = "".join(random.choice(SIGNS) for _ in range(random.randint(0, 4)))
        content = mutate.text(random, article(number + 1), most=6)
        (source / f"{name}{number}.md").write_bytes(content.encode("utf-8", "surrogatepass"))
    return ["build", str(source), "--no-config", "--jobs", "1", "-o", str(folder / "out")]


TARGETS: dict[str, Target] = {
    target.__name__: target
    for target in (
        *(articles, issues, newspapers, settings, baselines, sheets),
        *(archives, bundles, packages, indexes, releases, loops),
    )
}


def restate(package: Path) -> None:
    """Make the sizes and hashes that a package tells of itself fit its files, as far as its descriptor can be read."""
    descriptor = package / "datapackage.json"
    try:
        document = json.loads(descriptor.read_text("utf-8"))
        for resource in document["resources"]:
            data = (package / resource["path"]).read_bytes()
            resource |= {"bytes": len(data), "hash": "sha256:" + hashlib.sha256(data).hexdigest()}
        descriptor.write_bytes(json.dumps(document).encode("utf-8", "surrogatepass"))
    except (ValueError, LookupError, TypeError, OSError):
        pass
    names = sorted(path for path in package.rglob("*") if path.is_file() and path.name != "SHA256SUMS")
    lines = (f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(package).as_posix()}\n" for p in names)
    (package / "SHA256SUMS").write_text("".join(lines), "utf-8")


@lru_cache(maxsize=1)
def _own_articles() -> list[str]:
    """The articles with gold, and as often one that is short: it reaches every construct of a file soonest."""
    gold = [path.read_text("utf-8") for path in sorted(GOLD_ARTICLES.rglob("*.md"))]
    return gold + [article()] * len(gold)


@lru_cache(maxsize=1)
def sound() -> Path:
    """A sound package of two articles, one with a finding."""
    folder = Path(mkdtemp(prefix="duizhao-fuzz-"))
    (folder / "source").mkdir()
    (folder / "source" / "a.md").write_text(article(), "utf-8")
    (folder / "source" / "b.md").write_text(article(3).replace("15,000", "1,500"), "utf-8")
    build([str(folder / "source")], str(folder / "package"), Making(jobs=1))
    return folder / "package"


@lru_cache(maxsize=3)
def _archive(name: str) -> bytes:
    sink = io.BytesIO()
    members = {f"1958/{number}.md": article(number).encode() for number in range(2)}
    if name.endswith(".zip"):
        with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, data in members.items():
                archive.writestr(member, data)
        return sink.getvalue()
    with tarfile.open(fileobj=sink, mode="w") as tar:
        for member, data in members.items():
            info = tarfile.TarInfo(member)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return gzip.compress(sink.getvalue()) if name.endswith(".gz") else sink.getvalue()
