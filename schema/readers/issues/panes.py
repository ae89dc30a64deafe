"""A page to its panes: the headings and paragraphs of each, and nothing of what a browser would not show as text."""

from __future__ import annotations

import re
from typing import NamedTuple, cast

from duizhao.schema.publication import PANE
from duizhao.schema.readers.issues.blocks import Block, BlockKind, Blocks
from duizhao.schema.readers.issues.markup import Token, tokens
from duizhao.source import Span

_CLASS = re.compile(r"""\bclass\s*=\s*(?:"([^"<]*)"|'([^'<]*)'|([^\s"'<>]+))""", re.IGNORECASE)
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


class Pane(NamedTuple):
    """One half of a page."""

    start: int
    blocks: Blocks


def panes(text: str, pane: str = PANE) -> list[Pane]:
    """The panes of a page, in its order, those without any text left out.

    Args:
        text: the page.
        pane: the class of the elements that are panes.
    """
    reader = _PaneReader(text, pane)
    for token in tokens(text):
        reader.take(token)
    reader.end_block(len(text))
    return [pane for pane in reader.panes if pane.blocks]


class _PaneReader:
    """Takes tokens; what it knows of a page is the block that is open, so that nesting costs nothing."""

    def __init__(self, text: str, pane: str) -> None:
        self._text = text
        self._pane = pane
        self.panes: list[Pane] = []
        self._inside = False  # between the first tag of a pane and the end of the page's text
        self._loose = False  # text that stands in no paragraph counts
        self._tag = ""  # of the pane
        self._depth = 0  # of that tag within the pane
        self._without = ""  # the element whose text is none
        self._kind: BlockKind = "p"
        self._outer = -1  # where the tag of the open block begins, -1 for a block without a tag
        self._start = self._end = -1
        self._runs = 0
        self._plain = True

    def take(self, token: Token) -> None:
        if token.kind == "open":
            self._open(token)
        elif not self._inside:
            return
        elif token.kind == "close":
            self._close(token)
        elif token.kind == "text" and not self._without and (self._loose or self._outer >= 0):
            self._words(token)

    def _open(self, token: Token) -> None:
        name = token.name
        if self._is_pane(token):
            self.end_block(token.start)
            self.panes.append(Pane(token.start, Blocks()))
            self._inside = self._loose = True
            self._tag, self._depth, self._without = name, 0, ""
        elif not self._inside:
            return
        elif name in _PAGE_ENDS:
            self.end_block(token.start)
            self._inside = name != "footer"
        elif name in _HEADINGS or name in _LINES:
            self.end_block(token.start)
            self._without = ""  # a tool that is never closed hides no text
            self._kind = cast("BlockKind", name) if name in _HEADINGS else "p"
            self._outer = token.start
        elif name in _FRAMES:
            self.end_block(token.start)
            self._depth += name == self._tag
        elif name == "br" and self._kind == "p":
            tagged = self._outer >= 0
            self.end_block(token.start)
            self._outer = token.end if tagged else -1
        elif name in _NO_TEXT:
            self._without = name

    def _close(self, token: Token) -> None:
        name = token.name
        if name == self._without:
            self._without = ""
        elif name == self._tag or name in _FRAMES or name in _PAGE_ENDS:
            self.end_block(token.start)
            if name == self._tag:
                self._depth -= 1
                # Behind its last tag only what is marked as a heading or a paragraph still belongs to the pane: a tag
                # too many inside it must not cost the rest, and the buttons behind it are no text.
                self._loose = self._loose and self._depth >= 0
        elif name in _HEADINGS or name in _LINES:
            self.end_block(token.end)

    def _is_pane(self, token: Token) -> bool:
        written = self._text[token.start : token.end]
        if self._pane not in written:
            return False
        match = _CLASS.search(written)
        return match is not None and self._pane in (match[1] or match[2] or match[3] or "").split()

    def _words(self, token: Token) -> None:
        written = self._text[token.start : token.end]
        stripped = written.strip()
        if not stripped:
            return
        start = token.start + len(written) - len(written.lstrip())
        if self._start < 0:
            self._start = start
        self._end = start + len(stripped)
        self._runs += 1
        self._plain = self._plain and not any(sign in stripped for sign in "&\n\r\t\f")

    def end_block(self, end: int) -> None:
        """Close the block that is open, if any; `end` is where its last tag ends, or the next one begins."""
        if self._start >= 0:
            outer = Span(self._start, self._end) if self._outer < 0 else Span(self._outer, end)
            block = Block(self._kind, outer, self._start, self._end, self._plain and self._runs == 1)
            if block.plain or block.words(self._text):  # `&nbsp;` alone is no text
                self.panes[-1].blocks.append(block)
        self._kind, self._outer, self._start, self._end, self._runs, self._plain = "p", -1, -1, -1, 0, True
