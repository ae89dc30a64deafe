"""Which reader knows a file, by what stands in it."""

from __future__ import annotations

import re
from typing import Literal

ReaderName = Literal["article", "issue-html", "issue-md"]

PANE = "pane"
"""The class of the elements of a page that hold a half each."""
_HEAD = 4 * 1024
_PAGE = re.compile(
    rb"\s*(?:<!--[^>]{0,400}-->\s*)?<(?:!doctype\s+html|html|head|meta|title|body|main|div)\b", re.IGNORECASE
)
_PANE = re.compile(rb"""\bclass\s*=\s*["']?(?:[\w-]++\s++){0,8}pane\b""", re.IGNORECASE)
_HEADING = re.compile(rb"\s*###[ \t]+[^\s#]")
_PAGE_MARK = re.compile(rb"^##[ \t]+Page[ \t]+[0-9]{1,3}[ \t]*\r?$", re.MULTILINE)
_FIRST_MARK = re.compile(rb"\s*##[ \t]+Page[ \t]+[0-9]{1,3}[ \t]*\r?(?:\n|$)")
_HAN = re.compile(rb"[^\n]{0,200}[\xe3-\xe9][\x80-\xbf]{2}")
_NAME = re.compile(r"[0-9]{4}\.[0-9]{2}\.[0-9]{2}(?![0-9])[^/]*\.md", re.IGNORECASE)
_BOM = b"\xef\xbb\xbf"


def recognise(data: bytes, name: str = "") -> ReaderName:
    """The reader of a file; `article`, which reads any text, where no other knows it.

    Args:
        data: the file.
        name: its path, which is looked at where the file itself may be anything: notes have headings too.
    """
    start = len(_BOM) if data.startswith(_BOM) else 0
    sign = data[start : start + 200].lstrip()[:1]
    if sign == b"<":
        return "issue-html" if is_page(data) and _PANE.search(data) else "article"
    return "issue-md" if sign == b"#" and _is_issue_md(data, start, name) else "article"


def is_page(data: bytes) -> bool:
    """Whether this is HTML, of an issue or not."""
    return _PAGE.match(data, len(_BOM) if data.startswith(_BOM) else 0, _HEAD) is not None


def _is_issue_md(data: bytes, start: int, name: str) -> bool:
    """Page marks say so; or an English heading at once, in a file that is named by the date of an issue."""
    if _FIRST_MARK.match(data, start):
        return True
    heading = _HEADING.match(data, start)
    if heading is None or _HAN.match(data, heading.end() - 1):
        return False
    return _NAME.fullmatch(name.rpartition("/")[2]) is not None or _PAGE_MARK.search(data) is not None
