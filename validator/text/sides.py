"""Which language each half is in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.schema.tree import Paragraph, Unpaired
from duizhao.validator.case import Case, analysis
from duizhao.validator.text.scripts import count_han

_SAMPLE = 600  # characters; more would not change the verdict
_LATIN = regex("[A-Za-z]+")
_LETTERS_A_CHARACTER = 3  # a Chinese character says as much as some three letters


class Sides(NamedTuple):
    """'empty', 'english', 'chinese', or 'neither' for each half; an article of numbers alone is 'neither'."""

    english: str
    chinese: str


@analysis
def sides(case: Case) -> Sides:
    """The language of each body."""
    return Sides(_language(case.article.english.paragraphs), _language(case.article.chinese.paragraphs))


def _language(paragraphs: Iterable[Paragraph]) -> str:
    sample = ""
    for paragraph in paragraphs:
        if not paragraph.deck:
            sample += paragraph.text[:_SAMPLE] + " "
        if len(sample) >= _SAMPLE:
            break
    if not sample:
        return "empty"
    # No Chinese is in ASCII, and nothing need be counted.
    if sample.isascii():
        return "english" if any(map(str.isalpha, sample)) else "neither"
    han, latin = count_han(sample), sum(map(len, _LATIN.findall(sample)))
    if han * _LETTERS_A_CHARACTER > latin:
        return "chinese"
    return "english" if latin else "neither"


def without_counterpart(unpaired: Unpaired | None, half: str, other: str) -> tuple[str, bool]:
    """What is said of an article of an issue that the other half lacks, and whether it is said of this one.

    Args:
        unpaired: where most articles of its half have no counterpart, of which the first speaks for all.
        half: the name of its half.
        other: that of the other one.
    """
    if unpaired is None:
        return f"the {other} has no such article", True
    return f"{unpaired.number:,} of {unpaired.of:,} articles of the {half} are not in the {other}", unpaired.first
