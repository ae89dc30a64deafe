"""English numerals: from figures or words at a place of a text to their readings.

Read are figures with thousands commas, decimals and fractions (15,000, .5, 3/4, 2 1/2, ½), words (one hundred and five,
nineteen fifty-eight, a dozen, half a million, two and a half, eighteen point two five), scales behind either (1.5
million), ordinals (7th, twenty-first), parts (two-thirds, three quarters of a million), open counts (dozens, tens of
thousands, several hundred), Roman numerals behind a word that asks for one.

The words and their values stand in `lexicon/numerals.en.tsv`.  A numeral in words is cut out as a whole, and what its
words say is kept, so that the second "twenty-five million" of a text costs one look into a table.

It may import the lexicon and the records of numerals.  It knows neither tokens nor grammar: both ask it, each at a
place of its own.
"""

from __future__ import annotations

from duizhao.validator.quantities.numeral_en.at_a_place import read
from duizhao.validator.quantities.numeral_en.clinging import Found
from duizhao.validator.quantities.numeral_en.figures import REGROUPED
from duizhao.validator.quantities.numeral_en.roman import roman
from duizhao.validator.quantities.numeral_en.words import HEADS, PARTS, SCALES, SMALL, TENS, VULGAR, VULGARS

__all__ = ["HEADS", "PARTS", "REGROUPED", "SCALES", "SMALL", "TENS", "VULGAR", "VULGARS", "Found", "read", "roman"]
