"""Article files for these tests."""

from __future__ import annotations

import os
from collections.abc import Mapping

SENTENCES = (
    ("全县收粮食一万五千吨。", "The county harvested 15,000 tons of grain."),
    ("秋收已经完毕。", "The harvest is over."),
)


def article(
    headline: str = "丰收",
    *,
    title: str = "A Good Harvest",
    date: str = "1958-10-13",
    page: int = 2,
    sentences: tuple[tuple[str, str], ...] = SENTENCES,
) -> str:
    """An article file in the canonical layout."""
    english = "\n\n".join(english for _, english in sentences)
    chinese = "\n".join("    " + chinese for chinese, _ in sentences)
    return (
        f"Title: {title}\nAuthor: Bai Qing\nDate: {date}\nPage: {page}\n\n{english}\n\n\n\n<hr /> \n\nOriginal: \n\n\n"
        f"### {headline}\n柏青\n{date}\n第{page}版()\n专栏：\n\n{chinese}\n"
    )


def write_articles(folder: str, files: Mapping[str, str | bytes]) -> str:
    """Write files below a folder, and return it."""
    for name, content in files.items():
        path = os.path.join(folder, *name.split("/"))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
    return folder


def many(count: int) -> dict[str, str]:
    """So many different articles."""
    digits = "零一二三四五六七八九"
    numbers = ("".join(digits[int(digit)] for digit in str(index)) for index in range(count))
    return {f"{index:04d}.md": article(f"丰收{name}", page=index % 8 + 1) for index, name in enumerate(numbers)}
