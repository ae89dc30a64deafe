"""The halves of an issue to its articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from duizhao.schema.publication import ANY, Publication
from duizhao.schema.readers.blocks import Block
from duizhao.schema.readers.counterparts import Measure, Pair, counterparts
from duizhao.schema.readers.datelines import datelines_of
from duizhao.schema.readers.figures import chinese_figures, english_figures
from duizhao.schema.readers.halves import Half, HalfArticle, Unread
from duizhao.schema.readers.known_by import Names, issue_name, said_in_chinese
from duizhao.schema.readers.marks import date_in_heading, date_in_name
from duizhao.schema.readers.written import Dated, IssueParts, Own, article_of
from duizhao.schema.tree import Article
from duizhao.source import Source, Span


def articles_of(
    source: Source,
    reader: str,
    halves: tuple[Half, Half],
    publication: Publication = ANY,
    oddities: Sequence[str] = (),
) -> Iterator[Article | Unread]:
    """The articles of an issue, one by one, after what of it was not read.

    Args:
        source: its file.
        reader: the reader of the file.
        halves: the original and the translation.
        publication: the newspaper.
        oddities: what is odd about the halves; said of the first article.
    """
    chinese, english = halves
    yield from sorted([*chinese.unread, *english.unread], key=lambda unread: unread.start)
    if not chinese.articles and not english.articles:
        yield Unread(f"an issue ({reader}) without any article: no heading and no text", 0)
        return
    lacks = "" if chinese.articles and english.articles else "english" if chinese.articles else "chinese"
    named = date_in_name(source.path, publication)
    dates = [_date(source.text, half.written_date, publication) for half in (english, chinese)]
    spare = dates[0] or dates[1] or (Dated(named, None) if named else None)
    looked = [_looked_at(source.text, article) for article in chinese.articles]
    pairs = _pairs(source.text, looked, english.articles)
    _settle_sections(source.text, chinese.articles, english.articles, pairs)
    names, marks = Names(source.text), None
    datelines = datelines_of(source.text, chinese.articles, english.articles, publication)
    english_date, chinese_date = (date or spare for date in dates)
    issue = IssueParts(source, reader, publication.in_identifiers, english_date, chinese_date, lacks, datelines)
    for number, (zh, en) in enumerate(pairs, 1):
        parts = [chinese.articles[index] for index in zh], [english.articles[index] for index in en]
        digest = names.digest([looked[index].said for index in zh], *parts)
        if number == 1:
            issue = issue._replace(name=issue_name(chinese_date or english_date, lacks, digest))
        before, marks = marks, tuple(part[0].page for part in parts) if all(parts) else marks
        yield article_of(issue, Own(number, digest, marks != before), *parts, oddities if number == 1 else ())


def _date(text: str, heading: Block | None, publication: Publication) -> Dated | None:
    """The date in the heading above all others."""
    written = date_in_heading(text, heading.start, heading.end, publication) if heading else None
    return Dated(written.iso, Span(written.start, written.end)) if written else None


class _LookedAt(NamedTuple):
    """What is kept of an article of the original once it was looked at as a whole."""

    measure: Measure
    said: str
    """A hash of what it says."""


def _looked_at(text: str, article: HalfArticle) -> _LookedAt:
    lines = [block.words(text) for block in article.parts()]
    words = "\n".join(lines)
    measure = Measure(len(words), len(article.body), chinese_figures(words), article.page)
    # Whether its last line names a section the translation decides; what it is known by must not hang on that.
    return _LookedAt(measure, said_in_chinese(lines[:-1] if article.tail else lines))


def _pairs(text: str, chinese: Sequence[_LookedAt], english: Sequence[HalfArticle]) -> list[Pair]:
    if not chinese or not english:
        return [(range(n, n + bool(chinese)), range(n, n + bool(english))) for n in range(len(chinese or english))]
    return counterparts([one.measure for one in chinese], [_measure(text, article) for article in english])


def _measure(text: str, article: HalfArticle) -> Measure:
    words = "\n".join(block.words(text) for block in article.parts())
    return Measure(len(words), len(article.body), english_figures(words), article.page)


def _settle_sections(
    text: str, chinese: Sequence[HalfArticle], english: Sequence[HalfArticle], pairs: Iterable[Pair]
) -> None:
    """Say of each line that may be the name of a section whether it is, and of each article its section.

    It is where the other half has such a line too, or has a line less.
    """
    for zh, en in pairs:
        last_zh, last_en = [chinese[i] for i in zh[-1:]], [english[i] for i in en[-1:]]
        count_zh, count_en = (sum(len(one.body) for one in part) for part in (last_zh, last_en))
        both = any(one.tail for one in last_zh) and any(one.tail for one in last_en)
        for one, mine, theirs in ((last_zh, count_zh, count_en), (last_en, count_en, count_zh)):
            for article in one:
                article.tail = article.tail and (both or mine == theirs + 1)
    for half in (chinese, english):
        section, page = "", None
        for before, article in zip([None, *half], half, strict=False):
            if before is not None and before.tail:
                article.named = before.body.pop()
            if article.page != page:
                section, page = "", article.page
            section = article.named.words(text) if article.named else section
            article.section = section
