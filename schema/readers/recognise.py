"""Which reader knows a file, by what stands in it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from duizhao.regex import regex
from duizhao.schema.publication import ANY, Publication
from duizhao.source import BOM

ReaderName = Literal["article", "issue-html", "issue-md"]
READERS: tuple[ReaderName, ...] = ("article", "issue-html", "issue-md")

_HEAD = 4 * 1024  # bytes; the first headline of an issue stands in them, behind page marks and names of sections
_ABOVE = 200  # bytes, in which a file has its first sign that is no blank
_PAGE = regex(rb"(?i)<(?:!doctype\s+html|html|head|meta|title|body|main|div)\b")
_DOCUMENT = regex(rb"(?i)<(?:!doctype|html|head)\b")
_BLANKS = regex(rb"\s*+")
_BEFORE = ((b"<!--", b"-->"), (b"<?", b">"))
"""What may stand above a page: comments, and the line that says it is XML; how they begin, and how they end."""
_FIRST_HEADING = regex(rb"(?:\A(?:\xef\xbb\xbf)?|\n)[ \t]*###[ \t]+(?=[^\s#])")
_LABEL = regex(
    rb"(?i)(?:\A(?:\xef\xbb\xbf)?|\n)[ \t]*(?:title|author|date|page|edition|original)[ \t]*(?::|\xef\xbc\x9a)"
)
_SECOND = regex(rb"(?:^|\n)##[ \t]+([^\n#]{1,40}+)")
_HAN = regex(rb"[^\n]{0,200}[\xe3-\xe9][\x80-\xbf]{2}")
_MARKS_LOOKED_AT = 20  # headings of the second rank; one that is a page mark is among the first of an issue
_DATED = regex("[0-9]{4}[^0-9]?[0-9]{2}[^0-9]?[0-9]{2}")


def reader_of(data: bytes, name: str = "", publication: Publication = ANY) -> ReaderName | None:
    """The reader of a file of a newspaper; None where it is for one that the newspaper does not have.

    Args:
        data: the file.
        name: its path.
        publication: the newspaper.
    """
    found = recognise(data, name, publication)
    return found if not publication.readers or found in publication.readers else None


def recognise(data: bytes, name: str = "", publication: Publication = ANY) -> ReaderName:
    """What a file is by its form; `article`, which reads any text, where it is nothing else.

    Args:
        data: the file.
        name: its path, which is looked at where the file itself may be anything: notes have headings too.
        publication: the newspaper that it should be of.
    """
    start = len(BOM) if data.startswith(BOM) else 0
    sign = data[start : start + _ABOVE].lstrip()[:1]
    # One character rules out HTML for nearly every file.
    if sign == b"<":
        return "issue-html" if is_page(data) and _pane(publication.pane).search(data) else "article"
    return "issue-md" if _is_issue_md(data, start, name, publication) else "article"


def is_page(data: bytes) -> bool:
    """Whether this is HTML, of an issue or not."""
    return _PAGE.match(data, _above(data)) is not None


def is_document(data: bytes) -> bool:
    """Whether this is a whole HTML document, and so no article however it goes on."""
    return _DOCUMENT.match(data, _above(data)) is not None


def _above(data: bytes) -> int:
    """Where a page begins, behind the comments above it."""
    at = len(BOM) if data.startswith(BOM) else 0
    while match := _BLANKS.match(data, at):
        at = match.end()
        closing = next((end for sign, end in _BEFORE if data.startswith(sign, at)), b"")
        end = data.find(closing, at) if closing else -1
        if end < 0:
            break
        at = end + len(closing)
    return at


def may_be_issue(data: bytes, name: str) -> bool:
    """Whether this may be an issue of a newspaper that writes its files in another way."""
    if data[:_ABOVE].lstrip()[:1] == b"<":
        return is_page(data)
    dated = _DATED.search(name.rpartition("/")[2]) is not None
    return dated and (data[:_ABOVE].lstrip()[:1] == b"#" or _heading(data) is not None)


def _heading(data: bytes) -> int | None:
    """Where the first headline of an issue in English is; None where there is none, or a label of an article above."""
    sign = data.find(b"###", 0, _HEAD)  # forty times as quick as the pattern, and all that most files need
    if sign < 0:
        return None
    heading = _FIRST_HEADING.search(data, max(data.rfind(b"\n", 0, sign), 0), _HEAD)
    if heading is None or _HAN.match(data, heading.end()):
        return None
    return None if _LABEL.search(data, 0, heading.end()) else heading.start()


@lru_cache(maxsize=64)  # few newspapers are in a run
def _pane(classes: tuple[str, ...]) -> re.Pattern[bytes]:
    names = b"|".join(re.escape(name.encode()) for name in classes)
    return regex(rb"""\bclass\s*=\s*["']?(?:[\w-]++\s++){0,8}(?:%b)(?![\w-])""" % names, re.IGNORECASE)


def _is_issue_md(data: bytes, start: int, name: str, publication: Publication) -> bool:
    """Page marks say so; or an English headline, in a file that is named by the date of an issue."""
    # Two looks that cost nothing, and end it for most files.
    headed = data[start : start + _ABOVE].lstrip()[:1] == b"#"
    heading = _heading(data)
    if heading is None and not headed:  # as most files
        return False
    from duizhao.schema.marks import is_named_as_issue, page_of  # noqa: PLC0415  few files have such headings

    marks = (match for _, match in zip(range(_MARKS_LOOKED_AT), _SECOND.finditer(data, start), strict=False))
    first_mark = next((m.start() for m in marks if page_of(m[1].decode("utf-8", "replace").strip(), publication)), None)
    if headed and first_mark is not None and not data[start:first_mark].strip():
        return True
    if heading is None:
        return False
    # A headline in the midst of a file may be of notes; at its head, with page marks below, it is an issue's.
    at_once = not data[start:heading].strip()
    return (at_once and first_mark is not None) or is_named_as_issue(name, publication)
