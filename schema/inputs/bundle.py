"""Bundles of the archive's web site: `const ARTICLES = [ … ];` in a JavaScript file, one a month, often gzipped.

The array is JSON, written by the archive's `build-rmrb.py`; a comma too many after the last element is accepted.
Elements are decoded one by one in a moving window, so that memory does not grow with the bundle.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from duizhao.regex import regex
from duizhao.regular import open_regular
from duizhao.schema.inputs.bundle_article import Number, article_text, path_of
from duizhao.schema.inputs.entry import Entry, SourceError
from duizhao.schema.inputs.limits import MIB, Limits, in_words
from duizhao.schema.inputs.names import altered, member_path, unsafe
from duizhao.schema.inputs.stream import ByteStream
from duizhao.schema.inputs.walk import Location
from duizhao.schema.inputs.window import Window

_BEFORE = MIB  # characters in which the array must begin
_BLANK = regex(r"[\s\ufeff]*")
_START = regex(
    r"""//[^\n]*+ | /\*(?:[^*]|\*(?!/))*+(?:\*/)?                        # comments
      | "(?:[^"\\\n]|\\.)*+"? | '(?:[^'\\\n]|\\.)*+'? | `(?:[^`\\]|\\.)*+`?  # strings
      | (?<![\w$.])(?P<array>(?:window\.)?ARTICLES\s*+=\s*+\[)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = 12  # characters of the longest thing that JSON's decoder may miss the end of: \ud83d\ude00


def read_bundle(location: Location, limits: Limits) -> Iterator[Entry]:
    """Yield the articles of a bundle in the order of its array.

    An element is shown under its own `path` where it has one, else under its number: `1946.05.js!/12`.  A script found
    in a folder that holds no such array is passed over.

    Raises:
        SourceError: the array is not JSON, with line and column of the first place that is not; or a limit is exceeded.
        OSError: the file cannot be read.
    """
    with open_regular(location.file) as file:
        window = Window(ByteStream(file, limits, "bundle-broken"))
        if not _find_array(window):
            if location.named or window.defect:
                raise _broken(window, 0, window.defect or "no bundle of articles: it has no `const ARTICLES = [`")
            yield Entry(location.path, None, reason="a script without a list of articles")
            return
        yield from _Elements(window, location.path, limits)


def _find_array(window: Window) -> bool:
    """Move the window to the first element."""
    # A script that is no bundle is not read to its end to find that out.
    while len(window.text) < _BEFORE and window.grow():
        for match in _START.finditer(window.text):
            if match["array"]:
                window.drop(match.end())
                return True
    return False


class _Elements:
    """The elements of the array, from the first one, at which the window begins."""

    def __init__(self, window: Window, path: str, limits: Limits) -> None:
        self._window = window
        self._path = path
        self._limits = limits
        # Numbers stay as they are written: 12 and 12.0 are texts here, and a row of digits costs no conversion.
        self._decode = json.JSONDecoder(parse_int=Number, parse_float=Number, parse_constant=Number).raw_decode
        self._at = 0  # offset in the window
        self._number = 0
        self._problems = 0

    def __iter__(self) -> Iterator[Entry]:
        self._pass_blanks()
        while self._peek() != "]":
            self._count()
            element, end = self._element()
            yield self._entry(element)
            self._at = end
            self._pass_comma()
            self._drop_if_worth_it()

    def _count(self) -> None:
        self._number += 1
        if self._number > self._limits.members:
            raise SourceError("archive-too-many", f"holds more than {self._limits.members:,} articles")

    def _element(self) -> tuple[object, int]:
        """The element that begins here, and where it ends."""
        window = self._window
        while True:
            try:
                return self._decode(window.text, self._at)
            except json.JSONDecodeError as error:
                # Wrong well before the end of the window is wrong for good; else more of the file may complete it.
                if not _cut(error, window):
                    message = f"not JSON: {error.msg}, in element {self._number:,}"
                    raise _broken(window, error.pos, message) from None
            except RecursionError:
                message = f"element {self._number:,} is nested too deeply for an article"
                raise _broken(window, self._at, message) from None
            self._drop()
            # An element that is never closed must not pull in the whole file.
            if len(window.text) > self._limits.article:
                raise _broken(window, 0, self._too_large())
            if not window.grow():
                message = window.defect or f"the file ends inside element {self._number:,}"
                raise _broken(window, len(window.text) if window.defect else 0, message)

    def _entry(self, element: object) -> Entry:
        """The entry of an element; one that is no article does not end the bundle.

        Raises:
            SourceError: there were too many of those.
        """
        name = path_of(element)
        name = str(self._number) if not name or unsafe(name) else name
        shown = member_path(self._path, name)
        try:
            data = article_text(element).encode("utf-8")
        except UnicodeEncodeError:
            # JSON allows it, and no encoding does.
            return self._refuse(shown, f"element {self._number:,}: half of a surrogate pair, which is no character")
        except ValueError as error:
            return self._refuse(shown, f"element {self._number:,}: {error}")
        if len(data) > self._limits.article:
            return self._refuse(shown, self._too_large())
        return Entry(shown, data, alias=altered(name))

    def _refuse(self, shown: str, message: str) -> Entry:
        self._problems += 1
        if self._problems > self._limits.problems:
            message = f"more than {self._limits.problems} elements are no articles; the rest is left alone"
            raise SourceError("archive-too-many", message)
        return Entry(shown, None, _broken(self._window, self._at, message).problem)

    def _too_large(self) -> str:
        return f"element {self._number:,} is too large for an article; the limit is {in_words(self._limits.article)}"

    def _pass_blanks(self) -> None:
        window = self._window
        while True:
            match = _BLANK.match(window.text, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(window.text) or window.ended:
                return
            self._drop()
            window.grow()

    def _pass_comma(self) -> None:
        self._pass_blanks()
        sign = self._peek()
        if sign == ",":
            self._at += 1
            self._pass_blanks()
        elif sign != "]":
            raise _broken(self._window, self._at, "not JSON: a comma or the `]` of the array belongs here")

    def _peek(self) -> str:
        window = self._window
        if self._at == len(window.text):
            raise _broken(window, self._at, window.defect or "the file ends before the `]` of the array")
        return window.text[self._at]

    def _drop_if_worth_it(self) -> None:
        """Cutting the text at every element would copy the rest of it as often."""
        if self._at > len(self._window.text) // 2:
            self._drop()

    def _drop(self) -> None:
        self._window.drop(self._at)
        self._at = 0


def _cut(error: json.JSONDecodeError, window: Window) -> bool:
    """True if the error may be only that the window ends too early."""
    doubtful = 0 if window.ended else _ESCAPE
    return error.msg.startswith("Unterminated string") or error.pos >= len(window.text) - doubtful


def _broken(window: Window, offset: int, message: str) -> SourceError:
    line, column = window.place(offset)
    return SourceError("bundle-broken", message, line=line, column=column)
