"""What an issue and its articles are known by, whatever becomes of the translation and of other articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from duizhao.schema.readers.issues.halves import HalfArticle
from duizhao.schema.record import digest_of, han

if TYPE_CHECKING:
    from duizhao.schema.readers.issues.written import Dated

_OPENING = 64  # characters of a translation without original: where it goes on it is corrected
_HALVES = {"": "", "chinese": "-en", "english": "-zh"}  # which half there is, by the one that is not
_NO_DATE = "00000000"


def said_in_chinese(lines: Iterable[str]) -> str:
    """A hash of what an article of the original says: its Chinese characters alone, so that no blank or dot counts.

    All of it, and not the opening as with files of one article: market reports and other standing columns begin alike.
    """
    return digest_of("|".join(map(han, lines)))


def issue_name(date: Dated | None, lacks: str, first: str) -> str:
    """What an issue is called: its date, and which half it is where it has no other.

    Args:
        date: of the issue; without one it is known by its first article.
        lacks: the half that it lacks, '' for none.
        first: what its first article is known by.
    """
    return date.iso.replace("-", "") + _HALVES[lacks] if date else f"{_NO_DATE}-{first}"


class Names:
    """What the articles of an issue are known by, each by another hash.

    Args:
        text: of the file of its translation.
        translation: whether it is another translation of what a page has.
    """

    def __init__(self, text: str, *, translation: bool = False) -> None:
        self._text = text
        self._translation = translation
        self._seen: Counter[tuple[str, int | None]] = Counter()

    def digest(self, said: Sequence[str], zh: Sequence[HalfArticle], en: Sequence[HalfArticle]) -> str:
        """A hash of what an article says, and where others of its page say the very same, of which of them it is.

        Args:
            said: hashes of what the original says of it; of several the first counts, which is there before and after
                a lost headline was put back.
            zh: what the original has of it.
            en: what the translation has of it.
        """
        digest = said[0] if said else self._said_in_english(en[0])
        if said and self._translation:  # that of the page must keep its own
            digest = digest_of(f"{digest} in English")
        page = next((one.page for one in (*zh[:1], *en, *zh) if one.page), None)
        self._seen[digest, page] += 1
        count = self._seen[digest, page]
        return digest if count == 1 else digest_of(f"{digest} {count}")

    def _said_in_english(self, article: HalfArticle) -> str:
        title = article.headline.words(self._text) if article.headline else ""
        opening = ""
        for block in article.body:
            opening += block.words(self._text) + " "
            if len(opening) > _OPENING:
                break
        return digest_of(f"{title}|{opening[:_OPENING]}")
