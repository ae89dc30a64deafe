"""Which reader knows a file, by what stands in it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from duizhao.schema.publication import ANY, Publication

ReaderName = Literal["article", "issue-html", "issue-md"]
READERS: tuple[ReaderName, ...] = ("article", "issue-html", "issue-md")

_HEAD = 4 * 1024
# Patterns are compiled where they are used: most runs see neither HTML nor issues.
_PAGE = rb"(?i)\s*(?:<!--[^>]{0,400}-->\s*)?<(?:!doctype\s+html|html|head|meta|title|body|main|div)\b"
_HEADING = rb"\s*###[ \t]+[^\s#]"
_SECOND = rb"(?:^|\n)##[ \t]+([^\n#]{1,40}+)"
_HAN = rb"[^\n]{0,200}[\xe3-\xe9][\x80-\xbf]{2}"
_MARKS_LOOKED_AT = 20  # headings of the second rank; one that is a page mark is among the first of an issue
_DATED = "[0-9]{4}[^0-9]?[0-9]{2}[^0-9]?[0-9]{2}"
_BOM = b"\xef\xbb\xbf"


def recognise(data: bytes, name: str = "", publication: Publication = ANY) -> ReaderName:
    """The reader of a file; `article`, which reads any text, where no other knows it.

    Args:
        data: the file.
        name: its path, which is looked at where the file itself may be anything: notes have headings too.
        publication: the newspaper that it should be of.
    """
    start = len(_BOM) if data.startswith(_BOM) else 0
    sign = data[start : start + 200].lstrip()[:1]
    found: ReaderName = "article"
    if sign == b"<" and is_page(data) and _pane(publication.pane).search(data):
        found = "issue-html"
    elif sign == b"#" and _is_issue_md(data, start, name, publication):
        found = "issue-md"
    return found if not publication.readers or found in publication.readers else "article"


def is_page(data: bytes) -> bool:
    """Whether this is HTML, of an issue or not."""
    return re.match(_PAGE, data[len(_BOM) if data.startswith(_BOM) else 0 : _HEAD]) is not None


def may_be_issue(data: bytes, name: str) -> bool:
    """Whether this may be an issue of a newspaper that writes its files in another way."""
    return is_page(data) or (data[:200].lstrip()[:1] == b"#" and re.search(_DATED, name.rpartition("/")[2]) is not None)


@lru_cache(maxsize=64)  # few newspapers are in a run
def _pane(name: str) -> re.Pattern[bytes]:
    return re.compile(
        rb"""\bclass\s*=\s*["']?(?:[\w-]++\s++){0,8}%b(?![\w-])""" % re.escape(name.encode()), re.IGNORECASE
    )


def _is_issue_md(data: bytes, start: int, name: str, publication: Publication) -> bool:
    """Page marks say so; or an English heading at once, in a file that is named by the date of an issue."""
    from duizhao.schema.readers.marks import is_named_as_issue, page_of  # noqa: PLC0415  only for what begins with a `#`

    marks = (
        match for _, match in zip(range(_MARKS_LOOKED_AT), re.compile(_SECOND).finditer(data, start), strict=False)
    )
    first_mark = next((m.start() for m in marks if page_of(m[1].decode("utf-8", "replace").strip(), publication)), None)
    if first_mark is not None and not data[start:first_mark].strip():
        return True
    heading = re.compile(_HEADING).match(data, start)
    if heading is None or re.compile(_HAN).match(data, heading.end() - 1):
        return False
    return first_mark is not None or is_named_as_issue(name, publication)
