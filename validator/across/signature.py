"""What an article is recognised by among others: some hundred bytes, cheap to send between processes."""

from __future__ import annotations

from hashlib import blake2b
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.schema.record import article_id
from duizhao.schema.tree import Article, Field, Paragraph
from duizhao.source import Source, Span
from duizhao.validator.finding import Place

SKETCH = 32  # hashes kept of an article's clauses: the estimate of its likeness to another is good to some 10 percent
_TITLE = 14  # letters; shorter titles recur
_CLAUSE = 8  # Chinese characters; shorter ones are stock phrases that all articles share
_HAN = regex("[\u3400-\u9fff\U00020000-\U0003fffd]+")
_CLAUSE_ENDS = regex("[，。；：！？、\n]")
_LETTERS = regex("[a-z0-9]+")


class Signature(NamedTuple):
    """An article in brief."""

    path: str
    id: str
    title: Place | None
    headline: Place | None
    original: int
    """Hash of the Chinese body's characters, 0 where there is none."""
    translation: int
    """Hash of the English body's letters and digits, 0 where there is none."""
    title_key: int
    """Hash of the title's letters and digits, 0 where there are too few to tell titles apart."""
    headline_key: int
    letters: int
    """Length of the English body."""
    sketch: tuple[int, ...]
    """The least hashes of its Chinese clauses, in order."""
    line: int = 0
    """Where it begins in the file of its issue, 0 where it has a file of its own."""


def signature_of(article: Article) -> Signature:
    """The signature of an article."""
    english, chinese, issue = article.english, article.chinese, article.issue
    title = english.header("Title")
    zh, en = _body(chinese.paragraphs), _body(english.paragraphs).lower()
    letters = "".join(_LETTERS.findall(en))
    # What an issue has in one language alone is compared with nothing: its other half may be in another file.
    # Nor is a second translation, whose original would be found twice.
    whole = issue is None or (issue.en is not None and issue.zh is not None and not issue.second)
    return Signature(
        article.path,
        article_id(article),
        _place(article.source, title.value if title else None),
        _place(article.source, chinese.headline),
        _hash("".join(_HAN.findall(zh))) if whole else 0,
        _hash(letters) if whole else 0,
        _title_key(title.value.text if title and whole else ""),
        _hash("".join(_HAN.findall(chinese.headline.text)) if chinese.headline else ""),
        len(letters),
        _sketch(zh) if whole else (),
        article.source.position(0).line if issue else 0,
    )


def likeness(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Which share of the clauses of two articles they have in common, estimated from their sketches.

    The union's least hashes are a sample of all clauses of both (A. Broder, "On the resemblance and containment of
    documents", 1997).
    """
    least = sorted({*one, *other})[:SKETCH]
    both = set(one) & set(other)
    return sum(1 for value in least if value in both) / len(least) if least else 0.0


def _title_key(title: str) -> int:
    letters = "".join(_LETTERS.findall(title.lower()))
    return _hash(letters) if len(letters) >= _TITLE else 0


def _body(paragraphs: tuple[Paragraph, ...]) -> str:
    return "\n".join(p.text for p in paragraphs if not p.deck)


def _place(source: Source, field: Field | None) -> Place | None:
    """Where a field stands in the file of its article; None for one of another file."""
    return Place.of(source, Span(field.start, field.end)) if field and not source.beside(field.start) else None


def _hash(text: str) -> int:
    """64 bits, signed as SQLite keeps them; 0 of nothing."""
    if not text:
        return 0
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def _sketch(text: str) -> tuple[int, ...]:
    clauses = {"".join(_HAN.findall(clause)) for clause in _CLAUSE_ENDS.split(text)}
    return tuple(sorted(_hash(clause) for clause in clauses if len(clause) >= _CLAUSE)[:SKETCH])
