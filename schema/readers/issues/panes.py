"""A page to its panes: the headings and paragraphs of each, and nothing of what a browser would not show as text."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple, cast

from duizhao.regex import regex
from duizhao.schema.publication import PANES
from duizhao.schema.readers.issues.blocks import Block, BlockKind, Blocks
from duizhao.schema.readers.issues.markup import RAW, MarkupToken, tokens
from duizhao.source import Span

_CLASS = regex(r"""\bclass\s*=\s*(?:"([^"<]*)"|'([^'<]*)'|([^\s"'<>]+))""", re.IGNORECASE)
_HEADINGS = frozenset({"h1", "h2", "h3"})
_LINES = frozenset({"p", "h4", "h5", "h6", "li", "dt", "dd", "td", "th", "pre", "blockquote", "figcaption", "caption"})
"""Elements that are a paragraph each."""
_FRAMES = frozenset(
    {"div", "section", "article", "main", "header", "ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr"}
    | {"figure", "center", "hr", "form", "fieldset"}
)
"""Elements that end a paragraph and are none."""
_NO_TEXT = frozenset({"button", "select", "nav", "template", "noscript", "svg", "object", "audio", "video"})
"""What they hold are signs and tools of the page."""
_PAGE_ENDS = frozenset({"footer", "body", "html"})
_COUNTED = _FRAMES | _LINES - {"p"}  # no pane is a paragraph, of which a page has thousands
"""Elements that panes are made of."""


class Pane(NamedTuple):
    """One half of a page."""

    start: int
    blocks: Blocks


def panes(text: str, classes: tuple[str, ...] = PANES) -> list[Pane]:
    """The panes of a page, in its order, those without any text left out.

    Args:
        text: the page.
        classes: those of the elements that are panes.
    """
    reader = _PaneReader(text, classes)
    for token in tokens(text):
        reader.take(token)
    reader.end(len(text))
    return [pane for pane in reader.panes if pane.blocks]


