"""An article with the analyses that rules share, each made once, when first asked for.

What every family of rules needs is a property here; what a room above finds out is a function there, under `analysis`.
Both are kept in the case, and end with it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, wraps
from typing import Any, TypeVar

from duizhao.regex import regex
from duizhao.schema.dates import parts_of
from duizhao.schema.publication import ANY, Publication, Term
from duizhao.schema.record import issue_date
from duizhao.schema.tree import Article
from duizhao.source import Span
from duizhao.validator.align import Alignment, Piece, align
from duizhao.validator.bounds import within_bounds
from duizhao.validator.characters.plain import as_written, plain
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.pairing.broken import Break, breaks, brought_together
from duizhao.validator.pairing.link import link
from duizhao.validator.pairing.model import Link, Links
from duizhao.validator.pairing.readings import Readings, read_article
from duizhao.validator.period_units import Halves, without_accepted

Found = TypeVar("Found")
_QUOTED = regex("(?<=“)[^“”]+(?=”)")
_BESIDE = 40
"""Characters before what a message speaks of in which the words stand that it quotes."""


class Case:
    """What a rule looks at."""

    def __init__(self, article: Article, settings: Settings) -> None:
        self.article = article
        self.settings = settings
        self._kept: dict[Callable[[Case], Any], Any] = {}

    @property
    def text(self) -> str:
        """The text of the whole file, which all spans refer to."""
        return self.article.source.text

    @cached_property
    def plain(self) -> str:
        """The same with the original in simplified characters, in which its words are looked for."""
        text, chinese = self.text, self.article.chinese
        simple = plain(text[chinese.start : chinese.end])
        return f"{text[: chinese.start]}{simple}{text[chinese.end :]}"

    def quoted(self, message: str, zh: Span | None) -> str:
        """A message that quotes the plain original, with the words as the original writes them.

        Args:
            message: with quotations in “ ”.
            zh: what it speaks of, None for nothing of the original.
        """
        if zh is None or self.plain == self.text:
            return message
        start = max(self.article.chinese.start, zh.start - _BESIDE)
        return _QUOTED.sub(lambda one: as_written(one[0], self.text, self.plain, start), message)

    def words(self, span: Span) -> str:
        """The words of a span."""
        return self.article.source.text[span.start : span.end]

    @cached_property
    def date(self) -> tuple[int, int, int] | None:
        """Year, month and day of the issue; None where the article does not say."""
        written = issue_date(self.article)
        return parts_of(written) if written else None

    @cached_property
    def readings(self) -> Readings:
        """The numeric expressions of both languages.

        Raises:
            UnreadableError: the article is too large to be compared.
        """
        within_bounds(self.article.source)
        return read_article(self.article, self.plain, self.date[0] if self.date else None)

    @property
    def newspaper(self) -> Publication:
        """The newspaper of the article, `ANY` where none is described."""
        return self.settings.publication or ANY

    @cached_property
    def alignment(self) -> Alignment:
        """Which paragraphs say the same."""
        alignment = align(*self.pieces)
        marked = [one for one in self.breaks if one.marked]
        return brought_together(alignment, marked) if marked else alignment

    @cached_property
    def breaks(self) -> tuple[Break, ...]:
        """Where paragraphs of the original were broken in mid-sentence."""
        return tuple(breaks(self.plain, self.article))

    @cached_property
    def pieces(self) -> tuple[list[Piece], list[Piece]]:
        """The paragraphs of both languages as the alignment sees them, the English ones first."""
        return self.readings.en_pieces(self.article), self.readings.zh_pieces(self.article)

    @cached_property
    def links(self) -> Links:
        """Which numeric expressions say the same, and what is wrong where they do not."""
        issue = self.article.issue
        if issue and not (issue.en and issue.zh):  # that a half is not there is said once, not of each expression
            return Links((), ())
        links = link(
            self.article, self.plain, self.readings, self.alignment, self.date, self.breaks, gaps=self.newspaper.gaps
        )
        if self.units:
            links = without_accepted(links, Halves(self.text, self.plain), self.units)
        return links if self.plain == self.text else links.as_written(self.text, self.plain)

    @cached_property
    def units(self) -> tuple[Term, ...]:
        """The units and currencies that the newspaper names, and that hold on the day of the issue."""
        publication = self.settings.publication
        return tuple(one for one in publication.units if one.holds_on(self.date)) if publication else ()

    @cached_property
    def wrong(self) -> tuple[Link, ...]:
        """The links of the body that something is wrong with."""
        return tuple(link for link in self.links.body if link.verdict)


def analysis(make: Callable[[Case], Found]) -> Callable[[Case], Found]:
    """Make a function an analysis of a case: made when first asked for, and kept in the case.

    Not by `lru_cache`, which holds the last article of a run for ever, and loses one where two are looked at in turn.
    """

    @wraps(make)
    def once(case: Case) -> Found:
        kept = case._kept  # noqa: SLF001  the two are one thing
        if make not in kept:
            kept[make] = make(case)
        found: Found = kept[make]
        return found

    return once
