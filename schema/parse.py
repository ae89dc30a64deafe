"""Article file to `tree.Article`: tolerant, and nothing is lost.

The format is the archive's: English header lines (`Title:`, `Author:`, `Date:`, `Page:`; old files `Edition:`), the
English body, perhaps a `**Named Entities**` list, `<hr />`, `Original:`, then the Chinese: `### headline`, an author
line (often blank or absent), a date, `第N版()`, `专栏：…`, the body.  Blank lines and indents vary; each line of a body
that is not blank is a paragraph, and so is text that stands on a line of the original's head.  What does not fit
becomes an `Oddity`, never an error.  A newspaper that calls header lines, pages or columns otherwise says so
(`duizhao.schema.publication`); the archive's own forms are read all the same.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.schema.lines import Line, first_line, header_line, label_of, rest_of, split_lines
from duizhao.schema.publication import ANY, PAGE_MARKS, Publication
from duizhao.schema.tree import HAN, Article, Chinese, English, Field, HeaderLine, Oddity, Paragraph
from duizhao.source import Source

_RULE = regex(r"[ \t]*<hr[ \t]*/?>[ \t]*\r?$", re.IGNORECASE)
_ORIGINAL = regex(r"[ \t]*Original[ \t]*[:：]", re.IGNORECASE)
_ENTITIES = regex(r"(?:\*\*|#{1,6}[ \t]+)?Named Entities(?:\*\*)?(?:[ \t]*[:：])?(?:[ \t]*\*\*)?$", re.IGNORECASE)
_HEADLINE = regex(r"#{1,6}\s*")
_DATE = regex(r"[ \t\u3000]*(\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?)[ \t\u3000]*\r?$")
_PAGE = regex(r"[ \t\u3000]*第[ \t]*([^ \t\r\n版]{0,8}?)[ \t]*版")
_PAGE_END = regex(r"[ \t\u3000]*(?:\([ \t]*\)|（[ \t]*）)?(?=(?P<rest>.?))")
_COLUMN = regex(r"[ \t\u3000]*专栏[：:]")
_EXPORT = regex(r"[ \t\u3000]*<REC>")
_STRAY_LINES = 3  # lines without a label that may stand between two header lines
_AUTHOR_LENGTH = 60  # characters; a longer line between headline and date is text
_COLUMN_LENGTH = 60  # likewise what stands after 专栏：
_DECK_SLACK = 8  # characters by which a line of the deck may be longer than what it repeats: dashes and blanks
_SAMPLE = 4000  # characters that tell the language of a text in which nothing else does
_PAGE_LENGTH = 16  # characters of a line that begins with 第N版 and goes on without blank or brackets


def parse(source: Source, publication: Publication = ANY) -> Article:
    """Parse an article file; any text gives an article, however odd.

    Args:
        source: the file.
        publication: the newspaper.
    """
    return _Parser(source, publication).run()


class _Parser:
    def __init__(self, source: Source, publication: Publication) -> None:
        self.source = source
        self.publication = publication
        self.own_labels = tuple(pair for pair in publication.header if pair[0] != pair[1])
        self.own_marks = publication.page_marks != PAGE_MARKS or bool(publication.section_marks)
        self.text = source.text
        self.lines = split_lines(source.text)
        self.oddities: list[Oddity] = []

    def run(self) -> Article:
        cut = self._halves()
        english = self._english(self.lines[: cut.english_end], cut.offset)
        chinese = self._chinese(self.lines[cut.chinese_start :], cut.offset)
        known_as = self.publication.in_identifiers if self.publication.name else ""
        oddities = tuple(self.oddities)
        return Article(self.source, english, chinese, cut.separator, cut.original, oddities, publication=known_as)

    def _odd(self, code: str, start: int, end: int) -> None:
        self.oddities.append(Oddity(code, start, end))

    # ------------------------------------------------------------ halves

    def _halves(self) -> _Cut:
        original = first_line(self.lines, lambda line: line.text[:1] in "Oo" and _ORIGINAL.match(line.text) is not None)
        rules = [i for i, line in enumerate(self.lines[:original]) if "<" in line.text and _RULE.match(line.text)]
        # Of several rules the last one before `Original:` parts the halves; without `Original:`, the first.
        separator = None if not rules else rules[0] if original is None else rules[-1]
        mark = original if original is not None else separator
        if mark is None:
            return self._halves_by_headline()
        end = separator if separator is not None else mark
        first, last = self.lines[end], self.lines[mark]
        if original is None:
            self._odd("original-missing", last.start, last.end)
        if separator is None:
            self._odd("separator-missing", first.start, first.end)
        for stray in self.lines[end + 1 : mark]:
            self._odd("between-halves", stray.start, stray.end)
        start, offset = mark + 1, last.line_start
        if original is not None and (match := _ORIGINAL.match(last.text)) and last.text[match.end() :].strip():
            # The Chinese begins on the line of `Original:` itself.
            rest = last.text[match.end() :]
            begin = last.end - len(rest.lstrip())
            self.lines[mark] = Line(self.text[begin : last.end], begin, begin, last.end)
            self._odd("original-not-alone", last.start, last.end)
            start = mark
        return _Cut(
            end,
            start,
            offset,
            first.field() if separator is not None else None,
            last.field() if original is not None else None,
        )

    def _halves_by_headline(self) -> _Cut:
        """No separator: the Chinese begins at a Chinese headline, or fills the file, or is missing."""
        index = first_line(self.lines, lambda line: line.text.startswith("#") and HAN.search(line.text) is not None)
        if index is None and self.lines and _mostly_han(self.text) and not self._label(self.lines[0]):
            index = 0
        if index is None:
            return _Cut(len(self.lines), len(self.lines), len(self.text), None, None)
        line = self.lines[index]
        self._odd("separator-missing", line.start, line.end)
        return _Cut(index, index, line.line_start, None, None)

    # ------------------------------------------------------------ English

    def _english(self, lines: list[Line], end: int) -> English:
        headers, body = self._headers(lines)
        lines = lines[body:]
        stop = first_line(lines, lambda line: _ENTITIES.match(line.text) is not None)
        entities: tuple[Field, ...] = ()
        if stop is not None:
            entities = tuple(line.field() for line in lines[stop + 1 :])
            lines = lines[:stop]
        head = {header.name: header.value.text for header in reversed(headers)}
        paragraphs = _paragraphs(lines, head.get("Title", ""), head.get("Author", ""))
        return English(tuple(headers), paragraphs, entities, 0, end)

    def _headers(self, lines: list[Line]) -> tuple[list[HeaderLine], int]:
        """The header lines, and the index of the first line after them."""
        headers: list[HeaderLine] = []
        seen: set[str] = set()
        last = {"Date", "Page"}.intersection(name for _, name in self.publication.header) or {"Date", "Page"}
        body = index = 0
        while index < len(lines) and index - body <= _STRAY_LINES:
            line = lines[index]
            found = self._label(line, seen)
            strays = lines[body:index]
            if found and (not strays or (headers and found[0] not in seen)):
                for stray in strays:
                    self._odd("header-stray-line", stray.start, stray.end)
                headers.append(header_line(line, *found))
                seen.add(found[0])
                body = index + 1
            index += 1
            if last <= seen and index < len(lines) and not self._label(lines[index], seen):
                break  # the header is complete: a label further down is text
        return headers, body

    def _label(self, line: Line, seen: set[str] | frozenset[str] = frozenset()) -> tuple[str, int] | None:
        return label_of(line, seen, self.own_labels)

    # ------------------------------------------------------------ Chinese

    def _chinese(self, lines: list[Line], start: int) -> Chinese:
        index = 0
        headline = None
        if lines and (match := _HEADLINE.match(lines[0].text)):
            line = lines[0]
            begin = line.start + match.end()
            headline = Field(self.text[begin : line.end], begin, line.end)
            index = 1
        index, author = self._author(lines, index)
        head: dict[str, Field] = {}
        beside: list[Line] = []
        while index < len(lines) and (found := self._head_line(lines[index])):
            name, field, text = found
            if name in head:
                self._odd(f"chinese-{name}-repeated", field.start, field.end)
            head.setdefault(name, field)
            if text:
                self._odd("chinese-head-text", text.start, text.end)
                beside.append(text)
            index += 1
        body = beside + lines[index:]
        return Chinese(
            headline,
            author,
            head.get("date"),
            head.get("page"),
            head.get("column"),
            head.get("export"),
            _paragraphs(body, headline.text if headline else "", author.text if author else ""),
            start,
            len(self.text),
        )

    def _author(self, lines: list[Line], index: int) -> tuple[int, Field | None]:
        """The line between the headline and the date, where there is one."""
        if index >= len(lines) or self._head_line(lines[index]):
            return index, None
        line = lines[index]
        follows = index + 1 < len(lines) and self._head_line(lines[index + 1])
        if index == 0 or not follows or line.end - line.start > _AUTHOR_LENGTH:
            return index, None
        return index + 1, line.field()

    def _head_line(self, line: Line) -> _HeadLine | None:
        """What a line of the head holds, and the text of the body that stands on the same line."""
        text = line.text
        first = text[0]
        if first.isdigit() and (match := _DATE.match(text)):
            return _HeadLine("date", _group(line, match))
        if first == "第" and (match := _PAGE.match(text)):
            return _page(line, match)
        if first == "专" and (match := _COLUMN.match(text)):
            rest = rest_of(line, match.end())
            if rest.end - rest.start > _COLUMN_LENGTH:
                return _HeadLine("column", Field("", rest.start, rest.start), rest)
            return _HeadLine("column", rest.field())
        if first == "<" and _EXPORT.match(text):
            return _HeadLine("export", line.field())
        return self._own_head_line(line) if self.own_marks else None

    def _own_head_line(self, line: Line) -> _HeadLine | None:
        """The same of a line as this newspaper alone writes it."""
        from duizhao.schema.marks import page_mark_at, section_in  # noqa: PLC0415  few newspapers have their own

        if match := page_mark_at(line.text, self.publication):
            return _page(line, match)
        name = section_in(line.text, self.publication)
        if name is None:
            return None
        start, end = line.start + name.start, line.start + name.end
        return _HeadLine("column", Field(self.text[start:end], start, end))


class _HeadLine(NamedTuple):
    """A line of the head of the original."""

    name: str
    field: Field
    beside: Line | None = None
    """Text that is no part of the head, but stands on its line."""


class _Cut(NamedTuple):
    """Where the halves lie, as indexes of lines."""

    english_end: int
    chinese_start: int
    offset: int
    separator: Field | None
    original: Field | None


def _page(line: Line, match: re.Match[str]) -> _HeadLine | None:
    end = _PAGE_END.match(line.text, match.end())
    if end is None:
        return None
    marked = not end["rest"] or end.end() > match.end()
    if not marked and len(line.text) > _PAGE_LENGTH:
        return None  # a sentence that speaks of a page
    rest = rest_of(line, end.end())
    return _HeadLine("page", _group(line, match), rest if rest.text else None)


def _group(line: Line, match: re.Match[str]) -> Field:
    return Field(match[1], line.start + match.start(1), line.start + match.end(1))


def _paragraphs(lines: list[Line], title: str, author: str) -> tuple[Paragraph, ...]:
    """The lines of a body; those above the text that repeat the headline or the author line are its deck."""
    squeezed, byline = _squeeze(title), _squeeze(author)
    paragraphs = []
    in_head = True
    for line in lines:
        in_head = in_head and len(line.text) <= max(len(title), len(author)) + _DECK_SLACK
        words = _squeeze(line.text) if in_head else ""
        deck = len(words) > 1 and (words in squeezed or words == byline)
        paragraphs.append(Paragraph(line.text, line.start, line.end, deck))
    return tuple(paragraphs)


def _squeeze(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _mostly_han(text: str) -> bool:
    sample = text[:_SAMPLE]
    return 2 * len(HAN.findall(sample)) > len(sample)
