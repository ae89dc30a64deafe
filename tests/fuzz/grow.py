"""How the time of a check grows with an article: patterns of both languages, repeated to 1k … 64k characters.

python3 noxfile.py -s grow
python3 noxfile.py -s grow -- --only 3 --sizes 1000,4000
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from itertools import pairwise

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.engine import check_article
from duizhao.validator.settings import Settings

MOST = 4.4  # times the time for four times the text
FLOOR = 0.05  # seconds; below, a ratio says nothing
SIGNS_EN = tuple("0123456789.,-–—'\"()[]<>*#:;/%$ \t\u00a0aAéI°½")
SIGNS_ZH = tuple("一二三四五六七八九十百千万亿零〇两几多余数分之点年月日时第个，。、“”《》（）　·约比倍成半")
WORDS_EN = (
    *("12 ", "1,500 tons ", "1,", "1.", "1-", "1/", "one ", "one-", "hundred ", "a million ", "a half ", "twenty-"),
    *("percent ", "10 percent ", "point ", "first ", "the 10th ", "October ", "Oct. 10, ", "1958 ", "10/13/", "10:30 "),
    *(
        "p.m. ",
        "from 10 to ",
        "between 1 and ",
        "more than ",
        "times ",
        "fourfold ",
        "mu ",
        "jin ",
        "li ",
        "dozen ",
        "and ",
    ),
    *("A ", "U.S.", "Mr. ", "(Xinhua) ", "(a", "[a", "{", "<b>", "</", "&lt;", "http://", "Ã©", "\ufffd", "a\u0301"),
    *("Title: ", "Date: 1958-10-13 ", "**a", "### ", "| a ", "> ", "- ", "1. ", "\n", "\n\n", "12 tons of tea. "),
)
WORDS_ZH = (
    *(
        "一万五千吨",
        "一百",
        "一千零",
        "万亿",
        "百分之",
        "百分之一点",
        "三分之一",
        "一点五",
        "第一",
        "第一百",
        "一九五八年",
    ),
    *(
        "10月13日",
        "十月",
        "上午十时",
        "从一到",
        "一至",
        "一、二",
        "几十",
        "十多",
        "一万多",
        "以上",
        "翻一番",
        "增加三倍",
        "五成",
    ),
    *(
        "亩",
        "斤",
        "公里",
        "元",
        "个",
        "一个又",
        "一一",
        "两两",
        "民国三十年",
        "农历八月",
        "昨日",
        "新华社",
        "（",
        "《",
        "“",
        "　",
    ),
    *(
        "第2版()\n",
        "专栏：",
        "### ",
        "1,500",
        "1958-10-13\n",
        "Ａ１",
        "a1",
        "。",
        "\n",
        "全县收粮一万斤。",
        "〇〇",
        "%",
        "％",
    ),
)


def patterns() -> Iterator[tuple[str, str]]:
    """Side and pattern."""
    yield from (("en", pattern) for pattern in dict.fromkeys((*SIGNS_EN, *WORDS_EN)))
    yield from (("zh", pattern) for pattern in dict.fromkeys((*SIGNS_ZH, *WORDS_ZH)))


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
        check_article(parse(source), Settings())
        times.append(time.process_time() - start)
        if times[0] > 1:
            break
    return min(times)


def grown(side: str, pattern: str, sizes: list[int]) -> str:
    """What is wrong with how the time grows, '' for nothing."""
    times = [(size, cost(side, pattern, size)) for size in sizes]
    for (small, before), (large, now) in pairwise(times):
        allowed = MOST * large / small / 4
        if now > FLOOR and now > allowed * max(before, FLOOR / 4):
            return f"{small}: {before:.2f} s, {large}: {now:.2f} s, {now / max(before, 1e-9):.1f} times"
    return ""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how the time of a check grows with an article.")
    parser.add_argument("--sizes", default="1000,4000,16000,64000", help="characters (default: %(default)s)")
    parser.add_argument("--only", type=int, default=0, metavar="N", help="every N-th pattern only")
    arguments = parser.parse_args()
    sizes = [int(size) for size in arguments.sizes.split(",")]
    tried = list(patterns())[:: arguments.only or 1]
    wrong = 0
    for side, pattern in tried:
        try:
            complaint = grown(side, pattern, sizes)
        except Exception as error:  # noqa: BLE001  a fault is told like slowness
            complaint = f"{type(error).__name__}: {error}"
        if complaint:
            wrong += 1
            print(f"{side} {pattern!r}: {complaint}", flush=True)
    print(f"{len(tried)} patterns: {wrong} grow faster than {MOST} times for four times the text")
    sys.exit(min(1, wrong))


if __name__ == "__main__":
    main()
