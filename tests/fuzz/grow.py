"""How the time of a check grows: patterns of articles, pages and bundles, repeated to 1k … 1000k characters.

python3 noxfile.py -s grow
python3 noxfile.py -s grow -- --only 3 --sizes 1000,4000
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from duizhao.cli.main import main as duizhao
from duizhao.errors import UnreadableError
from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.running.engine import check_article

MOST = 4.4  # times the time for four times the text
LONGEST = 2.0  # seconds of CPU for any of them
EACH = 0.001  # seconds more for each article of a page or bundle
FLOOR = 0.05  # seconds; below, a ratio says nothing
PATTERNS = Path(__file__).with_name("patterns.jsonl")


def patterns() -> list[tuple[str, str]]:
    """Side and pattern, a line each."""
    return [(side, pattern) for side, pattern in map(json.loads, PATTERNS.read_text("utf-8").splitlines())]


def article(side: str, pattern: str, size: int) -> str:
    """An article in which a pattern fills one side, and a sentence the other."""
    text = pattern * (size // len(pattern))
    english, chinese = (text, "全县收粮一万斤。") if side == "en" else ("The county harvested 10,000 jin.", text)
    head = "Title: A\nAuthor:\nDate: 1958-10-13\nPage: 2\n\n"
    return f"{head}{english}\n\n<hr />\n\nOriginal:\n\n### 丰收\n\n1958-10-13\n第2版()\n专栏：\n\n    {chinese}\n"


def page(pattern: str, size: int) -> str:
    """A page of an issue in whose left pane a pattern is repeated; the whole in one line."""
    panes = (pattern * (size // len(pattern)), "<h3>A</h3><p>x 3 tons</p>")
    inner = "".join(f'<div class="pane"><h1>1936.05.04</h1><h2>Page 1</h2>{pane}</div>' for pane in panes)
    return f"<html><body>{inner}</body></html>"


def bundle(pattern: str, size: int) -> str:
    """A bundle in which a pattern is repeated."""
    return f"const ARTICLES = [{pattern * (size // len(pattern))}];"


WHOLE = {"page": (page, "1936.05.04.html"), "bundle": (bundle, "1958.js")}
"""How the files of several articles are made, and what they are called."""
NEWSPAPER = "publications:\n- {name: lake, profile: shenbao, section-marks: [▲NAME]}\n"


def cost(side: str, pattern: str, size: int) -> float:
    """Seconds of CPU, the least of two where it is little."""
    with TemporaryDirectory() as folder:
        once = _of_file(side, pattern, size, Path(folder)) if side in WHOLE else _of_article(side, pattern, size)
        times = []
        for _ in range(2):
            start = time.process_time()
            once()
            times.append(time.process_time() - start)
            gc.collect()  # what one article has left costs the next one nothing
            if times[0] > 1:
                break
    return min(times)


def _of_article(side: str, pattern: str, size: int) -> Callable[[], object]:
    """Checks an article."""
    source = Source("a.md", article(side, pattern, size))

    def once() -> None:
        with suppress(UnreadableError):  # too large for one article, which is found out soon
            check_article(parse(source), Settings())

    return once


def _of_file(side: str, pattern: str, size: int, folder: Path) -> Callable[[], object]:
    """Checks a page or a bundle, and writes the report for people, which quotes lines of any length."""
    make, name = WHOLE[side]
    (folder / name).write_text(make(pattern, size), "utf-8")
    (folder / "duizhao.yaml").write_text(NEWSPAPER, "utf-8")
    command = ["check", str(folder / name), "--config", str(folder / "duizhao.yaml"), "--no-cache", "--jobs", "1"]

    def once() -> None:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            duizhao([*command, "--output", os.devnull])

    return once


def grown(side: str, pattern: str, sizes: list[int]) -> str:
    """What is wrong with how the time grows, '' for nothing."""
    longest = LONGEST + EACH * (max(sizes) // len(pattern)) if side in WHOLE else LONGEST
    times = [(size, cost(side, pattern, size)) for size in sizes]
    if complaint(times, longest):
        # On a busy machine one of two measurements may be disturbed: what is slow is slow again.
        times = [(size, min(before, cost(side, pattern, size))) for size, before in times]
    return complaint(times, longest)


def complaint(times: list[tuple[int, float]], longest: float = LONGEST) -> str:
    """What is wrong with sizes and seconds, '' for nothing."""
    for (small, before), (large, now) in pairwise(times):
        allowed = MOST * large / small / 4
        if now > FLOOR and now > allowed * max(before, FLOOR / 4):
            return f"{small}: {before:.2f} s, {large}: {now:.2f} s, {now / max(before, 1e-9):.1f} times"
        if now > longest:
            return f"{large}: {now:.2f} s"
    return ""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how the time of a check grows with an article.")
    parser.add_argument(
        "--sizes", default="1000,4000,16000,64000,250000,1000000", help="characters (default: %(default)s)"
    )
    parser.add_argument("--only", type=int, default=0, metavar="N", help="every N-th pattern only")
    arguments = parser.parse_args()
    sizes = [int(size) for size in arguments.sizes.split(",")]
    tried = patterns()[:: arguments.only or 1]
    wrong = 0
    for side, pattern in tried:
        try:
            complaint = grown(side, pattern, sizes)
        except Exception as error:  # noqa: BLE001  a fault is told like slowness
            complaint = f"{type(error).__name__}: {error}"
        if complaint:
            wrong += 1
            print(f"{side} {pattern!r}: {complaint}", flush=True)
    print(f"{len(tried)} patterns: {wrong} grow faster than {MOST} times for four times the text, or take {LONGEST} s")
    sys.exit(min(1, wrong))


if __name__ == "__main__":
    main()
