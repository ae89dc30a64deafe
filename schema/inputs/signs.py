"""Does this look like articles?  Folders hold READMEs and notes too, and those are nobody's translation."""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.schema.dates import ISO_FORM
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.publication import Publication
from duizhao.schema.readers.recognise import is_document, is_page, may_be_issue, reader_of, recognise

_HEAD = 4 * 1024  # bytes at the beginning, where a header stands, also below a note
_TAIL = 8 * 1024  # bytes at the end: the head of an original of 2,700 characters, of three bytes each, is in them
_BLANK = rb"(?:[ \t*]|\xe3\x80\x80)*+"  # blanks, the ideographic one too, and the ** of a label set in bold
_COLON = rb"[ \t*]*+(?::|\xef\xbc\x9a)"
_SIGN = regex(
    rb"^(?:\xef\xbb\xbf)?+"
    + _BLANK
    + rb"(?:(?:title|author|date|page|edition|original)"
    + _COLON
    + rb"|###[ \t]+[^\n\x80-\xff]{0,80}+[\x80-\xff]"  # a Chinese headline; a README's are ASCII
    + "|第[^\n]{1,32}?版|专栏".encode()
    + rb")",
    re.MULTILINE | re.IGNORECASE,
)
_NO_PANES = "HTML without panes"
_OTHER_FORM = "of a form that its newspaper does not have"


def looks_like_articles(data: bytes, name: str = "") -> bool:
    """True if something says that this is meant as an article, or as an issue that a reader knows.

    A header line, `Original:`, a Chinese headline, 第N版 or 专栏 in the first 4 KiB or the last 8 KiB does, and so does
    a file name that begins with a date, as the archive's do.  Of what is empty or no text at all this cannot be told,
    and it is not passed over in silence: True.
    """
    if _SIGN.search(data, 0, _HEAD) or ISO_FORM.match(name.rpartition("/")[2]):
        return True
    # A file may lack its header, and still have the head of its original somewhere behind the English.
    if len(data) > _HEAD and _SIGN.search(data[-_TAIL:]):
        return True
    # The dearest question last.
    if recognise(data, name) != "article":
        return True
    return not _is_text(data[:_HEAD])


def entry_of(path: str, data: bytes, name: str, alias: str) -> Entry:
    """The entry of a file that was met on the way: to be read, to be skipped, or to be looked at by who knows more.

    Args:
        path: to show.
        data: the file.
        name: its name.
        alias: as of an entry.
    """
    if looks_like_articles(data, name):
        return Entry(path, data, alias=alias)
    return Entry(path, data if may_be_issue(data, name) else None, alias=alias, reason=why_skipped(data))


def why_skipped(data: bytes) -> str:
    """What a file that does not look like articles lacks."""
    return _NO_PANES if is_page(data) else "no sign of an article"


def is_foreign_page(data: bytes, name: str) -> bool:
    """Whether a file that is no issue is HTML, and not an article that begins with a tag."""
    return is_page(data) and (is_document(data) or not looks_like_articles(data, name))


def of_newspaper(entry: Entry, publication: Publication) -> Entry:
    """An entry; one to be skipped, where it was met on the way and no reader of its newspaper reads it."""
    if entry.named or entry.data is None or entry.reason:
        return entry
    reader = reader_of(entry.data, entry.path, publication)
    if reader is not None and reader != "article":
        return entry
    if is_foreign_page(entry.data, entry.path):
        return Entry(entry.path, None, reason=_NO_PANES)
    return entry if reader else Entry(entry.path, None, reason=_OTHER_FORM)


def _is_text(head: bytes) -> bool:
    if not head or b"\0" in head:
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return len(head) == _HEAD and error.start > _HEAD - 4  # cut inside a character
    return True
