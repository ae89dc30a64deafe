"""HTML to tags and text, each with its exact place, in time that grows with the length of the text alone.

Why our own: a finding must point at a line and a column of the page, also behind an entity, and whoever sends a page
must not choose how long it is read.  Tried were `html.parser` of the standard library (keeps positions; 11 s for
40,000 unclosed comments, twice as many take four times as long), tree-sitter-html (keeps positions; 89 s for the same
page, 83 s for 200,000 nested tags), lxml (lines of tags only) and html5lib (keeps none).

It is no browser: it knows where tags, comments and scripts begin and end, and builds no tree.  What is not closed ends
where the next one begins, and what is no markup after all is text: nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Literal, NamedTuple

from duizhao.regex import regex

_MARKUP = regex(r"<(?=[A-Za-z/!?])")
# No part of a tag may hold a `<`: so no tag is sought beyond the next one, and the whole search stays linear.
_TAG = regex(r"<(/?)([A-Za-z][A-Za-z0-9:-]*+)(?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+>")
_PLAIN_TAG = regex(r"<(/?)([A-Za-z][A-Za-z0-9:-]*+)[^<>]*+>")  # with a quotation mark that is never closed
_DECLARATION = regex(r"<[!?/][^<>]*+>")
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noframes"})
"""What they hold is no markup, and no text of the page either."""
_ENTITY_OR_BLANK = regex(r"&(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|[\t\n\f\r]")
MOST_PIECES = 200_000
"""Of a stretch; an article has at most a quarter as many tags and entities, or none of it is read."""
_SIGNS_OF_WORK = regex(r"[&\t\n\f\r]")


class TextPiece(NamedTuple):
    """Words of a block, and the place in the file where they are written."""

    text: str
    start: int
    end: int


class MarkupToken(NamedTuple):
    """A tag, a stretch of text, or something to be passed over."""

    kind: Literal["open", "close", "text", "other"]
    name: str
    """Of the tag, in small letters."""
    start: int
    end: int


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[MarkupToken]:
    """All tokens of a text, or of a stretch of it, without gaps."""
    stop = len(text) if end is None else end
    missing: set[str] = set()  # ends that were sought to the end of the text in vain: each is sought so once
    at = begin = start
    while match := _MARKUP.search(text, at, stop):
        here = match.start()
        token = _token(text, here, stop, missing)
        if token is None:  # a `<` and no tag: text
            at = here + 1
            continue
        if here > begin:
            yield MarkupToken("text", "", begin, here)
        yield token
        at = begin = token.end
        if token.kind == "open" and token.name in RAW:
            inside = _end_of_raw(text, token, stop, missing)
            if inside > at:
                yield MarkupToken("other", "", at, inside)
                at = begin = inside
    if stop > begin:
        yield MarkupToken("text", "", begin, stop)


def _token(text: str, at: int, stop: int, missing: set[str]) -> MarkupToken | None:
    """The markup that begins at a `<`, None where there is none."""
    if text.startswith("<!--", at):
        # Sought to the end once: forty thousand unclosed comments would else be as many searches of the whole page.
        end = -1 if "-->" in missing else text.find("-->", at + 4, stop)
        if end < 0:
            missing.add("-->")
        # Of a comment that is never closed only the sign is passed over, lest the rest of the page be lost.
        return MarkupToken("other", "", at, end + 3 if end >= 0 else min(at + 4, stop))
    match = _TAG.match(text, at, stop) or _PLAIN_TAG.match(text, at, stop)
    if match:
        return MarkupToken("close" if match[1] else "open", match[2].lower(), at, match.end())
    match = _DECLARATION.match(text, at, stop)
    return MarkupToken("other", "", at, match.end()) if match else None


def _end_of_raw(text: str, token: MarkupToken, stop: int, missing: set[str]) -> int:
    """Where the closing tag of a script or the like begins; right here where there is none.

    One that opens again before it is closed was not closed: it must not hide the page up to the next script's end.
    """
    if token.name in missing:
        return token.end
    match = regex(f"<(/?){token.name}\\b", re.IGNORECASE).search(text, token.end, stop)
    if match is None:
        missing.add(token.name)
    return match.start() if match and match[1] else token.end


def words(text: str, start: int, end: int) -> list[TextPiece]:
    """The words of a stretch of a page: without its tags, entities decoded, line ends as blanks, none around them."""
    return _stripped(list(islice(_pieces(text, start, end), MOST_PIECES)))


def _pieces(text: str, start: int, end: int) -> Iterator[TextPiece]:
    for token in tokens(text, start, end):
        if token.kind == "text":
            yield from _decoded(text, token.start, token.end)
        elif token.name == "br":
            yield TextPiece(" ", token.start, token.end)


def _decoded(text: str, start: int, end: int) -> Iterator[TextPiece]:
    if not _SIGNS_OF_WORK.search(text, start, end):
        yield TextPiece(text[start:end], start, end)
        return
    import html  # noqa: PLC0415  few pages have entities

    at = start
    for match in _ENTITY_OR_BLANK.finditer(text, start, end):
        if match.start() > at:
            yield TextPiece(text[at : match.start()], at, match.start())
        decoded = html.unescape(match[0])
        # A paragraph is one line, also where somebody wrote its line end as `&#10;`.
        yield TextPiece(" " if decoded in "\t\n\v\f\r" else decoded, match.start(), match.end())
        at = match.end()
    if end > at:
        yield TextPiece(text[at:end], at, end)


def _stripped(pieces: list[TextPiece]) -> list[TextPiece]:
    """Without blanks at both ends."""
    while pieces and not pieces[0].text.strip():
        del pieces[0]
    while pieces and not pieces[-1].text.strip():
        pieces.pop()
    if pieces:
        text, start, end = pieces[0]
        pieces[0] = TextPiece(text.lstrip(), start + len(text) - len(text.lstrip()), end)
        text, start, end = pieces[-1]
        pieces[-1] = TextPiece(text.rstrip(), start, end - (len(text) - len(text.rstrip())))
    return pieces
