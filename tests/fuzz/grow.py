"""How the time of a check grows with an article: patterns of both languages, repeated to 1k … 1000k characters.

python3 noxfile.py -s grow
python3 noxfile.py -s grow -- --only 3 --sizes 1000,4000
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from duizhao.errors import UnreadableError
from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.running.engine import check_article

MOST = 4.4  # times the time for four times the text
LONGEST = 2.0  # seconds of CPU for any of them
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


def cost(side: str, pattern: str, size: int) -> float:
    """Seconds of CPU, the least of two where it is little."""
    source = Source("a.md", article(side, pattern, size))
    times = []
    for _ in range(2):
        start = time.process_time()
        with suppress(UnreadableError):  # too large for one article, which is found out soon
            check_article(parse(source), Settings())
        times.append(time.process_time() - start)
        gc.collect()  # what one article has left costs the next one nothing
        if times[0] > 1:
            break
    return min(times)


def grown(side: str, pattern: str, sizes: list[int]) -> str:
    """What is wrong with how the time grows, '' for nothing."""
    return complaint([(size, cost(side, pattern, size)) for size in sizes])


def complaint(times: list[tuple[int, float]]) -> str:
    """What is wrong with sizes and seconds, '' for nothing."""
    for (small, before), (large, now) in pairwise(times):
        allowed = MOST * large / small / 4
        if now > FLOOR and now > allowed * max(before, FLOOR / 4):
            return f"{small}: {before:.2f} s, {large}: {now:.2f} s, {now / max(before, 1e-9):.1f} times"
        if now > LONGEST:
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
