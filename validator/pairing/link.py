"""All numeric expressions of an article in links, title and body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from duizhao.schema.tree import Article, Paragraph
from duizhao.validator.align import Alignment
from duizhao.validator.pairing.broken import Break, Rejoined
from duizhao.validator.pairing.choice.pair import pair
from duizhao.validator.pairing.choice.texts import PairedText
from duizhao.validator.pairing.columns import scaled
from duizhao.validator.pairing.gaps import masked, unknown
from duizhao.validator.pairing.heads import heads_apart
from duizhao.validator.pairing.model import DOUBTFUL, SURE, Link, Links
from duizhao.validator.pairing.passages import together
from duizhao.validator.pairing.readings import Clusters, Readings, original
from duizhao.validator.pairing.values.sorts import distinct
from duizhao.validator.quantities.model import Approx, Cluster, Kind, Quantity
from duizhao.validator.times.resolve import Day


def link(
    article: Article,
    text: str,
    readings: Readings,
    alignment: Alignment,
    issue: Day | None,
    broken: Sequence[Break] = (),
    *,
    gaps: bool = False,
) -> Links:
    """Pair the numeric expressions of an article and judge each pair.

    Args:
        article: the article.
        text: of its file, the original in simplified characters.
        readings: its numeric expressions.
        alignment: which of its paragraphs belong together.
        issue: its day, where it is known.
        broken: where its paragraphs were broken.
        gaps: whether blanks in its original stand for characters that were lost.
    """
    links: list[Link] = []
    title: list[Link] = []
    en, zh = article.english.paragraphs, article.chinese.paragraphs
    title_line, headline = article.english.header("Title"), article.chinese.headline
    above = True
    for bead in heads_apart(alignment.beads, en, zh):
        ours, theirs = _clusters(readings.zh, bead.zh), _clusters(readings.en, bead.en)
        if not bead.en or not bead.zh:
            # The paragraph itself has no counterpart; that is said once, by a rule of family P.
            why = "its paragraph has no counterpart"
            links += [Link(q, None, "missing", why) for c in ours for q in c.covers[0].quantities]
            rest: Iterable[Quantity] = (q for c in theirs for q in c.covers[0].quantities)
            if above and theirs and readings.headline and headline:
                # Above the text stand its headlines once more, where a slip of the pen is one; they may say what the
                # headline does not.
                stretch = PairedText(readings.headline, headline.start, headline.end)
                pairs = pair(text, stretch, PairedText(theirs, *_span(en, bead.en)), issue)
                told = [link for link in pairs if link.zh and (not link.verdict or link.certainty >= SURE)]
                title += [link for link in told if link.en]
                rest = [link.en for link in pairs if link.en and link not in told]
            links += [Link(None, q, "added", why) for q in rest]
            continue
        above = above and not (ours and theirs)
        if ours or theirs:
            source, translation = PairedText(ours, *_span(zh, bead.zh)), PairedText(theirs, *_span(en, bead.en))
            apart = together(_paired(text, source, translation, issue, gaps=gaps))
            seams = [one.gap for one in broken if one.before in bead.zh and one.behind in bead.zh]
            if seams and any(one.verdict for one in apart):
                whole = Rejoined.of(text, seams)
                joined = _rejoined(whole, source, translation, issue, gaps=gaps)
                apart = joined if _wrong(joined) < _wrong(apart) else apart
            links += apart
    if title_line and headline and (readings.title or readings.headline):
        source = PairedText(readings.headline, headline.start, headline.end)
        translation = PairedText(readings.title, title_line.value.start, title_line.value.end)
        title += pair(text, source, translation, issue)
    return Links(tuple(_names_doubted(scaled(text, _settle(links)))), tuple(title))


def _rejoined(whole: Rejoined, zh: PairedText, en: PairedText, issue: Day | None, *, gaps: bool) -> list[Link]:
    """The links of paragraphs that were broken, as the one that they were."""
    start, end = whole.place(zh.start), whole.place(zh.end)
    read = PairedText(original(whole.text, start, end, issue[0] if issue else None), start, end)
    return [_moved(one, whole) for one in together(_paired(whole.text, read, en, issue, gaps=gaps))]


def _paired(text: str, zh: PairedText, en: PairedText, issue: Day | None, *, gaps: bool) -> list[Link]:
    """The links of two texts, those next to characters that were lost as of no value."""
    links = pair(text, zh, en, issue)
    spans = unknown(text, zh.start, zh.end, zh.clusters) if gaps else []
    return masked(links, spans) if spans else links


def _wrong(links: Iterable[Link]) -> int:
    return sum(1 + one.certainty for one in links if one.verdict)


def _moved(link: Link, whole: Rejoined) -> Link:
    """A link with the place of its original in the text of the file."""
    if link.zh is None:
        return link
    start, end = whole.origin(link.zh.start), whole.origin(link.zh.end, end=True)
    return link._replace(zh=link.zh._replace(start=start, end=end))


def _span(paragraphs: Sequence[Paragraph], numbers: Sequence[int]) -> tuple[int, int]:
    return paragraphs[numbers[0]].start, paragraphs[numbers[-1]].end


def _clusters(readings: Sequence[Clusters], paragraphs: Sequence[int]) -> Sequence[Cluster]:
    if len(paragraphs) == 1:
        return readings[paragraphs[0]]
    return [cluster for number in paragraphs for cluster in readings[number]]


def _key(quantity: Quantity) -> tuple[object, ...]:
    """What equal expressions have in common."""
    if quantity.kind is Kind.DATE:
        return ("date", quantity.date)
    sort = quantity.kind if quantity.kind in (Kind.MULTIPLE, Kind.ORDINAL) else Kind.CARDINAL
    return (sort, quantity.low, quantity.high, quantity.unit)


_NAME = 3
"""Times that a bare figure without counterpart stands in an article from which on it is a name."""


def _names_doubted(links: list[Link]) -> list[Link]:
    """A bare figure that the other language has nowhere, again and again, is a name: 666 is benzene hexachloride."""
    bare = Counter(_key(quantity) for one in links if (quantity := _alone(one)) and _is_bare(quantity))
    named = {key for key, times in bare.items() if times >= _NAME}
    if not named:
        return links
    return [
        one._replace(certainty=DOUBTFUL) if (quantity := _alone(one)) and _key(quantity) in named else one
        for one in links
    ]


def _alone(link: Link) -> Quantity | None:
    """The expression of a link that has no counterpart."""
    return (link.zh or link.en) if link.zh is None or link.en is None else None


def _is_bare(quantity: Quantity) -> bool:
    return (
        quantity.kind is Kind.CARDINAL
        and quantity.approx is Approx.NONE
        and not quantity.unit
        and not quantity.counter
        and quantity.low >= _NAMES_FROM
    )


_NAMES_FROM = 100
"""Smaller figures stand everywhere, and are no names."""

_ORDINAL = Kind.ORDINAL


def _settle(links: list[Link]) -> list[Link]:
    """Look at what is left over in the whole article.

    Equal expressions left over in different paragraphs moved, and nothing is wrong.  An ordinal that the original has
    elsewhere ("the 19th Central Committee") was named again for clearness.
    """
    if not any(one.zh is None for one in links):
        return links
    lost: dict[tuple[object, ...], list[int]] = {}
    named: set[tuple[object, ...]] = set()
    for index, one in enumerate(links):
        if one.zh is None:
            continue
        if one.zh.kind is _ORDINAL:
            named.add(_key(one.zh))
        if one.en is None:
            lost.setdefault(_key(one.zh), []).append(index)
    gone: set[int] = set()
    for index, one in enumerate(links):
        if one.zh is not None or one.en is None:
            continue
        key = _key(one.en)
        # Small numbers are everywhere: two of them left over need not be one that moved.
        if (found := lost.get(key)) and distinct(one.en):
            at = found.pop(0)
            links[at] = Link(links[at].zh, one.en)
            gone.add(index)
        elif key in named:
            links[index] = one._replace(certainty=DOUBTFUL)
    return [one for index, one in enumerate(links) if index not in gone]
