"""What `duizhao check --fix` puts right by itself: form, never prose.

Line ends become LF; a byte order mark and blanks at the ends of lines go; the file ends in one line end; header labels
are spelt as they should be and stand in order; a date or page in another form is written in the canonical one.
Fixing twice is fixing once.
"""

from __future__ import annotations

import re

from duizhao.errors import UnreadableError
from duizhao.regex import regex
from duizhao.schema.dates import iso_date
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.parse import parse
from duizhao.schema.readers.recognise import is_page, recognise
from duizhao.schema.tree import Article, HeaderLine
from duizhao.source import Source
from duizhao.validator.configuration.settings import Settings

_RANK = {"Title": 0, "Author": 1, "Date": 2, "Edition": 3, "Page": 4}
_KEPT = regex(r"<hr ?/?> |Original: ", re.IGNORECASE)
"""Lines that the archive itself writes with a blank at the end."""
_BLANKS = " \t\u3000\r"
_PAGE = regex(r"(?:第|[Pp]age |[Pp]\. ?|No\. ?)?\s*0{0,2}([1-9][0-9]{0,2})\s*(?:版(?:\(\))?)?\.?")


def fixable(entry: Entry, settings: Settings) -> Source | None:
    """The text of a file of one article; None of a whole issue, and of what cannot be read, which a check tells."""
    if entry.data is None or entry.reason or is_page(entry.data):
        return None
    if recognise(entry.data, entry.path, settings.publication_of(entry.path)) != "article":
        return None
    try:
        return Source.decode(entry.path, entry.data)
    except UnreadableError:
        return None


def fix(source: Source) -> str:
    """The text of an article file with its form put right; equal to the source's text where there is nothing to do."""
    text = _blanks(source.text.replace("\r\n", "\n"))
    article = parse(Source(source.path, text))
    return _header(article)


def _blanks(text: str) -> str:
    """Without blanks at the ends of lines, but for those of the archive's own making; one line end closes the file."""
    lines = (line if _KEPT.fullmatch(line) else line.rstrip(_BLANKS) for line in text.split("\n"))
    stripped = "\n".join(lines).rstrip("\n")
    return stripped + "\n" if stripped else ""


def _header(article: Article) -> str:
    """The text with its header lines spelt, formed and ordered."""
    text, headers = article.source.text, article.english.headers
    if not headers:
        return text
    lines = [_line(text, header) for header in headers]
    spans = [(header.start, max(header.value.end, header.label_end)) for header in headers]
    if _may_be_ordered(article):
        order = sorted(range(len(headers)), key=lambda i: _RANK[headers[i].name])
        lines = [lines[i] for i in order]
    pieces, at = [], 0
    for line, (start, end) in zip(lines, spans, strict=True):
        pieces += [text[at:start], line]
        at = end
    return "".join([*pieces, text[at:]])


def _may_be_ordered(article: Article) -> bool:
    """Repeated labels and stray lines are for a person: which value is meant cannot be known."""
    names = [header.name for header in article.english.headers]
    return len(set(names)) == len(names) and all(o.code != "header-stray-line" for o in article.oddities)


def _line(text: str, header: HeaderLine) -> str:
    value = _value(header)
    label = text[header.start : header.label_end]
    canonical = f"{header.name}:"
    respelt = header.label.lower() != header.name.lower()
    if (label == canonical and value == header.value.text) or (respelt and not _is_meant(header, value)):
        return text[header.start : max(header.value.end, header.label_end)]
    return f"{canonical} {value}" if value else canonical


def _is_meant(header: HeaderLine, value: str) -> bool:
    """Whether a label with a slip in it is a label at all: `Rate: 5 %` is one letter away from `Date:`."""
    if header.name == "Date":
        return iso_date(value) is not None
    return header.name not in ("Page", "Edition") or _PAGE.fullmatch(value) is not None


def _value(header: HeaderLine) -> str:
    written = header.value.text
    if header.name == "Date":
        return iso_date(written) or written
    if header.name in ("Page", "Edition") and (match := _PAGE.fullmatch(written)):
        return match[1]
    return written
