"""An article of an issue, written as the archive writes article files, each part with its place in the issue's file.

So whatever looks at articles need not know of issues: labels and the line between the languages are there, and the
text of the one article alone.  What stands nowhere in the file (`Title:`) has the place behind what came before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from duizhao.schema.readers.issues.blocks import Block
from duizhao.schema.readers.issues.halves import HalfArticle, PageMark
from duizhao.schema.readers.issues.markup import TextPiece
from duizhao.schema.tree import (
    Article,
    Chinese,
    Datelines,
    English,
    Field,
    HeaderLine,
    InIssue,
    Oddity,
    Paragraph,
    Unpaired,
)
from duizhao.source import Excerpt, Source, Span, Stretch


class IssueDate(NamedTuple):
    """The date of an issue."""

    iso: str
    """YYYY-MM-DD."""
    written: Span | None
    """Where the page says it, None where the name of the file does."""


class IssueParts(NamedTuple):
    """What the articles of an issue have in common."""

    source: Source
    reader: str
    publication: str
    """What identifiers call the newspaper."""
    english_date: IssueDate | None
    chinese_date: IssueDate | None
    lacks: str
    """The half that all of it lacks, '' for none."""
    datelines: Datelines = Datelines()
    """Days that it says dispatches are of."""
    name: str = ""
    """What it is called among the issues of its newspaper."""
    original: Source | None = None
    """The file of the original, where it is another one."""
    counterpart: str = ""
    """The path of the file that has the half which this one lacks."""
    second: bool = False
    """Whether that file has a translation too."""


class Own(NamedTuple):
    """What an article of an issue has by itself."""

    number: int
    """Its place among the articles, from 1."""
    digest: str
    """Hash of what it says."""
    other_marks: bool
    """Whether its page marks are not those of the article before."""
    unpaired: Unpaired | None
    """Where most of its half have no counterpart, as it has none."""


def article_of(
    issue: IssueParts, own: Own, zh: Sequence[HalfArticle], en: Sequence[HalfArticle], oddities: Sequence[str]
) -> Article:
    """An article of an issue.

    Args:
        issue: what it has in common with the others.
        own: what it has not.
        zh: what the original has of it: one article, none, or two where the translation has one.
        en: what the translation has of it.
        oddities: what is odd about the issue, to be said of this article.
    """
    return _Writer(issue, zh, en).article(own, oddities)


class _Writer:
    def __init__(self, issue: IssueParts, zh: Sequence[HalfArticle], en: Sequence[HalfArticle]) -> None:
        self._issue = issue
        self._zh, self._en = zh, en
        self._text = issue.source.text  # that words are taken from
        self._parts: list[str] = []
        self._stretches: list[Stretch] = []
        self._at = 0  # characters written so far
        # What stands nowhere in the file has a place all the same: where its half begins.
        first = [half[0].span().start for half in ((en,) if issue.original else (en, zh)) if half]
        self._last = first[0] if first else 0  # where in the file the last words ended

    def article(self, own: Own, oddities: Sequence[str]) -> Article:
        english = self._english()
        self._literal("\n\n\n\n")
        separator = self._field("<hr />", " \n\n")
        original = self._field("Original:", " \n\n\n")
        since, page = self._at, self._issue.original if self._zh else None
        if page:
            self._text = page.text
        if self._zh:
            self._last = self._zh[0].span().start
        chinese = self._chinese()
        source = Excerpt(self._issue.source, "".join(self._parts), self._stretches, page, since)
        mark = chinese.headline or (english.headers[0].value if english.headers else original)
        odd = tuple(Oddity(code, mark.start, mark.end) for code in oddities)
        place = self._place(own)
        return Article(source, english, chinese, separator, original, odd, place, self._issue.publication)

    def _place(self, own: Own) -> InIssue:
        zh, en = self._zh, self._en
        return InIssue(
            self._issue.reader,
            own.number,
            zh[0].section if zh else en[0].section,
            en[0].page if en else None,
            zh[0].page if zh else None,
            Span(en[0].span().start, en[-1].span().end) if en else None,
            Span(zh[0].span().start, zh[-1].span().end) if zh else None,
            self._issue.lacks,
            self._issue.counterpart,
            self._issue.second,
            own.digest,
            self._issue.name,
            self._issue.datelines,
            own.other_marks,
            tuple(n for n, block in enumerate(_body(zh)) if any(block.start in part.breaks for part in zh)),
            own.unpaired,
        )

    # ------------------------------------------------------------ the halves

    def _english(self) -> English:
        parts = list(self._en)
        headers: list[HeaderLine] = []
        headline = parts[0].headline if parts else None
        if headline:
            headers.append(self._header("Title", headline, "\n"))
        headers.append(self._header("Author", parts[0].author if parts else None, "\n"))
        if date := self._issue.english_date:
            headers.append(self._header("Date", date, "\n"))
        marked = parts if self._issue.original else (*parts, *self._zh)  # of another file it has no place here
        if mark := next((one.mark for one in marked if one.mark), None):
            headers.append(self._header("Page", mark, ""))
        paragraphs = [self._paragraph(block, "\n\n", "") for block in _body(parts)]
        return English(tuple(headers), tuple(paragraphs), (), 0, self._at)

    def _header(self, name: str, value: Block | IssueDate | PageMark | None, after: str) -> HeaderLine:
        start = self._at
        self._literal(f"{name}:")
        label_end = self._at
        if value is None:
            return HeaderLine(name, name, start, label_end, self._field("", after))
        self._literal(" ")
        field = self._block(value) if isinstance(value, Block) else self._value(value)
        self._literal(after)
        return HeaderLine(name, name, start, label_end, field)

    def _chinese(self) -> Chinese:
        parts = list(self._zh)
        start = self._at
        if not parts:
            return Chinese(None, None, None, None, None, None, (), start, start)
        headline = author = page = None
        self._literal("### ")
        if parts[0].headline:
            headline = self._block(parts[0].headline)
        self._literal("\n")
        if parts[0].author:
            author = self._block(parts[0].author)
        self._literal("\n")
        date = self._value(self._issue.chinese_date) if self._issue.chinese_date else None
        self._literal("\n第" if date else "第")
        if parts[0].mark:
            page = self._value(parts[0].mark)
        self._literal("版()\n专栏：")
        column = self._value(parts[0].section)
        self._literal("\n\n")
        paragraphs = [self._paragraph(block, "    ", "\n") for block in _body(parts)]
        return Chinese(headline, author, date, page, column, None, tuple(paragraphs), start, self._at)

    # ------------------------------------------------------------ pieces

    def _literal(self, text: str) -> None:
        """Words that do not stand in the file."""
        if text:
            self._parts.append(text)
            self._stretches.append(Stretch(self._at, self._last, self._last))
            self._at += len(text)

    def _words(self, pieces: Iterable[TextPiece]) -> None:
        for text, start, end in pieces:
            self._parts.append(text)
            self._stretches.append(Stretch(self._at, start, end))
            self._at += len(text)
            self._last = end

    def _field(self, text: str, after: str) -> Field:
        start = self._at
        self._literal(text)
        field = Field(text, start, self._at)
        self._literal(after)
        return field

    def _value(self, value: IssueDate | PageMark | str) -> Field:
        if isinstance(value, PageMark):
            return self._elsewhere(TextPiece(str(value.page), value.start, value.end))
        if isinstance(value, IssueDate) and value.written is not None:
            return self._elsewhere(TextPiece(value.iso, *value.written))
        return self._field(value.iso if isinstance(value, IssueDate) else value, "")

    def _elsewhere(self, piece: TextPiece) -> Field:
        """A value that stands above the article; what follows has the place behind what came before all the same."""
        start, last = self._at, self._last
        self._words([piece])
        self._last = last
        return Field(piece.text, start, self._at)

    def _block(self, block: Block) -> Field:
        start = self._at
        pieces = block.pieces(self._text)
        self._words(pieces)
        return Field("".join(piece.text for piece in pieces), start, self._at)

    def _paragraph(self, block: Block, before: str, after: str) -> Paragraph:
        self._literal(before)
        field = self._block(block)
        self._literal(after)
        return Paragraph(*field, deck=False)


def _body(parts: Sequence[HalfArticle]) -> Iterable[Block]:
    """The paragraphs; a headline that is none in the other half is one of them."""
    for number, part in enumerate(parts):
        if number:
            yield from (block for block in (part.headline, part.author) if block)
        yield from part.body
