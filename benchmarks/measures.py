"""What is measured, each against what people would use instead or against itself."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from generate import write
from issues import page
from processes import measured
from timing import Row, in_pairs, milliseconds, peak_megabytes, run, seconds, timed

from duizhao.schema.inputs.read import given_entry
from duizhao.schema.parse import parse
from duizhao.schema.publication import ANY
from duizhao.schema.tree import Article
from duizhao.source import Source
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.running.engine import check_article
from duizhao.validator.running.one_file import articles_in

ROOT = Path(__file__).resolve().parents[1]
SEED_ARTICLE = next((ROOT / "seeds").glob("*.txt"))
DUIZHAO = (sys.executable, "-m", "duizhao")
CHECK = (*DUIZHAO, "check", "--no-cache", "--output-format", "concise")
_ISSUES = (450_000, 900_000)  # characters; the largest issues have the first
RECOGNIZERS = ("recognizers-text-suite==1.0.2a2", "emoji==1.7.0", "setuptools<81")


class Bench:
    """A folder to work in, and the sizes to measure with."""

    def __init__(self, folder: Path, *, large: bool, recognizers: bool) -> None:
        self.folder = folder
        self.recognizers = recognizers
        self.few, self.many = 2_000, 200_000 if large else 10_000
        self.shared = 4_000
        self.packaged = 20_000 if large else 2_000

    def articles(self, count: int) -> str:
        """A folder of that many generated articles, made when first asked for."""
        target = self.folder / f"articles-{count}"
        if not target.exists():
            write(str(target), count)
        return str(target)

    def package(self) -> str:
        """A data package of generated articles, made when first asked for."""
        target = self.folder / f"package-{self.packaged}"
        if not target.exists():
            run([*DUIZHAO, "build", self.articles(self.packaged), "-o", str(target)])
        return str(target)


def rules(bench: Bench) -> Iterator[Row]:
    """Parsing and all rules on one article, one core; and the part of it that the numbers take."""
    data, settings = SEED_ARTICLE.read_bytes(), Settings()
    article = parse(Source.decode("a.txt", data))
    check_article(article, settings)
    whole = seconds(lambda: check_article(parse(Source.decode("a.txt", data)), settings))
    numbers = seconds(lambda: Case(article, settings).links)
    reading = seconds(_read_and_hash)
    row = "all rules, one article : reading and hashing it"
    yield Row(row, milliseconds(whole), milliseconds(reading), whole / reading, "≤ 88", whole <= 88 * reading)
    row = "its numbers found, paired, judged : the same"
    yield Row(row, milliseconds(numbers), milliseconds(reading), numbers / reading, "≤ 41", numbers <= 41 * reading)
    if bench.recognizers:
        other = float(run([_recognizers_python(bench), str(ROOT / "benchmarks" / "recognizers.py"), str(SEED_ARTICLE)]))
        row = "numbers found, paired, judged : Recognizers-Text, found"
        yield Row(row, milliseconds(numbers), milliseconds(other), numbers / other, "≤ 0.11", numbers / other <= 0.11)


def _read_and_hash() -> str:
    data = SEED_ARTICLE.read_bytes()
    data.decode()
    return hashlib.sha256(data).hexdigest()


def _recognizers_python(bench: Bench) -> str:
    """Recognizers-Text in a virtual environment of its own: what it needs is too old for ours."""
    home = bench.folder / "recognizers"
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not (home / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(home)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", *RECOGNIZERS], check=True)
        (home / "ready").touch()
    return str(python)


def workers(bench: Bench) -> Iterator[Row]:
    """Two workers against one."""
    folder = bench.articles(bench.shared)
    one, two = in_pairs([*CHECK, "--jobs", "1", folder], [*CHECK, "--jobs", "2", folder], rounds=3)
    rate = f"{bench.shared / one:,.0f}/s"
    row = f"two workers : one, {bench.shared:,} articles"
    yield Row(row, f"{bench.shared / two:,.0f}/s", rate, one / two, "≥ 1.80", one / two >= 1.8)


def start(bench: Bench) -> Iterator[Row]:
    """One file from the command line, the whole process, against check-jsonschema on one small file."""
    schema, instance = bench.folder / "schema.json", bench.folder / "one.json"
    schema.write_text(json.dumps({"type": "object", "required": ["title"]}), encoding="utf-8")
    instance.write_text(json.dumps({"title": "A Good Harvest"}), encoding="utf-8")
    other = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), str(instance)]
    ours, theirs = in_pairs([*CHECK, str(SEED_ARTICLE)], other, rounds=11)
    row = "one file, whole process : check-jsonschema"
    yield Row(row, milliseconds(ours), milliseconds(theirs), ours / theirs, "≤ 0.50", ours / theirs <= 0.5)
    version, bare = in_pairs([*DUIZHAO, "--version"], [sys.executable, "-c", ""], rounds=11)
    yield Row("--version : bare Python", milliseconds(version), milliseconds(bare), version / bare, "", None)


def memory(bench: Bench) -> Iterator[Row]:
    """The most memory on many articles against few: it must not grow."""
    few, many = bench.articles(bench.few), bench.articles(bench.many)
    for name, command in (("check", (*CHECK, "--jobs", "1")), ("build", (*DUIZHAO, "build", "--jobs", "1"))):
        target = ["-o", str(bench.folder / "memory")] if name == "build" else []
        small, large = peak_megabytes([*command, few, *target]), peak_megabytes([*command, many, *target])
        row = f"memory of {name}, {bench.many:,} : {bench.few:,} articles"
        yield Row(row, f"{large:.0f} MB", f"{small:.0f} MB", large / small, "≤ 1.20", large / small <= 1.2)


def scale(bench: Bench) -> Iterator[Row]:
    """A build with two workers, all processes taken together, on many articles against few; Linux only."""
    if sys.platform != "linux":
        return
    built = {}
    for count in (bench.few, bench.many):
        folder, target = bench.articles(count), str(bench.folder / f"scale-{count}")
        built[count] = measured([*DUIZHAO, "build", "--no-cache", "--jobs", "2", folder, "-o", target])
    (_, few), (many, large) = built.items()
    row = f"memory of all processes of a build, {many:,} : {bench.few:,} articles"
    ratio = large.megabytes / few.megabytes
    reached = ratio <= 1.25 and large.megabytes <= 300
    yield Row(row, f"{large.megabytes:.0f} MB", f"{few.megabytes:.0f} MB", ratio, "≤ 1.25", reached)
    row = f"work of the process that a build starts with : all of it, {many:,} articles"
    yield Row(row, _each(large.first, many), _each(large.work, many), large.first / large.work, "≤ 0.05", None)
    yield from _again(bench.articles(many), many)


def _again(folder: str, count: int) -> Iterator[Row]:
    """A second check, with what the first has kept."""
    check = [word for word in CHECK if word != "--no-cache"]
    with tempfile.TemporaryDirectory() as home:
        config = Path(home) / "duizhao.yaml"
        config.write_text("cache: kept\n", encoding="utf-8")
        first, second = (measured([*check, "--config", str(config), "--jobs", "2", folder]) for _ in range(2))
    row = f"second check : the first, {count:,} articles"
    ratio = second.work / first.work
    yield Row(row, _each(second.work, count), _each(first.work, count), ratio, "≤ 0.05", ratio <= 0.05)


def _each(spent: float, count: int) -> str:
    return milliseconds(spent / count)


def issue(bench: Bench) -> Iterator[Row]:
    """An issue of a newspaper in one file: its articles read and paired, and how work and memory grow with it."""
    files = [bench.folder / f"issue-{size}" / "1937.03.02.html" for size in _ISSUES]
    for file, size in zip(files, _ISSUES, strict=True):
        file.parent.mkdir(exist_ok=True)
        file.write_text(page(size), encoding="utf-8")
    data = files[0].read_bytes()
    entry = given_entry("1937.03.02.html", data)
    articles = list(articles_in(entry, ANY))
    reading = seconds(lambda: list(articles_in(entry, ANY)))
    checking = seconds(lambda: [check_article(one) for one in articles if isinstance(one, Article)], rounds=3)
    row = f"an issue of {_ISSUES[0]:,} characters: read and paired : its articles checked"
    yield Row(
        row, milliseconds(reading), milliseconds(checking), reading / checking, "≤ 0.15", reading <= 0.15 * checking
    )
    if sys.platform != "linux":
        return
    one, two = (measured([*CHECK, "--jobs", "1", str(file)]) for file in files)
    row = f"an issue of {_ISSUES[1]:,} characters : {_ISSUES[0]:,}"
    yield Row(
        row, milliseconds(two.work), milliseconds(one.work), two.work / one.work, "≤ 2.20", two.work <= 2.2 * one.work
    )
    row = f"memory for an issue of {_ISSUES[0]:,} characters : 80 MB"
    yield Row(row, f"{one.megabytes:.0f} MB", "80 MB", one.megabytes / 80, "≤ 1.00", one.megabytes <= 80)


def package(bench: Bench) -> Iterator[Row]:
    """Building a package against checking only; verifying it against `frictionless validate`."""
    folder = bench.articles(bench.packaged)
    target = str(bench.folder / "built")
    run([*DUIZHAO, "build", folder, "-o", target])
    build, check = timed([*DUIZHAO, "build", folder, "-o", target]), timed([*CHECK, folder])
    row = f"build : check, {bench.packaged:,} articles"
    yield Row(row, f"{build:.1f} s", f"{check:.1f} s", build / check, "", None)
    descriptor = str(Path(bench.package()) / "datapackage.json")
    theirs = [sys.executable, "-m", "frictionless", "validate", descriptor]
    ours, other = in_pairs([*DUIZHAO, "verify", bench.package()], theirs, rounds=3)
    yield Row(
        "verify : frictionless validate", f"{ours:.1f} s", f"{other:.1f} s", ours / other, "≤ 1.00", ours <= other
    )


MEASURES: dict[str, Callable[[Bench], Iterator[Row]]] = {
    measure.__name__: measure for measure in (rules, workers, start, memory, scale, issue, package)
}
