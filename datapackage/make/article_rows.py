"""One article to its rows in every table, as cells: who writes them makes lines of them, or values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from duizhao.datapackage.format import cells
from duizhao.datapackage.format.file_layout import layout_cell
from duizhao.datapackage.make.quantity_rows import ParagraphRow, compared, quantity_rows
from duizhao.schema.record import HAN_RUN, Record, article_id, record_of
from duizhao.schema.tree import Article, Paragraph
from duizhao.validator.align import Bead
from duizhao.validator.case import Case
from duizhao.validator.finding import Finding, Place, Severity
from duizhao.version import __version__

CellsOfRow = tuple[str, ...]


class SharedColumns(NamedTuple):
    """What the tables say of every article alike."""

    publication: str = ""
    translation: str = ""


class SeverityCounts(NamedTuple):
    """Findings of a severity, waived ones apart."""

    errors: int = 0
    warnings: int = 0
    infos: int = 0
    waived: int = 0

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> SeverityCounts:
        """Count findings."""
        counts = [0, 0, 0, 0]
        for finding in findings:
            # In the order of the fields above: errors are 0 less than ERROR, warnings 1, infos 2.
            # Waived ones whatever their severity: they were looked at, and trouble nobody.
            counts[3 if finding.waived else Severity.ERROR - finding.severity] += 1
        return cls(*counts)

    def plus(self, other: SeverityCounts) -> SeverityCounts:
        """The sum of both."""
        return SeverityCounts(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


class AnalysedRows(NamedTuple):
    """What the analyses of an article come to, which takes long to make; of the file and the settings alone."""

    paragraphs: list[CellsOfRow]
    quantities: list[CellsOfRow]
    pairs: tuple[int, int]
    """Expressions that were compared, and those of them that agree."""

    @classmethod
    def of(cls, case: Case) -> AnalysedRows:
        """Lay out the analyses of an article.

        Raises:
            UnreadableError: the article is too large to be compared.
        """
        article, identity = case.article, article_id(case.article)
        links = (*case.links.title, *case.links.body)
        paragraphs, stretches = _paragraph_rows(identity, article, case.alignment.beads)
        return cls(paragraphs, quantity_rows(identity, article.source, links, stretches), compared(links))


class ArticleRow(NamedTuple):
    """The row of an article in `articles`."""

    id: str
    issue: str
    """The issue whose file holds it, '' where it has a file of its own."""
    head: CellsOfRow
    """Up to the counts of findings: others may be found when all articles are compared."""
    tail: CellsOfRow
    """What follows these counts."""

    def cells(self, tally: SeverityCounts) -> CellsOfRow:
        """The row, with counts of findings."""
        return (*self.head, *map(str, tally), *self.tail)


def article_row(
    article: Article, path: str, sha256: str, sizes: tuple[int, int], pairs: tuple[int, int], about: SharedColumns
) -> ArticleRow:
    """Lay an article out.

    Args:
        article: the article.
        path: of its file within the sources.
        sha256: of its file.
        sizes: how many paragraphs and quantities it has, as rows.
        pairs: how many expressions were compared, and how many of them agree.
        about: what all rows say alike.
    """
    record = record_of(article)
    counts = (sizes[0], characters(record), words(record), sizes[1])
    head = (*_described(record, article, about), *map(str, counts))
    tail = (*map(str, pairs), *_provenance(record, article, path, sha256, about))
    return ArticleRow(record.id, issue_id(article), head, tail)


def issue_id(article: Article) -> str:
    """The identifier of the issue that an article stands in, '' where it has a file of its own."""
    if article.issue is None:
        return ""
    return f"{article.publication}-{article.issue.name}" if article.publication else article.issue.name


def _described(record: Record, article: Article, about: SharedColumns) -> Iterator[str]:
    """The columns from `id` to `entities`."""
    english, chinese, issue = record.english, record.chinese, article.issue
    yield from (record.id, cells.text(about.publication), record.date or "", str(record.page or ""))
    # What an issue has are sections; they stand in the place of columns only for the rules.
    yield from (issue_id(article), str(issue.number), cells.text(issue.section), "") if issue else ("", "", "")
    columns = () if issue else (chinese.column,)
    texts = (*columns, english.title, chinese.headline, english.author, chinese.author)
    bodies = ("\n".join(body) for body in (english.paragraphs, chinese.paragraphs, english.entities))
    yield from map(cells.text, (*texts, *bodies))


def _provenance(record: Record, article: Article, path: str, sha256: str, about: SharedColumns) -> tuple[str, ...]:
    """The columns from `translation` to `layout`."""
    issue = article.issue
    places = [str(at) for span in (issue.zh, issue.en) for at in span or ("", "")] if issue else [""] * 4
    return (
        cells.text(about.translation),
        cells.text(path),
        sha256,
        *places,
        cells.text(record.chinese.export),
        "" if issue else layout_cell(record, article.source.text, bom=article.source.bom),
    )


def characters(record: Record) -> int:
    """Han characters of the original."""
    # Characters and no words: those of Chinese are parted by nothing.
    return sum(len(run) for text in record.chinese.paragraphs for run in HAN_RUN.findall(text))


def words(record: Record) -> int:
    """Words of the translation."""
    return sum(len(text.split()) for text in record.english.paragraphs)


def _paragraph_rows(
    identity: str, article: Article, beads: tuple[Bead, ...]
) -> tuple[list[CellsOfRow], list[ParagraphRow]]:
    """The rows, and which row each paragraph of the file went to."""
    rows, stretches = [], []
    width = max(3, len(str(len(beads))))  # the same throughout an article, so that identifiers sort as paragraphs do
    for number, bead in enumerate(beads, 1):
        name = f"{identity}-p{number:0{width}d}"
        zh = [article.chinese.paragraphs[index] for index in bead.zh]
        en = [article.english.paragraphs[index] for index in bead.en]
        stretches += [ParagraphRow(p.start, p.end, name) for p in (*zh, *en)]
        texts = (cells.text("\n".join(p.text for p in side)) for side in (zh, en))
        rows.append((name, identity, _kind(bead), *texts, *_lines(article, zh), *_lines(article, en)))
    # By place, as `bisect` needs them: beads bring the paragraphs of both halves in turn.
    stretches.sort()
    return rows, stretches


def _kind(bead: Bead) -> str:
    if not bead.en:
        return "chinese-only"
    if not bead.zh:
        return "english-only"
    return "pair" if len(bead.en) == len(bead.zh) == 1 else "merged"


def _lines(article: Article, paragraphs: list[Paragraph]) -> tuple[str, str]:
    """First and last line of paragraphs."""
    if not paragraphs:
        return "", ""
    position = article.source.position
    return str(position(paragraphs[0].start).line), str(position(paragraphs[-1].start).line)


def finding_rows(identity: str, findings: Iterable[Finding]) -> list[CellsOfRow]:
    """The rows of findings of an article, in order."""
    # By fingerprint, the first cell: within an article that is the order which `verify` asks for.
    return sorted(_finding_row(identity, finding) for finding in findings)


def _finding_row(identity: str, finding: Finding) -> CellsOfRow:
    return (
        finding.fingerprint,
        identity,
        finding.rule,
        finding.name,
        finding.severity.word,
        cells.text(finding.message),
        *_place(finding.en),
        *_place(finding.zh),
        cells.share(finding.confidence),
        "true" if finding.waived else "false",
        cells.text(finding.waived),
        __version__,
    )


def _place(place: Place | None) -> tuple[str, ...]:
    if place is None:
        return ("", "", "", "", "")
    return (*map(str, place[:4]), cells.text(place.text))