class _PaneReader:
    """Takes tokens; what it knows of a page is the block that is open, so that nesting costs nothing.

    Where a pane ends its own closing tag says, unless one too many stands in it: then what follows is its text as well.
    Which of the two it is shows later, where the next pane begins: on the level that the first one ended on, or on a
    level above.
    """

    def __init__(self, text: str, classes: tuple[str, ...]) -> None:
        self._text = text
        self._classes = classes
        self.panes: list[Pane] = []
        self._inside = False  # between the first tag of a pane and the end of the page's text
        self._loose = False  # text that stands in no paragraph counts
        self._tag = ""  # of the pane
        self._depth = 0  # of that tag within the pane; -1 on the level of the pane itself
        self._ends: list[int] = []  # how many blocks the pane had where its level ended, where the next one did, …
        self._stop: int | None = None  # how many it had where something stood behind it that is of the page
        self._open_tags: Counter[str] = Counter()  # those of the whole page, less those closed
        self._closed = False  # the page, as it should be
        self._without = ""  # the element whose text is none
        self._kind: BlockKind = "p"
        self._outer = -1  # where the tag of the open block begins, -1 for a block without a tag
        self._start = self._end = -1
        self._runs = 0
        self._plain = True

    def take(self, token: MarkupToken) -> None:
        if token.kind == "open":
            if token.name in _COUNTED:
                self._open_tags[token.name] += 1
            if self._is_pane(token):
                self._begin(token)
            elif self._inside:
                self._element(token)
        elif token.kind == "close":
            if token.name in _COUNTED:
                self._open_tags[token.name] -= 1
            self._closed |= token.name in ("body", "html") and self._open_tags[self._tag] == 0
            if self._inside:
                self._close(token)
        elif token.kind == "text" and self._inside and not self._without and (self._loose or self._outer >= 0):
            self._words(token)

    def end(self, end: int) -> None:
        """The page ends here."""
        self.end_block(end)
        if self._ends and self._closed:
            self._cut(self._ends[0])
        elif self._stop is not None:
            self._cut(self._stop)

    def _element(self, token: MarkupToken) -> None:
        name = token.name
        if name in _PAGE_ENDS:
            self.end_block(token.start)
            self._inside = name != "footer"
        elif name in _HEADINGS or name in _LINES:
            self.end_block(token.start)
            self._without = ""  # a tool that is never closed hides no text
            self._kind = cast("BlockKind", name) if name in _HEADINGS else "p"
            self._outer = token.start
        elif name in _FRAMES:
            self.end_block(token.start)
        elif name == "br" and self._kind == "p":
            tagged = self._outer >= 0
            self.end_block(token.start)
            self._outer = token.end if tagged else -1
        elif name in _NO_TEXT:
            self._without = name
        if self._depth < 0 and self._stop is None and self._is_of_page(name):
            self._stop = len(self.panes[-1].blocks)
        self._depth += name == self._tag

    def _begin(self, token: MarkupToken) -> None:
        """A pane."""
        self.end_block(token.start)
        if self._ends:
            self._cut(self._ends[max(-self._depth, 1) - 1])
        self.panes.append(Pane(token.start, Blocks()))
        self._inside = self._loose = True
        self._tag, self._depth, self._without = token.name, 0, ""
        self._ends, self._stop = [], None

    def _is_of_page(self, name: str) -> bool:
        """Whether an element behind the tag that seems to close a pane is of the page, for it is no line of a pane."""
        return name in _FRAMES or name in _NO_TEXT or name in RAW or (self._outer < 0 and name != "br")

    def _cut(self, blocks: int) -> None:
        """Take from the last pane what turned out to stand outside of it."""
        del self.panes[-1].blocks[blocks:]

    def _close(self, token: MarkupToken) -> None:
        name = token.name
        if name == self._without:
            self._without = ""
        elif name == self._tag or name in _FRAMES or name in _PAGE_ENDS:
            self.end_block(token.start)
            if name == self._tag:
                self._leave()
        elif name in _HEADINGS or name in _LINES:
            self.end_block(token.end)

    def _leave(self) -> None:
        """A tag closes that is of the pane's kind."""
        self._depth -= 1
        if -self._depth > len(self._ends):
            self._ends.append(len(self.panes[-1].blocks))
        # Behind its last tag only what is marked as a heading or a paragraph may still belong to the pane: a tag
        # too many inside it must not cost the rest, and the buttons behind it are no text.
        self._loose = self._loose and self._depth >= 0

    def _is_pane(self, token: MarkupToken) -> bool:
        written = self._text[token.start : token.end]
        # A look for the name before the pattern for its attribute: few of a page's tags have it.
        if not any(name in written for name in self._classes):
            return False
        match = _CLASS.search(written)
        return match is not None and not {*(match[1] or match[2] or match[3] or "").split()}.isdisjoint(self._classes)

    def _words(self, token: MarkupToken) -> None:
        written = self._text[token.start : token.end]
        stripped = written.strip()
        if not stripped:
            return
        start = token.start + len(written) - len(written.lstrip())
        if self._start < 0:
            self._start = start
        self._end = start + len(stripped)
        self._runs += 1
        # Words with an entity or a line end in them are not written as they are meant.
        self._plain = self._plain and not any(sign in stripped for sign in "&\n\r\t\f")

    def end_block(self, end: int) -> None:
        """Close the block that is open, if any; `end` is where its last tag ends, or the next one begins."""
        if self._start >= 0:
            outer = Span(self._start, self._end) if self._outer < 0 else Span(self._outer, end)
            block = Block(self._kind, outer, self._start, self._end, self._plain and self._runs == 1)
            if block.plain or block.words(self._text):  # `&nbsp;` alone is no text
                self.panes[-1].blocks.append(block)
        self._kind, self._outer, self._start, self._end, self._runs, self._plain = "p", -1, -1, -1, 0, True
