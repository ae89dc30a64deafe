"""The blocks of a half put together to articles.

A half is a run of headings (`h3`), each with its paragraphs, under marks of pages (`h2`).  A short line just above a
heading may name the section that begins there; whether it does is plain only where a page mark stands above it, and
else left open until the other half has been looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.schema.marks import page_of, section_in
from duizhao.schema.publication import ANY, Publication
from duizhao.schema.readers.issues.blocks import Block, Blocks
from duizhao.source import Span

MOST_HEADLINE = 2_000
"""Characters; the longest headlines of three decks have some two hundred, and catalogues show no more."""
MOST_ARTICLES = 10_000
"""Of one half of an issue; the largest issues have some four hundred, and a year in one file some ten thousand."""
MOST_CHARACTERS = 200_000
"""Of one half of an article; rules compare no longer one."""
MOST_RAW = 400_000
"""Characters of one half of an article with its tags; what is longer is refused before anybody makes its words."""
MOST_LINES = 20_000
"""Of one half of an article."""
MOST_SIGNS = 50_000
"""Tags and entities within the lines of one half of an article: each costs some hundred bytes and microseconds."""
_AUTHOR = regex(r"([—–―─-]{1,3}\s*)[^\s—–―─-].*", re.DOTALL)
_AUTHOR_LENGTH = 60  # characters; as of the author's line in an article file
_MOST_MARK = 200  # characters of a line that marks a section, tags among them
_SECTION_ZH = regex(r"[\u3400-\u9fff]{2,8}")
_NUMERALS = frozenset("〇零一二三四五六七八九十百千萬万億亿兩两廿卅")
_SECTION_LENGTH = 40  # letters; six words, as the pattern has them at most, are hardly longer
_SECTION_BLOCK = 200  # characters of its line, with tags and entities
_SECTION_EN = regex(r"[A-Z][A-Za-z'’&-]*(?: (?:[A-Z&][A-Za-z'’-]*|of|the|and|for|in|on|to)){0,5}")


class Unread(NamedTuple):
    """What of a file was not read, and why."""

    message: str
    start: int
    """The place in the text of the file."""


class PageMark(NamedTuple):
    """A heading that says which page begins."""

    page: int
    start: int
    """Where its words begin in the text of the file."""
    end: int


class HalfArticle:
    """What one half has of an article; made once, and changed only until both halves have been looked at."""

    __slots__ = (
        *("_first", "_signs", "author", "body", "breaks", "headline", "mark", "named", "page", "section"),
        *("tail", "too_large"),
    )

    def __init__(self, first: Block, headline: Block | None, mark: PageMark | None) -> None:
        self._first = first
        self._signs = 0
        self.headline = headline
        """None for text above the first heading."""
        self.author: Block | None = None
        """A line `— NAME`."""
        self.body = Blocks()
        self.mark = mark
        """The last page mark above the heading."""
        self.page = mark.page if mark else None
        self.named: Block | None = None
        """The line above the heading that names the section which begins with this article."""
        self.section = ""
        """The section that it stands in."""
        self.tail = False
        """Whether the last line of the body may be the name of the section of the next article."""
        self.breaks: list[int] = []
        """Where lines begin that a page mark stands before."""
        self.too_large = ""
        """Why nothing of it is read, '' for an article like any other."""

    @property
    def start(self) -> int:
        """Where its first words begin."""
        return self._first.start

    @property
    def refused(self) -> bool:
        """Whether nothing of it is read: there is too much, or it is but a heading too long to be one."""
        return bool(self.too_large) or not (self.headline or self.author or self.body)

    def take(self, text: str, line: Block) -> None:
        """Take a line; of an article that grows too large none is kept."""
        # Nothing of it is kept, so that a hostile file costs no memory, only the time to pass over it.
        if self.too_large:
            return
        self._signs += 0 if line.plain else sum(text.count(sign, line.start, line.end) for sign in "<&")
        if excess := self._excess(line.end):
            self.refuse(excess)
        else:
            self.body.append(line)

    def refuse(self, excess: str) -> None:
        """Have nothing of it read; say what there is too much of."""
        self.too_large = excess
        self.body.clear()

    def _excess(self, end: int) -> str:
        # A heading too long to be one costs only itself.
        # From the first word to the last, tags included: what the words come to is not known before they are made.
        length = end - (self._first.end if self._first.kind == "h3" else self._first.start)
        if length > MOST_RAW:
            return f"more than {MOST_RAW:,} characters with their tags"
        if len(self.body) >= MOST_LINES:
            return f"more than {MOST_LINES:,} lines"
        return f"more than {MOST_SIGNS:,} tags and entities" if self._signs > MOST_SIGNS else ""

    def parts(self) -> list[Block]:
        """All blocks, in order."""
        head = [block for block in (self.headline, self.author) if block]
        return sorted([*head, *self.body], key=lambda block: block.start)

    def span(self) -> Span:
        """All of it, with its tags."""
        last = self.body[-1] if self.body else self.author or self._first
        return Span(self._first.outer.start, last.outer.end)


class Half(NamedTuple):
    """One half of an issue."""

    articles: list[HalfArticle]
    unread: list[Unread]
    written_date: Block | None
    """The heading above all others."""


def half_of(text: str, blocks: Iterable[Block], publication: Publication = ANY) -> Half:
    """The articles of a half."""
    return _Assembler(text, publication).half(blocks)


class _Assembler:
    def __init__(self, text: str, publication: Publication) -> None:
        self._text = text
        self._publication = publication
        self._articles: list[HalfArticle] = []
        self._unread: list[Unread] = []
        self._page: PageMark | None = None
        self._lead: list[Block] | None = []  # the last line between a page mark and the next heading
        self._broken = False  # whether the next line is the first one below a page mark
        self._named: Block | None = None

    def half(self, blocks: Iterable[Block]) -> Half:
        title = None
        for block in blocks:
            if block.kind == "h1":
                title = title or block
            elif block.kind == "h2":
                self._mark(block)
            elif block.kind == "p":
                self._line(block)
            elif not self._heading(block):
                break
        self._end_lead()
        for article in self._articles:
            _take_author(self._text, article)
        return Half(self._articles, self._unread, title)

    def _mark(self, block: Block) -> None:
        self._end_lead()
        page = page_of(block.words(self._text), self._publication)
        if page is None:  # a heading of another kind is a section's
            self._named = self._section(block) or block
        else:
            self._page = PageMark(page, block.start, block.end)
            self._broken = True
        self._lead = []

    def _section(self, block: Block) -> Block | None:
        """The name of the section that a line marks, as the newspaper marks them; None where it marks none."""
        if not self._publication.section_marks or block.end - block.start > _MOST_MARK:
            return None
        name = section_in(block.words(self._text), self._publication)
        if name is None or not block.plain:
            return block if name else None
        return block._replace(start=block.start + name.start, end=block.start + name.end)

    def _line(self, block: Block) -> None:
        if section := self._section(block):
            self._end_lead()
            self._named, self._lead = section, []
        elif self._lead is not None:
            self._give_lead()
            self._lead.append(block)
        else:
            self._articles[-1].take(self._text, block)

    def _heading(self, block: Block) -> bool:
        """Begin an article; False where there are too many."""
        if len(self._articles) >= MOST_ARTICLES:
            self._unread.append(Unread(f"more than {MOST_ARTICLES:,} headings; what follows is not read", block.start))
            return False
        if self._lead:
            if seems_section(self._text, self._lead[-1]):
                self._named = self._lead.pop()
            self._end_lead()
        # A line before a heading in the midst of a page: only the other half tells whether it names a section.
        elif self._named is None and self._articles and (body := self._articles[-1].body):
            self._articles[-1].tail = seems_section(self._text, body[-1])
        long = block.end - block.start
        if long > MOST_HEADLINE:
            message = f"a heading of {long:,} characters is not read; a headline has at most {MOST_HEADLINE:,}"
            self._unread.append(Unread(message, block.start))
        article = HalfArticle(block, block if long <= MOST_HEADLINE else None, self._page)
        article.named, self._named = self._named, None
        self._articles.append(article)
        self._lead, self._broken = None, False
        return True

    def _end_lead(self) -> None:
        """No line below belongs to those above the first heading of a page."""
        self._give_lead()
        self._lead = None if self._articles else []

    def _give_lead(self) -> None:
        """Lines above the first heading of a page go on with the article before, or are one without a headline."""
        if not self._lead:
            return
        line = self._lead.pop()
        if not self._articles:
            self._articles.append(HalfArticle(line, None, self._page))
        elif self._broken:
            self._articles[-1].breaks.append(line.start)
        self._broken = False
        self._articles[-1].take(self._text, line)


def seems_section(text: str, block: Block) -> bool:
    """Whether a line may be the name of a section: a few words, no sentence, no figures."""
    # Words are made of tags and entities, and a long line is no name anyway.
    words = block.words(text) if block.end - block.start < _SECTION_BLOCK else ""
    if _SECTION_ZH.fullmatch(words):
        return _NUMERALS.isdisjoint(words)
    return len(words) <= _SECTION_LENGTH and _SECTION_EN.fullmatch(words) is not None


def _take_author(text: str, article: HalfArticle) -> None:
    """The line `— NAME`, below the headline or below the deck."""
    for index, block in enumerate(article.body[:2]):
        match = _AUTHOR.fullmatch(block.words(text)) if block.end - block.start <= _AUTHOR_LENGTH else None
        if match:
            # In a line with tags the dashes may be anywhere among them.
            dashes = len(match[1]) if block.plain else 0
            article.author = article.body.pop(index)._replace(start=block.start + dashes)
            return
