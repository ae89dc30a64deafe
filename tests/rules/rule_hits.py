"""What a rule yields of an article, before the engine makes findings of it."""

from __future__ import annotations

from collections.abc import Iterator

from reading import read

from duizhao.schema.tree import Article
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes, issue_files
from duizhao.validator.registry import registry
from duizhao.validator.rule import Hit

HEADER = "Title: A\nAuthor:\nDate: 1958-10-13\nPage: 2\n"
HEAD = "### 丰收\n\n1958-10-13\n第2版()\n专栏：\n"
Said = tuple[str, str, str | None, str | None]
"""Severity where it is not that of the rule, message, and the words marked in either language."""


def case_of(keys: dict[str, str], settings: Settings | None = None) -> Case:
    """An article that has these keys, and is sound where they say nothing."""
    return Case(next(articles("a.md", article_bytes(keys))), settings or Settings())


def text_of(header: str = HEADER, mark: str = "<hr />\nOriginal:\n", head: str = HEAD, zh: str = "    开会。\n") -> str:
    """A file with these parts."""
    return f"{header}\nAll met.\n\n{mark}\n{head}\n{zh}"


def case_in_issue(*several: dict[str, str], at: int = 0, settings: Settings | None = None) -> Case:
    """The article at a place of an issue."""
    (path, data), *_ = issue_files(several[0].get("issue", "1936.05.04.html"), several)
    return Case(list(articles(path, data))[at], settings or Settings())


def case_of_text(text: str, path: str = "a.md", settings: Settings | None = None) -> Case:
    """The article of a file that is written so."""
    return Case(next(articles(path, text.encode())), settings or Settings())


def articles(path: str, data: bytes) -> Iterator[Article]:
    """The articles of a file."""
    return (one for one in read(path, data) if isinstance(one, Article))


def hits_of(code: str, case: Case) -> list[Hit]:
    """What a rule yields."""
    return list(registry()[code].check(case))


def said(code: str, case: Case) -> list[Said]:
    """The same in words."""

    def words(span: Span | None) -> str | None:
        return None if span is None else case.words(span)

    return [
        (one.severity.word if one.severity else "", one.message, words(one.en), words(one.zh))
        for one in hits_of(code, case)
    ]
