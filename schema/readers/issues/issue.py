"""The halves of an issue to its articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from duizhao.schema.marks import date_in_name, is_named_as_issue
from duizhao.schema.publication import ANY, Publication
from duizhao.schema.readers.issues.blocks import Block
from duizhao.schema.readers.issues.counterparts import Pair, counterparts
from duizhao.schema.readers.issues.datelines import datelines_of
from duizhao.schema.readers.issues.halves import Half, HalfArticle, Unread
from duizhao.schema.readers.issues.headings import date_in_heading
from duizhao.schema.readers.issues.known_by import Names, issue_name
from duizhao.schema.readers.issues.measures import looked_at, measured
from duizhao.schema.readers.issues.unpaired import UnpairedOf
from duizhao.schema.readers.issues.written import IssueDate, IssueParts, Own, article_of
from duizhao.schema.tree import Article
from duizhao.source import Source, Span


class Page(NamedTuple):
    """The page of an issue, for a file that has the English of that issue alone."""

    source: Source
    chinese: Half
    english: Half
    """Another translation; without articles where it has none."""


class OtherFile(NamedTuple):
    """The other file of an issue, as far as the articles of a file need it."""

    path: str = ""
    """Of it, '' for none."""
    page: Page | None = None
    """What is in it, where the original comes from there."""


ALONE = OtherFile()


def articles_of(
    source: Source,
    reader: str,
    halves: tuple[Half, Half],
    publication: Publication = ANY,
    oddities: Sequence[str] = (),
    beside: OtherFile = ALONE,
) -> Iterator[Article | Unread]:
    """The articles of an issue, one by one, after what of it was not read.

    Args:
        source: its file.
        reader: the reader of the file.
        halves: the original and the translation.
        publication: the newspaper.
        oddities: what is odd about the halves; said of the first article.
        beside: the other file of the issue.
    """
    chinese, english = halves
    texts = (beside.page.source if beside.page else source).text, source.text
    oddities = [*oddities, *_impossible_dates(source, halves, publication, apart=beside.page is not None)]
    unlike = _first_unlike(source.text, english.articles, beside.page) if beside.page else None
    said, pairs = _pairs(texts, chinese.articles, english.articles)
    unread = [one for half in ((english,) if beside.page else halves) for one in (*half.unread, *_refused(half))]
    yield from sorted(unread, key=lambda one: one.start)
    if not pairs:
        yield Unread(f"an issue ({reader}) without any article: no heading and no text", 0)
        return
    _settle_sections(texts, chinese.articles, english.articles, pairs)
    part = beside.page is not None and _is_part(pairs, chinese, beside.page)
    if part:
        pairs = [(zh, en) for zh, en in pairs if en]
    names, marks, number = Names(source.text, translation=beside.page is not None), None, 0
    issue = _parts(source, reader, halves, publication, beside)
    unpaired = UnpairedOf(pairs)
    for zh, en in pairs:
        parts = [chinese.articles[index] for index in zh], [english.articles[index] for index in en]
        if any(article.refused for part in parts for article in part):
            yield from _unchecked(parts[1]) if beside.page else ()
            continue
        number += 1
        digest = names.digest([said[index] for index in zh], *parts)
        # An issue without a date is called by its first article.
        if number == 1:
            issue = issue._replace(name=issue_name(issue.chinese_date or issue.english_date, issue.lacks, digest))
        before, marks = marks, tuple(part[0].page for part in parts) if all(parts) else marks
        odd = oddities.copy() if number == 1 else []
        if unlike in en:
            odd.append("translation-of-a-part" if part else "other-translation")
        yield article_of(issue, Own(number, digest, marks != before, unpaired.of(zh, en)), *parts, odd)


def _refused(half: Half) -> Iterator[Unread]:
    """What is said of articles that are too large."""
    for article in half.articles:
        if article.too_large:
            yield Unread(f"is too large for one article: {article.too_large}; cut it into articles", article.start)


def _unchecked(english: Sequence[HalfArticle]) -> Iterator[Unread]:
    """What is said of a translation whose original, in another file, is too large."""
    if english and not any(article.refused for article in english):
        yield Unread("not checked: its original is not read, for it is too large", english[0].start)


def _parts(
    source: Source, reader: str, halves: tuple[Half, Half], publication: Publication, beside: OtherFile
) -> IssueParts:
    """What the articles of an issue have in common."""
    chinese, english = halves
    original = beside.page.source if beside.page else None
    texts = (original or source).text, source.text
    english_date, chinese_date = _dates(source, halves, publication, apart=original is not None)
    lacks = "" if chinese.articles and english.articles else "english" if chinese.articles else "chinese"
    return IssueParts(
        source,
        reader,
        publication.in_identifiers,
        english_date,
        chinese_date,
        "chinese" if original else lacks,
        datelines_of(texts, chinese.articles, english.articles, publication),
        original=original,
        counterpart=beside.path,
        second=beside.page is not None and bool(beside.page.english.articles),
    )


def _dates(
    source: Source, halves: tuple[Half, Half], publication: Publication, *, apart: bool
) -> tuple[IssueDate | None, IssueDate | None]:
    """The dates of the translation and of the original; of one that is in another file that of the name of both."""
    chinese, english = halves
    named = date_in_name(source.path, publication)
    by_name = IssueDate(named, None) if named else None
    written_en = _date(source.text, english.written_date, publication)
    if apart:
        return written_en or by_name, by_name
    written_zh = _date(source.text, chinese.written_date, publication)
    spare = written_en or written_zh or by_name
    return written_en or spare, written_zh or spare


def _impossible_dates(
    source: Source, halves: tuple[Half, Half], publication: Publication, *, apart: bool
) -> Iterator[str]:
    """What is odd about the dates of an issue: a day that no calendar has, in a heading or in the name of the file."""
    headings = [half.written_date for half in (halves[1:] if apart else halves) if half.written_date]
    dates = (date_in_heading(source.text, one.start, one.end, publication) for one in headings)
    if any(date and not date.iso for date in dates):
        yield "heading-date-impossible"
    if is_named_as_issue(source.path, publication) and not date_in_name(source.path, publication):
        yield "name-date-impossible"


def _is_part(pairs: Iterable[Pair], chinese: Half, page: Page) -> bool:
    """Whether a second translation has only some articles of an issue: then it does not lack what the page has."""
    found = sum(len(zh) for zh, en in pairs if en)
    return bool(page.english.articles) and 2 * found < len(chinese.articles)


def _first_unlike(text: str, articles: Sequence[HalfArticle], page: Page) -> int | None:
    """The first article of a translation that a page has not line by line; the last, where others follow there.

    None where all are the same, or the page has no translation.
    """
    theirs = page.english.articles
    for number, (mine, other) in enumerate(zip_longest(articles, theirs)):
        if theirs and _lines(text, mine) != _lines(page.source.text, other):
            return min(number, len(articles) - 1)
    return None


def _lines(text: str, article: HalfArticle | None) -> list[str]:
    return [" ".join(block.words(text).split()) for block in article.parts()] if article else []


def _date(text: str, heading: Block | None, publication: Publication) -> IssueDate | None:
    """The date in the heading above all others, if it is possible."""
    written = date_in_heading(text, heading.start, heading.end, publication) if heading else None
    return IssueDate(written.iso, Span(written.start, written.end)) if written and written.iso else None


def _pairs(
    texts: tuple[str, str], chinese: Sequence[HalfArticle], english: Sequence[HalfArticle]
) -> tuple[list[str], list[Pair]]:
    """What each article of the original is known by, and the pairs; what they are compared by is forgotten."""
    looked = [looked_at(texts[0], article) for article in chinese]
    said, measures = [one.said for one in looked], [measured(texts[1], article) for article in english]
    if looked and measures:
        return said, counterparts([one.measure for one in looked], measures)
    return said, [(range(n, n + bool(looked)), range(n, n + bool(measures))) for n in range(len(looked or measures))]


def _settle_sections(
    texts: tuple[str, str], chinese: Sequence[HalfArticle], english: Sequence[HalfArticle], pairs: Iterable[Pair]
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
                # A name has its counterpart in the other half, or is the one line that half lacks.
                article.tail = article.tail and (both or mine == theirs + 1)
    for text, half in zip(texts, (chinese, english), strict=True):
        section, page = "", None
        for before, article in zip([None, *half], half, strict=False):
            if before is not None and before.tail:
                article.named = before.body.pop()
            # A section ends with its page.
            if article.page != page:
                section, page = "", article.page
            section = article.named.words(text) if article.named else section
            article.section = section
